import {
  DEFAULT_RISK_POLICY,
  type RiskPolicy,
  RULE_IDS,
  type RuleId,
  type RuleSettings,
} from '../domain/risk/risk-policy';
import { parseTiers } from './parse';
import { partsOfRule, ruleKey } from './schema';

/** The scale from reasons to a level, as the settings have it. */
export function policyOf(valueOf: (key: string) => unknown): RiskPolicy {
  const number = (key: string): number => Number(valueOf(key));
  const rules = {} as Record<RuleId, RuleSettings>;
  for (const rule of RULE_IDS) {
    const parts = Object.fromEntries(partsOfRule(rule).map((part) => [part, number(ruleKey(rule, part))]));
    rules[rule] = {
      ...DEFAULT_RISK_POLICY.rules[rule],
      ...parts,
      enabled: valueOf(ruleKey(rule, 'enabled')) === true,
    };
  }
  const tiers = valueOf('risk.tiers');
  const parsed = parseTiers(typeof tiers === 'string' ? tiers : '');
  return {
    rules,
    atRiskSum: number('risk.atRiskSum'),
    offTrackSum: number('risk.offTrackSum'),
    staleDays: number('risk.staleDays'),
    tiers: 'value' in parsed ? parsed.value : {},
  };
}
