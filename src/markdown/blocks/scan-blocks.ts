import type { Block, ItemBlock, ParagraphBlock, ScannedNote, TableBlock } from './block';
import { blankComments, type CommentState, passLongLine } from './comments';
import { frontMatterOf } from './front-matter-source';
import {
  atxLevel,
  closesFence,
  fenceOpening,
  htmlBlockEnd,
  indentOf,
  isTableDelimiter,
  isThematicBreak,
  type ListMarker,
  listMarker,
  setextLevel,
  tableCells,
} from './line-shapes';
import { BLOCK_BEGIN, type ManagedBlock, managedBlockAt } from './managed-fence';
import { quotePrefix } from './quote-prefix';

interface OpenItem {
  readonly contentColumn: number;
  readonly depth: number;
}

interface Fence {
  readonly char: number;
  readonly length: number;
  readonly container: number;
  readonly quote: number;
}

interface Scan {
  readonly blocks: Block[];
  /** Open list items for each depth of quotes. */
  readonly lists: OpenItem[][];
  open: ItemBlock | ParagraphBlock | null;
  table: TableBlock | null;
  fence: Fence | null;
  html: RegExp | 'blank' | null;
  quote: number;
  /** The line held a comment. */
  isBlanked: boolean;
  line: number;
  /** Offset of the line. */
  start: number;
  readonly keep: ((line: string) => boolean) | null;
  /** The open item, while no line of it is kept. */
  passedOver: ItemBlock | null;
  /** The last item that was passed over without being made. */
  readonly passing: PassedItem;
}

/** One object for all items that nobody looks for. */
interface PassedItem extends Omit<{ -readonly [Key in keyof ItemBlock]: ItemBlock[Key] }, 'mark'> {
  readonly mark: null;
  source: string;
  contentAt: number;
}

const LINES_A_STEP = 400;
const CHARACTERS_A_STEP = 100_000;
/** Few people write longer lines; what lies beyond is not read, so that no pattern can make reading slow. */
const MAX_LINE = 2000;
/** Of a longer line nothing is read. */
const LONGEST_LINE = 50_000;
/** Likewise for one paragraph or item. */
const MAX_TEXT = 2000;
const MAX_NESTING = 60;
const BOX = /^\[([^\]])\][ \t]+(?=\S)/u;

/**
 * Scans a note's blocks line by line, as CommonMark and Obsidian see them, yielding every few hundred lines. With `keep`,
 * list items none of whose lines it takes are left out.
 */
export function* scanBlocks(
  text: string,
  keep: ((line: string) => boolean) | null = null,
): Generator<void, ScannedNote> {
  const scan: Scan = {
    blocks: [],
    lists: [],
    open: null,
    table: null,
    fence: null,
    html: null,
    quote: 0,
    isBlanked: false,
    line: 0,
    start: 0,
    keep,
    passedOver: null,
    passing: {
      type: 'item',
      depth: 0,
      ordered: false,
      mark: null,
      text: '',
      line: 0,
      endLine: 0,
      quote: 0,
      start: 0,
      source: '',
      contentAt: 0,
    },
  };
  const managed: ManagedBlock[] = [];
  const comments: CommentState = { inPercent: false, inHtml: false, noHtmlEnd: false };
  const hasComments = text.includes('%%') || text.includes('<!--');
  const frontMatter = frontMatterOf(text);
  let start = frontMatter ? frontMatter.end : text.charCodeAt(0) === 0xfeff ? 1 : 0;
  scan.line = frontMatter ? frontMatter.lines : 0;
  let read = 0;
  while (start <= text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const next = end + 1;
    const bare = text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end;
    const raw = text.slice(start, bare);
    scan.start = start;
    const block =
      hasComments && raw.startsWith(BLOCK_BEGIN) && !scan.fence && !scan.html && !comments.inPercent && !comments.inHtml
        ? managedBlockAt(text, start, bare)
        : null;
    if (block) {
      // What Shipshape wrote was read elsewhere; its last fence follows as a comment of its own.
      managed.push(block);
      for (let at = end; at < block.contentEnd - 1; at = text.indexOf('\n', at + 1)) scan.line++;
      scanLine(scan, '', '');
      start = block.contentEnd;
      scan.line++;
      continue;
    }
    if (raw.length > LONGEST_LINE) {
      if (!scan.fence) yield* passLongLine(raw, comments);
      scanLine(scan, '', 'x');
    } else if (scan.fence && !comments.inPercent && !comments.inHtml) scanFenced(scan, raw);
    else {
      const after = end;
      const line = hasComments ? blankComments(raw, comments, () => text.indexOf('-->', after) >= 0) : raw;
      scanLine(scan, line.length > MAX_LINE ? line.slice(0, MAX_LINE) : line, raw);
    }
    read += next - start;
    start = next;
    scan.line++;
    if (scan.line % LINES_A_STEP !== 0 && read < CHARACTERS_A_STEP) continue;
    read = 0;
    yield;
  }
  return { blocks: scan.blocks, frontMatter: frontMatter?.source ?? null, managed, lines: scan.line };
}

