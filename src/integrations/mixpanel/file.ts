import { type OutsideEvent, type OutsideReading, readingOf } from '../../domain/outside-item';
import { readMost } from '../files/answers';
import { hasHeaders } from '../files/columns';
import { cellsOf, propertyNames, propertyNamesIn, seenEvent } from '../files/events';
import type { OutsideFile } from '../files/outside-files';
import { fromEpoch } from '../files/times';
import { fieldsOf, listOf, textOf } from '../files/unknown';

const OWN = ['event_id', 'name', 'time', 'distinct_id', 'insert_id', 'properties'] as const;

/** An event of the raw export, or of what is sent: `{event, properties: {time, distinct_id, …}}`. */
function rawEvent(value: unknown, row: number): OutsideEvent | null {
  const event = fieldsOf(value);
  const name = textOf(event?.['event']);
  const properties = fieldsOf(event?.['properties']);
  if (name === null || !properties) return null;
  return seenEvent(row, name, fromEpoch(properties['time']), propertyNames(properties));
}

/** An entry of the vendor's dictionary: an event with the properties that its schema names. */
function schemaEvent(value: unknown, row: number): OutsideEvent | null {
  const entry = fieldsOf(value);
  const schema = fieldsOf(entry?.['schemaJson']);
  const name = textOf(entry?.['name']);
  if (entry?.['entityType'] !== 'event' || name === null) return null;
  return seenEvent(row, name, null, propertyNames(schema?.['properties']));
}

function readValues(values: readonly unknown[]): OutsideReading | null {
  const [only] = values;
  const list = values.length > 1 ? values : Array.isArray(only) ? listOf(only) : listOf(fieldsOf(only)?.['results']);
  const single = values.length === 1 ? rawEvent(only, 1) : null;
  if (single) return readingOf('mixpanel', 'mixpanel-export-jsonl', 'events', [single]);
  for (const [read, format] of [
    [rawEvent, 'mixpanel-export-jsonl'],
    [schemaEvent, 'mixpanel-lexicon-json'],
  ] as const) {
    const items = readMost(list, read);
    if (items) return readingOf('mixpanel', format, 'events', items, { rows: list.length });
  }
  return null;
}

/** Reads files of Mixpanel: events that were seen, as a warehouse or its own export has them, and its dictionary. */
export function* readMixpanelFile(file: OutsideFile): Generator<void, OutsideReading | null> {
  const values = file.values();
  if (values) return readValues(values);
  const table = yield* file.table();
  if (!table) return null;
  const cell = cellsOf(table);
  const isOwn =
    hasHeaders(table, 'distinct_id') && (hasHeaders(table, 'event_id', 'name') || hasHeaders(table, 'event', 'time'));
  if (isOwn) {
    const nameColumn = table.headers.includes('name') ? 'name' : 'event';
    const items = table.records.map(({ row, cells }): OutsideEvent => {
      const name = cell(cells, nameColumn);
      const own = Object.fromEntries(
        OWN.filter((field) => field !== 'properties' && table.headers.includes(field)).map((field) => [
          field,
          cell(cells, field),
        ]),
      );
      return {
        ...own,
        ...seenEvent(row, name, cell(cells, 'time'), propertyNamesIn(cell(cells, 'properties'))),
      };
    });
    return readingOf('mixpanel', 'mixpanel-warehouse-csv', 'events', items, {
      usedColumns: table.headers.filter((header) => (OWN as readonly string[]).includes(header)),
      ignoredColumns: table.headers.filter((header) => !(OWN as readonly string[]).includes(header)),
      problems: table.problems,
    });
  }
  const isLexicon = hasHeaders(table, 'Entity Type', 'Name') || hasHeaders(table, 'entityType', 'entityName');
  if (!isLexicon) return null;
  const header = (...names: readonly string[]): string =>
    table.headers.find((one) => names.includes(one.toLowerCase())) ?? '';
  const items = table.records
    .filter(({ cells }) => /event$/i.test(cell(cells, header('entity type', 'entitytype'))))
    .map(({ row, cells }): OutsideEvent => {
      return seenEvent(row, cell(cells, header('name', 'entityname')));
    });
  return readingOf('mixpanel', 'mixpanel-lexicon-csv', 'events', items, {
    rows: table.records.length,
    ignoredColumns: table.headers.filter((one) => !/name|entity/i.test(one)),
    problems: table.problems,
  });
}
