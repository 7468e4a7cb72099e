import { type BusinessCalendar, businessDaysBetween } from '../business-calendar';
import { type CalendarDate, parseCalendarDate } from '../calendar-date';
import { isCounted, type Release } from '../release';
import { textHash } from '../text-hash';
import { type ForecastInputs, forecastOf, type ForecastResult, type OpenWork } from './forecast';
import { outOfTwenty, toFourDigits } from './score';

/** What a forecast rested on at a look: enough to run it again with one thing as it was. Plain JSON. */
export interface ForecastLook {
  readonly on: CalendarDate;
  /** Chance of the gate, 0 to 1. */
  readonly chance: number;
  readonly gate: CalendarDate;
  readonly target: CalendarDate | null;
  /** Fingerprints of open items, with their days. */
  readonly open: readonly (readonly [key: string, due: CalendarDate | null, notBefore: CalendarDate | null])[];
  /** Fingerprints of items that were done. */
  readonly done: readonly string[];
  /** Completions of each business day, oldest first. */
  readonly days: readonly number[];
}

/** What moves a forecast, in the order in which it is undone. */
export type MoveCause = 'scope' | 'ticks' | 'dates' | 'calendar' | 'together';

/** Where a forecast stood, where it stands, and what each cause did to it, in outcomes of twenty. */
export interface Movement {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly { readonly cause: MoveCause; readonly by: number; readonly count: number }[];
}

/** What to keep of a forecast at a look; null where it gave no chance. */
export function lookAt(release: Pick<Release, 'items'>, result: ForecastResult | null): ForecastLook | null {
  const { inputs, forecast } = result ?? {};
  if (!inputs || !forecast || inputs.gate === null || forecast.gate === null) return null;
  return {
    on: inputs.today,
    chance: toFourDigits(forecast.gate),
    gate: inputs.gate,
    target: inputs.target,
    open: inputs.open.map(({ title, due, notBefore }) => [textHash(title), due, notBefore]),
    done: doneKeys(release),
    days: inputs.days,
  };
}

function doneKeys({ items }: Pick<Release, 'items'>): string[] {
  return items.filter((item) => isCounted(item) && item.state === 'done').map(({ title }) => textHash(title));
}

/**
 * Why a forecast is another than at a look: it is run again with one change undone at a time (semantics 5), and what
 * these do not add up to is called "together". Null where neither gave a chance, or both the same of
 * twenty. In steps: each run takes its time.
 */
export function* whyMoved(
  before: ForecastLook,
  release: Pick<Release, 'items'>,
  result: ForecastResult | null,
): Generator<void, Movement | null> {
  const now = lookAt(release, result);
  if (!now || !result || outOfTwenty(before.chance) === outOfTwenty(now.chance)) return null;
  const { inputs } = result;
  const change = changesBetween(before, now, inputs.calendar);
  const parts: Movement['parts'][number][] = [];
  const [from, to] = [outOfTwenty(before.chance), outOfTwenty(now.chance)];
  for (const [cause, count] of Object.entries(change.counts) as [Exclude<MoveCause, 'together'>, number][]) {
    if (count === 0) continue;
    const chance = yield* chanceOf(UNDO[cause](inputs, before, change));
    const by = chance === null ? 0 : to - outOfTwenty(chance);
    if (by !== 0) parts.push({ cause, by, count });
  }
  const rest = to - from - parts.reduce((sum, { by }) => sum + by, 0);
  return { from, to, parts: rest === 0 ? parts : [...parts, { cause: 'together', by: rest, count: 0 }] };
}

function* chanceOf(inputs: ForecastInputs): Generator<void, number | null> {
  const { forecast, none } = yield* forecastOf(inputs);
  return none?.cause === 'all-done' ? 1 : (forecast?.gate ?? null);
}

interface Change {
  /** Items that nobody knew then, and those that nobody knows any more. */
  readonly added: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
  readonly ticked: ReadonlySet<string>;
  readonly unticked: ReadonlySet<string>;
  /** Working days since. */
  readonly passed: number;
  readonly counts: Readonly<Record<Exclude<MoveCause, 'together'>, number>>;
}

