import { type DayOrder, onlyOrder, proveDayOrder } from './times';
import type { Table } from './table';

/** Letters that no decomposition takes apart. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ı: 'i', ł: 'l', đ: 'd' };

/** Letters and digits of a header or a word, for comparing: no marks, accents, capitals or double spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[øæıłđ]/g, (sign) => PLAIN[sign] ?? sign)
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

/** How a column is known whose header is in no list: by a part of its header, and by what stands in it. */
export interface Guess {
  /** Parts of headers, plain, apart by `|`; `^` before one that begins it. Without any, all headers are looked at. */
  readonly stems?: string;
  /** Parts of which the header has one, too. */
  readonly with?: string;
  /** Parts that it has not. */
  readonly without?: string;
  readonly fits?: (values: readonly string[]) => boolean;
}

/**
 * Finds the columns of each field by the names it goes by, in any language; a header may be there several times. For a
 * field without one, the first column that a guess fits is taken.
 */
export function columnsOf<Field extends string>(
  table: Table,
  names: Readonly<Record<Field, readonly string[]>>,
  guesses: Readonly<Partial<Record<Field, Guess>>> | null = null,
): Columns<Field> {
  const fields = new Map<string, Field>();
  for (const [field, known] of Object.entries(names) as [Field, readonly string[]][])
    for (const name of known) if (!fields.has(plain(name))) fields.set(plain(name), field);
  const fieldAt = table.headers.map((header) => fields.get(plain(header)));
  const found = new Set(fieldAt);
  for (const [field, guess] of Object.entries(guesses ?? {}) as [Field, Guess][]) {
    if (found.has(field)) continue;
    const at = table.headers.findIndex(
      (header, index) => fieldAt[index] === undefined && header !== '' && isGuessed(table, guess, header, index),
    );
    if (at < 0) continue;
    // The same header several times is one field with several values.
    table.headers.forEach((header, index) => {
      if (header === table.headers[at]) fieldAt[index] = field;
    });
  }
  return chosenColumns(table, fieldAt);
}

const hasPart = (header: string, parts: string): boolean =>
  parts
    .split('|')
    .map((part) => part.trim())
    .some((part) => (part.startsWith('^') ? header.startsWith(part.slice(1)) : header.includes(part)));

function isGuessed(table: Table, guess: Guess, name: string, index: number): boolean {
  const { stems, fits } = guess;
  const header = plain(name);
  if (stems !== undefined && !hasPart(header, stems)) return false;
  if (guess.with !== undefined && !hasPart(header, guess.with)) return false;
  if (guess.without !== undefined && hasPart(header, guess.without)) return false;
  if (!fits) return true;
  const values = table.records.slice(0, SAMPLE).map(({ cells }) => (cells[index] ?? '').trim());
  const filled = values.filter((value) => value !== '');
  return filled.length > 0 && fits(filled);
}

function chosenColumns<Field extends string>(table: Table, fieldAt: readonly (Field | undefined)[]): Columns<Field> {
  const at = new Map<Field, number[]>();
  const used = new Set<string>();
  const ignored = new Set<string>();
  table.headers.forEach((header, index) => {
    const field = fieldAt[index];
    if (field === undefined) {
      if (header !== '') ignored.add(header);
      return;
    }
    used.add(header);
    const places = at.get(field);
    if (places) places.push(index);
    else at.set(field, [index]);
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
