import { daysUntil, type RiskRule } from './risk-rule';

const LAST_THIRD = 2 / 3;

/** R14: the checklist grew by a quarter or more in the last third of the time to the gate. */
export const lateScope: RiskRule = {
  id: 'R14',
  assess: (context) => {
    const { release, gate, policy } = context;
    const settings = policy.rules.R14;
    const whole = gate ? daysUntil(context, release.started, gate) : 0;
    if (whole <= 0) return null;
    const counted = release.items.filter(
      (item) => item.state !== 'cancelled' && item.sightings.every((sighting) => !sighting.weak),
    );
    const late = counted.filter((item) => daysUntil(context, release.started, item.firstSeen) / whole > LAST_THIRD);
    const before = counted.length - late.length;
    if (before === 0 || late.length === 0) return null;
    const growth = Math.round((late.length / before) * 100);
    return growth >= settings.amberAt
      ? {
          rule: 'R14',
          severity: 'amber',
          weight: settings.amberWeight,
          variant: 'grew',
          values: { count: late.length, growth },
          evidence: late.map((item) => item.evidence),
        }
      : null;
  },
};
