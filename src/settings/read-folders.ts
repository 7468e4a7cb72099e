import { trimFolder } from './parse';

/** Folders, one a line. */
export function folderLines(text: unknown): string[] {
  return typeof text === 'string' ? text.split('\n').map(trimFolder).filter(Boolean) : [];
}

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
  return { folders: outermost([...folderLines(value('folders')), ...further]).join('\n') };
}

/** Folders without those that lie inside another of them. */
export function outermost(folders: readonly string[]): string[] {
  const all = [...new Set(folders.filter(Boolean))];
  return all.filter((folder) => !all.some((other) => folder.startsWith(`${other}/`)));
}
