import type { CalendarDate } from '../domain/calendar-date';
import type { Evidence } from '../domain/evidence';
import { fromToday, monthDay } from './date-wording';
import type { FollowUpLine } from './follow-ups-model';
import { type Place, placeOf } from './place';

/** One row: what, and in small words who, when, where. */
export interface TodayRow {
  readonly key: string;
  readonly text: string;
  readonly facts: readonly string[];
  readonly isLate: boolean;
  readonly place: Place;
  /** Of a follow-up: its line, and how long nobody wrote about it ('' where that does not matter). */
  readonly line: FollowUpLine | null;
  readonly silent: string;
}

/** A row with the day that it is about. */
export interface DatedRow extends TodayRow {
  readonly on: CalendarDate;
}

/** So many days ahead dates are shown. */
export const DATES_AHEAD_DAYS = 14;

/** A row that is no follow-up. */
export function plainRow(
  key: string,
  text: string,
  facts: readonly string[],
  at: Pick<Evidence, 'path' | 'line'>,
  isLate = false,
): TodayRow {
  return { key, text, facts, isLate, place: placeOf(at), line: null, silent: '' };
}

/** The row of a day. */
export function datedRow(
  key: string,
  on: CalendarDate,
  text: string,
  at: Pick<Evidence, 'path' | 'line'>,
  today: CalendarDate,
): DatedRow {
  return { ...plainRow(key, text, [monthDay(on, today), fromToday(on, today)], at, on < today), on };
}
