import { commandless } from '../domain/inert-text';
import { scanWhole } from './blocks/scan-whole';
import { findLine, type LineIntent, type LineProblem } from './find-line';
import { inlineFields } from './inline-fields';
import { blankInlineCode } from './inline';
import { itemMetadata } from './item-metadata';
import { endOfItem, linesOfItem } from './item-lines';
import type { LineBlock, LineKind } from './line-spot';
import { applyEdits, type TextEdit } from './text-edit';

/** A line as last read, and the inline field that it shall have; a value of null takes the field away. */
export interface FieldIntent extends LineIntent {
  readonly kind: LineKind;
  readonly key: string;
  readonly value: string | null;
  /** The character in its box, where only such a line is meant. */
  readonly mark?: string;
}

/** The Tasks plugin reads its signs from the end of the line: whatever else is written must stand before them. */
const LAST_SIGN =
  /(?:[📅📆🗓⏳🛫➕✅❌]\uFE0F?[ \t]*\d{4}-\d{2}-\d{2}|[🔺⏫🔼🔽⏬]\uFE0F?|🔁\uFE0F?[A-Za-z0-9, !\t]+|🏁\uFE0F?[ \t]*\w+|[🆔⛔]\uFE0F?(?:[ \t]*[\w-]+[ \t]*,)*[ \t]*[\w-]+)$/u;
/** Longer ones are not read as a field. */
const MAX_VALUE = 280;
/** No sign with its value is longer. */
const SIGN_LENGTH = 200;

/**
 * The edit that writes `[key:: value]` at the end of a line (before its block id), or replaces the value that is there.
 * A line that is not found for sure, or has another mark by now, is left as it is.
 */
export function fieldEdit(
  text: string,
  { key, value, mark, kind, ...intent }: FieldIntent,
): { readonly edits: readonly TextEdit[] } | { readonly problem: LineProblem | 'changed' } {
  const found = findLine(text, intent, kind);
  if ('problem' in found) return found;
  const item: LineBlock = found.block;
  if (mark !== undefined && item.type === 'item' && item.mark !== mark) return { problem: 'changed' };
  const edits = fieldEditsIn(text, item, key, value);
  return edits === null ? { problem: 'gone' } : { edits };
}

/** The same for a block that was found; null where the field would not be read, as behind an open comment. */
export function fieldEditsIn(
  text: string,
  item: LineBlock,
  key: string,
  value: string | null,
): readonly TextEdit[] | null {
  const edits = editsIn(text, item, key, value);
  return value === null || isRead(text, item, edits, key, clean(value)) ? edits : null;
}

/**
 * Inside a code span or behind an open comment a field is no field: whether the item's own lines, as they would be,
 * say it.
 */
function isRead(text: string, item: LineBlock, edits: readonly TextEdit[], key: string, value: string): boolean {
  const { start } = item;
  const own = applyEdits(
    text.slice(start, endOfItem(text, item)),
    edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
  const [written] = scanWhole(own.replace(/^[\ufeff \t>]{1,200}/gm, '')).blocks;
  return written?.type === item.type && itemMetadata(blankInlineCode(written.text)).fields[key.toLowerCase()] === value;
}

function clean(value: string): string {
  // Links stay; a bracket of any other kind would end the field.
  const plain = commandless(value)
    .replace(/(\[\[[^[\]\r\n]*\]\])|[[\]\r\n`]+|%%|<!--/g, (_, link: string | undefined) => link ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length <= MAX_VALUE
    ? plain
    : `${plain
        .slice(0, MAX_VALUE - 1)
        .replace(/\[\[[^\]]*$/, '')
        .trim()}…`;
}

function editsIn(text: string, item: LineBlock, key: string, value: string | null): TextEdit[] {
  const { start } = item;
  // What stands in code is no field.
  const source = blankInlineCode(text.slice(start, endOfItem(text, item)));
  const found = inlineFields(source)
    .filter((field) => field.key.toLowerCase() === key.toLowerCase() && source[field.start] === '[')
    .map((field) => ({ start: start + blanksBefore(source, field.start), end: start + field.end }));
  if (value === null) return found.map((bounds) => ({ ...bounds, insert: '' }));
  const insert = ` [${key}:: ${clean(value)}]`;
  const [first] = found;
  if (first) return [{ ...first, insert }];
  const at = endOfWords(text, item);
  return [{ start: at, end: at, insert }];
}

/** Where the blanks before an offset begin. */
function blanksBefore(text: string, at: number): number {
  let start = at;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return start;
}

/** Where an item's words end: before its signs and its block id, which may stand on a line of its own. */
function endOfWords(text: string, item: LineBlock): number {
  const lines = linesOfItem(text, item).map(({ start, end }) => ({
    start,
    at: start + withoutSigns(withoutBlockId(text.slice(start, end)).trimEnd()).length,
  }));
  const last =
    lines
      .slice(1)
      .reverse()
      .find(({ start, at }) => at > start) ?? lines[0];
  return last?.at ?? item.start;
}

/** A line without the id of a block at its end. */
export function withoutBlockId(line: string): string {
  const bare = line.trimEnd();
  const id = /(?:^|[ \t])\^[A-Za-z0-9-]{1,100}$/.exec(bare.slice(-110));
  return id ? bare.slice(0, bare.length - id[0].length) : line;
}

/** A line without the Tasks plugin's signs and dates at its end. */
export function withoutSigns(line: string): string {
  let bare = line.trimEnd();
  for (;;) {
    const tail = bare.slice(-SIGN_LENGTH);
    const sign = LAST_SIGN.exec(tail);
    if (!sign) return bare;
    bare = bare.slice(0, bare.length - tail.length + sign.index).trimEnd();
  }
}
