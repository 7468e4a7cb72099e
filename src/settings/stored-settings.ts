/** Settings as they lie in data.json: flat, so that Obsidian Sync can merge them key by key. */
export type StoredSettings = Readonly<Record<string, unknown>>;

/** Version of the stored form; older or broken data is migrated, never refused. */
export const SETTINGS_VERSION = 1;

/** Any value as an object's entries; anything else is no settings. */
export function asStored(value: unknown): StoredSettings {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...(value as Record<string, unknown>) }
    : {};
}
