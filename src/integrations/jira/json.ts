import { bareIssue, type OutsideIssue, type OutsideReading, readingOf } from '../../domain/outside-item';
import { partProblems, readMost } from '../files/answers';
import { categoryOfKey, standing } from '../files/status-words';
import { fieldsOf, type Fields, listOf, nameOf, textOf } from '../files/unknown';
import { projectOf } from './fields';

/** Site of an issue's own address, where it says one: `self` is an address of the interface, not for people. */
function addressOf(self: string | null, key: string): string | null {
  const site = self === null ? null : /^https:\/\/[^/\s]+/.exec(self)?.[0];
  return site === null || site === undefined || site.includes('api.atlassian.com') ? null : `${site}/browse/${key}`;
}

/** Names of a list of things with names. */
const names = (value: unknown): string[] => listOf(value).flatMap((one) => nameOf(one, 'name', 'value') ?? []);

/** An issue as Jira's interface gives it. Unknown statuses stay text. */
export function jiraIssue(value: unknown, row: number): OutsideIssue | null {
  const issue = fieldsOf(value);
  const key = textOf(issue?.['key']);
  const fields = fieldsOf(issue?.['fields']);
  if (!issue || key === null || !fields) return null;
  const status = fieldsOf(fields['status']);
  const name = nameOf(fields['status'], 'name');
  const resolution = nameOf(fields['resolution'], 'name');
  const title = typeof fields['summary'] === 'string' ? fields['summary'].trim() : '';
  return {
    ...bareIssue(row, title),
    id: key,
    type: nameOf(fields['issuetype'], 'name'),
    status: name,
    statusCategory: standing(categoryOfKey(textOf(fieldsOf(status?.['statusCategory'])?.['key'])), name, resolution),
    assignee: nameOf(fields['assignee'], 'displayName', 'name', 'emailAddress'),
    due: textOf(fields['duedate']),
    version: names(fields['fixVersions']),
    project: nameOf(fields['project'], 'key') ?? projectOf(key),
    labels: names(fields['labels']),
    priority: nameOf(fields['priority'], 'name'),
    resolution,
    created: textOf(fields['created']),
    updated: textOf(fields['updated']),
    completed: textOf(fields['resolutiondate']),
    parent: nameOf(fields['parent'], 'key'),
    url: addressOf(textOf(issue['self']), key),
  };
}

function issuesIn(value: unknown): { readonly list: readonly unknown[]; readonly page: Fields | null } | null {
  if (Array.isArray(value)) return { list: value as readonly unknown[], page: null };
  const page = fieldsOf(value);
  return page && Array.isArray(page['issues']) ? { list: page['issues'] as readonly unknown[], page } : null;
}

/** An answer of Jira's search, or a list of its issues; null for anything else. */
export function readJiraJson(value: unknown): OutsideReading | null {
  const single = jiraIssue(value, 1);
  if (single) return readingOf('jira', 'jira-json-issue', 'issues', [single]);
  const found = issuesIn(value);
  if (!found) return null;
  const { list, page } = found;
  const items = readMost(list, jiraIssue);
  if (!items) return null;
  const total = typeof page?.['total'] === 'number' ? page['total'] : null;
  const isPart = (total !== null && total > list.length) || textOf(page?.['nextPageToken']) !== null;
  return readingOf('jira', 'jira-json-search', 'issues', items, {
    rows: list.length,
    problems: partProblems(isPart, list.length, items.length, total),
  });
}
