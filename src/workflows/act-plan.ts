import type { CalendarDate } from '../domain/calendar-date';
import type { Evidence } from '../domain/evidence';
import { commandless, oneLine } from '../domain/inert-text';
import type { Release } from '../domain/release';
import { fieldEdit } from '../markdown/field-edit';
import type { LineKind } from '../markdown/line-spot';
import type { TickProblem } from '../markdown/tick-edit';
import { applyEdits, editBetween } from '../markdown/text-edit';
import type { NoteStore } from '../ports/note-store';
import { readerOptions, type Settings } from '../settings/settings';
import type { NewNote, NoteWriter, PlannedEdit } from './note-writer';
import { type AllOutcome, onAll } from './on-all';
import { type FieldProblem, type FieldWanted, releaseFieldEdit, statesField } from './release-field';
import { homeOf, recordOf, type RecordText } from './release-note';

/** Why a change of an act was not made. */
export type ActProblem = TickProblem | FieldProblem;

/** One change of a note that an act makes, with the line that a person is shown before. */
export type ActChange =
  | {
      readonly kind: 'edit';
      readonly path: string;
      readonly shows: string;
      readonly plan: (text: string) => PlannedEdit<ActProblem>;
    }
  | { readonly kind: 'create'; readonly note: NewNote }
  | { readonly kind: 'move'; readonly from: string; readonly to: string };

/** All that an act would write: one step for undo. */
export interface PlannedAct {
  readonly label: string;
  readonly changes: readonly ActChange[];
}

/** What acts depend on beside the release. */
export interface ActInputs {
  readonly settings: Settings;
  readonly store: Pick<NoteStore, 'find'>;
  readonly today: CalendarDate;
}

/** Makes all changes of an act, or none of them. */
export function perform(
  writer: NoteWriter,
  { label, changes }: PlannedAct,
): Promise<AllOutcome<ActChange, ActProblem>> {
  return onAll<ActChange, ActProblem>(writer, changes, label, async (step, change) => {
    if (change.kind === 'edit') return step.edit<ActProblem>(change.path, label, change.plan);
    if (change.kind === 'move') return (await step.move(label, change.from, change.to)) ? 'done' : 'changed';
    const made = await step.create(label, [], [change.note]);
    return made.count === 1 ? 'done' : made.failed === null ? 'changed' : 'failed';
  });
}

/** The note that a change is about. */
export function pathOf(change: ActChange): string {
  return change.kind === 'create' ? change.note.path : change.kind === 'move' ? change.from : change.path;
}

/** The change that puts a field at the end of a line; the first kind of line on which it stands is meant. */
export function fieldOn(
  { path, spot, origin }: Evidence,
  title: string,
  kinds: readonly LineKind[],
  key: string,
  value: string | null,
): Extract<ActChange, { kind: 'edit' }> & { readonly plan: (text: string) => PlannedEdit<TickProblem> } {
  return {
    kind: 'edit',
    path,
    shows: `${title} [${key}:: ${value ?? ''}]`,
    plan: (text) => {
      // A line that another system filled is not written on, and no other line stands for it.
      if (origin !== undefined) return { problem: 'gone' };
      const tries = kinds.map((kind) => fieldEdit(text, { title, spot, kind, key, value }));
      return tries.find((tried) => 'edits' in tried) ?? tries[0] ?? { problem: 'gone' };
    },
  };
}

/** Where and how a field of a release is written: a line of its living note, else a dated record of its own. */
export function stateField(
  release: Release,
  wanted: FieldWanted,
  record: Omit<RecordText, 'lines'>,
  inputs: ActInputs,
  asRecord = false,
): ActChange | null {
  const home = asRecord ? null : homeOf(release);
  const line = `${wanted.label}: ${wanted.value}`;
  if (home !== null)
    return {
      kind: 'edit',
      path: home,
      shows: `- ${line}`,
      plan: (text) => releaseFieldEdit(home, text, release, wanted, optionsOf(inputs)),
    };
  return stating(
    release,
    wanted,
    recordOf(release, { ...record, lines: [line] }, inputs.settings, inputs.store),
    inputs,
  );
}

/** A record that was read back: it says of the release what it should. */
export function stating(
  release: Release,
  wanted: FieldWanted,
  note: NewNote | null,
  inputs: ActInputs,
): ActChange | null {
  return note !== null && statesField(note, release, wanted, optionsOf(inputs)) ? create(note) : null;
}

/** A note that an act makes. */
export function create(note: NewNote | null): ActChange | null {
  return note === null ? null : { kind: 'create', note };
}

/** How the notes of an act are read again. */
export function optionsOf({ settings, today }: ActInputs): ReturnType<typeof readerOptions> {
  return readerOptions(settings, today);
}

/** An act of some changes, those of one note in one edit; null where one of them is not possible. */
export function act(label: string, ...changes: readonly (ActChange | null)[]): PlannedAct | null {
  const made: ActChange[] = [];
  for (const change of changes) {
    if (change === null) return null;
    const at = made.findIndex((other) => other.kind === 'edit' && change.kind === 'edit' && other.path === change.path);
    const before = made[at];
    if (before?.kind === 'edit' && change.kind === 'edit') made[at] = both(before, change);
    else made.push(change);
  }
  return { label, changes: made };
}

type Edit = Extract<ActChange, { kind: 'edit' }>;

/** Two edits of a note, one after the other. */
function both(first: Edit, second: Edit): Edit {
  return {
    ...first,
    shows: `${first.shows}\n${second.shows}`,
    plan: (text) => {
      const half = first.plan(text);
      if ('problem' in half) return half;
      const between = applyEdits(text, half.edits);
      const whole = second.plan(between);
      return 'problem' in whole ? whole : { edits: editBetween(text, applyEdits(between, whole.edits)) };
    },
  };
}

/** What was typed, as words within a line: no list mark of its own, no comment, nothing that another plugin runs. */
export function plainLine(text: string): string {
  return oneLine(commandless(text).replace(/%%|<!--|-->/g, ' ')).replace(
    /^(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\[.\]\s+)?/,
    '',
  );
}
