/** What is remembered of one note between sessions; `facts` is null for a note that states nothing. */
export interface RememberedNote<Facts> {
  readonly path: string;
  readonly mtime: number;
  readonly size: number;
  readonly facts: Facts | null;
}

/** Per-device memory of facts. Losing it costs a cold start, never data. */
export interface FactsStore<Facts> {
  /** All undamaged notes remembered under exactly this reader version; rejects when the store cannot be used. */
  readonly load: (version: string) => Promise<readonly RememberedNote<Facts>[]>;
  readonly save: (
    version: string,
    changed: readonly RememberedNote<Facts>[],
    removed: readonly string[],
  ) => Promise<void>;
  readonly clear: () => Promise<void>;
  /** Lets go of the store for good. */
  readonly close: () => void;
}
