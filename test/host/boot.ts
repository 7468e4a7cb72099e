import { showBase, type ShownBase } from './bases';
import { installClock } from './clock';
import { codeMirrorModules, showInCodeMirror } from './code-mirror';
import { installDom, make } from './dom';
import { MetadataCache } from './metadata-cache';
import { type CodeBlockSection, type Command, type HostApp, obsidianModule, type Plugin } from './obsidian';
import { server } from './server-client';
import { SettingsWindow } from './settings-modal';
import { Vault } from './vault';
import { MarkdownView, Workspace } from './workspace';

declare const MANIFEST: { readonly id: string; readonly name: string };
type PluginClass = new (app: HostApp, manifest: typeof MANIFEST, from: typeof server) => Plugin;
type LoadBundle = (
  module: { exports: { default?: PluginClass } },
  exports: object,
  require: (name: string) => unknown,
) => void;

/** What tests and the page's own buttons reach. */
export interface Host {
  readonly app: HostApp;
  plugin: Plugin | null;
  readonly enable: () => Promise<void>;
  readonly disable: () => void;
  readonly run: (id: string) => unknown;
  readonly hovered: string[];
  /** Shows a note in a real CodeMirror with the plugins' extensions. */
  readonly showInCodeMirror: (path: string) => Promise<void>;
  /** Shows a base of these notes in the main area; null where nobody registered such a view. */
  readonly showBase: (viewId: string, paths: readonly string[]) => ShownBase | null;
  /** Draws a code block in the main area, as reading view does; the function returned takes it away. */
  readonly showCodeBlock: (language: string, source: string, section?: CodeBlockSection) => () => void;
}

declare global {
  interface Window {
    host?: Host;
    loadBundle?: LoadBundle;
  }
}

const parameters = new URLSearchParams(location.search);

function buildPage(): { readonly main: HTMLElement; readonly side: HTMLElement } {
  document.body.className = `theme-${parameters.get('theme') === 'dark' ? 'dark' : 'light'}${parameters.has('phone') ? ' is-mobile is-phone' : ''}${parameters.has('rtl') ? ' mod-rtl' : ''}`;
  if (parameters.has('rtl')) document.documentElement.dir = 'rtl';
  const app = make(document.body, 'div', 'app-container');
  const ribbon = make(app, 'div', 'side-dock-ribbon');
  ribbon.setAttribute('role', 'toolbar');
  ribbon.setAttribute('aria-label', 'Ribbon');
  const files = make(app, 'nav', 'host-files');
  files.setAttribute('aria-label', 'Files');
  const main = make(app, 'main', 'workspace-split mod-root');
  const side = make(app, 'aside', 'workspace-split mod-right-split');
  side.setAttribute('aria-label', 'Right sidebar');
  side.style.setProperty('--host-side-width', `${Number(parameters.get('width') ?? 340)}px`);
  return { main, side };
}

function drawFiles(vault: Vault, workspace: Workspace): void {
  const nav = document.querySelector('.host-files');
  if (!nav) return;
  nav.replaceChildren();
  make(nav, 'div', 'host-files-title', 'Vault');
  for (const path of [...vault.entries.keys()]
    .filter((entry) => entry.endsWith('.md'))
    .sort()
    .slice(0, 200)) {
    const row = make(
      nav,
      'button',
      'host-file',
      path
        .replace(/\.md$/, '')
        .split('/')
        .slice(/\/(?:Plan|Checklist|Retro)\.md$/.test(path) ? -2 : -1)
        .join('/'),
    );
    row.type = 'button';
    row.title = path;
    row.addEventListener('click', () => {
      const file = vault.getFileByPath(path);
      if (file) void workspace.getLeaf(false).openFile(file);
    });
  }
}

/** Runs a command as the app does: with the editor where it wants one; false where it does not apply now. */
function execute(command: Command, workspace: Workspace, checking = false): unknown {
  const view = workspace.getActiveViewOfType(MarkdownView);
  if (command.editorCallback) return view !== null && (checking || command.editorCallback(view.editor, view));
  if (command.checkCallback) return command.checkCallback(checking);
  return checking || command.callback?.();
}

function commandPalette(commands: ReadonlyMap<string, Command>, workspace: Workspace): void {
  document.querySelector('.prompt')?.remove();
  const prompt = make(document.body, 'div', 'prompt');
  prompt.setAttribute('role', 'dialog');
  prompt.setAttribute('aria-label', 'Command palette');
  const input = make(prompt, 'input', 'prompt-input');
  input.setAttribute('aria-label', 'Select a command');
  const list = make(prompt, 'div', 'prompt-results');
  const matching = (): Command[] =>
    [...commands.values()].filter(
      (command) =>
        execute(command, workspace, true) !== false && command.name.toLowerCase().includes(input.value.toLowerCase()),
    );
  const draw = (): void => {
    list.replaceChildren();
    for (const command of matching())
      make(list, 'button', 'suggestion-item', `Shipshape: ${command.name}`).addEventListener('click', () => {
        prompt.remove();
        execute(command, workspace);
      });
  };
  input.addEventListener('input', draw);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') prompt.remove();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const [first] = matching();
    prompt.remove();
    if (first) execute(first, workspace);
  });
  draw();
  input.focus();
}

