import type { CalendarDate } from '../../src/domain/calendar-date';
import { improvementsOf } from '../../src/domain/improvement';
import { insightsOf, numbersOf } from '../../src/presentation/insights';
import { furtherDates, needsOf } from '../../src/presentation/today-needs';
import { assessRisk } from '../../src/domain/risk/assess-risk';
import { DEFAULT_RISK_POLICY } from '../../src/domain/risk/risk-policy';
import { DEFAULT_BUSINESS_CALENDAR } from '../../src/domain/business-calendar';
import type { ProcessEntry } from '../../src/domain/process';
import { foldRepeats, onceEach } from '../../src/presentation/follow-up-series';
import { facts, releasesOf } from '../builders';

const day = (text: string): CalendarDate => text as CalendarDate;
const TODAY = day('2026-03-16');
const release = (version: string, ...lines: string[]): string =>
  `# 2026-03-02 Release: v${version} (Part ${version})\n${lines.join('\n')}\n`;
const source = (notes: Readonly<Record<string, string>>, today = TODAY) => {
  const releases = releasesOf(notes, today);
  const followUps = releases.flatMap((one) =>
    assessRisk(one, today, DEFAULT_RISK_POLICY, DEFAULT_BUSINESS_CALENDAR).followUps.map((followUp) => ({
      followUp,
      release: one.key,
    })),
  );
  const improvements = Object.entries(notes).flatMap(([path, text]) => improvementsOf(facts(path, text, today)));
  return { releases, followUps, improvements };
};
const said = (notes: Readonly<Record<string, string>>, before: Record<string, number> | null = null): string[] =>
  insightsOf(source(notes), TODAY, before).map(({ number, text, trend }) => `${number} ${text} (${trend})`);

describe('numbers worth knowing', () => {
  it('what is overdue, beside the last look; what is due today is not', () => {
    const notes = {
      'Inbox/a.md': release(
        '1.0',
        '- Target date: Mar 30',
        '',
        '## Dependencies',
        '- Legal to send the terms by Mar 13',
        '- Sales to send the list by Mar 16',
      ),
    };
    expect(said(notes)).toEqual(['1 follow-up is overdue ()']);
    expect(said(notes, { overdue: 3 })).toEqual(['1 follow-up is overdue (was 3 at your last look)']);
    expect(said(notes, { overdue: 1 })).toEqual(['1 follow-up is overdue (as at your last look)']);
    expect(numbersOf(source(notes), TODAY)).toEqual({ overdue: 1 });
  });

  it.each([
    ['2026-02-14', []],
    ['2026-02-15', ['1 target moved later in the last 30 days (0 in the 30 days before)']],
    ['2026-03-16', ['1 target moved later in the last 30 days (0 in the 30 days before)']],
  ])('a target that moved on %s', (on, expected) => {
    const notes = {
      'Inbox/a.md': '# 2026-01-05 Release: v1.0 (One)\n- Target date: Mar 20\n',
      'Inbox/b.md': `# ${on} Release: v1.0 (One)\n- Target date: Mar 27\n`,
    };
    expect(said(notes)).toEqual(expected);
  });

  it('the party of which most is asked, from three asks on', () => {
    const asks = (...whats: string[]): string =>
      ['- Target date: Apr 20', '', '## Dependencies', ...whats.map((what) => `- Waiting for [[Legal]]: ${what}`)].join(
        '\n',
      );
    expect(said({ 'Inbox/a.md': release('1.0', asks('the terms', 'the notice')) })).toEqual([]);
    expect(
      said({
        'Inbox/a.md': release('1.0', asks('the terms', 'the notice')),
        'Inbox/b.md': release('2.0', asks('the contract')),
      }),
    ).toEqual(['3 open asks of Legal, in 2 releases ()']);
  });

  it('how late the last releases were, from three on: the middle one', () => {
    const shipped = (version: string, on: string): Record<string, string> => ({
      [`Inbox/${version}.md`]: release(version, '- Target date: Mar 3', `- Status: released (${on})`),
    });
    const two = { ...shipped('1.0', '2026-03-03'), ...shipped('2.0', '2026-03-12') };
    expect(said(two)).toEqual([]);
    expect(said({ ...two, ...shipped('3.0', '2026-03-05') })).toEqual([
      '2 d later than planned, the middle of the last releases (over 3 releases)',
    ]);
  });

  it('improvements that wait for more than 30 days', () => {
    const retro = (on: string): Record<string, string> => ({
      'Inbox/Retro.md': `---\ntype: retro\n---\n# ${on} Retro: v1.0\n\n## Improvements\n- [ ] Book the load test early\n`,
    });
    expect(said(retro('2026-02-14'))).toEqual([]);
    expect(said(retro('2026-02-13'))).toEqual(['1 improvement has waited for more than 30 days ()']);
  });
});

