import { reasonOf } from '../domain/reason-of';
import { applyEdits, type TextEdit } from '../markdown/text-edit';
import type { NoteStore } from '../ports/note-store';
import { type NewNote, type Step, type UndoOutcome, undoStep } from './writer-steps';

export type { NewNote } from './writer-steps';

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

/** Writes a single note. */
export type StepWriter = Pick<NoteWriter, 'edit' | 'create' | 'move' | 'failure'>;

/**
 * The one way to the disk: pure edits applied atomically, new notes never over old ones, and each step can be taken
 * back.
 */
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
  /** Moves a note or folder; false when it is not there, its new place is taken, or the store failed. */
  readonly move: (label: string, from: string, to: string) => Promise<boolean>;
  /**
   * Several changes that are one to a person: `run` makes them with the writer that it gets and says whether all were
   * made. Where it says no, those that were made are taken back; else one undo takes all of them back.
   */
  readonly together: (label: string, run: (writer: StepWriter) => Promise<boolean>) => Promise<boolean>;
  /** What would be taken back, in words; null when there is nothing. */
  readonly undoable: () => string | null;
  readonly undo: () => Promise<UndoOutcome>;
  /** Hears the label of every step that was taken back. */
  readonly onUndone: (listener: (label: string) => void) => void;
}

const REMEMBERED = 20;
/** Larger notes are not kept for taking back. */
const MAX_KEPT = 2_000_000;

/** Why the last step that failed did. */
interface Failure {
  text: string;
}

/** Edits one note, and remembers what it was. */
function editor(
  store: NoteStore,
  tell: (path: string) => void,
  remember: (step: Step) => void,
  failure: Failure,
): NoteWriter['edit'] {
  return async <Problem extends string>(path: string, label: string, plan: (text: string) => PlannedEdit<Problem>) => {
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
      failure.text = reasonOf(error);
      return 'failed';
    }
    if (problem !== null) return problem;
    if (before === after) return 'unchanged';
    tell(path);
    remember({ label, kind: 'edit', path, before, after });
    return 'done';
  };
}

/** Makes folders and notes one after the other, and remembers those that were made. */
function creator(store: NoteStore, remember: (step: Step) => void, failure: Failure): NoteWriter['create'] {
  return async (label, folders, notes, { report, isStopped } = {}) => {
    const total = folders.length + notes.length;
    const madeFolders: string[] = [];
    const madeNotes: NewNote[] = [];
    const existing: string[] = [];
    let failed: string | null = null;
    const makeFolder = async (path: string): Promise<boolean> => {
      const made = await store.createFolder(path);
      madeFolders.push(...made);
      return made.length > 0;
    };
    const makeNote = async ({ path, text }: NewNote): Promise<boolean> => {
      const made = await store.create(path, text);
      if (made) {
        madeFolders.push(...made.folders);
        madeNotes.push({ path: made.path, text });
      }
      return made !== null;
    };
    const tasks = [
      ...folders.map((path) => ({ path, make: () => makeFolder(path) })),
      ...notes.map((note) => ({ path: note.path, make: () => makeNote(note) })),
    ];
    let done = 0;
    let count = 0;
    for (const { path, make } of tasks) {
      if (isStopped?.()) break;
      try {
        if (await make()) count++;
        else existing.push(path);
      } catch (error) {
        failure.text = reasonOf(error);
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
  };
}

/** Larger notes are taken back only while the act that changes them is still running. */
function isKept(step: Step): boolean {
  if (step.kind === 'several') return step.steps.every(isKept);
  return step.kind !== 'edit' || step.before.length <= MAX_KEPT;
}

/** A writer over a store, with a memory of its last steps; `tell` hears which note was changed. */
export function noteWriter(store: NoteStore, tell: (path: string) => void = () => undefined): NoteWriter {
  const steps: Step[] = [];
  const listeners: ((label: string) => void)[] = [];
  const failure: Failure = { text: '' };
  const remember = (step: Step): void => {
    if (!isKept(step)) return;
    steps.push(step);
    if (steps.length > REMEMBERED) steps.shift();
  };
  const writing = (kept: (step: Step) => void): StepWriter => ({
    edit: editor(store, tell, kept, failure),
    create: creator(store, kept, failure),
    move: async (label, from, to) => {
      try {
        const isMoved = await store.move(from, to);
        if (isMoved) kept({ label, kind: 'move', from, to });
        return isMoved;
      } catch (error) {
        failure.text = reasonOf(error);
        return false;
      }
    },
    failure: () => failure.text,
  });
  return {
    ...writing(remember),
    together: async (label, run) => {
      const made: Step[] = [];
      let isDone = false;
      try {
        isDone = await run(writing((step) => made.push(step)));
      } finally {
        if (!isDone) for (const step of [...made].reverse()) await undoStep(store, tell, step);
      }
      if (isDone && made.length > 0) remember({ label, kind: 'several', steps: made });
      return isDone;
    },
    onUndone: (listener) => void listeners.push(listener),
    undoable: () => steps[steps.length - 1]?.label ?? null,
    undo: async () => {
      const step = steps[steps.length - 1];
      if (!step) return 'nothing';
      try {
        const outcome = await undoStep(store, tell, step);
        // What failed can be tried again; what somebody has changed since is theirs.
        if (steps[steps.length - 1] === step) steps.pop();
        if (outcome === 'done') for (const listener of listeners) listener(step.label);
        return outcome;
      } catch (error) {
        failure.text = reasonOf(error);
        return 'failed';
      }
    },
  };
}
