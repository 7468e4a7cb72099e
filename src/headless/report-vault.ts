import type { CalendarDate } from '../domain/calendar-date';
import { conflictedOriginal, likelyOriginal, saysTheSame, copyFacts } from '../domain/conflicted-copy';
import { createAssessments } from '../index/assessments';
import { ended } from '../domain/in-slices';
import { createFacetIndex } from '../index/facet-index';
import { keptForecasts, keptStatuses } from '../index/note-histories';
import { HISTORY } from '../markdown/history-feature';
import type { StatusAudience } from '../domain/status/kept-status';
import { lazily } from '../domain/lazily';
import { currentRegistry } from '../workflows/process-registry';
import { createReleaseIndex, type NoteChange } from '../index/release-index';
import { isExcluded } from '../index/scope';
import { readNote } from '../markdown/read-note';
import { type AnswerFormat, findingsAnswer, statusAnswer } from '../presentation/answers';
import { calendarEntries } from '../presentation/calendar/calendar-dates';
import { calendarFile } from '../presentation/calendar/calendar-file';
import { buildReport, type Report, type ReportedNote } from '../presentation/report';
import { reportTable } from '../presentation/report-table';
import { migrateSettings, readerOptions, resolveSettings, scopeOf } from '../settings/settings';

/** One note of the folder: vault path, text, and the civil date of its last change. */
export interface VaultNote {
  readonly path: string;
  readonly text: string;
  readonly fileDate: CalendarDate;
}

/** What the command line asks for. */
export interface ReportRequest {
  readonly today: CalendarDate;
  readonly facts: boolean;
  /** The plugin's stored settings (data.json) of the vault, as parsed; null for the defaults. */
  readonly settings: unknown;
}

/** What the command line can print. */
export interface VaultReport {
  readonly report: Report;
  readonly table: string;
  readonly levels: readonly string[];
  readonly findings: (format: AnswerFormat) => string;
  /** Status updates for an audience; of one release where one is named. */
  readonly status: (audience: StatusAudience, release: string, format: AnswerFormat) => string;
  /** Dates as an iCalendar file. */
  readonly calendar: () => string;
}

/** The same core as in the app, over notes that somebody else has read: JSON data and the table. */
export function reportVault(notes: Iterable<VaultNote>, request: ReportRequest): VaultReport {
  const settings = resolveSettings(migrateSettings(request.settings));
  const index = createReleaseIndex(settings.releasesFolder);
  const all: ReportedNote[] = [];
  const changes: NoteChange[] = [];
  const read = [...notes].filter((note) => !isExcluded(note.path, scopeOf(settings)));
  const texts = new Map(read.map(({ path, text }) => [path, text]));
  for (const note of read) {
    // A file's time after the day of the report says nothing about what was known on that day.
    const fileDate = note.fileDate > request.today ? request.today : note.fileDate;
    const original = originalOf(note, texts);
    const facts =
      original === null
        ? readNote(note.path, note.text, readerOptions(settings, fileDate))
        : copyFacts(note.path, original, fileDate);
    if (request.facts) all.push({ facts, textOf: lineReader(note.text) });
    changes.push({ path: note.path, facts });
  }
  const changed = index.apply(changes);
  const assessments = createAssessments(settings, request.today);
  ended(assessments.update(changed, index.release, keptForecasts(changes.flatMap(({ facts }) => facts ?? []))));
  const assessed = assessments.assessed();
  const asked = { releases: assessed, today: request.today, calendar: settings.calendar };
  const facets = lazily(() => {
    const index = createFacetIndex();
    index.apply(changes);
    return index;
  });
  return {
    findings: (format) => findingsAnswer(asked, format),
    status: (audience, wanted, format) => {
      const kept = keptStatuses(facets().all(HISTORY));
      return statusAnswer(asked, { reader: { audience, party: '' }, wanted, kept }, format);
    },
    calendar: () => {
      const processes = currentRegistry(facets())(settings, request.today);
      return calendarFile(calendarEntries(assessed, processes));
    },
    report: buildReport(request.today, assessed, settings.calendar, request.facts ? all : undefined),
    table: reportTable(request.today, assessed),
    levels: assessed.map(({ assessment }) => assessment.level),
  };
}

/** A text's lines by their number, split when the first is asked for. */
function lineReader(text: string): (line: number) => string {
  let lines: readonly string[] | null = null;
  return (line) => ((lines ??= text.split('\n'))[line - 1] ?? '').trim();
}

/** The note of which another one is a conflicted copy; null for a note of its own. */
function originalOf({ path, text }: VaultNote, texts: ReadonlyMap<string, string>): string | null {
  const original = likelyOriginal(path);
  const other = original === null ? undefined : texts.get(original);
  return conflictedOriginal(path) ?? (other !== undefined && saysTheSame(text, other) ? original : null);
}
