import type { Plugin } from 'obsidian';
import { COMMANDS, type PanelCommands } from './command-list';
import { TABS } from './panel/tabs';
import type { Writing } from './writing/writing';

const MAX_PARAMETER = 300;

/** The id of the command that opens a tab; that of releases keeps the id that the panel had before it had tabs. */
const tabCommand = (id: string): string => (id === 'releases' ? 'open-release-risk' : `open-${id}`);

/** Registers every command, the ribbon's meeting log, and `obsidian://shipshape-new-release`. */
export function addCommands(plugin: Plugin, writing: Writing, panel: PanelCommands): void {
  for (const { id, icon, command } of TABS)
    plugin.addCommand({ id: tabCommand(id), name: command, icon, callback: () => panel.openTab(id) });
  for (const { id, name, icon, inRibbon, does } of COMMANDS) {
    if ('run' in does) plugin.addCommand({ id, name, icon, callback: () => does.run(writing) });
    else if ('show' in does) plugin.addCommand({ id, name, icon, callback: () => does.show(panel) });
    else plugin.addCommand({ id, name, icon, editorCallback: (editor, { file }) => does.edit(writing, editor, file) });
    if (inRibbon && 'run' in does) plugin.addRibbonIcon(icon, name, () => does.run(writing));
  }
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
