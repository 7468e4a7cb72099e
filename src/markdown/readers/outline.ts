import { nameKey, type ReleaseIdentity, versionKey } from '../../domain/release-identity';
import type { ReleaseMention } from '../../domain/note-facts';
import type { Block, TableBlock } from '../blocks/block';
import { firstDate } from '../dates/find-dates';
import { linkTarget, plainText } from '../inline';
import type { SectionKind } from '../vocabulary';
import { type FieldLine, fieldsOfLine } from './field-line';
import { type FrontMatter, property } from './front-matter';
import type { BlockPlace, Reading } from './reading';
import { spanOf } from './reading';
import { releaseInHeading, releaseInTitle, sureRelease } from './release-heading';

/** A field line with the block and line it stands on, and the segment it belongs to. */
interface PlacedField extends FieldLine {
  readonly line: number;
  readonly text: string;
  readonly segment: number;
}

/** A stretch of the note after a heading or label that names a release, or may name one. */
interface Segment {
  readonly mention: ReleaseMention | null;
  readonly sure: boolean;
}

/** The note's skeleton: where every block stands, which releases the note speaks of, and its field lines. */
export interface Outline {
  readonly places: readonly BlockPlace[];
  readonly fields: readonly (FieldLine & { readonly line: number; readonly text: string; readonly release: number })[];
  readonly releases: readonly ReleaseMention[];
  readonly title: string | null;
}

interface OpenHeading {
  readonly level: number;
  readonly text: string;
  readonly kind: SectionKind | null;
}

interface Walk {
  readonly reading: Reading;
  readonly segments: Segment[];
  readonly fields: PlacedField[];
  readonly places: (Omit<BlockPlace, 'release'> & { readonly segment: number })[];
  readonly headings: OpenHeading[];
  label: { readonly text: string; readonly kind: SectionKind | null } | null;
  title: string | null;
}

const LABEL_LINE = /^(?:\*\*|__)([^*_]{2,60}?)\s*(?:\*\*|__)\s*:?\s*[-–—]*\s*$|^([\p{L}][^:*\n]{1,50}):\s*[-–—]?\s*$/u;
const BLOCKS_A_STEP = 1000;

/** First pass: sections, releases and field lines; items are read afterwards, when target dates are known. */
export function* outlineOf(reading: Reading, blocks: readonly Block[], frontMatter: FrontMatter): Generator<void, Outline> {
  const walk: Walk = { reading, segments: [{ mention: null, sure: false }], fields: [], places: [], headings: [], label: null, title: null };
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'heading') enterHeading(walk, block);
    else enterBlock(walk, block, blocks[index + 1]);
    const kind = walk.label ? walk.label.kind : deepestKind(walk.headings);
    const label = walk.label?.text ?? walk.headings[walk.headings.length - 1]?.text ?? '';
    walk.places.push({ section: walk.headings[walk.headings.length - 1]?.text ?? null, kind, label, segment: walk.segments.length - 1 });
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
  }
  return settle(walk, frontMatter);
}

function deepestKind(headings: readonly OpenHeading[]): SectionKind | null {
  for (let i = headings.length - 1; i >= 0; i--) {
    const kind = headings[i]?.kind;
    if (kind) return kind;
  }
  return null;
}

function enterHeading(walk: Walk, block: Extract<Block, { type: 'heading' }>): void {
  const text = plainText(block.text);
  if (!block.topLevel) {
    walk.label = { text, kind: walk.reading.lookup.section(text) };
    return;
  }
  walk.label = null;
  while (walk.headings.length > 0 && (walk.headings[walk.headings.length - 1]?.level ?? 0) >= block.level) walk.headings.pop();
  const named = releaseInHeading(text, walk.reading.dates, walk.reading.lookup);
  if (walk.title === null && block.level === 1) walk.title = text;
  walk.headings.push({ level: block.level, text, kind: named?.sure ? null : walk.reading.lookup.section(text) });
  if (named) walk.segments.push({ mention: { ...named.identity, ...spanOf(block.line, block.endLine, text), source: 'heading' }, sure: named.sure });
  addFields(walk, text, block.line);
}

