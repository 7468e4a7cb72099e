import { ended } from '../domain/in-slices';
import type { NoteFacts, ScalarFact, ScalarValues } from '../domain/note-facts';
import {
  type IdentityKeys,
  identityKeys,
  isPlaceholder,
  parseReleaseIdentity,
  type ReleaseIdentity,
} from '../domain/release-identity';
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
  const own = mentionsOf(before, release);
  if (own === null) return refused;
  const edits = editsFor(text, before, own, wanted, options);
  if (edits === null) return refused;
  const after = factsOf(path, applyEdits(text, edits), options);
  return isStated(after, own, wanted) && rest(before, wanted) === rest(after, wanted) ? { edits } : refused;
}

/** True when a note that is to be made states this field of the release, and no other fact of any. */
export function statesField(
  { path, text }: NewNote,
  release: ReleaseIdentity,
  wanted: FieldWanted,
  options: ReaderOptions,
): boolean {
  const facts = factsOf(path, text, options);
  const own = mentionsOf(facts, release);
  const isOnly = facts.scalars.every(
    ({ field }) => field === wanted.field || (wanted.field === 'phase' && field === 'shipped'),
  );
  return own !== null && own.size > 0 && isOnly && isStated(facts, own, wanted);
}

function isStated(facts: NoteFacts, own: ReadonlySet<number>, wanted: FieldWanted): boolean {
  const value = stated(facts, own, wanted.field).pop()?.value;
  return value !== undefined && wanted.isMeant(value as never);
}

/** A note's facts as they would be read. */
export function factsOf(path: string, text: string, options: ReaderOptions): NoteFacts {
  return ended(readNoteInSteps(path, text, options));
}

/**
 * Which of a note's releases are meant: those named so, or by one of the names that the note's `aliases` say mean the
 * same. None where its place names it; null where the note speaks of others.
 */
export function mentionsOf({ releases, aliases }: NoteFacts, release: ReleaseIdentity): ReadonlySet<number> | null {
  if (releases.length === 0) return new Set();
  const names = [release, ...aliases.flatMap((alias) => parseReleaseIdentity(alias) ?? [])].map(identityKeys);
  const own = names[0] ?? { version: null, name: null };
  const isSame = (a: IdentityKeys, b: IdentityKeys): boolean =>
    (a.version ?? b.version) === b.version && (a.name ?? b.name) === b.name;
  const keys = releases.map(identityKeys);
  // The aliases are those of this release only where the note names it, by one name or the other.
  if (!keys.some((mention) => isSame(mention, own))) return null;
  return new Set(keys.flatMap((mention, index) => (names.some((name) => isSame(mention, name)) ? [index] : [])));
}

function stated({ scalars, releases }: NoteFacts, own: ReadonlySet<number>, field: keyof ScalarValues): ScalarFact[] {
  return scalars.filter((fact) => fact.field === field && (own.has(fact.release) || releases.length < 2));
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
  own: ReadonlySet<number>,
  wanted: FieldWanted,
  { vocabulary }: ReaderOptions,
): readonly TextEdit[] | null {
  const lookup = labelLookup(vocabulary);
  const lines = linesOf(text);
  const fieldOf = (line: Line): string | null => {
    const match = FIELD_LINE.exec(line.text);
    return match ? lookup.field((match[2] ?? '').replace(/[*_:]+/g, '').trim()) : null;
  };
  const says = stated(facts, own, wanted.field);
  const last = says[says.length - 1];
  // Two lines that say it, and nobody knows which is meant.
  if (new Set(says.map(({ line }) => line)).size > 1) return null;
  const said = last ? lines[last.line - 1] : undefined;
  if (last && (!said || last.line !== last.endLine)) return null;
  if (said && isProperty(lines, said))
    return propertyFor(text, said.text.slice(0, said.text.indexOf(':')).trim(), wanted);
  if (said) return fieldOf(said) === wanted.field ? replaced(said, wanted.value) : null;
  const place = ownLines(lines, facts, own);
  const labelled = place.filter((line) => fieldOf(line) === wanted.field);
  if (labelled.length > 1) return null;
  if (labelled[0]) return replaced(labelled[0], wanted.value);
  const newLine = lineEndOf(text);
  const fields = place.filter((line) => fieldOf(line) !== null);
  const behind = fields[fields.length - 1];
  if (behind) {
    const [, lead = '', label = ''] = FIELD_LINE.exec(behind.text) ?? [];
    const mark = /^(\*\*|__)/.exec(label)?.[1] ?? '';
    const name = mark === '' ? `${wanted.label}:` : `${mark}${wanted.label}:${mark}`;
    const end = endOfOwn(place, behind);
    return end === null ? null : [{ start: end, end, insert: `${newLine}${lead}${name} ${wanted.value}` }];
  }
  const head = place[0];
  // A page that has nothing but properties says it there.
  if (!head) return facts.releases.length > 0 ? propertyFor(text, PROPERTIES[wanted.field] ?? '', wanted) : null;
  return [{ start: head.end, end: head.end, insert: `${newLine}${newLine}- ${wanted.label}: ${wanted.value}` }];
}

