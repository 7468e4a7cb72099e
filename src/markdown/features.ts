import type { NoteFacts } from '../domain/note-facts';
import type { FeatureFolders, FeatureReader, ReadFeature, ReadNote } from './feature';
import { HISTORY } from './history-feature';
import { PROPOSALS } from './proposals/proposal-feature';
import { PLAYBOOK, PROCESS, RUN } from './process/process-features';

/** All features that read notes: the one list that names them. */
export const FEATURES: readonly FeatureReader<unknown>[] = [HISTORY, PROCESS, PLAYBOOK, RUN];

/** Those that build on what was read of a note. */
const READ_FEATURES: readonly ReadFeature<unknown>[] = [PROPOSALS];

/** Changes whenever one of them reads otherwise: remembered facets are then read anew. */
export const FEATURES_VERSION = [...FEATURES, ...READ_FEATURES].map(({ id, version }) => `${id}${version}`).join('-');

/** True for a note that a feature reads, whatever its text. */
export function concernsFeature(path: string, folders: FeatureFolders): boolean {
  return (
    FEATURES.some(({ mayConcern }) => mayConcern(path, folders)) ||
    READ_FEATURES.some(({ readsProse }) => readsProse?.(path, folders) === true)
  );
}

/** The facets of one note; undefined where no feature keeps anything of it. */
export function* facetsIn(
  path: string,
  text: string,
  folders: FeatureFolders,
  features = FEATURES,
): Generator<void, NoteFacts['facets']> {
  const facets: Record<string, unknown> = {};
  for (const { id, mayConcern, read } of features) {
    const facet = mayConcern(path, folders) ? yield* read(path, text) : null;
    if (facet !== null) facets[id] = facet;
  }
  return Object.keys(facets).length > 0 ? facets : undefined;
}

/** The same for what builds on the facts of the note. */
export function* readFacetsIn(note: ReadNote, folders: FeatureFolders): Generator<void, NoteFacts['facets']> {
  const facets: Record<string, unknown> = {};
  for (const { id, mayConcern, readNote } of READ_FEATURES) {
    const facet = mayConcern(note.path, folders) ? yield* readNote(note) : null;
    if (facet !== null) facets[id] = facet;
  }
  return Object.keys(facets).length > 0 ? facets : undefined;
}
