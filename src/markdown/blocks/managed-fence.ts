/** A stretch of a note that Shipshape keeps current; everything outside belongs to the person. */
export interface ManagedBlock {
  readonly name: string;
  /** Hash of the content as it was last written. */
  readonly hash: string;
  /** Offsets of the first fence's start and the last fence's end, and of the lines between. */
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly content: string;
}

const BEGIN = /^%% shipshape:begin ([a-z][a-z0-9-]{0,60}) ([0-9a-z]{1,20}) %%[ \t]{0,20}$/;
const FENCE = '%% shipshape:';
/** The line that ends a block. */
export const BLOCK_END = '%% shipshape:end %%';
/** How the line that begins a block starts. */
export const BLOCK_BEGIN = '%% shipshape:begin ';

/**
 * The block whose first fence is the line from `start` to `end` (offsets, line end excluded); null when it has no end
 * before the next block begins.
 */
export function managedBlockAt(text: string, start: number, end: number): ManagedBlock | null {
  const begin = BEGIN.exec(text.slice(start, Math.min(end, start + 200)));
  if (!begin) return null;
  const next = text.indexOf('\n', end);
  if (next < 0) return null;
  for (let at = text.indexOf(`\n${FENCE}`, next); at >= 0; at = text.indexOf(`\n${FENCE}`, at + 1)) {
    // A second beginning before any end: the first one has lost its end.
    if (text.startsWith(BLOCK_BEGIN, at + 1)) return null;
    if (!text.startsWith(BLOCK_END, at + 1)) continue;
    const lineEnd = text.indexOf('\n', at + 1);
    const close = lineEnd < 0 ? text.length : lineEnd;
    if (text.slice(at + 1, close).trim() !== BLOCK_END) continue;
    return {
      name: begin[1] ?? '',
      hash: begin[2] ?? '',
      start,
      end: lineEnd < 0 ? text.length : lineEnd + 1,
      contentStart: next + 1,
      contentEnd: at + 1,
      content: text.slice(next + 1, at + 1),
    };
  }
  return null;
}
