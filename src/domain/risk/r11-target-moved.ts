import { daysUntil, type RiskRule } from './risk-rule';

const OFTEN = 2;

/** R11: the target date was moved twice, or by more than ten business days. */
export const targetMoved: RiskRule = {
  id: 'R11',
  assess: (context) => {
    const { release, policy } = context;
    const settings = policy.rules.R11;
    const moves = release.slips.filter((slip) => slip.field === 'target');
    const first = moves[0];
    const last = moves[moves.length - 1];
    if (!first || !last) return null;
    const days = daysUntil(context, first.from.value.date, last.to.value.date);
    if (moves.length < OFTEN && days <= settings.amberAt) return null;
    return {
      rule: 'R11',
      severity: 'amber',
      weight: settings.amberWeight,
      variant: moves.length >= OFTEN ? 'often' : 'far',
      values: { count: moves.length, days, from: first.from.value.date, to: last.to.value.date },
      evidence: [last.to.evidence, first.from.evidence],
    };
  },
};
