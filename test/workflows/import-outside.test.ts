import type { CalendarDate } from '../../src/domain/calendar-date';
import { bareIssue, type OutsideIssue, readingOf } from '../../src/domain/outside-item';
import { applyEdits } from '../../src/markdown/text-edit';
import { managedBlocks } from '../../src/markdown/managed-block';
import { importHome, isShared, offeredRelease, planIssues, planTable } from '../../src/workflows/import-outside';
import { pageNotes } from '../../src/workflows/import-pages';
import { facts, releasesOf } from '../builders';

const TODAY = '2026-02-20' as CalendarDate;
const issue = (id: string | null, title: string, more: Partial<OutsideIssue> = {}): OutsideIssue => ({
  ...bareIssue(1, title),
  id,
  ...more,
});
const plan = (
  text: string,
  issues: readonly OutsideIssue[],
  overwrite = false,
  known = issues,
): ReturnType<typeof planIssues> => planIssues(text, 'jira', issues, { today: TODAY, known, overwrite });
function written(text: string, issues: readonly OutsideIssue[], known = issues): string {
  const planned = plan(text, issues, false, known);
  if (!('edits' in planned)) throw new Error(planned.problem);
  return applyEdits(text, planned.edits);
}

describe('a block of another system in a note', () => {
  it.each([
    ['an open fence', '# A\n\n```\ncode\n'],
    ['an open comment', '# A\n\n%% not yet\n'],
    ['an open comment of HTML', '# A\n\n<!-- not yet\n'],
    ['an open tag', '# A\n\n<pre>\ntext\n'],
  ])('is refused behind %s', (_, text) => {
    expect(plan(text, [issue('PAY-1', 'One')])).toEqual({ problem: 'unsafe' });
  });

  it('is refused where one without its end, or a double, stands', () => {
    const once = written('# A\n', [issue('PAY-1', 'One')]);
    expect(plan(once.replace('%% shipshape:end %%\n', ''), [issue('PAY-1', 'One')])).toEqual({ problem: 'several' });
    expect(plan(`${once}\n${once}`, [issue('PAY-1', 'One')])).toEqual({ problem: 'several' });
    expect(plan(once.replace('One', 'Mine'), [issue('PAY-1', 'One')])).toEqual({ problem: 'edited' });
    expect(plan(once.replace('One', 'Mine'), [issue('PAY-1', 'One')], true)).toMatchObject({ content: { shown: 1 } });
  });

  it.each(['\n', '\r\n'])('keeps all else, with line ends %j', (eol) => {
    const before = ['# A', '', '- [ ] mine', ''].join(eol);
    const first = written(before, [issue('PAY-1', 'One'), issue('PAY-2', 'Two')]);
    expect(first.startsWith(before)).toBe(true);
    const behind = `${first}${eol}My last words${eol}`;
    const second = written(behind, [issue('PAY-1', 'One, again')]);
    const [block] = managedBlocks(second);
    expect(`${second.slice(0, block?.start)}…${second.slice(block?.end)}`).toBe(
      `${before}${eol}…${eol}My last words${eol}`,
    );
    expect(written(second, [issue('PAY-1', 'One, again')])).toBe(second);
  });

  it('takes a version that was not chosen for no loss, and names at most twenty that are', () => {
    const all = [issue('PAY-1', 'One', { version: ['1'] }), issue('PAY-2', 'Two', { version: ['2'] })];
    const text = written('# A\n', all);
    expect(written(text, [all[0] as OutsideIssue], all)).not.toContain('No longer there');
    let note = '# A\n';
    for (let round = 0; round < 4; round++)
      note = written(
        note,
        Array.from({ length: 30 }, (_, at) => issue(`R${round}-${at}`, `Item ${at}`)),
      );
    expect(/^No longer there: (.*)$/m.exec(note)?.[1]?.split(' · ')).toHaveLength(20);
  });

  it('keeps what is done after its week, as long as the block knew it, and days of the future out of it', () => {
    const open = written('# A\n', [issue('PAY-1', 'One', { updated: '2026-01-05' })]);
    const done = issue('PAY-1', 'One', { statusCategory: 'done', updated: '2026-01-06' });
    const later = written(open, [
      done,
      issue('PAY-2', 'Two', { updated: '2026-02-18' }),
      issue('PAY-3', 'Three', { created: '9999-12-31' }),
    ]);
    expect(later).toContain('- [x] One (PAY-1) [completion:: 2026-01-06]');
    expect(later).toContain('As of 2026-02-18');
  });

  it('tells titles in brackets from keys, and equal titles from one another', () => {
    const issues = [
      issue(null, 'Ship export (beta)'),
      issue(null, 'Fix (PAY-1)'),
      issue(null, 'Twice'),
      issue(null, 'Twice'),
      issue('beta', 'Dark mode'),
    ];
    const text = written('# A\n', issues);
    expect(text).toContain('- [ ] Dark mode [id:: beta]');
    expect(text.match(/- \[ \] Twice/g)).toHaveLength(2);
    expect(written(text, issues)).toBe(text);
    const release = releasesOf({
      'Active/Releases/v2.5/Plan.md': `# Release: v2.5\nTarget: 2026-03-20\n\n${text.slice(4)}`,
    })[0];
    expect(release?.items.map(({ title }) => title)).toEqual([
      'Dark mode',
      'Ship export (beta)',
      'Fix (PAY-1)',
      'Twice',
      'Twice',
    ]);
  });

  it('of a table holds no living words', () => {
    const reading = readingOf('slack', 'slack-export', 'messages', [
      {
        row: 1,
        file: 'a',
        channel: '%%',
        ts: '1769000000.000100',
        utc: '2026-01-21T12:53:20Z',
        user: 'eve',
        author: '[[Eve]]\u202e',
        bot: null,
        subtype: null,
        text: '',
        said: '<script>x</script> {{x}} `= 1` | #tag %% shipshape:end %%',
        thread: null,
      },
    ]);
    const planned = planTable('# A\n', reading);
    const text = 'edits' in planned ? applyEdits('# A\n', planned.edits) : '';
    expect(managedBlocks(text)).toHaveLength(1);
    expect(text.split('\n').slice(5, 6)).toEqual([
      '- 2026-01-21 12:53 UTC \\#%\\% **\\[\\[Eve\\]\\]:** \\<script>x\\</script> {\\{x}} \\`= 1\\` \\| \\#tag %\\% shipshape:end %\\%',
    ]);
  });
});

