import type { App } from 'obsidian';
import type { DeviceStore } from '../ports/device-store';

/** Obsidian's storage of this vault on this device; it is not synchronised. */
export function deviceStore(app: App): DeviceStore {
  return {
    load: (key) => app.loadLocalStorage(`shipshape-${key}`) as unknown,
    save: (key, value) => app.saveLocalStorage(`shipshape-${key}`, value),
  };
}
