import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_BUSINESS_CALENDAR } from '../../src/domain/business-calendar';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { historyLine, parseHistoryLine } from '../../src/domain/history-line';
import type { Release } from '../../src/domain/release';
import { assessRisk } from '../../src/domain/risk/assess-risk';
import type { PartyLoad } from '../../src/domain/risk/risk-rule';
import { DEFAULT_RISK_POLICY } from '../../src/domain/risk/risk-policy';
import {
  type PlacedStatus,
  STATUS_AUDIENCES,
  type StatusAudience,
  statusFacts,
} from '../../src/domain/status/kept-status';
import { renderStatus, STATUS_FORMATS } from '../../src/presentation/status/render-status';
import { checkStatus } from '../../src/presentation/status/status-checks';
import type { StatusOf, StatusSentence } from '../../src/presentation/status/status-sentence';
import { type StatusUpdate, statusUpdate } from '../../src/presentation/status/status-update';
import { wordsIn } from '../../src/presentation/status/text-sentences';
import { traceOf, untraced } from '../../src/presentation/status/traces';
import { statusNote } from '../../src/workflows/status-note';
import { defaultSettings } from '../../src/settings/settings';
import { facts, releaseNote, releasesOf } from '../builders';

const NOTES = path.join(__dirname, '../fixtures/notes');
const SAMPLE = '2026-01-22 - Q1 Release Planning.md';
const sample = readFileSync(path.join(NOTES, 'sample.md'), 'utf8');
const day = (text: string): CalendarDate => text as CalendarDate;

function statusOf(release: Release | undefined, today: string): StatusOf {
  if (!release) throw new Error('no release');
  const assessment = assessRisk(release, day(today), DEFAULT_RISK_POLICY, DEFAULT_BUSINESS_CALENDAR);
  return { release, assessment, today: day(today) };
}
const sampleOn = (today = '2026-01-22'): StatusOf => statusOf(releasesOf({ [SAMPLE]: sample })[0], today);
const noteOn = (lines: readonly string[], today: string, more: Readonly<Record<string, string>> = {}): StatusOf =>
  statusOf(releasesOf({ 'Inbox/note.md': releaseNote(lines), ...more })[0], today);
const told = ({ blocks }: StatusUpdate): StatusSentence[] => blocks.flatMap(({ items }) => items.flat());
const update = (of: StatusOf, audience: StatusAudience, party = '', kept: readonly PlacedStatus[] = []): StatusUpdate =>
  statusUpdate(of, { audience, party }, kept);
const plain = (of: StatusOf, audience: StatusAudience, party = '', kept: readonly PlacedStatus[] = []): string =>
  renderStatus(update(of, audience, party, kept), 'plain');
const keptOn = (of: StatusOf, on: string, audience: StatusAudience = 'executive'): PlacedStatus => ({
  kind: 'status',
  on: day(on),
  release: of.release.id,
  audience,
  party: '',
  facts: statusFacts(of.release, of.assessment),
  path: 'History/History A 2026.md',
  line: 9,
});
/** Rules that a text breaks. */
const broken = (text: string, of: StatusOf, of2: StatusUpdate): string[] => [
  ...new Set(checkStatus(text, of, of2).map(({ rule }) => rule)),
];