describe('where it goes', () => {
  it('is the checklist beside the plan, never a note of several releases', () => {
    const [release] = releasesOf({
      'Active/Releases/v2.5/Plan.md': '# Release: v2.5\nTarget: 2026-03-20\n',
      'Active/Releases/v2.5/Checklist.md': '# Checklist v2.5\n- [ ] a\n',
    });
    expect(release && importHome(release)).toBe('Active/Releases/v2.5/Checklist.md');
    const shared = facts('Plans.md', '## Release: v2.5\nTarget: Mar 20\n\n## Release: v2.6\nTarget: Apr 20\n');
    expect([isShared('Plans.md', [shared]), isShared('Other.md', [shared])]).toEqual([true, false]);
  });

  it('is offered by an equal version, and not where two fit', () => {
    const releases = releasesOf({
      'Active/Releases/v2.5/Plan.md': '# Release: v2.5\nTarget: 2026-03-20\n',
      'Active/Releases/v2.6/Plan.md': '# Release: v2.6\nTarget: 2026-04-20\n',
    });
    expect(offeredRelease(releases, ['2.5', '9'])).toMatchObject({ version: '2.5', release: { key: 'v2.5' } });
    expect(offeredRelease(releases, ['2.5', '2.6'])).toBeNull();
    expect(offeredRelease(releases, ['7'])).toBeNull();
  });
});

describe('pages as notes', () => {
  const page = (row: number, title: string): object => ({
    row,
    id: null,
    title,
    parent: null,
    page: 'a',
    pageId: null,
    version: null,
    created: null,
    properties: {},
    bodyChars: 1,
  });
  it('each have a place, and nothing of them comes to life', () => {
    const titles = ['A', 'A', 'A 2', 'B\n\n## Release: v2.5\n- Target date: 2027-02-02', '..'];
    const body =
      '# A\n<iframe src="x"></iframe>\n```dataviewjs\ndv.x\n```\n%% shipshape:begin from-jira 1 %%\n<% tp %>\n';
    const reading = readingOf('notion', 'x', 'pages', titles.map((title, index) => page(index + 1, title)) as never, {
      bodies: new Map([
        [1, { form: 'markdown', text: body }],
        [4, { form: 'html', text: '<p>x</p>' }],
      ]),
    });
    const notes = pageNotes(reading, '/Inbox/In/', () => 'x <b>y</b>');
    expect(notes.map(({ path }) => path)).toEqual([
      'Inbox/In/A.md',
      'Inbox/In/A 2.md',
      'Inbox/In/A 2 2.md',
      'Inbox/In/B ## Release - v2.5 - Target date - 2027-02-02.md'.replace('## ', ''),
      'Inbox/In/Untitled.md',
    ]);
    expect(notes[0]?.text).toBe(
      '# A\n\\<iframe src="x">\\</iframe>\n```text dataviewjs\ndv.x\n```\n%\\% shipshape:begin from-jira 1 %%\n<\\% tp %\\>\n',
    );
    expect(notes[3]?.text.split('\n')[0]).toMatch(/^# B \\## Release/);
    expect(notes[3]?.text).toContain('x \\<b>y\\</b>');
  });
});
