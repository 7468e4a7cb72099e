import type { ProcessDescription, ProcessStep } from '../../domain/process';
import { inertText } from '../../domain/inert-text';
import { linked } from '../../domain/process-links';
import type { Block, ItemBlock } from '../blocks/block';
import { scanWhole } from '../blocks/scan-whole';
import { wordsAlone } from '../any-word';
import { withoutBlockId, withoutSigns } from '../field-edit';
import { inlineFields } from '../inline-fields';
import { boundsOfLines } from '../item-lines';
import { applyEdits, lineEndOf, type TextEdit } from '../text-edit';
import type { StepChange } from './read-change';
import { readProcess } from './read-process';
import { placeOf } from './sentences';

/**
 * Why a change is not written: the steps are no longer those that were shown; the step stands in running text, shares its
 * line, or has lines of its own below it, and only a person can change it; the words would change other steps.
 */
export type ChangeProblem = 'moved' | 'not-a-line' | 'unclear';

/** A line's beginning: quote marks and indent, the marker, the blank behind it, the box. */
const BULLET = /^([\ufeff\s>]*)([-*+]|\d{1,9}[.)])([ \t]+)(?:\[[^\]]\][ \t]+)?/;
const EMPTY_ITEM = /^[\s>]*(?:[-*+]|\d{1,9}[.)])[ \t]*(?:\[ \][ \t]*)?$/;
/** A field or a tag at the end of a line. */
const TAG = /[ \t]#[^\s#]+$/;

/** One step in a form that can be compared: the same words, said of the same person, place and time. */
export function stepKey({ actor, action, tool, timing }: ProcessStep): string {
  return JSON.stringify([actor, action, tool, timing]);
}

/**
 * The edits that change one step of a process note: one whole list line, and the numbers of the steps behind it. `shown`
 * are the keys of the steps as the person saw them. Read back, the note has the change and all other steps as before;
 * otherwise nothing is written.
 */
export function changeEdits(
  text: string,
  change: StepChange,
  shown: readonly string[],
): { readonly edits: readonly TextEdit[] } | { readonly problem: ChangeProblem } {
  const description = readProcess(text);
  const { steps } = description;
  if (steps.length !== shown.length || steps.some((step, index) => stepKey(step) !== shown[index]))
    return { problem: 'moved' };
  const note = noteOf(text, description);
  // People whom the note links stay linked.
  const lines = linesToWrite(change.exchange ? (exchangedIn(note, change) ?? '') : change.words).map((line) =>
    linked(line, description.links),
  );
  if (change.kind !== 'remove' && lines.length === 0) return { problem: 'unclear' };
  const at = change.kind === 'add' ? (change.at ?? lastOfSection(note)) : (change.at ?? -1);
  const edits = change.kind === 'add' ? addition(note, lines, at) : alteration(note, lines, note.itemOf(at));
  if (edits === null) return { problem: 'not-a-line' };
  return keepsOthers(applyEdits(text, edits), { ...change, at }, steps) ? { edits } : { problem: 'unclear' };
}

/** The words of the step that a change means as they are written, with its words exchanged; null where they do not stand there once. */
export function exchangedWords(text: string, change: StepChange): string | null {
  return exchangedIn(noteOf(text, readProcess(text)), change);
}

function exchangedIn({ text, itemOf, bounds }: Note, { at, exchange }: StepChange): string | null {
  const item = itemOf(at ?? -1);
  if (!item || !exchange) return null;
  const { start, end } = bounds(item.line);
  const source = text.slice(start, end);
  const words = source.slice(BULLET.exec(source)?.[0].length ?? 0, endOfWords(source));
  const whole = wordsAlone(exchange.from, 'giu');
  return [...words.matchAll(whole)].length === 1
    ? words.replace(whole, (_, lead: string) => `${lead}${exchange.to}`)
    : null;
}

function withoutField(line: string): string {
  const last = inlineFields(line).pop();
  return last?.end === line.length ? line.slice(0, last.start) : line;
}

/** Where the words of a list line end: before its fields, tags, signs and block id. */
function endOfWords(line: string): number {
  let bare = line.trimEnd();
  for (let shorter = bare; ; bare = shorter) {
    shorter = withoutField(withoutSigns(withoutBlockId(bare)))
      .replace(TAG, '')
      .trimEnd();
    if (shorter === bare) return bare.length;
  }
}

interface Note {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly steps: readonly ProcessStep[];
  /** Where each line starts and ends (without its line end). */
  readonly bounds: (line: number) => { readonly start: number; readonly end: number };
  readonly lineCount: number;
  /** The list item that is a step and nothing else. */
  readonly itemOf: (step: number) => ItemBlock | null;
}