/** Names of properties for what a page without a heading states. */
const PROPERTIES: Partial<Record<keyof ScalarValues, string>> = {
  target: 'target',
  goNoGo: 'go/no-go',
  owner: 'owner',
  phase: 'status',
};

function propertyFor(text: string, key: string, { value }: FieldWanted): readonly TextEdit[] | null {
  if (key === '') return null;
  const set = propertyEdit(text, key, value, yamlOf(value));
  return 'edits' in set ? set.edits : null;
}

/** Where a line ends with what belongs to it: lines that are deeper; null where what follows may continue it. */
function endOfOwn(lines: readonly Line[], line: Line): number | null {
  const depth = (text: string): number => /^[ \t>]*/.exec(text)?.[0].length ?? 0;
  const own = depth(line.text);
  const isItem = /^[ \t>]*[-*+][ \t]/.test(line.text);
  let end = line.end;
  for (const next of lines.slice(lines.indexOf(line) + 1)) {
    if (next.text.trim() === '' || next.text.trim() === '>') break;
    if (depth(next.text) > own) end = next.end;
    else if (isItem === /^[ \t>]*[-*+][ \t]/.test(next.text)) break;
    else return null;
  }
  return end;
}

/** A value as YAML: what is more than words, digits and blanks is quoted. */
function yamlOf(value: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9 _./-]*$/.test(value) ? value : JSON.stringify(value);
}

/** Beside such a value stands more than it: another field, a remark, an id, a comment. */
const MORE_THAN_A_VALUE = /[|·;()%<#^`"]|\[[^[\]]+::|::|\[\[[^\]]*\|/;

/** The edit that replaces the value of a line; null where the line says more than that. */
function replaced(line: Line, value: string): readonly TextEdit[] | null {
  const [, lead = '', label = '', gap = '', old = ''] = FIELD_LINE.exec(line.text) ?? [];
  const isOther =
    MORE_THAN_A_VALUE.test(old.replace(/^released \(\d{4}-\d{2}-\d{2}\)$/, '')) &&
    (!isPlaceholder(old) || /<!--|%%|\s\^/.test(old));
  if (isOther || old.startsWith(':')) return null;
  const at = line.start + lead.length + label.length;
  return [{ start: at, end: at + gap.length + old.length, insert: ` ${value}` }];
}

/** The release's heading (or the note's first) and the lines below it, up to the next heading. */
function ownLines(lines: readonly Line[], { releases }: NoteFacts, own: ReadonlySet<number>): readonly Line[] {
  const named = [...own]
    .map((index) => (releases[index]?.line ?? 0) - 1)
    .find((at) => lines[at] !== undefined && !isProperty(lines, lines[at]));
  const first = named ?? lines.findIndex(({ text }) => HEADING.test(text));
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
