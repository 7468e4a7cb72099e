import { commandless } from '../domain/inert-text';

/** What a placeholder stands for; a list repeats its line, once for each entry. */
export type TemplateValue = string | readonly string[];

/** A template with its values, and where typing starts (an offset), when the template says so. */
export interface RenderedTemplate {
  readonly text: string;
  readonly cursor: number | null;
}

/** `{{target}}`; with a question mark (`{{target?}}`) its line is left out when there is nothing to say. */
const PLACEHOLDER = /\{\{[ \t]*([a-z][a-z_]*)(\?)?[ \t]*\}\}/g;
const CURSOR = /\{\{[ \t]*cursor[ \t]*\}\}/;
/** Stands for the cursor while a line is filled: no value contains it. */
const CARET = '\u0000';
/** "%% tier 1-2 %%" at the end of a line keeps the line for these launch tiers only. */
const TIER_MARK = /[ \t]*%%[ \t]*tiers?[ \t]+([0-9][0-9 ,–-]*)%%[ \t]*$/i;
const LINES = /[^\n]*\n|[^\n]+$/g;

/**
 * Fills a template in. Placeholders are looked up among `values`, never evaluated, and a value is never searched for
 * further placeholders; whatever is not among them ({{date}}, <% … %>) stays as it is. In properties, values are quoted.
 * `keepsBlank` keeps the lines that have nothing to say, to be filled in by hand.
 */
export function renderTemplate(
  template: string,
  values: Readonly<Record<string, TemplateValue>>,
  tier: number | null = null,
  keepsBlank = false,
): RenderedTemplate {
  let text = '';
  let cursor: number | null = null;
  let leftOut = false;
  let inProperties = /^\ufeff?---[ \t]*\r?\n/.test(template);
  for (const [index, whole] of (template.match(LINES) ?? []).entries()) {
    const ending = /\r?\n$/.exec(whole)?.[0] ?? '';
    const line = whole.slice(0, whole.length - ending.length);
    if (index > 0 && inProperties && /^(?:---|\.\.\.)[ \t]*$/.test(line)) inProperties = false;
    const kept = forTier(line, tier);
    const marked = kept !== null && cursor === null ? kept.replace(CURSOR, CARET) : kept;
    const lines = marked === null ? [] : fillLine(marked, values, inProperties, keepsBlank);
    // What is left out takes one of the blank lines around it along.
    if (line.trim() === '' && leftOut && /(?:^|\n)[ \t]*\r?\n$/.test(text)) continue;
    leftOut = lines.length === 0 || (leftOut && line.trim() === '');
    for (const filled of lines) {
      const caret: number = filled.indexOf(CARET);
      if (caret >= 0) cursor ??= text.length + caret;
      text += filled.split(CARET).join('') + ending;
    }
  }
  return { text, cursor };
}

/** The names of all placeholders of a template that are ours to fill. */
export function placeholdersOf(template: string): Set<string> {
  return new Set([...template.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''));
}

function forTier(line: string, tier: number | null): string | null {
  const mark = TIER_MARK.exec(line);
  if (!mark) return line;
  const kept = line.slice(0, mark.index);
  if (tier === null) return kept;
  const tiers = (mark[1] ?? '').split(',').flatMap((part) => {
    const [from = NaN, to = from] = part.split(/[–-]/).map((number) => Number.parseInt(number, 10));
    return tier >= from && tier <= to ? [tier] : [];
  });
  return tiers.length > 0 ? kept : null;
}

/** The line for each entry of its list, or once; none when an optional placeholder is empty. */
function fillLine(
  line: string,
  values: Readonly<Record<string, TemplateValue>>,
  inProperties: boolean,
  keepsBlank: boolean,
): string[] {
  if (!line.includes('{{')) return [line];
  const names = [...line.matchAll(PLACEHOLDER)].map((match) => ({ name: match[1] ?? '', optional: match[2] === '?' }));
  if (
    names.some(
      ({ name, optional }) => optional && !(keepsBlank && !name.endsWith('_link')) && isEmpty(lookUp(values, name)),
    )
  )
    return [];
  const list = names
    .map(({ name }) => lookUp(values, name))
    .find((value): value is readonly string[] => typeof value !== 'string' && value !== undefined);
  const entries = list === undefined || list.length === 0 ? [''] : list;
  return entries.map((entry) =>
    line.replace(PLACEHOLDER, (whole, name: string, _optional: unknown, at: number) => {
      const value = lookUp(values, name);
      if (value === undefined) return whole;
      const flat = withoutDoubleLink(line, at, whole.length, oneLine(typeof value === 'string' ? value : entry));
      return inProperties ? asProperty(line, at, whole.length, flat) : flat;
    }),
  );
}

/** `[[{{owner}}]]` with a value that is a link already is one link. */
function withoutDoubleLink(line: string, at: number, length: number, value: string): string {
  const isLinked = line.slice(0, at).endsWith('[[') && line.slice(at + length).startsWith(']]');
  return isLinked ? value.replace(/^\[\[([^[\]]*)\]\]$/, '$1') : value;
}

function lookUp(values: Readonly<Record<string, TemplateValue>>, name: string): TemplateValue | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function isEmpty(value: TemplateValue | undefined): boolean {
  return value === undefined || (typeof value === 'string' ? value.trim() === '' : value.length === 0);
}

function oneLine(value: string): string {
  return commandless(
    value
      .split(CARET)
      .join('')
      .replace(/[\r\n\u2028\u2029]+/g, '\n')
      .split('\n')
      .map((line) => line.trim())
      .join(' '),
  );
}

/** Inside quotes a value is escaped; a value that stands alone is quoted where YAML would read it otherwise. */
function asProperty(line: string, at: number, length: number, value: string): string {
  const before = line.slice(0, at);
  const escaped = value.replace(/["\\]/g, '\\$&');
  const isQuoted = (before.match(/(?:^|[^\\])"/g) ?? []).length % 2 === 1;
  if (isQuoted) return escaped;
  const standsAlone = /(?::|-)[ \t]+$/.test(before) && line.slice(at + length).trim() === '';
  return standsAlone && value !== '' && !/^[A-Za-z][\w .]*$|^\d{4}-\d{2}-\d{2}$|^\d+$/.test(value)
    ? `"${escaped}"`
    : value;
}
