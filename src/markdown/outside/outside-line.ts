import { parseCalendarDate } from '../../domain/calendar-date';
import { asWords, oneLine } from '../../domain/inert-text';
import { lazily } from '../../domain/lazily';
import type { OutsideIssue, StatusCategory } from '../../domain/outside-item';
import { plainText } from '../inline';
import { inlineFields } from '../inline-fields';

/** One piece of work as a block states it. */
export interface OutsideLine {
  readonly title: string;
  readonly key: string | null;
  readonly url: string | null;
  readonly category: StatusCategory;
  readonly status: string | null;
  readonly owner: string | null;
  readonly due: string | null;
  readonly completion: string | null;
  /** Its priority, where that is one that stops a release. */
  readonly priority: string | null;
}

const MAX_TITLE = 200;
const MAX_FIELD = 80;
/** What is seen of these is another order of the words, or nothing. */
const INVISIBLE = lazily(() => /[\p{Cc}\p{Cf}\u2028\u2029]/gu);
const KEY = /^[\w./#-]{1,60}$/;
/** A key that people know as one: it may stand in brackets, where any other word could be part of the title. */
const PLAIN_KEY = /^[A-Z][A-Z0-9_]{0,30}-\d{1,12}$/;
/** Signs of an address that would open a comment, a formula or a template. */
const ALIVE = /%%|\{\{|\$\$|==/;
const ADDRESS = /^https:\/\/[^\s()<>[\]\\"'|`]{1,500}$/;
/** Priorities that mean that nothing goes out before. */
const STOPPING = /^(?:blocker|p0|sev-?0|sev-?1|showstopper)$/i;
/** The character in a line's box. */
export const MARKS: Readonly<Record<StatusCategory, string>> = { todo: ' ', doing: ' ', done: 'x', cancelled: '-' };

/** Text without signs that nobody sees, or that turn the order of words about. */
export const visible = (text: string): string => text.replace(INVISIBLE(), ' ');

/** Text from outside on one line, without signs that nobody sees, and short enough to be read. */
function shortened(text: string, most: number): string {
  const line = oneLine(visible(text.slice(0, most * 8)));
  const signs = [...line];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : line;
}

/** A field's value: what would end it, or begin another, is taken out. */
const fieldValue = (text: string): string =>
  asWords(shortened(text, MAX_FIELD).replace(/[[\]]/g, (sign) => (sign === '[' ? '(' : ')')));

/** The key of an issue, where it is one that a line can hold. */
export const keyOf = ({ id }: Pick<OutsideIssue, 'id'>): string | null => (id !== null && KEY.test(id) ? id : null);

/** The title as a line holds it. */
export const titleOf = (issue: Pick<OutsideIssue, 'id' | 'title'>): string =>
  shortened(issue.title, MAX_TITLE) || (issue.id ?? '');

/** What a block says of an issue: what cannot be said safely is left out, the title never is. */
export function lineOf(issue: OutsideIssue): OutsideLine {
  const category = issue.statusCategory ?? 'todo';
  const last = Array.isArray(issue.due) ? (issue.due as readonly string[])[1] : (issue.due as string | null);
  const day = (time: string | null | undefined): string | null => parseCalendarDate(time?.slice(0, 10) ?? '');
  const short = (text: string | null): string | null => shortened(text ?? '', MAX_FIELD) || null;
  const priority = issue.priority === null ? null : String(issue.priority);
  const isOpen = category === 'todo' || category === 'doing';
  return {
    title: titleOf(issue),
    key: keyOf(issue),
    url: issue.url !== null && ADDRESS.test(issue.url) && !ALIVE.test(issue.url) ? issue.url : null,
    category,
    // To do is what an open box says anyway.
    status: isOpen && issue.statusCategory !== 'todo' ? short(issue.status) : null,
    owner: short(issue.assignee),
    due: day(last),
    completion: category === 'done' ? (day(issue.completed) ?? day(issue.updated)) : null,
    priority: priority !== null && isOpen && STOPPING.test(priority.trim()) ? priority.trim() : null,
  };
}

/** The line as it is written: `- [ ] Title ([PAY-12](https://…)) [owner:: Ana] [status:: In review]`. */
export function writeLine(line: OutsideLine): string {
  const { key, url } = line;
  const isField = key !== null && url === null && !PLAIN_KEY.test(key);
  const link = key === null || isField ? '' : url === null ? ` (${key})` : ` ([${key}](${url}))`;
  // Brackets at the end of a title are no key.
  const title = link === '' ? asWords(line.title).replace(/\)$/, '\\)') : asWords(line.title);
  const fields = (['owner', 'due', 'completion', 'priority', 'status'] as const).flatMap((name) => {
    const value = line[name];
    return value === null ? [] : [` [${name}:: ${fieldValue(value)}]`];
  });
  return `- [${MARKS[line.category]}] ${title}${link}${isField ? ` [id:: ${key}]` : ''}${fields.join('')}`;
}

const BOX = /^- \[([ xX-])\] (.*)$/;
const LINKED = / \(\[([\w./#-]{1,60})\]\((https:\/\/[^\s()<>[\]\\"'|`]{1,500})\)\)$/;
const KEYED = / \(([A-Z][A-Z0-9_]{0,30}-\d{1,12})\)$/;

/** Reads a line back; null for one that is none. */
export function readLine(source: string): OutsideLine | null {
  const box = BOX.exec(source.trimEnd());
  if (!box) return null;
  let text = box[2] ?? '';
  const fields: Record<string, string> = {};
  const found = inlineFields(text);
  for (const { key, value } of found) fields[key.toLowerCase()] ??= plainText(value);
  const first = found[0];
  if (first) text = text.slice(0, first.start).trimEnd();
  const linked = LINKED.exec(` ${text}`);
  const keyed = linked ?? KEYED.exec(` ${text}`);
  const title = keyed ? ` ${text}`.slice(1, keyed.index) : text;
  const mark = box[1] ?? ' ';
  const status = fields['status'] ?? null;
  return {
    title: plainText(title),
    key: keyed?.[1] ?? fields['id'] ?? null,
    url: linked?.[2] ?? null,
    category: mark === '-' ? 'cancelled' : mark !== ' ' ? 'done' : status === null ? 'todo' : 'doing',
    status,
    owner: fields['owner'] ?? null,
    due: parseCalendarDate(fields['due'] ?? ''),
    completion: parseCalendarDate(fields['completion'] ?? ''),
    priority: fields['priority'] ?? null,
  };
}
