import { ItemView, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import { WORDING } from '../../presentation/wording';
import { importDropped } from '../import-doors';
import { Panel, type PanelSource } from './panel';
import type { WantedTab } from './panel-tab';
import { type ActionPorts, PANEL_VIEW_TYPE, type PanelActions, panelActions } from './panel-actions';

/** What a panel view needs from the plugin. */
export interface PanelHost extends PanelSource, ActionPorts {}

/** The sidebar view; it draws what the watch says and decides nothing. */
export class PanelView extends ItemView {
  override navigation = false;
  readonly #host: PanelHost;
  #actions: PanelActions | null = null;

  constructor(leaf: WorkspaceLeaf, host: PanelHost) {
    super(leaf);
    this.#host = host;
  }

  override getViewType(): string {
    return PANEL_VIEW_TYPE;
  }

  override getDisplayText(): string {
    return WORDING.panelTitle;
  }

  override getIcon(): string {
    return 'ship';
  }

  override onOpen(): Promise<void> {
    this.contentEl.addClass('shipshape-view');
    this.#actions = panelActions(this.app, this.leaf, this.#host);
    importDropped(this, this.#host.writing);
    this.#draw(null);
    return Promise.resolve();
  }

  /** Shows one of the tabs, or a release in it. */
  show(wanted: WantedTab): void {
    this.#draw({ ...wanted });
  }

  #draw(wanted: WantedTab | null): void {
    if (this.#actions) render(<Panel source={this.#host} actions={this.#actions} wanted={wanted} />, this.contentEl);
  }

  /** Puts the keyboard on the first release, or on whatever can be pressed. */
  focus(): void {
    (
      this.contentEl.querySelector<HTMLElement>('[data-nav][tabindex="0"]') ??
      this.contentEl.querySelector<HTMLElement>('button, input')
    )?.focus();
  }

  override onClose(): Promise<void> {
    render(null, this.contentEl);
    return Promise.resolve();
  }
}
