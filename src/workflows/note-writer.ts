import { applyEdits, type TextEdit } from '../markdown/text-edit';
import type { NoteStore } from '../ports/note-store';

/** A note to be made. */
export interface NewNote {
  readonly path: string;
  readonly text: string;
}

/** What an edit comes to on a given text: edits, or why none is possible. */
export type PlannedEdit<Problem> = { readonly edits: readonly TextEdit[] } | { readonly problem: Problem };

/** What became of an edit; nothing was written unless it is `done`. */
export type EditOutcome<Problem> = 'done' | 'unchanged' | 'missing' | 'failed' | Problem;

/** What became of making several things: in order, up to the first failure or the wish to stop. */
export interface CreateOutcome {
  readonly made: readonly string[];
  /** What was there already, and was left as it is. */
  readonly existing: readonly string[];
  readonly failed: string | null;
  readonly stopped: boolean;
}

/** How a person follows and stops longer work. */
export interface Progress {
  readonly report?: (done: number, total: number) => void;
  readonly isStopped?: () => boolean;
}

/** What became of taking back: `changed` when somebody has edited the text since, and nothing was done. */
export type UndoOutcome = 'done' | 'changed' | 'nothing' | 'failed';

/** The one way to the disk: pure edits applied atomically, new notes never over old ones, and each step can be taken back. */
export interface NoteWriter {
  readonly edit: <Problem extends string>(path: string, label: string, plan: (text: string) => PlannedEdit<Problem>) => Promise<EditOutcome<Problem>>;
  readonly create: (label: string, folders: readonly string[], notes: readonly NewNote[], progress?: Progress) => Promise<CreateOutcome>;
  /** What would be taken back, in words; null when there is nothing. */
  readonly undoable: () => string | null;
  readonly undo: () => Promise<UndoOutcome>;
}

const REMEMBERED = 20;
/** Larger notes are not kept for taking back. */
const MAX_KEPT = 2_000_000;

type Step =
  | { readonly label: string; readonly kind: 'edit'; readonly path: string; readonly before: string; readonly after: string }
  | { readonly label: string; readonly kind: 'create'; readonly folders: readonly string[]; readonly notes: readonly NewNote[] };

/** A writer over a store, with a memory of its last steps. */
export function noteWriter(store: NoteStore): NoteWriter {
  const steps: Step[] = [];
  const remember = (step: Step): void => {
    steps.push(step);
    if (steps.length > REMEMBERED) steps.shift();
  };

  const undoStep = async (step: Step): Promise<UndoOutcome> => {
    if (step.kind === 'edit') {
      let changed = false;
      const written = await store.process(step.path, (text) => {
        changed = text !== step.after;
        return changed ? text : step.before;
      });
      return written === 'missing' || changed ? 'changed' : 'done';
    }
    const texts = await Promise.all(step.notes.map(({ path }) => store.read(path)));
    if (texts.some((text, index) => text !== null && text !== step.notes[index]?.text)) return 'changed';
    for (const { path } of step.notes) await store.trash(path);
    for (const folder of [...step.folders].reverse()) await store.trash(folder);
    return 'done';
  };

  return {
    edit: async <Problem extends string>(path: string, label: string, plan: (text: string) => PlannedEdit<Problem>) => {
      let before = '';
      let after = '';
      let problem: Problem | null = null;
      try {
        const written = await store.process(path, (text) => {
          const planned = plan(text);
          problem = 'problem' in planned ? planned.problem : null;
          before = text;
          after = 'edits' in planned ? applyEdits(text, planned.edits) : text;
          return after;
        });
        if (written === 'missing') return 'missing';
      } catch {
        return 'failed';
      }
      if (problem !== null) return problem;
      if (before === after) return 'unchanged';
      if (before.length <= MAX_KEPT) remember({ label, kind: 'edit', path, before, after });
      return 'done';
    },
    create: async (label, folders, notes, { report, isStopped } = {}) => {
      const total = folders.length + notes.length;
      const madeFolders: string[] = [];
      const madeNotes: NewNote[] = [];
      const existing: string[] = [];
      let failed: string | null = null;
      const tasks = [
        ...folders.map((path) => ({ path, run: () => store.createFolder(path), made: () => void madeFolders.push(path) })),
        ...notes.map((note) => ({ path: note.path, run: () => store.create(note.path, note.text), made: () => void madeNotes.push(note) })),
      ];
      let done = 0;
      for (const { path, run, made } of tasks) {
        if (isStopped?.()) break;
        try {
          if ((await run()) === 'done') made();
          else existing.push(path);
        } catch {
          failed = path;
          break;
        }
        done++;
        report?.(done, total);
      }
      if (madeFolders.length + madeNotes.length > 0) remember({ label, kind: 'create', folders: madeFolders, notes: madeNotes });
      return { made: [...madeFolders, ...madeNotes.map(({ path }) => path)], existing, failed, stopped: failed === null && done < total };
    },
    undoable: () => steps[steps.length - 1]?.label ?? null,
    undo: async () => {
      const step = steps.pop();
      if (!step) return 'nothing';
      try {
        return await undoStep(step);
      } catch {
        return 'failed';
      }
    },
  };
}
