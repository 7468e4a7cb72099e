import { addDays, type CalendarDate, parseCalendarDate } from '../../domain/calendar-date';
import { asWords } from '../../domain/inert-text';
import { type OutsideIssue, SYSTEM_IDS, type SystemId, SYSTEM_NAMES } from '../../domain/outside-item';
import type { ManagedBlock } from '../blocks/managed-fence';
import { plainText } from '../inline';
import { keyOf, lineOf, type OutsideLine, readLine, titleOf, writeLine } from './outside-line';

const PREFIX = 'from-';
/** What was done longer than this before the newest change is counted and not listed. */
const DONE_DAYS = 7;
/** Lines of a block; what is beyond is counted. Open work comes first. */
const MOST_LINES = 500;
const AS_OF = /^As of (\d{4}-\d{2}-\d{2}) \(last change there\)/m;
/** Names of what is gone: older ones are in the note's history. */
const MOST_GONE = 20;
const BETWEEN = ' · ';
const NUMBERED = /^(.*?)(\d{1,15})$/;
const GONE = /^No longer there: (.*)$/m;

/** Name of the block that a system fills. */
export const blockOf = (system: SystemId): string => `${PREFIX}${system}`;

/** The system that fills a block; null for a block of another kind. */
export function systemOf({ name }: Pick<ManagedBlock, 'name'>): SystemId | null {
  return SYSTEM_IDS.find((id) => name === blockOf(id)) ?? null;
}

/** What a block states: its lines, and as of when. */
export interface OutsideBlock {
  readonly system: SystemId;
  readonly asOf: CalendarDate | null;
  /** With the line of the note on which each stands, from 1. */
  readonly lines: readonly { readonly line: number; readonly text: string; readonly states: OutsideLine }[];
}

/** Reads the block of another system; `line` is that of its first fence, from 1. */
export function readOutsideBlock(block: ManagedBlock, line: number): OutsideBlock | null {
  const system = systemOf(block);
  if (system === null) return null;
  const lines = block.content.split(/\r?\n/).flatMap((text, index) => {
    const states = readLine(text);
    return states ? [{ line: line + 1 + index, text: text.slice(0, 300), states }] : [];
  });
  return { system, asOf: parseCalendarDate(AS_OF.exec(block.content)?.[1] ?? ''), lines };
}

/** The day of the newest change among issues, none of them after today; null where none says one. */
export function newestChange(issues: readonly OutsideIssue[], today: CalendarDate): CalendarDate | null {
  let newest: CalendarDate | null = null;
  for (const { updated, completed, created } of issues)
    for (const time of [updated, completed, created]) {
      const day = time?.slice(0, 10) ?? '';
      if (day <= today && (newest === null || day > newest)) newest = parseCalendarDate(day) ?? newest;
    }
  return newest;
}

/** How a line is found again: by its key, else by its words. */
const idOf = (key: string | null, title: string): string => key ?? `\n${title}`;

/** What becomes of the lines of a block when a newer export or pull comes. */
export interface OutsideContent {
  readonly content: string;
  readonly shown: number;
  readonly total: number;
  readonly added: number;
  readonly changed: number;
  /** Titles of lines that are no longer there: they are named in the block, not deleted in silence. */
  readonly gone: readonly string[];
}

/** An issue with what is needed to choose and order it; its line is made only where it is shown. */
interface Entry {
  readonly id: string;
  readonly issue: OutsideIssue;
  readonly key: string | null;
  readonly stem: string;
  readonly number: number;
  readonly isOver: boolean;
  readonly completed: string | null;
}

function entryOf(issue: OutsideIssue): Entry {
  const key = keyOf(issue);
  const [, stem = key ?? '', digits = '0'] = NUMBERED.exec(key ?? '') ?? [];
  return {
    id: idOf(key, key === null ? titleOf(issue) : ''),
    issue,
    key,
    stem,
    number: Number(digits),
    isOver: issue.statusCategory === 'done' || issue.statusCategory === 'cancelled',
    completed: (issue.completed ?? issue.updated)?.slice(0, 10) ?? null,
  };
}

/** In the order of their keys, PAY-9 before PAY-12; those without one in the order of their source. */
function byKey(a: Entry, b: Entry): number {
  if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
  return a.stem === b.stem ? a.number - b.number : a.stem < b.stem ? -1 : 1;
}

