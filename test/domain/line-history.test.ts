import type { CalendarDate } from '../../src/domain/calendar-date';
import { facts } from '../builders';
import type { HistoryEntry } from '../../src/domain/history-entry';
import { historyByNote, isHistoryPath, lineChanges, seenOn } from '../../src/domain/line-history';
import { historyLine, parseHistoryLine } from '../../src/domain/history-line';
import type { NoteFacts, ScalarFact } from '../../src/domain/note-facts';

const asDate = (text: string): CalendarDate => text as CalendarDate;
const PLAN = 'Active/Releases/Atlas/Plan.md';
const read = (text: string, path = PLAN, fileDate = '2026-01-20'): NoteFacts => facts(path, text, fileDate);
const plan = (target: string, more = ''): string =>
  `---\ndate: 2026-01-10\n---\n# Release: v2.6 (Atlas)\n\n- Target date: ${target}\n- Owner: [[Ann Lee]]\n${more}`;
const change = (on: string, value: string, was: string | null, note = PLAN): HistoryEntry => ({
  kind: 'line',
  on: asDate(on),
  note,
  release: '2.6 atlas',
  field: 'target',
  value,
  was,
});
const targetOf = (note: NoteFacts): ScalarFact => note.scalars.find(({ field }) => field === 'target') as ScalarFact;
const seen = (note: NoteFacts, ...sources: HistoryEntry[][]): string | null =>
  seenOn(historyByNote(sources).get(note.path) ?? [], note, targetOf(note));

describe('which lines of a living note changed', () => {
  it.each([
    ['another date', plan('2026-03-16'), plan('2026-03-30'), [['target', '2026-03-30', '2026-03-16']]],
    ['another date in other words', plan('2026-03-16'), plan('Mar 30, 2026'), [['target', '2026-03-30', '2026-03-16']]],
    ['the same date in other words', plan('2026-03-16'), plan('March 16th, 2026'), []],
    ['a box is ticked', plan('2026-03-16', '- [ ] QA\n'), plan('2026-03-16', '- [x] QA\n'), []],
    [
      'another line is added above',
      plan('2026-03-16'),
      plan('2026-03-16').replace('- Target', 'Because.\n\n- Target'),
      [],
    ],
    ['the owner', plan('2026-03-16'), plan('2026-03-16').replace('Ann Lee', 'Bo Ek'), [['owner', 'bo ek', 'ann lee']]],
    [
      'a line that was not there',
      plan('2026-03-16'),
      plan('2026-03-16', '- Go/no-go: 2026-03-12\n'),
      [['goNoGo', '2026-03-12', null]],
    ],
    ['a line is taken out', plan('2026-03-16', '- Go/no-go: 2026-03-12\n'), plan('2026-03-16'), []],
    ['the release is called otherwise', plan('2026-03-16'), plan('2026-03-16').replace('Atlas', 'Orion'), []],
    [
      'the release is called otherwise and moved',
      plan('2026-03-16'),
      plan('2026-03-30').replace('v2.6', 'v2.7'),
      [['target', '2026-03-30', '2026-03-16']],
    ],
    [
      'the words are the same and the day that they mean is another',
      '# Release: v2.6 (Atlas)\n- Target date: next Friday\n',
      '# Release: v2.6 (Atlas)\n- Target date: next Friday\n- [ ] QA\n',
      [],
    ],
  ])('%s', (_name, before, after, expected) => {
    const changes = lineChanges(read(before), read(after, PLAN, '2026-02-01'), asDate('2026-02-01'));
    expect(changes.map(({ field, value, was }) => [field, value, was])).toEqual(expected);
    expect(changes.every(({ note, on }) => note === PLAN && on === '2026-02-01')).toBe(true);
  });

  it('two releases of one page are told apart, also when both move to one day', () => {
    const page = (a: string, b: string): string =>
      `# Releases\n## Release: v1.0\n- Target date: ${a}\n## Release: v2.0\n- Target date: ${b}\n`;
    const changes = lineChanges(
      read(page('2026-03-01', '2026-03-08')),
      read(page('2026-03-30', '2026-03-30')),
      asDate('2026-02-01'),
    );
    expect(changes.map(({ release, was }) => [release, was])).toEqual([
      ['1.0', '2026-03-01'],
      ['2.0', '2026-03-08'],
    ]);
  });

  it('a meeting speaks as of its day, whatever is changed in it', () => {
    const log = (target: string): NoteFacts =>
      read(
        `# 2026-01-28 Release: v2.6 (Atlas) sync\n- Target date: ${target}\n## Attendees\n- Ann\n`,
        'Inbox/Meetings/2026-01-28 sync.md',
      );
    expect(lineChanges(log('2026-03-16'), log('2026-03-23'), asDate('2026-02-01'))).toEqual([]);
  });
});

