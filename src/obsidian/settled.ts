import type { VaultState } from '../workflows/vault-state';

/** What says how far reading is. */
export interface Watched {
  readonly state: () => VaultState;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Resolves when every note in scope has been read once. */
export function settled({ state, subscribe }: Watched): Promise<void> {
  if (state().phase !== 'loading') return Promise.resolve();
  return new Promise((done) => {
    const end = subscribe(() => {
      if (state().phase === 'loading') return;
      end();
      done();
    });
  });
}
