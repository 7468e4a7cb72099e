import { useEffect, useState } from 'preact/hooks';
import type { ProcessEntry } from '../../domain/process';

const READ_DELAY_MS = 100;

/** The registry of processes, read again whenever `version` is another; null until it was read for the first time. */
export function useRegistry(registry: () => Promise<ProcessEntry[]>, version: unknown): readonly ProcessEntry[] | null {
  const [entries, setEntries] = useState<readonly ProcessEntry[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    // A burst of saves is one reading.
    const timer = window.setTimeout(() => {
      void registry().then((found) => {
        if (isCurrent) setEntries(found);
      }, () => undefined);
    }, READ_DELAY_MS);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [version]);
  return entries;
}
