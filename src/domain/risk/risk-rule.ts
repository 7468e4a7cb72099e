import type { BusinessCalendar } from '../business-calendar';
import { businessDaysBetween } from '../business-calendar';
import type { CalendarDate } from '../calendar-date';
import type { Evidence } from '../evidence';
import type { ForecastResult } from '../forecast/forecast';
import { type ForecastRecord, NO_RECORD } from '../forecast/kept-forecast';
import type { FollowUp } from '../follow-up';
import type { Release } from '../release';
import type { RiskPolicy, RuleId } from './risk-policy';

/** The verdict on a release; never shown by colour alone. */
export type RiskLevel = 'on-track' | 'at-risk' | 'off-track' | 'unknown';

/** One reason: which rule, how grave, from which lines. `variant` and `values` choose and fill the sentence shown. */
export interface RiskReason {
  readonly rule: RuleId;
  readonly severity: 'note' | 'amber' | 'red';
  readonly weight: number;
  readonly variant: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly evidence: readonly Evidence[];
}

/** Another release in which the same party is asked for something. */
export interface PartyLoad {
  readonly party: string;
  readonly releaseKey: string;
  readonly target: CalendarDate;
  readonly evidence: Evidence;
}

/** What the forecast says of a release, and how forecasts of this vault did. */
export interface Outlook {
  readonly result: ForecastResult | null;
  readonly record: ForecastRecord;
}

/** Nothing is forecast. */
export const NO_OUTLOOK: Outlook = { result: null, record: NO_RECORD };

/** All that a rule may look at; no clock, no settings beyond its policy. */
export interface RiskContext {
  readonly release: Release;
  readonly followUps: readonly FollowUp[];
  readonly today: CalendarDate;
  readonly policy: RiskPolicy;
  readonly calendar: BusinessCalendar;
  /** What the parties of this release are asked for in other releases. */
  readonly loads: readonly PartyLoad[];
  readonly outlook: Outlook;
  /** The next gate: the go/no-go until it is decided, else the target; null without dates. */
  readonly gate: CalendarDate | null;
  /** Business days from today to the gate; negative once it has passed, null without one. */
  readonly gateDays: number | null;
}

/** One rule, one file: null when it has nothing to say. */
export interface RiskRule {
  readonly id: RuleId;
  readonly assess: (context: RiskContext) => RiskReason | null;
}

/** Business days from `from` to `to` in the policy's calendar. */
export function daysUntil(context: Pick<RiskContext, 'calendar'>, from: CalendarDate, to: CalendarDate): number {
  return businessDaysBetween(from, to, context.calendar);
}

/** Which date the gate is: the go/no-go until it is decided, else the target. */
export function gateName({ gate, release }: RiskContext): 'goNoGo' | 'target' {
  return gate !== null && gate === release.goNoGo?.value.date && gate !== release.target?.value.date
    ? 'goNoGo'
    : 'target';
}

/** True when the gate is `days` business days away or less, or has passed. */
export function gateWithin(context: RiskContext, days: number): boolean {
  return context.gateDays !== null && context.gateDays <= days;
}
