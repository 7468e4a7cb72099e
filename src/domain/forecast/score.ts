/** A chance that was said, and whether it came true. */
export interface Outcome {
  readonly chance: number;
  readonly came: boolean;
}

/** Brier score: the mean squared distance of what was said from what came; 0 is best, .25 is "half, every time". */
export function brierScore(outcomes: readonly Outcome[]): number {
  const sum = outcomes.reduce((total, { chance, came }) => total + (chance - Number(came)) ** 2, 0);
  return sum / outcomes.length;
}
