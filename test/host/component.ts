import type { EventRef } from './events';

/** Obsidian's component: what is registered is undone on unload, newest first. */
export class Component {
  readonly undo: (() => unknown)[] = [];
  loaded = false;

  load(): void {
    this.loaded = true;
    void this.onload();
  }

  onload(): void | Promise<void> {
    // for subclasses
  }

  onunload(): void {
    // for subclasses
  }

  unload(): void {
    if (!this.loaded) return;
    this.loaded = false;
    while (this.undo.length > 0) this.undo.pop()?.();
    this.onunload();
  }

  register(callback: () => unknown): void {
    this.undo.push(callback);
  }

  registerEvent(ref: EventRef): void {
    this.register(() => ref.owner.offref(ref));
  }

  registerDomEvent(
    target: EventTarget,
    name: string,
    callback: EventListener,
    options?: boolean | AddEventListenerOptions,
  ): void {
    target.addEventListener(name, callback, options);
    this.register(() => target.removeEventListener(name, callback, options));
  }

  registerInterval(id: number): number {
    this.register(() => window.clearInterval(id));
    return id;
  }
}
