import type { NoteFacts } from '../domain/note-facts';
import type { Block } from './blocks/block';
import type { DateContext } from './dates/date-context';
import type { BlockPlace, ReaderOptions } from './readers/reading';

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

/** A note as it is known once it has been read: what its blocks are, and what of it is sure. */
export interface ReadNote {
  readonly path: string;
  readonly blocks: readonly Block[];
  readonly facts: NoteFacts;
  /** How its dates are read. */
  readonly dates: DateContext;
  /** Whom it names as present, in lower case. */
  readonly people: ReadonlySet<string>;
  /** It is of one day: a meeting's log, a retro, a decision. */
  readonly isRecord: boolean;
  /** The section or label that a block stands under; null where nothing is known of it. */
  readonly placeAt: (index: number) => Pick<BlockPlace, 'kind' | 'label'> | null;
}

/** The same for a capability that builds on what was read. */
export interface ReadFeature<Facet> {
  readonly id: string;
  readonly version: number;
  readonly mayConcern: (path: string, folders: FeatureFolders) => boolean;
  readonly readNote: (note: ReadNote) => Generator<void, Facet | null>;
  /** True for a note that it reads even where nothing in the text looks like a fact. */
  readonly readsProse?: (path: string, folders: FeatureFolders) => boolean;
}

/** The facet that a feature read of a note; null where it read none. */
export function facetOf<Facet>(
  facts: Pick<NoteFacts, 'facets'> | null,
  { id }: FeatureReader<Facet> | ReadFeature<Facet>,
): Facet | null {
  return (facts?.facets?.[id] as Facet | undefined) ?? null;
}
