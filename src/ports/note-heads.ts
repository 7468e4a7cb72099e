import type { NoteHead } from '../domain/note-head';

/** What is known of notes without opening one. */
export interface HeadSource {
  /** Paths of all notes of the vault, in any order. */
  readonly paths: () => readonly string[];
  /** Null when the note is gone, or nothing is known of it yet. */
  readonly head: (path: string) => NoteHead | null;
}