function listsAt(scan: Scan, quote: number): OpenItem[] {
  let list = scan.lists[quote];
  if (!list) {
    list = [];
    scan.lists[quote] = list;
  }
  return list;
}

/** Inside a fence nothing is read; it ends at its closing line or when its container ends. */
function scanFenced(scan: Scan, raw: string): void {
  const fence = scan.fence;
  if (!fence) return;
  const prefix =
    fence.quote > 0 || raw.trimStart().startsWith('>')
      ? quotePrefix(raw, fence.container)
      : { depth: 0, at: 0, column: 0 };
  const inside = fence.quote === 0 || prefix.depth >= fence.quote;
  const indent = fence.quote === 0 ? indentOf(raw, 0, 0) : indentOf(raw, prefix.at, prefix.column);
  // Four columns in, such a line is code itself.
  if (inside && indent.column < fence.container + 4 && closesFence(raw, indent.at, fence)) scan.fence = null;
  else if (!inside || (indent.at < raw.length && indent.column < fence.container)) {
    scan.fence = null;
    scanLine(scan, raw, raw);
  }
}

function scanLine(scan: Scan, line: string, raw: string): void {
  const outer = scan.lists[0];
  const prefix = line.includes('>')
    ? quotePrefix(line, outer?.[outer.length - 1]?.contentColumn ?? 0)
    : { depth: 0, at: 0, column: 0 };
  const { column, at } = indentOf(line, prefix.at, prefix.column);
  if (at >= line.length) {
    // A line that only held a comment does not end the paragraph it stands in.
    if (raw.trim() === '' || prefix.depth > 0) blankLine(scan);
    return;
  }
  if (scan.html) {
    if (scan.html !== 'blank' && scan.html.test(line)) scan.html = null;
    return;
  }
  const lazy = prefix.depth < scan.quote && scan.open !== null && !startsBlock(line, at, column);
  if (prefix.depth !== scan.quote && !lazy) changeQuote(scan, prefix.depth);
  scan.isBlanked = line !== raw && raw !== '';
  scanContent(scan, line, at, column);
}

function blankLine(scan: Scan): void {
  scan.open = null;
  scan.table = null;
  if (scan.html === 'blank') scan.html = null;
}

function changeQuote(scan: Scan, depth: number): void {
  scan.open = null;
  scan.table = null;
  if (depth > scan.quote) scan.lists.length = Math.min(scan.lists.length, scan.quote + 1);
  scan.quote = depth;
}

/** True when a line cannot be a lazy continuation of a paragraph in a quote. */
function startsBlock(line: string, at: number, column: number): boolean {
  return (
    column < 4 &&
    (atxLevel(line, at) > 0 ||
      isThematicBreak(line, at) ||
      fenceOpening(line, at) !== null ||
      listMarker(line, at, column) !== null)
  );
}

