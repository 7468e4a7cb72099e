import { likelyOriginal } from '../domain/conflicted-copy';
import type { NoteSource } from '../ports/note-source';
import { readAhead } from './read-ahead';

/** So many texts wait in memory; those of further notes are read when their turn comes. */
const MOST_TEXTS = 50;

/** Notes that wait to be read, in the order of their last save. */
export interface WaitingNotes {
  readonly size: () => number;
  readonly has: (path: string) => boolean;
  /** A note was saved, with the text where it is at hand. */
  readonly add: (path: string, text: string | null) => void;
  /** The same, unless it waits already. */
  readonly addOnce: (path: string) => void;
  /** Takes the next one out; null when none waits. */
  readonly next: () => { readonly path: string; readonly text: string | null } | null;
  /** The text of a note, the next few of which are already on their way. Rejects when it cannot be read. */
  readonly read: (path: string) => Promise<string>;
  /** What is read now is a conflicted copy, or none: what is one depends on the note beside it. */
  readonly isCopy: (path: string, isCopy: boolean) => void;
  /** A note is gone or elsewhere: what was a copy of it is a note of its own. */
  readonly addCopiesOf: (path: string) => void;
  readonly clear: () => void;
}

/** Nothing waits yet. */
export function waitingNotes(source: NoteSource): WaitingNotes {
  const waiting = new Map<string, string | null>();
  const ahead = readAhead(source, waiting);
  const copies = new Set<string>();
  const add = (path: string, text: string | null): void => {
    ahead.forget(path);
    // Taken out first, so that the newest save is read last and with its own text.
    waiting.delete(path);
    waiting.set(path, waiting.size < MOST_TEXTS ? text : null);
  };
  return {
    size: () => waiting.size,
    has: (path) => waiting.has(path),
    add,
    addOnce: (path) => {
      if (!waiting.has(path)) waiting.set(path, null);
    },
    next: () => {
      const first = waiting.entries().next();
      if (first.done) return null;
      const [path, text] = first.value;
      waiting.delete(path);
      return { path, text };
    },
    read: ahead.text,
    isCopy: (path, isCopy) => {
      if (isCopy) copies.add(path);
      else copies.delete(path);
    },
    addCopiesOf: (path) => {
      for (const copy of copies) if (likelyOriginal(copy) === path) add(copy, null);
    },
    clear: () => {
      waiting.clear();
      copies.clear();
      ahead.clear();
    },
  };
}
