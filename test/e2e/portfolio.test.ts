import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { portfolioVault } from './portfolio-vault';
import { workbenchPage } from './workbench-page';

jest.setTimeout(60_000);

const bench = workbenchPage();
const { openVault, visit, note, violations } = bench;
const page = '.shipshape-portfolio';
const key = (name: string): Promise<void> => bench.page.keyboard.press(name);
const focused = (): Promise<string> =>
  bench.page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  );

async function open(query = ''): Promise<void> {
  await visit(query);
  await bench.page.waitForSelector('.shipshape-card, .shipshape-today-row', { state: 'attached' });
  await bench.page.evaluate(() => void window.host?.run('shipshape:open-portfolio'));
  await bench.page.waitForSelector(`${page} .shipshape-time-row`);
}

describe('all releases in time', () => {
  beforeEach(() => openVault(portfolioVault));

  it('are sorted by target, with their dates, what was earlier, and what collides in a sentence', async () => {
    await open();
    expect(await bench.page.locator('.shipshape-time-row .shipshape-text').allTextContents()).toEqual([
      'v3.0.1 Billing',
      'v1.4 Notifications',
      'v7.0 Checkout',
      'v4.0 Customer Portal',
      'v2.5 Analytics Dashboard',
      'v3.1 Billing',
      'v4.2 Mobile',
      'v2.0 Search',
      'v1.0 Partner Hub',
      'v1.1 Status page',
    ]);
    const said = await bench.page.locator(`${page} .shipshape-page-sentence`).textContent();
    expect(said).toContain('Marketing is needed twice within 1 working day in February.');
    expect(said).toContain('Docs is needed three times within 2 working days in March.');
    const search = bench.page.locator('.shipshape-time-row:has-text("v2.0 Search")');
    expect(
      await search
        .locator('.shipshape-time-mark')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
    ).toEqual([
      'v2.0 Search: Earlier target Wed Feb 18',
      'v2.0 Search: Go/no-go Mon Mar 2',
      'v2.0 Search: Target Thu Mar 5',
    ]);
    // Places on the axis are those of the days: a working week is as wide as seven days of it.
    const places = await search
      .locator('.shipshape-time-mark')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().x)));
    expect((places[2] ?? 0) - (places[1] ?? 0)).toBe(3 * 6);
  });

  it('are walked through with the arrow keys; a date opens its line, or the form that moves it', async () => {
    await open();
    await bench.page.locator('.shipshape-time [tabindex="0"]').first().focus();
    for (let i = 0; i < 7; i++) await key('ArrowDown');
    await bench.page.waitForFunction(() => document.activeElement?.textContent?.includes('v2.0 Search'));
    for (const label of ['Earlier target Wed Feb 18', 'Go/no-go Mon Mar 2', 'Target Thu Mar 5']) {
      await key('ArrowRight');
      await bench.page.waitForSelector(`[aria-label="v2.0 Search: ${label}"]:focus`);
    }
    await key('Enter');
    await bench.page.getByRole('menuitem', { name: 'Move target…' }).waitFor();
    await key('ArrowDown');
    await key('ArrowDown');
    for (let i = 0; i < 3 && !(await focused()).includes('Move target'); i++) await key('ArrowDown');
    await key('Enter');
    await bench.page.getByRole('dialog', { name: /Target/ }).waitFor();
    await bench.page.getByLabel('New day').fill('Mar 12');
    await bench.page.getByRole('button', { name: 'Save' }).click();
    await bench.page.waitForSelector('[aria-label="v2.0 Search: Target Thu Mar 12"]');
    expect(await readFile(note('Active/Releases/v2.0 Search/Plan.md'), 'utf8')).toContain('Target date: 2026-03-12');
  });

  it('the release of a row opens; what collides lists its asks, each with its line', async () => {
    await open();
    await bench.page.locator('.shipshape-heat td.is-colliding button').first().click();
    await bench.page.getByRole('menuitem').first().click();
    await bench.page.waitForSelector('textarea');
    await bench.page.evaluate(() => void window.host?.run('shipshape:open-portfolio'));
    await bench.page.locator('.shipshape-time-row .shipshape-place').first().click();
    await bench.page.waitForSelector('.shipshape-page .shipshape-steps');
  });

  it('the same is a table, and CSV on the clipboard; groups and zoom are remembered', async () => {
    await open();
    await bench.page.getByRole('button', { name: 'Copy as CSV' }).click();
    await bench.page.waitForSelector('.notice');
    const csv = await bench.page.evaluate(() => navigator.clipboard.readText());
    expect(csv.split('\r\n')[0]).toBe(
      'release,verdict,owner,tier,first evidence,go/no-go,target,earlier targets,half by,85 % by,shipped,chance',
    );
    expect(csv).toMatch(/^v2\.0 Search,[^,]+,Tom Ito,1,2025-12-01,2026-03-02,2026-03-05,2026-02-18,/m);
    await bench.page.getByRole('button', { name: 'Week', exact: true }).click();
    await bench.page.getByRole('button', { name: 'Not grouped' }).click();
    await bench.page.getByRole('menuitemradio', { name: 'By tier' }).click();
    expect(await bench.page.locator('.shipshape-time-group').allTextContents()).toEqual([
      'Tier 13',
      'Tier 25',
      'Tier 31',
      'No tier1',
    ]);
    // Parted, the first row is a title: the keyboard still finds the first release.
    await bench.page.locator('.shipshape-time [tabindex="0"]').first().focus();
    await bench.page.waitForSelector('.shipshape-time-row:nth-child(2) [data-spot="true"]:focus');
    await bench.page.getByRole('button', { name: 'Show as table' }).click();
    expect(await bench.page.locator(`${page} .shipshape-in-time tbody tr`).count()).toBe(10);
    await open();
    expect(await bench.page.getByRole('button', { name: 'Week', exact: true }).getAttribute('aria-pressed')).toBe(
      'true',
    );
  });

  it.each(['', '&theme=dark', '&rtl', '&phone'])(
    'has no fault that axe finds, and nothing runs out (%s)',
    async (query) => {
      if (query === '&phone') await bench.page.setViewportSize({ width: 390, height: 800 });
      await open(query);
      expect(await violations(page)).toEqual([]);
      const overflow = await bench.page.evaluate(() => {
        const element = document.querySelector('.shipshape-portfolio');
        return element ? element.scrollWidth - element.clientWidth : null;
      });
      expect(overflow).toBe(0);
    },
  );

  it('from right to left time runs to the left, and weekends can be left out', async () => {
    await open('&rtl');
    const x = (label: string): Promise<number> =>
      bench.page.locator(`[aria-label="${label}"]`).evaluate((one) => one.getBoundingClientRect().x);
    expect(await x('v2.0 Search: Target Thu Mar 5')).toBeLessThan(await x('v2.0 Search: Go/no-go Mon Mar 2'));
    await open();
    await bench.page.getByRole('button', { name: 'Weekends' }).click();
    const [gate, target] = [await x('v4.2 Mobile: Go/no-go Thu Feb 26'), await x('v4.2 Mobile: Target Wed Mar 4')];
    expect(Math.round(target - gate)).toBe(4 * 6);
  });
});

