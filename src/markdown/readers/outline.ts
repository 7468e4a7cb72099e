import type { Block, TableBlock } from '../blocks/block';
import { plainText } from '../inline';
import { type Scope, namesRelease, scopeOf } from '../section-scope';
import { type SectionKind, labelKey } from '../vocabulary';
import { decisionIn } from './decision';
import { drawnHeading } from './drawn-heading';
import { fieldsOfLine } from './field-line';
import type { FrontMatter } from './front-matter';
import { ABOUT_CHANGES, ELSE, GATE_TITLE, GOOD, LEGEND, VERDICT, sectionKind } from './heading-kinds';
import { CALLOUT, LABEL_LINE, MARKED, MAX_LABEL, NUMBERED_RISK } from './line-marks';
import { settleReleases } from './note-releases';
import type { Outline, Walk } from './outline-walk';
import { type Reading, placeWith, spanOf } from './reading';
import { isAboutRisks, isRegistered, registerEntry } from './register-entry';
import { releaseInHeading } from './release-heading';
import { deepestDay, isRunningLog, leadingDay } from './running-log';
import { tableFields } from './table-fields';
import { addFields } from './walk-fields';
import { deepestKind, narrower, scopeHere } from './walk-scope';

const BLOCKS_A_STEP = 4;

/** First pass: sections, releases and field lines; items are read afterwards, when target dates are known. */
export function* outlineOf(
  reading: Reading,
  blocks: readonly Block[],
  frontMatter: FrontMatter,
  { isRetro, isSettled }: Pick<Walk, 'isRetro' | 'isSettled'>,
): Generator<void, Outline> {
  const walk: Walk = {
    isRetro,
    isSettled,
    items: [],
    lists: [],
    titleLine: titleLineOf(blocks),
    isLog: isRunningLog(blocks, reading.dates),
    hasBoxes: false,
    decides: false,
    ownKind: null,
    entry: null,
    hasMarks: marksIn(reading, blocks),
    reading,
    segments: [{ mention: null, sure: false }],
    fields: [],
    places: [],
    headings: [],
    label: null,
    title: null,
  };
  for (const [index, block] of blocks.entries()) {
    const heading = block.type === 'heading' ? block : drawnHeading(block);
    if (heading) enterHeading(walk, heading, blocks[index + 1]);
    else if (block.type === 'table') yield* enterTable(walk, block);
    else if (block.type !== 'heading') enterBlock(walk, block, blocks[index + 1]);
    const own = walk.ownKind;
    walk.ownKind = null;
    const kind = own ?? (walk.label ? walk.label.kind : deepestKind(walk.headings));
    const label = walk.label?.text ?? walk.headings[walk.headings.length - 1]?.text ?? '';
    const { scope } = scopeHere(walk);
    const within = block.type === 'item' && block.depth > 0 ? innermost(walk.lists, block.depth) : null;
    const day = walk.isLog ? deepestDay(walk.headings) : null;
    const { entry } = walk;
    walk.entry = null;
    walk.places.push(
      placeWith(
        {
          scope,
          base: within?.base ?? 0,
          section: walk.headings[walk.headings.length - 1]?.text ?? null,
          kind: within?.kind ?? kind,
          label: within?.text ?? label,
          segment: walk.segments.length - 1,
        },
        { day, entry },
      ),
    );
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
  }
  return yield* settleReleases(walk, frontMatter);
}

/** Whether lines of running text are marked as work ("ACTION: …"): then the topics below "Actions" only talk. Worked out when asked. */
function marksIn({ isRecord }: Reading, blocks: readonly Block[]): () => boolean {
  let known: boolean | null = null;
  return () =>
    (known ??=
      isRecord &&
      blocks
        .slice(0, MARKED_BLOCKS)
        .some(
          (block) =>
            block.type === 'paragraph' && !block.inItem && block.text.split('\n').some((line) => MARKED.test(line)),
        ));
}

const MARKED_BLOCKS = 1000;

const FIRST_BLOCKS = 400;

