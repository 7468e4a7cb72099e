import type { DeviceStore } from '../ports/device-store';
import type { BlockChange, BlockConflict } from './playbook-edits';
import { createListeners } from './listeners';

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
  /** Why the store failed. */
  readonly failure?: string;
}

/** Which playbook waits for which process. */
type Pair = Pick<PendingUpdate, 'process' | 'playbook'>;

/** The updates that wait, one for each process and playbook. */
export interface PendingUpdates {
  readonly list: () => readonly PendingUpdate[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Holds an update; null lets go of the one for a pair. */
  readonly hold: { (update: PendingUpdate): void; (update: null, pair: Pair): void };
  readonly drop: (which: (update: PendingUpdate) => boolean) => void;
  /** A playbook without blocks is to stay so, on this device. */
  readonly leave: (pair: Pair) => void;
  readonly isLeft: (pair: Pair) => boolean;
  readonly stop: () => void;
}

const LEFT = 'playbooks-left';

/** Starts without any; knows what was left alone on this device. */
export function pendingUpdates(device: DeviceStore): PendingUpdates {
  const pending = new Map<string, PendingUpdate>();
  const listeners = createListeners();
  const left = new Set(asPaths(device.load(LEFT)));
  const keyOf = ({ process, playbook }: Pair): string => `${process}\n${playbook}`;
  const tell = (): void => {
    listeners.tell();
  };
  const hold = (update: PendingUpdate | null, pair?: Pair): void => {
    if (update) pending.set(keyOf(update), update);
    else if (!pair || !pending.delete(keyOf(pair))) return;
    tell();
  };
  return {
    list: () => [...pending.values()],
    subscribe: listeners.subscribe,
    hold,
    drop: (which) => {
      for (const update of [...pending.values()]) if (which(update)) hold(null, update);
    },
    leave: (pair) => {
      left.add(keyOf(pair));
      device.save(LEFT, [...left]);
      hold(null, pair);
    },
    isLeft: (pair) => left.has(keyOf(pair)),
    stop: listeners.clear,
  };
}

/** A list of paths as a device keeps it; empty for anything else. */
export function asPaths(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}
