import type { Extension } from '@codemirror/state';
import { Component } from './component';
import { make } from './dom';
import { Events } from './events';
import { setIcon } from './icons';
import { Editor, type EditorSuggest } from './modal';
import { TFile, type Vault } from './vault';

/** A view in a leaf. */
export abstract class View extends Component {
  navigation = true;
  readonly containerEl: HTMLElement;

  constructor(readonly leaf: WorkspaceLeaf) {
    super();
    this.containerEl = make(null, 'div', 'workspace-leaf-content');
    this.containerEl.dataset.type = '';
  }

  get app(): unknown {
    return this.leaf.workspace.app;
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;
  getIcon(): string {
    return 'file';
  }
  onOpen(): Promise<void> {
    return Promise.resolve();
  }
  onClose(): Promise<void> {
    return Promise.resolve();
  }
  getState(): Record<string, unknown> {
    return {};
  }
  setState(_state: unknown, _result: unknown): Promise<void> {
    return Promise.resolve();
  }
}

/** A view with a content element. */
export abstract class ItemView extends View {
  readonly contentEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.contentEl = make(this.containerEl, 'div', 'view-content');
  }
}

const SAVE_DELAY_MS = 2000;

/** A note in an editor: a text area that saves two seconds after typing, and follows the file while nobody types. */
export class MarkdownView extends ItemView {
  file: TFile | null = null;
  readonly editorEl: HTMLTextAreaElement;
  readonly editor: Editor;
  #timer = 0;
  #dirty = false;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.editorEl = make(this.contentEl, 'textarea', 'host-editor');
    this.editorEl.spellcheck = false;
    this.editorEl.setAttribute('aria-label', 'Note');
    this.editor = new Editor(this.editorEl);
    this.editorEl.addEventListener('input', () => {
      this.#dirty = true;
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.save(), SAVE_DELAY_MS);
      leaf.workspace.trigger('editor-change', this.editor, this);
      void this.#suggest();
    });
    this.editorEl.addEventListener('keydown', (event) => {
      for (const suggest of leaf.workspace.editorSuggests) suggest.key(event);
    });
    const { vault } = leaf.workspace;
    this.registerEvent(
      vault.on('modify', (file: TFile) => {
        if (file !== this.file || this.#dirty) return;
        void vault.cachedRead(file).then((text) => {
          const before = this.editorEl.value;
          this.#show(text);
          // As in the app, the event comes for what a program or a sync does to an open editor, too.
          if (this.editorEl.value !== before) leaf.workspace.trigger('editor-change', this.editor, this);
        });
      }),
    );
  }

  /** The first that has something to suggest wins, as in the app. */
  async #suggest(): Promise<void> {
    let taken = false;
    for (const suggest of this.leaf.workspace.editorSuggests) {
      if (taken) suggest.close();
      else taken = await suggest.follow(this.editor, this.file);
    }
  }

  getViewType(): string {
    return 'markdown';
  }

  getDisplayText(): string {
    return this.file?.basename ?? 'No file';
  }

  #show(text: string): void {
    if (this.editorEl.value !== text) this.editorEl.value = text;
  }

  async setFile(file: TFile): Promise<void> {
    await this.save();
    this.file = file;
    this.#show(await this.leaf.workspace.vault.cachedRead(file));
  }

  async save(): Promise<void> {
    window.clearTimeout(this.#timer);
    if (!this.#dirty || !this.file) return;
    this.#dirty = false;
    await this.leaf.workspace.vault.modify(this.file, this.editorEl.value);
  }

  override async onClose(): Promise<void> {
    await this.save();
  }

  getViewData(): string {
    return this.editorEl.value;
  }

  /** Puts the caret on a line, as `eState.line` asks. */
  reveal(line: number): void {
    const lines = this.editorEl.value.split('\n');
    const start = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
    this.editorEl.focus();
    this.editorEl.setSelectionRange(start, start + (lines[line]?.length ?? 0));
    this.editorEl.scrollTop = Math.max(0, line - 4) * 21;
    this.editorEl.dataset.line = String(line);
  }
}

/** A tab. */
export class WorkspaceLeaf extends Events {
  view: View | null = null;
  isDeferred = false;

  constructor(
    readonly workspace: Workspace,
    readonly parent: TabGroup,
  ) {
    super();
  }

  async setViewState(state: { readonly type: string; readonly state?: unknown }): Promise<void> {
    await this.close();
    const creator = this.workspace.viewCreators.get(state.type);
    if (!creator) return;
    const view = creator(this);
    this.view = view;
    view.containerEl.dataset.type = view.getViewType();
    this.parent.show(this);
    view.load();
    await view.onOpen();
    if (state.state !== undefined) await view.setState(state.state, { history: false });
    this.parent.draw();
  }

  async openFile(file: TFile, state: { readonly eState?: { readonly line?: number } } = {}): Promise<void> {
    if (!(this.view instanceof MarkdownView)) await this.setViewState({ type: 'markdown' });
    if (!(this.view instanceof MarkdownView)) return;
    await this.view.setFile(file);
    this.parent.show(this);
    if (state.eState?.line !== undefined) this.view.reveal(state.eState.line);
    this.workspace.trigger('file-open', file);
  }

  async loadIfDeferred(): Promise<void> {
    // nothing is deferred here
  }

  async close(): Promise<void> {
    const { view } = this;
    this.view = null;
    if (!view) return;
    await view.onClose();
    view.unload();
    view.containerEl.remove();
  }

  detach(): void {
    void this.close();
    this.parent.remove(this);
  }
}

/** Tabs in one place: the main area or the right sidebar. */
export class TabGroup {
  readonly leaves: WorkspaceLeaf[] = [];
  active: WorkspaceLeaf | null = null;
  readonly #tabsEl: HTMLElement;
  readonly #bodyEl: HTMLElement;
  collapsed = false;

  constructor(
    readonly workspace: Workspace,
    readonly containerEl: HTMLElement,
  ) {
    this.#tabsEl = make(containerEl, 'div', 'workspace-tab-header-container');
    this.#bodyEl = make(containerEl, 'div', 'workspace-tab-container');
  }

  add(): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this.workspace, this);
    this.leaves.push(leaf);
    return leaf;
  }

  remove(leaf: WorkspaceLeaf): void {
    const at = this.leaves.indexOf(leaf);
    if (at >= 0) this.leaves.splice(at, 1);
    if (this.active === leaf) this.active = this.leaves[0] ?? null;
    this.draw();
  }

  show(leaf: WorkspaceLeaf): void {
    this.active = leaf;
    this.draw();
  }

  collapse(): void {
    this.collapsed = true;
    this.containerEl.classList.add('is-collapsed');
  }

  expand(): void {
    this.collapsed = false;
    this.containerEl.classList.remove('is-collapsed');
  }

  draw(): void {
    this.#tabsEl.replaceChildren();
    for (const leaf of this.leaves) {
      const tab = make(this.#tabsEl, 'button', `workspace-tab-header${leaf === this.active ? ' is-active' : ''}`);
      tab.type = 'button';
      tab.setAttribute('aria-label', leaf.view?.getDisplayText() ?? 'New tab');
      if (leaf.view) setIcon(make(tab, 'span', 'workspace-tab-header-icon'), leaf.view.getIcon());
      make(tab, 'span', 'workspace-tab-header-title', leaf.view?.getDisplayText() ?? 'New tab');
      tab.addEventListener('click', () => this.show(leaf));
    }
    const shown = this.active?.view?.containerEl ?? null;
    for (const child of [...this.#bodyEl.children]) if (child !== shown) child.remove();
    if (shown && shown.parentElement !== this.#bodyEl) this.#bodyEl.append(shown);
  }
}

/** Leaves, commands' places, and the events that plugins send through the workspace. */
export class Workspace extends Events {
  readonly editorExtensions: Extension[] = [];
  readonly editorSuggests: EditorSuggest<unknown>[] = [];
  readonly viewCreators = new Map<string, (leaf: WorkspaceLeaf) => View>();
  readonly main: TabGroup;
  readonly rightSplit: TabGroup;
  layoutReady = false;
  readonly #ready: (() => unknown)[] = [];

  constructor(
    readonly app: unknown,
    readonly vault: Vault,
    mainEl: HTMLElement,
    sideEl: HTMLElement,
  ) {
    super();
    this.main = new TabGroup(this, mainEl);
    this.rightSplit = new TabGroup(this, sideEl);
    this.viewCreators.set('markdown', (leaf) => new MarkdownView(leaf));
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.#ready.push(callback);
  }

  becomeReady(): void {
    this.layoutReady = true;
    for (const callback of this.#ready.splice(0)) callback();
    this.trigger('layout-ready');
  }

  getLeaf(newLeaf: boolean | string = false): WorkspaceLeaf {
    const current = this.main.active ?? this.main.leaves[0];
    if (!newLeaf && current) return current;
    return this.main.add();
  }

  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    leaf.parent.show(leaf);
    leaf.parent.draw();
    return Promise.resolve();
  }

  getLeavesOfType(type: string): WorkspaceLeaf[] {
    return [...this.main.leaves, ...this.rightSplit.leaves].filter((leaf) => leaf.view?.getViewType() === type);
  }

  async ensureSideLeaf(
    type: string,
    _side: 'left' | 'right',
    options: { readonly reveal?: boolean } = {},
  ): Promise<WorkspaceLeaf> {
    let leaf = this.getLeavesOfType(type)[0];
    if (!leaf) {
      leaf = this.rightSplit.add();
      await leaf.setViewState({ type });
    }
    if (options.reveal) {
      this.rightSplit.expand();
      this.rightSplit.show(leaf);
    }
    return leaf;
  }

  getActiveViewOfType<T extends View>(type: abstract new (...given: never[]) => T): T | null {
    const view = this.main.active?.view ?? null;
    return view instanceof type ? view : null;
  }

  getActiveFile(): TFile | null {
    return this.main.active?.view instanceof MarkdownView ? this.main.active.view.file : null;
  }
}