/** The line of the heading that names the note: its first of level 1, else its first where no other stands as high; −1 without one. */
function titleLineOf(blocks: readonly Block[]): number {
  const headings = blocks.slice(0, FIRST_BLOCKS).filter((block) => block.type === 'heading' && block.topLevel);
  const [first] = headings;
  const top = headings.find((block) => block.type === 'heading' && block.level === 1);
  if (top) return top.line;
  return first?.type === 'heading' &&
    !headings.some((block) => block !== first && block.type === 'heading' && block.level <= first.level)
    ? first.line
    : -1;
}

/** What an unknown label or an introducing line leaves of the section's meaning: people present and decisions end there. */
function kindAbove({ headings }: Walk, text: string): SectionKind | null {
  const kind = deepestKind(headings);
  if (kind === 'changes') return kind;
  return kind === 'attendance' || kind === 'decisions' || scopeOf(text) !== 'part' ? null : kind;
}

/** A heading's scope lies within that of the heading above it; one that names a release or the note begins anew. */
function headingScope(walk: Walk, line: number, text: string, isNamed: boolean): Scope {
  if (isNamed || line === walk.titleLine) return 'whole';
  const above = walk.headings[walk.headings.length - 1];
  return narrower(above?.scope ?? 'whole', scopeOf(text));
}

/** Another release, or a part of this one. */
const ANOTHER = /\b(?:previous|prior|last|next|earlier|beta|alpha|rc|ios|android|web|phase|wave|stage)\b/i;

/** True for a heading right below a title without a version whose lines state the release's: it is the title's second line. */
function isSubtitle(walk: Walk, text: string, next: Block | undefined): boolean {
  const [only] = walk.headings;
  if (walk.headings.length !== 1 || only?.isTitle !== true || only.firstBelow !== walk.places.length) return false;
  if (/\d\.\d/.test(only.text) || ANOTHER.test(text) || next?.type !== 'paragraph') return false;
  const fields = next.text.split('\n').flatMap((line) => fieldsOfLine(line, walk.reading.lookup));
  return fields.some(({ field, label }) => field === 'version' && namesRelease(label));
}

