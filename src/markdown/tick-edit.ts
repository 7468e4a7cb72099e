import type { ItemBlock } from './blocks/block';
import { itemBounds, itemsTitled, lineBounds } from './item-lines';
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
  const matching = itemsTitled(text, intent.title, intent.line).filter((item) => item.mark !== null);
  const found = matching.find((item) => item.mark === intent.mark);
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

/** The edit that gives a list line without a box one. */
export function addBoxEdit(text: string, { line, title, mark }: { readonly line: number; readonly title: string; readonly mark: string }): { readonly edit: TextEdit } | { readonly problem: TickProblem } {
  const item = itemsTitled(text, title, line).find((entry) => entry.mark === null);
  const { start, end } = item ? lineBounds(text, item.line) : { start: 0, end: 0 };
  const bullet = item ? /^[\ufeff\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+/.exec(text.slice(start, end)) : null;
  return bullet ? { edit: { start: start + bullet[0].length, end: start + bullet[0].length, insert: `[${mark}] ` } } : { problem: 'gone' };
}

/** The edit that moves the Tasks plugin's due date of a line; null where it has none, so that a field may say it. */
export function dueSignEdit(text: string, { line, title, mark, date }: { readonly line: number; readonly title: string; readonly mark: string | null; readonly date: string }): TextEdit | null {
  const item = itemsTitled(text, title, line).find((entry) => entry.mark === mark);
  if (!item) return null;
  const { start, end } = itemBounds(text, item);
  const sign = /(?:📅|📆|🗓)\uFE0F?\s*(\d{4}-\d{2}-\d{2})/.exec(text.slice(start, end));
  const at = sign ? start + sign.index + sign[0].length - 10 : -1;
  return sign ? { start: at, end: at + 10, insert: date } : null;
}
