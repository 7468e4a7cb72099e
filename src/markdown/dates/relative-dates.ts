import { endOfMonth, endOfQuarter, endOfYear } from 'date-fns';
import { addBusinessDays, lastBusinessDayUntil } from '../../domain/business-calendar';
import { addDays, calendarDate, type CalendarDate, dateParts, daysInMonth, weekday } from '../../domain/calendar-date';
import type { DateContext } from './date-context';
import { inferYear } from './infer-year';
import { MONTH_PATTERN, monthNumber, WEEKDAY_PATTERN, weekdayNumber } from './month-names';
import type { DatePattern, Resolved } from './pattern';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
const COUNT = '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)';
const UNIT = '((?:business|working|work)\\s+days?|days?|weeks?|months?)';

/** Dates counted from the note's own date, or from the release's target ("T-5"). */
export const RELATIVE_PATTERNS: readonly DatePattern[] = [
  {
    name: 'nth-weekday',
    needs: ['ordinal', 'weekday'],
    source: `(?:the\\s+)?(first|1st|second|2nd|third|3rd|fourth|4th|last)\\s+(${WEEKDAY_PATTERN})\\s+(?:of|in)\\s+(?:the\\s+)?(?:(this|next)\\s+month|(${MONTH_PATTERN})\\.?(?:,?\\s+(\\d{4})(?!\\d))?|(?:every|each)\\s+[\\p{L}]+|\\p{L}+)`,
    resolve: nthWeekday,
  },
  {
    name: 'last-day',
    needs: ['ordinal', 'dayWord'],
    source: `(?:the\\s+)?(first|last)\\s+((?:business|working|work)\\s+)?day\\s+(?:of|in)\\s+(?:(this|next)\\s+month|(${MONTH_PATTERN})\\.?(?:,?\\s+(\\d{4})(?!\\d))?)`,
    resolve: edgeDay,
  },
  {
    name: 'week-of-month',
    needs: ['ordinal'],
    source: `(?:first|1st|second|2nd|third|3rd|fourth|4th|last)\\s+(?:full\\s+)?(?:week|half|days)\\s+(?:of|in)\\s+\\p{L}+(?:\\s+\\d{4})?`,
    resolve: unread,
  },
  {
    name: 'weekday-of-event',
    needs: ['weekday'],
    source: `(?:the\\s+)?(?:(?:first|1st|second|2nd|last)\\s+)?(${WEEKDAY_PATTERN})\\s+(?:(?:(?:\\d{1,2}|one|two|three|four)\\s+(?:days?|weeks?|months?)\\s+)?(?:before|after|of|prior\\s+to|following|preceding|in)\\s+(?:the\\s+)?(?!(?:this|next|last|noon|lunch|eod|cob|end|morning|afternoon|evening)(?!\\p{L}))\\p{L}[\\p{L}'’-]*(?:\\s+(?:week|day|weekend|date|kick-?off))?|(?:(?:team|release|status|planning|weekly|review|community)\\s+)?(?:meeting|call|sync|stand-?up|session)s?)`,
    resolve: eventDay,
  },
  {
    name: 'weekday',
    needs: ['weekday'],
    source: `(?:(this|next|coming|last|past|on|by)\\s+)?(${WEEKDAY_PATTERN})(?:\\s+(?:next|this)\\s+week)?`,
    resolve: namedWeekday,
  },
  {
    name: 'day-of-month',
    needs: ['ordinal'],
    source: '(?:by|on|until|before)\\s+the\\s+(\\d{1,2})(?:st|nd|rd|th)(?=\\s*(?:$|[.,;)]))',
    resolve: dayOfMonth,
  },
  {
    name: 'day-word',
    needs: ['dayWord'],
    source:
      '(the\\s+day\\s+after\\s+tomorrow|today|tonight|tomorrow|yesterday|EOD|end\\s+of\\s+(?:the\\s+)?day|heute|morgen)',
    resolve: dayWord,
  },
  {
    name: 'in-count',
    needs: ['unit'],
    source: `(?:in|within)\\s+${COUNT}\\s+${UNIT}(?!\\s+(?:before|prior|ahead|notice))`,
    resolve: inCount,
  },
  {
    name: 'count-from-now',
    needs: ['unit'],
    source: `${COUNT}\\s+${UNIT}\\s+(from\\s+now|from\\s+today|ago)`,
    resolve: inCount,
  },
  { name: 'week', needs: ['unit'], source: '(this|next|last)\\s+(week|month|quarter|year)', resolve: span },
  {
    name: 'end-of-week',
    needs: ['unit'],
    source:
      '(EOW|EOM|EOQ|EOY|end\\s+of\\s+(?:the\\s+|this\\s+)?(?:week|month|quarter|year)|end\\s+of\\s+next\\s+(?:week|month|quarter))',
    resolve: endOf,
  },
  {
    name: 'quarter',
    needs: ['quarter'],
    source:
      '(?:(early|mid|late|end\\s+of|by\\s+end\\s+of)[-\\s]+)?(?:the\\s+)?Q([1-4])(?:\\s*[/-]?\\s*(?:FY)?\\s*(\\d{4}))?(\\s+end)?',
    resolve: quarter,
  },
  {
    name: 'countdown',
    needs: ['countdown'],
    source: '[TL]\\s?([-–−+])\\s?(\\d{1,3})(?:\\s*(business\\s+days?|days?|weeks?|hours?|d|w|h)(?![\\p{L}]))?',
    resolve: countdown,
  },
];