function noteOf(text: string, { steps, sentences }: ProcessDescription): Note {
  const { blocks } = scanWhole(text);
  const { count, bounds } = boundsOfLines(text);
  const itemOf = (index: number): ItemBlock | null => {
    const source = steps[index]?.source ?? -1;
    const line = (sentences[source]?.line ?? 0) - 1;
    const item = blocks.find((block): block is ItemBlock => block.type === 'item' && block.line === line);
    const isAlone =
      item?.endLine === line &&
      steps.filter((step) => step.source === source).length === 1 &&
      sentences.filter((sentence) => sentence.line === line + 1).length === 1;
    return item && isAlone ? item : null;
  };
  return { text, blocks, steps, bounds, lineCount: count, itemOf };
}

/** One step a line, without markers of its own, and nothing that could open a comment. */
function linesToWrite(words: string): string[] {
  return words
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/%%/g, ' ')
        .replace(/^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[^\]]\]\s+)?/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .map((line) =>
      line
        .split(/(`[^`]*`)/)
        .map((part, index) => (index % 2 === 1 ? part : inertText(part)))
        .join(''),
    )
    .filter(Boolean);
}

/** "At the end" is the end of the section of steps, and not of another list further down. */
function lastOfSection({ blocks, steps, itemOf }: Note): number {
  const sections = steps.map((_, index) => {
    const item = itemOf(index);
    return item
      ? blocks
          .slice(0, blocks.indexOf(item))
          .filter((block) => block.type === 'heading')
          .pop()
      : undefined;
  });
  const own =
    sections.find((heading) => heading?.type === 'heading' && placeOf(heading.text) === 'steps') ?? sections[0];
  return sections.lastIndexOf(own);
}

/** Another wording of a list line, or the line gone. */
function alteration(note: Note, lines: readonly string[], item: ItemBlock | null): TextEdit[] | null {
  if (!item) return null;
  const { text, bounds } = note;
  const { start, end } = bounds(item.line);
  const source = text.slice(start, end);
  const bullet = BULLET.exec(source);
  // What nobody sees may go on in other lines.
  if (!bullet || /%%|<!--/.test(source)) return null;
  const tail = source.slice(Math.max(endOfWords(source), bullet[0].length));
  if (source.slice(bullet[0].length, source.length - tail.length).includes('::')) return null;
  const [first] = lines;
  const hasMore = lastLineOf(note, item) > item.line;
  if (first === undefined) {
    // What hangs below it would hang below another step.
    if (hasMore) return null;
    const after = bounds(item.line + 1).start;
    return [{ start, end: after > end ? after : end, insert: '' }, ...renumbered(note, item, -1)];
  }
  // A line directly below belongs to it, and may be a part of its words.
  const next = note.lineCount > item.line + 1 ? text.slice(bounds(item.line + 1).start, bounds(item.line + 1).end) : '';
  if (hasMore && next.trim() !== '' && !BULLET.test(next)) return null;
  const more = lines
    .slice(1)
    .map((line, index) => `${lineEndOf(text)}${beginning(bullet, index + 1)}${line}`)
    .join('');
  if (more !== '' && hasMore) return null;
  return [
    { start: start + bullet[0].length, end, insert: `${first}${tail.replace(/[ \t]+$/, '')}${more}` },
    ...(lines.length > 1 ? renumbered(note, item, lines.length - 1) : []),
  ];
}

/** Lines behind a step (−1: before the first), or in the section that has none yet. */
function addition(note: Note, lines: readonly string[], at: number): TextEdit[] | null {
  const { text, steps, bounds } = note;
  const eol = lineEndOf(text);
  if (steps.length === 0) return [intoSection(note, lines, eol)];
  const item = note.itemOf(Math.max(0, at));
  const { start, end } = item ? bounds(item.line) : { start: 0, end: 0 };
  const bullet = item ? BULLET.exec(text.slice(start, end)) : null;
  if (!item || !bullet) return null;
  if (at < 0) {
    const head = /^\ufeff/.exec(text.slice(start))?.[0].length ?? 0;
    const before = lines.map((line, index) => `${beginning(bullet, index).slice(head)}${line}${eol}`).join('');
    const rest = renumbered(note, item, lines.length, true);
    return [{ start: start + head, end: start + head, insert: before }, ...rest];
  }
  const position = bounds(lastLineOf(note, item)).end;
  return [
    {
      start: position,
      end: position,
      insert: lines.map((line, index) => `${eol}${beginning(bullet, index + 1).replace('\ufeff', '')}${line}`).join(''),
    },
    ...renumbered(note, item, lines.length),
  ];
}

/** The last line of an item with all that belongs to it: what stands directly below it, and what is indented further. */
function lastLineOf({ text, bounds, lineCount }: Note, item: ItemBlock): number {
  const read = (line: number): string => text.slice(bounds(line).start, bounds(line).end);
  const indent = BULLET.exec(read(item.line))?.[1]?.length ?? 0;
  let last = item.endLine;
  let isDirect = true;
  for (let line = item.endLine + 1; line < lineCount; line++) {
    const content = read(line);
    const lead = /^[\s>]*/.exec(content)?.[0].length ?? 0;
    if (lead === content.length) isDirect = false;
    // Blank lines belong to it only when more of it follows.
    else if (lead > indent) last = line;
    else if (isDirect && !BULLET.test(content) && !/^[\s>]*(?:#{1,6}\s|```|~~~|%%)/.test(content)) last = line;
    else return last;
  }
  return last;
}

