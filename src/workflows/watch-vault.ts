import { reasonOf } from '../domain/reason-of';
import type { CalendarDate } from '../domain/calendar-date';
import { conflictedOriginal, likelyOriginal, saysTheSame } from '../domain/conflicted-copy';
import type { FacetIndex } from '../index/facet-index';
import { FEATURES_VERSION } from '../markdown/features';
import { isNoteFacts } from '../domain/facts-shape';
import { copyFacts, type NoteFacts } from '../domain/note-facts';
import type { NoteChange } from '../index/release-index';
import type { Clock } from '../ports/clock';
import type { DeviceStore } from '../ports/device-store';
import type { FactsStore, RememberedNote } from '../ports/facts-store';
import type { NoteFile, NoteSource } from '../ports/note-source';
import type { Scheduler } from '../ports/scheduler';
import { readerFingerprint, type Settings } from '../settings/settings';
import { WORDING } from '../presentation/wording';
import { batches } from './batches';
import { shareStrings } from './compact-facts';
import { factsMemory } from './facts-memory';
import { levelLog } from './level-log';
import { readAhead } from './read-ahead';
import { fileDateOf, inSlices, readInSlices, slices } from './read-in-slices';
import { steadyDevice } from './steady-device';
import { vaultFindings } from './vault-findings';
import type { VaultState } from './vault-state';
import { warmUp } from './warm-up';

/** Grows whenever the reader finds other facts in the same text, so that remembered facts of an older reader are dropped. */
export const READER_VERSION = 14;

/** What the watch needs from outside. */
export interface WatchPorts {
  readonly source: NoteSource;
  readonly memory: FactsStore<NoteFacts>;
  readonly device: DeviceStore;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /** Hears what a note that was known in this session stated before a save and states now. */
  readonly reread?: (before: NoteFacts, after: NoteFacts) => void;
}

/** Follows a vault: events in, states out. One for each plugin load; `stop` leaves nothing running. */
export interface VaultWatch {
  /** Reads the vault for the first time; later calls compare it with what is known and read only what differs. */
  readonly reconcile: () => Promise<void>;
  /** A note was saved; `text` spares a read. */
  readonly changed: (path: string, text?: string) => void;
  /** A note or a folder is gone. */
  readonly removed: (path: string) => void;
  /** A note or a folder has a new path. */
  readonly renamed: (oldPath: string, newPath: string) => void;
  readonly setSettings: (settings: Settings) => Promise<void>;
  /** Assesses again when the day has changed. */
  readonly checkDay: () => void;
  readonly state: () => VaultState;
  /** Facts of all notes that state something. */
  readonly notes: () => Iterable<NoteFacts>;
  /** True when a change of one of the note's lines is kept. */
  readonly hasHistory: (path: string) => boolean;
  /** What features keep of notes; another object after a change of settings. */
  readonly facets: () => FacetIndex;
  /** What a note states; null when it states nothing. */
  readonly facts: (path: string) => NoteFacts | null;
  /** The date of a note that states something; null for others. */
  readonly asOf: (path: string) => CalendarDate | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves when nothing is waiting to be read. */
  readonly settled: () => Promise<void>;
  readonly stop: () => void;
}

const SAVE_DELAY_MS = 80;
const LONGEST_WAIT_MS = 1000;
/** So many texts wait in memory; those of further notes are read when their turn comes. */
const MOST_TEXTS = 50;
/** While a large vault is read for the first time, the screen follows every so many notes. */
const PUBLISH_EVERY = 500;

