import fc from 'fast-check';
import { applyEdits } from '../../src/markdown/text-edit';
import { tickEdit } from '../../src/markdown/tick-edit';
import { facts } from '../builders';

const tick = (text: string, title: string, line: number, mark = ' ', newMark = 'x'): string | null => {
  const result = tickEdit(text, { line, title, mark, newMark });
  return 'edit' in result ? applyEdits(text, [result.edit]) : null;
};

describe('a tick', () => {
  it('changes the one character in its box', () => {
    expect(tick('## A\n- [ ] One\n- [ ] Two\n', 'Two', 3)).toBe('## A\n- [ ] One\n- [x] Two\n');
    expect(tick('> - [ ] Quoted\r\n', 'Quoted', 1)).toBe('> - [x] Quoted\r\n');
    expect(tick('1. [ ] Numbered', 'Numbered', 1)).toBe('1. [x] Numbered');
    expect(tick('- 1. [ ] Inner', 'Inner', 1)).toBe('- 1. [x] Inner');
    expect(tick('\ufeff- [ ] First', 'First', 1)).toBe('\ufeff- [x] First');
    expect(tick('- [/] Half', 'Half', 1, '/', 'x')).toBe('- [x] Half');
  });

  it('finds its line again when lines have moved, and the nearest of equal ones', () => {
    expect(tick('new\n\n- [ ] Same\n- [ ] Other\n- [ ] Same\n', 'Same', 4)).toBe('new\n\n- [x] Same\n- [ ] Other\n- [ ] Same\n');
    expect(tick('- [ ] Ship [[A|b]] 📅 2026-02-03', 'Ship b', 9)).toBe('- [x] Ship [[A|b]] 📅 2026-02-03');
  });

  it('never touches code, comments, a changed box or another text', () => {
    expect(tickEdit('```\n- [ ] One\n```\n', { line: 2, title: 'One', mark: ' ', newMark: 'x' })).toEqual({ problem: 'gone' });
    expect(tickEdit('%%\n- [ ] One\n%%\n', { line: 2, title: 'One', mark: ' ', newMark: 'x' })).toEqual({ problem: 'gone' });
    expect(tickEdit('- [x] One\n', { line: 1, title: 'One', mark: ' ', newMark: 'x' })).toEqual({ problem: 'changed' });
    expect(tickEdit('- [ ] Two\n', { line: 1, title: 'One', mark: ' ', newMark: 'x' })).toEqual({ problem: 'gone' });
  });

  it('changes exactly one character of any note, and ticking back restores every byte', () => {
    const line = fc.constantFrom('- [ ] Docs', '- [x] Build', '  - [ ] Nested [[Ann]]', '1. [ ] Numbered', '> - [ ] Quoted', 'text', '', '```', '%% - [ ] no %%', '| a | b |', '|---|---|', '# H', '\t- [/] Tabbed', '- [ ] Été “quoted” 📅 2026-02-03');
    fc.assert(fc.property(fc.array(line, { maxLength: 20 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.nat(), (lines, eol, bom, pick) => {
      const text = (bom ? '\ufeff' : '') + lines.join(eol);
      const open = facts('x.md', text).tasks.filter((task) => task.mark === ' ' || task.mark === '/');
      const task = open[pick % Math.max(1, open.length)];
      if (!task) return;
      const ticked = tick(text, task.title, task.line, task.mark);
      expect(ticked).not.toBeNull();
      const changed = [...(ticked ?? '')].filter((char, index) => char !== [...text][index]);
      expect([changed.length, ticked?.length]).toEqual([1, text.length]);
      expect(tick(ticked ?? '', task.title, task.line, 'x', task.mark)).toBe(text);
    }), { numRuns: 1000 });
  });
});

describe('edits', () => {
  it('touch their ranges and nothing else', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.string({ maxLength: 5 })), { maxLength: 4 }), (text, raw) => {
      const points = raw.flatMap(([a, b]) => [a % (text.length + 1), b % (text.length + 1)]).sort((a, b) => a - b);
      const edits = raw.map(([, , insert], index) => ({ start: points[index * 2] ?? 0, end: points[index * 2 + 1] ?? 0, insert }));
      let expected = '';
      let at = 0;
      for (const { start, end, insert } of edits) {
        expected += text.slice(at, start) + insert;
        at = end;
      }
      expect(applyEdits(text, edits)).toBe(expected + text.slice(at));
    }));
  });

  it('are refused as a whole when they overlap or leave the text', () => {
    expect(() => applyEdits('abc', [{ start: 0, end: 2, insert: '' }, { start: 1, end: 3, insert: '' }])).toThrow(RangeError);
    expect(() => applyEdits('abc', [{ start: 2, end: 9, insert: '' }])).toThrow(RangeError);
  });
});
