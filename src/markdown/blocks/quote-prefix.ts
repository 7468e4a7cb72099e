import { indentOf } from './line-shapes';

/** Deeper quotes than any person writes are read as text. */
const MAX_NESTING = 60;

/** Strips `>` markers; returns depth, and the offset and column behind them. */
export function quotePrefix(
  line: string,
  container: number,
): { readonly depth: number; readonly at: number; readonly column: number } {
  let at = 0;
  let column = 0;
  let depth = 0;
  for (;;) {
    const indent = indentOf(line, at, column);
    const limit = (depth === 0 ? container : 0) + 4;
    if (
      line.charCodeAt(indent.at) !== 62 ||
      indent.column - (depth === 0 ? 0 : column) >= limit ||
      depth >= MAX_NESTING
    )
      return { depth, at, column };
    depth++;
    at = indent.at + 1;
    column = 0;
    if (line.charCodeAt(at) === 32) at++;
  }
}