it('500 releases over two years: few rows are drawn, the first paint and a scrolled screen are quick', async () => {
  await openVault(async (folder) => {
    for (let at = 0; at < 500; at++) {
      const day = new Date(Date.UTC(2025, 5, 1 + Math.floor((at * 730) / 500))).toISOString().slice(0, 10);
      const home = path.join(folder, `Active/Releases/v${at}.0 Thing`);
      await mkdir(home, { recursive: true });
      await writeFile(
        path.join(home, 'Plan.md'),
        `---\ndate: 2025-05-20\n---\n# Release: v${at}.0 (Thing)\n\n- Target date: ${day}\n- Owner: [[P${at % 9}]]\n\n## Checklist\n- [ ] A @b\n- [x] C @d\n\n## Dependencies\n- [[Team ${at % 12}]] sends it by ${day}\n`,
      );
    }
  });
  await visit();
  await bench.page.waitForSelector('.shipshape-card, .shipshape-today-row');
  await bench.page.waitForTimeout(1500);
  const opened = (): Promise<number> =>
    bench.page.evaluate(
      () =>
        new Promise<number>((done) => {
          const { app } = window.host ?? {};
          app?.workspace.getLeavesOfType('shipshape-portfolio').forEach((leaf) => leaf.detach());
          const start = performance.now();
          const drawn = (): void => {
            if (document.querySelector('.shipshape-time-row'))
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
            else setTimeout(drawn);
          };
          void window.host?.run('shipshape:open-portfolio');
          drawn();
        }),
    );
  // The machine is noisy: of several times the best one says what it takes.
  const first = Math.min(await opened(), await opened(), await opened());
  const rows = (): Promise<number> => bench.page.locator('.shipshape-time-row').count();
  expect(await bench.page.locator('[role=grid]').getAttribute('aria-rowcount')).toBe('500');
  expect(await rows()).toBeLessThanOrEqual(60);
  const scroll = (top: number): Promise<number> =>
    bench.page.evaluate(
      (to) =>
        new Promise<number>((done) => {
          const box = document.querySelector('.shipshape-time');
          const start = performance.now();
          box?.scrollTo({ top: to });
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
        }),
      top,
    );
  const scrolled = Math.min(await scroll(2000), await scroll(4000), await scroll(6000));
  await bench.page.waitForSelector('.shipshape-time-row:has-text("v210.0")');
  expect(await rows()).toBeLessThanOrEqual(60);
  process.stdout.write(
    `portfolio of 500: first paint ${Math.round(first)} ms, a scrolled screen ${Math.round(scrolled)} ms\n`,
  );
  // Several times what is asked for on a quiet machine: what this guards is growth with the number of releases.
  expect(first).toBeLessThan(500);
  expect(scrolled).toBeLessThan(200);
});
