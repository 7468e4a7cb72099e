import { conflictedOriginal, likelyOriginal, saysTheSame, copyFacts } from '../domain/conflicted-copy';
import { reasonOf } from '../domain/reason-of';
import type { NoteChange } from '../index/release-index';
import type { Clock } from '../ports/clock';
import type { NoteFile, NoteSource } from '../ports/note-source';
import type { Settings } from '../settings/settings';
import { fileDateOf, readInSlices, type Slices } from './read-in-slices';

/** By what a file is known to be the same as before. */
export type FileState = Pick<NoteFile, 'mtime' | 'size'>;

/** What a path stands for now, and the state of the file that it was read from; null where there is none. */
export type ReadFile = NoteChange & { readonly at: FileState | null };

/** What reading a file needs. */
export interface FileReading {
  readonly source: NoteSource;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly slice: Slices;
  readonly textOf: (path: string) => Promise<string>;
  readonly unreadable: (path: string, reason: string) => void;
}

/**
 * Reads the note at a path, or takes the text given; null when nothing can be said of it, so that its last facts
 * stay.
 */
export function noteFileReader({
  source,
  clock,
  settings,
  slice,
  textOf,
  unreadable,
}: FileReading): (path: string, given: string | null) => Promise<ReadFile | null> {
  /** The note that lies beside another one with much the same text; null where there is none. */
  const copiedFrom = async (path: string, text: string): Promise<string | null> => {
    const original = likelyOriginal(path);
    if (original === null || !source.file(original)) return null;
    const other = await source.read(original).catch(() => null);
    return other !== null && saysTheSame(text, other) ? original : null;
  };
  return async (path, given) => {
    const file = source.file(path);
    if (!file) return { path, facts: null, at: null };
    const at = { mtime: file.mtime, size: file.size };
    const conflicted = conflictedOriginal(path);
    if (conflicted !== null) return { path, facts: copyFacts(path, conflicted, fileDateOf(file, clock)), at };
    let text = given;
    try {
      text ??= await textOf(path);
    } catch (error) {
      if (!source.file(path)) return { path, facts: null, at: null };
      unreadable(path, reasonOf(error));
      return null;
    }
    const original = await copiedFrom(path, text);
    const facts =
      original === null
        ? await readInSlices(file, text, settings, clock, slice)
        : copyFacts(path, original, fileDateOf(file, clock));
    return { path, facts, at };
  };
}
