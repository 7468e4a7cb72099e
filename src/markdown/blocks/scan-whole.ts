import type { ScannedNote } from './block';
import { scanBlocks } from './scan-blocks';

/** The blocks of a whole note at once, where nobody waits for the screen. */
export function scanWhole(text: string): ScannedNote {
  const steps = scanBlocks(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
