import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type * as Collect from './collect.mjs';
import type * as Exercise from './exercise';

const ROOT = path.join(__dirname, '../..');
const verdicts = JSON.parse(readFileSync(path.join(__dirname, 'verdicts.json'), 'utf8')) as Readonly<
  Record<string, string>
>;
const BUILT = path.join(__dirname, 'built.json');

/** Patterns that are built at run time, and the places that build them, while everything that builds one is run. */
function builtPatterns(): {
  readonly patterns: ReadonlySet<string>;
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
} {
  const patterns = new Set<string>();
  const places = new Map<string, Set<string>>();
  const Native = globalThis.RegExp;
  const watch = (made: RegExp): void => {
    const place = new Error().stack?.split('\n').find((line) => line.includes(`${path.sep}src${path.sep}`));
    const [, file = '', at = ''] = (place ? /[\\/]src[\\/](.+?\.tsx?):(\d+:\d+)/.exec(place) : null) ?? [];
    if (file === '') return;
    patterns.add(`${made.source}/${made.flags}`);
    const known = places.get(file) ?? new Set<string>();
    known.add(at);
    places.set(file, known);
  };
  // A proxy: packages call the constructor with and without `new`.
  const Watched = new Proxy(Native, {
    construct: (target, args: [string, string?]) => {
      const made = new target(...args);
      watch(made);
      return made;
    },
    apply: (target, _, args: [string, string?]) => target(...args),
  });
  globalThis.RegExp = Watched;
  try {
    // Loaded only now: many patterns are made while their module is.
    (require('./exercise') as typeof Exercise).exercise(ROOT);
  } finally {
    globalThis.RegExp = Native;
  }
  return { patterns, places };
}

describe('every pattern', () => {
  it('takes linear time, or square time on lines of 2,000 characters', () => {
    const { patterns, places } = builtPatterns();
    // Literals are found in the sources; the checker speaks to no sandbox, so both run in a process of their own.
    const script =
      "import('./test/patterns/collect.mjs').then(({ patternsOf }) => process.stdout.write(JSON.stringify(patternsOf('.'))))";
    const { literals, built } = JSON.parse(
      execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 }),
    ) as ReturnType<typeof Collect.patternsOf>;
    expect(literals.length).toBeGreaterThan(600);
    // Whatever builds a pattern at run time has built one here.
    const wanted = new Map<string, number>();
    for (const place of built)
      wanted.set(place.slice(4, place.lastIndexOf(':')), (wanted.get(place.slice(4, place.lastIndexOf(':'))) ?? 0) + 1);
    expect([...wanted].filter(([file, count]) => (places.get(file)?.size ?? 0) < count)).toEqual([]);
    const all = new Set([...literals.map(({ source, flags }) => `${source}/${flags}`), ...patterns]);
    if (process.env.RECORD) writeFileSync(BUILT, `${JSON.stringify([...patterns].sort(), null, 1)}\n`);
    const fresh = [...all].filter((key) => !(key in verdicts));
    // New ones are judged here; `npm run patterns` writes the verdicts down.
    const judged =
      fresh.length === 0
        ? {}
        : (JSON.parse(
            execFileSync(process.execPath, ['test/patterns/judge-some.mjs'], {
              cwd: ROOT,
              encoding: 'utf8',
              input: JSON.stringify(fresh),
              maxBuffer: 1 << 26,
            }),
          ) as Readonly<Record<string, string>>);
    expect(Object.entries(judged).filter(([, verdict]) => !/^(?:linear|square|fuzzed)$/.test(verdict))).toEqual([]);
    expect(Object.values(verdicts).filter((verdict) => !/^(?:linear|square|fuzzed)$/.test(verdict))).toEqual([]);
  }, 600_000);

  it('is judged: exponential and cubic ones are refused, by the checker and by the fuzzing', () => {
    const planted = ['(a|a)*b/', '(?:[a-z]+)+$/', '\\s*\\s*\\s*x$/', '^\\w+$/', '\\s+x/', '(?:\\uFE0F?[^a])+$/u'];
    const judged = JSON.parse(
      execFileSync(process.execPath, ['test/patterns/judge-some.mjs'], {
        cwd: ROOT,
        encoding: 'utf8',
        input: JSON.stringify(planted),
      }),
    ) as Readonly<Record<string, string>>;
    expect(planted.map((key) => /^(?:linear|square|fuzzed)$/.test(judged[key] ?? ''))).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
    const fuzzed = JSON.parse(
      execFileSync(process.execPath, ['test/patterns/judge-some.mjs', '--fuzz'], {
        cwd: ROOT,
        encoding: 'utf8',
        input: JSON.stringify(['(?:\\[\\[[^\\]]*\\]\\]|[^()]){0,300}\\)$/', '^(?:a|b|ab)*c$/']),
      }),
    ) as Readonly<Record<string, string | null>>;
    expect(Object.values(fuzzed).every((text) => text !== null)).toBe(true);
  }, 120_000);
});
