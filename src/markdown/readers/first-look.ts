import { lazily } from '../../domain/lazily';
import type { Block, ItemBlock, TableBlock } from '../blocks/block';
import type { DateContext } from '../dates/date-context';
import { plainText } from '../inline';
import { namesRelease } from '../section-scope';
import type { FieldName, LabelLookup } from '../vocabulary';
import { asksForChanges } from './changes-heading';
import { type FieldLine, fieldsOfLine, MAY_BE_DATED } from './field-line';
import { drawnHeading } from './drawn-heading';
import type { FrontMatter } from './front-matter';
import { VERDICT } from './heading-kinds';
import { BLOCKER, CALLOUT, LABEL_LINE, MARKED, MAX_LABEL } from './line-marks';
import { registerEntry } from './register-entry';
import { releaseInHeading } from './release-heading';
import { maySayShipped, shippedIn } from './out-words';
import { decisionTold, mayTellDecision } from './scalars';
import { mayBeFollowed } from './table-kinds';

/** What the first look knows of the note beside its blocks. */
interface LookAt {
  readonly lookup: LabelLookup;
  readonly dates: DateContext;
  readonly isRecord: boolean;
  /** It has wikilinks, by which what it says may belong to the release of another note. */
  readonly isLinked: boolean;
}

/** What was seen so far that says something only together with something else. */
interface Seen {
  /** A heading with a word for a release. */
  release: boolean;
  /** A heading with a version. */
  version: boolean;
  versionField: boolean;
  decision: boolean;
  /** An owner or a tier, of whatever. */
  owner: boolean;
  /** A line that gives a date beside a version or a word for a release. */
  dated: boolean;
}