function changesBetween(before: ForecastLook, now: ForecastLook, calendar: BusinessCalendar): Change {
  const keys = (look: ForecastLook): Set<string> => new Set(look.open.map(([key]) => key));
  const [open, wasOpen] = [keys(now), keys(before)];
  const [done, wasDone] = [new Set(now.done), new Set(before.done)];
  const added = new Set([...open, ...done].filter((key) => !wasOpen.has(key) && !wasDone.has(key)));
  const gone = new Set([...wasOpen, ...wasDone].filter((key) => !open.has(key) && !done.has(key)));
  const ticked = new Set([...done].filter((key) => wasOpen.has(key) && !open.has(key)));
  const unticked = new Set([...open].filter((key) => wasDone.has(key) && !wasOpen.has(key)));
  const passed = businessDaysBetween(before.on, now.on, calendar);
  const moved = now.open.filter(([key, due, notBefore]) =>
    before.open.some(([other, day, start]) => other === key && (day !== due || start !== notBefore)),
  ).length;
  const gates = Number(before.gate !== now.gate) + Number(before.target !== now.target);
  const counts = {
    scope: added.size + gone.size,
    ticks: ticked.size + unticked.size,
    dates: gates + moved,
    calendar: passed,
  };
  return { added, gone, ticked, unticked, passed, counts };
}

type Undo = (now: ForecastInputs, before: ForecastLook, change: Change) => ForecastInputs;

/** An item of a look; only its days count. */
function workOf([key, due, notBefore]: ForecastLook['open'][number]): OpenWork {
  return { title: key, due, notBefore };
}

const UNDO: Readonly<Record<Exclude<MoveCause, 'together'>, Undo>> = {
  scope: (now, before, { added, gone }) => {
    const open = now.open.filter(({ title }) => !added.has(textHash(title)));
    const back = before.open.filter(([key]) => gone.has(key)).map(workOf);
    return { ...now, open: [...open, ...back], total: now.total - added.size + gone.size };
  },
  ticks: (now, before, { ticked, unticked, passed }) => {
    const open = now.open.filter(({ title }) => !unticked.has(textHash(title)));
    const back = before.open.filter(([key]) => ticked.has(key)).map(workOf);
    const until = now.days.length - passed;
    // The days end together; the first may be another where an older note came to light.
    const shift = before.days.length - until;
    const days = now.days.map((count, at) => (at >= until ? 0 : (before.days[at + shift] ?? count)));
    return { ...now, open: [...open, ...back], days };
  },
  dates: (now, before) => {
    const then = new Map(before.open.map((entry) => [entry[0], entry]));
    const open = now.open.map((item) => {
      const was = then.get(textHash(item.title));
      return was ? { ...item, due: was[1], notBefore: was[2] } : item;
    });
    return { ...now, gate: before.gate, target: before.target, open };
  },
  calendar: (now, before, { passed }) => ({
    ...now,
    today: before.on,
    days: now.days.slice(0, Math.max(0, now.days.length - passed)),
  }),
};

/** Reads a remembered look of any age or state; what is damaged is none. */
export function lookIn(stored: unknown): ForecastLook | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { on, chance, gate, open, done, days } = stored as Partial<Record<keyof ForecastLook, unknown>>;
  const isWhole =
    isDay(on) &&
    isDay(gate) &&
    typeof chance === 'number' &&
    Array.isArray(open) &&
    open.every((entry) => Array.isArray(entry) && typeof entry[0] === 'string') &&
    Array.isArray(done) &&
    Array.isArray(days) &&
    days.every((count) => typeof count === 'number' && count >= 0);
  return isWhole ? (stored as ForecastLook) : null;
}

function isDay(value: unknown): value is CalendarDate {
  return typeof value === 'string' && parseCalendarDate(value) !== null;
}
