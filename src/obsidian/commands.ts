import { type Plugin } from 'obsidian';
import { WORDING } from '../presentation/wording';
import { PROCESS_WORDING } from '../presentation/process-wording';
import { WRITING_WORDING } from '../presentation/writing-wording';
import type { Writing } from './writing/writing';

const MAX_PARAMETER = 300;

/** Registers every command, the ribbon's meeting log, and `obsidian://shipshape`. */
export function addCommands(plugin: Plugin, writing: Writing, openPanel: () => void): void {
  const { commands } = WRITING_WORDING;
  plugin.addCommand({ id: 'open-release-risk', name: WORDING.openPanel, icon: 'ship', callback: openPanel });
  plugin.addCommand({
    id: 'new-release-plan',
    name: commands.newRelease,
    icon: 'file-plus',
    callback: () => void writing.newRelease(),
  });
  plugin.addCommand({
    id: 'new-release-plan-from-note',
    name: commands.releaseFromNote,
    icon: 'file-plus',
    editorCallback: (editor, { file }) => void writing.newReleaseFrom(editor, file),
  });
  plugin.addCommand({
    id: 'log-meeting',
    name: commands.logMeeting,
    icon: 'notebook-pen',
    callback: writing.logMeeting,
  });
  plugin.addCommand({
    id: 'document-process',
    name: PROCESS_WORDING.command,
    icon: 'list-checks',
    callback: () => writing.documentProcess(),
  });
  plugin.addCommand({
    id: 'document-process-from-note',
    name: PROCESS_WORDING.commandFromNote,
    icon: 'list-checks',
    editorCallback: (editor, { file }) => writing.documentFrom(editor, file),
  });
  plugin.addCommand({
    id: 'capture-request',
    name: commands.request,
    icon: 'inbox',
    callback: () => writing.capture('request'),
  });
  plugin.addCommand({
    id: 'capture-idea',
    name: commands.idea,
    icon: 'lightbulb',
    callback: () => writing.capture('idea'),
  });
  plugin.addCommand({ id: 'set-up-workspace', name: commands.setUp, icon: 'folder-tree', callback: writing.setUp });
  plugin.addCommand({
    id: 'insert-template',
    name: commands.insertTemplate,
    icon: 'layout-template',
    editorCallback: (editor) => writing.insertTemplate(editor),
  });
  plugin.addCommand({
    id: 'new-note-from-template',
    name: commands.newFromTemplate,
    icon: 'layout-template',
    callback: writing.newFromTemplate,
  });
  plugin.addCommand({
    id: 'open-stakeholder',
    name: commands.openStakeholder,
    icon: 'users',
    callback: writing.openStakeholder,
  });
  plugin.addCommand({
    id: 'write-iso-date',
    name: commands.isoDate,
    icon: 'calendar',
    editorCallback: (editor, context) => writing.writeIsoDate(editor, context.file),
  });
  plugin.addCommand({
    id: 'undo-last-change',
    name: commands.undo,
    icon: 'undo-2',
    callback: () => void writing.undo(),
  });
  plugin.addRibbonIcon('notebook-pen', commands.logMeeting, writing.logMeeting);
  // A link from outside opens the form, filled in; nothing is made before a person presses the button.
  plugin.registerObsidianProtocolHandler('shipshape-new-release', (given) => {
    const text = (key: string): string => (given[key] ?? '').replace(/\s+/g, ' ').slice(0, MAX_PARAMETER).trim();
    const known = Object.fromEntries(
      (['release', 'target', 'goNoGo', 'owner', 'stakeholders', 'tier'] as const)
        .map((key) => [key, text(key)] as const)
        .filter(([, value]) => value !== ''),
    );
    void writing.newRelease(known);
  });
}
