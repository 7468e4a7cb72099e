import type { NoteStore } from '../ports/note-store';

/** The path of a name in a folder; numbered when it is taken, so that a quick note never has to ask. */
export function freePath(folder: string, name: string, store: Pick<NoteStore, 'find'>, ending = 'md'): string {
  for (let count = 1; ; count++) {
    const path = `${folder}/${name}${count === 1 ? '' : ` (${count})`}.${ending}`;
    if (store.find(path) === null) return path;
  }
}
