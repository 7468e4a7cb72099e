import { mapInSlices } from '../domain/in-slices';
import type { NoteFacts } from '../domain/note-facts';
import { proposalsOf } from '../domain/proposal';
import type { Block } from './blocks/block';
import type { ReadNote } from './feature';
import { readFacetsIn } from './features';
import { plainText } from './inline';
import type { Reading } from './readers/reading';
import type { LabelLookup } from './vocabulary';

/** Adds what builds on the facts. */
export function* withFacets(
  facts: NoteFacts,
  { dates, people, isRecord, options }: Reading,
  blocks: readonly Block[],
  placeAt: ReadNote['placeAt'],
): Generator<void, NoteFacts> {
  const note: ReadNote = { path: facts.path, blocks, facts, dates, people, isRecord, placeAt };
  const facets = yield* readFacetsIn(note, options.folders);
  if (facets === undefined) return facts;
  const proposals = new Set(proposalsOf({ facets }).map(({ line }) => line)).size;
  return { ...facts, facets, lines: { ...facts.lines, proposals } };
}

/** Sections by the headings alone, for a note of which nothing is sure. */
export function* sectionsOf(
  blocks: readonly Block[],
  lookup: LabelLookup,
): Generator<void, (ReturnType<ReadNote['placeAt']> | undefined)[]> {
  let place: ReturnType<ReadNote['placeAt']> | undefined;
  return yield* mapInSlices(blocks, (block) => {
    if (block.type !== 'heading') return place;
    const label = plainText(block.text);
    return (place = { kind: lookup.section(label), label });
  });
}
