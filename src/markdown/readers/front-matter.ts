import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { FrontMatterSource } from '../blocks/block';
import { labelKey } from '../vocabulary';

/** One property: its values as written (lists flattened) and the 0-based line of its key. */
export interface Property {
  readonly key: string;
  readonly values: readonly string[];
  readonly line: number;
}

/** The properties of a note, or why they cannot be read. */
export interface FrontMatter {
  readonly properties: readonly Property[];
  readonly problem: string | null;
}

const MAX_SOURCE = 64_000;
const TEMPLATE_TAG = /<%|\{\{/;

/** Reads front matter as text only (a version 2.10 stays "2.10"); broken YAML gives a problem, never an error. */
export function readFrontMatter(source: FrontMatterSource | null): FrontMatter {
  if (!source || source.text.trim() === '') return { properties: [], problem: null };
  if (source.text.length > MAX_SOURCE) return { properties: [], problem: 'The properties are too long to be read.' };
  // Depth is refused first: nested maps as keys take cubic time, and no person writes them.
  if (/(?:[{[]\s*){12}|(?:\?\s+){6}/.test(source.text)) return { properties: [], problem: TOO_DEEP };
  const text = source.text.replace(/\r\n/g, '\n');
  const contents = parsedMap(text);
  if (contents === null) return { properties: simpleLines(source), problem: TEMPLATE_TAG.test(source.text) ? null : BROKEN };
  return { properties: contents.items.slice(0, MAX_PROPERTIES).flatMap((pair) => propertiesOf(pair, text, source.line)), problem: null };
}

const BROKEN = 'The properties at the top of this note are not valid YAML; only their simple lines were read.';
const TOO_DEEP = 'The properties at the top of this note are nested too deeply to be read.';
const MAX_PROPERTIES = 300;

/** The map at the top, an empty one for front matter that is none; null when the YAML is broken. */
function parsedMap(text: string): Pick<YAMLMap, 'items'> | null {
  try {
    const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
    if (document.errors.length > 0) return null;
    return isMap(document.contents) ? document.contents : { items: [] };
  } catch {
    return null;
  }
}

/** A map's entries count as properties of their own: `release: { name, target }`. */
function propertiesOf({ key, value }: Pair, text: string, firstLine: number): Property[] {
  if (!isScalar(key) || typeof key.value !== 'string') return [];
  const start = key.range?.[0] ?? 0;
  const line = firstLine + (text.slice(0, start).match(/\n/g)?.length ?? 0);
  const name = labelKey(key.value);
  if (isMap(value)) {
    const inner = value.items.flatMap((pair) => (isMap(pair.value) ? [] : propertiesOf(pair, text, firstLine)));
    return name === 'release' ? [{ key: 'type', values: ['release'], line }, ...inner] : inner;
  }
  // Unquoted wikilinks are lists in lists to YAML; the person meant links.
  const source = text.slice(start, text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start)).trimEnd();
  const raw = /^[^:]+:\s*([^'"\s#][^#]*\[\[.*|\[\[.*)$/.exec(source)?.[1];
  return [{ key: name, values: raw && /(?:^|[^"'])\[\[/.test(raw) ? [raw] : flatten(value, 0), line }];
}

/** What can still be told from broken YAML: `key: value` on one line each. */
function simpleLines(source: FrontMatterSource): Property[] {
  return source.text.split('\n').flatMap((text, index) => {
    const match = /^([\p{L}][\p{L}\p{N} _/-]{0,40}):\s+(\S.*?)\s*$/u.exec(text);
    return match ? [{ key: labelKey(match[1] ?? ''), values: [(match[2] ?? '').replace(/^["']|["']$/g, '')], line: source.line + index }] : [];
  });
}

/** Scalars and lists; `- [[Page]]` without quotes is a list in a list to YAML and becomes the link again. */
function flatten(value: unknown, depth: number): string[] {
  if (isScalar(value)) return typeof value.value === 'string' && value.value.trim() !== '' ? [value.value.trim()] : [];
  if (!isSeq(value) || depth > 4) return [];
  const [only] = value.items.length === 1 ? value.items : [];
  const [inner] = isSeq(only) && only.items.length === 1 ? only.items : [];
  if (isScalar(inner) && typeof inner.value === 'string') return [`[[${inner.value}]]`];
  return value.items.flatMap((item) => flatten(item, depth + 1));
}

/** The first property among `keys`, or null. */
export function property(frontMatter: FrontMatter, ...keys: string[]): Property | null {
  return frontMatter.properties.find((entry) => keys.includes(entry.key)) ?? null;
}