describe('golden texts of the sample note', () => {
  it('says to executives in about sixty words: verdict first, three risks with asks, the decision with its date', () => {
    const of = sampleOn();
    expect(plain(of, 'executive')).toBe(
      [
        'At risk: v2.5 Analytics Dashboard, target Sun Feb 15; no forecast yet.',
        '',
        'Risks:',
        '- Support: “help docs” arrives Thu Feb 12, after the go/no-go Tue Feb 10. Ask: bring it forward, Support, by Tue Feb 10.',
        '- “One critical bug still open, engineering confident in fix” is open. Ask: resolve it, no owner yet, by Tue Feb 10.',
        '- “Docs team at capacity — may need to deprioritize other work” holds up “Documentation updated”. Ask: make room or drop the item, no owner yet, by Tue Feb 10.',
        '',
        'Decision: go/no-go on Tue Feb 10.',
      ].join('\n'),
    );
    expect(wordsIn(plain(of, 'executive').replace(/“[^”]*”/g, ''))).toBeLessThanOrEqual(72);
  });

  it('maps every sentence to its lines', () => {
    expect(told(update(sampleOn(), 'executive')).map(({ sources }) => sources.map(({ line }) => line))).toEqual([
      [4, 5, 18, 22, 10, 21, 6],
      [18, 5, 4],
      [18, 5, 4],
      [22, 5, 4],
      [22, 5, 4],
      [21, 11, 5, 4],
      [21, 11, 5, 4],
      [5],
    ]);
  });

  it('has nothing for customers before anything has shipped, and only the shipment after', () => {
    expect(plain(sampleOn(), 'customer')).toBe('No shipped facts yet.');
    const text = releaseNote(['- Status: released on 2026-03-20'], { date: '2026-03-21' });
    const of = statusOf(releasesOf({ 'Inbox/note.md': text })[0], '2026-03-25');
    expect(plain(of, 'customer')).toBe('v2.5 Dashboard is available since Fri Mar 20.');
    expect(plain(of, 'executive')).toBe('Shipped: v2.5 Dashboard on Fri Mar 20, on its target date.');
  });

  it('tells a stakeholder what it gets and owes, and explains what only the team abbreviates', () => {
    const of = sampleOn();
    expect(plain(of, 'stakeholder', 'Support')).toContain(
      'What we need from you:\n- Deliver “help docs”: Support, by Thu Feb 12.',
    );
    expect(plain(of, 'stakeholder', 'CS Team')).not.toContain('Marketing');
    const other = noteOn(['## Dependencies', '- [[Legal]] needs the QA report of CS by Mar 9'], '2026-03-02');
    expect(plain(other, 'stakeholder', 'Legal')).toContain('QA');
    expect(broken(plain(other, 'stakeholder', 'Legal'), other, update(other, 'stakeholder', 'Legal'))).toEqual([]);
  });

  it('names another release that a party works for', () => {
    const more = releaseNote(['## Dependencies', '- [[Legal]] needs the terms'], {
      target: 'Mar 23',
      gate: '',
    }).replace('v2.5 (Dashboard)', 'v9.1 (Billing)');
    const own = releaseNote(['## Dependencies', '- [[Legal]] needs the report']);
    const [release] = releasesOf({ 'Inbox/note.md': own });
    const [other] = releasesOf({ 'Inbox/other.md': more });
    if (!release || !other) throw new Error('no release');
    const load = {
      party: 'Legal',
      releaseKey: 'v9.1 Billing',
      target: day('2026-03-23'),
      evidence: other.dependencies[0]?.evidence ?? release.dependencies[0]?.evidence,
    } as PartyLoad;
    const assessment = assessRisk(release, day('2026-03-02'), DEFAULT_RISK_POLICY, DEFAULT_BUSINESS_CALENDAR, [load]);
    const of = { release, assessment, today: day('2026-03-02') };
    expect(plain(of, 'executive')).toContain('Legal is also needed by v9.1 Billing for Mon Mar 23.');
    expect(broken(plain(of, 'executive'), of, update(of, 'executive'))).toEqual([]);
  });

  it('cites the line of an owner whose link shows other words than the name', () => {
    const note = releaseNote(['## Checklist', '- [ ] Docs'], { owner: '[[Uwe Brandt|Uwe]]' });
    const of = statusOf(releasesOf({ 'Inbox/note.md': note })[0], '2026-03-18');
    const [named] = told(update(of, 'executive')).filter(({ text }) => text.includes('Uwe Brandt'));
    expect(named && untraced(named.text, traceOf([named]))).toEqual([]);
    expect(named?.sources.map(({ line, text }) => [line, text])).toContainEqual([4, 'Owner: Uwe (Uwe Brandt)']);
  });

  it('fits 280 characters and keeps what is gravest', () => {
    const text = plain(sampleOn(), 'short');
    expect(text.length).toBeLessThanOrEqual(280);
    expect(text).toMatch(/^At risk: .*Ask: bring it forward, Support, by Tue Feb 10\./);
  });
});

