// Judges the patterns that come in as a JSON list of `source/flags`; with --fuzz by fuzzing alone.
import { readFileSync } from 'node:fs';
import { fuzz, judge } from './judge.mjs';

const found = {};
for (const key of JSON.parse(readFileSync(0, 'utf8'))) {
  const cut = key.lastIndexOf('/');
  const [source, flags] = [key.slice(0, cut), key.slice(cut + 1)];
  found[key] = process.argv.includes('--fuzz') ? fuzz(source, flags) : await judge(source, flags);
}
process.stdout.write(JSON.stringify(found));
