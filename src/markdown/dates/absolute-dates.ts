import { calendarDate, type CalendarDate, daysInMonth } from '../../domain/calendar-date';
import type { DateContext } from './date-context';
import { fullYear, inferYear } from './infer-year';
import { MONTH_PATTERN, monthNumber, WEEKDAY_PATTERN } from './month-names';
import type { DatePattern, Resolved } from './pattern';

const DAY = '(\\d{1,2})(?!\\d)(?:st|nd|rd|th)?';
const TO = '\\s*(?:[-–—]|to|through|until|bis)\\s*';
const YEAR = "(?:,?[-\\s]+(?:de\\s+|del\\s+)?(\\d{4})(?!\\d)|,?\\s*'(\\d{2})(?!\\d))?";
const WEEKDAY = `(?:(?:${WEEKDAY_PATTERN})\\.?,?\\s+)?`;
const CLOCK = '(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?';
const MONTH = `(${MONTH_PATTERN})\\.?`;

/** Dates that name their day and month, with or without a year. */
export const ABSOLUTE_PATTERNS: readonly DatePattern[] = [
  { name: 'iso', needs: ['year'], source: `(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)${CLOCK}`, resolve: iso },
  { name: 'compact', needs: ['year'], source: '(20\\d\\d)(\\d\\d)(\\d\\d)(?!\\d)', resolve: compact },
  {
    name: 'east-asian',
    needs: ['eastAsian'],
    source: '(\\d{4}) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日일]',
    resolve: compact,
  },
  {
    name: 'year-month-day',
    needs: ['year', 'month'],
    source: `((?:19|20)\\d\\d)(?:\\s-\\s|,?\\s+|-)${MONTH}[-\\s]+(?:the\\s+)?${DAY}(?![\\d:%])`,
    resolve: yearMonthDay,
  },
  {
    name: 'month-day',
    needs: ['digit', 'month'],
    source: `${WEEKDAY}${MONTH}\\s*(?:the\\s+)?${DAY}(?!:\\d)(?:${TO}${WEEKDAY}(?:${MONTH}\\s+)?${DAY}(?![:%]))?${YEAR}`,
    resolve: monthDay,
  },
  {
    name: 'day-month',
    needs: ['digit', 'month'],
    source: `${WEEKDAY}(?:the\\s+)?${DAY}[.,]?(?:${TO}${WEEKDAY}${DAY}\\.?)?[-\\s]+(?:of\\s+|de\\s+)?${MONTH}(?:${TO}${WEEKDAY}${DAY}\\.?\\s+(?:of\\s+)?${MONTH})?${YEAR}`,
    resolve: dayMonth,
  },
  { name: 'dashed', needs: ['dash'], source: '(\\d{1,2})-(\\d{1,2})-(\\d{4})(?![\\d-])', resolve: slashed },
  {
    name: 'slashed',
    needs: ['slash'],
    source: '(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?![\\d/%])',
    resolve: slashed,
  },
  {
    name: 'dotted',
    needs: ['dot'],
    source: '(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2}(?!\\d))?(?![\\d.]*\\d)',
    resolve: dotted,
  },
  {
    name: 'month-part',
    needs: ['part', 'month'],
    source: `(early|mid|late|beginning\\s+of|start\\s+of|middle\\s+of|end\\s+of|anfang|mitte|ende)[-\\s]+${MONTH}(?!\\s+\\d{1,2}(?:st|nd|rd|th)?(?!\\d))(?:\\s+(\\d{4}))?`,
    resolve: monthPart,
  },
  { name: 'month-year', needs: ['year', 'month'], source: `${MONTH}\\s+(\\d{4})(?!\\d)`, resolve: monthYear },
];

/** 20260320 and 2026年3月20日; other eight-digit numbers are numbers. */
function compact(match: RegExpExecArray): Resolved {
  const date = calendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
  return date ? { date } : null;
}

/** "2025 April 12": the year that leads is the day's year. */
function yearMonthDay(match: RegExpExecArray): Resolved {
  const month = monthNumber(match[2] ?? '');
  if (month === null) return null;
  const date = calendarDate(Number(match[1]), month, Number(match[3]));
  return date ? { date } : INVALID;
}

const INVALID: Resolved = { problem: 'no such day' };

function iso(match: RegExpExecArray): Resolved {
  const date = calendarDate(Number(match[1]), Number(match[3]), Number(match[4]));
  // "2022.2.0" is a version, not an impossible day.
  return date ? { date } : match[2] === '.' ? null : INVALID;
}

function dayIn(month: number, day: number, yearText: string | undefined, context: DateContext): CalendarDate | null {
  return yearText === undefined ? inferYear(month, day, context) : calendarDate(fullYear(yearText), month, day);
}

function rangeOf(from: CalendarDate | null, to: CalendarDate | null, yearless: boolean): Resolved {
  if (!from || !to) return INVALID;
  const end = to < from ? calendarDate(Number(from.slice(0, 4)) + 1, Number(to.slice(5, 7)), Number(to.slice(8))) : to;
  return end ? { date: end, from, assumption: yearless ? 'year' : undefined } : INVALID;
}

