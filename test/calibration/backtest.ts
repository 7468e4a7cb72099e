// Holds the forecast's models against daily counts of real projects: what would they have said on each day, and what
// came true. Nothing of this runs in the plugin.
import {
  type BusinessCalendar,
  businessDaysBetween,
  DEFAULT_BUSINESS_CALENDAR,
} from '../../src/domain/business-calendar';
import { type CalendarDate, parseCalendarDate } from '../../src/domain/calendar-date';
import { brierScore } from '../../src/domain/forecast/score';
import { chanceBy, dayOfChance } from '../../src/domain/forecast/finish-curve';
import { queueFinish } from '../../src/domain/forecast/queue-model';
import { slipFinish } from '../../src/domain/forecast/slip-model';
import { ended } from '../../src/domain/in-slices';

const CALENDAR: BusinessCalendar = DEFAULT_BUSINESS_CALENDAR;

/** One row of a series: the counts at the end of a day. */
export interface CountRow {
  readonly on: CalendarDate;
  readonly total: number;
  readonly done: number;
  readonly target: CalendarDate | null;
}

/** Daily counts of one project or release; rows in order of their days. */
export interface CountSeries {
  readonly name: string;
  readonly rows: readonly CountRow[];
}

/** Reads `date,total,done,target,source`; null for a table of another kind. */
export function parseSeries(name: string, csv: string): CountSeries | null {
  const [head, ...lines] = csv.split(/\r?\n/);
  if (!head?.startsWith('date,total,done,target')) return null;
  const rows = lines.flatMap((line): CountRow[] => {
    const [date = '', total, done, target = ''] = line.split(',');
    const on = parseCalendarDate(date);
    return on ? [{ on, total: Number(total), done: Number(done), target: parseCalendarDate(target) }] : [];
  });
  return rows.length > 0 ? { name, rows: rows.sort((a, b) => (a.on < b.on ? -1 : 1)) } : null;
}

/** Completions of each business day, from the first row to the last; what was un-ticked counts as none. */
function dailyCompletions({ rows }: CountSeries): number[] {
  const first = rows[0]?.on;
  if (!first) return [];
  const days: number[] = [];
  let best = rows[0]?.done ?? 0;
  for (const { on, done } of rows) {
    const day = businessDaysBetween(first, on, CALENDAR);
    while (days.length <= day) days.push(0);
    days[day] = (days[day] ?? 0) + Math.max(0, done - best);
    best = Math.max(best, done);
  }
  return days;
}

/** How model A did for one number of open items. */
export interface QueueResult {
  readonly open: number;
  readonly forecasts: number;
  /** Share whose P85 day held. */
  readonly p85Held: number;
  /** Share inside "the mean pace, ten percent more or less", as reports of issue trackers draw it. */
  readonly meanBandHeld: number;
  /** Of "done by the day that the mean pace says". */
  readonly brier: number;
  readonly baseRateBrier: number;
}

const SAMPLED_DAYS = 60;
const FEWEST_COMPLETIONS = 5;
const EVERY_DAYS = 5;

/** Model A on a series without a target: every week, when will the next `open` items be done? */
export function backtestQueue(series: CountSeries, open: number): QueueResult | null {
  const days = dailyCompletions(series);
  const outcomes: { readonly chance: number; readonly came: boolean }[] = [];
  let held = 0;
  let inBand = 0;
  for (let today = SAMPLED_DAYS; today < days.length; today += EVERY_DAYS) {
    const sample = days.slice(today - SAMPLED_DAYS, today);
    const completions = sample.reduce((sum, count) => sum + count, 0);
    const took = daysUntilDone(days.slice(today), open);
    if (completions < FEWEST_COMPLETIONS || took === null) continue;
    const curve = ended(queueFinish(sample, open));
    const mean = (open * SAMPLED_DAYS) / completions;
    const day = Math.max(1, Math.round(mean));
    outcomes.push({ chance: chanceBy(curve, day), came: took <= day });
    if (took <= (dayOfChance(curve, 0.85) ?? Infinity)) held++;
    if (took >= Math.round(mean * 0.9) && took <= Math.round(mean * 1.1)) inBand++;
  }
  const count = outcomes.length;
  if (count === 0) return null;
  return {
    open,
    forecasts: count,
    p85Held: held / count,
    meanBandHeld: inBand / count,
    brier: brierScore(outcomes),
    baseRateBrier: baseRateBrier(outcomes.map(({ came }) => came)),
  };
}

