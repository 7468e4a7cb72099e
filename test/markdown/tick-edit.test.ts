import fc from 'fast-check';
import { applyEdits } from '../../src/markdown/text-edit';
import { tickEdit } from '../../src/markdown/tick-edit';
import { facts } from '../builders';

const tick = (text: string, title: string, mark = ' ', newMark = 'x', spot?: string): string | null => {
  const result = tickEdit(text, { title, spot, mark, newMark });
  return 'edit' in result ? applyEdits(text, [result.edit]) : null;
};

describe('a tick', () => {
  it('changes the one character in its box', () => {
    expect(tick('## A\n- [ ] One\n- [ ] Two\n', 'Two')).toBe('## A\n- [ ] One\n- [x] Two\n');
    expect(tick('> - [ ] Quoted\r\n', 'Quoted')).toBe('> - [x] Quoted\r\n');
    expect(tick('1. [ ] Numbered', 'Numbered')).toBe('1. [x] Numbered');
    expect(tick('- 1. [ ] Inner', 'Inner')).toBe('- 1. [x] Inner');
    expect(tick('\ufeff- [ ] First', 'First')).toBe('\ufeff- [x] First');
    expect(tick('- [/] Half', 'Half', '/', 'x')).toBe('- [x] Half');
  });

  it('finds its line again when lines have moved', () => {
    expect(tick('- [ ] Ship [[A|b]] 📅 2026-02-03', 'Ship b')).toBe('- [x] Ship [[A|b]] 📅 2026-02-03');
  });

  it('never touches code, comments, a changed box or another text', () => {
    expect(tickEdit('```\n- [ ] One\n```\n', { title: 'One', mark: ' ', newMark: 'x' })).toEqual({ problem: 'gone' });
    expect(tickEdit('%%\n- [ ] One\n%%\n', { title: 'One', mark: ' ', newMark: 'x' })).toEqual({ problem: 'gone' });
    expect(tickEdit('- [x] One\n', { title: 'One', mark: ' ', newMark: 'x' })).toEqual({ problem: 'changed' });
    expect(tickEdit('- [ ] Two\n', { title: 'One', mark: ' ', newMark: 'x' })).toEqual({ problem: 'gone' });
  });

  it('changes exactly one character of any note, and ticking back restores every byte', () => {
    const line = fc.constantFrom(
      '- [ ] Docs',
      '- [x] Build',
      '  - [ ] Nested [[Ann]]',
      '1. [ ] Numbered',
      '> - [ ] Quoted',
      'text',
      '',
      '```',
      '%% - [ ] no %%',
      '| a | b |',
      '|---|---|',
      '# H',
      '\t- [/] Tabbed',
      '- [ ] Été “quoted” 📅 2026-02-03',
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.nat(),
        (lines, eol, bom, pick) => {
          const text = (bom ? '\ufeff' : '') + lines.join(eol);
          const open = facts('x.md', text).tasks.filter((task) => task.mark === ' ' || task.mark === '/');
          const task = open[pick % Math.max(1, open.length)];
          if (!task) return;
          const ticked = tick(text, task.title, task.mark, 'x', task.spot);
          expect(ticked).not.toBeNull();
          const changed = [...(ticked ?? '')].filter((char, index) => char !== [...text][index]);
          expect([changed.length, ticked?.length]).toEqual([1, text.length]);
          expect(tick(ticked ?? '', task.title, 'x', task.mark, task.spot)).toBe(text);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('one of several equal lines', () => {
  const NOTE =
    '## Release: v2.5\n- [ ] QA sign-off\n- [ ] Docs\n\n## Release: v2.6\n- [ ] QA sign-off\n- [ ] Legal\n- [ ] QA sign-off\n';
  const spotOf = (text: string, line: number): string =>
    facts('x.md', text).tasks.find((task) => task.line === line)?.spot ?? '';
  const press = (now: string, line: number, before = NOTE): string =>
    tick(now, 'QA sign-off', ' ', 'x', spotOf(before, line)) ?? 'refused';

  it('is the one under its own release, wherever the lines have moved since', () => {
    expect(press(NOTE, 2)).toBe(NOTE.replace('QA', 'QA').replace('- [ ] QA', '- [x] QA'));
    for (const now of [
      `one\ntwo\nthree\nfour\nfive\nsix\n${NOTE}`,
      NOTE.replace('- [ ] Docs', '- [ ] Docs\n- [ ] More\n- [ ] And more'),
      NOTE.replace('- [ ] Docs\n', ''),
    ]) {
      const [before, behind] = now.split('## Release: v2.6') as [string, string];
      expect(press(now, 6)).toBe(`${before}## Release: v2.6${behind.replace('[ ]', '[x]')}`);
    }
  });

  it('is refused when its own line is gone, and others with its words are left', () => {
    const one = '## Release: v2.5\n- [ ] QA sign-off\n\n## Release: v2.6\n- [ ] QA sign-off\n';
    const without = '## Release: v2.5\n- [ ] QA sign-off\n\n## Release: v2.6\n';
    expect(tickEdit(without, { title: 'QA sign-off', spot: spotOf(one, 5), mark: ' ', newMark: 'x' })).toEqual({
      problem: 'gone',
    });
    const moved = '## Release: v2.5\n- [ ] QA sign-off\n\n## Release: v2.7\n- [ ] QA sign-off\n';
    expect(tickEdit(moved, { title: 'QA sign-off', spot: spotOf(one, 5), mark: ' ', newMark: 'x' })).toEqual({
      problem: 'gone',
    });
  });

  it('is refused when equal lines have come or gone beside it, since it could be any of them', () => {
    expect(
      tickEdit(NOTE.replace('- [ ] Legal\n- [ ] QA sign-off\n', '- [ ] Legal\n'), {
        title: 'QA sign-off',
        spot: spotOf(NOTE, 6),
        mark: ' ',
        newMark: 'x',
      }),
    ).toEqual({ problem: 'ambiguous' });
    expect(
      tickEdit(NOTE.replace('- [ ] Docs', '- [ ] **QA** sign-off'), {
        title: 'QA sign-off',
        spot: spotOf(NOTE, 2),
        mark: ' ',
        newMark: 'x',
      }),
    ).toEqual({ problem: 'ambiguous' });
    expect(tickEdit(NOTE, { title: 'QA sign-off', mark: ' ', newMark: 'x' })).toEqual({ problem: 'ambiguous' });
  });

  it('is found under a reworded heading while there never was another like it', () => {
    const one = '## Checklist\n- [ ] QA sign-off\n';
    expect(press('## Checklist (final)\n- [ ] QA sign-off\n', 2, one)).toBe(
      '## Checklist (final)\n- [x] QA sign-off\n',
    );
    expect(press('## Checklist\n\n## Later\n- [ ] QA sign-off\n', 2, one)).toBe('refused');
  });

  it('is no bullet, and a bullet is no box', () => {
    expect(
      tickEdit('- QA sign-off\n', {
        title: 'QA sign-off',
        spot: spotOf('- [ ] QA sign-off\n', 1),
        mark: ' ',
        newMark: 'x',
      }),
    ).toEqual({ problem: 'gone' });
  });

  it('is never another than the one that was meant, whatever happens to the note meanwhile', () => {
    const release = fc.tuple(
      fc.constantFrom('v1.0', 'v2.0', 'v3.0'),
      fc.array(fc.constantFrom('QA', 'Docs', 'Legal'), { maxLength: 3 }),
    );
    const noteOf = (
      parts: readonly (readonly [string, readonly { readonly title: string; readonly id: number }[]])[],
    ): string =>
      parts
        .map(
          ([name, items]) =>
            `## Release: ${name}\n${items.map(({ title, id }) => `- [ ] ${title} [id:: ${id}]\n`).join('')}`,
        )
        .join('\n');
    fc.assert(
      fc.property(
        fc.uniqueArray(release, { maxLength: 3, selector: ([name]) => name }),
        fc.nat(),
        fc.array(fc.tuple(fc.constantFrom('delete', 'line', 'swap'), fc.nat(), fc.nat()), { maxLength: 3 }),
        (parts, pick, changes) => {
          let id = 0;
          const before = parts.map(([name, titles]) => [name, titles.map((title) => ({ title, id: ++id }))] as const);
          const tasks = facts('x.md', noteOf(before)).tasks;
          const task = tasks[pick % Math.max(1, tasks.length)];
          if (!task) return;
          const now = before.map(([name, items]) => [name, [...items]] as [string, { title: string; id: number }[]]);
          for (const [what, at, other] of changes) {
            const items = now[at % now.length]?.[1] ?? [];
            if (what === 'delete') items.splice(other % Math.max(1, items.length), 1);
            else if (what === 'line') items.unshift({ title: 'New', id: 0 });
            else now.reverse();
          }
          const text = noteOf(now);
          const written = tick(text, task.title, ' ', 'x', task.spot);
          if (written === null) return;
          const line = written.split('\n').find((entry) => entry.includes('[x]')) ?? '';
          const meant = task.id ?? '';
          expect(line).toContain(`[id:: ${meant}]`);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('edits', () => {
  it('touch their ranges and nothing else', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.string({ maxLength: 5 })), { maxLength: 4 }),
        (text, raw) => {
          const points = raw.flatMap(([a, b]) => [a % (text.length + 1), b % (text.length + 1)]).sort((a, b) => a - b);
          const edits = raw.map(([, , insert], index) => ({
            start: points[index * 2] ?? 0,
            end: points[index * 2 + 1] ?? 0,
            insert,
          }));
          let expected = '';
          let at = 0;
          for (const { start, end, insert } of edits) {
            expected += text.slice(at, start) + insert;
            at = end;
          }
          expect(applyEdits(text, edits)).toBe(expected + text.slice(at));
        },
      ),
    );
  });

  it('are refused as a whole when they overlap or leave the text', () => {
    expect(() =>
      applyEdits('abc', [
        { start: 0, end: 2, insert: '' },
        { start: 1, end: 3, insert: '' },
      ]),
    ).toThrow(RangeError);
    expect(() => applyEdits('abc', [{ start: 2, end: 9, insert: '' }])).toThrow(RangeError);
  });
});
