import { tickEdit, type TickIntent, type TickProblem } from '../markdown/tick-edit';
import type { EditOutcome, StepWriter } from './note-writer';

/** Changes one box in its note: that character and nothing else, or nothing at all. */
export async function tickItem(
  writer: StepWriter,
  path: string,
  intent: TickIntent,
): Promise<EditOutcome<TickProblem>> {
  return writer.edit(path, intent.title, (text) => {
    const result = tickEdit(text, intent);
    return 'problem' in result ? result : { edits: [result.edit] };
  });
}
