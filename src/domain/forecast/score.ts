/** A chance that was said, and whether it came true. */
export interface Outcome {
  readonly chance: number;
  readonly came: boolean;
}

/** The frequency that words, picture and history share: of twenty outcomes, how many. */
export function outOfTwenty(chance: number): number {
  return Math.round(chance * 20);
}

/** Brier score: the mean squared distance of what was said from what came; 0 is best, .25 is "half, every time". */
export function brierScore(outcomes: readonly Outcome[]): number {
  const sum = outcomes.reduce((total, { chance, came }) => total + (chance - Number(came)) ** 2, 0);
  return sum / outcomes.length;
}

/** A chance to four digits, as it is kept and reported. */
export function toFourDigits(chance: number): number {
  return Math.round(chance * 10_000) / 10_000;
}
