import type { NoteFacts } from '../domain/note-facts';

/** What each note gives by itself to one list, kept note by note. */
export interface NoteList<Entry> {
  /** A note was read, or is gone (null). */
  readonly take: (path: string, facts: NoteFacts | null) => void;
  /** Sets what a note gives, whatever it states. */
  readonly put: (path: string, entries: readonly Entry[]) => void;
  readonly paths: () => Iterable<string>;
  /** Everything, note by note in the order in which they came; the same object until something changes. */
  readonly all: () => readonly Entry[];
}

/** Starts empty. */
export function noteList<Entry>(of: (facts: NoteFacts) => readonly Entry[]): NoteList<Entry> {
  const byNote = new Map<string, readonly Entry[]>();
  let all: readonly Entry[] | null = null;
  const put = (path: string, entries: readonly Entry[]): void => {
    if (entries.length > 0) byNote.set(path, entries);
    if (entries.length > 0 || byNote.delete(path)) all = null;
  };
  return {
    take: (path, facts) => put(path, facts ? of(facts) : []),
    put,
    paths: () => byNote.keys(),
    all: () => (all ??= [...byNote.values()].flat()),
  };
}
