import type { ProcessStep } from '../../domain/process';
import type { Block, ItemBlock } from '../blocks/block';
import { scanWhole } from '../blocks/scan-whole';
import { lineBounds } from '../item-lines';
import { applyEdits, type TextEdit } from '../text-edit';
import type { StepChange } from './read-change';
import { readProcess } from './read-process';
import { placeOf } from './sentences';

/**
 * Why a change is not written: the steps are no longer those that were shown; the step stands in running text, or in a
 * line with others, and only a person can change it; the words would change other steps.
 */
export type ChangeProblem = 'moved' | 'not-a-line' | 'unclear';

/** A line's beginning: quote marks and indent, the marker, the blank behind it, the box. */
const BULLET = /^([\ufeff\s>]*)([-*+]|\d{1,9}[.)])([ \t]+)(?:\[[^\]]\][ \t]+)?/;
const EMPTY_ITEM = /^[\s>]*(?:[-*+]|\d{1,9}[.)])[ \t]*$/;

/**
 * The edits that change one step of a process note: whole list lines, and the numbers of the steps behind them. `shown`
 * are the actions of the steps as the person saw them. Read back, the note has the change and all other steps as before;
 * otherwise nothing is written.
 */
export function changeEdits(text: string, change: StepChange, shown: readonly string[]): { readonly edits: readonly TextEdit[] } | { readonly problem: ChangeProblem } {
  const { steps, sentences } = readProcess(text);
  if (steps.length !== shown.length || steps.some(({ action }, index) => action !== shown[index])) return { problem: 'moved' };
  const { blocks } = scanWhole(text);
  const lines = linesToWrite(change.words);
  if (change.kind !== 'remove' && lines.length === 0) return { problem: 'unclear' };
  const itemOf = (index: number): ItemBlock | null => {
    const source = steps[index]?.source ?? -1;
    const line = (sentences[source]?.line ?? 0) - 1;
    const item = blocks.find((block): block is ItemBlock => block.type === 'item' && block.line <= line && line <= block.endLine);
    const isAlone = steps.filter((step) => step.source === source).length === 1 && item !== undefined && sentences.filter((sentence) => sentence.line > item.line && sentence.line <= item.endLine + 1).length === 1;
    return item && isAlone ? item : null;
  };
  const edits = change.kind === 'add' ? addition(text, blocks, lines, change.at ?? steps.length - 1, steps, itemOf) : alteration(text, blocks, lines, change.at === null ? null : itemOf(change.at));
  if (edits === null) return { problem: 'not-a-line' };
  return keepsOthers(applyEdits(text, edits), change, steps) ? { edits } : { problem: 'unclear' };
}

/** One step a line, without markers of its own, and nothing that could open a comment. */
function linesToWrite(words: string): string[] {
  return words.split(/\r?\n/).map((line) => line.replace(/%%|<!--/g, ' ').replace(/^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[^\]]\]\s+)?/, '').replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** Another wording of a list line, or the line gone. */
function alteration(text: string, blocks: readonly Block[], lines: readonly string[], item: ItemBlock | null): TextEdit[] | null {
  if (!item) return null;
  const { start } = lineBounds(text, item.line);
  const { end } = lineBounds(text, item.endLine);
  const bullet = BULLET.exec(text.slice(start, end));
  if (!bullet) return null;
  const [first] = lines;
  if (first === undefined) {
    // What hangs below it would hang below another step.
    if (lastLineOf(text, item) > item.endLine) return null;
    const after = lineBounds(text, item.endLine + 1).start;
    return [{ start, end: after > end ? after : end, insert: '' }, ...renumbered(text, blocks, item, -1)];
  }
  const id = /[ \t]+\^[A-Za-z0-9-]+[ \t]*$/.exec(text.slice(start, end))?.[0] ?? '';
  const more = lines.slice(1).map((line, index) => `${lineEnd(text)}${beginning(bullet, index + 1)}${line}`).join('');
  return [{ start: start + bullet[0].length, end, insert: `${first}${id}${more}` }, ...(lines.length > 1 ? renumbered(text, blocks, item, lines.length - 1) : [])];
}

/** Lines behind a step (−1: before the first), or in the section that has none yet. */
function addition(text: string, blocks: readonly Block[], lines: readonly string[], at: number, steps: readonly ProcessStep[], itemOf: (index: number) => ItemBlock | null): TextEdit[] | null {
  const eol = lineEnd(text);
  if (steps.length === 0) return [intoSection(text, blocks, lines, eol)];
  const item = itemOf(Math.max(0, at));
  const { start, end } = item ? lineBounds(text, item.line) : { start: 0, end: 0 };
  const bullet = item ? BULLET.exec(text.slice(start, end)) : null;
  if (!item || !bullet) return null;
  if (at < 0) {
    const head = /^\ufeff/.exec(text.slice(start))?.[0].length ?? 0;
    const own = number(bullet);
    const before = lines.map((line, index) => `${beginning(bullet, index).slice(head)}${line}${eol}`).join('');
    return [{ start: start + head, end: start + head, insert: before }, ...(own === null ? [] : [numberEdit(start, bullet, own + lines.length)]), ...renumbered(text, blocks, item, lines.length)];
  }
  const position = lineBounds(text, lastLineOf(text, item)).end;
  return [{ start: position, end: position, insert: lines.map((line, index) => `${eol}${beginning(bullet, index + 1).replace('\ufeff', '')}${line}`).join('') }, ...renumbered(text, blocks, item, lines.length)];
}

