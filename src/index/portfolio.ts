import { type BusinessCalendar, businessDaysBetween } from '../domain/business-calendar';
import { type CalendarDate, toDayNumber } from '../domain/calendar-date';
import { partyKey } from '../domain/party';
import type { Release } from '../domain/release';
import { assessRisk, type RiskAssessment } from '../domain/risk/assess-risk';
import type { RiskPolicy } from '../domain/risk/risk-policy';
import type { PartyLoad } from '../domain/risk/risk-rule';

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

interface Entry {
  readonly release: Release;
  readonly loads: readonly PartyLoad[];
  /** The other release that this one collides with, by one of its parties. */
  collision: PartyLoad | null;
  assessment: RiskAssessment;
}

/** Starts an empty portfolio. */
export function createPortfolio(start: AssessmentInputs): Portfolio {
  let inputs = start;
  const entries = new Map<string, Entry>();
  const board = loadBoard();

  /** The nearest collision in time; by name where two are equally near, so that the order of notes does not matter. */
  const collisionOf = (id: string, loads: readonly PartyLoad[]): PartyLoad | null => {
    let best: PartyLoad | null = null;
    let distance = inputs.policy.rules.R12.amberAt + 1;
    for (const own of loads) for (const [other, load] of board.near(own)) {
      if (other === id) continue;
      const days = Math.abs(businessDaysBetween(own.target, load.target, inputs.calendar));
      if (days < distance || (days === distance && best !== null && nameOf(load) < nameOf(best))) {
        best = load;
        distance = days;
      }
    }
    return best;
  };

  const assess = (id: string, entry: Entry): void => {
    entry.collision = collisionOf(id, entry.loads);
    entry.assessment = assessRisk(entry.release, inputs.today, inputs.policy, inputs.calendar, entry.collision ? [entry.collision] : []);
  };

  const replace = (id: string, release: Release | null, neighbours: Set<string>): void => {
    const old = entries.get(id);
    const loads = release ? loadsOf(release) : [];
    if (!sameLoads(old?.loads ?? [], loads)) {
      for (const load of [...(old?.loads ?? []), ...loads]) for (const [other] of board.near(load)) neighbours.add(other);
      for (const load of old?.loads ?? []) board.set(id, load, false);
      for (const load of loads) board.set(id, load, true);
    }
    if (release) entries.set(id, { release, loads, collision: null, assessment: old?.assessment ?? UNASSESSED });
    else entries.delete(id);
  };

  return {
    update: (changed, lookup) => {
      const neighbours = new Set<string>();
      const ids = [...changed];
      for (const id of ids) replace(id, lookup(id), neighbours);
      for (const id of ids) {
        const entry = entries.get(id);
        if (entry) assess(id, entry);
        neighbours.delete(id);
      }
      for (const id of neighbours) {
        const entry = entries.get(id);
        if (entry && !sameLoad(entry.collision, collisionOf(id, entry.loads))) assess(id, entry);
      }
    },
    setInputs: (next) => {
      inputs = next;
      for (const [id, entry] of entries) assess(id, entry);
    },
    inputs: () => inputs,
    assessed: () => [...entries.values()],
  };
}

const UNASSESSED: RiskAssessment = { level: 'unknown', computedLevel: 'unknown', override: null, score: 0, reasons: [], followUps: [], gate: null, gateDays: null, unknownCause: null };

/** Who is asked by which release, by party and week of the target. */
interface LoadBoard {
  readonly set: (id: string, load: PartyLoad, present: boolean) => void;
  readonly near: (load: PartyLoad) => Iterable<readonly [string, PartyLoad]>;
}

function loadBoard(): LoadBoard {
  const weeks = new Map<string, Map<string, PartyLoad>>();
  const keyOf = (load: PartyLoad, shift: number): string => `${Math.floor(toDayNumber(load.target) / WEEK) + shift} ${partyKey(load.party)}`;
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
    loads.set(partyKey(dependency.who), { party: dependency.who, releaseKey: release.key, target, evidence: dependency.evidence });
  }
  return [...loads.values()];
}

function sameLoads(a: readonly PartyLoad[], b: readonly PartyLoad[]): boolean {
  return a.length === b.length && a.every((load, index) => sameLoad(load, b[index] ?? null));
}

function sameLoad(a: PartyLoad | null, b: PartyLoad | null): boolean {
  if (a === null || b === null) return a === b;
  return a === b || (a.party === b.party && a.target === b.target && a.releaseKey === b.releaseKey && a.evidence.path === b.evidence.path && a.evidence.line === b.evidence.line && a.evidence.text === b.evidence.text && a.evidence.asOf === b.evidence.asOf);
}