describe('differences', () => {
  const before = sampleOn();
  const later = (change: (text: string) => string, today = '2026-01-29'): StatusOf =>
    statusOf(releasesOf({ [SAMPLE]: change(sample) })[0], today);

  it('come from facts alone: boxes, scope, concerns', () => {
    const now = later((text) =>
      text.replace('- [ ] Documentation updated', '- [x] Documentation updated\n- [ ] Rights'),
    );
    expect(plain(now, 'executive', '', [keptOn(before, '2026-01-22')])).toContain(
      'Since Thu Jan 22: 1 item done, 1 added, 1 new concern, 1 concern cleared.',
    );
  });

  it('say when nothing is different, and nothing at the first update or from one of today', () => {
    const now = later((text) => text, '2026-01-23');
    expect(plain(now, 'executive', '', [keptOn(before, '2026-01-22')])).toContain('No change since Thu Jan 22.');
    expect(plain(now, 'executive')).not.toContain('Since');
    expect(plain(now, 'executive', '', [keptOn(before, '2026-01-23')])).not.toContain('ince');
    expect(plain(now, 'team', '', [keptOn(before, '2026-01-22')])).not.toContain('ince Thu');
  });

  it('name the line of the history that they rest on', () => {
    const now = later((text) => text, '2026-01-23');
    const since = told(update(now, 'executive', '', [keptOn(before, '2026-01-22')])).find(({ text }) =>
      /since/.test(text),
    );
    expect(since?.sources[0]).toMatchObject({ path: 'History/History A 2026.md', line: 9 });
  });
});

describe('a moved date', () => {
  const moved = (today: string): StatusOf =>
    noteOn([], today, {
      'Inbox/2026-01-10 Sync.md': '# 2026-01-10 Sync\n\n## Release: v2.5 (Dashboard)\n- Target date: 2026-02-08\n',
      'Inbox/2026-01-20 Sync.md': '# 2026-01-20 Sync\n\n## Release: v2.5 (Dashboard)\n- Target date: 2026-02-15\n',
      'Inbox/2026-03-05 Sync.md':
        '# 2026-03-05 Sync\n\n## Release: v2.5 (Dashboard)\n- Target date: 2026-03-27, because legal review is late\n',
    });
  const TOLD =
    'Target moved from Mar 20 to Mar 27 on Mar 5, because “legal review is late”; it was Feb 8 and Feb 15 before.';

  it('is told in full, with its reason and what it was before', () => {
    expect(plain(moved('2026-03-06'), 'executive')).toContain(TOLD);
    expect(plain(moved('2026-03-06'), 'stakeholder', 'Sarah Kim')).toContain('Target moved');
  });

  it.each([
    [0, true],
    [1, true],
    [2, true],
    [3, false],
  ])('after %i updates that told of it: told again %s', (count, isTold) => {
    const of = moved('2026-03-20');
    const kept = Array.from({ length: count }, (_, at) => keptOn(of, `2026-03-${10 + at}`));
    // An update from before the move, and a second one of the same day, do not count.
    const more = [keptOn(moved('2026-03-06'), '2026-03-04'), ...kept, ...kept];
    expect(plain(of, 'executive', '', more).includes('Target moved')).toBe(isTold);
  });
});

describe('every generated text', () => {
  const releases = (): StatusOf[] => {
    const notes = readdirSync(NOTES).filter((name) => name.endsWith('.md'));
    return notes.flatMap((name) =>
      releasesOf({ [name]: readFileSync(path.join(NOTES, name), 'utf8') }, '2026-01-22').map((release) =>
        statusOf(release, '2026-01-22'),
      ),
    );
  };
  const texts = (of: StatusOf): StatusUpdate[] => {
    const parties = [...new Set(of.assessment.followUps.flatMap(({ who }) => who ?? []))].slice(0, 3);
    return STATUS_AUDIENCES.flatMap((audience) =>
      audience === 'stakeholder' ? parties.map((party) => update(of, audience, party)) : [update(of, audience)],
    );
  };
  const wrong = (of: StatusOf): unknown[] =>
    texts(of).flatMap((one) => [
      ...STATUS_FORMATS.flatMap((format) => checkStatus(renderStatus(one, format), of, one)),
      ...told(one).filter(({ sources }) => sources.length === 0),
      ...told(one).filter(
        (sentence) => untraced(sentence.text, traceOf([sentence], [one.title, one.party])).length > 0,
      ),
    ]);

  it('passes all checks, and each of its sentences has the lines that it states, for all notes of the fixtures', () => {
    const all = releases();
    expect(all.length).toBeGreaterThan(30);
    expect(all.flatMap(wrong)).toEqual([]);
  });

  it('does so for random notes on random days', () => {
    const name = fc.constantFrom('Mei Chen', 'QA', 'CS Team', 'Ops & Co', 'tom', 'Zoë');
    const words = fc.constantFrom(
      'help docs',
      'the the report',
      'ship it soon!',
      'JIRA-123 fix',
      'UAT by next week',
      '2 % more',
    );
    const when = fc.constantFrom('', ' by Mar 9', ' (due 2026-03-12)', ' next Friday', ' soon');
    const line = fc.oneof(
      fc
        .tuple(fc.constantFrom(' ', 'x', '-'), words, name, when)
        .map(([mark, what, who, by]) => `- [${mark}] ${what} [[${who}]]${by}`),
      fc.tuple(name, words, when).map(([who, what, by]) => `- [[${who}]] needs ${what}${by}`),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.array(line, { maxLength: 8 }),
        fc.array(words, { maxLength: 3 }),
        fc.integer({ min: 1, max: 28 }),
        (items, asks, risks, date) => {
          const lines = [
            '## Checklist',
            ...items,
            '',
            '## Dependencies',
            ...asks,
            '',
            '## Risks',
            ...risks.map((risk) => `- ${risk}`),
          ];
          expect(wrong(noteOn(lines, `2026-03-${String(date).padStart(2, '0')}`))).toEqual([]);
        },
      ),
      { numRuns: 250 },
    );
  });
});

