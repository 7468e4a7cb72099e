import { businessDaysBetween } from '../../src/domain/business-calendar';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { followUpsOf } from '../../src/domain/follow-up';
import { implementedInTime, improvementsOf, withReturns } from '../../src/domain/improvement';
import type { Release } from '../../src/domain/release';
import type { RiskAssessment } from '../../src/domain/risk/assess-risk';
import { isDecided, nextGate } from '../../src/domain/risk/gate';
import { type LevelHistories, withTransitions } from '../../src/domain/risk/level-transition';
import type { RiskLevel } from '../../src/domain/risk/risk-rule';
import { assess, facts, reasonOf, releasesOf } from '../builders';
import { DEFAULT_BUSINESS_CALENDAR } from '../../src/domain/business-calendar';

const day = (text: string): CalendarDate => text as CalendarDate;
const one = (notes: Readonly<Record<string, string>>, fileDate?: string): Release =>
  releasesOf(notes, fileDate)[0] as Release;
const HEAD = '# Release: v2.5 (Dashboard)\n';

describe('which note holds', () => {
  const dated = (target: string): string => `---\ndate: 2026-02-10\n---\n${HEAD}- Target date: ${target}\n`;
  const [PLAN, CHECKLIST, OTHER] = [
    'Active/Releases/Dash/Plan.md',
    'Active/Releases/Dash/Checklist.md',
    'Active/Releases/Dash/Page.md',
  ];

  it.each([
    ['the plan over the checklist', { [PLAN]: 'Mar 16', [CHECKLIST]: 'Mar 23' }, '2026-03-16'],
    ['the plan over any other', { [PLAN]: 'Mar 16', [OTHER]: 'Mar 23' }, '2026-03-16'],
    ['the checklist over any other', { [CHECKLIST]: 'Mar 16', [OTHER]: 'Mar 23' }, '2026-03-16'],
    ['the plan over both', { [OTHER]: 'Mar 30', [CHECKLIST]: 'Mar 23', [PLAN]: 'Mar 16' }, '2026-03-16'],
  ])('on one day: %s', (_name, notes, target) => {
    const entries = Object.entries(notes).map(([path, date]) => [path, dated(date)] as const);
    for (const order of [entries, [...entries].reverse()])
      expect(one(Object.fromEntries(order)).target?.value.date).toBe(target);
  });

  it('a later day over the plan', () => {
    expect(
      one({
        [PLAN]: dated('Mar 16'),
        'Inbox/Meetings/2026-02-11 Sync.md': `# 2026-02-11 Sync\n\n## Release: v2.5 (Dashboard)\n- Target date: Mar 23\n`,
      }).target?.value.date,
    ).toBe('2026-03-23');
  });
});

describe('whether the go/no-go is decided', () => {
  /** Go/no-go on Mar 17, set on Mar 2; the decision is of `made`. */
  const release = (made: string, { word = 'go', weak = false } = {}): Release =>
    one(
      {
        'Inbox/2026-03-02 Plan.md': `# 2026-03-02 Release: v2.5 (Dashboard)\n- Target date: Mar 20\n- Go/no-go: Mar 17\n`,
        [weak ? 'Active/Releases/v2.5 Dashboard/Notes.md' : `Inbox/Meetings/${made} Sync.md`]: weak
          ? `## Decision\nDecision: ${word}\n`
          : `# ${made} Sync\n\n## Release: v2.5 (Dashboard)\nDecision: ${word}\n`,
      },
      made,
    );

  it.each([
    ['the day before the date was set', '2026-03-01', false],
    ['the day on which it was set', '2026-03-02', true],
    ['the day before the go/no-go', '2026-03-16', true],
    ['on its day', '2026-03-17', true],
    ['the day after', '2026-03-18', true],
  ])('%s', (_name, made, decided) => {
    expect(isDecided(release(made))).toBe(decided);
  });

  it.each([
    ['fifteen days before, by the file’s time', '2026-03-02', false],
    ['fourteen days before', '2026-03-03', true],
    ['thirteen days before', '2026-03-04', true],
  ])('where only the file’s time says when: %s', (_name, made, decided) => {
    const found = release(made, { weak: true });
    expect([found.decision?.evidence.weak, isDecided(found)]).toEqual([true, decided]);
  });

  it.each([
    ['go', '2026-03-20'],
    ['conditional go', '2026-03-20'],
    ['no-go', '2026-03-17'],
    ['postponed', '2026-03-17'],
  ])('after “%s” the next gate is %s', (word, gate) => {
    expect(nextGate(release('2026-03-17', { word }))).toBe(gate);
  });

  it('without a go/no-go any decision counts, and the gate is the target', () => {
    const found = one({
      'Inbox/2026-03-02 Plan.md': '# 2026-03-02 Release: v2.5 (Dashboard)\n- Target date: Mar 20\nDecision: go\n',
    });
    expect([isDecided(found), nextGate(found)]).toEqual([true, '2026-03-20']);
  });
});

