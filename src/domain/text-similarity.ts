import { lazily } from './lazily';

const WORD = lazily(() => /[\p{L}\p{N}]+/gu);
const STOP = new Set([
  'the',
  'and',
  'for',
  'with',
  'from',
  'into',
  'that',
  'this',
  'still',
  'has',
  'have',
  'are',
  'was',
  'were',
  'will',
  'one',
  'all',
  'any',
  'our',
  'their',
  'its',
  'not',
  'may',
  'need',
  'needs',
  'wants',
  'before',
  'after',
  'team',
  'date',
  'status',
  'open',
  'done',
  'updated',
  'update',
  'updating',
  'ready',
  'approved',
  'confirm',
  'schedule',
  'follow',
  'other',
  'work',
  'eta',
  'due',
  'by',
  'on',
  'in',
  'of',
  'to',
  'up',
  'a',
  'an',
  'is',
  'at',
  'no',
  'be',
]);

/** Lower-case words of a text, in order, without punctuation. */
export function words(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(WORD()) ?? [];
}

/** Words that carry meaning: stop words and single letters left out, a plural "s" dropped. */
export function contentWords(text: string): string[] {
  return words(text)
    .filter((word) => word.length > 1 && !STOP.has(word))
    .map((word) => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word));
}

/** Equal texts apart from case, punctuation and spacing have equal forms. */
export function normalizedText(text: string): string {
  return words(text).join(' ');
}

/** Size of intersection over size of union of two sets of words, 0 to 1. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const shared = sharedCount(a, b);
  return shared / (a.size + b.size - shared);
}

/** How many words two sets have in common. */
export function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

/** Two words are related when equal, or one (three letters or more) begins the other: "doc" and "documentation". */
export function relatedWords(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length >= 3 && long.startsWith(short) && (short.length >= 4 || long.length >= 6));
}

/** The content words of `a` that have a relative among those of `b`. */
export function sharedSubjects(a: string, b: string): string[] {
  return relatedAmong(contentWords(a), contentWords(b));
}

/** The words that have a relative among the others. */
export function relatedAmong(words: readonly string[], others: readonly string[]): string[] {
  return words.filter((word) => others.some((other) => relatedWords(word, other)));
}

const subjects = new WeakMap<object, readonly string[]>();

/** The content words of something that never changes, worked out once. */
export function subjectWords(owner: object, text: () => string): readonly string[] {
  const known = subjects.get(owner);
  if (known) return known;
  const found = contentWords(text());
  subjects.set(owner, found);
  return found;
}