describe('checks of a text that a person edited', () => {
  const of = noteOn(
    ['## Checklist', '- [x] Copy [[Mei Chen]]', '- [ ] Docs [[Mei Chen]]', '## Risks', '- One critical bug still open'],
    '2026-03-10',
  );
  const LEAD = 'At risk: v2.5 Dashboard, target Fri Mar 20; no forecast yet.';
  it.each<[rule: string, audience: StatusAudience, good: string, bad: string]>([
    ['S1', 'executive', LEAD, 'v2.5 Dashboard needs a look.'],
    [
      'S2',
      'executive',
      `${LEAD} One. Two. Three. ${'So it '.repeat(12)}word.`,
      `${LEAD} One. Two. Three. ${'So it '.repeat(12)}one word.`,
    ],
    ['S3', 'executive', `${LEAD}\n${'One more. '.repeat(54)}`, `${LEAD}\n${'One more. '.repeat(56)}`],
    ['S3', 'short', LEAD, `${LEAD} ${'One more. '.repeat(24)}`],
    ['S4', 'executive', `${LEAD} Mei Chen is on it.`, `${LEAD} Tom Ray is on it.`],
    ['S4', 'executive', `${LEAD} Go/no-go is Tue Mar 17.`, `${LEAD} Go/no-go is Tue Mar 24.`],
    ['S4', 'executive', `${LEAD} We did it.`, `${LEAD} We did it 31 times.`],
    ['S5', 'executive', `${LEAD} Docs come tomorrow, Fri Mar 20.`, `${LEAD} Docs come tomorrow.`],
    ['S6', 'executive', `${LEAD} Mei Chen should know.`, `${LEAD} It should work.`],
    [
      'S7',
      'executive',
      `${LEAD}\n\n**Risks**\n\n- A bug. Ask: fix it, no owner yet, by Tue Mar 17.`,
      `${LEAD}\n\n**Risks**\n\n- A bug.`,
    ],
    [
      'S7',
      'executive',
      `${LEAD}\n\nRisks:\n- A bug. Ask: fix it, Mei Chen, by Tue Mar 17.`,
      `${LEAD}\n\nRisks:\n- A bug. Ask: fix it by Tue Mar 17.`,
    ],
    ['S8', 'executive', `${LEAD} Ask: fix it, Mei Chen, by Tue Mar 17.`, `${LEAD} Ask: fix it, Mei Chen.`],
    ['S8', 'executive', `${LEAD} Ask: fix it, Mei Chen, no date yet.`, `${LEAD} Ask: the bug, Mei Chen, no date yet.`],
    ['S8', 'executive', `${LEAD} Ask: fix it, no owner yet, no date yet.`, `${LEAD} Ask: fix it, no date yet.`],
    ['S9', 'stakeholder', `${LEAD} The RUM (real user measurement) is in.`, `${LEAD} The RUM is in.`],
    ['S10', 'customer', 'No shipped facts yet.', 'Mei Chen works on it.'],
    ['S10', 'customer', 'No shipped facts yet.', 'v2.5 Dashboard comes in spring.'],
    ['S10', 'customer', 'No shipped facts yet.', 'It is at risk.'],
    ['S11', 'executive', LEAD, LEAD.replace('At risk', 'On track')],
    ['S12', 'executive', `${LEAD} All is well.`, `${LEAD} All is is well.`],
    ['S12', 'executive', `${LEAD} All is well.`, `${LEAD} All is well!`],
    ['S12', 'executive', `${LEAD}\n\n## Notes\nOne.`, `${LEAD}\n\n## Notes`],
    ['S13', 'executive', `${LEAD} “Copy” is done.`, `${LEAD} “Docs” is done.`],
    ['S13', 'executive', `${LEAD} 1 of 2 items are done.`, `${LEAD} 2 of 2 items are done.`],
    ['S13', 'executive', `${LEAD} It has not shipped.`, `${LEAD} It has shipped.`],
  ])('%s for %s', (rule, audience, good, bad) => {
    const one = update(of, audience, audience === 'stakeholder' ? 'Mei Chen' : '');
    expect(broken(good, of, one)).not.toContain(rule);
    expect(broken(bad, of, one)).toContain(rule);
  });

  it('S11 names an override, and S14 keeps "as of" on what is old', () => {
    const set = noteOn(['- Risk override: on track until 2026-03-25, because of the plan'], '2026-03-10');
    const text = plain(set, 'executive');
    expect(text).toMatch(/^On track \(set by hand until Wed Mar 25; the notes say /);
    expect(broken(text, set, update(set, 'executive'))).toEqual([]);
    expect(broken(text.replace(/ \(set by hand[^)]*\)/, ''), set, update(set, 'executive'))).toContain('S11');
    const old = sampleOn('2026-02-06');
    const aged = plain(old, 'executive');
    expect(aged.match(/as of Jan 22/g)).toHaveLength(1);
    expect(aged).toContain('Based on notes as of Jan 22.');
    expect(broken(aged.replace('Based on notes as of Jan 22.\n', ''), old, update(old, 'executive'))).toContain('S14');
    const single = noteOn(['- Status: cancelled'], '2026-03-30');
    expect(plain(single, 'customer')).toBe('No shipped facts yet, as of Mar 2.');
    expect(broken('No shipped facts yet.', single, update(single, 'customer'))).toContain('S14');
    expect(plain(sampleOn('2026-02-05'), 'executive')).not.toContain('as of');
  });
});