describe('thresholds of risk', () => {
  const moved = (to: string): RiskAssessment =>
    assess(
      '# 2026-03-02 Release: v2.5 (Dashboard)\n- Target date: Mar 20\n- Owner: Ann\n- [ ] QA\n',
      '2026-03-04',
      undefined,
      { 'Inbox/2026-03-03 Sync.md': `# 2026-03-03 Release: v2.5 (Dashboard)\n- Target date: ${to}\n` },
    );

  it.each([
    ['nine business days', 'Apr 2', null],
    ['ten', 'Apr 3', null],
    ['eleven', 'Apr 6', 'far'],
  ])('R11 after a move by %s', (_name, to, variant) => {
    expect(reasonOf(moved(to), 'R11')?.variant ?? null).toBe(variant);
  });

  /** Four items from the start (Mar 2) and one that comes on `day`; the gate is Mar 31, 21 business days on. */
  const grown = (on: string, more: number, path = `Inbox/${on} Sync.md`): RiskAssessment =>
    assess(
      [
        '# 2026-03-02 Release: v2.5 (Dashboard)',
        '- Target date: Mar 31',
        '- Owner: Ann',
        '## Checklist',
        ...Array.from({ length: 4 }, (_, at) => `- [ ] early item number ${'abcd'[at] ?? ''}${at}`),
        '',
      ].join('\n'),
      '2026-03-30',
      undefined,
      {
        [path]: `# ${path.includes(on) ? `${on} ` : ''}Release: v2.5 (Dashboard)\n## Checklist\n${Array.from({ length: more }, (_, at) => `- [ ] late matter of sort ${'wxyz'[at] ?? ''}${at}\n`).join('')}`,
      },
    );

  it.each([
    ['in the middle third', '2026-03-18', 2, null],
    ['on its last day', '2026-03-20', 2, null],
    ['on the first day of the last third', '2026-03-23', 2, 'grew'],
    ['by less than a quarter of four', '2026-03-23', 0, null],
    ['by a quarter of four', '2026-03-23', 1, 'grew'],
  ])('R14 where the checklist grew %s', (_name, on, more, variant) => {
    expect(reasonOf(grown(on, more), 'R14')?.variant ?? null).toBe(variant);
  });

  it('R14 does not count items of notes that have no day', () => {
    expect(reasonOf(grown('2026-03-23', 2, 'Active/Releases/v2.5 Dashboard/Checklist.md'), 'R14')).toBeNull();
  });
});

describe('business days', () => {
  const holidays = { ...DEFAULT_BUSINESS_CALENDAR, holidays: [day('2026-03-13')] };

  it.each([
    ['the holiday is the day from which is counted', '2026-03-13', '2026-03-16', 1],
    ['it is the last day', '2026-03-12', '2026-03-13', 0],
    ['it lies between', '2026-03-12', '2026-03-16', 1],
    ['it is the day after the last', '2026-03-11', '2026-03-12', 1],
  ])('%s', (_name, from, to, count) => {
    expect(businessDaysBetween(day(from), day(to), holidays)).toBe(count);
    expect(businessDaysBetween(day(to), day(from), holidays)).toBe(count === 0 ? -0 : -count);
  });
});

