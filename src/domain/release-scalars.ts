import { addDays } from './calendar-date';
import type { Evidence } from './evidence';
import { PLAN_RANK } from './merge-dates';
import { type Claim, settleClaims, type Settled } from './merge-scalars';
import {
  type DateReading,
  evidenceIn,
  type NoteFacts,
  type RiskOverride,
  type ScalarFact,
  type ScalarValues,
  type TargetShift,
} from './note-facts';
import { partyKey } from './party';
import type { Decision, Disagreement, Release, ReleasePhase } from './release';
import type { ReleasePart } from './release-part';

/** The single-valued fields of a release, each with what holds and what held before. */
export interface Scalars {
  readonly target: Settled<DateReading | null>;
  readonly goNoGo: Settled<DateReading | null>;
  readonly owner: Settled<readonly string[]>;
  readonly tier: Settled<string>;
  readonly phase: Settled<'planned' | 'released' | 'cancelled'>;
  readonly shipped: Settled<DateReading>;
  readonly decision: Settled<Decision>;
  readonly override: Settled<RiskOverride>;
}

/** Settles what all notes state of each field. */
export function settleScalars(parts: readonly ReleasePart[]): Scalars {
  const claims = <F extends keyof ScalarValues>(field: F): Claim<ScalarValues[F]>[] =>
    parts.flatMap((part) =>
      part.facts.scalars
        .filter((fact) => fact.field === field && part.mentions.includes(fact.release))
        .map((fact) => ({
          value: fact.value as ScalarValues[F],
          evidence: statedAsOf(part, fact),
          rank: rankOf(part.facts),
        })),
    );
  return {
    target: settleClaims(shifted(claims('target'), claims('shift'))),
    goNoGo: settleClaims(claims('goNoGo')),
    owner: settleClaims(claims('owner')),
    tier: settleClaims(claims('tier')),
    phase: settleClaims(claims('phase')),
    shipped: settleClaims(claims('shipped')),
    decision: settleClaims(claims('decision')),
    override: settleClaims(claims('override')),
  };
}

/** A line of a living note speaks as of the day on which it was seen to change, any other as of its note's. */
function statedAsOf({ facts, seenOn }: ReleasePart, fact: ScalarFact): Evidence {
  const evidence = evidenceIn(facts, fact);
  const seen = seenOn?.(fact) ?? null;
  return seen === null ? evidence : { ...evidence, asOf: seen, weak: false };
}

/**
 * Each "push the launch by a week" becomes the target that it makes of the one before it; without one it says
 * nothing.
 */
function shifted(
  targets: readonly Claim<DateReading | null>[],
  shifts: readonly Claim<TargetShift>[],
): readonly Claim<DateReading | null>[] {
  const all = [...targets];
  for (const shift of [...shifts].sort((a, b) =>
    a.evidence.asOf < b.evidence.asOf ? -1 : a.evidence.asOf > b.evidence.asOf ? 1 : a.evidence.line - b.evidence.line,
  )) {
    const isBefore = ({ evidence }: Claim<unknown>): boolean =>
      evidence.weak ||
      evidence.asOf < shift.evidence.asOf ||
      (evidence.path === shift.evidence.path && evidence.line < shift.evidence.line);
    const from = settleClaims(all.filter((claim) => isBefore(claim))).current?.value;
    if (from)
      all.push({
        ...shift,
        value: {
          ...from,
          date: addDays(from.date, shift.value.days),
          from: null,
          phrase: shift.evidence.text,
          assumption: 'counted from the target before it',
          fuzzy: false,
          ambiguous: false,
        },
      });
  }
  return all;
}

function rankOf(facts: NoteFacts): number {
  const name = facts.path.split('/').pop()?.toLowerCase() ?? '';
  return name === 'plan.md' ? PLAN_RANK : name === 'checklist.md' ? 1 : 0;
}

/** A day that is stated; null also where a note says that it is not known. */
export function dated(claim: Claim<DateReading | null> | null): Release['target'] {
  return claim && claim.value !== null ? { value: claim.value, evidence: claim.evidence } : null;
}

/** Where the release stands: out or called off as a note says, else decided by a go. */
export function phaseOf({ phase, decision }: Scalars): ReleasePhase {
  if (phase.current && phase.current.value !== 'planned') return phase.current.value;
  return decision.current && (decision.current.value === 'go' || decision.current.value === 'conditional')
    ? 'decided'
    : 'planned';
}

/** Notes of the same day, or an undated note of a later day, that state another value than the one that holds. */
export function scalarDisagreements(scalars: Scalars): Disagreement[] {
  const date = (value: DateReading | null): string => value?.date ?? 'TBD';
  return [
    ...conflicts('target', scalars.target, date),
    ...conflicts('goNoGo', scalars.goNoGo, date),
    ...conflicts('owner', scalars.owner, (names) => names.map(partyKey).sort().join(', ')),
  ];
}

function conflicts<T>(
  about: Disagreement['about'],
  { current, past }: Settled<T>,
  show: (value: T) => string,
): Disagreement[] {
  if (!current) return [];
  const other = past.find(
    (claim) =>
      show(claim.value) !== show(current.value) &&
      claim.evidence.asOf >= current.evidence.asOf &&
      !(claim.evidence.path === current.evidence.path),
  );
  return other
    ? [
        {
          about,
          subject: about,
          values: [show(current.value), show(other.value)],
          evidence: [current.evidence, other.evidence],
        },
      ]
    : [];
}
