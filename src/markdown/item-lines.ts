import type { ItemBlock } from './blocks/block';
import { scanWhole } from './blocks/scan-whole';
import type { LineBlock } from './line-spot';

/** Offsets in a text, the end excluded. */
export interface Bounds {
  readonly start: number;
  readonly end: number;
}

/** All list items of a note, with or without a box. */
export function itemsOf(text: string): ItemBlock[] {
  return scanWhole(text).blocks.filter((block): block is ItemBlock => block.type === 'item');
}

/** Offset of the end of a block's last line, without its line end. */
export function endOfItem(
  text: string,
  { start, line, endLine }: Pick<LineBlock, 'start' | 'line' | 'endLine'>,
): number {
  const lines = linesOfItem(text, { start, line, endLine });
  return lines[lines.length - 1]?.end ?? start;
}

/** Bounds of each line of a block. */
export function linesOfItem(
  text: string,
  { start, line, endLine }: Pick<LineBlock, 'start' | 'line' | 'endLine'>,
): Bounds[] {
  const lines = [lineBoundsAt(text, start)];
  for (let at = line; at < endLine; at++) {
    const next = text.indexOf('\n', lines[lines.length - 1]?.end ?? start);
    if (next < 0) break;
    lines.push(lineBoundsAt(text, next + 1));
  }
  return lines;
}

/** Bounds of all lines of a text: it is searched for its line ends once. */
export function boundsOfLines(text: string): { readonly count: number; readonly bounds: (line: number) => Bounds } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    count: starts.length,
    bounds: (line) =>
      line < starts.length ? lineBoundsAt(text, starts[line] ?? 0) : { start: text.length, end: text.length },
  };
}

/** Bounds of the line that begins at an offset, without its line end. */
export function lineBoundsAt(text: string, start: number): Bounds {
  const next = text.indexOf('\n', start);
  const end = next < 0 ? text.length : next;
  return { start, end: end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end };
}
