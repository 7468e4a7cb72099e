/** Sets by key; an empty set takes no room. */
export interface KeySets<T> {
  readonly get: (key: string) => ReadonlySet<T>;
  readonly set: (key: string, value: T, present: boolean) => void;
  readonly keys: () => string[];
}

const NOTHING: ReadonlySet<never> = new Set<never>();

/** Starts without any set. */
export function keySets<T>(): KeySets<T> {
  const sets = new Map<string, Set<T>>();
  return {
    get: (key) => sets.get(key) ?? NOTHING,
    set: (key, value, present) => {
      const set = sets.get(key);
      if (present) {
        if (set) set.add(value);
        else sets.set(key, new Set([value]));
      } else if (set?.delete(value) && set.size === 0) sets.delete(key);
    },
    keys: () => [...sets.keys()],
  };
}

/** How often each id occurs under a key. */
export interface CountedIds {
  readonly count: (key: string, id: string, present: boolean) => void;
  /** The id under a key when there is exactly one. */
  readonly only: (key: string) => string | null;
  readonly all: (key: string) => readonly string[];
}

/** Starts with no counts. */
export function countedIds(): CountedIds {
  const table = new Map<string, Map<string, number>>();
  return {
    count: (key, id, present) => {
      const ids = table.get(key) ?? new Map<string, number>();
      const count = (ids.get(id) ?? 0) + (present ? 1 : -1);
      if (count > 0) ids.set(id, count);
      else ids.delete(id);
      if (ids.size > 0) table.set(key, ids);
      else table.delete(key);
    },
    all: (key) => [...(table.get(key)?.keys() ?? [])],
    only: (key) => {
      const ids = table.get(key);
      if (ids?.size !== 1) return null;
      const [id] = ids.keys();
      return id ?? null;
    },
  };
}
