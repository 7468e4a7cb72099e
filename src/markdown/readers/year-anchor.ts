import type { Block } from '../blocks/block';
import type { DateContext } from '../dates/date-context';
import { findDates } from '../dates/find-dates';
import { anchorByWeekdays } from '../dates/year-by-weekday';
import { plainText } from '../inline';
import type { FrontMatter } from './front-matter';

/**
 * The day near which yearless dates of an undated note lie, by what the note says itself; null where it says nothing.
 * In steps.
 */
export function* yearAnchorOf(
  frontMatter: FrontMatter,
  blocks: readonly Block[],
  text: string,
  dates: DateContext,
): Generator<void, DateContext['yearAnchor']> {
  const stated = explicitDate(frontMatter, blocks, dates);
  return stated === null ? null : yield* anchorByWeekdays(text, stated, dates);
}

/** The first date of the note that carries its own year. */
function explicitDate(
  frontMatter: FrontMatter,
  blocks: readonly Block[],
  dates: DateContext,
): DateContext['yearAnchor'] {
  for (const { values } of frontMatter.properties)
    for (const value of values) {
      const date = dateWithYear(value, dates);
      if (date) return date;
    }
  for (const block of blocks.slice(0, 200)) {
    const date =
      block.type === 'table'
        ? firstOf(block.rows.slice(0, 20), (row) => dateWithYear(row.text, dates))
        : dateWithYear(block.text, dates);
    if (date) return date;
  }
  return null;
}

function firstOf<Entry, Found>(list: readonly Entry[], find: (entry: Entry) => Found | null): Found | null {
  for (const entry of list) {
    const found = find(entry);
    if (found !== null) return found;
  }
  return null;
}

const YEAR = /(?:19|20)\d\d/;

function dateWithYear(text: string, dates: DateContext): DateContext['yearAnchor'] {
  if (!YEAR.test(text)) return null;
  return (
    findDates(plainText(text), dates).find((found) => found.reading && YEAR.test(found.reading.phrase))?.reading
      ?.date ?? null
  );
}