function monthDay(match: RegExpExecArray, context: DateContext): Resolved {
  const [, monthName = '', day = '', endMonthName, endDay, year, shortYear] = match;
  const month = monthNumber(monthName);
  if (month === null) return null;
  const yearText = year ?? shortYear;
  const date = dayIn(month, Number(day), yearText, context);
  if (endDay !== undefined) {
    const endMonth = endMonthName === undefined ? month : monthNumber(endMonthName);
    if (endMonth === null) return null;
    const end = date ? calendarDate(Number(date.slice(0, 4)), endMonth, Number(endDay)) : null;
    return rangeOf(date, end, yearText === undefined);
  }
  return date ? { date, assumption: yearText === undefined ? 'year' : undefined } : INVALID;
}

function dayMonth(match: RegExpExecArray, context: DateContext): Resolved {
  const [, day = '', toDay, monthName = '', endDay, endMonthName, year, shortYear] = match;
  const month = monthNumber(monthName);
  if (month === null) return null;
  const yearText = year ?? shortYear;
  const date = dayIn(month, Number(day), yearText, context);
  if (toDay !== undefined || (endDay !== undefined && endMonthName !== undefined)) {
    const endMonth = endMonthName === undefined ? month : (monthNumber(endMonthName) ?? month);
    const end = date ? calendarDate(Number(date.slice(0, 4)), endMonth, Number(endDay ?? toDay)) : null;
    return rangeOf(date, end, yearText === undefined);
  }
  return date ? { date, assumption: yearText === undefined ? 'year' : undefined } : INVALID;
}

/** 24/7 and fractions are no dates; the caller has already refused "1/2 done". */
function slashed(match: RegExpExecArray, context: DateContext): Resolved {
  const [phrase, first = '', second = '', year] = match;
  if (phrase === '24/7') return null;
  return numeric(Number(first), Number(second), year, context, context.order);
}

const GERMAN_BEFORE =
  /(?:^|[(,;:–—-]|(?:^|\s)(?:am|bis|bis zum|vom|zum|ab|den|der|dem|seit|und|mo|di|mi|do|fr|sa|so)\.?)\s*$/i;

/**
 * Dots mean day first. Without a year both parts need two digits, or the note must prove day-first: "2.10." is a
 * version.
 */
function dotted(match: RegExpExecArray, context: DateContext): Resolved {
  const [, first = '', second = '', year] = match;
  const dayFirstNote = context.order === 'day-first';
  // "for the 23.10." is a version in an English note; "24.03." by itself, or "am 24.03.", is a day.
  if (year === undefined && !dayFirstNote && !GERMAN_BEFORE.test(match.input.slice(0, match.index))) return null;
  if (year === undefined && !dayFirstNote && (first.length < 2 || second.length < 2)) return null;
  if (Number(second) > 12) return null;
  return numeric(Number(first), Number(second), year, { ...context, orderProven: true }, 'day-first');
}

function numeric(
  first: number,
  second: number,
  year: string | undefined,
  context: DateContext,
  order: DateContext['order'],
): Resolved {
  if (first === 0 || second === 0 || (first > 12 && second > 12) || first > 31 || second > 31) return null;
  const dayFirst = first > 12 ? true : second > 12 ? false : order === 'day-first';
  const [month, day] = dayFirst ? [second, first] : [first, second];
  const date = dayIn(month, day, year, context);
  if (!date) return INVALID;
  const ambiguous = first <= 12 && second <= 12 && first !== second && !context.orderProven;
  return {
    date,
    ambiguous,
    assumption: ambiguous ? (dayFirst ? 'day first' : 'month first') : year === undefined ? 'year' : undefined,
  };
}

function monthPart(match: RegExpExecArray, context: DateContext): Resolved {
  const [, part = '', monthName = '', year] = match;
  const month = monthNumber(monthName);
  if (month === null) return null;
  const first = dayIn(month, 1, year, { ...context, tense: 'future' });
  if (!first) return null;
  const y = Number(first.slice(0, 4));
  const last = daysInMonth(y, month);
  const word = part.toLowerCase();
  const [from, to] = /^(?:early|beginning|start|anfang)/.test(word)
    ? [1, 10]
    : /^(?:mid|middle|mitte)/.test(word)
      ? [11, 20]
      : /^(?:end|ende)/.test(word)
        ? [last, last]
        : [21, last];
  return {
    date: calendarDate(y, month, to),
    from: calendarDate(y, month, from),
    fuzzy: from !== to,
    assumption: 'last day of the span',
  };
}

function monthYear(match: RegExpExecArray): Resolved {
  const month = monthNumber(match[1] ?? '');
  if (month === null) return null;
  const year = Number(match[2]);
  return {
    date: calendarDate(year, month, daysInMonth(year, month)),
    from: calendarDate(year, month, 1),
    fuzzy: true,
    assumption: 'last day of the span',
  };
}
