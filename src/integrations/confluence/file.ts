import { type OutsidePage, type OutsideReading, type PageBody, readingOf } from '../../domain/outside-item';
import type { OutsideFile } from '../files/outside-files';
import { fieldsOf, listOf, nameOf, textOf } from '../files/unknown';
import { between, bodyOf, decoded, readXml } from '../files/xml';
import { plainHtml } from './storage';

interface Found {
  readonly cls: string;
  id: string;
  readonly properties: Map<string, string>;
}

const page = (fields: Partial<OutsidePage> & { readonly title: string; readonly page: string }): OutsidePage => ({
  row: 0,
  id: null,
  parent: null,
  pageId: null,
  version: null,
  created: null,
  properties: {},
  bodyChars: 0,
  ...fields,
});

/** Texts of pages, with what only Confluence understands as plain HTML. */
function htmlOf(texts: readonly (readonly [number, string])[]): ReadonlyMap<number, PageBody> {
  return new Map(texts.map(([row, text]) => [row, { form: 'html', text: plainHtml(text) }]));
}

/** Objects of a space's export with their properties; what a property refers to is the id it holds. */
function objectsOf(text: string): Found[] {
  const objects: Found[] = [];
  let current: Found | null = null;
  let property: string | null = null;
  let depthOfCollection = 0;
  readXml(text, {
    open: (name, attributes) => {
      if (name === 'object') current = { cls: attributes['class'] ?? '', id: '', properties: new Map() };
      else if (name === 'collection') depthOfCollection++;
      else if (name === 'property') property = attributes['name'] ?? null;
    },
    close: (name, value) => {
      if (name === 'collection') depthOfCollection--;
      else if (current && depthOfCollection === 0) {
        if (name === 'id' && property === null) current.id = value.trim();
        else if (name === 'id' && property !== null) current.properties.set(property, value.trim());
        else if (name === 'property' && property !== null && !current.properties.has(property))
          current.properties.set(property, value);
      }
      if (name === 'property') property = null;
      if (name === 'object' && current) {
        objects.push(current);
        current = null;
      }
    },
  });
  return objects;
}

/** Current pages of a space's export (`entities.xml`): older versions and deleted ones are none. */
function readSpace(file: OutsideFile): OutsideReading | null {
  if (!/<hibernate-generic\b/.test(file.text.slice(0, 2000))) return null;
  const objects = objectsOf(file.text);
  const bodies = new Map(
    objects
      .filter(({ cls }) => cls === 'BodyContent')
      .map(({ properties }) => [properties.get('content') ?? '', properties.get('body') ?? '']),
  );
  const current = objects.filter(
    ({ cls, properties }) =>
      (cls === 'Page' || cls === 'BlogPost') &&
      (properties.get('originalVersion') ?? '') === '' &&
      (properties.get('originalVersionId') ?? '') === '' &&
      (properties.get('contentStatus') ?? 'current') === 'current' &&
      (properties.get('title') ?? '') !== '',
  );
  const items = current.map(({ id, properties }, index) =>
    page({
      row: index + 1,
      id,
      title: properties.get('title')?.trim() ?? '',
      parent: properties.get('parent') ?? null,
      page: file.path,
      pageId: id,
      version: properties.get('version') ?? null,
      created: properties.get('creationDate') ?? null,
      bodyChars: bodies.get(id)?.length ?? 0,
    }),
  );
  const texts = current.map(({ id }, index) => [index + 1, bodies.get(id) ?? ''] as const);
  return readingOf('confluence', 'confluence-xml', 'pages', items, { bodies: htmlOf(texts) });
}

/** One page in Confluence's storage form. */
function readStorage(file: OutsideFile): OutsideReading | null {
  const head = file.text.slice(0, 4000);
  if (!/<page\b/.test(head) || !/<(?:title|body|ac:)/.test(head)) return null;
  const found = { title: '', tables: 0, macros: 0, headings: 0, links: 0, chars: 0 };
  let inBody = 0;
  readXml(file.text, {
    open: (name) => {
      if (name === 'body') inBody++;
      else if (name === 'table') found.tables++;
      else if (name === 'ac:structured-macro') found.macros++;
      else if (/^h[1-6]$/.test(name)) found.headings++;
      else if (name === 'ac:link' || name === 'a') found.links++;
    },
    text: (text) => {
      if (inBody > 0) found.chars += text.length;
    },
    close: (name, text, depth) => {
      if (name === 'title' && depth === 2 && found.title === '') found.title = text.trim();
      if (name === 'body') inBody--;
    },
  });
  if (found.title === '') return null;
  const { tables, macros, headings, links } = found;
  const from = file.text.indexOf('<body>');
  const to = file.text.lastIndexOf('</body>');
  const body = from >= 0 && to > from ? file.text.slice(from + '<body>'.length, to) : '';
  const items = [
    page({
      row: 1,
      title: found.title,
      page: file.path,
      bodyChars: found.chars,
      properties: { tables: `${tables}`, macros: `${macros}`, headings: `${headings}`, links: `${links}` },
    }),
  ];
  return readingOf('confluence', 'confluence-storage', 'pages', items, { bodies: htmlOf([[1, body]]) });
}

