import { weekday } from '../calendar-date';
import type { RiskRule } from './risk-rule';

/** R15: the target is a weekend day, a holiday, or inside a freeze. Worth a note, not a risk by itself. */
export const dayOff: RiskRule = {
  id: 'R15',
  assess: ({ release, policy, calendar }) => {
    const target = release.target;
    if (!target) return null;
    const { date } = target.value;
    const variant = calendar.freezes.includes(date)
      ? 'freeze'
      : calendar.holidays.includes(date)
        ? 'holiday'
        : calendar.weekend.includes(weekday(date))
          ? 'weekend'
          : null;
    return variant
      ? {
          rule: 'R15',
          severity: 'note',
          weight: policy.rules.R15.amberWeight,
          variant,
          values: { date, weekday: weekday(date) },
          evidence: [target.evidence],
        }
      : null;
  },
};
