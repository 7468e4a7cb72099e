import { conflictedOriginal } from '../domain/conflicted-copy';
import { reasonOf } from '../domain/reason-of';
import { isInside, meansNote } from '../domain/note-path';
import { blockHash } from '../markdown/managed-block';
import { type ProcessNote, readProcessNote } from '../markdown/process/process-note';
import type { Clock } from '../ports/clock';
import type { DeviceStore } from '../ports/device-store';
import type { NoteStore } from '../ports/note-store';
import type { Scheduler } from '../ports/scheduler';
import { type PlaybookBlock, playbookContent, type PlaybookContent } from '../presentation/process-text';
import type { Settings } from '../settings/settings';
import { type Debounce, debounce } from './debounce';
import { appliesTo, type Learning, learningsIn } from './learnings';
import type { NoteWriter } from './note-writer';
import { processNotes } from './process-registry';
import type { ConflictChoice } from './playbook-edits';
import { type Allowance, decidePlaybook, type PlaybookDecision } from './playbook-policy';
import { asPaths, type PendingUpdate, pendingUpdates } from './pending-updates';
import { playbookTargets } from './playbook-targets';
import { steadyDevice } from './steady-device';
import { type PlannedUpdate, playbookWriter } from './playbook-writer';
import { isLikelyCopy, ownNotesIn } from './own-notes';

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
  /** A person had a note written from here, without typing in it: what follows from it, in these blocks, is theirs, too. */
  readonly writtenHere: (path: string, blocks?: 'all' | readonly PlaybookBlock[]) => void;
  /** Looks at every playbook once: what changed while nobody watched is offered. */
  readonly lookAtAll: () => Promise<void>;
  /** Updating may have been turned off or on, or the folders are others. */
  readonly settingsChanged: () => void;
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

/** Notes that were read already, for a look at many playbooks. */
interface Known {
  readonly learnings: readonly Learning[];
  readonly playbooks: ReadonlyMap<string, string>;
}

const REASONS = { new: 'new', conflict: 'conflict', offer: 'offered' } as const;
const QUIET_MS = 2000;
/** All that a look at every playbook depends on, as it was when nothing waited. */
const SEEN = 'playbooks-seen';
/** The learnings that were there at the last look. */
const HAD = 'learnings-had';
/** Raised when processes are read differently: every playbook is then looked at again. */
const READING = 2;

