import { facts } from '../builders';

const changes = (text: string): (readonly [string, readonly string[], ...string[]])[] => facts('Inbox/2026-01-20 - Sync.md', text).changes.map(({ words, under, settled, isProse }) => [words, under, ...(settled ? ['settled'] : []), ...(isProse ? ['prose'] : [])]);

describe('a section "Process change"', () => {
  it.each([
    ['a plain list', '## Process change\n- [[Launch day]]: QA runs the smoke test\n- Drop step 3', [['[[Launch day]]: QA runs the smoke test', []], ['Drop step 3', []]]],
    ['a heading with a link', '## Process change: [[Launch day]]\n- QA runs the smoke test', [['QA runs the smoke test', ['Launch day']]]],
    ['a heading with a name', '### 4. Process changes – Launch day\n- QA runs the smoke test', [['QA runs the smoke test', ['Launch day']]]],
    ['a label above', '## Process updates\nProcess: [[Active/Processes/Launch/Launch day|Launch]]\n\n- [ ] Add: tell [[Sarah Kim]]', [['Add: tell [[Sarah Kim]]', ['Active/Processes/Launch/Launch day']]]],
    ['a line that only links', '## Process change\n[[Launch day]]\n- QA runs the smoke test', [['QA runs the smoke test', ['Launch day']]]],
    ['a bold name', '## Process change\n**Launch day**\n- QA runs the smoke test\n\n**Rollback:**\n- Call Ann', [['QA runs the smoke test', ['Launch day']], ['Call Ann', ['Rollback']]]],
    ['items under items', '## Process change\n- [[Launch day]]\n  - QA runs the smoke test\n    - because of January\n- [[Rollback]]:\n  - Call Ann', [['QA runs the smoke test', ['Launch day']], ['Call Ann', ['Rollback']]]],
    ['a label instead of a heading', 'Some words.\n\n**Process change**\n- QA runs the smoke test\n\n## Other\n- No change', [['QA runs the smoke test', []]]],
    ['a paragraph', '## Changes to the process\nFrom now on, QA runs the smoke test\nbefore [[Launch day]].\n', [['From now on, QA runs the smoke test before [[Launch day]].', [], 'prose']]],
    ['what is settled', '## Process change\n- [x] One\n- [-] Two\n- Three [applied:: 2026-01-21]\n- Four [reason:: no]\n- Five ✅ 2026-01-21\n- [ ] Six', [['One', [], 'settled'], ['Two', [], 'settled'], ['Three', [], 'settled'], ['Four', [], 'settled'], ['Five', [], 'settled'], ['Six', []]]],
    ['nothing to change', '## Process change\n- None\n- n/a\n- ~~gone~~\n-\n', []],
    ['signs and ids', '## Process change\n- Call Ann first 📅 2026-02-01 ^a', [['Call Ann first', []]]],
    ['another section', '## Process\n- Step one\n\n## Change\n- Something', []],
  ])('reads %s', (_, text, expected) => {
    expect(changes(text)).toEqual(expected);
  });

  it('is no checklist: its boxes count for no release, and nobody waits for them', () => {
    const read = facts('Active/Releases/2026-01-20 v1/Plan.md', '# v1\n- Target: 2026-03-01\n\n## Checklist\n- [ ] Docs\n\n## Process change\n- [ ] Add: call Ann\n\n| Who | What |\n|-|-|\n| Ann | x |\n');
    expect([read.tasks.map(({ title }) => title), read.actions, read.dependencies, read.changes.map(({ title }) => title)]).toEqual([['Docs'], [], [], ['Add: call Ann']]);
  });
});
