import { businessDaysBetween } from '../domain/business-calendar';
import type { CalendarDate } from '../domain/calendar-date';
import { ended } from '../domain/in-slices';
import { type Improvement, improvementsOf, withReturns } from '../domain/improvement';
import type { NoteFacts } from '../domain/note-facts';
import { createFacetIndex, type FacetIndex } from '../index/facet-index';
import { createPortfolio, type Portfolio } from '../index/portfolio';
import { createReleaseIndex, type NoteChange, type ReleaseIndex } from '../index/release-index';
import { type ProposedChange, proposedChangesOf, recentChanges } from '../domain/process-change';
import type { Clock } from '../ports/clock';
import type { Settings } from '../settings/settings';
import { type LooseEnd, looseEndOf, type UnreadNote, type UnroutedRequest, unroutedRequestOf, type VaultState } from './vault-state';

const MAX_UNREAD = 200;
const RELEASES_A_STEP = 4;
/** A request without owner or release is listed after so many working days. */
const ROUTE_WITHIN_DAYS = 5;

/** Everything derived from the notes read so far. */
export interface VaultFindings {
  readonly index: ReleaseIndex;
  /** What features keep of notes. */
  readonly facets: FacetIndex;
  /** What is known of a note; null where nothing is. */
  readonly facts: (path: string) => NoteFacts | null;
  readonly portfolio: Portfolio;
  /** Takes changes in; what follows from them is worked out by `derive`, or when somebody looks. */
  readonly apply: (changes: readonly NoteChange[]) => void;
  /** Works out what follows from the changes since the last time, in steps. */
  readonly derive: () => Generator<void, void>;
  readonly unreadable: (path: string, reason: string) => void;
  readonly snapshot: () => Pick<VaultState, 'today' | 'releases' | 'looseEnds' | 'unrouted' | 'improvements' | 'changes' | 'unread'>;
}

/** Starts without notes. */
export function vaultFindings(settings: Settings, clock: Clock): VaultFindings {
  const index = createReleaseIndex(settings.releasesFolder);
  const portfolio = createPortfolio({ today: clock.today(), policy: settings.policy, calendar: settings.calendar });
  const facets = createFacetIndex();
  const looseEnds = new Map<string, LooseEnd>();
  const requests = new Map<string, UnroutedRequest>();
  const improvements = new Map<string, readonly Improvement[]>();
  let allImprovements: readonly Improvement[] | null = null;
  const changes = new Map<string, readonly ProposedChange[]>();
  let allChanges: { readonly today: CalendarDate; readonly list: readonly ProposedChange[] } | null = null;
  const unread = new Map<string, readonly UnreadNote[]>();
  let sortedEnds: readonly LooseEnd[] | null = null;
  let listedUnread: readonly UnreadNote[] | null = null;
  /** Notes that changed since the last time; each may be a loose end, or no longer one. */
  let changed = new Set<string>();
  let names = index.aliases();

  /** What belongs to no release: it depends on the other notes, too, so it is settled when all changes are in. */
  const placeNote = (path: string): void => {
    const facts = index.facts(path);
    const isPlaced = index.isPlaced(path);
    const loose = facts ? looseEndOf(facts, isPlaced, settings.calendar, names) : null;
    if (loose) looseEnds.set(path, loose);
    if (loose || looseEnds.delete(path)) sortedEnds = null;
    const request = facts ? unroutedRequestOf(facts, isPlaced) : null;
    if (request) requests.set(path, request);
    else requests.delete(path);
  };

  function* derive(): Generator<void, void> {
    const ids = [...(yield* index.settle())];
    for (let at = 0; at < ids.length; at += RELEASES_A_STEP) {
      portfolio.update(ids.slice(at, at + RELEASES_A_STEP), index.release);
      yield;
    }
    // A name that means another party may head any loose end.
    const again = names === index.aliases() ? [] : looseEnds.keys();
    names = index.aliases();
    const paths = new Set([...changed, ...index.takeMoved(), ...again]);
    changed = new Set();
    for (const path of paths) {
      placeNote(path);
      yield;
    }
  }

  return {
    index,
    facets,
    facts: (path) => index.facts(path) ?? facets.facts(path),
    portfolio,
    derive,
    apply: (notes) => {
      index.take(notes);
      facets.apply(notes);
      for (const { path, facts } of notes) {
        changed.add(path);
        const asked = facts ? improvementsOf(facts) : [];
        if (asked.length > 0) improvements.set(path, asked);
        if (asked.length > 0 || improvements.delete(path)) allImprovements = null;
        const proposed = facts ? proposedChangesOf(facts) : [];
        if (proposed.length > 0) changes.set(path, proposed);
        if (proposed.length > 0 || changes.delete(path)) allChanges = null;
        const problems = facts?.diagnostics.map(({ line, message }) => ({ path, line, message })) ?? [];
        if (problems.length > 0) unread.set(path, problems);
        if (problems.length > 0 || unread.delete(path)) listedUnread = null;
      }
    },
    unreadable: (path, reason) => {
      unread.set(path, [{ path, line: 1, message: `This note could not be read (${reason}); what was known of it is kept.` }]);
      listedUnread = null;
    },
    snapshot: () => {
      ended(derive());
      // Sorting thousands of notes for every save would be felt.
      sortedEnds ??= [...looseEnds.values()].sort((a, b) => (a.path < b.path ? 1 : -1));
      listedUnread ??= [...unread.values()].flat().slice(0, MAX_UNREAD);
      const { today } = portfolio.inputs();
      if (allChanges?.today !== today) allChanges = { today, list: recentChanges([...changes.values()].flat(), today) };
      const unrouted = [...requests.values()].filter(({ since }) => businessDaysBetween(since, today, settings.calendar) > ROUTE_WITHIN_DAYS).sort((a, b) => (a.since < b.since ? -1 : 1));
      return { today, releases: portfolio.assessed(), looseEnds: sortedEnds, unrouted, improvements: (allImprovements ??= withReturns([...improvements.values()].flat())), changes: allChanges.list, unread: listedUnread };
    },
  };
}