/** The last line of an item with all that hangs below it: what is indented further than its marker. */
function lastLineOf(text: string, item: ItemBlock): number {
  const indent = bulletAt(text, item)?.[1]?.length ?? 0;
  let last = item.endLine;
  for (let line = item.endLine + 1; ; line++) {
    const { start, end } = lineBounds(text, line);
    if (start >= text.length) return last;
    const content = text.slice(start, end);
    const lead = /^[\s>]*/.exec(content)?.[0].length ?? 0;
    // Blank lines belong to it only when more of it follows.
    if (lead === content.length) continue;
    if (lead <= indent) return last;
    last = line;
  }
}

function intoSection(text: string, blocks: readonly Block[], lines: readonly string[], eol: string): TextEdit {
  const list = lines.map((line, index) => `${index + 1}. ${line}`).join(eol);
  const heading = blocks.find((block) => block.type === 'heading' && placeOf(block.text) === 'steps');
  if (!heading) return { start: text.length, end: text.length, insert: `${text === '' || text.endsWith('\n') ? '' : eol}${eol}## Steps${eol}${list}${eol}` };
  const below = lineBounds(text, heading.endLine + 1);
  const hasLine = below.start > lineBounds(text, heading.endLine).end;
  // A template leaves an empty item.
  if (hasLine && EMPTY_ITEM.test(text.slice(below.start, below.end))) return { start: below.start, end: below.end, insert: list };
  const { end } = lineBounds(text, heading.endLine);
  return { start: end, end, insert: `${eol}${list}` };
}

/** The edits that move the numbers of the items behind one; a list that does not count stays as it is. */
function renumbered(text: string, blocks: readonly Block[], item: ItemBlock, by: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let expected = number(bulletAt(text, item));
  if (expected === null) return [];
  let last = lastLineOf(text, item);
  for (const block of blocks.slice(blocks.indexOf(item) + 1)) {
    // What hangs below an item does not count.
    if (block.line <= last) continue;
    const bullet = block.type === 'item' && block.depth === item.depth ? bulletAt(text, block) : null;
    const own = number(bullet);
    if (block.type !== 'item' || !bullet || own !== expected + 1) break;
    edits.push(numberEdit(lineBounds(text, block.line).start, bullet, own + by));
    expected = own;
    last = lastLineOf(text, block);
  }
  return edits;
}

function bulletAt(text: string, { line }: ItemBlock): RegExpExecArray | null {
  const { start, end } = lineBounds(text, line);
  return BULLET.exec(text.slice(start, end));
}

function number(bullet: RegExpExecArray | null): number | null {
  const found = /^\d+/.exec(bullet?.[2] ?? '');
  return found ? Number(found[0]) : null;
}

function numberEdit(start: number, [, indent = '', marker = '']: RegExpExecArray, value: number): TextEdit {
  const at = start + indent.length;
  return { start: at, end: at + marker.length - 1, insert: String(value) };
}

/** A line's beginning like another's, so many items behind it; a new box is open. */
function beginning(bullet: RegExpExecArray, behind: number): string {
  const [whole, indent = '', marker = '', blank = ''] = bullet;
  const own = number(bullet);
  return `${indent}${own === null ? marker : `${own + behind}${marker.slice(-1)}`}${blank}${whole.endsWith(blank) && !/\[[^\]]\]/.test(whole) ? '' : '[ ] '}`;
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Read back, all steps but the changed one are as before. */
function keepsOthers(after: string, { kind, at }: StepChange, before: readonly ProcessStep[]): boolean {
  const same = (a: ProcessStep | undefined, b: ProcessStep | undefined): boolean => a?.action === b?.action && a?.actor === b?.actor && a?.tool === b?.tool && a?.timing === b?.timing;
  const now = readProcess(after).steps;
  const [head, tail] = kind === 'add' ? [at === null ? before : before.slice(0, at + 1), at === null ? [] : before.slice(at + 1)] : [before.slice(0, at ?? 0), before.slice((at ?? 0) + 1)];
  const least = head.length + tail.length + (kind === 'remove' ? 0 : 1);
  if (kind === 'remove' ? now.length !== least : now.length < least) return false;
  return head.every((step, index) => same(step, now[index])) && tail.every((step, index) => same(step, now[now.length - tail.length + index]));
}