function unread(): Resolved {
  return { unread: true };
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
};

/** The first day of the month that a phrase names: by name and year, by name alone, or counted from the note. */
function monthOf(
  which: string | undefined,
  name: string | undefined,
  year: string | undefined,
  context: DateContext,
): CalendarDate | null {
  if (which !== undefined)
    return addMonths(`${context.reference.slice(0, 8)}01` as CalendarDate, which.toLowerCase() === 'next' ? 1 : 0);
  const month = monthNumber(name ?? '');
  if (month === null) return null;
  if (year !== undefined) return calendarDate(Number(year), month, 1);
  // The month's last day decides, so that "last Friday of February" in mid-February is this year's.
  const day = inferYear(month, 28, context);
  return day ? calendarDate(Number(day.slice(0, 4)), month, 1) : null;
}

/** "last Friday of March": that very day, or nothing. */
function nthWeekday(match: RegExpExecArray, context: DateContext): Resolved {
  const [, ordinal = '', day = '', which, name, year] = match;
  const wanted = weekdayNumber(day);
  const first = monthOf(which, name, year, context);
  if (wanted === null || !first) return { unread: true };
  const { year: y, month } = dateParts(first);
  const count = ORDINALS[ordinal.toLowerCase()];
  const earliest = ((wanted - weekday(first) + 7) % 7) + 1;
  const last = daysInMonth(y, month);
  const date = calendarDate(
    y,
    month,
    count === undefined ? earliest + 7 * Math.floor((last - earliest) / 7) : earliest + 7 * (count - 1),
  );
  return date ? { date, assumption: year === undefined ? 'year' : undefined } : { unread: true };
}

/** "last business day of March". */
function edgeDay(match: RegExpExecArray, context: DateContext): Resolved {
  const [, edge = '', business, which, name, year] = match;
  const first = monthOf(which, name, year, context);
  if (!first) return { unread: true };
  const { year: y, month } = dateParts(first);
  const last = calendarDate(y, month, daysInMonth(y, month));
  if (!last) return { unread: true };
  const isFirst = edge.toLowerCase() === 'first';
  const date =
    business === undefined
      ? isFirst
        ? first
        : last
      : isFirst
        ? addBusinessDays(addDays(first, -1), 1, context.calendar)
        : lastBusinessDayUntil(last, context.calendar);
  return { date, assumption: year === undefined ? 'year' : undefined };
}

/** "Tuesday before launch" needs to know the launch, "the Friday meeting" is no day: neither is guessed. */
function eventDay(match: RegExpExecArray): Resolved {
  return weekdayNumber(match[1] ?? '') === null ? null : { unread: true };
}

