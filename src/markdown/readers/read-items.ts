import { parseCalendarDate } from '../../domain/calendar-date';
import type { ImprovementNote } from '../../domain/improvement-note';
import type { FollowUpNote, TaskRole } from '../../domain/note-facts';
import type { Block, ItemBlock } from '../blocks/block';
import type { DateContext } from '../dates/date-context';
import { plainText } from '../inline';
import type { ItemMetadata } from '../item-metadata';
import { type Choice, choicesOf } from './choice-boxes';
import { dottedItems } from './dotted-list';
import { saysDone } from './done-words';
import { followUpNote } from './follow-up-note';
import { improvementNote } from './improvement-note';
import { BLOCKER, MARKED, NUMBERED_RISK } from './line-marks';
import { isContents, isCount, isNoItem } from './no-item';
import type { Outline } from './outline-walk';
import { isOwed, readOwed } from './owed-line';
import { partyAbove, placeOfItem } from './item-place';
import { presentPerson } from './people';
import { type BlockPlace, type Reading, diagnose, latestOf, spanOf } from './reading';
import { readRisk } from './risk';
import { tellsOfAnother } from './risk-detail';
import { maySayShipped, shippedIn } from './out-words';
import { addDecided, decisionTold, mayTell, mayTellDecision } from './scalars';
import { SETTLED_LABEL, readTable } from './tables';
import { type OpenFact, readEntry, tellOfLast } from './told-below';
import { type WorkItem, readWorkItem } from './work-item';

const BLOCKS_A_STEP = 4;

/** Second pass: the items, tables and sentences of a note, now that sections and target dates are known. */
export function* readItems(
  reading: Reading,
  blocks: readonly Block[],
  outline: Outline,
  anchors: ReadonlyMap<number, DateContext['anchor']>,
): Generator<void> {
  const base = reading.dates;
  const contexts = new Map<string, DateContext>();
  const open: OpenItems = { marks: [], numbered: null, fact: null };
  const choices = yield* choicesOf(
    blocks,
    (index) =>
      `${outline.places[index]?.label ?? ''} ${outline.places[index]?.section ?? ''} ${questionBefore(blocks, index)}`,
  );
  for (const [index, block] of blocks.entries()) {
    const place = outline.places[index];
    if (!place || block.type === 'heading') {
      open.fact = open.numbered = null;
      if (place?.entry && block.type === 'heading') open.fact = readEntry(reading, block, place, place.entry);
      continue;
    }
    const key = `${place.release} ${place.day ?? ''}`;
    reading.dates = contexts.get(key) ?? {
      ...base,
      ...(place.day ? { reference: place.day, weakReference: false } : {}),
      anchor: anchors.get(place.release) ?? null,
    };
    contexts.set(key, reading.dates);
    const choice = choices.get(index);
    if (block.type === 'item' && choice) readChoice(reading, block, place, choice, index);
    else if (block.type === 'item') readItem(reading, block, place, open, headsBoxes(block, blocks[index + 1]));
    else if (block.type === 'table') yield* readTable(reading, block, place);
    else if (!block.inItem) {
      const items = dottedItems(block, place);
      if (items === null) readParagraph(reading, block, place, open);
      else for (const item of items) readItem(reading, item, place, open, false);
    }
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
  }
  reading.dates = base;
}

/** The words above a list of answers: its item or paragraph. */
function questionBefore(blocks: readonly Block[], index: number): string {
  for (let at = index - 1; at >= 0 && at > index - 8; at--) {
    const block = blocks[at];
    if (block?.type === 'paragraph' || (block?.type === 'item' && block.mark === null)) return block.text.slice(-200);
    if (block?.type === 'heading') return '';
  }
  return '';
}

