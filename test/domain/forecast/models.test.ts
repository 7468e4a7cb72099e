import fc from 'fast-check';
import { chanceBy, dayOfChance, type FinishCurve, notBefore } from '../../../src/domain/forecast/finish-curve';
import { queueFinish } from '../../../src/domain/forecast/queue-model';
import { slipFinish } from '../../../src/domain/forecast/slip-model';
import { ended } from '../../../src/domain/in-slices';

const queue = (days: readonly number[], open: number): FinishCurve => ended(queueFinish(days, open));
const slips = (
  releases: readonly (readonly number[])[],
  items: readonly { readonly due: number; readonly notBefore: number | null }[],
): FinishCurve => ended(slipFinish(releases, items));

describe('model A, the queue (golden numbers of the semantics, to four digits)', () => {
  const TEN = [0, 0, 1, 0, 2, 0, 1, 0, 0, 1];
  // Business days from Thursday January 22: Jan 29 is the 5th, Feb 13 the 16th.
  test.each([
    ['Jan 29', 5, 0.4686],
    ['Jan 30', 6, 0.5918],
    ['Feb 4', 9, 0.8388],
    ['Feb 5', 10, 0.8856],
    ['Feb 10', 13, 0.9619],
    ['Feb 13', 16, 0.9882],
  ])('ten days, as one window: by %s', (_, days, chance) => {
    expect(chanceBy(queue(TEN, 3), days)).toBeCloseTo(chance, 4);
  });

  test('an arrival on February 12 makes February 10 impossible and leaves what comes after it', () => {
    const curve = notBefore(queue(TEN, 3), 15);
    expect(chanceBy(curve, 13)).toBe(0);
    expect(chanceBy(curve, 16)).toBeCloseTo(0.9882, 4);
  });

  const TWENTY = [...TEN, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0];
  test.each([
    [5, 0.2155],
    [8, 0.4451],
    [10, 0.5748],
    [13, 0.7217],
    [15, 0.7918],
    [20, 0.9],
    [25, 0.9517],
  ])('twenty days, eleven windows: after %d days', (days, chance) => {
    expect(chanceBy(queue(TWENTY, 3), days)).toBeCloseTo(chance, 4);
  });

  test.each([
    [0.5, 9],
    [0.85, 18],
    [0.95, 25],
  ])('twenty days: %d is reached on day %d', (chance, day) => {
    expect(dayOfChance(queue(TWENTY, 3), chance)).toBe(day);
  });

  test('days without any completion say that it is never done', () => {
    const curve = queue([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 1);
    expect(dayOfChance(curve, 0.01)).toBeNull();
  });

  test('nothing open is done today', () => {
    expect(queue([0, 1], 0)).toEqual([1]);
  });
});

describe('model B, parallel owners (golden numbers, to four digits)', () => {
  const PAST = [
    [-2, -1, 0, 1],
    [0, 0, 3],
    [-1, 2, 5, 5],
  ];
  const GATE = 20;
  const open = (count: number): { due: number; notBefore: null }[] =>
    Array.from({ length: count }, () => ({ due: GATE, notBefore: null }));

  test.each([
    ['the gate', 3, 0, 0.2446],
    ['a day later', 3, 1, 0.4373],
    ['three days later', 3, 3, 0.7083],
    ['the gate, with one open', 1, 0, 0.5556],
  ])('by %s', (_, count, after, chance) => {
    expect(chanceBy(slips(PAST, open(count)), GATE + after)).toBeCloseTo(chance, 4);
  });

  test('half and 85 % are reached three and five days after the gate', () => {
    const curve = slips(PAST, open(3));
    expect([dayOfChance(curve, 0.5), dayOfChance(curve, 0.85)]).toEqual([GATE + 3, GATE + 5]);
  });

  test('an item that arrives two days after the gate leaves no chance of the gate', () => {
    const items = [...open(2), { due: GATE, notBefore: GATE + 2 }];
    expect(chanceBy(slips(PAST, items), GATE + 1)).toBe(0);
    expect(chanceBy(slips(PAST, items), GATE + 2)).toBeGreaterThan(0);
  });

  test('what is still open today cannot have slipped less', () => {
    // The gate was yesterday: of the first release only "one day late" (today) is left, of the third 2, 5 and 5.
    expect(slips([PAST[0] ?? []], [{ due: -1, notBefore: null }])).toEqual([1]);
    expect(chanceBy(slips([PAST[2] ?? []], [{ due: -1, notBefore: null }]), 0)).toBe(0);
    expect(chanceBy(slips([PAST[2] ?? []], [{ due: -1, notBefore: null }]), 1)).toBeCloseTo(1 / 3, 10);
  });

  test('later than anything of that release ever was: from tomorrow on', () => {
    expect(slips([[-2, 0]], [{ due: -5, notBefore: null }])).toEqual([0, 1]);
  });
});

describe('laws', () => {
  const days = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 60 });
  const past = fc.array(fc.array(fc.integer({ min: -20, max: 30 }), { minLength: 1, maxLength: 12 }), {
    minLength: 1,
    maxLength: 3,
  });
  const item = fc.record({
    due: fc.integer({ min: -10, max: 40 }),
    notBefore: fc.option(fc.integer({ min: 0, max: 60 })),
  });
  const close = 1e-9;

  test('a further open item never raises any chance, in either model', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (sample, open) => {
        const [fewer, more] = [queue(sample, open), queue(sample, open + 1)];
        for (let day = 0; day <= 250; day++)
          expect(chanceBy(more, day)).toBeLessThanOrEqual(chanceBy(fewer, day) + close);
      }),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(past, fc.array(item, { maxLength: 6 }), item, (releases, items, further) => {
        const [fewer, more] = [slips(releases, items), slips(releases, [...items, further])];
        for (let day = 0; day <= 100; day++)
          expect(chanceBy(more, day)).toBeLessThanOrEqual(chanceBy(fewer, day) + close);
      }),
      { numRuns: 60 },
    );
  });

  test('curves never fall, and lie between 0 and 1', () => {
    const isCurve = (curve: FinishCurve): void => {
      curve.forEach((chance, at) => {
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1 + close);
        if (at > 0) expect(chance).toBeGreaterThanOrEqual((curve[at - 1] ?? 0) - close);
      });
    };
    fc.assert(
      fc.property(days, fc.nat({ max: 40 }), (sample, open) => {
        isCurve(queue(sample, open));
      }),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(past, fc.array(item, { maxLength: 8 }), (releases, items) => {
        isCurve(slips(releases, items));
      }),
      { numRuns: 60 },
    );
  });

  test('a completion more in the sample never lowers a chance', () => {
    fc.assert(
      fc.property(days, fc.nat(), fc.integer({ min: 1, max: 20 }), (sample, where, open) => {
        const at = where % sample.length;
        const better = sample.map((count, index) => (index === at ? count + 1 : count));
        const [before, after] = [queue(sample, open), queue(better, open)];
        for (let day = 0; day <= 100; day++)
          expect(chanceBy(after, day)).toBeGreaterThanOrEqual(chanceBy(before, day) - close);
      }),
      { numRuns: 40 },
    );
  });

  test('the queue is what drawing says: a simulation with the same rules comes near', () => {
    // A small generator of its own (xorshift), so that the draws are the same every time.
    let state = 88_172_645;
    const draw = (below: number): number => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) % below;
    };
    const sample = [0, 1, 0, 0, 3, 0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 5];
    const TRIALS = 40_000;
    let inTime = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const start = draw(sample.length - 9);
      let done = 0;
      for (let day = 0; day < 12; day++)
        done += (draw(10) < 7 ? sample[start + draw(10)] : sample[draw(sample.length)]) ?? 0;
      if (done >= 6) inTime++;
    }
    expect(Math.abs(inTime / TRIALS - chanceBy(queue(sample, 6), 12))).toBeLessThan(0.01);
  });
});
