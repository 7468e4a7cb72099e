import {
  type OutsideDashboard,
  type OutsideEvent,
  type OutsideFigure,
  type OutsideIssue,
  type OutsideItem,
  type OutsideKind,
  type OutsideMessage,
  type OutsidePage,
  type OutsideReading,
  SYSTEM_NAMES,
} from '../domain/outside-item';
import { monthDay } from './date-wording';
import { parseCalendarDate } from '../domain/calendar-date';
import { counted } from './counted';

const KINDS: Readonly<Record<OutsideKind, string>> = {
  issues: 'issue',
  pages: 'page',
  messages: 'message',
  dashboards: 'dashboard',
  events: 'event',
  figures: 'figure',
};
const MOST_NAMES = 12;

const listed = (names: readonly string[]): string =>
  names.length > MOST_NAMES
    ? `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`
    : names.join(', ');

/** Every word of an import. */
export const IMPORT_WORDING = {
  command: 'Import a file from another system',
  title: 'Import a file',
  fromFile: 'Import into a release…',
  files: 'Files',
  filesHint: 'An export of one of ten systems: CSV, JSON, XML or zip. Nothing is written yet.',
  reading: 'Reading…',
  stop: 'Stop',
  stopped: 'Reading was stopped; nothing was written.',
  unreadable: (why: string): string => `The file could not be read: ${why}.`,
  nothing: 'Nothing in it is known to Shipshape.',
  seems: (what: string): string => `This seems to be ${what}. Nothing will be written.`,
  found: ({ system, kind, rows, items }: OutsideReading): string => {
    const what = counted(kind === 'dashboards' ? items.length : rows, KINDS[kind]);
    return system === null ? what : `${SYSTEM_NAMES[system]}: ${what}`;
  },
  first: 'The first of them',
  columns: (used: number, ignored: number): string => `Columns: ${used} used, ${ignored} not`,
  used: (names: readonly string[]): string => `Used: ${listed(names)}`,
  ignored: (names: readonly string[]): string => `Not used: ${listed(names)}`,
  problem: (row: number | null, text: string): string => (row === null ? text : `Row ${row}: ${text}`),
  more: (number: number): string => `${number} more`,
  release: 'Release',
  noRelease: 'No release is ahead that could take them: make a release plan first.',
  whichRelease: 'Choose the release that this is work of.',
  choose: 'Choose…',
  homeless: 'No note of this release can take them: only records speak of it.',
  version: 'Version',
  versionHint: 'As the file names it',
  anyVersion: (number: number): string => `All (${number})`,
  versionOption: (name: string, number: number): string => `${name} (${number})`,
  offered: 'Offered, since it has the same version.',
  target: 'Goes to',
  into: (note: string, isNew: boolean): string =>
    `${note}${isNew ? ' (new)' : ''}, in a block of its own. What else stands in the note stays as it is.`,
  changes: (added: number, changed: number, gone: number, shown: number, total: number): string =>
    [
      `${added} new`,
      `${changed} changed`,
      ...(gone > 0 ? [`${gone} no longer there (named in the block)`] : []),
      ...(shown < total ? [`${shown} of ${total} listed, the others counted`] : []),
    ].join(', '),
  same: 'The note says all of this already.',
  refused: {
    edited: 'The block in the note was changed by hand since it was written. As long as it is, nothing is written.',
    several: 'The note holds the block of this system several times, or one without its end: put that right first.',
    unsafe: 'The note ends inside a comment or a code block that is not closed: close it first.',
  },
  shared: (note: string): string => `${note} speaks of several releases: give this one a note of its own first.`,
  overwrite: 'Write it anew, without what was changed by hand',
  as: 'As',
  asWork: 'Rows, as work of a release',
  asPages: (pages: number): string => `${counted(pages, 'page')}, as notes`,
  folder: 'Folder',
  folderHint: 'A note for each page; notes that are there already stay as they are.',
  noFolder: 'Name a folder for the notes.',
  pagesInto: (pages: number, folder: string): string => `${folder}: ${counted(pages, 'note')}.`,
  pagesThere: (there: number): string =>
    `${counted(there, 'note')} of these names are there already and stay as they are.`,
  pagesWritten: (made: number, total: number, folder: string, why: string): string =>
    made === total
      ? `${counted(total, 'page')} ${total === 1 ? 'is a note' : 'are notes'} in ${folder} now.`
      : `${made} of ${total} pages are notes in ${folder} now, ${total - made} not: ${why}`,
  there: (names: readonly string[]): string => `there already: ${listed(names)}.`,
  write: 'Write into the note',
  step: (system: string): string => `Import from ${system}`,
  written: (number: number, total: number, note: string): string =>
    number === total
      ? `${counted(total, 'row')} ${total === 1 ? 'is' : 'are'} in ${note} now.`
      : `${number} of ${total} rows are in ${note} now; the others are counted there.`,
  failed: (why: string): string => `Nothing was written: ${why}.`,
} as const;

/** An item in a line, with what is known of it. */
interface PreviewLine {
  readonly text: string;
  readonly notes: readonly string[];
}

const MOST_LETTERS = 160;
const line = (text: string, ...notes: readonly (string | null)[]): PreviewLine => ({
  text: text.slice(0, MOST_LETTERS),
  notes: notes.filter((note): note is string => note !== null && note !== ''),
});

const LINES: Readonly<Record<OutsideKind, (item: never) => PreviewLine>> = {
  issues: ({ id, title, status, assignee, due }: OutsideIssue) => {
    const first = typeof due === 'string' || due === null ? due : (due[0] ?? null);
    const day = first === null ? null : parseCalendarDate(first.slice(0, 10));
    return line(
      `${id === null || /^[0-9a-f]{32}$/.test(id) ? '' : `${id} `}${title}`,
      status,
      assignee,
      day && monthDay(day),
    );
  },
  pages: ({ title, parent }: OutsidePage) => line(title, parent),
  messages: ({ said, author, channel }: OutsideMessage) => line(said, author, channel),
  dashboards: ({ title, dashboard, owner, kind }: OutsideDashboard) => line(title, kind, dashboard, owner),
  events: ({ name, properties }: OutsideEvent) => line(name, ...properties.slice(0, 4)),
  figures: ({ measure, value }: OutsideFigure) => line(measure, value === null ? null : String(value)),
};

/** "PAY-12 Export keeps filters" with what is known of it, for a preview. */
export function previewLine(kind: OutsideKind, item: OutsideItem): PreviewLine {
  const isPage = kind === 'issues' && 'page' in item;
  return LINES[isPage ? 'pages' : kind](item as never);
}
