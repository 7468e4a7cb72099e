import { Notice } from 'obsidian';
import { noteName } from '../presentation/place';
import { WORDING } from '../presentation/wording';
import type { TickProblem } from '../markdown/tick-edit';
import type { EditOutcome, NoteWriter } from '../workflows/note-writer';

/** Says why a line was not written; true when it says now what it should. */
export function told(
  outcome: EditOutcome<TickProblem>,
  title: string,
  path: string,
  writer: Pick<NoteWriter, 'failure'>,
): boolean {
  const note = noteName(path);
  if (outcome === 'gone') new Notice(WORDING.lineGone(title, note));
  else if (outcome === 'ambiguous') new Notice(WORDING.lineAmbiguous(title, note));
  else if (outcome === 'changed') new Notice(WORDING.lineChanged(title, note));
  else if (outcome === 'missing') new Notice(WORDING.noteMissing(note));
  else if (outcome === 'failed') new Notice(WORDING.noteFailed(note, writer.failure()));
  return outcome === 'done' || outcome === 'unchanged';
}
