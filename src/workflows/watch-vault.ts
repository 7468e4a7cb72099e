import { emptyFacts, type NoteFacts } from '../domain/note-facts';
import type { BusinessCalendar } from '../domain/business-calendar';
import { createPortfolio, type Portfolio } from '../index/portfolio';
import { createReleaseIndex, type NoteChange, type ReleaseIndex } from '../index/release-index';
import { mayMatter } from '../markdown/note-kind';
import { readNoteInSteps } from '../markdown/read-note';
import type { Clock } from '../ports/clock';
import type { FactsStore } from '../ports/facts-store';
import type { NoteFile, NoteSource } from '../ports/note-source';
import type { Scheduler } from '../ports/scheduler';
import { readerFingerprint, readerOptions, type Settings } from '../settings/settings';
import { type LooseEnd, looseEndOf, type UnreadNote, type VaultState } from './vault-state';

/** Grows whenever the reader finds other facts in the same text, so that remembered facts of an older reader are dropped. */
export const READER_VERSION = 1;

/** What the watch needs from outside. */
export interface WatchPorts {
  readonly source: NoteSource;
  readonly memory: FactsStore<NoteFacts>;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
}

/** Follows a vault: events in, states out. One for each plugin load; `stop` leaves nothing running. */
export interface VaultWatch {
  /** Reads the vault for the first time; later calls compare it with what is known and read only what differs. */
  readonly reconcile: () => Promise<void>;
  /** A note was saved; `text` spares a read. */
  readonly changed: (path: string, text?: string) => void;
  readonly removed: (path: string) => void;
  readonly renamed: (oldPath: string, newPath: string) => void;
  readonly setSettings: (settings: Settings) => Promise<void>;
  /** Assesses again when the day has changed. */
  readonly checkDay: () => void;
  readonly state: () => VaultState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves when nothing is waiting to be read. */
  readonly settled: () => Promise<void>;
  readonly stop: () => void;
}

interface Known {
  readonly mtime: number;
  readonly size: number;
}

const SLICE_MS = 6;
const SAVE_DELAY_MS = 80;
const REMEMBER_DELAY_MS = 3000;
/** While a large vault is read for the first time, the screen follows every so many notes. */
const PUBLISH_EVERY = 500;
const MAX_UNREAD = 200;