function namedWeekday(match: RegExpExecArray, context: DateContext): Resolved {
  const target = weekdayNumber(match[2] ?? '');
  if (target === null) return null;
  const qualifier = match[1]?.toLowerCase();
  const { reference } = context;
  const monday = addDays(reference, -((weekday(reference) + 6) % 7));
  const inWeek = (weeks: number): CalendarDate => addDays(monday, weeks * 7 + ((target + 6) % 7));
  if (qualifier === 'next' || / next\s+week$/i.test(match[0]))
    return { date: inWeek(1), assumption: 'weekday of the following week' };
  if (qualifier === 'this') return { date: inWeek(0), assumption: 'weekday of the same week' };
  const ahead = (target - weekday(reference) + 7) % 7 || 7;
  if (qualifier === 'last' || qualifier === 'past' || context.tense === 'past')
    return { date: addDays(reference, ahead - 7 || -7), assumption: 'weekday before the note' };
  return { date: addDays(reference, ahead), assumption: 'weekday after the note' };
}

/** "by the 12th": the next such day of a month, counted from the note. */
function dayOfMonth(match: RegExpExecArray, context: DateContext): Resolved {
  const day = Number(match[1]);
  for (let months = 0; months <= 2; months++) {
    const month = addMonths(`${context.reference.slice(0, 8)}01` as CalendarDate, months);
    const date = month ? calendarDate(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day) : null;
    if (date && date >= context.reference) return { date, assumption: 'next such day after the note' };
  }
  return null;
}

function dayWord(match: RegExpExecArray, context: DateContext): Resolved {
  const word = (match[1] ?? '').toLowerCase();
  if (word === 'morgen' && context.order !== 'day-first') return null;
  // The day of a file's last change depends on the zone that asks: without a day of its own a note's "tomorrow" is none.
  if (context.weakReference) return { unread: true };
  const days = word.includes('after')
    ? 2
    : word === 'tomorrow' || word === 'morgen'
      ? 1
      : word === 'yesterday'
        ? -1
        : 0;
  return { date: addDays(context.reference, days), assumption: 'counted from the note' };
}

/** Months later, on the same day or the month's last. */
function addMonths(date: CalendarDate, months: number): CalendarDate | null {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  return calendarDate(y, m, Math.min(day, daysInMonth(y, m)));
}

/** Days, business days, weeks or months after `date`; negative amounts go back. */
export function addDuration(
  date: CalendarDate,
  amount: number,
  unit: string,
  context: DateContext,
): CalendarDate | null {
  const kind = unit.toLowerCase();
  if (/^(?:business|working|work)/.test(kind)) return addBusinessDays(date, amount, context.calendar);
  if (kind.startsWith('month')) return addMonths(date, amount);
  return addDays(date, kind.startsWith('week') || kind === 'w' ? amount * 7 : amount);
}

/** A count in digits or words. */
export function countOf(text: string): number {
  return NUMBER_WORDS[text.toLowerCase()] ?? Number(text);
}

function inCount(match: RegExpExecArray, context: DateContext): Resolved {
  const [, count = '', unit = '', direction] = match;
  const sign = direction?.toLowerCase() === 'ago' ? -1 : 1;
  return {
    date: addDuration(context.reference, sign * countOf(count), unit, context),
    assumption: 'counted from the note',
  };
}

/** date-fns works on local dates; midday keeps clear of every clock change. */
function viaDateFns(date: CalendarDate, step: (value: Date) => Date): CalendarDate | null {
  const { year, month, day } = dateParts(date);
  const start = new Date(2000, 0, 1, 12);
  start.setFullYear(year, month - 1, day);
  const result = step(start);
  return calendarDate(result.getFullYear(), result.getMonth() + 1, result.getDate());
}

function fiscalQuarterEnd(date: CalendarDate, context: DateContext): CalendarDate | null {
  const shift = (context.fiscalYearStart - 1) % 3;
  const shifted = addMonths(`${date.slice(0, 8)}01` as CalendarDate, -shift);
  const end = shifted ? viaDateFns(shifted, endOfQuarter) : null;
  const month = end ? addMonths(`${end.slice(0, 8)}01` as CalendarDate, shift) : null;
  return month ? viaDateFns(month, endOfMonth) : null;
}

