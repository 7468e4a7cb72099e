import { ended } from '../domain/in-slices';
import type { NoteFacts, ScalarFact, ScalarValues } from '../domain/note-facts';
import { identityKeys, isPlaceholder, type ReleaseIdentity } from '../domain/release-identity';
import { propertyEdit } from '../markdown/property-edit';
import { readNoteInSteps } from '../markdown/read-note';
import type { ReaderOptions } from '../markdown/readers/reading';
import { applyEdits, lineEndOf, type TextEdit } from '../markdown/text-edit';
import { labelLookup } from '../markdown/vocabulary';
import type { NewNote, PlannedEdit } from './note-writer';

/** A field of a release as it shall be stated by one line of a note. */
export type FieldWanted = {
  [Field in keyof ScalarValues]: {
    readonly field: Field;
    /** Written where the note has no line for it yet: "Owner". */
    readonly label: string;
    /** As it is written: "[[Ann Lee]]". */
    readonly value: string;
    /** Whether what is read afterwards is what was meant. */
    readonly isMeant: (value: ScalarValues[Field]) => boolean;
  };
}[keyof ScalarValues];

/**
 * Why a field is not written: the note does not name the release, has the field in a way that cannot be changed
 * alone, or would say something else, too.
 */
export type FieldProblem = 'refused';

/** Larger notes are not read between a click and its effect. */
const MAX_TEXT = 1_000_000;
const FIELD_LINE =
  /^([ \t>]*(?:[-*+][ \t]+)?)((?:\*\*|__)?[^\s:*_>][^:*_]{0,59}(?:\*\*|__)?:(?:\*\*|__)?)([ \t]*)(.*)$/;
const HEADING = /^#{1,6}\s/;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edit that makes a note's line say a field of a release: the value of the line that states it, else of one that is
 * empty, else a new line behind its other fields. The result is read again: it must say this, and all else as before.
 */
export function releaseFieldEdit(
  path: string,
  text: string,
  release: ReleaseIdentity,
  wanted: FieldWanted,
  options: ReaderOptions,
): PlannedEdit<FieldProblem> {
  const refused = { problem: 'refused' } as const;
  if (text.length > MAX_TEXT) return refused;
  const before = factsOf(path, text, options);
  const index = indexIn(before, release);
  if (index === null) return refused;
  const edits = editsFor(text, before, index, wanted, options);
  if (edits === null) return refused;
  const after = factsOf(path, applyEdits(text, edits), options);
  return isStated(after, index, wanted) && rest(before, wanted) === rest(after, wanted) ? { edits } : refused;
}

/** True when a note that is to be made states the field of the release. */
export function statesField(
  { path, text }: NewNote,
  release: ReleaseIdentity,
  wanted: FieldWanted,
  options: ReaderOptions,
): boolean {
  const facts = factsOf(path, text, options);
  const index = indexIn(facts, release);
  return index !== null && index >= 0 && isStated(facts, index, wanted);
}

function isStated(facts: NoteFacts, index: number, wanted: FieldWanted): boolean {
  const value = stated(facts, index, wanted.field).pop()?.value;
  return value !== undefined && wanted.isMeant(value as never);
}

function factsOf(path: string, text: string, options: ReaderOptions): NoteFacts {
  return ended(readNoteInSteps(path, text, options));
}

/** Which of a note's releases is meant; −1 where its place names it, null where the note speaks of others. */
function indexIn({ releases }: NoteFacts, release: ReleaseIdentity): number | null {
  if (releases.length === 0) return -1;
  const own = identityKeys(release);
  const found = releases.findIndex((mention) => {
    const { version, name } = identityKeys(mention);
    return (version ?? own.version) === own.version && (name ?? own.name) === own.name;
  });
  return found >= 0 ? found : null;
}

function stated({ scalars, releases }: NoteFacts, index: number, field: keyof ScalarValues): ScalarFact[] {
  return scalars.filter((fact) => fact.field === field && (fact.release === index || releases.length < 2));
}

