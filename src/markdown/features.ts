import type { NoteFacts } from '../domain/note-facts';
import type { FeatureFolders, FeatureReader, ReadFeature, ReadNote } from './feature';
import { GO_LIVE } from './go-live/go-live-feature';
import { HISTORY } from './history-feature';
import { PROPOSALS } from './proposals/proposal-feature';
import { PLAYBOOK, PROCESS, RUN } from './process/process-features';

/** All features that read notes: the one list that names them. */
export const FEATURES: readonly FeatureReader<unknown>[] = [HISTORY, PROCESS, PLAYBOOK, RUN, GO_LIVE];

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

/** True for a go-live: its steps are run, and are no items of the release's checklist. */
export function isOnlyRun(facets: NoteFacts['facets']): boolean {
  return facets?.[GO_LIVE.id] !== undefined;
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
