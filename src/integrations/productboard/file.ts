import { bareIssue, type OutsideIssue, type OutsideReading, readingOf } from '../../domain/outside-item';
import { readMost } from '../files/answers';
import { columnsOf, listed, orderIn, plain, textOrNull } from '../files/columns';
import type { OutsideFile } from '../files/outside-files';
import { categoryOfStatus } from '../files/status-words';
import { dayOnly, readTime } from '../files/times';
import { fieldsOf, listOf, nameOf, textOf } from '../files/unknown';

/** Start and end of a time frame: two days, one where the other is missing. */
function frame(from: string | null, to: string | null): OutsideIssue['due'] {
  if (from !== null && to !== null && from !== to) return [from, to];
  return to ?? from;
}

const KINDS = new Set(['feature', 'subfeature', 'release', 'initiative', 'component', 'objective', 'product']);

/** An entity of the interface: a feature or a release with its time frame. */
export function productboardEntity(value: unknown, row: number): OutsideIssue | null {
  const entity = fieldsOf(value);
  const fields = fieldsOf(entity?.['fields']);
  const type = textOf(entity?.['type']);
  if (!entity || !fields || type === null || !KINDS.has(type.toLowerCase())) return null;
  const span = fieldsOf(fields['timeframe']);
  const status = nameOf(fields['status'], 'name');
  return {
    ...bareIssue(row, textOf(fields['name']) ?? ''),
    id: textOf(entity['id']),
    type,
    status,
    statusCategory: categoryOfStatus(status),
    assignee: nameOf(fields['owner'], 'name', 'email'),
    due: frame(textOf(span?.['startDate']), textOf(span?.['endDate'])),
    created: textOf(entity['createdAt']),
    updated: textOf(entity['updatedAt']),
    url: textOf(fieldsOf(entity['links'])?.['html']),
  };
}

const HEADERS = {
  id: ['Feature ID', 'ID', 'Entity ID', 'UUID'],
  title: ['Feature name', 'Feature', 'Name', 'Entity name', 'Title'],
  type: ['Type', 'Entity type', 'Hierarchy level'],
  status: ['Status', 'Feature status', 'Status name'],
  owner: ['Owner', 'Feature owner', 'Owner name', 'Owner email'],
  team: ['Team', 'Teams'],
  release: ['Release', 'Releases', 'Release name', 'Assigned release'],
  start: ['Timeframe start', 'Timeframe (start)', 'Start date', 'Timeframe from', 'Timeframe start date'],
  end: ['Timeframe end', 'Timeframe (end)', 'End date', 'Timeframe to', 'Due date', 'Timeframe end date'],
  frame: ['Timeframe', 'Time frame', 'Planned date'],
  parent: ['Parent', 'Parent feature', 'Component', 'Product'],
  tags: ['Tags', 'Feature tags'],
  created: ['Created at', 'Created', 'Created date'],
  updated: ['Updated at', 'Updated', 'Last updated'],
  url: ['Feature URL', 'Productboard URL', 'Link to Productboard', 'Productboard link'],
  priority: ['Priority', 'Value', 'Prioritization score', 'Score'],
} as const;

/** Columns by which an export is known beside names that every list of features has. */
const OWN = [
  'productboard',
  'customer importance score',
  'user impact score',
  'number of insights',
  'notes count',
  'insights',
];

function* readTableOf(file: OutsideFile): Generator<void, OutsideReading | null> {
  const table = yield* file.table();
  if (!table) return null;
  const columns = columnsOf(table, HEADERS);
  const headers = table.headers.map(plain);
  const isOwn =
    headers.some((header) => OWN.some((own) => header.includes(own))) ||
    (headers.includes('feature name') && (columns.has('frame') || columns.has('start') || columns.has('release')));
  if (!columns.has('title') || !isOwn) return null;
  const order = yield* orderIn(table, columns, ['start', 'end', 'created', 'updated']);
  const items = table.records.map(({ row, cells }): OutsideIssue => {
    const first = (field: keyof typeof HEADERS): string | null => textOrNull(columns.first(cells, field));
    const [from, to] = (first('frame') ?? '').split(/ (?:-|–|→|to) /);
    const day = (cell: string | null | undefined): string | null => dayOnly(readTime(cell ?? '', order));
    const url = first('url');
    return {
      ...bareIssue(row, first('title') ?? ''),
      id: first('id'),
      type: first('type') ?? 'feature',
      status: first('status'),
      statusCategory: categoryOfStatus(first('status')),
      assignee: first('owner'),
      due: frame(day(first('start')), day(first('end'))) ?? frame(day(from), day(to)),
      version: columns.all(cells, 'release').flatMap((cell) => listed(cell)),
      labels: columns.all(cells, 'tags').flatMap((cell) => listed(cell)),
      priority: first('priority'),
      created: readTime(first('created') ?? '', order),
      updated: readTime(first('updated') ?? '', order),
      parent: first('parent'),
      project: first('team'),
      url: url !== null && /^https:\/\//.test(url) ? url : null,
    };
  });
  return readingOf('productboard', 'productboard-csv', 'issues', items, {
    usedColumns: columns.used,
    ignoredColumns: columns.ignored,
    problems: table.problems,
  });
}

/** Reads a file of Productboard: a board as separated values, or an answer of its interface. */
export function* readProductboardFile(file: OutsideFile): Generator<void, OutsideReading | null> {
  const page = fieldsOf(file.json());
  const list = listOf(page?.['data'] ?? file.json());
  const items = readMost(list, productboardEntity);
  if (items) {
    const isPart = textOf(fieldsOf(page?.['links'])?.['next']) !== null;
    return readingOf('productboard', 'productboard-json', 'issues', items, {
      rows: list.length,
      problems: isPart ? [{ row: null, text: 'The file is one page of more.' }] : [],
    });
  }
  return yield* readTableOf(file);
}
