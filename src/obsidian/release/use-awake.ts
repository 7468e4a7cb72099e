import { useEffect } from 'preact/hooks';

/** Keeps the screen from going dark while something runs; where the device does not offer it, nothing happens. */
export function useAwake(isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    // A device may refuse, as with an empty battery: then the screen goes dark as usual.
    void navigator.wakeLock.request('screen').then(
      (got) => {
        lock = got;
        if (isOver) void got.release();
      },
      () => undefined,
    );
    return () => {
      isOver = true;
      void lock?.release();
    };
  }, [isOn]);
}
