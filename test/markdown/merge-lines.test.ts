import fc from 'fast-check';
import { isConflict, mergeLines, settled } from '../../src/markdown/merge-lines';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', ''), { maxLength: 8 });

describe('a three-way merge', () => {
  it('takes the side that changed, and both where they changed different lines', () => {
    expect(settled(mergeLines(['a', 'b', 'c'], ['a', 'B', 'c'], ['a', 'b', 'c', 'd']), 'mine')).toBe('a\nB\nc\nd');
    expect(mergeLines(['a', 'b'], ['a', 'x'], ['a', 'y']).filter(isConflict)).toEqual([
      { base: ['b'], mine: ['x'], theirs: ['y'] },
    ]);
  });

  it('obeys its laws: no change is no change, one side alone wins, equal changes agree', () => {
    fc.assert(
      fc.property(lines, lines, (base, other) => {
        expect(settled(mergeLines(base, base, other), 'mine')).toBe(other.join('\n'));
        expect(settled(mergeLines(base, other, base), 'theirs')).toBe(other.join('\n'));
        expect(settled(mergeLines(base, other, other), 'mine')).toBe(other.join('\n'));
      }),
      { numRuns: 1000 },
    );
  });

  it('loses nothing: "mine" keeps every line that a person added, "both" has all of both', () => {
    fc.assert(
      fc.property(lines, lines, lines, (base, mine, theirs) => {
        const known = new Set<string>(base);
        const added = (side: readonly string[]): string[] => side.filter((line) => !known.has(line));
        const parts = mergeLines(base, mine, theirs);
        const own = settled(parts, 'mine').split('\n');
        for (const line of added(mine)) expect(own).toContain(line);
        const both = settled(parts, 'both').split('\n');
        for (const line of [...added(mine), ...added(theirs)]) expect(both).toContain(line);
      }),
      { numRuns: 1000 },
    );
  });
});
