/** A list marker at the start of a line's content. */
export interface ListMarker {
  readonly ordered: boolean;
  /** 1 for "1." and for bullets; only such lists may interrupt a paragraph. */
  readonly startsList: boolean;
  /** Offset of the content after the marker and its spaces. */
  readonly contentAt: number;
  /** Columns from the line's indent to the content. */
  readonly width: number;
  readonly empty: boolean;
}

const TAB = 9;
const SPACE = 32;

/**
 * Column (tab stops of four) and offset of the first character that is no blank, from `from` on, starting at
 * `column`.
 */
export function indentOf(line: string, from: number, column: number): { readonly column: number; readonly at: number } {
  let at = from;
  let col = column;
  for (; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === SPACE) col++;
    else if (code === TAB) col += 4 - (col % 4);
    else break;
  }
  return { column: col, at };
}

/** Reads "- ", "* ", "+ ", "12. " or "3) " at offset `at`, which stands at `column`; null when there is none. */
export function listMarker(line: string, at: number, column: number): ListMarker | null {
  const code = line.charCodeAt(at);
  let end = at + 1;
  let ordered = false;
  let startsList = true;
  if (code === 45 || code === 42 || code === 43) {
    // a bullet
  } else if (code >= 48 && code <= 57) {
    while (line.charCodeAt(end) >= 48 && line.charCodeAt(end) <= 57) end++;
    if (end - at > 9) return null;
    const stop = line.charCodeAt(end);
    if (stop !== 46 && stop !== 41) return null;
    startsList = end - at === 1 && code === 49;
    ordered = true;
    end++;
  } else return null;
  if (end >= line.length) return { ordered, startsList, contentAt: end, width: end - at + 1, empty: true };
  const next = line.charCodeAt(end);
  if (next !== SPACE && next !== TAB) return null;
  const content = indentOf(line, end, column + (end - at));
  if (content.at >= line.length)
    return { ordered, startsList, contentAt: line.length, width: end - at + 1, empty: true };
  const gap = content.column - column - (end - at);
  if (gap > 4) return { ordered, startsList, contentAt: end + 1, width: end - at + 1, empty: false };
  return { ordered, startsList, contentAt: content.at, width: content.column - column, empty: false };
}

/** True for `---`, `* * *`, `___`. */
export function isThematicBreak(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  if (code !== 45 && code !== 42 && code !== 95) return false;
  let count = 0;
  for (let i = at; i < line.length; i++) {
    const c = line.charCodeAt(i);
    if (c === code) count++;
    else if (c !== SPACE && c !== TAB && c !== 13) return false;
  }
  return count >= 3;
}

/** 1 for a row of "=", 2 for a row of "-", 0 for anything else. */
export function setextLevel(line: string, at: number): 0 | 1 | 2 {
  const code = line.charCodeAt(at);
  if (code !== 61 && code !== 45) return 0;
  let i = at;
  while (line.charCodeAt(i) === code) i++;
  return line.slice(i).trim() === '' ? (code === 61 ? 1 : 2) : 0;
}

/** Number of # of an ATX heading at `at`, or 0. */
export function atxLevel(line: string, at: number): number {
  let level = 0;
  while (line.charCodeAt(at + level) === 35) level++;
  if (level < 1 || level > 6) return 0;
  const next = line.charCodeAt(at + level);
  return Number.isNaN(next) || next === SPACE || next === TAB ? level : 0;
}

/** The fence that opens at `at`, or null. */
export function fenceOpening(line: string, at: number): { readonly char: number; readonly length: number } | null {
  const char = line.charCodeAt(at);
  if (char !== 96 && char !== 126) return null;
  let length = 0;
  while (line.charCodeAt(at + length) === char) length++;
  if (length < 3 || (char === 96 && line.includes('`', at + length))) return null;
  return { char, length };
}

/** True when the line closes the fence. */
export function closesFence(
  line: string,
  at: number,
  fence: { readonly char: number; readonly length: number },
): boolean {
  let length = 0;
  while (line.charCodeAt(at + length) === fence.char) length++;
  return length >= fence.length && line.slice(at + length).trim() === '';
}

const RAW_HTML = /^<(script|pre|style|textarea)(?=[\s>]|$)/i;
const HTML_BLOCK =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s>]|\/>|$)/i;
const LONE_TAG = /^<\/?[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>\s*$/i;

/** What ends the raw HTML block that starts here: a closing tag, or the next blank line; null when none starts. */
export function htmlBlockEnd(line: string, at: number, inParagraph: boolean): RegExp | 'blank' | null {
  if (line.charCodeAt(at) !== 60) return null;
  const rest = line.slice(at, at + 400);
  const raw = RAW_HTML.exec(rest);
  if (raw) return new RegExp(`</${raw[1] ?? ''}>`, 'i');
  if (HTML_BLOCK.test(rest)) return 'blank';
  return !inParagraph && LONE_TAG.test(rest) ? 'blank' : null;
}

const DELIMITER_CELL = /^:?-+:?$/;

/** True for a table's second line, `|---|:-:|`. */
export function isTableDelimiter(line: string): boolean {
  if (line.length >= 2000 || !line.includes('-') || !line.includes('|')) return false;
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .every((cell) => DELIMITER_CELL.test(cell.trim()));
}

/** Cells of a table row; `\|` and the bar inside `[[page|name]]` do not split. */
export function tableCells(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let link = 0;
  const source = line.trim();
  const lastClose = source.lastIndexOf(']]');
  for (let i = source.startsWith('|') ? 1 : 0; i < source.length; i++) {
    const char = source.charAt(i);
    if (char === '\\' && source.charAt(i + 1) === '|') {
      cell += '|';
      i++;
    } else if (char === '|' && link === 0) {
      cells.push(cell.trim());
      cell = '';
    } else {
      if (i < lastClose && source.startsWith('[[', i)) link = 1;
      else if (source.startsWith(']]', i)) link = 0;
      cell += char;
    }
  }
  if (cell.trim() !== '') cells.push(cell.trim());
  return cells;
}
