import type { OutsideEvent } from '../../domain/outside-item';
import type { Table } from './table';
import { fieldsOf } from './unknown';

/** An event of which nothing but these is kept. */
export function seenEvent(
  row: number,
  name: string,
  time: string | null = null,
  properties: readonly string[] = [],
): OutsideEvent {
  return { row, name, event: name, time, properties };
}

/** Names of the properties of an object, sorted; their values are not looked at. */
export const propertyNames = (value: unknown): string[] => Object.keys(fieldsOf(value) ?? {}).sort();

/** The same of a cell that holds the object as JSON. */
export function propertyNamesIn(cell: string): string[] {
  try {
    return propertyNames(JSON.parse(cell));
  } catch {
    return [];
  }
}

/** Cells of a table by their header as it is written; '' where there is none. */
export const cellsOf =
  ({ headers }: Table) =>
  (cells: readonly string[], header: string): string =>
    (cells[headers.indexOf(header)] ?? '').trim();
