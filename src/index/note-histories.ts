import type { KeptForecast } from '../domain/forecast/kept-forecast';
import type { HistoryEntry, NoteChangeEntry } from '../domain/history-entry';
import { historyByNote } from '../domain/line-history';
import type { NoteFacts } from '../domain/note-facts';
import type { PlacedStatus } from '../domain/status/kept-status';
import { facetOf } from '../markdown/feature';
import { HISTORY } from '../markdown/history-feature';

/** What history notes say of other notes. */
export interface NoteHistories {
  /** Takes a note in; gives the notes of which something else is known now. */
  readonly take: (path: string, facts: NoteFacts | null) => ReadonlySet<string>;
  /**
   * What was seen to change in a note, a list a history note, in the order of their paths, so that every device works
   * out the same.
   */
  readonly of: (path: string) => readonly (readonly NoteChangeEntry[])[];
}

/** What notes keep of forecasts. */
export function keptForecasts(notes: readonly NoteFacts[]): readonly KeptForecast[] {
  return notes.flatMap((facts) => (facetOf(facts, HISTORY) ?? []).flatMap(asForecast));
}

/** The status updates that history notes keep, each with its place. */
export function keptStatuses(histories: ReadonlyMap<string, readonly HistoryEntry[]>): readonly PlacedStatus[] {
  return [...histories].flatMap(([path, entries]) =>
    entries.flatMap((entry) => (entry.kind === 'status' ? [{ ...entry, path, line: entry.line ?? 1 }] : [])),
  );
}

/** Of one entry: itself where it is a forecast. */
export function asForecast(entry: HistoryEntry): readonly KeptForecast[] {
  return entry.kind === 'forecast' ? [entry] : [];
}

/** A history note grows at its end: what stands before the first difference says the same as before. */
function changedIn(before: readonly HistoryEntry[], after: readonly HistoryEntry[]): HistoryEntry[] {
  let same = 0;
  while (same < before.length && JSON.stringify(before[same]) === JSON.stringify(after[same])) same++;
  return [...before.slice(same), ...after.slice(same)];
}

function notesOf(entry: HistoryEntry): string[] {
  switch (entry.kind) {
    case 'moved':
      return [entry.from, entry.to];
    case 'forecast':
    case 'status':
      return [];
    default:
      return [entry.note];
  }
}

/** Starts without any. */
export function noteHistories(): NoteHistories {
  const histories = new Map<string, readonly HistoryEntry[]>();
  let byNote: ReadonlyMap<string, readonly (readonly NoteChangeEntry[])[]> | null = null;
  return {
    take: (path, facts) => {
      const [before, after] = [histories.get(path) ?? [], facetOf(facts, HISTORY) ?? []];
      if (before.length === 0 && after.length === 0) return new Set();
      if (after.length > 0) histories.set(path, after);
      else histories.delete(path);
      byNote = null;
      return new Set(changedIn(before, after).flatMap(notesOf));
    },
    of: (path) => {
      byNote ??= historyByNote([...histories].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entries]) => entries));
      return byNote.get(path) ?? [];
    },
  };
}
