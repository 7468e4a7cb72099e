import type { CalendarDate } from '../calendar-date';
import { outOfTwenty } from '../forecast/score';
import { type Decision, isCounted, type Release, type ReleasePhase } from '../release';
import { isOpen } from '../checklist';
import type { RiskAssessment } from '../risk/assess-risk';
import type { RuleId } from '../risk/risk-policy';
import type { RiskLevel } from '../risk/risk-rule';

/** For whom a status update is written. */
export const STATUS_AUDIENCES = ['executive', 'team', 'stakeholder', 'customer', 'short'] as const;
/** One of them. */
export type StatusAudience = (typeof STATUS_AUDIENCES)[number];

/** What an update rested on: enough to say at the next one what is different. */
export interface StatusFacts {
  readonly level: RiskLevel;
  readonly phase: ReleasePhase;
  readonly target: CalendarDate | null;
  readonly goNoGo: CalendarDate | null;
  /** Required items that are done, and that count. */
  readonly done: number;
  readonly total: number;
  readonly decision: Decision | null;
  /** Chance of the gate, out of twenty; null without a forecast. */
  readonly chance: number | null;
  /** Rules that gave a reason, in their order. */
  readonly reasons: readonly RuleId[];
}

/** An update that a person copied or saved, as a history note keeps it. */
export interface KeptStatus {
  readonly kind: 'status';
  readonly on: CalendarDate;
  /** The release's id. */
  readonly release: string;
  readonly audience: StatusAudience;
  /** The party of a stakeholder's text; '' for the other audiences. */
  readonly party: string;
  readonly facts: StatusFacts;
}

/** A kept update with its place. */
export type PlacedStatus = KeptStatus & { readonly path: string; readonly line: number };

/** The facts of an update as of now. */
export function statusFacts(
  release: Release,
  { level, reasons, outlook }: Pick<RiskAssessment, 'level' | 'reasons' | 'outlook'>,
): StatusFacts {
  const counted = release.items.filter(isCounted);
  const chance = outlook.result?.forecast?.gate ?? null;
  return {
    level,
    phase: release.phase,
    target: release.target?.value.date ?? null,
    goNoGo: release.goNoGo?.value.date ?? null,
    done: counted.filter(({ state }) => !isOpen(state)).length,
    total: counted.length,
    decision: release.decision?.value ?? null,
    chance: chance === null ? null : outOfTwenty(chance),
    reasons: [...new Set(reasons.map(({ rule }) => rule))].sort(),
  };
}

/** What is different between two updates; fields that say the same are left out. */
export interface StatusDifference {
  readonly level?: readonly [from: RiskLevel, to: RiskLevel];
  /** Required items that were done since; below 0 where boxes were opened again. */
  readonly done?: number;
  /** Required items that came; below 0 where they were dropped. */
  readonly scope?: number;
  readonly chance?: readonly [from: number | null, to: number | null];
  readonly decision?: Decision;
  readonly cleared: readonly RuleId[];
  readonly raised: readonly RuleId[];
}

/** The difference from one update to the next, from facts alone. Moved dates are told in full by themselves. */
export function statusDifference(before: StatusFacts, now: StatusFacts): StatusDifference {
  return {
    ...(before.level === now.level ? {} : { level: [before.level, now.level] as const }),
    ...(before.done === now.done ? {} : { done: now.done - before.done }),
    ...(before.total === now.total ? {} : { scope: now.total - before.total }),
    ...(before.chance === now.chance ? {} : { chance: [before.chance, now.chance] as const }),
    ...(before.decision === now.decision || now.decision === null ? {} : { decision: now.decision }),
    cleared: before.reasons.filter((rule) => !now.reasons.includes(rule)),
    raised: now.reasons.filter((rule) => !before.reasons.includes(rule)),
  };
}

/** The updates of one release for one audience before today, oldest first; a day counts once, with its last one. */
export function earlierUpdates(
  kept: readonly PlacedStatus[],
  wanted: Pick<KeptStatus, 'release' | 'audience' | 'party'>,
  today: CalendarDate,
): PlacedStatus[] {
  const byDay = new Map<CalendarDate, PlacedStatus>();
  for (const one of kept) {
    const isWanted = one.release === wanted.release && one.audience === wanted.audience && one.party === wanted.party;
    if (isWanted && one.on < today) byDay.set(one.on, one);
  }
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** A moved date stays in the text for so many updates after the first one that tells of it. */
const FURTHER_UPDATES = 2;

/** Moves of dates that this update still tells of: the last one of each field, unless enough updates told of it. */
export function toldSlips(slips: Release['slips'], earlier: readonly KeptStatus[]): Release['slips'] {
  const last = new Map(slips.map((slip) => [slip.field, slip]));
  return [...last.values()].filter(({ field, to }) => {
    const told = earlier.filter(({ on, facts }) => on >= to.evidence.asOf && facts[field] === to.value.date);
    return told.length <= FURTHER_UPDATES;
  });
}
