import Papa from 'papaparse';
import type { OutsideProblem } from '../../domain/outside-item';

/** A table with a header: each record a list of cells, in the order of the columns. */
export interface Table {
  readonly headers: readonly string[];
  /** Records with their number, from 1 after the header; lines without any text are none. */
  readonly records: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly problems: readonly OutsideProblem[];
}

/** Records that are parsed before the screen gets its turn. */
const RECORDS_A_STEP = 2000;
const SAMPLE_RECORDS = 20;
const NEWLINES = ['\r\n', '\n', '\r'] as const;
const SEPARATOR_LINE = /^sep=(.)\r?\n/;

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/**
 * Reads a table of separated values (`,` `;` tab or `|`, told by the text, or by Excel's `sep=` line), with quoted line
 * breaks and any number of records, in steps. Null where there are not at least two columns.
 */
export function* readTable(source: string): Generator<void, Table | null> {
  const said = SEPARATOR_LINE.exec(source);
  const given = said ? source.slice(said[0].length) : source;
  // Line ends of two kinds make one record of two; where nothing is quoted, none of them is part of a cell.
  const text = given.includes('"') ? given : given.replace(/\r\n?/g, '\n');
  const sample = Papa.parse<string[]>(text, { preview: SAMPLE_RECORDS, delimiter: said?.[1] ?? '' });
  const { delimiter } = sample.meta;
  const newline = NEWLINES.find((one) => one === sample.meta.linebreak);
  const headers = (sample.data[0] ?? []).map((cell) => cell.trim());
  if (headers.filter((header) => header !== '').length < 2) return null;
  const records: { row: number; cells: readonly string[] }[] = [];
  const problems: OutsideProblem[] = [];
  let row = -1;
  for (let rest = text; rest !== '';) {
    const part = Papa.parse<string[]>(rest, { delimiter, newline, preview: RECORDS_A_STEP, fastMode: false });
    for (const error of part.errors)
      if (error.type === 'Quotes')
        problems.push({ row: row + 1 + (error.row ?? 0), text: 'A quotation mark is opened and never closed.' });
    for (const cells of part.data) {
      row++;
      if (row > 0 && !isBlank(cells)) records.push({ row, cells });
    }
    if (!part.meta.truncated) break;
    rest = rest.slice(part.meta.cursor);
    yield;
  }
  return { headers, records, problems };
}
