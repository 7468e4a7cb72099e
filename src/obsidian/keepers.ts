import { Notice, type Plugin, TFile } from 'obsidian';
import type { Stakeholder } from '../index/stakeholders';
import type { ProcessEntry } from '../domain/process';
import type { Clock } from '../ports/clock';
import { reasonOf } from '../domain/reason-of';
import { calendarEntries } from '../presentation/calendar/calendar-dates';
import { calendarFile } from '../presentation/calendar/calendar-file';
import { CALENDAR_WORDING } from '../presentation/calendar/calendar-wording';
import { keepCalendar } from '../workflows/calendar-keeper';
import { noteName } from '../presentation/place';
import { PROCESS_WORDING } from '../presentation/process-wording';
import { WORDING } from '../presentation/wording';
import { type HistoryKeeper, type HistoryPorts, keepHistory } from '../workflows/keep-history';
import { keepPlaybooks, type KeeperPorts, type PlaybookKeeper } from '../workflows/playbook-keeper';
import { keepStakeholderPages } from '../workflows/stakeholder-pages';
import type { VaultWatch } from '../workflows/watch-vault';
import { drawDeviceName } from './device-store';

/** What keeps notes current by itself, in its blocks. */
export interface Keepers {
  readonly playbooks: PlaybookKeeper;
  /** Starts to follow the vault, once it is known who the stakeholders are. */
  readonly follow: (watch: VaultWatch, stakeholders: () => readonly Stakeholder[]) => void;
}

/** Keepers for one plugin; both end with it. */
export function startKeepers(plugin: Plugin, ports: Omit<KeeperPorts, 'label'>): Keepers {
  const playbooks = keepPlaybooks({ ...ports, label: PROCESS_WORDING.update });
  plugin.register(playbooks.stop);
  return {
    playbooks,
    follow: (watch, stakeholders) => {
      const pages = keepStakeholderPages({
        ...ports,
        stakeholders: () => (watch.state().phase === 'ready' ? stakeholders() : null),
      });
      plugin.register(pages.stop);
      plugin.register(watch.subscribe(pages.follow));
      let mode = ports.settings().playbookUpdates;
      plugin.register(
        watch.subscribe(() => {
          if (ports.settings().playbookUpdates === mode) return;
          mode = ports.settings().playbookUpdates;
          playbooks.settingsChanged();
        }),
      );
      const first = watch.subscribe(() => {
        if (watch.state().phase !== 'ready') return;
        first();
        // Before this every note is announced as new.
        plugin.registerEvent(plugin.app.vault.on('create', ({ path }) => playbooks.saved(path)));
        plugin.registerEvent(
          plugin.app.vault.on('rename', ({ path }, before) => {
            playbooks.deleted(before);
            playbooks.saved(path);
          }),
        );
        void playbooks.lookAtAll();
      });
      plugin.register(first);
      // What is gone is no longer cited, and waits for nothing.
      plugin.registerEvent(plugin.app.vault.on('delete', ({ path }) => playbooks.deleted(path)));
      plugin.registerEvent(
        plugin.app.vault.on('modify', ({ path }) => {
          pages.changed(path);
          playbooks.saved(path);
        }),
      );
    },
  };
}

/** Keeps the calendar file of the folder that a person chose. */
export function followDates(
  plugin: Plugin,
  watch: VaultWatch,
  registry: () => readonly ProcessEntry[],
  ports: Pick<KeeperPorts, 'store' | 'scheduler' | 'settings'> & { readonly clock: Clock },
): void {
  const keeper = keepCalendar({
    ...ports,
    folder: () => ports.settings().calendarFolder,
    text: () => {
      const { phase, releases } = watch.state();
      return phase === 'ready' ? calendarFile(calendarEntries(releases, registry())) : null;
    },
    failed: (error) => void new Notice(CALENDAR_WORDING.failed(reasonOf(error))),
  });
  plugin.register(keeper.stop);
  plugin.register(watch.subscribe(keeper.follow));
}

/** Keeps what is forecast, so that it can be held against what comes. */
export function followForecasts(plugin: Plugin, watch: VaultWatch, history: HistoryKeeper): void {
  plugin.register(
    watch.subscribe(() => {
      const { phase, releases, forecasts } = watch.state();
      if (phase === 'ready') history.forecasts(releases, forecasts);
    }),
  );
}

/** Long enough to read two sentences. */
const READ_MS = 15_000;

/** The history of one plugin; renames inside the app follow it. */
export function startHistory(plugin: Plugin, ports: Omit<HistoryPorts, 'drawName' | 'tell' | 'failed'>): HistoryKeeper {
  const history = keepHistory({
    ...ports,
    drawName: drawDeviceName,
    tell: (path) => void new Notice(WORDING.historyBegun(noteName(path)), READ_MS),
    failed: (reason) => void new Notice(WORDING.historyFailed(reason)),
  });
  plugin.registerEvent(
    plugin.app.vault.on('rename', (file, before) => {
      if (file instanceof TFile) history.renamed(before, file.path);
    }),
  );
  return history;
}
