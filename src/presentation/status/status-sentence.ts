import type { CalendarDate } from '../../domain/calendar-date';
import type { Evidence } from '../../domain/evidence';
import type { Release } from '../../domain/release';
import type { RiskAssessment } from '../../domain/risk/assess-risk';
import { weekdayAndDay } from '../date-wording';

/** A release with its verdict, as of a day. */
export interface StatusOf {
  readonly release: Release;
  readonly assessment: RiskAssessment;
  readonly today: CalendarDate;
}

/** A line that a sentence rests on. */
export type Source = Pick<Evidence, 'text' | 'path' | 'line' | 'asOf' | 'weak'>;

/** A sentence of a status update, with the lines that say so. */
export interface StatusSentence {
  readonly text: string;
  readonly sources: readonly Source[];
  /** Dates and numbers that are worked out from those lines, as the text has them. */
  readonly computed: readonly string[];
}

/** Sentences that belong together: a paragraph, or the items of a list. */
export interface StatusBlock {
  readonly heading: string;
  readonly isList: boolean;
  /** One entry an item or paragraph. */
  readonly items: readonly (readonly StatusSentence[])[];
}

/** What a sentence is made from: its words, its lines, and what was worked out. */
export function sentence(text: string, sources: readonly Source[], computed: readonly string[] = []): StatusSentence {
  return { text, sources: unique(sources), computed };
}

/** The lines of some evidence as sources. */
export function sourcesOf(evidence: readonly (Evidence | null | undefined)[]): Source[] {
  return evidence.flatMap((one) =>
    one ? [{ text: one.text, path: one.path, line: one.line, asOf: one.asOf, weak: one.weak }] : [],
  );
}

/**
 * The lines behind names that stand in none of some lines as they are: a link shows other words than the name ("Uwe"
 * for Uwe Brandt), or the head of the note names who has what it says.
 */
export function namedElsewhere(names: readonly string[], lines: readonly Evidence[]): Source[] {
  const [first] = lines;
  const said = lines.map(({ text }) => text.toLowerCase());
  if (first === undefined) return [];
  return names
    .filter((name) => !said.some((text) => text.includes(name.toLowerCase())))
    .map((name) => {
      const parts = name.toLowerCase().split(/\s+/);
      const line = lines.find((_, index) => parts.some((part) => (said[index] ?? '').split(/\W+/).includes(part)));
      return line ? { ...line, text: `${line.text} (${name})` } : { ...first, line: 1, text: name };
    });
}

/** The line that names the release's owner. */
export function sourcesOfOwner(owner: Release['owner']): Source[] {
  return owner === null ? [] : [...sourcesOf([owner.evidence]), ...namedElsewhere(owner.value, [owner.evidence])];
}

const MOST_SOURCES = 60;

function unique(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((one) => [`${one.path}\n${one.line}`, one])).values()].slice(0, MOST_SOURCES);
}

/** Words of a note in a text: never longer than this. */
export const QUOTE_LENGTH = 60;

/** "“QA sign-off”": words of a note, cut where they are long; quotation marks of their own become single ones. */
export function quote(words: string): string {
  const own = words.replace(/\s+/g, ' ').trim().replace(/[“”"]/g, '’');
  const short = own.length > QUOTE_LENGTH ? `${own.slice(0, QUOTE_LENGTH - 1).trimEnd()}…` : own;
  return `“${short}”`;
}

/** "Tue Feb 10": how every day stands in a status update. */
export function day(date: CalendarDate, today: CalendarDate): string {
  return weekdayAndDay(date, today);
}
