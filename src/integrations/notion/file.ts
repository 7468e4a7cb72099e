import {
  bareIssue,
  type OutsidePage,
  type OutsideProblem,
  type OutsideReading,
  type OutsideRow,
  readingOf,
} from '../../domain/outside-item';
import { safeFileName } from '../../domain/safe-name';
import { listed, plain } from '../files/columns';
import type { OutsideFile } from '../files/outside-files';
import { categoryOfStatus } from '../files/status-words';
import type { Table } from '../files/table';
import { dayOnly, readTime } from '../files/times';

/** A name of Notion's exports: title and the page's id of 32 hexadecimal digits. */
const NAMED = /^(.*?) ?([0-9a-f]{32})(_all)?\.(md|csv|html)$/i;
const PROPERTY = /^([^:\n]{1,80}): (.*)$/;
const LINK = /\[([^[\]\n|]{1,200})\]\([^()\s]{0,500}([0-9a-f]{32})\.(?:md|csv)\)/gi;
const RANGE = ' → ';

/** Columns by what they mean; a workspace's own names are not known, so only plain ones are taken. */
const MEANINGS: readonly (readonly [
  'due' | 'status' | 'assignee' | 'labels' | 'priority' | 'url',
  readonly string[],
])[] = [
  [
    'due',
    [
      'due',
      'due date',
      'deadline',
      'date',
      'target date',
      'target',
      'launch date',
      'release date',
      'ship date',
      'fecha',
    ],
  ],
  ['status', ['status', 'state', 'stage', 'progress', 'estado', 'statut']],
  ['assignee', ['assign', 'assignee', 'owner', 'person', 'responsible', 'assigned to', 'dri', 'lead']],
  ['labels', ['tags', 'labels', 'type', 'category']],
  ['priority', ['priority', 'prio']],
  ['url', ['url', 'link']],
];

interface Named {
  readonly file: OutsideFile;
  readonly title: string;
  readonly id: string;
  readonly isAll: boolean;
  readonly form: string;
}

function namedAs(file: OutsideFile): Named | null {
  const match = NAMED.exec(file.name);
  if (!match) return null;
  const [, title = '', id = '', all, form = ''] = match;
  return { file, title, id: id.toLowerCase(), isAll: all !== undefined, form: form.toLowerCase() };
}

/** One day, or two of a range; null for what is no date. */
function daysOf(cell: string): OutsideRow['due'] {
  const [from = '', to] = cell.split(RANGE);
  const start = dayOnly(readTime(from));
  if (start === null || to === undefined) return start;
  const end = dayOnly(readTime(to));
  return end === null ? start : [start, end];
}

/** A page's title, its properties (`Key: value` lines before the first empty one), and how long the rest is. */
function readPage({ file, title, id }: Named, row: number): OutsidePage {
  const lines = file.text.split(/\r?\n/);
  const first = /^# (.*)$/.exec(lines[0] ?? '')?.[1]?.trim();
  let at = first === undefined ? 0 : 1;
  while (at < lines.length && lines[at]?.trim() === '') at++;
  const properties: Record<string, string> = {};
  const start = at;
  for (let match = PROPERTY.exec(lines[at] ?? ''); match; match = PROPERTY.exec(lines[++at] ?? ''))
    properties[match[1] ?? ''] = match[2]?.trim() ?? '';
  // Lines that go on without a break are a text with a colon in it, no properties.
  const isText = at > start && at < lines.length && lines[at]?.trim() !== '';
  const body = lines.slice(isText ? start : at).join('\n');
  const parent = NAMED.exec(`${file.folder.slice(file.folder.lastIndexOf('/') + 1)}.md`)?.[1];
  return {
    row,
    id,
    title: first ?? title,
    parent: parent ?? null,
    page: file.path,
    pageId: id,
    version: null,
    created: null,
    properties: isText ? {} : properties,
    bodyChars: body.trim().length,
  };
}

function rowOf(
  table: Table,
  cells: readonly string[],
  row: number,
  database: string,
  idOf: (title: string) => string | null,
): OutsideRow {
  const raw: Record<string, string> = {};
  table.headers.forEach((header, index) => {
    const cell = (cells[index] ?? '').trim();
    if (header !== '' && cell !== '') raw[header] = cell;
  });
  const meaning = (wanted: (typeof MEANINGS)[number][0]): string | null => {
    const names = MEANINGS.find(([name]) => name === wanted)?.[1] ?? [];
    for (const name of names) for (const [header, cell] of Object.entries(raw)) if (plain(header) === name) return cell;
    return null;
  };
  const title = (cells[0] ?? '').trim();
  const status = meaning('status');
  return {
    ...bareIssue(row, title),
    id: idOf(title),
    status,
    statusCategory: categoryOfStatus(status),
    assignee: meaning('assignee'),
    due: daysOf(meaning('due') ?? ''),
    labels: listed(meaning('labels') ?? ''),
    priority: meaning('priority'),
    url: meaning('url'),
    database,
    raw,
  };
}

/** Links to other files of the export as links to notes of their titles. */
function linked(text: string, titles: ReadonlyMap<string, string>): string {
  return text.replace(LINK, (whole, words: string, id: string) => {
    const title = safeFileName(titles.get(id.toLowerCase()) ?? '');
    return title === null ? whole : `[[${title}|${words}]]`;
  });
}

/** One file of each database: the one with all its rows, where there are two. */
function databasesOf(named: readonly Named[]): Named[] {
  const found = new Map<string, Named>();
  for (const one of named) {
    if (one.form !== 'csv') continue;
    const key = `${one.file.folder}\n${one.id}`;
    if (one.isAll || !found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

/** Reads an export of Notion (Markdown and CSV): rows of databases, each once, and pages. */
export function* readNotionFiles(files: readonly OutsideFile[]): Generator<void, OutsideReading | null> {
  const named = files.flatMap((file) => namedAs(file) ?? []);
  if (named.length === 0) return null;
  const pages = named.filter(({ form }) => form === 'md');
  const web = named.filter(({ form }) => form === 'html');
  const problems: OutsideProblem[] = [];
  if (web.length > 0)
    problems.push({ row: null, text: `${web.length} pages are HTML: export as “Markdown & CSV” to have them read.` });
  const read = pages.map((page, index) => readPage(page, index + 1));
  const ids = new Map<string, string | null>();
  for (const { title, pageId } of read) ids.set(title, ids.has(title) ? null : pageId);
  const titles = new Map(
    read.filter(({ title }) => ids.get(title) !== null).map(({ pageId, title }) => [pageId ?? '', title]),
  );
  const rows: OutsideRow[] = [];
  const columns = new Set<string>();
  for (const { file } of databasesOf(named)) {
    const table = yield* file.table();
    // A database of one column is no table for the reader of tables.
    for (const header of table?.headers ?? []) columns.add(header);
    for (const { row, cells } of table?.records ?? [])
      rows.push(rowOf(table as Table, cells, row, file.name, (title) => ids.get(title) ?? null));
    yield;
  }
  if (rows.length === 0 && read.length === 0 && web.length > 0)
    return readingOf(null, 'notion-html', 'pages', [], {
      seems: 'an export of Notion as HTML: export as “Markdown & CSV” instead',
      rows: web.length,
    });
  return readingOf('notion', 'notion-markdown-csv', rows.length > 0 ? 'issues' : 'pages', [...rows, ...read], {
    rows: rows.length > 0 ? rows.length : read.length,
    bodies: new Map(pages.map(({ file }, index) => [index + 1, { form: 'markdown', text: linked(file.text, titles) }])),
    usedColumns: [...columns],
    problems,
  });
}
