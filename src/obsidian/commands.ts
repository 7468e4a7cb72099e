import { Notice, type Plugin } from 'obsidian';
import { WORDING } from '../presentation/wording';
import { COMMANDS, type PanelCommands } from './command-list';
import { TABS } from './panel/tabs';
import type { Writing } from './writing/writing';

const MAX_PARAMETER = 300;
const LINK = 'shipshape';
const FIRST_TAB = 'today';

/** The id of the command that opens a tab; that of releases keeps the id that the panel had before it had tabs. */
const tabCommand = (id: string): string => (id === 'releases' ? 'open-release-risk' : `open-${id}`);

/** Registers every command, the ribbon's meeting log, and links from outside. */
export function addCommands(plugin: Plugin, writing: Writing, panel: PanelCommands): void {
  for (const { id, icon, command } of TABS)
    plugin.addCommand({ id: tabCommand(id), name: command, icon, callback: () => panel.openTab(id) });
  for (const { id, name, icon, inRibbon, does } of COMMANDS) {
    if ('run' in does) plugin.addCommand({ id, name, icon, callback: () => does.run(writing) });
    else if ('show' in does) plugin.addCommand({ id, name, icon, callback: () => does.show(panel) });
    else plugin.addCommand({ id, name, icon, editorCallback: (editor, { file }) => does.edit(writing, editor, file) });
    if (inRibbon && 'run' in does) plugin.addRibbonIcon(icon, name, () => does.run(writing));
  }
  addLinks(plugin, writing, panel);
}

/** A value of a link, as one line of bounded length; '' where it has none. */
type LinkText = (key: string) => string;

function textIn(given: Readonly<Record<string, string>>): LinkText {
  return (key) =>
    (Object.hasOwn(given, key) ? (given[key] ?? '') : '').replace(/\s+/g, ' ').slice(0, MAX_PARAMETER).trim();
}

function releaseIn(text: LinkText): Parameters<Writing['newRelease']>[0] {
  const values = (['release', 'target', 'goNoGo', 'owner', 'stakeholders', 'tier'] as const).map(
    (key) => [key, text(key)] as const,
  );
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

/**
 * `obsidian://shipshape?action=…` (or `do=…`, where the app keeps the word "action" for itself): shows something, or
 * opens a form that is filled in; nothing is written before a person presses its button.
 */
function addLinks(plugin: Plugin, writing: Writing, panel: PanelCommands): void {
  const actions: Readonly<Record<string, (text: LinkText) => void>> = {
    open: (text) => {
      const wanted = text('tab');
      if (wanted === 'portfolio') panel.openPortfolio();
      else panel.openTab(TABS.find(({ id }) => id === wanted)?.id ?? FIRST_TAB);
    },
    release: (text) => panel.openNamed(text('release')),
    'new-release': (text) => void writing.newRelease(releaseIn(text)),
    'log-meeting': () => writing.logMeeting(),
    capture: (text) => writing.capture(text('kind') === 'idea' ? 'idea' : 'request'),
  };
  plugin.registerObsidianProtocolHandler(LINK, (given) => {
    const text = textIn(given);
    const said = text('do') || text('action');
    const name = said === LINK || said === '' ? (text('release') === '' ? 'open' : 'release') : said;
    const run = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (run) run(text);
    else new Notice(WORDING.unknownLink(name, Object.keys(actions)));
  });
  plugin.registerObsidianProtocolHandler('shipshape-new-release', (given) => {
    void writing.newRelease(releaseIn(textIn(given)));
  });
}
