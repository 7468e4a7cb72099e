import { lazily } from '../lazily';

const NOT_WORD = lazily(() => /[^\p{L}\p{N}]+/gu);

/** "Tier 1", "tier-1" and "1" are one launch tier. */
export function tierKey(tier: string): string {
  return tier
    .toLowerCase()
    .replace(NOT_WORD(), ' ')
    .replace(/^\s*tier\s+/, '')
    .trim();
}