/** Starts a watch that has read nothing yet. */
export function watchVault({ source, memory: store, device, clock, scheduler, reread }: WatchPorts, startSettings: Settings): VaultWatch {
  const troubles = new Set<string>();
  const trouble = (what: string) => (reason: string): void => void troubles.add(`${what}: ${reason}`);
  const memory = factsMemory(store, scheduler, trouble(WORDING.cacheTrouble));
  const slice = slices(clock, scheduler);
  const pending = new Map<string, string | null>();
  const ahead = readAhead(source, pending);
  const levels = levelLog(steadyDevice(device, trouble(WORDING.deviceTrouble)));
  const listeners = new Set<() => void>();
  /** Conflicted copies: what is one depends on the note beside it. */
  const copies = new Set<string>();
  let settings = startSettings;
  let findings = vaultFindings(settings, clock);
  let known = new Map<string, Pick<NoteFile, 'mtime' | 'size'>>();
  let progress: Pick<VaultState, 'phase' | 'failure' | 'notesDone' | 'notesTotal'> = { phase: 'loading', failure: null, notesDone: 0, notesTotal: 0 };
  let recalling: Promise<void> | null = null;
  let warming: Promise<void> | null = null;
  /** Grows with every change of settings; work begun under an older one ends without effect. */
  let generation = 0;
  let working: Promise<void> | null = null;
  let cancelTimer: (() => void) | null = null;
  let waitingSince: number | null = null;
  let current: VaultState = { ...progress, ...findings.snapshot(), histories: levels.histories(), troubles: [] };

  const publish = (): void => {
    const found = findings.snapshot();
    // Half-read vaults have half-true levels: only whole ones are logged.
    if (progress.phase === 'ready') levels.record(found.releases, found.today);
    current = { ...progress, ...found, histories: levels.histories(), troubles: [...troubles] };
    for (const listener of [...listeners]) listener();
  };
  const version = (): string => `${READER_VERSION}.${FEATURES_VERSION}.${readerFingerprint(settings)}`;

  /** The change that a path stands for now, and the state of the file that it was read from; null when nothing can be said (the last facts stay). */
  const changeAt = async (path: string, given: string | null): Promise<(NoteChange & { readonly at: Pick<NoteFile, 'mtime' | 'size'> | null }) | null> => {
    const file = source.file(path);
    if (!file) return { path, facts: null, at: null };
    const at = { mtime: file.mtime, size: file.size };
    const conflicted = conflictedOriginal(path);
    if (conflicted !== null) return { path, facts: copyFacts(path, conflicted, fileDateOf(file, clock)), at };
    let text = given;
    try {
      text ??= await ahead.text(path);
    } catch (error) {
      if (!source.file(path)) return { path, facts: null, at: null };
      findings.unreadable(path, reasonOf(error));
      return null;
    }
    const original = await copiedFrom(path, text);
    const facts = original === null ? await readInSlices(file, text, settings, clock, slice) : copyFacts(path, original, fileDateOf(file, clock));
    return { path, facts, at };
  };

  /** The note that lies beside another one with much the same text; null where there is none. */
  const copiedFrom = async (path: string, text: string): Promise<string | null> => {
    const original = likelyOriginal(path);
    if (original === null || !source.file(original)) return null;
    const other = await source.read(original).catch(() => null);
    return other !== null && saysTheSame(text, other) ? original : null;
  };

  const note = (change: NoteChange): void => {
    if (change.facts?.kind === 'copy') copies.add(change.path);
    else copies.delete(change.path);
    if (change.facts) memory.changed(change.path);
    else {
      known.delete(change.path);
      memory.removed(change.path);
    }
  };

  const work = async (own: number): Promise<void> => {
    const batch = batches((changes) => findings.apply(changes), slice);
    let sincePublish = 0;
    slice.begin();
    for (let next = pending.entries().next(); !next.done && own === generation; next = pending.entries().next()) {
      const [path, given] = next.value;
      pending.delete(path);
      const change = await changeAt(path, given);
      if (own !== generation) return;
      if (change && !pending.has(path)) {
        // Only now: what was read under other settings is not known.
        if (change.at) known.set(path, change.at);
        const before = reread && change.facts ? findings.index.facts(path) : null;
        if (before && change.facts) reread?.(before, change.facts);
        batch.add(change);
        note(change);
      }
      progress = { ...progress, notesDone: Math.min(progress.notesTotal, progress.notesDone + 1) };
      sincePublish++;
      if (!batch.isDue()) continue;
      batch.flush();
      if (sincePublish >= PUBLISH_EVERY) {
        sincePublish = 0;
        await inSlices(findings.derive(), slice);
        if (own !== generation) return;
        publish();
      }
      await slice.rest();
    }
    if (own !== generation) return;
    batch.flush();
    await inSlices(findings.derive(), slice);
    if (own !== generation) return;
    publish();
    memory.saveSoon(version(), (path) => {
      const at = known.get(path);
      return at ? { path, ...at, facts: findings.facts(path) } : null;
    });
  };

  const drain = (): Promise<void> => {
    const own = generation;
    working ??= work(own).finally(() => {
      working = null;
      if (pending.size > 0 && own === generation) void drain();
    });
    return working;
  };

  /** Waits for quiet, but under steady saves no longer than a second. */
  const drainSoon = (): void => {
    cancelTimer?.();
    waitingSince ??= clock.elapsed();
    const left = Math.max(0, LONGEST_WAIT_MS - (clock.elapsed() - waitingSince));
    cancelTimer = scheduler.after(Math.min(SAVE_DELAY_MS, left), () => {
      cancelTimer = null;
      waitingSince = null;
      void drain();
    });
  };

  /** Takes over what was remembered of notes that have not changed since. */
  const recall = async (files: ReadonlyMap<string, NoteFile>, own: number): Promise<void> => {
    const remembered = await memory.recall(version());
    try {
      await takeOver(remembered, files, own);
    } catch (error) {
      if (own !== generation) return;
      // Whatever was remembered is no use: everything is read.
      trouble(WORDING.cacheTrouble)(reasonOf(error));
      findings = vaultFindings(settings, clock);
      known = new Map();
      copies.clear();
      memory.reset();
      memory.discard();
    }
  };

  const takeOver = async (remembered: readonly RememberedNote<NoteFacts>[], files: ReadonlyMap<string, NoteFile>, own: number): Promise<void> => {
    const batch = batches((changes) => findings.apply(changes), slice);
    slice.begin();
    for (const { path, mtime, size, facts } of remembered) {
      if (own !== generation) return;
      const file = files.get(path);
      if (!file) memory.removed(path);
      else if (facts !== null && !isNoteFacts(facts)) trouble(WORDING.cacheTrouble)(WORDING.damaged);
      else if (file.mtime === mtime && file.size === size && !known.has(path)) {
        known.set(path, { mtime, size });
        if (facts?.kind === 'copy') copies.add(path);
        if (facts) batch.add({ path, facts: shareStrings(facts) });
      }
      if (!batch.isDue()) continue;
      batch.flush();
      await slice.rest();
    }
    if (own !== generation) return;
    batch.flush();
    await inSlices(findings.derive(), slice);
  };

  const compare = async (own: number): Promise<void> => {
    const files = new Map(source.list().map((file) => [file.path, file]));
    // Two comparisons may overlap (layout ready, first `resolved`): both wait for what is remembered.
    recalling ??= recall(files, own);
    await recalling;
    if (own !== generation) return;
    for (const path of known.keys()) if (!files.has(path)) pending.set(path, null);
    for (const { path, mtime, size } of files.values()) {
      const at = known.get(path);
      if (at?.mtime !== mtime || at.size !== size) pending.set(path, pending.get(path) ?? null);
    }
    progress = { ...progress, notesDone: 0, notesTotal: pending.size };
    if (pending.size > 0) {
      publish();
      slice.begin();
      await (warming ??= warmUp(settings, clock, slice));
      if (own !== generation) return;
    }
    await drain();
    if (own !== generation) return;
    progress = { ...progress, phase: 'ready', failure: null };
    publish();
    // Nothing had to be read: the first save shall be as quick as later ones.
    warming ??= warmUp(settings, clock, slice);
  };

  /** A failure of the whole (not of one note, which is reported with the note) is shown, with a way to try again. */
  const reconcile = async (): Promise<void> => {
    const own = generation;
    try {
      await compare(own);
    } catch (error) {
      if (own !== generation) return;
      progress = { ...progress, phase: 'failed', failure: reasonOf(error) };
      publish();
    }
  };

  const below = (folder: string): string[] => [...known.keys()].filter((path) => path.startsWith(`${folder}/`));
  /** What was a copy is a note of its own once its original is gone. */
  const enqueueCopiesOf = (path: string): void => {
    for (const copy of copies) if (likelyOriginal(copy) === path) enqueue(copy, null);
  };
  const enqueue = (path: string, text: string | null): void => {
    ahead.forget(path);
    // Taken out first, so that the newest save is read last and with its own text.
    pending.delete(path);
    pending.set(path, pending.size < MOST_TEXTS ? text : null);
  };

  return {
    reconcile,
    changed: (path, text) => {
      enqueue(path, text ?? null);
      drainSoon();
    },
    removed: (path) => {
      for (const gone of [path, ...below(path)]) {
        enqueue(gone, null);
        enqueueCopiesOf(gone);
      }
      drainSoon();
    },
    renamed: (oldPath, newPath) => {
      for (const moved of [oldPath, ...below(oldPath)]) {
        enqueue(moved, null);
        enqueueCopiesOf(moved);
        enqueue(`${newPath}${moved.slice(oldPath.length)}`, null);
      }
      drainSoon();
    },
    setSettings: async (next) => {
      generation++;
      const own = generation;
      settings = next;
      findings = vaultFindings(settings, clock);
      known = new Map();
      pending.clear();
      ahead.clear();
      memory.reset();
      recalling = null;
      progress = { phase: 'loading', failure: null, notesDone: 0, notesTotal: 0 };
      await working;
      if (own === generation) await reconcile();
    },
    checkDay: () => {
      const today = clock.today();
      if (today === findings.portfolio.inputs().today) return;
      findings.portfolio.setInputs({ ...findings.portfolio.inputs(), today });
      publish();
    },
    state: () => current,
    notes: () => findings.index.notes(),
    facets: () => findings.facets,
    hasHistory: (path) => findings.index.hasHistory(path),
    facts: (path) => findings.index.facts(path),
    asOf: (path) => findings.index.facts(path)?.asOf ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    settled: async () => {
      while (working || pending.size > 0) await drain();
    },
    stop: () => {
      generation++;
      pending.clear();
      ahead.clear();
      cancelTimer?.();
      memory.stop();
      listeners.clear();
    },
  };
}
