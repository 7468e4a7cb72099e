import type { CalendarDate } from '../calendar-date';
import type { Dependency } from '../release';
import { daysUntil, type RiskRule } from './risk-rule';

/** R5: something that others owe arrives after what it feeds: the go/no-go, or worse, the target. */
export const etaTooLate: RiskRule = {
  id: 'R5',
  assess: (context) => {
    const { release, gate, policy } = context;
    const arrivals = release.dependencies.flatMap((dependency) => {
      const date = dependency.settled || !arrives(dependency) ? null : (dependency.due.on?.date ?? null);
      return date ? [{ dependency, date }] : [];
    });
    const target = release.target?.value.date ?? null;
    const afterTarget = target ? arrivals.filter(({ date }) => date > target) : [];
    const afterGate = gate ? arrivals.filter(({ date }) => date > gate) : [];
    const red = afterTarget.length > 0;
    const late = (red ? afterTarget : afterGate).sort((a, b) => (a.date < b.date ? 1 : -1));
    const worst = late[0];
    const missed: CalendarDate | null = red ? target : gate;
    if (!worst || !missed) return null;
    const settings = policy.rules.R5;
    return {
      rule: 'R5',
      severity: red ? 'red' : 'amber',
      weight: red ? settings.redWeight : settings.amberWeight,
      variant: red || missed === target ? 'after-target' : 'after-gate',
      values: {
        who: worst.dependency.who ?? '',
        what: worst.dependency.what || worst.dependency.title,
        eta: worst.date,
        date: missed,
        days: daysUntil(context, missed, worst.date),
      },
      evidence: late.map(({ dependency }) => dependency.evidence),
    };
  },
};

function arrives(dependency: Dependency): boolean {
  return dependency.due.lead === null && (dependency.due.kind === 'eta' || dependency.direction === 'they-owe');
}