describe('who owes what', () => {
  const state = (action: string, need: string): string | undefined =>
    followUpsOf(
      one({
        'Inbox/2026-03-02 Plan.md': `# 2026-03-02 Release: v2.5 (Dashboard)\n- Target date: Mar 20\n\n## Dependencies\n- ${need}\n\n## Action items\n- ${action}\n`,
      }),
      DEFAULT_BUSINESS_CALENDAR,
    )[0]?.state;

  it.each([
    ['we did what they need', '[x] Send the deck to Marketing', 'Marketing needs the deck', 'done'],
    ['we still have to', '[ ] Send the deck to Marketing', 'Marketing needs the deck', 'open'],
    ['we got what they owe', '[x] Get the deck from Marketing', 'Marketing to deliver the deck', 'done'],
    ['we only reminded them', '[x] Remind Marketing of the deck', 'Marketing to deliver the deck', 'open'],
  ])('%s', (_name, action, need, expected) => {
    expect(state(action, need)).toBe(expected);
  });
});

describe('improvements', () => {
  const retro = (path: string, on: string, line: string): ReturnType<typeof improvementsOf> =>
    improvementsOf(facts(path, `# ${on} Retro\n\n## Action items\n- ${line}\n`));
  const done = '[x] Freeze the schema a week earlier [evidence:: [[Run]]] [completion:: 2026-02-01]';

  it.each([
    ['a later retro asks for the same', 'Inbox/2026-02-02 Retro.md', '2026-02-02', 'Inbox/2026-02-01 Retro.md'],
    ['one of the same day does', 'Inbox/2026-02-01 Retro b.md', '2026-02-01', null],
    ['an earlier one did', 'Inbox/2026-01-31 Retro.md', '2026-01-31', null],
  ])('what was done came back where %s', (_name, path, on, from) => {
    const all = withReturns([
      ...retro('Inbox/2026-02-01 Retro.md', '2026-02-01', done),
      ...retro(path, on, '[ ] Freeze the schema a week earlier'),
    ]);
    expect(all.find(({ evidence }) => evidence.path === path)?.cameBackFrom).toBe(from);
  });

  it.each([
    ['the day before the second release', '2026-03-09', [1, 1]],
    ['on its day', '2026-03-10', [1, 1]],
    ['the day after', '2026-03-11', [0, 1]],
  ])('done %s counts as in time or not', (_name, on, counts) => {
    const releases = ['2026-02-10', '2026-03-10'].map((shipped, at) =>
      one({ [`Inbox/${shipped} Log.md`]: `# ${shipped} Release: v${at + 1}.0 (Part${at})\n- Status: released\n` }),
    );
    const found = implementedInTime(
      retro('Inbox/2026-02-01 Retro.md', '2026-02-01', done.replace('2026-02-01]', `${on}]`)),
      releases,
      day('2026-04-01'),
    );
    expect([found.inTime, found.all]).toEqual(counts);
  });
});

describe('the history of levels', () => {
  const at = (level: RiskLevel): { release: Release; assessment: RiskAssessment } => ({
    release: { id: 'r' } as Release,
    assessment: { level, reasons: [] } as unknown as RiskAssessment,
  });

  it('keeps the newest changes, and drops the oldest', () => {
    let histories: LevelHistories = {};
    for (let turn = 0; turn < 30; turn++)
      histories = withTransitions(
        histories,
        [at(turn % 2 === 0 ? 'on-track' : 'at-risk')],
        day(`2026-03-${String(turn + 1).padStart(2, '0')}`),
      );
    const kept = histories.r?.transitions ?? [];
    expect([kept.length, kept[0]?.on, kept[kept.length - 1]?.on]).toEqual([20, '2026-03-11', '2026-03-30']);
  });

  it('a first look is no change, and the same level again is none', () => {
    const first = withTransitions({}, [at('at-risk')], day('2026-03-01'));
    expect(first.r).toEqual({ level: 'at-risk', transitions: [] });
    expect(withTransitions(first, [at('at-risk')], day('2026-03-02'))).toBe(first);
  });
});