/** Starts without anything pending. */
export function keepPlaybooks({
  store,
  writer,
  device: storage,
  scheduler,
  clock,
  settings,
  isBeingEdited,
  wasTypedHere,
  label,
}: KeeperPorts): PlaybookKeeper {
  const device = steadyDevice(storage);
  const timers = new Map<string, Debounce>();
  const allowed = new Map<string, Allowance>();
  /** Notes that were deleted while we watched. */
  const gone = new Set<string>();
  const pending = pendingUpdates(device);
  const { hold } = pending;
  const targets = playbookTargets(store, settings);
  const { planFor, write, remember, forget } = playbookWriter({
    writer,
    device,
    clock,
    label,
    isKnown: (target) =>
      [...ownNotesIn(store, settings().workspace.folders.learnings), ...gone].some((path) => meansNote(target, path)),
  });

  let stopped = false;

  /** One look at a time: an older one never writes after a newer one. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work, work);
    queue = result.catch(() => undefined);
    return result;
  };

  const contentFor = (
    playbook: string,
    process: string,
    { description, ...facts }: ProcessNote,
    learnings: readonly Learning[],
  ): PlaybookContent =>
    playbookContent(
      description,
      facts,
      learnings.filter((learning) => appliesTo(learning, process, playbook)),
    );

  const isOff = (): boolean => settings().playbookUpdates === 'off';
  /** What waits for a playbook that is gone waits for nothing. */
  const prune = (): void => {
    const there = targets.playbooks();
    pending.drop(({ process, playbook }) => playbook !== process && !there.includes(playbook));
  };

  const check = async (process: string, allowance: Allowance | null, known?: Known): Promise<void> => {
    if (isOff() || stopped) return;
    prune();
    const text = conflictedOriginal(process) === null ? await store.read(process) : null;
    hold(null, { process, playbook: process });
    if (text === null || (await isLikelyCopy(store, process, text))) {
      pending.drop((waiting) => waiting.process === process);
      return;
    }
    const note = readProcessNote(text);
    const learnings = known?.learnings ?? (await learningsIn(store, settings()));
    for (const playbook of targets.playbooks()) {
      const before = known?.playbooks.get(playbook) ?? (await store.read(playbook));
      if (stopped) return;
      // A person still has to compare it with the playbook beside it.
      if (before !== null && (await isLikelyCopy(store, playbook, before))) continue;
      await update(process, playbook, before, contentFor(playbook, process, note, learnings), allowance);
    }
  };

  const update = async (
    process: string,
    playbook: string,
    before: string | null,
    content: PlaybookContent,
    allowance: Allowance | null,
  ): Promise<void> => {
    const key = { process, playbook };
    const plan = before === null ? null : planFor(before, playbook, process, content);
    if (before === null || plan === null) {
      hold(null, key);
      return;
    }
    // Asked again inside the write: somebody may have begun to type meanwhile.
    const decide = (planned: PlannedUpdate): PlaybookDecision =>
      decidePlaybook({
        plan: planned,
        allowance,
        mode: settings().playbookUpdates,
        isBeingEdited: isBeingEdited(playbook),
        isLeft: pending.isLeft(key),
        isAmbiguous: targets.isAmbiguous(before, process),
      });
    const waits = (
      reason: PendingUpdate['reason'],
      { changed, conflicts }: Pick<PlannedUpdate, 'changed' | 'conflicts'>,
    ): void => hold({ process, playbook, reason, changed, conflicts });
    // A renamed note changes links on both sides: the next merge begins with what stands there now.
    if (plan.changed.length === 0 && plan.lags) remember(plan.base, plan.content);
    const decision = decide(plan);
    if (decision === 'nothing') hold(null, key);
    else if (decision !== 'write') waits(REASONS[decision], plan);
    else {
      const written = await write(
        playbook,
        content,
        process,
        null,
        (planned) => !stopped && decide(planned) === 'write',
      );
      if (stopped) return;
      if (written === null)
        hold({
          process,
          playbook,
          reason: 'failed',
          changed: plan.changed,
          conflicts: plan.conflicts,
          failure: writer.failure(),
        });
      else if (written.wrote || written.changed.length === 0) hold(null, key);
      else waits(written.conflicts.length > 0 ? 'conflict' : 'offered', written);
    }
  };

  const quietly = (path: string, work: () => void): void => {
    const timer = timers.get(path) ?? debounce(scheduler);
    timers.set(path, timer);
    timer.soon(QUIET_MS, () => {
      timers.delete(path);
      work();
    });
  };
  const allow = (path: string, more: Allowance): void => {
    const before = allowed.get(path) ?? [];
    allowed.set(path, before === 'all' || more === 'all' ? 'all' : [...before, ...more]);
  };
  const later = (process: string, isSecondTry = false): void => {
    quietly(process, () => {
      const allowance = allowed.get(process) ?? null;
      allowed.delete(process);
      void inTurn(() => check(process, allowance)).catch((error: unknown) => {
        // The store could not be read.
        if (stopped) return;
        if (allowance !== null) allow(process, allowance);
        if (isSecondTry)
          hold({ process, playbook: process, reason: 'failed', changed: [], conflicts: [], failure: reasonOf(error) });
        else later(process, true);
      });
    });
  };

  const stamps = (): string => {
    const learnings = ownNotesIn(store, settings().workspace.folders.learnings);
    return blockHash(
      [
        String(READING),
        ...processNotes(store, settings()).map(({ path }) => path),
        ...targets.playbooks(),
        ...learnings,
      ]
        .map((path) => `${path} ${store.stamp(path) ?? ''}`)
        .sort()
        .join('\n'),
    );
  };

  const saved = (path: string, allowance: Allowance | null): void => {
    if (stopped) return;
    if (isOff()) {
      pending.drop(() => true);
      return;
    }
    prune();
    const { folders } = settings().workspace;
    if (isInside(path, folders.processes)) {
      // What arrives by sync updates nothing by itself: two devices must not both write.
      if (allowance === null) allowed.delete(path);
      else allow(path, allowance);
      later(path);
    } else if (isInside(path, folders.learnings)) {
      const isOurs = allowance !== null || allowed.has(path);
      if (isOurs) allow(path, ['learnings']);
      quietly(path, () => {
        allowed.delete(path);
        void targets.processesFor(path).then(
          (processes) => {
            if (stopped) return;
            for (const process of processes) {
              if (isOurs) allow(process, ['learnings']);
              later(process);
            }
          },
          () => undefined,
        );
      });
    } else if (targets.playbooks().includes(path)) {
      for (const { process, playbook } of pending.list()) if (playbook === path) later(process);
      void store.read(path).then(
        (text) => {
          if (!stopped && text !== null)
            for (const process of targets.processesNamedIn(text)) if (!timers.has(process)) later(process);
        },
        () => undefined,
      );
    }
  };

  const lookAtAll = async (): Promise<void> => {
    if (isOff() || device.load(SEEN) === stamps()) return;
    let isWhole = true;
    const playbooks = new Map<string, string>();
    const named = new Set<string>();
    for (const playbook of targets.playbooks()) {
      const text = await store.read(playbook).catch(() => ((isWhole = false), null));
      if (text === null) continue;
      playbooks.set(playbook, text);
      for (const process of targets.processesNamedIn(text)) named.add(process);
    }
    const learnings = await learningsIn(store, settings()).catch(() => null);
    if (learnings === null) return;
    // What this device had and has no longer was deleted, or moved away; what it never had may still come.
    for (const path of asPaths(device.load(HAD)))
      if (!learnings.some((learning) => learning.path === path)) gone.add(path);
    device.save(
      HAD,
      learnings.map(({ path }) => path),
    );
    forget((playbook) => targets.playbooks().includes(playbook));
    for (const process of named) {
      await scheduler.pause();
      if (stopped) return;
      if (!timers.has(process))
        await inTurn(() => check(process, null, { learnings, playbooks })).catch(() => (isWhole = false));
    }
    if (isWhole && pending.list().length === 0 && !stopped) device.save(SEEN, stamps());
  };

  /** Writes what was shown; anything that has come up since is shown first. */
  const apply = async (
    { process, playbook, reason, changed, conflicts }: PendingUpdate,
    choice: ConflictChoice | null,
  ): Promise<void> => {
    const key = { process, playbook };
    const text = await store.read(process);
    if (text === null) {
      hold(null, key);
      return;
    }
    const content = contentFor(playbook, process, readProcessNote(text), await learningsIn(store, settings()));
    const isShown = (plan: PlannedUpdate): boolean =>
      !stopped && (choice !== null || reason === 'failed' || JSON.stringify(plan.changed) === JSON.stringify(changed));
    const written = await write(
      playbook,
      content,
      process,
      choice === null ? null : { choice, shown: conflicts },
      isShown,
    );
    if (written === null)
      hold({ process, playbook, reason: 'failed', changed, conflicts: [], failure: writer.failure() });
    else if (written.wrote || written.changed.length === 0) hold(null, key);
    else
      hold({
        process,
        playbook,
        reason: written.conflicts.length > 0 ? 'conflict' : written.isNew ? 'new' : 'offered',
        changed: written.changed,
        conflicts: written.conflicts,
      });
  };

  return {
    saved: (path) => saved(path, wasTypedHere(path) ? 'all' : null),
    writtenHere: (path, blocks = 'all') => saved(path, blocks),
    deleted: (path) => {
      gone.add(path);
      saved(path, null);
    },
    lookAtAll,
    settingsChanged: () => {
      if (isOff()) pending.drop(() => true);
      else void lookAtAll();
    },
    pending: () => (isOff() ? [] : pending.list()),
    subscribe: pending.subscribe,
    apply: (waiting, choice) => {
      if (waiting.playbook === waiting.process) {
        saved(waiting.process, 'all');
        return Promise.resolve();
      }
      return inTurn(() => apply(waiting, choice)).catch((error: unknown) =>
        hold({ ...waiting, reason: 'failed', conflicts: [], failure: reasonOf(error) }),
      );
    },
    leave: pending.leave,
    made: remember,
    stop: () => {
      stopped = true;
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
      pending.stop();
    },
  };
}
