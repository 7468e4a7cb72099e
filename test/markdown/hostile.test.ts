import { commandless, inertText } from '../../src/domain/inert-text';
import { meansNote } from '../../src/domain/note-path';
import { safeFileName } from '../../src/domain/safe-name';
import { blankInlineCode } from '../../src/markdown/inline';
import { inlineFields } from '../../src/markdown/inline-fields';
import { managedBlocks } from '../../src/markdown/managed-block';
import { scanBlocks } from '../../src/markdown/blocks/scan-blocks';
import { propertyEdit } from '../../src/markdown/property-edit';
import { readFrontMatter } from '../../src/markdown/readers/front-matter';
import { frontMatterOf } from '../../src/markdown/blocks/front-matter-source';
import { renderTemplate } from '../../src/markdown/template';
import { applyEdits } from '../../src/markdown/text-edit';
import { facts } from '../builders';

describe('an inline field that is never closed', () => {
  it('is no field, however many links it holds', () => {
    const open = `- (attendees:: ${Array.from({ length: 400 }, (_, index) => `[[P${index}]]`).join(', ')}`;
    expect(inlineFields(open)).toEqual([]);
    expect(facts('x.md', `# Release: v1\n## Action items\n${open}\n`).actions).toHaveLength(1);
  });

  it.each([
    ['[due:: 2026-02-03]', [['due', '2026-02-03']]],
    [
      '(owner:: [[Ann]]) and [due:: Feb 3]',
      [
        ['owner', '[[Ann]]'],
        ['due', 'Feb 3'],
      ],
    ],
    ['[a:: x [y] z]', []],
    ['[attendees:: [[A]], [[B|b]]]', [['attendees', '[[A]], [[B|b]]']]],
    ['(a:: (b))', []],
    ['[[Link]] (x:: 1)', [['x', '1']]],
    ['a :: b', []],
    ['[a:: [[open]', []],
  ] as const)('%s', (text, expected) => {
    expect(inlineFields(text).map(({ key, value }) => [key, value])).toEqual(expected);
  });
});

describe('a row of emoji codes', () => {
  it('says nothing in a chat, without holding it up', () => {
    const line = `${':+1: '.repeat(300)}x`;
    expect(facts('Active/Processes/x.md', `[10:02] ann: hi\n[10:03] bob: yes\n${line}\n`).tasks).toEqual([]);
  });
});

describe('a step of reading', () => {
  /** How many steps a note of this many parts takes, and the most parts in one step. */
  const steps = (text: string): number => {
    let count = 0;
    for (const run = scanBlocks(text); !run.next().done;) count++;
    return count;
  };

  it.each([
    ['lines', 'line\n', 4000],
    ['items', '- [ ] item\n', 4000],
    ['fences', '```\n- [ ] x\n', 4000],
    ['blocks that lost their end', '%% shipshape:begin steps abc %%\n- x\n', 4000],
    ['long lines', `${'word '.repeat(2000)}\n`, 100],
    ['unclosed comments', '<!-- a\n%% b\n', 4000],
  ])('is one of many for %s', (_, part, times) => {
    expect(steps(part.repeat(times))).toBeGreaterThanOrEqual((part.length * times) / 200_000);
    expect(steps(part.repeat(times * 2))).toBeGreaterThan(1.5 * steps(part.repeat(times)));
  });

  it('looks up unequal runs of backticks once', () => {
    const line = Array.from({ length: 600 }, (_, index) => '`'.repeat(index + 1)).join('x');
    expect(blankInlineCode(line)).toBe(line);
    expect(blankInlineCode('a ``b` c`` d `e`')).toBe('a          d    ');
  });
});

describe('code', () => {
  it('is not closed by a line that is indented like code', () => {
    const note = '# Release: v1\n## Checklist\n```\n- [ ] code\n    ```\n- [ ] still code\n```\n- [ ] real\n';
    expect(facts('x.md', note).tasks.map(({ title }) => title)).toEqual(['real']);
  });

  it('raw HTML and comments hold no block of ours', () => {
    const block = '%% shipshape:begin steps abc %%\n1. x\n%% shipshape:end %%\n';
    expect(managedBlocks(block)).toHaveLength(1);
    for (const around of [
      ['<pre>\n', '</pre>\n'],
      ['<!--\n', '-->\n'],
      ['%%\n', '%%\n'],
      ['```\n', '```\n'],
      ['~~~~\n', '~~~~\n'],
    ] as const)
      expect(managedBlocks(`${around[0]}${block}${around[1]}`)).toEqual([]);
    expect(managedBlocks(`%% shipshape:begin steps abc %%\nlost\n${block}`).map(({ content }) => content)).toEqual([
      '1. x\n',
    ]);
  });
});

