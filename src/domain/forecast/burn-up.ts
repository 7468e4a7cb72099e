import { type BusinessCalendar, businessDaysBetween } from '../business-calendar';
import { type CalendarDate, earlier } from '../calendar-date';
import type { Evidence } from '../evidence';
import { type ChecklistItem, isCounted, type Release } from '../release';
import { dayOfChance, type FinishCurve } from './finish-curve';

/** Required items that came into view on one day. */
export interface ScopeStep {
  /** Business days from the start. */
  readonly day: number;
  readonly added: number;
  readonly total: number;
  /** The first line that stated one of them. */
  readonly evidence: Evidence;
}

/** What happened so far: scope and completions of the required items, in business days from the start. */
export interface BurnUp {
  readonly start: CalendarDate;
  readonly today: number;
  readonly scope: readonly ScopeStep[];
  /** How many are done by the end of each day on which that changed. */
  readonly done: readonly { readonly day: number; readonly total: number }[];
}

/** The history of a release's required items up to today; null where it has none. */
export function burnUp(release: Release, today: CalendarDate, calendar: BusinessCalendar): BurnUp | null {
  const items = release.items.filter(isCounted);
  const start = items.map((item) => startOf(item, today)).reduce<CalendarDate | null>(earlier, null);
  if (start === null) return null;
  const dayOf = (date: CalendarDate): number =>
    businessDaysBetween(start, date < start ? start : date > today ? today : date, calendar);
  const seen = new Map<number, ChecklistItem[]>();
  const done = new Map<number, number>();
  for (const item of items) {
    const day = dayOf(startOf(item, today));
    seen.set(day, [...(seen.get(day) ?? []), item]);
    if (item.state !== 'done') continue;
    // A box that was ticked when it was first seen was done before.
    const on = item.completion ? dayOf(item.completion.on) : day;
    done.set(on, (done.get(on) ?? 0) + 1);
  }
  let total = 0;
  const scope = [...seen]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, added]): ScopeStep[] => {
      total += added.length;
      const evidence = added[0] ? firstOf(added[0]) : undefined;
      return evidence ? [{ day, added: added.length, total, evidence }] : [];
    });
  let finished = 0;
  return {
    start,
    today: dayOf(today),
    scope,
    done: [...done].sort(([a], [b]) => a - b).map(([day, count]) => ({ day, total: (finished += count) })),
  };
}

function startOf({ firstSeen, completion }: ChecklistItem, today: CalendarDate): CalendarDate {
  const first = earlier(firstSeen, completion?.on ?? null) ?? firstSeen;
  return first > today ? today : first;
}

function firstOf({ sightings, evidence }: ChecklistItem): Evidence {
  return sightings[sightings.length - 1] ?? evidence;
}

/**
 * Equally likely outcomes: the day of each, in business days from today; null beyond the horizon. As many lie before a
 * day as the chance of that day says.
 */
export function outcomes(curve: FinishCurve, count = 20): (number | null)[] {
  return Array.from({ length: count }, (_, at) => dayOfChance(curve, (at + 0.5) / count));
}
