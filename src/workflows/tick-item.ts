import { applyEdits } from '../markdown/text-edit';
import { tickEdit, type TickIntent, type TickProblem } from '../markdown/tick-edit';
import type { NoteStore } from '../ports/note-store';

/** What became of a tick; nothing was written unless it is `done`. */
export type TickOutcome = 'done' | TickProblem | 'missing' | 'failed';

/** Changes one box in its note: that character and nothing else, or nothing at all. */
export async function tickItem(store: NoteStore, path: string, intent: TickIntent): Promise<TickOutcome> {
  let problem: TickProblem | null = null;
  try {
    const written = await store.process(path, (text) => {
      const result = tickEdit(text, intent);
      problem = 'problem' in result ? result.problem : null;
      return 'edit' in result ? applyEdits(text, [result.edit]) : text;
    });
    return written === 'missing' ? 'missing' : (problem ?? 'done');
  } catch {
    return 'failed';
  }
}
