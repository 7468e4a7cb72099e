import { baseName, meansNote } from '../domain/note-path';
import { readLearning } from '../markdown/process/learning-note';
import type { NoteStore } from '../ports/note-store';
import type { CitedLearning } from '../presentation/process-text';
import type { Settings } from '../settings/settings';
import { linkTo } from './note-link';

/** A learning with the notes that it links to. */
export interface Learning extends CitedLearning {
  readonly path: string;
  readonly links: readonly string[];
}

/** All learnings directly in their folder, by name. */
export async function learningsIn(store: Pick<NoteStore, 'notesIn' | 'read'>, { workspace }: Settings): Promise<Learning[]> {
  const found: Learning[] = [];
  for (const path of [...store.notesIn(workspace.folders.learnings)].sort()) {
    const { gist, links } = readLearning((await store.read(path)) ?? '');
    const name = baseName(path);
    found.push({ path, link: linkTo(path, name), gist: gist.toLowerCase() === name.toLowerCase() ? '' : gist, links });
  }
  return found;
}

/** True where a learning links to one of these notes. */
export function appliesTo({ links }: Pick<Learning, 'links'>, ...paths: readonly string[]): boolean {
  return links.some((target) => paths.some((path) => meansNote(target, path)));
}
