import type { CalendarDate } from '../../../src/domain/calendar-date';
import {
  type ForecastRecord,
  forecastRecord,
  isNews,
  isPoor,
  isProven,
  isTelling,
  type KeptForecast,
} from '../../../src/domain/forecast/kept-forecast';
import { brierScore } from '../../../src/domain/forecast/score';
import { historyLine, parseHistoryLine } from '../../../src/domain/history-line';

const day = (text: string): CalendarDate => `2026-${text}` as CalendarDate;
const kept = (on: string, more: Partial<KeptForecast> = {}): KeptForecast => ({
  kind: 'forecast',
  on: day(on),
  release: 'a',
  gate: day('02-10'),
  chance: 0.7,
  p85: day('02-12'),
  model: 'queue',
  ...more,
});
const doneOn = (...days: [string, string][]): ReadonlyMap<string, CalendarDate> =>
  new Map(days.map(([id, on]) => [id, day(on)]));

test('Brier score: .9 .8 .6 .3 with 1 1 0 0 is .125', () => {
  const said = [
    [0.9, true],
    [0.8, true],
    [0.6, false],
    [0.3, false],
  ] as const;
  expect(brierScore(said.map(([chance, came]) => ({ chance, came })))).toBeCloseTo(0.125, 10);
});

describe('held against what came', () => {
  test.each<[string, KeptForecast[], ReadonlyMap<string, CalendarDate>, object]>([
    ['nothing kept', [], doneOn(['a', '02-10']), { scored: 0, held: 0, brier: null }],
    ['a release that is not done', [kept('01-20')], doneOn(), { scored: 0, held: 0 }],
    ['done on the day before the 85 % day', [kept('01-20')], doneOn(['a', '02-11']), { scored: 1, held: 1 }],
    ['done on it', [kept('01-20')], doneOn(['a', '02-12']), { scored: 1, held: 1 }],
    ['done the day after', [kept('01-20')], doneOn(['a', '02-13']), { scored: 1, held: 0 }],
    ['beyond a year holds', [kept('01-20', { p85: null })], doneOn(['a', '02-13']), { scored: 1, held: 1 }],
    ['kept after it was done', [kept('02-12')], doneOn(['a', '02-11']), { scored: 0 }],
    [
      'of several the last one a week before the gate',
      [
        kept('01-20', { p85: day('03-30') }),
        kept('02-03', { p85: day('02-11') }),
        kept('02-04', { p85: day('03-30') }),
      ],
      doneOn(['a', '02-12']),
      { scored: 1, held: 0 },
    ],
    [
      'only late ones: the first',
      [kept('02-08'), kept('02-09', { p85: day('02-10') })],
      doneOn(['a', '02-12']),
      { held: 1 },
    ],
    ['two devices', [kept('01-20'), kept('01-20')], doneOn(['a', '02-12']), { scored: 1, held: 1 }],
    [
      'two releases, one of which missed its gate',
      [kept('01-20', { chance: 0.9 }), kept('01-20', { release: 'b', chance: 0.6 })],
      doneOn(['a', '02-10'], ['b', '02-11']),
      { scored: 2, held: 2, brier: (0.01 + 0.36) / 2 },
    ],
  ])('%s', (_, list, done, record) => {
    const found = forecastRecord(list, done);
    expect({ ...found, brier: found.brier === null ? null : Number(found.brier.toFixed(10)) }).toMatchObject(record);
  });

  test.each([
    [2, 2, false, false, false],
    [3, 3, true, false, false],
    [4, 0, true, false, false],
    [5, 4, true, true, false],
    [10, 7, true, true, false],
    [10, 6, true, true, true],
  ])('%d scored, %d held', (scored, held, proven, telling, poor) => {
    const record: ForecastRecord = { scored, held, brier: 0.1 };
    expect([isProven(record), isTelling(record), isPoor(record)]).toEqual([proven, telling, poor]);
  });
});

describe('what is kept', () => {
  test.each<[string, Partial<KeptForecast>, boolean]>([
    ['the same on another day', { on: day('01-21') }, false],
    ['a chance that reads the same', { chance: 0.71 }, false],
    ['another chance', { chance: 0.76 }, true],
    ['another gate', { gate: day('02-11') }, true],
    ['another 85 % day', { p85: null }, true],
    ['another model', { model: 'slips' }, true],
  ])('%s', (_, more, isKept) => {
    expect(isNews(kept('01-20', more), kept('01-20'))).toBe(isKept);
  });

  test('the first one always is', () => {
    expect(isNews(kept('01-20'), undefined)).toBe(true);
  });

  test('a line reads back as it was; damaged ones are passed over', () => {
    for (const one of [kept('01-20'), kept('01-20', { p85: null, model: 'slips', release: 'v1 “x”' })])
      expect(parseHistoryLine(historyLine(one))).toEqual(one);
    const line = historyLine(kept('01-20'));
    for (const damaged of [
      line.slice(0, -3),
      line.replace('0.7', '7'),
      line.replace('0.7', '"0.7"'),
      line.replace('queue', 'oracle'),
      line.replace('2026-02-10', '2026-02-31'),
    ])
      expect(parseHistoryLine(damaged)).toBeNull();
  });
});
