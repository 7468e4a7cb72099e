// Measures the limits of the house on src with ESLint's own rules, and prints what is over them as JSON.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? files(file) : /\.tsx?$/.test(entry.name) ? [file] : [];
  });

/** Lines of a file, of a function, characters of a line. */
export const LIMITS = { 'max-lines': 250, 'max-lines-per-function': 60, 'max-len': 120 };

const linter = new Linter();
const config = {
  files: ['**/*.ts', '**/*.tsx'],
  languageOptions: { parser: tseslint.parser },
  rules: {
    'max-lines': ['error', { max: LIMITS['max-lines'] }],
    'max-lines-per-function': ['error', { max: LIMITS['max-lines-per-function'] }],
    'max-len': ['error', { code: LIMITS['max-len'] }],
  },
};

/** By rule and place what is over a limit: lines of a file or function, or how many lines of a file are too long. */
export function measure(folder) {
  const over = { 'max-lines': {}, 'max-lines-per-function': {}, 'max-len': {} };
  for (const file of files(folder)) {
    const name = path.relative(root, file).split(path.sep).join('/');
    for (const { ruleId, message } of linter.verify(readFileSync(file, 'utf8'), config, path.basename(file))) {
      const lines = Number(/\((\d+)\)/.exec(message)?.[1] ?? 0);
      if (ruleId === 'max-lines') over[ruleId][name] = lines;
      else if (ruleId === 'max-lines-per-function')
        over[ruleId][`${name} ${/'([^']+)'/.exec(message)?.[1] ?? 'unnamed'}`] = lines;
      else if (ruleId === 'max-len') over[ruleId][name] = (over[ruleId][name] ?? 0) + 1;
    }
  }
  return over;
}

const folder = process.argv[2];
if (folder) process.stdout.write(JSON.stringify(measure(path.resolve(folder)), null, 2) + '\n');
