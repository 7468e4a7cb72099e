import fc from 'fast-check';
import { csvOf } from '../../src/presentation/csv';

/** A reader of CSV as RFC 4180 has it, written for this test alone. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replace(/""/g, '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

it('reads back as it was, save for an apostrophe before what a spreadsheet would run', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 1 }), { minLength: 1 }), (rows) => {
      const guarded = rows.map((cells) => cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)));
      expect(read(csvOf(rows))).toEqual(guarded);
    }),
  );
});

it('has no formula', () => {
  expect(csvOf([['=HYPERLINK("http://x")', '@a', '-1', 'a,b', 'say "hi"', 'two\nlines', '']])).toBe(
    `"'=HYPERLINK(""http://x"")",'@a,'-1,"a,b","say ""hi""","two\nlines",\r\n`,
  );
});
