import { meansNote } from '../domain/note-path';
import { isInside } from '../index/scope';
import { wikilinks } from '../markdown/inline';
import { blockHash, managedBlocks } from '../markdown/managed-block';
import { type ProcessNote, processesOf, readProcessNote } from '../markdown/process/process-note';
import type { Clock } from '../ports/clock';
import type { DeviceStore } from '../ports/device-store';
import type { NoteStore } from '../ports/note-store';
import type { Scheduler } from '../ports/scheduler';
import { playbookContent, type PlaybookContent } from '../presentation/process-text';
import type { Settings } from '../settings/settings';
import { appliesTo, type Learning, learningsIn } from './learnings';
import type { NoteWriter } from './note-writer';
import { processNotes } from './process-registry';
import type { BlockChange, BlockConflict, ConflictChoice, PlaybookPlan } from './playbook-edits';
import { placeIn } from './playbook-place';
import { playbookWriter } from './playbook-writer';

/** An update that waits for a person. */
export interface PendingUpdate {
  readonly process: string;
  /** The process itself where that could not be read. */
  readonly playbook: string;
  /**
   * `offered`: by sync, in dry-run mode, or while somebody types in the playbook; `new`: the playbook names the process
   * but has no block for it; `failed`: the store failed twice.
   */
  readonly reason: 'offered' | 'new' | 'conflict' | 'failed';
  readonly changed: readonly BlockChange[];
  readonly conflicts: readonly BlockConflict[];
}

/** What the keeper needs. */
export interface KeeperPorts {
  readonly store: NoteStore;
  readonly writer: NoteWriter;
  readonly device: DeviceStore;
  readonly scheduler: Scheduler;
  readonly clock: Pick<Clock, 'today'>;
  readonly settings: () => Settings;
  /** True while a person types in the note, or has the cursor in it. */
  readonly isBeingEdited: (path: string) => boolean;
  /** True when the note's last change was typed on this device. */
  readonly wasTypedHere: (path: string) => boolean;
  readonly label: string;
}

