import fc from 'fast-check';
import { addBusinessDays, DEFAULT_BUSINESS_CALENDAR } from '../../../src/domain/business-calendar';
import type { CalendarDate } from '../../../src/domain/calendar-date';
import {
  type FinishedRelease,
  forecastOf,
  type ForecastInputs,
  type ForecastResult,
  type OpenWork,
} from '../../../src/domain/forecast/forecast';
import { ended } from '../../../src/domain/in-slices';

const TODAY = '2026-01-22' as CalendarDate;
const calendar = DEFAULT_BUSINESS_CALENDAR;
const after = (days: number): CalendarDate => addBusinessDays(TODAY, days, calendar);
const TWENTY = [0, 0, 1, 0, 2, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0];

const open = (count: number): OpenWork[] =>
  Array.from({ length: count }, (_, at) => ({ title: `Item ${at}`, due: null, notBefore: null }));
const past = (
  slips: readonly number[],
  more: Pick<Partial<FinishedRelease>, 'days' | 'ticks'> = {},
): FinishedRelease => ({
  id: slips.join(),
  wentOut: '2025-11-03' as CalendarDate,
  doneOn: '2025-11-03' as CalendarDate,
  slips,
  days: [],
  ticks: { all: slips.length, late: 0 },
  madeGate: slips.every((slip) => slip <= 0),
  ...more,
});
const forecast = (inputs: Partial<ForecastInputs>): ForecastResult =>
  ended(
    forecastOf({
      today: TODAY,
      calendar,
      gate: after(13),
      target: after(16),
      open: open(3),
      total: 8,
      days: TWENTY,
      finished: [],
      ...inputs,
    }),
  );

describe('when there is no number, and why', () => {
  const days = (length: number, completions: number): number[] =>
    Array.from({ length }, (_, at) => (at < completions ? 1 : 0));
  const little = (completions: number, had: number, need: number): object => ({
    cause: 'little-history',
    completions: { have: completions, need: 5 },
    days: { have: had, need },
  });
  test.each<[string, Partial<ForecastInputs>, object | null]>([
    ['nothing required', { total: 0, open: [] }, { cause: 'no-items' }],
    ['all done', { open: [] }, { cause: 'all-done' }],
    ['300 open', { open: open(300), total: 300 }, null],
    ['301 open', { open: open(301), total: 301 }, { cause: 'too-many' }],
    ['nine days', { days: days(9, 5) }, little(5, 9, 10)],
    ['ten days, three open', { days: days(10, 5) }, null],
    ['ten days, four open', { days: days(10, 5), open: open(4) }, little(5, 10, 20)],
    ['nineteen days, four open', { days: days(19, 5), open: open(4) }, little(5, 19, 20)],
    ['twenty days, four open', { days: days(20, 5), open: open(4) }, null],
    ['four completions', { days: days(20, 4) }, little(4, 20, 10)],
    ['five completions', { days: days(20, 5) }, null],
    ['completions that are older than sixty days', { days: [...days(5, 5), ...days(60, 0)] }, little(0, 60, 10)],
    [
      'deadline work, half of it in the last days',
      { finished: [past([0, 0], { ticks: { all: 6, late: 3 } })] },
      { cause: 'deadline-work' },
    ],
    ['deadline work, less than half', { finished: [past([0, 0], { ticks: { all: 7, late: 3 } })] }, null],
    ['four ticks, all late, are no pattern', { finished: [past([0, 0], { ticks: { all: 4, late: 4 } })] }, null],
    ['five are', { finished: [past([0, 0], { ticks: { all: 5, late: 5 } })] }, { cause: 'deadline-work' }],
  ])('%s', (_, inputs, none) => {
    expect(forecast(inputs).none ?? null).toEqual(none);
  });
});

describe('which model', () => {
  const three = [past([-2, -1, 0, 1]), past([0, 0, 3]), past([-1, 2, 5, 5])];
  test('three finished releases with eight slips or more: model B', () => {
    const { forecast: found } = forecast({ finished: three });
    expect(found?.sample).toEqual({ model: 'slips', of: 'tier', releases: 3, days: 0, items: 11 });
    expect(found?.gate).toBeCloseTo(0.2446, 4);
    expect([found?.p50, found?.p85]).toEqual([after(16), after(18)]);
    expect(found?.baseRate).toEqual({ made: 0, of: 3 });
  });

  test.each<[string, FinishedRelease[]]>([
    ['two finished releases', three.slice(1)],
    ['seven slips', [past([0, 1, 2]), past([1, 1]), past([2, 2])]],
    ['a release without a known day', [...three.slice(1), past([])]],
  ])('%s: model A', (_, finished) => {
    expect(forecast({ finished }).forecast?.sample.model).toBe('queue');
  });

  test('only the last three count', () => {
    const older = Array.from({ length: 4 }, () => past([90, 90, 90, 90]));
    expect(forecast({ finished: [...older, ...three] }).forecast?.gate).toBeCloseTo(0.2446, 4);
  });

  test('a release with less than ten days of its own goes by the days of its tier', () => {
    const finished = [past([], { days: TWENTY })];
    const { forecast: found } = forecast({ days: [1, 1], finished });
    expect(found?.sample).toEqual({ model: 'queue', of: 'tier', releases: 1, days: 20, items: 6 });
    expect(found?.gate).toBeCloseTo(0.7217, 4);
  });
});

