// Cruises src and every planted breach in one process; prints what was found as JSON.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { options, rules } from './rules.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function look(baseDir) {
  process.chdir(baseDir);
  const { output } = await cruise(['src'], { ...options, baseDir });
  return {
    cruised: output.summary.totalCruised,
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

const breaches = path.join(root, 'test/fixtures/breaches');
const found = { rules: rules.map((rule) => rule.name), src: await look(root), breaches: {} };
for (const name of await readdir(breaches)) found.breaches[name] = await look(path.join(breaches, name));
process.stdout.write(JSON.stringify(found));
