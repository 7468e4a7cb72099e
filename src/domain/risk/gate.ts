import type { CalendarDate } from '../calendar-date';
import { addDays } from '../calendar-date';
import type { Release } from '../release';

const EARLY_DECISION_DAYS = 14;

/**
 * True when a decision is recorded for the go/no-go date in force: made after that date was set, or on or after the
 * date itself. Where only the file's time tells when the date was set, a decision of the fortnight before it counts.
 */
export function isDecided(release: Pick<Release, 'decision' | 'goNoGo'>): boolean {
  const { decision, goNoGo } = release;
  if (!decision) return false;
  if (!goNoGo) return true;
  const made = decision.evidence.asOf;
  if (made >= goNoGo.value.date) return true;
  return goNoGo.evidence.weak || decision.evidence.weak
    ? made >= addDays(goNoGo.value.date, -EARLY_DECISION_DAYS)
    : made >= goNoGo.evidence.asOf;
}

/** The next gate: the go/no-go until a go is recorded for it, else the target. */
export function nextGate(release: Release): CalendarDate | null {
  const target = release.target?.value.date ?? null;
  const goNoGo = release.goNoGo?.value.date ?? null;
  const passed = isDecided(release) && (release.decision?.value === 'go' || release.decision?.value === 'conditional');
  return goNoGo && !passed ? goNoGo : (target ?? goNoGo);
}
