import type { CalendarDate } from '../../domain/calendar-date';
import { lazily } from '../../domain/lazily';
import type { Block } from '../blocks/block';
import type { DateContext } from '../dates/date-context';
import { findDates } from '../dates/find-dates';
import { plainText } from '../inline';
import type { OpenHeading } from './outline-walk';

const MAX_LEAD = 40;
const FIRST_BLOCKS = 400;
const NAMES_DAY = lazily(() => /\d{4}|\p{L}{3}/u);
const BEFORE_DAY = lazily(() => /^[^\p{L}\p{N}]*(?:\p{L}{3,9},? )?$/u);

/** The day with which a heading begins: "2026-02-10", "Feb 10, 2026: sync"; null for any other. */
export function leadingDay(text: string, dates: DateContext): CalendarDate | null {
  if (!/\d/.test(text.slice(0, MAX_LEAD))) return null;
  const first = findDates(text.slice(0, MAX_LEAD), dates)[0];
  const reading = first?.reading;
  return reading &&
    NAMES_DAY().test(reading.phrase) &&
    !reading.fuzzy &&
    !reading.ambiguous &&
    BEFORE_DAY().test(text.slice(0, first.start))
    ? reading.date
    : null;
}

/** True for a note whose sections are days: two headings or more of one level begin with different ones. */
export function isRunningLog(blocks: readonly Block[], dates: DateContext): boolean {
  const days = new Map<number, Set<CalendarDate>>();
  for (const block of blocks.slice(0, FIRST_BLOCKS)) {
    if (block.type !== 'heading' || !block.topLevel) continue;
    const day = leadingDay(plainText(block.text), dates);
    if (day) days.set(block.level, (days.get(block.level) ?? new Set()).add(day));
  }
  return [...days.values()].some((each) => each.size > 1);
}

/** The day of the innermost open section that is of a day. */
export function deepestDay(headings: readonly OpenHeading[]): CalendarDate | null {
  for (let at = headings.length - 1; at >= 0; at--) {
    const day = headings[at]?.day;
    if (day) return day;
  }
  return null;
}
