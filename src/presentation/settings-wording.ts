import { PART_NAMES, RULE_PARTS, RULES } from './rule-wording';
import { SURVEY_WORDING } from './survey-model';

/** A setting's name and explanation; `options` for choices. */
export interface SettingWords {
  readonly name: string;
  readonly desc: string;
  readonly options?: Record<string, string>;
}

/** Settings shown together; a page opens on its own. */
export interface SettingGroupWords {
  readonly title: string;
  readonly text: string;
  readonly keys: readonly string[];
  readonly page: boolean;
}

const WORDS: Readonly<Record<string, SettingWords>> = {
  setUp: {
    name: 'Set up workspace',
    desc: 'Shows first what folders and templates would be made; nothing is moved or written over.',
  },
  lookThrough: { name: SURVEY_WORDING.command, desc: SURVEY_WORDING.commandHint },
  addFolder: { name: 'Add a folder to read', desc: 'With all that lies in it.' },
  wholeVault: {
    name: 'Read the whole vault',
    desc: 'Otherwise only the folders below and the releases folder are read.',
  },
  folders: { name: 'Folders to read', desc: 'One folder a line, as they are named in the vault.' },
  releasesFolder: { name: 'Releases folder', desc: 'Each folder in it is one release.' },
  excludedFolders: { name: 'Folders to leave out', desc: 'One folder a line; templates and archives belong here.' },
  'workspace.root': {
    name: 'Root folder of the workspace',
    desc: 'The folders below lie in it unless you choose others. Empty for the vault itself.',
  },
  'workspace.processes': { name: 'Processes', desc: 'How things are done, by category.' },
  'workspace.analytics': { name: 'Analytics', desc: 'Dashboards, reports and data quality.' },
  'workspace.tools': { name: 'Tools', desc: 'A folder or note for each tool.' },
  'workspace.relationships': { name: 'Relationships', desc: 'Pages of people and teams, by function.' },
  'workspace.meetings': { name: 'Meetings', desc: 'Where meeting logs are made.' },
  'workspace.requests': { name: 'Requests', desc: 'Where requests to you are kept.' },
  'workspace.ideas': { name: 'Ideas', desc: 'Where ideas are parked.' },
  'workspace.templates': { name: 'Templates', desc: 'Templates are written here and looked for here first.' },
  'workspace.resourceTemplates': { name: 'Further templates', desc: 'Templates are looked for here as well.' },
  'workspace.playbooks': { name: 'Playbooks', desc: 'Processes in the form that is followed.' },
  'workspace.learnings': { name: 'Learnings', desc: 'What was learned.' },
  'workspace.history': {
    name: 'History',
    desc: 'One note for each device and year: on which day dates and owners of plans were changed.',
  },
  'workspace.processCategories': {
    name: 'Process categories',
    desc: 'Folders inside the processes folder, separated by commas.',
  },
  'workspace.analyticsAreas': {
    name: 'Analytics areas',
    desc: 'Folders inside the analytics folder, separated by commas.',
  },
  'workspace.functions': { name: 'Functions', desc: 'Folders inside the relationships folder, separated by commas.' },
  companySize: {
    name: 'Company size',
    desc: 'Changes templates and which rules are on by default, never your files.',
    options: {
      '1-100': '1–100: one person, light plans',
      '100-1k': '100–1k: a dedicated role, full plans',
      '1k-10k': '1k–10k: a team, approvals and records',
      '10k+': 'More than 10k: several organisations',
    },
  },
  playbookUpdates: {
    name: 'Update playbooks',
    desc: 'When you save a process note, the playbooks that name it follow, between their comment lines only.',
    options: { auto: 'By themselves', offer: 'Show in the panel first', off: 'Never' },
  },
  calendarFolder: {
    name: 'Calendar file',
    desc: 'Folder in which Shipshape.ics is kept current with all dates, for a calendar. Empty for none.',
  },
  keepHistory: {
    name: 'Keep a history',
    desc: 'When you change a date, owner, status or tier in a plan, the day is kept in the history folder, so that the newest statement counts on all your devices.',
  },
  me: { name: 'Your name', desc: 'As your page is called; you are suggested as owner.' },
  dateOrder: {
    name: 'Order of numeric dates',
    desc: 'How 2/3 is read when no other date of the note proves the order.',
    options: {
      locale: 'As the system language does',
      'month-first': 'Month first (February 3)',
      'day-first': 'Day first (2 March)',
    },
  },
  fiscalYearStart: { name: 'First month of the fiscal year', desc: 'A number from 1 to 12; quarters count from it.' },
  countdownInBusinessDays: {
    name: 'Count T-5 in working days',
    desc: 'Otherwise “T-5” means five calendar days before the target.',
  },
  weekend: { name: 'Weekend days', desc: 'Days that are no working days, separated by commas.' },
  holidays: { name: 'Holidays', desc: 'One a line, such as “2026-12-25 Christmas” or “2026-12-24..2027-01-01”.' },
  freezes: { name: 'Freezes', desc: 'Days on which nothing may ship, written like holidays.' },
  'marks.done': { name: 'Done', desc: 'Characters in a box that mean done.' },
  'marks.cancelled': { name: 'Cancelled', desc: 'Characters that take an item out of the count.' },
  'marks.inProgress': { name: 'In progress', desc: 'Characters that mean started; the item still counts as open.' },
  'marks.deferred': { name: 'Deferred', desc: 'Characters that mean moved on; the item still counts as open.' },
  'words.field.release': { name: 'Release', desc: 'Further labels, separated by commas, that name a release.' },
  'words.field.version': { name: 'Version', desc: 'Further labels for the version.' },
  'words.field.name': { name: 'Name', desc: 'Further labels for the name.' },
  'words.field.target': { name: 'Target date', desc: 'Further labels for the target date, such as “embargo lifts”.' },
  'words.field.goNoGo': { name: 'Go/no-go date', desc: 'Further labels for the date of the decision.' },
  'words.field.owner': { name: 'Owner', desc: 'Further labels for the release owner.' },
  'words.field.tier': { name: 'Launch tier', desc: 'Further labels for the tier.' },
  'words.field.phase': { name: 'Status', desc: 'Further labels for a status such as “released”.' },
  'words.field.decision': { name: 'Decision', desc: 'Further labels for the outcome of a go/no-go.' },
  'words.field.override': { name: 'Risk override', desc: 'Further labels for a verdict that is set by hand.' },
  'words.field.date': { name: 'Note date', desc: 'Further labels for the date of a note.' },
  'words.section.checklist': { name: 'Checklist', desc: 'Further headings of checklists.' },
  'words.section.dependencies': { name: 'Dependencies', desc: 'Further headings of dependencies and asks.' },
  'words.section.risks': { name: 'Risks', desc: 'Further headings of risks.' },
  'words.section.issues': { name: 'Issues and blockers', desc: 'Further headings of things that are already wrong.' },
  'words.section.actions': { name: 'Action items', desc: 'Further headings of actions and next steps.' },
  'words.section.decisions': { name: 'Decisions', desc: 'Further headings of decisions.' },
  'words.section.changes': {
    name: 'Process changes',
    desc: 'Further headings of sections that ask to change a process.',
  },
  'words.section.attendance': {
    name: 'Attendees',
    desc: 'Further headings of lists of people; their boxes are no work.',
  },
  'risk.atRiskSum': { name: 'At risk from', desc: 'Sum of weights from which a release is at risk.' },
  'risk.offTrackSum': {
    name: 'Off track from',
    desc: 'Sum of weights from which a release is off track; a red rule makes it so by itself.',
  },
  'risk.staleDays': {
    name: 'Unknown after',
    desc: 'Business days without any note after which “on track” becomes “unknown”.',
  },
  'risk.tiers': {
    name: 'Launch tiers',
    desc: 'A tier and a percentage a line, such as “Tier 1: 125”: how much all weights count for it.',
  },
};

