import fc from 'fast-check';
import { businessDaysBetween, DEFAULT_BUSINESS_CALENDAR as CALENDAR } from '../../../src/domain/business-calendar';
import { addDays, type CalendarDate } from '../../../src/domain/calendar-date';
import {
  CLOSE_DAYS,
  collisionsIn,
  type DatedAsk,
  mondayOf,
  partyWeeks,
} from '../../../src/domain/portfolio/collisions';

const TODAY = '2026-01-27' as CalendarDate;
const ask = (party: string, release: string, due: string): DatedAsk => ({
  party,
  release,
  due: due as CalendarDate,
  followUp: null as never,
});
const said = (asks: readonly DatedAsk[]): string[] =>
  collisionsIn(asks, TODAY, CALENDAR).map(
    ({ party, asks: list, within }) => `${party} ${list.map(({ release }) => release).join('+')} ${within}`,
  );

describe('one party that several releases need at nearly the same time', () => {
  test.each<[string, DatedAsk[], string[]]>([
    ['five working days apart', [ask('Docs', 'a', '2026-02-02'), ask('docs', 'b', '2026-02-09')], ['Docs a+b 5']],
    ['six working days apart', [ask('Docs', 'a', '2026-02-02'), ask('Docs', 'b', '2026-02-10')], []],
    ['one release alone', [ask('Docs', 'a', '2026-02-02'), ask('Docs', 'a', '2026-02-03')], []],
    ['two parties', [ask('Docs', 'a', '2026-02-02'), ask('Legal', 'b', '2026-02-02')], []],
    ['on one day', [ask('Docs', 'a', '2026-02-02'), ask('@docs', 'b', '2026-02-02')], ['Docs a+b 0']],
    [
      'one release before the two that meet',
      [ask('Legal', 'a', '2026-02-02'), ask('Legal', 'a', '2026-02-09'), ask('Legal', 'b', '2026-02-10')],
      ['Legal a+b 1'],
    ],
    [
      'a chain',
      [
        ask('D', 'a', '2026-02-02'),
        ask('D', 'b', '2026-02-03'),
        ask('D', 'a', '2026-02-09'),
        ask('D', 'c', '2026-02-10'),
      ],
      ['D a+b+a+c 6'],
    ],
    ['yesterday', [ask('Docs', 'a', '2026-01-26'), ask('Docs', 'b', '2026-01-27')], []],
  ])('%s', (_, asks, expected) => {
    expect(said(asks)).toEqual(expected);
  });

  it('whatever is asked: each run is of one party and holds those that meet, no others', () => {
    const any = fc.record({
      party: fc.constantFrom('Docs', 'Legal'),
      release: fc.constantFrom('a', 'b', 'c'),
      day: fc.integer({ min: -10, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (given) => {
        const asks = given
          .map(({ party, release, day }) => ask(party, release, addDays(TODAY, day)))
          .sort((a, b) => (a.due < b.due ? -1 : 1));
        const found = collisionsIn(asks, TODAY, CALENDAR);
        const listed = found.flatMap(({ asks: list }) => list);
        expect(new Set(listed).size).toBe(listed.length);
        // Any two that meet are in one run, and who meets nobody is in none.
        const ahead = asks.filter(({ due }) => due >= TODAY);
        const meets = (one: DatedAsk, other: DatedAsk): boolean =>
          one.party === other.party &&
          one.release !== other.release &&
          Math.abs(businessDaysBetween(one.due, other.due, CALENDAR)) <= CLOSE_DAYS;
        for (const one of ahead) {
          const run = found.find(({ asks: list }) => list.includes(one));
          for (const other of ahead.filter((candidate) => meets(one, candidate)))
            expect(run?.asks.includes(other)).toBe(true);
          expect(run !== undefined).toBe(ahead.some((other) => meets(one, other)));
        }
        for (const { party, asks: list } of found) {
          const [first, last] = [list[0], list[list.length - 1]];
          expect(new Set(list.map(({ release }) => release)).size).toBeGreaterThan(1);
          expect(list.every((one) => one.party === party && one.due >= TODAY)).toBe(true);
          expect(first && last && first.due <= last.due).toBe(true);
        }
      }),
    );
  });

  it('weeks begin on Monday, and every ask of them stands in exactly one', () => {
    expect(mondayOf('2026-02-01' as CalendarDate)).toBe('2026-01-26');
    expect(mondayOf('2026-02-02' as CalendarDate)).toBe('2026-02-02');
    const rows = partyWeeks(
      [
        ask('Docs', 'a', '2026-01-26'),
        ask('Docs', 'b', '2026-02-01'),
        ask('Docs', 'c', '2026-02-02'),
        ask('Legal', 'a', '2026-04-01'),
      ],
      TODAY,
      2,
    );
    expect(rows.map(({ party, weeks }) => [party, weeks.map(({ length }) => length)])).toEqual([['Docs', [2, 1]]]);
  });
});
