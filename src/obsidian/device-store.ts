import { type App, Platform } from 'obsidian';
import type { DeviceStore } from '../ports/device-store';

/** Obsidian's storage of this vault on this device; it is not synchronised. */
export function deviceStore(app: App): DeviceStore {
  return {
    load: (key) => app.loadLocalStorage(`shipshape-${key}`) as unknown,
    save: (key, value) => app.saveLocalStorage(`shipshape-${key}`, value),
  };
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A name for this device that no other one draws: "Desktop k7f3". */
export function drawDeviceName(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => LETTERS[byte % LETTERS.length] ?? '');
  return `${Platform.isMobile ? 'Phone' : 'Desktop'} ${letters.join('')}`;
}
