import { type CalendarDate, later } from './calendar-date';
import { type HistoryEntry, type KeptField, type LineChange, type NoteChangeEntry } from './history-entry';
import { baseName, isInside } from './note-path';
import type { NoteFacts, ScalarFact } from './note-facts';
import { partyKey } from './party';
import { identityKeys, parseReleaseIdentity } from './release-identity';

/** Name of the history note of one device and year. */
export function historyName(device: string, on: CalendarDate): string {
  return `History ${device} ${on.slice(0, 4)}`;
}

/** True for a history note of any device: by its folder and its name. */
export function isHistoryPath(path: string, folder: string): boolean {
  return folder !== '' && isInside(path, folder) && /^History .+ \d{4}$/.test(baseName(path));
}

/** Notes that live on: what they state counts line by line. Records speak as of their own day. */
export function isLiving({ kind }: Pick<NoteFacts, 'kind'>): boolean {
  return kind === 'release' || kind === 'checklist';
}

/** What a statement says, in a form that two readings of it share; null for a field that is not kept. */
function valueOf(fact: ScalarFact): { readonly field: KeptField; readonly value: string } | null {
  switch (fact.field) {
    case 'target':
    case 'goNoGo':
      return { field: fact.field, value: fact.value?.date ?? 'TBD' };
    case 'owner':
      return { field: fact.field, value: fact.value.map(partyKey).sort().join(', ') };
    case 'phase':
    case 'tier':
      return { field: fact.field, value: fact.value };
    default:
      return null;
  }
}

/** The release as the note names it, in comparable form; '' where only the note's place names it. */
export function releaseKey({ releases }: Pick<NoteFacts, 'releases'>, index: number): string {
  const mention = releases[index];
  if (!mention) return '';
  const { version, name } = identityKeys(mention);
  return [version ?? '', name ?? ''].filter(Boolean).join(' ');
}

function aliasKey(alias: string): string {
  const identity = parseReleaseIdentity(alias);
  if (!identity) return alias;
  const { version, name } = identityKeys(identity);
  return [version ?? '', name ?? ''].filter(Boolean).join(' ');
}

/**
 * All names under which something may be kept of it: what was kept under a name that the note now calls an alias
 * counts.
 */
export function releaseKeys(facts: NoteFacts, index: number): ReadonlySet<string> {
  return new Set([releaseKey(facts, index), ...facts.aliases.map(aliasKey)]);
}

interface Stated {
  readonly release: string;
  readonly field: KeptField;
  readonly value: string;
  readonly text: string;
}

function statedIn(facts: NoteFacts): Stated[] {
  return facts.scalars.flatMap((fact) => {
    const said = valueOf(fact);
    return said ? [{ ...said, release: releaseKey(facts, fact.release), text: fact.text }] : [];
  });
}

/** A note's only release that got another name is the same one: `name` gives what it was called before. */
function formerName(before: readonly Stated[], after: readonly Stated[]): (name: string) => string {
  const [old, fresh] = [new Set(before.map(({ release }) => release)), new Set(after.map(({ release }) => release))];
  const [gone, come] = [[...old].filter((name) => !fresh.has(name)), [...fresh].filter((name) => !old.has(name))];
  const [was] = gone;
  return gone.length === 1 && come.length === 1 && was !== undefined
    ? (name) => (name === come[0] ? was : name)
    : (name) => name;
}

/**
 * The lines of a living note that say something else, or are new, between two readings of it. Lines that only moved, and
 * those whose words are the same (a "next Friday" that is read from another day), did not change.
 */
export function lineChanges(before: NoteFacts, after: NoteFacts, on: CalendarDate): LineChange[] {
  if (!isLiving(after)) return [];
  const [old, now] = [statedIn(before), statedIn(after)];
  const former = formerName(old, now);
  return now.flatMap(({ release, field, value, text }) => {
    const same = old.filter((stated) => stated.field === field && stated.release === former(release));
    if (same.some((stated) => stated.value === value || stated.text === text)) return [];
    const was = same.find(
      (stated) =>
        !now.some((other) => other.field === field && other.release === release && other.value === stated.value),
    );
    return [{ kind: 'line' as const, on, note: after.path, release, field, value, was: was?.value ?? null }];
  });
}

/**
 * The entry for a line that a person says counts as of a day, though its words are older; null when there is no such
 * line.
 */
export function confirmation(facts: NoteFacts, field: KeptField, line: number, on: CalendarDate): LineChange | null {
  const fact = facts.scalars.find((scalar) => scalar.field === field && scalar.line === line);
  const said = fact ? valueOf(fact) : null;
  return fact && said
    ? { kind: 'line', on, note: facts.path, release: releaseKey(facts, fact.release), ...said, was: null }
    : null;
}

/** The changes of each note by its present path, one list a history note. Within a day lines come before moves. */
export function historyByNote(
  sources: readonly (readonly HistoryEntry[])[],
): ReadonlyMap<string, readonly (readonly NoteChangeEntry[])[]> {
  const entries = sources.flatMap((list, source) => list.map((entry) => ({ entry, source })));
  entries.sort((a, b) =>
    a.entry.on !== b.entry.on
      ? a.entry.on < b.entry.on
        ? -1
        : 1
      : Number(a.entry.kind === 'moved') - Number(b.entry.kind === 'moved'),
  );
  const notes = new Map<string, NoteChangeEntry[][]>();
  for (const { entry, source } of entries) {
    if (entry.kind === 'forecast' || entry.kind === 'status') continue;
    if (entry.kind !== 'moved') {
      const lists = notes.get(entry.note) ?? [];
      notes.set(entry.note, lists);
      (lists[source] ??= []).push(entry);
    } else if (entry.from !== entry.to) {
      const moved = notes.get(entry.from);
      if (!moved) continue;
      const there = notes.get(entry.to) ?? [];
      for (const [at, list] of moved.entries()) if (list) (there[at] ??= []).push(...list);
      notes.set(entry.to, there);
      notes.delete(entry.from);
    }
  }
  return notes;
}

/**
 * The day on which a line was last seen to change to what it says now; null where nobody saw it. A line that was changed
 * and changed back on one day did not change.
 */
export function seenOn(
  changes: readonly (readonly NoteChangeEntry[])[],
  facts: NoteFacts,
  fact: ScalarFact,
): CalendarDate | null {
  const said = valueOf(fact);
  if (!said || !isLiving(facts)) return null;
  const names = releaseKeys(facts, fact.release);
  let seen: CalendarDate | null = null;
  for (const ofDevice of changes) {
    const days = new Map<CalendarDate, { readonly was: string | null; readonly value: string }>();
    for (const change of ofDevice ?? []) {
      if (change.kind !== 'line' || change.field !== said.field || !names.has(change.release)) continue;
      const begun = days.get(change.on);
      // A line that is new, or that a person confirmed, counts whatever stood there before on that day.
      days.set(change.on, { was: change.was === null || !begun ? change.was : begun.was, value: change.value });
    }
    for (const [on, { was, value }] of days) if (value === said.value && was !== value) seen = later(seen, on);
  }
  return seen;
}
