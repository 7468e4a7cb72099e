import type { FrontMatterSource } from './block';

/** Front matter opens on the very first line and must be closed. */
export function frontMatterOf(text: string): { readonly source: FrontMatterSource; readonly end: number; readonly lines: number } | null {
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const opening = /^---[ \t]*\r?\n/.exec(text.slice(from, from + 80));
  if (!opening) return null;
  const start = from + opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*\r?$/m;
  const rest = text.slice(start);
  const match = closing.exec(rest);
  if (!match) return null;
  const source = rest.slice(0, match.index);
  let lines = 2;
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) lines++;
  const lineEnd = rest.indexOf('\n', match.index);
  return { source: { text: source, line: 1 }, end: lineEnd < 0 ? text.length + 1 : start + lineEnd + 1, lines };
}
