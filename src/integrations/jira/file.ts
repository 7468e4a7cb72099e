import {
  bareIssue,
  type OutsideIssue,
  type OutsideProblem,
  type OutsideReading,
  readingOf,
} from '../../domain/outside-item';
import { type Columns, columnsOf, hasHeaders, orderIn, textOrNull } from '../files/columns';
import type { OutsideFile } from '../files/outside-files';
import { categoryOfStatus, standing } from '../files/status-words';
import type { Table } from '../files/table';
import { dayOnly, readTime } from '../files/times';
import { JIRA_HEADERS, JIRA_KEY, type JiraField, projectOf } from './fields';
import { JIRA_GUESSES } from './guesses';
import { readJiraJson } from './json';
import { readJiraXml } from './rss';

/** Of all records with a key, so many have one of an issue. */
const KEYED = 0.9;
const RECORDS_A_STEP = 500;

/** Fields of which an export of issues has at least two, beside key and summary. */
const TELLING = ['numericId', 'type', 'status', 'project', 'priority', 'resolution', 'created', 'updated'] as const;

/** Near misses: a record is no issue. */
function seemsOther(table: Table): string | null {
  if (hasHeaders(table, 'Hours') && (hasHeaders(table, 'Work date') || hasHeaders(table, 'Work Description')))
    return 'a work log of Tempo: a record is time that was spent, not an issue';
  if (
    hasHeaders(table, 'Time Spent (seconds)') ||
    hasHeaders(table, 'Worklog') ||
    hasHeaders(table, 'Started at', 'Time Spent')
  )
    return 'a work log of Jira: a record is time that was spent, not an issue';
  if (
    hasHeaders(table, 'Test Step') ||
    hasHeaders(table, 'Step', 'Expected Result') ||
    hasHeaders(table, 'Step Summary')
  )
    return 'test cases: a record is a step of a test, not an issue';
  return null;
}

function isIssues(columns: Columns<JiraField>): boolean {
  if (!columns.has('key') || !columns.has('title')) return false;
  if (TELLING.filter((field) => columns.has(field)).length < 2) return false;
  const keys = columns.sample('key');
  return keys.length > 0 && keys.filter((key) => JIRA_KEY.test(key)).length >= keys.length * KEYED;
}

/** Issues of an export of separated values, in the languages of Jira. */
function* readJiraTable(table: Table, columns: Columns<JiraField>): Generator<void, OutsideReading> {
  const problems: OutsideProblem[] = [...table.problems];
  const order = yield* orderIn(table, columns, ['created', 'updated', 'resolved', 'due']);
  const keyOfNumber = new Map<string, string>();
  for (const { row, cells } of columns.has('parent') ? table.records : []) {
    keyOfNumber.set(columns.first(cells, 'numericId'), columns.first(cells, 'key'));
    if (row % RECORDS_A_STEP === 0) yield;
  }
  const unknown = new Map<string, number>();
  const items: OutsideIssue[] = [];
  for (const { row, cells } of table.records) {
    if (row % RECORDS_A_STEP === 0) yield;
    const first = (field: JiraField): string | null => textOrNull(columns.first(cells, field));
    const time = (field: JiraField): string | null => {
      const text = first(field);
      const read = text === null ? null : readTime(text, order);
      if (text !== null && read === null)
        problems.push({ row, text: `“${text.slice(0, 40)}” is no date that is sure.` });
      return read;
    };
    const [status, resolution, completed] = [first('status'), first('resolution'), time('resolved')];
    const category =
      standing(categoryOfStatus(first('category')), status, resolution) ?? (completed === null ? null : 'done');
    if (category === null && status !== null) unknown.set(status, (unknown.get(status) ?? 0) + 1);
    const parent = first('parent');
    const id = first('key');
    if (id === null) problems.push({ row, text: 'The record has no key.' });
    items.push({
      ...bareIssue(row, first('title') ?? ''),
      id,
      type: first('type'),
      status,
      statusCategory: category,
      assignee: first('assignee'),
      due: dayOnly(time('due')),
      version: columns.all(cells, 'version'),
      project: first('project') ?? projectOf(id),
      labels: columns.all(cells, 'labels').flatMap((cell) => cell.split(/\s+/)),
      sprints: columns.all(cells, 'sprint'),
      priority: first('priority'),
      resolution,
      created: time('created'),
      updated: time('updated'),
      completed,
      parent: first('parentKey') ?? (parent === null ? null : (keyOfNumber.get(parent) ?? parent)),
    });
  }
  for (const [status, count] of unknown)
    problems.push({ row: null, text: `Nothing says what the status “${status}” means (${count}).` });
  return readingOf('jira', 'jira-csv', 'issues', items, {
    usedColumns: columns.used,
    ignoredColumns: columns.ignored,
    problems,
  });
}

/** Reads a file of Jira: issues as separated values, as an answer of its interface, or as its XML. */
export function* readJiraFile(file: OutsideFile): Generator<void, OutsideReading | null> {
  const fromJson = readJiraJson(file.json());
  if (fromJson) return fromJson;
  const fromXml = readJiraXml(file);
  if (fromXml) return fromXml;
  const table = yield* file.table();
  if (!table) return null;
  const columns = columnsOf(table, JIRA_HEADERS, JIRA_GUESSES);
  const seems = columns.has('key') || hasHeaders(table, 'Issue Key') ? seemsOther(table) : null;
  if (seems !== null)
    return readingOf(null, seems.includes('Tempo') ? 'tempo-worklog-csv' : null, 'issues', [], {
      seems,
      rows: table.records.length,
      ignoredColumns: table.headers.filter((header) => header !== ''),
    });
  return isIssues(columns) ? yield* readJiraTable(table, columns) : null;
}