/** Starts a watch that has read nothing yet. */
export function watchVault(ports: WatchPorts, startSettings: Settings): VaultWatch {
  const { source, memory, clock, scheduler } = ports;
  let settings = startSettings;
  let index: ReleaseIndex = createReleaseIndex(settings.releasesFolder);
  let portfolio: Portfolio = newPortfolio(settings, clock);
  let known = new Map<string, Known>();
  const pending = new Map<string, string | null>();
  const unremembered = new Set<string>();
  const forgotten = new Set<string>();
  const looseEnds = new Map<string, LooseEnd>();
  const unread = new Map<string, readonly UnreadNote[]>();
  const listeners = new Set<() => void>();
  let phase: VaultState['phase'] = 'loading';
  let remembered = false;
  let stopped = false;
  let generation = 0;
  let progress = { done: 0, total: 0 };
  let working: Promise<void> | null = null;
  let cancelTimer: (() => void) | null = null;
  let cancelRemember: (() => void) | null = null;
  let current = snapshot();

  function snapshot(): VaultState {
    return { phase, today: portfolio.inputs().today, notesDone: progress.done, notesTotal: progress.total, releases: portfolio.assessed(), looseEnds: [...looseEnds.values()].sort((a, b) => (a.path < b.path ? 1 : -1)), unread: [...unread.values()].flat().slice(0, MAX_UNREAD) };
  }

  function publish(): void {
    if (stopped) return;
    current = snapshot();
    for (const listener of [...listeners]) listener();
  }

  function apply(changes: readonly NoteChange[]): void {
    portfolio.update(index.apply(changes), index.release);
    for (const { path, facts } of changes) {
      const loose = facts ? looseEndOf(facts, index.isPlaced(path)) : null;
      if (loose) looseEnds.set(path, loose);
      else looseEnds.delete(path);
      const problems = facts?.diagnostics.map(({ line, message }) => ({ path, line, message })) ?? [];
      if (problems.length > 0) unread.set(path, problems);
      else unread.delete(path);
    }
  }

  function version(): string {
    return `${READER_VERSION}.${readerFingerprint(settings)}`;
  }

  /** Reads one note in slices. Null when the note is gone; the last facts stay when it cannot be read. */
  async function factsOf(file: NoteFile, given: string | null, slice: { started: number }): Promise<NoteFacts | 'unreadable'> {
    let text = given;
    if (text === null) {
      try {
        text = await source.read(file.path);
      } catch {
        return 'unreadable';
      }
      slice.started = clock.elapsed();
    }
    const changed = clock.dateOf(file.mtime);
    const today = clock.today();
    // A clock that once ran ahead must not make a note's undated lines the newest for ever.
    const fileDate = changed > today ? today : changed;
    if (!mayMatter(text, settings.vocabulary)) return emptyFacts(file.path, fileDate);
    const steps = readNoteInSteps(file.path, text, readerOptions(settings, fileDate));
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return detached(step.value);
      if (clock.elapsed() - slice.started > SLICE_MS) {
        await scheduler.pause();
        slice.started = clock.elapsed();
      }
    }
  }

  async function work(): Promise<void> {
    const own = generation;
    const slice = { started: clock.elapsed() };
    let batch: NoteChange[] = [];
    let sincePublish = 0;
    while (pending.size > 0 && !stopped && own === generation) {
      const next = pending.entries().next().value;
      if (!next) break;
      const [path, given] = next;
      pending.delete(path);
      const file = source.file(path);
      if (!file) forget(path, batch);
      else {
        const facts = await factsOf(file, given, slice);
        if (stopped || own !== generation) return;
        if (facts === 'unreadable') {
          if (source.file(path)) unread.set(path, [{ path, line: 1, message: 'This note could not be read; what was known of it is kept.' }]);
          else forget(path, batch);
        } else if (!pending.has(path)) {
          known.set(path, { mtime: file.mtime, size: file.size });
          unremembered.add(path);
          forgotten.delete(path);
          batch.push({ path, facts });
        }
      }
      progress = { done: Math.min(progress.total, progress.done + 1), total: progress.total };
      sincePublish++;
      if (clock.elapsed() - slice.started > SLICE_MS) {
        apply(batch);
        batch = [];
        if (sincePublish >= PUBLISH_EVERY) {
          sincePublish = 0;
          publish();
        }
        await scheduler.pause();
        slice.started = clock.elapsed();
      }
    }
    if (stopped || own !== generation) return;
    apply(batch);
    publish();
    rememberSoon();
  }

  function forget(path: string, batch: NoteChange[]): void {
    known.delete(path);
    unremembered.delete(path);
    forgotten.add(path);
    batch.push({ path, facts: null });
  }

  function drain(): Promise<void> {
    working ??= work().finally(() => {
      working = null;
      if (pending.size > 0 && !stopped) void drain();
    });
    return working;
  }

  function drainSoon(): void {
    if (stopped) return;
    cancelTimer?.();
    cancelTimer = scheduler.after(SAVE_DELAY_MS, () => {
      cancelTimer = null;
      void drain();
    });
  }

  function rememberSoon(): void {
    if (stopped || (unremembered.size === 0 && forgotten.size === 0)) return;
    cancelRemember?.();
    cancelRemember = scheduler.after(REMEMBER_DELAY_MS, () => {
      cancelRemember = null;
      void remember();
    });
  }

  async function remember(): Promise<void> {
    const notes = [...unremembered].flatMap((path) => {
      const at = known.get(path);
      return at ? [{ path, ...at, facts: index.facts(path) }] : [];
    });
    const removed = [...forgotten];
    unremembered.clear();
    forgotten.clear();
    await memory.save(version(), notes, removed).catch(() => undefined);
  }

  /** Takes over what was remembered of notes that have not changed since. */
  async function recall(files: ReadonlyMap<string, NoteFile>): Promise<void> {
    const own = generation;
    const notes = await memory.load(version()).catch(() => []);
    if (stopped || own !== generation) return;
    let started = clock.elapsed();
    let batch: NoteChange[] = [];
    for (const note of notes) {
      const file = files.get(note.path);
      if (!file) forgotten.add(note.path);
      else if (file.mtime === note.mtime && file.size === note.size && !known.has(note.path)) {
        known.set(note.path, { mtime: note.mtime, size: note.size });
        if (note.facts) batch.push({ path: note.path, facts: note.facts });
      }
      if (clock.elapsed() - started <= SLICE_MS) continue;
      apply(batch);
      batch = [];
      await scheduler.pause();
      if (stopped || own !== generation) return;
      started = clock.elapsed();
    }
    apply(batch);
  }

  async function reconcile(): Promise<void> {
    const own = generation;
    const files = new Map(source.list().map((file) => [file.path, file]));
    if (!remembered) {
      remembered = true;
      await recall(files);
      if (stopped || own !== generation) return;
    }
    for (const path of [...known.keys()]) if (!files.has(path)) pending.set(path, null);
    for (const file of files.values()) {
      const at = known.get(file.path);
      if (!at || at.mtime !== file.mtime || at.size !== file.size) pending.set(file.path, pending.get(file.path) ?? null);
    }
    progress = { done: 0, total: pending.size };
    if (pending.size > 0) publish();
    await drain();
    if (stopped || own !== generation) return;
    phase = 'ready';
    publish();
  }

  /** A failure of the whole (not of one note, which is reported with the note) is shown, with a way to try again. */
  async function reconcileOrSay(): Promise<void> {
    try {
      await reconcile();
    } catch {
      phase = 'failed';
      publish();
    }
  }

  return {
    reconcile: reconcileOrSay,
    changed: (path, text) => {
      pending.delete(path);
      pending.set(path, text ?? null);
      drainSoon();
    },
    removed: (path) => {
      for (const inner of known.keys()) if (inner === path || inner.startsWith(`${path}/`)) pending.set(inner, null);
      pending.set(path, null);
      drainSoon();
    },
    renamed: (oldPath, newPath) => {
      const moved = [...known.keys()].filter((path) => path.startsWith(`${oldPath}/`)).map((path) => [path, `${newPath}${path.slice(oldPath.length)}`] as const);
      for (const [from, to] of [[oldPath, newPath] as const, ...moved]) {
        pending.set(from, null);
        pending.set(to, null);
      }
      drainSoon();
    },
    setSettings: async (next) => {
      generation++;
      settings = next;
      index = createReleaseIndex(settings.releasesFolder);
      portfolio = newPortfolio(settings, clock);
      known = new Map();
      pending.clear();
      unremembered.clear();
      looseEnds.clear();
      unread.clear();
      remembered = false;
      phase = 'loading';
      await working;
      await reconcileOrSay();
    },
    checkDay: () => {
      const today = clock.today();
      if (today === portfolio.inputs().today) return;
      portfolio.setInputs({ ...portfolio.inputs(), today });
      publish();
    },
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    settled: async () => {
      while (working || pending.size > 0) await (working ?? drain());
    },
    stop: () => {
      stopped = true;
      cancelTimer?.();
      cancelRemember?.();
      listeners.clear();
    },
  };
}

function newPortfolio(settings: { readonly policy: Settings['policy']; readonly calendar: BusinessCalendar }, clock: Clock): Portfolio {
  return createPortfolio({ today: clock.today(), policy: settings.policy, calendar: settings.calendar });
}

/** Facts whose strings no longer keep the note's whole text in memory. */
function detached(facts: NoteFacts): NoteFacts {
  return JSON.parse(JSON.stringify(facts)) as NoteFacts;
}
