import type { CalendarDate } from '../domain/calendar-date';

/** The only source of time below the shell. */
export interface Clock {
  /** The person's civil date now. */
  readonly today: () => CalendarDate;
  /** The civil date of an instant in milliseconds, in the person's time zone. */
  readonly dateOf: (time: number) => CalendarDate;
  /** A monotonic number of milliseconds, for measuring slices of work. */
  readonly elapsed: () => number;
}
