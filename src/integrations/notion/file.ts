import {
  bareIssue,
  type OutsidePage,
  type OutsideProblem,
  type OutsideReading,
  type OutsideRow,
  type PageBody,
  readingOf,
} from '../../domain/outside-item';
import { safeFileName } from '../../domain/safe-name';
import { listed, plain } from '../files/columns';
import type { OutsideFile } from '../files/outside-files';
import { categoryOfStatus } from '../files/status-words';
import type { Table } from '../files/table';
import { dayOnly, readTime } from '../files/times';
import { between, bodyOf, decoded } from '../files/xml';

const ID = /^[0-9a-f]{32}$/i;
const ID_LENGTH = 32;
const FORMS = ['md', 'csv', 'html'];
const PROPERTY = /^([^:\n]{1,80}): (.*)$/;
const LINK = /\[([^[\]\n|]{1,200})\]\([^()\s]{0,500}([0-9a-f]{32})\.(?:md|csv)\)/gi;
const RANGE = ' → ';

/** Columns by what they mean; a workspace's own names are not known, so only plain ones are taken. */
type Meaning = 'due' | 'status' | 'assignee' | 'labels' | 'priority' | 'url' | 'created' | 'updated';

const MEANINGS: readonly (readonly [Meaning, readonly string[]])[] = [
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
  ['created', ['created time', 'created', 'created at', 'date created']],
  ['updated', ['last edited time', 'last edited', 'updated', 'updated at']],
];

interface Named {
  readonly file: OutsideFile;
  readonly title: string;
  readonly id: string;
  readonly isAll: boolean;
  readonly form: string;
}

/** A name of an export: title and the page's id of 32 hexadecimal digits. */
function splitName(name: string): { readonly title: string; readonly id: string } | null {
  const id = name.slice(-ID_LENGTH);
  return ID.test(id) ? { title: name.slice(0, -ID_LENGTH).replace(/ $/, ''), id: id.toLowerCase() } : null;
}

function namedAs(file: OutsideFile): Named | null {
  const dot = file.name.lastIndexOf('.');
  const form = file.name.slice(dot + 1).toLowerCase();
  if (dot < 0 || !FORMS.includes(form)) return null;
  const stem = file.name.slice(0, dot);
  const isAll = stem.endsWith('_all');
  const named = splitName(isAll ? stem.slice(0, -'_all'.length) : stem);
  return named && { file, ...named, isAll, form };
}

/** One day, or two of a range; null for what is no date. */
function daysOf(cell: string): OutsideRow['due'] {
  const [from = '', to] = cell.split(RANGE);
  const start = dayOnly(readTime(from));
  if (start === null || to === undefined) return start;
  const end = dayOnly(readTime(to));
  return end === null ? start : [start, end];
}

/** The page above: the folder that a page lies in is named after it, with or without its id. */
function parentOf({ folder }: OutsideFile): string | null {
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  return splitName(name)?.title ?? (name === '' ? null : name);
}

/** A page of an export as HTML. */
function readWebPage({ file, title, id }: Named, row: number): OutsidePage {
  const head = file.text.slice(0, 50_000);
  const heading = between(between(head, 'class="page-title"', '</h1>') ?? '', '>', '<') ?? null;
  const named = decoded((between(head, '<title>', '</title>') ?? heading ?? title).trim());
  const body = bodyOf(file.text);
  return {
    ...readPage({ file, title: named, id, isAll: false, form: 'html' }, row),
    title: named,
    properties: {},
    bodyChars: body.length,
  };
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
  return {
    row,
    id,
    title: first ?? title,
    parent: parentOf(file),
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
    created: readTime(meaning('created') ?? ''),
    updated: readTime(meaning('updated') ?? ''),
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

const readPageAt = (page: Named, index: number): OutsidePage => readPage(page, index + 1);

function bodiesOf(
  pages: readonly Named[],
  web: readonly Named[],
  titles: ReadonlyMap<string, string>,
): ReadonlyMap<number, PageBody> {
  const bodies = new Map<number, PageBody>();
  for (const { file } of pages) bodies.set(bodies.size + 1, { form: 'markdown', text: linked(file.text, titles) });
  for (const { file } of web) bodies.set(bodies.size + 1, { form: 'html', text: bodyOf(file.text) });
  return bodies;
}

/** Reads an export of Notion (Markdown and CSV): rows of databases, each once, and pages. */
export function* readNotionFiles(files: readonly OutsideFile[]): Generator<void, OutsideReading | null> {
  const named = files.flatMap((file) => namedAs(file) ?? []);
  if (named.length === 0) return null;
  const pages = named.filter(({ form }) => form === 'md');
  const web = named.filter(({ form }) => form === 'html');
  const problems: OutsideProblem[] = [];
  const known = new Set(named.map(({ title }) => title));
  const read = [...pages.map(readPageAt), ...web.map((page, index) => readWebPage(page, pages.length + index + 1))].map(
    // The folder of the export, or one of a person's, is no page.
    (page) => (page.parent !== null && !known.has(page.parent) ? { ...page, parent: null } : page),
  );
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
    for (const { row, cells } of table?.records ?? []) {
      if ((cells[0] ?? '').trim() === '') problems.push({ row, text: `A row of ${file.name} has no title.` });
      rows.push(rowOf(table as Table, cells, row, file.name, (title) => ids.get(title) ?? null));
    }
    yield;
  }
  return readingOf('notion', 'notion-markdown-csv', rows.length > 0 ? 'issues' : 'pages', [...rows, ...read], {
    rows: rows.length > 0 ? rows.length : read.length,
    bodies: bodiesOf(pages, web, titles),
    usedColumns: [...columns],
    problems,
  });
}
