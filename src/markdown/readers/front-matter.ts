import { parse } from 'yaml';
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
  let value: unknown;
  try {
    value = parse(source.text.replace(/\r\n/g, '\n'), { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent', maxAliasCount: 20 });
  } catch {
    return { properties: simpleLines(source), problem: TEMPLATE_TAG.test(source.text) ? null : 'The properties at the top of this note are not valid YAML; only their simple lines were read.' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { properties: [], problem: null };
  const lines = source.text.split('\n');
  const lineOf = (key: string): number => Math.max(0, lines.findIndex((line) => line.trimStart().startsWith(key) || line.startsWith(`"${key}"`)));
  const properties = Object.entries(value).flatMap(([key, entry]) => propertiesOf(key, entry, source, lines, lineOf));
  return { properties, problem: null };
}

/** A map's entries count as properties of their own: `release: { name, target }`. */
function propertiesOf(key: string, entry: unknown, source: FrontMatterSource, lines: readonly string[], lineOf: (key: string) => number): Property[] {
  const line = lineOf(key);
  if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) {
    const inner = Object.entries(entry).map(([name, value]) => ({ key: labelKey(name), values: flatten(value, 0), line: source.line + lineOf(name) }));
    return labelKey(key) === 'release' ? [{ key: 'type', values: ['release'], line: source.line + line }, ...inner] : inner;
  }
  // Unquoted wikilinks are lists in lists to YAML; the person meant links.
  const raw = /^[^:]+:\s*([^'"\s#][^#]*\[\[.*|\[\[.*)$/.exec(lines[line]?.trimEnd() ?? '')?.[1];
  return [{ key: labelKey(key), values: raw ? [raw] : flatten(entry, 0), line: source.line + line }];
}

/** What can still be told from broken YAML: `key: value` on one line each. */
function simpleLines(source: FrontMatterSource): Property[] {
  return source.text.split('\n').flatMap((text, index) => {
    const match = /^([\p{L}][\p{L}\p{N} _/-]{0,40}):\s+(\S.*?)\s*$/u.exec(text);
    return match ? [{ key: labelKey(match[1] ?? ''), values: [(match[2] ?? '').replace(/^["']|["']$/g, '')], line: source.line + index }] : [];
  });
}

/** Scalars of any nesting; `[[Page]]` without quotes is a list in a list to YAML and becomes the link again. */
function flatten(entry: unknown, depth: number): string[] {
  if (typeof entry === 'string') return entry.trim() === '' ? [] : [entry.trim()];
  if (Array.isArray(entry)) {
    const inner: unknown = entry.length === 1 ? entry[0] : null;
    if (Array.isArray(inner) && inner.length === 1 && typeof inner[0] === 'string') return [`[[${inner[0]}]]`];
    return depth > 4 ? [] : entry.flatMap((part) => flatten(part, depth + 1));
  }
  return [];
}

/** The first property among `keys`, or null. */
export function property(frontMatter: FrontMatter, ...keys: string[]): Property | null {
  return frontMatter.properties.find((entry) => keys.includes(entry.key)) ?? null;
}
