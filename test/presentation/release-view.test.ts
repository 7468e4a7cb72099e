import fc from 'fast-check';
import { DEFAULT_BUSINESS_CALENDAR } from '../../src/domain/business-calendar';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { burnUp, outcomes } from '../../src/domain/forecast/burn-up';
import { chanceBy } from '../../src/domain/forecast/finish-curve';
import { queueFinish } from '../../src/domain/forecast/queue-model';
import { ended } from '../../src/domain/in-slices';
import type { Release } from '../../src/domain/release';
import { burnUpChart } from '../../src/presentation/release-view/burn-up-chart';
import type { BurnUpChart, ChartInputs } from '../../src/presentation/release-view/chart-frame';
import { releaseViewModel } from '../../src/presentation/release-view/release-view-model';
import { createAssessments } from '../../src/index/assessments';
import type { AssessedRelease } from '../../src/index/portfolio';
import { createReleaseIndex } from '../../src/index/release-index';
import { defaultSettings } from '../../src/settings/settings';
import { facts } from '../builders';

const TODAY = '2026-01-27' as CalendarDate;
const calendar = DEFAULT_BUSINESS_CALENDAR;
const PLAN = 'Active/Releases/v3.5 Reports/Plan.md';
const plan = (...lines: string[]): string =>
  [
    '---',
    'date: 2026-01-02',
    '---',
    '# Release: v3.5 (Reports)',
    '',
    '- Target date: 2026-02-15',
    '- Go/no-go: 2026-02-10',
    '- Owner: [[Sarah Kim]]',
    '- Tier: 2',
    '',
    ...lines,
    '',
  ].join('\n');
const WORK = [
  '## Product',
  '- [x] Copy approved ✅ 2026-01-07',
  '- [x] Feature complete ✅ 2026-01-05',
  '## QA',
  '- [x] Smoke test',
  '- [ ] Regression on Safari @tom (due Feb 3)',
  '- [ ] Nice to have (optional)',
  '- [-] Dropped',
];
const SYNC = ['# 2026-01-19 Sync', '', '## Release: v3.5 (Reports)', '### Checklist', '- [ ] Rights review', ''].join(
  '\n',
);

function assessed(notes: Readonly<Record<string, string>>, today: CalendarDate = TODAY): AssessedRelease {
  const index = createReleaseIndex('Active/Releases');
  const ids = index.apply(Object.entries(notes).map(([path, text]) => ({ path, facts: facts(path, text, today) })));
  const assessments = createAssessments(defaultSettings(), today);
  ended(assessments.update(ids, index.release, []));
  const [found] = assessments.assessed();
  if (!found) throw new Error('no release');
  return found;
}
const releaseOf = (...lines: string[]): Release => assessed({ [PLAN]: plan(...lines) }).release;

describe('what happened so far', () => {
  test('scope grows where a note states more, and work where it was done; optional and cancelled items are left out', () => {
    const { release } = assessed({ [PLAN]: plan(...WORK), 'Inbox/2026-01-19 Sync.md': SYNC });
    expect(burnUp(release, TODAY, calendar)).toMatchObject({
      start: '2026-01-02',
      today: 17,
      scope: [
        { day: 0, added: 4, total: 4, evidence: { path: PLAN, line: 12 } },
        { day: 11, added: 1, total: 5, evidence: { path: 'Inbox/2026-01-19 Sync.md', line: 5 } },
      ],
      done: [
        { day: 0, total: 1 },
        { day: 1, total: 2 },
        { day: 3, total: 3 },
      ],
    });
  });

  test('a completion before the first note moves the start', () => {
    const found = burnUp(releaseOf('## QA', '- [x] Smoke test ✅ 2025-12-30', '- [ ] Docs'), TODAY, calendar);
    expect([found?.start, found?.scope.map(({ day, total }) => [day, total])]).toEqual([
      '2025-12-30',
      [
        [0, 1],
        [3, 2],
      ],
    ]);
  });

  test('nothing to count', () => {
    expect(burnUp(releaseOf('## QA', '- [ ] Nice to have (optional)'), TODAY, calendar)).toBeNull();
  });
});

