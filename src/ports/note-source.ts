/** A Markdown file as the store lists it; `mtime` in milliseconds, `size` in bytes. */
export interface NoteFile {
  readonly path: string;
  readonly mtime: number;
  readonly size: number;
}

/** Where notes are read from. */
export interface NoteSource {
  /** All Markdown files in scope, in any order. */
  readonly list: () => readonly NoteFile[];
  /** The file as it is now, or null when it is gone or out of scope. */
  readonly file: (path: string) => NoteFile | null;
  /** The text; rejects when the file cannot be read. */
  readonly read: (path: string) => Promise<string>;
}
