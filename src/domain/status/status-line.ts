import { type CalendarDate, parseCalendarDate } from '../calendar-date';
import type { Decision, ReleasePhase } from '../release';
import { DEFAULT_RISK_POLICY, type RuleId } from '../risk/risk-policy';
import type { RiskLevel } from '../risk/risk-rule';
import { type KeptStatus, STATUS_AUDIENCES, type StatusFacts } from './kept-status';

const LEVELS: readonly RiskLevel[] = ['on-track', 'at-risk', 'off-track', 'unknown'];
const PHASES: readonly ReleasePhase[] = ['planned', 'decided', 'released', 'cancelled'];
const DECISIONS: readonly Decision[] = ['go', 'conditional', 'no-go', 'postponed'];

/** An update as the JSON of a history line holds it. */
export function statusValue({ audience, party, facts }: KeptStatus): unknown {
  return { audience, ...(party === '' ? {} : { party }), ...facts };
}

/** Reads what {@link statusValue} gave; null for anything else: numbers that cannot be are no facts. */
export function readStatus(on: CalendarDate, release: string | null, value: unknown): KeptStatus | null {
  if (release === null || typeof value !== 'object' || value === null) return null;
  const record = value as Readonly<Record<string, unknown>>;
  const audience = STATUS_AUDIENCES.find((name) => name === record.audience);
  const facts = readFacts(record);
  const party = record.party ?? '';
  return audience === undefined || facts === null || typeof party !== 'string'
    ? null
    : { kind: 'status', on, release, audience, party, facts };
}

function readFacts(record: Readonly<Record<string, unknown>>): StatusFacts | null {
  const level = LEVELS.find((name) => name === record.level);
  const phase = PHASES.find((name) => name === record.phase);
  const [target, goNoGo] = [dayOf(record.target), dayOf(record.goNoGo)];
  const { done, total, chance, reasons } = record;
  if (level === undefined || phase === undefined || target === undefined || goNoGo === undefined) return null;
  if (!isCount(done) || !isCount(total) || done > total) return null;
  if (chance !== null && !(isCount(chance) && chance <= 20)) return null;
  if (!Array.isArray(reasons)) return null;
  return {
    level,
    phase,
    target,
    goNoGo,
    done,
    total,
    decision: DECISIONS.find((name) => name === record.decision) ?? null,
    chance,
    reasons: reasons.filter((rule): rule is RuleId => typeof rule === 'string' && rule in DEFAULT_RISK_POLICY.rules),
  };
}

/** A day, null for none, undefined for what is no day. */
function dayOf(value: unknown): CalendarDate | null | undefined {
  if (value === null) return null;
  return (typeof value === 'string' ? parseCalendarDate(value) : null) ?? undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
