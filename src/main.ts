import { Plugin, type WorkspaceLeaf } from 'obsidian';
import { WORDING } from './presentation/wording';
import { addCommands } from './obsidian/commands';
import { addDateHover } from './obsidian/date-hover';
import { deviceStore } from './obsidian/device-store';
import { addEditorSuggests } from './obsidian/editor-suggests';
import { factsCache } from './obsidian/facts-cache';
import { PANEL_VIEW_TYPE } from './obsidian/panel/panel-actions';
import { PanelView } from './obsidian/panel/panel-view';
import { startHistory, startKeepers } from './obsidian/keepers';
import { loadPluginSettings, type PluginSettings } from './obsidian/plugin-settings';
import { addRegistryBlock } from './obsidian/registry-block';
import { SettingsTab } from './obsidian/settings-tab';
import { openSettingsTab } from './obsidian/settings-window';
import { systemClock } from './obsidian/system-clock';
import { listenToVault, vaultNotes } from './obsidian/vault-notes';
import { typingWatch } from './obsidian/typing-watch';
import { vaultStore } from './obsidian/vault-store';
import { windowScheduler } from './obsidian/window-scheduler';
import { createWriting } from './obsidian/writing/writing';
import { readerOptions, scopeOf } from './settings/settings';
import { noteWriter } from './workflows/note-writer';
import { type VaultWatch, watchVault } from './workflows/watch-vault';

const DAY_CHECK_MS = 60_000;

/** Registers everything; nothing is read before the layout is ready. */
export default class ShipshapePlugin extends Plugin {
  #settings: PluginSettings | null = null;

  override async onload(): Promise<void> {
    let watch: VaultWatch | null = null;
    const settings = await loadPluginSettings(this, (changed) => void watch?.setSettings(changed));
    this.#settings = settings;
    const scope = (): ReturnType<typeof scopeOf> => scopeOf(settings.current());
    const scheduler = windowScheduler();
    const store = vaultStore(this.app);
    const typing = typingWatch(this);
    const writer = noteWriter(store, typing.written);
    const device = deviceStore(this.app);
    const history = startHistory(this, { store, device, clock: systemClock, settings: settings.current, isByHand: typing.wasChangedHere, hasHistory: (path) => watch?.hasHistory(path) === true, facts: (path) => watch?.facts(path) ?? null });
    const started = watchVault({ source: vaultNotes(this.app, scope), memory: factsCache(this.app), device, clock: systemClock, scheduler, reread: history.reread }, settings.current());
    watch = started;
    this.register(() => {
      started.stop();
      scheduler.cancelAll();
    });

    const keepers = startKeepers(this, { store, writer, device, scheduler, clock: systemClock, settings: settings.current, ...typing });
    const writing = createWriting({ app: this.app, store, writer, settings, clock: systemClock, state: started.state, notes: started.notes, facets: started.facets, asOf: started.asOf }, keepers.playbooks);
    keepers.follow(started, writing.stakeholders);
    const host = {
      state: started.state,
      subscribe: started.subscribe,
      retry: () => void started.reconcile(),
      folders: () => scope().folders,
      writer,
      keeper: keepers.playbooks,
      writing,
      openSettings: () => openSettingsTab(this.app, this.manifest.id),
      calendar: () => settings.current().calendar,
      readerOptions: () => readerOptions(settings.current(), systemClock.today()),
      confirm: history.confirm,
    };
    this.registerView(PANEL_VIEW_TYPE, (leaf: WorkspaceLeaf) => new PanelView(leaf, host));
    this.registerHoverLinkSource(PANEL_VIEW_TYPE, { display: WORDING.panelTitle, defaultMod: true });
    addRegistryBlock(this, { registry: writing.registry, coverage: writing.coverage, today: systemClock.today, subscribe: started.subscribe });
    addEditorSuggests(this, writing);
    addDateHover(this, writing.datesOf, writing.sayPhrase);
    addCommands(this, writing, () => void this.#openPanel(true));
    this.addSettingTab(new SettingsTab(this.app, this, settings, writing.setUp));
    this.app.workspace.onLayoutReady(() => this.#startWatching(started, scope));
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.#settings?.reload();
  }

  override onUserEnable(): void {
    void this.#openPanel(false);
  }

  /** Existing notes are not announced one by one before this point; the first `resolved` catches what a cold cache missed. */
  #startWatching(watch: VaultWatch, scope: () => ReturnType<typeof scopeOf>): void {
    listenToVault(this, scope, watch);
    const first = this.app.metadataCache.on('resolved', () => {
      this.app.metadataCache.offref(first);
      void watch.reconcile();
    });
    this.registerEvent(first);
    this.registerInterval(window.setInterval(watch.checkDay, DAY_CHECK_MS));
    void watch.reconcile();
  }

  async #openPanel(takeFocus: boolean): Promise<void> {
    const leaf = await this.app.workspace.ensureSideLeaf(PANEL_VIEW_TYPE, 'right', { active: takeFocus, reveal: true });
    if (takeFocus && leaf.view instanceof PanelView) leaf.view.focus();
  }
}
