import type { Evidence, Fact } from './evidence';

/** A stated value with the standing of its note: Plan 2, Checklist 1, any other 0. */
export interface Claim<T> extends Fact<T> {
  readonly rank: number;
}

/** The claims of one field, the one that holds first; the rest is history. */
export interface Settled<T> {
  readonly current: Claim<T> | null;
  /** Oldest first, without the current one. */
  readonly past: readonly Claim<T>[];
}

/**
 * Newest as-of wins; ties go to Plan, then Checklist, then others, then the later line. A date that is only the file's
 * (weak) says when a note was last touched, not when its words were written, so it yields to a note that dates itself.
 */
export function settleClaims<T>(claims: readonly Claim<T>[]): Settled<T> {
  const ordered = [...claims].sort(olderFirst);
  const current = ordered.pop() ?? null;
  return { current, past: ordered };
}

function olderFirst(a: Claim<unknown>, b: Claim<unknown>): number {
  if (a.evidence.weak !== b.evidence.weak) return a.evidence.weak ? -1 : 1;
  if (a.evidence.asOf !== b.evidence.asOf) return a.evidence.asOf < b.evidence.asOf ? -1 : 1;
  return a.rank - b.rank || byPlace(a.evidence, b.evidence);
}

/** The later line; of "Sync (2)" and "Sync (3)", which were made one after the other, the later one. */
function byPlace(a: Evidence, b: Evidence): number {
  if (a.path === b.path) return a.line - b.line;
  const [own, other] = [numbered(a.path), numbered(b.path)];
  if (own.base === other.base) return own.number - other.number;
  return a.path < b.path ? 1 : -1;
}

function numbered(path: string): { readonly base: string; readonly number: number } {
  const match = /^(.*) \((\d{1,4})\)\.md$/.exec(path);
  return match ? { base: match[1] ?? '', number: Number(match[2]) } : { base: path.replace(/\.md$/, ''), number: 1 };
}
