import { openRequired } from '../release';
import { gateName, gateWithin, type RiskRule } from './risk-rule';

/** R9: a required open item has nobody's name on it while the gate is near. */
export const itemUnowned: RiskRule = {
  id: 'R9',
  assess: (context) => {
    const settings = context.policy.rules.R9;
    const unowned = openRequired(context.release.items).filter((item) => item.owner === null);
    const first = unowned[0];
    if (!first || !gateWithin(context, settings.amberAt)) return null;
    return {
      rule: 'R9',
      severity: 'amber',
      weight: settings.amberWeight,
      variant: unowned.length === 1 ? 'one' : 'several',
      values: { count: unowned.length, item: first.title, days: context.gateDays ?? 0, gate: gateName(context) },
      evidence: unowned.map((item) => item.evidence),
    };
  },
};