function enterHeading(walk: Walk, block: Extract<Block, { type: 'heading' }>, next: Block | undefined): void {
  const text = plainText(block.text);
  if (!block.topLevel) {
    walk.label = { text, kind: sectionKind(walk, text), scope: scopeOf(text) };
    return;
  }
  walk.label = null;
  walk.items = [];
  walk.lists = [];
  while (walk.headings.length > 0 && (walk.headings[walk.headings.length - 1]?.level ?? 0) >= block.level) {
    const closed = walk.headings.pop()?.segment ?? -1;
    // What only may be a release ends with its section; the note goes on where it was.
    if (closed > 0 && walk.segments[closed]?.sure === false)
      walk.segments.push({ mention: null, sure: false, resumes: closed - 1 });
  }
  const isTitle = block.line === walk.titleLine;
  const found = releaseInHeading(text, walk.reading.dates, walk.reading.lookup, isTitle);
  const named =
    found &&
    !countsOn(walk, text) &&
    (found.sure || isTitle || !(walk.isSettled || isBelowRelease(walk))) &&
    !(found.identity.version === null && isBelowRelease(walk))
      ? found
      : null;
  if (walk.title === null && block.level === 1) walk.title = text;
  const isLegend = LEGEND.test(text.toLowerCase());
  const kindAround = deepestKind(walk.headings);
  const entry = named?.sure || isTitle ? null : registerEntry(text, kindAround, next);
  walk.entry = entry;
  const praised =
    (GOOD.test(text) && !/\bquick wins\b/i.test(text)) || walk.headings.some((heading) => GOOD.test(heading.text));
  const kind = named?.sure || praised || entry ? null : sectionKind(walk, text);
  const talks =
    kindAround === 'changes' &&
    ABOUT_CHANGES.test(
      text
        .toLowerCase()
        .replace(/[^a-z ]+/g, '')
        .trim(),
    );
  // A note that is called so is about something else: its sections say what they are.
  const above = walk.headings[walk.headings.length - 1]?.scope ?? 'whole';
  const scope = isSubtitle(walk, text, next) ? above : headingScope(walk, block.line, text, named !== null);
  if (named)
    walk.segments.push({
      mention: { ...named.identity, ...spanOf(block.line, block.endLine, text), source: 'heading' },
      sure: named.sure,
    });
  walk.headings.push({
    level: block.level,
    text,
    kind: kind === 'changes' && block.level === 1 ? null : kind,
    ends:
      talks ||
      praised ||
      entry !== null ||
      (kind === null && kindAround === 'actions' && walk.hasMarks()) ||
      (isRegistered(kindAround) && (isAboutRisks(text) || /^(?:decision|assumption)\s?#?\d/i.test(text))) ||
      ELSE.test(labelKey(text)) ||
      isLegend,
    isLegend,
    ...(entry ? { isEntry: true } : {}),
    ...(isTitle ? { isTitle: true, firstBelow: walk.places.length + 1 } : {}),
    scope,
    segment: named ? walk.segments.length - 1 : -1,
    day: walk.isLog && !isTitle ? leadingDay(text, walk.reading.dates) : null,
  });
  const stated = {
    line: block.line,
    text,
    segment: walk.segments.length - 1,
    scope: 'whole',
    kind: null,
    through: -1,
  } as const;
  if (named?.sure && named.date)
    walk.fields.push({ ...stated, field: 'target', label: 'release date', value: named.date, isFallback: true });
  // "# GO" in a note that is called so decides it.
  if (block.level === 1 && VERDICT().test(text) && GATE_TITLE.test(walk.title ?? ''))
    walk.fields.push({ ...stated, field: 'decision', label: 'decision', value: text });
  // "## Decision: no-go" states it for what stands above the heading.
  addFields(walk, text, block.line, { scope: named || isTitle ? scope : above, kind: null, through: -1 });
}

/** "1.1 Launch overview" below "1. Summary" is the next number of a section, whatever it is about. */
function countsOn({ headings }: Walk, text: string): boolean {
  const own = /^(\d{1,2})\.\d{1,2}(?:\.\d{1,2})?[.)]?\s/.exec(text)?.[1];
  return own !== undefined && headings.some((heading) => /^(\d{1,2})[.)]?\s/.exec(heading.text)?.[1] === own);
}

/** Where severities are explained, "Required action:" says what would be asked for. */
function isRubric({ headings }: Walk): boolean {
  return headings.some(({ isLegend }) => isLegend);
}

/** True below the heading of a release that leaves no doubt: what has no version there is a part of it. */
function isBelowRelease({ headings, segments }: Walk): boolean {
  return headings.some(({ segment }) => segment >= 0 && segments[segment]?.sure === true);
}

function* enterTable(walk: Walk, block: TableBlock): Generator<void> {
  yield* tableFields(walk, block, walk.label ? walk.label.kind : deepestKind(walk.headings));
}

