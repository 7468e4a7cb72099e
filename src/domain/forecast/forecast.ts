import { addBusinessDays, type BusinessCalendar, businessDaysBetween } from '../business-calendar';
import type { CalendarDate } from '../calendar-date';
import { chanceBy, dayOfChance, type FinishCurve, HORIZON, MOST_OPEN, notBefore } from './finish-curve';
import { queueFinish } from './queue-model';
import { type SlippingItem, slipFinish } from './slip-model';

/** A required item that is still open, as the forecast sees it. */
export interface OpenWork {
  readonly title: string;
  /** Its own due date; null where the gate counts. */
  readonly due: CalendarDate | null;
  /** It cannot be done before this day: an arrival that somebody announced; null where nothing says so. */
  readonly notBefore: CalendarDate | null;
}

/** What a release that went out says about the next ones. */
export interface FinishedRelease {
  readonly id: string;
  readonly wentOut: CalendarDate;
  /** All its required work was done by the end of that day; what was still open then, was left out of it. */
  readonly doneOn: CalendarDate;
  /** Business days from due (or gate) to done, of each item whose day is known. */
  readonly slips: readonly number[];
  /** Completions of each business day, oldest first. */
  readonly days: readonly number[];
  /** Completions, and how many of them fell into the last five business days before the gate or later. */
  readonly ticks: { readonly all: number; readonly late: number };
  /** All required items were done by its gate. */
  readonly madeGate: boolean;
}

/** All that a forecast depends on; the same inputs give the same digits on every device. */
export interface ForecastInputs {
  readonly today: CalendarDate;
  readonly calendar: BusinessCalendar;
  readonly gate: CalendarDate | null;
  readonly target: CalendarDate | null;
  readonly open: readonly OpenWork[];
  /** Required items that are not cancelled, open or done. */
  readonly total: number;
  /** Completions of each business day of this release, oldest first, today's last. */
  readonly days: readonly number[];
  /** The finished releases of its tier, the latest last. */
  readonly finished: readonly FinishedRelease[];
}

/** Which way of counting gave the number, and from how much. */
export interface ForecastSample {
  readonly model: 'queue' | 'slips';
  /** Whose days or slips: of this release, or of finished ones of its tier. */
  readonly of: 'release' | 'tier';
  readonly releases: number;
  readonly days: number;
  /** Completions that were counted, or slips. */
  readonly items: number;
}

/** Why there is no number. */
export type NoForecast =
  | { readonly cause: 'no-items' | 'all-done' | 'too-many' }
  | { readonly cause: 'little-history'; readonly completions: Asked; readonly days: Asked }
  | { readonly cause: 'deadline-work' };

/** How much of something there is, and how much a forecast asks for. */
export interface Asked {
  readonly have: number;
  readonly need: number;
}

/** When all required items will be done, as chances; days are dates, chances 0 to 1. */
export interface Forecast {
  readonly sample: ForecastSample;
  readonly curve: FinishCurve;
  /** By that day it is done as often as not; null beyond a year. */
  readonly p50: CalendarDate | null;
  readonly p85: CalendarDate | null;
  readonly p95: CalendarDate | null;
  /** Chance of all required items by the gate, and by the target; null without one. */
  readonly gate: number | null;
  readonly target: number | null;
  /** The open item without which the chance of the gate is greatest, and that chance; null where none stands out. */
  readonly slowest: { readonly title: string; readonly gateWithout: number } | null;
  /** Of the last releases of the tier, how many made their gate. */
  readonly baseRate: { readonly made: number; readonly of: number };
}

/** A forecast, or why there is none, and what it was worked out from. */
export type ForecastResult = { readonly inputs: ForecastInputs } & (
  { readonly forecast: Forecast; readonly none?: never } | { readonly none: NoForecast; readonly forecast?: never }
);

const SAMPLED_DAYS = 60;
const FEWEST_COMPLETIONS = 5;
const FEWEST_DAYS = 10;
/** With fewer days than this, only few open items are forecast. */
const ENOUGH_DAYS = 20;
const FEW_OPEN = 3;
/** Finished releases of the tier that model B needs, and draws from. */
export const SLIP_RELEASES = 3;
const FEWEST_SLIPS = 8;
const BASE_RATE_RELEASES = 8;
const LATE_SHARE = 0.5;

/** Semantics section 5: model B where enough finished releases of the tier are known, else model A. */
export function* forecastOf(inputs: ForecastInputs): Generator<void, ForecastResult> {
  const { open } = inputs;
  if (inputs.total === 0) return { inputs, none: { cause: 'no-items' } };
  if (open.length === 0) return { inputs, none: { cause: 'all-done' } };
  if (open.length > MOST_OPEN) return { inputs, none: { cause: 'too-many' } };
  const basis = basisOf(inputs);
  if ('none' in basis) return { inputs, none: basis.none };
  const curve = yield* curveOf(inputs, basis, open);
  return { inputs, forecast: yield* described(inputs, basis, curve) };
}

/** What a forecast counts with. */
type Basis =
  | { readonly sample: ForecastSample & { readonly model: 'slips' }; readonly slips: readonly (readonly number[])[] }
  | { readonly sample: ForecastSample & { readonly model: 'queue' }; readonly days: readonly number[] };