function enterBlock(walk: Walk, block: Exclude<Block, { type: 'heading' }>, next: Block | undefined): void {
  const kind = walk.label ? walk.label.kind : deepestKind(walk.headings);
  if (block.type === 'table') {
    tableFields(walk, block, kind);
    return;
  }
  if (block.type === 'item') {
    if (block.mark === null && (kind === null || kind === 'checklist' || kind === 'decisions')) for (const [offset, line] of block.text.split('\n').entries()) addFields(walk, line, block.line + offset);
    return;
  }
  if (block.inItem) return;
  const lines = block.text.split('\n');
  for (const [offset, line] of lines.entries()) {
    const label = LABEL_LINE.exec(line.replace(/^\[![\w-]+\][-+]?\s*/, '').trim());
    const text = (label?.[1] ?? label?.[2] ?? '').replace(/[:\s]+$/, '');
    const introduces = offset === lines.length - 1 && (next?.type === 'item' || next?.type === 'table');
    const found = text === '' ? null : walk.reading.lookup.section(text);
    if (text !== '' && (label?.[1] !== undefined || found || introduces)) walk.label = { text, kind: found };
    else if (/^\[![\w-]+\]/.test(line)) walk.label = { text: line, kind: walk.reading.lookup.section(line.replace(/^\[![\w-]+\][-+]?\s*/, '')) };
    else if (kind === null || kind === 'decisions' || kind === 'checklist') addFields(walk, line, block.line + offset);
  }
}

function addFields(walk: Walk, line: string, at: number): void {
  for (const field of fieldsOfLine(line, walk.reading.lookup)) addField(walk, field, line, at);
}

function addField(walk: Walk, field: FieldLine, text: string, line: number): void {
  if (field.field !== 'release') {
    walk.fields.push({ ...field, line, text: plainText(text), segment: walk.segments.length - 1 });
    return;
  }
  const link = /^\s*!?\[\[([^\]]+)\]\]\s*$/.exec(field.value)?.[1];
  const value = link ? (linkTarget(link).replace(/\/(?:plan|checklist|retro)$/i, '').split('/').pop() ?? '') : plainText(field.value);
  const asDate = firstDate(value, walk.reading.dates);
  if (asDate && asDate.phrase.length >= value.trim().length - 6) {
    walk.fields.push({ ...field, field: 'target', line, text: plainText(text), segment: walk.segments.length - 1 });
    return;
  }
  const named = sureRelease(value, walk.reading.lookup);
  if (!named) return;
  const current = walk.segments[walk.segments.length - 1];
  if (current?.mention && current.sure && sameRelease(current.mention, named.identity)) return;
  walk.segments.push({ mention: { ...named.identity, ...spanOf(line, line, plainText(text)), source: 'field' }, sure: true });
}

/** Rows whose first cell is a label state fields; so does a milestone row of the note's own version. */
function tableFields(walk: Walk, table: TableBlock, kind: SectionKind | null): void {
  if (kind !== null && kind !== 'checklist' && kind !== 'decisions') return;
  for (const row of [{ cells: table.header, line: table.line, text: table.header.join(' | ') }, ...table.rows]) {
    const label = plainText(row.cells[0] ?? '').replace(/:$/, '');
    const field = walk.reading.lookup.field(label) ?? (shipsOwnVersion(label, walk) ? 'target' : null);
    const others = row.cells.slice(1).filter((cell) => cell.trim() !== '');
    if (!field || others.length === 0 || (row.line === table.line && others.length > 1)) continue;
    const dated = field === 'target' || field === 'goNoGo' ? others.find((cell) => firstDate(plainText(cell), walk.reading.dates)) : undefined;
    addField(walk, { field, label, value: dated ?? others[0] ?? '' }, row.text, row.line);
  }
}

/** "v1.8.0 released" in the timeline of a note about v1.8. */
function shipsOwnVersion(label: string, walk: Walk): boolean {
  const version = /^v?(\d+(?:\.\d+)+)\s+(?:released?|release|ga|launch(?:ed)?|ships)$/i.exec(label)?.[1];
  const own = walk.segments[walk.segments.length - 1]?.mention?.version;
  return version !== undefined && own !== null && own !== undefined && (version === own || version === `${own}.0`);
}

function sameRelease(a: ReleaseIdentity, b: ReleaseIdentity): boolean {
  if (a.version !== null && b.version !== null) return versionKey(a.version) === versionKey(b.version);
  if (a.name !== null && b.name !== null) return nameKey(a.name) === nameKey(b.name);
  return false;
}

const FACT_FIELDS = new Set(['target', 'goNoGo', 'owner']);

