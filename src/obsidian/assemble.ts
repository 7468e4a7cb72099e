import type { Plugin } from 'obsidian';
import type { Scheduler } from '../ports/scheduler';
import { readerOptions, scopeOf } from '../settings/settings';
import { noteWriter } from '../workflows/note-writer';
import { type VaultSurvey, vaultSurvey } from '../workflows/vault-survey';
import { type VaultWatch, watchVault } from '../workflows/watch-vault';
import { deviceStore } from './device-store';
import { factsCache } from './facts-cache';
import { followDates, followForecasts, startHistory, startKeepers } from './keepers';
import type { PanelHost } from './panel/panel-view';
import type { PluginSettings } from './plugin-settings';
import { openSettingsTab } from './settings-window';
import { systemClock } from './system-clock';
import { typingWatch } from './typing-watch';
import { vaultHeads } from './vault-heads';
import { vaultNotes } from './vault-notes';
import { vaultStore } from './vault-store';
import { windowScheduler } from './window-scheduler';
import { createWriting, type Writing } from './writing/writing';

/** What one loaded plugin is made of; all of it ends with the plugin. */
export interface Parts {
  readonly watch: VaultWatch;
  readonly writing: Writing;
  readonly host: PanelHost;
  readonly survey: VaultSurvey;
  readonly scope: () => ReturnType<typeof scopeOf>;
}

/** Puts the workflows together over the app; nothing is read yet. */
export function assemble(plugin: Plugin, settings: PluginSettings): Parts {
  const { app } = plugin;
  const { current } = settings;
  const scope = (): ReturnType<typeof scopeOf> => scopeOf(current());
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
    settings: current,
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
    current(),
  );
  known.watch = watch;
  followForecasts(plugin, watch, history);
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
    settings: current,
    ...typing,
  });
  const { state, notes, facets, asOf } = watch;
  const ports = { app, store, writer, settings, clock: systemClock, scheduler, state, notes, facets, asOf };
  const writing = createWriting({ ...ports, keepStatus: history.status }, keepers.playbooks);
  keepers.follow(watch, writing.stakeholders);
  followDates(plugin, watch, writing.registry, { store, scheduler, clock: systemClock, settings: current });
  const survey = startSurvey(plugin, settings, scheduler);
  const { playbooks: keeper } = keepers;
  const { confirm } = history;
  const host: PanelHost = { ...shownOf(plugin, settings, watch), writer, keeper, writing, survey, confirm };
  return { watch, writing, host, survey, scope };
}

/** What the panel shows of the watch and the settings. */
function shownOf(
  plugin: Plugin,
  { current }: PluginSettings,
  { state, subscribe, reconcile }: VaultWatch,
): Pick<PanelHost, 'state' | 'subscribe' | 'retry' | 'folders' | 'openSettings' | 'me' | 'calendar' | 'readerOptions'> {
  return {
    state,
    subscribe,
    retry: () => void reconcile(),
    folders: () => scopeOf(current()).folders,
    openSettings: () => openSettingsTab(plugin.app, plugin.manifest.id),
    me: () => current().me,
    calendar: () => current().calendar,
    readerOptions: () => readerOptions(current(), systemClock.today()),
  };
}

/** The look through the rest of the vault; it ends with the plugin. */
function startSurvey(
  plugin: Plugin,
  { current, tryFolders, keepFolders }: PluginSettings,
  scheduler: Scheduler,
): VaultSurvey {
  const survey = vaultSurvey({
    heads: vaultHeads(plugin.app),
    clock: systemClock,
    scheduler,
    settings: current,
    scope: () => scopeOf(current()),
    tryFolders,
    keepFolders,
  });
  plugin.register(survey.stop);
  return survey;
}
