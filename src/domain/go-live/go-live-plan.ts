/** A time as a note writes it: civil day and time of day, and how far the clock was from UTC where that is said. */
export interface Stamp {
  /** `2026-02-15`; null where only a time of day is given. */
  readonly day: string | null;
  /** `22:00`. */
  readonly time: string;
  /** Minutes east of UTC; null for the device's own zone. */
  readonly offset: number | null;
}

/** One step of a go-live, as its line says. */
export interface GoLiveStep {
  /** Counts from 1. */
  readonly line: number;
  /** The whole line: an edit finds it by its words. */
  readonly raw: string;
  readonly title: string;
  /** Minutes from the start (T−1h is −60); null where none is written. */
  readonly offset: number | null;
  /** How long it takes, in minutes; null where none is written. */
  readonly minutes: number | null;
  readonly owner: string | null;
  readonly isDone: boolean;
  readonly started: Stamp | null;
  readonly completed: Stamp | null;
  readonly isPointOfNoReturn: boolean;
}

/** What is done when it goes wrong. */
export interface RollbackPlan {
  readonly owner: string | null;
  /** How long it takes, in minutes; null where none is written. */
  readonly minutes: number | null;
  /** As written: "error rate > 2 % for 10 min". */
  readonly triggers: readonly { readonly line: number; readonly text: string }[];
  readonly steps: readonly GoLiveStep[];
}

/** A go-live note. */
export interface GoLivePlan {
  readonly title: string | null;
  /** When T is; null until it is set. */
  readonly start: Stamp | null;
  /** The end of the window. */
  readonly until: Stamp | null;
  readonly steps: readonly GoLiveStep[];
  readonly rollback: RollbackPlan;
  /** The log says that it was rolled back. */
  readonly isRolledBack: boolean;
}

/** True from the first stamp until the last step is done. */
export function isInProgress({ steps, isRolledBack }: Pick<GoLivePlan, 'steps' | 'isRolledBack'>): boolean {
  return !isRolledBack && steps.some(({ started }) => started !== null) && steps.some(({ isDone }) => !isDone);
}
