/**
 * CPU milliseconds of this process for a piece of work, the least of three runs: what other programs do counts
 * little.
 */
function cost(run: () => void): number {
  const once = (): number => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  return Math.min(once(), once(), once());
}

/** Cheaper work tells nothing about its growth. */
const TOO_QUICK_MS = 40;

/**
 * The power with which work grows from a size to four times that size, by CPU: 1 is linear, 2 is square. 0 where even the
 * larger one is done at once. A collection or a compilation that falls into one of the runs only makes it larger, so of
 * three measurements the least counts, and one below 1.5 is enough.
 */
export function growth(run: (size: number) => void, size: number): number {
  const once = (): number => {
    const large = cost(() => run(size * 4));
    return large < TOO_QUICK_MS
      ? 0
      : Math.log(
          large /
            Math.max(
              0.5,
              cost(() => run(size)),
            ),
        ) / Math.log(4);
  };
  run(size);
  let least = Infinity;
  for (let n = 0; n < 3 && least >= 1.5; n++) least = Math.min(least, once());
  return least;
}
