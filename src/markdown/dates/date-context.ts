import type { BusinessCalendar } from '../../domain/business-calendar';
import type { CalendarDate } from '../../domain/calendar-date';
import type { DateReading } from '../../domain/note-facts';

/** Everything that decides how a phrase is read; nothing here comes from the clock. */
export interface DateContext {
  /** As-of date of the note that the phrase stands in. */
  readonly reference: CalendarDate;
  /** The reference is only the file's time: a yearless date is then read nearest to `yearAnchor`. */
  readonly weakReference: boolean;
  /** A date of the same note that carries its year; decides yearless dates where the reference is weak. */
  readonly yearAnchor: CalendarDate | null;
  /** The release's target date, for "T-5" and "before launch"; null while unknown. */
  readonly anchor: CalendarDate | null;
  /** How `2/3` is read where both readings exist. */
  readonly order: 'month-first' | 'day-first';
  /** Other dates of the same note prove the order, so nothing is ambiguous. */
  readonly orderProven: boolean;
  readonly calendar: BusinessCalendar;
  /** First month of the fiscal year, 1–12; quarters count from it. */
  readonly fiscalYearStart: number;
  /** `past` for done or past-tense lines. */
  readonly tense: 'future' | 'past';
  /** "T-5" counts business days. */
  readonly countdownInBusinessDays: boolean;
}

/** A date phrase in a text: offsets into that text, and its reading, or why it has none. */
export interface DateMatch {
  readonly start: number;
  readonly end: number;
  readonly reading: DateReading | null;
  /** A sentence when the phrase looks like a date but no such day exists. */
  readonly problem: string | null;
}
