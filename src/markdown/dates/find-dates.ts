import { addDays, weekday } from '../../domain/calendar-date';
import { lazily } from '../../domain/lazily';
import type { DateReading } from '../../domain/note-facts';
import { ABSOLUTE_PATTERNS } from './absolute-dates';
import type { DateContext, DateMatch } from './date-context';
import { leadingWeekday } from './month-names';
import { type Hint, HINTS, type Resolved } from './pattern';
import { RELATIVE_PATTERNS } from './relative-dates';

const PATTERNS = lazily(() =>
  [...ABSOLUTE_PATTERNS, ...RELATIVE_PATTERNS].map((pattern) => ({
    ...pattern,
    regex: new RegExp(pattern.source, 'giu'),
  })),
);
const TRIGGER =
  /\d|early|mid|late|end\b|beginning|start of|anfang|mitte|ende|today|tonight|tomorrow|yesterday|heute|morgen|day\b|week|month|quarter|year|\beo[dwmqy]\b|\b(?:mon|tues?|wed|thu|fri|sat|sun)\b|\bq[1-4]\b/i;
const FRACTION_AFTER =
  /^\s*(?:done|complete|completed|of\b|items?|tasks?|tests?|passed|open|closed|ready|approved|approvals|merged|teams?|people|votes?|points?|hours?)/i;
const TIME_AFTER = /^\s*(?:,|@|at|um)?\s*(\d{1,2}(?::\d{2})?\s*(?:am|pm)\b|\d{1,2}:\d{2}(?:\s*(?:am|pm|uhr))?)/i;
const WEEK_BEFORE = /(?:w\/c|week\s+(?:commencing|beginning|starting|of))\s+$/i;
const MAX_LENGTH = 4000;
const ODD_SIGN = /[‐‑\u00a0]/;
const WORD = lazily(() => /[\p{L}\p{N}_]/u);

/** All dates of a text, in order, without overlaps. Text beyond 4,000 characters is not searched (no line of prose is that long). */
export function findDates(text: string, context: DateContext): DateMatch[] {
  // One line is asked for its dates by several readers, one after the other.
  if (last.context !== context || last.text !== text) last = { text, context, found: datesIn(text, context) };
  return [...last.found];
}

let last: { readonly text: string; readonly context: DateContext | null; readonly found: readonly DateMatch[] } = {
  text: '',
  context: null,
  found: [],
};

function datesIn(text: string, context: DateContext): DateMatch[] {
  const source = text.length > MAX_LENGTH ? text.slice(0, MAX_LENGTH) : text;
  if (!TRIGGER.test(source)) return [];
  const plain = ODD_SIGN.test(source) ? source.replace(/[‐‑]/g, '-').replace(/\u00a0/g, ' ') : source;
  const found: Found[] = [];
  const holds = hintsOf(plain);
  for (const pattern of PATTERNS()) {
    if (!pattern.needs.every(holds)) continue;
    pattern.regex.lastIndex = 0;
    for (let match = pattern.regex.exec(plain); match; match = pattern.regex.exec(plain)) {
      const resolved = standsAlone(plain, match, pattern.name) ? pattern.resolve(match, context) : null;
      if (resolved)
        found.push({
          ...toMatch(plain, match, resolved, pattern.name),
          isWeekday: pattern.name === 'weekday',
          isEndOfDay: pattern.name === 'day-word' && END_OF_DAY.test(match[0]),
        });
      else pattern.regex.lastIndex = match.index + 1;
    }
  }
  const read = withoutOverlaps(withoutNamedDays(plain, found)).filter(
    ({ reading, problem }) => reading !== null || problem !== null,
  );
  return joined(plain, read).map(({ start, end, reading, problem }) => ({ start, end, reading, problem }));
}

/** Looks for each hint at most once. */
function hintsOf(text: string): (hint: Hint) => boolean {
  const known: Partial<Record<Hint, boolean>> = {};
  return (hint) => (known[hint] ??= HINTS[hint].test(text));
}

const END_OF_DAY = /^(?:EOD|end)/i;
const SPAN_BETWEEN = /^\s*(?:[-–—]|to|through|thru|until|till|bis|au|al)\s*$/i;
const AND_BETWEEN = /^\s*and\s*$/i;
const BETWEEN_BEFORE = /\bbetween\s+(?:the\s+)?$/i;

