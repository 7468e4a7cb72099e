/**
 * Makes a value at its first use and keeps it. Above all patterns: building the Unicode classes of one can take a
 * quarter of a millisecond, and most are not needed while the app starts.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
