import type { Span } from '../domain/evidence';
import { mapInSlices } from '../domain/in-slices';
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

/** Signs by which the words that a reader sees may differ from those that are written. */
const MARKUP = /[[<&\\*_~`]/;
const LINKS = /[[<&\\]/;

/** Whether a line has these words (in the form of {@link lineWords}): most lines are told without parsing them. */
export function hasWords(block: LineBlock, wanted: string): boolean {
  const { text } = itemMetadata(block.text);
  const written = normalizedText(text);
  if (written === wanted ? !LINKS.test(text) : !MARKUP.test(text)) return written === wanted;
  const letters = written.replace(/ /g, '');
  return wanted.split(' ').every((word) => letters.includes(word)) && lineWords(block) === wanted;
}

/**
 * Follows the headings of a note from top to bottom; the result tells the fingerprint of those above the block given
 * last.
 */
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
export function* spotsOf(
  blocks: readonly Block[],
  words: readonly (string | undefined)[],
): Generator<void, readonly (string | undefined)[]> {
  const kinds = new Set<LineKind>();
  yield* mapInSlices(blocks, (block) => {
    if (isLine(block) && words[block.line] !== undefined) kinds.add(lineKind(block));
  });
  const found: {
    readonly line: number;
    readonly under: string;
    readonly nth: number;
    readonly here: string;
    readonly anywhere: string;
  }[] = [];
  const { count, countOf } = counter();
  const enter = headingPath();
  let under = ABOVE_ALL;
  for (const [index, block] of blocks.entries()) {
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    if (block.type === 'heading') under = enter(block);
    if (!isLine(block) || !kinds.has(lineKind(block))) continue;
    const known = words[block.line];
    const anywhere = `${lineKind(block)}\n${known === undefined ? lineWords(block) : normalizedText(known)}`;
    const here = `${under}\n${anywhere}`;
    count(anywhere);
    const nth = count(here);
    if (known !== undefined) found.push({ line: block.line, under, nth, here, anywhere });
  }
  const spots: (string | undefined)[] = [];
  for (const [index, { line, under: path, nth, here, anywhere }] of found.entries()) {
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    spots[line] = spotText({ under: path, nth, of: countOf(here), all: countOf(anywhere) });
  }
  return spots;
}

/** A power of two. */
const SHARDS = 256;

/** Counts keys in several small maps: a map of hundreds of thousands would grow in one long step. */
function counter(): { readonly count: (key: string) => number; readonly countOf: (key: string) => number } {
  const shards = Array.from({ length: SHARDS }, () => new Map<string, number>());
  const shardOf = (key: string): Map<string, number> => {
    // Of all letters: lines that are alike but for a number would else lie in a few of them.
    let sum = 0;
    for (let at = 0; at < key.length; at++) sum = (Math.imul(sum, 31) + key.charCodeAt(at)) | 0;
    return shards[(sum ^ (sum >>> 15)) & (SHARDS - 1)] ?? new Map<string, number>();
  };
  return {
    count: (key) => {
      const shard = shardOf(key);
      const before = shard.get(key) ?? 0;
      shard.set(key, before + 1);
      return before;
    },
    countOf: (key) => shardOf(key).get(key) ?? 0,
  };
}

function isLine(block: Block): block is LineBlock {
  return block.type === 'item' || (block.type === 'paragraph' && !block.inItem);
}

/** Which of several equal lines each of those is that a person can act on. */
export function* spotsFor(
  blocks: readonly Block[],
  lists: readonly (readonly (Span & { readonly title: string })[])[],
): Generator<void, readonly (string | undefined)[]> {
  const words: (string | undefined)[] = [];
  for (const list of lists) {
    yield* mapInSlices(list, ({ line, title }) => {
      words[line - 1] = title;
    });
  }
  return words.length === 0 ? [] : yield* spotsOf(blocks, words);
}

/** Facts with the spots of their lines. */
export function* spotted<Fact extends Span>(
  list: readonly Fact[],
  spots: readonly (string | undefined)[],
): Generator<void, readonly Fact[]> {
  return yield* mapInSlices(list, (fact) => {
    const spot = spots[fact.line - 1];
    return spot === undefined ? fact : { ...fact, spot };
  });
}