/** Boxes that are answers to choose from are no work; the ticked one of a choice about the release is its decision. */
function readChoice(reading: Reading, block: ItemBlock, place: BlockPlace, { chosen }: Choice, index: number): void {
  addTask(reading, block, place, 'choice');
  if (chosen?.index !== index || (place.scope === 'part' && place.kind !== 'decisions')) return;
  reading.scalars.push({
    ...spanOf(block.line, block.endLine, plainText(block.text)),
    field: 'decision',
    value: chosen.outcome,
    release: place.release,
  });
}

function readParagraph(
  reading: Reading,
  block: Extract<Block, { type: 'paragraph' }>,
  place: BlockPlace,
  open: OpenItems,
): void {
  if (open.fact?.isHeading) {
    for (const line of block.text.split('\n')) tellOfLast(reading, line, open.fact);
    return;
  }
  open.fact = null;
  const named =
    place.kind === 'risks' || place.kind === 'issues'
      ? NUMBERED_RISK.exec(block.text.split('\n')[0] ?? '')
          ?.slice(1)
          .find(Boolean)
      : undefined;
  if (named === undefined) {
    readProse(reading, block, place);
    return;
  }
  reading.risks.push({
    ...spanOf(block.line, block.endLine, plainText(block.text)),
    ...readRisk(named, place.kind ?? 'risks', place.label, null),
    release: place.release,
  });
  open.fact = { kind: 'risk', depth: -1 };
}

/** Sentences that say that it shipped, or what was decided. */
function readProse(reading: Reading, block: Extract<Block, { type: 'paragraph' | 'item' }>, place: BlockPlace): void {
  if (block.type === 'paragraph' && readMarked(reading, block, place)) return;
  if (place.kind !== null && place.kind !== 'decisions') return;
  const inDecisions = place.kind === 'decisions';
  if (!inDecisions && !mayTell(block.text)) return;
  const identity = reading.releases[place.release] ?? null;
  for (const [offset, line] of block.text.split('\n').entries()) {
    const at = spanOf(block.line + offset, block.line + offset, line);
    const shipped = maySayShipped(line) ? shippedIn(line, reading.dates, identity, latestOf(reading)) : null;
    if (shipped) {
      reading.scalars.push({ ...at, field: 'phase', value: 'released', release: place.release });
      if (shipped.on) reading.scalars.push({ ...at, field: 'shipped', value: shipped.on, release: place.release });
    }
    const told = inDecisions || mayTellDecision(line) ? decisionTold(line, inDecisions, identity) : null;
    if (inDecisions && told === null) addDecided(reading, line, at, place.release);
    else if (told) reading.scalars.push({ ...at, field: 'decision', value: told, release: place.release });
  }
}

/** Lines of a paragraph that are marked as work; true when there was one. */
function readMarked(reading: Reading, block: Extract<Block, { type: 'paragraph' }>, place: BlockPlace): boolean {
  if (!reading.isRecord || place.kind === 'changes') return false;
  let found = false;
  for (const [offset, line] of block.text.split('\n').entries()) {
    const mark = MARKED.exec(line);
    if (!mark || isNoItem(plainText(line.slice(mark[0].length)))) continue;
    found = true;
    const item = readWorkItem(line, reading.dates);
    reading.actions.push({
      ...spanOf(block.line + offset, block.line + offset, plainText(line)),
      title: item.title,
      gist: item.gist,
      owner: item.owner ?? presentPerson(reading.people, plainText(line.slice(mark[0].length))),
      parties: item.parties,
      due: item.due,
      state: saysDone(line.slice(mark[0].length)) ? 'done' : 'open',
      mark: null,
      release: place.release,
    });
  }
  return found;
}

/** In a record only a checklist's boxes are a checklist; everywhere else they are what somebody has to do. */
function roleOf({ isRecord }: Reading, { kind }: BlockPlace): TaskRole {
  if (kind === 'actions') return 'action';
  if (kind === 'dependencies') return 'dependency';
  if (kind === 'risks' || kind === 'issues') return 'risk';
  if (kind === 'attendance') return 'attendance';
  if (kind === 'changes') return 'change';
  return isRecord && kind !== 'checklist' ? 'action' : 'checklist';
}

