import { lazily } from '../../domain/lazily';
import { replaceInlineFields } from '../inline-fields';
import type { DateContext } from '../dates/date-context';
import { findDates } from '../dates/find-dates';
import { type ReleaseIdentity, versionKey } from '../../domain/release-identity';
import type { FieldName, LabelLookup } from '../vocabulary';

const FACT_SEPARATOR = lazily(
  () =>
    /\s*[|·•;]\s*|[,.]\s+(?=[\p{L}][\p{L}/ -]{1,28}:\s)|(?:[,.]\s+|\s*\()(?=(?:target|go\s*\/?\s*no-?go|owner|dri|launch|ga|ship(?:s|ping)?)\b)/iu,
);

/** A label with its value, as in "Target date: Feb 15". */
export interface FieldLine {
  readonly field: FieldName;
  readonly label: string;
  readonly value: string;
}

const SEPARATED = /^([^:=|\n]{2,48}?)\s*(?:::|:|=|\s[-–—→]\s)\s*(.*)$/su;
const VERB_JOINED = lazily(
  () =>
    /^([\p{L}][\p{L}\p{N}/ -]{1,30}?)\s+(?:has\s+|is\s+|was\s+|been\s+)*(?:is|was|by|on|at|for|set for|planned for|scheduled for|moved|moves|slips|slipped|postponed|pulled forward|pushed|now)\b\s*(.*)$/iu,
);

/** "We move the launch to Apr 24", "v2.0 slips to Apr 24": the new target. */
const MOVED =
  /\b(?:mov(?:e|ed|es)|postpon(?:e|ed)|push(?:ed)?|shift(?:ed)?|delay(?:ed)?|pull(?:ed)? forward)\s+(?:the\s+)?(?:release|launch|go-live|v?\d[\d.]*)\s+(?:from\s.{3,24}\s)?to\s|^(?:the\s+)?(?:release|launch|go-live|v\d[\d.]*)\s+(?:is\s+|was\s+|has\s+been\s+)?(?:slips|slipped|moves|moved|postponed|pushed|pulled forward)\s+(?:from\s.{3,24}\s)?to\s/i;
/** A cheap first look for the words that MOVED knows. */
const MOVING = /mov|postpon|push|shift|delay|pull|slip/i;
const MOVES = /\b(?:moved|moves|slips|slipped|postponed|pulled forward|pushed|now)\b/i;
/** A label right before its date or link: "target Mar 10", "Owner [[Ann]]". */
const DIRECT = lazily(
  () =>
    /^([\p{L}][\p{L}/ -]{1,24}?)\s+(\[\[.*|@\p{L}.*|(?:[A-Z][a-z]{2,8}\.?\s+\d|\d{1,4}[-/.]\d|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]{2}).*)$/u,
);
const LEADING_SIGNS = lazily(() => /^(?:[\s\p{So}\p{Sk}>*|•_–—-]|\uFE0F|\u200D)+/u);
const MAX_FIELD_LINE = 600;

/** All fields that one line of running text states; none for a line of prose. */
export function fieldsOfLine(line: string, lookup: LabelLookup): FieldLine[] {
  if (line.length > MAX_FIELD_LINE) return [];
  if (line.includes(' to') && MOVING.test(line) && MOVED.test(line)) return movedFields(line);
  if (!lookup.mayBeField(line)) return [];
  const found: FieldLine[] = [];
  const rest = replaceInlineFields(line, ({ key, value }) => {
    const field = lookup.field(key);
    if (!field) return null;
    found.push({ field, label: key, value });
    return ' ';
  });
  const bare = rest
    .replace(/\s+(?=\*\*[^*]{2,40}:\s*\*\*|\*\*[^*]{2,40}\*\*:)/g, ' | ')
    .replace(/^\s*\|\s*/, '')
    .replace(/\*\*|_{2,}/g, (marks) => (marks.length === 2 ? '' : marks))
    .replace(/^\s*\[![\w-]+\][-+]?\s*/, '')
    .replace(LEADING_SIGNS(), '');
  const whole = fieldOf(bare, lookup);
  if (!whole) return found;
  const parts = splitFields(bare);
  if (parts.length > 1)
    for (const part of parts) {
      const field = fieldOf(part, lookup);
      if (field) found.push(field);
    }
  else found.push(whole);
  return found;
}

/** Label of a field that a sentence states by moving it. */
export const MOVED_LABEL = 'moved';

/** The target of a sentence that moves it, and the go/no-go that it may name beside it. */
function movedFields(line: string): FieldLine[] {
  const [target = '', ...rest] = line.split(/(?=go\s*\/?\s*no-?\s?go)/i);
  const gate = rest.join('');
  return [
    { field: 'target', label: MOVED_LABEL, value: target },
    ...(gate === ''
      ? []
      : [{ field: 'goNoGo' as const, label: 'go/no-go', value: gate.replace(/^go\s*\/?\s*no-?\s?go/i, '') }]),
  ];
}

/** Several fields on one line, apart by bars, dots or semicolons, or by a comma before the next label. */
function splitFields(text: string): string[] {
  const guarded = text.replace(/\[\[[^\]]*\]\]/g, (link) => link.replace(/\|/g, '\uE000'));
  return guarded.split(FACT_SEPARATOR()).map((part) => part.replace(/\uE000/g, '|'));
}

function fieldOf(text: string, lookup: LabelLookup): FieldLine | null {
  const separated = SEPARATED.exec(text);
  const label = separated?.[1]?.trim() ?? '';
  const field = separated && !label.includes('[[') ? lookup.field(label) : null;
  if (field) return { field, label, value: (separated?.[2] ?? '').trim() };
  const direct = DIRECT().exec(text);
  const directField = direct ? lookup.field(direct[1] ?? '') : null;
  if (directField === 'target' || directField === 'goNoGo' || directField === 'owner')
    return { field: directField, label: direct?.[1] ?? '', value: direct?.[2] ?? '' };
  const joined = VERB_JOINED().exec(text);
  const verbField = joined ? lookup.field(joined[1] ?? '') : null;
  if (verbField === 'target' || verbField === 'goNoGo')
    return { field: verbField, label: joined?.[1] ?? '', value: text.slice((joined?.[1] ?? '').length).trim() };
  if (verbField === 'release' && MOVES.test(text) && /\bto\s/i.test(text))
    return { field: 'target', label: joined?.[1] ?? '', value: text };
  // "Launch on Feb 25", "Release is Feb 25"; "Release is late" has no day.
  if (verbField === 'release' && ON_A_DAY.test(joined?.[2] ?? ''))
    return { field: 'target', label: `${joined?.[1] ?? ''} date`, value: joined?.[2] ?? '' };
  if (verbField === 'date' && ON_A_DAY.test(joined?.[2] ?? ''))
    return { field: 'date', label: joined?.[1] ?? '', value: joined?.[2] ?? '' };
  if (verbField === 'owner' && /\s(?:is|now|by)\s/i.test(text))
    return { field: 'owner', label: joined?.[1] ?? '', value: joined?.[2] ?? '' };
  return null;
}

/** A line that gives its date first names a version or says that it is out. */
export const MAY_BE_DATED =
  /\d.*(?:\.\d|release|launch|\bga\b|availab|live|ship)|(?:release|launch|\bga\b|availab|live|ship).*\d/i;
const ON_A_DAY =
  /^(?:on\s+|by\s+|for\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*,?\s+)?(?:\d{1,4}[-./ ]|\d{1,2}(?:st|nd|rd|th)|[A-Z][a-z]{2,8}\.?\s+\d)/;
const OUT =
  '(?:(?:public|official|final|actual|stable|planned|target|full|production)\\s+)?(?:release[sd]?|launch(?:es|ed)?|ga|general availability|go[\\s-]?live|goes live|ships?|shipped)(?:\\s+(?:day|date|window))?';
const AFTER_DATE = lazily(
  () =>
    new RegExp(
      `^[\\s:|,–—-]*(?:(?:week|wk|w)\\s?\\d+\\s*[-–—:|]?\\s*)?(?:(?:\\p{Lu}[\\p{L}\\d]*\\s+){0,3}v?(\\d+(?:\\.\\d+)+)\\s*[-–:]?\\s*)?(${OUT})?[\\s.!|\\p{So}]*$`,
      'iu',
    ),
);
const BEFORE_DATE = lazily(() => /^[^\p{L}\p{N}]*v?(\d+(?:\.\d+)+)\s*[:|–—-]\s*$/iu);
const LEADS = lazily(() => /^[^\p{L}\p{N}]*(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\.?,?\s*)?$/iu);

/**
 * The date, as written, of a line in a timeline that gives it first: "Feb 18 – v2.9.0 released", "Feb 25: GA", or
 * "v2.9.0: Dec 16". Only for the release's own version or a bare word for the release; betas and other versions are none.
 */
export function dateFirst(line: string, dates: DateContext, release: ReleaseIdentity | null): string | null {
  if (line.length > 120 || !/\d/.test(line)) return null;
  const own = release?.version ?? null;
  // "KubeVirt GA" in the timeline of KubeVirt 1.6 is its own.
  const text =
    release?.name && line.includes(release.name) ? line.replace(release.name, '').replace(/\s+/g, ' ') : line;
  const [first, ...more] = findDates(text, dates).filter(({ reading }) => reading && /\d/.test(reading.phrase));
  if (!first || more.length > 0) return null;
  const isOwn = (version: string): boolean =>
    own !== null && [versionKey(own), `${versionKey(own)}.0`].includes(versionKey(version));
  const [before, after] = [text.slice(0, first.start), text.slice(first.end)];
  const value = text.slice(first.start, first.end);
  const named = BEFORE_DATE().exec(before.replace(/(?:mon|tue|wed|thu|fri|sat|sun)\w*\.?,?\s*$/i, ''))?.[1];
  if (named !== undefined) return isOwn(named) && /^[\s.!]*$/.test(after) ? value : null;
  const rest = LEADS().test(before) ? AFTER_DATE().exec(after) : null;
  if (!rest || (rest[1] === undefined && rest[2] === undefined)) return null;
  return rest[1] === undefined || isOwn(rest[1]) ? value : null;
}
