import { addDays } from '../../domain/calendar-date';
import { mapInSlices } from '../../domain/in-slices';
import { lazily } from '../../domain/lazily';
import { isAboutAnother, type ReleaseIdentity } from '../../domain/release-identity';
import type { Block, HeadingBlock, TableBlock } from '../blocks/block';
import { firstDate } from '../dates/find-dates';
import { plainText } from '../inline';
import { labelKey, type SectionKind } from '../vocabulary';
import { asksForChanges, isHistory } from './changes-heading';
import { dateFirst, type FieldLine, fieldsOfLine, MAY_BE_DATED, MOVED_LABEL } from './field-line';
import type { FrontMatter } from './front-matter';
import { sameRelease, settleReleases } from './note-releases';
import { isAboutRisks, isRegistered, registerEntry } from './register-entry';
import { CALLOUT, LABEL_LINE, MARKED, MAX_LABEL, NUMBERED_RISK } from './line-marks';
import type { OpenHeading, Outline, PlacedField, Walk } from './outline-walk';
import { deepestDay, isRunningLog, leadingDay } from './running-log';
import { partyOfLabel } from './work-item';
import { placeWith, type Reading, spanOf } from './reading';
import { decisionIn } from './decision';
import { isDocumentHistory } from './history-table';
import { dateBeside, isOnlyDate, releaseInHeading, releaseOfLink, sureRelease } from './release-heading';
import { type Scope, scopeOf } from '../section-scope';

