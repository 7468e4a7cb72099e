import { mapInSlices } from '../domain/in-slices';
import { emptyFacts, type FollowUpNote, type NoteFacts } from '../domain/note-facts';
import { parseCalendarDate } from '../domain/calendar-date';
import type { Span } from '../domain/evidence';
import type { ImprovementNote } from '../domain/improvement-note';
import type { Block, ItemBlock } from './blocks/block';
import { scanBlocks } from './blocks/scan-blocks';
import type { DateContext } from './dates/date-context';
import { findDates, firstDate, provenOrder } from './dates/find-dates';
import { plainText, wikilinks } from './inline';
import { spotsOf } from './line-spot';
import { isLearning, isNamedRetro, noteKindOf } from './note-kind';
import { readDependency } from './readers/dependency';
import type { ItemMetadata } from './item-metadata';
import { followUpNote } from './readers/follow-up-note';
import { improvementNote } from './readers/improvement-note';
import { type FrontMatter, property, readFrontMatter } from './readers/front-matter';
import { isNoItem } from './readers/no-item';
import { noteDate } from './readers/note-date';
import { outlineOf } from './readers/outline';
import type { Outline } from './readers/outline-walk';
import { partiesOf } from './readers/parties';
import { readProcessChanges } from './readers/process-changes';
import { type BlockPlace, diagnose, type ReaderOptions, type Reading, spanOf } from './readers/reading';
import { readRisk } from './readers/risk';
import { addScalar, decisionTold, mayTell, saysShipped } from './readers/scalars';
import { readTable } from './readers/tables';
import { readWorkItem } from './readers/work-item';
import { labelLookup } from './vocabulary';

const BLOCKS_A_STEP = 4;
const FIELDS_A_STEP = 8;

