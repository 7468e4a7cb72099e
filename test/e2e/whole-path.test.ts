import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, workbenchPage } from './workbench-page';

jest.setTimeout(120_000);

const bench = workbenchPage();
const { openVault, visit, note, arrives } = bench;
const FOLDER = 'Active/Releases/v2.9 Ledger';
const key = (name: string): Promise<void> => bench.page.keyboard.press(name);
const type = (text: string): Promise<void> => bench.page.keyboard.type(text);
const run = (id: string): Promise<void> =>
  bench.page.evaluate((name) => void window.host?.run(`shipshape:${name}`), id);

/** Presses the tab key until something with this name has the keyboard: nothing is reached by other means. */
async function reach(name: RegExp | string): Promise<void> {
  const wanted = typeof name === 'string' ? `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$` : name.source;
  for (let i = 0; i < 220; i++) {
    const has = await bench.page.evaluate((pattern) => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return false;
      const labels = 'labels' in element ? [...((element.labels ?? []) as Iterable<HTMLElement>)] : [];
      const said = [element.getAttribute('aria-label'), ...labels.map((one) => one.textContent), element.textContent];
      return said.some((text) => text !== null && new RegExp(pattern).test(text.trim()));
    }, wanted);
    if (has) return;
    await key('Tab');
  }
  throw new Error(`The tab key never reaches ${String(name)}`);
}

async function press(name: RegExp | string): Promise<void> {
  await reach(name);
  await key('Enter');
}

/** Takes an entry of the page's menu with the arrow keys. */
async function choose(entry: string): Promise<void> {
  await press(/^More for/);
  const item = bench.page.getByRole('menuitem', { name: entry, exact: true });
  await item.waitFor();
  for (let i = 0; i < 40 && !(await item.evaluate((one) => one === document.activeElement)); i++)
    await key('ArrowDown');
  await key('Enter');
}

/** Opens the release's page on a day. */
async function on(day: string): Promise<void> {
  await visit('', day);
  await bench.page.waitForSelector('.shipshape-card, .shipshape-today-row');
  await run('open-release-view');
  await type('Ledger');
  await key('Enter');
  await bench.page.waitForSelector('.shipshape-page');
}

const section = (title: string): Promise<string> =>
  bench.page
    .locator('.shipshape-page-section', { has: bench.page.getByRole('button', { name: title, exact: true }) })
    .innerText();

/** How many ticks the history keeps. */
async function kept(): Promise<number> {
  const folder = note('System/Shipshape');
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return texts.join('\n').match(/"ticked":/g)?.length ?? 0;
}

/** Ticks open boxes of the checklist, the first ones, in the release's page. */
async function tick(day: string, count: number): Promise<void> {
  await on(day);
  const before = await kept();
  for (let i = 0; i < count; i++) {
    const row = bench.page.locator('.shipshape-readiness-row', { hasText: 'Open:' }).first();
    const box = bench.page.locator('.shipshape-readiness li').filter({ has: row }).getByRole('checkbox', {
      checked: false,
    });
    // While notes are still being read, a section may be drawn anew, and closed.
    for (let tries = 0; tries < 100 && (await box.count()) === 0; tries++) {
      if ((await row.getAttribute('aria-expanded')) === 'false') {
        await row.focus();
        await key('Enter');
      }
      await bench.page.waitForTimeout(50);
    }
    const open = await bench.page.locator('.shipshape-readiness input[type=checkbox]:not(:checked)').count();
    await box.first().focus();
    await key('Space');
    await bench.page.waitForFunction(
      (was) => document.querySelectorAll('.shipshape-readiness input[type=checkbox]:not(:checked)').length < was,
      open,
    );
  }
  // The history keeps it a moment later; the next day begins after that.
  for (let i = 0; i < 200 && (await kept()) < before + count; i++) await bench.page.waitForTimeout(25);
  expect(await kept()).toBe(before + count);
}

