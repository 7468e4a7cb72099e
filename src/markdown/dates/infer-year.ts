import { addDays, calendarDate, type CalendarDate, dateParts, daysBetween } from '../../domain/calendar-date';
import type { DateContext } from './date-context';

const BACKWARD_DAYS = 14;
/** Leap days recur after at most eight years (1896–1904), so a window of nine finds every real day. */
const REACH_YEARS = 9;

/**
 * The year for a day and month that were written without one: the first such day on or after reference − 14 days; for
 * past-tense lines the last one on or before the reference; nearest to the anchor where the reference is weak.
 * Null where no year has the day.
 */
export function inferYear(month: number, day: number, context: DateContext): CalendarDate | null {
  const { year } = dateParts(context.reference);
  const candidates: CalendarDate[] = [];
  for (let y = year - REACH_YEARS; y <= year + REACH_YEARS; y++) {
    const date = calendarDate(y, month, day);
    if (date) candidates.push(date);
  }
  if (candidates.length === 0) return null;
  if (context.weakReference && context.yearAnchor) return nearest(candidates, context.yearAnchor);
  if (context.tense === 'past')
    return candidates.filter((date) => date <= context.reference).pop() ?? candidates[0] ?? null;
  const earliest = addDays(context.reference, -BACKWARD_DAYS);
  return candidates.find((date) => date >= earliest) ?? null;
}

/** The candidate with the fewest days to `anchor`; the earlier of two equally near. */
function nearest(candidates: readonly CalendarDate[], anchor: CalendarDate): CalendarDate | null {
  let best: CalendarDate | null = null;
  for (const date of candidates) {
    if (best === null || Math.abs(daysBetween(date, anchor)) < Math.abs(daysBetween(best, anchor))) best = date;
  }
  return best;
}

/** Two-digit years are of this century. */
export function fullYear(text: string): number {
  return text.length <= 2 ? 2000 + Number(text) : Number(text);
}
