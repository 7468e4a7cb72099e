/** Those who want to hear that something is another. */
export interface Listeners {
  /** The function returned ends it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells everybody; whoever comes or goes meanwhile is told the next time. */
  readonly tell: () => void;
  readonly clear: () => void;
}

/** Nobody listens yet. */
export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: () => {
      for (const listener of [...listeners]) listener();
    },
    clear: () => listeners.clear(),
  };
}