/** Decides which segments are releases, and gives every place and field its release. */
function settle(walk: Walk, frontMatter: FrontMatter): Outline {
  const releases: ReleaseMention[] = [];
  const own = frontMatterRelease(frontMatter, walk.title, walk.reading);
  if (own) releases.push(own);
  const anySure = own !== null || walk.segments.some((segment) => segment.sure);
  const ofSegment: number[] = [];
  let current = own ? 0 : -1;
  for (const [index, { mention, sure }] of walk.segments.entries()) {
    if (mention && (sure || hasFacts(walk, index, anySure))) current = joinMention(releases, mention);
    ofSegment.push(current);
  }
  if (releases.length === 0) {
    const titled = titleRelease(walk);
    if (titled) releases.push(titled);
  }
  const only = releases.length === 1 ? 0 : null;
  const of = (segment: number): number => only ?? ofSegment[segment] ?? -1;
  return {
    releases,
    title: walk.title,
    places: walk.places.map(({ segment, ...place }) => ({ ...place, release: of(segment) })),
    fields: walk.fields.map(({ segment, ...field }) => ({ ...field, release: of(segment) })),
  };
}

/** An unsure heading is a release when facts stand under it: a target or go/no-go, or an owner where no other release is sure. */
function hasFacts(walk: Walk, segment: number, anySure: boolean): boolean {
  return walk.fields.some((field) => field.segment === segment && FACT_FIELDS.has(field.field) && (field.field !== 'owner' || !anySure) && (field.field === 'owner' || firstDate(plainText(field.value), walk.reading.dates) !== null));
}

function joinMention(releases: ReleaseMention[], mention: ReleaseMention): number {
  const known = releases.findIndex((release) => sameRelease(release, mention));
  if (known < 0) return releases.push(mention) - 1;
  const existing = releases[known];
  if (existing) releases[known] = { ...existing, version: existing.version ?? mention.version, name: existing.name ?? mention.name };
  return known;
}

function frontMatterRelease(frontMatter: FrontMatter, title: string | null, reading: Reading): ReleaseMention | null {
  const stated = property(frontMatter, 'release');
  const typed = property(frontMatter, 'type', 'kind', 'class')?.values.some((value) => /^release\b/i.test(value)) ?? false;
  const named = property(frontMatter, 'release name', 'name', 'title', 'codename');
  const version = property(frontMatter, 'version', 'release version');
  const dated = frontMatter.properties.some((entry) => ['target', 'goNoGo'].includes(reading.lookup.field(entry.key) ?? '') && entry.values.some((value) => firstDate(value, reading.dates)));
  const asDate = stated ? firstDate(stated.values[0] ?? '', reading.dates) : null;
  const linked = (stated?.values[0] ?? '').replace(/^!?\[\[([^\]]+)\]\]$/, (_, inner: string) => linkTarget(inner).replace(/\/(?:plan|checklist|retro)$/i, '').split('/').pop() ?? '');
  const own = stated && !asDate ? sureRelease(linked, reading.lookup)?.identity : null;
  const fallback = typed || dated ? sureRelease(named?.values[0] ?? (typed ? (title ?? '') : ''), reading.lookup)?.identity : null;
  const identity = own ?? fallback ?? null;
  const stableVersion = version?.values[0] && (own || typed || dated) ? (sureRelease(/^\d/.test(version.values[0]) ? `v${version.values[0]}` : version.values[0], reading.lookup)?.identity.version ?? null) : null;
  if (!identity && stableVersion === null) return null;
  const at = stated ?? named ?? version;
  return { version: identity?.version ?? stableVersion, name: identity?.name ?? null, ...spanOf(at?.line ?? 0, at?.line ?? 0, at ? `${at.key}: ${at.values.join(', ')}` : ''), source: 'front-matter' };
}

/** A note with a target or go/no-go date but no named release is about the release in its title. */
function titleRelease(walk: Walk): ReleaseMention | null {
  const dated = walk.fields.some((field) => (field.field === 'target' || field.field === 'goNoGo') && firstDate(plainText(field.value), walk.reading.dates) !== null);
  if (!dated || walk.title === null) return null;
  const version = walk.fields.find((field) => field.field === 'version');
  const name = walk.fields.find((field) => field.field === 'name');
  const identity = sureRelease([name?.value, version ? `v${plainText(version.value).replace(/^v/i, '')}` : null].filter(Boolean).join(' '), walk.reading.lookup)?.identity ?? releaseInTitle(walk.title, walk.reading.dates);
  return identity ? { ...identity, ...spanOf(0, 0, walk.title), source: 'title' } : null;
}
