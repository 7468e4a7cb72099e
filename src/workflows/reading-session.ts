import { isNoteFacts } from '../domain/facts-shape';
import type { NoteFacts } from '../domain/note-facts';
import { reasonOf } from '../domain/reason-of';
import { FEATURES_VERSION } from '../markdown/features';
import { READER_VERSION } from '../markdown/read-note';
import type { Clock } from '../ports/clock';
import type { RememberedNote } from '../ports/facts-store';
import type { NoteFile, NoteSource } from '../ports/note-source';
import type { Scheduler } from '../ports/scheduler';
import { WORDING } from '../presentation/wording';
import { readerFingerprint, type Settings } from '../settings/settings';
import { batches } from './batches';
import { shareStrings } from './compact-facts';
import { debounce } from './debounce';
import type { FactsMemory } from './facts-memory';
import { type FileState, noteFileReader, type ReadFile } from './read-note-file';
import { inSlices, slices } from './read-in-slices';
import { type VaultFindings, vaultFindings } from './vault-findings';
import type { VaultState } from './vault-state';
import { waitingNotes } from './waiting-notes';
import { warmUp } from './warm-up';

/** What a session needs from outside; it outlives the session. */
export interface SessionPorts {
  readonly source: NoteSource;
  readonly memory: FactsMemory;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /** Hears what a note that was known in this session stated before a save and states now. */
  readonly reread?: (before: NoteFacts, after: NoteFacts) => void;
  /** What was remembered is of no use, and why. */
  readonly cacheTrouble: (reason: string) => void;
  /** Something new is known. */
  readonly publish: () => void;
}

/** How far the reading is. */
export type Progress = Pick<VaultState, 'phase' | 'failure' | 'notesDone' | 'notesTotal'>;

/** The reading of a vault under one set of settings. Everything in it is constant; once it has ended it has no effect any more. */
export interface ReadingSession {
  readonly findings: VaultFindings;
  readonly progress: () => Progress;
  /** Reads the vault for the first time; later calls compare it with what is known and read only what differs. */
  readonly reconcile: () => Promise<void>;
  readonly changed: (path: string, text: string | null) => void;
  /** A note or a folder is gone. */
  readonly removed: (path: string) => void;
  /** A note or a folder has a new path. */
  readonly renamed: (oldPath: string, newPath: string) => void;
  /** Resolves when nothing is waiting to be read. */
  readonly settled: () => Promise<void>;
  /** Resolves when what was under way has stopped. */
  readonly end: () => Promise<void>;
}

const SAVE_DELAY_MS = 80;
const LONGEST_WAIT_MS = 1000;
/** While a large vault is read for the first time, the screen follows every so many notes. */
const PUBLISH_EVERY = 500;

