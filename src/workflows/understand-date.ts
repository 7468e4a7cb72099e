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
  const context = { reference: today, weakReference: false, yearAnchor: null, anchor, order: settings.dateOrder, orderProven: false, calendar, fiscalYearStart: settings.fiscalYearStart, tense: 'future' as const, countdownInBusinessDays: settings.countdownInBusinessDays };
  const reading = findDates(source, context).find((match) => match.reading)?.reading;
  if (!reading) return null;
  const assumption = reading.ambiguous ? 'ambiguous' : reading.assumption;
  return understood(reading.date, reading.from, assumption, today, calendar);
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
