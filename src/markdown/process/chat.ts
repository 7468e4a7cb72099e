import { lazily } from '../../domain/lazily';
import { isLabel } from './labels';

/** One line of a chat: who says it, and what; a null text is a line that only says who and when. */
export interface ChatLine {
  readonly speaker: string;
  readonly text: string | null;
}

const WORD = "[\\p{L}][\\p{L}\\p{N}_.'’-]*";
const NAME = `@?${WORD}(?:,? ${WORD}){0,3}?`;
const DAY =
  '(?:today|yesterday|\\d{1,2}[/.]\\d{1,2}|\\d{1,2}[/ -][A-Za-z]{3}[/ -]\\d{2,4}|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{2,4}|\\d{1,2} [A-Za-z]{3,9}(?: \\d{4})?|[A-Za-z]{3,9} \\d{1,2}(?:, \\d{4})?)';
const TIME = '\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?:\\s*[ap]\\.?m\\.?)?';
const STAMP = `(?:${DAY}(?:,? at|,)?\\s+)?${TIME}`;
const END = '(?:\\s*(?:\\(edited\\)|[-•·]\\s*edited))?';
/** "Ann Lee added a comment - 14/Jan/25 10:12 AM", "**ann** commented 3 weeks ago". */
const COMMENTED = lazily(
  () => new RegExp(`^\\s*\\**(${NAME})\\**\\s+(?:added a comment|commented|replied|wrote|said)\\b.{0,60}$`, 'iu'),
);
/** "From: Ann Lee <ann@x.example>", "On Thu, 6 Feb 2025 at 16:20, Ann Lee <ann@x.example> wrote:". */
const MAIL_FROM = lazily(
  () =>
    new RegExp(
      `^[\\s>]*(?:from:\\s+(${NAME})(?:\\s*<[^>]*>)?|on\\s.{8,60}?,\\s+(${NAME})(?:\\s*<[^>]*>)?\\s+wrote:)\\s*$`,
      'iu',
    ),
);
const MAIL_HEAD = /^[\s>]*(?:to|cc|date|sent|subject|re|fw):\s/i;
/** Times and numbers of a transcript, counts of reactions. */
const NOTHING_SAID = lazily(
  () =>
    /^\s*(?:WEBVTT.*|\d{1,5}|[\d:.,]+\s*-->\s*[\d:.,]+.*|\d+ (?:like|heart|laugh\p{L}*|[a-z]+) reactions?\.?)\s*$/iu,
);
const EMOJI_CODE = /:[\w+-]{1,60}:/g;
const SIGNS_FIRST = lazily(() => /^\s*[^\p{L}\p{N}\s][^\p{L}]*$/u);
const AVATAR = /^\s*:[\w-]+:\s+(?=\S)/;

/** True for a line of times, counts or signs only. */
function saysNothing(line: string): boolean {
  return NOTHING_SAID().test(line) || SIGNS_FIRST().test(line.replace(EMOJI_CODE, '☺'));
}

/** `[12/03/2025 14:02] Ann Lee: …`, `03/06/2025, 08:41 - Tom: …`, `[10:02] <ann> …`. */
const STAMPED_BEFORE = lazily(
  () =>
    new RegExp(
      `^[\\s>*-]*(?:\\[(?:${STAMP})\\]|(?:${STAMP}))\\s*[-–—]?\\s*(?:<(${NAME})>|\\*\\*(${NAME})\\*\\*:?|(${NAME})\\s*:)\\s+(\\S.*)$`,
      'iu',
    ),
);
/** `Ann Lee [10:02]: …`, `Ann (10:02 AM): …`. */
const STAMPED_AFTER = lazily(
  () =>
    new RegExp(
      `^[\\s>*-]*\\**(${NAME})\\**\\s*(?:\\[(?:${STAMP})\\]|\\((?:${STAMP})\\)|(?:${STAMP}))\\s*:\\s*\\**\\s+(\\S.*)$`,
      'iu',
    ),
);
/** `Ann Lee  Tuesday 9:15 AM (edited)`, `ann — Today at 15:12`, `**Ann** 09:15`: what follows is hers. */
const HEADER = lazily(
  () => new RegExp(`^\\s*\\**(${NAME})\\**(?:\\s+|\\s*[—–|·,-]\\s*)[[(]?(?:${STAMP})[\\])]?${END}\\s*:?\\s*$`, 'iu'),
);
/** `[10:12] Ann Lee` alone: what follows is hers. */
const STAMP_FIRST = lazily(() => new RegExp(`^\\s*\\[(?:${STAMP})\\]\\s+\\**(${NAME})\\**\\s*$`, 'iu'));
const ONLY_NAME = lazily(
  () => new RegExp(`^\\s*\\**(\\p{Lu}[\\p{L}\\p{N}_.'’-]*(?: \\p{Lu}[\\p{L}\\p{N}_.'’-]*){0,3})\\**\\s*$`, 'u'),
);
const ONLY_STAMP = lazily(() => new RegExp(`^\\s*[[(]?(?:${STAMP})[\\])]?${END}\\s*$`, 'iu'));
/** `Ann: …`, `**Ann Lee**: …`, `Ann (QA): …`; without a time it takes several to be a chat. */
const PLAIN = lazily(
  () =>
    /^[\s>]*(?:[-*]\s+)?(?:\*\*)?@?(\p{Lu}[\p{L}\p{N}_.'’-]*(?: \p{Lu}[\p{L}\p{N}_.'’-]*)?)(?:\*\*)?(?:\s*\([^)]{1,20}\))?\s*:(?:\*\*)?\s+(\S.*)$/u,
);

