/** A civil date `YYYY-MM-DD`: a day on the calendar, never an instant, so no time zone can move it. */
export type CalendarDate = string & { readonly __calendarDate: true };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
/** 0001-01-01 and 9999-12-31: arithmetic stops there. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

/** The date for year, month 1–12 and day 1–31, or null where the calendar has no such day (30 February). */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (
    !Number.isInteger(year) ||
    year < 1 ||
    year > 9999 ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > daysInMonth(year, month)
  )
    return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CalendarDate;
}

/** Reads exactly `YYYY-MM-DD`; anything else, or a day that does not exist, is null. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = PATTERN.exec(text);
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Days in a month 1–12 of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01; the unit of all date arithmetic here (exact, without time zones). */
export function toDayNumber(date: CalendarDate): number {
  const year = Number(date.slice(0, 4));
  const utc = new Date(0);
  utc.setUTCFullYear(year, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
  return Math.round(utc.getTime() / DAY_MS);
}

/** The inverse of {@link toDayNumber}. */
export function fromDayNumber(days: number): CalendarDate {
  const inRange = Math.min(LAST_DAY, Math.max(FIRST_DAY, days));
  return new Date(inRange * DAY_MS).toISOString().slice(0, 10) as CalendarDate;
}

/** Calendar days later (or earlier, when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: CalendarDate): number {
  return (((toDayNumber(date) + 4) % 7) + 7) % 7;
}

/** Year, month 1–12 and day 1–31 as numbers. */
export function dateParts(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The earlier of two dates, where null means "not known". */
export function earlier(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** The later of two dates, where null means "not known". */
export function later(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
