import { lazily } from '../domain/lazily';

/** One of Dataview's inline fields, `[key:: value]` or `(key:: value)`, with its offsets (the end excluded). */
export interface InlineField {
  readonly key: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const KEY = lazily(() => /^\p{L}[\p{L}\p{N} _/-]*$/u);
const MAX_KEY = 41;
/** Longer values are no fields. */
const MAX_VALUE = 300;
const MAX_LINK = 200;

/** All inline fields of a text, in order; values may hold wikilinks, and no other bracket of the field's own kind. */
export function inlineFields(text: string): InlineField[] {
  const found: InlineField[] = [];
  for (let at = text.indexOf('::'); at >= 0; at = text.indexOf('::', at + 2)) {
    const from = found[found.length - 1]?.end ?? 0;
    if (at < from) continue;
    const start = openingBefore(text, at, from);
    const end = start < 0 ? -1 : closingBehind(text, at + 2, text[start] === '[');
    if (end < 0) continue;
    const key = text.slice(start + 1, at);
    if (KEY().test(key)) found.push({ key: key.trim(), value: text.slice(at + 2, end).trim(), start, end: end + 1 });
  }
  return found;
}

/** A text in which each inline field is replaced by what `write` makes of it; null leaves it. */
export function replaceInlineFields(text: string, write: (field: InlineField) => string | null): string {
  if (!text.includes('::')) return text;
  let out = '';
  let at = 0;
  for (const field of inlineFields(text)) {
    const written = write(field);
    if (written === null) continue;
    out += text.slice(at, field.start) + written;
    at = field.end;
  }
  return out + text.slice(at);
}

function openingBefore(text: string, at: number, from: number): number {
  for (let start = at - 1; start >= Math.max(from, at - MAX_KEY - 1); start--) {
    const sign = text[start];
    if (sign === '[' || sign === '(') return start;
    if (sign === ']' || sign === ')' || sign === '\n') return -1;
  }
  return -1;
}

function closingBehind(text: string, from: number, isSquare: boolean): number {
  for (let at = from; at < text.length && at - from <= MAX_VALUE; at++) {
    const sign = text[at];
    if (sign === '[' && text[at + 1] === '[') {
      const close = text.slice(at + 2, at + 4 + MAX_LINK).search(/[[\]]/);
      if (close >= 0 && text.startsWith(']]', at + 2 + close)) {
        at += close + 3;
        continue;
      }
      return -1;
    }
    if (sign === (isSquare ? ']' : ')')) return at;
    if (sign === (isSquare ? '[' : '(')) return -1;
  }
  return -1;
}
