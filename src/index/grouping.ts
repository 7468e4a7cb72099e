import type { NoteFacts } from '../domain/note-facts';
import type { ReleaseIdentity } from '../domain/release-identity';
import { folderIdentity, type IdentityKeys, identityKeys, isPlan, linkedFolders, type ReleaseFolder, releaseFolderOf } from './mention-keys';

/** One mention of a release in one note; index −1 stands for what belongs to no release stated in the note. */
export interface Mention {
  readonly path: string;
  readonly index: number;
  readonly keys: IdentityKeys;
  readonly folder: ReleaseFolder | null;
  readonly linked: readonly string[];
}

/** Which mentions mean the same release. Answers depend only on the notes held, never on their order of arrival. */
export interface Grouping {
  /** Replaces a note's mentions (none: the note is gone) and returns the ids of all releases that may have changed. */
  readonly replace: (path: string, facts: NoteFacts | null) => ReadonlySet<string>;
  readonly members: (id: string) => readonly Mention[];
  readonly ids: () => readonly string[];
  /** True when what a note leaves without a release of its own belongs to one by its folder or its links. */
  readonly isPlaced: (path: string) => boolean;
}

type Sets = Map<string, Set<Mention>>;

function add(sets: Sets, key: string, mention: Mention): void {
  const set = sets.get(key);
  if (set) set.add(mention);
  else sets.set(key, new Set([mention]));
}

function drop(sets: Sets, key: string, mention: Mention): void {
  const set = sets.get(key);
  if (set?.delete(mention) && set.size === 0) sets.delete(key);
}

