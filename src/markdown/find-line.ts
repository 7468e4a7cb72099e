import { lazily } from '../domain/lazily';
import { normalizedText } from '../domain/text-similarity';
import type { Block } from './blocks/block';
import { scanWhole } from './blocks/scan-whole';
import { ABOVE_ALL, hasWords, headingPath, type LineBlock, lineKind, type LineKind, parseSpot } from './line-spot';

/**
 * A line as it was last read: its words, and which of several equal ones it was (as facts keep it; missing: the only
 * one).
 */
export interface LineIntent {
  readonly title: string;
  readonly spot?: string | undefined;
}

/** Why a line is not found: it is not there any more, or others with the same words have come, gone or been moved. */
export type LineProblem = 'gone' | 'ambiguous';

/** What became of looking for a line. */
export type FoundLine<Found extends LineBlock> = { readonly block: Found } | { readonly problem: LineProblem };

type BlockOf<Kind extends LineKind> = Extract<
  LineBlock,
  { readonly type: Kind extends 'prose' ? 'paragraph' : 'item' }
>;

/**
 * The line that is meant, found by its words, the headings above it and its number among equal ones there; lines may have
 * moved within their section. Where that could mean another line, none is found: a wrong edit is worse than none.
 */
export function findLine<Kind extends LineKind>(
  text: string,
  intent: LineIntent,
  kind: Kind,
): FoundLine<BlockOf<Kind>> {
  const wanted = normalizedText(intent.title);
  const word = rarestWord(intent.title, text);
  // Most lines of a large note can be passed over by one word; where that finds nothing sure, all of them are looked at.
  const quick =
    word === null ? null : choose(scanWhole(text, (line) => line.includes(word)).blocks, wanted, intent.spot, kind);
  if (quick !== null && 'block' in quick) return quick;
  return choose(scanWhole(text).blocks, wanted, intent.spot, kind);
}

function choose<Kind extends LineKind>(
  blocks: readonly Block[],
  wanted: string,
  spot: string | undefined,
  kind: Kind,
): FoundLine<BlockOf<Kind>> {
  const equal: { readonly block: BlockOf<Kind>; readonly under: string }[] = [];
  const paths = new Set([ABOVE_ALL]);
  const enter = headingPath();
  let under = ABOVE_ALL;
  for (const block of blocks) {
    if (block.type === 'heading') {
      under = enter(block);
      paths.add(under);
    } else if (isOfKind(block, kind) && hasWords(block, wanted)) equal.push({ block, under });
  }
  const [only] = equal;
  if (!only) return { problem: 'gone' };
  const known = spot === undefined ? null : parseSpot(spot);
  if (!known) return equal.length === 1 ? only : { problem: 'ambiguous' };
  const here = equal.filter((entry) => entry.under === known.under);
  const found = here[known.nth];
  if (found && here.length === known.of) return found;
  // Its heading was reworded, and there never was another line like it.
  if (here.length === 0 && known.all === 1 && equal.length === 1 && !paths.has(known.under)) return only;
  return { problem: here.length === 0 ? 'gone' : 'ambiguous' };
}

function isOfKind<Kind extends LineKind>(block: Block, kind: Kind): block is BlockOf<Kind> {
  if (block.type === 'paragraph') return kind === 'prose' && !block.inItem;
  return block.type === 'item' && lineKind(block) === kind;
}

const WORD = lazily(() => /[\p{L}\p{N}]+/gu);

const WORDS_TRIED = 6;
const RARE = 8;

/** The word of a title that occurs least often in a text, as it is written; null where one does not occur as such. */
function rarestWord(title: string, text: string): string | null {
  const words = [...new Set(title.match(WORD()) ?? [])].sort(
    (a, b) => Number(/\d/.test(b)) - Number(/\d/.test(a)) || b.length - a.length,
  );
  let rarest: string | null = null;
  let fewest = Infinity;
  for (const word of words.slice(0, WORDS_TRIED)) {
    let count = 0;
    for (let at = text.indexOf(word); at >= 0 && count < fewest; at = text.indexOf(word, at + word.length)) count++;
    if (count === 0) return null;
    if (count < fewest) [rarest, fewest] = [word, count];
    if (fewest <= RARE) break;
  }
  return rarest;
}
