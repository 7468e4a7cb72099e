import type { NoteFacts } from '../domain/note-facts';
import { parseReleaseIdentity, type ReleaseIdentity } from '../domain/release-identity';

/** A note's place among the release folders: `Active/Releases/Kiosk` for all notes below it. */
export interface ReleaseFolder {
  readonly path: string;
  readonly name: string;
}

/**
 * Folders that only sort releases by time: a year, half or quarter, alone or joined ("2026", "Q3", "2026-Q3", "H1
 * 2026").
 */
const PERIOD = /^(?:(?:fy\s?)?(?:\d{4}|'?\d{2}(?=[\s_-]?[qh]))|[qh][1-4])(?:[\s_-]?(?:[qh][1-4]|(?:fy)?\d{4}))?$/i;

/**
 * The folder under the releases folder that a note lies in, or null; folders that stand for a period are looked
 * through.
 */
export function releaseFolderOf(path: string, releasesFolder: string): ReleaseFolder | null {
  // By its last name, wherever it lies: a vault with "Releases" at its top means the same.
  const last = releasesFolder.split('/').pop() ?? '';
  if (last === '') return null;
  const root = `${last}/`;
  const at = path.startsWith(root) ? 0 : path.indexOf(`/${root}`) + 1;
  if (at === 0 && !path.startsWith(root)) return null;
  for (let start = at + root.length; ;) {
    const end = path.indexOf('/', start);
    if (end <= start) return null;
    const name = path.slice(start, end);
    // "Q3/Plan.md" is the release Q3, "2026/Portal/Plan.md" the release Portal.
    if (!PERIOD.test(name) || !path.includes('/', end + 1)) return { path: path.slice(0, end), name };
    start = end + 1;
  }
}

/** The identity that a release folder's name states: "Q3_Mobile", "2.3.1", "v2.5 Analytics". */
export function folderIdentity(folder: ReleaseFolder): ReleaseIdentity | null {
  return parseReleaseIdentity(folder.name.replace(/_/g, ' '));
}

/** Links that point into a release folder ("…/Kiosk/Plan"), as the folder's name. */
export function linkedFolders(facts: NoteFacts): string[] {
  return facts.links.flatMap((link) => {
    const parts = link.split('/');
    const file = parts.pop()?.toLowerCase() ?? '';
    const folder = parts.pop();
    return folder !== undefined && (file === 'plan' || file === 'checklist' || file === 'retro')
      ? [folder.toLowerCase()]
      : [];
  });
}

/** True for the note that speaks for its release folder. */
export function isPlan(path: string): boolean {
  return /(?:^|\/)plan\.md$/i.test(path);
}
