import { normalizedText } from '../domain/text-similarity';
import type { ItemBlock } from './blocks/block';
import { plainText } from './inline';
import { itemsOf, lineBounds } from './item-lines';
import { itemMetadata } from './item-metadata';
import type { TextEdit } from './text-edit';

/** The box to change: its 1-based line as last read, its title and mark then, and the mark it shall have. */
export interface TickIntent {
  readonly line: number;
  readonly title: string;
  readonly mark: string;
  readonly newMark: string;
}

/** Why a box cannot be changed: the line is gone, or somebody has already changed its mark. */
export type TickProblem = 'gone' | 'changed';

/** The one-character edit for a box; the item is found again by its text when lines have moved. */
export function tickEdit(text: string, intent: TickIntent): { readonly edit: TextEdit } | { readonly problem: TickProblem } {
  const wanted = normalizedText(intent.title);
  const matching = itemsOf(text).filter((item) => item.mark !== null && normalizedText(plainText(itemMetadata(item.text).text)) === wanted);
  const nearest = matching.sort((a, b) => Math.abs(a.line + 1 - intent.line) - Math.abs(b.line + 1 - intent.line));
  const found = nearest.find((item) => item.mark === intent.mark);
  if (!found) return { problem: matching.length === 0 ? 'gone' : 'changed' };
  const start = boxOffset(text, found);
  return start === null ? { problem: 'gone' } : { edit: { start, end: start + intent.mark.length, insert: intent.newMark } };
}

/** Offset of the character in the box on the item's line. */
function boxOffset(text: string, item: ItemBlock): number | null {
  const { start, end } = lineBounds(text, item.line);
  const box = /^[\ufeff\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+\[/.exec(text.slice(start, end));
  const at = box ? start + box[0].length : -1;
  return at >= 0 && text.startsWith(`${item.mark ?? ''}]`, at) ? at : null;
}