/** The open entries, then those that were over lately or stood in the block before: what a note knows stays. */
function listedOf(
  entries: readonly Entry[],
  dated: CalendarDate | null,
  before: ReadonlySet<string>,
): { readonly open: Entry[]; readonly recent: Entry[] } {
  const since = dated === null ? '' : addDays(dated, -DONE_DAYS);
  return {
    open: entries.filter(({ isOver }) => !isOver),
    recent: entries.filter(
      ({ id, isOver, completed }) =>
        isOver && (before.has(id) || (completed === null ? dated === null : completed >= since)),
    ),
  };
}

/** Names of what is no longer there: those of before that did not come back, and the new ones; the last of many. */
function goneOf(former: string, goneNow: readonly string[], ids: ReadonlySet<string>): readonly string[] {
  const before = (GONE.exec(former)?.[1] ?? '').split(BETWEEN).filter((name) => name !== '');
  const isBack = (name: string): boolean => {
    const words = plainText(name);
    return ids.has(words.slice(0, words.indexOf(' '))) || ids.has(idOf(null, words));
  };
  return [...new Set([...before.filter((name) => !isBack(name)), ...goneNow])].slice(-MOST_GONE);
}

const goneName = (key: string | null, title: string): string =>
  asWords(key === null ? title : `${key} ${title}`)
    .split('·')
    .join('-');

/** How a block is made of issues. */
export interface OutsideOptions {
  /** Of its heading. */
  readonly level: number;
  /** The content that it replaces. */
  readonly former?: string;
  /** The day that counts where no issue has one; later ones are mistakes. */
  readonly undated: CalendarDate;
  /** All issues of the source, where only some of them are wanted: those are not gone. */
  readonly known?: readonly OutsideIssue[];
}

/** Issues by what finds them again; of those without a key that have equal words, each is one. */
function uniqueOf(issues: readonly OutsideIssue[]): ReadonlyMap<string, Entry> {
  const unique = new Map<string, Entry>();
  for (const issue of issues) {
    const entry = entryOf(issue);
    let { id } = entry;
    for (let again = 2; entry.key === null && unique.has(id); again++) id = `${entry.id}\n${again}`;
    unique.set(id, { ...entry, id });
  }
  return unique;
}

/**
 * The content of a system's block from its issues: a heading of `level`, the open ones, those done lately, and what is
 * left out, counted. The same issues give the same content on every device and day.
 */
export function outsideContent(
  system: SystemId,
  issues: readonly OutsideIssue[],
  { level, former = '', undated, known = issues }: OutsideOptions,
): OutsideContent {
  const unique = uniqueOf(issues);
  const dated = newestChange(issues, undated);
  const before = former.split(/\r?\n/).flatMap((text) => {
    const states = readLine(text);
    return states ? [{ id: idOf(states.key, states.title), text, states }] : [];
  });
  const { open, recent } = listedOf([...unique.values()].sort(byKey), dated, new Set(before.map(({ id }) => id)));
  const shown = [...open, ...recent].slice(0, MOST_LINES);
  const lines = shown.map(({ id, issue }) => ({ id, text: writeLine(lineOf(issue)) }));
  const there = known === issues ? new Set(unique.keys()) : new Set(uniqueOf(known).keys());
  const goneNow = before.filter(({ id }) => !there.has(id)).map(({ states: { key, title } }) => goneName(key, title));
  const gone = goneOf(former, goneNow, there);
  const doneBefore = unique.size - open.length - recent.length;
  const hidden = open.length + recent.length - shown.length;
  const counts = [
    `${shown.length} of ${unique.size} shown`,
    ...(doneBefore > 0 ? [`${doneBefore} done before`] : []),
    ...(hidden > 0 ? [`${hidden} more`] : []),
  ].join(', ');
  const make = (day: CalendarDate): string =>
    [
      `${'#'.repeat(Math.min(6, level))} From ${SYSTEM_NAMES[system]}`,
      ...lines.map(({ text }) => text),
      `As of ${day} (last change there) · ${counts}`,
      ...(gone.length > 0 ? [`No longer there: ${gone.join(BETWEEN)}`] : []),
    ].join('\n');
  // Where nothing is dated, only another content is another day.
  const kept = dated === null ? parseCalendarDate(AS_OF.exec(former)?.[1] ?? '') : null;
  const isSame = kept !== null && make(kept) === former.replace(/\r\n/g, '\n').trimEnd();
  const was = new Map(before.map(({ id, text }) => [id, text.trimEnd()]));
  const is = new Map(lines.map(({ id, text }) => [id, text]));
  return {
    content: make(isSame ? kept : (dated ?? undated)),
    shown: shown.length,
    total: unique.size,
    added: lines.filter(({ id }) => !was.has(id)).length,
    changed: [...was].filter(([id, text]) => unique.has(id) && is.get(id) !== text).length,
    gone: goneNow,
  };
}
