import { type BusinessCalendar, businessDaysBetween } from '../domain/business-calendar';
import { type CalendarDate, toDayNumber } from '../domain/calendar-date';
import { partyKey } from '../domain/party';
import { type Release, titleOf } from '../domain/release';
import { assessRisk, type RiskAssessment } from '../domain/risk/assess-risk';
import type { RiskPolicy } from '../domain/risk/risk-policy';
import { NO_OUTLOOK, type Outlook, type PartyLoad } from '../domain/risk/risk-rule';

/** A release with its verdict. */
export interface AssessedRelease {
  readonly release: Release;
  readonly assessment: RiskAssessment;
}

/** What all assessments of a vault depend on beside the notes. */
export interface AssessmentInputs {
  readonly today: CalendarDate;
  readonly policy: RiskPolicy;
  readonly calendar: BusinessCalendar;
  /** What the forecast says of a release, by its id. */
  readonly outlook?: (id: string) => Outlook;
}

/** Assessments kept current: only releases that changed, and those whose shared parties changed, are assessed again. */
export interface Portfolio {
  readonly update: (changed: Iterable<string>, release: (id: string) => Release | null) => void;
  readonly setInputs: (inputs: AssessmentInputs) => void;
  readonly inputs: () => AssessmentInputs;
  readonly assessed: () => readonly AssessedRelease[];
}

const WEEK = 7;
/** Weeks to either side in which a collision of ±5 business days can lie, some holidays included. */
const REACH = 2;

/** The nearest other release that needs one of the same parties. */
interface Collision {
  readonly id: string;
  readonly load: PartyLoad;
  /** Business days between the two targets. */
  readonly distance: number;
}

interface Entry {
  readonly release: Release;
  readonly loads: readonly PartyLoad[];
  collision: Collision | null;
  assessment: RiskAssessment;
}

/** Starts an empty portfolio. */
export function createPortfolio(start: AssessmentInputs): Portfolio {
  let inputs = start;
  const entries = new Map<string, Entry>();
  const board = loadBoard();

  const between = (id: string, own: PartyLoad, load: PartyLoad): Collision | null => {
    const distance = Math.abs(businessDaysBetween(own.target, load.target, inputs.calendar));
    return distance <= inputs.policy.rules.R12.amberAt ? { id, load, distance } : null;
  };

  const collisionOf = (id: string, loads: readonly PartyLoad[]): Collision | null => {
    let best: Collision | null = null;
    for (const own of loads)
      for (const [other, load] of board.near(own)) {
        const found = other === id ? null : between(other, own, load);
        if (found && isNearer(found, best)) best = found;
      }
    return best;
  };

  const assess = (entry: Entry): void => {
    const { release, collision } = entry;
    const { today, policy, calendar, outlook } = inputs;
    const loads = collision ? [collision.load] : [];
    entry.assessment = assessRisk(release, today, policy, calendar, loads, outlook?.(release.id) ?? NO_OUTLOOK);
  };

  /** Takes a release's old loads away; those that collided with it look again. */
  const withdraw = (id: string, loads: readonly PartyLoad[], again: Set<string>): void => {
    for (const load of loads) {
      board.set(id, load, false);
      for (const [other] of board.near(load)) if (entries.get(other)?.collision?.id === id) again.add(other);
    }
  };

  /** Puts a release's loads up; those to which it is now the nearest take it over without looking at all others. */
  const announce = (id: string, loads: readonly PartyLoad[], taken: Set<string>): void => {
    for (const load of loads) {
      board.set(id, load, true);
      for (const [other, own] of board.near(load)) {
        const entry = other === id ? undefined : entries.get(other);
        const found = entry ? between(id, own, load) : null;
        if (!entry || !found || !isNearer(found, entry.collision)) continue;
        entry.collision = found;
        taken.add(other);
      }
    }
  };

  return {
    update: (changed, lookup) => {
      const ids = [...changed];
      const again = new Set<string>();
      const taken = new Set<string>(ids);
      for (const id of ids) {
        const release = lookup(id);
        const old = entries.get(id);
        const loads = release ? loadsOf(release) : [];
        const moved = !sameLoads(old?.loads ?? [], loads);
        if (moved) withdraw(id, old?.loads ?? [], again);
        if (release)
          entries.set(id, {
            release,
            loads,
            collision: moved ? null : (old?.collision ?? null),
            assessment: old?.assessment ?? UNASSESSED,
          });
        else entries.delete(id);
        if (moved) {
          announce(id, loads, taken);
          again.add(id);
        }
      }
      for (const id of again) {
        const entry = entries.get(id);
        if (!entry) continue;
        const collision = collisionOf(id, entry.loads);
        if (!sameLoad(entry.collision?.load ?? null, collision?.load ?? null)) taken.add(id);
        entry.collision = collision;
      }
      for (const id of taken) {
        const entry = entries.get(id);
        if (entry) assess(entry);
      }
    },
    setInputs: (next) => {
      inputs = next;
      for (const [id, entry] of entries) {
        entry.collision = collisionOf(id, entry.loads);
        assess(entry);
      }
    },
    inputs: () => inputs,
    assessed: () => [...entries.values()],
  };
}

