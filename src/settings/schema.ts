import { DEFAULT_RISK_POLICY, RULE_IDS, type RuleId, type RuleSettings } from '../domain/risk/risk-policy';
import type { WorkspacePart } from '../domain/workspace-layout';
import { DEFAULT_VOCABULARY, type FieldName, type SectionKind } from '../markdown/vocabulary';
import {
  type Parsed,
  parseDays,
  parseFolder,
  parseMarks,
  parseTiers,
  parseWeekend,
  parseWhole,
  parseWords,
} from './parse';

/** How one setting is stored, checked and shown; its words stand in presentation/settings-wording. */
export type SettingSpec =
  | { readonly key: string; readonly kind: 'toggle'; readonly fallback: boolean }
  | {
      readonly key: string;
      readonly kind: 'number';
      readonly fallback: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly key: string; readonly kind: 'choice'; readonly fallback: string; readonly options: readonly string[] }
  | {
      readonly key: string;
      readonly kind: 'text' | 'lines' | 'folder';
      readonly fallback: string;
      readonly check: (text: string) => Parsed<unknown>;
    };

const words = (text: string): Parsed<readonly string[]> => ({ value: parseWords(text) });

/** Each line a folder. */
function folders(text: string): Parsed<readonly string[]> {
  const found: string[] = [];
  for (const line of text
    .split(/\n/)
    .map((entry) => entry.trim())
    .filter(Boolean)) {
    const folder = parseFolder(line);
    if ('problem' in folder) return folder;
    found.push(folder.value);
  }
  return { value: found };
}

/** A folder that must be named: the vault itself is none. */
function namedFolder(text: string): Parsed<string> {
  const folder = parseFolder(text);
  return 'value' in folder && folder.value === '' ? { problem: 'Name a folder.' } : folder;
}

/** Names of folders, apart by commas. */
function folderNames(text: string): Parsed<readonly string[]> {
  const names = parseWords(text);
  for (const name of names) {
    const folder = parseFolder(name);
    if ('problem' in folder) return folder;
  }
  return { value: names };
}

/** Sizes of a company, smallest first; a size changes defaults, never files. */
export const COMPANY_SIZES = ['1-100', '100-1k', '1k-10k', '10k+'] as const;

/** Folders of a workspace as they are made by default; the releases folder has a setting of its own. */
const WORKSPACE_FOLDERS: Readonly<Record<Exclude<WorkspacePart, 'releases'>, string>> = {
  processes: 'Active/Processes',
  analytics: 'Active/Analytics',
  tools: 'Active/Tools',
  relationships: 'Active/Relationships',
  meetings: 'Inbox/Meetings',
  requests: 'Inbox/Requests',
  ideas: 'Inbox/Ideas',
  templates: 'System/Templates',
  resourceTemplates: 'Resources/Templates',
  playbooks: 'Resources/Playbooks',
  learnings: 'Resources/Learnings',
  history: 'System/Shipshape',
};

/** Key of the setting that holds a part's folder. */
export function folderSetting(part: WorkspacePart): string {
  return part === 'releases' ? 'releasesFolder' : `workspace.${part}`;
}

const FIELD_NAMES = Object.keys(DEFAULT_VOCABULARY.fields) as FieldName[];
const SECTION_KINDS = Object.keys(DEFAULT_VOCABULARY.sections) as SectionKind[];
const RULE_PARTS: readonly Exclude<keyof RuleSettings, 'enabled'>[] = [
  'amberWeight',
  'strongWeight',
  'redWeight',
  'amberAt',
  'strongAt',
  'redAt',
];

/** Key of one number of one rule. */
export function ruleKey(rule: RuleId, part: keyof RuleSettings): string {
  return `risk.${rule}.${part}`;
}

/** The numbers that a rule really uses, by its defaults. */
export function partsOfRule(rule: RuleId): readonly (typeof RULE_PARTS)[number][] {
  return RULE_PARTS.filter((part) => DEFAULT_RISK_POLICY.rules[rule][part] > 0);
}

