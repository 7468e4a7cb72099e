/** `done` is only x/X, `cancelled` only `-`; every other mark is open work. */
export type TaskState = 'open' | 'in-progress' | 'deferred' | 'done' | 'cancelled';

/** Mark characters (one each) that mean something else than open; settings can add to them. */
export type TaskMarks = Readonly<Record<string, TaskState>>;

/** True while work is left: neither done nor cancelled. */
export function isOpen(state: TaskState): boolean {
  return state !== 'done' && state !== 'cancelled';
}

/** Boxes counted by outcome; cancelled ones are in no denominator. */
export interface ChecklistCount {
  readonly done: number;
  readonly open: number;
  readonly cancelled: number;
}

/** Counts states. */
export function countStates(states: readonly TaskState[]): ChecklistCount {
  let done = 0;
  let cancelled = 0;
  for (const state of states) {
    if (state === 'done') done++;
    else if (state === 'cancelled') cancelled++;
  }
  return { done, cancelled, open: states.length - done - cancelled };
}

/** Share done of all that is not cancelled, 0 to 1; null without any. */
export function shareDone(count: ChecklistCount): number | null {
  const total = count.done + count.open;
  return total === 0 ? null : count.done / total;
}
