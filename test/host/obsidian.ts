import Turndown from 'turndown';
import { parse } from 'yaml';
import { type BasesRegistration, BasesView } from './bases';
import type { Extension } from '@codemirror/state';
import { Component } from './component';
import type { MetadataCache } from './metadata-cache';
import { Keymap, Menu, Notice } from './ui';
import { make } from './dom';
import { editorInfoField } from './code-mirror';
import { setIcon } from './icons';
import { AbstractInputSuggest, Editor, EditorSuggest, Modal, SuggestModal } from './modal';
import { PluginSettingTab, type SettingsWindow } from './settings-modal';
import { TAbstractFile, TFile, TFolder, Vault } from './vault';
import { ItemView, MarkdownView, type View, type Workspace, WorkspaceLeaf } from './workspace';
import type { VaultServer } from './server-client';

/** A command as a plugin adds it. */
export interface Command {
  id: string;
  readonly name: string;
  readonly callback?: () => unknown;
  readonly checkCallback?: (checking: boolean) => boolean | void;
  readonly editorCallback?: (editor: Editor, view: MarkdownView) => unknown;
}

/** Draws a code block of a note. */
/** Where a block stands in its note: 0-based lines with its fences, and the note as it was drawn. */
export interface CodeBlockSection {
  readonly path: string;
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly text: string;
}

export type CodeBlockHandler = (
  source: string,
  el: HTMLElement,
  context: {
    readonly addChild: (child: Component) => void;
    readonly sourcePath: string;
    readonly getSectionInfo: (element: HTMLElement) => CodeBlockSection | null;
  },
) => unknown;

/** A piece of a rendered note that lives as long as it is shown. */
class MarkdownRenderChild extends Component {
  constructor(readonly containerEl: HTMLElement) {
    super();
  }
}

/** What plugins see as `app`. */
export interface HostApp {
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly workspace: Workspace;
  readonly codeBlocks: Map<string, CodeBlockHandler>;
  readonly fileManager: {
    readonly trashFile: (file: TAbstractFile) => Promise<void>;
    readonly renameFile: (file: TAbstractFile, newPath: string) => Promise<void>;
  };
  readonly protocolHandlers: Map<string, (parameters: Readonly<Record<string, string>>) => unknown>;
  readonly basesViews: Map<string, BasesRegistration>;
  /** False where a person turned bases off. */
  readonly hasBases: boolean;
  readonly cliHandlers: Map<string, (given: Readonly<Record<string, string>>) => string | Promise<string>>;
  readonly setting: SettingsWindow;
  readonly commands: Map<string, Command>;
  readonly hoverSources: Map<string, unknown>;
  readonly loadLocalStorage: (key: string) => unknown;
  readonly saveLocalStorage: (key: string, value: unknown) => void;
}

/** Base of all plugins. */
export class Plugin extends Component {
  constructor(
    readonly app: HostApp,
    readonly manifest: { readonly id: string; readonly name: string },
    private readonly server: VaultServer,
  ) {
    super();
  }

  addCommand(command: Command): Command {
    const full = { ...command, id: `${this.manifest.id}:${command.id}` };
    this.app.commands.set(full.id, full);
    this.register(() => this.app.commands.delete(full.id));
    return full;
  }

