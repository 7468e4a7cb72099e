import { reasonOf } from '../domain/reason-of';
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
  /** How many of the things that were asked for were made; folders above them do not count. */
  readonly count: number;
  /** The notes among them, by their real paths. */
  readonly notes: readonly string[];
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
  /** Why the last step that failed did, for people. */
  readonly failure: () => string;
  readonly edit: <Problem extends string>(
    path: string,
    label: string,
    plan: (text: string) => PlannedEdit<Problem>,
  ) => Promise<EditOutcome<Problem>>;
  readonly create: (
    label: string,
    folders: readonly string[],
    notes: readonly NewNote[],
    progress?: Progress,
  ) => Promise<CreateOutcome>;
  /** What would be taken back, in words; null when there is nothing. */
  readonly undoable: () => string | null;
  readonly undo: () => Promise<UndoOutcome>;
}

const REMEMBERED = 20;
/** Larger notes are not kept for taking back. */
const MAX_KEPT = 2_000_000;

type Step =
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
    };

/** A writer over a store, with a memory of its last steps; `tell` hears which note was changed. */
export function noteWriter(store: NoteStore, tell: (path: string) => void = () => undefined): NoteWriter {
  const steps: Step[] = [];
  const remember = (step: Step): void => {
    steps.push(step);
    if (steps.length > REMEMBERED) steps.shift();
  };

  let failure = '';

  const undoStep = async (step: Step): Promise<UndoOutcome> => {
    if (step.kind === 'edit') {
      let changed = false;
      const written = await store.process(step.path, (text) => {
        changed = text !== step.after;
        return changed ? text : step.before;
      });
      tell(step.path);
      return written === 'missing' || changed ? 'changed' : 'done';
    }
    for (const { path, text } of step.notes) {
      // What is still being typed in it counts, too: `process` sees to that.
      let now: string | null = null;
      await store.process(path, (current) => (now = current));
      if (now !== null && now !== text) return 'changed';
    }
    for (const { path } of step.notes) await store.trash(path);
    // The deepest first: a folder goes only when it is empty.
    for (const folder of [...step.folders].sort((a, b) => b.length - a.length)) await store.trash(folder);
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
      } catch (error) {
        failure = reasonOf(error);
        return 'failed';
      }
      if (problem !== null) return problem;
      if (before === after) return 'unchanged';
      tell(path);
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
        ...folders.map((path) => ({
          path,
          make: async (): Promise<boolean> => {
            const made = await store.createFolder(path);
            madeFolders.push(...made);
            return made.length > 0;
          },
        })),
        ...notes.map(({ path, text }) => ({
          path,
          make: async (): Promise<boolean> => {
            const made = await store.create(path, text);
            if (made) {
              madeFolders.push(...made.folders);
              madeNotes.push({ path: made.path, text });
            }
            return made !== null;
          },
        })),
      ];
      let done = 0;
      let count = 0;
      for (const { path, make } of tasks) {
        if (isStopped?.()) break;
        try {
          if (await make()) count++;
          else existing.push(path);
        } catch (error) {
          failure = reasonOf(error);
          failed = path;
          break;
        }
        done++;
        report?.(done, total);
      }
      if (madeFolders.length + madeNotes.length > 0)
        remember({ label, kind: 'create', folders: madeFolders, notes: madeNotes });
      return {
        count,
        made: [...madeFolders, ...madeNotes.map(({ path }) => path)],
        notes: madeNotes.map(({ path }) => path),
        existing,
        failed,
        stopped: failed === null && done < total,
      };
    },
    failure: () => failure,
    undoable: () => steps[steps.length - 1]?.label ?? null,
    undo: async () => {
      const step = steps[steps.length - 1];
      if (!step) return 'nothing';
      try {
        const outcome = await undoStep(step);
        // What failed can be tried again; what somebody has changed since is theirs.
        if (steps[steps.length - 1] === step) steps.pop();
        return outcome;
      } catch (error) {
        failure = reasonOf(error);
        return 'failed';
      }
    },
  };
}
