import type { App } from 'obsidian';
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { textHash } from '../domain/text-hash';
import type { FactsStore, RememberedNote } from '../ports/facts-store';

const DATABASE = 'shipshape-facts';
/** Raised when the stores are others; a database of a later version is left to the plugin that made it. */
const DATABASE_VERSION = 2;
const NOTES = 'notes';
const META = 'meta';
const VAULT_KEY = 'shipshape-vault-id';

/** A note as it is stored: its facts as JSON, with a fingerprint that damage would not match. */
interface StoredNote {
  readonly path: string;
  readonly mtime: number;
  readonly size: number;
  readonly facts: string;
  readonly sum: string;
}

/**
 * Facts of this vault on this device, in IndexedDB. Whatever goes wrong rejects, and only costs a cold start: the
 * caller waits for a while only, and damaged entries are left out. The database is closed for whoever needs a newer one.
 */
export function factsCache<Facts>(app: App): FactsStore<Facts> {
  const name = `${DATABASE}-${vaultId(app)}`;
  let opened: Promise<IDBPDatabase> | null = null;
  let closed = false;

  const open = (): Promise<IDBPDatabase> => {
    if (closed) return Promise.reject(new Error('The cache is closed.'));
    const opening = openDB(name, DATABASE_VERSION, {
      upgrade: (database) => {
        for (const store of [...database.objectStoreNames]) database.deleteObjectStore(store);
        database.createObjectStore(NOTES, { keyPath: 'path' });
        database.createObjectStore(META);
      },
      blocking: () => void opening.then((database) => database.close()).catch(() => undefined),
      terminated: () => {
        opened = null;
      },
    });
    opened ??= opening.catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  const close = (): void => {
    const last = opened;
    opened = null;
    void last?.then((database) => database.close()).catch(() => undefined);
  };

  return {
    load: async (version) => {
      const database = await open();
      if ((await database.get(META, 'version')) !== version) return [];
      return ((await database.getAll(NOTES)) as unknown[]).flatMap((entry) => remembered<Facts>(entry) ?? []);
    },
    save: async (version, changed, removed) => {
      const database = await open();
      const work = database.transaction([NOTES, META], 'readwrite', { durability: 'relaxed' });
      const notes = work.objectStore(NOTES);
      if ((await work.objectStore(META).get('version')) !== version) {
        void notes.clear();
        void work.objectStore(META).put(version, 'version');
      }
      for (const path of removed) void notes.delete(path);
      for (const note of changed) void notes.put(stored(note));
      await work.done;
    },
    clear: async () => {
      close();
      // Nobody waits for it: another window may have it open.
      await Promise.race([deleteDB(name), Promise.resolve()]);
    },
    close: () => {
      closed = true;
      close();
    },
  };
}

function stored<Facts>({ path, mtime, size, facts }: RememberedNote<Facts>): StoredNote {
  const json = JSON.stringify(facts);
  return { path, mtime, size, facts: json, sum: textHash(json) };
}

/** What an entry says; null for one that is damaged. */
function remembered<Facts>(value: unknown): RememberedNote<Facts> | null {
  if (typeof value !== 'object' || value === null) return null;
  const { path, mtime, size, facts, sum } = value as Partial<StoredNote>;
  if (
    typeof path !== 'string' ||
    typeof mtime !== 'number' ||
    typeof size !== 'number' ||
    typeof facts !== 'string' ||
    textHash(facts) !== sum
  )
    return null;
  return { path, mtime, size, facts: JSON.parse(facts) as Facts | null };
}

/** A name for this vault on this device: two vaults never share facts. */
function vaultId(app: App): string {
  const fresh = crypto.randomUUID();
  try {
    const known: unknown = app.loadLocalStorage(VAULT_KEY);
    if (typeof known === 'string' && known !== '') return known;
    app.saveLocalStorage(VAULT_KEY, fresh);
  } catch {
    // The device's storage is full or blocked: this session has a cache of its own.
  }
  return fresh;
}
