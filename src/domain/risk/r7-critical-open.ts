import { gateName, gateWithin, type RiskRule } from './risk-rule';

/** R7: something critical (blocker, P0, sev1) is open; the closer the gate, the graver. */
export const criticalOpen: RiskRule = {
  id: 'R7',
  assess: (context) => {
    const settings = context.policy.rules.R7;
    const open = context.release.risks.filter((risk) => risk.severity === 'critical' && !risk.resolved);
    const first = open[0];
    if (!first) return null;
    // Only another system says so: there it is settled.
    const source = open.every(({ evidence }) => evidence.origin !== undefined) ? first.evidence.origin : undefined;
    const red = gateWithin(context, settings.redAt);
    const weight = red
      ? settings.redWeight
      : gateWithin(context, settings.strongAt)
        ? settings.strongWeight
        : settings.amberWeight;
    return {
      rule: 'R7',
      severity: red ? 'red' : 'amber',
      weight,
      variant: context.gateDays === null ? 'undated' : 'dated',
      values: {
        count: open.length,
        item: first.title,
        days: context.gateDays ?? 0,
        gate: gateName(context),
        ...(source === undefined ? {} : { source }),
      },
      evidence: open.map((risk) => risk.evidence),
    };
  },
};
