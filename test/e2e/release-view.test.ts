import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, workbenchPage } from './workbench-page';

jest.setTimeout(60_000);

const bench = workbenchPage();
const { openVault, visit, note, holds, violations } = bench;
const PLAN = 'Active/Releases/v3.5 Reports/Plan.md';
const done = (title: string, day: number): string => `- [x] ${title} ✅ 2026-01-${String(day).padStart(2, '0')}`;
const PLAN_TEXT = [
  '---',
  'date: 2025-12-22',
  '---',
  '# Release: v3.5 (Reports)',
  '',
  '- Target date: 2026-02-15',
  '- Go/no-go decision: 2026-02-10',
  '- Owner: [[Sarah Kim]]',
  '',
  '## Product',
  ...['Copy approved', 'Feature complete', 'Pricing', 'Screens', 'Help texts'].map((title, at) =>
    done(title, 7 + 3 * at),
  ),
  '',
  '## QA',
  done('Smoke test', 21),
  '- [ ] Regression on Safari @tom',
  '- [ ] Load test @ines',
  '',
  '## Risks',
  '- One critical bug still open',
  '',
].join('\n');
const page = '.shipshape-page';

async function openView(query = '', day?: string): Promise<void> {
  await visit(query, day);
  await bench.page.waitForSelector('.shipshape-card, .shipshape-today-row');
  await bench.page.evaluate(() => void window.host?.run('shipshape:open-release-view'));
  await bench.page.keyboard.type('v3.5');
  await bench.page.keyboard.press('Enter');
  await bench.page.waitForSelector(page);
}

beforeEach(() =>
  openVault(async (folder) => {
    await cp(path.join(ROOT, 'test/vaults/example'), folder, { recursive: true });
    await mkdir(path.join(folder, path.dirname(PLAN)), { recursive: true });
    await writeFile(path.join(folder, PLAN), PLAN_TEXT);
  }),
);

