import type { FrontMatterSource } from './block';

/** Nobody writes longer properties: what is never closed is no front matter. */
const MAX_LENGTH = 1_000_000;
const CLOSING = /^(?:---|\.\.\.)[ \t]*\r?$/;

/** Offset of the line that ends the properties, or −1. */
function closingLine(text: string, from: number): number {
  const last = Math.min(text.length, from + MAX_LENGTH);
  for (let start = from; start <= last;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const sign = text.charCodeAt(start);
    if ((sign === 45 || sign === 46) && end - start < 200 && CLOSING.test(text.slice(start, end))) return start;
    if (next < 0) return -1;
    start = next + 1;
  }
  return -1;
}

/** Front matter opens on the very first line and must be closed. */
export function frontMatterOf(
  text: string,
): { readonly source: FrontMatterSource; readonly end: number; readonly lines: number } | null {
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const opening = /^---[ \t]*\r?\n/.exec(text.slice(from, from + 80));
  if (!opening) return null;
  const start = from + opening[0].length;
  const close = closingLine(text, start);
  if (close < 0) return null;
  const source = text.slice(start, close);
  let lines = 2;
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) lines++;
  const lineEnd = text.indexOf('\n', close);
  return { source: { text: source, line: 1 }, end: lineEnd < 0 ? text.length + 1 : lineEnd + 1, lines };
}