/** Two dates with "to" or a dash between them are one span, which ends on its last day. */
function joined(text: string, found: readonly Found[]): Found[] {
  const spans: Found[] = [];
  for (const match of found) {
    const last = spans[spans.length - 1];
    const between = last ? text.slice(last.end, match.start) : '';
    const isSpan =
      last?.reading &&
      match.reading &&
      !last.reading.from &&
      (SPAN_BETWEEN.test(between) || (AND_BETWEEN.test(between) && BETWEEN_BEFORE.test(text.slice(0, last.start))));
    if (last?.reading && match.reading && isSpan && match.reading.date >= last.reading.date)
      spans[spans.length - 1] = {
        ...match,
        start: last.start,
        reading: { ...match.reading, from: last.reading.date, phrase: text.slice(last.start, match.end).trim() },
      };
    else spans.push(match);
  }
  return spans;
}

interface Found extends DateMatch {
  readonly isWeekday: boolean;
  readonly isEndOfDay: boolean;
}

/** A weekday right before a date ("by Fri, Feb 20", "next Tuesday (Feb 17)") only names that date's day; so does "EOD" beside any day. */
function withoutNamedDays(text: string, found: readonly Found[]): Found[] {
  const named = found.filter(
    (match) =>
      !match.isEndOfDay ||
      !found.some(
        (other) =>
          !other.isEndOfDay &&
          /^[\s,(.]*(?:(?:the|on|of)\s+)?$/i.test(text.slice(match.end, other.start)) &&
          other.start >= match.end,
      ),
  );
  return named.filter(
    (match) =>
      !match.isWeekday ||
      !found.some(
        (other) =>
          !other.isWeekday &&
          other.end > match.end &&
          (other.start < match.end || /^[\s,(.]*(?:(?:the|on|of)\s+)?$/i.test(text.slice(match.end, other.start))),
      ),
  );
}

/** The first readable date of a text, or null. */
export function firstDate(text: string, context: DateContext): DateReading | null {
  return findDates(text, context).find((match) => match.reading)?.reading ?? null;
}

function standsAlone(text: string, match: RegExpExecArray, pattern: string): boolean {
  const before = match.index > 0 ? text.charAt(match.index - 1) : '';
  const end = match.index + match[0].length;
  const after = text.charAt(end);
  if (WORD().test(before) || (WORD().test(after) && WORD().test(text.charAt(end - 1)))) return false;
  if (pattern === 'slashed')
    return !/[./\-#$€£+:]/.test(before) && after !== '%' && !FRACTION_AFTER.test(text.slice(end, end + 20));
  if (pattern === 'dotted') return !/[.\-#$€£/]/.test(before);
  if (pattern === 'iso') return !/[-./]/.test(before) && !/^[-./]\d/.test(text.slice(end, end + 2));
  if (pattern === 'month-day' || pattern === 'day-month') return before !== '-' && before !== '.';
  if (pattern === 'countdown') return /[TL]/.test(match[0].charAt(0));
  return before !== '-' || pattern === 'weekday';
}

function toMatch(text: string, match: RegExpExecArray, resolved: NonNullable<Resolved>, pattern: string): DateMatch {
  const start = match.index;
  const end = start + match[0].length;
  const phrase = match[0].trim();
  if ('unread' in resolved) return { start, end, reading: null, problem: null };
  if ('problem' in resolved || !resolved.date)
    return { start, end, reading: null, problem: `“${phrase}” is not a day of the calendar` };
  const commencing = resolved.from ? null : WEEK_BEFORE.exec(text.slice(0, start));
  const time = pattern === 'countdown' ? null : TIME_AFTER.exec(text.slice(end, end + 24));
  const reading: DateReading = {
    date: commencing ? addDays(resolved.date, 4) : resolved.date,
    from: commencing ? resolved.date : (resolved.from ?? null),
    phrase: commencing ? `${commencing[0]}${phrase}` : phrase,
    assumption: assumptionFor(phrase, resolved, pattern),
    fuzzy: resolved.fuzzy ?? false,
    ambiguous: resolved.ambiguous ?? false,
    time: time?.[1]?.trim() ?? null,
  };
  return {
    start: commencing ? commencing.index : start,
    end: time ? end + time[0].length : end,
    reading,
    problem: null,
  };
}

function namedWeekday(phrase: string, pattern: string): number | null {
  return pattern === 'month-day' || pattern === 'day-month' ? leadingWeekday(phrase) : null;
}

/** Adds to the pattern's own assumption that a weekday written beside the date does not fit it. */
function assumptionFor(
  phrase: string,
  resolved: { date: Parameters<typeof weekday>[0] | null; assumption?: string },
  pattern: string,
): string | null {
  const named = namedWeekday(phrase, pattern);
  if (named !== null && resolved.date && weekday(resolved.date) !== named) return 'the weekday does not fit the date';
  return resolved.assumption ?? null;
}

function withoutOverlaps(found: Found[]): Found[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Found[] = [];
  for (const match of found) {
    const last = kept[kept.length - 1];
    if (!last || match.start >= last.end) kept.push(match);
    else if (
      last.reading === null &&
      last.problem !== null &&
      match.reading !== null &&
      match.end - match.start > last.end - last.start
    )
      kept[kept.length - 1] = match;
  }
  return kept;
}

/** Small words that tell the languages apart in which the day stands first from English. */
const DAY_FIRST_WORDS = new Set(
  'de la el los las para que una con del und der das für nicht mit les des pour avec dans est een het voor niet van och att för som ikke og til não com uma dos che della sono nie się jest для на не что'.split(
    ' ',
  ),
);
/** Words of minutes in those languages, each of which tells as much as several small ones. */
const WORDS_OF_MINUTES = new Set(
  'ata pauta presentes ausentes prazo responsável reunião início término acta asistentes reunión plazo responsable teilnehmer protokoll sitzung frist zuständig réunion présents compte-rendu échéance verbale presenti riunione scadenza notulen aanwezig deelnemers deltagare närvarande deltakere referat møte obecni spotkanie'.split(
    ' ',
  ),
);
const MINUTES_WEIGH = 3;
const ENGLISH_WORDS = new Set('the and of to is are for with this that be we will on'.split(' '));
const SMALL_WORD = lazily(() => /\p{L}+/gu);
/** A day and month that could stand in either order. */
const EITHER_ORDER =
  /(?:^|[^\d.\w/-])(?:0?[1-9]|1[0-2])(?:\/(?:0?[1-9]|1[0-2])(?:\/\d\d(?:\d\d)?)?|-(?:0?[1-9]|1[0-2])-\d{4})(?![\w/-])/;
const MOST_OF_NOTE = 20_000;
const FEW_WORDS = 12;

/** Day first where a note is plainly written in a language of which that is the custom; null for English and where it is not plain. */
export function customaryOrder(text: string): DateContext['order'] | null {
  if (!EITHER_ORDER.test(text)) return null;
  const words = text.slice(0, MOST_OF_NOTE).toLowerCase().match(SMALL_WORD()) ?? [];
  const small = words.filter((word) => DAY_FIRST_WORDS.has(word)).length;
  const foreign = small + MINUTES_WEIGH * words.filter((word) => WORDS_OF_MINUTES.has(word)).length;
  return foreign >= FEW_WORDS && foreign > 3 * words.filter((word) => ENGLISH_WORDS.has(word)).length
    ? 'day-first'
    : null;
}

const PROOF = /(?:^|[^\d/.-])(\d{1,2})[/.](\d{1,2})(?:[/.](?:\d{4}|\d{2}))?(?![\d/%])/g;

/** What a note's unmistakable numeric dates prove: "27/02" means day first, "2/27" month first; null when they prove nothing. */
export function provenOrder(text: string): DateContext['order'] | null {
  PROOF.lastIndex = 0;
  for (let match = PROOF.exec(text); match; match = PROOF.exec(text)) {
    const first = Number(match[1]);
    const second = Number(match[2]);
    if (match[0].includes('24/7') || !/[/]/.test(match[0])) continue;
    if (first > 12 && first <= 31 && second >= 1 && second <= 12) return 'day-first';
    if (second > 12 && second <= 31 && first >= 1 && first <= 12) return 'month-first';
  }
  return null;
}
