import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CalendarDate } from '../../src/domain/calendar-date';
import type { Release } from '../../src/domain/release';
import { proposalsOf } from '../../src/domain/proposal';
import { monthDay } from '../../src/presentation/date-wording';
import { facts, releasesOf } from '../builders';

const GUIDE = readFileSync(path.join(__dirname, '../../docs/guide.md'), 'utf8');
const NOTE = 'Inbox/Meetings/2026-03-20 - Sync.md';

/** The rows of the first table below a heading of the guide. */
function tableBelow(heading: string): [string, string][] {
  const section = GUIDE.slice(GUIDE.indexOf(heading));
  const lines = section.split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const rows: [string, string][] = [];
  for (const line of lines.slice(first + 2)) {
    if (!line.startsWith('|')) break;
    const [left = '', right = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    rows.push([left, right]);
  }
  return rows;
}

/** What a note of Mar 20 with such a line says of its release, in the guide's words. */
function says(cell: string): string {
  const written = /`([^`]+)`/.exec(cell)?.[1] ?? '';
  const section = /below \*([^*]+)\*/.exec(cell)?.[1];
  const line = section === undefined ? (/^[A-Z][\w/ -]+:/.test(written) ? `- ${written}` : `\n${written}`) : '';
  const text = `# 2026-03-20 - Sync\n\n## Release: v2.6 (Atlas)\n- Target date: Mar 23\n${line}\n${section === undefined ? '' : `\n## ${section}\n- ${written}\n`}`;
  // A later note states the target; the one before has it as a plan has.
  const own = written.startsWith('Target') ? text.replace('- Target date: Mar 23\n', '') : text;
  const release = releasesOf({ [NOTE]: own })[0] as Release;
  const day = (date: CalendarDate): string => monthDay(date);
  const { decision, phase, shipped, target, override } = release;
  if (override) return 'on track by hand';
  if (phase === 'cancelled') return 'cancelled';
  if (phase === 'released') return shipped ? `shipped ${day(shipped.value.date)}` : 'shipped';
  if (decision) return decision.value === 'conditional' ? 'conditional go' : decision.value;
  if (/rolled back/.test(written)) {
    const before = `# 2026-03-18 - Sync\n\n## Release: v2.6 (Atlas)\n- Status: released\n`;
    const [again] = releasesOf({ [NOTE]: own, 'Inbox/Meetings/2026-03-18 - Sync.md': before });
    return again?.phase === 'planned' ? 'ahead again' : 'out';
  }
  if (target && target.value.date !== '2026-03-23')
    return /by a week/.test(written) ? 'target a week later' : `target ${day(target.value.date)}`;
  return 'nothing';
}

describe('the guide’s table of what records a go, a slip, a shipment: each row holds', () => {
  const rows = tableBelow('### How to record a go, a slip, a shipment');

  it('is there', () => expect(rows.length).toBeGreaterThan(12));

  it.each(rows)('%s: %s', (cell, expected) => {
    expect(says(cell)).toBe(expected);
  });
});

describe('the guide’s table of what is found in notes: each example is asked about as it says', () => {
  const KINDS: readonly (readonly [RegExp, string])[] = [
    [/^an action/, 'action'],
    [/^somebody waited for|^something that we owe/, 'ask'],
    [/^a decision/, 'decision'],
    [/^a day/, 'date'],
    [/^a risk/, 'risk'],
    [/^nothing/, 'nothing'],
  ];
  const rows = tableBelow('### Found in notes').flatMap(([cell, expected]) =>
    cell
      .split(' · ')
      .map((sentence) => [sentence, KINDS.find(([pattern]) => pattern.test(expected))?.[1] ?? '?'] as const),
  );

  it.each(rows)('%s: %s', (sentence, kind) => {
    const note = facts(
      NOTE,
      `# 2026-03-20 - Sync\n\n- Attendees: Sarah Kim, Bob Lee, Mei Tan\n\n## Notes\n${sentence.replace(/[.]?$/, '.')}\n`,
    );
    const found = proposalsOf(note).map((proposal) => proposal.kind);
    // What is marked as work is sure at once.
    const sure = note.actions.length > 0 ? ['action'] : [];
    expect([...found, ...sure, 'nothing'][0]).toBe(kind);
  });
});
