/** A line that both texts have, or only one of them. */
export interface LineChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly line: string;
}

/** What became of each line between two texts, in order; of a stretch that was replaced the old lines come first. */
export function lineDifference(before: string, after: string): LineChange[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  const upTo = (toOld: number, toNow: number): void => {
    for (; i < toOld; i++) changes.push({ kind: 'removed', line: old[i] ?? '' });
    for (; j < toNow; j++) changes.push({ kind: 'added', line: now[j] ?? '' });
  };
  for (const [inOld, inNow] of commonLines(old, now)) {
    upTo(inOld, inNow);
    changes.push({ kind: 'same', line: old[inOld] ?? '' });
    [i, j] = [inOld + 1, inNow + 1];
  }
  upTo(old.length, now.length);
  return changes;
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** Larger tables are not worth their time: what lies between the common beginning and end then counts as changed. */
const MAX_CELLS = 4_000_000;

/** Pairs of equal lines of two texts, in order: the longest common subsequence. */
export function commonLines(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  return [
    ...Array.from({ length: head }, (_, index) => [index, index] as const),
    ...(left.length * right.length > MAX_CELLS ? [] : commonInside(left, right)).map(
      ([i, j]) => [i + head, j + head] as const,
    ),
    ...Array.from({ length: tail }, (_, index) => [a.length - tail + index, b.length - tail + index] as const),
  ];
}

function commonInside(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
