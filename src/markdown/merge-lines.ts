import { contentWords, sharedCount } from '../domain/text-similarity';
import { commonLines } from './line-difference';

/** A stretch in which both sides changed the same lines in different ways. */
export interface LineConflict {
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

/** Lines that both sides agree on, or a conflict between them. */
export type MergedPart = readonly string[] | LineConflict;

/**
 * Three-way merge by lines. A stretch that only one side changed takes that side; equal changes are taken once; the rest
 * are conflicts, with all three texts. Nothing that stands in `mine` or `theirs` is lost.
 */
export function mergeLines(base: readonly string[], mine: readonly string[], theirs: readonly string[]): MergedPart[] {
  const inMine = new Map(commonLines(base, mine));
  const inTheirs = new Map(commonLines(base, theirs));
  const parts: MergedPart[] = [];
  let [b, m, t] = [0, 0, 0];
  const stretch = (toBase: number, toMine: number, toTheirs: number): void => {
    addStretch(parts, base.slice(b, toBase), mine.slice(m, toMine), theirs.slice(t, toTheirs));
  };
  for (let i = 0; i < base.length; i++) {
    const [toMine, toTheirs] = [inMine.get(i), inTheirs.get(i)];
    // An anchor: a line of the base that both sides kept.
    if (toMine === undefined || toTheirs === undefined || toMine < m || toTheirs < t) continue;
    stretch(i, toMine, toTheirs);
    push(parts, [base[i] ?? '']);
    [b, m, t] = [i + 1, toMine + 1, toTheirs + 1];
  }
  stretch(base.length, mine.length, theirs.length);
  return parts;
}

function addStretch(
  parts: MergedPart[],
  old: readonly string[],
  own: readonly string[],
  other: readonly string[],
): void {
  if (same(own, other)) push(parts, own);
  else if (same(old, own)) push(parts, other);
  else if (same(old, other)) push(parts, own);
  else if (
    old.length > 1 &&
    old.length === own.length &&
    old.length === other.length &&
    old.every((line, index) => isLike(line, own[index] ?? '') && isLike(line, other[index] ?? ''))
  ) {
    // As many lines on each side, each still about the same: they are changed one by one.
    for (const [index, line] of old.entries())
      addStretch(parts, [line], own.slice(index, index + 1), other.slice(index, index + 1));
  } else parts.push({ base: old, mine: own, theirs: other });
}

/** Two wordings of one line share half of the words of the shorter one. */
function isLike(a: string, b: string): boolean {
  const [left, right] = [new Set(contentWords(a)), new Set(contentWords(b))];
  return a === b || sharedCount(left, right) * 2 >= Math.max(1, Math.min(left.size, right.size));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}

function push(parts: MergedPart[], lines: readonly string[]): void {
  if (lines.length === 0) return;
  const last = parts[parts.length - 1];
  if (Array.isArray(last)) parts[parts.length - 1] = [...(last as readonly string[]), ...lines];
  else parts.push(lines);
}

/** True for a part that needs a decision. */
export function isConflict(part: MergedPart): part is LineConflict {
  return !Array.isArray(part);
}

/** The merged text with each conflict settled in one way. */
export function settled(parts: readonly MergedPart[], choice: 'mine' | 'theirs' | 'both'): string {
  return parts
    .flatMap((part) =>
      isConflict(part)
        ? choice === 'mine'
          ? part.mine
          : choice === 'theirs'
            ? part.theirs
            : [...part.mine, ...part.theirs]
        : part,
    )
    .join('\n');
}
