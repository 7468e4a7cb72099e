import { calendarDate, type CalendarDate, dateParts, weekday } from '../../domain/calendar-date';
import type { DateContext } from './date-context';
import { findDates } from './find-dates';
import { weekdayNumber } from './month-names';

/** So many days with their weekdays must agree; one alone may be a slip of the pen. */
const ENOUGH = 3;
const MOST_LINES = 2000;
const NAMED_DAY = /\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday)?\b/i;
const YEARS_AWAY = [-1, 1, -2, 2];

/**
 * The day by which yearless dates of a note get their year, moved to another year where every weekday beside a date
 * contradicts the one assumed and all of them fit the other; the same day where they do not.
 */
export function anchorByWeekdays(text: string, anchor: CalendarDate, dates: DateContext): CalendarDate {
  const named = text
    .split('\n', MOST_LINES)
    .flatMap((line) => (NAMED_DAY.test(line) ? namedDays(line, { ...dates, yearAnchor: anchor }) : []));
  if (named.length < ENOUGH || named.some(({ date, day }) => weekday(date) === day)) return anchor;
  const away = YEARS_AWAY.find((years) => named.every(({ date, day }) => fits(moved(date, years), day)));
  return away === undefined ? anchor : (moved(anchor, away) ?? anchor);
}

interface NamedDay {
  readonly date: CalendarDate;
  readonly day: number;
}

function namedDays(line: string, dates: DateContext): NamedDay[] {
  return findDates(line, dates).flatMap(({ reading }) => {
    const word = /^[a-z]+/i.exec(reading?.phrase ?? '')?.[0] ?? '';
    const day = weekdayNumber(word.charAt(0).toUpperCase() + word.slice(1));
    const isPlain =
      reading !== null &&
      reading.from === null &&
      !reading.fuzzy &&
      /\d/.test(reading.phrase) &&
      !/\d{4}/.test(reading.phrase);
    return isPlain && day !== null ? [{ date: reading.date, day }] : [];
  });
}

function fits(date: CalendarDate | null, day: number): boolean {
  return date !== null && weekday(date) === day;
}

function moved(date: CalendarDate, years: number): CalendarDate | null {
  const { year, month, day } = dateParts(date);
  return calendarDate(year + years, month, day);
}
