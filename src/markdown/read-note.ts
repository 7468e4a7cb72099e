import { reasonOf } from '../domain/reason-of';
import { ended, mapInSlices } from '../domain/in-slices';
import { isHistoryPath } from '../domain/line-history';
import { emptyFacts, type NoteFacts } from '../domain/note-facts';
import { NO_LINES } from '../domain/line-account';
import { baseName } from '../domain/note-path';
import type { Block } from './blocks/block';
import { scanBlocks } from './blocks/scan-blocks';
import { facetsIn, isOnlyRun } from './features';
import type { DateContext } from './dates/date-context';
import { customaryOrder, provenOrder } from './dates/find-dates';
import { plainText, wikilinks } from './inline';
import { spotsFor, spotted } from './line-spot';
import { holdsOutside, outsideFacts } from './outside/outside-facts';
import { isNamedRetro, isRecord, isReleasePath, isRequestPath, noteKindOf, tellsOnly } from './note-kind';
import { type FrontMatter, property, readFrontMatter } from './readers/front-matter';
import { noteDate } from './readers/note-date';
import { outlineOf } from './readers/outline';
import { partiesOf } from './readers/parties';
import { peopleIn } from './readers/people';
import { readProcessChanges } from './readers/process-changes';
import { accountOf, withBlank } from './readers/account-lines';
import { yearAnchorOf } from './readers/year-anchor';
import { statesNothing } from './readers/first-look';
import { readItems } from './readers/read-items';
import { diagnose, type ReaderOptions, type Reading } from './readers/reading';
import { anchors, readScalars } from './readers/note-scalars';
import { isReleaseNotes } from './readers/release-heading';
import { labelLookup } from './vocabulary';
import { sectionsOf, withFacets } from './with-facets';

/**
 * Grows whenever the reader finds other facts in the same text, so that remembered facts of an older reader are
 * dropped.
 */
export const READER_VERSION = 22;

/**
 * Reads one note: text in, facts out. Never throws; what cannot be understood becomes a diagnostic and the rest is
 * read.
 */
export function readNote(path: string, text: string, options: ReaderOptions): NoteFacts {
  return ended(readNoteInSteps(path, text, options));
}

/** The same in steps of about a millisecond, so that a very large note never blocks the screen. */
export function* readNoteInSteps(path: string, text: string, options: ReaderOptions): Generator<void, NoteFacts> {
  try {
    const facets = yield* facetsIn(path, text, options.folders);
    const facts = isOnlyRun(facets) ? emptyFacts(path, options.fileDate) : yield* read(path, text, options);
    return facets === undefined ? facts : { ...facts, facets: { ...facts.facets, ...facets } };
  } catch (error) {
    const facts = emptyFacts(path, options.fileDate);
    return { ...facts, diagnostics: [{ line: 1, message: `This note could not be read: ${reasonOf(error)}.` }] };
  }
}

