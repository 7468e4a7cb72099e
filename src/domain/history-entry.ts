import type { CalendarDate } from './calendar-date';
import type { KeptForecast } from './forecast/kept-forecast';
import type { KeptStatus } from './status/kept-status';

/** The fields of which is kept on which day their line was seen to change. */
export const KEPT_FIELDS = ['target', 'goNoGo', 'owner', 'phase', 'tier'] as const;
/** One of them. */
export type KeptField = (typeof KEPT_FIELDS)[number];

/**
 * A line of a living note that a person changed: which field of which release it states, what it says and what it
 * said.
 */
export interface LineChange {
  readonly kind: 'line';
  readonly on: CalendarDate;
  /** Vault path of the note. */
  readonly note: string;
  /** The release as the note names it, in comparable form; '' where its place names it. */
  readonly release: string;
  readonly field: KeptField;
  readonly value: string;
  readonly was: string | null;
}

/** A note with kept lines got another path. */
export interface NoteMove {
  readonly kind: 'moved';
  readonly on: CalendarDate;
  readonly from: string;
  readonly to: string;
}

/** A person ticked a box, or took its tick back. */
export interface TickChange {
  readonly kind: 'tick';
  readonly on: CalendarDate;
  /** Vault path of the note. */
  readonly note: string;
  /** The release as the note names it, in comparable form; '' where its place names it. */
  readonly release: string;
  /** The item's words in comparable form. */
  readonly item: string;
  readonly done: boolean;
}

/** What was seen to change in a note. */
export type NoteChangeEntry = LineChange | TickChange;

/** One line of a history note. */
export type HistoryEntry = NoteChangeEntry | NoteMove | KeptForecast | (KeptStatus & { readonly line?: number });
