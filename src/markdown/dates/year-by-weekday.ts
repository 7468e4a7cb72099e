import { calendarDate, type CalendarDate, dateParts, weekday } from '../../domain/calendar-date';
import type { DateContext } from './date-context';
import { findDates } from './find-dates';
import { leadingWeekday } from './month-names';
import { HINTS } from './pattern';

/** So many days with their weekdays must agree; one alone may be a slip of the pen. */
const ENOUGH = 3;
const MOST_LINES = 2000;
const LINES_A_STEP = 8;
const YEARS_AWAY = [-1, 1, -2, 2];

/**
 * The day by which yearless dates of a note get their year, moved to another year where every weekday beside a date
 * contradicts the one assumed and all of them fit the other; the same day where they do not. In steps.
 */
export function* anchorByWeekdays(
  text: string,
  anchor: CalendarDate,
  dates: DateContext,
): Generator<void, CalendarDate> {
  let years = YEARS_AWAY;
  let named = 0;
  for (const [index, line] of text.split('\n', MOST_LINES).entries()) {
    if (index % LINES_A_STEP === LINES_A_STEP - 1) yield;
    for (const { date, day } of HINTS.weekday.test(line) ? namedDays(line, { ...dates, yearAnchor: anchor }) : []) {
      named++;
      years = years.filter((away) => fits(moved(date, away), day));
      // One day that fits, or two that fit no other year together, and the year stands as it is.
      if (weekday(date) === day || years.length === 0) return anchor;
    }
  }
  return named < ENOUGH ? anchor : (moved(anchor, years[0] ?? 0) ?? anchor);
}

interface NamedDay {
  readonly date: CalendarDate;
  readonly day: number;
}

function namedDays(line: string, dates: DateContext): NamedDay[] {
  return findDates(line, dates).flatMap(({ reading }) => {
    const day = reading === null ? null : leadingWeekday(reading.phrase);
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
