import type { NoteChangeEntry } from '../domain/history-entry';
import { ended } from '../domain/in-slices';
import { seenOn } from '../domain/line-history';
import { tickedOn } from '../domain/tick-history';
import { mergeRelease } from '../domain/merge-release';
import type { ReleasePart } from '../domain/release-part';
import type { NoteFacts } from '../domain/note-facts';
import { baseName } from '../domain/note-path';
import { partyKey, type PartyAliases } from '../domain/party';
import type { Release } from '../domain/release';
import type { ReleaseIdentity } from '../domain/release-identity';
import { createGrouping } from './grouping';
import { noteHistories } from './note-histories';
import { joinedReleases } from './joined-releases';
import { folderIdentity } from './mention-keys';
import type { Mention } from './mentions';

/** What happened to a note: its new facts, or null when it is gone or states nothing any more. */
export interface NoteChange {
  readonly path: string;
  readonly facts: NoteFacts | null;
}

/** All releases of a vault, kept current note by note. */
export interface ReleaseIndex {
  /** Applies changes and returns the ids of releases that were added, changed or removed. */
  readonly apply: (changes: readonly NoteChange[]) => ReadonlySet<string>;
  /** Takes changes in; the releases that they touch are merged when somebody looks, or by `settle`. */
  readonly take: (changes: readonly NoteChange[]) => void;
  /** Merges every release that changes have touched, in steps, and returns their ids. */
  readonly settle: () => Generator<void, ReadonlySet<string>>;
  /** See the grouping: notes that may have got or lost a release without a change of their own. */
  readonly takeMoved: () => ReadonlySet<string>;
  readonly release: (id: string) => Release | null;
  readonly releases: () => readonly Release[];
  readonly facts: (path: string) => NoteFacts | null;
  readonly notes: () => Iterable<NoteFacts>;
  /** True when a change of one of its lines is kept. */
  readonly hasHistory: (path: string) => boolean;
  /** True when a note without a release of its own belongs to one by its folder or its links. */
  readonly isPlaced: (path: string) => boolean;
  /** The names under which parties are known, from the aliases of their pages. */
  readonly aliases: () => PartyAliases;
  /** Grows with every change; equal numbers mean equal contents. */
  readonly revision: () => number;
}

/** Lists that matter only beside something else that a note states. */
const NOT_ALONE: ReadonlySet<string> = new Set<keyof NoteFacts>(['headings', 'links']);

/**
 * True when a note states something by itself; others need not be kept. Whatever kind of fact is added counts without
 * being named here.
 */
export function isWorthKeeping(facts: NoteFacts): boolean {
  return (
    facts.kind === 'request' ||
    Object.entries(facts).some(([member, value]) => Array.isArray(value) && value.length > 0 && !NOT_ALONE.has(member))
  );
}

