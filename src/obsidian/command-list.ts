import type { Editor, TFile } from 'obsidian';
import { PROCESS_WORDING } from '../presentation/process-wording';
import { ACT_WORDING } from '../presentation/act-wording';
import { IMPORT_WORDING } from '../presentation/import-wording';
import { PORTFOLIO_WORDING } from '../presentation/portfolio/portfolio-wording';
import { STATUS_WORDING } from '../presentation/status/status-wording';
import { RELEASE_VIEW_WORDING } from '../presentation/release-view/release-view-wording';
import { SURVEY_WORDING } from '../presentation/survey-model';
import { TODAY_WORDING as TODAY } from '../presentation/today-wording';
import { WRITING_WORDING } from '../presentation/writing-wording';
import type { VaultSurvey } from '../workflows/vault-survey';
import type { Writing } from './writing/writing';

const { commands: WORDS } = WRITING_WORDING;

/** One thing that a person can ask for by name: in the palette, and where `isNew` says so below the panel's plus. */
export interface CommandEntry {
  /** Stays the same for ever: hotkeys hang on it. */
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  /** It makes a note. */
  readonly isNew?: boolean;
  /** It stands in the ribbon, too. */
  readonly inRibbon?: boolean;
  /** What it does; one that works in the open note gets its editor, one that shows something the panel. */
  readonly does:
    | { readonly run: (writing: Writing) => void }
    | { readonly edit: (writing: Writing, editor: Editor, file: TFile | null) => void }
    | { readonly show: (panel: PanelCommands) => void };
}

/** What a command can do with the panel. */
export interface PanelCommands {
  readonly openTab: (id: string) => void;
  /** Asks for a release, and shows it. */
  readonly goToRelease: () => void;
  /** Asks for a release, and opens its view in the main area. */
  readonly openRelease: () => void;
  readonly openPortfolio: () => void;
  /** Opens the view of the release of this name or version. */
  readonly openNamed: (name: string) => void;
  /** Opens the line of what is due next; pressed again, of what comes after it. */
  readonly nextFollowUp: () => void;
  readonly statusUpdate: () => void;
  readonly copyStatus: () => void;
  readonly survey: VaultSurvey;
}

/** Shows in the panel what lies in the folders that are not read. */
export function lookThrough({ openTab, survey }: PanelCommands): void {
  openTab('releases');
  void survey.look();
}

/** All commands but those that open a tab of the panel. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    id: 'new-release-plan',
    name: WORDS.newRelease,
    icon: 'file-plus',
    isNew: true,
    does: { run: (writing) => void writing.newRelease() },
  },
  {
    id: 'new-release-plan-from-note',
    name: WORDS.releaseFromNote,
    icon: 'file-plus',
    does: { edit: (writing, editor, file) => void writing.newReleaseFrom(editor, file) },
  },
  {
    id: 'log-meeting',
    name: WORDS.logMeeting,
    icon: 'notebook-pen',
    isNew: true,
    inRibbon: true,
    does: { run: (writing) => writing.logMeeting() },
  },
  {
    id: 'document-process',
    name: PROCESS_WORDING.command,
    icon: 'list-checks',
    isNew: true,
    does: { run: (writing) => writing.documentProcess() },
  },
  {
    id: 'document-process-from-note',
    name: PROCESS_WORDING.commandFromNote,
    icon: 'list-checks',
    does: { edit: (writing, editor, file) => writing.documentFrom(editor, file) },
  },
  {
    id: 'capture-request',
    name: WORDS.request,
    icon: 'inbox',
    isNew: true,
    does: { run: (writing) => writing.capture('request') },
  },
  {
    id: 'capture-idea',
    name: WORDS.idea,
    icon: 'lightbulb',
    isNew: true,
    does: { run: (writing) => writing.capture('idea') },
  },
  {
    id: 'import-file',
    name: IMPORT_WORDING.command,
    icon: 'file-input',
    does: { run: (writing) => writing.importFiles() },
  },
  {
    id: 'insert-template',
    name: WORDS.insertTemplate,
    icon: 'layout-template',
    does: { edit: (writing, editor) => writing.insertTemplate(editor) },
  },
  {
    id: 'insert-checklist-pack',
    name: WORDS.insertPack,
    icon: 'list-checks',
    does: { edit: (writing, editor) => writing.insertPack(editor) },
  },
  {
    id: 'new-note-from-template',
    name: WORDS.newFromTemplate,
    icon: 'layout-template',
    isNew: true,
    does: { run: (writing) => writing.newFromTemplate() },
  },
  {
    id: 'open-stakeholder',
    name: WORDS.openStakeholder,
    icon: 'users',
    isNew: true,
    does: { run: (writing) => writing.openStakeholder() },
  },
  {
    id: 'set-up-workspace',
    name: WORDS.setUp,
    icon: 'folder-tree',
    isNew: true,
    does: { run: (writing) => writing.setUp() },
  },
  {
    id: 'write-properties',
    name: ACT_WORDING.form.properties,
    icon: 'table-properties',
    does: { run: (writing) => writing.acts.writeProperties() },
  },
  {
    id: 'write-iso-date',
    name: WORDS.isoDate,
    icon: 'calendar',
    does: { edit: (writing, editor, file) => writing.writeIsoDate(editor, file) },
  },
  { id: 'go-to-release', name: TODAY.goTo, icon: 'ship', does: { show: ({ goToRelease }) => goToRelease() } },
  {
    id: 'open-release-view',
    name: RELEASE_VIEW_WORDING.openCommand,
    icon: 'layout-dashboard',
    does: { show: ({ openRelease }) => openRelease() },
  },
  {
    id: 'open-portfolio',
    name: PORTFOLIO_WORDING.command,
    icon: 'chart-gantt',
    does: { show: ({ openPortfolio }) => openPortfolio() },
  },
  {
    id: 'next-follow-up',
    name: TODAY.nextFollowUp,
    icon: 'bell',
    does: { show: ({ nextFollowUp }) => nextFollowUp() },
  },
  {
    id: 'status-update',
    name: STATUS_WORDING.command,
    icon: 'megaphone',
    does: { show: ({ statusUpdate }) => statusUpdate() },
  },
  {
    id: 'copy-status',
    name: TODAY.copyStatus,
    icon: 'clipboard-copy',
    does: { show: ({ copyStatus }) => copyStatus() },
  },
  {
    id: 'look-through-vault',
    name: SURVEY_WORDING.command,
    icon: 'folder-search',
    does: { show: lookThrough },
  },
  { id: 'undo-last-change', name: WORDS.undo, icon: 'undo-2', does: { run: (writing) => void writing.undo() } },
];
