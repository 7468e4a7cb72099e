import type { BusinessCalendar } from '../domain/business-calendar';
import type { CalendarDate } from '../domain/calendar-date';
import {
  type FinishedRelease,
  forecastOf,
  type ForecastInputs,
  type ForecastResult,
} from '../domain/forecast/forecast';
import { finishedRelease, forecastInputs } from '../domain/forecast/release-inputs';
import { isAhead, type Release } from '../domain/release';
import { nextGate } from '../domain/risk/gate';
import { tierKey } from '../domain/risk/tier';

/** The forecast of every release that is ahead, kept current; worked out again only where its inputs changed. */
export interface Forecasts {
  /** Takes changed releases in, in steps; gives all releases whose forecast may be another one now. */
  readonly update: (
    changed: Iterable<string>,
    release: (id: string) => Release | null,
  ) => Generator<void, ReadonlySet<string>>;
  /** From now on counted from this day; all forecasts wait for the next update. */
  readonly setDay: (today: CalendarDate) => void;
  /** Null for a release that is not ahead, or not known. */
  readonly of: (id: string) => ForecastResult | null;
  /** When the work of each finished release was done, by its id; another object after a change. */
  readonly doneOn: () => ReadonlyMap<string, CalendarDate>;
}

/** Only so many finished releases of a tier are looked at: the latest. */
const KEPT_FINISHED = 8;

interface Known {
  readonly key: string;
  readonly result: ForecastResult;
}

/** Starts without any. */
export function createForecasts(calendar: BusinessCalendar, start: CalendarDate): Forecasts {
  let today = start;
  const known = new Map<string, Known>();
  const tierOfAhead = new Map<string, string>();
  const finished = finishedReleases(calendar);
  const pending = new Set<string>();

  function* forecast(id: string, release: Release): Generator<void, void> {
    const inputs = forecastInputs(release, {
      today,
      calendar,
      gate: nextGate(release),
      finished: finished.of(tierOf(release), today),
    });
    const key = keyOf(inputs);
    if (known.get(id)?.key !== key) known.set(id, { key, result: yield* forecastOf(inputs) });
  }

  return {
    *update(changed, lookup) {
      for (const id of changed) {
        const release = lookup(id);
        pending.add(id);
        const tiers = finished.take(id, release);
        if (tiers.size > 0) for (const [other, tier] of tierOfAhead) if (tiers.has(tier)) pending.add(other);
        if (release && isAhead(release)) tierOfAhead.set(id, tierOf(release));
        else tierOfAhead.delete(id);
      }
      const ids = new Set(pending);
      pending.clear();
      for (const id of ids) {
        const release = lookup(id);
        if (release && isAhead(release)) yield* forecast(id, release);
        else known.delete(id);
        yield;
      }
      return ids;
    },
    setDay: (day) => {
      today = day;
      for (const id of tierOfAhead.keys()) pending.add(id);
    },
    of: (id) => known.get(id)?.result ?? null,
    doneOn: finished.doneOn,
  };
}

function tierOf(release: Release): string {
  return tierKey(release.tier?.value ?? '');
}

/** What releases that went out say about others of their tier. */
interface FinishedReleases {
  /** The tiers of which something else is known now. */
  readonly take: (id: string, release: Release | null) => ReadonlySet<string>;
  /** Those that went out by this day, the latest last. */
  readonly of: (tier: string, today: CalendarDate) => FinishedRelease[];
  readonly doneOn: () => ReadonlyMap<string, CalendarDate>;
}

function finishedReleases(calendar: BusinessCalendar): FinishedReleases {
  const known = new Map<string, { readonly tier: string; readonly release: FinishedRelease; readonly key: string }>();
  let days: ReadonlyMap<string, CalendarDate> | null = null;
  /** The latest of each tier as of a day, sorted when first asked for. */
  const latest = new Map<string, FinishedRelease[]>();
  return {
    take: (id, release) => {
      const now = release ? finishedRelease(release, calendar) : null;
      const next = now && release ? { tier: tierOf(release), release: now, key: JSON.stringify(now) } : null;
      const before = known.get(id);
      if (before?.key === next?.key && before?.tier === next?.tier) return new Set();
      if (next) known.set(id, next);
      else known.delete(id);
      days = null;
      latest.clear();
      return new Set([before, next].flatMap((one) => (one ? [one.tier] : [])));
    },
    of: (tier, today) => {
      const key = `${today} ${tier}`;
      const found = latest.get(key) ?? latestOf([...known.values()], tier, today);
      latest.set(key, found);
      return found;
    },
    doneOn: () => (days ??= new Map([...known].map(([id, { release }]) => [id, release.doneOn]))),
  };
}

function latestOf(
  known: readonly { readonly tier: string; readonly release: FinishedRelease }[],
  tier: string,
  today: CalendarDate,
): FinishedRelease[] {
  return known
    .filter((one) => one.tier === tier && one.release.wentOut <= today)
    .map(({ release }) => release)
    .sort((a, b) => (a.wentOut !== b.wentOut ? (a.wentOut < b.wentOut ? -1 : 1) : a.id < b.id ? -1 : 1))
    .slice(-KEPT_FINISHED);
}

/** Equal keys mean equal forecasts; the calendar stays the same for as long as the forecasts are kept. */
function keyOf({ today, gate, target, open, total, days, finished }: ForecastInputs): string {
  return JSON.stringify([today, gate, target, total, open, days, finished]);
}
