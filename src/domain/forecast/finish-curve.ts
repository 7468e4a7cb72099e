/**
 * The chance that all open work is done by the end of each business day from today on: index 0 is today, 1 the next
 * business day. Never falls; beyond its end its last value stands.
 */
export type FinishCurve = readonly number[];

/** Business days after which a finish counts as "beyond a year". */
export const HORIZON = 250;
/** More open items than this are "beyond a year", too. */
export const MOST_OPEN = 300;

/** The chance of being done by the end of a day, counted in business days from today; 0 for days before today. */
export function chanceBy(curve: FinishCurve, days: number): number {
  if (days < 0) return 0;
  return curve[Math.min(days, curve.length - 1)] ?? 0;
}

/** The first day by whose end the chance is at least `chance` (0 to 1); null where it is beyond the horizon. */
export function dayOfChance(curve: FinishCurve, chance: number): number | null {
  const day = curve.findIndex((reached) => reached >= chance - ROUNDING);
  return day < 0 ? null : day;
}

/** Nothing is done before this day, whatever the curve says. */
export function notBefore(curve: FinishCurve, day: number): FinishCurve {
  if (day <= 0) return curve;
  const last = Math.min(day, HORIZON + 1);
  const late = Array.from({ length: last }, () => 0);
  return day > HORIZON ? late : [...late, ...(curve.length > day ? curve.slice(day) : curve.slice(-1))];
}

/** Sums of many small numbers miss a round figure by less than this. */
const ROUNDING = 1e-12;
