import type { BusinessCalendar } from '../domain/business-calendar';
import type { CalendarDate } from '../domain/calendar-date';
import { partyKey } from '../domain/party';
import type { Release } from '../domain/release';
import { assessRisk, type RiskAssessment } from '../domain/risk/assess-risk';
import type { RiskPolicy } from '../domain/risk/risk-policy';
import type { PartyLoad } from '../domain/risk/risk-rule';
import { toDayNumber } from '../domain/calendar-date';

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
/** Weeks to either side in which a collision of ±5 business days can lie, holidays included. */
const REACH = 3;

interface Entry {
  readonly release: Release;
  readonly loads: readonly PartyLoad[];
  assessment: RiskAssessment;
}

/** Starts an empty portfolio. */
export function createPortfolio(start: AssessmentInputs): Portfolio {
  let inputs = start;
  const entries = new Map<string, Entry>();
  /** Who is asked by which release, by party and week of the target. */
  const byParty = new Map<string, Map<number, Map<string, PartyLoad>>>();

  const register = (id: string, loads: readonly PartyLoad[], present: boolean): void => {
    for (const load of loads) {
      const weeks = byParty.get(partyKey(load.party)) ?? new Map<number, Map<string, PartyLoad>>();
      byParty.set(partyKey(load.party), weeks);
      const week = Math.floor(toDayNumber(load.target) / WEEK);
      const ids = weeks.get(week) ?? new Map<string, PartyLoad>();
      weeks.set(week, ids);
      if (present) ids.set(id, load);
      else ids.delete(id);
      if (ids.size === 0) weeks.delete(week);
      if (weeks.size === 0) byParty.delete(partyKey(load.party));
    }
  };

  const near = (loads: readonly PartyLoad[], own: string): { readonly id: string; readonly load: PartyLoad }[] =>
    loads.flatMap(({ party, target }) => {
      const week = Math.floor(toDayNumber(target) / WEEK);
      const weeks = byParty.get(partyKey(party));
      const found: { id: string; load: PartyLoad }[] = [];
      for (let w = week - REACH; weeks && w <= week + REACH; w++) for (const [id, load] of weeks.get(w) ?? []) if (id !== own) found.push({ id, load });
      return found;
    });

  const assess = (id: string, entry: Entry): void => {
    const others = near(entry.loads, id).map(({ load }) => load).sort((a, b) => (a.target === b.target ? (a.releaseKey < b.releaseKey ? -1 : 1) : a.target < b.target ? -1 : 1));
    entry.assessment = assessRisk(entry.release, inputs.today, inputs.policy, inputs.calendar, others);
  };

  const assessAll = (): void => {
    for (const [id, entry] of entries) assess(id, entry);
  };

  return {
    update: (changed, lookup) => {
      const again = new Set<string>();
      for (const id of changed) {
        const release = lookup(id);
        const old = entries.get(id);
        const loads = release ? loadsOf(release) : [];
        const same = sameLoads(old?.loads ?? [], loads);
        if (old && !same) for (const other of near(old.loads, id)) again.add(other.id);
        if (old) register(id, old.loads, false);
        if (!release) entries.delete(id);
        else {
          register(id, loads, true);
          if (!same) for (const other of near(loads, id)) again.add(other.id);
          entries.set(id, { release, loads, assessment: old?.assessment ?? assessRisk(release, inputs.today, inputs.policy, inputs.calendar) });
          again.add(id);
        }
      }
      for (const id of again) {
        const entry = entries.get(id);
        if (entry) assess(id, entry);
      }
    },
    setInputs: (next) => {
      inputs = next;
      assessAll();
    },
    inputs: () => inputs,
    assessed: () => [...entries.values()],
  };
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
  return a.length === b.length && a.every((load, index) => load.party === b[index]?.party && load.target === b[index].target && load.releaseKey === b[index].releaseKey && load.evidence.line === b[index].evidence.line && load.evidence.text === b[index].evidence.text && load.evidence.asOf === b[index].evidence.asOf && load.evidence.path === b[index].evidence.path);
}
