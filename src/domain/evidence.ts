import type { CalendarDate } from './calendar-date';
import type { SystemId } from './outside-item';

/** Where in one note something stands: lines count from 1 and include both ends; `text` is the source, shortened. */
export interface Span {
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
  /** Which of the lines with equal words it is, for those that a person can act on: see `LineSpot`. */
  readonly spot?: string;
}

/** Where something stands in the vault and as of when it was said. `weak` marks a date that is only the file's. */
export interface Evidence extends Span {
  readonly path: string;
  readonly asOf: CalendarDate;
  readonly weak: boolean;
  /** The system that says so, in a block that it filled; left out where a person does. */
  readonly origin?: SystemId;
}

/** A value with the place that states it. */
export interface Fact<T> {
  readonly value: T;
  readonly evidence: Evidence;
}
