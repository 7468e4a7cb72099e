/** CPU milliseconds of this process for a piece of work, the least of three runs: what other programs do counts little. */
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
 * larger one is done at once.
 */
export function growth(run: (size: number) => void, size: number): number {
  run(size);
  const large = cost(() => run(size * 4));
  return large < TOO_QUICK_MS ? 0 : Math.log(large / Math.max(0.5, cost(() => run(size)))) / Math.log(4);
}
