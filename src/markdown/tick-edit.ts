import type { ItemBlock } from './blocks/block';
import { findLine, type LineIntent, type LineProblem } from './find-line';
import { endOfItem, lineBoundsAt } from './item-lines';
import type { LineBlock } from './line-spot';
import type { TextEdit } from './text-edit';

/** The box to change: which line, its mark when last read, and the mark it shall have. */
export interface TickIntent extends LineIntent {
  readonly mark: string;
  readonly newMark: string;
}

/** Why a box cannot be changed: its line cannot be found for sure, or somebody has already changed its mark. */
export type TickProblem = LineProblem | 'changed';

const BULLET = /^[\ufeff\s>]{0,200}(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+/;

/** The one-character edit for a box. */
export function tickEdit(
  text: string,
  intent: TickIntent,
): { readonly edit: TextEdit } | { readonly problem: TickProblem } {
  const found = findLine(text, intent, 'box');
  if ('problem' in found) return found;
  if (found.block.mark !== intent.mark) return { problem: 'changed' };
  const edit = markEditIn(text, found.block, intent.newMark);
  return edit ? { edit } : { problem: 'gone' };
}

/** The edit that gives an item's box another mark, or a line without a box one. */
export function markEditIn(
  text: string,
  { start: line, mark }: Pick<ItemBlock, 'start' | 'mark'>,
  newMark: string,
): TextEdit | null {
  const { start, end } = lineBoundsAt(text, line);
  const bullet = BULLET.exec(text.slice(start, Math.min(end, start + 400)));
  if (!bullet) return null;
  const at = start + bullet[0].length;
  if (mark === null) return { start: at, end: at, insert: `[${newMark}] ` };
  return text.startsWith(`[${mark}]`, at) ? { start: at + 1, end: at + 1 + mark.length, insert: newMark } : null;
}

/** The edit that moves the Tasks plugin's due date of a line; null where it has none, so that a field may say it. */
export function dueSignEditIn(text: string, block: LineBlock, date: string): TextEdit | null {
  const { start } = block;
  const sign = /(?:📅|📆|🗓)\uFE0F?\s*(\d{4}-\d{2}-\d{2})/.exec(text.slice(start, endOfItem(text, block)));
  const at = sign ? start + sign.index + sign[0].length - 10 : -1;
  return sign ? { start: at, end: at + 10, insert: date } : null;
}
