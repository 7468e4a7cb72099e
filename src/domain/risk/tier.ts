/** "Tier 1", "tier-1" and "1" are one launch tier. */
export function tierKey(tier: string): string {
  return tier.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').replace(/^\s*tier\s+/, '').trim();
}
