import { remembering } from '../domain/remembering';
import type { AssessedRelease } from '../index/portfolio';
import type { BusinessCalendar } from '../domain/business-calendar';
import { isOpen } from '../domain/checklist';
import { type FollowUp, followUpsOf } from '../domain/follow-up';
import type { GoLivePlan } from '../domain/go-live/go-live-plan';
import type { KeptForecast } from '../domain/forecast/kept-forecast';
import type { Improvement } from '../domain/improvement';
import type { ProposedChange } from '../domain/process-change';
import type { FoundProposal } from '../domain/proposal';
import { mergeRelease } from '../domain/merge-release';
import type { NoteFacts } from '../domain/note-facts';
import type { PartyAliases } from '../domain/party';
import { baseName } from '../domain/note-path';
import { isAhead, titleOf } from '../domain/release';
import type { CalendarDate } from '../domain/calendar-date';
import { type FollowUpEntry, isDue, isWaiting } from '../presentation/follow-ups-model';
import { foldRepeats } from '../presentation/follow-up-series';
import type { PlacedStatus } from '../domain/status/kept-status';
import type { LevelHistories } from '../domain/risk/level-transition';

/** What the screen shows at one moment; a new object for every change. */
export interface VaultState {
  /** `loading` until every note in scope has been seen once. */
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Why reading failed as a whole; null while it has not. */
  readonly failure: string | null;
  readonly today: CalendarDate;
  readonly notesDone: number;
  readonly notesTotal: number;
  readonly releases: readonly AssessedRelease[];
  /** What was forecast before, as history notes keep it. */
  readonly forecasts: readonly KeptForecast[];
  /** Go-live notes, by path. */
  readonly goLives: ReadonlyMap<string, GoLivePlan>;
  /** Status updates that were given out before, as history notes keep them. */
  readonly statuses: readonly PlacedStatus[];
  /** How the releases' levels changed, as this device saw it. */
  readonly histories: LevelHistories;
  readonly looseEnds: readonly LooseEnd[];
  /** Requests that have waited for more than five working days without owner or release, oldest first. */
  readonly unrouted: readonly UnroutedRequest[];
  /** What retros asked for, oldest first. */
  readonly improvements: readonly Improvement[];
  /** What notes of the last 90 days ask to change in processes, the newest first. */
  readonly changes: readonly ProposedChange[];
  /** Sentences of all notes that may be commitments; nothing follows from them before somebody accepts one. */
  readonly proposals: readonly FoundProposal[];
  readonly unread: readonly UnreadNote[];
  /** Lines with a box that are in no list, by note, the newest note first. */
  readonly skipped: readonly SkippedLines[];
  /** What of this device could not be used (cache, storage) and why: it only costs time. */
  readonly troubles: readonly string[];
}

/** An open request that has neither an owner nor a release. */
export interface UnroutedRequest {
  readonly path: string;
  readonly title: string;
  readonly since: CalendarDate;
}

/** A request that nobody has yet; null for other notes. */
export function unroutedRequestOf(facts: NoteFacts, hasRelease: boolean): UnroutedRequest | null {
  if (facts.kind !== 'request' || facts.owner !== null || hasRelease || facts.releases.length > 0) return null;
  return {
    path: facts.path,
    title: facts.title?.replace(/^\d{4}-\d{2}-\d{2}\s*[-–—]\s*/, '') ?? baseName(facts.path),
    since: facts.asOf,
  };
}

/** A note with open work that belongs to no release. */
export interface LooseEnd {
  readonly path: string;
  readonly title: string;
  readonly items: readonly { readonly title: string; readonly line: number }[];
  /** The same work, and what others need, as who needs what by when. */
  readonly followUps: readonly FollowUp[];
}

/** Lines of a note that carry a box and are in no list. */
export interface SkippedLines {
  readonly path: string;
  readonly on: CalendarDate;
  readonly lines: readonly number[];
}

/** A note that could not be read, or has lines that could not. */
export interface UnreadNote {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** The open work of a note that belongs to no release; null when there is none. */
export function looseEndOf(
  facts: NoteFacts,
  hasRelease: boolean,
  calendar: BusinessCalendar,
  aliases: PartyAliases = {},
): LooseEnd | null {
  if (hasRelease || facts.kind === 'plain' || facts.kind === 'process' || facts.kind === 'person') return null;
  const items = facts.actions
    .filter((action) => action.release < 0 && isOpen(action.state))
    .map(({ title, line }) => ({ title, line }));
  const asks = facts.dependencies.some((dependency) => dependency.release < 0 && !dependency.settled);
  if (items.length === 0 && !asks) return null;
  const followUps = followUpsOf(
    mergeRelease('', { version: null, name: null }, [{ facts, mentions: [-1] }], aliases),
    calendar,
  ).filter(({ state }) => state === 'open');
  return { path: facts.path, title: baseName(facts.path), items, followUps };
}

/** Everything that waits for somebody, over all releases that are still ahead and the notes without one. */
export function followUpsIn({ releases, looseEnds }: Pick<VaultState, 'releases' | 'looseEnds'>): FollowUpEntry[] {
  return allFollowUps(releases, looseEnds);
}

/** Folded again only when a note without a release changes: a save of any other must not cost that. */
const foldedEnds = remembering((looseEnds: readonly LooseEnd[]) =>
  foldRepeats(looseEnds.flatMap(({ followUps }) => followUps)),
);

/** Lists, tabs and the status bar ask for the same. */
const allFollowUps = remembering(
  (releases: VaultState['releases'], looseEnds: readonly LooseEnd[]): FollowUpEntry[] => [
    ...releases
      .filter(({ release }) => isAhead(release))
      .flatMap(({ release, assessment }) =>
        assessment.followUps.map((followUp) => ({ followUp, release: titleOf(release) })),
      ),
    ...foldedEnds(looseEnds),
  ],
);

/** How many open follow-ups are due and do not rest. */
export const dueNow = remembering(
  (state: VaultState): number =>
    followUpsIn(state).filter(({ followUp }) => isWaiting(followUp, state.today) && isDue(followUp, state.today))
      .length,
);
