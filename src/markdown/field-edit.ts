import type { ItemBlock, ParagraphBlock } from './blocks/block';
import { scanWhole } from './blocks/scan-whole';
import { blankInlineCode } from './inline';
import { itemMetadata } from './item-metadata';
import { itemBounds, itemsTitled, lineBounds, paragraphsTitled } from './item-lines';
import { applyEdits, type TextEdit } from './text-edit';

/** A list line as last read, and the inline field that it shall have; a value of null takes the field away. */
export interface FieldIntent {
  readonly line: number;
  readonly title: string;
  readonly key: string;
  readonly value: string | null;
  /** The character in its box (null for none), where only such a line is meant. */
  readonly mark?: string | null;
  /** A paragraph is meant, and no list line. */
  readonly isProse?: boolean;
}

/** The Tasks plugin reads its signs from the end of the line: whatever else is written must stand before them. */
const LAST_SIGN = /[ \t]*(?:[📅📆🗓⏳🛫➕✅❌]\uFE0F?[ \t]*\d{4}-\d{2}-\d{2}|[🔺⏫🔼🔽⏬]\uFE0F?|🔁\uFE0F?[ \t]*[A-Za-z0-9, !]+|🏁\uFE0F?[ \t]*\w+|[🆔⛔]\uFE0F?[ \t]*[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)[ \t]*$/u;
/** Longer ones are not read as a field. */
const MAX_VALUE = 280;
/** The id of a block at the end of its line. */
export const BLOCK_ID = /(?:^|[ \t]+)\^[A-Za-z0-9-]+[ \t]*$/;

/**
 * The edit that writes `[key:: value]` at the end of a list line (before its block id), or replaces the value that is
 * there. The line is found again by its words when it has moved; `gone` when it is not there, or of another kind.
 */
export function fieldEdit(text: string, { line, title, key, value, mark, isProse = false }: FieldIntent): { readonly edits: readonly TextEdit[] } | { readonly problem: 'gone' } {
  const item = isProse ? paragraphsTitled(text, title, line)[0] : itemsTitled(text, title, line).find((entry) => mark === undefined || entry.mark === mark);
  if (!item) return { problem: 'gone' };
  const edits = editsIn(text, item, key, value);
  // Inside a code span or behind an open comment a field is no field: then the line is left as it is.
  const after = scanWhole(applyEdits(text, edits)).blocks.find((entry): entry is ItemBlock | ParagraphBlock => entry.type === item.type && entry.line === item.line);
  const written = after ? itemMetadata(blankInlineCode(after.text)).fields[key.toLowerCase()] : undefined;
  return value === null || written === clean(value) ? { edits } : { problem: 'gone' };
}

function clean(value: string): string {
  // Links stay; a bracket of any other kind would end the field.
  const plain = value.replace(/(\[\[[^[\]\r\n]*\]\])|[[\]\r\n`]+|%%|<!--/g, (_, link: string | undefined) => link ?? ' ').replace(/\s+/g, ' ').trim();
  return plain.length <= MAX_VALUE ? plain : `${plain.slice(0, MAX_VALUE - 1).replace(/\[\[[^\]]*$/, '').trim()}…`;
}

function editsIn(text: string, item: ItemBlock | ParagraphBlock, key: string, value: string | null): TextEdit[] {
  const field = new RegExp(`[ \\t]*\\[${key}::(?:\\[\\[[^\\[\\]\\r\\n]*\\]\\]|[^\\[\\]\\r\\n])*\\]`, 'gi');
  const { start, end: last } = itemBounds(text, item);
  const source = text.slice(start, last);
  // What stands in code is no field.
  const found = [...blankInlineCode(source).matchAll(field)];
  if (value === null) return found.map((match) => ({ start: start + match.index, end: start + match.index + match[0].length, insert: '' }));
  const insert = ` [${key}:: ${clean(value)}]`;
  const [first] = found;
  if (first) return [{ start: start + first.index, end: start + first.index + first[0].length, insert }];
  const at = endOfWords(text, item);
  return [{ start: at, end: at, insert }];
}

/** Where an item's words end: before its signs and its block id, which may stand on a line of its own. */
function endOfWords(text: string, item: ItemBlock | ParagraphBlock): number {
  for (let line = item.endLine; line > item.line; line--) {
    const at = endInLine(text, line);
    if (at > lineBounds(text, line).start) return at;
  }
  return endInLine(text, item.line);
}

function endInLine(text: string, line: number): number {
  const { start, end } = lineBounds(text, line);
  return start + withoutSigns(text.slice(start, end).replace(BLOCK_ID, '').replace(/[ \t]+$/, '')).length;
}

/** A line without the Tasks plugin's signs and dates at its end. */
export function withoutSigns(line: string): string {
  let bare = line;
  for (let shorter = bare.replace(LAST_SIGN, ''); shorter !== bare; shorter = bare.replace(LAST_SIGN, '')) bare = shorter;
  return bare;
}