describe('what is said', () => {
  test('days and chances of the golden numbers', () => {
    const { forecast: found } = forecast({});
    expect(found?.gate).toBeCloseTo(0.7217, 4);
    expect(found?.p50).toBe(after(9));
    expect(found?.p85).toBe(after(18));
    expect(found?.sample).toEqual({ model: 'queue', of: 'release', releases: 1, days: 20, items: 6 });
    expect(found?.slowest).toBeNull();
  });

  test('the item that arrives last is named, with the chance without it', () => {
    const items = [...open(2), { title: 'Help docs', due: null, notBefore: after(15) }];
    const { forecast: found } = forecast({ open: items });
    expect(found?.gate).toBe(0);
    expect(found?.slowest?.title).toBe('Help docs');
    expect(found?.slowest?.gateWithout).toBeGreaterThan(0.8);
  });

  test('two that arrive on one day: neither stands out', () => {
    const late = { due: null, notBefore: after(15) };
    const items = [...open(1), { title: 'Help docs', ...late }, { title: 'Pictures', ...late }];
    expect(forecast({ open: items }).forecast?.slowest).toBeNull();
  });

  test('model B names the item that is due last', () => {
    const finished = [past([3, 3, 3]), past([3, 3, 3]), past([3, 3, 3])];
    const items = [
      { title: 'Early', due: after(5), notBefore: null },
      { title: 'Late', due: after(12), notBefore: null },
    ];
    const { forecast: found } = forecast({ open: items, finished });
    expect([found?.gate, found?.slowest]).toEqual([0, { title: 'Late', gateWithout: 1 }]);
  });

  test('a gate in the past has no chance any more, and without dates there is none to give', () => {
    expect(forecast({ gate: after(-1) }).forecast?.gate).toBe(0);
    const { forecast: found } = forecast({ gate: null, target: null });
    expect([found?.gate, found?.target, found?.p50]).toEqual([null, null, after(9)]);
  });
});

describe('a whole example: nine open items, three finished releases with 41 slips', () => {
  const finished = [
    past([-3, -3, -2, -2, -1, -1, 0, 0, 0, 0, 1, 1, 2]),
    past([-4, -3, -2, -2, -1, -1, 0, 0, 0, 1, 1, 2, 2, 4]),
    past([-2, -2, -1, -1, 0, 0, 0, 0, 1, 1, 2, 2, 3, 6]),
  ];
  const items = (
    [
      ['Fix chart export', '01-30'],
      ['Load test', '02-02'],
      ['Rehearse the rollback', '02-03'],
      ['Regression on Safari', '02-03'],
      ['Help docs', '02-09', '02-05'],
      ['Release notes', '02-04'],
      ['Reply templates', '02-03'],
      ['Blog post', '02-04'],
      ['Rights review', '02-05'],
    ] as const
  ).map(([title, due, eta]) => ({
    title,
    due: `2026-${due}` as CalendarDate,
    notBefore: eta ? (`2026-${eta}` as CalendarDate) : null,
  }));
  const gate = '2026-02-10' as CalendarDate;
  const { forecast: found } = forecast({
    today: '2026-01-27' as CalendarDate,
    gate,
    target: '2026-02-15' as CalendarDate,
    open: items,
    total: 24,
    finished,
  });

  test('14 in 20 make February 10; half by the 9th, 85 % by the 11th', () => {
    expect(found?.gate).toBeCloseTo(0.7035, 4);
    expect([found?.p50, found?.p85]).toEqual(['2026-02-09', '2026-02-11']);
  });

  test('without the help docs 17 in 20', () => {
    expect(found?.slowest?.title).toBe('Help docs');
    expect(found?.slowest?.gateWithout).toBeCloseTo(0.8565, 4);
  });
});

describe('laws', () => {
  const work = fc.record({
    title: fc.constant('x'),
    due: fc.option(fc.integer({ min: -10, max: 40 }).map(after)),
    notBefore: fc.option(fc.integer({ min: 1, max: 60 }).map(after)),
  });
  const finished = fc.array(
    fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 6 }).map((slips) => past(slips)),
    { maxLength: 4 },
  );
  const inputs = fc.record({
    open: fc.array(work, { minLength: 1, maxLength: 6 }),
    days: fc.array(fc.nat({ max: 3 }), { minLength: 20, maxLength: 40 }),
    finished,
  });
  const gateOf = (given: Partial<ForecastInputs>): number | null => forecast(given).forecast?.gate ?? null;

  test('a further required item never raises the chance of the gate', () => {
    fc.assert(
      fc.property(inputs, work, (given, further) => {
        const [before, then] = [gateOf(given), gateOf({ ...given, open: [...given.open, further] })];
        if (before !== null && then !== null) expect(then).toBeLessThanOrEqual(before + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test('a tick never lowers it', () => {
    fc.assert(
      fc.property(inputs, fc.nat(), (given, which) => {
        const rest = given.open.filter((_, at) => at !== which % given.open.length);
        const ticked = given.days.map((count, at) => (at === given.days.length - 1 ? count + 1 : count));
        const [before, then] = [gateOf(given), gateOf({ ...given, open: rest, days: ticked })];
        if (before !== null && then !== null) expect(then).toBeGreaterThanOrEqual(before - 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test('a history of one release gives no chance by model B', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 40 }), (slips) => {
        expect(forecast({ finished: [past(slips)], days: [] }).forecast).toBeUndefined();
      }),
    );
  });

  test('equal inputs give equal digits', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        expect(JSON.stringify(forecast(given))).toBe(JSON.stringify(forecast(structuredClone(given))));
      }),
      { numRuns: 20 },
    );
  });
});
