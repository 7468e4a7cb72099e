import { parseReleaseIdentity, type ReleaseIdentity } from '../../domain/release-identity';
import type { ItemBlock } from '../blocks/block';
import { blankInlineCode, plainText } from '../inline';
import { itemMetadata } from '../item-metadata';
import { type BlockPlace, type Reading, spanOf } from './reading';
import { partyOfLabel } from './work-item';

/** "[release:: v2.6]" or "[release:: [[Status Page]]]" on an item says whose it is, wherever it stands. */
export function placeOfItem(reading: Reading, block: ItemBlock, place: BlockPlace): BlockPlace {
  if (!block.text.includes('::')) return place;
  const value = itemMetadata(blankInlineCode(block.text)).fields.release;
  const identity = value === undefined ? null : identityIn(value);
  if (!identity) return place;
  const known = reading.releases.findIndex(
    ({ version, name }) => version === identity.version && name === identity.name,
  );
  if (known >= 0) return { ...place, release: known };
  reading.releases.push({ ...identity, ...spanOf(block.line, block.line, plainText(value ?? '')), source: 'field' });
  return { ...place, release: reading.releases.length - 1 };
}

/** A version, or a name that is written as a link: "[release:: 1982]" and "[release:: Sony Music]" name none. */
function identityIn(value: string): ReleaseIdentity | null {
  const link = /^\[\[([^\]|#]+)(?:\|[^\]]*)?\]\]$/.exec(value.trim())?.[1] ?? null;
  const parts = (link ?? value).split('/');
  const isPage = /^(?:plan|checklist|retro)$/i.test(parts[parts.length - 1] ?? '') && parts.length > 1;
  const words = link === null ? value : (parts[parts.length - (isPage ? 2 : 1)] ?? '');
  const identity = words.includes(',') ? null : parseReleaseIdentity(plainText(words));
  const isVersion = identity?.version != null && (/\d\.\d/.test(identity.version) || /^v\d/i.test(words.trim()));
  return identity && (isVersion || (link !== null && identity.version === null)) ? identity : null;
}

/** The party whose name stands above a list of work; a section's own words name none. */
export function partyAbove({ lookup }: Reading, label: string): string | null {
  const party = partyOfLabel(label);
  return party !== null && lookup.section(label) === null ? party : null;
}
