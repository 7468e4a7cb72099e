import type { NoteFacts } from '../domain/note-facts';
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
}

/** Starts without any. */
export function joinedReleases({ idsOf, idOf, has }: Resolved): JoinedReleases {
  const pages = new Map<string, readonly IdentityKeys[]>();
  let roots: ReadonlyMap<string, string> = new Map();

  /**
   * Pages in the order of their paths, so that the order of arrival does not matter; a release joins one other at
   * most.
   */
  const worked = (): ReadonlyMap<string, string> => {
    const found = new Map<string, string>();
    const rootOf = (id: string): string => {
      const above = found.get(id);
      return above === undefined ? id : rootOf(above);
    };
    for (const path of [...pages.keys()].sort()) {
      const [own] = idsOf(path);
      if (own === undefined) continue;
      for (const keys of pages.get(path) ?? []) {
        const other = idOf(keys);
        if (other === null || !has(other) || rootOf(other) === rootOf(own) || found.has(other)) continue;
        found.set(other, rootOf(own));
      }
    }
    return new Map([...found.keys()].map((id) => [id, rootOf(id)]));
  };

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
      roots = worked();
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
