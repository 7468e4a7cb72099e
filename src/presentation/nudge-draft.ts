import type { CalendarDate } from '../domain/calendar-date';
import { monthDay } from './date-wording';
import { type FollowUpEntry, withoutName } from './follow-ups-model';
import { FOLLOW_UP_WORDING } from './follow-ups-wording';

/**
 * A polite draft to send by hand: what it is about, when it is due, and a question; several asks of one party are one
 * text.
 */
export function nudgeDraft(entries: readonly FollowUpEntry[], today: CalendarDate): string {
  const [first] = entries;
  if (!first) return '';
  if (entries.length === 1) return draftOne(first, today);
  const lines = entries.map(({ followUp: { what, due, who }, release }) =>
    FOLLOW_UP_WORDING.nudgeLine(
      withoutName(what, who),
      release,
      due === null ? null : monthDay(due, today),
      due !== null && due < today,
    ),
  );
  return FOLLOW_UP_WORDING.nudgeSeveral(first.followUp.who ?? '', lines);
}

function draftOne({ followUp, release }: FollowUpEntry, today: CalendarDate): string {
  const { who, what, due, direction } = followUp;
  const subject = release === null ? what : `${what} (${release})`;
  // The day alone: "tomorrow" would be wrong by the time it is read.
  const when = due === null ? null : monthDay(due, today);
  return FOLLOW_UP_WORDING.nudge[direction](who ?? '', subject, when, due !== null && due < today);
}
