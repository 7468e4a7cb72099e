import { Notice, type Plugin } from 'obsidian';
import { reasonOf } from '../domain/reason-of';
import { WORDING } from '../presentation/wording';
import { migrateSettings, resolveSettings, type Settings, settingValue, withSetting } from '../settings/settings';
import { readingFolders, withFolders } from '../settings/read-folders';
import type { StoredSettings } from '../settings/stored-settings';
import { localeWritesMonthFirst } from './system-clock';

/** Settings as stored and as resolved, with the ways to change them. */
export interface PluginSettings {
  readonly current: () => Settings;
  readonly value: (key: string) => unknown;
  readonly set: (key: string, value: unknown) => Promise<void>;
  /** Several at once, in the order given, with one save. */
  readonly setMany: (values: Readonly<Record<string, unknown>>) => Promise<void>;
  /** The settings as they would be with other values; nothing is stored. */
  readonly preview: (values: Readonly<Record<string, unknown>>) => Settings;
  /** Reads these folders, too, until the plugin ends or others are tried; nothing is stored. */
  readonly tryFolders: (folders: readonly string[]) => void;
  /** Reads these folders from now on. */
  readonly keepFolders: (folders: readonly string[]) => Promise<void>;
  /** Reads data.json again, after Sync or a person changed it. */
  readonly reload: () => Promise<void>;
}

/** Loads data.json, whatever its age or state; `changed` is told of every later change. */
export async function loadPluginSettings(
  plugin: Plugin,
  changed: (settings: Settings) => void,
): Promise<PluginSettings> {
  const order = localeWritesMonthFirst() ? 'month-first' : 'day-first';
  let isUnread = false;
  const load = async (): Promise<StoredSettings> => {
    try {
      const data: unknown = await plugin.loadData();
      isUnread = false;
      return migrateSettings(data);
    } catch (error) {
      isUnread = true;
      new Notice(WORDING.settingsUnread(reasonOf(error)));
      return migrateSettings(null);
    }
  };
  let stored = await load();
  let tried: readonly string[] = [];
  let settings = resolveSettings(stored, order);
  const take = (next: StoredSettings): void => {
    stored = next;
    settings = withFolders(resolveSettings(stored, order), tried);
    changed(settings);
  };
  const value = (key: string): unknown => settingValue(stored, key);
  const setMany = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    // What could not be read before may be there now; it must not be written over.
    if (isUnread) take(await load());
    const next = withAll(stored, values);
    if (JSON.stringify(next) === JSON.stringify(stored)) return;
    take(next);
    await plugin.saveData(next);
  };
  return {
    current: () => settings,
    value,
    set: (key, value) => setMany({ [key]: value }),
    setMany,
    preview: (values) => resolveSettings(withAll(stored, values), order),
    tryFolders: (folders) => {
      tried = folders;
      take(stored);
    },
    keepFolders: async (folders) => {
      tried = [];
      await setMany(readingFolders(value, folders));
    },
    reload: async () => take(await load()),
  };
}

function withAll(stored: StoredSettings, values: Readonly<Record<string, unknown>>): StoredSettings {
  return Object.entries(values).reduce((next, [key, value]) => withSetting(next, key, value), stored);
}