/** Everything but this field (and the day that a phase may carry), in a form that two readings share. */
function rest(facts: NoteFacts, { field }: FieldWanted): string {
  const plain = (list: readonly object[]): unknown =>
    list.map((entry) => ({ ...entry, line: 0, endLine: 0, spot: undefined }));
  const { scalars, tasks, risks, actions, dependencies, changes, releases, kind, asOf } = facts;
  const others = scalars.filter((fact) => fact.field !== field && !(field === 'phase' && fact.field === 'shipped'));
  const all = JSON.stringify([
    ...[others, tasks, risks, actions, dependencies, changes, releases].map(plain),
    kind,
    asOf,
  ]);
  // What counts back from a day moves with it.
  return field === 'target' || field === 'goNoGo' ? all.replace(/"date":"[^"]*"/g, '') : all;
}

function editsFor(
  text: string,
  facts: NoteFacts,
  index: number,
  wanted: FieldWanted,
  { vocabulary }: ReaderOptions,
): readonly TextEdit[] | null {
  const lookup = labelLookup(vocabulary);
  const lines = linesOf(text);
  const fieldOf = (line: Line): string | null => {
    const match = FIELD_LINE.exec(line.text);
    return match ? lookup.field((match[2] ?? '').replace(/[*_:]+/g, '').trim()) : null;
  };
  const last = stated(facts, index, wanted.field).pop();
  const said = last ? lines[last.line - 1] : undefined;
  if (last && (!said || last.line !== last.endLine)) return null;
  if (said && isProperty(lines, said)) {
    const set = propertyEdit(
      text,
      said.text.slice(0, said.text.indexOf(':')).trim(),
      wanted.value,
      yamlOf(wanted.value),
    );
    return 'edits' in set ? set.edits : null;
  }
  if (said) return fieldOf(said) === wanted.field ? [valueEdit(said, wanted.value)] : null;
  const own = ownLines(lines, facts, index);
  const empty = own.filter((line) => fieldOf(line) === wanted.field && isBlank(FIELD_LINE.exec(line.text)?.[4] ?? ''));
  if (empty.length > 1) return null;
  if (empty[0]) return [valueEdit(empty[0], wanted.value)];
  const newLine = lineEndOf(text);
  const fields = own.filter((line) => fieldOf(line) !== null);
  const behind = fields[fields.length - 1];
  if (behind) {
    const [, lead = '', label = ''] = FIELD_LINE.exec(behind.text) ?? [];
    const mark = /^(\*\*|__)/.exec(label)?.[1] ?? '';
    const name = mark === '' ? `${wanted.label}:` : `${mark}${wanted.label}:${mark}`;
    return [{ start: behind.end, end: behind.end, insert: `${newLine}${lead}${name} ${wanted.value}` }];
  }
  const head = own[0];
  if (!head) return null;
  return [{ start: head.end, end: head.end, insert: `${newLine}${newLine}- ${wanted.label}: ${wanted.value}` }];
}

/** A value as YAML: what is more than words, digits and blanks is quoted. */
function yamlOf(value: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9 _./-]*$/.test(value) ? value : JSON.stringify(value);
}

function isBlank(value: string): boolean {
  return value.trim() === '' || isPlaceholder(value);
}

function valueEdit(line: Line, value: string): TextEdit {
  const [, lead = '', label = '', gap = '', old = ''] = FIELD_LINE.exec(line.text) ?? [];
  const at = line.start + lead.length + label.length;
  return { start: at, end: at + gap.length + old.length, insert: ` ${value}` };
}

/** The release's heading (or the note's first) and the lines below it, up to the next heading. */
function ownLines(lines: readonly Line[], { releases }: NoteFacts, index: number): readonly Line[] {
  const named = (releases[index]?.line ?? 0) - 1;
  const named0 = lines[named];
  const first = named0 && !isProperty(lines, named0) ? named : lines.findIndex(({ text }) => HEADING.test(text));
  if (first < 0) return [];
  const next = lines.findIndex(({ text }, at) => at > first && HEADING.test(text));
  return lines.slice(first, next < 0 ? undefined : next);
}

function isProperty(lines: readonly Line[], line: Line): boolean {
  if (lines[0]?.text.replace(/^\ufeff/, '').trimEnd() !== '---') return false;
  const end = lines.findIndex(({ text }, at) => at > 0 && text.trimEnd() === '---');
  return end > 0 && line.start < (lines[end]?.start ?? 0);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n', start);
    const stop = next < 0 ? text.length : next;
    const end = text[stop - 1] === '\r' && stop > start ? stop - 1 : stop;
    lines.push({ start, end, text: text.slice(start, end) });
    start = stop + 1;
  }
  return lines;
}
