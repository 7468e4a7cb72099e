interface Branch {
  readonly next: Map<string, Branch>;
  ends: boolean;
}

/**
 * The source of a pattern that matches any of the words, the longest first. Shared beginnings are written once
 * (`ju(?:ne|ly)`), which compiles many times faster than a plain alternation. `write` gives a character's own pattern.
 */
export function anyWord(words: Iterable<string>, write: (character: string) => string = literally): string {
  const root: Branch = { next: new Map(), ends: false };
  for (const word of words) {
    let at = root;
    for (const character of word) {
      const next = at.next.get(character) ?? { next: new Map<string, Branch>(), ends: false };
      at.next.set(character, next);
      at = next;
    }
    at.ends = true;
  }
  return sourceOf(root, write);
}

/** A pattern for words that stand on their own; what stands in front of them is its first group. */
export function wordsAlone(words: string, flags: 'iu' | 'giu'): RegExp {
  return new RegExp(`(^|[^\\p{L}\\p{N}])${anyWord([words])}(?![\\p{L}\\p{N}])`, flags);
}

function sourceOf({ next, ends }: Branch, write: (character: string) => string): string {
  const ways = [...next].map(([character, branch]) => `${write(character)}${sourceOf(branch, write)}`);
  if (ways.length === 0) return '';
  return ways.length === 1 && !ends ? (ways[0] ?? '') : `(?:${ways.join('|')})${ends ? '?' : ''}`;
}

function literally(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');
}
