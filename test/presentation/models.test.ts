import type { CalendarDate } from '../../src/domain/calendar-date';
import { improvementsOf } from '../../src/domain/improvement';
import type { ProcessEntry } from '../../src/domain/process';
import type { Release } from '../../src/domain/release';
import { DEFAULT_BUSINESS_CALENDAR } from '../../src/domain/business-calendar';
import { assessRisk } from '../../src/domain/risk/assess-risk';
import { DEFAULT_RISK_POLICY } from '../../src/domain/risk/risk-policy';
import { detailsModel } from '../../src/presentation/details-model';
import { improvementsModel } from '../../src/presentation/improvements-model';
import { noteName } from '../../src/presentation/place';
import { cardModel, reasonRow } from '../../src/presentation/card-model';
import { countFaces, faceOf } from '../../src/presentation/panel-model';
import { registryLine } from '../../src/presentation/registry-model';
import { facts, releasesOf } from '../builders';

const day = (text: string): CalendarDate => text as CalendarDate;
const assessed = (
  notes: Readonly<Record<string, string>>,
  today: string,
): { release: Release; assessment: ReturnType<typeof assessRisk> } => {
  const release = releasesOf(notes)[0] as Release;
  return { release, assessment: assessRisk(release, day(today), DEFAULT_RISK_POLICY, DEFAULT_BUSINESS_CALENDAR) };
};
const PLAN = '# 2026-03-02 Release: v2.5 (Dashboard)\n- Target date: Mar 20\n- Owner: Ann\n';

describe('what an open card says', () => {
  it.each([
    ['2026-03-09', false],
    ['2026-03-10', false],
    ['2026-03-11', true],
  ])('on %s a need due on Mar 10 is overdue: %s', (today, overdue) => {
    const details = detailsModel(
      assessed({ 'Inbox/a.md': `${PLAN}\n## Dependencies\n- Legal to send the terms by Mar 10\n` }, today),
      day(today),
      [],
    );
    expect(details.followUps.map((row) => row.overdue)).toEqual([overdue]);
  });

  it('what is done is never overdue, and stands last', () => {
    const details = detailsModel(
      assessed(
        {
          'Inbox/a.md': `${PLAN}\n## Dependencies\n- Legal to send the terms by Mar 3 (done)\n- Support to send the macros by Mar 12\n`,
        },
        '2026-03-16',
      ),
      day('2026-03-16'),
      [],
    );
    expect(details.followUps.map(({ who, overdue, done }) => [who, overdue, done])).toEqual([
      ['Support', true, false],
      ['Legal', false, true],
    ]);
  });
});

describe('what a card says', () => {
  it.each([
    ['planned and off track', '- Status: planned\n', '2026-04-20', 'off-track'],
    ['shipped, whatever it was before', '- Status: released\n', '2026-04-20', 'released'],
    ['cancelled', '- Status: cancelled\n', '2026-04-20', 'cancelled'],
  ])('the face of a release that is %s', (_name, line, today, face) => {
    const entry = assessed({ 'Inbox/a.md': `${PLAN}${line}- [ ] QA\n` }, today);
    expect([faceOf(entry), countFaces([entry])[face as 'released']]).toEqual([face, 1]);
    expect(cardModel(entry, day(today)).countdowns.length > 0).toBe(face === 'off-track');
  });

  it('a note is named once, and its further lines by their number', () => {
    const place = (path: string, line: number): Parameters<typeof reasonRow>[0]['evidence'][number] => ({
      path,
      line,
      endLine: line,
      text: '',
      asOf: day('2026-03-02'),
      weak: false,
    });
    const labels = (...evidence: ReturnType<typeof place>[]): string[] =>
      reasonRow({
        rule: 'R9',
        severity: 'amber',
        weight: 5,
        variant: 'unowned',
        values: { count: 2, item: 'x' },
        evidence,
      }).places.map(({ label }) => label);
    expect(
      labels(
        place('Inbox/Sync.md', 3),
        place('Inbox/Sync.md', 8),
        place('Inbox/Other.md', 2),
        place('Inbox/Sync.md', 9),
      ),
    ).toEqual(['Sync, line 3', 'line 8', 'Other, line 2', 'Sync, line 9']);
    expect(labels(place('Inbox/Sync.md', 3), place('Inbox/Sync.md', 3))).toEqual(['Sync, line 3']);
  });

  it.each([
    ['Active/Releases/Atlas/Plan.md', 'Atlas/Plan'],
    ['Active/Releases/Atlas/Notes.md', 'Notes'],
    ['Plan.md', 'Plan'],
    ['Inbox/retro.md', 'Inbox/retro'],
  ])('the name of %s is %s', (path, name) => {
    expect(noteName(path)).toBe(name);
  });

  it.each([
    ['they say the same', 'Mar 20', []],
    [
      'they differ',
      'Mar 27',
      [['The plan’s target is Mar 20; “2026-03-03 Sync” says Mar 27.', 'Use Mar 27', 'Use Mar 20']],
    ],
  ])('plan and a newer meeting: %s', (_name, target, choices) => {
    const entry = assessed(
      {
        'Active/Releases/v2.5 Dashboard/Plan.md': PLAN.replace('2026-03-02 ', ''),
        'Inbox/2026-03-03 Sync.md': `# 2026-03-03 Release: v2.5 (Dashboard)\n- Target date: ${target}\n`,
      },
      '2026-03-04',
    );
    expect(
      cardModel(entry, day('2026-03-04')).planChoices.map(({ text, other, plan }) => [text, other.label, plan.label]),
    ).toEqual(choices);
  });

  it('a release that is out has nothing to choose', () => {
    const entry = assessed(
      {
        'Active/Releases/v2.5 Dashboard/Plan.md': PLAN.replace('2026-03-02 ', ''),
        'Inbox/2026-03-03 Sync.md':
          '# 2026-03-03 Release: v2.5 (Dashboard)\n- Target date: Mar 27\n- Status: released\n',
      },
      '2026-03-04',
    );
    expect(cardModel(entry, day('2026-03-04')).planChoices).toEqual([]);
  });
});

