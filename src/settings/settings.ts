import { type BusinessCalendar } from '../domain/business-calendar';
import type { CalendarDate } from '../domain/calendar-date';
import type { TaskMarks, TaskState } from '../domain/checklist';
import { textHash } from '../domain/text-hash';
import { type RiskPolicy } from '../domain/risk/risk-policy';
import { WORKSPACE_PARTS, type WorkspaceLayout } from '../domain/workspace-layout';
import type { ReaderOptions } from '../markdown/readers/reading';
import { DEFAULT_VOCABULARY, type Vocabulary } from '../markdown/vocabulary';
import { type Parsed, parseDays, parseMarks, parseWeekend, parseWords, trimFolder } from './parse';
import { COMPANY_SIZES, folderSetting, SETTING_SPECS, settingProblem, type SettingSpec, settingSpec } from './schema';
import { policyOf } from './read-policy';
import { folderLines, outermost } from './read-folders';
import { asStored, SETTINGS_VERSION, type StoredSettings } from './stored-settings';

/** Everything a person can set, in the form that the core wants. */
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
  readonly workspace: WorkspaceLayout;
  /** 1 for 1–100 people, 2 for 100–1k, 3 for 1k–10k, 4 above. */
  readonly companySize: 1 | 2 | 3 | 4;
  /** Whether a changed process writes its playbooks by itself, offers to, or does nothing. */
  readonly playbookUpdates: 'auto' | 'offer' | 'off';
  /** Whether it is kept on which day lines of plans were seen to change. */
  readonly keepHistory: boolean;
  /** Where the calendar file is kept; '' for nowhere. */
  readonly calendarFolder: string;
  /** The person's own name or page, to whom new releases fall; '' when not said. */
  readonly me: string;
}

/** Reads stored data of any age or state: a bad value falls back to its default, unknown keys are kept. Never throws. */
export function migrateSettings(data: unknown): StoredSettings {
  const stored = asStored(data);
  const migrated: Record<string, unknown> = { ...stored, version: SETTINGS_VERSION };
  for (const spec of SETTING_SPECS)
    if (!(spec.key in stored) || settingProblem(spec, stored[spec.key]) !== null) delete migrated[spec.key];
  return migrated;
}

/** The value of a key, its default where nothing (or nothing usable) is stored. */
export function settingValue(stored: StoredSettings, key: string): unknown {
  const spec = settingSpec(key);
  if (!spec) return undefined;
  return key in stored && settingProblem(spec, stored[key]) === null ? stored[key] : fallbackOf(stored, spec);
}

/** Rules that ask more of a small team than they give. */
const NOT_FOR_SMALL = new Set(['risk.R9.enabled', 'risk.R12.enabled', 'risk.R14.enabled']);

/** A setting's default: the company's size and the workspace's root folder change some of them. */
function fallbackOf(stored: StoredSettings, spec: SettingSpec): unknown {
  if (NOT_FOR_SMALL.has(spec.key)) return settingValue(stored, 'companySize') !== COMPANY_SIZES[0];
  if (spec.key === 'workspace.root' || !(spec.kind === 'folder' || spec.key === 'folders')) return spec.fallback;
  const root = settingValue(stored, 'workspace.root');
  return typeof root === 'string' && trimFolder(root) !== ''
    ? String(spec.fallback)
        .split('\n')
        .map((folder) => `${trimFolder(root)}/${folder}`)
        .join('\n')
    : spec.fallback;
}

/** Stored settings with one key changed; the default is not stored, so that later defaults reach everybody. */
export function withSetting(stored: StoredSettings, key: string, value: unknown): StoredSettings {
  const next: Record<string, unknown> = { ...stored, version: SETTINGS_VERSION };
  const spec = settingSpec(key);
  if (!spec || settingProblem(spec, value) !== null) return stored;
  const clean = spec.kind === 'number' ? Number(value) : value;
  if (clean === fallbackOf(stored, spec)) delete next[key];
  else next[key] = clean;
  return next;
}

function parsedOr<T>(parsed: Parsed<T>, fallback: T): T {
  return 'value' in parsed ? parsed.value : fallback;
}

