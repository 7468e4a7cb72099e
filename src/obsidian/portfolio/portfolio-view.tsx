import { type App, ItemView, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import { PORTFOLIO_WORDING } from '../../presentation/portfolio/portfolio-wording';
import { openInTab } from '../open-in-tab';
import { panelActions } from '../panel/panel-actions';
import type { PanelHost } from '../panel/panel-view';
import { PortfolioPage } from './portfolio-page';

/** Under which the portfolio is registered. */
export const PORTFOLIO_VIEW_TYPE = 'shipshape-portfolio';

/** All releases in the main area. */
export class PortfolioView extends ItemView {
  override navigation = true;
  readonly #host: PanelHost;

  constructor(leaf: WorkspaceLeaf, host: PanelHost) {
    super(leaf);
    this.#host = host;
  }

  override getViewType(): string {
    return PORTFOLIO_VIEW_TYPE;
  }

  override getDisplayText(): string {
    return PORTFOLIO_WORDING.title;
  }

  override getIcon(): string {
    return 'chart-gantt';
  }

  override onOpen(): Promise<void> {
    this.contentEl.addClass('shipshape-view', 'shipshape-release-view');
    const actions = panelActions(this.app, this.leaf, this.#host);
    render(<PortfolioPage source={this.#host} actions={actions} />, this.contentEl);
    return Promise.resolve();
  }

  override onClose(): Promise<void> {
    render(null, this.contentEl);
    return Promise.resolve();
  }
}

/** Opens the portfolio: the tab that shows it already, else a new one. */
export function openPortfolio(app: App): Promise<void> {
  return openInTab(app, PORTFOLIO_VIEW_TYPE);
}
