const ENTRIES_A_STEP = 200;

/** The result of steps that are taken at once. */
export function ended<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Maps a list, yielding every few entries, so that a list of any length never blocks the screen. */
export function* mapInSlices<From, To>(
  list: readonly From[],
  map: (entry: From, index: number) => To,
  each = ENTRIES_A_STEP,
): Generator<void, To[]> {
  const found: To[] = [];
  for (let index = 0; index < list.length; index++) {
    found.push(map(list[index] as From, index));
    if (index % each === each - 1) yield;
  }
  return found;
}
