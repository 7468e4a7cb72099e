import { normalizedText } from '../domain/text-similarity';
import type { ItemBlock, ParagraphBlock } from './blocks/block';
import { scanWhole } from './blocks/scan-whole';
import { plainText } from './inline';
import { itemMetadata } from './item-metadata';

/** Offsets in a text, the end excluded. */
interface Bounds {
  readonly start: number;
  readonly end: number;
}

/** All list items of a note, with or without a box. */
export function itemsOf(text: string): ItemBlock[] {
  return scanWhole(text).blocks.filter((block): block is ItemBlock => block.type === 'item');
}

/** The items of this title, the nearest to a 1-based line first: where a line is found again when lines have moved. */
export function itemsTitled(text: string, title: string, line: number): ItemBlock[] {
  return titled(itemsOf(text), title, line);
}

/** The same for paragraphs that are no part of an item. */
export function paragraphsTitled(text: string, title: string, line: number): ParagraphBlock[] {
  return titled(scanWhole(text).blocks.filter((block): block is ParagraphBlock => block.type === 'paragraph' && !block.inItem), title, line);
}

function titled<Block extends ItemBlock | ParagraphBlock>(blocks: readonly Block[], title: string, line: number): Block[] {
  const wanted = normalizedText(title);
  return blocks.filter((block) => normalizedText(plainText(itemMetadata(block.text).text)) === wanted).sort((a, b) => Math.abs(a.line + 1 - line) - Math.abs(b.line + 1 - line));
}

/** Offsets of all lines of an item. */
export function itemBounds(text: string, { line, endLine }: Pick<ItemBlock, 'line' | 'endLine'>): Bounds {
  return { start: lineBounds(text, line).start, end: lineBounds(text, endLine).end };
}

/** The same for many lines of one text: the text is searched for its line ends once. */
export function boundsOfLines(text: string): { readonly count: number; readonly bounds: (line: number) => Bounds } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { count: starts.length, bounds: (line) => (line < starts.length ? boundsFrom(text, starts[line] ?? 0) : { start: text.length, end: text.length }) };
}

/** Offsets of a line (0-based) without its line end; both lie at the text's end when there is no such line. */
export function lineBounds(text: string, line: number): Bounds {
  let start = 0;
  for (let at = 0; at < line; at++) {
    const next = text.indexOf('\n', start);
    if (next < 0) return { start: text.length, end: text.length };
    start = next + 1;
  }
  return boundsFrom(text, start);
}

/** Bounds of the line that begins at an offset. */
function boundsFrom(text: string, start: number): Bounds {
  const next = text.indexOf('\n', start);
  const end = next < 0 ? text.length : next;
  return { start, end: end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end };
}
