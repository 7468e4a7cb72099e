import type { NoteFacts } from '../domain/note-facts';
import { keyNames } from './mentions';
import { type IdentityKeys, identityKeys, parseReleaseIdentity } from '../domain/release-identity';

/** Releases that a release's own page names among its `aliases`: a person said that they are one. */
export interface JoinedReleases {
  readonly take: (path: string, facts: NoteFacts | null) => void;
  /**
   * Which release each joined one is a part of now, by id; ids that changed since the last call are told to `touch`.
   */
  readonly settle: (touch: (id: string) => void) => ReadonlyMap<string, string>;
  /** As last settled. */
  readonly roots: () => ReadonlyMap<string, string>;
  /** The releases that are a part of this one. */
  readonly partsOf: (id: string) => readonly string[];
}

/** What it asks about mentions. */
interface Resolved {
  readonly idsOf: (path: string) => readonly string[];
  readonly idOf: (keys: IdentityKeys) => string | null;
  readonly has: (id: string) => boolean;
  readonly fullsOf: (key: string) => readonly string[];
}

/** Starts without any. */
export function joinedReleases(resolved: Resolved): JoinedReleases {
  const pages = new Map<string, readonly IdentityKeys[]>();
  let roots: ReadonlyMap<string, string> = new Map();

  return {
    take: (path, facts) => {
      const keys =
        facts?.kind === 'release' && facts.aliases.length > 0
          ? facts.aliases.flatMap((alias) => {
              const identity = parseReleaseIdentity(alias);
              return identity ? [identityKeys(identity)] : [];
            })
          : [];
      if (keys.length > 0) pages.set(path, keys);
      else pages.delete(path);
    },
    settle: (touch) => {
      if (pages.size === 0 && roots.size === 0) return roots;
      const before = roots;
      roots = rootsOf(pages, resolved);
      for (const id of new Set([...before.keys(), ...roots.keys()])) {
        if (before.get(id) === roots.get(id)) continue;
        for (const one of [id, before.get(id), roots.get(id)]) if (one !== undefined) touch(one);
      }
      return roots;
    },
    roots: () => roots,
    partsOf: (id) => [...roots].filter(([, root]) => root === id).map(([other]) => other),
  };
}

/**
 * Which releases are parts of which: pages in the order of their paths, so that the order of arrival does not matter; a
 * release joins one other at most.
 */
function rootsOf(
  pages: ReadonlyMap<string, readonly IdentityKeys[]>,
  { idsOf, idOf, has, fullsOf }: Resolved,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const rootOf = (id: string): string => {
    const above = found.get(id);
    return above === undefined ? id : rootOf(above);
  };
  const inOrder = [...pages].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [path, aliases] of inOrder) {
    const [own, ...others] = new Set(idsOf(path).map(rootOf));
    const named = new Set(aliases.map((keys) => idOf(keys)));
    // A page of several releases says of none what it is called.
    if (own === undefined || others.some((id) => !named.has(id))) continue;
    for (const other of named) {
      if (other === null || !has(other) || rootOf(other) === rootOf(own) || found.has(other)) continue;
      found.set(other, rootOf(own));
    }
  }
  // Half a name means the one release that all who have it are now.
  for (const [path, aliases] of inOrder) {
    const [own] = idsOf(path);
    if (own === undefined) continue;
    for (const half of new Set(aliases.flatMap(keyNames))) {
      const roots = new Set([rootOf(own), ...fullsOf(half).map(rootOf)]);
      if (has(half) && roots.size === 1 && rootOf(half) !== rootOf(own) && !found.has(half))
        found.set(half, rootOf(own));
    }
  }
  return new Map([...found.keys()].map((id) => [id, rootOf(id)]));
}
