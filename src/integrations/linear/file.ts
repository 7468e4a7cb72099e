import {
  bareIssue,
  type OutsideIssue,
  type OutsideProblem,
  type OutsideReading,
  readingOf,
} from '../../domain/outside-item';
import { type Columns, columnsOf, hasHeaders, listed, orderIn, plain, textOrNull } from '../files/columns';
import type { OutsideFile } from '../files/outside-files';
import { categoryOfStatus } from '../files/status-words';
import type { Table } from '../files/table';
import { dayOnly, readTime } from '../files/times';
import { readLinearJson } from './json';

type LinearField =
  | 'id'
  | 'title'
  | 'status'
  | 'priority'
  | 'project'
  | 'milestone'
  | 'labels'
  | 'assignee'
  | 'created'
  | 'updated'
  | 'completed'
  | 'canceled'
  | 'due'
  | 'parent'
  | 'cycle'
  | 'url';

/** Headers of Linear's own export, and of what scripts over its interface write. */
const LINEAR_HEADERS: Readonly<Record<LinearField, readonly string[]>> = {
  id: ['ID', 'Identifier', 'Issue ID', 'Issue identifier', 'Issue'],
  title: ['Title', 'Issue title', 'Name'],
  status: ['Status', 'State', 'State name', 'Workflow state'],
  priority: ['Priority', 'Priority label'],
  project: ['Project', 'Project name'],
  milestone: ['Project Milestone', 'Milestone'],
  labels: ['Labels', 'Label'],
  assignee: ['Assignee', 'Assignee name', 'Assigned to'],
  created: ['Created', 'Created at', 'createdAt', 'Created date'],
  updated: ['Updated', 'Updated at', 'updatedAt', 'Last updated'],
  completed: ['Completed', 'Completed at', 'completedAt', 'Done at'],
  canceled: ['Canceled', 'Cancelled', 'canceledAt'],
  due: ['Due Date', 'Due', 'dueDate', 'Target date'],
  parent: ['Parent issue', 'Parent'],
  cycle: ['Cycle Name', 'Cycle'],
  url: ['URL', 'Link', 'Issue URL'],
};

/** Columns of Linear's template for its own importer, which has no identifiers. */
const TEMPLATE = new Set(
  ['Title', 'Description', 'Priority', 'Status', 'Assignee', 'Created', 'Completed', 'Labels', 'Label', 'Estimate'].map(
    plain,
  ),
);
/** Columns that only Linear's own export has. */
const OWN = ['Cycle Number', 'Project ID', 'Triaged', 'SLA Status', 'Project Milestone ID', 'Initiatives'];
const KEY = /^[A-Z][A-Z0-9]*-\d+$/i;
const ADDRESS = /^https:\/\/linear\.app\//;
const KEYED = 0.9;
/** Linear puts a mark before what a spreadsheet would take for a formula. */
const GUARDED = /^'(?=[=+\-@])/;
const RECORDS_A_STEP = 500;

function isTemplate(table: Table): boolean {
  const headers = table.headers.filter((header) => header !== '').map(plain);
  return (
    headers.every((header) => TEMPLATE.has(header)) &&
    hasHeaders(table, 'Title', 'Status') &&
    hasHeaders(table, 'Priority')
  );
}

function isIssues(table: Table, columns: Columns<LinearField>): boolean {
  if (!columns.has('id') || !columns.has('title') || !columns.has('status')) return false;
  const ids = columns.sample('id');
  if (ids.length === 0 || ids.filter((id) => KEY.test(id)).length < ids.length * KEYED) return false;
  const isOwn = OWN.some((header) => hasHeaders(table, header));
  return isOwn || columns.sample('url').some((url) => ADDRESS.test(url)) || hasHeaders(table, 'Title', 'Status');
}

function* issuesOf(table: Table, columns: Columns<LinearField>): Generator<void, OutsideIssue[]> {
  const order = yield* orderIn(table, columns, ['created', 'updated', 'completed', 'due']);
  const items: OutsideIssue[] = [];
  for (const { row, cells } of table.records) {
    if (row % RECORDS_A_STEP === 0) yield;
    const first = (field: LinearField): string | null => textOrNull(columns.first(cells, field));
    const time = (field: LinearField): string | null => readTime(first(field) ?? '', order);
    const status = first('status');
    const [completed, canceled, url] = [time('completed'), time('canceled'), first('url')];
    items.push({
      ...bareIssue(row, (first('title') ?? '').replace(GUARDED, '')),
      id: first('id'),
      status,
      statusCategory: categoryOfStatus(status) ?? (canceled ? 'cancelled' : completed ? 'done' : null),
      assignee: first('assignee'),
      due: dayOnly(time('due')),
      project: first('project'),
      labels: columns.all(cells, 'labels').flatMap((cell) => listed(cell)),
      sprints: columns.all(cells, 'cycle'),
      priority: first('priority'),
      created: time('created'),
      updated: time('updated'),
      completed,
      parent: first('parent'),
      milestone: first('milestone'),
      url: url !== null && ADDRESS.test(url) ? url : null,
    });
  }
  return items;
}

/** Reads a file of Linear: its export, what a script wrote, or an answer of its interface. */
export function* readLinearFile(file: OutsideFile): Generator<void, OutsideReading | null> {
  const fromJson = readLinearJson(file.json());
  if (fromJson) return fromJson;
  const table = yield* file.table();
  if (!table) return null;
  const columns = columnsOf(table, LINEAR_HEADERS);
  const known = { usedColumns: columns.used, ignoredColumns: columns.ignored };
  if (isTemplate(table))
    return readingOf(null, 'linear-import-csv', 'issues', yield* issuesOf(table, columns), {
      ...known,
      seems: "a template for Linear's importer: without identifiers, a second import can't tell its records again",
    });
  if (!isIssues(table, columns)) return null;
  const items = yield* issuesOf(table, columns);
  const unknown = new Set(items.flatMap((item) => (item.statusCategory === null ? (item.status ?? []) : [])));
  const problems: OutsideProblem[] = [...unknown].map((status) => ({
    row: null,
    text: `Nothing says what the status “${status}” means.`,
  }));
  const isOwn = OWN.some((header) => hasHeaders(table, header));
  return readingOf('linear', isOwn ? 'linear-csv' : 'linear-csv-by-script', 'issues', items, {
    ...known,
    problems: [...table.problems, ...problems],
  });
}
