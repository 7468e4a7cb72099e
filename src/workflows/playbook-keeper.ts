import { baseName } from '../domain/note-path';
import { isInside } from '../index/scope';
import { processesOf, readProcessNote } from '../markdown/process/process-note';
import type { Clock } from '../ports/clock';
import type { DeviceStore } from '../ports/device-store';
import type { NoteStore } from '../ports/note-store';
import type { Scheduler } from '../ports/scheduler';
import { PLAYBOOK_BLOCKS, playbookContent, type PlaybookContent } from '../presentation/process-text';
import type { Settings } from '../settings/settings';
import { linkTo } from './note-link';
import type { NoteWriter } from './note-writer';
import { type BlockConflict, type ConflictChoice, type PlaybookBases, playbookEdits, type PlaybookPlan } from './playbook-edits';

/** An update that waits for a person. */
export interface PendingUpdate {
  readonly process: string;
  readonly playbook: string;
  /** `offered`: by sync, in dry-run mode, or while somebody types in the playbook; `failed`: the store failed twice. */
  readonly reason: 'offered' | 'conflict' | 'failed';
  readonly changed: readonly string[];
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
  /** True when a person typed in the note on this device a moment ago. */
  readonly isBeingEdited: (path: string) => boolean;
  readonly label: string;
}

/** Carries changes of process notes into the playbooks that name them. */
export interface PlaybookKeeper {
  /** A note was saved, here or elsewhere. */
  readonly saved: (path: string) => void;
  readonly pending: () => readonly PendingUpdate[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Applies an offered update, or settles a conflict in one way. */
  readonly apply: (update: PendingUpdate, choice: ConflictChoice | null) => Promise<void>;
  /** Remembers what a new playbook was generated with. */
  readonly made: (playbook: string, content: PlaybookContent) => void;
  readonly stop: () => void;
}

const QUIET_MS = 2000;
const BASES = 'playbook-bases';

/** Starts without anything pending. */
export function keepPlaybooks({ store, writer, device, scheduler, clock, settings, isBeingEdited, label }: KeeperPorts): PlaybookKeeper {
  const timers = new Map<string, () => void>();
  const typedHere = new Set<string>();
  const pending = new Map<string, PendingUpdate>();
  const listeners = new Set<() => void>();
  const bases = new Map(Object.entries(asBases(device.load(BASES))));

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const remember = (playbook: string, content: PlaybookContent): void => {
    bases.set(playbook, content);
    device.save(BASES, Object.fromEntries(bases));
  };
  const hold = (update: PendingUpdate | null, key: string): void => {
    if (update) pending.set(key, update);
    else if (!pending.delete(key)) return;
    tell();
  };

  /** Writes with one more try; null when both failed. */
  const write = async (playbook: string, content: PlaybookContent, link: string, choice: ConflictChoice | null): Promise<PlaybookPlan | null> => {
    for (let attempt = 0; attempt < 2; attempt++) {
      let plan: PlaybookPlan = { edits: [], changed: [], conflicts: [] };
      const outcome = await writer.edit(playbook, `${label}: ${baseName(playbook)}`, (text) => {
        plan = playbookEdits(text, content, bases.get(playbook) ?? {}, { today: clock.today(), link }, choice);
        // A conflict in one block holds the whole update back: half an update would be hard to judge.
        return { edits: plan.conflicts.length > 0 ? [] : plan.edits };
      });
      if (outcome === 'failed') continue;
      if (plan.conflicts.length === 0) remember(playbook, content);
      return plan;
    }
    return null;
  };

  const check = async (process: string, mayWrite: boolean): Promise<void> => {
    const text = await store.read(process);
    if (text === null) return;
    const note = readProcessNote(text);
    const content = playbookContent(note.description, note);
    for (const playbook of store.notesIn(settings().workspace.folders.playbooks)) {
      const before = await store.read(playbook);
      if (before === null || !processesOf(before).some((target) => isSame(target, process))) continue;
      const key = `${process}\n${playbook}`;
      const plan = playbookEdits(before, content, bases.get(playbook) ?? {}, { today: clock.today(), link: linkTo(process) });
      const update = (reason: PendingUpdate['reason'], { changed, conflicts }: PlaybookPlan): PendingUpdate => ({ process, playbook, reason, changed, conflicts });
      if (plan.changed.length === 0) hold(null, key);
      else if (plan.conflicts.length > 0) hold(update('conflict', plan), key);
      else if (!mayWrite || isBeingEdited(playbook)) hold(update('offered', plan), key);
      else {
        const written = await write(playbook, content, linkTo(process), null);
        hold(written === null ? update('failed', plan) : written.conflicts.length > 0 ? update('conflict', written) : null, key);
      }
    }
  };

  const later = (path: string): void => {
    timers.get(path)?.();
    timers.set(path, scheduler.after(QUIET_MS, () => {
      timers.delete(path);
      const mayWrite = typedHere.delete(path) && settings().playbookUpdates === 'auto';
      void check(path, mayWrite).catch(() => undefined);
    }));
  };

  return {
    saved: (path) => {
      const { folders } = settings().workspace;
      if (settings().playbookUpdates === 'off') return;
      if (isInside(path, folders.processes)) {
        // What arrives by sync updates nothing by itself: two devices must not both write.
        if (isBeingEdited(path)) typedHere.add(path);
        later(path);
      } else if (isInside(path, folders.playbooks)) {
        for (const { process, playbook } of pending.values()) if (playbook === path) later(process);
      }
    },
    pending: () => [...pending.values()],
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    apply: async ({ process, playbook, changed }, choice) => {
      const text = await store.read(process);
      if (text === null) return;
      const note = readProcessNote(text);
      const written = await write(playbook, playbookContent(note.description, note), linkTo(process), choice);
      const key = `${process}\n${playbook}`;
      hold(written === null ? { process, playbook, reason: 'failed', changed, conflicts: [] } : written.conflicts.length > 0 ? { process, playbook, reason: 'conflict', changed: written.changed, conflicts: written.conflicts } : null, key);
    },
    made: remember,
    stop: () => {
      for (const cancel of timers.values()) cancel();
      timers.clear();
      listeners.clear();
    },
  };
}

function isSame(target: string, process: string): boolean {
  const bare = process.replace(/\.md$/i, '');
  return target.includes('/') ? bare === target || bare.endsWith(`/${target}`) : baseName(process) === target;
}

function asBases(value: unknown): Record<string, PlaybookBases> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([path, entry]) => [path, Object.fromEntries(PLAYBOOK_BLOCKS.flatMap((name) => (typeof (entry as Record<string, unknown> | null)?.[name] === 'string' ? [[name, (entry as Record<string, string>)[name]]] : [])))]));
}
