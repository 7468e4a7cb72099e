import fc from 'fast-check';
import type { CalendarDate } from '../../../src/domain/calendar-date';
import { outOfTwenty } from '../../../src/domain/forecast/score';
import { lookAt, type ForecastLook, lookIn, type Movement, whyMoved } from '../../../src/domain/forecast/why-moved';
import { ended } from '../../../src/domain/in-slices';
import { createAssessments } from '../../../src/index/assessments';
import type { AssessedRelease } from '../../../src/index/portfolio';
import { createReleaseIndex } from '../../../src/index/release-index';
import { defaultSettings } from '../../../src/settings/settings';
import { facts } from '../../builders';

const PATH = 'Active/Releases/v2.6 Atlas/Plan.md';
const THEN = '2026-02-03';

interface Scene {
  readonly today: string;
  readonly gate: string;
  readonly open: number;
  /** Days of February on which further items were ticked. */
  readonly ticked: readonly number[];
}

/** Ten items done in January, one every second working day or so; what changes in February is the scene. */
function release({ today, gate, open, ticked }: Scene): AssessedRelease {
  const two = (day: number): string => String(day).padStart(2, '0');
  const text = [
    '---\ndate: 2026-01-05\n---',
    '# Release: v2.6 (Atlas)',
    `- Go/no-go decision: ${gate}\n`,
    '## Checklist',
    ...Array.from({ length: 10 }, (_, at) => `- [x] Early ${at} ✅ 2026-01-${two(6 + 2 * at)}`),
    ...ticked.map((day, at) => `- [x] Work ${at} ✅ 2026-02-${two(day)}`),
    ...Array.from({ length: open }, (_, at) => `- [ ] Work ${ticked.length + at}`),
    '',
  ].join('\n');
  const index = createReleaseIndex('Active/Releases');
  const changed = index.apply([{ path: PATH, facts: facts(PATH, text, today) }]);
  const assessments = createAssessments(defaultSettings(), today as CalendarDate);
  ended(assessments.update(changed, index.release, []));
  const [found] = assessments.assessed();
  if (!found) throw new Error('no release');
  return found;
}

const look = (scene: Scene): ForecastLook | null => {
  const { release: read, assessment } = release(scene);
  return lookAt(read, assessment.outlook.result);
};
const moved = (from: ForecastLook | null, to: Scene): Movement | null => {
  const { release: read, assessment } = release(to);
  return from && ended(whyMoved(from, read, assessment.outlook.result));
};
const START: Scene = { today: THEN, gate: '2026-02-17', open: 5, ticked: [] };

describe('why a forecast is another than at the last look', () => {
  test.each<[string, Partial<Scene>, string, 1 | -1]>([
    ['items that were added', { open: 7 }, 'scope', -1],
    ['items that went', { open: 3 }, 'scope', 1],
    ['a gate that moved closer', { gate: '2026-02-10' }, 'dates', -1],
    ['a gate that moved away', { gate: '2026-02-27' }, 'dates', 1],
    ['days that went by', { today: '2026-02-10' }, 'calendar', -1],
    ['items ticked on the same day', { open: 3, ticked: [3, 3] }, 'ticks', 1],
  ])('%s', (_, change, cause, sign) => {
    const found = moved(look(START), { ...START, ...change });
    const [first, ...others] = found?.parts ?? [];
    expect(first?.cause).toBe(cause);
    expect(Math.sign(first?.by ?? 0)).toBe(sign);
    expect(others.filter((part) => part.cause !== 'together')).toEqual([]);
    expect((found?.to ?? 0) - (found?.from ?? 0)).toBe(found?.parts.reduce((sum, { by }) => sum + by, 0));
  });

  it('a week in which both work and time went: each is told apart', () => {
    const found = moved(look(START), { today: '2026-02-10', gate: '2026-02-17', open: 4, ticked: [5, 9] });
    expect(found?.parts.map(({ cause, count }) => [cause, count])).toEqual(
      expect.arrayContaining([
        ['ticks', 2],
        ['calendar', 5],
      ]),
    );
    expect(found?.parts.find(({ cause }) => cause === 'ticks')?.by).toBeGreaterThan(0);
    expect(found?.parts.find(({ cause }) => cause === 'calendar')?.by).toBeLessThan(0);
  });

  it('whatever changed: the parts make up the whole, and the same look moves nothing', () => {
    const scene = fc.record({
      today: fc.integer({ min: 3, max: 20 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
      gate: fc.integer({ min: 20, max: 28 }).map((day) => `2026-02-${day}`),
      open: fc.integer({ min: 1, max: 9 }),
      ticked: fc.array(fc.integer({ min: 3, max: 20 }), { maxLength: 4 }),
    });
    const before = look(START);
    fc.assert(
      fc.property(scene, (given) => {
        const to = { ...given, ticked: given.ticked.filter((day) => day <= Number(given.today.slice(-2))) };
        const found = moved(before, to);
        const now = look(to);
        if (!found) return now === null || outOfTwenty(now.chance) === outOfTwenty(before?.chance ?? 0);
        expect(found.parts.reduce((sum, { by }) => sum + by, 0)).toBe(found.to - found.from);
        expect(found.parts.every(({ by }) => by !== 0)).toBe(true);
        expect(moved(now, to)).toBeNull();
        return true;
      }),
      { numRuns: 60 },
    );
  });

  it('what is remembered of a look comes back as it was, and damaged as none', () => {
    const kept = look(START);
    expect(lookIn(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    for (const damaged of [null, 3, {}, { ...kept, days: ['x'] }, { ...kept, open: [3] }, { ...kept, on: 'today' }])
      expect(lookIn(damaged)).toBeNull();
  });
});
