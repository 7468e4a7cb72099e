import type { NoteFacts } from '../domain/note-facts';
import { countedIds, type KeySets, keySets } from './key-sets';
import { type IdentityKeys, identityKeys } from '../domain/release-identity';
import { folderIdentity, isPlan, type ReleaseFolder } from './mention-keys';
import { byPlace, keyNames, type Mention, mentionsOf, NO_KEYS } from './mentions';

/** Which mentions mean the same release. Answers depend only on the notes held, never on their order of arrival. */
export interface Grouping {
  /** Replaces notes' mentions (null: the note is gone) and returns the ids of all releases that may have changed. */
  readonly replace: (
    changes: readonly { readonly path: string; readonly facts: NoteFacts | null }[],
  ) => ReadonlySet<string>;
  /** In a stable order. */
  readonly members: (id: string) => readonly Mention[];
  readonly ids: () => readonly string[];
  /** The release that an identity means by its own words; null for none. */
  readonly idOf: (keys: IdentityKeys) => string | null;
  /** The full identities that have a version ("v 2.6") or a name ("n atlas"), by id. */
  readonly fullsOf: (key: string) => readonly string[];
  /** The releases that a note speaks about. */
  readonly idsOf: (path: string) => readonly string[];
  /** True when what a note leaves without a release of its own belongs to one by its folder or its links. */
  readonly isPlaced: (path: string) => boolean;
  /** The notes whose answer to `isPlaced` may have changed since the last call. */
  readonly takeMoved: () => ReadonlySet<string>;
}

/** A folder under the releases folder: the release that it stands for depends on its notes and its name. */
interface FolderEntry {
  readonly name: string;
  readonly keys: IdentityKeys;
  readonly stated: Set<Mention>;
  readonly orphans: Set<Mention>;
  release: string | null;
  /** Its own name counts as a full identity. */
  speaks: boolean;
}

/** What a batch of changes can have touched; folders come first, then everything that looks at folders. */
interface Touched {
  /** Keys of identities, as `keyNames` gives them. */
  readonly keys: Set<string>;
  readonly folders: Set<string>;
  readonly mentions: Set<Mention>;
}