describe('the day on which a line was seen to change', () => {
  const now = read(plan('2026-03-30'));

  it.each([
    ['nobody saw it', [[]], null],
    ['it was changed to what it says', [[change('2026-02-01', '2026-03-30', '2026-03-16')]], '2026-02-01'],
    ['it was changed to something else', [[change('2026-02-01', '2026-03-23', '2026-03-16')]], null],
    [
      'it was changed twice on a day',
      [[change('2026-02-01', '2026-03-23', '2026-03-16'), change('2026-02-01', '2026-03-30', '2026-03-23')]],
      '2026-02-01',
    ],
    [
      'it was changed and changed back',
      [[change('2026-02-01', '2026-03-23', '2026-03-30'), change('2026-02-01', '2026-03-30', '2026-03-23')]],
      null,
    ],
    [
      'it was changed back on another day',
      [[change('2026-02-01', '2026-03-23', '2026-03-30'), change('2026-02-02', '2026-03-30', '2026-03-23')]],
      '2026-02-02',
    ],
    [
      'an older state came back without a hand',
      [[change('2026-02-01', '2026-03-30', '2026-03-16'), change('2026-02-03', '2026-04-06', '2026-03-30')]],
      '2026-02-01',
    ],
    [
      'two devices saw it',
      [[change('2026-02-01', '2026-03-30', '2026-03-16')], [change('2026-02-04', '2026-03-30', null)]],
      '2026-02-04',
    ],
    [
      'a device changed there and back, another one changed to it',
      [
        [change('2026-02-05', '2026-03-23', '2026-03-30'), change('2026-02-05', '2026-03-30', '2026-03-23')],
        [change('2026-02-04', '2026-03-30', null)],
      ],
      '2026-02-04',
    ],
    [
      'the note was moved afterwards',
      [
        [
          change('2026-02-01', '2026-03-30', '2026-03-16', 'Old/Plan.md'),
          { kind: 'moved', on: asDate('2026-02-01'), from: 'Old/Plan.md', to: 'Between/Plan.md' },
          { kind: 'moved', on: asDate('2026-02-02'), from: 'Between/Plan.md', to: PLAN },
        ],
      ],
      '2026-02-01',
    ],
    [
      'another note was changed',
      [[change('2026-02-01', '2026-03-30', '2026-03-16', 'Active/Releases/Atlas copy/Plan.md')]],
      null,
    ],
  ] as [string, HistoryEntry[][], string | null][])('%s', (_name, sources, expected) => {
    expect(seen(now, ...sources)).toBe(expected);
  });
});

describe('a line of a history note', () => {
  it.each([
    change('2026-02-01', '2026-03-30', '2026-03-16'),
    change('2026-02-01', '“```”\n%%', null, 'A/ö [x]/Plan.md'),
    { kind: 'moved', on: asDate('2026-02-01'), from: 'a.md', to: 'b.md' } as HistoryEntry,
  ])('reads back as written: %j', (entry) => {
    expect(historyLine(entry)).not.toContain('\n');
    expect(parseHistoryLine(historyLine(entry))).toEqual(entry);
  });

  it.each([
    '',
    'x',
    '{"on":',
    '{"on":"2026-02-30","note":"a","release":"","field":"target","value":"x"}',
    '{"on":"2026-02-03","note":"a","release":"","field":"colour","value":"x"}',
    '{"on":"2026-02-03","note":7,"release":"","field":"target","value":"x"}',
    '{"on":"2026-02-03","tick":"of a later version"}',
  ])('passes over %j', (line) => {
    expect(parseHistoryLine(line)).toBeNull();
  });

  it.each([
    ['System/Shipshape/History Desktop k7f3 2026.md', true],
    ['System/Shipshape/History 2026.md', false],
    ['System/Shipshape/Notes.md', false],
    ['Inbox/History Desktop k7f3 2026.md', false],
  ])('%s', (path, expected) => {
    expect(isHistoryPath(path, 'System/Shipshape')).toBe(expected);
  });
});
