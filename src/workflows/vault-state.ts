import type { AssessedRelease } from '../index/portfolio';
import type { NoteFacts } from '../domain/note-facts';
import { baseName } from '../domain/note-path';
import type { CalendarDate } from '../domain/calendar-date';
import type { LevelHistories } from '../domain/risk/level-transition';

/** What the screen shows at one moment; a new object for every change. */
export interface VaultState {
  /** `loading` until every note in scope has been seen once. */
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly today: CalendarDate;
  readonly notesDone: number;
  readonly notesTotal: number;
  readonly releases: readonly AssessedRelease[];
  /** How the releases' levels changed, as this device saw it. */
  readonly histories: LevelHistories;
  readonly looseEnds: readonly LooseEnd[];
  readonly unread: readonly UnreadNote[];
}

/** A note with open work that belongs to no release. */
export interface LooseEnd {
  readonly path: string;
  readonly title: string;
  readonly items: readonly { readonly title: string; readonly line: number }[];
}

/** A note that could not be read, or has lines that could not. */
export interface UnreadNote {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** The open action items of a note that belong to no release; null when there are none. */
export function looseEndOf(facts: NoteFacts, hasRelease: boolean): LooseEnd | null {
  if (hasRelease || facts.kind === 'plain' || facts.kind === 'process' || facts.kind === 'person') return null;
  const items = facts.actions.filter((action) => action.release < 0 && action.state !== 'done' && action.state !== 'cancelled').map(({ title, line }) => ({ title, line }));
  return items.length === 0 ? null : { path: facts.path, title: baseName(facts.path), items };
}
