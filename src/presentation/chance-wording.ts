import { outOfTwenty } from '../domain/forecast/score';

/**
 * A chance as a frequency, "about 14 in 20", which people read better than percent. Nothing that lies ahead is certain,
 * and few past days say little about rare things: beyond 19 in 20 no number is given.
 *
 * @param chance 0 to 1
 */
export function chanceWords(chance: number): string {
  if (chance === 0) return 'no chance';
  if (outOfTwenty(chance) < 1) return 'less than 1 in 20';
  if (outOfTwenty(chance) > 19) return 'more than 19 in 20';
  return `about ${outOfTwenty(chance)} in 20`;
}