function endOf(match: RegExpExecArray, context: DateContext): Resolved {
  const text = (match[1] ?? '').toLowerCase();
  const next = text.includes('next');
  const unit =
    text === 'eow'
      ? 'week'
      : text === 'eom'
        ? 'month'
        : text === 'eoq'
          ? 'quarter'
          : text === 'eoy'
            ? 'year'
            : (text.split(/\s+/).pop() ?? '');
  const { reference, calendar } = context;
  if (unit === 'week') {
    const monday = addDays(reference, -((weekday(reference) + 6) % 7));
    return { date: addDays(monday, 4 + (next ? 7 : 0)), assumption: 'Friday of that week' };
  }
  const start = next ? addMonths(reference, unit === 'quarter' ? 3 : 1) : reference;
  if (!start) return null;
  const end =
    unit === 'month'
      ? viaDateFns(start, endOfMonth)
      : unit === 'quarter'
        ? fiscalQuarterEnd(start, context)
        : viaDateFns(start, endOfYear);
  return end ? { date: lastBusinessDayUntil(end, calendar), assumption: 'last business day of the span' } : null;
}

function span(match: RegExpExecArray, context: DateContext): Resolved {
  const [, which = '', unit = ''] = match;
  const offset = which.toLowerCase() === 'next' ? 1 : which.toLowerCase() === 'last' ? -1 : 0;
  const { reference } = context;
  if (unit.toLowerCase() === 'week') {
    const monday = addDays(reference, -((weekday(reference) + 6) % 7) + offset * 7);
    return { date: addDays(monday, 4), from: monday, fuzzy: true, assumption: 'last business day of the span' };
  }
  const months = unit.toLowerCase() === 'month' ? 1 : unit.toLowerCase() === 'quarter' ? 3 : 12;
  const start = addMonths(reference, offset * months);
  if (!start) return null;
  const end =
    months === 1
      ? viaDateFns(start, endOfMonth)
      : months === 3
        ? fiscalQuarterEnd(start, context)
        : viaDateFns(start, endOfYear);
  return {
    date: end,
    from: months === 1 ? (`${start.slice(0, 8)}01` as CalendarDate) : null,
    fuzzy: true,
    assumption: 'last day of the span',
  };
}

function quarter(match: RegExpExecArray, context: DateContext): Resolved {
  const [phrase, qualifier, number = '', year, end] = match;
  const part = qualifier ?? end;
  if (part === undefined && year === undefined && phrase !== match.input.trim()) return null;
  const firstMonth = ((context.fiscalYearStart - 1 + (Number(number) - 1) * 3) % 12) + 1;
  const lastMonth = ((firstMonth + 1) % 12) + 1;
  const lastDay = (y: number): CalendarDate | null => calendarDate(y, lastMonth, daysInMonth(y, lastMonth));
  let y = year === undefined ? Number(context.reference.slice(0, 4)) : Number(year);
  if (year === undefined && (lastDay(y) ?? '') < addDays(context.reference, -14)) y++;
  const date = lastDay(y);
  const exact = part !== undefined && /end/i.test(part);
  return {
    date,
    from: exact ? date : calendarDate(y, firstMonth, 1),
    fuzzy: !exact,
    assumption: 'last day of the span',
  };
}

function countdown(match: RegExpExecArray, context: DateContext): Resolved {
  if (!context.anchor) return null;
  const [, sign, count = '', unit = ''] = match;
  const amount = (sign === '+' ? 1 : -1) * Number(count);
  const kind = unit.toLowerCase();
  if (kind.startsWith('h'))
    return { date: addDays(context.anchor, Math.trunc(amount / 24)), assumption: 'counted from the target' };
  if (kind.startsWith('w')) return { date: addDays(context.anchor, amount * 7), assumption: 'counted from the target' };
  const business = kind.startsWith('business') || context.countdownInBusinessDays;
  const date = business ? addBusinessDays(context.anchor, amount, context.calendar) : addDays(context.anchor, amount);
  return { date, assumption: business ? 'business days before the target' : 'days before the target' };
}
