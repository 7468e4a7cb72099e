import { businessDaysBetween } from '../domain/business-calendar';
import { ended } from '../domain/in-slices';
import { improvementsOf, withReturns } from '../domain/improvement';
import type { NoteFacts } from '../domain/note-facts';
import { type FoundProposal, proposalsOf } from '../domain/proposal';
import { remembering } from '../domain/remembering';
import { createFacetIndex, derived, type FacetIndex } from '../index/facet-index';
import { asForecast, keptStatuses } from '../index/note-histories';
import { noteList } from '../index/note-list';
import { type Assessments, createAssessments } from '../index/assessments';
import { createReleaseIndex, type NoteChange, type ReleaseIndex } from '../index/release-index';
import { proposedChangesOf, recentChanges } from '../domain/process-change';
import { GO_LIVE } from '../markdown/go-live/go-live-feature';
import { HISTORY } from '../markdown/history-feature';
import type { Clock } from '../ports/clock';
import type { Settings } from '../settings/settings';
import {
  type LooseEnd,
  looseEndOf,
  type SkippedLines,
  type UnreadNote,
  type UnroutedRequest,
  unroutedRequestOf,
  type VaultState,
} from './vault-state';

const MAX_UNREAD = 200;
/** A request without owner or release is listed after so many working days. */
const ROUTE_WITHIN_DAYS = 5;

/** Everything derived from the notes read so far. */
export interface VaultFindings {
  readonly index: ReleaseIndex;
  /** What features keep of notes. */
  readonly facets: FacetIndex;
  /** What is known of a note; null where nothing is. */
  readonly facts: (path: string) => NoteFacts | null;
  readonly assessments: Assessments;
  /** Takes changes in; what follows from them is worked out by `derive`, or when somebody looks. */
  readonly apply: (changes: readonly NoteChange[]) => void;
  /** Works out what follows from the changes since the last time, in steps. */
  readonly derive: () => Generator<void, void>;
  readonly unreadable: (path: string, reason: string) => void;
  readonly snapshot: () => Pick<
    VaultState,
    | 'today'
    | 'releases'
    | 'forecasts'
    | 'statuses'
    | 'goLives'
    | 'looseEnds'
    | 'unrouted'
    | 'improvements'
    | 'changes'
    | 'proposals'
    | 'unread'
    | 'skipped'
  >;
}

/** Starts without notes. */
export function vaultFindings(settings: Settings, clock: Clock): VaultFindings {
  const index = createReleaseIndex(settings.releasesFolder);
  const assessments = createAssessments(settings, clock.today());
  const facets = createFacetIndex();
  const past = fromFeatures(facets);
  const looseEnds = noteList((facts) =>
    listOf(looseEndOf(facts, index.isPlaced(facts.path), settings.calendar, names)),
  );
  const requests = noteList((facts) => listOf(unroutedRequestOf(facts, index.isPlaced(facts.path))));
  const improvements = noteList(improvementsOf);
  const proposals = noteList(proposedChangesOf);
  const found = noteList(foundIn);
  const unread = noteList(unreadIn);
  const skipped = noteList(skippedIn);
  // Each is worked out again only when what it follows from is another: sorting thousands of notes for every save would be felt.
  const newestFirst = remembering((ends: readonly LooseEnd[]) => [...ends].sort((a, b) => (a.path < b.path ? 1 : -1)));
  const latestFirst = remembering(byDay);
  const firstUnread = remembering((notes: readonly UnreadNote[]) => notes.slice(0, MAX_UNREAD));
  const returning = remembering(withReturns);
  const recent = remembering(recentChanges);
  /** Notes that changed since the last time; each may be a loose end, or no longer one. */
  let changed = new Set<string>();
  let names = index.aliases();

  /** What belongs to no release: it depends on the other notes, too, so it is settled when all changes are in. */
  const placeNote = (path: string): void => {
    for (const list of [looseEnds, requests]) list.take(path, index.facts(path));
  };

  function* derive(): Generator<void, void> {
    yield* assessments.update(yield* index.settle(), index.release, past().forecasts);
    // A name that means another party may head any loose end.
    const again = names === index.aliases() ? [] : looseEnds.paths();
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
    assessments,
    derive,
    apply: (notes) => {
      index.take(notes);
      facets.apply(notes);
      for (const { path, facts } of notes) {
        changed.add(path);
        for (const list of [improvements, proposals, found, unread, skipped]) list.take(path, facts);
      }
    },
    unreadable: (path, reason) => {
      unread.put(path, [failedNote(path, reason)]);
    },
    snapshot: () => {
      ended(derive());
      const today = assessments.today();
      const isLate = ({ since }: UnroutedRequest): boolean =>
        businessDaysBetween(since, today, settings.calendar) > ROUTE_WITHIN_DAYS;
      return {
        today,
        releases: assessments.assessed(),
        ...past(),
        looseEnds: newestFirst(looseEnds.all()),
        unrouted: requests.all().filter(isLate).sort(bySince),
        improvements: returning(improvements.all()),
        changes: recent(proposals.all(), today),
        proposals: found.all(),
        unread: firstUnread(unread.all()),
        skipped: latestFirst(skipped.all()),
      };
    },
  };
}

/** What history and go-live notes keep beside changes of other notes. */
function fromFeatures(facets: FacetIndex): () => Pick<VaultState, 'forecasts' | 'statuses' | 'goLives'> {
  return derived(facets, [HISTORY, GO_LIVE], () => {
    const histories = facets.all(HISTORY);
    return {
      forecasts: [...histories.values()].flat().flatMap(asForecast),
      statuses: keptStatuses(histories),
      goLives: new Map(facets.all(GO_LIVE)),
    };
  });
}

function failedNote(path: string, reason: string): UnreadNote {
  return { path, line: 1, message: `This note could not be read (${reason}); what was known of it is kept.` };
}

function listOf<Entry>(entry: Entry | null): readonly Entry[] {
  return entry === null ? [] : [entry];
}

function bySince(a: UnroutedRequest, b: UnroutedRequest): number {
  return a.since < b.since ? -1 : 1;
}

function foundIn(facts: NoteFacts): readonly FoundProposal[] {
  return proposalsOf(facts).map((proposal) => ({ ...proposal, path: facts.path, on: facts.asOf }));
}

function unreadIn({ path, diagnostics }: NoteFacts): readonly UnreadNote[] {
  return diagnostics.map(({ line, message }) => ({ path, line, message }));
}

function skippedIn({ path, asOf, lines: { notRead } }: NoteFacts): readonly SkippedLines[] {
  return notRead.length > 0 ? [{ path, on: asOf, lines: notRead }] : [];
}

function byDay(notes: readonly SkippedLines[]): SkippedLines[] {
  return [...notes].sort((a, b) => (a.on < b.on ? 1 : -1));
}