async function boot(): Promise<void> {
  installClock(parameters.get('today'));
  installDom();
  const { main, side } = buildPage();
  const vault = new Vault(server);
  const metadataCache = new MetadataCache(vault);
  const commands = new Map<string, Command>();
  const app: HostApp = {
    vault,
    metadataCache,
    setting: new SettingsWindow(),
    commands,
    hoverSources: new Map(),
    protocolHandlers: new Map(),
    basesViews: new Map(),
    hasBases: !parameters.has('nobases'),
    cliHandlers: new Map(),
    codeBlocks: new Map(),
    fileManager: {
      trashFile: (file) => vault.trash(file),
      renameFile: (file, newPath) => vault.rename(file, newPath),
    },
    loadLocalStorage: (key) => {
      const value = localStorage.getItem(`vault-${key}`);
      return value === null ? null : (JSON.parse(value) as unknown);
    },
    saveLocalStorage: (key, value) => localStorage.setItem(`vault-${key}`, JSON.stringify(value)),
    get workspace() {
      return workspace;
    },
  };
  const workspace: Workspace = new Workspace(app, vault, main, side);
  for (const entry of await server.list()) vault.add(entry);
  metadataCache.recall(await server.texts());
  server.listen((changes) => vault.takeFromDisk(changes));
  drawFiles(vault, workspace);
  for (const name of ['create', 'delete', 'rename']) vault.on(name, () => drawFiles(vault, workspace));
  const host: Host = {
    app,
    plugin: null,
    hovered: [],
    showCodeBlock: (language, source, section) => {
      const element = make(document.querySelector('.mod-root .view-content'), 'div', 'block-language');
      const children: { load: () => void; unload: () => void }[] = [];
      app.codeBlocks.get(language)?.(source, element, {
        addChild: (child) => void children.push(child),
        sourcePath: section?.path ?? '',
        getSectionInfo: () => section ?? null,
      });
      for (const child of children) child.load();
      return () => {
        for (const child of children) child.unload();
        element.remove();
      };
    },
    showBase: (viewId, paths) => showBase(app, viewId, paths),
    showInCodeMirror: async (path) => {
      const file = vault.getFileByPath(path);
      const body = document.querySelector('.mod-root .view-content');
      if (file && body) showInCodeMirror(body, file, await vault.cachedRead(file), workspace.editorExtensions);
    },
    enable: async () => {
      const module: { exports: { default?: PluginClass } } = { exports: {} };
      window.loadBundle?.(module, module.exports, (name) => {
        if (name === 'obsidian') return obsidianModule;
        if (name in codeMirrorModules) return codeMirrorModules[name];
        throw new Error(`The bundle requires ${name}, which no phone has.`);
      });
      if (!module.exports.default) throw new Error('The bundle exports no plugin.');
      host.plugin = new module.exports.default(app, MANIFEST, server);
      host.plugin.loaded = true;
      await host.plugin.onload();
    },
    disable: () => {
      host.plugin?.unload();
      host.plugin = null;
    },
    run: (id) => {
      const command = commands.get(id);
      return command ? execute(command, workspace) : undefined;
    },
  };
  workspace.on(
    'hover-link',
    (data: { readonly linktext: string; readonly targetEl: HTMLElement; readonly event: MouseEvent }) => {
      host.hovered.push(data.linktext);
      if (data.event.ctrlKey || data.event.metaKey)
        void vault
          .cachedRead(vault.getFileByPath(data.linktext) as never)
          .then((text) => showPreview(data.targetEl, text));
    },
  );
  window.host = host;
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'p') {
      event.preventDefault();
      commandPalette(commands, workspace);
    }
  });
  await host.enable();
  const first = workspace.main.add();
  const welcome = vault.getFileByPath('Welcome.md');
  if (welcome) await first.openFile(welcome);
  workspace.becomeReady();
  metadataCache.warmStart();
  if (!parameters.has('closed')) host.run(`${MANIFEST.id}:open-release-risk`);
  document.body.dataset.ready = 'true';
}

function showPreview(target: HTMLElement, text: string): void {
  document.querySelector('.hover-popover')?.remove();
  const popover = make(document.body, 'div', 'hover-popover', text);
  const box = target.getBoundingClientRect();
  popover.style.top = `${box.bottom + 4}px`;
  popover.style.left = `${Math.max(8, box.left - 240)}px`;
  target.addEventListener('mouseleave', () => popover.remove(), { once: true });
}

window.hostReady = boot();
