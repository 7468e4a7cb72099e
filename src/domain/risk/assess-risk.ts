import type { BusinessCalendar } from '../business-calendar';
import { businessDaysBetween } from '../business-calendar';
import type { CalendarDate } from '../calendar-date';
import type { Fact } from '../evidence';
import { type FollowUp, followUpsOf } from '../follow-up';
import type { RiskOverride } from '../note-facts';
import { isAhead, type Release } from '../release';
import { nextGate } from './gate';
import { requiredItemOpen } from './r1-required-item-open';
import { behindPace } from './r10-behind-pace';
import { targetMoved } from './r11-target-moved';
import { partyOverloaded } from './r12-party-overloaded';
import { atCapacity } from './r13-at-capacity';
import { lateScope } from './r14-late-scope';
import { dayOff } from './r15-day-off';
import { noGo } from './r16-no-go';
import { overdue } from './r17-overdue';
import { noOwner } from './r18-no-owner';
import { forecastLow } from './r4-forecast';
import { gateUndecided } from './r2-gate-undecided';
import { targetPassed } from './r3-target-passed';
import { etaTooLate } from './r5-eta-too-late';
import { noticeUnconfirmed } from './r6-notice-unconfirmed';
import { criticalOpen } from './r7-critical-open';
import { contradiction } from './r8-contradiction';
import { itemUnowned } from './r9-item-unowned';
import type { RiskPolicy } from './risk-policy';
import { tierKey } from './tier';
import {
  NO_OUTLOOK,
  type Outlook,
  type PartyLoad,
  type RiskContext,
  type RiskLevel,
  type RiskReason,
  type RiskRule,
} from './risk-rule';

/** Why a level could not be "on track" although nothing speaks against it. */
export type UnknownCause = 'no-target' | 'no-items' | 'stale';

/** The verdict: level, ranking sum, reasons (gravest first), and what was measured against. */
export interface RiskAssessment {
  /** What holds: the worked-out level, or the one that a person set while their override lasts. */
  readonly level: RiskLevel;
  /** What the rules say. */
  readonly computedLevel: RiskLevel;
  /** The override in force. */
  readonly override: Fact<RiskOverride> | null;
  readonly score: number;
  readonly reasons: readonly RiskReason[];
  readonly followUps: readonly FollowUp[];
  readonly gate: CalendarDate | null;
  /** Business days to the gate, negative once past. */
  readonly gateDays: number | null;
  readonly unknownCause: UnknownCause | null;
  /** When its required items will be done, or why nobody can say; nothing for a release that is not ahead. */
  readonly outlook: Outlook;
}

/** All rules, in the order of semantics section 4. */
export const RISK_RULES: readonly RiskRule[] = [
  requiredItemOpen,
  gateUndecided,
  targetPassed,
  forecastLow,
  etaTooLate,
  noticeUnconfirmed,
  criticalOpen,
  contradiction,
  itemUnowned,
  behindPace,
  targetMoved,
  partyOverloaded,
  atCapacity,
  lateScope,
  dayOff,
  noGo,
  overdue,
  noOwner,
];

const SEVERITY = { red: 0, amber: 1, note: 2 } as const;

/** Assesses one release as of `today`; the same inputs give the same assessment everywhere. */
export function assessRisk(
  release: Release,
  today: CalendarDate,
  policy: RiskPolicy,
  calendar: BusinessCalendar,
  loads: readonly PartyLoad[] = [],
  outlook: Outlook = NO_OUTLOOK,
): RiskAssessment {
  const followUps = followUpsOf(release, calendar);
  const gate = nextGate(release);
  const gateDays = gate ? businessDaysBetween(today, gate, calendar) : null;
  if (!isAhead(release)) return assessmentOver(release, followUps);
  const context: RiskContext = {
    release,
    followUps,
    today,
    policy,
    calendar,
    loads,
    outlook,
    gate,
    gateDays: gate !== null && gateDays === 0 && gate < today ? -1 : gateDays,
  };
  const reasons = RISK_RULES.filter((rule) => policy.rules[rule.id].enabled).flatMap((rule) =>
    scaled(rule.assess(context), release, policy),
  );
  reasons.sort(
    (a, b) =>
      SEVERITY[a.severity] - SEVERITY[b.severity] ||
      b.weight - a.weight ||
      Number(a.rule.slice(1)) - Number(b.rule.slice(1)),
  );
  const score = reasons.reduce((sum, reason) => sum + reason.weight, 0);
  const judged = levelOf(reasons, score, policy);
  const unknownCause = judged === 'on-track' ? unknownCauseOf(release, today, policy, calendar) : null;
  const computedLevel = unknownCause ? 'unknown' : judged;
  const override = release.override && today <= release.override.value.until ? release.override : null;
  return {
    level: override?.value.level ?? computedLevel,
    computedLevel,
    override,
    score,
    reasons,
    followUps,
    gate,
    gateDays,
    unknownCause,
    outlook,
  };
}

/** What went out, or was called off, has no risk any more. */
function assessmentOver({ phase }: Release, followUps: readonly FollowUp[]): RiskAssessment {
  const level = phase === 'released' ? 'on-track' : 'unknown';
  return {
    override: null,
    level,
    computedLevel: level,
    score: 0,
    reasons: [],
    followUps,
    gate: null,
    gateDays: null,
    unknownCause: null,
    outlook: NO_OUTLOOK,
  };
}

/** A launch tier can make all weights count more or less. */
function scaled(reason: RiskReason | null, release: Release, policy: RiskPolicy): RiskReason[] {
  if (!reason) return [];
  const tier = tierKey(release.tier?.value ?? '');
  const factor = Object.hasOwn(policy.tiers, tier) ? (policy.tiers[tier] ?? 1) : 1;
  return [factor === 1 ? reason : { ...reason, weight: Math.round(reason.weight * factor) }];
}

function levelOf(reasons: readonly RiskReason[], score: number, policy: RiskPolicy): RiskLevel {
  if (reasons.some((reason) => reason.severity === 'red') || score >= policy.offTrackSum) return 'off-track';
  return score >= policy.atRiskSum ? 'at-risk' : 'on-track';
}

function unknownCauseOf(
  release: Release,
  today: CalendarDate,
  policy: RiskPolicy,
  calendar: BusinessCalendar,
): UnknownCause | null {
  if (!release.target) return 'no-target';
  if (release.items.length === 0 && release.actions.length === 0 && release.dependencies.length === 0)
    return 'no-items';
  return businessDaysBetween(release.lastEvidence, today, calendar) >= policy.staleDays ? 'stale' : null;
}