/** What the window says of a wrong entry. */
export const SETTINGS_WORDING = {
  noFolder: (folder: string): string => `There is no folder “${folder}” in this vault.`,
  noneToRead: 'Name at least one folder, or read the whole vault.',
} as const;

/** Stands before the words that are understood without any setting. */
export const KNOWN = 'Known already:';

/** Name and explanation of a setting. */
export function settingWords(key: string): SettingWords {
  const known = WORDS[key];
  if (known) return known;
  const [, rule = '', part = ''] = /^risk\.(R\d+)\.(\w+)$/.exec(key) ?? [];
  const name = RULE_PARTS[rule]?.[part] ?? PART_NAMES[part] ?? key;
  return part === 'enabled'
    ? {
        name: RULES[rule] ?? rule,
        desc: `Rule ${rule}. The gate is the go/no-go until it is decided, then the target date; days are working days.`,
      }
    : { name, desc: '' };
}

const under = (keys: readonly string[], prefix: string): string[] => keys.filter((key) => key.startsWith(prefix));

/** The order of the settings; `keys` are all that exist. */
export function groupSettings(keys: readonly string[]): SettingGroupWords[] {
  return [
    {
      title: 'What is read',
      text: '',
      page: false,
      keys: ['wholeVault', 'folders', 'releasesFolder', 'excludedFolders'],
    },
    {
      title: 'You and your company',
      text: '',
      page: false,
      keys: ['companySize', 'me', 'playbookUpdates', 'keepHistory', 'calendarFolder'],
    },
    {
      title: 'Workspace folders',
      text: 'Where new notes and templates go.',
      page: true,
      keys: under(keys, 'workspace.'),
    },
    {
      title: 'Dates',
      text: '',
      page: false,
      keys: ['dateOrder', 'fiscalYearStart', 'countdownInBusinessDays', 'weekend', 'holidays', 'freezes'],
    },
    { title: 'Boxes', text: 'What the character in a checkbox means.', page: true, keys: under(keys, 'marks.') },
    {
      title: 'Your words',
      text: 'Labels and headings that your teams use in addition to the usual ones.',
      page: true,
      keys: under(keys, 'words.'),
    },
    {
      title: 'Levels and launch tiers',
      text: 'From reasons to a verdict.',
      page: true,
      keys: ['risk.atRiskSum', 'risk.offTrackSum', 'risk.staleDays', 'risk.tiers'],
    },
    ...Object.keys(RULES).map((rule) => ({
      title: `${rule}: ${RULES[rule] ?? ''}`,
      text: '',
      page: true,
      keys: under(keys, `risk.${rule}.`),
    })),
  ];
}