function scanContent(scan: Scan, line: string, at: number, column: number): void {
  const items = listsAt(scan, scan.quote);
  let keep = items.length;
  while (keep > 0 && column < (items[keep - 1]?.contentColumn ?? 0)) keep--;
  const container = keep > 0 ? (items[keep - 1]?.contentColumn ?? 0) : 0;
  const relative = column - container;
  const code = line.charCodeAt(at);
  if (relative < 4) {
    if (code === 35 && heading(scan, line, at, keep)) return;
    if (code === 96 || code === 126) {
      const fence = fenceOpening(line, at);
      if (fence) {
        closeTo(scan, items, keep);
        scan.fence = { ...fence, container, quote: scan.quote };
        return;
      }
    }
    if (code === 60) {
      const html = htmlBlockEnd(line, at, scan.open !== null);
      if (html) {
        closeTo(scan, items, keep);
        scan.html = html !== 'blank' && html.test(line.slice(at + 1)) ? null : html;
        return;
      }
    }
    if ((code === 61 || code === 45) && scan.open?.type === 'paragraph' && setext(scan, line, at, keep)) return;
    if (isThematicBreak(line, at)) {
      closeTo(scan, items, keep);
      return;
    }
    const marker = listMarker(line, at, column);
    if (marker && mayStart(scan, marker, keep < items.length || keep > 0)) {
      closeTo(scan, items, keep);
      addItem(scan, items, line, { at, column, marker });
      return;
    }
  } else if (!scan.open) return; // indented code
  addText(scan, items, keep, line, at);
}

/** A numbered list interrupts a paragraph only when it starts with 1, and an empty item never does. */
function mayStart(scan: Scan, marker: ListMarker, inList: boolean): boolean {
  return scan.open === null || (scan.open.type === 'item' && inList) || (marker.startsList && !marker.empty) || inList;
}

/** Runs of blanks say nothing in prose, and patterns are slow on them. */
function tidy(text: string): string {
  return text.includes('  ') || text.includes('\t') ? text.replace(/[^\S\n]+/g, ' ').trimEnd() : text.trimEnd();
}

function closeTo(scan: Scan, items: OpenItem[], keep: number): void {
  if (items.length !== keep) items.length = keep;
  scan.open = null;
  scan.table = null;
}

