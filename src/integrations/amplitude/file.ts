import { type OutsideEvent, type OutsideReading, readingOf } from '../../domain/outside-item';
import { readMost } from '../files/answers';
import { columnsOf, hasHeaders } from '../files/columns';
import { cellsOf, propertyNames, propertyNamesIn, seenEvent } from '../files/events';
import type { OutsideFile } from '../files/outside-files';
import { fromEpoch, readTime } from '../files/times';
import { fieldsOf, type Fields, listOf, textOf } from '../files/unknown';

/** An event as it is sent or exported. Nothing of it but its name, time and the names of its properties is kept. */
function sentEvent(value: unknown, row: number): OutsideEvent | null {
  const event = fieldsOf(value);
  const name = textOf(event?.['event_type']);
  if (!event || name === null) return null;
  const time = fromEpoch(event['time']) ?? textOf(event['event_time']) ?? textOf(event['client_event_time']);
  return seenEvent(row, name, time, propertyNames(event['event_properties']));
}

/** An event of the list of events. */
function listedEvent(value: unknown, row: number): OutsideEvent | null {
  const event = fieldsOf(value);
  const name = textOf(event?.['value']) ?? textOf(event?.['name']);
  if (!event || name === null || !('totals' in event || 'non_active' in event || 'flow_hidden' in event)) return null;
  return { ...plainFields(event), ...seenEvent(row, name) };
}

const LIST_FIELDS = ['id', 'display', 'deleted', 'hidden', 'flow_hidden', 'non_active', 'totals', 'value'] as const;

function plainFields(event: Fields): Record<string, unknown> {
  return Object.fromEntries(LIST_FIELDS.flatMap((field) => (field in event ? [[field, event[field]]] : [])));
}

function readValues(values: readonly unknown[]): OutsideReading | null {
  const [only] = values;
  const body = values.length === 1 ? fieldsOf(only) : null;
  const list = body ? listOf(body['events'] ?? body['data']) : values.length === 1 ? listOf(only) : values;
  const isBody = body !== null && Array.isArray(body['events']);
  const sent = readMost(list, sentEvent);
  if (sent)
    return readingOf('amplitude', isBody ? 'amplitude-http-body' : 'amplitude-events-jsonl', 'events', sent, {
      rows: list.length,
      problems: isBody
        ? [{ row: null, text: 'This was made to send events, it is no export; its key is not read.' }]
        : [],
    });
  const listed = readMost(list, listedEvent);
  return listed && readingOf('amplitude', 'amplitude-events-list', 'events', listed, { rows: list.length });
}

const PLAN_HEADERS = {
  name: ['Event Type', 'Object Name', 'Event Name', 'Event'],
  display: ['Display Name', 'Object Display Name'],
  property: ['Property Name', 'Event Property', 'Property'],
} as const;

/** Reads files of Amplitude: events that were sent, its list of events, and its plan. */
export function* readAmplitudeFile(file: OutsideFile): Generator<void, OutsideReading | null> {
  const values = file.values();
  if (values) return readValues(values);
  const table = yield* file.table();
  if (!table) return null;
  const cell = cellsOf(table);
  if (hasHeaders(table, 'name', 'totals', 'value') && hasHeaders(table, 'hidden')) {
    const items = table.records.map(({ row, cells }): OutsideEvent => {
      const name = cell(cells, 'value') || cell(cells, 'name');
      const fields = LIST_FIELDS.filter((field) => table.headers.includes(field));
      return {
        ...Object.fromEntries(fields.map((field) => [field, cell(cells, field)])),
        ...seenEvent(row, name),
      };
    });
    return readingOf('amplitude', 'amplitude-warehouse-csv', 'events', items, {
      usedColumns: LIST_FIELDS.filter((field) => table.headers.includes(field)),
      ignoredColumns: table.headers.filter((header) => !(LIST_FIELDS as readonly string[]).includes(header)),
      problems: table.problems,
    });
  }
  if (hasHeaders(table, 'event_type') && (hasHeaders(table, 'amplitude_id') || hasHeaders(table, 'event_properties'))) {
    const items = table.records.map(({ row, cells }): OutsideEvent => {
      const name = cell(cells, 'event_type');
      const time = readTime(cell(cells, 'event_time')) ?? fromEpoch(cell(cells, 'time'));
      return seenEvent(row, name, time, propertyNamesIn(cell(cells, 'event_properties')));
    });
    return readingOf('amplitude', 'amplitude-events-csv', 'events', items, {
      usedColumns: ['event_type', 'event_time', 'event_properties'].filter((header) => table.headers.includes(header)),
      ignoredColumns: table.headers.filter((header) => !/^event_(?:type|time|properties)$/.test(header)),
      problems: table.problems,
    });
  }
  const isPlan = hasHeaders(table, 'Object Type', 'Object Name') || hasHeaders(table, 'Event Type', 'Event Activity');
  if (!isPlan) return null;
  const columns = columnsOf(table, PLAN_HEADERS);
  const items = table.records.map(({ row, cells }): OutsideEvent => {
    const name = columns.first(cells, 'name');
    const property = columns.first(cells, 'property');
    const display = columns.first(cells, 'display');
    return { ...seenEvent(row, name, null, property === '' ? [] : [property]), display };
  });
  return readingOf('amplitude', 'amplitude-plan-csv', 'events', items, {
    usedColumns: columns.used,
    ignoredColumns: columns.ignored,
    problems: table.problems,
  });
}
