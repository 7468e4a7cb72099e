import type { NoteChange } from '../index/release-index';
import type { Slices } from './read-in-slices';

/** Notes applied to the index at once: fewer rebuilds of a release that several of them touch. */
const BATCH = 8;

/** Changes that wait to be applied together. */
export interface Batches {
  readonly add: (change: NoteChange) => void;
  /** True when enough wait, or the slice of time is used up. */
  readonly isDue: () => boolean;
  readonly flush: () => void;
}

/** Collects changes for `apply`. */
export function batches(apply: (changes: readonly NoteChange[]) => void, slice: Slices): Batches {
  let waiting: NoteChange[] = [];
  return {
    add: (change) => void waiting.push(change),
    isDue: () => waiting.length >= BATCH || slice.used(),
    flush: () => {
      if (waiting.length > 0) apply(waiting);
      waiting = [];
    },
  };
}