/** Starts an empty index; `releasesFolder` as in the grouping. */
export function createReleaseIndex(releasesFolder: string): ReleaseIndex {
  const notes = new Map<string, NoteFacts>();
  const grouping = createGrouping(releasesFolder);
  const joined = joinedReleases({ ...grouping, has: (id) => grouping.members(id).length > 0 });
  const releases = new Map<string, Release>();
  const aliasSources = new Map<string, NoteFacts>();
  let aliases: PartyAliases = {};
  let revision = 0;
  let touched = new Set<string>();
  let areAliasesStale = false;
  const histories = noteHistories();

  /** True when the change touches what party names mean, so that every release must be merged again. */
  const replaceAliases = (path: string, facts: NoteFacts | null): boolean => {
    const before = aliasSources.get(path)?.aliases.join('\n') ?? '';
    const isParty = facts !== null && facts.aliases.length > 0 && facts.releases.length === 0;
    if (isParty) aliasSources.set(path, facts);
    else aliasSources.delete(path);
    return before !== (isParty ? facts.aliases.join('\n') : '');
  };

  const rebuild = (id: string): void => {
    const own = grouping.members(id);
    if (own.length === 0 || joined.roots().has(id)) {
      releases.delete(id);
      return;
    }
    const parts = partsOf([...own, ...joined.partsOf(id).flatMap(grouping.members)], notes, histories.of);
    releases.set(id, mergeRelease(id, identityOf(own, notes), parts, aliases));
  };

  const take = (changes: readonly NoteChange[]): void => {
    const kepts: NoteChange[] = [];
    for (const { path, facts } of changes) {
      const kept = facts && isWorthKeeping(facts) ? facts : null;
      if (kept) notes.set(path, kept);
      else notes.delete(path);
      kepts.push({ path, facts: kept });
      joined.take(path, kept);
      areAliasesStale = replaceAliases(path, kept) || areAliasesStale;
      for (const note of histories.take(path, facts)) for (const id of grouping.idsOf(note)) touched.add(id);
    }
    for (const id of grouping.replace(kepts)) touched.add(id);
    revision++;
  };

  /** What names mean reaches every release. */
  const freshAliases = (): void => {
    if (!areAliasesStale) return;
    areAliasesStale = false;
    aliases = aliasesIn(aliasSources);
    for (const id of [...grouping.ids(), ...releases.keys()]) touched.add(id);
  };

  function* settle(): Generator<void, ReadonlySet<string>> {
    freshAliases();
    const roots = joined.settle((id) => touched.add(id));
    if (roots.size > 0) for (const id of [...touched]) touched.add(roots.get(id) ?? id);
    const ids = touched;
    touched = new Set();
    for (const id of ids) {
      rebuild(id);
      yield;
    }
    return ids;
  }

  const settled = (): ReadonlySet<string> => ended(settle());

  return {
    apply: (changes) => {
      take(changes);
      return settled();
    },
    take,
    settle,
    takeMoved: grouping.takeMoved,
    release: (id) => {
      settled();
      return releases.get(id) ?? null;
    },
    releases: () => {
      settled();
      return [...releases.values()];
    },
    facts: (path) => notes.get(path) ?? null,
    notes: () => notes.values(),
    hasHistory: (path) => histories.of(path).length > 0,
    isPlaced: grouping.isPlaced,
    aliases: () => {
      freshAliases();
      return aliases;
    },
    revision: () => revision,
  };
}

/** Under which names the pages of parties are known; the first page by its path has a name that several claim. */
function aliasesIn(pages: ReadonlyMap<string, NoteFacts>): PartyAliases {
  const found = Object.create(null) as Record<string, string>;
  for (const path of [...pages.keys()].sort())
    for (const alias of pages.get(path)?.aliases ?? []) found[partyKey(alias)] ??= baseName(path);
  return found;
}

function partsOf(
  members: readonly Mention[],
  notes: ReadonlyMap<string, NoteFacts>,
  changesOf: (path: string) => readonly (readonly NoteChangeEntry[])[],
): ReleasePart[] {
  const byPath = new Map<string, number[]>();
  for (const { path, index } of members) byPath.set(path, [...(byPath.get(path) ?? []), index]);
  return [...byPath].flatMap(([path, mentions]) => {
    const facts = notes.get(path);
    if (!facts) return [];
    const changes = changesOf(path);
    return [
      changes.length > 0
        ? {
            facts,
            mentions,
            seenOn: (fact) => seenOn(changes, facts, fact),
            tickedOn: (task) => tickedOn(changes, facts, task),
          }
        : { facts, mentions },
    ];
  });
}

/** The fullest name: from a mention with version and name, else one of each, else the folder; newest note first. */
function identityOf(members: readonly Mention[], notes: ReadonlyMap<string, NoteFacts>): ReleaseIdentity {
  const stated = members.flatMap(({ path, index, keys }) => {
    if (keys.version === null && keys.name === null) return [];
    const facts = notes.get(path);
    const mention = facts?.releases[index];
    return facts && mention ? [{ mention, asOf: facts.asOf }] : [];
  });
  // Members come in a stable order and the sort keeps it among notes of one day.
  stated.sort((a, b) => (a.asOf === b.asOf ? 0 : a.asOf < b.asOf ? 1 : -1));
  const full = stated.find(({ mention }) => mention.version !== null && mention.name !== null)?.mention;
  if (full) return { version: full.version, name: full.name };
  const version = stated.find(({ mention }) => mention.version !== null)?.mention.version ?? null;
  const name = stated.find(({ mention }) => mention.name !== null)?.mention.name ?? null;
  const folder = members.find((member) => member.folder)?.folder;
  const ofFolder = folder ? folderIdentity(folder) : null;
  // The folder's name gives what no note states.
  if (version !== null || name !== null)
    return { version: version ?? ofFolder?.version ?? null, name: name ?? ofFolder?.name ?? null };
  return ofFolder ?? { version: null, name: folder?.name ?? null };
}