/** Starts an empty grouping; `releasesFolder` is the vault path under which each folder is a release. */
export function createGrouping(releasesFolder: string): Grouping {
  const byNote = new Map<string, Mention[]>();
  /** Mentions by every key that can tie them: full identity, version, name, folder path, folder name, linked folder. */
  const byKey: Sets = new Map();
  const fullIds = { version: new Map<string, Map<string, number>>(), name: new Map<string, Map<string, number>>() };
  const resolved = new Map<Mention, string | null>();
  const byRelease: Sets = new Map();

  const countFull = (mention: Mention, step: 1 | -1): void => {
    const { version, name } = mention.keys;
    if (version === null || name === null) return;
    for (const [table, key] of [[fullIds.version, version], [fullIds.name, name]] as const) {
      const ids = table.get(key) ?? new Map<string, number>();
      const id = `${version} ${name}`;
      const count = (ids.get(id) ?? 0) + step;
      if (count > 0) ids.set(id, count);
      else ids.delete(id);
      if (ids.size > 0) table.set(key, ids);
      else table.delete(key);
    }
  };

  const onlyId = (table: Map<string, Map<string, number>>, key: string): string | null => {
    const ids = table.get(key);
    return ids?.size === 1 ? ([...ids.keys()][0] ?? null) : null;
  };

  /** The release of an identity, by its own words: a full identity is itself; half a one joins the only full one that has it. */
  const ofKeys = ({ version, name }: IdentityKeys): string | null => {
    if (version !== null && name !== null) return `${version} ${name}`;
    if (version !== null) return onlyId(fullIds.version, version) ?? `v ${version}`;
    return name === null ? null : (onlyId(fullIds.name, name) ?? `n ${name}`);
  };

  /** The release that a folder stands for: its Plan's, else the only one that its notes state, else the folder's name. */
  const ofFolder = (path: string): string | null => {
    const stated = [...(byKey.get(`folder ${path}`) ?? [])].filter((mention) => mention.index >= 0);
    const plan = stated.filter((mention) => isPlan(mention.path)).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.index - b.index))[0];
    if (plan) return ofKeys(plan.keys);
    const ids = new Set(stated.map((mention) => ofKeys(mention.keys)));
    if (ids.size === 1) return [...ids][0] ?? null;
    const identity = folderIdentity({ path, name: path.split('/').pop() ?? '' });
    return identity ? ofKeys(identityKeys(identity)) : null;
  };

  const folderNamed = (name: string): string | null => {
    const paths = new Set([...(byKey.get(`called ${name}`) ?? [])].map((mention) => mention.folder?.path ?? ''));
    return paths.size === 1 ? ([...paths][0] ?? null) : null;
  };

  const resolve = (mention: Mention): string | null => {
    const { version, name } = mention.keys;
    if (mention.index >= 0) {
      const own = ofKeys(mention.keys);
      const half = (version === null) !== (name === null);
      const folder = half && own?.startsWith(version === null ? 'n ' : 'v ') ? folderNamed(name ?? version ?? '') : null;
      return folder ? (ofFolder(folder) ?? own) : own;
    }
    if (mention.folder) return ofFolder(mention.folder.path);
    const targets = new Set(mention.linked.flatMap((folder) => folderNamed(folder) ?? []));
    const only = targets.size === 1 ? [...targets][0] : undefined;
    return only === undefined ? null : ofFolder(only);
  };

  const keysOf = (mention: Mention): string[] => [...new Set([
    ...(mention.keys.version !== null ? [`version ${mention.keys.version}`] : []),
    ...(mention.keys.name !== null ? [`name ${mention.keys.name}`] : []),
    ...(mention.folder ? [`folder ${mention.folder.path}`, `called ${mention.folder.name.toLowerCase()}`] : []),
    ...mention.linked.map((folder) => `linked ${folder}`),
    ...(mention.index < 0 && mention.folder ? folderKeys(mention.folder) : []),
  ])];

  /** Keys under which others may look at this mention: full identities only matter to half ones of their version or name. */
  const touchedBy = (mention: Mention): string[] => [
    ...(mention.keys.version !== null ? [`version ${mention.keys.version}`] : []),
    ...(mention.keys.name !== null ? [`name ${mention.keys.name}`] : []),
    ...(mention.folder ? folderKeys(mention.folder) : []),
  ];

  const folderKeys = (folder: ReleaseFolder): string[] => {
    const identity = folderIdentity(folder);
    const keys = identity ? identityKeys(identity) : { version: null, name: null };
    const called = folder.name.toLowerCase();
    return [`folder ${folder.path}`, `linked ${called}`, `name ${called}`, `version ${called}`, ...(keys.name !== null ? [`name ${keys.name}`] : []), ...(keys.version !== null ? [`version ${keys.version}`] : [])];
  };

  const isFull = ({ keys }: Mention): boolean => keys.version !== null && keys.name !== null;

  /** Resolves again all that may depend on `keys`, and what depends on those in turn; returns old and new releases. */
  const settle = (keys: readonly string[], dirty: Set<string>): void => {
    const seen = new Set<string>();
    const queue = [...keys];
    for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
      if (seen.has(key)) continue;
      seen.add(key);
      for (const mention of byKey.get(key) ?? []) {
        const known = resolved.get(mention);
        if (isFull(mention) && known !== undefined && !key.startsWith('folder ')) continue;
        const id = resolve(mention);
        if (mention.folder && known !== id) queue.push(...folderKeys(mention.folder));
        if (id === known) continue;
        if (known !== null && known !== undefined) {
          dirty.add(known);
          drop(byRelease, known, mention);
        }
        resolved.set(mention, id);
        if (id !== null) {
          dirty.add(id);
          add(byRelease, id, mention);
        }
      }
    }
  };

  return {
    replace: (path, facts) => {
      const dirty = new Set<string>();
      const old = byNote.get(path) ?? [];
      const fresh = facts ? mentionsOf(facts, releasesFolder) : [];
      const touched = [...old, ...fresh].flatMap((mention) => [...keysOf(mention), ...touchedBy(mention)]);
      for (const mention of old) {
        const id = resolved.get(mention);
        if (id !== null && id !== undefined) {
          dirty.add(id);
          drop(byRelease, id, mention);
        }
        resolved.delete(mention);
        countFull(mention, -1);
        for (const key of keysOf(mention)) drop(byKey, key, mention);
      }
      for (const mention of fresh) {
        countFull(mention, 1);
        for (const key of keysOf(mention)) add(byKey, key, mention);
      }
      if (fresh.length > 0) byNote.set(path, fresh);
      else byNote.delete(path);
      settle(touched, dirty);
      return dirty;
    },
    members: (id) => [...(byRelease.get(id) ?? [])],
    ids: () => [...byRelease.keys()],
    isPlaced: (path) => (byNote.get(path) ?? []).some((mention) => mention.index < 0 && (resolved.get(mention) ?? null) !== null),
  };
}

/** The mentions of one note; −1 only where something in it belongs to no stated release, or it states none. */
function mentionsOf(facts: NoteFacts, releasesFolder: string): Mention[] {
  const folder = releaseFolderOf(facts.path, releasesFolder);
  const linked = linkedFolders(facts);
  const place = { path: facts.path, folder, linked };
  const stated = facts.releases.map((release: ReleaseIdentity, index) => ({ ...place, index, keys: identityKeys(release) }));
  const orphans = facts.releases.length === 0 || [facts.tasks, facts.risks, facts.actions, facts.dependencies, facts.scalars].some((list) => list.some((fact: { readonly release: number }) => fact.release < 0));
  return orphans && (folder !== null || linked.length > 0) ? [...stated, { ...place, index: -1, keys: { version: null, name: null } }] : stated;
}
