import { reasonOf } from '../domain/reason-of';
import type { DeviceStore } from '../ports/device-store';

/**
 * A device's storage that never throws: what cannot be kept there is forgotten at the end of the session, and
 * `trouble` hears why.
 */
export function steadyDevice(device: DeviceStore, trouble: (reason: string) => void = () => undefined): DeviceStore {
  const unsaved = new Map<string, unknown>();
  const attempt = <Result>(act: () => Result, otherwise: Result): Result => {
    try {
      return act();
    } catch (error) {
      trouble(reasonOf(error));
      return otherwise;
    }
  };
  return {
    load: (key) => (unsaved.has(key) ? unsaved.get(key) : attempt(() => device.load(key), null)),
    save: (key, value) => {
      unsaved.set(key, value);
      attempt(() => {
        device.save(key, value);
        unsaved.delete(key);
      }, undefined);
    },
  };
}
