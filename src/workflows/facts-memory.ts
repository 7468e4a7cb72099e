import { reasonOf } from '../domain/reason-of';
import type { NoteFacts } from '../domain/note-facts';
import type { FactsStore, RememberedNote } from '../ports/facts-store';
import type { Scheduler } from '../ports/scheduler';
import { debounce } from './debounce';

const SAVE_DELAY_MS = 3000;

/** A store that does not answer is done without. */
const PATIENCE_MS = 3000;

/** Writes what changed to the per-device store, some seconds after the last change. */
export interface FactsMemory {
  /** Notes remembered under this version; empty when there is nothing usable. */
  readonly recall: (version: string) => Promise<readonly RememberedNote<NoteFacts>[]>;
  readonly changed: (path: string) => void;
  readonly removed: (path: string) => void;
  /** Forgets what waits to be written, when another version begins. */
  readonly reset: () => void;
  /** What was remembered is no use: begins anew. */
  readonly discard: () => void;
  readonly saveSoon: (version: string, note: (path: string) => RememberedNote<NoteFacts> | null) => void;
  readonly stop: () => void;
}

/** A memory over a store; a failing store only costs the next start its speed. */
export function factsMemory(
  store: FactsStore<NoteFacts>,
  scheduler: Scheduler,
  trouble: (reason: string) => void,
): FactsMemory {
  const changed = new Set<string>();
  const removed = new Set<string>();
  const quiet = debounce(scheduler);
  return {
    recall: (version) =>
      new Promise((resolve) => {
        const give = scheduler.after(PATIENCE_MS, () => {
          trouble('it did not answer');
          resolve([]);
        });
        store.load(version).then(
          (notes) => {
            give();
            resolve(notes);
          },
          (error: unknown) => {
            give();
            trouble(reasonOf(error));
            resolve([]);
          },
        );
      }),
    discard: () => void store.clear().catch((error: unknown) => trouble(reasonOf(error))),
    changed: (path) => {
      changed.add(path);
      removed.delete(path);
    },
    removed: (path) => {
      removed.add(path);
      changed.delete(path);
    },
    reset: () => {
      changed.clear();
      removed.clear();
    },
    saveSoon: (version, note) => {
      if (changed.size === 0 && removed.size === 0) return;
      quiet.soon(SAVE_DELAY_MS, () => {
        const notes = [...changed].flatMap((path) => note(path) ?? []);
        const gone = [...removed];
        changed.clear();
        removed.clear();
        void store.save(version, notes, gone).catch((error: unknown) => trouble(reasonOf(error)));
      });
    },
    stop: () => {
      quiet.cancel();
      store.close();
    },
  };
}