/** Keeps a box, and gives what its line says. */
function addTask(reading: Reading, block: ItemBlock, place: BlockPlace, role: TaskRole): WorkItem | null {
  if (block.mark === null) return null;
  const state = reading.options.taskMarks[block.mark] ?? 'open';
  const dates = state === 'done' ? { ...reading.dates, tense: 'past' as const } : reading.dates;
  const item = readWorkItem(block.text, dates);
  if (item.problem) diagnose(reading, block.line, item.problem);
  reading.tasks.push({
    ...spanOf(block.line, block.endLine, plainText(block.text)),
    title: item.title,
    gist: item.gist,
    state,
    mark: block.mark,
    section: place.section,
    depth: block.depth,
    role,
    optional: item.metadata.optional,
    owner: item.owner,
    due: item.due,
    doneOn:
      item.metadata.doneOn ?? (state === 'done' ? parseCalendarDate(item.metadata.fields.completion ?? '') : null),
    id: item.metadata.id,
    release: place.release,
  });
  return item;
}

/** A list of numbered risks, as far as it was read. */
interface NumberedList {
  /** Last line of its last item. */
  readonly end: number;
  /** The bullet before ends with a colon: numbers right below it are its own. */
  readonly introduces: boolean;
}

/** The items that a list is in: whether those above have boxes, and the fact that the lines below may tell about. */
interface OpenItems {
  readonly marks: (string | null)[];
  numbered: NumberedList | null;
  fact: OpenFact | null;
}

/** "**Legal**" above boxes of its own: a heading, and no work. */
function headsBoxes(block: ItemBlock, next: Block | undefined): boolean {
  return (
    block.mark === null &&
    next?.type === 'item' &&
    next.depth > block.depth &&
    next.mark !== null &&
    ONLY_LABEL.test(block.text)
  );
}

const ASIDE = /^(?:\*\*|__)[^*_:]{1,60}(?::(?:\*\*|__)|(?:\*\*|__):)/;

const ONLY_LABEL = /^(?:\*\*[^*]{1,60}\*\*|__[^_]{1,60}__|[^:]{1,60}):?$/;

function readItem(reading: Reading, block: ItemBlock, at: BlockPlace, open: OpenItems, isHeading: boolean): void {
  const place = placeOfItem(reading, block, at);
  const { release } = place;
  const { marks } = open;
  // "**Success metric:** …" among boxes tells about them.
  const isAside =
    block.mark === null && marks.length > block.depth && marks[block.depth] !== null && ASIDE.test(block.text);
  marks.length = Math.min(marks.length, block.depth);
  const isUnderBox = marks.some((mark) => mark !== null);
  marks[block.depth] = isAside ? '' : block.mark;
  if (open.fact && block.depth <= open.fact.depth) open.fact = null;
  if (block.mark === null) tellOfLast(reading, block.text, open.fact);
  const role = block.mark === null ? null : roleOf(reading, place);
  const boxed = role === null ? null : addTask(reading, block, place, role);
  if (place.kind === 'changes') return;
  if (block.mark === null && block.depth === place.base) readProse(reading, block, place);
  if (block.mark === null && place.kind === null && BLOCKER.test(block.text)) {
    readBlocker(reading, block, release);
    return;
  }
  const isMarked = block.mark === null && reading.isRecord && MARKED.test(block.text);
  const isAction = role === 'action' || (block.mark === null && (place.kind === 'actions' || isMarked));
  // The boxes below an item without one are the work that it heads.
  const isNested = block.depth > place.base && !(block.mark !== null && role === 'action' && !isUnderBox);
  if (
    !isMarked &&
    (isNested ||
      (block.mark === null &&
        !isAction &&
        place.kind !== 'risks' &&
        place.kind !== 'issues' &&
        place.kind !== 'dependencies'))
  )
    return;
  if (isHeading || isAside || (block.mark === null && isContents(block.text))) return;
  if (isNoItem(plainText(isMarked ? block.text.replace(MARKED, '') : block.text))) return;
  if (isAction) {
    readAction(reading, block, place, boxed);
    open.fact = { kind: 'action', depth: block.depth };
  } else if (place.kind === 'dependencies' || isOwed(block, place)) readOwed(reading, block, place);
  else if (place.kind === 'issues' && release < 0 && reading.dates.weakReference && !BLOCKING_LABEL.test(place.label))
    return; // a page about filing issues
  else if (
    (place.kind === 'risks' || place.kind === 'issues') &&
    readListedRisk(reading, block, place, place.kind, open)
  )
    open.fact = { kind: 'risk', depth: block.depth };
}

