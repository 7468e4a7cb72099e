import type { BusinessCalendar } from '../domain/business-calendar';
import { exactDay } from '../domain/exact-day';
import type { CalendarDate } from '../domain/calendar-date';
import { effectiveDue } from '../domain/due-date';
import { forecastOf } from '../domain/forecast/forecast';
import { ended } from '../domain/in-slices';
import type { Release } from '../domain/release';
import { assessRisk, type RiskAssessment } from '../domain/risk/assess-risk';
import type { RiskPolicy } from '../domain/risk/risk-policy';
import { nextGate } from '../domain/risk/gate';
import { NO_OUTLOOK, type Outlook, type RiskReason } from '../domain/risk/risk-rule';
import { ACT_WORDING } from './act-wording';
import { monthDay } from './date-wording';
import { wordReason } from './reason-wording';
import { WORDING } from './wording';

const WORDS = ACT_WORDING.form;
const MOST_LINES = 4;

/**
 * What would follow if a release's date were another: the verdict, reasons that come and go, and the days of notices.
 */
export function consequencesOf(
  { release, assessment }: { readonly release: Release; readonly assessment: RiskAssessment },
  field: 'target' | 'goNoGo',
  to: CalendarDate,
  {
    today,
    policy,
    calendar,
  }: { readonly today: CalendarDate; readonly policy: RiskPolicy; readonly calendar: BusinessCalendar },
): string[] {
  const evidence = release[field]?.evidence ?? release.target?.evidence;
  if (!evidence) return [];
  const moved: Release = { ...release, [field]: { value: exactDay(to), evidence } };
  const then = assessRisk(moved, today, policy, calendar, [], outlookOn(assessment.outlook, moved));
  // How busy others are on the new day is not known here: that reason is left aside.
  const known = (reasons: readonly RiskReason[]): RiskReason[] => reasons.filter(({ rule }) => rule !== 'R12');
  const before = new Set(known(assessment.reasons).map(({ rule }) => rule));
  const after = new Set(known(then.reasons).map(({ rule }) => rule));
  const word = WORDING.faces[then.level];
  return [
    then.level === assessment.level ? WORDS.verdictStays(word) : WORDS.verdictThen(word),
    ...known(assessment.reasons)
      .filter(({ rule }) => !after.has(rule))
      .slice(0, MOST_LINES)
      .map((reason) => WORDS.clears(wordReason(reason, today).text)),
    ...known(then.reasons)
      .filter(({ rule }) => !before.has(rule))
      .slice(0, MOST_LINES)
      .map((reason) => WORDS.raises(wordReason(reason, today).text)),
    ...noticesOf(moved, calendar, today),
  ];
}

/** The forecast, held against the days as they would be. */
function outlookOn({ result, record }: Outlook, moved: Release): Outlook {
  if (!result) return NO_OUTLOOK;
  const target = moved.target?.value.date ?? null;
  return { result: ended(forecastOf({ ...result.inputs, gate: nextGate(moved), target })), record };
}

/** Whom the new day gives another last day to be told. */
function noticesOf(release: Release, calendar: BusinessCalendar, today: CalendarDate): string[] {
  return release.dependencies
    .flatMap(({ who, due, settled }) => {
      const day = who !== null && !settled && due.lead ? effectiveDue(due, release, calendar) : null;
      return day && who !== null ? [WORDS.notice(who, monthDay(day.date, today))] : [];
    })
    .slice(0, MOST_LINES);
}
