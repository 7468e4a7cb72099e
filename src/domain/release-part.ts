import type { CalendarDate } from './calendar-date';
import type { NoteFacts, ScalarFact, TaskFact } from './note-facts';

/**
 * One note's part in a release: its facts and the indices of its mentions that mean this release (−1: what belongs to
 * none).
 */
export interface ReleasePart {
  readonly facts: NoteFacts;
  readonly mentions: readonly number[];
  /** The day on which a line of it was seen to change to what it says; null where the note's own day counts. */
  readonly seenOn?: (fact: ScalarFact) => CalendarDate | null;
  /** The day on which its box was seen to be ticked; null where nobody saw it. */
  readonly tickedOn?: (task: TaskFact) => CalendarDate | null;
}
