import fc from 'fast-check';
import { ended } from '../../src/domain/in-slices';
import { decodeText } from '../../src/integrations/files/decode-text';
import { readTable } from '../../src/integrations/files/table';
import { separated } from './files';

const utf16 = (text: string, isBig: boolean, mark: boolean): Uint8Array => {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2);
  const view = new DataView(bytes.buffer);
  [...(mark ? ['\ufeff'] : []), ...text.split('')].forEach((sign, index) =>
    view.setUint16(index * 2, sign.charCodeAt(0), !isBig),
  );
  return bytes;
};

describe('text of a file', () => {
  const text = 'Résumé;Clé\nÉcran „blau“;PAY-1\n';
  it('is told from its bytes', () => {
    expect(decodeText(new TextEncoder().encode(text))).toBe(text);
    expect(decodeText(new TextEncoder().encode(`\ufeff${text}`))).toBe(text);
    for (const isBig of [true, false]) {
      expect(decodeText(utf16(text, isBig, true))).toBe(text);
      expect(decodeText(utf16('Summary;Key\nFirst;PAY-1\n', isBig, false))).toBe('Summary;Key\nFirst;PAY-1\n');
    }
    expect(decodeText(Uint8Array.from([0x52, 0xe9, 0x73, 0x80]))).toBe('Rés€');
    expect(decodeText(new Uint8Array())).toBe('');
  });
});

describe('tables', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/\u0000|\ufeff/g, ''));
  const word = fc.stringMatching(/^[a-zA-Z]{1,8}$/);

  it('come back as they were written, whatever stands in a cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, cell, cell), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        (rows, delimiter, newline) => {
          const header = ['Alpha', 'Beta', 'Gamma'];
          const table = ended(readTable(separated([header, ...rows], delimiter, newline)));
          expect(table?.headers).toEqual(header);
          expect(table?.records.map(({ cells }) => cells)).toEqual(rows);
          expect(table?.records.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of any length yield on their way, and lose nothing', () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => [
      `PAY-${at}`,
      at % 7 === 0 ? `two\nlines, "${at}"` : `t${at}`,
    ]);
    const steps = readTable(separated([['Key', 'Title'], ...rows]));
    let yields = 0;
    let longest = 0;
    for (let from = performance.now(), step = steps.next(); ; step = steps.next()) {
      longest = Math.max(longest, performance.now() - from);
      if (step.done) {
        expect(step.value?.records).toHaveLength(100_000);
        expect(step.value?.records[99_995]?.cells).toEqual(rows[99_995]);
        break;
      }
      yields++;
      from = performance.now();
    }
    expect(yields).toBeGreaterThan(40);
    // A step is a few milliseconds; the bound is for a machine that does much else.
    expect(longest).toBeLessThan(250);
  });

  it('may begin with a line that names the separator, and end with empty columns and lines', () => {
    const table = ended(readTable('sep=;\r\nKey;Title;;\r\nA-1;One, two;;\r\n;;;\r\nA-2;Two\r\n\r\n'));
    expect(table?.headers).toEqual(['Key', 'Title', '', '']);
    expect(table?.records).toEqual([
      { row: 1, cells: ['A-1', 'One, two', '', ''] },
      { row: 3, cells: ['A-2', 'Two'] },
    ]);
  });

  it('say where a quotation mark is never closed', () => {
    const table = ended(readTable('Key,Title\nA-1,One\nA-2,"Two\nA-3,Three\n'));
    expect(table?.problems).toEqual([{ row: 2, text: 'A quotation mark is opened and never closed.' }]);
  });

  it('of one column are none', () => {
    expect(ended(readTable('just a line\nand another\n'))).toBeNull();
    expect(ended(readTable(''))).toBeNull();
  });
});
