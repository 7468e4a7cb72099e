import type { PlacedTask } from './completion';
import type { Sighting } from './merge-items';
import { normalizedText } from './text-similarity';

/** A key of a tracker within a line. */
const KEYS = /\b[A-Z][A-Z0-9_]{0,30}-\d{1,12}\b/g;

/**
 * Lines of notes that mean an item of another system, though they say it otherwise: they name its key, or its words
 * with the owner behind them. They get its id, by which items meet; a key or words that two items have mean neither.
 */
export function meetOutside(sightings: readonly Sighting<PlacedTask>[]): readonly Sighting<PlacedTask>[] {
  const byKey = new Map<string, string | null>();
  const byWords = new Map<string, string | null>();
  const put = (map: Map<string, string | null>, key: string, id: string): void => {
    const known = map.get(key);
    map.set(key, known === undefined || known === id ? id : null);
  };
  for (const { id, title, value } of sightings) {
    const { outside } = value.fact;
    if (!outside || id === null) continue;
    if (outside.key !== null) put(byKey, outside.key, id);
    put(byWords, normalizedText(title), id);
  }
  if (byKey.size === 0) return sightings;
  return sightings.map((sighting) => {
    const { fact } = sighting.value;
    if (fact.outside || sighting.id !== null) return sighting;
    const named = [...new Set(fact.title.match(KEYS) ?? [])].flatMap((key) => byKey.get(key) ?? []);
    const id = named.length === 1 ? named[0] : byWords.get(normalizedText(withoutOwner(sighting.title, fact.owner)));
    return id ? { ...sighting, id } : sighting;
  });
}

/** "Dark mode (Bob)", "Dark mode Bob", "Bob: Dark mode" without Bob. */
function withoutOwner(title: string, owner: string | null): string {
  if (owner === null || owner === '') return title;
  const text = title.trim();
  for (const end of [`(${owner})`, owner]) if (text.endsWith(end)) return text.slice(0, -end.length).trim();
  return text.startsWith(`${owner}:`) ? text.slice(owner.length + 1).trim() : text;
}
