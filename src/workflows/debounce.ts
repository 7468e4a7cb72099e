import type { Clock } from '../ports/clock';
import type { Scheduler } from '../ports/scheduler';

/** Lets a task wait for quiet. */
export interface Debounce {
  /** Runs the task after so many milliseconds of quiet, in place of the one that waits. */
  readonly soon: (quietMs: number, task: () => void) => void;
  /** What waits is not run. */
  readonly cancel: () => void;
}

/** Nothing waits yet. Under steady calls a task runs no later than `longest.ms` after the first of them. */
export function debounce(
  scheduler: Scheduler,
  longest?: { readonly ms: number; readonly clock: Pick<Clock, 'elapsed'> },
): Debounce {
  let cancelTimer: (() => void) | null = null;
  let since: number | null = null;
  const cancel = (): void => {
    cancelTimer?.();
    cancelTimer = null;
    since = null;
  };
  const left = (): number => {
    if (!longest) return Infinity;
    since ??= longest.clock.elapsed();
    return Math.max(0, longest.ms - (longest.clock.elapsed() - since));
  };
  return {
    soon: (quietMs, task) => {
      cancelTimer?.();
      cancelTimer = scheduler.after(Math.min(quietMs, left()), () => {
        cancelTimer = null;
        since = null;
        task();
      });
    },
    cancel,
  };
}
