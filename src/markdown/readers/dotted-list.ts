import type { ItemBlock, ParagraphBlock } from '../blocks/block';
import type { BlockPlace } from './reading';

/** "• Ann to call": a list as other programs write it, which Markdown takes for running text. */
const DOTTED = /^\s{0,3}[•·‣◦▪●○]\s{1,4}(?=\S)/;
const LISTED: ReadonlySet<string | null> = new Set(['actions', 'risks', 'issues', 'dependencies']);

/**
 * The items of a paragraph in a section of work, risks or needs, each line of which has a dot; null for other
 * paragraphs.
 */
export function dottedItems(
  { text, line, quote, start }: ParagraphBlock,
  { kind, base }: BlockPlace,
): ItemBlock[] | null {
  const lines = text.split('\n');
  if (!LISTED.has(kind) || !lines.every((entry) => DOTTED.test(entry))) return null;
  return lines.map((entry, offset) => {
    const at = { line: line + offset, endLine: line + offset, quote, start, depth: base };
    return { ...at, type: 'item', ordered: false, mark: null, text: entry.replace(DOTTED, '') };
  });
}