/** Reads one note: text in, facts out. Never throws; what cannot be understood becomes a diagnostic and the rest is read. */
export function readNote(path: string, text: string, options: ReaderOptions): NoteFacts {
  const steps = readNoteInSteps(path, text, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of about a millisecond, so that a very large note never blocks the screen. */
export function* readNoteInSteps(path: string, text: string, options: ReaderOptions): Generator<void, NoteFacts> {
  try {
    return yield* read(path, text, options);
  } catch (error) {
    const facts = emptyFacts(path, options.fileDate);
    return { ...facts, diagnostics: [{ line: 1, message: `This note could not be read: ${error instanceof Error ? error.message : 'unknown reason'}.` }] };
  }
}

function* read(path: string, text: string, options: ReaderOptions): Generator<void, NoteFacts> {
  const scanned = yield* scanBlocks(text);
  const { blocks } = scanned;
  yield;
  const lookup = labelLookup(options.vocabulary);
  const frontMatter = readFrontMatter(scanned.frontMatter);
  if (isLearning(frontMatter)) return { ...emptyFacts(path, options.fileDate), aliases: property(frontMatter, 'aliases', 'alias')?.values ?? [], links: yield* linksOf(frontMatter, blocks) };
  const proven = provenOrder(text.length > 200_000 ? text.slice(0, 200_000) : text);
  const start: DateContext = { ...options.dates, reference: options.fileDate, weakReference: true, yearAnchor: null, anchor: null, order: proven ?? options.dates.order, orderProven: proven !== null, tense: 'future' };
  yield;
  const own = noteDate(path, frontMatter, blocks, { ...start, yearAnchor: options.fileDate }, lookup);
  const weak = own.source === 'file';
  const dates: DateContext = { ...start, reference: own.date, weakReference: weak, yearAnchor: weak ? explicitDate(frontMatter, blocks, start) : null };
  const reading: Reading = { options, lookup, dates, releases: [], scalars: [], tasks: [], risks: [], actions: [], dependencies: [], diagnostics: [] };
  if (frontMatter.problem) diagnose(reading, 0, frontMatter.problem);
  const isRetro = looksBack(path, blocks);
  const outline = yield* outlineOf(reading, blocks, frontMatter, isRetro);
  reading.releases.push(...outline.releases);
  yield;
  yield* readScalars(reading, frontMatter, outline, isRetro);
  yield;
  yield* readBlocks(reading, blocks, outline);
  const title = outline.title ?? property(frontMatter, 'title')?.values[0] ?? null;
  const links = yield* linksOf(frontMatter, blocks);
  const changes = yield* readProcessChanges(blocks, outline.places, options.taskMarks);
  const spots = yield* spotsFor(blocks, [reading.tasks, reading.actions, reading.dependencies, changes]);
  const facts = { path, title, asOf: own.date, asOfSource: own.source, releases: outline.releases, tasks: yield* spotted(reading.tasks, spots), risks: reading.risks, actions: yield* spotted(reading.actions, spots), dependencies: yield* spotted(reading.dependencies, spots), scalars: reading.scalars };
  return {
    ...facts,
    kind: noteKindOf(facts, frontMatter, blocks, options.folders),
    owner: partiesOf(property(frontMatter, 'owner', 'author')?.values[0] ?? '')[0] ?? null,
    aliases: property(frontMatter, 'aliases', 'alias')?.values ?? [],
    changes: yield* spotted(changes, spots),
    headings: yield* headingsOf(blocks),
    links,
    diagnostics: reading.diagnostics,
  };
}

/** Which of several equal lines each of those is that a person can act on. */
function* spotsFor(blocks: readonly Block[], lists: readonly (readonly (Span & { readonly title: string })[])[]): Generator<void, readonly (string | undefined)[]> {
  const words: (string | undefined)[] = [];
  for (const list of lists) {
    yield* mapInSlices(list, ({ line, title }) => {
      words[line - 1] = title;
    });
  }
  return words.length === 0 ? [] : yield* spotsOf(blocks, words);
}

function* spotted<Fact extends Span>(list: readonly Fact[], spots: readonly (string | undefined)[]): Generator<void, readonly Fact[]> {
  return yield* mapInSlices(list, (fact) => {
    const spot = spots[fact.line - 1];
    return spot === undefined ? fact : { ...fact, spot };
  });
}

/** True for a retrospective, by its file name or title. */
function looksBack(path: string, blocks: readonly Block[]): boolean {
  const title = blocks.slice(0, 200).find((block) => block.type === 'heading');
  return isNamedRetro(path, title?.type === 'heading' ? title.text : '');
}

/** The first date of the note that carries its own year: yearless dates of an undated note lie near it. */
function explicitDate(frontMatter: FrontMatter, blocks: readonly Block[], dates: DateContext): DateContext['yearAnchor'] {
  const sources = [...frontMatter.properties.flatMap((entry) => entry.values), ...blocks.slice(0, 200).flatMap((block) => (block.type === 'table' ? block.rows.slice(0, 20).map((row) => row.text) : [block.text]))];
  for (const source of sources) {
    if (!/(?:19|20)\d\d/.test(source)) continue;
    const match = findDates(plainText(source), dates).find((found) => found.reading && /(?:19|20)\d\d/.test(found.reading.phrase));
    if (match?.reading) return match.reading.date;
  }
  return null;
}

function* readScalars(reading: Reading, frontMatter: FrontMatter, outline: Outline, isRetro: boolean): Generator<void> {
  const kept = reading.dates;
  if (isRetro) reading.dates = { ...kept, tense: 'past' };
  if (outline.releases.length > 0) for (const entry of frontMatter.properties) {
    const label = reading.lookup.field(entry.key);
    const field = label === 'release' && firstDate(entry.values[0] ?? '', reading.dates) ? 'target' : label;
    const text = `${entry.key}: ${entry.values.join(', ')}`;
    if (field && entry.values.length > 0) addScalar(reading, { field, label: entry.key, value: field === 'owner' ? entry.values.join(', ') : (entry.values[0] ?? '') }, { line: entry.line, text, release: 0 });
  }
  // Targets first: "Go/no-go: T-3" counts from them.
  const isTarget = (field: { readonly field: string }): boolean => field.field === 'target';
  yield* mapInSlices(outline.fields.filter(isTarget), (field) => addScalar(reading, field, field), FIELDS_A_STEP);
  const targets = anchors(reading);
  yield* mapInSlices(outline.fields.filter((entry) => !isTarget(entry)), (field) => {
    reading.dates = { ...reading.dates, anchor: targets.get(field.release) ?? null };
    addScalar(reading, field, field);
  }, FIELDS_A_STEP);
  reading.dates = kept;
}

/** Target date of each release by its index, for "T-5". */
function anchors(reading: Reading): Map<number, DateContext['anchor']> {
  const found = new Map<number, DateContext['anchor']>();
  for (const fact of reading.scalars) if (fact.field === 'target' && fact.value) found.set(fact.release, fact.value.date);
  return found;
}

function* readBlocks(reading: Reading, blocks: readonly Block[], outline: Outline): Generator<void> {
  const targets = anchors(reading);
  const base = reading.dates;
  const contexts = new Map<number, DateContext>();
  for (const [index, block] of blocks.entries()) {
    const place = outline.places[index];
    if (!place || block.type === 'heading') continue;
    reading.dates = contexts.get(place.release) ?? { ...base, anchor: targets.get(place.release) ?? null };
    contexts.set(place.release, reading.dates);
    if (block.type === 'item') readItem(reading, block, place);
    else if (block.type === 'table') yield* readTable(reading, block, place);
    else if (!block.inItem) readProse(reading, block, place);
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
  }
  reading.dates = base;
}

/** Sentences that say that it shipped, or what was decided. */
function readProse(reading: Reading, block: Extract<Block, { type: 'paragraph' | 'item' }>, place: BlockPlace): void {
  if (place.kind !== null && place.kind !== 'decisions') return;
  if (!mayTell(block.text)) return;
  const identity = reading.releases[place.release] ?? null;
  for (const [offset, line] of block.text.split('\n').entries()) {
    if (saysShipped(line, reading.dates, identity)) reading.scalars.push({ ...spanOf(block.line + offset, block.line + offset, line), field: 'phase', value: 'released', release: place.release });
    const decision = decisionTold(line, place.kind === 'decisions', identity);
    if (decision) reading.scalars.push({ ...spanOf(block.line + offset, block.line + offset, line), field: 'decision', value: decision, release: place.release });
  }
}

/** "- Blocker: the certificate expired" outside of any section. */
const BLOCKER = /^(?:\*\*)?(?:blocker|show-?stopper)(?:\*\*)?:(?:\*\*)?\s+/i;

function readItem(reading: Reading, block: ItemBlock, place: BlockPlace): void {
  const { release } = place;
  if (place.kind === 'changes') return;
  if (block.mark === null && block.depth === 0) readProse(reading, block, place);
  if (block.mark === null && place.kind === null && BLOCKER.test(block.text)) {
    const told = plainText(block.text).replace(BLOCKER, '');
    if (!isNoItem(told)) reading.risks.push({ ...spanOf(block.line, block.endLine, plainText(block.text)), ...readRisk(told, 'issues', 'Blocker', null), release });
    return;
  }
  if (block.mark === null && (place.kind === null || place.kind === 'checklist' || place.kind === 'decisions' || place.kind === 'attendance')) return;
  const at = spanOf(block.line, block.endLine, plainText(block.text));
  const state = block.mark === null ? 'open' : (reading.options.taskMarks[block.mark] ?? 'open');
  const dates = state === 'done' ? { ...reading.dates, tense: 'past' as const } : reading.dates;
  const wanted = block.mark !== null || place.kind === 'actions';
  const item = wanted ? readWorkItem(block.text, dates) : null;
  const nothing = isNoItem(plainText(block.text));
  if (item?.problem) diagnose(reading, block.line, item.problem);
  if (item && block.mark !== null) {
    const role = place.kind === 'actions' ? 'action' : place.kind === 'dependencies' ? 'dependency' : place.kind === 'risks' || place.kind === 'issues' ? 'risk' : place.kind === 'attendance' ? 'attendance' : 'checklist';
    reading.tasks.push({ ...at, title: item.title, gist: item.gist, state, mark: block.mark, section: place.section, depth: block.depth, role, optional: item.metadata.optional, owner: item.owner, due: item.due, doneOn: item.metadata.doneOn ?? (state === 'done' ? parseCalendarDate(item.metadata.fields.completion ?? '') : null), id: item.metadata.id, release });
  }
  if (block.depth > 0 || nothing) return;
  if (place.kind === 'actions' && item) reading.actions.push({ ...at, title: item.title, gist: item.gist, owner: item.owner, parties: item.parties, due: item.due, state: block.mark === null && item.metadata.doneOn !== null ? 'done' : state, mark: block.mark, ...noted(item.metadata), release });
  else if (place.kind === 'issues' && release < 0 && reading.dates.weakReference && /^issues$/i.test(place.label)) return; // a page about filing issues
  else if (place.kind === 'risks' || place.kind === 'issues') reading.risks.push({ ...at, ...readRisk(block.text, place.kind, place.label, block.mark), release });
  else if (place.kind === 'dependencies') {
    const read = readDependency(block.text, place.label, dates);
    // A list of libraries is no list of parties.
    if (reading.releases.length === 0 && release < 0 && read.who === null && read.due.on === null && read.due.lead === null) return;
    reading.dependencies.push({ ...at, ...read, settled: read.settled || state === 'done' || state === 'cancelled', mark: block.mark, release });
  }
}

function noted(metadata: ItemMetadata): { readonly note?: FollowUpNote; readonly improvement?: ImprovementNote } {
  const [note, improvement] = [followUpNote(metadata.fields), improvementNote(metadata)];
  return { ...(note ? { note } : {}), ...(improvement ? { improvement } : {}) };
}

function* headingsOf(blocks: readonly Block[]): Generator<void, string[]> {
  const found: string[] = [];
  yield* mapInSlices(blocks, (block) => {
    if (block.type === 'heading' && block.topLevel) found.push(plainText(block.text));
  }, 50);
  return found;
}

function* linksOf(frontMatter: FrontMatter, blocks: readonly Block[]): Generator<void, string[]> {
  const links = new Set<string>();
  const add = (text: string): void => {
    for (const link of wikilinks(text)) links.add(link.target);
  };
  for (const entry of frontMatter.properties) for (const value of entry.values) add(value);
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'table') add(block.text);
    else {
      for (const cell of block.header) add(cell);
      yield* mapInSlices(block.rows, (row) => row.cells.forEach(add));
    }
    if (index % 200 === 199) yield;
  }
  return [...links];
}