it('a release goes by keyboard from plan to retro', async () => {
  await openVault((folder) => cp(path.join(ROOT, 'test/vaults/example'), folder, { recursive: true }));
  // Plan.
  await visit('', '2026-01-05');
  await bench.page.waitForSelector('.shipshape-card, .shipshape-today-row');
  await run('new-release-plan');
  await bench.page.getByRole('dialog', { name: 'New release plan' }).waitFor();
  await type('v2.9 Ledger');
  await reach(/^Target date/);
  await type('Feb 27');
  await reach(/^Go\/no-go/);
  await type('Feb 20');
  await reach(/^Owner/);
  await type('Sarah Kim');
  await key('Enter');
  await arrives(note(`${FOLDER}/Plan.md`));
  const checklist = await arrives(note(`${FOLDER}/Checklist.md`));
  const boxes = checklist.match(/^- \[ \]/gm)?.length ?? 0;
  expect(boxes).toBeGreaterThan(8);
  await on('2026-01-05');
  expect(await bench.page.locator('.shipshape-steps .is-current').textContent()).toContain('Decided');
  expect(await section('Forecast')).toContain('Not enough history for a forecast.');
  // Checklist: seven ticks over a month.
  for (const day of ['2026-01-07', '2026-01-12', '2026-01-16', '2026-01-21', '2026-01-27']) await tick(day, 1);
  await tick('2026-02-03', 2);
  // Forecast.
  await on('2026-02-04');
  expect(await section('Forecast')).toMatch(/in 20 from here make the go\/no-go Fri Feb 20/);
  // What is left, is done.
  const left = ((await readFile(note(`${FOLDER}/Checklist.md`), 'utf8')).match(/^- \[ \]/gm) ?? []).length;
  await tick('2026-02-17', left);
  await bench.page.waitForFunction(
    () => !document.querySelector('.shipshape-readiness')?.textContent?.includes('Open:'),
  );
  // Decision.
  await on('2026-02-19');
  await press('Open the roll call…');
  const form = bench.page.locator('.shipshape-modal');
  await form.waitFor();
  const groups = await form.getByRole('radiogroup').count();
  for (let row = 0; row < groups; row++) {
    const group = form.getByRole('radiogroup').nth(row);
    await group.getByRole('radio', { name: 'not reached' }).focus();
    await key('ArrowDown');
    await key('Tab');
    await type('Tom');
  }
  await reach(/^Approver/);
  await type('Helen Zhou');
  await form.locator('button[aria-disabled=false]', { hasText: /^Go$/ }).waitFor();
  await press(/^Go$/);
  await bench.page.waitForSelector('.shipshape-badge.is-intact');
  expect(await bench.page.locator('.shipshape-steps .is-current').textContent()).toContain('Released');
  // Go-live.
  await on('2026-02-26');
  await press('Plan the go-live…');
  await arrives(note(`${FOLDER}/Go-live.md`));
  await on('2026-02-26');
  await press('Set the start…');
  await reach(/^Start/);
  await type('2026-02-26 23:00');
  await key('Enter');
  await bench.page.waitForSelector('.shipshape-go-live-step');
  for (let at = 1; at <= 6; at++) {
    const step = `.shipshape-go-live-step:has-text("Step ${at} of 6")`;
    await bench.page.waitForSelector(step);
    // The keyboard stays on the one button of the run.
    if (at === 1) await reach('Start step');
    await key('Enter');
    await bench.page.waitForSelector(`${step}.is-running`);
    await key('Enter');
    await bench.page.locator(step).waitFor({ state: 'detached' });
  }
  const stamped = await readFile(note(`${FOLDER}/Go-live.md`), 'utf8');
  expect(stamped).not.toMatch(/^- \[ \] T[-+]/m);
  await press('Write it into the note…');
  const over = bench.page.getByRole('dialog', { name: 'Hand-over' });
  await over.waitFor();
  await press(/^Save/);
  await over.waitFor({ state: 'detached' });
  for (let i = 0; i < 100 && !(await readFile(note(`${FOLDER}/Go-live.md`), 'utf8')).includes('## Hand-over'); i++)
    await bench.page.waitForTimeout(25);
  expect(await readFile(note(`${FOLDER}/Go-live.md`), 'utf8')).toMatch(
    /\n## Hand-over\n\n- Planned until .*\n(?:- .*\n)*- Nothing is open\.\n- Error rate > 2 % for 10 min: looked at: quiet\n/,
  );
  // Shipped.
  await on('2026-02-27');
  await choose('Mark as shipped…');
  const ship = bench.page.getByRole('dialog', { name: /shipped/i });
  await ship.waitFor();
  await press(/^Save/);
  await ship.waitFor({ state: 'detached' });
  await bench.page.waitForFunction(() =>
    document.querySelector('.shipshape-steps .is-current')?.textContent?.includes('Retro'),
  );
  // Retro.
  await choose('Write the retro…');
  await bench.page.locator('.host-editor').waitFor();
  await bench.page.waitForFunction(() => document.activeElement?.classList.contains('host-editor'));
  const retro = await bench.page.locator('.host-editor').inputValue();
  expect(retro).toContain('v2.9');
  expect(retro).toMatch(/2026-02-27/);
  await type('The rehearsal found it.');
  for (let i = 0; i < 200 && !(await readFile(note(`${FOLDER}/Retro.md`), 'utf8')).includes('rehearsal'); i++)
    await bench.page.waitForTimeout(25);
  await on('2026-02-28');
  expect(await bench.page.locator('.shipshape-steps .is-done').count()).toBe(4);
  expect(await readFile(note(`${FOLDER}/Retro.md`), 'utf8')).toContain(
    '## What went well\n- The rehearsal found it.\n',
  );
});