/** "- Blocker: …" outside of any section. */
function readBlocker(reading: Reading, block: ItemBlock, release: number): void {
  const told = plainText(block.text).replace(BLOCKER, '');
  const at = spanOf(block.line, block.endLine, plainText(block.text));
  if (!isNoItem(told)) reading.risks.push({ ...at, ...readRisk(told, 'issues', 'Blocker', null), release });
}

/** An item of a list of risks; false where it only tells of another one, or counts them. */
function readListedRisk(
  reading: Reading,
  block: ItemBlock,
  { label, release }: BlockPlace,
  kind: 'risks' | 'issues',
  open: OpenItems,
): boolean {
  if (tellsOfNumbered(block, open)) return false;
  const { line, endLine, text, mark } = block;
  const shown = plainText(text);
  if (tellsOfAnother(text) || isCount(shown)) return false;
  const risk = readRisk(text, kind, label, mark);
  const resolved = risk.resolved || SETTLED_LABEL.test(label);
  reading.risks.push({ ...spanOf(line, endLine, shown), ...risk, resolved, release });
  return true;
}

/** Bullets that stand right below numbered risks, as deep as they, are what is said of them. */
function tellsOfNumbered(block: ItemBlock, open: OpenItems): boolean {
  const { numbered } = open;
  const follows = numbered !== null && block.line === numbered.end + 1;
  const tells = follows && (!block.ordered || numbered.introduces);
  const introduces = tells && (block.ordered ? numbered.introduces : /:\W*$/.test(block.text));
  open.numbered = tells || block.ordered ? { end: block.endLine, introduces } : null;
  return tells;
}

const BLOCKING_LABEL = /blocker|show-?\s?stopper|impediment/i;

function readAction(reading: Reading, block: ItemBlock, place: BlockPlace, boxed: WorkItem | null): void {
  const state =
    block.mark === null ? (saysDone(block.text) ? 'done' : 'open') : (reading.options.taskMarks[block.mark] ?? 'open');
  const item =
    boxed ?? readWorkItem(block.text, state === 'done' ? { ...reading.dates, tense: 'past' as const } : reading.dates);
  if (item.problem && !boxed) diagnose(reading, block.line, item.problem);
  reading.actions.push({
    ...spanOf(block.line, block.endLine, plainText(block.text)),
    title: item.title,
    gist: item.gist,
    owner:
      item.owner ??
      presentPerson(reading.people, plainText(block.text.replace(MARKED, ''))) ??
      partyAbove(reading, place.label),
    parties: item.parties,
    due: item.due,
    state: block.mark === null && item.metadata.doneOn !== null ? 'done' : state,
    mark: block.mark,
    ...noted(item.metadata),
    release: place.release,
  });
}

function noted(metadata: ItemMetadata): { readonly note?: FollowUpNote; readonly improvement?: ImprovementNote } {
  const [note, improvement] = [followUpNote(metadata.fields), improvementNote(metadata)];
  return { ...(note ? { note } : {}), ...(improvement ? { improvement } : {}) };
}
