import { addDays } from '../../domain/calendar-date';
import { mapInSlices } from '../../domain/in-slices';
import { lazily } from '../../domain/lazily';
import { isAboutAnother } from '../../domain/release-identity';
import type { Block, TableBlock } from '../blocks/block';
import { firstDate } from '../dates/find-dates';
import { plainText } from '../inline';
import type { SectionKind } from '../vocabulary';
import { asksForChanges, isHistory } from './changes-heading';
import { type FieldLine, fieldsOfLine, MOVED_LABEL } from './field-line';
import type { FrontMatter } from './front-matter';
import { sameRelease, settleReleases } from './note-releases';
import type { OpenHeading, Outline, Walk } from './outline-walk';
import { type Reading, spanOf } from './reading';
import { releaseInHeading, releaseOfLink, sureRelease } from './release-heading';

const NAME_LIKE = lazily(() => /^[\p{Lu}\p{N}"“‘'«]/u);

/** Headings whose items are improvements in a retro, and nothing elsewhere. */
const RETRO_ACTIONS = /^(?:what (?:we will|to|we'll) (?:change|improve|do differently)|changes|improve|to improve|change|start|stop|start doing|stop doing|do differently|try next)$/;
const LABEL_LINE = lazily(() => /^(?:\*\*|__)([^*_:]{2,60}|[^*_]{2,60}:[ –—-]{0,3})(?:\*\*|__) ?:? ?[-–—]{0,2}$|^([\p{L}][^:*\n]{1,50}): ?[-–—]?$/u);
const MAX_LABEL = 140;
const BLOCKS_A_STEP = 4;
const ROWS_A_STEP = 16;
/** A release table keeps its history; only rows from this many days before the note on are plans. */
const RECENT_DAYS = 14;

/** First pass: sections, releases and field lines; items are read afterwards, when target dates are known. */
export function* outlineOf(reading: Reading, blocks: readonly Block[], frontMatter: FrontMatter, isRetro: boolean): Generator<void, Outline> {
  const walk: Walk = { isRetro, hasBoxes: false, reading, segments: [{ mention: null, sure: false }], fields: [], places: [], headings: [], label: null, title: null };
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'heading') enterHeading(walk, block);
    else if (block.type === 'table') yield* enterTable(walk, block);
    else enterBlock(walk, block, blocks[index + 1]);
    const kind = walk.label ? walk.label.kind : deepestKind(walk.headings);
    const label = walk.label?.text ?? walk.headings[walk.headings.length - 1]?.text ?? '';
    walk.places.push({ section: walk.headings[walk.headings.length - 1]?.text ?? null, kind, label, segment: walk.segments.length - 1 });
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
  }
  return yield* settleReleases(walk, frontMatter);
}

/** A label inside a section of changes names what changes; only a heading makes such a section go on. */
function changesAbove({ headings }: Walk): SectionKind | null {
  return deepestKind(headings) === 'changes' ? 'changes' : null;
}

/** Below a heading of changes these are talk about them. */
const ABOUT_CHANGES = /^(?:background|context|why|pros|cons|pros and cons|reasons?|notes?|discussion|open questions|questions|summary)$/;

function sectionKind(walk: Walk, text: string): SectionKind | null {
  const known = walk.reading.lookup.section(text);
  if (known === 'changes' && isHistory(text)) return null;
  return asksForChanges(text) ? 'changes' : (known ?? retroKind(walk, text));
}

function retroKind(walk: Walk, text: string): SectionKind | null {
  return walk.isRetro && RETRO_ACTIONS.test(text.toLowerCase().replace(/[^a-z' ]+/g, ' ').trim()) ? 'actions' : null;
}

function deepestKind(headings: readonly OpenHeading[]): SectionKind | null {
  for (let i = headings.length - 1; i >= 0; i--) {
    const heading = headings[i];
    if (heading?.kind) return heading.kind;
    if (heading?.ends) return null;
  }
  return null;
}

function enterHeading(walk: Walk, block: Extract<Block, { type: 'heading' }>): void {
  const text = plainText(block.text);
  if (!block.topLevel) {
    walk.label = { text, kind: sectionKind(walk, text) };
    return;
  }
  walk.label = null;
  while (walk.headings.length > 0 && (walk.headings[walk.headings.length - 1]?.level ?? 0) >= block.level) walk.headings.pop();
  const named = releaseInHeading(text, walk.reading.dates, walk.reading.lookup);
  if (walk.title === null && block.level === 1) walk.title = text;
  const kind = named?.sure ? null : sectionKind(walk, text);
  const talks = deepestKind(walk.headings) === 'changes' && ABOUT_CHANGES.test(text.toLowerCase().replace(/[^a-z ]+/g, '').trim());
  // A note that is called so is about something else: its sections say what they are.
  walk.headings.push({ level: block.level, text, kind: kind === 'changes' && block.level === 1 ? null : kind, ends: talks });
  if (named) walk.segments.push({ mention: { ...named.identity, ...spanOf(block.line, block.endLine, text), source: 'heading' }, sure: named.sure });
  addFields(walk, text, block.line);
}

function* enterTable(walk: Walk, block: TableBlock): Generator<void> {
  yield* tableFields(walk, block, walk.label ? walk.label.kind : deepestKind(walk.headings));
}

function enterBlock(walk: Walk, block: Exclude<Block, { type: 'heading' | 'table' }>, next: Block | undefined): void {
  const kind = walk.label ? walk.label.kind : deepestKind(walk.headings);
  if (block.type === 'item') {
    if (block.mark !== null) walk.hasBoxes = true;
    if (block.mark === null && (kind === null || kind === 'checklist' || kind === 'decisions')) for (const [offset, line] of block.text.split('\n').entries()) addFields(walk, line, block.line + offset);
    return;
  }
  if (block.inItem) return;
  const lines = block.text.split('\n');
  for (const [offset, line] of lines.entries()) {
    const label = line.length > MAX_LABEL ? null : LABEL_LINE().exec(line.replace(/^\[![\w-]+\][-+]?\s*/, '').trim());
    const text = (label?.[1] ?? label?.[2] ?? '').replace(/[:\s]+$/, '');
    const introduces = offset === lines.length - 1 && (next?.type === 'item' || next?.type === 'table');
    const found = text === '' ? null : sectionKind(walk, text);
    const release = label?.[1] !== undefined && found === null ? releaseInHeading(plainText(text), walk.reading.dates, walk.reading.lookup) : null;
    if (release) walk.segments.push({ mention: { ...release.identity, ...spanOf(block.line + offset, block.line + offset, text), source: 'field' }, sure: release.sure });
    if (text !== '' && (label?.[1] !== undefined || found || introduces)) walk.label = { text, kind: found ?? changesAbove(walk) };
    else if (/^\[![\w-]+\]/.test(line)) {
      const callout = line.replace(/^\[![\w-]+\][-+]?\s*/, '');
      walk.label = { text: callout, kind: sectionKind(walk, callout) ?? changesAbove(walk) };
      addFields(walk, callout, block.line + offset);
    } else if (kind === null || kind === 'decisions' || kind === 'checklist') addFields(walk, line, block.line + offset);
  }
}

function addFields(walk: Walk, line: string, at: number): void {
  for (const field of fieldsOfLine(line, walk.reading.lookup)) {
    const current = walk.segments[walk.segments.length - 1]?.mention ?? null;
    if (field.label !== MOVED_LABEL || !isAboutAnother(line, current)) addField(walk, field, line, at);
  }
}

function addField(walk: Walk, field: FieldLine, text: string, line: number): void {
  if (field.field !== 'release') {
    walk.fields.push({ ...field, line, text: plainText(text), segment: walk.segments.length - 1 });
    return;
  }
  const link = /^\s*!?\[\[([^\]]+)\]\]\s*$/.exec(field.value)?.[1];
  const value = link ? releaseOfLink(link) : plainText(field.value);
  const asDate = firstDate(value, walk.reading.dates);
  if (asDate && asDate.phrase.length >= value.trim().length - 6) {
    walk.fields.push({ ...field, field: 'target', line, text: plainText(text), segment: walk.segments.length - 1 });
    return;
  }
  const named = sureRelease(value, walk.reading.lookup, walk.reading.dates);
  if (!named) return;
  const current = walk.segments[walk.segments.length - 1];
  if (current?.mention && current.sure && sameRelease(current.mention, named.identity)) return;
  // "Release: notes are sorted" is prose; a name alone must look like one, and counts only with facts beside it.
  const looksNamed = link !== undefined || NAME_LIKE().test(value);
  if (named.identity.version === null && !looksNamed) return;
  walk.segments.push({ mention: { ...named.identity, ...spanOf(line, line, plainText(text)), source: 'field' }, sure: link !== undefined || (named.identity.version !== null && !/^\s*\d+\s*$/.test(value)) });
}

/** Rows whose first cell is a label state fields; so does a milestone row of the note's own version. */
function* tableFields(walk: Walk, table: TableBlock, kind: SectionKind | null): Generator<void> {
  if (kind !== null && kind !== 'checklist' && kind !== 'decisions') return;
  if (yield* releaseRows(walk, table)) return;
  const rows = [{ cells: table.header, line: table.line, text: table.header.join(' | ') }, ...table.rows];
  // One row that happens to be called "release" in a table of numbers names none.
  const labels = yield* mapInSlices(rows, (row) => (row.cells.length > 1 ? walk.reading.lookup.field(plainText(row.cells[0] ?? '').replace(/:$/, '')) : null), ROWS_A_STEP);
  const labelled = labels.filter((field) => field !== null).length;
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const label = plainText(row.cells[0] ?? '').replace(/:$/, '');
    const field = walk.reading.lookup.field(label) ?? (shipsOwnVersion(label, walk) ? 'target' : null);
    const others = row.cells.slice(1).filter((cell) => cell.trim() !== '');
    if (field === 'release' && labelled < 2) continue;
    if (!field || others.length === 0 || (row.line === table.line && others.length > 1)) continue;
    const renewed = row.cells[table.header.findIndex((cell) => /^(?:new|revised|current|now|updated)\b/i.test(plainText(cell)))];
    const dated = field === 'target' || field === 'goNoGo' ? [renewed ?? '', ...others].find((cell) => firstDate(plainText(cell), walk.reading.dates)) : undefined;
    addField(walk, { field, label, value: dated ?? others[0] ?? '' }, row.text, row.line);
  }
}

/** A table with one release a row: those whose target is not long past become releases of their own. */
function* releaseRows(walk: Walk, table: TableBlock): Generator<void, boolean> {
  const columns = table.header.map((cell) => walk.reading.lookup.field(plainText(cell)));
  const nameColumn = columns.findIndex((column) => column === 'release' || column === 'version');
  const targetColumn = columns.includes('target') ? columns.indexOf('target') : columns.indexOf('date');
  if (nameColumn < 0 || targetColumn < 0 || table.header.length < 2) return false;
  const resumes = walk.segments.length - 1;
  const earliest = addDays(walk.reading.dates.reference, -RECENT_DAYS);
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const named = sureRelease(plainText(row.cells[nameColumn] ?? ''), walk.reading.lookup, walk.reading.dates);
    const target = firstDate(plainText(row.cells[targetColumn] ?? ''), walk.reading.dates);
    if (!named || !target || target.date < earliest) continue;
    walk.segments.push({ mention: { ...named.identity, ...spanOf(row.line, row.line, row.text), source: 'field' }, sure: true });
    for (const [column, cell] of row.cells.entries()) {
      const field = column === targetColumn ? 'target' : columns[column];
      if (field && field !== 'release' && field !== 'version' && cell.trim() !== '') walk.fields.push({ field, label: field, value: cell, line: row.line, text: plainText(row.text), segment: walk.segments.length - 1 });
    }
  }
  if (walk.segments.length - 1 > resumes) walk.segments.push({ mention: null, sure: false, resumes });
  return true;
}

/** "v1.8.0 released" in the timeline of a note about v1.8. */
function shipsOwnVersion(label: string, walk: Walk): boolean {
  const version = /^v?(\d+(?:\.\d+)+)\s+(?:released?|release|ga|launch(?:ed)?|ships)$/i.exec(label)?.[1];
  const own = walk.segments[walk.segments.length - 1]?.mention?.version;
  return version !== undefined && own !== null && own !== undefined && (version === own || version === `${own}.0`);
}

