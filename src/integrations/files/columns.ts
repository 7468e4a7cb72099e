import { type DayOrder, onlyOrder, proveDayOrder } from './times';
import type { Table } from './table';

/** Letters and digits of a header or a word, for comparing: no marks, accents, capitals or double spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\s_.:’'`"()/\\-]+/g, ' ')
    .trim();
}

const SAMPLE = 1000;
const RECORDS_A_STEP = 2000;

/** Columns of a table by what they mean. */
export interface Columns<Field extends string> {
  /** First column of a field that has text in the record; else ''. */
  readonly first: (cells: readonly string[], field: Field) => string;
  /** Texts of all columns of a field, each once, in order. */
  readonly all: (cells: readonly string[], field: Field) => string[];
  readonly has: (field: Field) => boolean;
  /** Texts of a field's columns in the first thousand records: enough to tell what a table is. */
  readonly sample: (field: Field) => string[];
  readonly used: readonly string[];
  readonly ignored: readonly string[];
}

/** Finds the columns of each field by the names it goes by, in any language; a header may be there several times. */
export function columnsOf<Field extends string>(
  table: Table,
  names: Readonly<Record<Field, readonly string[]>>,
): Columns<Field> {
  const fields = new Map<string, Field>();
  for (const [field, known] of Object.entries(names) as [Field, readonly string[]][])
    for (const name of known) if (!fields.has(plain(name))) fields.set(plain(name), field);
  const at = new Map<Field, number[]>();
  const used = new Set<string>();
  const ignored = new Set<string>();
  table.headers.forEach((header, index) => {
    const field = fields.get(plain(header));
    if (field === undefined) {
      if (header !== '') ignored.add(header);
      return;
    }
    used.add(header);
    at.set(field, [...(at.get(field) ?? []), index]);
  });
  const all = (cells: readonly string[], field: Field): string[] => [
    ...new Set((at.get(field) ?? []).map((index) => (cells[index] ?? '').trim()).filter((text) => text !== '')),
  ];
  return {
    first: (cells, field) => all(cells, field)[0] ?? '',
    all,
    has: (field) => at.has(field),
    sample: (field) => table.records.slice(0, SAMPLE).flatMap(({ cells }) => all(cells, field)),
    used: [...used],
    ignored: [...ignored],
  };
}

/** Whether a table has all of these headers, whatever their capitals and marks. */
export function hasHeaders(table: Table, ...wanted: readonly string[]): boolean {
  const there = new Set(table.headers.map(plain));
  return wanted.every((header) => there.has(plain(header)));
}

/** Text, or null where there is none. */
export const textOrNull = (text: string): string | null => (text === '' ? null : text);

/** Parts of a cell that lists several. */
export const listed = (cell: string, separator: RegExp | string = ','): string[] =>
  cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What all dates of some columns say about the order of day and month, in steps. */
export function* orderIn<Field extends string>(
  { records }: Table,
  columns: Columns<Field>,
  fields: readonly Field[],
): Generator<void, DayOrder> {
  const found = new Set<Exclude<DayOrder, null>>();
  for (const { row, cells } of records) {
    for (const field of fields) proveDayOrder(columns.first(cells, field), found);
    if (row % RECORDS_A_STEP === 0) yield;
  }
  return onlyOrder(found);
}
