// npm run mutation: small changes of decisions, each of which some test must notice. Strings and patterns are left out:
// words are read by people, and patterns have a checker of their own. Not part of `npm test`; incremental, so that a
// second run looks only at what changed.
import { readFileSync } from 'node:fs';

const { jest } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const ROOMS = {
  releases: ['src/domain/risk/*.ts', 'src/domain/merge-*.ts', 'src/domain/line-history.ts', 'src/domain/business-calendar.ts'],
  playbooks: ['src/workflows/playbook-*.ts', 'src/workflows/process-registry.ts', 'src/workflows/keep-history.ts'],
  vault: ['src/workflows/watch-vault.ts', 'src/workflows/vault-findings.ts', 'src/workflows/facts-memory.ts', 'src/index/*.ts'],
};
const wanted = process.env.ROOM?.split(',') ?? Object.keys(ROOMS);

export default {
  packageManager: 'npm',
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: {
    projectType: 'custom',
    // The browser, the patterns and the build have nothing to say about decisions.
    config: { ...jest, globalSetup: undefined, globalTeardown: undefined, modulePathIgnorePatterns: [], testMatch: ['<rootDir>/test/{domain,index,workflows,settings}/**/*.test.ts', '<rootDir>/test/markdown/{read-note,foreign-notes}.test.ts'] },
    enableFindRelatedTests: true,
  },
  coverageAnalysis: 'perTest',
  mutate: wanted.flatMap((room) => ROOMS[room] ?? []),
  mutator: { excludedMutations: ['StringLiteral', 'Regex'] },
  incremental: true,
  incrementalFile: 'node_modules/.cache/shipshape/mutation.json',
  ignorePatterns: ['docs', 'main.js', '.git'],
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  thresholds: { high: 90, low: 80, break: 80 },
  concurrency: 2,
  timeoutMS: 20_000,
};
