/** Where notes are written. */
export interface NoteStore {
  /**
   * Applies `edit` to the current text atomically and writes the result when it differs. The edit may run more than
   * once and has no effects. `missing` when there is no such note; rejects when the store fails, with nothing written.
   */
  readonly process: (path: string, edit: (text: string) => string) => Promise<'done' | 'missing'>;
  /**
   * The note's text on disk, or null when there is none; writes nothing, so that what is still being typed is not in
   * it.
   */
  readonly read: (path: string) => Promise<string | null>;
  /**
   * Makes a new note, with the folders above it that are missing; null when something has that path, in whatever case.
   * The path may differ from the one asked for in the case of its folders.
   */
  readonly create: (
    path: string,
    text: string,
  ) => Promise<{ readonly path: string; readonly folders: readonly string[] } | null>;
  /** Makes a folder with those above it that are missing, and says which it made; none when it is there. */
  readonly createFolder: (path: string) => Promise<readonly string[]>;
  /** The path as it is written in the vault when a note or folder has it in whatever case, else null. */
  readonly find: (path: string) => string | null;
  /** All folders of the vault. */
  readonly folders: () => readonly string[];
  /** The Markdown notes directly in a folder. */
  readonly notesIn: (folder: string) => readonly string[];
  /** Changes whenever the note does; null when there is none. */
  readonly stamp: (path: string) => string | null;
  /**
   * Moves a note or a folder with all that lies in it, with the folders above the new place that are missing; links
   * follow. False, with nothing done, when there is no such thing or the new place is taken.
   */
  readonly move: (from: string, to: string) => Promise<boolean>;
  /** Moves a note, or a folder that is empty, to the trash. */
  readonly trash: (path: string) => Promise<void>;
}
