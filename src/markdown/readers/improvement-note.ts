import { parseCalendarDate } from '../../domain/calendar-date';
import type { ImprovementNote } from '../../domain/improvement-note';
import type { ItemMetadata } from '../item-metadata';

/**
 * `[done when:: …]`, `[evidence:: …]`, `[completion:: 2026-01-30]` (or its sign ✅), `[verified:: 2026-02-02]` and
 * `[reason:: …]` of a retro's line; undefined where it has none of them.
 */
export function improvementNote({
  fields,
  doneOn,
}: Pick<ItemMetadata, 'fields' | 'doneOn'>): ImprovementNote | undefined {
  const text = (...keys: readonly string[]): string | null =>
    keys.map((key) => fields[key]?.trim()).find((value) => value !== undefined && value !== '') ?? null;
  const note = {
    doneWhen: text('done when', 'done-when', 'donewhen', 'done means'),
    evidence: text('evidence', 'proof'),
    doneOn,
    verified: parseCalendarDate(fields.verified ?? ''),
    reason: text('reason', 'why'),
  };
  return note.doneWhen !== null ||
    note.evidence !== null ||
    note.doneOn !== null ||
    note.verified !== null ||
    note.reason !== null
    ? note
    : undefined;
}
