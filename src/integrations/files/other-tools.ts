import { type OutsideReading, readingOf } from '../../domain/outside-item';
import { hasHeaders } from './columns';
import type { OutsideFile } from './outside-files';
import { fieldsOf, listOf } from './unknown';

/** Exports of tools that Shipshape does not read, by headers that only they have together. */
const OTHERS: readonly (readonly [string, readonly string[]])[] = [
  ['an export of Asana', ['Task ID', 'Section/Column']],
  ['an export of Azure DevOps', ['Work Item Type', 'Title', 'State']],
  ['an export of Trello', ['Card ID', 'Card Name', 'List Name']],
  ['an export of ClickUp', ['Task ID', 'Task Name', 'Space Name']],
  ['an export of ClickUp', ['Task ID', 'Task Content', 'List Name']],
  ['an export of GitHub issues', ['Number', 'Title', 'State', 'Repository']],
  ['an export of GitHub Projects', ['Title', 'URL', 'Repository', 'Status']],
  ['an export of GitLab issues', ['Issue ID', 'Title', 'State', 'Author']],
  ['an export of YouTrack', ['Issue Id', 'Project', 'Summary', 'Reporter']],
  ['an export of Redmine', ['#', 'Tracker', 'Subject']],
  ['an export of Shortcut', ['id', 'name', 'type', 'epic_id', 'story_points']],
  ['an export of Pivotal Tracker', ['Id', 'Title', 'Iteration', 'Current State']],
  ['an export of Bugzilla', ['Bug ID', 'Summary', 'Component']],
  ['an export of Monday', ['Name', 'Subitems', 'Status']],
];

/** Lines of JSON that are events of another tool. */
function otherJson(file: OutsideFile): OutsideReading | null {
  const values = file.values();
  const first = fieldsOf(values?.[0]) ?? fieldsOf(listOf(values?.[0])[0]);
  if (!values || !first) return null;
  const isGoogle = 'event_name' in first && 'event_params' in first;
  return readingOf(null, null, 'events', [], {
    seems: isGoogle ? 'events of Google Analytics' : null,
    rows: values.length > 1 ? values.length : Math.max(1, listOf(values[0]).length),
  });
}

/** Says what a table seems to be that no system's reader knows; null for files that are no tables. */
export function* seemsOf(file: OutsideFile): Generator<void, OutsideReading | null> {
  if (file.text.trim() === '') return readingOf(null, null, 'issues', [], { seems: 'an empty file' });
  const json = otherJson(file);
  if (json) return json;
  const table = yield* file.table();
  if (!table) return null;
  const known = OTHERS.find(([, headers]) => hasHeaders(table, ...headers))?.[0];
  return readingOf(null, null, 'issues', [], {
    seems: known ?? null,
    rows: table.records.length,
    ignoredColumns: table.headers.filter((header) => header !== ''),
    problems: table.problems,
  });
}
