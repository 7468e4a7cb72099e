import type { CalendarDate } from '../../domain/calendar-date';
import type { DateContext } from './date-context';

/**
 * What a pattern makes of a match: a date, a problem to report, or null when it is no date after all. `unread` is a day
 * that nothing here can name ("Tuesday before launch"): the whole phrase is passed over, so that no part of it is taken for one.
 */
export type Resolved =
  | { readonly date: CalendarDate | null; readonly from?: CalendarDate | null; readonly fuzzy?: boolean; readonly ambiguous?: boolean; readonly assumption?: string }
  | { readonly problem: string }
  | { readonly unread: true }
  | null;

/** One way to write a date: `source` is a pattern without lookbehind, matched case-insensitively at word boundaries. */
export interface DatePattern {
  readonly name: string;
  readonly source: string;
  readonly resolve: (match: RegExpExecArray, context: DateContext) => Resolved;
}
