import type { ItemBlock } from './blocks/block';
import { scanBlocks } from './blocks/scan-blocks';

/** All list items of a note, with or without a box. */
export function itemsOf(text: string): ItemBlock[] {
  const steps = scanBlocks(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.blocks.filter((block): block is ItemBlock => block.type === 'item');
  }
}

/** Offsets of a line (0-based) without its line end; both lie at the text's end when there is no such line. */
export function lineBounds(text: string, line: number): { readonly start: number; readonly end: number } {
  let start = 0;
  for (let at = 0; at < line; at++) {
    const next = text.indexOf('\n', start);
    if (next < 0) return { start: text.length, end: text.length };
    start = next + 1;
  }
  const next = text.indexOf('\n', start);
  const end = next < 0 ? text.length : next;
  return { start, end: end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end };
}
