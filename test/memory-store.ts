import type { NoteStore } from '../src/ports/note-store';

/** A vault in memory; `failAt` makes the write of that number fail (1 is the first), with nothing written. */
export function memoryStore(start: Readonly<Record<string, string>> = {}, failAt = 0) {
  const notes = new Map(Object.entries(start));
  const folders = new Set<string>();
  const addFolders = (path: string): void => {
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1))
      folders.add(path.slice(0, cut));
  };
  for (const path of notes.keys()) addFolders(path);
  let writes = 0;
  const write = (act: () => void): void => {
    writes++;
    if (writes === failAt) throw new Error('disk full');
    act();
  };
  const find = (path: string): string | null =>
    [...notes.keys(), ...folders].find((known) => known.toLowerCase() === path.toLowerCase()) ?? null;
  const store: NoteStore = {
    process: async (path, edit) => {
      const text = notes.get(path);
      if (text === undefined) return 'missing';
      const next = edit(text);
      if (next !== text) write(() => notes.set(path, next));
      return 'done';
    },
    read: async (path) => notes.get(path) ?? null,
    create: async (path, text) => {
      if (find(path) !== null) return null;
      const before = new Set(folders);
      write(() => {
        notes.set(path, text);
        addFolders(path);
      });
      return { path, folders: [...folders].filter((folder) => !before.has(folder)) };
    },
    createFolder: async (path) => {
      if (find(path) !== null) return [];
      const before = new Set(folders);
      write(() => {
        folders.add(path);
        addFolders(path);
      });
      return [...folders].filter((folder) => !before.has(folder));
    },
    find,
    stamp: (path) => notes.get(path) ?? null,
    folders: () => [...folders],
    notesIn: (folder) => [...notes.keys()].filter((path) => path.slice(0, path.lastIndexOf('/')) === folder),
    move: async (from, to) => {
      const moved = [...notes].filter(([path]) => path === from || path.startsWith(`${from}/`));
      if (moved.length === 0 || find(to) !== null) return false;
      write(() => {
        for (const [path, text] of moved) {
          notes.delete(path);
          notes.set(`${to}${path.slice(from.length)}`, text);
        }
        folders.delete(from);
        addFolders(`${to}/x`);
      });
      return true;
    },
    trash: async (path) => {
      if ([...notes.keys(), ...folders].some((known) => known.startsWith(`${path}/`))) return;
      notes.delete(path);
      folders.delete(path);
    },
  };
  return { store, notes, folders, writes: () => writes };
}
