import type { NoteStore } from '../ports/note-store';

/** A note to be made. */
export interface NewNote {
  readonly path: string;
  readonly text: string;
}

/** What a writer remembers of a change, to take it back. */
export type Step =
  | {
      readonly label: string;
      readonly kind: 'edit';
      readonly path: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly label: string;
      readonly kind: 'create';
      readonly folders: readonly string[];
      readonly notes: readonly NewNote[];
    }
  | { readonly label: string; readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly label: string; readonly kind: 'several'; readonly steps: readonly Step[] };

/** What became of taking back: `changed` when somebody has edited the text since, and nothing was done. */
export type UndoOutcome = 'done' | 'changed' | 'nothing' | 'failed';

/** What each note was left with by a step: of several edits of one note, the last one counts. */
function leftBy(step: Step, left: Map<string, string>): Map<string, string> {
  if (step.kind === 'several') for (const inner of step.steps) leftBy(inner, left);
  else if (step.kind === 'edit') left.set(step.path, step.after);
  else if (step.kind === 'create') for (const { path, text } of step.notes) left.set(path, text);
  return left;
}

/** True while every note of a step has the text that the step gave it; one that it made may be gone. */
async function isUntouched(store: NoteStore, step: Step): Promise<boolean> {
  if (step.kind === 'several') for (const inner of step.steps) if (!isInPlace(store, inner)) return false;
  // What stands in a note does not matter for where it lies.
  if (step.kind === 'move') return isInPlace(store, step);
  for (const [path, text] of leftBy(step, new Map())) {
    // What is still being typed in it counts, too: `process` sees to that.
    let now: string | null = null;
    await store.process(path, (current) => (now = current));
    if (now !== text && (now !== null || step.kind === 'edit')) return false;
  }
  return true;
}

function isInPlace(store: NoteStore, step: Step): boolean {
  return step.kind !== 'move' || (store.find(step.to) !== null && store.find(step.from) === null);
}

/** Takes a step back, where nobody has changed since what it made. */
export async function undoStep(store: NoteStore, tell: (path: string) => void, step: Step): Promise<UndoOutcome> {
  if (step.kind === 'several') {
    if (!(await isUntouched(store, step))) return 'changed';
    for (const inner of [...step.steps].reverse()) {
      const outcome = await undoStep(store, tell, inner);
      if (outcome !== 'done') return outcome;
    }
    return 'done';
  }
  if (step.kind === 'move') return (await store.move(step.to, step.from)) ? 'done' : 'changed';
  if (step.kind === 'edit') {
    let changed = false;
    const written = await store.process(step.path, (text) => {
      changed = text !== step.after;
      return changed ? text : step.before;
    });
    tell(step.path);
    return written === 'missing' || changed ? 'changed' : 'done';
  }
  if (!(await isUntouched(store, step))) return 'changed';
  for (const { path } of step.notes) await store.trash(path);
  // The deepest first: a folder goes only when it is empty.
  for (const folder of [...step.folders].sort((a, b) => b.length - a.length)) await store.trash(folder);
  return 'done';
}
