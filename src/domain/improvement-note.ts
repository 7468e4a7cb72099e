import type { CalendarDate } from './calendar-date';

/** What a retro's line says beside its words, owner and day. */
export interface ImprovementNote {
  /** How we will see that it is done. */
  readonly doneWhen: string | null;
  /** A playbook, a template, a note: what shows that it is done. */
  readonly evidence: string | null;
  /** The day on which it was done. */
  readonly doneOn: CalendarDate | null;
  /** The day on which it was seen to hold in a later release. */
  readonly verified: CalendarDate | null;
  /** Why it was dropped. */
  readonly reason: string | null;
}
