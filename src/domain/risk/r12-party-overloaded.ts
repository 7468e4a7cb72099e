import { partyKey } from '../party';
import type { Dependency } from '../release';
import { daysUntil, type RiskReason, type RiskRule } from './risk-rule';

/** R12: one party is needed by two releases within five business days, or for three different things by this one. */
export const partyOverloaded: RiskRule = {
  id: 'R12',
  assess: (context): RiskReason | null => {
    const { release, policy, loads } = context;
    const settings = policy.rules.R12;
    const target = release.target?.value.date;
    const collision = target
      ? loads.find((load) => Math.abs(daysUntil(context, target, load.target)) <= settings.amberAt)
      : undefined;
    if (collision) {
      const own = release.dependencies.filter(
        (dependency) => dependency.who !== null && partyKey(dependency.who) === partyKey(collision.party),
      );
      return {
        rule: 'R12',
        severity: 'amber',
        weight: settings.amberWeight,
        variant: 'collision',
        values: { who: collision.party, other: collision.releaseKey, date: collision.target },
        evidence: [...own.map((dependency) => dependency.evidence), collision.evidence],
      };
    }
    const asked = [...asksByParty(release.dependencies).values()].find((asks) => asks.length >= settings.strongAt);
    const first = asked?.[0];
    return asked && first
      ? {
          rule: 'R12',
          severity: 'amber',
          weight: settings.amberWeight,
          variant: 'asks',
          values: { who: first.who ?? '', count: asked.length },
          evidence: asked.map((ask) => ask.evidence),
        }
      : null;
  },
};

function asksByParty(dependencies: readonly Dependency[]): Map<string, Dependency[]> {
  const asks = new Map<string, Dependency[]>();
  for (const dependency of dependencies)
    if (dependency.who !== null && !dependency.settled)
      asks.set(partyKey(dependency.who), [...(asks.get(partyKey(dependency.who)) ?? []), dependency]);
  return asks;
}
