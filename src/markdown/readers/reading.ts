import type { CalendarDate } from '../../domain/calendar-date';
import type { TaskMarks } from '../../domain/checklist';
import type { Span } from '../../domain/evidence';
import type {
  ActionFact,
  DependencyFact,
  Diagnostic,
  ReleaseMention,
  RiskFact,
  ScalarFact,
  TaskFact,
} from '../../domain/note-facts';
import type { WorkspaceLayout } from '../../domain/workspace-layout';
import type { DateContext } from '../dates/date-context';
import type { Scope } from '../section-scope';
import type { LabelLookup, SectionKind, Vocabulary } from '../vocabulary';
import type { RegisterEntry } from './register-entry';

/** All that decides how a note is read, beside its text. */
export interface ReaderOptions {
  readonly vocabulary: Vocabulary;
  readonly taskMarks: TaskMarks;
  /** The file's last change as a civil date: the weak as-of of a note that carries no date. */
  readonly fileDate: CalendarDate;
  readonly dates: Pick<DateContext, 'order' | 'calendar' | 'fiscalYearStart' | 'countdownInBusinessDays'>;
  /** Where the person keeps notes of a kind, beside the usual names. */
  readonly folders: Pick<
    WorkspaceLayout['folders'],
    'releases' | 'processes' | 'playbooks' | 'relationships' | 'requests' | 'meetings' | 'history'
  >;
}

/** Where a block stands: its heading, the meaning of its section, and which release it belongs to (−1 none). */
export interface BlockPlace {
  readonly section: string | null;
  readonly kind: SectionKind | null;
  /** Words of the heading or label that gave the kind. */
  readonly label: string;
  /** Whether the lines here speak of the release as a whole. */
  readonly scope: Scope;
  /** The depth at which the items of the section stand: above 0 where an item is its label. */
  readonly base: number;
  readonly release: number;
  /** Of a heading: the entry of a register that it is. */
  readonly entry?: RegisterEntry;
  /** The day of the section in a running log, where the headings say it; weekdays below count from it. */
  readonly day?: CalendarDate;
}

/**
 * A place with what only few have. Hundreds of thousands of places are made alike: a spread for each would make every
 * look at them slow.
 */
export function placeWith<Place extends object>(
  place: Place,
  { day, entry }: { readonly day?: CalendarDate | null; readonly entry?: RegisterEntry | null },
): Place & Pick<BlockPlace, 'day' | 'entry'> {
  return day || entry ? { ...place, ...(day ? { day } : {}), ...(entry ? { entry } : {}) } : place;
}

/** The facts of one note while they are being collected. */
export interface Reading {
  readonly options: ReaderOptions;
  readonly lookup: LabelLookup;
  dates: DateContext;
  readonly releases: ReleaseMention[];
  readonly scalars: ScalarFact[];
  readonly tasks: TaskFact[];
  readonly risks: RiskFact[];
  readonly actions: ActionFact[];
  readonly dependencies: DependencyFact[];
  readonly diagnostics: Diagnostic[];
  /** A note of one day (a meeting log, a retro, a decision) speaks as of that day; others live on. */
  readonly isRecord: boolean;
  /** Who is named as present, in lower case. */
  people: ReadonlySet<string>;
}

const MAX_TEXT = 300;
/** A note with more bad lines is not helped by a longer list. */
const MAX_DIAGNOSTICS = 50;

/** A 1-based span from 0-based lines; long text is shortened for showing. */
export function spanOf(line: number, endLine: number, text: string): Span {
  const flat = /\s\s|\n/.test(text)
    ? text
        .slice(0, MAX_TEXT * 4)
        .replace(/\s+/g, ' ')
        .trim()
    : text.trim();
  return {
    line: line + 1,
    endLine: endLine + 1,
    text: flat.length > MAX_TEXT ? `${flat.slice(0, MAX_TEXT - 1)}…` : flat,
  };
}

/** Remembers a problem once a line. */
export function diagnose(reading: Pick<Reading, 'diagnostics'>, line: number, message: string): void {
  if (
    reading.diagnostics.length < MAX_DIAGNOSTICS &&
    !reading.diagnostics.some((known) => known.line === line + 1 && known.message === message)
  )
    reading.diagnostics.push({ line: line + 1, message });
}

/** What lives on may speak of days after its own, up to when it was saved. */
export function latestOf({ isRecord, dates, options }: Reading): CalendarDate {
  return isRecord || options.fileDate < dates.reference ? dates.reference : options.fileDate;
}
