import type { NoteFacts } from '../domain/note-facts';
import type { FeatureReader } from '../markdown/feature';
import type { NoteChange } from './release-index';

/** What features keep of notes, by note; a look at them reads nothing. */
export interface FacetIndex {
  readonly apply: (changes: readonly NoteChange[]) => void;
  /** All notes that have the feature's facet, by path, in no order. */
  readonly all: <Facet>(feature: FeatureReader<Facet>) => ReadonlyMap<string, Facet>;
  /** Grows whenever a facet of this feature comes, goes or says something else; equal numbers mean equal contents. */
  readonly revision: (feature: Pick<FeatureReader<unknown>, 'id'>) => number;
  /** The facts of a note that has facets; null for others. */
  readonly facts: (path: string) => NoteFacts | null;
}

const NONE = new Map<string, never>();

/** Starts empty. */
export function createFacetIndex(): FacetIndex {
  const notes = new Map<string, NoteFacts>();
  const byFeature = new Map<string, Map<string, unknown>>();
  const revisions = new Map<string, number>();

  const set = (id: string, path: string, facet: unknown): void => {
    const known = byFeature.get(id) ?? new Map<string, unknown>();
    byFeature.set(id, known);
    // The same facet again is no news: whoever derived something from it need not do so again.
    if (JSON.stringify(known.get(path) ?? null) === JSON.stringify(facet)) return;
    if (facet === null) known.delete(path);
    else known.set(path, facet);
    revisions.set(id, (revisions.get(id) ?? 0) + 1);
  };

  return {
    apply: (changes) => {
      for (const { path, facts } of changes) {
        const before = notes.get(path)?.facets ?? {};
        const after = facts?.facets ?? {};
        if (facts?.facets) notes.set(path, facts);
        else notes.delete(path);
        for (const id of new Set([...Object.keys(before), ...Object.keys(after)]))
          set(id, path, facts?.facets?.[id] ?? null);
      }
    },
    all: <Facet>({ id }: FeatureReader<Facet>) => (byFeature.get(id) as ReadonlyMap<string, Facet> | undefined) ?? NONE,
    revision: ({ id }) => revisions.get(id) ?? 0,
    facts: (path) => notes.get(path) ?? null,
  };
}

/** What is derived from some facets, worked out again only when one of them, or the other inputs, changed. */
export function derived<Inputs extends readonly unknown[], State>(
  facets: FacetIndex,
  features: readonly Pick<FeatureReader<unknown>, 'id'>[],
  derive: (facets: FacetIndex, ...inputs: Inputs) => State,
): (...inputs: Inputs) => State {
  let known: { readonly key: readonly unknown[]; readonly state: State } | null = null;
  return (...inputs) => {
    const key = [...features.map(facets.revision), ...inputs];
    if (known === null || key.some((part, index) => part !== known?.key[index]))
      known = { key, state: derive(facets, ...inputs) };
    return known.state;
  };
}