/** In how many days `open` items were done; null where the series ends before. */
function daysUntilDone(days: readonly number[], open: number): number | null {
  let done = 0;
  for (const [day, count] of days.entries()) {
    done += count;
    if (done >= open) return day + 1;
  }
  return null;
}

/** What the share of all outcomes, said every time, would score. */
function baseRateBrier(came: readonly boolean[]): number {
  const rate = came.filter(Boolean).length / came.length;
  return brierScore(came.map((one) => ({ chance: rate, came: one })));
}

/** One forecast of model B. */
export interface SlipForecast {
  /** Business days before the target. */
  readonly before: number;
  readonly open: number;
  readonly chance: number;
  readonly came: boolean;
  /** Business days from the target; null beyond the horizon. */
  readonly p85: number | null;
  readonly held: boolean;
}

/** All forecasts of one release: one observation, for they share their outcome. */
export interface SlipResult {
  readonly name: string;
  readonly target: CalendarDate;
  /** Business days from the target to the event. */
  readonly slip: number;
  readonly forecasts: readonly SlipForecast[];
}

/** The event: this share of the items is done. */
export const EVENT_SHARE = 0.9;
const CHECKPOINTS = [20, 15, 10, 5, 3] as const;
const PAST_RELEASES = 3;
const FEWEST_SLIPS = 8;

interface Past {
  readonly name: string;
  readonly target: CalendarDate;
  readonly rows: readonly CountRow[];
  readonly needed: number;
  /** Slips of the items that make the event. */
  readonly slips: readonly number[];
  /** Of the event itself. */
  readonly slip: number;
}

/**
 * Model B on the releases of one project, each forecast from the three before it; series without an event are left
 * out.
 */
export function backtestSlips(family: readonly CountSeries[]): SlipResult[] {
  const releases = family.flatMap(finishedOf).sort((a, b) => (a.target < b.target ? -1 : 1));
  return releases.flatMap((release, at) => {
    const past = releases.slice(Math.max(0, at - PAST_RELEASES), at).map(({ slips }) => slips);
    if (past.length < PAST_RELEASES || past.flat().length < FEWEST_SLIPS) return [];
    const forecasts = CHECKPOINTS.flatMap((before) => forecastFrom(release, past, before));
    return forecasts.length > 0 ? [{ name: release.name, target: release.target, slip: release.slip, forecasts }] : [];
  });
}

function finishedOf({ name, rows }: CountSeries): Past[] {
  const last = rows[rows.length - 1];
  if (!last?.target) return [];
  const { target } = last;
  const needed = Math.ceil(last.total * EVENT_SHARE);
  const slips: number[] = [];
  for (const { on, done } of rows)
    while (slips.length < Math.min(done, needed)) slips.push(businessDaysBetween(target, on, CALENDAR));
  const slip = slips[needed - 1];
  return slip === undefined ? [] : [{ name, target, rows, needed, slips, slip }];
}

function forecastFrom(
  { rows, needed, target, slip }: Past,
  past: readonly (readonly number[])[],
  before: number,
): SlipForecast[] {
  const known = rows.filter(({ on }) => businessDaysBetween(on, target, CALENDAR) >= before);
  const open = needed - (known[known.length - 1]?.done ?? 0);
  if (open <= 0) return [];
  const curve = ended(
    slipFinish(
      past,
      Array.from({ length: open }, () => ({ due: before, notBefore: null })),
    ),
  );
  const p85 = dayOfChance(curve, 0.85);
  return [
    {
      before,
      open,
      chance: chanceBy(curve, before),
      came: slip <= 0,
      p85: p85 === null ? null : p85 - before,
      held: p85 === null || slip <= p85 - before,
    },
  ];
}

/** What a forecaster would score that says, for each release, how many of the releases before it were in time. */
export function baseRateOf(family: readonly CountSeries[], forecast: readonly SlipResult[]): number {
  const releases = family.flatMap(finishedOf).sort((a, b) => (a.target < b.target ? -1 : 1));
  const outcomes = forecast.flatMap(({ name, forecasts }) => {
    const at = releases.findIndex((release) => release.name === name);
    const past = releases.slice(Math.max(0, at - 8), at);
    const rate = past.filter(({ slip }) => slip <= 0).length / past.length;
    return forecasts.map(({ came }) => ({ chance: rate, came }));
  });
  return brierScore(outcomes);
}

/** The project of a series: its name up to the first number or word that differs ("k8s-1.24-enhancements" → "k8s"). */
export function familyOf(name: string): string {
  return name.split('-')[0] ?? name;
}
