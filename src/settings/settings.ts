import { type BusinessCalendar, DEFAULT_BUSINESS_CALENDAR } from '../domain/business-calendar';
import type { CalendarDate } from '../domain/calendar-date';
import { DEFAULT_TASK_MARKS, type TaskMarks } from '../domain/checklist';
import { DEFAULT_RISK_POLICY, type RiskPolicy } from '../domain/risk/risk-policy';
import type { ReaderOptions } from '../markdown/readers/reading';
import { DEFAULT_VOCABULARY, type Vocabulary } from '../markdown/vocabulary';

/** Everything a person can set. Plain data; unknown keys of stored settings are kept apart and written back. */
export interface Settings {
  /** Folders that are read; [''] is the whole vault. */
  readonly folders: readonly string[];
  readonly releasesFolder: string;
  readonly excludedFolders: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly taskMarks: TaskMarks;
  readonly dateOrder: 'month-first' | 'day-first';
  readonly countdownInBusinessDays: boolean;
  readonly fiscalYearStart: number;
  readonly calendar: BusinessCalendar;
  readonly policy: RiskPolicy;
}

/** The settings of a fresh installation. */
export function defaultSettings(): Settings {
  return {
    folders: ['Active', 'Inbox', 'Resources'],
    releasesFolder: 'Active/Releases',
    excludedFolders: ['System/Templates', 'Resources/Templates', 'Archive', 'Templates'],
    vocabulary: DEFAULT_VOCABULARY,
    taskMarks: DEFAULT_TASK_MARKS,
    dateOrder: 'month-first',
    countdownInBusinessDays: true,
    fiscalYearStart: 1,
    calendar: DEFAULT_BUSINESS_CALENDAR,
    policy: DEFAULT_RISK_POLICY,
  };
}

/** The slice that the reader needs. */
export function readerOptions(settings: Settings, fileDate: CalendarDate): ReaderOptions {
  return { vocabulary: settings.vocabulary, taskMarks: settings.taskMarks, fileDate, dates: { order: settings.dateOrder, calendar: settings.calendar, fiscalYearStart: settings.fiscalYearStart, countdownInBusinessDays: settings.countdownInBusinessDays } };
}

/** The slice that decides which notes are read. */
export function scopeOf(settings: Settings): { readonly folders: readonly string[]; readonly excluded: readonly string[] } {
  return { folders: settings.folders, excluded: settings.excludedFolders };
}
