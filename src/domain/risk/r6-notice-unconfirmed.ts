import { isOpen } from '../checklist';
import { effectiveDue } from '../due-date';
import { tiesTo } from '../follow-up';
import { daysUntil, type RiskRule } from './risk-rule';

/** R6: the last day to give somebody the notice they need is near or past, and nothing says that it was given. */
export const noticeUnconfirmed: RiskRule = {
  id: 'R6',
  assess: (context) => {
    const { release, today, policy, calendar } = context;
    const settings = policy.rules.R6;
    const pending = release.dependencies.flatMap((dependency) => {
      const confirmed =
        dependency.settled || release.actions.some((action) => !isOpen(action.state) && tiesTo(action, dependency));
      const deadline = dependency.due.lead && !confirmed ? effectiveDue(dependency.due, release, calendar) : null;
      return deadline ? [{ dependency, deadline: deadline.date, left: daysUntil(context, today, deadline.date) }] : [];
    });
    const near = pending.filter(({ left }) => left <= settings.amberAt).sort((a, b) => a.left - b.left);
    const worst = near[0];
    if (!worst) return null;
    const passed = worst.deadline < today;
    const target = release.target?.value.date;
    const red = passed && target !== undefined && daysUntil(context, today, target) <= settings.redAt;
    return {
      rule: 'R6',
      severity: red ? 'red' : 'amber',
      weight: red ? settings.redWeight : passed ? settings.strongWeight : settings.amberWeight,
      variant: passed ? 'passed' : 'near',
      values: {
        who: worst.dependency.who ?? '',
        what: worst.dependency.what,
        date: worst.deadline,
        days: worst.left,
        notice: worst.dependency.due.lead?.amount ?? 0,
      },
      evidence: near.map(({ dependency }) => dependency.evidence),
    };
  },
};
