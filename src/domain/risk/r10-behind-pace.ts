import { countStates, shareDone } from '../checklist';
import { daysUntil, type RiskRule } from './risk-rule';

const FEWEST_ITEMS = 2;

/**
 * R10: more of the time to the gate has gone than of the work; from two items on, and where a note says when it
 * began.
 */
export const behindPace: RiskRule = {
  id: 'R10',
  assess: (context) => {
    const { release, today, gate, policy } = context;
    const settings = policy.rules.R10;
    if (release.startedWeak) return null;
    const count = countStates(release.items.map((item) => item.state));
    const done = shareDone(count);
    if (!gate || done === null || count.done + count.open < FEWEST_ITEMS || count.open === 0) return null;
    const whole = daysUntil(context, release.started, gate);
    if (whole <= 0) return null;
    const elapsed = Math.min(1, Math.max(0, daysUntil(context, release.started, today) / whole));
    const gap = Math.round((elapsed - done) * 1000) / 10;
    if (gap < settings.amberAt) return null;
    const red = gap >= settings.redAt;
    return {
      rule: 'R10',
      severity: red ? 'red' : 'amber',
      weight: red ? settings.redWeight : settings.amberWeight,
      variant: 'behind',
      values: { elapsed: Math.round(elapsed * 100), done: Math.round(done * 100), gap: Math.round(gap) },
      evidence: release.items
        .filter((item) => item.state !== 'done' && item.state !== 'cancelled')
        .map((item) => item.evidence),
    };
  },
};
