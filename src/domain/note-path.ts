/** A note's file name without folders and without `.md`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** The folder of a note or folder, without a slash at either end; '' at the top of the vault. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** True for a path inside `folder`, which has no slash at either end; '' is the vault itself. */
export function isInside(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/**
 * True when a link's target means a note, as Obsidian reads links: by name, by the end of its path, or by the whole
 * of it.
 */
export function meansNote(target: string, path: string): boolean {
  const [wanted, bare] = [target, path].map(comparable) as [string, string];
  return (
    wanted !== '' && (wanted.includes('/') ? bare === wanted || bare.endsWith(`/${wanted}`) : baseName(bare) === wanted)
  );
}

/**
 * A path as links are compared: no ending, no case, one form of each letter and blank (a name from another system may
 * use others).
 */
function comparable(path: string): string {
  return path
    .replace(/\.md$/i, '')
    .normalize('NFC')
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .toLowerCase();
}
