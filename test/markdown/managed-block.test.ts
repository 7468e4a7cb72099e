import fc from 'fast-check';
import { blockEdits, blockText, managedBlocks } from '../../src/markdown/managed-block';
import { applyEdits } from '../../src/markdown/text-edit';
import { facts } from '../builders';

const around = fc.array(
  fc.oneof(
    fc.constantFrom(
      'text',
      '',
      '- [ ] x',
      '```',
      '~~~',
      '%% note %%',
      '%% shipshape:end %%',
      '%% shipshape:begin other 1a %%',
      '# H',
    ),
    fc.string({ unit: 'binary', maxLength: 10 }).map((text) => text.replace(/[\r\n]/g, ' ')),
  ),
  { maxLength: 8 },
);
const content = fc
  .array(
    fc.oneof(
      fc.constantFrom('- a', '', '%% shipshape:end %%', '```', '%% shipshape:begin x 1 %%'),
      fc.string({ maxLength: 10 }).map((text) => text.replace(/[\r\n]/g, ' ')),
    ),
    { maxLength: 5 },
  )
  .map((lines) => lines.join('\n'));

describe('a managed block', () => {
  it('is found by its fences, but not inside code', () => {
    const text = `one\n${blockText('page', '- a')}two\n`;
    expect(managedBlocks(text).map(({ name, content: inner }) => [name, inner])).toEqual([['page', '- a\n']]);
    expect(managedBlocks(`\`\`\`\n${text}\`\`\`\n`)).toEqual([]);
    expect(managedBlocks('%% shipshape:begin page 1a %%\n- a\n')).toEqual([]);
  });

  it('that a person edited is left alone', () => {
    const text = blockText('page', '- a').replace('- a', '- mine');
    expect(blockEdits(text, 'page', '- b')).toEqual({ problem: 'edited' });
    expect(blockEdits('no block\n', 'page', '- b')).toEqual({ problem: 'missing' });
  });

  it('is rewritten within its fences: every byte outside stays, twice is once, for any text around it', () => {
    fc.assert(
      fc.property(
        around,
        around,
        content,
        fc.array(content, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\ufeff'),
        fc.boolean(),
        (before, behind, first, versions, eol, bom, atEnd) => {
          const head = bom + [...before, ''].join(eol);
          const tail = atEnd ? '' : behind.join(eol);
          const block = blockText('page', first, eol);
          let text = head + (atEnd ? block.slice(0, -eol.length) : block) + tail;
          fc.pre(managedBlocks(text).some(({ name, start }) => name === 'page' && start === head.length));
          for (const version of versions) {
            const planned = blockEdits(text, 'page', version);
            if ('problem' in planned) throw new Error(planned.problem);
            text = applyEdits(text, planned.edits);
            expect(text.startsWith(head)).toBe(true);
            expect(text.endsWith(tail)).toBe(true);
            const again = blockEdits(text, 'page', version);
            expect(again).toEqual({ edits: [] });
          }
        },
      ),
      { numRuns: 4000 },
    );
  });

  it('is no source of facts: what it says was read elsewhere', () => {
    const text = `# 2026-01-26 - Ann\n\n## Action items\n- [ ] mine by Friday\n\n${blockText('stakeholder', '## Action items\n- [ ] theirs by Friday')}\n## Action items\n- [ ] after\n`;
    expect(facts('Inbox/a.md', text).actions.map(({ title, line }) => [title, text.split('\n')[line - 1]])).toEqual([
      ['mine by Friday', '- [ ] mine by Friday'],
      ['after', '- [ ] after'],
    ]);
    expect(
      facts('Inbox/a.md', '%% shipshape:begin page 1a %%\n## Action items\n- [ ] end is lost\n').actions,
    ).toHaveLength(1);
  });
});
