const ENTRIES_A_STEP = 200;

/** Maps a list, yielding every few entries, so that a list of any length never blocks the screen. */
export function* mapInSlices<From, To>(list: readonly From[], map: (entry: From, index: number) => To, each = ENTRIES_A_STEP): Generator<void, To[]> {
  const found: To[] = [];
  for (const [index, entry] of list.entries()) {
    found.push(map(entry, index));
    if (index % each === each - 1) yield;
  }
  return found;
}
