import type { CalendarDate } from '../domain/calendar-date';
import { type LevelHistories, parseLevelHistories, withTransitions } from '../domain/risk/level-transition';
import type { AssessedRelease } from '../index/portfolio';
import type { DeviceStore } from '../ports/device-store';

const KEY = 'levels';

/** How levels changed, kept on this device. */
export interface LevelLog {
  readonly histories: () => LevelHistories;
  /** Compares assessments not seen before with the log, and saves what changed. */
  readonly record: (assessed: readonly AssessedRelease[], today: CalendarDate) => void;
}

/** Continues the device's log. */
export function levelLog(device: DeviceStore): LevelLog {
  const seen = new WeakSet<object>();
  let histories = parseLevelHistories(device.load(KEY));
  return {
    histories: () => histories,
    record: (assessed, today) => {
      const fresh = assessed.filter(({ assessment }) => !seen.has(assessment));
      if (fresh.length === 0) return;
      for (const { assessment } of fresh) seen.add(assessment);
      const next = withTransitions(histories, fresh, today);
      if (next !== histories) device.save(KEY, next);
      histories = next;
    },
  };
}
