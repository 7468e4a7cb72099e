import { gateWithin, type RiskRule } from './risk-rule';

/** R18: nobody owns the release. */
export const noOwner: RiskRule = {
  id: 'R18',
  assess: (context) => {
    const { release, policy } = context;
    if (release.owner && release.owner.value.length > 0) return null;
    const settings = policy.rules.R18;
    const near = gateWithin(context, settings.strongAt);
    return {
      rule: 'R18',
      severity: 'amber',
      weight: near ? settings.strongWeight : settings.amberWeight,
      variant: near ? 'near' : 'early',
      values: { days: context.gateDays ?? 0 },
      evidence: release.target ? [release.target.evidence] : release.goNoGo ? [release.goNoGo.evidence] : [],
    };
  },
};
