import type { NoteFacts, ScalarValues } from '../domain/note-facts';
import { isPlaceholder, type ReleaseIdentity } from '../domain/release-identity';
import { frontMatterOf } from '../markdown/blocks/front-matter-source';
import { boundsOfLines, type Bounds } from '../markdown/item-lines';
import { propertyEdit } from '../markdown/property-edit';
import type { ReaderOptions } from '../markdown/readers/reading';
import { applyEdits, lineEndOf, type TextEdit } from '../markdown/text-edit';
import { labelLookup } from '../markdown/vocabulary';
import type { NewNote, PlannedEdit } from './note-writer';
import { factsOf, MAX_TEXT, mentionsOf, stated } from './stated-facts';

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

const FIELD_LINE =
  /^([ \t>]*(?:[-*+][ \t]+)?)((?:\*\*|__)?[^\s:*_>][^:*_]{0,59}(?:\*\*|__)?:(?:\*\*|__)?)([ \t]*)(.*)$/;
const HEADING = /^#{1,6}\s/;

interface Line extends Bounds {
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
  if (said && said.start < endOfProperties(text))
    return propertyFor(text, said.text.slice(0, said.text.indexOf(':')).trim(), wanted);
  if (said) return fieldOf(said) === wanted.field ? replaced(said, wanted.value) : null;
  const place = ownLines(lines, endOfProperties(text), facts, own);
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

/**
 * The edit that sets a property; refused where it cannot be set alone. A link or a list is written as YAML of its
 * own.
 */
export function propertyChange(
  text: string,
  key: string,
  value: string,
  yaml: string = yamlOf(value),
): PlannedEdit<FieldProblem> {
  const set = propertyEdit(text, key, value, yaml);
  return 'edits' in set ? set : { problem: 'refused' };
}

function propertyFor(text: string, key: string, { value }: FieldWanted): readonly TextEdit[] | null {
  const change = key === '' ? null : propertyChange(text, key, value);
  return change && 'edits' in change ? change.edits : null;
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
function ownLines(
  lines: readonly Line[],
  from: number,
  { releases }: NoteFacts,
  own: ReadonlySet<number>,
): readonly Line[] {
  const named = [...own]
    .map((index) => (releases[index]?.line ?? 0) - 1)
    .find((at) => (lines[at]?.start ?? -1) >= from);
  const first = named ?? lines.findIndex(({ text }) => HEADING.test(text));
  if (first < 0) return [];
  const next = lines.findIndex(({ text }, at) => at > first && HEADING.test(text));
  return lines.slice(first, next < 0 ? undefined : next);
}

/** The lines of a text, each without what ends it. */
function linesOf(text: string): Line[] {
  const { count, bounds } = boundsOfLines(text);
  return Array.from({ length: count }, (_, at) => {
    const { start, end } = bounds(at);
    return { start, end, text: text.slice(start, end) };
  });
}

/** Where the properties of a text end; 0 without any. */
function endOfProperties(text: string): number {
  return frontMatterOf(text)?.end ?? 0;
}
