import type { CalendarDate } from '../domain/calendar-date';
import { folderOf, isInside } from '../domain/note-path';
import type { Release } from '../domain/release';
import { safeFileName } from '../domain/safe-name';
import { isPlan } from '../index/mention-keys';
import type { NoteStore } from '../ports/note-store';
import type { Settings } from '../settings/settings';
import { freePath } from './free-path';
import { titleOfIdentity } from './new-release';
import type { NewNote } from './note-writer';

/** The living note of a release, into which what holds of it is written; null where only records speak of it. */
export function homeOf(release: Pick<Release, 'accounts' | 'target' | 'goNoGo' | 'owner'>): string | null {
  const living = release.accounts.filter(({ kind }) => kind === 'release').map(({ path }) => path);
  const stating = [release.target, release.goNoGo, release.owner].map((fact) => fact?.evidence.path ?? '');
  return living.find(isPlan) ?? living.find((path) => stating.includes(path)) ?? living[0] ?? null;
}

/** The folder of a release's own page; that of meetings where it has none of its own. */
export function folderOfRelease(
  release: Pick<Release, 'accounts' | 'target' | 'goNoGo' | 'owner'>,
  { workspace: { folders } }: Settings,
): string {
  const home = homeOf(release);
  const own = home === null ? '' : folderOf(home);
  return own !== '' && own !== folders.releases && isInside(own, folders.releases) ? own : folders.meetings;
}

/**
 * A dated note of its own that says something of a release as of a day: a record, which no later change of a plan
 * alters.
 */
export function recordOf(
  release: Release,
  { what, on, lines, sections = [] }: RecordText,
  settings: Settings,
  store: Pick<NoteStore, 'find'>,
): NewNote | null {
  const title = titleOfIdentity(release);
  const name = safeFileName(`${what} ${title}`);
  if (name === null) return null;
  const text = [
    `# ${on} - ${what}: ${title}`,
    `## Release: ${title}\n${lines.map((line) => `- ${line}`).join('\n')}`,
    ...sections
      .filter(({ items }) => items.length > 0)
      .map(({ heading, items }) => `## ${heading}\n${items.join('\n')}`),
  ].join('\n\n');
  return { path: freePath(folderOfRelease(release, settings), `${on} - ${name}`, store), text: `${text}\n` };
}

/** What a record says: fields of the release, and sections with items as they are written. */
export interface RecordText {
  /** Of its name and title: "Go-no-go". */
  readonly what: string;
  readonly on: CalendarDate;
  readonly lines: readonly string[];
  readonly sections?: readonly { readonly heading: string; readonly items: readonly string[] }[];
}
