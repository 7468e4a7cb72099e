import type { ScannedNote } from './block';
import { scanBlocks } from './scan-blocks';

/** The blocks of a whole note at once, where nobody waits for the screen; `keep` as in {@link scanBlocks}. */
export function scanWhole(text: string, keep: ((line: string) => boolean) | null = null): ScannedNote {
  const steps = scanBlocks(text, keep);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
