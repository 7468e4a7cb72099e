import { lazily } from '../../domain/lazily';
import { CST, Parser } from 'yaml';
import type { FrontMatterSource } from '../blocks/block';
import { DEFAULT_VOCABULARY, labelKey, labelLookup } from '../vocabulary';

const LOOSE_FIELD = lazily(() => /^([\p{L}][\p{L}\p{N} _/-]{0,40}):\s+(\S.*?)\s*$/u);

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

const MAX_SOURCE = 500_000;
/** Of longer properties only those are read that Shipshape knows, each up to this length: the parser takes its time. */
const LONG_SOURCE = 8000;
const KNOWN_KEYS = new Set([
  'aliases',
  'alias',
  'author',
  'category',
  'created',
  'kind',
  'owner',
  'playbook',
  'process',
  'review',
  'review days',
  'state',
  'status',
  'title',
  'type',
  'verified',
]);
const KEY_LINE = /^["']?[^\s#"'][^:\n]{0,60}?["']?[ \t]*:(?=[ \t]|$)/;
const TEMPLATE_TAG = /<%|\{\{/;

/** Reads front matter as text only (a version 2.10 stays "2.10"); broken YAML gives a problem, never an error. */
export function readFrontMatter(source: FrontMatterSource | null): FrontMatter {
  if (!source || source.text.trim() === '') return { properties: [], problem: null };
  if (source.text.length > MAX_SOURCE) return { properties: [], problem: 'The properties are too long to be read.' };
  // Depth is refused first: nested maps as keys take cubic time, and no person writes them.
  if (/(?:[{[]\s*){12}|(?:\?\s+){6}|(?:-[ \t]+){12}/.test(source.text)) return { properties: [], problem: TOO_DEEP };
  const text = source.text.replace(/\r\n/g, '\n');
  if (text.length > LONG_SOURCE) return readKnown(text, source.line);
  const properties = readProperties(text, source.line);
  return properties
    ? { properties, problem: null }
    : { properties: simpleLines(source), problem: TEMPLATE_TAG.test(source.text) ? null : BROKEN };
}

/** The known properties of a long source, each read by itself. */
function readKnown(text: string, firstLine: number): FrontMatter {
  const field = labelLookup(DEFAULT_VOCABULARY).field;
  const found: Property[] = [];
  let isBroken = false;
  let line = 0;
  const lines = text.split('\n');
  const isKey = lines.map((entry) => KEY_LINE.test(entry.slice(0, 100)));
  while (line < lines.length) {
    let end = line + 1;
    while (end < lines.length && isKey[end] !== true) end++;
    const own = lines.slice(line, end).join('\n');
    const key = labelKey((lines[line] ?? '').slice(0, 100).split(':')[0] ?? '');
    if (isKey[line] === true && (KNOWN_KEYS.has(key) || field(key) !== null)) {
      // Of a long list its beginning is read, of a long line nothing.
      const part = own.length > LONG_SOURCE ? own.slice(0, Math.max(0, own.lastIndexOf('\n', LONG_SOURCE))) : own;
      const properties = readProperties(part, firstLine + line);
      if (properties) found.push(...properties);
      else isBroken = true;
    }
    line = end;
  }
  return { properties: found, problem: isBroken ? BROKEN : null };
}

const BROKEN = 'The properties at the top of this note are not valid YAML; only their simple lines were read.';
const TOO_DEEP = 'The properties at the top of this note are nested too deeply to be read.';
const MAX_PROPERTIES = 300;

/** All properties, or null when the YAML is broken anywhere. */
function readProperties(text: string, firstLine: number): Property[] | null {
  const entries = parsedMap(text);
  if (entries === null) return null;
  try {
    return entries.slice(0, MAX_PROPERTIES).flatMap((entry) => propertiesOf(entry, text, firstLine));
  } catch {
    return null;
  }
}

/** The map at the top, an empty one for front matter that is none; null when the YAML is broken. */
function parsedMap(text: string): readonly Entry[] | null {
  try {
    const tokens = [...new Parser().parse(text)];
    const documents = tokens.filter((token): token is CST.Document => token.type === 'document');
    if (tokens.some((token) => token.type === 'error') || documents.length > 1 || documents[0]?.end?.some(isContent))
      return null;
    const top = documents[0]?.value;
    return top?.type === 'block-map' ? entriesOf(top, text) : [];
  } catch {
    return null;
  }
}

/** A key with its value's token, and where the key begins. */
interface Entry {
  readonly key: string;
  readonly offset: number;
  readonly value: CST.Token | null;
}

const TRIVIA = new Set([
  'space',
  'newline',
  'comment',
  'comma',
  'flow-seq-end',
  'flow-map-end',
  'seq-item-ind',
  'map-value-ind',
  'anchor',
  'tag',
  'explicit-key-ind',
]);
const isContent = ({ type }: { readonly type: string }): boolean => !TRIVIA.has(type);

/** What the full parser would refuse. */
class Malformed extends Error {}

/** The entries of a map; malformed where the parser of whole documents would report an error. */
function entriesOf(map: CST.BlockMap | CST.FlowCollection, text: string): Entry[] {
  let column: number | null = null;
  return map.items.flatMap((item): Entry[] => {
    const { key, sep, value } = item;
    if (!key) {
      if (value) throw new Malformed();
      return [];
    }
    if (!sep || !('source' in key) || key.source.includes('\n')) throw new Malformed();
    if (map.type === 'block-map') {
      const at: number = key.offset - (text.lastIndexOf('\n', key.offset - 1) + 1);
      if (column !== null && column !== at) throw new Malformed();
      column = at;
      const sameLine = !sep.some((token) => token.type === 'newline');
      if (sameLine && (value?.type === 'block-map' || value?.type === 'block-seq')) throw new Malformed();
    }
    return [{ key: scalarOf(key), offset: key.offset, value: value ?? null }];
  });
}

/** A scalar's text; a number or a date stays as it was written. */
function scalarOf(token: CST.Token): string {
  if (token.type === 'alias') return '';
  if (
    token.type !== 'scalar' &&
    token.type !== 'single-quoted-scalar' &&
    token.type !== 'double-quoted-scalar' &&
    token.type !== 'block-scalar'
  )
    throw new Malformed();
  if ('end' in token && token.end?.some(isContent)) throw new Malformed();
  const scalar = CST.resolveAsScalar(token, true, () => {
    throw new Malformed();
  });
  return scalar.value.trim();
}

/** A map's entries count as properties of their own: `release: { name, target }`. */
function propertiesOf({ key, offset, value }: Entry, text: string, firstLine: number): Property[] {
  const line = firstLine + (text.slice(0, offset).match(/\n/g)?.length ?? 0);
  const name = labelKey(key);
  if (isMapToken(value)) {
    const inner = entriesOf(value, text).flatMap((entry) =>
      isMapToken(entry.value) ? [] : propertiesOf(entry, text, firstLine),
    );
    return name === 'release' ? [{ key: 'type', values: ['release'], line }, ...inner] : inner;
  }
  // Unquoted wikilinks are lists in lists to YAML; the person meant links.
  const end = text.indexOf('\n', offset);
  const raw = /^[^:]+:\s*([^'"\s#][^#]*\[\[.*|\[\[.*)$/.exec(
    text.slice(offset, end < 0 ? text.length : end).trimEnd(),
  )?.[1];
  const values = flatten(value, 0);
  return [{ key: name, values: raw && /(?:^|[^"'])\[\[/.test(raw) ? [raw] : values, line }];
}

function isMapToken(token: CST.Token | null): token is CST.BlockMap | CST.FlowCollection {
  return token?.type === 'block-map' || (token?.type === 'flow-collection' && token.start.type === 'flow-map-start');
}

/** What can still be told from broken YAML: `key: value` on one line each. */
function simpleLines(source: FrontMatterSource): Property[] {
  return source.text.split('\n').flatMap((text, index) => {
    const match = LOOSE_FIELD().exec(text);
    return match
      ? [
          {
            key: labelKey(match[1] ?? ''),
            values: [(match[2] ?? '').replace(/^["']|["']$/g, '')],
            line: source.line + index,
          },
        ]
      : [];
  });
}

/** Scalars and lists; `- [[Page]]` without quotes is a list in a list to YAML and becomes the link again. */
function flatten(token: CST.Token | null, depth: number): string[] {
  if (token === null || depth > 5) return [];
  if (token.type !== 'block-seq' && token.type !== 'flow-collection') {
    const text = isMapToken(token) ? '' : scalarOf(token);
    return text === '' ? [] : [text];
  }
  if (token.type === 'flow-collection') {
    checkClosed(token);
    if (token.start.type === 'flow-map-start') return [];
  }
  // `[a: b]` is a map in a list, and maps in lists say nothing here.
  const items = token.items.flatMap((item) =>
    item.key && item.sep?.some((part) => part.type === 'map-value-ind') ? [] : (item.value ?? item.key ?? []),
  );
  const [only] = items.length === 1 ? items : [];
  const inner =
    only?.type === 'flow-collection' && only.items.length === 1
      ? (only.items[0]?.value ?? only.items[0]?.key)
      : undefined;
  if (inner && 'source' in inner) return [`[[${scalarOf(inner)}]]`];
  return items.flatMap((item) => flatten(item, depth + 1));
}

/** A list that is never closed, or has something behind its end, is broken. */
function checkClosed({ end }: CST.FlowCollection): void {
  const closed = end.some((token) => token.type === 'flow-seq-end' || token.type === 'flow-map-end');
  if (!closed || end.some(isContent)) throw new Malformed();
}

/** The first property among `keys`, or null. */
export function property(frontMatter: FrontMatter, ...keys: string[]): Property | null {
  return frontMatter.properties.find((entry) => keys.includes(entry.key)) ?? null;
}