describe('what else needs a person', () => {
  const notes = {
    'Inbox/a.md': release('1.0', '- Target date: Mar 30', '- Go/no-go: Mar 18', '- Owner: [[Sarah Kim]]'),
  };
  const assessed = (today: CalendarDate, more: Readonly<Record<string, string>> = {}) =>
    releasesOf({ ...notes, ...more }, today).map((one) => ({
      release: one,
      assessment: assessRisk(one, today, DEFAULT_RISK_POLICY, DEFAULT_BUSINESS_CALENDAR),
    }));
  const process = (reviewOn: string): ProcessEntry =>
    ({
      path: 'Active/Processes/Launch.md',
      name: 'Launch',
      owner: 'Sarah Kim',
      reviewOn: day(reviewOn),
    }) as ProcessEntry;
  const needs = (today: string, me: readonly string[], reviewOn = '2026-12-01', more = {}): string[] =>
    needsOf(
      {
        releases: assessed(day(today), more),
        processes: [process(reviewOn)],
        playbooks: [],
      },
      me,
      day(today),
    ).map(({ text, isLate }) => `${text}${isLate ? ' (late)' : ''}`);

  it.each([
    ['2026-03-15', []],
    ['2026-03-16', ['Decide go/no-go: v1.0 Part 1.0']],
    ['2026-03-18', ['Decide go/no-go: v1.0 Part 1.0']],
    ['2026-03-19', ['Decide go/no-go: v1.0 Part 1.0 (late)']],
  ])('a decision on %s', (today, expected) => {
    expect(needs(today, [])).toEqual(expected);
    expect(needs(today, ['sarah kim'])).toEqual(expected);
    expect(needs(today, ['Bob'])).toEqual([]);
  });

  it('none that was taken', () => {
    const more = { 'Inbox/b.md': '# 2026-03-17 Go/no-go\n\n## Release: v1.0 (Part 1.0)\n- Decision: go\n' };
    expect(needs('2026-03-18', [], '2026-12-01', more)).toEqual([]);
  });

  it.each([
    ['2026-03-13', true, false],
    ['2026-03-10', true, false],
    ['2026-03-14', false, true],
    ['2026-03-27', false, true],
    ['2026-03-28', false, false],
  ])('a process to be looked at again on %s, on Mar 13', (reviewOn, isDue, isNext) => {
    const today = '2026-03-13';
    expect(needs(today, [], reviewOn)).toEqual(isDue ? ['Look at it again: Launch'] : []);
    const dates = furtherDates({ releases: assessed(day(today)), processes: [process(reviewOn)] }, day(today));
    expect(dates.map(({ text }) => text)).toEqual(isNext ? ['Look at it again: Launch'] : []);
  });

  it('the days by which somebody must be told are next dates', () => {
    const dates = furtherDates(
      {
        releases: assessed(TODAY, {
          'Inbox/c.md': release('1.0', '', '## Dependencies', '- [[Marketing]] needs 3 days notice'),
        }),
        processes: [],
      },
      TODAY,
    );
    expect(dates.map(({ text, on }) => [text, on])).toEqual([['Tell Marketing: v1.0 Part 1.0', '2026-03-25']]);
  });

  it('the same in several notes without a release is one, that of the newest', () => {
    const base = source({
      'Inbox/a.md': release('1.0', '- Target date: Mar 30', '', '## Action items', '- [ ] Ann books the room'),
    }).followUps[0]?.followUp;
    if (!base) throw new Error('no follow-up');
    const on = (asOf: string, what = base.what) => ({
      ...base,
      what,
      title: what,
      evidence: base.evidence.map((evidence) => ({ ...evidence, asOf: day(asOf), path: `Inbox/${asOf}.md` })),
    });
    const [first, second, ...rest] = foldRepeats([
      on('2026-02-02'),
      on('2026-03-02'),
      on('2026-02-16'),
      on('2026-03-02', 'Another task'),
    ]);
    expect(rest).toEqual([]);
    expect([first?.followUp.evidence[0]?.asOf, first?.repeats?.map(({ evidence }) => evidence[0]?.asOf)]).toEqual([
      '2026-03-02',
      ['2026-02-16', '2026-02-02'],
    ]);
    expect(second?.repeats).toBeUndefined();
  });

  it('loose work that a series repeats stands below its newest note; the same words elsewhere, or twice in a note, stay', () => {
    const note = (path: string, ...titles: string[]) => ({ path, items: titles.map((title) => ({ title })) });
    const shown = onceEach([
      note('Inbox/2026-03-09 - Weekly.md', 'Send the report', 'Send the report'),
      note('Inbox/2026-03-02 - Weekly.md', 'send the report', 'Book the room'),
      note('Inbox/2026-02-23 - Weekly.md', 'Send the report'),
      note('Inbox/2026-02-20 - Customer Acme.md', 'Send the report'),
    ]);
    expect(shown.map(({ path, items }) => [path, items.length])).toEqual([
      ['Inbox/2026-03-09 - Weekly.md', 2],
      ['Inbox/2026-03-02 - Weekly.md', 1],
      ['Inbox/2026-02-20 - Customer Acme.md', 1],
    ]);
  });
});
