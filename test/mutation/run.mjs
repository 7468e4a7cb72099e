// npm run mutation [-- room …]: small changes of decisions, each of which some test must notice; at least 80 of 100 in
// each room. Strings and patterns are left out: words are read by people, and patterns have a checker of their own.
// Not part of `npm test`. Incremental, so that a second run looks only at what changed.
import { readFileSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';

const { jest } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
/** What is mutated, and the tests that are about it. */
const ROOMS = {
  releases: {
    mutate: [
      'src/domain/risk/*.ts',
      'src/domain/merge-*.ts',
      'src/domain/line-history.ts',
      'src/domain/business-calendar.ts',
    ],
    tests: ['test/domain/**/*.test.ts'],
  },
  playbooks: {
    mutate: ['src/workflows/playbook-*.ts', 'src/workflows/process-registry.ts', 'src/workflows/keep-history.ts'],
    tests: ['test/workflows/{playbook*,process-registry,keep-history}.test.ts'],
  },
  vault: {
    mutate: [
      'src/workflows/watch-vault.ts',
      'src/workflows/{reading-session,waiting-notes,read-note-file,debounce}.ts',
      'src/workflows/vault-findings.ts',
      'src/workflows/facts-memory.ts',
      'src/index/*.ts',
    ],
    tests: ['test/index/**/*.test.ts', 'test/workflows/watch*.test.ts'],
  },
};
const BREAK = 80;

let failed = false;
for (const room of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(ROOMS)) {
  const { mutate, tests } = ROOMS[room];
  process.stdout.write(`\n${room}\n`);
  const results = await new Stryker({
    packageManager: 'npm',
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    jest: {
      projectType: 'custom',
      enableFindRelatedTests: false,
      config: {
        ...jest,
        globalSetup: undefined,
        globalTeardown: undefined,
        modulePathIgnorePatterns: [],
        testMatch: tests.map((pattern) => `<rootDir>/${pattern}`),
      },
    },
    coverageAnalysis: 'perTest',
    mutate,
    mutator: { excludedMutations: ['StringLiteral', 'Regex'] },
    incremental: true,
    incrementalFile: `node_modules/.cache/shipshape/mutation-${room}.json`,
    ignorePatterns: ['docs', 'main.js'],
    reporters: ['clear-text'],
    clearTextReporter: { allowColor: false, reportTests: false, logTests: false, allowEmojis: false },
    thresholds: { high: 90, low: BREAK, break: null },
    concurrency: 2,
    timeoutMS: 20_000,
  }).runMutationTest();
  const count = (...states) => results.filter(({ status }) => states.includes(status)).length;
  const [killed, all] = [count('Killed', 'Timeout'), count('Killed', 'Timeout', 'Survived', 'NoCoverage')];
  const score = (killed / all) * 100;
  process.stdout.write(`${room}: ${killed} of ${all} noticed, ${score.toFixed(1)} %\n`);
  failed ||= score < BREAK;
}
process.exitCode = failed ? 1 : 0;
