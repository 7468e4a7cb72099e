import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, workbenchPage } from './workbench-page';

jest.setTimeout(60_000);

const bench = workbenchPage();
const { openVault, visit, note, holds, violations } = bench;
const block = '.shipshape-block';

beforeEach(() => openVault((folder) => cp(path.join(ROOT, 'test/vaults/example'), folder, { recursive: true })));

async function show(source: string): Promise<void> {
  await bench.page.evaluate((text) => {
    const end = window.host?.showCodeBlock('shipshape', text);
    Object.assign(window, { endBlock: end });
  }, source);
}

async function opened(query = ''): Promise<void> {
  await visit(query);
  await bench.page.waitForSelector('.shipshape-card, .shipshape-today-row', { state: 'attached' });
}

describe('a block in a note', () => {
  test.each([
    ['show: releases\nlevel: off-track', 'v4.0 Customer Portal', 1],
    ['show: findings\nrelease: v2.5', 'Target date Feb 15 is a Sunday', 7],
    ['show: follow-ups\nparty: Legal', 'cookie text', 1],
    ['show: dates\nwithin: 3w', 'Target: v4.0 Customer Portal', 5],
    ['show: processes', 'Launch day', 1],
  ])('%s', async (source, said, rows) => {
    await opened();
    await show(source);
    await bench.page.waitForSelector(`${block} li`);
    expect(await bench.page.locator(`${block} li`).allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining(said)]),
    );
    expect(await bench.page.locator(`${block} li`).count()).toBe(rows);
    expect(await violations(block)).toEqual([]);
  });

  it.each(['&theme=dark', '&rtl', ''])('shows the status, the time line and the portfolio (%s)', async (query) => {
    await opened(query);
    await show('show: status\nrelease: 4.0');
    expect(await bench.page.locator(block).textContent()).toContain(
      'Off track: v4.0 Customer Portal, target Tue Feb 10',
    );
    await show('show: portfolio\ngroup: owner');
    await bench.page.waitForSelector(`${block} .shipshape-time-row.shipshape-time-group`);
    await show('show: timeline\nlevel: at-risk');
    expect(await violations(block)).toEqual([]);
  });

  it('is live, opens its line, and leaves nothing behind', async () => {
    await opened();
    await show('show: releases\nlevel: off-track');
    await bench.page.waitForSelector(`${block} li:has-text("v4.0 Customer Portal")`);
    const plan = note('Active/Releases/Customer Portal/Plan.md');
    const text = await readFile(plan, 'utf8');
    await writeFile(plan, text.replace('tier: Tier 1', 'tier: Tier 1\nstatus: cancelled'));
    await bench.page.waitForSelector(`${block} .shipshape-note:has-text("No release.")`);
    await writeFile(plan, text);
    await bench.page.waitForSelector(`${block} li:has-text("v4.0 Customer Portal")`);
    await bench.page.evaluate(() => (window as unknown as { endBlock: () => void }).endBlock());
    expect(await bench.page.locator(block).count()).toBe(0);
    await show('show: findings\nrelease: v2.5');
    await bench.page.locator(`${block} li button`).first().click();
    await bench.page.waitForSelector('textarea');
  });

  it('says what is wrong in a sentence', async () => {
    await opened();
    await show('shwo: releases');
    expect(await bench.page.locator(`${block} .shipshape-block-problem`).textContent()).toContain('knows no “shwo”');
    expect(await violations(block)).toEqual([]);
  });

  it('becomes text in its place, which undo takes back', async () => {
    const before = '# Weekly\n\n```shipshape\nshow: dates\nwithin: 1w\n```\n\nMine.\n';
    await writeFile(note('Weekly.md'), before);
    await opened();
    await bench.page.evaluate((text) => {
      window.host?.showCodeBlock('shipshape', 'show: dates\nwithin: 2w', {
        path: 'Weekly.md',
        lineStart: 2,
        lineEnd: 5,
        text,
      });
    }, before);
    await bench.page.getByRole('button', { name: 'More for this block' }).focus();
    await bench.page.keyboard.press('Enter');
    await bench.page.getByRole('menuitem', { name: 'Replace by its text' }).click();
    for (let i = 0; i < 50 && (await readFile(note('Weekly.md'), 'utf8')) === before; i++)
      await bench.page.waitForTimeout(40);
    const after = await readFile(note('Weekly.md'), 'utf8');
    expect(after).toMatch(
      /^# Weekly\n\n%% shipshape:begin text \w+ %%\n- \*\*Go\/no-go: v4\.0 Customer Portal\*\* · Thu Feb 5 · in 9 days \(\[\[[^\]]+\]\]\)\n[\s\S]*\n\*As of Tue Jan 27\*\n%% shipshape:end %%\n\nMine\.\n$/,
    );
    await bench.page.evaluate(() => void window.host?.run('shipshape:undo-last-change'));
    await holds(note('Weekly.md'), before);
  });
});