describe('formats', () => {
  const odd = noteOn(['## Risks', '- One critical bug \\<b>@here\\</b> \\*still\\* open & [x]'], '2026-03-10');

  it.each([
    ['markdown', /\\<b\\>@here\\<\/b\\>/],
    ['slack', /&lt;b&gt;@\u2060here&lt;\/b&gt;.*&amp;/],
    ['plain', /<b>@here<\/b>/],
  ] as const)('%s keeps words of a note as text', (format, expected) => {
    expect(renderStatus(update(odd, 'executive'), format)).toMatch(expected);
  });
});

describe('what is kept', () => {
  it('comes back from the history as it went in, with its party', () => {
    const { path: _path, line: _line, ...kept } = keptOn(sampleOn(), '2026-01-22');
    const party = { ...kept, audience: 'stakeholder' as const, party: 'CS Team' };
    for (const one of [kept, party]) expect(parseHistoryLine(historyLine(one))).toEqual(one);
  });

  it.each([
    ['no facts', '{"on":"2026-01-22","release":"a","status":{"audience":"team"}}'],
    ['more done than there is', '"done":6'],
    ['a chance beyond twenty', '"chance":21'],
    ['an unknown level', '"level":"great"'],
    ['a day that is none', '"target":"2026-02-31"'],
    ['an unknown audience', '"audience":"board"'],
  ])('is set aside with %s', (_what, change) => {
    const { path: _path, line: _line, ...kept } = keptOn(sampleOn(), '2026-01-22');
    const whole = historyLine(kept);
    const key = /^"(\w+)"/.exec(change)?.[1] ?? '';
    const line = change.startsWith('{') ? change : whole.replace(RegExp(`"${key}":[^,}]+`), change);
    expect(line).not.toBe(whole);
    expect(parseHistoryLine(line)).toBeNull();
  });

  it('is saved as a note that only tells: no fact comes from it', () => {
    const of = sampleOn();
    const note = statusNote(of.release, update(of, 'executive'), null, {
      settings: defaultSettings(),
      store: { find: () => null },
      today: day('2026-01-22'),
    });
    expect(note?.text).toContain('## Sources\n\n- [[2026-01-22 - Q1 Release Planning|');
    const read = facts(note?.path ?? '', note?.text ?? '');
    expect([read.releases, read.scalars, read.actions, read.risks, read.dependencies]).toEqual([[], [], [], [], []]);
  });
});
