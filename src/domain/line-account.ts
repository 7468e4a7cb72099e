/**
 * What became of the lines of one note that carry a box or a commitment: each counts in exactly one place, the first that
 * fits. Counts of lines, save `notRead`, which names the lines (1-based). The places add up to `boxes` and the lines
 * without a box in which work, a need or a risk was read.
 */
export interface LineAccount {
  /** Lines with a box in any state. */
  readonly boxes: number;
  readonly checklist: number;
  readonly dependencies: number;
  readonly actions: number;
  readonly risks: number;
  /** Work that belongs to no release and has no owner or day. */
  readonly looseEnds: number;
  readonly proposals: number;
  /** Boxes that say nothing that is followed: answers of a choice, people present, empty lines of a template. */
  readonly notRead: readonly number[];
  /** A form in which nobody has written yet: what such a note is for has not been done. */
  readonly isBlank?: true;
}

/** A note in which nothing was to be read. */
export const NO_LINES: LineAccount = {
  boxes: 0,
  checklist: 0,
  dependencies: 0,
  actions: 0,
  risks: 0,
  looseEnds: 0,
  proposals: 0,
  notRead: [],
};
