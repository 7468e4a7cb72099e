import type { CalendarDate } from '../../domain/calendar-date';
import type { DateContext } from './date-context';
import { MONTH_NAMES, WEEKDAY_NAMES } from './month-names';

/**
 * What a pattern makes of a match: a date, a problem to report, or null when it is no date after all. `unread` is a day
 * that nothing here can name ("Tuesday before launch"): the whole phrase is passed over, so that no part of it is taken for one.
 */
export type Resolved =
  | {
      readonly date: CalendarDate | null;
      readonly from?: CalendarDate | null;
      readonly fuzzy?: boolean;
      readonly ambiguous?: boolean;
      readonly assumption?: string;
    }
  | { readonly problem: string }
  | { readonly unread: true }
  | null;

/** What a text must hold before a pattern is tried; each is one cheap test a text. */
export type Hint = keyof typeof HINTS;

const initials = (names: Iterable<string>): string =>
  [...new Set([...names].map((name) => name.slice(0, 3)))].join('|');

export const HINTS = {
  digit: /\d/,
  year: /\d{4}|'\d{2}/,
  slash: /\d\/\d/,
  dot: /\d\.\d/,
  dash: /\d-\d/,
  eastAsian: /[年년]/,
  month: new RegExp(initials(MONTH_NAMES.flat()), 'i'),
  weekday: new RegExp(initials(WEEKDAY_NAMES), 'i'),
  unit: /day|week|month|quarter|year|eo[wmqy]/i,
  dayWord: /day|tonight|tomorrow|eod|heute|morgen/i,
  part: /early|mid|late|beginning|start|end|anfang|ende/i,
  ordinal: /first|second|third|last|\d(?:st|nd|rd|th)|fourth/i,
  quarter: /q[1-4]/i,
  countdown: /[tl]\s?[-–−+]\s?\d/i,
} as const;

/** One way to write a date: `source` is a pattern without lookbehind, matched case-insensitively at word boundaries. */
export interface DatePattern {
  readonly name: string;
  readonly source: string;
  /** Signs without which nothing can match: most texts are spared most patterns. */
  readonly needs: readonly Hint[];
  readonly resolve: (match: RegExpExecArray, context: DateContext) => Resolved;
}
