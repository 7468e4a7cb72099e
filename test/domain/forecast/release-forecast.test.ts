import type { CalendarDate } from '../../../src/domain/calendar-date';
import type { HistoryEntry, TickChange } from '../../../src/domain/history-entry';
import { historyLine, parseHistoryLine } from '../../../src/domain/history-line';
import { ended } from '../../../src/domain/in-slices';
import { createAssessments } from '../../../src/index/assessments';
import type { AssessedRelease } from '../../../src/index/portfolio';
import { keptForecasts } from '../../../src/index/note-histories';
import { createReleaseIndex } from '../../../src/index/release-index';
import { tickChanges } from '../../../src/domain/tick-history';
import { defaultSettings } from '../../../src/settings/settings';
import { facts } from '../../builders';

const day = (text: string): CalendarDate => text as CalendarDate;
const NOTE = 'Active/Releases/v2.6 Atlas/Plan.md';
const HISTORY = 'System/Shipshape/History Desktop k7f3 2026.md';
const history = (...entries: HistoryEntry[]): string =>
  `# History\n\n\`\`\`jsonl\n${entries.map(historyLine).join('\n')}\n\`\`\`\n`;
const tick = (on: string, item: string, done = true, note = NOTE): TickChange => ({
  kind: 'tick',
  on: day(on),
  note,
  release: '2.6 atlas',
  item,
  done,
});
const plan = (...lines: string[]): string =>
  [
    '---',
    'date: 2026-01-05',
    '---',
    '# Release: v2.6 (Atlas)',
    '- Target date: 2026-03-20',
    '',
    '## Checklist',
    ...lines,
    '',
  ].join('\n');

function assessed(notes: Readonly<Record<string, string>>, today: string): AssessedRelease[] {
  const index = createReleaseIndex('Active/Releases');
  const changed = index.apply(Object.entries(notes).map(([path, text]) => ({ path, facts: facts(path, text, today) })));
  const kept = keptForecasts(Object.entries(notes).map(([path, text]) => facts(path, text, today)));
  const assessments = createAssessments(defaultSettings(), day(today));
  ended(assessments.update(changed, index.release, kept));
  return [...assessments.assessed()];
}
const completions = (notes: Readonly<Record<string, string>>): (string | null)[] =>
  (assessed(notes, '2026-02-20')[0]?.release.items ?? []).map(({ completion }) =>
    completion ? `${completion.source} ${completion.on}` : null,
  );

describe('ticks that were seen', () => {
  const before = facts(NOTE, plan('- [ ] QA', '- [x] Docs', '- [ ] Same', '- [ ] Same'));
  test.each<[string, string, object[]]>([
    ['a tick', plan('- [x] QA', '- [x] Docs'), [{ item: 'qa', done: true }]],
    ['a tick taken back', plan('- [ ] QA', '- [ ] Docs'), [{ item: 'docs', done: false }]],
    ['a tick with its day', plan('- [x] QA ✅ 2026-02-03', '- [x] Docs'), [{ item: 'qa', done: true }]],
    ['moved and indented', plan('- [x] Docs', '    - [ ] QA'), []],
    ['a box that is new and ticked', plan('- [ ] QA', '- [x] Docs', '- [x] New'), []],
    ['one of two that say the same', plan('- [ ] QA', '- [x] Docs', '- [x] Same', '- [ ] Same'), []],
    ['cancelled', plan('- [-] QA', '- [x] Docs'), []],
  ])('%s', (_, text, seen) => {
    expect(tickChanges(before, facts(NOTE, text), day('2026-02-03'))).toEqual(
      seen.map((one) => ({ kind: 'tick', on: '2026-02-03', note: NOTE, release: '2.6 atlas', ...one })),
    );
  });

  test('a line of the history reads back as it was', () => {
    for (const entry of [tick('2026-02-03', 'qa'), tick('2026-02-03', 'say “hi” {}', false)])
      expect(parseHistoryLine(historyLine(entry))).toEqual(entry);
  });
});

