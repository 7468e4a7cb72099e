import type { CalendarDate } from '../calendar-date';
import type { Release } from '../release';
import type { RiskAssessment } from './assess-risk';
import { RULE_IDS, type RuleId } from './risk-policy';
import type { RiskLevel } from './risk-rule';

/** On which day a release changed its level, and which rules spoke then. */
export interface LevelTransition {
  readonly on: CalendarDate;
  readonly from: RiskLevel;
  readonly to: RiskLevel;
  readonly rules: readonly RuleId[];
}

/** What is remembered of one release: its last level, and its changes, oldest first. */
export interface LevelHistory {
  readonly level: RiskLevel;
  readonly transitions: readonly LevelTransition[];
}

/** Histories by release id. */
export type LevelHistories = Readonly<Record<string, LevelHistory>>;

const MOST_TRANSITIONS = 20;
const MOST_RELEASES = 5000;
const LEVELS: readonly string[] = ['on-track', 'at-risk', 'off-track', 'unknown'];

/**
 * Adds what changed since; the same object when nothing did. A release seen for the first time has no transition yet.
 */
export function withTransitions(
  histories: LevelHistories,
  assessed: readonly { readonly release: Release; readonly assessment: RiskAssessment }[],
  today: CalendarDate,
): LevelHistories {
  const changed: Record<string, LevelHistory> = {};
  for (const { release, assessment } of assessed) {
    const known = Object.hasOwn(histories, release.id) ? histories[release.id] : undefined;
    if (known?.level === assessment.level) continue;
    const transition: LevelTransition[] = known
      ? [{ on: today, from: known.level, to: assessment.level, rules: assessment.reasons.map((reason) => reason.rule) }]
      : [];
    changed[release.id] = {
      level: assessment.level,
      transitions: [...(known?.transitions ?? []), ...transition].slice(-MOST_TRANSITIONS),
    };
  }
  if (Object.keys(changed).length === 0) return histories;
  return Object.fromEntries(Object.entries({ ...histories, ...changed }).slice(-MOST_RELEASES));
}

/** Reads remembered histories of any age or state; what is damaged is left out. */
export function parseLevelHistories(value: unknown): LevelHistories {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, entry]: [string, unknown]): [string, LevelHistory][] => {
      const { level, transitions } = (entry ?? {}) as Partial<Record<keyof LevelHistory, unknown>>;
      if (!isLevel(level) || !Array.isArray(transitions)) return [];
      return [[id, { level, transitions: transitions.filter(isTransition) }]];
    }),
  );
}

function isLevel(value: unknown): value is RiskLevel {
  return typeof value === 'string' && LEVELS.includes(value);
}

function isTransition(value: unknown): value is LevelTransition {
  const { on, from, to, rules } = (value ?? {}) as Partial<Record<keyof LevelTransition, unknown>>;
  return (
    typeof on === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(on) &&
    isLevel(from) &&
    isLevel(to) &&
    Array.isArray(rules) &&
    rules.every((rule) => (RULE_IDS as readonly unknown[]).includes(rule))
  );
}
