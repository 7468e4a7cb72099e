import { daysUntil, type RiskRule } from './risk-rule';

/** R3: the target date has passed and no note says that the release has shipped. */
export const targetPassed: RiskRule = {
  id: 'R3',
  assess: (context) => {
    const { release, today, policy } = context;
    if (!release.target || today <= release.target.value.date) return null;
    return {
      rule: 'R3',
      severity: 'red',
      weight: policy.rules.R3.redWeight,
      variant: 'passed',
      values: { date: release.target.value.date, days: daysUntil(context, release.target.value.date, today) },
      evidence: [release.target.evidence],
    };
  },
};
