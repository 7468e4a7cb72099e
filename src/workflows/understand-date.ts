import { type BusinessCalendar, isBusinessDay } from '../domain/business-calendar';
import { type CalendarDate, weekday } from '../domain/calendar-date';
import { latestBefore } from '../domain/due-date';
import { findDates } from '../markdown/dates/find-dates';
import { findCountdown, findLeadTime } from '../markdown/dates/lead-time';
import { type Settings } from '../settings/settings';

/** What may be wrong with a day on which something should happen. */
export type DayConcern = 'past' | 'weekend' | 'holiday' | 'freeze';

/** A typed date as it was understood. */
export interface UnderstoodDate {
  readonly date: CalendarDate;
  /** First day of a span that was typed ("mid February"); null for one day. */
  readonly from: CalendarDate | null;
  readonly assumption: string | null;
  readonly concerns: readonly DayConcern[];
}

/** Reads what a person typed as a date, as of today; null when it is none. `anchor` is what "T-3" counts back from. */
export function understandDate(text: string, today: CalendarDate, settings: Settings, anchor: CalendarDate | null = null): UnderstoodDate | null {
  const source = text.trim();
  if (source === '') return null;
  const { calendar } = settings;
  const lead = anchor ? (findLeadTime(source)?.lead ?? findCountdown(source, settings.countdownInBusinessDays)?.lead) : undefined;
  if (anchor && lead) return understood(latestBefore(anchor, lead, calendar), null, `${lead.amount} ${lead.unit === 'business' ? 'business days' : 'days'} before`, today, calendar);
  const reading = findDates(source, contextAt(today, settings, anchor)).find((match) => match.reading)?.reading;
  if (!reading) return null;
  const assumption = reading.ambiguous ? 'ambiguous' : reading.assumption;
  return understood(reading.date, reading.from, assumption, today, calendar);
}

/** A date phrase in a line of a note, with its day and what was assumed. */
export interface PhraseOnLine {
  readonly start: number;
  readonly end: number;
  readonly date: CalendarDate;
  readonly assumption: string | null;
}

/** All dates that stand in a line, as of its note's date; a date that is ISO already is left out. */
export function datesOnLine(line: string, reference: CalendarDate, settings: Settings): PhraseOnLine[] {
  return findDates(line, contextAt(reference, settings, null)).flatMap(({ start: from, end, reading }) => {
    // "on Thursday" is a day and a word that stays.
    const start = from + (/^(?:by|on)\s+/i.exec(line.slice(from, end))?.[0].length ?? 0);
    return reading && !/^\d{4}-\d{2}-\d{2}$/.test(line.slice(start, end).trim()) ? [{ start, end, date: reading.date, assumption: reading.assumption }] : [];
  });
}

function contextAt(reference: CalendarDate, { calendar, dateOrder, fiscalYearStart, countdownInBusinessDays }: Settings, anchor: CalendarDate | null): Parameters<typeof findDates>[1] {
  return { reference, weakReference: false, yearAnchor: null, anchor, order: dateOrder, orderProven: false, calendar, fiscalYearStart, tense: 'future', countdownInBusinessDays };
}

function understood(date: CalendarDate, from: CalendarDate | null, assumption: string | null, today: CalendarDate, calendar: BusinessCalendar): UnderstoodDate {
  return { date, from, assumption, concerns: concernsOf(date, today, calendar) };
}

function concernsOf(date: CalendarDate, today: CalendarDate, calendar: BusinessCalendar): DayConcern[] {
  const concerns: DayConcern[] = [];
  if (date < today) concerns.push('past');
  if (!isBusinessDay(date, calendar)) concerns.push(calendar.weekend.includes(weekday(date)) ? 'weekend' : 'holiday');
  if (calendar.freezes.includes(date)) concerns.push('freeze');
  return concerns;
}