describe('commands of other plugins', () => {
  it.each(['<%* tp.file.cursor() %>', '{{date}}', '`= this.x`', '`$= dv.x`', '` $= dv.x`', '<% tR += 1 -%>'])(
    'are taken apart in values that come from outside: %s',
    (value) => {
      for (const safe of [
        inertText(value),
        commandless(value),
        renderTemplate('- Owner: [[{{owner}}]]', { owner: value }).text,
      ]) {
        expect(safe).not.toMatch(/<%|%>|\{\{|(?<!\\)`\s*\$?=/);
        expect(inertText(inertText(safe))).toBe(inertText(safe));
      }
    },
  );

  it('in the template itself are the person’s own and stay', () => {
    expect(renderTemplate('<% tp.date.now() %> {{date}} {{a}}', { a: 'x' }).text).toBe(
      '<% tp.date.now() %> {{date}} x',
    );
  });
});

describe('names', () => {
  it('have no half characters, and none that Windows keeps for itself', () => {
    expect(safeFileName('a\ud83d b\udc00')).toBe('a b');
    expect(['CLOCK$', 'conin$', 'CONOUT$.txt', 'nul'].map(safeFileName)).toEqual([
      'CLOCK$_',
      'conin$_',
      'CONOUT$_.txt',
      'nul_',
    ]);
    expect(safeFileName('👩‍🚀 launch')).toBe('👩‍🚀 launch');
  });

  it('are compared as a reader sees them', () => {
    expect(meansNote('Café Launch'.normalize('NFD'), 'P/Café Launch.md')).toBe(true);
    expect(meansNote('Launch\u00a0day', 'P/Launch day.md')).toBe(true);
  });
});

describe('setting a property', () => {
  const set = (properties: string): string => {
    const text = `---\n${properties}---\nText\n`;
    const edit = propertyEdit(text, 'verified', '2026-03-03');
    if ('problem' in edit) return 'refused';
    const after = applyEdits(text, edit.edits);
    expect(after.endsWith('---\nText\n')).toBe(true);
    expect(readFrontMatter(frontMatterOf(after)?.source ?? null).problem).toBeNull();
    return after.slice(4, -9);
  };

  it.each([
    ['', 'verified: 2026-03-03\n'],
    ['verified: 2026-01-20\n', 'verified: 2026-03-03\n'],
    ['verified: 2026-01-20 # by Ann\nowner: x\n', 'verified: 2026-03-03 # by Ann\nowner: x\n'],
    ['verified: "[[2026-01-20 Sync#Launch]]"\n', 'verified: 2026-03-03\n'],
    ["verified: 'x # y'\nowner: a\n", 'verified: 2026-03-03\nowner: a\n'],
    ['verified: x#y\n', 'verified: 2026-03-03\n'],
    ['"verified": old\n', '"verified": 2026-03-03\n'],
    ["'verified': old\n", "'verified': 2026-03-03\n"],
    ['verified : old\n', 'verified : 2026-03-03\n'],
    ['Verified: old\n', 'Verified: 2026-03-03\n'],
    ['verified:\nowner: x\n', 'verified: 2026-03-03\nowner: x\n'],
    ['verified: # nobody yet\nowner: x\n', 'verified: 2026-03-03 # nobody yet\nowner: x\n'],
    ['verified:\n  - a\n  - b\nowner: x\n', 'verified: 2026-03-03\nowner: x\n'],
    ['verified:\n- a\n- b\n# note\nowner: x\n', 'verified: 2026-03-03\n# note\nowner: x\n'],
    ['verified: |\n  one\n\n  two\nowner: x\n', 'verified: 2026-03-03\nowner: x\n'],
    ['verified: >-\n  one\n\n  two\n\nowner: x\n', 'verified: 2026-03-03\n\nowner: x\n'],
    ['verified: [a, b]\n', 'verified: 2026-03-03\n'],
    ['verified: &v 2026-01-01\nowner: x\n', 'verified: 2026-03-03\nowner: x\n'],
    ['owner: "a: verified: b"\n', 'owner: "a: verified: b"\nverified: 2026-03-03\n'],
    ['notes: |\n  verified: no\nowner: x\n', 'notes: |\n  verified: no\nowner: x\nverified: 2026-03-03\n'],
    ['verified: &v 2026-01-01\nreviewed: *v\n', 'refused'],
    ['{verified: x, owner: y}\n', 'refused'],
    ['? verified\n: x\n', 'refused'],
    ['verified: a\nverified: b\n', 'refused'],
    ['owner: [a\nverified: x\n', 'refused'],
  ])('%j', (before, after) => {
    expect(set(before)).toBe(after);
  });
});

describe('long properties', () => {
  it('are read where Shipshape knows them', () => {
    const tags = Array.from({ length: 10_000 }, (_, index) => `  - tag${index}`).join('\n');
    const note = `---\ntype: release\nlong:\n${tags}\ntarget: 2026-03-20\nother: {a: 1}\nowner: "[[Ann]]"\n---\n# Release: v1\n`;
    const read = facts('x.md', note);
    expect(read.scalars.map(({ field, line }) => [field, line])).toEqual([
      ['target', 10_004],
      ['owner', 10_006],
    ]);
    expect(read.diagnostics.length).toBeLessThanOrEqual(1);
  });
});
