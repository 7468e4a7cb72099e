import fc from 'fast-check';
import { proposalsOf } from '../../src/domain/proposal';
import { facts } from '../builders';
import { sizedTemplate, templateNamed } from '../../src/presentation/templates/templates';

/**
 * Boxes as somebody counts them who does not know the reader: list lines with a box and words, outside code and
 * comments.
 */
function boxesOf(text: string): number {
  let fenced = false;
  let count = 0;
  for (const line of text.replace(/%%[^%]*%%/g, '').split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    else if (!fenced && /^\s*(?:[-*+]|\d+\.)\s+\[[^\]]\]\s+\S/.test(line)) count++;
  }
  return count;
}

const words = fc.constantFrom(
  'Docs',
  'Ann to send the deck by Feb 3',
  '[[Legal]] needs two days notice',
  'Critical bug in export',
  'GO',
  'NO-GO',
  'Yes',
  'No',
  'None',
  'n/a',
  'Bob Roy',
  'QA sign-off (optional)',
  'TBD',
  'Waiting for terms from Legal',
  'Owner: Bob',
  'AI: Mei writes the guide',
  'done: price page',
  'v2.5 went live',
  'Decision: go',
  '**Re: launch** Ann to call',
);
const heading = fc.constantFrom(
  '## Checklist',
  '## Action items',
  '## Risks',
  '## Blockers',
  '## Dependencies',
  '## Attendees',
  '## Notes',
  '## Decision',
  '## Process changes',
  '## Rollback plan',
  '# Release: v2.5 (Atlas)',
  '# 2026-01-22 Sync',
  '### High',
  '**Marketing**',
  'We see these:',
  '```',
  '%% hidden %%',
  '',
);
const item = fc
  .tuple(
    fc.constantFrom('', '  '),
    fc.constantFrom('- ', '* ', '1. '),
    fc.constantFrom('', '[ ] ', '[x] ', '[-] ', '[/] '),
    words,
  )
  .map((parts) => parts.join(''));
const row = fc.constantFrom('', '| Action | Owner | Due |\n|-|-|-|\n| Send FAQ | Ann | Feb 3 |\n| None | | |\n');
const note = fc
  .array(fc.oneof({ weight: 3, arbitrary: item }, { weight: 1, arbitrary: heading }, { weight: 1, arbitrary: row }), {
    maxLength: 30,
  })
  .map((lines) => lines.join('\n'));

describe('lines accounted for', () => {
  it('every box counts in exactly one place, with the lines without a box in which something was read', () => {
    fc.assert(
      fc.property(
        note,
        fc.constantFrom('2026-01-22 Sync.md', 'Plan.md', 'Active/Releases/Atlas/Plan.md', 'Retro Atlas.md', 'Ideas.md'),
        (text, path) => {
          const read = facts(path, text);
          const { boxes, checklist, dependencies, actions, risks, looseEnds, proposals, notRead } = read.lines;
          const withoutBox = new Set(
            [...read.actions, ...read.dependencies, ...read.risks, ...read.tasks].map(({ line }) => line),
          );
          for (const { line, mark } of read.tasks) if (mark !== '|') withoutBox.delete(line);
          expect([boxes, checklist + dependencies + actions + risks + looseEnds + proposals + notRead.length]).toEqual([
            boxesOf(text),
            boxes + withoutBox.size + new Set(proposalsOf(read).map(({ line }) => line)).size,
          ]);
        },
      ),
      { numRuns: 800 },
    );
  });

  it.each([
    [
      'a meeting log',
      '# 2026-01-22 Sync\n## Attendees\n- [x] Ann\n## Notes\n- [ ] Ann to send the deck\n- [ ] Think about it\n## Risks\n- Vendor may slip\n',
      { boxes: 3, checklist: 0, dependencies: 0, actions: 1, risks: 1, looseEnds: 1, proposals: 0, notRead: [3] },
    ],
    [
      'a release with a choice',
      '# Release: v4.0 (Orion)\n- [ ] Docs\n- [x] Build\n\n## Outcome\n- [ ] GO\n- [ ] NO-GO\n\n## Dependencies\n- [[Legal]] needs 3 days notice\n',
      { boxes: 4, checklist: 2, dependencies: 1, actions: 0, risks: 0, looseEnds: 0, proposals: 0, notRead: [6, 7] },
    ],
    [
      'a learning',
      '---\ntype: learning\n---\n# Learning\n- [ ] not followed\n',
      { boxes: 1, checklist: 0, dependencies: 0, actions: 0, risks: 0, looseEnds: 0, proposals: 0, notRead: [5] },
    ],
  ])('%s', (_name, text, expected) => {
    expect(facts('Inbox/note.md', text).lines).toEqual(expected);
  });
});

describe('a retro that nobody has written yet', () => {
  const form = (size: 1 | 2 | 3 | 4): string =>
    sizedTemplate(templateNamed('Release Retro')?.text ?? '', size)
      .replace('{{plan_link?}}', '[[Active/Releases/v2.9/Plan|Plan]]')
      .replace('{{target}}', '2026-02-27')
      .replace(/\{\{[a-z_]+\??\}\}/g, 'v2.9 (Ledger)');
  const isBlank = (text: string): boolean | undefined => facts('Active/Releases/v2.9/Retro.md', text).lines.isBlank;

  it.each([1, 2, 3, 4] as const)('is the form as it was made, for size %d', (size) => {
    expect(isBlank(form(size))).toBe(true);
  });

  it.each([
    ['a bullet', '## What went well\n- ', '## What went well\n- The rehearsal'],
    ['a paragraph', '## What went well\n', '## What went well\nAll of it.\n\n'],
    ['a box', '- [ ] ', '- [ ] Freeze earlier'],
    ['a paragraph above the sections', '## What went well\n', 'It went badly.\n\n## What went well\n'],
    ['a finding as a heading', '## What went well\n', '## Nobody rehearsed it\n\n## What went well\n'],
    ['code', '## What went well\n', '## What went well\n```\nlog\n```\n'],
    ['words in a table', '| Hotfixes in two weeks | 0 | |', '| Hotfixes in two weeks | rolled back by Mei | |'],
    ['a ticked empty box and a word below', '- [ ] ', '- [x] \n\nNone.'],
  ])('is written with %s', (_, from, to) => {
    expect(form(2)).toContain(from);
    expect(isBlank(form(2).replace(from, to))).toBeUndefined();
  });

  it('without sections, or of another kind, is none', () => {
    expect(isBlank('# Retro: v2.9\n\nWent well.\n')).toBeUndefined();
    expect(facts('Active/Releases/v2.9/Plan.md', '# Plan\n\n## Why\n- \n').lines.isBlank).toBeUndefined();
  });
});