describe('the view of one release', () => {
  it('says the forecast in a sentence, proves it in the picture, and holds the same in a table', async () => {
    await openView();
    const sentence = await bench.page.locator('.shipshape-page-forecast').textContent();
    const [, said = ''] =
      /About (\d+) in 20 from here make the go\/no-go Tue Feb 10 \(6 items in \d+ working days\)/.exec(
        sentence ?? '',
      ) ?? [];
    expect(sentence).toMatch(/About/);
    expect(Number(said)).toBeGreaterThan(0);
    const inTime = await bench.page.locator('.shipshape-chart-dot.is-in-time').count();
    const late = await bench.page.locator('.shipshape-chart-dot.is-late').count();
    expect(inTime).toBe(Number(said));
    expect(inTime + late).toBeLessThanOrEqual(20);
    await bench.page.getByRole('button', { name: 'Show as table' }).click();
    const rows = await bench.page.locator('.shipshape-chart td').allTextContents();
    expect(rows).toContain('8 in scope');
    expect(rows).toContain(`done in ${inTime} of 20 outcomes`);
  });

  it('ticks a box in its section, in the note, and the picture follows', async () => {
    await openView();
    await bench.page.locator('.shipshape-readiness-row', { hasText: 'QA' }).click();
    await bench.page.getByRole('checkbox', { name: /Regression on Safari/ }).click();
    await holds(note(PLAN), PLAN_TEXT.replace('- [ ] Regression', '- [x] Regression'));
    await bench.page.waitForFunction(
      () => document.querySelector('.shipshape-chart-end.is-done')?.textContent === '7 done',
    );
  });

  it('is reached and used by keyboard: a reason opens its line', async () => {
    await openView();
    const place = bench.page.locator('.shipshape-needs .shipshape-place-link').first();
    await place.focus();
    await bench.page.keyboard.press('Enter');
    await bench.page.waitForSelector('textarea');
    expect(await bench.page.locator('.shipshape-page').count()).toBe(0);
  });

  it('opens from a card, a second time in the same tab, and folds remember', async () => {
    await openView();
    await bench.page.getByRole('button', { name: 'RAID log' }).click();
    await bench.page.evaluate(() => void window.host?.run('shipshape:open-release-risk'));
    const card = bench.page.locator('.shipshape-card:has(.shipshape-title:text-is("v3.5 Reports"))');
    await card.locator('.shipshape-card-header').click();
    await card.getByRole('button', { name: 'Open release view' }).click();
    await bench.page.waitForTimeout(100);
    expect(await bench.page.locator('.workspace-tab-header', { hasText: 'v3.5 Reports' }).count()).toBe(1);
    await openView();
    const fold = bench.page.getByRole('button', { name: 'RAID log' });
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
  });

  it.each(['', '&theme=dark', '&rtl'])('has no fault that axe finds (%s)', async (query) => {
    await openView(query);
    await bench.page.locator('.shipshape-readiness-row').first().click();
    expect(await violations(page)).toEqual([]);
    const overflow = await bench.page.evaluate(() => {
      const element = document.querySelector('.shipshape-page');
      return element ? element.scrollWidth - element.clientWidth : null;
    });
    expect(overflow).toBe(0);
  });

  it('on the phone it has the screen, and nothing runs out of it', async () => {
    await bench.page.setViewportSize({ width: 390, height: 800 });
    await openView('&phone');
    const width = await bench.page.evaluate(() => {
      const element = document.querySelector('.shipshape-page');
      return element ? [element.scrollWidth - element.clientWidth, element.clientWidth] : null;
    });
    expect(width).toEqual([0, 390]);
    expect(await bench.page.locator('.mod-right-split:not(.is-collapsed)').count()).toBe(0);
  });

  it('takes the roll call by keyboard, says what stands in the way, and shows when a source changed', async () => {
    await openView();
    expect(await bench.page.locator('.shipshape-page-decision').textContent()).toContain('Not decided.');
    await bench.page.getByRole('button', { name: 'Open the roll call…' }).click();
    const form = bench.page.locator('.shipshape-roll-call');
    await form.waitFor();
    const go = form.getByRole('button', { name: 'Go', exact: true });
    expect(await go.getAttribute('aria-disabled')).toBe('true');
    const why = await form.locator('.shipshape-decision-choice').first().textContent();
    expect(why).toContain('Not reached: Product, QA.');
    expect(why).toContain('Open and not waived: Regression on Safari @tom, Load test @ines.');
    await go.focus();
    await bench.page.keyboard.press('Enter');
    expect(await form.count()).toBe(1);
    for (const name of ['Product', 'QA']) {
      await form
        .getByRole('radiogroup', { name: `${name} says` })
        .getByRole('radio', { name: 'not reached' })
        .focus();
      await bench.page.keyboard.press('ArrowDown');
      await form.getByRole('textbox', { name: `Who speaks for ${name}` }).fill('Tom');
    }
    await form.getByLabel('Approver').fill('Helen Zhou');
    for (const item of ['Regression on Safari @tom', 'Load test @ines']) {
      const row = form.locator('div', { has: bench.page.getByLabel(`Waive “${item}”`) }).last();
      await row.getByLabel(`Waive “${item}”`).check();
      await row.getByLabel('Why it can wait').fill('Runs tonight');
      await row.getByLabel('Who looks after it').fill('Ines');
      await row.getByLabel('Until').fill('Feb 13');
    }
    expect(await violations('.shipshape-modal')).toEqual([]);
    expect(await go.getAttribute('aria-disabled')).toBe('false');
    await go.focus();
    await bench.page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await bench.page.waitForSelector('.shipshape-badge.is-intact');
    const RECORD = 'Active/Releases/v3.5 Reports/2026-01-27 - Go-no-go v3.5 (Reports).md';
    const record = await readFile(note(RECORD), 'utf8');
    expect(record).toContain('- Decision: go\n');
    await writeFile(note(PLAN), PLAN_TEXT.replace('2026-02-15', '2026-02-16'));
    await bench.page.waitForSelector('.shipshape-badge.is-changed');
    expect(await bench.page.locator('.shipshape-changed').textContent()).toContain('Target date: 2026-02-15');
    await writeFile(note(RECORD), record.replace('Helen Zhou', 'Helen Zhao'));
    await bench.page.waitForSelector('.shipshape-badge.is-altered');
  });

  it('writes a status update by keyboard: traced, edited, checked, copied, saved; the next one says what is different', async () => {
    const SAVED = 'Active/Releases/v3.5 Reports/2026-01-27 - Status v3.5 Reports.md';
    await openView();
    await bench.page.getByRole('button', { name: 'Status update…' }).focus();
    await bench.page.keyboard.press('Enter');
    const form = bench.page.locator('.shipshape-update');
    await form.waitFor();
    const text = form.locator('.shipshape-status-text');
    expect(await text.textContent()).toMatch(/^(At risk|Off track|On track): v3\.5 Reports, target Sun Feb 15;/);
    const first = form.locator('.shipshape-told').first();
    expect(await first.getAttribute('title')).toContain('line 6: Target date: 2026-02-15');
    expect((await form.locator('.shipshape-findings').textContent())?.trim()).toBe('Passes all checks');
    expect(await violations('.shipshape-modal')).toEqual([]);
    await form.getByLabel('For', { exact: true }).selectOption('short');
    await form.getByRole('button', { name: 'Edit' }).click();
    const edit = form.getByLabel('Edited text');
    await edit.fill(`${await edit.inputValue()} It should ship soon!`);
    const findings = await form.locator('.shipshape-findings').textContent();
    expect(findings).toContain('“should” needs a day or an owner.');
    expect(findings).toContain('Typing: “!”.');
    expect(await violations('.shipshape-modal')).toEqual([]);
    await form.getByLabel('For', { exact: true }).selectOption('executive');
    await form.getByRole('button', { name: 'Save as a note' }).click();
    await form.waitFor({ state: 'detached' });
    await bench.page.waitForSelector('.workspace-tab-header:has-text("Status v3.5 Reports")');
    const saved = await readFile(note(SAVED), 'utf8');
    expect(saved).toContain('type: status-update');
    expect(saved).toContain('## Sources\n\n- [[Active/Releases/v3.5 Reports/Plan|');
    await openView('', '2026-01-29');
    await bench.page.getByRole('button', { name: 'Status update…' }).click();
    expect(await form.locator('.shipshape-status-text').textContent()).toContain('Since Tue Jan 27: chance from');
  });

  it('runs a go-live by keyboard: planned, started, stepped through, rolled back; every stamp stands in the note', async () => {
    const GO_LIVE = 'Active/Releases/v3.5 Reports/Go-live.md';
    await openView();
    await bench.page.getByRole('button', { name: 'Plan the go-live…' }).focus();
    await bench.page.keyboard.press('Enter');
    await bench.page.waitForSelector('.workspace-tab-header:has-text("Go-live")');
    const planned = await readFile(note(GO_LIVE), 'utf8');
    expect(planned).toContain('# Go-live: v3.5 Reports');
    await openView();
    const section = bench.page.locator('.shipshape-go-live');
    expect(await section.textContent()).toContain('6 steps, 1 h 40 min; T is not set yet.');
    await section.getByRole('button', { name: 'Set the start…' }).click();
    await bench.page.getByLabel('Start', { exact: true }).fill('2026-01-28 01:00');
    await bench.page.getByLabel('The window ends').fill('04:00');
    await bench.page.keyboard.press('Enter');
    await section.locator('.shipshape-go-live-step').waitFor();
    expect(await section.locator('.shipshape-go-live-says').textContent()).toMatch(
      /the window ends 04:00; .*last moment to roll back 01:00/,
    );
    expect(await section.locator('.shipshape-go-live-step').textContent()).toMatch(
      /Step 1 of 6.*00:00.*Freeze changes/,
    );
    expect(await violations(page)).toEqual([]);
    await section.getByRole('button', { name: 'Start step' }).focus();
    await bench.page.keyboard.press('Enter');
    await section.locator('.shipshape-go-live-step.is-running').waitFor();
    await section.getByRole('button', { name: 'Done', exact: true }).focus();
    await bench.page.keyboard.press('Enter');
    await bench.page.waitForSelector('.shipshape-go-live-step:has-text("Step 2 of 6")');
    const run = await readFile(note(GO_LIVE), 'utf8');
    expect(run).toMatch(
      /- \[x\] T-1h Freeze changes \(10 min\) \[started:: 2026-01-27 .*\] \[completion:: 2026-01-27 .*\]\n/,
    );
    await section.getByRole('button', { name: /^Start anyway: Switch it on/ }).click();
    await bench.page.waitForSelector('.shipshape-go-live-step.is-running');
    await section.getByRole('button', { name: 'Roll back…' }).click();
    await bench.page.getByLabel('Who decides').fill('Ops');
    await bench.page.getByLabel('Why').fill('errors > 2 %');
    await bench.page.keyboard.press('Enter');
    await section.locator('.shipshape-go-live-back.is-on').waitFor();
    expect(await section.textContent()).toContain('Restore the backup');
    expect(await violations(page)).toEqual([]);
    const logged = await readFile(note(GO_LIVE), 'utf8');
    expect(logged).toMatch(
      /## Log\n\n- .* Started “Switch it on” before the steps above it were done\n- .* Rolled back by Ops: errors > 2 %\n$/,
    );
    expect(await bench.page.locator('.shipshape-readiness').textContent()).not.toContain('Freeze changes');
  });

  it.each([
    ['2026-01-22', true],
    ['2026-01-20', false],
  ])('a go of %s for what went out on Jan 20: approved after the release %s', async (decided, isAfter) => {
    await openView();
    await writeFile(note(PLAN), PLAN_TEXT.replace('- Owner:', '- Status: shipped 2026-01-20\n- Owner:'));
    await writeFile(
      note(`Active/Releases/v3.5 Reports/${decided} - Go-no-go v3.5.md`),
      `# ${decided} - Go-no-go: v3.5 (Reports)\n\n## Release: v3.5 (Reports)\n- Decision: go\n`,
    );
    const decision = bench.page.locator('.shipshape-page-decision');
    await bench.page.waitForSelector('.shipshape-page-decision .shipshape-place strong');
    if (isAfter) await decision.locator('.shipshape-badge.is-late').waitFor();
    else await bench.page.waitForTimeout(300);
    expect((await decision.textContent())?.includes('Approved after the release')).toBe(isAfter);
  });

  it('a release that is gone is said, and comes back with its note', async () => {
    await openView();
    await writeFile(note(PLAN), '# Nothing\n');
    await bench.page.waitForSelector('.shipshape-page-empty');
    await writeFile(note(PLAN), PLAN_TEXT);
    await bench.page.waitForSelector(page);
  });
});
