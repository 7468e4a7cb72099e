import { evidenceIn } from './note-facts';
import { partyKey, type PartyAliases, resolveParty } from './party';
import type { Dependency } from './release';
import type { ReleasePart } from './release-part';
import { jaccard, normalizedText, relatedAmong, subjectWords } from './text-similarity';

/** A note without a date of its own is the older one, whatever its file says. */
export function undatedFirst(parts: readonly ReleasePart[]): ReleasePart[] {
  const weak = ({ facts }: ReleasePart): boolean => facts.asOfSource === 'file';
  return [...parts.filter(weak), ...parts.filter((part) => !weak(part))];
}

const COVERED = 0.75;
const SAME_ASK = 0.5;
/** A party with more asks in one release is not compared any further. */
const MAX_ASKS = 200;

/** Newest statement of each ask: same party, and the same matter by most of its words. */
export function mergeDependencies(parts: readonly ReleasePart[], aliases: PartyAliases): Dependency[] {
  const merged: Dependency[] = [];
  /** Places in `merged` by party; a line without one is its own party. */
  const byParty = new Map<string, number[]>();
  for (const { facts, mentions } of parts)
    for (const fact of facts.dependencies) {
      if (!mentions.includes(fact.release)) continue;
      const dependency: Dependency = {
        who: fact.who === null ? null : resolveParty(fact.who, aliases),
        what: fact.what,
        title: fact.title,
        direction: fact.direction,
        due: fact.due,
        settled: fact.settled,
        mark: fact.mark,
        ...(fact.note ? { note: fact.note } : {}),
        evidence: evidenceIn(facts, fact),
      };
      const party = dependency.who === null ? `? ${normalizedText(dependency.title)}` : partyKey(dependency.who);
      const places = byParty.get(party) ?? [];
      const known =
        places.length > MAX_ASKS
          ? undefined
          : places.find((place) => {
              const other = merged[place];
              return other !== undefined && other.evidence.path !== facts.path && sameAsk(other, dependency);
            });
      if (known !== undefined) merged[known] = dependency;
      else byParty.set(party, [...places, merged.push(dependency) - 1]);
    }
  return merged;
}

/** Whether two lines about one party mean the same matter. */
function sameAsk(a: Dependency, b: Dependency): boolean {
  if (a.who === null || normalizedText(a.what) === normalizedText(b.what)) return true;
  // "terms approved" settles "approves the new terms", though few of the words are the same.
  if (
    b.settled &&
    covers(
      subjectWords(a, () => `${a.what} ${a.title}`),
      subjectWords(b, () => `${b.what} ${b.title}`),
      1,
    )
  )
    return true;
  return (
    jaccard(
      new Set(subjectWords(a, () => `${a.what} ${a.title}`)),
      new Set(subjectWords(b, () => `${b.what} ${b.title}`)),
    ) >= SAME_ASK
  );
}

/** Whether the shorter of two subjects lies within the longer, by at least `fewest` words. */
export function covers(a: readonly string[], b: readonly string[], fewest: number): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const shared = relatedAmong([...new Set(short)], long).length;
  return shared >= fewest && shared / new Set(short).size >= COVERED;
}
