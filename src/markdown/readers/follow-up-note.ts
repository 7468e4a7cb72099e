import type { FollowUpNote } from '../../domain/note-facts';
import { parseCalendarDate } from '../../domain/calendar-date';
import { labelKey } from '../vocabulary';

/**
 * `[nudged:: 2026-01-27]`, `[snoozed:: 2026-02-02]` and `[direction:: we owe]` of a line; undefined where it has none
 * of them.
 */
export function followUpNote(fields: Readonly<Record<string, string>>): FollowUpNote | undefined {
  const said = fields.direction === undefined ? '' : labelKey(fields.direction);
  const direction = said === 'we owe' ? 'we-owe' : said === 'they owe' || said === 'owes us' ? 'they-owe' : null;
  const nudged = parseCalendarDate(fields.nudged ?? '');
  const snoozed = parseCalendarDate(fields.snoozed ?? '');
  return direction || nudged || snoozed ? { direction, nudged, snoozed } : undefined;
}
