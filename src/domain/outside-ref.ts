import type { CalendarDate } from './calendar-date';
import type { SystemId } from './outside-item';

/** Where an item of a note comes from, when a block that another system filled states it. */
export interface OutsideRef {
  readonly system: SystemId;
  /** The key people know (`PAY-12`); null where the system has none. */
  readonly key: string | null;
  /** Where it can be opened; only `https:`. */
  readonly url: string | null;
  /** Its status there, where the note's block says it. */
  readonly status: string | null;
  /** Day of the newest change among the block's items: as of then all of it speaks; null where the block lost it. */
  readonly asOf: CalendarDate | null;
}
