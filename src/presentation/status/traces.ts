import { lazily } from '../../domain/lazily';
import type { StatusSentence } from './status-sentence';
import { unquoted } from './text-sentences';

/** What a text may state: everything that its lines say, and what was worked out from them. */
export interface Trace {
  readonly words: string;
}

const DAY =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:\d{1,2})(?:, \d{4})?\b|\b\d{4}-\d{2}-\d{2}\b/g;
const NUMBER = /\d+(?:[.,]\d+)*/g;
const NAME = lazily(() => /\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’-]+)+/gu);
const CALENDAR_WORD = /\b(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*\b/g;

/** What some sentences rest on. */
export function traceOf(sentences: readonly StatusSentence[], further: readonly string[] = []): Trace {
  const parts = sentences.flatMap(({ sources, computed }) => [...sources.map(({ text }) => text), ...computed]);
  return { words: ` ${[...parts, ...further].join(' · ').replace(/\s+/g, ' ').toLowerCase()} ` };
}

/** Dates, numbers and names of a text that stand in none of its lines and were not worked out from them. */
export function untraced(text: string, { words }: Trace): string[] {
  const bare = unquoted(text);
  const days = bare.match(DAY) ?? [];
  const rest = bare.replace(DAY, ' ').replace(CALENDAR_WORD, ' ');
  const numbers = (rest.replace(/\b\d+ in 20\b/g, ' ').match(NUMBER) ?? []).filter(
    (number) => !hasNumber(words, number),
  );
  const chances = (rest.match(/\b\d+ in 20\b/g) ?? []).filter((chance) => !words.includes(chance));
  const names = (rest.match(NAME()) ?? [])
    // A sentence begins with a capital: "Give Marketing" names Marketing.
    .map((name) => (rest.trimStart().startsWith(name) ? name.slice(name.indexOf(' ') + 1) : name))
    .filter((name) => !words.includes(name.toLowerCase()));
  return [...days.filter((day) => !words.includes(day.toLowerCase())), ...numbers, ...chances, ...names];
}

function hasNumber(words: string, number: string): boolean {
  for (let at = words.indexOf(number); at >= 0; at = words.indexOf(number, at + 1))
    if (!/\d/.test(words.charAt(at - 1)) && !/\d/.test(words.charAt(at + number.length))) return true;
  return false;
}

/** Days as an update writes them. */
export function hasDay(text: string): boolean {
  return (text.match(DAY) ?? []).length > 0;
}

/** Each stands alone for a day that is another one tomorrow. */
const RELATIVE: readonly RegExp[] = [
  /\b(?:today|tomorrow|yesterday|tonight|heute|morgen|gestern|mañana|demain)\b/i,
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i,
  /\b(?:next|last|this|coming|nächste) (?:week|month|quarter|sprint|woche)\b/i,
  /\bin (?:a|\d+|one|two|three) (?:days?|weeks?|months?)\b/i,
];

/** Words for a day that mean another one tomorrow, where the sentence does not name the day itself; null without. */
export function relativeIn(text: string): string | null {
  if (hasDay(text)) return null;
  return RELATIVE.flatMap((pattern) => pattern.exec(text)?.[0] ?? [])[0] ?? null;
}
