import { type CalendarDate, daysBetween } from '../calendar-date';
import type { ForecastResult } from './forecast';
import { brierScore, outOfTwenty, toFourDigits } from './score';

/** What was said of a release on a day, kept to be held against what comes. */
export interface KeptForecast {
  readonly kind: 'forecast';
  readonly on: CalendarDate;
  /** The release's id. */
  readonly release: string;
  readonly gate: CalendarDate;
  /** Chance of the gate, 0 to 1, to four digits. */
  readonly chance: number;
  /** The day by which it is done in 85 % of the cases; null beyond a year. */
  readonly p85: CalendarDate | null;
  readonly model: 'queue' | 'slips';
}

/** How the forecasts of this vault did. Forecasts of one release share their outcome, so each release counts once. */
export interface ForecastRecord {
  /** Finished releases that were forecast. */
  readonly scored: number;
  /** How many of them were done by the day that was said for 85 %. */
  readonly held: number;
  /** Mean squared distance of the chances from what came; null without any. */
  readonly brier: number | null;
}

/** Nothing was forecast yet. */
export const NO_RECORD: ForecastRecord = { scored: 0, held: 0, brier: null };

/** From so many scored forecasts on R4 may be red. */
const PROVEN = 3;
/** From so many on the record is said. */
const SAID = 5;
const POOR_SHARE = 0.7;

/** True when enough forecasts of this vault were held against what came. */
export function isProven({ scored }: ForecastRecord): boolean {
  return scored >= PROVEN;
}

/** True when there are enough to speak of them. */
export function isTelling({ scored }: ForecastRecord): boolean {
  return scored >= SAID;
}

/** True when the days that were said held too rarely: then a later one is shown. */
export function isPoor(record: ForecastRecord): boolean {
  return isTelling(record) && record.held < record.scored * POOR_SHARE;
}

/** What is kept of a forecast; null where there is no number, or no gate. */
export function keptForecast(release: string, result: ForecastResult | null): KeptForecast | null {
  const { inputs, forecast } = result ?? {};
  if (!inputs || !forecast || inputs.gate === null || forecast.gate === null) return null;
  return {
    kind: 'forecast',
    on: inputs.today,
    release,
    gate: inputs.gate,
    chance: toFourDigits(forecast.gate),
    p85: forecast.p85,
    model: forecast.sample.model,
  };
}

/** True when it says something else than what was kept last. */
export function isNews(kept: KeptForecast, last: KeptForecast | undefined): boolean {
  return (
    !last ||
    last.gate !== kept.gate ||
    last.p85 !== kept.p85 ||
    last.model !== kept.model ||
    outOfTwenty(last.chance) !== outOfTwenty(kept.chance)
  );
}

/** A week ahead there is still something to be done about it. */
const AHEAD_DAYS = 7;

/**
 * Holds what was said against what came. Of each release the last forecast a week or more before its gate counts, else
 * the first one; what several devices kept on one day counts once.
 *
 * @param doneOn the day on which all required work of each finished release was done, by its id
 */
export function forecastRecord(
  kept: readonly KeptForecast[],
  doneOn: ReadonlyMap<string, CalendarDate>,
): ForecastRecord {
  const counted = new Map<string, KeptForecast>();
  for (const one of [...kept].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const done = doneOn.get(one.release);
    if (done === undefined || one.on > done) continue;
    if (!counted.has(one.release) || daysBetween(one.on, one.gate) >= AHEAD_DAYS) counted.set(one.release, one);
  }
  const outcomes = [...counted.values()].map((one) => ({ one, done: doneOn.get(one.release) ?? one.gate }));
  if (outcomes.length === 0) return NO_RECORD;
  return {
    scored: outcomes.length,
    held: outcomes.filter(({ one, done }) => one.p85 === null || done <= one.p85).length,
    brier: brierScore(outcomes.map(({ one, done }) => ({ chance: one.chance, came: done <= one.gate }))),
  };
}