function* read(path: string, text: string, options: ReaderOptions): Generator<void, NoteFacts> {
  if (isHistoryPath(path, options.folders.history)) return { ...emptyFacts(path, options.fileDate), kind: 'history' };
  const scanned = yield* scanBlocks(text);
  const { blocks } = scanned;
  yield;
  const lookup = labelLookup(options.vocabulary);
  const frontMatter = readFrontMatter(scanned.frontMatter);
  if (tellsOnly(frontMatter))
    return {
      ...emptyFacts(path, options.fileDate),
      lines: unreadBoxes(blocks),
      aliases: property(frontMatter, 'aliases', 'alias')?.values ?? [],
      links: yield* linksOf(frontMatter, blocks),
    };
  const beginning = text.length > 200_000 ? text.slice(0, 200_000) : text;
  const proven = provenOrder(beginning);
  const start: DateContext = {
    ...options.dates,
    reference: options.fileDate,
    weakReference: true,
    yearAnchor: null,
    anchor: null,
    order: proven ?? customaryOrder(beginning) ?? options.dates.order,
    orderProven: proven !== null,
    tense: 'future',
  };
  yield;
  const own = noteDate(path, frontMatter, blocks, { ...start, yearAnchor: options.fileDate }, lookup);
  const weak = own.source === 'file';
  const dates: DateContext = { ...start, reference: own.date, weakReference: weak, yearAnchor: null };
  const reading: Reading = {
    options,
    lookup,
    dates,
    releases: [],
    scalars: [],
    tasks: [],
    risks: [],
    actions: [],
    dependencies: [],
    diagnostics: [],
    people: new Set(),
    isRecord: isRecord(path, own.source, frontMatter, blocks, options.folders),
  };
  if (frontMatter.problem) diagnose(reading, 0, frontMatter.problem);
  const isRetro = looksBack(path, blocks);
  const isOfRelease = isReleasePath(path, options.folders);
  if (
    !isRetro &&
    !isOfRelease &&
    !isRequestPath(path, options.folders) &&
    !holdsOutside(scanned.managed) &&
    (yield* statesNothing(blocks, frontMatter, { lookup, dates, isRecord: reading.isRecord, isLinked: hasLink(text) }))
  ) {
    return yield* readProse(reading, path, own.source, frontMatter, blocks);
  }
  if (weak) reading.dates = { ...dates, yearAnchor: yield* yearAnchorOf(frontMatter, blocks, beginning, dates) };
  const outline = yield* outlineOf(reading, blocks, frontMatter, {
    isRetro,
    isSettled: isOfRelease || isReleaseNotes(baseName(path)),
  });
  reading.releases.push(...outline.releases);
  reading.people = yield* peopleIn(blocks, outline.places, lookup);
  yield;
  yield* readScalars(reading, frontMatter, outline, isRetro);
  yield;
  yield* readItems(reading, blocks, outline, anchors(reading));
  const outside = outsideFacts(text, scanned, outline);
  const title = outline.title ?? property(frontMatter, 'title')?.values[0] ?? null;
  const links = yield* linksOf(frontMatter, blocks);
  const changes = yield* readProcessChanges(blocks, outline.places, options.taskMarks);
  const spots = yield* spotsFor(blocks, [reading.tasks, reading.actions, reading.dependencies, changes]);
  const facts = {
    path,
    title,
    asOf: own.date,
    asOfSource: own.source,
    releases: reading.releases,
    tasks: [...(yield* spotted(reading.tasks, spots)), ...outside.tasks],
    risks: [...reading.risks, ...outside.risks],
    actions: yield* spotted(reading.actions, spots),
    dependencies: yield* spotted(reading.dependencies, spots),
    scalars: reading.scalars,
  };
  const read: NoteFacts = {
    ...facts,
    kind: noteKindOf(facts, frontMatter, blocks, options.folders),
    owner: partiesOf(property(frontMatter, 'owner', 'author')?.values[0] ?? '')[0] ?? null,
    aliases: property(frontMatter, 'aliases', 'alias')?.values ?? [],
    changes: yield* spotted(changes, spots),
    headings: yield* headingsOf(blocks),
    links,
    diagnostics: reading.diagnostics,
    lines: withBlank(yield* accountOf(facts, isOfRelease), isRetro, blocks, text),
  };
  return yield* withFacets(read, reading, blocks, (index) => outline.places[index] ?? null);
}

const hasLink = (text: string): boolean => text.includes('[[');

/** The title of a note that states nothing. */
function titleOf(frontMatter: FrontMatter, blocks: readonly Block[]): string | null {
  const heading = blocks.find((block) => block.type === 'heading' && block.topLevel && block.level === 1);
  return heading?.type === 'heading' ? plainText(heading.text) : (property(frontMatter, 'title')?.values[0] ?? null);
}

/** The boxes of a note that states nothing that is followed. */
function unreadBoxes(blocks: readonly Block[]): NoteFacts['lines'] {
  const notRead = blocks.flatMap((block) => (block.type === 'item' && block.mark !== null ? [block.line + 1] : []));
  return { ...NO_LINES, boxes: notRead.length, notRead };
}

/** What a note states of which nothing is sure: what it is, its headings and links, and what its prose proposes. */
function* readProse(
  reading: Reading,
  path: string,
  source: NoteFacts['asOfSource'],
  frontMatter: FrontMatter,
  blocks: readonly Block[],
): Generator<void, NoteFacts> {
  const { lookup, dates, options } = reading;
  const bare = { ...emptyFacts(path, dates.reference), asOfSource: source, title: titleOf(frontMatter, blocks) };
  const facts: NoteFacts = {
    ...bare,
    kind: noteKindOf(bare, frontMatter, blocks, options.folders),
    headings: yield* headingsOf(blocks),
    links: yield* linksOf(frontMatter, blocks),
  };
  const sections = reading.isRecord ? yield* sectionsOf(blocks, lookup) : [];
  if (reading.isRecord) reading.people = yield* peopleIn(blocks, sections, lookup);
  return yield* withFacets(facts, reading, blocks, (index) => sections[index] ?? null);
}

/** True for a retrospective, by its file name or title. */
function looksBack(path: string, blocks: readonly Block[]): boolean {
  const title = blocks.slice(0, 200).find((block) => block.type === 'heading');
  return isNamedRetro(path, title?.type === 'heading' ? title.text : '');
}

function* headingsOf(blocks: readonly Block[]): Generator<void, string[]> {
  const found: string[] = [];
  yield* mapInSlices(
    blocks,
    (block) => {
      if (block.type === 'heading' && block.topLevel) found.push(plainText(block.text));
    },
    50,
  );
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
