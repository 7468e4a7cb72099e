import { trimFolder } from './parse';

/** The same settings with further folders to read; '' is the whole vault. */
export function withFolders<Part extends { readonly folders: readonly string[] }>(
  settings: Part,
  further: readonly string[],
): Part {
  if (further.length === 0) return settings;
  const isWhole = further.includes('') || settings.folders.includes('');
  return { ...settings, folders: isWhole ? [''] : outermost([...settings.folders, ...further]) };
}

/** What to store so that these folders are read from now on, beside those that are. */
export function readingFolders(
  value: (key: string) => unknown,
  further: readonly string[],
): Readonly<Record<string, unknown>> {
  if (further.includes('')) return { wholeVault: true };
  const stored = value('folders');
  const lines = typeof stored === 'string' ? stored.split('\n') : [];
  return { folders: outermost([...lines.map(trimFolder), ...further]).join('\n') };
}

/** Folders without those that lie inside another of them. */
export function outermost(folders: readonly string[]): string[] {
  const all = [...new Set(folders.filter(Boolean))];
  return all.filter((folder) => !all.some((other) => folder.startsWith(`${other}/`)));
}
