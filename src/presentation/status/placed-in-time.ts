import { addDays, type CalendarDate } from '../../domain/calendar-date';
import { monthDay } from '../date-wording';
import type { StatusSentence } from './status-sentence';
import { STATUS_WORDING as WORDS } from './status-wording';
import { unquoted } from './text-sentences';
import { relativeIn } from './traces';

/** From this age on a statement says as of when it is. */
const FRESH_DAYS = 14;

/**
 * The sentence with its day, where it needs one: all that it rests on is older than two weeks, or it quotes words such
 * as "next week" that mean another day by now.
 */
export function placedInTime(one: StatusSentence, today: CalendarDate): StatusSentence {
  const newest = one.sources.reduce<CalendarDate | null>(
    (last, { asOf }) => (last === null || asOf > last ? asOf : last),
    null,
  );
  if (newest === null || unquoted(one.text).includes(WORDS.asOf(''))) return one;
  const on = monthDay(newest, today);
  const body = one.text.replace(/\.$/, '');
  if (newest < addDays(today, -FRESH_DAYS))
    return { ...one, text: `${body}, ${WORDS.asOf(on)}.`, computed: [...one.computed, on] };
  return relativeIn(one.text) !== null
    ? { ...one, text: `${body}${WORDS.noted(on)}.`, computed: [...one.computed, on] }
    : one;
}
