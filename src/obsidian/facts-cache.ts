import type { App } from 'obsidian';
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { FactsStore, RememberedNote } from '../ports/facts-store';

const DATABASE = 'shipshape-facts';
const NOTES = 'notes';
const META = 'meta';
const VAULT_KEY = 'shipshape-vault-id';

/** Facts of this vault on this device, in IndexedDB. Whatever goes wrong here only costs a cold start. */
export function factsCache<Facts>(app: App): FactsStore<Facts> {
  const name = `${DATABASE}-${vaultId(app)}`;
  let opened: Promise<IDBPDatabase> | null = null;

  const open = (): Promise<IDBPDatabase> => {
    opened ??= openDB(name, 1, {
      upgrade: (database) => {
        database.createObjectStore(NOTES, { keyPath: 'path' });
        database.createObjectStore(META);
      },
      terminated: () => {
        opened = null;
      },
    });
    return opened;
  };

  const clear = async (): Promise<void> => {
    const database = await opened?.catch(() => null);
    database?.close();
    opened = null;
    await deleteDB(name);
  };

  return {
    load: async (version) => {
      try {
        const database = await open();
        if ((await database.get(META, 'version')) !== version) return [];
        return ((await database.getAll(NOTES)) as unknown[]).filter(isRemembered) as RememberedNote<Facts>[];
      } catch {
        await clear().catch(() => undefined);
        return [];
      }
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
      for (const note of changed) void notes.put(note);
      await work.done;
    },
    clear,
  };
}

function isRemembered(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { path, mtime, size, facts } = value as Partial<RememberedNote<{ readonly tasks?: unknown }>>;
  return typeof path === 'string' && typeof mtime === 'number' && typeof size === 'number' && (facts === null || Array.isArray(facts?.tasks));
}

/** A name for this vault on this device: two vaults never share facts. */
function vaultId(app: App): string {
  const known: unknown = app.loadLocalStorage(VAULT_KEY);
  if (typeof known === 'string' && known !== '') return known;
  const fresh = crypto.randomUUID();
  app.saveLocalStorage(VAULT_KEY, fresh);
  return fresh;
}
