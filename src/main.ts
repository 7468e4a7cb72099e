import { Plugin, type WorkspaceLeaf } from 'obsidian';
import { assemble, type Parts } from './obsidian/assemble';
import { addReleaseBoard } from './obsidian/bases/release-board';
import { addBlockSuggest } from './obsidian/blocks/block-suggest';
import { addShipshapeBlock } from './obsidian/blocks/shipshape-block';
import { addCliHandlers } from './obsidian/cli-handlers';
import { type ReadApi, readApi } from './obsidian/read-api';
import { addCommands } from './obsidian/commands';
import { addDateHover } from './obsidian/date-hover';
import { addEditorSuggests } from './obsidian/editor-suggests';
import { addImportMenu } from './obsidian/import-doors';
import { PANEL_VIEW_TYPE } from './obsidian/panel/panel-actions';
import type { WantedTab } from './obsidian/panel/panel-tab';
import { PanelView } from './obsidian/panel/panel-view';
import { loadPluginSettings, type PluginSettings } from './obsidian/plugin-settings';
import { panelCommands } from './obsidian/panel-commands';
import { RELEASE_VIEW_TYPE } from './obsidian/open-release';
import { PORTFOLIO_VIEW_TYPE, PortfolioView } from './obsidian/portfolio/portfolio-view';
import { addRegistryBlock } from './obsidian/registry-block';
import { ReleaseView } from './obsidian/release/release-view';
import { SettingsTab } from './obsidian/settings-tab';
import { addStatusBar } from './obsidian/status-bar';
import { systemClock } from './obsidian/system-clock';
import { listenToVault } from './obsidian/vault-notes';
import { WORDING } from './presentation/wording';

const DAY_CHECK_MS = 60_000;
const TODAY_ID = 'today';

/** Registers everything; nothing is read before the layout is ready. */
export default class ShipshapePlugin extends Plugin {
  /** What other plugins and scripts may read; null until it is loaded. */
  api: ReadApi | null = null;
  #settings: PluginSettings | null = null;

  override async onload(): Promise<void> {
    const loaded: { parts: Parts | null } = { parts: null };
    const settings = await loadPluginSettings(this, (changed) => void loaded.parts?.watch.setSettings(changed));
    this.#settings = settings;
    const parts = assemble(this, settings);
    loaded.parts = parts;
    const { watch, writing, host, survey } = parts;
    const panel = panelCommands(this.app, watch, (wanted) => void this.#openPanel(wanted), survey, writing.acts);
    this.registerView(PANEL_VIEW_TYPE, (leaf: WorkspaceLeaf) => new PanelView(leaf, host));
    this.registerView(PORTFOLIO_VIEW_TYPE, (leaf: WorkspaceLeaf) => new PortfolioView(leaf, host));
    this.registerView(RELEASE_VIEW_TYPE, (leaf: WorkspaceLeaf) => new ReleaseView(leaf, host));
    this.registerHoverLinkSource(PANEL_VIEW_TYPE, { display: WORDING.panelTitle, defaultMod: true });
    const { registry, coverage } = writing;
    addRegistryBlock(this, { registry, coverage, today: systemClock.today, subscribe: watch.subscribe });
    addShipshapeBlock(this, host);
    addReleaseBoard(this, host);
    addBlockSuggest(this, writing);
    addEditorSuggests(this, writing);
    addDateHover(this, writing.datesOf, writing.sayPhrase);
    addCommands(this, writing, panel);
    addImportMenu(this, writing);
    addCliHandlers(this, settings, watch);
    this.api = readApi({ ...watch, calendar: () => settings.current().calendar });
    addStatusBar(this, watch, () => panel.openTab(TODAY_ID));
    this.addSettingTab(new SettingsTab(this.app, this, settings, { writing, panel }));
    this.app.workspace.onLayoutReady(() => this.#startWatching(parts));
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.#settings?.reload();
  }

  override onUserEnable(): void {
    void this.#openPanel(null);
  }

  /**
   * Existing notes are not announced one by one before this point; the first `resolved` catches what a cold cache
   * missed.
   */
  #startWatching({ watch, scope }: Parts): void {
    listenToVault(this, scope, watch);
    const first = this.app.metadataCache.on('resolved', () => {
      this.app.metadataCache.offref(first);
      void watch.reconcile();
    });
    this.registerEvent(first);
    this.registerInterval(window.setInterval(watch.checkDay, DAY_CHECK_MS));
    void watch.reconcile();
  }

  /** Opens the panel; with a tab when a person asked for it, who then has the keyboard in it. */
  async #openPanel(wanted: WantedTab | null): Promise<void> {
    const active = wanted !== null;
    const leaf = await this.app.workspace.ensureSideLeaf(PANEL_VIEW_TYPE, 'right', { active, reveal: true });
    if (wanted === null || !(leaf.view instanceof PanelView)) return;
    leaf.view.show(wanted);
    leaf.view.focus();
  }
}