function enterBlock(walk: Walk, block: Exclude<Block, { type: 'heading' | 'table' }>, next: Block | undefined): void {
  const kind = walk.label ? walk.label.kind : deepestKind(walk.headings);
  if (kind === 'decisions' && !walk.decides && block.text.length < 400)
    walk.decides = block.text.split('\n').some((line) => decisionIn(line) !== null);
  if (block.type === 'item') {
    if (block.mark !== null) walk.hasBoxes = true;
    const here = scopeHere(walk);
    const above = block.depth > 0 ? (walk.items[block.depth - 1] ?? 'part') : 'whole';
    const scope = narrower(here.scope, above);
    // Only an item with a list of its own says anything about that list.
    const leads = next?.type === 'item' && next.depth > block.depth;
    walk.items.length = walk.lists.length = Math.min(walk.items.length, block.depth);
    walk.items[block.depth] = leads ? itemScope(walk, block.text) : 'part';
    walk.lists[block.depth] = leads ? listLabel(walk, block) : null;
    if (block.mark === null && (kind === null || kind === 'checklist' || kind === 'decisions'))
      for (const [offset, line] of block.text.split('\n').entries())
        addFields(walk, line, block.line + offset, { ...here, scope });
    return;
  }
  if (block.inItem) return;
  const lines = block.text.split('\n');
  for (const [offset, line] of lines.entries()) {
    const label = line.length > MAX_LABEL ? null : LABEL_LINE().exec(line.replace(CALLOUT, '').trim());
    const text = (label?.[1] ?? label?.[2] ?? '').replace(/[:\s]+$/, '');
    const introduces = offset === lines.length - 1 && (next?.type === 'item' || next?.type === 'table');
    const found = text === '' || isRubric(walk) ? null : sectionKind(walk, text);
    const release =
      label?.[1] !== undefined && found === null
        ? releaseInHeading(plainText(text), walk.reading.dates, walk.reading.lookup)
        : null;
    if (release && !isBelowRelease(walk) && !(walk.isSettled && !release.sure))
      walk.segments.push({
        mention: { ...release.identity, ...spanOf(block.line + offset, block.line + offset, text), source: 'field' },
        sure: release.sure,
      });
    const above = deepestKind(walk.headings);
    if (offset === 0 && (above === 'risks' || above === 'issues') && NUMBERED_RISK.test(line)) {
      // It is a risk itself, and the lines below are its details.
      walk.ownKind = above;
      walk.label = { text, kind: null, scope: 'part' };
    } else if (text !== '' && (label?.[1] !== undefined || found || introduces)) {
      // A bold label names a part, an introducing line ("We see these:") does not.
      walk.label = {
        text,
        kind: found ?? (isAboutRisks(text) && isRegistered(deepestKind(walk.headings)) ? null : kindAbove(walk, text)),
        scope: release ? 'whole' : label?.[1] !== undefined ? scopeOf(text) : null,
      };
      walk.items = [];
    } else if (/^\[![\w-]+\]/.test(line)) {
      const callout = line.replace(CALLOUT, '');
      walk.label = {
        text: callout,
        kind: sectionKind(walk, callout) ?? kindAbove(walk, callout),
        scope: callout === '' ? null : itemScope(walk, callout),
      };
      addFields(walk, callout, block.line + offset, scopeHere(walk));
    } else if (kind === null || kind === 'decisions' || kind === 'checklist')
      addFields(walk, line, block.line + offset, scopeHere(walk));
  }
}

/** The nearest item above that depth that is a section's label. */
function innermost(lists: Walk['lists'], depth: number): Walk['lists'][number] {
  for (let at = depth - 1; at >= 0; at--) {
    const entry = lists[at];
    if (entry) return entry;
  }
  return null;
}

/** An item that is a section's label ("Action items (AIs):") and has a list of its own: the list is that section. */
function listLabel(walk: Walk, block: Extract<Block, { type: 'item' }>): Walk['lists'][number] {
  if (block.mark !== null || block.text.length > 60) return null;
  const text = plainText(block.text).replace(/[:\s]+$/, '');
  // Below an entry of a register its lists are details of it.
  const kind = walk.headings.some(({ isEntry }) => isEntry) ? null : sectionKind(walk, text);
  return kind === null || kind === 'changes' ? null : { kind, text, base: block.depth + 1 };
}

/** What is nested below an item belongs to what the item names, unless that is the release itself or a word for all of it. */
function itemScope(walk: Walk, text: string): Scope {
  const first = plainText(text.split('\n')[0] ?? '');
  const label = first.replace(/[:–—-]\s*$/, '');
  if (
    walk.reading.lookup.field(beforeSign(label)) !== null ||
    releaseInHeading(label, walk.reading.dates, walk.reading.lookup, false) !== null
  )
    return 'whole';
  return scopeOf(label);
}

function beforeSign(label: string): string {
  const at = label.search(/[:=]/);
  return at < 0 ? label : label.slice(0, at);
}
