import fc from 'fast-check';
import { anyWord } from '../../src/markdown/any-word';

describe('any word', () => {
  it('writes shared beginnings once', () => {
    expect(anyWord(['june', 'july', 'jun'])).toBe('ju(?:n(?:e)?|ly)');
  });

  it('finds the longest of the words, as a plain alternation in order of length does', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', '('), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', '('), maxLength: 12 }),
        (words, text) => {
          const plain = [...words]
            .sort((a, b) => b.length - a.length)
            .map((one) => one.replace(/[.(-]/g, '\\$&'))
            .join('|');
          expect(new RegExp(anyWord(words)).exec(text)?.[0]).toBe(new RegExp(plain).exec(text)?.[0]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
