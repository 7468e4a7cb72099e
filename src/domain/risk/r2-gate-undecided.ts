import { isDecided } from './gate';
import { daysUntil, type RiskRule } from './risk-rule';

/** R2: the go/no-go date has come and no decision is recorded. */
export const gateUndecided: RiskRule = {
  id: 'R2',
  assess: (context) => {
    const { release, today, policy } = context;
    const gate = release.goNoGo;
    if (!gate || today < gate.value.date || isDecided(release)) return null;
    const settings = policy.rules.R2;
    const late = daysUntil(context, gate.value.date, today);
    const red = late > settings.redAt;
    return {
      rule: 'R2',
      severity: red ? 'red' : 'amber',
      weight: red ? settings.redWeight : settings.amberWeight,
      variant: late === 0 ? 'today' : 'late',
      values: { date: gate.value.date, days: late },
      evidence: [gate.evidence],
    };
  },
};
