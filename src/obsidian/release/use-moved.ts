import { useEffect, useState } from 'preact/hooks';
import { movedText } from '../../presentation/forecast-model';
import { forecastSeen, type Seen } from '../../presentation/today-model';
import type { AssessedRelease } from '../../index/portfolio';
import { systemClock } from '../system-clock';

/** So long a run may hold up the screen. */
const STEP_MS = 6;

/** Why a release's forecast is another than at the last look; null until that is worked out, and where it is not. */
export function useMoved(entry: AssessedRelease | undefined, seen: Seen | null): string | null {
  const [moved, setMoved] = useState<string | null>(null);
  const look = entry ? forecastSeen(seen, entry.release) : null;
  const outlook = entry?.assessment.outlook;
  useEffect(() => {
    setMoved(null);
    if (!entry || !look || !outlook) return undefined;
    const work = movedText(look, entry.release, outlook);
    let timer = 0;
    const run = (): void => {
      const until = systemClock.elapsed() + STEP_MS;
      for (;;) {
        const step = work.next();
        if (step.done) {
          setMoved(step.value);
          return;
        }
        if (systemClock.elapsed() > until) break;
      }
      timer = window.setTimeout(run);
    };
    timer = window.setTimeout(run);
    return () => window.clearTimeout(timer);
  }, [outlook?.result, look?.on, look?.chance]);
  return moved;
}
