import { Notice } from 'obsidian';
import type { CalendarDate } from '../../domain/calendar-date';
import { type FollowUpEntry } from '../../presentation/follow-ups-model';
import { nudgeDraft } from '../../presentation/nudge-draft';
import { FOLLOW_UP_WORDING as WORDS } from '../../presentation/follow-ups-wording';
import { nudgeAll } from '../../workflows/follow-up-actions';
import type { NoteWriter } from '../../workflows/note-writer';
import { told } from '../told';
import { copyText } from './copy-text';

/**
 * Puts a reminder on the clipboard, one text for all that one person or team has to hear of, and each line says that
 * there was one; what stands in a table cannot say so, and is only copied.
 */
export async function remind(
  writer: NoteWriter,
  entries: readonly FollowUpEntry[],
  today: CalendarDate,
): Promise<void> {
  if (!(await copyText(nudgeDraft(entries, today), null))) return;
  const own = entries.map(({ followUp }) => followUp).filter(({ mark }) => mark !== '|');
  const { failed } = await nudgeAll(writer, own, today, WORDS.remindStep);
  if (failed === null) new Notice(own.length < entries.length ? WORDS.copiedOnly : WORDS.copied);
  else told(failed.outcome, failed.item.what, failed.item.evidence[0]?.path ?? '', writer);
}
