import type { BusinessCalendar } from '../domain/business-calendar';
import type { CalendarDate } from '../domain/calendar-date';
import { forecastRecord, type KeptForecast } from '../domain/forecast/kept-forecast';
import { remembering } from '../domain/remembering';
import type { Release } from '../domain/release';
import type { RiskPolicy } from '../domain/risk/risk-policy';
import { createForecasts } from './forecasts';
import { type AssessedRelease, createPortfolio } from './portfolio';

const RELEASES_A_STEP = 4;

/** Every release with its forecast and its verdict, kept current. */
export interface Assessments {
  readonly today: () => CalendarDate;
  /** Takes changed releases in, in steps; `kept` is what was forecast before, another list after a change. */
  readonly update: (
    changed: Iterable<string>,
    release: (id: string) => Release | null,
    kept: readonly KeptForecast[],
  ) => Generator<void, void>;
  /** Another day: verdicts are worked out again at once, forecasts with the next update. */
  readonly setDay: (today: CalendarDate) => void;
  readonly assessed: () => readonly AssessedRelease[];
}

/** Starts without releases. */
export function createAssessments(
  { policy, calendar }: { readonly policy: RiskPolicy; readonly calendar: BusinessCalendar },
  today: CalendarDate,
): Assessments {
  const forecasts = createForecasts(calendar, today);
  const recordOf = remembering(forecastRecord);
  let record = recordOf([], forecasts.doneOn());
  const portfolio = createPortfolio({
    today,
    policy,
    calendar,
    outlook: (id) => ({ result: forecasts.of(id), record }),
  });
  return {
    today: () => portfolio.inputs().today,
    *update(changed, release, kept) {
      const ids = [...(yield* forecasts.update(changed, release))];
      for (let at = 0; at < ids.length; at += RELEASES_A_STEP) {
        portfolio.update(ids.slice(at, at + RELEASES_A_STEP), release);
        yield;
      }
      const now = recordOf(kept, forecasts.doneOn());
      if (JSON.stringify(now) === JSON.stringify(record)) return;
      record = now;
      portfolio.setInputs(portfolio.inputs());
    },
    setDay: (day) => {
      forecasts.setDay(day);
      portfolio.setInputs({ ...portfolio.inputs(), today: day });
    },
    assessed: portfolio.assessed,
  };
}
