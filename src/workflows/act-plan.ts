import type { CalendarDate } from '../domain/calendar-date';
import { commandless } from '../domain/inert-text';
import type { Release } from '../domain/release';
import type { TickProblem } from '../markdown/tick-edit';
import { applyEdits, editBetween } from '../markdown/text-edit';
import type { NoteStore } from '../ports/note-store';
import { readerOptions, type Settings } from '../settings/settings';
import type { EditOutcome, NewNote, NoteWriter, PlannedEdit } from './note-writer';
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

/** What became of an act: the first change that was not made, or null when all were. */
export interface ActOutcome {
  readonly failed: { readonly path: string; readonly why: EditOutcome<ActProblem> } | null;
}

/** Makes all changes of an act, or none of them. */
export async function perform(writer: NoteWriter, { label, changes }: PlannedAct): Promise<ActOutcome> {
  let failed: ActOutcome['failed'] = null;
  await writer.together(label, async (step) => {
    for (const change of changes) {
      if (change.kind === 'create') {
        const made = await step.create(label, [], [change.note]);
        if (made.count === 1) continue;
        failed = { path: change.note.path, why: made.failed === null ? 'changed' : 'failed' };
        return false;
      }
      if (change.kind === 'move') {
        if (await step.move(label, change.from, change.to)) continue;
        failed = { path: change.from, why: 'changed' };
        return false;
      }
      const outcome = await step.edit<ActProblem>(change.path, label, change.plan);
      if (outcome === 'done' || outcome === 'unchanged') continue;
      failed = { path: change.path, why: outcome };
      return false;
    }
    return true;
  });
  return { failed };
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

/** An act of some changes; null where one of them is not possible. */
export function act(label: string, ...changes: readonly (ActChange | null)[]): PlannedAct | null {
  const made = changes.filter((change): change is ActChange => change !== null);
  return made.length === changes.length ? { label, changes: made } : null;
}

/** Several changes of one note become one, in order: a note is written once. */
export function inOneEdit(changes: readonly ActChange[]): ActChange[] {
  const byPath = new Map<string, ActChange>();
  const made: ActChange[] = [];
  for (const change of changes) {
    const path = change.kind === 'edit' ? change.path : '';
    const before = byPath.get(path);
    if (before?.kind === 'edit' && change.kind === 'edit') {
      const both: ActChange = {
        ...before,
        shows: `${before.shows}\n${change.shows}`,
        plan: (text) => {
          const first = before.plan(text);
          if ('problem' in first) return first;
          const half = applyEdits(text, first.edits);
          const second = change.plan(half);
          if ('problem' in second) return second;
          const whole = applyEdits(half, second.edits);
          return { edits: editBetween(text, whole) };
        },
      };
      made[made.indexOf(before)] = both;
      byPath.set(path, both);
    } else {
      made.push(change);
      byPath.set(path, change);
    }
  }
  return made;
}

/** Words on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What was typed, as words within a line: no list mark of its own, no comment, nothing that another plugin runs. */
export function plainLine(text: string): string {
  return oneLine(commandless(text).replace(/%%|<!--|-->/g, ' ')).replace(
    /^(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\[.\]\s+)?/,
    '',
  );
}