/** The section of steps that has none yet: its empty item, or the line below its heading; else a new one at the end. */
function intoSection({ text, blocks, bounds, lineCount }: Note, lines: readonly string[], eol: string): TextEdit {
  const list = lines.map((line, index) => `${index + 1}. ${line}`).join(eol);
  const headings = blocks
    .filter((block) => block.type === 'heading')
    .filter((block) => block.topLevel && placeOf(block.text) === 'steps');
  const heading =
    headings.find((block) => /^\W*steps?\W*$/i.test(block.text)) ?? headings.find(({ level }) => level > 1);
  if (!heading)
    return {
      start: text.length,
      end: text.length,
      insert: `${text === '' || text.endsWith('\n') ? '' : eol}${eol}## Steps${eol}${list}${eol}`,
    };
  for (let line = heading.endLine + 1; line < lineCount; line++) {
    const { start, end } = bounds(line);
    const content = text.slice(start, end);
    if (content.trim() === '') continue;
    // A template leaves an empty item.
    if (EMPTY_ITEM.test(content)) return { start, end, insert: list };
    break;
  }
  const { end } = bounds(heading.endLine);
  const next = bounds(heading.endLine + 1);
  const isTight = next.end > next.start;
  return { start: end, end, insert: `${eol}${list}${isTight ? eol : ''}` };
}

/**
 * The edits that move the numbers of the items behind one (or of it, too); a list that does not count stays as it is, and
 * so does one where a longer number would no longer hold what hangs below it.
 */
function renumbered(note: Note, item: ItemBlock, by: number, itself = false): TextEdit[] {
  const { text, blocks, bounds } = note;
  const edits: TextEdit[] = [];
  const bulletAt = (line: number): RegExpExecArray | null =>
    BULLET.exec(text.slice(bounds(line).start, bounds(line).end));
  let expected = number(bulletAt(item.line));
  if (expected === null) return [];
  const move = (block: ItemBlock, bullet: RegExpExecArray, own: number): boolean => {
    const [, indent = '', marker = ''] = bullet;
    const value = String(own + by).padStart(/^0/.test(marker) ? marker.length - 1 : 0, '0');
    if (value.length !== marker.length - 1 && lastLineOf(note, block) > block.line) return false;
    const at = bounds(block.line).start + indent.length;
    edits.push({ start: at, end: at + marker.length - 1, insert: value });
    return true;
  };
  const first = bulletAt(item.line);
  if (itself && first && !move(item, first, expected)) return [];
  for (const block of blocks.slice(blocks.indexOf(item) + 1)) {
    if (block.type === 'heading') break;
    if (block.type !== 'item' || block.depth !== item.depth || block.quote !== item.quote) continue;
    const bullet = bulletAt(block.line);
    const own = number(bullet);
    if (!bullet || own !== expected + 1) break;
    if (!move(block, bullet, own)) return [];
    expected = own;
  }
  return edits;
}

function number(bullet: RegExpExecArray | null): number | null {
  const found = /^\d+/.exec(bullet?.[2] ?? '');
  return found ? Number(found[0]) : null;
}

/** A line's beginning like another's, so many items behind it; a new box is open. */
function beginning(bullet: RegExpExecArray, behind: number): string {
  const [whole, indent = '', marker = '', blank = ''] = bullet;
  const own = number(bullet);
  const next =
    own === null
      ? marker
      : `${String(own + behind).padStart(/^0/.test(marker) ? marker.length - 1 : 0, '0')}${marker.slice(-1)}`;
  return `${indent}${next}${blank}${/\[[^\]]\]/.test(whole) ? '[ ] ' : ''}`;
}

/** Read back, all steps but the changed one are as before. */
function keepsOthers(after: string, { kind, at }: StepChange, before: readonly ProcessStep[]): boolean {
  const now = readProcess(after).steps;
  const own = at ?? -1;
  const [head, tail] =
    kind === 'add' ? [before.slice(0, own + 1), before.slice(own + 1)] : [before.slice(0, own), before.slice(own + 1)];
  const least = head.length + tail.length + (kind === 'remove' ? 0 : 1);
  if (kind === 'remove' ? now.length !== least : now.length < least) return false;
  const same = (step: ProcessStep, other: ProcessStep | undefined): boolean =>
    other !== undefined && stepKey(step) === stepKey(other);
  return (
    head.every((step, index) => same(step, now[index])) &&
    tail.every((step, index) => same(step, now[now.length - tail.length + index]))
  );
}
