import type { CalendarDate } from '../domain/calendar-date';
import { conflictedOriginal, likelyOriginal, saysTheSame } from '../domain/conflicted-copy';
import { copyFacts } from '../domain/note-facts';
import { createAssessments } from '../index/assessments';
import { ended } from '../domain/in-slices';
import { keptForecasts } from '../index/note-histories';
import { createReleaseIndex } from '../index/release-index';
import { isExcluded } from '../index/scope';
import { readNote } from '../markdown/read-note';
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

/** The same core as in the app, over notes that somebody else has read: JSON data and the table. */
export function reportVault(
  notes: Iterable<VaultNote>,
  request: ReportRequest,
): { readonly report: Report; readonly table: string; readonly levels: readonly string[] } {
  const settings = resolveSettings(migrateSettings(request.settings));
  const index = createReleaseIndex(settings.releasesFolder);
  const all: ReportedNote[] = [];
  const changes = [];
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
  ended(assessments.update(changed, index.release, keptForecasts(changes.map(({ facts }) => facts))));
  const assessed = assessments.assessed();
  return {
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