  addStatusBarItem(): HTMLElement {
    const bar = document.querySelector('.status-bar') ?? make(document.body, 'div', 'status-bar');
    const item = make(bar, 'div', 'status-bar-item');
    this.register(() => item.remove());
    return item;
  }

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const button = make(
      document.querySelector('.side-dock-ribbon'),
      'button',
      'clickable-icon side-dock-ribbon-action',
    );
    button.type = 'button';
    button.setAttribute('aria-label', title);
    setIcon(button, icon);
    button.addEventListener('click', callback);
    this.register(() => button.remove());
    return button;
  }

  registerObsidianProtocolHandler(
    action: string,
    handler: (parameters: Readonly<Record<string, string>>) => unknown,
  ): void {
    this.app.protocolHandlers.set(action, handler);
    this.register(() => this.app.protocolHandlers.delete(action));
  }

  registerBasesView(viewId: string, registration: BasesRegistration): boolean {
    if (!this.app.hasBases) return false;
    this.app.basesViews.set(viewId, registration);
    this.register(() => this.app.basesViews.delete(viewId));
    return true;
  }

  registerCliHandler(
    command: string,
    _description: string,
    _flags: object | null,
    handler: (given: Readonly<Record<string, string>>) => string | Promise<string>,
  ): void {
    if (this.app.cliHandlers.has(command)) throw new Error(`The command ${command} is registered already`);
    this.app.cliHandlers.set(command, handler);
    this.register(() => this.app.cliHandlers.delete(command));
  }

  registerMarkdownCodeBlockProcessor(language: string, handler: CodeBlockHandler): void {
    this.app.codeBlocks.set(language, handler);
    this.register(() => this.app.codeBlocks.delete(language));
  }

  registerEditorExtension(extension: Extension): void {
    const { editorExtensions } = this.app.workspace;
    editorExtensions.push(extension);
    this.register(() => editorExtensions.splice(editorExtensions.indexOf(extension), 1));
  }

  registerEditorSuggest(suggest: EditorSuggest<unknown>): void {
    const { editorSuggests } = this.app.workspace;
    editorSuggests.push(suggest);
    this.register(() => {
      suggest.close();
      editorSuggests.splice(editorSuggests.indexOf(suggest), 1);
    });
  }

  addSettingTab(tab: PluginSettingTab): void {
    this.app.setting.tabs.set(this.manifest.id, tab);
    this.register(() => this.app.setting.tabs.delete(this.manifest.id));
  }

  registerView(type: string, creator: (leaf: WorkspaceLeaf) => View): void {
    this.app.workspace.viewCreators.set(type, creator);
    this.register(() => {
      this.app.workspace.viewCreators.delete(type);
      for (const leaf of this.app.workspace.getLeavesOfType(type)) leaf.detach();
    });
  }

  registerHoverLinkSource(id: string, info: unknown): void {
    this.app.hoverSources.set(id, info);
    this.register(() => this.app.hoverSources.delete(id));
  }

  loadData(): Promise<unknown> {
    return this.server.loadData();
  }

  saveData(data: unknown): Promise<void> {
    return this.server.saveData(data);
  }

  onUserEnable(): void {
    // for subclasses
  }

  onExternalSettingsChange(): void | Promise<void> {
    // for subclasses
  }
}

/** One form of a path: forward slashes, none at the ends, no odd blanks, composed characters. */
function normalizePath(path: string): string {
  const clean = path
    .replace(/[\\/]+/g, '/')
    .replace(/^\/+|\/+$/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .normalize('NFC');
  return clean === '' ? '/' : clean;
}

const modelled: Readonly<Record<string, unknown>> = {
  AbstractInputSuggest,
  BasesView,
  Component,
  EditorSuggest,
  editorInfoField,
  Modal,
  SuggestModal,
  htmlToMarkdown: (html: string): string =>
    new Turndown({ headingStyle: 'atx', codeBlockStyle: 'fenced' }).turndown(html),
  normalizePath,
  parseYaml: (text: string): unknown => parse(text, { maxAliasCount: 100 }) as unknown,
  ItemView,
  Keymap,
  MarkdownRenderChild,
  MarkdownView,
  Menu,
  Notice,
  Platform: {
    isMobile: new URLSearchParams(location.search).has('phone'),
    isDesktop: !new URLSearchParams(location.search).has('phone'),
  },
  Plugin,
  PluginSettingTab,
  TAbstractFile,
  TFile,
  TFolder,
  Vault,
  WorkspaceLeaf,
  setIcon,
};

/** The module that the bundle requires; what the host does not model is an error, not undefined. */
export const obsidianModule: unknown = new Proxy(modelled, {
  get: (target, name) => {
    if (typeof name === 'string' && name in target) return target[name];
    if (name === '__esModule' || typeof name === 'symbol' || name === 'default') return undefined;
    throw new Error(`The host does not model obsidian.${name}`);
  },
});
