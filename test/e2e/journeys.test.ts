import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, TODAY, workbenchPage } from './workbench-page';

jest.setTimeout(60_000);

const bench = workbenchPage();
const { openVault, visit, note, holds } = bench;
const PLAN = 'Active/Releases/Atlas/Plan.md';
const SYNC = 'Inbox/Meetings/2026-01-26 Atlas sync.md';
const plan = (...lines: string[]): string =>
  [
    '---',
    'date: 2026-01-12',
    '---',
    '# Release: v2.6 (Atlas)',
    '',
    '- Target date: 2026-02-03',
    '- Go/no-go decision: 2026-01-29',
    '- Owner: [[Noor Haddad]]',
    ...lines,
    '',
    '## Checklist',
    '- [x] Feature complete @lee',
    '- [ ] Documentation updated @ann',
    '- [ ] Sales deck @kim',
    '',
    '## Risks',
    '- Sev1: checkout times out',
    '',
  ].join('\n');
const card = (name: string): string => `.shipshape-card:has(.shipshape-title:text-is("${name}"))`;
const atlas = card('v2.6 Atlas');
const key = (name: string): Promise<void> => bench.page.keyboard.press(name);
const run = (id: string): Promise<void> =>
  bench.page.evaluate((name) => void window.host?.run(`shipshape:${name}`), id);
const act = async (name: string, item: string): Promise<void> => {
  await bench.page.locator(`${card(name)} .shipshape-card-header`).click({ button: 'right' });
  await bench.page.getByRole('menuitem', { name: item }).click();
};

beforeEach(() =>
  openVault(async (folder) => {
    await cp(path.join(ROOT, 'test/vaults/example'), folder, { recursive: true });
    await mkdir(path.join(folder, 'Active/Releases/Atlas'), { recursive: true });
    await writeFile(path.join(folder, PLAN), plan());
  }),
);

describe('a slip, from a sentence in a meeting to the moved plan, by keyboard', () => {
  const TEXT = [
    '# 2026-01-26 Atlas sync',
    '',
    'Release: v2.6 (Atlas)',
    '',
    '## Notes',
    'The vendor needs longer. The launch slips to Feb 17.',
    '',
  ].join('\n');

  it('the sentence is found, accepted, and moves the release; the plan follows when a person says so', async () => {
    await visit();
    await bench.page.waitForSelector(`${atlas}.is-off-track`);
    await writeFile(note(SYNC), TEXT);
    await run('open-follow-ups');
    const accept = bench.page.getByRole('button', { name: 'Accept: The launch slips to Feb 17.' });
    await accept.waitFor();
    await accept.focus();
    await key('Enter');
    await holds(note(SYNC), `${TEXT}\n## Decisions\n- The launch slips to Feb 17\n`);
    await run('go-to-release');
    await bench.page.keyboard.type('atlas');
    await key('Enter');
    await bench.page.waitForFunction(() => document.activeElement?.getAttribute('aria-expanded') === 'true');
    // The note is on the disk before the panel has read it again.
    await bench.page.waitForFunction(() =>
      [...document.querySelectorAll('.shipshape-countdown-date')].some(
        ({ textContent }) => textContent === 'Tue Feb 17',
      ),
    );
    expect(await bench.page.locator(`${atlas} .shipshape-countdown-date`).last().textContent()).toBe('Tue Feb 17');
    const use = bench.page.getByRole('button', { name: 'Use Feb 17' });
    for (let i = 0; i < 12 && !(await use.evaluate((element) => element === document.activeElement)); i++)
      await key('ArrowDown');
    await key('Enter');
    await holds(note(PLAN), plan().replace('2026-02-03', '2026-02-17'));
    await bench.page.locator(`${atlas} .shipshape-plan-choice`).waitFor({ state: 'detached' });
  });

  it('or the day is moved where the reason is: what follows is shown, one line is written, undo takes it back', async () => {
    await visit();
    await bench.page.waitForSelector(`${atlas}.is-off-track`);
    await act('v2.6 Atlas', 'Move go/no-go…');
    await bench.page.getByLabel('New day').fill('Feb 12');
    const modal = bench.page.locator('.shipshape-modal');
    expect(await modal.locator('.shipshape-lines').textContent()).toBe('- Go/no-go decision: 2026-02-12');
    expect(await modal.locator('.shipshape-then li').allTextContents()).toContainEqual(
      expect.stringMatching(/^Clears: 2 required items still open/),
    );
    await key('Enter');
    await holds(note(PLAN), plan().replace('2026-01-29', '2026-02-12'));
    // The form closes once the change can be taken back.
    await modal.waitFor({ state: 'detached' });
    await run('undo-last-change');
    await holds(note(PLAN), plan());
  });
});

