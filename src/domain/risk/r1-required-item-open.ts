import { openRequired, titleAlone } from '../release';
import { gateName, gateWithin, type RiskRule } from './risk-rule';

/** R1: a required item is still open close to the gate. */
export const requiredItemOpen: RiskRule = {
  id: 'R1',
  assess: (context) => {
    const settings = context.policy.rules.R1;
    const open = openRequired(context.release.items);
    const first = open[0];
    if (!first || !gateWithin(context, settings.amberAt)) return null;
    const red = gateWithin(context, settings.redAt);
    return {
      rule: 'R1',
      severity: red ? 'red' : 'amber',
      weight: red ? settings.redWeight : settings.amberWeight,
      variant: open.length === 1 ? 'one' : 'several',
      values: { count: open.length, item: titleAlone(first), days: context.gateDays ?? 0, gate: gateName(context) },
      evidence: open.map((item) => item.evidence),
    };
  },
};
