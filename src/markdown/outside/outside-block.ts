import { addDays, type CalendarDate, later, parseCalendarDate } from '../../domain/calendar-date';
import { asWords } from '../../domain/inert-text';
import { type OutsideIssue, SYSTEM_IDS, type SystemId, SYSTEM_NAMES } from '../../domain/outside-item';
import type { ManagedBlock } from '../blocks/managed-fence';
import { lineOf, type OutsideLine, readLine, writeLine } from './outside-line';

const PREFIX = 'from-';
/** What was done longer than this before the newest change is counted and not listed. */
const DONE_DAYS = 7;
/** Lines of a block; what is beyond is counted. Open work comes first. */
const MOST_LINES = 500;
const AS_OF = /^As of (\d{4}-\d{2}-\d{2}) \(last change there\)/m;
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

/** The day of the newest change among issues; null where none says one. */
export function newestChange(issues: readonly OutsideIssue[]): CalendarDate | null {
  let newest: CalendarDate | null = null;
  for (const { updated, completed, created } of issues)
    for (const time of [updated, completed, created])
      newest = later(newest, time === null ? null : parseCalendarDate(time.slice(0, 10)));
  return newest;
}

/** How a line is found again: by its key, else by its words. */
const idOf = ({ key, title }: OutsideLine): string => key ?? `\n${title}`;

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

/** In the order of their keys, PAY-9 before PAY-12; those without one in the order of their source. */
function byKey(a: OutsideLine, b: OutsideLine): number {
  if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
  const [, aStem = a.key, aNumber = ''] = NUMBERED.exec(a.key) ?? [];
  const [, bStem = b.key, bNumber = ''] = NUMBERED.exec(b.key) ?? [];
  return aStem === bStem ? Number(aNumber) - Number(bNumber) : aStem < bStem ? -1 : 1;
}

const isDone = ({ category }: OutsideLine): boolean => category === 'done' || category === 'cancelled';

/**
 * The content of a system's block from its issues: a heading of `level`, the open ones, those done lately, and what is
 * left out, counted. `former` is the content that it replaces. `undated` is the day that counts where no issue has one.
 * The same issues give the same content on every device and day.
 */
export function outsideContent(
  system: SystemId,
  issues: readonly OutsideIssue[],
  { level, former = '', undated }: { readonly level: number; readonly former?: string; readonly undated: CalendarDate },
): OutsideContent {
  const unique = new Map(issues.map((issue) => lineOf(issue)).map((line) => [idOf(line), line]));
  const lines = [...unique.values()].sort(byKey);
  const dated = newestChange(issues);
  const before = former.split(/\r?\n/).flatMap((text) => readLine(text) ?? []);
  const beforeById = new Map(before.map((line) => [idOf(line), line]));
  const asOf = dated ?? undated;
  const since = addDays(asOf, -DONE_DAYS);
  const recent = lines.filter(
    (line) => isDone(line) && (line.completion === null ? dated === null : line.completion >= since),
  );
  const open = lines.filter((line) => !isDone(line));
  const listed = [...open, ...recent].slice(0, MOST_LINES);
  const wasGone = (GONE.exec(former)?.[1] ?? '').split(' · ').filter((name) => name !== '');
  const goneNow = before
    .filter((line) => !unique.has(idOf(line)))
    .map((line) => asWords(line.key === null ? line.title : `${line.key} ${line.title}`));
  const isBack = (name: string): boolean =>
    [...unique.values()].some(({ key }) => key !== null && name.startsWith(`${key} `));
  const gone = [...new Set([...wasGone.filter((name) => !isBack(name)), ...goneNow])];
  const doneBefore = lines.length - open.length - recent.length;
  const hidden = open.length + recent.length - listed.length;
  const counts = [
    `${listed.length} of ${lines.length} shown`,
    ...(doneBefore > 0 ? [`${doneBefore} done before`] : []),
    ...(hidden > 0 ? [`${hidden} more`] : []),
  ].join(', ');
  const make = (day: CalendarDate): string =>
    [
      `${'#'.repeat(Math.min(6, level))} From ${SYSTEM_NAMES[system]}`,
      ...listed.map(writeLine),
      `As of ${day} (last change there) · ${counts}`,
      ...(gone.length > 0 ? [`No longer there: ${gone.join(' · ')}`] : []),
    ].join('\n');
  // Where nothing is dated, only another content is another day.
  const kept = dated === null ? parseCalendarDate(AS_OF.exec(former)?.[1] ?? '') : null;
  const isSame = kept !== null && make(kept) === former.replace(/\r\n/g, '\n').trimEnd();
  return {
    content: make(isSame ? kept : asOf),
    shown: listed.length,
    total: lines.length,
    added: lines.filter((line) => !beforeById.has(idOf(line))).length,
    changed: listed.filter((line) => {
      const old = beforeById.get(idOf(line));
      return old !== undefined && writeLine(old) !== writeLine(line);
    }).length,
    gone: goneNow,
  };
}