describe('a shipment with its retro', () => {
  it('is marked, settles what is open, says how late it was, and makes the retro', async () => {
    await visit();
    await bench.page.waitForSelector(atlas);
    await act('v2.6 Atlas', 'Mark as shipped…');
    await bench.page.getByLabel('Shipped on').fill('Jan 27');
    await bench.page.getByLabel('2 required items are open').selectOption('waive');
    await bench.page.locator('.shipshape-modal').getByRole('button', { name: 'Save' }).click();
    const waived = (line: string): string => `- [-] ${line} [waived:: open when it shipped]`;
    await holds(
      note(PLAN),
      plan(`- Status: released (${TODAY})`)
        .replace('- [ ] Documentation updated @ann', waived('Documentation updated @ann'))
        .replace('- [ ] Sales deck @kim', waived('Sales deck @kim')),
    );
    const shipped = bench.page.locator(`${atlas}.is-released`);
    await shipped.locator('.shipshape-card-header').click();
    await shipped.getByText('Shipped Jan 27, 7 days early').first().waitFor();
    await shipped.getByRole('button', { name: /^Write the retro…/ }).click();
    await bench.page.waitForFunction(() => window.host?.app.vault.getFileByPath('Active/Releases/Atlas/Retro.md'));
    await shipped.getByRole('button', { name: 'Atlas/Retro' }).first().waitFor();
    expect(await readFile(note('Active/Releases/Atlas/Retro.md'), 'utf8')).toContain('# Retro: v2.6 (Atlas)');
    // A post-launch meeting can still name it.
    await run('log-meeting');
    const titles = await bench.page.locator('.shipshape-modal select option').allTextContents();
    expect(titles.some((title) => title.includes('Atlas'))).toBe(true);
  });
});

describe('a go/no-go', () => {
  it('is recorded in a dated note of the release’s folder, and the reason goes', async () => {
    await writeFile(note(PLAN), plan().replace('2026-01-29', '2026-01-23'));
    await visit();
    await bench.page.waitForSelector(atlas);
    await bench.page.locator(`${atlas} .shipshape-card-header`).click();
    await bench.page
      .locator(`${atlas} .shipshape-details`)
      .getByRole('button', { name: /^Record go\/no-go…: Go\/no-go was Jan 23/ })
      .click();
    await bench.page.getByLabel('Decided by').fill('Sarah Kim');
    await bench.page.locator('.shipshape-modal').getByRole('button', { name: 'Save' }).click();
    await bench.page.getByText('Go/no-go was Jan 23').first().waitFor({ state: 'detached' });
    expect(await readdir(note('Active/Releases/Atlas'))).toEqual(['2026-01-27 - Go-no-go v2.6 (Atlas).md', 'Plan.md']);
    await bench.page.locator(`${atlas} .shipshape-details`).getByText('Decision: go').waitFor();
  });
});

describe('the palette and the status bar', () => {
  it('count what is due, go through it, and copy how all releases stand', async () => {
    await visit();
    await bench.page.waitForSelector(atlas);
    const bar = bench.page.locator('.status-bar-item');
    expect(await bar.textContent()).toMatch(/^2 off track · \d due$/);
    await run('next-follow-up');
    await bench.page.waitForSelector('.host-editor[data-line]');
    const first = await bench.page.locator('.host-editor').getAttribute('data-line');
    await run('next-follow-up');
    await bench.page.waitForFunction(
      (line) => document.querySelector('.host-editor')?.getAttribute('data-line') !== line,
      first,
    );
    await run('copy-status');
    await bench.page.waitForFunction(() => navigator.clipboard.readText().then((text) => text.includes('Atlas')));
    const text = await bench.page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^Off track: v2\.6 Atlas, target Tue Feb 3; no forecast yet\.\n/);
    expect(text).toContain('Shipped: v3.1 Billing, as of Mon Dec 1, 2025.');
    await bar.focus();
    await key('Enter');
    await bench.page.locator('.shipshape-today').waitFor();
  });
});