describe('equally likely outcomes', () => {
  test('as many lie before a day as its chance says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 3 }), { minLength: 10, maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 120 }),
        (days, open, day) => {
          const curve = ended(queueFinish(days, open));
          const inTime = outcomes(curve).filter((one) => one !== null && one <= day).length;
          expect(Math.abs(inTime - chanceBy(curve, day) * 20)).toBeLessThanOrEqual(0.5 + 1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the picture', () => {
  const inputs = (more: Partial<ChartInputs> = {}): ChartInputs => {
    const past = burnUp(releaseOf(...WORK), TODAY, calendar);
    if (!past) throw new Error('nothing to draw');
    return {
      burnUp: past,
      calendar,
      today: TODAY,
      goNoGo: '2026-02-10' as CalendarDate,
      target: '2026-02-15' as CalendarDate,
      outcomes: [6, 8, 8, 9, 10, 10, 10, 11, 14, 70],
      gate: '2026-02-10' as CalendarDate,
      ...more,
    };
  };
  const limit = (chart: BurnUpChart, kind: string): number | undefined =>
    chart.limits.find((one) => one.kind === kind)?.x;

  test.each([836, 600, 388, 240])('at %d px nothing leaves it, and no dot straddles the gate', (width) => {
    const chart = burnUpChart(inputs(), width);
    const gate = limit(chart, 'go-no-go') ?? NaN;
    for (const dot of chart.dots) {
      expect(dot.x + chart.dotSize / 2).toBeLessThanOrEqual(width);
      expect(dot.y).toBeGreaterThan(chart.plot.top - 20);
      if (dot.isInTime) expect(dot.x + chart.dotSize / 2).toBeLessThanOrEqual(gate + 1);
      else expect(dot.x - chart.dotSize / 2).toBeGreaterThanOrEqual(gate - 1);
    }
    for (const { label } of chart.limits) expect(label.x).toBeLessThanOrEqual(width);
    expect(chart.dots.filter(({ isInTime }) => isInTime)).toHaveLength(7);
    expect(chart.later?.text).toBe('1 later →');
  });

  test('a target on a Sunday stands at the end of the Friday, and the gate at the end of its own day', () => {
    const chart = burnUpChart(inputs(), 836);
    const day = (limit(chart, 'go-no-go') ?? 0) - (limit(chart, 'today') ?? 0);
    expect(day / 10).toBeCloseTo(14, 0);
    expect(((limit(chart, 'target') ?? 0) - (limit(chart, 'go-no-go') ?? 0)) / 14).toBeCloseTo(3, 1);
  });

  test('without a forecast there are no dots, and without dates no lines but today', () => {
    const chart = burnUpChart(inputs({ outcomes: [], goNoGo: null, target: null, gate: null }), 600);
    expect([chart.dots, chart.later, chart.limits.map(({ kind }) => kind)]).toEqual([[], null, ['today']]);
  });

  test('a date that has passed is not drawn ahead', () => {
    const chart = burnUpChart(inputs({ goNoGo: '2026-01-20' as CalendarDate }), 600);
    expect(chart.limits.map(({ kind }) => kind)).toEqual(['today', 'target']);
  });

  test('the table says the same', () => {
    expect(burnUpChart(inputs(), 600).table).toEqual([
      ['Fri Jan 2', '4 in scope'],
      ['Fri Jan 2', '1 done'],
      ['Mon Jan 5', '2 done'],
      ['Wed Jan 7', '3 done'],
      ['Wed Feb 4', 'done in 1 of 10 outcomes'],
      ['Fri Feb 6', 'done in 3 of 10 outcomes'],
      ['Mon Feb 9', 'done in 4 of 10 outcomes'],
      ['Tue Feb 10', 'done in 7 of 10 outcomes'],
      ['Wed Feb 11', 'done in 8 of 10 outcomes'],
      ['Mon Feb 16', 'done in 9 of 10 outcomes'],
      ['Later', '1 later →'],
    ]);
  });

  test('2,000 items over two years are drawn in the room there is', () => {
    const past = { ...inputs().burnUp, today: 500 };
    const chart = burnUpChart(inputs({ burnUp: past }), 388);
    expect(chart.plot.left).toBeLessThan(chart.plot.todayX);
    expect(chart.plot.right).toBeLessThanOrEqual(388);
  });
});

describe('the view', () => {
  const MORE = [
    '## Dependencies',
    '- [[Marketing]] needs 3 days notice for blog post',
    '- [[Support]] updating help docs, ETA Feb 9',
    '## Risks',
    '- Docs team at capacity',
    '- One critical bug still open',
  ];
  const model = releaseViewModel(assessed({ [PLAN]: plan(...WORK, ...MORE) }), { today: TODAY, calendar });

  test('head and stations', () => {
    expect(model).toMatchObject({
      title: 'v3.5 Reports',
      face: 'at-risk',
      facts: [
        ['Owner', 'Sarah Kim'],
        ['Tier', '2'],
        ['Last note', 'Fri Jan 2'],
      ],
      steps: [
        { name: 'Planned', note: 'Fri Jan 2', state: 'done' },
        { name: 'Decided', note: 'Tue Feb 10, in 14 days', state: 'current', place: { line: 7 } },
        { name: 'Released', note: 'Sun Feb 15, in 19 days', state: 'ahead', place: { line: 6 } },
        { name: 'Retro', note: 'by Fri Feb 27', state: 'ahead', place: null },
      ],
    });
  });

  test('readiness names what is open once, with its owner and day', () => {
    expect(
      model.readiness.map(({ section, count, boxes, open }) => [section.title, count, boxes.length, open]),
    ).toEqual([
      ['Product', '2 of 2', 2, 'All done'],
      ['QA', '1 of 3', 3, 'Open: Regression on Safari @tom (due Feb 3), Nice to have'],
    ]);
  });

  test('who needs and owes what, and the RAID log', () => {
    expect(model.stakeholders.map(({ who, needs, owes, by }) => [who, needs.length, owes.length, by])).toEqual([
      ['Marketing', 1, 0, 'Wed Feb 11'],
      ['Support', 0, 1, 'Mon Feb 9'],
    ]);
    expect(model.raid.map(({ type, severity, owner }) => [type, severity, owner])).toEqual([
      ['Risk', '', ''],
      ['Issue', 'critical', ''],
      ['Dependency', '', 'Marketing'],
      ['Dependency', '', 'Support'],
    ]);
  });

  test('every row has its line', () => {
    const places = [
      ...model.needs.flatMap(({ places }) => places),
      ...model.raid.map(({ place }) => place),
      ...model.dates.map(({ place }) => place),
      ...model.stakeholders.flatMap(({ needs, owes }) => [...needs, ...owes].map(({ place }) => place)),
    ];
    expect(places.length).toBeGreaterThan(8);
    for (const place of places) expect([place.path, place.line > 0]).toEqual([PLAN, true]);
  });

  test('a release that went out has neither forecast nor picture, and asks for its retro', () => {
    const out = plan(...WORK, '- Status: released').replace('- Tier: 2', '- Tier: 2\n- Status: shipped 2026-01-26');
    const shipped = releaseViewModel(assessed({ [PLAN]: out }), { today: TODAY, calendar });
    expect([shipped.face, shipped.forecast, shipped.chart]).toEqual(['released', null, null]);
    expect(shipped.steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'current']);
  });
});
