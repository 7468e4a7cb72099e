import type { EditOutcome, NoteWriter, StepWriter } from './note-writer';

/** The first of several things that was not done, and why; null when all were. */
export interface AllOutcome<Item, Problem> {
  readonly failed: { readonly item: Item; readonly outcome: EditOutcome<Problem> } | null;
}

/** Does something for each of several things, in one step: for all of them, or for none. */
export async function onAll<Item, Problem>(
  writer: NoteWriter,
  items: readonly Item[],
  label: string,
  act: (step: StepWriter, item: Item) => Promise<EditOutcome<Problem>>,
): Promise<AllOutcome<Item, Problem>> {
  let failed: AllOutcome<Item, Problem>['failed'] = null;
  await writer.together(label, async (step) => {
    for (const item of items) {
      const outcome = await act(step, item);
      if (outcome === 'done' || outcome === 'unchanged') continue;
      failed = { item, outcome };
      return false;
    }
    return true;
  });
  return { failed };
}