function heading(scan: Scan, line: string, at: number, keep: number): boolean {
  const level = atxLevel(line, at);
  if (level === 0) return false;
  closeTo(scan, listsAt(scan, scan.quote), keep);
  const text = tidy(line.slice(at + level))
    .replace(/ #+$/, '')
    .trim();
  scan.blocks.push({
    type: 'heading',
    level,
    text: /^#+$/.test(text) ? '' : text,
    line: scan.line,
    endLine: scan.line,
    quote: scan.quote,
    topLevel: scan.quote === 0 && keep === 0,
  });
  return true;
}

function setext(scan: Scan, line: string, at: number, keep: number): boolean {
  const open = scan.open;
  const level = setextLevel(line, at);
  // "- <!-- add yours -->" is an item whose comment was blanked, not the line below a heading.
  if (level === 0 || scan.isBlanked || open?.type !== 'paragraph' || (open.inItem && keep === 0) || scan.table)
    return false;
  scan.blocks.pop();
  scan.blocks.push({
    type: 'heading',
    level,
    text: open.text.replace(/\s*\n\s*/g, ' ').trim(),
    line: open.line,
    endLine: scan.line,
    quote: scan.quote,
    topLevel: scan.quote === 0 && !open.inItem,
  });
  scan.open = null;
  return true;
}

interface MarkerPlace {
  readonly at: number;
  readonly column: number;
  readonly marker: ListMarker;
}

/** Adds the item, and those that start on the same line inside it ("- 1. text"). */
function addItem(scan: Scan, items: OpenItem[], line: string, first: MarkerPlace): void {
  let place: MarkerPlace | null = first;
  while (place && items.length < MAX_NESTING) {
    const column: number = place.column;
    const marker: ListMarker = place.marker;
    const depth = items.length;
    const contentColumn = column + marker.width;
    items.push({ contentColumn, depth });
    const next = line.charCodeAt(marker.contentAt);
    if (scan.keep !== null && !scan.keep(line) && !mayNest(next)) {
      passOver(scan, line, place, depth);
      return;
    }
    const fence = next === 96 || next === 126 ? fenceOpening(line, marker.contentAt) : null;
    if (fence) {
      scan.fence = { ...fence, container: contentColumn, quote: scan.quote };
      return;
    }
    const content = line.slice(marker.contentAt);
    const box = next === 91 ? BOX.exec(content) : null;
    const inner: ListMarker | null =
      box || marker.empty || !mayNest(next) ? null : listMarker(line, marker.contentAt, contentColumn);
    if (inner && !inner.empty && !isThematicBreak(line, marker.contentAt)) {
      place = { at: marker.contentAt, column: contentColumn, marker: inner };
      continue;
    }
    const text = tidy(box ? content.slice(box[0].length) : content);
    const item: ItemBlock = {
      type: 'item',
      depth,
      ordered: marker.ordered,
      mark: box?.[1] ?? null,
      text,
      line: scan.line,
      endLine: scan.line,
      quote: scan.quote,
      start: scan.start,
    };
    if (scan.keep === null || scan.keep(line)) scan.blocks.push(item);
    else scan.passedOver = item;
    scan.open = marker.empty ? null : item;
    place = null;
  }
}

/** What may begin a list or a fence inside an item: a bullet, a digit, a backtick or a tilde. */
function mayNest(code: number): boolean {
  return code === 45 || code === 42 || code === 43 || (code >= 48 && code <= 57) || code === 96 || code === 126;
}

/** An item that nobody looks for; it is made only if a further line of it is looked for. */
function passOver(scan: Scan, line: string, { marker }: MarkerPlace, depth: number): void {
  const item = scan.passing;
  item.depth = depth;
  item.ordered = marker.ordered;
  item.source = line;
  item.contentAt = marker.contentAt;
  item.line = item.endLine = scan.line;
  item.quote = scan.quote;
  item.start = scan.start;
  item.text = '';
  scan.open = scan.passedOver = marker.empty ? null : item;
}

/** The item that was passed over, with its first line. */
function madeOf({ source, contentAt, text: further, ...place }: PassedItem): ItemBlock {
  const content = source.slice(contentAt);
  const box = BOX.exec(content);
  return { ...place, mark: box?.[1] ?? null, text: `${tidy(box ? content.slice(box[0].length) : content)}${further}` };
}

function addText(scan: Scan, items: OpenItem[], keep: number, line: string, at: number): void {
  const text = tidy(line.slice(at));
  const table = scan.table;
  if (table) {
    table.rows.push({ cells: tableCells(text), line: scan.line, text });
    table.endLine = scan.line;
    return;
  }
  const open = scan.open;
  if (open) {
    if (open.type === 'paragraph' && isTableDelimiter(text)) {
      startTable(scan, open);
      return;
    }
    if (open === scan.passedOver && scan.keep?.(text)) {
      const item = open === scan.passing ? madeOf(scan.passing) : open;
      scan.blocks.push(item);
      scan.passedOver = null;
      scan.open = item;
      item.text += `\n${text}`;
      item.endLine = scan.line;
      return;
    }
    if (open.text.length + text.length < MAX_TEXT) open.text += `\n${text}`;
    open.endLine = scan.line;
    return;
  }
  items.length = keep;
  const paragraph: ParagraphBlock = {
    type: 'paragraph',
    inItem: keep > 0,
    text,
    line: scan.line,
    endLine: scan.line,
    quote: scan.quote,
    start: scan.start,
  };
  scan.blocks.push(paragraph);
  scan.open = paragraph;
}

/** The paragraph's last line becomes the header; what stands before it stays a paragraph. */
function startTable(scan: Scan, paragraph: ParagraphBlock): void {
  const cut = paragraph.text.lastIndexOf('\n');
  const header = tableCells(paragraph.text.slice(cut + 1));
  if (cut < 0) scan.blocks.pop();
  else {
    paragraph.text = paragraph.text.slice(0, cut);
    paragraph.endLine = scan.line - 2;
  }
  const table: TableBlock = {
    type: 'table',
    header,
    rows: [],
    line: scan.line - 1,
    endLine: scan.line,
    quote: scan.quote,
  };
  scan.blocks.push(table);
  scan.table = table;
  scan.open = null;
}
