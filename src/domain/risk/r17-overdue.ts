import { daysUntil, gateWithin, type RiskRule } from './risk-rule';

/** R17: follow-ups (dependencies and actions, tied lines counted once) are past their due date. */
export const overdue: RiskRule = {
  id: 'R17',
  assess: (context) => {
    const { followUps, today, policy } = context;
    const settings = policy.rules.R17;
    const late = followUps
      .flatMap((item) =>
        item.state === 'open' && item.due !== null && item.due < today
          ? [{ item, due: item.due, days: daysUntil(context, item.due, today) }]
          : [],
      )
      .sort((a, b) => (a.due < b.due ? -1 : 1));
    const worst = late[0];
    if (!worst) return null;
    const strong =
      late.length >= settings.strongAt || (worst.days > settings.redAt && gateWithin(context, settings.redAt));
    return {
      rule: 'R17',
      severity: 'amber',
      weight: strong ? settings.strongWeight : settings.amberWeight,
      variant: late.length === 1 ? 'one' : 'several',
      values: {
        count: late.length,
        what: worst.item.what,
        who: worst.item.who ?? '',
        date: worst.due,
        days: worst.days,
      },
      evidence: late.flatMap(({ item }) => item.evidence.slice(0, 1)),
    };
  },
};
