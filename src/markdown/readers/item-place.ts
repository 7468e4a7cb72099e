import { parseReleaseIdentity } from '../../domain/release-identity';
import type { ItemBlock } from '../blocks/block';
import { plainText } from '../inline';
import { itemMetadata } from '../item-metadata';
import { type BlockPlace, type Reading, spanOf } from './reading';
import { partyOfLabel } from './work-item';

/** "[release:: v2.6]" on an item says whose it is, wherever it stands. */
export function placeOfItem(reading: Reading, block: ItemBlock, place: BlockPlace): BlockPlace {
  const value = block.text.includes('::') ? itemMetadata(block.text).fields.release : undefined;
  const identity = value === undefined ? null : parseReleaseIdentity(plainText(value));
  if (!identity) return place;
  const known = reading.releases.findIndex(
    ({ version, name }) => version === identity.version && name === identity.name,
  );
  if (known >= 0) return { ...place, release: known };
  reading.releases.push({ ...identity, ...spanOf(block.line, block.line, plainText(value ?? '')), source: 'field' });
  return { ...place, release: reading.releases.length - 1 };
}

/** The party whose name stands above a list of work; a section's own words name none. */
export function partyAbove({ lookup }: Reading, label: string): string | null {
  const party = partyOfLabel(label);
  return party !== null && lookup.section(label) === null ? party : null;
}