const BLOCKS_A_STEP = 16;
/** Fields that are a fact, or make a release, by themselves. */
const SPEAKING: ReadonlySet<FieldName> = new Set<FieldName>(['target', 'goNoGo', 'release', 'override']);
const RELEASE_WORD = lazily(
  () =>
    /release|launch|go-?\s?live|go\s?\/\s?no|retro|post-?mortem|kick-?off|roll-?out|version|lan[zç]amento|lanzamiento|lancement|sortie|mise en production|publica|релиз|выпуск|发布|上线|リリース/iu,
);
const VERSION = /[\d０-９]\.[\d０-９]|\bv\.?\s?\d|^\d{1,3}\s*(?:$|[("“«–—:-])/i;
const DATED = /\d/;
const LONGEST_LIST_LABEL = 60;
const FIRST_ROWS = 200;
const LONGEST_DATED = 400;

/**
 * True where a first look finds nothing that a note could state: no box, no section or label with a meaning, no field and
 * no name of a release that could become one, no marked line. It is cautious (what may state something is read in full)
 * and costs a part of that; most notes of a vault are such.
 */
export function* statesNothing(
  blocks: readonly Block[],
  frontMatter: FrontMatter,
  at: LookAt,
): Generator<void, boolean> {
  if (
    frontMatter.problem !== null ||
    frontMatter.properties.some(({ key, values }) => tellsOfRelease(key, values, at.lookup))
  )
    return false;
  // A box is found at once, wherever it stands.
  if (blocks.some((block) => block.type === 'item' && block.mark !== null)) return false;
  const seen: Seen = {
    release: false,
    version: false,
    versionField: false,
    decision: false,
    owner: false,
    dated: false,
  };
  for (let index = 0; index < blocks.length; index++) {
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    const block = blocks[index];
    if (
      block?.type === 'table'
        ? yield* tableStates(block, at, seen)
        : block && mayState(block, blocks[index + 1], at, seen)
    )
      return false;
  }
  return (
    !(seen.decision && (seen.versionField || seen.release || seen.version)) &&
    !((seen.version || seen.versionField || seen.owner || at.isLinked) && seen.dated)
  );
}

function tellsOfRelease(key: string, values: readonly string[], lookup: LabelLookup): boolean {
  if (/^(?:alias|aliases|release)$/i.test(key)) return true;
  if (/^(?:type|kind|class)$/i.test(key)) return /^(?:release|request)/i.test(values[0] ?? '');
  return SPEAKING.has(lookup.field(key) ?? 'date');
}

function mayState(block: Exclude<Block, TableBlock>, next: Block | undefined, at: LookAt, seen: Seen): boolean {
  const drawn = drawnHeading(block);
  if (drawn) return headingStates(plainText(drawn.text), at, seen);
  if (block.type === 'heading')
    return headingStates(plainText(block.text), at, seen) || registerEntry(plainText(block.text), null, next) !== null;
  if (block.type === 'item') return itemStates(block, next, at, seen);
  return (
    !block.inItem &&
    block.text
      .split('\n')
      .some((line, index, lines) =>
        lineStates(line, index === lines.length - 1 && (next?.type === 'item' || next?.type === 'table'), at, seen),
      )
  );
}

function headingStates(text: string, at: LookAt, seen: Seen): boolean {
  seen.decision ||= VERDICT().test(text);
  return mayNameRelease(text, at, seen) || isSection(text, at.lookup) || fieldsState(text, at, seen);
}

/** A name that leaves no doubt; one that only may be one counts with facts beside it. */
function mayNameRelease(text: string, { dates, lookup }: LookAt, seen: Seen): boolean {
  const [word, version] = [RELEASE_WORD().test(text), VERSION.test(text)];
  seen.release ||= word;
  seen.version ||= version;
  return (
    (word || version) &&
    (releaseInHeading(text, dates, lookup, true)?.sure === true || releaseInHeading(text, dates, lookup)?.sure === true)
  );
}

function isSection(text: string, lookup: LabelLookup): boolean {
  return lookup.section(text) !== null || asksForChanges(text);
}

function fieldsState(line: string, at: LookAt, seen: Seen): boolean {
  return fieldsOfLine(line, at.lookup).some((field) => fieldStates(field, at, seen));
}

function fieldStates({ field, label }: Pick<FieldLine, 'field' | 'label'>, at: LookAt, seen: Seen): boolean {
  seen.versionField ||= field === 'version';
  seen.decision ||= field === 'decision';
  seen.owner ||= field === 'owner' || field === 'tier';
  return (
    SPEAKING.has(field) ||
    (field === 'owner' && namesRelease(label)) ||
    (at.isLinked && field !== 'date' && field !== 'name' && field !== 'version')
  );
}

function* tableStates({ header, rows }: TableBlock, at: LookAt, seen: Seen): Generator<void, boolean> {
  seen.dated ||= header.length <= 4 && rows.slice(0, FIRST_ROWS).some(({ text }) => DATED.test(text));
  const fields = header.map((cell) => at.lookup.field(plainText(cell)));
  // One release a row.
  if (
    fields.some((field) => field === 'version' || field === 'release') &&
    fields.some((field) => field === 'date' || field === 'target')
  )
    return true;
  if (mayBeFollowed(header) || header.some((cell) => cellStates(cell, at, seen))) return true;
  for (const [index, { cells }] of rows.entries()) {
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    if (cellStates(cells[0] ?? '', at, seen)) return true;
  }
  return false;
}

function cellStates(cell: string, at: LookAt, seen: Seen): boolean {
  if (cell.length > LONGEST_LIST_LABEL) return false;
  const label = plainText(cell).replace(/:$/, '');
  const field = at.lookup.field(label);
  return field !== null && fieldStates({ field, label }, at, seen);
}

function itemStates(block: ItemBlock, next: Block | undefined, at: LookAt, seen: Seen): boolean {
  if (BLOCKER.test(block.text) || (at.isRecord && MARKED.test(block.text))) return true;
  const leads = next?.type === 'item' && next.depth > block.depth;
  if (
    leads &&
    block.text.length <= LONGEST_LIST_LABEL &&
    isSection(plainText(block.text).replace(/[:\s]+$/, ''), at.lookup)
  )
    return true;
  return block.text.split('\n').some((line) => fieldsState(line, at, seen) || tells(line, at, seen));
}

function lineStates(line: string, introduces: boolean, at: LookAt, seen: Seen): boolean {
  if (at.isRecord && MARKED.test(line)) return true;
  const bare = line.replace(CALLOUT, '').trim();
  const label = line.length > MAX_LABEL ? null : LABEL_LINE().exec(bare);
  const text = (label?.[1] ?? label?.[2] ?? '').replace(/[:\s]+$/, '');
  if (label?.[1] !== undefined && mayNameRelease(plainText(text), at, seen)) return true;
  if (
    (text !== '' || introduces || bare !== line) &&
    bare.length <= MAX_LABEL &&
    isSection(text === '' ? bare : text, at.lookup)
  )
    return true;
  return fieldsState(bare, at, seen) || tells(line, at, seen);
}

/** Sentences that say that it shipped or what was decided count where the note's links give it a release. */
function tells(line: string, { isLinked, dates }: LookAt, seen: Seen): boolean {
  seen.dated ||= line.length <= LONGEST_DATED && MAY_BE_DATED.test(line);
  return (
    isLinked &&
    ((maySayShipped(line) && shippedIn(line, dates, null) !== null) ||
      (mayTellDecision(line) && decisionTold(line, false, null) !== null))
  );
}
