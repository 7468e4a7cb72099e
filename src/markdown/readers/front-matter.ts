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
    return { properties: [], problem: TEMPLATE_TAG.test(source.text) ? null : 'The properties at the top of this note are not valid YAML.' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { properties: [], problem: null };
  const lines = source.text.split('\n');
  const properties = Object.entries(value).map(([key, entry]) => ({ key: labelKey(key), values: flatten(entry, 0), line: source.line + Math.max(0, lines.findIndex((line) => line.startsWith(key) || line.startsWith(`"${key}"`))) }));
  return { properties, problem: null };
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