/** The page above, by the last of its links: the first of all leads to the space. */
function parentIn(head: string): string | null {
  const crumbs = between(head, 'id="breadcrumbs"', '</ol>') ?? '';
  const links = crumbs.split('<a ').slice(2);
  const last = between(links[links.length - 1] ?? '', '>', '</a>');
  return last === null ? null : decoded(last.trim());
}

/** One page of a space's export as HTML; its title stands behind the space's name. */
function readWebPage(file: OutsideFile): OutsideReading | null {
  if (!file.hasExtension('html', 'htm')) return null;
  const head = file.text.slice(0, 20_000);
  if (!/id="(?:title-heading|main-header|page-metadata)"|Generated by Atlassian Confluence/i.test(head)) return null;
  const whole = decoded((between(head, '<title>', '</title>') ?? file.name).trim());
  const title = whole.includes(' : ') ? whole.slice(whole.indexOf(' : ') + 3) : whole;
  if (file.name === 'index.html') return null;
  const items = [page({ row: 1, title, parent: parentIn(head), page: file.path, bodyChars: file.text.length })];
  const bodies = new Map([[1, { form: 'html' as const, text: bodyOf(file.text) }]]);
  return readingOf('confluence', 'confluence-html', 'pages', items, { bodies });
}

/** Pages in an answer of the interface, old or new; the last of those above is the parent. */
function readAnswer(file: OutsideFile): OutsideReading | null {
  const answer = fieldsOf(file.json());
  const list = answer && Array.isArray(answer['results']) ? listOf(answer['results']) : answer ? [answer] : [];
  const texts: [number, string][] = [];
  const items = list.flatMap((value, index): OutsidePage[] => {
    const of = fieldsOf(value);
    const title = textOf(of?.['title']);
    const storage = fieldsOf(fieldsOf(of?.['body'])?.['storage']);
    if (!of || title === null || !storage || typeof storage['value'] !== 'string') return [];
    const above = listOf(of['ancestors']);
    const id = textOf(of['id']);
    texts.push([index + 1, storage['value']]);
    return [
      page({
        row: index + 1,
        id,
        title,
        parent: nameOf(above[above.length - 1], 'title') ?? textOf(of['parentId']),
        page: file.path,
        pageId: id,
        version: textOf(fieldsOf(of['version'])?.['number']),
        bodyChars: storage['value'].length,
      }),
    ];
  });
  if (items.length === 0) return null;
  return readingOf('confluence', 'confluence-json', 'pages', items, { rows: list.length, bodies: htmlOf(texts) });
}

/** Reads files of Confluence, each space once: some exports hold it under two names. */
export function* readConfluenceFiles(files: readonly OutsideFile[]): Generator<void, OutsideReading | null> {
  const spaces = new Set<string>();
  const found: OutsideReading[] = [];
  for (const file of files) {
    const isMarks = file.hasExtension('xml', 'html', 'htm', 'xhtml');
    const read = isMarks ? (readSpace(file) ?? readStorage(file) ?? readWebPage(file)) : readAnswer(file);
    if (read?.format === 'confluence-xml') {
      if (spaces.has(file.text)) continue;
      spaces.add(file.text);
    }
    if (read) found.push(read);
    yield;
  }
  const [first] = found;
  if (!first) return null;
  const items = found
    .flatMap((read) => read.items as OutsidePage[])
    .map((item, index) => ({ ...item, row: index + 1 }));
  const texts = found.flatMap((read) => read.items.map(({ row }) => read.bodies?.get(row)?.text ?? ''));
  return readingOf('confluence', first.format, 'pages', items, {
    bodies: new Map(texts.map((text, index) => [index + 1, { form: 'html', text }])),
  });
}
