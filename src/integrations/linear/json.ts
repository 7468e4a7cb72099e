import { bareIssue, type OutsideIssue, type OutsideReading, readingOf } from '../../domain/outside-item';
import { partProblems, readMost } from '../files/answers';
import { categoryOfKey, categoryOfStatus } from '../files/status-words';
import { fieldsOf, type Fields, listOf, nameOf, textOf } from '../files/unknown';

const nodesOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : listOf(fieldsOf(value)?.['nodes']);
const KEY = /^[A-Z][A-Z0-9]*-\d+$/;
const ADDRESS = /^https:\/\/linear\.app\//;

/** An issue as Linear's interface gives it, or null where it is none. */
export function linearIssue(value: unknown, row: number): OutsideIssue | null {
  const issue = fieldsOf(value);
  const given = textOf(issue?.['id']);
  // Tools that speak for people give the key as the id.
  const id =
    textOf(issue?.['identifier']) ??
    (given !== null && KEY.test(given) && ADDRESS.test(textOf(issue?.['url']) ?? '') ? given : null);
  if (!issue || id === null || typeof issue['title'] !== 'string') return null;
  const state = fieldsOf(issue['state']);
  const status = nameOf(issue['state'] ?? issue['status'], 'name');
  const [completed, canceled] = [textOf(issue['completedAt']), textOf(issue['canceledAt'])];
  const priority = issue['priority'];
  const url = textOf(issue['url']);
  return {
    ...bareIssue(row, issue['title'].trim()),
    id,
    status,
    statusCategory:
      categoryOfKey(textOf(state?.['type']) ?? textOf(issue['statusType'])) ??
      categoryOfStatus(status) ??
      (canceled ? 'cancelled' : completed ? 'done' : null),
    assignee: nameOf(issue['assignee'], 'name', 'displayName', 'email'),
    due: textOf(issue['dueDate']),
    version: nodesOf(issue['releases']).flatMap((one) => nameOf(one, 'name', 'version') ?? []),
    project: nameOf(issue['project'], 'name'),
    labels: nodesOf(issue['labels']).flatMap((one) => nameOf(one, 'name') ?? []),
    sprints: [nameOf(issue['cycle'], 'name')].filter((name) => name !== null),
    priority:
      textOf(issue['priorityLabel']) ?? (typeof priority === 'number' ? priority : nameOf(priority, 'name', 'label')),
    created: textOf(issue['createdAt']),
    updated: textOf(issue['updatedAt']),
    completed,
    parent: nameOf(issue['parent'], 'identifier'),
    milestone: nameOf(issue['projectMilestone'], 'name'),
    url: url !== null && ADDRESS.test(url) ? url : null,
  };
}

/** The list of issues in an answer: bare, of a query, or of a part of one. */
function issuesIn(value: unknown): { readonly list: readonly unknown[]; readonly page: Fields | null } | null {
  if (Array.isArray(value)) return { list: value as readonly unknown[], page: null };
  const data = fieldsOf(fieldsOf(value)?.['data']) ?? fieldsOf(value);
  for (const part of [
    data?.['issues'],
    fieldsOf(data?.['project'])?.['issues'],
    fieldsOf(data?.['team'])?.['issues'],
    data,
  ]) {
    if (Array.isArray(part)) return { list: part as readonly unknown[], page: null };
    const page = fieldsOf(part);
    if (page && Array.isArray(page['nodes'])) return { list: page['nodes'] as readonly unknown[], page };
  }
  return null;
}

/** Issues of an answer of Linear's interface, or null for anything else. */
export function readLinearJson(value: unknown): OutsideReading | null {
  const found = issuesIn(value);
  if (!found) return null;
  const { list, page } = found;
  const items = readMost(list, linearIssue);
  if (!items) return null;
  const isPart = fieldsOf(page?.['pageInfo'])?.['hasNextPage'] === true;
  return readingOf('linear', 'linear-json', 'issues', items, {
    rows: list.length,
    problems: partProblems(isPart, list.length, items.length),
  });
}
