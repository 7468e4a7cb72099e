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
export function noteDate(path: string, frontMatter: FrontMatter, blocks: readonly Block[], dates: DateContext, lookup: LabelLookup): NoteDate {
  const stated = property(frontMatter, 'date', 'meeting date')?.values[0];
  const fromFrontMatter = stated ? readable(stated, dates) : null;
  if (fromFrontMatter) return { date: fromFrontMatter, source: 'front-matter' };
  const fromName = absolute(baseName(path), dates);
  if (fromName) return { date: fromName, source: 'file-name' };
  // A title stands at the top; a walk through all of a very large note would be felt.
  const headings = blocks.slice(0, MAX_BLOCKS).filter((block) => block.type === 'heading');
  for (const heading of [headings.find((block) => block.level === 1), headings[0]]) {
    const date = heading ? titleDate(plainText(heading.text), dates, lookup) : null;
    if (date) return { date, source: 'title' };
  }
  const line = datedLine(blocks, dates, lookup);
  return line ? { date: line, source: 'line' } : { date: dates.reference, source: 'file' };
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
  return leads || !releaseInHeading(rest, dates, lookup)?.sure ? date : null;
}

/** Only dates that name their day: "Q1 Release Planning" or "Monday sync" date nothing. */
function absolute(text: string, dates: DateContext): CalendarDate | null {
  const match = findDates(text, dates).find((found) => found.reading && !found.reading.fuzzy && /\d/.test(found.reading.phrase) && !/^(?:in|within|[TL][-–])\s?\d|^q\d/i.test(found.reading.phrase));
  return match?.reading ? (match.reading.from ?? match.reading.date) : null;
}

function datedLine(blocks: readonly Block[], dates: DateContext, lookup: LabelLookup): CalendarDate | null {
  for (const block of blocks.slice(0, FIRST_BLOCKS)) {
    if (block.type === 'table') continue;
    for (const line of block.text.split('\n').slice(0, 4)) {
      const field = fieldsOfLine(line, lookup).find((entry) => entry.field === 'date');
      const date = field ? readable(field.value, dates) : null;
      if (date) return date;
    }
  }
  return null;
}
