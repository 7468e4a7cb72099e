/** A note's file name without folders and without `.md`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** True when a link's target means a note, as Obsidian reads links: by name, by the end of its path, or by the whole of it. */
export function meansNote(target: string, path: string): boolean {
  const [wanted, bare] = [target, path].map((text) => text.replace(/\.md$/i, '').toLowerCase()) as [string, string];
  return wanted !== '' && (wanted.includes('/') ? bare === wanted || bare.endsWith(`/${wanted}`) : baseName(bare) === wanted);
}