/**
 * The lines of a chat by their number (0-based), for the common exports: Slack, Teams, Discord, WhatsApp, IRC,
 * transcripts; null for a text that is none. A message goes on until somebody else speaks.
 */
export function chatLines(source: string): ReadonlyMap<number, ChatLine> | null {
  const lines = source.split(/\r?\n/).map((line) => line.replace(AVATAR, '').replace(/\s+\(edited\)\s*$/, ''));
  const stamped = lines.map((line, index) => stampedLine(line, lines[index + 1] ?? '', lines[index - 1] ?? ''));
  const isMail = lines.some((line) => MAIL_FROM().test(line));
  const isStamped = isMail || stamped.filter((entry) => entry !== null && entry !== 'time').length >= 2;
  const plain = isStamped ? [] : lines.map(plainLine);
  if (!isStamped && !isPlainChat(lines, plain)) return null;
  const found = new Map<number, ChatLine>();
  let speaker: string | null = null;
  for (const [index, line] of lines.entries()) {
    if (saysNothing(line) || (isMail && MAIL_HEAD.test(line))) {
      if (speaker !== null && line.trim() !== '') found.set(index, { speaker, text: null });
      continue;
    }
    const said = isStamped ? stamped[index] : plain[index];
    if (said === 'time') {
      if (speaker !== null) found.set(index, { speaker, text: null });
      continue;
    }
    if (said) ({ speaker } = said);
    if (said) found.set(index, said);
    else if (speaker !== null && line.trim() !== '')
      found.set(index, { speaker, text: line.replace(/^[\s>]+/, '').trim() });
  }
  return found;
}

/** `time` for a line that only says when the name above it spoke. */
function stampedLine(line: string, next: string, before: string): ChatLine | 'time' | null {
  if (line.length > 4000 || line.trim() === '') return null;
  const [, angled, bold, colon, said] = STAMPED_BEFORE().exec(line) ?? [];
  const name = angled ?? bold ?? colon;
  if (name !== undefined && said !== undefined) return { speaker: name, text: said };
  const [, after, text] = STAMPED_AFTER().exec(line) ?? [];
  if (after !== undefined && text !== undefined) return { speaker: after, text };
  if (ONLY_STAMP().test(line)) return ONLY_NAME().test(before) ? 'time' : null;
  const header =
    line.length > 120
      ? null
      : (HEADER().exec(line) ?? STAMP_FIRST().exec(line) ?? COMMENTED().exec(line) ?? MAIL_FROM().exec(line));
  if (header) return { speaker: header[1] ?? header[2] ?? '', text: null };
  const alone = ONLY_NAME().exec(line);
  return alone && ONLY_STAMP().test(next) ? { speaker: alone[1] ?? '', text: null } : null;
}

function plainLine(line: string): ChatLine | null {
  const [, name = '', text] = line.length > 4000 ? [] : (PLAIN().exec(line) ?? []);
  return text === undefined || isLabel(name) ? null : { speaker: name, text };
}

/** Two lines or more begin with a name, and half of all do; what stands under a heading is a list of roles. */
function isPlainChat(lines: readonly string[], plain: readonly (ChatLine | null)[]): boolean {
  const spoken = plain.filter((entry) => entry !== null).length;
  const written = lines.filter((line) => line.trim() !== '' && !saysNothing(line)).length;
  return spoken >= 2 && spoken * 2 >= written && !lines.some((line) => /^\s*(?:#{1,6}\s|\d{1,3}[.)]\s)/.test(line));
}
