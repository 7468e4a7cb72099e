import { ended } from '../domain/in-slices';
import type { Block } from './blocks/block';
import { scanBlocks } from './blocks/scan-blocks';
import { plainText } from './inline';
import { applyEdits, lineEndOf, type TextEdit } from './text-edit';
import { labelLookup, type SectionKind, type Vocabulary } from './vocabulary';

/** Where a line is to stand: in the first section of this kind, or below a new heading at the end of the note. */
export interface SectionWanted {
  readonly kind: SectionKind;
  readonly heading: string;
}

/** The edit that adds a list item to a section; `refused` where it would not be read as one there. */
export function lineInSection(
  text: string,
  { kind, heading }: SectionWanted,
  line: string,
  vocabulary: Vocabulary,
): { readonly edits: readonly TextEdit[] } | { readonly problem: 'refused' } {
  const { blocks, managed } = ended(scanBlocks(text));
  const lookup = labelLookup(vocabulary);
  const at = blocks.findIndex(
    (block) => block.type === 'heading' && block.topLevel && lookup.section(plainText(block.text)) === kind,
  );
  const edit = at < 0 ? atEnd(text, blocks, heading, line) : behindItems(text, blocks, at, line);
  const isManaged = managed.some(({ start, end }) => edit.start > start && edit.start < end);
  return !isManaged && isItemIn(applyEdits(text, [edit]), line, blocks) ? { edits: [edit] } : { problem: 'refused' };
}

/** Behind the last item of the section's first list, or right below its heading. */
function behindItems(text: string, blocks: readonly Block[], at: number, line: string): TextEdit {
  const head = blocks[at];
  let last = head?.endLine ?? 0;
  for (const block of blocks.slice(at + 1)) {
    if (block.type === 'heading') break;
    if (block.type === 'item' && block.quote === 0) last = block.endLine;
    else if (last !== (head?.endLine ?? 0) && !('inItem' in block && block.inItem)) break;
  }
  const end = endOfLine(text, last === (head?.endLine ?? 0) ? last : lastOfItem(text, last));
  return { start: end, end, insert: `${lineEndOf(text)}${line}` };
}

/** The last line of what stands below an item, deeper than its margin: code, tables, further paragraphs. */
function lastOfItem(text: string, line: number): number {
  const lines = text.split('\n');
  const margin = /^[ \t]*/.exec(lines[line] ?? '')?.[0].length ?? 0;
  let last = line;
  for (let at = line + 1; at < lines.length; at++) {
    const own = (lines[at] ?? '').replace(/\r$/, '');
    if (own.trim() === '') continue;
    if ((/^[ \t]*/.exec(own)?.[0].length ?? 0) <= margin) break;
    last = at;
  }
  return last;
}

/** Below a heading of its own, as deep as the note's others. */
function atEnd(text: string, blocks: readonly Block[], heading: string, line: string): TextEdit {
  const levels = blocks.flatMap((block) =>
    block.type === 'heading' && block.topLevel && block.level > 1 ? [block.level] : [],
  );
  const mark = '#'.repeat(levels.length > 0 ? Math.min(...levels) : 2);
  const [end, newLine] = [text.length, lineEndOf(text)];
  const before = text === '' ? '' : text.endsWith('\n') ? newLine : `${newLine}${newLine}`;
  return { start: end, end, insert: `${before}${mark} ${heading}${newLine}${line}${newLine}` };
}

/** The offset behind the last character of a line, before what ends it. */
function endOfLine(text: string, wanted: number): number {
  let from = 0;
  for (let line = 0; line < wanted; line++) {
    const next = text.indexOf('\n', from);
    if (next < 0) return text.length;
    from = next + 1;
  }
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** True when the new text has this item, below the new heading where one was made, and all else as it was. */
function isItemIn(after: string, line: string, before: readonly Block[]): boolean {
  const [wanted] = ended(scanBlocks(line)).blocks;
  const [was, is] = [before.map(shapeOf), ended(scanBlocks(after)).blocks.map(shapeOf)];
  if (wanted?.type !== 'item') return false;
  const added = is.length - was.length;
  const first = is.findIndex((shape, index) => shape !== was[index]);
  return (
    (added === 1 || added === 2) &&
    first >= 0 &&
    is[first + added - 1] === shapeOf(wanted) &&
    is.slice(first + added).join('\n') === was.slice(first).join('\n')
  );
}

function shapeOf(block: Block): string {
  return JSON.stringify([
    block.type,
    block.type === 'table' ? [block.header, block.rows.map(({ cells }) => cells)] : block.text,
    block.type === 'item' ? [block.mark, block.depth] : null,
  ]);
}
