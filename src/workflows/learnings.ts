import { baseName, meansNote } from '../domain/note-path';
import { readLearning } from '../markdown/process/learning-note';
import type { NoteStore } from '../ports/note-store';
import type { CitedLearning } from '../presentation/process-text';
import type { Settings } from '../settings/settings';
import { linkTo } from './note-link';
import { processNotes } from './process-registry';
import { ownNotesIn } from './own-notes';

/** A learning with the notes that it links to. */
export interface Learning extends CitedLearning {
  readonly path: string;
  readonly links: readonly string[];
}

/** Notes about all learnings are none. */
const INDEX = /^(?:learnings|index|readme|overview)$/i;

/** All learnings directly in their folder, by name. */
export async function learningsIn(store: Pick<NoteStore, 'notesIn' | 'read'>, settings: Settings): Promise<Learning[]> {
  // A link by name alone is renamed as a whole; where a process or playbook has the name, too, the path must say which.
  const taken = new Set(
    [
      ...processNotes(store, settings).map((note) => note.path),
      ...ownNotesIn(store, settings.workspace.folders.playbooks),
    ].map((note) => baseName(note).toLowerCase()),
  );
  const found: Learning[] = [];
  for (const path of [...ownNotesIn(store, settings.workspace.folders.learnings)]
    .filter((note) => !INDEX.test(baseName(note)))
    .sort()) {
    const { gist, links } = readLearning((await store.read(path)) ?? '');
    const name = baseName(path);
    found.push({
      path,
      link: taken.has(name.toLowerCase()) ? linkTo(path, name) : linkTo(name),
      gist: gist.toLowerCase() === name.toLowerCase() ? '' : gist,
      links,
    });
  }
  return found;
}

/** True where a learning links to one of these notes. */
export function appliesTo({ links }: Pick<Learning, 'links'>, ...paths: readonly string[]): boolean {
  return links.some((target) => paths.some((path) => meansNote(target, path)));
}
