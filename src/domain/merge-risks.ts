import { covers } from './merge-asks';
import { mergeItems, type Sighting } from './merge-items';
import { evidenceIn } from './note-facts';
import type { RaidEntry } from './release';
import type { ReleasePart } from './release-part';
import { contentWords } from './text-similarity';

/**
 * Risks by their words; one is resolved when a later line resolves it in other words, or the work that fixes it is
 * done.
 */
export function mergeRisks(parts: readonly ReleasePart[], work: readonly Sighting<unknown>[]): RaidEntry[] {
  const sightings = parts.flatMap(({ facts, mentions }) =>
    facts.risks
      .filter((risk) => mentions.includes(risk.release))
      .map((risk): Sighting<RaidEntry> => {
        const entry: RaidEntry = {
          title: risk.title,
          type: risk.type,
          severity: risk.severity,
          resolved: risk.resolved,
          owner: risk.owner,
          evidence: evidenceIn(facts, risk),
        };
        return {
          title: risk.title.replace(/\b(?:resolved|fixed|closed|mitigated)\b/gi, ' '),
          id: null,
          state: risk.resolved ? 'done' : 'open',
          evidence: entry.evidence,
          value: entry,
        };
      }),
  );
  const merged = mergeItems(sightings).map(({ deciding }) => deciding.value);
  const cures = [
    ...merged.filter((risk) => risk.resolved),
    ...work
      .filter(({ state, title }) => state === 'done' && CURE.test(title))
      .map(({ title, evidence }) => ({ title, evidence })),
  ];
  if (merged.length * cures.length > MAX_CURES) return merged;
  return merged.map((risk) => {
    const cure = risk.resolved
      ? undefined
      : cures.find(
          ({ title, evidence }) =>
            (risk.evidence.weak || evidence.asOf >= risk.evidence.asOf) &&
            covers(contentWords(risk.title), contentWords(title), 2),
        );
    return cure ? { ...risk, resolved: true, evidence: cure.evidence } : risk;
  });
}

const CURE = /^(?:fix|resolve|close|renew|repair|mitigate|remove|replace|restore)\b/i;
const MAX_CURES = 20_000;
