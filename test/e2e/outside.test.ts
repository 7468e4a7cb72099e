import { execFileSync } from 'node:child_process';
import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, TODAY, workbenchPage } from './workbench-page';

jest.setTimeout(60_000);

const bench = workbenchPage();
const { openVault, visit, note } = bench;

/** What a command of the app's command line answers. */
function answer(command: string, given: Readonly<Record<string, string>> = {}): Promise<string> {
  return bench.page.evaluate(
    ([name, flags]) => Promise.resolve(window.host?.app.cliHandlers.get(name)?.(flags) ?? 'no such command'),
    [command, given] as const,
  );
}

function follow(given: Readonly<Record<string, string>>): Promise<void> {
  return bench.page.evaluate((link) => void window.host?.app.protocolHandlers.get('shipshape')?.(link), given);
}

const headless = (...words: string[]): string =>
  execFileSync(process.execPath, [path.join(ROOT, 'src/headless/cli.mjs'), bench.vault, '--today', TODAY, ...words], {
    encoding: 'utf8',
  });

beforeEach(() => openVault((folder) => cp(path.join(ROOT, 'test/vaults/example'), folder, { recursive: true })));

describe('the command line of the app', () => {
  it('answers before the panel has drawn anything, with the bytes of the headless report', async () => {
    await visit();
    expect(await answer('shipshape:risk', { format: 'json' })).toBe(headless('--json'));
    expect(await answer('shipshape:risk')).toBe(headless());
    expect(await answer('shipshape:findings', { format: 'json' })).toBe(headless('--findings', '--json'));
    expect(await answer('shipshape:status')).toBe(headless('--status'));
    expect(await answer('shipshape:status', { release: 'v2.5', audience: 'short', format: 'json' })).toBe(
      headless('--status', '--release', '2.5', '--audience', 'short', '--json'),
    );
  });

  it('lists its commands, says what it does not know, and filters', async () => {
    await visit();
    expect((await answer('shipshape')).match(/shipshape:[a-z-]+/g)).toEqual([
      'shipshape:risk',
      'shipshape:findings',
      'shipshape:follow-ups',
      'shipshape:status',
    ]);
    expect(await answer('shipshape:status', { audience: 'everybody' })).toBe(
      'audience wants executive, team, stakeholder, customer, short, not “everybody”.\n',
    );
    expect(await answer('shipshape:status', { release: 'v99' })).toBe('No release found for v99.\n');
    const legal = JSON.parse(await answer('shipshape:follow-ups', { party: 'legal', format: 'json' })) as {
      followUps: { who: string }[];
    };
    expect(new Set(legal.followUps.map(({ who }) => who))).toEqual(new Set(['Legal']));
  });
});

describe('links', () => {
  it('open a tab, the portfolio, a release, or a form that is filled in', async () => {
    await visit();
    await bench.page.waitForSelector('.shipshape-card, .shipshape-today-row', { state: 'attached' });
    await follow({ action: 'open', tab: 'follow-ups' });
    await bench.page.waitForSelector('[role=tab][aria-selected=true]:has-text("Follow-ups")');
    await follow({ action: 'shipshape', do: 'open', tab: 'portfolio' });
    await bench.page.waitForSelector('.shipshape-portfolio');
    await follow({ action: 'shipshape', release: '2.5' });
    await bench.page.waitForSelector('.shipshape-page-title:has-text("v2.5 Analytics Dashboard")');
    await follow({ action: 'capture', kind: 'idea' });
    await bench.page.getByRole('dialog', { name: 'Capture idea' }).waitFor();
    await bench.page.keyboard.press('Escape');
    await follow({ action: 'new-release', release: 'v9 Orbit', target: 'Mar 3' });
    const form = bench.page.getByRole('dialog', { name: 'New release plan' });
    expect(await form.getByLabel('Name and version').inputValue()).toBe('v9 Orbit');
  });

  it.each([
    [
      'an unknown one',
      { action: 'delete' },
      'Shipshape knows no link “delete”; it knows open, release, new-release, log-meeting, capture.',
    ],
    ['a word of the language', { action: 'constructor' }, 'Shipshape knows no link “constructor”'],
    [
      'markup',
      { action: 'release', release: '<img src=x onerror=alert(1)>' },
      'No release is called “<img src=x onerror=alert(1)>”.',
    ],
    ['too much', { action: 'release', release: 'x'.repeat(4000) }, `No release is called “${'x'.repeat(300)}”.`],
  ])('that say something else do nothing: %s', async (_, given, said) => {
    await visit();
    await bench.page.waitForSelector('.shipshape-card, .shipshape-today-row', { state: 'attached' });
    await follow(given as unknown as Record<string, string>);
    await bench.page.waitForSelector('.notice');
    expect(await bench.page.locator('.notice').last().textContent()).toContain(said);
    expect(await bench.page.locator('.modal, .notice img').count()).toBe(0);
  });
});

it('the interface for other plugins gives frozen data, and says when something changed', async () => {
  await visit();
  await bench.page.waitForSelector('.shipshape-card, .shipshape-today-row', { state: 'attached' });
  const found = await bench.page.evaluate(() => {
    const { api } = window.host?.plugin as unknown as { api: import('../../src/obsidian/read-api').ReadApi };
    const counted = { changes: 0 };
    const end = api.onChange(() => counted.changes++);
    Object.assign(window, { counted, end });
    const [first] = api.releases() as { key: string; level: string; reasons: object[] }[];
    const isFrozen = (value: object): boolean =>
      Object.isFrozen(value) &&
      Object.values(value).every((inner) => typeof inner !== 'object' || inner === null || isFrozen(inner as object));
    return {
      version: api.version,
      keys: (api.releases() as { key: string }[]).map(({ key }) => key),
      isFrozen: isFrozen(api) && isFrozen(api.releases()) && isFrozen(api.followUps()),
      level: first?.level,
      named: (api.release('2.5') as { name: string } | null)?.name,
      none: api.release('nothing'),
      legal: (api.followUps({ party: 'LEGAL' }) as { who: string }[]).every(({ who }) => who === 'Legal'),
      isPlain: JSON.stringify(JSON.parse(JSON.stringify(api.releases()))) === JSON.stringify(api.releases()),
    };
  });
  expect(found).toMatchObject({
    version: 1,
    isFrozen: true,
    level: 'off-track',
    named: 'Analytics Dashboard',
    none: null,
    legal: true,
    isPlain: true,
  });
  expect(found.keys[0]).toBe('v4.0');
  await writeFile(
    note('Active/Releases/v8 New/Plan.md').replace('v8 New/', ''),
    '# Release: v8 (New)\n\n- Target date: 2026-05-05\n',
  );
  await bench.page.waitForFunction(() => (window as unknown as { counted: { changes: number } }).counted.changes > 0);
});
