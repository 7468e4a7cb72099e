import type { CalendarDate } from '../domain/calendar-date';
import type { FollowUp } from '../domain/follow-up';
import { fieldEdit } from '../markdown/field-edit';
import type { EditOutcome, NoteWriter, StepWriter } from './note-writer';
import { tickItem } from './tick-item';
import type { TickProblem } from '../markdown/tick-edit';

/** Why a line could not be written, or what became of it. */
export type FollowUpOutcome = EditOutcome<TickProblem>;

/** Closes a follow-up: ticks its line's box, and nothing else; a line without a box is marked as completed. */
export function closeFollowUp(writer: NoteWriter, followUp: FollowUp, today: CalendarDate): Promise<FollowUpOutcome> {
  const [first] = followUp.evidence;
  if (followUp.mark === null || !first) return note(writer, followUp, 'completion', today);
  return tickItem(writer, first.path, { title: followUp.title, spot: first.spot, mark: followUp.mark, newMark: 'x' });
}

/** Notes on each line that the other party was reminded: on all of them, or on none. */
export async function nudgeAll(
  writer: NoteWriter,
  followUps: readonly FollowUp[],
  today: CalendarDate,
  label: string,
): Promise<{ readonly failed: { readonly followUp: FollowUp; readonly outcome: FollowUpOutcome } | null }> {
  let failed: { readonly followUp: FollowUp; readonly outcome: FollowUpOutcome } | null = null;
  await writer.together(label, async (step) => {
    for (const followUp of followUps) {
      const outcome = await note(step, followUp, 'nudged', today);
      if (outcome === 'done' || outcome === 'unchanged') continue;
      failed = { followUp, outcome };
      return false;
    }
    return true;
  });
  return { failed };
}

/** Lets a follow-up rest until a day; null wakes it. */
export function snoozeFollowUp(
  writer: NoteWriter,
  followUp: FollowUp,
  until: CalendarDate | null,
): Promise<FollowUpOutcome> {
  return note(writer, followUp, 'snoozed', until);
}

/** Says on the line who owes whom. */
export function settleDirection(
  writer: NoteWriter,
  followUp: FollowUp,
  direction: 'we-owe' | 'they-owe',
): Promise<FollowUpOutcome> {
  return note(writer, followUp, 'direction', direction.replace('-', ' '));
}

function note(
  writer: StepWriter,
  { evidence, title, mark }: FollowUp,
  key: string,
  value: string | null,
): Promise<FollowUpOutcome> {
  const [first] = evidence;
  if (!first) return Promise.resolve('gone');
  return writer.edit<TickProblem>(first.path, title, (text) =>
    fieldEdit(text, { title, spot: first.spot, kind: mark === null ? 'bullet' : 'box', key, value }),
  );
}
