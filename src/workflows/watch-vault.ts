import type { CalendarDate } from '../domain/calendar-date';
import type { NoteFacts } from '../domain/note-facts';
import type { FacetIndex } from '../index/facet-index';
import type { Clock } from '../ports/clock';
import type { DeviceStore } from '../ports/device-store';
import type { FactsStore } from '../ports/facts-store';
import type { NoteSource } from '../ports/note-source';
import type { Scheduler } from '../ports/scheduler';
import { WORDING } from '../presentation/wording';
import type { Settings } from '../settings/settings';
import { factsMemory } from './facts-memory';
import { levelLog } from './level-log';
import { createListeners } from './listeners';
import { inSlices, slices } from './read-in-slices';
import { type ReadingSession, readingSession } from './reading-session';
import { steadyDevice } from './steady-device';
import type { VaultState } from './vault-state';

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

/** Starts a watch that has read nothing yet. */
export function watchVault(
  { source, memory: store, device, clock, scheduler, reread }: WatchPorts,
  startSettings: Settings,
): VaultWatch {
  const troubles = new Set<string>();
  const trouble =
    (what: string) =>
    (reason: string): void =>
      void troubles.add(`${what}: ${reason}`);
  const cacheTrouble = trouble(WORDING.cacheTrouble);
  const memory = factsMemory(store, scheduler, cacheTrouble);
  const levels = levelLog(steadyDevice(device, trouble(WORDING.deviceTrouble)));
  const listeners = createListeners();

  const publish = (): void => {
    const [progress, found] = [session.progress(), session.findings.snapshot()];
    // Half-read vaults have half-true levels: only whole ones are logged.
    if (progress.phase === 'ready') levels.record(found.releases, found.today);
    current = { ...progress, ...found, histories: levels.histories(), troubles: [...troubles] };
    listeners.tell();
  };
  const begin = (settings: Settings): ReadingSession =>
    readingSession({ source, memory, clock, scheduler, reread, cacheTrouble, publish }, settings);
  let session = begin(startSettings);
  let current: VaultState = {
    ...session.progress(),
    ...session.findings.snapshot(),
    histories: levels.histories(),
    troubles: [],
  };

  return {
    reconcile: () => session.reconcile(),
    changed: (path, text) => session.changed(path, text ?? null),
    removed: (path) => session.removed(path),
    renamed: (oldPath, newPath) => session.renamed(oldPath, newPath),
    setSettings: async (settings) => {
      const ended = session.end();
      memory.reset();
      const begun = begin(settings);
      session = begun;
      await ended;
      await begun.reconcile();
    },
    checkDay: () => {
      const today = clock.today();
      const { assessments, derive } = session.findings;
      if (today === assessments.today()) return;
      assessments.setDay(today);
      void inSlices(derive(), slices(clock, scheduler)).then(publish);
    },
    state: () => current,
    notes: () => session.findings.index.notes(),
    facets: () => session.findings.facets,
    hasHistory: (path) => session.findings.index.hasHistory(path),
    facts: (path) => session.findings.index.facts(path),
    asOf: (path) => session.findings.index.facts(path)?.asOf ?? null,
    subscribe: listeners.subscribe,
    settled: () => session.settled(),
    stop: () => {
      void session.end();
      memory.stop();
      listeners.clear();
    },
  };
}
