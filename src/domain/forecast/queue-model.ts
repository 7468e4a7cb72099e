import { type FinishCurve, HORIZON } from './finish-curve';

/** Business days that a window holds, and the share of a day that comes from it rather than from all days. */
export interface QueueShape {
  readonly window: number;
  readonly windowShare: number;
}

/** Semantics section 5: plain draws of single days are overconfident, for work comes in spells. */
export const QUEUE_SHAPE: QueueShape = { window: 10, windowShare: 0.7 };

/** How likely a day brings how many completions, by their number. */
type DayChances = readonly (readonly [count: number, chance: number])[];

const CERTAIN = 1 - 1e-12;

/**
 * Model A, the queue, exact: the mean, over all windows of the sampled days, of the chance that the days to come bring
 * at least `open` completions, each day drawn from the window or (the rest of the time) from all days.
 *
 * @param days completions of each business day, oldest first; days without any included
 * @param open required items that are still open
 * @returns the chance by the end of each business day from today (index 0: today, on which nothing more is expected)
 */
export function* queueFinish(
  days: readonly number[],
  open: number,
  { window, windowShare }: QueueShape = QUEUE_SHAPE,
): Generator<void, FinishCurve> {
  if (open <= 0) return [1];
  const starts = Math.max(1, days.length - window + 1);
  const sums = Array.from({ length: HORIZON + 1 }, () => 0);
  for (let start = 0; start < starts; start++) {
    const chances = mixed(days.slice(start, start + window), days, windowShare);
    addChances(sums, chances, open);
    yield;
  }
  const curve = sums.map((sum) => sum / starts);
  const end = curve.findIndex((chance) => chance >= CERTAIN);
  return end < 0 ? curve : [...curve.slice(0, end), 1];
}

function mixed(window: readonly number[], all: readonly number[], windowShare: number): DayChances {
  const chances = new Map<number, number>();
  const add = (counts: readonly number[], share: number): void => {
    for (const count of counts) chances.set(count, (chances.get(count) ?? 0) + share / counts.length);
  };
  add(window, windowShare);
  add(all, 1 - windowShare);
  return [...chances].sort(([a], [b]) => a - b);
}

/** Adds to each day the chance that `open` completions have come by its end. */
function addChances(sums: number[], day: DayChances, open: number): void {
  let sofar = new Float64Array(open);
  sofar[0] = 1;
  for (let on = 1; on <= HORIZON; on++) {
    const next = new Float64Array(open);
    let unfinished = 0;
    for (const [count, chance] of day)
      for (let done = 0; done + count < open; done++) {
        const part = (sofar[done] ?? 0) * chance;
        next[done + count] = (next[done + count] ?? 0) + part;
        unfinished += part;
      }
    sofar = next;
    const finished = Math.max(0, 1 - unfinished);
    if (finished >= CERTAIN) {
      for (let rest = on; rest <= HORIZON; rest++) sums[rest] = (sums[rest] ?? 0) + 1;
      return;
    }
    sums[on] = (sums[on] ?? 0) + finished;
  }
}
