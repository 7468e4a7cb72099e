import { type CalendarDate } from '../../domain/calendar-date';
import { lazily } from '../../domain/lazily';
import type { AsOfSource } from '../../domain/note-facts';
import { baseName } from '../../domain/note-path';
import type { DateContext } from '../dates/date-context';
import { findDates } from '../dates/find-dates';
import { plainText } from '../inline';
import type { Block } from '../blocks/block';
import type { LabelLookup } from '../vocabulary';
import { fieldsOfLine } from './field-line';
import { type FrontMatter, property } from './front-matter';
import { releaseInHeading, withoutLeadingDate } from './release-heading';

const LEADING_SYMBOLS = lazily(() => /^[\s\p{So}\p{Sk}\uFE0F\u200D]+/u);

/** A note's own date and where it was found. */
export interface NoteDate {
  readonly date: CalendarDate;
  readonly source: AsOfSource;
}

const FIRST_BLOCKS = 6;
const MAX_BLOCKS = 2000;

/** Precedence: front matter `date`, file name, title, a "Date:" line near the top, else the file's own date. */
export function noteDate(
  path: string,
  frontMatter: FrontMatter,
  blocks: readonly Block[],
  dates: DateContext,
  lookup: LabelLookup,
): NoteDate {
  const stated = property(frontMatter, 'date', 'meeting date')?.values[0];
  const fromFrontMatter = stated ? readable(stated, dates) : null;
  if (fromFrontMatter) return { date: fromFrontMatter, source: 'front-matter' };
  const fromName = absolute(dayOfName(baseName(path)), dates);
  if (fromName) return { date: fromName, source: 'file-name' };
  // A title stands at the top; a walk through all of a very large note would be felt.
  const headings = blocks.slice(0, MAX_BLOCKS).filter((block) => block.type === 'heading');
  for (const heading of [headings.find((block) => block.level === 1), headings[0]]) {
    const date = heading ? titleDate(plainText(heading.text), dates, lookup) : null;
    if (date) return { date, source: 'title' };
  }
  const line = datedLine(blocks, dates, lookup) ?? leadingDate(blocks, dates);
  return line ? { date: line, source: 'line' } : { date: dates.reference, source: 'file' };
}

/** `Notes-2024-02-08` and `2024_02_08_sync`: in a file's name hyphens and underscores join words. */
function dayOfName(name: string): string {
  return name
    .replace(/(\d)_(?=\d)/g, '$1-')
    .replace(/[-_]+(?=(?:19|20)\d\d[-_.]?\d)/g, ' ')
    .replace(/_/g, ' ');
}

function readable(text: string, dates: DateContext): CalendarDate | null {
  return findDates(text, dates).find((match) => match.reading)?.reading?.date ?? null;
}

/** A title's date says when the note was written, unless the title names a release and the date does not lead. */
function titleDate(title: string, dates: DateContext, lookup: LabelLookup): CalendarDate | null {
  const date = absolute(title, dates);
  if (!date) return null;
  const rest = withoutLeadingDate(title, dates);
  const leads = rest !== title.replace(LEADING_SYMBOLS(), '').trim();
  const named = releaseInHeading(rest, dates, lookup);
  // "Release: v2.5 (Feb 15)" gives the release's day, "Release readiness: v2.5, Feb 1" the day of the check.
  return leads || !named?.sure || !named.date ? date : null;
}

/**
 * Only dates that name their day, and only one: "9-4-2021" may be two, and a wrong day moves every other. As to
 * words: "Q1 Release Planning" or "Monday sync" date nothing.
 */
function absolute(text: string, dates: DateContext): CalendarDate | null {
  const match = findDates(text, dates).find(
    (found) =>
      found.reading &&
      !found.reading.fuzzy &&
      !found.reading.ambiguous &&
      /\d/.test(found.reading.phrase) &&
      !/^(?:in|within|[TL][-–])\s?\d|^q\d/i.test(found.reading.phrase),
  );
  return match?.reading ? (match.reading.from ?? match.reading.date) : null;
}

const BEFORE_DAY = lazily(() => /^(?:[A-Za-z]{3,9}\.?,?\s+|[^\p{L}\p{N}]*)$/u);

/** A first heading or line below the title that begins with its date: "## 2026-02-10, 10:00–10:30". */
function leadingDate(blocks: readonly Block[], dates: DateContext): CalendarDate | null {
  const [second, third] = blocks[0]?.type === 'heading' ? blocks.slice(1, 3) : blocks.slice(0, 2);
  for (const block of [second, ...(second?.type === 'heading' ? [third] : [])]) {
    if (!block || block.type === 'table' || (block.type === 'item' && block.mark !== null)) continue;
    const first = plainText(block.text.split('\n')[0] ?? '').replace(LEADING_SYMBOLS(), '');
    const found = findDates(first, dates).find(({ reading }) => reading);
    const before = found ? first.slice(0, found.start) : '';
    // "Feb 10: code freeze" is a line of a timeline.
    if (
      found &&
      BEFORE_DAY().test(before) &&
      /^\s*(?:$|[,|@(–—-]|\d|at\b|from\b|um\b|à\b)/.test(first.slice(found.end)) &&
      (block.type === 'heading' || first.length < 60)
    )
      return absolute(first, dates);
  }
  return null;
}

/** In the record of a decision its day is the record's. */
const DECIDED_ON = /^\W*(?:decision date|date of (?:the )?decision|decided on)\W/i;

function datedLine(blocks: readonly Block[], dates: DateContext, lookup: LabelLookup): CalendarDate | null {
  const isDecision = blocks
    .slice(0, FIRST_BLOCKS)
    .some((block) => block.type === 'heading' && /\bdecision\b|\bgo\s*\/?\s*no-?\s?go\b/i.test(block.text));
  let decided: CalendarDate | null = null;
  for (const block of blocks.slice(0, FIRST_BLOCKS)) {
    if (block.type === 'table') {
      for (const cells of [block.header, ...block.rows.slice(0, 6).map((row) => row.cells)]) {
        const date =
          cells.length > 1 && lookup.field(plainText(cells[0] ?? '').replace(/:$/, '')) === 'date'
            ? readable(plainText(cells[1] ?? ''), dates)
            : null;
        if (date) return date;
      }
      continue;
    }
    for (const line of block.text.split('\n').slice(0, 4)) {
      const field = fieldsOfLine(line, lookup).find((entry) => entry.field === 'date');
      const date = field ? readable(field.value, dates) : null;
      if (date) return date;
      decided ??= isDecision && DECIDED_ON.test(line) ? readable(plainText(line), dates) : null;
    }
  }
  return decided;
}
