import { readFrontMatter } from '../markdown/readers/front-matter';
import { lineEndOf, type TextEdit } from '../markdown/text-edit';
import { blockRequest, type ReadBlock } from '../presentation/block/block-request';
import { BLOCK_WORDING } from '../presentation/block/block-wording';

/** Understands the body of a code block `shipshape`; an empty one lists all releases. */
export function readBlock(source: string): ReadBlock {
  const { properties, problem } = readFrontMatter({ text: source, line: 0 });
  const lines = source.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  if (problem !== null || properties.length < lines.length) return { problem: BLOCK_WORDING.broken };
  return blockRequest(properties.map(({ key, values }) => [key.toLowerCase(), values.join(', ')] as const));
}

/** Where a block stands in its note, 0-based with its fences, and how its note was then. */
export interface BlockSection {
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly text: string;
}

/**
 * Puts a text in place of a block. The lines of the block have to be the same as when it was drawn, at the same place;
 * anything else is left alone.
 */
export function replaceBlock(
  now: string,
  { lineStart, lineEnd, text }: BlockSection,
  by: string,
): { readonly edits: readonly TextEdit[] } | { readonly problem: 'changed' } {
  const end = lineEndOf(now);
  const linesOf = (whole: string): string[] => whole.replace(/\r\n/g, '\n').split('\n');
  const before = linesOf(now).slice(lineStart, lineEnd + 1);
  const drawn = linesOf(text).slice(lineStart, lineEnd + 1);
  const isSame = before.length === drawn.length && before.every((line, at) => line === drawn[at]);
  if (!isSame || before.length < 2 || !/^\s*(?:>\s*)*(?:`{3,}|~{3,})\s*shipshape\s*$/.test(before[0] ?? ''))
    return { problem: 'changed' };
  const starts = [0, ...[...now.matchAll(/\r?\n/g)].map(({ index, 0: { length } }) => index + length)];
  const start = starts[lineStart] ?? 0;
  const stop = (starts[lineEnd] ?? now.length) + (before[before.length - 1]?.length ?? 0);
  const margin = /^\s*(?:>\s*)*/.exec(before[0] ?? '')?.[0] ?? '';
  const insert = by
    .split('\n')
    .map((line) => `${margin}${line}`.trimEnd())
    .join(end);
  return { edits: [{ start, end: stop, insert }] };
}
