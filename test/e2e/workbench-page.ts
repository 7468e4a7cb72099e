import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { startWorkbench } from '../workbench/server.mjs';

/** The repository. */
export const ROOT = path.join(__dirname, '../..');
/** The day on which all browser tests take place. */
export const TODAY = '2026-01-27';

/** A browser page over the workbench for each test of a file; an error in the page fails the test. */
export interface WorkbenchPage {
  page: Page;
  vault: string;
  readonly openVault: (fill: (folder: string) => Promise<void>) => Promise<void>;
  readonly visit: (query?: string, day?: string) => Promise<void>;
  /** What axe finds wrong in a part of the page. */
  readonly violations: (part: string) => Promise<string[]>;
  /** The path on disk of something in the vault. */
  readonly note: (inner: string) => string;
  /** The text of a file once it is there: the page may show a change before the disk has it. */
  readonly arrives: (file: string) => Promise<string>;
  /** Waits until a file has exactly this text: the panel shows a change before the disk has it. */
  readonly holds: (file: string, text: string) => Promise<void>;
}

/** The text of a file that may still be to come. */
function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}

/** Registers the hooks of a test file. */
export function workbenchPage(): WorkbenchPage {
  let browser: Browser;
  let workbench: { url: string; close: () => Promise<void> } | null = null;
  const problems: string[] = [];
  const bench: WorkbenchPage = {
    page: null as never,
    vault: '',
    openVault: async (fill) => {
      bench.vault = await mkdtemp(path.join(os.tmpdir(), 'shipshape-vault-'));
      await fill(bench.vault);
      const pages = JSON.parse(
        await readFile(path.join(ROOT, 'node_modules/.cache/shipshape/pages.json'), 'utf8'),
      ) as object;
      workbench = await startWorkbench(bench.vault, { pages });
    },
    visit: async (query = '', day = TODAY) => {
      await bench.page.goto(`${workbench?.url ?? ''}?today=${day}${query}`);
      await bench.page.waitForSelector('body[data-ready]');
    },
    violations: async (part) => {
      const source = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
      return bench.page.evaluate<string[]>(
        `(() => { ${source}; return axe.run('${part}').then((result) => result.violations.map((violation) => violation.id + ': ' + violation.nodes.map((node) => node.html).join(' | '))); })()`,
      );
    },
    note: (inner) => path.join(bench.vault, inner),
    arrives: async (file) => {
      for (let i = 0; i < 50 && (await textOf(file)) === null; i++) await bench.page.waitForTimeout(40);
      return readFile(file, 'utf8');
    },
    holds: async (file, text) => {
      for (let i = 0; i < 50 && (await textOf(file)) !== text; i++) await bench.page.waitForTimeout(40);
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  };
  beforeAll(async () => {
    browser = await chromium.connect(process.env.SHIPSHAPE_BROWSER ?? '');
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    problems.length = 0;
    const context = await browser.newContext({
      viewport: { width: 1100, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    bench.page = await context.newPage();
    bench.page.on('pageerror', (error) => problems.push(error.message));
    bench.page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
  });
  afterEach(async () => {
    await bench.page.context().close();
    await workbench?.close();
    await rm(bench.vault, { recursive: true, force: true });
    expect(problems).toEqual([]);
  });
  return bench;
}
