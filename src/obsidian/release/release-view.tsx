import { ItemView, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import { viewTitle } from '../../presentation/release-view/release-view-model';
import { RELEASE_VIEW_TYPE } from '../open-release';
import { type PanelActions, panelActions } from '../panel/panel-actions';
import type { PanelHost } from '../panel/panel-view';
import { ReleasePage } from './release-page';

/** One release in the main area; which one is part of the tab's state, so that it comes back with the workspace. */
export class ReleaseView extends ItemView {
  override navigation = true;
  readonly #host: PanelHost;
  #actions: PanelActions | null = null;
  #release: string | null = null;

  constructor(leaf: WorkspaceLeaf, host: PanelHost) {
    super(leaf);
    this.#host = host;
  }

  override getViewType(): string {
    return RELEASE_VIEW_TYPE;
  }

  override getDisplayText(): string {
    return viewTitle(this.#host.state().releases.find(({ release }) => release.id === this.#release)?.release ?? null);
  }

  override getIcon(): string {
    return 'ship';
  }

  override getState(): Record<string, unknown> {
    return { release: this.#release };
  }

  override setState(state: unknown, result: ViewStateResult): Promise<void> {
    const { release } = (state ?? {}) as { readonly release?: unknown };
    this.#release = typeof release === 'string' ? release : null;
    this.#draw();
    return super.setState(state, result);
  }

  override onOpen(): Promise<void> {
    this.contentEl.addClass('shipshape-view', 'shipshape-release-view');
    this.#actions = panelActions(this.app, this.leaf, this.#host);
    this.#draw();
    return Promise.resolve();
  }

  #draw(): void {
    if (!this.#actions) return;
    render(<ReleasePage source={this.#host} actions={this.#actions} id={this.#release} />, this.contentEl);
  }

  override onClose(): Promise<void> {
    render(null, this.contentEl);
    return Promise.resolve();
  }
}
