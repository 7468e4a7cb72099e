import { DEFAULT_BUSINESS_CALENDAR } from '../../../src/domain/business-calendar';
import type { CalendarDate } from '../../../src/domain/calendar-date';
import { assessRisk } from '../../../src/domain/risk/assess-risk';
import { DEFAULT_RISK_POLICY, RULE_IDS } from '../../../src/domain/risk/risk-policy';
import { createPortfolio } from '../../../src/index/portfolio';
import { createReleaseIndex } from '../../../src/index/release-index';
import { wordReason } from '../../../src/presentation/reason-wording';
import { assess, facts, reasonOf, releaseNote, releasesOf } from '../../builders';

type Case = readonly [rule: string, name: string, note: string, today: string, expected: string];

const OPEN = ['## Checklist', '- [ ] Docs @ann', '- [x] Build'];
const DONE = ['## Checklist', '- [x] Docs', '- [x] Build'];

// Each line is a rule's example: the note, the day, and the severity with its weight ("-" for silence).
const CASES: readonly Case[] = [
  ['R1', 'open six business days before the gate', releaseNote(OPEN), '2026-03-09', '-'],
  ['R1', 'open five business days before the gate', releaseNote(OPEN), '2026-03-10', 'amber 15'],
  ['R1', 'open two business days before the gate', releaseNote(OPEN), '2026-03-13', 'red 30'],
  ['R1', 'open after the gate', releaseNote(OPEN), '2026-03-18', 'red 30'],
  ['R1', 'only an optional item open', releaseNote(['- [ ] Video (optional)', '- [x] Build']), '2026-03-16', '-'],
  ['R1', 'only a cancelled item left', releaseNote(['- [-] Video', '- [x] Build']), '2026-03-16', '-'],
  ['R2', 'the day before the go/no-go', releaseNote(DONE), '2026-03-16', '-'],
  ['R2', 'the day of the go/no-go', releaseNote(DONE), '2026-03-17', 'amber 10'],
  ['R2', 'one business day later', releaseNote(DONE), '2026-03-18', 'amber 10'],
  ['R2', 'two business days later', releaseNote(DONE), '2026-03-19', 'red 30'],
  ['R2', 'decided', releaseNote([...DONE, '', 'Decision: GO']), '2026-03-19', '-'],
  ['R3', 'on the target day', releaseNote(DONE), '2026-03-20', '-'],
  ['R3', 'the day after', releaseNote(DONE), '2026-03-21', 'red 40'],
  [
    'R5',
    'arrives before the gate',
    releaseNote(['## Dependencies', '- [[Support]] updating docs, ETA Mar 16']),
    '2026-03-02',
    '-',
  ],
  [
    'R5',
    'arrives after the gate',
    releaseNote(['## Dependencies', '- [[Support]] updating docs, ETA Mar 18']),
    '2026-03-02',
    'amber 15',
  ],
  [
    'R5',
    'arrives after the target',
    releaseNote(['## Dependencies', '- [[Support]] updating docs, ETA Mar 24']),
    '2026-03-02',
    'red 30',
  ],
  [
    'R5',
    'settled',
    releaseNote(['## Dependencies', '- [[Support]] updating docs, ETA Mar 24 (done)']),
    '2026-03-02',
    '-',
  ],
  [
    'R6',
    'three business days left',
    releaseNote(['## Dependencies', '- [[Marketing]] needs 3 days notice for the post']),
    '2026-03-12',
    '-',
  ],
  [
    'R6',
    'two business days left',
    releaseNote(['## Dependencies', '- [[Marketing]] needs 3 days notice for the post']),
    '2026-03-13',
    'amber 12',
  ],
  [
    'R6',
    'passed',
    releaseNote(['## Dependencies', '- [[Marketing]] needs 3 days notice for the post']),
    '2026-03-18',
    'amber 25',
  ],
  [
    'R6',
    'passed and the target is tomorrow',
    releaseNote(['## Dependencies', '- [[Marketing]] needs 3 days notice for the post']),
    '2026-03-19',
    'red 30',
  ],
  [
    'R6',
    'the matching action is ticked',
    releaseNote([
      '## Dependencies',
      '- [[Marketing]] needs 3 days notice for the post',
      '## Action items',
      '- [x] Confirm marketing post',
    ]),
    '2026-03-19',
    '-',
  ],
  ['R7', 'far from the gate', releaseNote(['## Risks', '- Critical bug in export']), '2026-03-02', 'amber 15'],
  [
    'R7',
    'five business days before the gate',
    releaseNote(['## Risks', '- P0: export fails']),
    '2026-03-10',
    'amber 25',
  ],
  ['R7', 'one business day before the gate', releaseNote(['## Blockers', '- No hardware']), '2026-03-16', 'red 30'],
  ['R7', 'fixed', releaseNote(['## Risks', '- Critical bug in export (fixed)']), '2026-03-16', '-'],
  ['R7', 'negated', releaseNote(['## Risks', '- No critical findings left in review']), '2026-03-16', '-'],
  [
    'R8',
    'signed off with a critical bug open',
    releaseNote(['- [x] QA sign-off', '## Risks', '- Critical bug in export']),
    '2026-03-02',
    'amber 10',
  ],
  [
    'R8',
    'nothing signed off',
    releaseNote(['- [ ] QA sign-off', '## Risks', '- Critical bug in export']),
    '2026-03-02',
    '-',
  ],
  ['R9', 'unowned far from the gate', releaseNote(['- [ ] Docs']), '2026-03-02', '-'],
  ['R9', 'unowned ten business days before the gate', releaseNote(['- [ ] Docs']), '2026-03-03', 'amber 8'],
  ['R9', 'owned', releaseNote(['- [ ] Docs [[Ann]]']), '2026-03-03', '-'],
  ['R10', 'on pace', releaseNote(['- [x] A @a', '- [ ] B @b']), '2026-03-09', '-'],
  ['R10', 'twenty points behind', releaseNote(['- [x] A @a', '- [ ] B @b', '- [ ] C @c']), '2026-03-11', 'amber 10'],
  ['R10', 'forty points behind', releaseNote(['- [ ] A @a', '- [ ] B @b']), '2026-03-09', 'red 20'],
  ['R10', 'a single item', releaseNote(['- [ ] A @a']), '2026-03-16', '-'],
  [
    'R13',
    'capacity tied to an open item',
    releaseNote(['- [ ] Documentation @ann', '## Risks', '- Docs team at capacity']),
    '2026-03-02',
    'amber 10',
  ],
  [
    'R13',
    'capacity tied to a ticked item',
    releaseNote(['- [x] Documentation @ann', '## Risks', '- Docs team at capacity']),
    '2026-03-02',
    '-',
  ],
  ['R15', 'a Friday', releaseNote(DONE), '2026-03-02', '-'],
  ['R15', 'a Sunday', releaseNote(DONE, { target: 'Mar 22' }), '2026-03-02', 'note 5'],
  ['R16', 'no-go', releaseNote([...DONE, '', 'Decision: NO-GO']), '2026-03-02', 'red 40'],
  [
    'R16',
    'postponed without a date',
    releaseNote([...DONE, '', 'Decision: postponed'], { target: 'TBD', gate: '' }),
    '2026-03-02',
    'red 40',
  ],
  ['R16', 'go', releaseNote([...DONE, '', 'Decision: GO']), '2026-03-02', '-'],
  ['R17', 'due today', releaseNote(['## Actions', '- [ ] Mail partners by Mar 3']), '2026-03-03', '-'],
  ['R17', 'due yesterday', releaseNote(['## Actions', '- [ ] Mail partners by Mar 3']), '2026-03-04', 'amber 15'],
  ['R17', 'ticked', releaseNote(['## Actions', '- [x] Mail partners by Mar 3']), '2026-03-04', '-'],
  [
    'R17',
    'four of them',
    releaseNote([
      '## Actions',
      '- [ ] Mail by Mar 3',
      '- [ ] Call by Mar 3',
      '- [ ] Book by Mar 3',
      '- [ ] Print by Mar 3',
    ]),
    '2026-03-04',
    'amber 25',
  ],
  [
    'R17',
    'very late and the gate near',
    releaseNote(['## Actions', '- [ ] Mail partners by Mar 3']),
    '2026-03-12',
    'amber 25',
  ],
  ['R18', 'no owner early', releaseNote(DONE, { owner: '' }), '2026-03-02', 'amber 5'],
  ['R18', 'no owner ten business days before the gate', releaseNote(DONE, { owner: 'TBD' }), '2026-03-03', 'amber 15'],
  ['R18', 'owned', releaseNote(DONE), '2026-03-03', '-'],
];

