import fc from 'fast-check';
import { lineDifference } from '../../src/markdown/line-difference';

const said = (before: string, after: string): string[] =>
  lineDifference(before, after).map(({ kind, line }) => `${{ same: ' ', removed: '-', added: '+' }[kind]}${line}`);

describe('the difference of two texts', () => {
  it.each([
    ['a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['a', 'a\nb', [' a', '+b']],
    ['', 'a', ['+a']],
    ['a\nb', '', ['-a', '-b']],
    ['a\nb', 'b\na', ['-a', ' b', '+a']],
    ['a', 'a', [' a']],
  ])('of %j and %j', (before, after, expected) => {
    expect(said(before, after)).toEqual(expected);
  });

  it('holds both texts whole, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '1. d'), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = lineDifference(before, after);
        const side = (other: 'removed' | 'added'): string =>
          changes.flatMap(({ kind, line }) => (kind === other ? [] : [line])).join('\n');
        expect([side('added'), side('removed')]).toEqual([before, after]);
      }),
    );
  });
});
