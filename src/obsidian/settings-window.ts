import type { App } from 'obsidian';

/** The settings window is not part of the published types; where it is missing, nothing happens. */
interface SettingsWindow {
  readonly setting?: {
    readonly open: () => void;
    readonly close: () => void;
    readonly openTabById: (id: string) => unknown;
  };
}

/** Opens the settings at this plugin's tab. */
export function openSettingsTab(app: App, id: string): void {
  const { setting } = app as App & SettingsWindow;
  setting?.open();
  setting?.openTabById(id);
}

/** Closes the settings, so that what lies below them is seen. */
export function closeSettings(app: App): void {
  (app as App & SettingsWindow).setting?.close();
}