/** Nearer in time; by name where two are equally near, so that the order of notes does not matter. */
function isNearer(a: Collision, b: Collision | null): boolean {
  return b === null || a.distance < b.distance || (a.distance === b.distance && nameOf(a.load) < nameOf(b.load));
}

const UNASSESSED: RiskAssessment = {
  level: 'unknown',
  computedLevel: 'unknown',
  override: null,
  score: 0,
  reasons: [],
  followUps: [],
  gate: null,
  gateDays: null,
  unknownCause: null,
  outlook: NO_OUTLOOK,
};

/** Who is asked by which release, by party and week of the target. */
interface LoadBoard {
  readonly set: (id: string, load: PartyLoad, present: boolean) => void;
  readonly near: (load: PartyLoad) => Iterable<readonly [string, PartyLoad]>;
}

function loadBoard(): LoadBoard {
  const weeks = new Map<string, Map<string, PartyLoad>>();
  const keyOf = (load: PartyLoad, shift: number): string =>
    `${Math.floor(toDayNumber(load.target) / WEEK) + shift} ${partyKey(load.party)}`;
  return {
    set: (id, load, present) => {
      const key = keyOf(load, 0);
      const ids = weeks.get(key) ?? new Map<string, PartyLoad>();
      if (present) ids.set(id, load);
      else ids.delete(id);
      if (ids.size > 0) weeks.set(key, ids);
      else weeks.delete(key);
    },
    *near(load) {
      for (let shift = -REACH; shift <= REACH; shift++) yield* weeks.get(keyOf(load, shift)) ?? [];
    },
  };
}

function nameOf(load: PartyLoad): string {
  return `${load.releaseKey} ${load.evidence.path}:${load.evidence.line}`;
}

/** One load a party: its open asks in a release that is still ahead. */
function loadsOf(release: Release): PartyLoad[] {
  const target = release.target?.value.date;
  if (!target || release.phase === 'released' || release.phase === 'cancelled') return [];
  const loads = new Map<string, PartyLoad>();
  for (const dependency of release.dependencies) {
    if (dependency.who === null || dependency.settled || loads.has(partyKey(dependency.who))) continue;
    loads.set(partyKey(dependency.who), {
      party: dependency.who,
      releaseKey: titleOf(release),
      target,
      evidence: dependency.evidence,
    });
  }
  return [...loads.values()];
}

function sameLoads(a: readonly PartyLoad[], b: readonly PartyLoad[]): boolean {
  return a.length === b.length && a.every((load, index) => sameLoad(load, b[index] ?? null));
}

function sameLoad(a: PartyLoad | null, b: PartyLoad | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a === b ||
    (a.party === b.party &&
      a.target === b.target &&
      a.releaseKey === b.releaseKey &&
      a.evidence.path === b.evidence.path &&
      a.evidence.line === b.evidence.line &&
      a.evidence.text === b.evidence.text &&
      a.evidence.asOf === b.evidence.asOf)
  );
}
