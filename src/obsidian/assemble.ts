import type { Plugin } from 'obsidian';
import { readerOptions, scopeOf } from '../settings/settings';
import { noteWriter } from '../workflows/note-writer';
import { type VaultWatch, watchVault } from '../workflows/watch-vault';
import { deviceStore } from './device-store';
import { factsCache } from './facts-cache';
import { startHistory, startKeepers } from './keepers';
import type { PanelHost } from './panel/panel-view';
import type { PluginSettings } from './plugin-settings';
import { openSettingsTab } from './settings-window';
import { systemClock } from './system-clock';
import { typingWatch } from './typing-watch';
import { vaultNotes } from './vault-notes';
import { vaultStore } from './vault-store';
import { windowScheduler } from './window-scheduler';
import { createWriting, type Writing } from './writing/writing';

/** What one loaded plugin is made of; all of it ends with the plugin. */
export interface Parts {
  readonly watch: VaultWatch;
  readonly writing: Writing;
  readonly host: PanelHost;
  readonly scope: () => ReturnType<typeof scopeOf>;
}

/** Puts the workflows together over the app; nothing is read yet. */
export function assemble(plugin: Plugin, settings: PluginSettings): Parts {
  const { app } = plugin;
  const scope = (): ReturnType<typeof scopeOf> => scopeOf(settings.current());
  const scheduler = windowScheduler();
  const store = vaultStore(app);
  const typing = typingWatch(plugin);
  const writer = noteWriter(store, typing.written);
  const device = deviceStore(app);
  // The history asks what the watch knows, and the watch tells it what was read again.
  const known: { watch: VaultWatch | null } = { watch: null };
  const history = startHistory(plugin, {
    store,
    device,
    clock: systemClock,
    settings: settings.current,
    isByHand: typing.wasChangedHere,
    hasHistory: (path) => known.watch?.hasHistory(path) === true,
    facts: (path) => known.watch?.facts(path) ?? null,
  });
  const watch = watchVault(
    {
      source: vaultNotes(app, scope),
      memory: factsCache(app),
      device,
      clock: systemClock,
      scheduler,
      reread: history.reread,
    },
    settings.current(),
  );
  known.watch = watch;
  plugin.register(() => {
    watch.stop();
    scheduler.cancelAll();
  });
  const keepers = startKeepers(plugin, {
    store,
    writer,
    device,
    scheduler,
    clock: systemClock,
    settings: settings.current,
    ...typing,
  });
  const { state, notes, facets, asOf } = watch;
  const writing = createWriting(
    { app, store, writer, settings, clock: systemClock, state, notes, facets, asOf },
    keepers.playbooks,
  );
  keepers.follow(watch, writing.stakeholders);
  const host: PanelHost = {
    state,
    subscribe: watch.subscribe,
    retry: () => void watch.reconcile(),
    folders: () => scope().folders,
    writer,
    keeper: keepers.playbooks,
    writing,
    openSettings: () => openSettingsTab(app, plugin.manifest.id),
    calendar: () => settings.current().calendar,
    readerOptions: () => readerOptions(settings.current(), systemClock.today()),
    confirm: history.confirm,
  };
  return { watch, writing, host, scope };
}