/** Begins a session that has read nothing yet. */
export function readingSession(
  { source, memory, clock, scheduler, reread, cacheTrouble, publish }: SessionPorts,
  settings: Settings,
): ReadingSession {
  const ending = new AbortController();
  const slice = slices(clock, scheduler);
  const waiting = waitingNotes(source);
  const quiet = debounce(scheduler, { ms: LONGEST_WAIT_MS, clock });
  const known = new Map<string, FileState>();
  const version = `${READER_VERSION}.${FEATURES_VERSION}.${readerFingerprint(settings)}`;
  let findings = vaultFindings(settings, clock);
  let progress: Progress = { phase: 'loading', failure: null, notesDone: 0, notesTotal: 0 };
  let recalling: Promise<void> | null = null;
  let warming: Promise<void> | null = null;
  let working: Promise<void> | null = null;

  /** Every wait of the session: what comes out of it after the end has no effect. */
  const open = async <Result>(wait: Promise<Result>): Promise<Result> => {
    const result = await wait;
    if (ending.signal.aborted) throw new SessionEnded();
    return result;
  };
  const rest = (): Promise<void> => open(slice.rest());
  const derive = (): Promise<void> => open(inSlices(findings.derive(), slice));

  const readFile = noteFileReader({
    source,
    clock,
    settings,
    slice,
    textOf: waiting.read,
    unreadable: (path, reason) => void (ending.signal.aborted || findings.unreadable(path, reason)),
  });

  const takeNote = ({ path, facts, at }: ReadFile): void => {
    // Only now: what was read under other settings is not known.
    if (at) known.set(path, at);
    const before = reread && facts ? findings.index.facts(path) : null;
    if (before && facts) reread?.(before, facts);
    waiting.isCopy(path, facts?.kind === 'copy');
    if (facts) memory.changed(path);
    else {
      known.delete(path);
      memory.removed(path);
    }
  };

  const remembered = (path: string): RememberedNote<NoteFacts> | null => {
    const at = known.get(path);
    return at ? { path, ...at, facts: findings.facts(path) } : null;
  };

  const work = async (): Promise<void> => {
    const batch = batches((changes) => findings.apply(changes), slice);
    let sincePublish = 0;
    slice.begin();
    for (let next = waiting.next(); next; next = waiting.next()) {
      const change = await open(readFile(next.path, next.text));
      // It may have been saved again meanwhile: then the newer text speaks.
      if (change && !waiting.has(next.path)) {
        takeNote(change);
        batch.add(change);
      }
      progress = { ...progress, notesDone: Math.min(progress.notesTotal, progress.notesDone + 1) };
      sincePublish++;
      if (!batch.isDue()) continue;
      batch.flush();
      if (sincePublish >= PUBLISH_EVERY) {
        sincePublish = 0;
        await derive();
        publish();
      }
      await rest();
    }
    batch.flush();
    await derive();
    publish();
    memory.saveSoon(version, remembered);
  };

  const drain = (): Promise<void> => {
    working ??= work()
      .catch(unlessEnded)
      .finally(() => {
        working = null;
        if (waiting.size() > 0 && !ending.signal.aborted) void drain();
      });
    return working;
  };
  /** Waits for quiet, but under steady saves no longer than a second. */
  const drainSoon = (): void => quiet.soon(SAVE_DELAY_MS, () => void drain());

  const takeOver = async (
    notes: readonly RememberedNote<NoteFacts>[],
    files: ReadonlyMap<string, NoteFile>,
  ): Promise<void> => {
    const batch = batches((changes) => findings.apply(changes), slice);
    slice.begin();
    for (const { path, mtime, size, facts } of notes) {
      const file = files.get(path);
      if (!file) memory.removed(path);
      else if (facts !== null && !isNoteFacts(facts)) cacheTrouble(WORDING.damaged);
      else if (file.mtime === mtime && file.size === size && !known.has(path)) {
        known.set(path, { mtime, size });
        waiting.isCopy(path, facts?.kind === 'copy');
        if (facts) batch.add({ path, facts: shareStrings(facts) });
      }
      if (!batch.isDue()) continue;
      batch.flush();
      await rest();
    }
    batch.flush();
    await derive();
  };

  /** Takes over what was remembered of notes that have not changed since. */
  const recall = async (files: ReadonlyMap<string, NoteFile>): Promise<void> => {
    const notes = await open(memory.recall(version));
    try {
      await takeOver(notes, files);
    } catch (error) {
      if (ending.signal.aborted) throw error;
      // Whatever was remembered is no use: everything is read.
      cacheTrouble(reasonOf(error));
      findings = vaultFindings(settings, clock);
      known.clear();
      memory.reset();
      memory.discard();
    }
  };

  const compare = async (): Promise<void> => {
    const files = new Map(source.list().map((file) => [file.path, file]));
    // Two comparisons may overlap (layout ready, first `resolved`): both wait for what is remembered.
    await open((recalling ??= recall(files)));
    for (const path of known.keys()) if (!files.has(path)) waiting.add(path, null);
    for (const { path, mtime, size } of files.values()) {
      const at = known.get(path);
      if (at?.mtime !== mtime || at.size !== size) waiting.addOnce(path);
    }
    progress = { ...progress, notesDone: 0, notesTotal: waiting.size() };
    if (waiting.size() > 0) {
      publish();
      slice.begin();
      await open((warming ??= warmUp(settings, clock, slice)));
    }
    await open(drain());
    progress = { ...progress, phase: 'ready', failure: null };
    publish();
    // Nothing had to be read: the first save shall be as quick as later ones.
    warming ??= warmUp(settings, clock, slice);
  };

  const below = (folder: string): string[] => [...known.keys()].filter((path) => path.startsWith(`${folder}/`));
  const gone = (path: string): void => {
    waiting.add(path, null);
    waiting.addCopiesOf(path);
  };

  return {
    get findings() {
      return findings;
    },
    progress: () => progress,
    /** A failure of the whole (not of one note, which is reported with the note) is shown, with a way to try again. */
    reconcile: async () => {
      try {
        await compare();
      } catch (error) {
        if (ending.signal.aborted) return;
        progress = { ...progress, phase: 'failed', failure: reasonOf(error) };
        publish();
      }
    },
    changed: (path, text) => {
      waiting.add(path, text);
      drainSoon();
    },
    removed: (path) => {
      for (const lost of [path, ...below(path)]) gone(lost);
      drainSoon();
    },
    renamed: (oldPath, newPath) => {
      for (const moved of [oldPath, ...below(oldPath)]) {
        gone(moved);
        waiting.add(`${newPath}${moved.slice(oldPath.length)}`, null);
      }
      drainSoon();
    },
    settled: async () => {
      while (!ending.signal.aborted && (working || waiting.size() > 0)) await drain();
    },
    end: async () => {
      ending.abort();
      quiet.cancel();
      waiting.clear();
      await working;
    },
  };
}

/** Thrown out of a wait when the session has ended meanwhile. */
class SessionEnded extends Error {}

function unlessEnded(error: unknown): void {
  if (!(error instanceof SessionEnded)) throw error;
}
