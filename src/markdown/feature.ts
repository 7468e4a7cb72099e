import type { NoteFacts } from '../domain/note-facts';
import type { ReaderOptions } from './readers/reading';

/** Where a person keeps notes of a kind: vault paths without a slash at either end. */
export type FeatureFolders = ReaderOptions['folders'];

/**
 * What one capability reads of a note: its facet. It is small JSON, kept with the note's facts under the feature's id,
 * remembered and compared with them; nothing else names the features but one list.
 */
export interface FeatureReader<Facet> {
  readonly id: string;
  /** Grows whenever the same text gives another facet; what was remembered of an older one is read anew. */
  readonly version: number;
  /** By the path alone, before the note is read. */
  readonly mayConcern: (path: string, folders: FeatureFolders) => boolean;
  /** Pure, in steps of a few milliseconds; null where there is nothing to keep. */
  readonly read: (path: string, text: string) => Generator<void, Facet | null>;
}

/** The facet that a feature read of a note; null where it read none. */
export function facetOf<Facet>(facts: Pick<NoteFacts, 'facets'> | null, { id }: FeatureReader<Facet>): Facet | null {
  return (facts?.facets?.[id] as Facet | undefined) ?? null;
}
