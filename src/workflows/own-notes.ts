import { conflictedOriginal, likelyOriginal, saysTheSame } from '../domain/conflicted-copy';
import type { NoteStore } from '../ports/note-store';

/** The notes directly in a folder, without the conflicted copies of a sync: those are for a person to compare. */
export function ownNotesIn(store: Pick<NoteStore, 'notesIn'>, folder: string): readonly string[] {
  return store.notesIn(folder).filter((path) => conflictedOriginal(path) === null);
}

/**
 * True for a note that says the same as the one beside it of which its name makes it a copy (`Plan 2` beside `Plan`).
 */
export async function isLikelyCopy(
  store: Pick<NoteStore, 'read' | 'find'>,
  path: string,
  text: string,
): Promise<boolean> {
  const original = likelyOriginal(path);
  if (original === null || store.find(original) !== original) return false;
  const other = await store.read(original);
  return other !== null && saysTheSame(text, other);
}
