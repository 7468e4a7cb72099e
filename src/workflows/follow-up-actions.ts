import type { CalendarDate } from '../domain/calendar-date';
import type { FollowUp } from '../domain/follow-up';
import { fieldOn } from './act-plan';
import type { EditOutcome, NoteWriter, StepWriter } from './note-writer';
import { type AllOutcome, onAll } from './on-all';
import { tickItem } from './tick-item';
import type { TickProblem } from '../markdown/tick-edit';

/** Why a line could not be written, or what became of it. */
export type FollowUpOutcome = EditOutcome<TickProblem>;

/** What is done on the line of one follow-up. */
export type OnLine = (writer: StepWriter, followUp: FollowUp) => Promise<FollowUpOutcome>;

/** Closes a follow-up: ticks its line's box, and nothing else; a line without a box is marked as completed. */
export function closeFollowUp(writer: StepWriter, followUp: FollowUp, today: CalendarDate): Promise<FollowUpOutcome> {
  const [first] = followUp.evidence;
  if (followUp.mark === null || !first) return note(writer, followUp, 'completion', today);
  return tickItem(writer, first.path, { title: followUp.title, spot: first.spot, mark: followUp.mark, newMark: 'x' });
}

/** Notes on each line that the other party was reminded: on all of them, or on none. */
export function nudgeAll(
  writer: NoteWriter,
  followUps: readonly FollowUp[],
  today: CalendarDate,
  label: string,
): Promise<AllOutcome<FollowUp, TickProblem>> {
  return onAll(writer, followUps, label, (step, followUp) => note(step, followUp, 'nudged', today));
}

/** Lets a follow-up rest until a day; null wakes it. */
export function snoozeFollowUp(
  writer: StepWriter,
  followUp: FollowUp,
  until: CalendarDate | null,
): Promise<FollowUpOutcome> {
  return note(writer, followUp, 'snoozed', until);
}

/** Says on the line who owes whom. */
export function settleDirection(
  writer: StepWriter,
  followUp: FollowUp,
  direction: 'we-owe' | 'they-owe',
): Promise<FollowUpOutcome> {
  return note(writer, followUp, 'direction', direction.replace('-', ' '));
}

function note(writer: StepWriter, followUp: FollowUp, key: string, value: string | null): Promise<FollowUpOutcome> {
  const [change] = lineField(followUp, key, value);
  return change ? writer.edit<TickProblem>(change.path, followUp.title, change.plan) : Promise.resolve('gone');
}

/** The change that notes something on a follow-up's line; none where it has no line. */
export function lineField(
  { evidence, title, mark }: FollowUp,
  key: string,
  value: string | null,
): ReturnType<typeof fieldOn>[] {
  const [first] = evidence;
  if (!first) return [];
  const change = fieldOn(first, title, [mark === null ? 'bullet' : 'box'], key, value);
  return [{ ...change, shows: `${first.text} [${key}:: ${value ?? ''}]` }];
}
