import type { CalendarDate } from './calendar-date';
import { isOpen, type TaskState } from './checklist';
import type { Evidence } from './evidence';
import { contentWords, jaccard, normalizedText } from './text-similarity';

/** One statement of an item in one note. */
export interface Sighting<T> {
  readonly title: string;
  readonly id: string | null;
  readonly state: TaskState;
  readonly evidence: Evidence;
  /** What is known of itself apart from the rest of its note, as what another system says; else the note. */
  readonly source?: string;
  readonly value: T;
}

/** All statements of one item; `deciding` is the one that holds. */
export interface MergedItem<T> {
  readonly deciding: Sighting<T>;
  /** Newest first. */
  readonly sightings: readonly Sighting<T>[];
  readonly firstSeen: CalendarDate;
  /** The tick that an open box of the same day or later contradicts, or a note's open box that a system's end does. */
  readonly contradicted: Sighting<T> | null;
}

interface Cluster<T> {
  readonly sightings: Sighting<T>[];
  readonly paths: Set<string>;
  readonly words: ReadonlySet<string>;
}

const SIMILAR = 0.8;
/** Beyond this many items in one release, only equal texts match: comparing every pair would cost too much. */
const MAX_FUZZY = 1000;

/** Matches by id, then equal normalised text, then Jaccard ≥ 0.8; two lines of one note are never one item. */
export function mergeItems<T>(sightings: readonly Sighting<T>[]): MergedItem<T>[] {
  const clusters: Cluster<T>[] = [];
  const byId = new Map<string, Cluster<T>>();
  const byText = new Map<string, Cluster<T>[]>();
  const byWord = new Map<string, Cluster<T>[]>();
  const severalNotes = new Set(sightings.map(sourceOf)).size > 1;
  const fuzzy = severalNotes && sightings.length <= MAX_FUZZY;
  for (const sighting of sightings) {
    const text = normalizedText(sighting.title);
    const words = new Set(fuzzy ? contentWords(sighting.title) : []);
    const fits = (cluster: Cluster<T>): boolean => !cluster.paths.has(sourceOf(sighting));
    const known = sighting.id === null ? undefined : byId.get(sighting.id);
    const found =
      (known && fits(known) ? known : undefined) ??
      byText.get(text)?.find(fits) ??
      (fuzzy ? mostSimilar(words, byWord, fits) : undefined);
    const cluster = found ?? { sightings: [], paths: new Set<string>(), words };
    if (!found) {
      clusters.push(cluster);
      for (const word of words) push(byWord, word, cluster);
    }
    cluster.sightings.push(sighting);
    cluster.paths.add(sourceOf(sighting));
    // In a single note nothing can match, so nothing needs to be found.
    if (severalNotes && !byText.get(text)?.includes(cluster)) push(byText, text, cluster);
    if (sighting.id !== null) byId.set(sighting.id, cluster);
  }
  return clusters.map(settle);
}

const sourceOf = ({ source, evidence }: Sighting<unknown>): string => source ?? evidence.path;

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function mostSimilar<T>(
  words: ReadonlySet<string>,
  byWord: ReadonlyMap<string, Cluster<T>[]>,
  fits: (cluster: Cluster<T>) => boolean,
): Cluster<T> | undefined {
  let best: Cluster<T> | undefined;
  let score = SIMILAR;
  for (const word of words)
    for (const cluster of byWord.get(word) ?? []) {
      const similarity = jaccard(words, cluster.words);
      if (similarity >= score && cluster !== best && fits(cluster)) {
        best = cluster;
        score = similarity;
      }
    }
  return best;
}

/**
 * The newest evidence wins; an open box of the same day as a tick, or of a later day, counts as open and is a
 * disagreement. A note without a date of its own says nothing about when its open box was written, so such a box never
 * undoes what a dated note says is done; its tick counts like any other.
 */
function settle<T>({ sightings }: Cluster<T>): MergedItem<T> {
  const newestFirst = newestOfSystems([...sightings].sort((a, b) => compare(b.evidence, a.evidence)));
  const relevant = relevantOf(newestFirst);
  const newest = relevant[0] as Sighting<T>;
  const sameDay = relevant.filter((sighting) => sighting.evidence.asOf === newest.evidence.asOf);
  const deciding = droppedByHand(newestFirst) ?? sameDay.find((sighting) => isOpen(sighting.state)) ?? newest;
  const tick = isOpen(deciding.state) ? (relevant.find((sighting) => sighting.state === 'done') ?? null) : null;
  return {
    deciding,
    sightings: newestFirst,
    firstSeen: newestFirst[newestFirst.length - 1]?.evidence.asOf ?? newest.evidence.asOf,
    contradicted: tick ?? apartFrom(deciding, newestFirst),
  };
}

/** Of each system only the newest word counts: what it said before is its own past, no contradiction. */
function newestOfSystems<T>(newestFirst: readonly Sighting<T>[]): readonly Sighting<T>[] {
  const seen = new Set<string>();
  return newestFirst.filter(({ evidence: { origin } }) => {
    if (origin === undefined) return true;
    const isFirst = !seen.has(origin);
    seen.add(origin);
    return isFirst;
  });
}

/** A person took the item out in a note where a system has it, too: that stays as it is until a person changes it. */
function droppedByHand<T>(newestFirst: readonly Sighting<T>[]): Sighting<T> | undefined {
  if (newestFirst.every(({ source }) => source === undefined)) return undefined;
  const own = newestFirst.find(({ source }) => source === undefined);
  return own?.state === 'cancelled' ? own : undefined;
}

/** Those that may decide: a note without a day of its own yields to another system, its open box to what is done. */
function relevantOf<T>(newestFirst: readonly Sighting<T>[]): readonly Sighting<T>[] {
  if (newestFirst.some(({ source }) => source !== undefined)) {
    const dated = newestFirst.filter(({ evidence }) => !evidence.weak);
    if (dated.length > 0) return dated;
  }
  const settledByDated = newestFirst.some(({ evidence, state }) => !evidence.weak && !isOpen(state));
  return settledByDated ? newestFirst.filter(({ evidence, state }) => !evidence.weak || !isOpen(state)) : newestFirst;
}

/**
 * A note's newest box that says other than another system, or the reverse: no later day settles that, a person does.
 * What was cancelled on one side is not done on the other, and no contradiction either.
 */
function apartFrom<T>(deciding: Sighting<T>, newestFirst: readonly Sighting<T>[]): Sighting<T> | null {
  const isOutside = deciding.source !== undefined;
  const other = newestFirst.find(({ source }) => (source !== undefined) !== isOutside);
  if (!other || deciding.state === 'cancelled' || other.state === 'cancelled') return null;
  return isOpen(other.state) === isOpen(deciding.state) ? null : other;
}

function compare(a: Evidence, b: Evidence): number {
  if (a.asOf !== b.asOf) return a.asOf < b.asOf ? -1 : 1;
  return a.path === b.path ? a.line - b.line : a.path < b.path ? 1 : -1;
}