describe('the list of releases', () => {
  const TWELVE = ['Borealis', 'Cirrus', 'Delta', 'Ember', 'Fjord', 'Gale'];

  it('shows twelve on one screen of 340 × 830; a row is at most 46 px high, the gravest two at most 120', async () => {
    for (const [index, name] of TWELVE.entries()) {
      await mkdir(note(`Active/Releases/${name}`), { recursive: true });
      await writeFile(
        note(`Active/Releases/${name}/Plan.md`),
        plan().replace('v2.6 (Atlas)', `v${index + 5}.1 (${name})`),
      );
    }
    await bench.page.setViewportSize({ width: 1100, height: 830 });
    await visit('&width=340');
    await bench.page.waitForFunction(() => document.querySelectorAll('.shipshape-card').length === 12);
    const boxes = await bench.page
      .locator('.shipshape-card')
      .evaluateAll((cards) =>
        cards.map((one) => one.getBoundingClientRect()).map(({ height, bottom }) => ({ height, bottom })),
      );
    expect(boxes.slice(0, 2).every(({ height }) => height <= 120)).toBe(true);
    expect(boxes.slice(2).every(({ height }) => height <= 46)).toBe(true);
    expect(boxes[11]?.bottom).toBeLessThanOrEqual(830);
  });

  it('is grouped, filtered by item, risk and day, and merged by a person', async () => {
    await writeFile(note(SYNC), '# 2026-01-26 Sync\n\n## Release: v2.6 (Atlas GA)\n- Target date: 2026-02-05\n');
    await visit();
    await bench.page.waitForSelector(card('v2.6 Atlas GA'));
    const filter = bench.page.getByLabel('Filter releases by name, person, team, item, risk or date');
    for (const words of ['checkout times', 'sales deck', 'feb 3', '2026-02-03']) {
      await filter.fill(words);
      await bench.page.waitForFunction(() => document.querySelectorAll('.shipshape-card').length < 3);
      expect(await bench.page.locator('.shipshape-title').allTextContents()).toContain('v2.6 Atlas');
    }
    await filter.press('Escape');
    await filter.press('ArrowDown');
    expect(await bench.page.evaluate(() => document.activeElement?.getAttribute('data-nav'))).toBe('card');
    await bench.page.getByRole('button', { name: 'Sort, group and density' }).click();
    await bench.page.getByRole('menuitemradio', { name: 'By month' }).click();
    expect(await bench.page.locator('.shipshape-group-title').allTextContents()).toContain('February 20264');
    await act('v2.6 Atlas GA', 'Merge with…');
    await bench.page.getByLabel('Is the same as').selectOption({ label: 'v2.6 Atlas' });
    await bench.page.locator('.shipshape-modal').getByRole('button', { name: 'Save' }).click();
    await bench.page.locator(card('v2.6 Atlas GA')).waitFor({ state: 'detached' });
    await holds(note(PLAN), plan().replace('date: 2026-01-12', 'date: 2026-01-12\naliases: ["v2.6 (Atlas GA)"]'));
  });

  it.each([
    ['light', ''],
    ['dark', '&theme=dark'],
    ['phone', '&phone'],
    ['right to left', '&rtl'],
  ])('and Today, follow-ups and forms of acts have no accessibility violation: %s', async (_name, query) => {
    await visit(query);
    await bench.page.waitForSelector(atlas);
    for (const tab of ['open-release-risk', 'open-today', 'open-follow-ups']) {
      await run(tab);
      await bench.page.waitForTimeout(150);
      expect(await bench.violations('.shipshape-view')).toEqual([]);
    }
    await run('open-release-risk');
    for (const item of ['Move target…', 'Record go/no-go…', 'Mark as shipped…', 'Add a checklist item…']) {
      await act('v2.6 Atlas', item);
      await bench.page.locator('.shipshape-modal').waitFor();
      expect(await bench.violations('.shipshape-modal')).toEqual([]);
      await key('Escape');
      await bench.page.locator('.shipshape-modal').waitFor({ state: 'detached' });
    }
  });
});