describe('risk rules', () => {
  it.each(CASES)('%s: %s', (rule, _name, note, today, expected) => {
    const reason = reasonOf(assess(note, today), rule);
    expect(reason ? `${reason.severity} ${reason.weight}` : '-').toBe(expected);
    if (reason) {
      const { text, clears } = wordReason(reason);
      expect(text).not.toMatch(/undefined|NaN|\bnull\b|“”/);
      expect(clears).toMatch(/\.$/);
      if (rule !== 'R18') expect(reason.evidence.length).toBeGreaterThan(0);
    }
  });

  it('R8 names notes that disagree about a box', () => {
    const note = releaseNote(['- [x] Docs done @ann']);
    const reason = reasonOf(
      assess(note, '2026-03-03', DEFAULT_RISK_POLICY, {
        'Inbox/other.md': '# 2026-03-03 Release: v2.5 (Dashboard)\n- [ ] Docs done @ann\n',
      }),
      'R8',
    );
    expect(reason?.variant).toBe('item');
  });

  it('R11 counts a second move, and a long one', () => {
    const moved = (dates: readonly string[]): string | null => {
      const notes = Object.fromEntries(
        dates.map((target, index) => [
          `Inbox/${index}.md`,
          `# 2026-03-0${index + 1} Release: v2.5 (Dashboard)\n- Target date: ${target}\n`,
        ]),
      );
      const [release] = releasesOf(notes);
      return release
        ? (reasonOf(
            assessRisk(release, '2026-03-05' as CalendarDate, DEFAULT_RISK_POLICY, DEFAULT_BUSINESS_CALENDAR),
            'R11',
          )?.variant ?? null)
        : null;
    };
    expect(moved(['Mar 20', 'Mar 24'])).toBeNull();
    expect(moved(['Mar 20', 'Apr 10'])).toBe('far');
    expect(moved(['Mar 20', 'Mar 24', 'Mar 25'])).toBe('often');
  });

  it('R12 sees one party in two releases of the same week, and three asks in one', () => {
    const index = createReleaseIndex('Active/Releases');
    const note = (name: string, target: string, asks: readonly string[]): string =>
      `# 2026-03-02 Release: ${name}\n- Target: ${target}\n## Dependencies\n${asks.map((ask) => `- [[Marketing]] needs ${ask}`).join('\n')}\n`;
    const dirty = index.apply([
      { path: 'a.md', facts: facts('a.md', note('Alpha 1.0', 'Mar 20', ['a post'])) },
      { path: 'b.md', facts: facts('b.md', note('Beta 2.0', 'Mar 24', ['a banner'])) },
      { path: 'c.md', facts: facts('c.md', note('Gamma 3.0', 'May 5', ['a post', 'a banner', 'a webinar'])) },
    ]);
    const portfolio = createPortfolio({
      today: '2026-03-02' as CalendarDate,
      policy: DEFAULT_RISK_POLICY,
      calendar: DEFAULT_BUSINESS_CALENDAR,
    });
    portfolio.update(dirty, index.release);
    const variants = Object.fromEntries(
      portfolio
        .assessed()
        .map(({ release, assessment }) => [release.name, reasonOf(assessment, 'R12')?.variant ?? null]),
    );
    expect(variants).toEqual({ Alpha: 'collision', Beta: 'collision', Gamma: 'asks' });
  });

  it('R14 sees a checklist that grew late', () => {
    const first =
      '# 2026-03-02 Release: v2.5 (Dashboard)\n- Target: Mar 20\n- [x] A @a\n- [x] B @b\n- [ ] C @c\n- [ ] D @d\n';
    const late = '# 2026-03-18 Release: v2.5 (Dashboard)\n- [ ] One more thing entirely @e\n';
    const reason = reasonOf(assess(first, '2026-03-18', DEFAULT_RISK_POLICY, { 'Inbox/late.md': late }), 'R14');
    expect(reason?.values).toMatchObject({ count: 1, growth: 25 });
  });

  it('R16 ends with a later date', () => {
    const note = releaseNote([...DONE, '', 'Decision: NO-GO']);
    expect(
      reasonOf(
        assess(note, '2026-03-05', DEFAULT_RISK_POLICY, {
          'Inbox/later.md': '# 2026-03-04 Release: v2.5 (Dashboard)\n- Target date: Apr 7\n',
        }),
        'R16',
      ),
    ).toBeNull();
  });

  it('every rule can be switched off', () => {
    const off = {
      ...DEFAULT_RISK_POLICY,
      rules: Object.fromEntries(
        RULE_IDS.map((id) => [id, { ...DEFAULT_RISK_POLICY.rules[id], enabled: false }]),
      ) as typeof DEFAULT_RISK_POLICY.rules,
    };
    expect(assess(releaseNote(OPEN), '2026-04-30', off).reasons).toEqual([]);
  });

  it('a person can set the level with a reason and an end; both levels stay', () => {
    const note = (line: string): string => releaseNote([...OPEN, '', line]);
    const set = 'Risk override: on track until Mar 18, because the docs ship a day later';
    expect(assess(note(set), '2026-03-13')).toMatchObject({
      level: 'on-track',
      computedLevel: 'off-track',
      override: { value: { reason: 'the docs ship a day later', until: '2026-03-18' } },
    });
    expect(assess(note(set), '2026-03-19')).toMatchObject({ level: 'off-track', override: null });
    expect(assess(note('Risk override: on track'), '2026-03-13')).toMatchObject({ level: 'off-track', override: null });
    expect(facts('a.md', note('Risk override: on track')).diagnostics[0]?.message).toMatch(
      /needs a level, an end date and a reason/,
    );
  });

  it('a launch tier scales all weights', () => {
    const policy = { ...DEFAULT_RISK_POLICY, tiers: { '1': 2 } };
    const reason = reasonOf(assess(releaseNote(['- Tier: Tier 1', ...OPEN]), '2026-03-10', policy), 'R1');
    expect(reason?.weight).toBe(30);
  });
});