describe('what the registry says', () => {
  const entry: ProcessEntry = {
    path: 'a.md',
    name: 'A',
    category: 'Launch',
    owner: 'Ann',
    verified: day('2026-01-05'),
    reviewOn: day('2026-04-05'),
    playbook: 'p.md',
    steps: [],
    runs: 0,
    adherence: [],
  };

  it.each([
    ['2026-04-04', []],
    ['2026-04-05', ['review due since Apr 5']],
    ['2026-04-06', ['review due since Apr 5']],
  ])('on %s of a review on Apr 5: %j', (today, problems) => {
    expect(registryLine(entry, day(today), 2).problems).toEqual(problems);
  });

  it.each([
    [1, []],
    [2, ['skipped 2 times: tag']],
    [3, ['skipped 3 times: tag']],
  ])('of a step that was skipped %i times: %j', (skipped, problems) => {
    expect(
      registryLine({ ...entry, runs: 3, adherence: [{ action: 'tag', done: 0, skipped }] }, day('2026-02-01'), 2)
        .problems,
    ).toEqual(problems);
  });
});

describe('what is said of improvements', () => {
  const lines = (line: string, today: string): (string | undefined)[] =>
    improvementsModel(
      improvementsOf(facts('Inbox/2026-02-01 Retro.md', `# 2026-02-01 Retro\n\n## Action items\n- ${line}\n`)),
      [],
      day(today),
    ).groups.flatMap((group) => group.lines.map(({ problem }) => problem));
  const accepted = '[ ] Ann: freeze the schema a week earlier by 2026-02-10 [done-when:: the diff is empty]';

  it.each([
    ['2026-02-09', false],
    ['2026-02-10', false],
    ['2026-02-11', true],
  ])('on %s one that is due on Feb 10 is late: %s', (today, late) => {
    expect(lines(accepted, today).map((problem) => problem !== '')).toEqual([late]);
  });

  it('one that is done is not late', () => {
    expect(lines(`${accepted.replace('[ ]', '[x]')} [evidence:: [[Run]]]`, '2026-03-01')).toEqual(['']);
  });

  it.each([
    [3, 0],
    [4, 1],
  ])('%i of one retro give %i warnings', (count, warnings) => {
    const retro = facts(
      'Inbox/2026-02-01 Retro.md',
      `# 2026-02-01 Retro\n\n## Action items\n${Array.from({ length: count }, (_, at) => `- [ ] Matter ${'abcd'[at] ?? ''}\n`).join('')}`,
    );
    expect(improvementsModel(improvementsOf(retro), [], day('2026-02-02')).warnings).toHaveLength(warnings);
  });
});