describe('when an item was done', () => {
  const done = plan('- [x] QA');
  test.each<[string, Readonly<Record<string, string>>, string | null]>([
    ['nobody saw it', { [NOTE]: done }, null],
    ['its line says so', { [NOTE]: plan('- [x] QA ✅ 2026-02-03') }, 'stated 2026-02-03'],
    ['its field says so', { [NOTE]: plan('- [x] QA [completion:: 2026-02-03]') }, 'stated 2026-02-03'],
    ['it was seen', { [NOTE]: done, [HISTORY]: history(tick('2026-02-03', 'qa')) }, 'observed 2026-02-03'],
    [
      'it was seen twice, by clocks apart',
      {
        [NOTE]: done,
        [HISTORY]: history(tick('2026-02-03', 'qa')),
        'System/Shipshape/History Phone 2026.md': history(tick('2026-02-04', 'qa')),
      },
      'observed 2026-02-03',
    ],
    [
      'taken back and ticked again',
      {
        [NOTE]: done,
        [HISTORY]: history(tick('2026-02-03', 'qa'), tick('2026-02-05', 'qa', false), tick('2026-02-09', 'qa')),
      },
      'observed 2026-02-09',
    ],
    [
      'taken back at once and ticked again',
      {
        [NOTE]: done,
        [HISTORY]: history(tick('2026-02-03', 'qa'), tick('2026-02-03', 'qa', false), tick('2026-02-03', 'qa')),
      },
      'observed 2026-02-03',
    ],
    [
      'its line says more than what was seen',
      { [NOTE]: plan('- [x] QA ✅ 2026-02-02'), [HISTORY]: history(tick('2026-02-03', 'qa')) },
      'stated 2026-02-02',
    ],
    ['the tick of another item', { [NOTE]: done, [HISTORY]: history(tick('2026-02-03', 'docs')) }, null],
    ['seen and open again', { [NOTE]: plan('- [ ] QA'), [HISTORY]: history(tick('2026-02-03', 'qa')) }, null],
    [
      'a doubled history',
      {
        [NOTE]: done,
        [HISTORY]: history(tick('2026-02-03', 'qa')),
        'System/Shipshape/History Desktop k7f3 2026 2026.md': history(tick('2026-02-03', 'qa')),
      },
      'observed 2026-02-03',
    ],
    ['a truncated history', { [NOTE]: done, [HISTORY]: `${history(tick('2026-02-03', 'qa')).slice(0, 90)}` }, null],
    [
      'the note moved',
      {
        [NOTE]: done,
        [HISTORY]: history(tick('2026-02-03', 'qa', true, 'Inbox/Plan.md'), {
          kind: 'moved',
          on: day('2026-02-04'),
          from: 'Inbox/Plan.md',
          to: NOTE,
        }),
      },
      'observed 2026-02-03',
    ],
    [
      'a later meeting shows it done',
      {
        'Inbox/2026-01-22 sync.md': '# 2026-01-22 Sync\n\n## Release: v2.6 (Atlas)\n### Checklist\n- [ ] QA\n',
        'Inbox/2026-01-29 sync.md': '# 2026-01-29 Sync\n\n## Release: v2.6 (Atlas)\n### Checklist\n- [x] QA\n',
      },
      'between-notes 2026-01-29',
    ],
    [
      'the first of two meetings that show it done',
      {
        'Inbox/2026-01-22 sync.md': '# 2026-01-22 Sync\n\n## Release: v2.6 (Atlas)\n### Checklist\n- [ ] QA\n',
        'Inbox/2026-01-29 sync.md': '# 2026-01-29 Sync\n\n## Release: v2.6 (Atlas)\n### Checklist\n- [x] QA\n',
        'Inbox/2026-02-05 sync.md': '# 2026-02-05 Sync\n\n## Release: v2.6 (Atlas)\n### Checklist\n- [x] QA\n',
      },
      'between-notes 2026-01-29',
    ],
  ])('%s', (_, notes, completion) => {
    expect(completions(notes)).toEqual([completion]);
  });
});

