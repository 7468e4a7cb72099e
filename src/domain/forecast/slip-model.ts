import { type FinishCurve, HORIZON } from './finish-curve';

/** One open item: all days are business days from today, negative ones lie in the past. */
export interface SlippingItem {
  /** The day on which it is due: its own, else the gate. */
  readonly due: number;
  /** It cannot be done before this day; null where nothing says so. */
  readonly notBefore: number | null;
}

/**
 * Model B, parallel owners, exact: the mean, over finished releases, of the chance that every open item slips in time
 * if it slips as an item of that release did. An item that is open today cannot have a slip that lies before today.
 *
 * @param releases the slips of each finished release: business days from due (or gate) to done
 * @param items the required items that are still open
 * @returns the chance by the end of each business day from today (index 0: today)
 */
export function* slipFinish(
  releases: readonly (readonly number[])[],
  items: readonly SlippingItem[],
): Generator<void, FinishCurve> {
  if (items.length === 0) return [1];
  if (releases.length === 0) return [0];
  const sums = Array.from({ length: HORIZON + 1 }, () => 0);
  for (const slips of releases) {
    const all = Array.from({ length: HORIZON + 1 }, () => 1);
    const known = new Map<number, readonly number[]>();
    for (const item of items) {
      const own = known.get(item.due) ?? sharesInTime(slips, item.due);
      known.set(item.due, own);
      for (let day = 0; day <= HORIZON; day++)
        all[day] = (all[day] ?? 0) * (item.notBefore !== null && day < item.notBefore ? 0 : (own[day] ?? 0));
      yield;
    }
    for (let day = 0; day <= HORIZON; day++) sums[day] = (sums[day] ?? 0) + (all[day] ?? 0);
  }
  const curve = sums.map((sum) => sum / releases.length);
  const end = curve.findIndex((chance) => chance === 1);
  return end < 0 ? curve : curve.slice(0, end + 1);
}

/** For each day the share of a release's slips with which an item due on `due` is done by then. */
function sharesInTime(slips: readonly number[], due: number): readonly number[] {
  const ahead = slips.map((slip) => due + slip).filter((day) => day >= 0);
  // Later than any of that release's ever was: nobody knows; from tomorrow on it may be done.
  const days = ahead.length > 0 ? ahead : [1];
  const counts = Array.from({ length: HORIZON + 1 }, () => 0);
  for (const day of days) if (day <= HORIZON) counts[day] = (counts[day] ?? 0) + 1;
  let done = 0;
  return counts.map((count) => (done += count) / days.length);
}
