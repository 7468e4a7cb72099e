import { normalizedText } from '../domain/text-similarity';
import type { ItemBlock } from './blocks/block';
import { plainText } from './inline';
import { itemMetadata } from './item-metadata';
import { itemsOf, lineBounds } from './item-lines';
import type { TextEdit } from './text-edit';

/** A list line as last read, and the inline field that it shall have; a value of null takes the field away. */
export interface FieldIntent {
  readonly line: number;
  readonly title: string;
  readonly key: string;
  readonly value: string | null;
}

const BLOCK_ID = /[ \t]+\^[A-Za-z0-9-]+[ \t]*$/;

/**
 * The edit that writes `[key:: value]` at the end of a list line (before its block id), or replaces the value that is
 * there. The line is found again by its words when it has moved; `gone` when it is not there, or no list line.
 */
export function fieldEdit(text: string, { line, title, key, value }: FieldIntent): { readonly edits: readonly TextEdit[] } | { readonly problem: 'gone' } {
  const wanted = normalizedText(title);
  const [item] = itemsOf(text)
    .filter((entry) => normalizedText(plainText(itemMetadata(entry.text).text)) === wanted)
    .sort((a, b) => Math.abs(a.line + 1 - line) - Math.abs(b.line + 1 - line));
  return item ? { edits: editsIn(text, item, key, value) } : { problem: 'gone' };
}

function editsIn(text: string, item: ItemBlock, key: string, value: string | null): TextEdit[] {
  const field = new RegExp(`[ \\t]*\\[${key}::[^\\[\\]\\r\\n]*\\]`, 'gi');
  const { start, end: last } = { start: lineBounds(text, item.line).start, end: lineBounds(text, item.endLine).end };
  const source = text.slice(start, last);
  const found = [...source.matchAll(field)];
  if (value === null) return found.map((match) => ({ start: start + match.index, end: start + match.index + match[0].length, insert: '' }));
  const insert = ` [${key}:: ${value.replace(/[[\]\r\n]+/g, ' ').trim()}]`;
  const [first] = found;
  if (first) return [{ start: start + first.index, end: start + first.index + first[0].length, insert }];
  const own = text.slice(start, lineBounds(text, item.line).end);
  const bare = own.replace(BLOCK_ID, '').replace(/[ \t]+$/, '');
  const at = start + bare.length;
  return [{ start: at, end: at, insert }];
}
