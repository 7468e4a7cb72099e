import type { CalendarDate } from './calendar-date';
import type { DateReading } from './note-facts';

/** A day that is written as one: nothing about it is assumed. */
export function exactDay(date: CalendarDate, phrase: string = date): DateReading {
  return { date, from: null, phrase, assumption: null, fuzzy: false, ambiguous: false, time: null };
}
