import { addDays, type CalendarDate, fromDayNumber, toDayNumber, weekday } from './calendar-date';

/**
 * Which days count as working days. `weekend` holds weekdays 0 (Sunday) to 6; `holidays` and `freezes` single dates.
 */
export interface BusinessCalendar {
  readonly weekend: readonly number[];
  readonly holidays: readonly CalendarDate[];
  /** Days on which nothing may ship; they still count as working days. */
  readonly freezes: readonly CalendarDate[];
}

/** Monday to Friday, no holidays, no freezes. */
export const DEFAULT_BUSINESS_CALENDAR: BusinessCalendar = { weekend: [0, 6], holidays: [], freezes: [] };

const MAX_STEP_DAYS = 4000;

/** True when `date` is neither a weekend day nor a holiday. */
export function isBusinessDay(date: CalendarDate, calendar: BusinessCalendar): boolean {
  return !calendar.weekend.includes(weekday(date)) && !calendar.holidays.includes(date);
}

/** Business days d with from < d ≤ to; negative, counted the other way, when `to` is earlier. */
export function businessDaysBetween(from: CalendarDate, to: CalendarDate, calendar: BusinessCalendar): number {
  if (to < from) return -businessDaysBetween(to, from, calendar);
  const start = toDayNumber(from);
  const end = Math.min(toDayNumber(to), start + MAX_STEP_DAYS);
  let count = 0;
  for (let day = start + 1; day <= end; day++) {
    if (!calendar.weekend.includes((((day + 4) % 7) + 7) % 7)) count++;
  }
  for (const holiday of calendar.holidays) {
    if (holiday > from && holiday <= to && !calendar.weekend.includes(weekday(holiday))) count--;
  }
  return count;
}

/** The date `count` business days later (earlier when negative); 0 gives the date itself. */
export function addBusinessDays(date: CalendarDate, count: number, calendar: BusinessCalendar): CalendarDate {
  if (calendar.weekend.length >= 7) return addDays(date, count);
  const step = count < 0 ? -1 : 1;
  let day = toDayNumber(date);
  for (let left = Math.abs(count), guard = 0; left > 0 && guard < MAX_STEP_DAYS * 2; guard++) {
    day += step;
    if (isBusinessDay(fromDayNumber(day), calendar)) left--;
  }
  return fromDayNumber(day);
}

/** `date` itself when it is a business day, else the last one before it. */
export function lastBusinessDayUntil(date: CalendarDate, calendar: BusinessCalendar): CalendarDate {
  return isBusinessDay(date, calendar) ? date : addBusinessDays(date, -1, calendar);
}
