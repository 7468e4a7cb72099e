import { textHash } from '../domain/text-hash';
import { normalizedText } from '../domain/text-similarity';
import type { Block, HeadingBlock, ItemBlock, ParagraphBlock } from './blocks/block';
import { plainText } from './inline';
import { itemMetadata } from './item-metadata';

/** Lines of one kind never stand for those of another: a box is no bullet, and prose is neither. */
export type LineKind = 'box' | 'bullet' | 'prose';

/** Where one of several lines with equal words stands. */
export interface LineSpot {
  /** Fingerprint of the headings above it. */
  readonly under: string;
  /** Its number among the equal lines under the same headings, from 0, and how many those are. */
  readonly nth: number;
  readonly of: number;
  /** How many lines with these words the whole note has. */
  readonly all: number;
}

/** A block that can be found again as a line. */
export type LineBlock = ItemBlock | ParagraphBlock;

/** The kind of a block's line. */
export function lineKind(block: LineBlock): LineKind {
  return block.type === 'paragraph' ? 'prose' : block.mark === null ? 'bullet' : 'box';
}

/** Words of a line in the form in which they are compared. */
export function lineWords(block: LineBlock): string {
  return normalizedText(plainText(itemMetadata(block.text).text));
}

/** Follows the headings of a note from top to bottom; the result tells the fingerprint of those above the block given last. */
export function headingPath(): (heading: HeadingBlock) => string {
  const above: { readonly level: number; readonly text: string }[] = [];
  return ({ level, text, topLevel }) => {
    if (topLevel) {
      while ((above[above.length - 1]?.level ?? 0) >= level) above.pop();
      above.push({ level, text: normalizedText(text) });
    }
    return textHash(above.map((heading) => heading.text).join('\n'));
  };
}

/** The fingerprint of a note's beginning, above its first heading. */
export const ABOVE_ALL = textHash('');

/** A spot as facts keep it: `under.nth.of.all`. */
export function spotText({ under, nth, of, all }: LineSpot): string {
  return `${under}.${nth}.${of}.${all}`;
}

/** Reads what {@link spotText} wrote; null for anything else. */
export function parseSpot(text: string): LineSpot | null {
  const [under = '', nth, of, all] = text.split('.');
  const [n, m, total] = [nth, of, all].map(Number) as [number, number, number];
  return under !== '' && [n, m, total].every(Number.isInteger) ? { under, nth: n, of: m, all: total } : null;
}

const BLOCKS_A_STEP = 100;

/**
 * The spots of those lines of a note (by their 0-based number) whose words are known. `words` says them for the lines
 * that became facts; other lines of the same kinds are compared by their own.
 */
export function* spotsOf(blocks: readonly Block[], words: ReadonlyMap<number, string>): Generator<void, ReadonlyMap<number, string>> {
  const kinds = new Set<LineKind>();
  for (const block of blocks) if (isLine(block) && words.has(block.line)) kinds.add(lineKind(block));
  const found: { readonly line: number; readonly under: string; readonly nth: number; readonly here: string; readonly anywhere: string }[] = [];
  const counts = new Map<string, number>();
  const count = (key: string): number => {
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    return before;
  };
  const enter = headingPath();
  let under = ABOVE_ALL;
  for (const [index, block] of blocks.entries()) {
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    if (block.type === 'heading') under = enter(block);
    if (!isLine(block) || !kinds.has(lineKind(block))) continue;
    const known = words.get(block.line);
    const anywhere = `${lineKind(block)}\n${known === undefined ? lineWords(block) : normalizedText(known)}`;
    const here = `${under}\n${anywhere}`;
    count(anywhere);
    const nth = count(here);
    if (known !== undefined) found.push({ line: block.line, under, nth, here, anywhere });
  }
  const spots = new Map<number, string>();
  for (const [index, { line, under: path, nth, here, anywhere }] of found.entries()) {
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    spots.set(line, spotText({ under: path, nth, of: counts.get(here) ?? 1, all: counts.get(anywhere) ?? 1 }));
  }
  return spots;
}

function isLine(block: Block): block is LineBlock {
  return block.type === 'item' || (block.type === 'paragraph' && !block.inItem);
}