/** Turns stored settings into the core's form; `localeOrder` is what the person's locale says about 2/3. */
export function resolveSettings(stored: StoredSettings, localeOrder: Settings['dateOrder'] = 'month-first'): Settings {
  const text = (key: string): string => {
    const value = settingValue(stored, key);
    return typeof value === 'string' ? value : '';
  };
  const lines = (key: string): string[] => folderLines(text(key));
  const order = text('dateOrder');
  const workspace = layoutOf(text);
  return {
    folders:
      settingValue(stored, 'wholeVault') === true
        ? ['']
        : outermost([
            ...lines('folders'),
            ...WORKSPACE_PARTS.filter((part) => part !== 'templates' && part !== 'resourceTemplates').map(
              (part) => workspace.folders[part],
            ),
          ]),
    releasesFolder: trimFolder(text('releasesFolder')),
    excludedFolders: [
      ...new Set([...lines('excludedFolders'), workspace.folders.templates, workspace.folders.resourceTemplates]),
    ].filter(Boolean),
    vocabulary: vocabularyOf(text),
    taskMarks: taskMarksOf(text),
    dateOrder: order === 'day-first' || order === 'month-first' ? order : localeOrder,
    countdownInBusinessDays: settingValue(stored, 'countdownInBusinessDays') === true,
    fiscalYearStart: Number(settingValue(stored, 'fiscalYearStart')),
    calendar: {
      weekend: parsedOr(parseWeekend(text('weekend')), [0, 6]),
      holidays: parsedOr(parseDays(text('holidays')), []),
      freezes: parsedOr(parseDays(text('freezes')), []),
    },
    policy: policyOf((key) => settingValue(stored, key)),
    workspace,
    companySize: (COMPANY_SIZES.findIndex((size) => size === settingValue(stored, 'companySize')) +
      1) as Settings['companySize'],
    playbookUpdates: text('playbookUpdates') as Settings['playbookUpdates'],
    keepHistory: settingValue(stored, 'keepHistory') === true,
    calendarFolder: trimFolder(text('calendarFolder')),
    me: text('me').trim(),
  };
}

function layoutOf(text: (key: string) => string): WorkspaceLayout {
  const folders = Object.fromEntries(
    WORKSPACE_PARTS.map((part) => [part, trimFolder(text(folderSetting(part)))]),
  ) as WorkspaceLayout['folders'];
  return {
    folders,
    processCategories: parseWords(text('workspace.processCategories')),
    analyticsAreas: parseWords(text('workspace.analyticsAreas')),
    functions: parseWords(text('workspace.functions')),
  };
}

/** A person's own words come in addition to ours. */
function vocabularyOf(text: (key: string) => string): Vocabulary {
  const extend = <Name extends string>(
    table: Readonly<Record<Name, readonly string[]>>,
    prefix: string,
  ): Readonly<Record<Name, readonly string[]>> => {
    const extended: Record<Name, readonly string[]> = { ...table };
    for (const name of Object.keys(table) as Name[]) {
      const own = parseWords(text(`${prefix}${name}`));
      if (own.length > 0) extended[name] = [...table[name], ...own];
    }
    return extended;
  };
  const fields = extend(DEFAULT_VOCABULARY.fields, 'words.field.');
  const sections = extend(DEFAULT_VOCABULARY.sections, 'words.section.');
  const same =
    Object.entries(fields).every(([name, list]) => list === DEFAULT_VOCABULARY.fields[name as keyof typeof fields]) &&
    Object.entries(sections).every(
      ([name, list]) => list === DEFAULT_VOCABULARY.sections[name as keyof typeof sections],
    );
  return same ? DEFAULT_VOCABULARY : { fields, sections };
}

function taskMarksOf(text: (key: string) => string): TaskMarks {
  const marks: Record<string, TaskState> = {};
  const states: readonly (readonly [string, TaskState])[] = [
    ['marks.deferred', 'deferred'],
    ['marks.inProgress', 'in-progress'],
    ['marks.cancelled', 'cancelled'],
    ['marks.done', 'done'],
  ];
  for (const [key, state] of states) for (const mark of parsedOr(parseMarks(text(key)), [])) marks[mark] = state;
  return marks;
}

/** The settings of a fresh installation. */
export function defaultSettings(): Settings {
  return resolveSettings({});
}

/** The slice that the reader needs. */
export function readerOptions(settings: Settings, fileDate: CalendarDate): ReaderOptions {
  const { releases, processes, playbooks, relationships, requests, meetings, history } = settings.workspace.folders;
  return {
    vocabulary: settings.vocabulary,
    taskMarks: settings.taskMarks,
    fileDate,
    dates: {
      order: settings.dateOrder,
      calendar: settings.calendar,
      fiscalYearStart: settings.fiscalYearStart,
      countdownInBusinessDays: settings.countdownInBusinessDays,
    },
    folders: { releases, processes, playbooks, relationships, requests, meetings, history },
  };
}

/** The slice that decides which notes are read. */
export function scopeOf(settings: Settings): {
  readonly folders: readonly string[];
  readonly excluded: readonly string[];
} {
  return { folders: settings.folders, excluded: settings.excludedFolders };
}

/** Changes whenever a setting changes what the reader makes of a text: remembered facts of another value are stale. */
export function readerFingerprint(settings: Settings): string {
  const { vocabulary, taskMarks, dateOrder, countdownInBusinessDays, fiscalYearStart, calendar, workspace } = settings;
  const source = JSON.stringify([
    vocabulary === DEFAULT_VOCABULARY ? 0 : vocabulary,
    taskMarks,
    dateOrder,
    countdownInBusinessDays,
    fiscalYearStart,
    calendar.weekend,
    calendar.holidays,
    workspace.folders,
  ]);
  return textHash(source);
}
