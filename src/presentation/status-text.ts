import type { CalendarDate } from '../domain/calendar-date';
import { ACT_WORDING } from './act-wording';
import { cardModel } from './card-model';
import { fromToday, monthDay } from './date-wording';
import { isWaiting, sentenceOf } from './follow-ups-model';
import type { Assessed } from './panel-model';
import { wordReason } from './reason-wording';
import { WORDING } from './wording';

const WORDS = ACT_WORDING.status;
const MOST_REASONS = 3;
const MOST_ASKS = 5;

/**
 * How a release stands, as Markdown to paste: verdict, dates, what is done, the gravest reasons, and what is asked of
 * whom.
 */
export function statusText(entry: Assessed, today: CalendarDate): string {
  const { release, assessment } = entry;
  const card = cardModel(entry, today);
  const day = (label: string, fact: typeof release.target): string =>
    fact === null || card.shipped !== null
      ? ''
      : `${label} ${monthDay(fact.value.date, today)} (${fromToday(fact.value.date, today)})`;
  const facts = [
    card.shipped?.text ?? '',
    day(WORDING.goNoGo, release.goNoGo),
    day(WORDING.ship, release.target),
    card.progress?.label ?? '',
  ].filter(Boolean);
  const asks = assessment.followUps.filter((followUp) => isWaiting(followUp, today)).slice(0, MOST_ASKS);
  return [
    WORDS.head(card.title, card.faceWord),
    ...(facts.length === 0 ? [] : [facts.join(' · ')]),
    ...assessment.reasons.slice(0, MOST_REASONS).map((reason) => `- ${wordReason(reason, today).text}`),
    ...(asks.length === 0 ? [] : [`${WORDS.asks}:`]),
    ...asks.map((followUp) => {
      const { lead, rest } = sentenceOf(followUp);
      return `- ${lead === '' ? rest : `${lead}: ${rest}`}${followUp.due ? ` (${monthDay(followUp.due, today)})` : ''}`;
    }),
  ].join('\n');
}
