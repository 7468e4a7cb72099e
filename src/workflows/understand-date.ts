import { addBusinessDays, type BusinessCalendar, isBusinessDay } from '../domain/business-calendar';
import { calendarDate, type CalendarDate, dateParts, weekday } from '../domain/calendar-date';
import { latestBefore } from '../domain/due-date';
import type { LeadTime } from '../domain/note-facts';
import { findDates, provenOrder } from '../markdown/dates/find-dates';
import { findCountdown, findLeadTime } from '../markdown/dates/lead-time';
import { readNote } from '../markdown/read-note';
import { readerOptions, type Settings } from '../settings/settings';

/** What may be wrong with a day on which something should happen. */
export type DayConcern = 'past' | 'weekend' | 'holiday' | 'freeze' | 'after-target';

/** A typed date as it was understood. */
export interface UnderstoodDate {
  readonly date: CalendarDate;
  /** First day of a span that was typed ("mid February"); null for one day. */
  readonly from: CalendarDate | null;
  readonly assumption: string | null;
  readonly concerns: readonly DayConcern[];
}

/** Reads what a person typed as a date, as of today; null when it is none. `anchor` is what "T-3" counts back from. */
export function understandDate(
  text: string,
  today: CalendarDate,
  settings: Settings,
  anchor: CalendarDate | null = null,
): UnderstoodDate | null {
  const source = text.trim();
  if (source === '') return null;
  const { calendar } = settings;
  const lead = anchor ? leadOf(source, settings) : null;
  if (anchor && BEFORE_LAUNCH.test(source))
    return understood(addBusinessDays(anchor, -1, calendar), null, null, today, calendar);
  if (anchor && lead)
    return understood(
      latestBefore(anchor, lead, calendar),
      null,
      `${lead.amount} ${lead.unit === 'business' ? 'working days' : 'days'} before`,
      today,
      calendar,
    );
  const reading = findDates(source, contextAt(today, settings, anchor)).find((match) => match.reading)?.reading;
  if (!reading) return null;
  const assumption = reading.ambiguous ? 'ambiguous' : reading.assumption;
  const date =
    anchor && reading.assumption === 'year' && reading.from === null
      ? yearBefore(reading.date, anchor, today)
      : reading.date;
  const found = understood(date, reading.from, assumption, today, calendar);
  return anchor && date > anchor ? { ...found, concerns: [...found.concerns, 'after-target'] } : found;
}

const BEFORE_LAUNCH = /^(?:right |just )?before (?:the )?(?:launch|release|target|go-?live)$/i;
/** "10 days" and "2 weeks" say how long before; "before" goes without saying. */
const PLAIN_SPAN = /^(\d{1,3})\s*(business\s+)?(days?|d|weeks?|w)$/i;

function leadOf(source: string, { countdownInBusinessDays }: Settings): LeadTime | null {
  const plain = PLAIN_SPAN.exec(source);
  if (plain)
    return /^w/i.test(plain[3] ?? '')
      ? { amount: Number(plain[1]) * 7, unit: 'calendar' }
      : { amount: Number(plain[1]), unit: 'business' };
  return findLeadTime(source)?.lead ?? findCountdown(source, countdownInBusinessDays)?.lead ?? null;
}

/** A yearless day as the last one on or before the anchor: the go/no-go of a release of next year lies in its year. */
function yearBefore(date: CalendarDate, anchor: CalendarDate, today: CalendarDate): CalendarDate {
  const { month, day } = dateParts(date);
  const { year } = dateParts(anchor);
  const same = calendarDate(year, month, day);
  if (same && same <= anchor) return same;
  const before = calendarDate(year - 1, month, day);
  // A day that has passed is not meant: then the typed one comes after the target, which is said.
  return before && before >= today ? before : date;
}

/** A date phrase in a line of a note, with its day and what was assumed. */
export interface PhraseOnLine {
  readonly start: number;
  readonly end: number;
  readonly date: CalendarDate;
  readonly assumption: string | null;
  /** True when one ISO date says the same: no span, no doubt about the order of day and month. */
  readonly isExact: boolean;
}

/** What a note says about how its dates are read: its own date, and the order of day and month that its dates prove. */
export interface NoteDates {
  readonly reference: CalendarDate;
  readonly order: Settings['dateOrder'] | null;
}

/** Notes longer than this are not read again at each rest of the mouse. */
const MAX_TEXT = 200_000;

/** How the dates of a note are read, from its text as it stands now. */
export function noteDates(path: string, text: string, settings: Settings, fileDate: CalendarDate): NoteDates {
  if (text.length > MAX_TEXT) return { reference: fileDate, order: null };
  return { reference: readNote(path, text, readerOptions(settings, fileDate)).asOf, order: provenOrder(text) };
}

const LINK_OR_CODE = /\[\[[^\]]*\]\]|\]\([^)]*\)|`[^`]*`|https?:\/\/\S+/g;
const DONE_LINE = /^[\s>]*(?:[-*+]|\d+[.)])[ \t]+\[[xX]\]/;

/** All dates that stand in a line, without those in links and code; a date that is ISO already is left out. */
export function datesOnLine(line: string, { reference, order }: NoteDates, settings: Settings): PhraseOnLine[] {
  const hidden = [...line.matchAll(LINK_OR_CODE)].map((match) => [match.index, match.index + match[0].length] as const);
  const context = {
    ...contextAt(reference, settings, null),
    tense: DONE_LINE.test(line) ? ('past' as const) : ('future' as const),
    ...(order === null ? {} : { order, orderProven: true }),
  };
  return findDates(line, context).flatMap(({ start: from, end: last, reading }) => {
    if (!reading || hidden.some(([start, end]) => from < end && start < last)) return [];
    // A time behind the date stays as it is.
    const end = reading.time === null ? last : Math.min(last, from + reading.phrase.length);
    // "on Thursday" is a day and a word that stays.
    const start = from + (/^(?:by|on)\s+/i.exec(line.slice(from, end))?.[0].length ?? 0);
    return !/^\d{4}-\d{2}-\d{2}$/.test(line.slice(start, end).trim())
      ? [
          {
            start,
            end,
            date: reading.date,
            assumption: reading.ambiguous ? 'ambiguous' : reading.assumption,
            isExact: reading.from === null && !reading.ambiguous && !reading.fuzzy,
          },
        ]
      : [];
  });
}

function contextAt(
  reference: CalendarDate,
  { calendar, dateOrder, fiscalYearStart, countdownInBusinessDays }: Settings,
  anchor: CalendarDate | null,
): Parameters<typeof findDates>[1] {
  return {
    reference,
    weakReference: false,
    yearAnchor: null,
    anchor,
    order: dateOrder,
    orderProven: false,
    calendar,
    fiscalYearStart,
    tense: 'future',
    countdownInBusinessDays,
  };
}

function understood(
  date: CalendarDate,
  from: CalendarDate | null,
  assumption: string | null,
  today: CalendarDate,
  calendar: BusinessCalendar,
): UnderstoodDate {
  return { date, from, assumption, concerns: concernsOf(date, today, calendar) };
}

function concernsOf(date: CalendarDate, today: CalendarDate, calendar: BusinessCalendar): DayConcern[] {
  const concerns: DayConcern[] = [];
  if (date < today) concerns.push('past');
  if (!isBusinessDay(date, calendar)) concerns.push(calendar.weekend.includes(weekday(date)) ? 'weekend' : 'holiday');
  if (calendar.freezes.includes(date)) concerns.push('freeze');
  return concerns;
}
