import { facts } from '../builders';

const changes = (text: string): (readonly [string, readonly string[], ...string[]])[] =>
  facts('Inbox/2026-01-20 - Sync.md', text).changes.map(({ words, under, settled, isProse }) => [
    words,
    under,
    ...(settled ? ['settled'] : []),
    ...(isProse ? ['prose'] : []),
  ]);

describe('a section "Process change"', () => {
  it.each([
    [
      'a plain list',
      '## Process change\n- [[Launch day]]: QA runs the smoke test\n- Drop step 3',
      [
        ['[[Launch day]]: QA runs the smoke test', []],
        ['Drop step 3', []],
      ],
    ],
    [
      'a heading with a link',
      '## Process change: [[Launch day]]\n- QA runs the smoke test',
      [['QA runs the smoke test', ['Launch day']]],
    ],
    [
      'a heading with a name',
      '### 4. Process changes – Launch day\n- QA runs the smoke test',
      [['QA runs the smoke test', ['Launch day']]],
    ],
    [
      'a label above',
      '## Process updates\nProcess: [[Active/Processes/Launch/Launch day|Launch]]\n\n- [ ] Add: tell [[Sarah Kim]]',
      [['Add: tell [[Sarah Kim]]', ['Active/Processes/Launch/Launch day']]],
    ],
    [
      'a line that only links',
      '## Process change\n[[Launch day]]\n- QA runs the smoke test',
      [['QA runs the smoke test', ['Launch day']]],
    ],
    [
      'a bold name',
      '## Process change\n**Launch day**\n- QA runs the smoke test\n\n**Rollback:**\n- Call Ann',
      [
        ['QA runs the smoke test', ['Launch day']],
        ['Call Ann', ['Rollback']],
      ],
    ],
    [
      'items under items',
      '## Process change\n- [[Launch day]]\n  - QA runs the smoke test\n    - because of January\n- [[Rollback]]:\n  - Call Ann',
      [
        ['QA runs the smoke test', ['Launch day']],
        ['Call Ann', ['Rollback']],
      ],
    ],
    [
      'a label instead of a heading',
      'Some words.\n\n**Process change**\n- QA runs the smoke test\n\n## Other\n- No change',
      [['QA runs the smoke test', []]],
    ],
    [
      'a paragraph',
      '## Changes to the process\nFrom now on, QA runs the smoke test\nbefore [[Launch day]].\n',
      [['From now on, QA runs the smoke test before [[Launch day]].', [], 'prose']],
    ],
    [
      'what is settled',
      '## Process change\n- [x] One\n- [-] Two\n- Three [applied:: 2026-01-21]\n- Four [dropped:: no]\n- Five ✅ 2026-01-21\n- [ ] Six',
      [
        ['One', [], 'settled'],
        ['Two', [], 'settled'],
        ['Three', [], 'settled'],
        ['Four', [], 'settled'],
        ['Five', [], 'settled'],
        ['Six', []],
      ],
    ],
    ['nothing to change', '## Process change\n- None\n- n/a\n- ~~gone~~\n-\n', []],
    ['signs and ids', '## Process change\n- Call Ann first 📅 2026-02-01 ^a', [['Call Ann first', []]]],
    [
      'a heading with a hyphen',
      '## Process change - Launch day\n- Add a step: call Ann',
      [['Add a step: call Ann', ['Launch day']]],
    ],
    [
      'a heading in other words',
      '## Changes to our release process\n- Remove step 2\n\n## Suggested process changes for [[Launch day]]\n- Remove step 3\n\n## Launch day: process changes\n- Remove step 4\n\n## Workflow updates\n- Remove step 5',
      [
        ['Remove step 2', []],
        ['Remove step 3', ['Launch day']],
        ['Remove step 4', ['Launch day']],
        ['Remove step 5', []],
      ],
    ],
    [
      'no history',
      '## Process change log\n- 2026-01-10: removed step 4\n\n## Process update tracker\n- Removed step 5',
      [],
    ],
    ['no note that is only called so', '# Process update – January\n\nAll is well.\n\n## Agenda\n- Lunch', []],
    [
      'callouts',
      '## Process change\n> [!info] Launch day\n> - Remove step 5\n\n- Remove step 6',
      [
        ['Remove step 5', ['Launch day']],
        ['Remove step 6', ['Launch day']],
      ],
    ],
    [
      'names above without a link',
      '## Process change\n- Launch day\n  - Remove step 5\n- **Rollback**:\n  - Call Ann\n- Drop step 3\n  - because nobody reads it\n\nHand over\n- Remove step 1',
      [
        ['Remove step 5', ['Launch day']],
        ['Call Ann', ['Rollback']],
        ['Drop step 3', []],
        ['Remove step 1', ['Hand over']],
      ],
    ],
    [
      'changes that look like labels',
      '## Process change\n**Remove step 5.**\n\n**QA** runs the smoke test **twice**\n\n- Process: add a legal review step',
      [
        ['**Remove step 5.**', [], 'prose'],
        ['**QA** runs the smoke test **twice**', [], 'prose'],
        ['Process: add a legal review step', []],
      ],
    ],
    ['a label ends at the next one', '**Process change**\n- Call Ann\n\n**Kudos**\n- Thanks Ann', [['Call Ann', []]]],
    [
      'what is about changes',
      '## Process change\n- Call Ann\n\n### Background\n- It was slow\n\n### Rollback\n- Call Bob',
      [
        ['Call Ann', []],
        ['Call Bob', ['Rollback']],
      ],
    ],
    [
      'the telling sentence of a paragraph',
      '## Process change\nWe talked about [[Launch day]]. Going forward, QA runs the smoke test.',
      [['Going forward, QA runs the smoke test.', [], 'prose']],
    ],
    [
      'no non-changes',
      '## Process change\n- No changes this week\n- No change to Launch day\n- Keep as is\n- ![[shot.png]]\n- https://x.y/z\n- Thanks everybody\n- Should we do this?',
      [],
    ],
    ['another section', '## Process\n- Step one\n\n## Change\n- Something', []],
  ])('reads %s', (_, text, expected) => {
    expect(changes(text)).toEqual(expected);
  });

  it('is no checklist: its boxes count for no release, and nobody waits for them', () => {
    const read = facts(
      'Active/Releases/2026-01-20 v1/Plan.md',
      '# v1\n- Target: 2026-03-01\n\n## Checklist\n- [ ] Docs\n\n## Process change\n- [ ] Add: call Ann\n\n| Who | What |\n|-|-|\n| Ann | x |\n',
    );
    expect([
      read.tasks.filter(({ role }) => role === 'checklist').map(({ title }) => title),
      read.actions,
      read.dependencies,
      read.changes.map(({ title }) => title),
    ]).toEqual([['Docs'], [], [], ['Add: call Ann']]);
  });
});
