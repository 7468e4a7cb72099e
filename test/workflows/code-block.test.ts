import fc from 'fast-check';
import { proposalsOf } from '../../src/domain/proposal';
import { facts } from '../builders';
import { applyEdits } from '../../src/markdown/text-edit';
import { readBlock, replaceBlock } from '../../src/workflows/code-block';

describe('the body of a block', () => {
  test.each<[string, string, object]>([
    ['nothing', '', { show: 'releases', limit: 50, within: null, group: 'none' }],
    ['a comment', '# mine\nshow: dates', { show: 'dates' }],
    ['days', 'show: dates\nwithin: 14d', { within: 14 }],
    ['bare days', 'within: 14', { within: 14 }],
    ['weeks', 'within: 2 weeks', { within: 14 }],
    ['a link', 'release: "[[v2.5 Atlas]]"', { release: 'v2.5 Atlas' }],
    ['a person', 'show: follow-ups\nparty: "@ann"', { show: 'follow-ups', party: 'ann' }],
    ['words with a space', 'show: follow ups\nlevel: Off track', { show: 'follow-ups', level: 'off-track' }],
    ['a person without quotes', 'party: @Mei', { party: 'Mei' }],
    ['signs in a name', 'release: v2.5: Atlas', { release: 'v2.5: Atlas' }],
    ['a number sign', 'party: R&D #1', { party: 'R&D #1' }],
    ['a star', 'release: *x', { release: '*x' }],
    ['a version that looks like a number', 'show: status\nrelease: 2.10', { release: '2.10' }],
    ['the least and the most', 'limit: 200', { limit: 200 }],
  ])('%s is understood', (_, source, expected) => {
    expect(readBlock(source)).toMatchObject({ request: expected });
  });

  test.each([
    ['shwo: releases', 'Shipshape knows no “shwo” here; it knows show, release, party, level, within, group, limit.'],
    [
      'show: everything',
      'show wants releases, follow-ups, timeline, portfolio, processes, findings, dates, status, not “everything”.',
    ],
    ['level: red', 'level wants off-track, at-risk, on-track, unknown, released, not “red”.'],
    ['group: colour', 'group wants none, owner, month, team, tier, not “colour”.'],
    ['within: soon', 'within wants a number of days such as 14d, or of weeks such as 2w, not “soon”.'],
    ['limit: 0', 'limit wants a number from 1 to 200, not “0”.'],
    ['limit: 201', 'limit wants a number from 1 to 200, not “201”.'],
    ['show: status', 'show: status wants a release, such as “release: v2.5”.'],
    ['just words', 'This block cannot be read: write one “key: value” a line, such as “show: releases”.'],
    ['show: [', 'show wants releases, follow-ups, timeline, portfolio, processes, findings, dates, status, not “[”.'],
    [
      'constructor: x',
      'Shipshape knows no “constructor” here; it knows show, release, party, level, within, group, limit.',
    ],
  ])('“%s” is answered with a sentence', (source, problem) => {
    expect(readBlock(source)).toEqual({ problem });
  });

  it('whatever stands in it: a request or a sentence, never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (source) => {
        const read = readBlock(source);
        expect('problem' in read ? read.problem.length : Object.keys(read.request).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a block becomes text', () => {
  const note = (end: string): string => ['# N', '', '```shipshape', 'show: dates', '```', 'after', ''].join(end);

  it.each(['\n', '\r\n'])('in its place, with the line ends of the note (%j)', (end) => {
    const text = note(end);
    const planned = replaceBlock(text, { lineStart: 2, lineEnd: 4, text }, '- a\n- b');
    expect('edits' in planned && applyEdits(text, planned.edits)).toMatch(
      new RegExp(
        ['^# N', '', '%% shipshape:begin text \\w+ %%', '- a', '- b', '%% shipshape:end %%', 'after', '$'].join(end),
      ),
    );
  });

  it.each(['> [!info]\n> ```shipshape\n> ```\nafter', '- a\n  ```shipshape\n  ```\nafter'])(
    'inside a callout or a list it stays a block',
    (text) => {
      expect(replaceBlock(text, { lineStart: 1, lineEnd: 2, text }, '- a\n\n- b')).toEqual({ problem: 'nested' });
    },
  );

  it('and states nothing there: no date, no work, no risk is read from it', () => {
    const text = note('\n');
    const said = '- **Target: v9 Orbit** · Feb 15\n- Sev1: it is down\n- [ ] Legal sends it by Feb 3';
    const planned = replaceBlock(text, { lineStart: 2, lineEnd: 4, text }, said);
    const after = 'edits' in planned ? applyEdits(text, planned.edits) : '';
    expect(after).toContain(said);
    const read = (path: string, whole: string): object => {
      const { tasks, risks, actions, dependencies, scalars, releases } = facts(path, whole);
      return { tasks, risks, actions, dependencies, scalars, releases, found: proposalsOf(facts(path, whole)) };
    };
    for (const path of ['Active/Releases/v9/Plan.md', 'Inbox/Meetings/2026-01-22 Sync.md'])
      expect(read(path, after)).toEqual(read(path, text));
  });

  it.each([
    ['a line above came in', (text: string) => `x\n${text}`],
    ['the block says something else', (text: string) => text.replace('dates', 'releases')],
    ['the block is gone', () => '# N\n'],
  ])('is left alone when %s', (_, change) => {
    const text = note('\n');
    expect(replaceBlock(change(text), { lineStart: 2, lineEnd: 4, text }, '- a')).toEqual({ problem: 'changed' });
  });

  it('a section that is no such block is never replaced', () => {
    const text = 'a\nb\nc\n';
    expect(replaceBlock(text, { lineStart: 0, lineEnd: 1, text }, 'x')).toEqual({ problem: 'changed' });
  });
});
