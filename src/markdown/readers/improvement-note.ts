import { parseCalendarDate } from '../../domain/calendar-date';
import type { ImprovementNote } from '../../domain/improvement-note';

/** `[done when:: …]`, `[evidence:: …]`, `[verified:: 2026-02-02]` and `[reason:: …]` of a retro's line; undefined where it has none of them. */
export function improvementNote(fields: Readonly<Record<string, string>>): ImprovementNote | undefined {
  const text = (...keys: readonly string[]): string | null => keys.map((key) => fields[key]?.trim()).find((value) => value !== undefined && value !== '') ?? null;
  const note = { doneWhen: text('done when', 'done-when', 'donewhen', 'done means'), evidence: text('evidence', 'proof'), verified: parseCalendarDate(fields.verified ?? ''), reason: text('reason', 'why') };
  return note.doneWhen !== null || note.evidence !== null || note.verified !== null || note.reason !== null ? note : undefined;
}
