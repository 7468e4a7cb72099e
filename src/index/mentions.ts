import type { NoteFacts, ReleaseMention } from '../domain/note-facts';
import { type IdentityKeys, identityKeys } from '../domain/release-identity';
import { isPlan, linkedFolders, type ReleaseFolder, releaseFolderOf } from './mention-keys';

/** One mention of a release in one note; index −1 stands for what belongs to no release stated in the note. */
export interface Mention {
  readonly path: string;
  readonly index: number;
  readonly keys: IdentityKeys;
  readonly folder: ReleaseFolder | null;
  /** Lower-case names of release folders that the note links into. */
  readonly linked: readonly string[];
}

/** A mention that its place must resolve. */
export const NO_KEYS: IdentityKeys = { version: null, name: null };

/** In a stable order. */
export function byPlace(a: Mention, b: Mention): number {
  return a.path === b.path ? a.index - b.index : a.path < b.path ? -1 : 1;
}

/** The names under which an identity is found. */
export function keyNames({ version, name }: IdentityKeys): string[] {
  return [...(version !== null ? [`v ${version}`] : []), ...(name !== null ? [`n ${name}`] : [])];
}

/** The mentions of one note; −1 only where something in it belongs to no stated release, or it states none. */
export function mentionsOf(facts: NoteFacts, releasesFolder: string): Mention[] {
  if (facts.kind === 'copy') return [];
  const folder = releaseFolderOf(facts.path, releasesFolder);
  const linked = linkedFolders(facts);
  const place = { path: facts.path, folder, linked };
  // A meeting in a release's folder is about that release, whatever its title is; a Plan's title is the release's name.
  const borrowed = ({ source, version }: ReleaseMention): boolean =>
    source === 'title' && version === null && folder !== null && !isPlan(facts.path);
  const stated = facts.releases.map((release, index) => ({
    ...place,
    index,
    keys: borrowed(release) ? NO_KEYS : identityKeys(release),
  }));
  const orphans =
    facts.releases.length === 0 ||
    [facts.tasks, facts.risks, facts.actions, facts.dependencies, facts.scalars].some((list) =>
      list.some((fact: { readonly release: number }) => fact.release < 0),
    );
  return orphans && (folder !== null || linked.length > 0)
    ? [...stated, { ...place, index: -1, keys: NO_KEYS }]
    : stated;
}
