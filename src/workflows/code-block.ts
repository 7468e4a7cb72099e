import { blockText } from '../markdown/managed-block';
import { lineEndOf, type TextEdit } from '../markdown/text-edit';
import { blockRequest, type ReadBlock } from '../presentation/block/block-request';
import { BLOCK_WORDING } from '../presentation/block/block-wording';

const BLOCK_LINE = /^\s*([A-Za-z][\w -]{0,40}?)\s*:\s*(.*?)\s*$/;

/** Understands the body of a code block `shipshape`, one "key: value" a line; an empty one lists all releases. */
export function readBlock(source: string): ReadBlock {
  const lines: (readonly [key: string, value: string])[] = [];
  for (const line of source.split('\n')) {
    if (line.trim() === '' || /^\s*#/.test(line)) continue;
    const [whole, key = '', value = ''] = BLOCK_LINE.exec(line) ?? [];
    if (whole === undefined) return { problem: BLOCK_WORDING.broken };
    // What stands behind the colon is meant as it is written: names may hold any sign.
    lines.push([key.toLowerCase(), /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value]);
  }
  return blockRequest(lines);
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
): { readonly edits: readonly TextEdit[] } | { readonly problem: 'changed' | 'nested' } {
  const end = lineEndOf(now);
  const linesOf = (whole: string): string[] => whole.replace(/\r\n/g, '\n').split('\n');
  const before = linesOf(now).slice(lineStart, lineEnd + 1);
  const drawn = linesOf(text).slice(lineStart, lineEnd + 1);
  const isSame = before.length === drawn.length && before.every((line, at) => line === drawn[at]);
  if (!isSame || before.length < 2 || !/^[\s>]*(?:`{3,}|~{3,})\s*shipshape\s*$/.test(before[0] ?? ''))
    return { problem: 'changed' };
  // Between its fences nothing is read as a fact again; they are none inside a callout or a list.
  if (/^[\s>]/.test(before[0] ?? '')) return { problem: 'nested' };
  const starts = [0, ...[...now.matchAll(/\r?\n/g)].map(({ index, 0: { length } }) => index + length)];
  const start = starts[lineStart] ?? 0;
  const stop = (starts[lineEnd] ?? now.length) + (before[before.length - 1]?.length ?? 0);
  return { edits: [{ start, end: stop, insert: blockText('text', by, end).slice(0, -end.length) }] };
}