function basisOf({ days, finished, open }: ForecastInputs): Basis | { readonly none: NoForecast } {
  const slips = finished
    .slice(-SLIP_RELEASES)
    .map((release) => release.slips)
    .filter((list) => list.length > 0);
  const count = slips.reduce((sum, list) => sum + list.length, 0);
  if (slips.length === SLIP_RELEASES && count >= FEWEST_SLIPS)
    return { sample: { model: 'slips', of: 'tier', releases: slips.length, days: 0, items: count }, slips };
  if (isDoneLate(finished)) return { none: { cause: 'deadline-work' } };
  const ofTier = finished.flatMap((release) => release.days);
  const isOwn = days.length >= FEWEST_DAYS || days.length >= ofTier.length;
  const sampled = (isOwn ? days : ofTier).slice(-SAMPLED_DAYS);
  const none = tooLittle(sampled, open.length);
  if (none) return { none };
  return {
    sample: {
      model: 'queue',
      of: isOwn ? 'release' : 'tier',
      releases: isOwn ? 1 : finished.length,
      days: sampled.length,
      items: sampled.reduce((sum, done) => sum + done, 0),
    },
    days: sampled,
  };
}

/** Work that is done in the last days before a gate: the days before say nothing, and a queue would mislead. */
function isDoneLate(finished: readonly FinishedRelease[]): boolean {
  const all = finished.reduce((sum, { ticks }) => sum + ticks.all, 0);
  const late = finished.reduce((sum, { ticks }) => sum + ticks.late, 0);
  return all >= FEWEST_COMPLETIONS && late >= all * LATE_SHARE;
}

function tooLittle(days: readonly number[], open: number): NoForecast | null {
  const asked = {
    completions: { have: days.reduce((sum, done) => sum + done, 0), need: FEWEST_COMPLETIONS },
    days: { have: days.length, need: open > FEW_OPEN ? ENOUGH_DAYS : FEWEST_DAYS },
  };
  const isEnough = ({ have, need }: Asked): boolean => have >= need;
  return isEnough(asked.completions) && isEnough(asked.days) ? null : { cause: 'little-history', ...asked };
}

/** When the given items are done. */
function* curveOf(inputs: ForecastInputs, basis: Basis, items: readonly OpenWork[]): Generator<void, FinishCurve> {
  const places = items.map((item) => placed(inputs, item));
  if ('slips' in basis) return yield* slipFinish(basis.slips, places);
  const last = places.reduce((latest, item) => Math.max(latest, item.notBefore ?? 0), 0);
  return notBefore(yield* queueFinish(basis.days, items.length), last);
}

function placed({ today, gate, target, calendar }: ForecastInputs, item: OpenWork): SlippingItem {
  const due = item.due ?? gate ?? target ?? today;
  return {
    due: businessDaysBetween(today, due, calendar),
    notBefore: item.notBefore === null ? null : businessDaysBetween(today, item.notBefore, calendar),
  };
}

function* described(inputs: ForecastInputs, basis: Basis, curve: FinishCurve): Generator<void, Forecast> {
  const { today, calendar, gate, target, finished } = inputs;
  const dateOf = (chance: number): CalendarDate | null => {
    const day = dayOfChance(curve, chance);
    return day === null || day > HORIZON ? null : addBusinessDays(today, day, calendar);
  };
  const by = (date: CalendarDate | null): number | null =>
    date === null ? null : chanceBy(curve, date < today ? -1 : businessDaysBetween(today, date, calendar));
  const gateChance = by(gate);
  return {
    sample: basis.sample,
    curve,
    p50: dateOf(0.5),
    p85: dateOf(0.85),
    p95: dateOf(0.95),
    gate: gateChance,
    target: by(target),
    slowest: gateChance === null ? null : yield* slowestOf(inputs, basis, gateChance),
    baseRate: baseRateOf(finished),
  };
}

/** How many of the latest finished releases of a tier made their gate; `finished` the latest last. */
export function baseRateOf(finished: readonly FinishedRelease[]): Forecast['baseRate'] {
  const last = finished.slice(-BASE_RATE_RELEASES);
  return { made: last.filter(({ madeGate }) => madeGate).length, of: last.length };
}

/** Less than this is no difference that a person would act on. */
const NOTABLE = 0.05;
/** Only so many items are left out in turn: those that are due, or arrive, last. */
const TRIED = 8;

/** In a queue one item is like the other, save for the one that arrives last; slips go by when each is due. */
function candidates(open: readonly OpenWork[], model: ForecastSample['model']): readonly OpenWork[] {
  const lastOf = (item: OpenWork): string => item.notBefore ?? (model === 'queue' ? '' : (item.due ?? ''));
  const latest = [...open].sort((a, b) => (lastOf(a) > lastOf(b) ? -1 : lastOf(a) < lastOf(b) ? 1 : 0));
  if (model === 'slips') return latest.slice(0, TRIED);
  const [first, second] = latest;
  return first && lastOf(first) !== '' && (!second || lastOf(second) < lastOf(first)) ? [first] : [];
}

/** The item that delays most: each of the latest is left out in turn. */
function* slowestOf(inputs: ForecastInputs, basis: Basis, gateChance: number): Generator<void, Forecast['slowest']> {
  const { open, gate, today, calendar } = inputs;
  if (gate === null || gate < today) return null;
  const days = businessDaysBetween(today, gate, calendar);
  const latest = candidates(open, basis.sample.model);
  const chances: number[] = [];
  for (const item of latest)
    chances.push(
      chanceBy(
        yield* curveOf(
          inputs,
          basis,
          open.filter((other) => other !== item),
        ),
        days,
      ),
    );
  if (chances.length === 0) return null;
  const best = Math.max(...chances);
  const isOne = chances.filter((chance) => chance > best - NOTABLE).length === 1;
  const item = latest[chances.indexOf(best)];
  return item && isOne && open.length > 1 && best >= gateChance + NOTABLE
    ? { title: item.title, gateWithout: best }
    : null;
}
