import type { CalendarDate } from '../domain/calendar-date';
import type { Improvement } from '../domain/improvement';
import { fieldEditsIn } from '../markdown/field-edit';
import { findLine, type LineIntent } from '../markdown/find-line';
import { applyEdits, type TextEdit } from '../markdown/text-edit';
import { dueSignEditIn, markEditIn, type TickProblem } from '../markdown/tick-edit';
import type { EditOutcome, NoteWriter, PlannedEdit } from './note-writer';

/** Why a line could not be changed, or what became of it. */
export type ImprovementOutcome = EditOutcome<TickProblem>;

/** What it takes to accept an improvement: one owner, a day, and how we will see that it is done. */
export interface Acceptance {
  readonly owner: string;
  readonly due: CalendarDate;
  readonly doneWhen: string;
}

/** Writes owner, day and done-means on the line. */
export function acceptImprovement(
  writer: NoteWriter,
  improvement: Improvement,
  { owner, due, doneWhen }: Acceptance,
): Promise<ImprovementOutcome> {
  return decideLine(writer, improvement, null, { owner, due, 'done when': doneWhen });
}

/** Marks it as begun. */
export function startImprovement(writer: NoteWriter, improvement: Improvement): Promise<ImprovementOutcome> {
  return decideLine(writer, improvement, '/', {});
}

/** Ticks it, with what shows that it was done, and when. */
export function implementImprovement(
  writer: NoteWriter,
  improvement: Improvement,
  evidence: string,
  on: CalendarDate,
): Promise<ImprovementOutcome> {
  return decideLine(writer, improvement, 'x', { evidence, completion: on });
}

/** Says that it held in a later release. */
export function verifyImprovement(
  writer: NoteWriter,
  improvement: Improvement,
  on: CalendarDate,
): Promise<ImprovementOutcome> {
  return decideLine(writer, improvement, null, { verified: on });
}

/** Drops it, with the reason. */
export function dropImprovement(
  writer: NoteWriter,
  improvement: Improvement,
  reason: string,
): Promise<ImprovementOutcome> {
  return decideLine(writer, improvement, '-', { reason });
}

/** A line of a note that a person decides about. */
export interface DecidedLine extends LineIntent {
  /** The character in its box; null without one. */
  readonly mark: string | null;
  /** It is a paragraph, and no list item. */
  readonly isProse?: boolean;
}

function decideLine(
  writer: NoteWriter,
  { title, mark, evidence: { path, spot } }: Improvement,
  newMark: string | null,
  fields: Readonly<Record<string, string>>,
): Promise<ImprovementOutcome> {
  return writer.edit<TickProblem>(path, title, (text) => decisionEdits(text, { title, mark, spot }, newMark, fields));
}

/** One edit of the line: its box and its fields together, or nothing. */
export function decisionEdits(
  text: string,
  { mark, isProse = false, ...intent }: DecidedLine,
  newMark: string | null,
  fields: Readonly<Record<string, string>>,
): PlannedEdit<TickProblem> {
  const found = findLine(text, intent, isProse ? 'prose' : mark === null ? 'bullet' : 'box');
  if ('problem' in found) return found;
  const { block } = found;
  if (block.type === 'item' && block.mark !== mark) return { problem: 'changed' };
  let now = text;
  for (const [key, value] of Object.entries(fields)) {
    const signed = key === 'due' ? dueSignEditIn(now, block, value) : null;
    const edits = signed ? [signed] : fieldEditsIn(now, block, key, value);
    if (edits === null) return { problem: 'gone' };
    now = applyEdits(now, edits);
  }
  if (newMark !== null && block.type === 'item') {
    const edit = markEditIn(now, block, newMark);
    if (!edit) return { problem: 'gone' };
    now = applyEdits(now, [edit]);
  }
  return { edits: now === text ? [] : [between(text, now)] };
}

/** The one edit that turns a text into another: all but their common beginning and end. */
function between(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let same = 0;
  while (
    same < before.length - start &&
    same < after.length - start &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  )
    same++;
  return { start, end: before.length - same, insert: after.slice(start, after.length - same) };
}