/** Starts an empty grouping; `releasesFolder` is the vault path under which each folder is a release. */
export function createGrouping(releasesFolder: string): Grouping {
  const byNote = new Map<string, readonly Mention[]>();
  const fullByVersion = countedIds();
  const fullByName = countedIds();
  const halves: KeySets<Mention> = keySets();
  const links: KeySets<Mention> = keySets();
  const folders = new Map<string, FolderEntry>();
  const foldersByName: KeySets<string> = keySets();
  const foldersByKey: KeySets<string> = keySets();
  const resolved = new Map<Mention, string>();
  const byRelease: KeySets<Mention> = keySets();
  let moved = new Set<string>();

  /**
   * The release of an identity by its own words: a full identity is itself; half a one joins the only full one that
   * has it.
   */
  const ofKeys = ({ version, name }: IdentityKeys): string | null => {
    if (version !== null && name !== null) return `${version} ${name}`;
    if (version !== null) return fullByVersion.only(version) ?? `v ${version}`;
    return name === null ? null : (fullByName.only(name) ?? `n ${name}`);
  };

  /** A folder stands for its Plan's release, else for the only one that its notes state, else for its own name. */
  const releaseOf = (folder: FolderEntry): string | null => {
    let plan: Mention | null = null;
    const ids = new Set<string | null>();
    for (const mention of folder.stated) {
      ids.add(ofKeys(mention.keys));
      if (isPlan(mention.path) && (plan === null || byPlace(mention, plan) < 0)) plan = mention;
    }
    if (plan) return ofKeys(plan.keys);
    return ids.size === 1 ? ([...ids][0] ?? null) : ofKeys(folder.keys);
  };

  const folderNamed = (name: string): FolderEntry | null => {
    const paths = foldersByName.get(name);
    const [path] = paths.size === 1 ? paths : [];
    return path === undefined ? null : (folders.get(path) ?? null);
  };

  const resolve = (mention: Mention): string | null => {
    const { version, name } = mention.keys;
    if (version !== null || name !== null) {
      const own = ofKeys(mention.keys);
      const alone =
        (version === null) !== (name === null) && own === (version === null ? `n ${name ?? ''}` : `v ${version}`);
      return (alone ? folderNamed(name ?? version ?? '')?.release : null) ?? own;
    }
    if (mention.folder) return folders.get(mention.folder.path)?.release ?? null;
    const targets = new Set(mention.linked.flatMap((folder) => folderNamed(folder)?.release ?? []));
    return targets.size === 1 ? ([...targets][0] ?? null) : null;
  };

  const register = (mention: Mention, present: boolean, touched: Touched): void => {
    const { version, name } = mention.keys;
    if (version !== null && name !== null) {
      fullByVersion.count(version, `${version} ${name}`, present);
      fullByName.count(name, `${version} ${name}`, present);
    } else if (version !== null) halves.set(`v ${version}`, mention, present);
    else if (name !== null) halves.set(`n ${name}`, mention, present);
    for (const key of keyNames(mention.keys)) touched.keys.add(key);
    if (mention.keys === NO_KEYS && !mention.folder)
      for (const folder of mention.linked) links.set(folder, mention, present);
    if (mention.folder) registerInFolder(mention, mention.folder, present, touched);
  };

  const registerInFolder = (
    mention: Mention,
    { path, name }: ReleaseFolder,
    present: boolean,
    touched: Touched,
  ): void => {
    const identity = folderIdentity({ path, name });
    const keys = identity ? identityKeys(identity) : { version: null, name: null };
    const folder = folders.get(path) ?? emptyFolder(name, keys);
    const side = mention.keys === NO_KEYS ? folder.orphans : folder.stated;
    if (present) side.add(mention);
    else side.delete(mention);
    const exists = folder.stated.size + folder.orphans.size > 0;
    if (exists) folders.set(path, folder);
    else folders.delete(path);
    // A folder that says version and name is a full identity where its notes state none: a meeting's "v1.5" means "v1.5 Orion".
    const speaks = exists && folder.stated.size === 0;
    if (keys.version !== null && keys.name !== null && speaks !== folder.speaks) {
      folder.speaks = speaks;
      fullByVersion.count(keys.version, `${keys.version} ${keys.name}`, speaks);
      fullByName.count(keys.name, `${keys.version} ${keys.name}`, speaks);
      for (const key of keyNames(keys)) touched.keys.add(key);
    }
    foldersByName.set(folder.name, path, exists);
    for (const key of keyNames(keys)) foldersByKey.set(key, path, exists);
    touched.folders.add(path);
  };

  const settle = (touched: Touched, dirty: Set<string>): void => {
    for (const key of touched.keys) {
      for (const path of foldersByKey.get(key)) touched.folders.add(path);
      for (const mention of halves.get(key)) {
        touched.mentions.add(mention);
        if (mention.folder) touched.folders.add(mention.folder.path);
      }
    }
    for (const path of touched.folders) {
      const folder = folders.get(path);
      const release = folder ? releaseOf(folder) : null;
      const called = folder?.name ?? path.split('/').pop()?.toLowerCase() ?? '';
      if (folder && folder.release === release) {
        for (const mention of folder.orphans) if (!resolved.has(mention)) touched.mentions.add(mention);
      } else if (folder) {
        folder.release = release;
        for (const mention of folder.orphans) touched.mentions.add(mention);
      }
      for (const mention of [...links.get(called), ...halves.get(`v ${called}`), ...halves.get(`n ${called}`)])
        touched.mentions.add(mention);
    }
    for (const mention of touched.mentions)
      if (byNote.get(mention.path)?.includes(mention)) place(mention, resolve(mention), dirty);
  };

  const place = (mention: Mention, id: string | null, dirty: Set<string>): void => {
    const known = resolved.get(mention) ?? null;
    if (id === known) return;
    if (mention.index < 0) moved.add(mention.path);
    if (known !== null) {
      dirty.add(known);
      byRelease.set(known, mention, false);
      resolved.delete(mention);
    }
    if (id !== null) {
      dirty.add(id);
      byRelease.set(id, mention, true);
      resolved.set(mention, id);
    }
  };

  return {
    replace: (changes) => {
      const dirty = new Set<string>();
      const touched: Touched = { keys: new Set(), folders: new Set(), mentions: new Set() };
      for (const { path, facts } of changes) {
        const fresh = facts ? mentionsOf(facts, releasesFolder) : [];
        for (const mention of byNote.get(path) ?? []) {
          place(mention, null, dirty);
          register(mention, false, touched);
        }
        if (fresh.length > 0) byNote.set(path, fresh);
        else byNote.delete(path);
        for (const mention of fresh) {
          register(mention, true, touched);
          touched.mentions.add(mention);
        }
      }
      settle(touched, dirty);
      return dirty;
    },
    members: (id) => [...byRelease.get(id)].sort(byPlace),
    ids: () => byRelease.keys(),
    idOf: ofKeys,
    fullsOf: (key) => (key.startsWith('v ') ? fullByVersion : fullByName).all(key.slice(2)),
    idsOf: (path) => (byNote.get(path) ?? []).flatMap((mention) => resolved.get(mention) ?? []),
    takeMoved: () => {
      const taken = moved;
      moved = new Set();
      return taken;
    },
    isPlaced: (path) => (byNote.get(path) ?? []).some((mention) => mention.index < 0 && resolved.has(mention)),
  };
}

function emptyFolder(name: string, keys: IdentityKeys): FolderEntry {
  return {
    name: name.toLowerCase(),
    keys,
    stated: new Set(),
    orphans: new Set(),
    release: null,
    speaks: false,
  };
}