const NAME_LIKE = lazily(() => /^[\p{Lu}\p{N}"“‘'«]/u);

/** Headings whose items are improvements in a retro, and nothing elsewhere. */
const RETRO_ACTIONS =
  /^(?:what (?:we will|to|we'll) (?:change|improve|do differently)|changes|improve|to improve|change|start|stop|start doing|stop doing|do differently|try next)$/;
/** Column of a timeline that holds the day. */
const WHEN =
  /^(?:date|when|day|deadline|due|target|planned|planned date|target date|end|end date|end time|finish|datum|fecha|data|quand|wann|日期|时间|日付)$/i;
const BLOCKS_A_STEP = 4;
const ROWS_A_STEP = 16;
/** A release table keeps its history; only rows from this many days before the note on are plans. */
const RECENT_DAYS = 14;

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
    isBoxed: boxesIn(blocks),
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

/** "=== NEXT STEPS ===" on a line of its own: a heading in plain text. */
const DRAWN = /^(={2,}|-{3,}|#{3,}|\*{3,})\s?([^=\-#*]{2,60}?)\s?(?:={2,}|-{3,}|#{3,}|\*{3,})$/;
const DRAWN_LEVEL = 2;

function drawnHeading(block: Block): HeadingBlock | null {
  if (block.type !== 'paragraph' || block.inItem || block.text.length > MAX_LABEL) return null;
  const text = DRAWN.exec(block.text.trim())?.[2]?.trim();
  return text === undefined
    ? null
    : {
        type: 'heading',
        level: DRAWN_LEVEL,
        text,
        line: block.line,
        endLine: block.endLine,
        quote: block.quote,
        topLevel: true,
      };
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

/** Whether the note has boxes at all. Worked out when asked. */
function boxesIn(blocks: readonly Block[]): () => boolean {
  let known: boolean | null = null;
  return () => (known ??= blocks.slice(0, MARKED_BLOCKS).some((block) => block.type === 'item' && block.mark !== null));
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

type Place = Pick<PlacedField, 'scope' | 'through' | 'kind'>;

/** The scope of what stands below the open headings and labels, and the unsure segment that it hangs on. */
function scopeHere(walk: Walk): Place {
  const heading = walk.headings[walk.headings.length - 1];
  const scope = heading?.scope ?? 'whole';
  const named = innermostSegment(walk.headings);
  const unsure = walk.segments[named]?.sure === false ? named : -1;
  return {
    scope: walk.label?.scope ? narrower(scope, walk.label.scope) : scope,
    kind: walk.label ? walk.label.kind : deepestKind(walk.headings),
    through: unsure,
  };
}

function innermostSegment(headings: readonly OpenHeading[]): number {
  for (let at = headings.length - 1; at >= 0; at--) {
    const segment = headings[at]?.segment ?? -1;
    if (segment >= 0) return segment;
  }
  return -1;
}

function narrower(outer: Scope, inner: Scope): Scope {
  if (outer === 'part' || inner === 'part') return 'part';
  return outer === 'talk' || inner === 'talk' ? 'talk' : 'whole';
}

/** A heading's scope lies within that of the heading above it; one that names a release or the note begins anew. */
function headingScope(walk: Walk, line: number, text: string, isNamed: boolean): Scope {
  if (isNamed || line === walk.titleLine) return 'whole';
  const above = walk.headings[walk.headings.length - 1];
  return narrower(above?.scope ?? 'whole', scopeOf(text));
}

/** Below a heading of changes these are talk about them. */
const ABOUT_CHANGES =
  /^(?:background|context|why|pros|cons|pros and cons|reasons?|notes?|discussion|open questions|questions|summary)$/;

/** In the log of one day a list of tasks is what people took on; in a plan it is the plan's checklist. */
/** What a record lists as done is a report, and nobody's work. */
const COMPLETED =
  /^(?:(?:what (?:was|we) )?(?:completed|done|finished|achieved|accomplished)|(?:objectives|goals|milestones|deliverables|features) (?:completed|achieved|met|delivered)|(?:objetivos|metas|entregas|hitos) (?:completad[oa]s|cumplid[oa]s|concluíd[oa]s|logrados)|erledigt|abgeschlossen|réalisé|terminé|concluíd[oa]s?|realizad[oa]s?)$|^(?:\S+ ){1,3}(?:completed|delivered|achieved)$/;
const RECORD_TASKS =
  /^(?:(?:open|individual|team|new|our|my|key) )?(?:tasks?|assignments|homework|tâches|tareas|tarefas|задачи|oppgaver|oppgåver|uppgifter|opgaver|zadania|compiti|taken)(?: (?:for|until|by) .+)?$/;

function sectionKind(walk: Walk, text: string): SectionKind | null {
  const known =
    walk.reading.lookup.section(text) ??
    (walk.reading.isRecord && RECORD_TASKS.test(labelKey(text)) ? 'actions' : null);
  if (known === 'changes' && isHistory(text)) return null;
  if (known === null && walk.reading.isRecord && COMPLETED.test(labelKey(text))) return 'checklist';
  // "Key improvements" tells what became better, save in a retro.
  if (
    known === 'actions' &&
    /\bimprovements? (?:identified|made|achieved|delivered|noted|seen|so far|since .*)$/.test(labelKey(text))
  )
    return null;
  if (
    known === 'actions' &&
    !walk.isRetro &&
    /^(?:key |main |process |performance |our |new )*improvements$/.test(labelKey(text))
  )
    return null;
  return asksForChanges(text) ? 'changes' : (known ?? retroKind(walk, text));
}

function retroKind(walk: Walk, text: string): SectionKind | null {
  return walk.isRetro &&
    RETRO_ACTIONS.test(
      text
        .toLowerCase()
        .replace(/[^a-z' ]+/g, ' ')
        .trim(),
    )
    ? 'actions'
    : null;
}

function deepestKind(headings: readonly OpenHeading[]): SectionKind | null {
  for (let i = headings.length - 1; i >= 0; i--) {
    const heading = headings[i];
    if (heading?.kind) return heading.kind;
    if (heading?.ends) return null;
  }
  return null;
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
  // "# Next steps" names the note: it is what stands right below it, and not every section of it.
  const titled =
    kindAround === 'actions' &&
    kind === null &&
    walk.headings.length === 1 &&
    walk.headings[0]?.isTitle === true &&
    !walk.isBoxed() &&
    !STILL_WORK.test(labelKey(text)) &&
    partyOfLabel(text) === null;
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
  const scope = headingScope(walk, block.line, text, named !== null);
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
      titled ||
      talks ||
      praised ||
      entry !== null ||
      (kind === null && kindAround === 'actions' && walk.hasMarks()) ||
      (isRegistered(kindAround) && (isAboutRisks(text) || /^(?:decision|assumption)\s?#?\d/i.test(text))) ||
      ELSE.test(labelKey(text)) ||
      isLegend,
    isLegend,
    ...(entry ? { isEntry: true } : {}),
    ...(isTitle ? { isTitle: true } : {}),
    scope,
    segment: named ? walk.segments.length - 1 : -1,
    day: walk.isLog && !isTitle ? leadingDay(text, walk.reading.dates) : null,
  });
  if (named?.sure && named.date)
    walk.fields.push({
      field: 'target',
      label: 'release date',
      value: named.date,
      line: block.line,
      text,
      segment: walk.segments.length - 1,
      scope: 'whole',
      kind: null,
      through: -1,
      isFallback: true,
    });
  // "# GO" in a note that is called so decides it.
  if (VERDICT().test(text) && GATE_TITLE.test(walk.title ?? ''))
    walk.fields.push({
      field: 'decision',
      label: 'decision',
      value: text,
      line: block.line,
      text,
      segment: walk.segments.length - 1,
      scope: 'whole',
      kind: null,
      through: -1,
    });
  // "## Decision: no-go" states it for what stands above the heading.
  addFields(walk, text, block.line, { scope: named || isTitle ? scope : above, kind: null, through: -1 });
}

const VERDICT = lazily(() => /^[^\p{L}]{0,6}(?:go|no[\s-]?go|conditional go|go with conditions)[^\p{L}]{0,6}$/iu);
const GATE_TITLE = /\bgo\s?\/?\s?no[\s-]?go\b/i;

/** Sections of a list of actions that only say which: by time, weight or state. */
const STILL_WORK =
  /^(?:immediate|immediately|short|medium|mid|long|high|low|urgent|critical|open|overdue|pending|new|carried|today|tomorrow|this|next|week|month|sprint|q[1-4]|phase|priority|p[0-4]|now|soon|later|before|after|by|post|pre|register|list|table|log|items?|actions?|tasks?|todo|for|from|due|\d)(?: |$)/;

/** "1.1 Launch overview" below "1. Summary" is the next number of a section, whatever it is about. */
function countsOn({ headings }: Walk, text: string): boolean {
  const own = /^(\d{1,2})\.\d{1,2}(?:\.\d{1,2})?[.)]?\s/.exec(text)?.[1];
  return own !== undefined && headings.some((heading) => /^(\d{1,2})[.)]?\s/.exec(heading.text)?.[1] === own);
}

/** What went well is no work, and no risk. */
const GOOD =
  /\b(?:went well|going well|strengths|wins|highlights|successes|accomplish(?:ed|ments)|kudos|shout-?outs|keep doing|lief gut|bien marché|salió bien)\b/i;
/** Sections that end the one above them, whatever it was. */
const ELSE =
  /^(?:(?:current |known |key |main )?issues identified|contributing factors(?: to .*)?|historical context|current state|findings|observations|upcoming (?:meetings|events|dates)|(?:explicitly )?(?:out of scope|not in scope)(?: .*)?|non goals|(?:review|change|revision|version|document) (?:log|history)|histórico de versões|historial de (?:versiones|cambios)|historique des versions|rationale|motivation|(?:[a-z]+ ){1,3}analysis|purpose|usage|instructions?|how to .*|update (?:contract|process|policy|procedure)|maintenance|policy|procedure|review cadence|methodology|weaknesses|background|context|references?|resources|links|further reading|appendix|open questions|questions|discussion|agenda|glossary|related|see also|hintergrund|referencias|références)$/i;
/** How severities are rated is no list of issues. */
const LEGEND =
  /^(?:how (?:we|to) (?:rate|score|assess|read|use)|(?:risk |severity |priority |rating )*(?:legend|definitions?|rating|ratings|scale|levels?|key|rubric|matrix guide|methodology|severity|severities)(?: (?:definitions?|levels?|scale|key|legend))?)\b\W*$/;

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

const MAX_DATED = 400;

function beforeSign(label: string): string {
  const at = label.search(/[:=]/);
  return at < 0 ? label : label.slice(0, at);
}

function addFields(walk: Walk, line: string, at: number, place: Place): void {
  const current = walk.segments[walk.segments.length - 1]?.mention ?? null;
  const found = fieldsOfLine(line, walk.reading.lookup);
  for (const field of found)
    if (field.label !== MOVED_LABEL || !isAboutAnother(line, current)) addField(walk, field, line, at, place);
  // A title's date is the note's.
  if (found.length > 0 || place.scope !== 'whole' || at === walk.titleLine) return;
  if (line.length > MAX_DATED || !MAY_BE_DATED.test(line)) return;
  const dated = dateFirst(plainText(line), walk.reading.dates, ownIdentity(walk));
  if (dated)
    walk.fields.push({
      field: 'target',
      label: 'release date',
      value: dated,
      line: at,
      text: plainText(line),
      segment: walk.segments.length - 1,
      ...place,
    });
}

/** The release that the walk is in. */
function ownIdentity(walk: Walk): ReleaseIdentity | null {
  return walk.segments[walk.segments.length - 1]?.mention ?? null;
}

function addField(walk: Walk, field: FieldLine, text: string, line: number, place: Place): void {
  if (field.field !== 'release') {
    walk.fields.push({ ...field, line, text: plainText(text), segment: walk.segments.length - 1, ...place });
    return;
  }
  const link = /^\s*!?\[\[([^\]]+)\]\]\s*$/.exec(field.value)?.[1];
  const value = link ? releaseOfLink(link) : plainText(field.value);
  if (isOnlyDate(value, walk.reading.dates)) {
    walk.fields.push({
      ...field,
      field: 'target',
      line,
      text: plainText(text),
      segment: walk.segments.length - 1,
      ...place,
    });
    return;
  }
  // In a part of the note that is about something else a release is only mentioned.
  if (place.scope === 'part' && walk.segments.some(({ sure }) => sure)) return;
  const named = sureRelease(value, walk.reading.lookup, walk.reading.dates);
  if (!named) return;
  const current = walk.segments[walk.segments.length - 1];
  if (current?.mention && current.sure && sameRelease(current.mention, named.identity)) return;
  // "Release: notes are sorted" is prose; a name alone must look like one, and counts only with facts beside it.
  const looksNamed = link !== undefined || NAME_LIKE().test(value);
  if (named.identity.version === null && !looksNamed) return;
  const beside = dateBeside(value, walk.reading.dates);
  if (beside)
    walk.fields.push({
      field: 'target',
      label: 'release date',
      value: beside,
      line,
      text: plainText(text),
      segment: walk.segments.length,
      ...place,
      isFallback: true,
    });
  walk.segments.push({
    mention: { ...named.identity, ...spanOf(line, line, plainText(text)), source: 'field' },
    sure: link !== undefined || (named.identity.version !== null && !/^\s*\d+\s*$/.test(value)),
  });
}

/** Rows whose first cell is a label state fields; so does a milestone row of the note's own version. */
function* tableFields(walk: Walk, table: TableBlock, kind: SectionKind | null): Generator<void> {
  if (kind !== null && kind !== 'checklist' && kind !== 'decisions') return;
  if (isDocumentHistory(table.header, walk.reading.lookup, walk.headings[walk.headings.length - 1]?.text ?? '')) return;
  if (yield* releaseRows(walk, table)) return;
  const here = scopeHere(walk);
  // A table of roles below "Team" names the owner.
  const place =
    here.scope === 'talk' && /^(?:role|rolle|rôle|rol|função)$/i.test(plainText(table.header[0] ?? ''))
      ? { ...here, scope: 'whole' as const }
      : here;
  const rows = [{ cells: table.header, line: table.line, text: table.header.join(' | ') }, ...table.rows];
  // One row that happens to be called "release" in a table of numbers names none.
  const labels = yield* mapInSlices(
    rows,
    (row) => (row.cells.length > 1 ? walk.reading.lookup.field(plainText(row.cells[0] ?? '').replace(/:$/, '')) : null),
    ROWS_A_STEP,
  );
  const labelled = labels.filter((field) => field !== null).length;
  const isTimeline = table.header.length <= 4 && table.header.some((cell) => WHEN.test(plainText(cell)));
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const label = plainText(row.cells[0] ?? '').replace(/:$/, '');
    const known = walk.reading.lookup.field(label) ?? (shipsOwnVersion(label, walk) ? 'target' : null);
    const field = known === 'release' && isTimeline ? 'target' : known;
    const others = row.cells.slice(1).filter((cell) => cell.trim() !== '');
    if (field === 'release' && labelled < 2) continue;
    if (!field && isTimeline && place.scope === 'whole') {
      const shown = row.cells.map((cell) => plainText(cell));
      const day = shown.find((cell) => firstDate(cell, walk.reading.dates)) ?? '';
      const days =
        day === ''
          ? null
          : (shown
              .filter((cell) => cell !== day)
              .map((cell) => dateFirst(`${day} – ${cell}`, walk.reading.dates, ownIdentity(walk)))
              .find((value) => value !== null) ?? null);
      if (days)
        walk.fields.push({
          field: 'target',
          label: 'release date',
          value: days,
          line: row.line,
          text: plainText(row.text),
          segment: walk.segments.length - 1,
          ...place,
        });
      continue;
    }
    if (!field || others.length === 0 || (row.line === table.line && others.length > 1)) continue;
    const renewed =
      row.cells[table.header.findIndex((cell) => /^(?:new|revised|current|now|updated)\b/i.test(plainText(cell)))];
    const dated =
      field === 'target' || field === 'goNoGo'
        ? [renewed ?? '', ...others].find((cell) => firstDate(plainText(cell), walk.reading.dates))
        : undefined;
    addField(walk, { field, label, value: dated ?? others[0] ?? '' }, row.text, row.line, place);
  }
}

/** A table with one release a row: those whose target is not long past become releases of their own. */
function* releaseRows(walk: Walk, table: TableBlock): Generator<void, boolean> {
  const columns = table.header.map((cell) => walk.reading.lookup.field(plainText(cell)));
  const nameColumn = columns.findIndex((column) => column === 'release' || column === 'version');
  const window = table.header.findIndex((cell) => /^(?:window|dates?|ships?|when)$/i.test(plainText(cell)));
  const targetColumn = columns.includes('target')
    ? columns.indexOf('target')
    : columns.includes('date')
      ? columns.indexOf('date')
      : columns[nameColumn] === 'release'
        ? window
        : -1;
  if (nameColumn < 0 || targetColumn < 0 || table.header.length < 2) return false;
  const resumes = walk.segments.length - 1;
  const earliest = addDays(walk.reading.dates.reference, -RECENT_DAYS);
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const named = sureRelease(
      plainText(row.cells[nameColumn] ?? '').replace(/^\[([^\]]*)\]$/, '$1'),
      walk.reading.lookup,
      walk.reading.dates,
    );
    const target = firstDate(plainText(row.cells[targetColumn] ?? ''), walk.reading.dates);
    if (!named || !target || target.date < earliest) continue;
    walk.segments.push({
      mention: { ...named.identity, ...spanOf(row.line, row.line, row.text), source: 'field' },
      sure: true,
    });
    for (const [column, cell] of row.cells.entries()) {
      const field = column === targetColumn ? 'target' : columns[column];
      if (field && field !== 'release' && field !== 'version' && cell.trim() !== '')
        walk.fields.push({
          field,
          label: field,
          value: cell,
          line: row.line,
          text: plainText(row.text),
          segment: walk.segments.length - 1,
          scope: 'whole',
          kind: null,
          through: -1,
        });
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
