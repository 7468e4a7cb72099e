import { conflictedOriginal } from '../domain/conflicted-copy';
import type { NoteSource } from '../ports/note-source';

/**
 * Notes whose reading is begun ahead of their turn: waiting for one file at a time would take most of a first start.
 */
const READ_AHEAD = 8;

/** Texts of notes, the next few of which are already on their way. */
export interface ReadAhead {
  /** The text of a note; begins to read some of those that wait. Rejects when the note cannot be read. */
  readonly text: (path: string) => Promise<string>;
  /** Drops a read that a newer save has overtaken. */
  readonly forget: (path: string) => void;
  readonly clear: () => void;
}

/** Reads ahead in the order of `pending`; a path that comes with its own text (not null) needs no read. */
export function readAhead(source: NoteSource, pending: ReadonlyMap<string, string | null>): ReadAhead {
  const begun = new Map<string, Promise<string>>();
  const begin = (path: string): void => {
    const reading = source.read(path);
    // Whoever awaits it later hears of a failure; until then it must not count as unhandled.
    reading.catch(() => undefined);
    begun.set(path, reading);
  };
  return {
    text: (path) => {
      for (const [next, given] of pending) {
        if (begun.size >= READ_AHEAD) break;
        if (given === null && !begun.has(next) && conflictedOriginal(next) === null && source.file(next)) begin(next);
      }
      const reading = begun.get(path) ?? source.read(path);
      begun.delete(path);
      return reading;
    },
    forget: (path) => void begun.delete(path),
    clear: () => begun.clear(),
  };
}