describe('a release and its forecast', () => {
  const items = (done: number, open: number): string[] => [
    ...Array.from(
      { length: done },
      (_, at) => `- [x] Done ${'abcdefghij'[at]} ✅ 2026-01-${String(6 + 2 * at).padStart(2, '0')}`,
    ),
    ...Array.from({ length: open }, (_, at) => `- [ ] Open ${'abcdefghij'[at]} @ann`),
  ];
  const one = (text: string, today: string): AssessedRelease => {
    const [found] = assessed({ [NOTE]: text }, today);
    if (!found) throw new Error('no release');
    return found;
  };

  test('counts from the first day of the release to today, and only what is required', () => {
    const { assessment } = one(plan(...items(6, 3), '- [ ] Nice to have (optional)', '- [-] Dropped'), '2026-02-02');
    expect(assessment.outlook.result?.inputs).toMatchObject({
      total: 9,
      open: [{ title: 'Open a @ann' }, { title: 'Open b @ann' }, { title: 'Open c @ann' }],
      // January 6, 8, 10 (a Saturday: counted on the Friday), 12, 14 and 16; from Monday the 5th.
      days: [0, 1, 0, 1, 1, 1, 0, 1, 0, 1, ...Array.from({ length: 11 }, () => 0)],
    });
  });

  test('a completion after today does not count', () => {
    const { assessment } = one(plan('- [x] QA ✅ 2027-01-01', '- [ ] Docs'), '2026-02-02');
    expect(assessment.outlook.result?.inputs.days.some((count) => count > 0)).toBe(false);
  });

  test.each([
    ['far from the gate', '2026-02-02', null],
    ['near the gate', '2026-03-13', 'amber 15'],
  ])('R4 %s', (_, today, said) => {
    const { assessment } = one(plan(...items(9, 3)), today);
    const reason = assessment.reasons.find(({ rule }) => rule === 'R4');
    expect(reason ? `${reason.severity} ${reason.weight}` : null).toBe(said);
  });

  test('without ticks there is no number and no reason', () => {
    const { assessment } = one(plan('- [x] QA', '- [ ] Docs @ann'), '2026-02-02');
    expect(assessment.outlook.result?.none).toMatchObject({
      cause: 'little-history',
      completions: { have: 0, need: 5 },
    });
    expect(assessment.reasons.some(({ rule }) => rule === 'R4')).toBe(false);
  });

  test('what a finished release says reaches the others of its tier, and goes with it', () => {
    const finished = (name: string, month: string): string =>
      [
        `# 2025-${month}-01 Release: ${name}`,
        `- Target date: 2025-${month}-20`,
        `- Status: released`,
        `- Shipped: 2025-${month}-21`,
        '## Checklist',
        ...['a', 'b', 'c'].map((item, at) => `- [x] Step ${item} ✅ 2025-${month}-${18 + at}`),
        '',
      ].join('\n');
    const notes: Record<string, string> = { [NOTE]: plan('- [ ] QA @ann', '- [ ] Docs @bo') };
    for (const [name, month] of [
      ['v1.0', '08'],
      ['v1.1', '09'],
      ['v1.2', '10'],
    ] as const)
      notes[`Archive/${name}.md`] = finished(name, month);
    const of = (given: typeof notes): AssessedRelease | undefined =>
      assessed(given, '2026-02-02').find(({ release }) => release.version === '2.6');
    expect(of(notes)?.assessment.outlook.result?.forecast).toMatchObject({
      sample: { model: 'slips', releases: 3, items: 9 },
      baseRate: { made: 3, of: 3 },
      gate: 1,
    });
    delete notes['Archive/v1.1.md'];
    expect(of(notes)?.assessment.outlook.result?.none).toBeDefined();
  });
});
