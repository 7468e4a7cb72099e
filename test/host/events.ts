/** What `on` returns; handed back to `offref`. */
export interface EventRef {
  readonly owner: Events;
  readonly name: string;
  readonly callback: (...data: never[]) => unknown;
}

/** Obsidian's event emitter: handlers run in the order of registration, an error in one does not stop the others. */
export class Events {
  readonly handlers = new Map<string, EventRef[]>();

  on(name: string, callback: (...data: never[]) => unknown): EventRef {
    const ref = { owner: this, name, callback };
    this.handlers.set(name, [...(this.handlers.get(name) ?? []), ref]);
    return ref;
  }

  off(name: string, callback: (...data: never[]) => unknown): void {
    this.handlers.set(
      name,
      (this.handlers.get(name) ?? []).filter((ref) => ref.callback !== callback),
    );
  }

  offref(ref: EventRef): void {
    this.handlers.set(
      ref.name,
      (this.handlers.get(ref.name) ?? []).filter((other) => other !== ref),
    );
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const ref of [...(this.handlers.get(name) ?? [])]) {
      try {
        (ref.callback as (...args: unknown[]) => unknown)(...data);
      } catch (error) {
        setTimeout(() => {
          throw error;
        });
      }
    }
  }

  /** How many handlers are registered in all; the leak test asks. */
  count(): number {
    return [...this.handlers.values()].reduce((sum, list) => sum + list.length, 0);
  }
}
