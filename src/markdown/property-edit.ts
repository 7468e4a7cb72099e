import { CST, Parser } from 'yaml';
import { frontMatterOf } from './blocks/front-matter-source';
import { property, readFrontMatter } from './readers/front-matter';
import { applyEdits, type TextEdit } from './text-edit';
import { labelKey } from './vocabulary';

/** The properties are written in a way in which one cannot be set without touching others. */
export type PropertyProblem = 'properties';

/**
 * The edit that sets a property to a plain value: where its value stands, else as the last property, else in new
 * properties at the top. It is refused where the YAML is broken, has the key twice or in a flow map, or where the old
 * value is an anchor that others use; and where the result would not be read back.
 */
export function propertyEdit(
  text: string,
  key: string,
  value: string,
  /** As YAML, where that differs: a link is quoted. */
  written: string = value,
): { readonly edits: readonly TextEdit[] } | { readonly problem: PropertyProblem } {
  const eol = /\r\n/.test(text.slice(0, 2000)) ? '\r\n' : '\n';
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const properties = frontMatterOf(text);
  if (!properties) return { edits: [{ start, end: start, insert: `---${eol}${key}: ${written}${eol}---${eol}` }] };
  const from = text.indexOf('\n', start) + 1;
  const source = properties.source.text;
  const place = placeOf(source, key);
  if (place === null) return { problem: 'properties' };
  const insert = place === 'end' ? `${key}: ${written}${eol}` : `${place.lead}${written}`;
  const { start: at, end } = place === 'end' ? { start: source.length, end: source.length } : place;
  if (source.slice(at, end) === insert) return { edits: [] };
  const edit = { start: from + at, end: from + end, insert };
  return isReadBack(text, applyEdits(text, [edit]), key, value) ? { edits: [edit] } : { problem: 'properties' };
}

interface ValuePlace {
  readonly start: number;
  readonly end: number;
  /** What stands between the colon and the value, where there was none. */
  readonly lead: string;
}

/** Where a key's value stands in the properties; `end` where it has none yet, null where it must not be touched. */
function placeOf(source: string, key: string): ValuePlace | 'end' | null {
  let tokens: CST.Token[];
  try {
    tokens = [...new Parser().parse(source)];
  } catch {
    return null;
  }
  const documents = tokens.filter((token): token is CST.Document => token.type === 'document');
  if (tokens.some((token) => token.type === 'error') || documents.length > 1) return null;
  const top = documents[0]?.value;
  if (!top) return 'end';
  if (top.type !== 'block-map') return null;
  const own = top.items.flatMap((item, index) => (item.key && keyOf(item.key)?.toLowerCase() === key ? [index] : []));
  const [index] = own;
  if (index === undefined) return 'end';
  const item = top.items[index];
  if (own.length > 1 || !item?.sep || item.start.some(({ type }) => type === 'explicit-key-ind')) return null;
  const marks = item.sep.filter(({ type }) => type === 'anchor' || type === 'tag');
  // Others may use what an anchor names.
  if (marks.some(({ type, source: name }) => type === 'anchor' && source.includes(`*${name.slice(1)}`))) return null;
  const colon = item.sep.find(({ type }) => type === 'map-value-ind');
  if (!colon) return null;
  const next = top.items[index + 1];
  return valuePlace(
    source,
    colon.offset + 1,
    marks[0]?.offset ?? item.value?.offset ?? null,
    item.value ?? null,
    next?.key && 'offset' in next.key ? next.key.offset : source.length,
  );
}

/**
 * From the value's first character to its last; a comment behind it stays, and so do the lines between it and the
 * next key.
 */
function valuePlace(
  source: string,
  colon: number,
  first: number | null,
  value: CST.Token | null,
  next: number,
): ValuePlace {
  if (first === null || value === null) return { start: colon, end: colon, lead: ' ' };
  const isLine =
    value.type === 'scalar' ||
    value.type === 'single-quoted-scalar' ||
    value.type === 'double-quoted-scalar' ||
    value.type === 'alias';
  const lineBreak = source.slice(colon, first).includes('\n');
  const start = lineBreak ? colon : first;
  const end = isLine ? value.offset + value.source.length : contentEnd(source, value.offset, next);
  return { start, end, lead: lineBreak ? ' ' : '' };
}

/** The end of a value of several lines: blank lines and comments at the margin behind it are none of it. */
function contentEnd(source: string, from: number, next: number): number {
  let end = next;
  for (;;) {
    const line = source.lastIndexOf('\n', end - 2) + 1;
    const text = source.slice(line, end).trim();
    if (line <= from || !(text === '' || source[line] === '#')) break;
    end = line;
  }
  while (end > from && /\s/.test(source[end - 1] ?? '')) end--;
  return end;
}

function keyOf(token: CST.Token): string | null {
  return token.type === 'scalar' || token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar'
    ? CST.resolveAsScalar(token, true, () => undefined).value.trim()
    : null;
}

/** The property says what it should, and all others say what they said. */
function isReadBack(before: string, after: string, key: string, value: string): boolean {
  // Keys are read as labels: "go-no-go" and "go no go" are one.
  const name = labelKey(key);
  const [old, now] = [before, after].map((text) => readFrontMatter(frontMatterOf(text)?.source ?? null)) as [
    ReturnType<typeof readFrontMatter>,
    ReturnType<typeof readFrontMatter>,
  ];
  const others = ({ properties }: typeof old): string =>
    JSON.stringify(properties.filter((entry) => entry.key !== name).map((entry) => [entry.key, entry.values]));
  return (
    now.problem === null &&
    old.problem === null &&
    property(now, name)?.values.join() === value &&
    others(old) === others(now)
  );
}