/** Every setting, in the order in which it is shown. */
export const SETTING_SPECS: readonly SettingSpec[] = [
  { key: 'wholeVault', kind: 'toggle', fallback: false },
  { key: 'folders', kind: 'lines', fallback: 'Active\nInbox\nResources', check: folders },
  { key: 'releasesFolder', kind: 'folder', fallback: 'Active/Releases', check: namedFolder },
  {
    key: 'excludedFolders',
    kind: 'lines',
    fallback: 'System/Templates\nResources/Templates\nTemplates\nArchive',
    check: folders,
  },
  { key: 'workspace.root', kind: 'folder', fallback: '', check: parseFolder },
  ...(Object.keys(WORKSPACE_FOLDERS) as (keyof typeof WORKSPACE_FOLDERS)[]).map((part): SettingSpec => ({
    key: folderSetting(part),
    kind: 'folder',
    fallback: WORKSPACE_FOLDERS[part],
    check: namedFolder,
  })),
  { key: 'workspace.processCategories', kind: 'text', fallback: 'Planning, Development, Launch', check: folderNames },
  { key: 'workspace.analyticsAreas', kind: 'text', fallback: 'Dashboards, Reports, Data_Quality', check: folderNames },
  { key: 'workspace.functions', kind: 'text', fallback: 'Product, Engineering, GTM', check: folderNames },
  { key: 'companySize', kind: 'choice', fallback: '100-1k', options: COMPANY_SIZES },
  { key: 'playbookUpdates', kind: 'choice', fallback: 'auto', options: ['auto', 'offer', 'off'] },
  { key: 'keepHistory', kind: 'toggle', fallback: true },
  { key: 'calendarFolder', kind: 'folder', fallback: '', check: parseFolder },
  { key: 'me', kind: 'text', fallback: '', check: words },
  { key: 'dateOrder', kind: 'choice', fallback: 'locale', options: ['locale', 'month-first', 'day-first'] },
  { key: 'fiscalYearStart', kind: 'number', fallback: 1, min: 1, max: 12 },
  { key: 'countdownInBusinessDays', kind: 'toggle', fallback: true },
  { key: 'weekend', kind: 'text', fallback: 'Saturday, Sunday', check: parseWeekend },
  { key: 'holidays', kind: 'lines', fallback: '', check: parseDays },
  { key: 'freezes', kind: 'lines', fallback: '', check: parseDays },
  { key: 'marks.done', kind: 'text', fallback: 'x X', check: parseMarks },
  { key: 'marks.cancelled', kind: 'text', fallback: '-', check: parseMarks },
  { key: 'marks.inProgress', kind: 'text', fallback: '/', check: parseMarks },
  { key: 'marks.deferred', kind: 'text', fallback: '>', check: parseMarks },
  ...FIELD_NAMES.map((field): SettingSpec => ({
    key: `words.field.${field}`,
    kind: 'text',
    fallback: '',
    check: words,
  })),
  ...SECTION_KINDS.map((section): SettingSpec => ({
    key: `words.section.${section}`,
    kind: 'text',
    fallback: '',
    check: words,
  })),
  { key: 'risk.atRiskSum', kind: 'number', fallback: DEFAULT_RISK_POLICY.atRiskSum, min: 1, max: 500 },
  { key: 'risk.offTrackSum', kind: 'number', fallback: DEFAULT_RISK_POLICY.offTrackSum, min: 1, max: 1000 },
  { key: 'risk.staleDays', kind: 'number', fallback: DEFAULT_RISK_POLICY.staleDays, min: 1, max: 365 },
  { key: 'risk.tiers', kind: 'lines', fallback: '', check: parseTiers },
  ...RULE_IDS.flatMap((rule): SettingSpec[] => [
    { key: ruleKey(rule, 'enabled'), kind: 'toggle', fallback: true },
    ...partsOfRule(rule).map((part): SettingSpec => ({
      key: ruleKey(rule, part),
      kind: 'number',
      fallback: DEFAULT_RISK_POLICY.rules[rule][part],
      min: 0,
      max: 200,
    })),
  ]),
];

const BY_KEY = new Map(SETTING_SPECS.map((spec) => [spec.key, spec]));

/** The spec of a key, or null for a key that is not ours. */
export function settingSpec(key: string): SettingSpec | null {
  return BY_KEY.get(key) ?? null;
}

/** What is wrong with a value, in one sentence; null when it is fine. */
export function settingProblem(spec: SettingSpec, value: unknown): string | null {
  switch (spec.kind) {
    case 'toggle':
      return typeof value === 'boolean' ? null : 'This is either on or off.';
    case 'number': {
      const parsed = parseWhole(value, spec.min, spec.max);
      return 'problem' in parsed ? parsed.problem : null;
    }
    case 'choice':
      return typeof value === 'string' && spec.options.includes(value)
        ? null
        : `Choose one of: ${spec.options.join(', ')}.`;
    default: {
      const parsed = typeof value === 'string' ? spec.check(value) : { problem: 'Enter text.' };
      return 'problem' in parsed ? parsed.problem : null;
    }
  }
}
