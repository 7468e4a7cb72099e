import type { Scheduler } from '../ports/scheduler';

/** Timers of the main window, all of which can be given back at once. */
export function windowScheduler(): Scheduler & { readonly cancelAll: () => void } {
  const running = new Set<number>();
  const after = (ms: number, task: () => void): (() => void) => {
    const id = window.setTimeout(() => {
      running.delete(id);
      task();
    }, ms);
    running.add(id);
    return () => {
      running.delete(id);
      window.clearTimeout(id);
    };
  };
  return {
    after,
    pause: () => new Promise((resolve) => after(0, resolve)),
    cancelAll: () => {
      for (const id of running) window.clearTimeout(id);
      running.clear();
    },
  };
}
