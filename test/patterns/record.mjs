// Judges the patterns that have no verdict yet and writes them down: `npm run patterns`. Takes minutes when there are many.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { patternsOf } from './collect.mjs';
import { judge } from './judge.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const file = path.join(root, 'test/patterns/verdicts.json');
const built = path.join(root, 'test/patterns/built.json');
const known = JSON.parse(readFileSync(file, 'utf8'));
const verdicts = {};
let bad = 0;
const all = [
  ...patternsOf(root).literals.map(({ source, flags }) => `${source}/${flags}`),
  ...JSON.parse(readFileSync(built, 'utf8')),
];
for (const key of [...new Set(all)].sort()) {
  const cut = key.lastIndexOf('/');
  verdicts[key] = known[key] ?? (await judge(key.slice(0, cut), key.slice(cut + 1)));
  if (/^(?:linear|square|fuzzed)$/.test(verdicts[key])) continue;
  bad++;
  process.stdout.write(`${key}\n  ${verdicts[key]}\n`);
  delete verdicts[key];
}
writeFileSync(file, `${JSON.stringify(verdicts, null, 1)}\n`);
const count = (verdict) => Object.values(verdicts).filter((entry) => entry === verdict).length;
process.stdout.write(
  `${Object.keys(verdicts).length} patterns: ${count('linear')} linear, ${count('square')} square, ${count('fuzzed')} fuzzed, ${bad} refused.\n`,
);
process.exitCode = bad === 0 ? 0 : 1;
