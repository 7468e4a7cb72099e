import type { CalendarDate } from '../domain/calendar-date';
import type { DateReading, ScalarFact } from '../domain/note-facts';
import type { PlanDifference } from '../domain/release';
import type { ReaderOptions } from '../markdown/readers/reading';
import type { EditOutcome, NoteWriter, PlannedEdit } from './note-writer';
import { factsOf, MAX_TEXT } from './stated-facts';

/**
 * Why a plan's date is not written: its line is gone, more than one line may be meant, or it says something else by
 * now.
 */
export type PlanDateProblem = 'gone' | 'ambiguous' | 'changed';

/** The lines of a text that state a field with a day. */
function statements(
  path: string,
  text: string,
  field: PlanDifference['field'],
  options: ReaderOptions,
): (ScalarFact & { readonly value: DateReading })[] {
  const { scalars } = factsOf(path, text, options);
  return scalars.flatMap((fact) =>
    fact.field === field && fact.value !== null ? [{ ...fact, value: fact.value }] : [],
  );
}

/**
 * The edit that makes a plan's line say another day: its date, in ISO form, and nothing beside it. The line is the only
 * one that states `is`; what the text then says is read again, and another result than `use` is refused.
 */
export function planDateEdit(
  path: string,
  text: string,
  field: PlanDifference['field'],
  is: CalendarDate,
  use: CalendarDate,
  options: ReaderOptions,
): PlannedEdit<PlanDateProblem> {
  if (text.length > MAX_TEXT) return { problem: 'changed' };
  const stated = statements(path, text, field, options);
  const [fact, second] = stated.filter(({ value }) => value.date === is);
  if (!fact) return { problem: stated.length > 0 ? 'changed' : 'gone' };
  if (second) return { problem: 'ambiguous' };
  const start = startOfLine(text, fact.line);
  const end = startOfLine(text, fact.endLine + 1);
  const at = text.indexOf(fact.value.phrase, start);
  if (at < 0 || at >= end) return { problem: 'changed' };
  const next = text.indexOf(fact.value.phrase, at + 1);
  if (next >= 0 && next < end) return { problem: 'ambiguous' };
  if (isLinkWithWords(text.slice(start, at), text.slice(at + fact.value.phrase.length, end)))
    return { problem: 'ambiguous' };
  const edit = { start: at, end: at + fact.value.phrase.length, insert: use };
  const after = statements(path, `${text.slice(0, edit.start)}${use}${text.slice(edit.end)}`, field, options);
  const isAsWanted =
    after.length === stated.length &&
    after.every(({ value, line }, index) => value.date === (line === fact.line ? use : stated[index]?.value.date));
  return isAsWanted ? { edits: [edit] } : { problem: 'changed' };
}

/** A link that shows other words than it means ("[[2026-02-16|Feb 16]]") would go on showing them. */
function isLinkWithWords(before: string, after: string): boolean {
  const opened = before.lastIndexOf('[[');
  const bar = after.indexOf('|');
  const closed = after.indexOf(']]');
  return opened >= 0 && !before.includes(']', opened) && bar >= 0 && (closed < 0 || bar < closed);
}

/** Where a line begins, counted from 1; the end of the text for lines after its last. */
function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return start;
}

/** Writes the other note's day into the plan. */
export function useOtherDate(
  writer: NoteWriter,
  { field, plan, other }: PlanDifference,
  label: string,
  options: () => ReaderOptions,
): Promise<EditOutcome<PlanDateProblem>> {
  const { path } = plan.evidence;
  return writer.edit(path, label, (text) =>
    planDateEdit(path, text, field, plan.value.date, other.value.date, options()),
  );
}
