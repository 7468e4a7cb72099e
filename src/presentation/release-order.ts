import type { Release } from '../domain/release';
import type { RiskAssessment } from '../domain/risk/assess-risk';
import type { RiskLevel } from '../domain/risk/risk-rule';

interface Ranked {
  readonly release: Release;
  readonly assessment: RiskAssessment;
}

const LEVEL_RANK: Readonly<Record<RiskLevel, number>> = { 'off-track': 0, 'at-risk': 1, unknown: 2, 'on-track': 3 };

function rank({ release, assessment }: Ranked): number {
  return release.phase === 'released' ? 5 : release.phase === 'cancelled' ? 6 : LEVEL_RANK[assessment.level];
}

/** Worst first: level, then the nearer gate, then score; shipped and cancelled releases last. */
export function compareByRisk(a: Ranked, b: Ranked): number {
  return rank(a) - rank(b) || byGate(a, b) || b.assessment.score - a.assessment.score || compareByName(a, b);
}

/** The nearer gate first; releases without dates last; then by name, so that the order never jumps. */
export function compareByGate(a: Ranked, b: Ranked): number {
  return byGate(a, b) || compareByName(a, b);
}

function byGate({ assessment: { gate: a } }: Ranked, { assessment: { gate: b } }: Ranked): number {
  return a === b ? 0 : (a ?? '9999') < (b ?? '9999') ? -1 : 1;
}

/** By shown name. */
export function compareByName(a: Ranked, b: Ranked): number {
  return (
    a.release.key.localeCompare(b.release.key, 'en', { numeric: true }) ||
    (a.release.id < b.release.id ? -1 : a.release.id > b.release.id ? 1 : 0)
  );
}