/** Carries changes of process notes into the playbooks that name them. */
export interface PlaybookKeeper {
  /** A note was saved, here or elsewhere. */
  readonly saved: (path: string) => void;
  /** A note was deleted, here or elsewhere. */
  readonly deleted: (path: string) => void;
  /** A person had a note written from here, without typing in it: what follows from it is theirs, too. */
  readonly writtenHere: (path: string) => void;
  /** Looks at every playbook once: what changed while nobody watched is offered. */
  readonly lookAtAll: () => Promise<void>;
  readonly pending: () => readonly PendingUpdate[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Applies an offered update, or settles a conflict in one way. */
  readonly apply: (update: PendingUpdate, choice: ConflictChoice | null) => Promise<void>;
  /** Leaves a playbook without blocks for a process that it names, for good. */
  readonly leave: (update: PendingUpdate) => void;
  /** Remembers what a new playbook was generated with. */
  readonly made: (playbook: string, content: PlaybookContent) => void;
  readonly stop: () => void;
}

const QUIET_MS = 2000;
const LEFT = 'playbooks-left';
/** All that a look at every playbook depends on, as it was when nothing waited. */
const SEEN = 'playbooks-seen';

/** Starts without anything pending. */
export function keepPlaybooks({ store, writer, device, scheduler, clock, settings, isBeingEdited, wasTypedHere, label }: KeeperPorts): PlaybookKeeper {
  const timers = new Map<string, () => void>();
  const typedHere = new Set<string>();
  /** Notes that were deleted while we watched. */
  const gone = new Set<string>();
  const pending = new Map<string, PendingUpdate>();
  const listeners = new Set<() => void>();
  const { planFor, write, remember } = playbookWriter({ writer, device, clock, label, isKnown: (target) => [...store.notesIn(settings().workspace.folders.learnings), ...gone].some((path) => meansNote(target, path)) });

  const left = new Set(asPaths(device.load(LEFT)));
  let stopped = false;

  /** One look at a time: an older one never writes after a newer one. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work, work);
    queue = result.catch(() => undefined);
    return result;
  };

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const hold = (update: PendingUpdate | null, key: string): void => {
    if (update) pending.set(key, update);
    else if (!pending.delete(key)) return;
    tell();
  };

  const contentFor = (playbook: string, process: string, { description, ...facts }: ProcessNote, learnings: readonly Learning[]): PlaybookContent => playbookContent(description, facts, learnings.filter((learning) => appliesTo(learning, process, playbook)));

  const check = async (process: string, mayWrite: boolean): Promise<void> => {
    const text = await store.read(process);
    hold(null, `${process}\n${process}`);
    if (text === null) {
      for (const [key, update] of [...pending]) if (update.process === process) hold(null, key);
      return;
    }
    const note = readProcessNote(text);
    const learnings = await learningsIn(store, settings());
    for (const playbook of store.notesIn(settings().workspace.folders.playbooks)) {
      const key = `${process}\n${playbook}`;
      const before = await store.read(playbook);
      if (stopped) return;
      const content = contentFor(playbook, process, note, learnings);
      const plan = before === null ? null : planFor(before, playbook, process, content);
      if (before === null || plan === null) {
        hold(null, key);
        continue;
      }
      const update = (reason: PendingUpdate['reason'], { changed, conflicts }: PlaybookPlan): PendingUpdate => ({ process, playbook, reason, changed, conflicts });
      if (plan.changed.length === 0 || (plan.isNew && left.has(key))) hold(null, key);
      else if (plan.isNew) hold(update('new', plan), key);
      else if (plan.conflicts.length > 0) hold(update('conflict', plan), key);
      else if (!mayWrite || isBeingEdited(playbook) || isAmbiguous(before, process)) hold(update('offered', plan), key);
      else {
        const written = await write(playbook, content, process, null, (isNew) => !isNew && !stopped && !isBeingEdited(playbook));
        if (!stopped) hold(written === null ? update('failed', plan) : written.conflicts.length > 0 ? update('conflict', written) : isBeingEdited(playbook) ? update('offered', plan) : null, key);
      }
    }
  };

  /** True when a bare name could mean another process note as well. */
  const isAmbiguous = (playbook: string, process: string): boolean => {
    const target = processesOf(playbook).find((entry) => meansNote(entry, process)) ?? '';
    return processNotes(store, settings()).some(({ path }) => path !== process && meansNote(target, path));
  };
  const processesNamedIn = (playbook: string): string[] => processNotes(store, settings()).map(({ path }) => path).filter((path) => placeIn(playbook, path) !== null);
  /** The processes whose playbooks cite a learning, or should. */
  const processesFor = async (path: string): Promise<string[]> => {
    const learning = (await learningsIn(store, settings())).find((entry) => entry.path === path);
    const found = new Set<string>();
    for (const playbook of store.notesIn(settings().workspace.folders.playbooks)) {
      const text = (await store.read(playbook)) ?? '';
      for (const process of processesNamedIn(text)) if (citesIn(text, path) || (learning && appliesTo(learning, process, playbook))) found.add(process);
    }
    return [...found];
  };

  const later = (path: string, isSecondTry = false): void => {
    timers.get(path)?.();
    timers.set(path, scheduler.after(QUIET_MS, () => {
      timers.delete(path);
      const isOurs = typedHere.delete(path);
      void inTurn(() => check(path, isOurs && settings().playbookUpdates === 'auto')).catch(() => {
        // The store could not be read.
        if (stopped) return;
        if (isOurs) typedHere.add(path);
        if (isSecondTry) hold({ process: path, playbook: path, reason: 'failed', changed: [], conflicts: [] }, `${path}\n${path}`);
        else later(path, true);
      });
    }));
  };

  const stamps = (): string => {
    const { playbooks, learnings } = settings().workspace.folders;
    return blockHash([...processNotes(store, settings()).map(({ path }) => path), ...store.notesIn(playbooks), ...store.notesIn(learnings)].map((path) => `${path} ${store.stamp(path) ?? ''}`).sort().join('\n'));
  };

  const saved = (path: string, isOurs: boolean): void => {
    const { folders } = settings().workspace;
    if (settings().playbookUpdates === 'off') {
      for (const key of [...pending.keys()]) hold(null, key);
      return;
    }
    const processSaved = (process: string): void => {
      // What arrives by sync updates nothing by itself: two devices must not both write.
      if (isOurs) typedHere.add(process);
      else typedHere.delete(process);
      later(process);
    };
    if (isInside(path, folders.processes)) processSaved(path);
    else if (isInside(path, folders.learnings)) void processesFor(path).then((processes) => {
      if (!stopped) for (const process of processes) processSaved(process);
    }, () => undefined);
    else if (store.notesIn(folders.playbooks).includes(path)) {
      for (const { process, playbook } of pending.values()) if (playbook === path) later(process);
      void store.read(path).then((text) => {
        if (!stopped && text !== null) for (const process of processesNamedIn(text)) if (!timers.has(process)) later(process);
      }, () => undefined);
    }
  };

  return {
    saved: (path) => saved(path, wasTypedHere(path)),
    writtenHere: (path) => saved(path, true),
    deleted: (path) => {
      gone.add(path);
      saved(path, false);
    },
    lookAtAll: async () => {
      if (settings().playbookUpdates === 'off' || device.load(SEEN) === stamps()) return;
      let isWhole = true;
      const named = new Set<string>();
      for (const playbook of store.notesIn(settings().workspace.folders.playbooks)) {
        const text = (await store.read(playbook).catch(() => (isWhole = false, null))) ?? '';
        for (const process of processesNamedIn(text)) named.add(process);
      }
      for (const process of named) {
        await scheduler.pause();
        if (stopped) return;
        if (!timers.has(process)) await inTurn(() => check(process, false)).catch(() => (isWhole = false));
      }
      if (isWhole && pending.size === 0 && !stopped) device.save(SEEN, stamps());
    },
    pending: () => [...pending.values()],
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    apply: async ({ process, playbook, changed, conflicts }, choice) => {
      if (playbook === process) {
        saved(process, true);
        return;
      }
      const text = await store.read(process);
      if (text === null) {
        hold(null, `${process}\n${playbook}`);
        return;
      }
      const content = contentFor(playbook, process, readProcessNote(text), await learningsIn(store, settings()));
      const written = await write(playbook, content, process, choice === null ? null : { choice, shown: conflicts }, () => !stopped);
      const key = `${process}\n${playbook}`;
      hold(written === null ? { process, playbook, reason: 'failed', changed, conflicts: [] } : written.conflicts.length > 0 ? { process, playbook, reason: 'conflict', changed: written.changed, conflicts: written.conflicts } : null, key);
    },
    leave: ({ process, playbook }) => {
      const key = `${process}\n${playbook}`;
      left.add(key);
      device.save(LEFT, [...left]);
      hold(null, key);
    },
    made: remember,
    stop: () => {
      stopped = true;
      for (const cancel of timers.values()) cancel();
      timers.clear();
      listeners.clear();
    },
  };
}

/** True when a block of a playbook cites a learning. */
function citesIn(playbook: string, learning: string): boolean {
  return managedBlocks(playbook).some(({ name, content }) => /^learnings/.test(name) && wikilinks(content).some(({ target }) => meansNote(target, learning)));
}

function asPaths(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}
