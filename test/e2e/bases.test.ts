import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { portfolioVault } from './portfolio-vault';
import { workbenchPage } from './workbench-page';

jest.setTimeout(60_000);

const bench = workbenchPage();
const { openVault, visit, note, violations } = bench;
const board = '.shipshape-board';
const plan = (name: string): string => `Active/Releases/${name}/Plan.md`;
const PLANS = ['v7.0 Checkout', 'v4.0 Customer Portal', 'v3.1 Billing', 'v1.4 Notifications'].map(plan);
const OTHER = 'Notes/Thoughts.md';

interface Shown {
  readonly update: (results: readonly (readonly string[])[]) => void;
  readonly set: (key: string, value: unknown) => void;
  readonly remount: () => void;
  readonly close: () => void;
}

async function show(paths: readonly string[], query = ''): Promise<void> {
  await visit(query);
  await bench.page.waitForSelector('.shipshape-card, .shipshape-today-row', { state: 'attached' });
  await bench.page.evaluate((given) => {
    Object.assign(window, { base: window.host?.showBase('shipshape-releases', given) ?? null });
  }, paths);
}

/** One thing that becomes of a base. */
type Step =
  | readonly ['update', results: readonly (readonly string[])[]]
  | readonly ['set', key: string, value: unknown]
  | readonly ['remount']
  | readonly ['close'];

/** Lets things become of the base without a pause, and gives how often the board was drawn because of them. */
function drawnBy(...steps: readonly Step[]): Promise<number> {
  return bench.page.evaluate(
    (given) =>
      new Promise<number>((done) => {
        const { base } = window as unknown as { base: Shown };
        const counted = { times: 0 };
        const root = document.querySelector('.mod-root');
        const observer = new MutationObserver(() => counted.times++);
        if (root) observer.observe(root, { childList: true, subtree: true, characterData: true });
        for (const step of given) {
          if (step[0] === 'update') base.update(step[1]);
          else if (step[0] === 'set') base.set(step[1], step[2]);
          else base[step[0]]();
        }
        setTimeout(() => {
          observer.disconnect();
          done(counted.times);
        }, 500);
      }),
    steps,
  );
}

beforeEach(() =>
  openVault(async (folder) => {
    await portfolioVault(folder);
    await mkdir(path.join(folder, 'Notes'));
    await writeFile(path.join(folder, OTHER), '# Thoughts\n');
    await writeFile(path.join(folder, 'Welcome.md'), '# Welcome\n');
  }),
);

describe('the board over a base', () => {
  it('shows plans as releases by verdict, and what is none; nothing is written', async () => {
    const before = await readFile(note(PLANS[0] ?? ''), 'utf8');
    await show([...PLANS, OTHER]);
    await bench.page.waitForSelector(`${board} li`);
    expect(await bench.page.locator(`${board} h3`).allTextContents()).toEqual(['Off track 2', 'Unknown 1']);
    expect(await bench.page.locator(`${board} section li`).first().textContent()).toMatch(
      /^\s*v7\.0 CheckoutOff track · Go\/no-go 2 d · 6 of 11 done · 1 open ask · 0 of 20 in time$/,
    );
    expect(await bench.page.locator(`${board} summary`).textContent()).toBe('1 note is no release');
    await bench.page.locator(`${board} section li button`).first().focus();
    await bench.page.keyboard.press('Enter');
    await bench.page.waitForSelector('.shipshape-page-title:has-text("v7.0 Checkout")');
    expect(await readFile(note(PLANS[0] ?? ''), 'utf8')).toBe(before);
  });

  it('draws a burst of four results once, and the same again not at all', async () => {
    await show(PLANS);
    await bench.page.waitForSelector(`${board} li`);
    const once = await drawnBy(['update', [[], PLANS.slice(0, 1), [], PLANS.slice(0, 2)]]);
    expect(once).toBe(1);
    expect(await bench.page.locator(`${board} section li`).count()).toBe(2);
    expect(await drawnBy(['update', [[], PLANS.slice(0, 2)]])).toBe(0);
  });

  it('follows its options, which flicker, and the notes', async () => {
    await show(PLANS);
    await bench.page.waitForSelector(`${board} li`);
    expect(await drawnBy(['set', 'groupBy', 'owner'])).toBe(1);
    expect(await bench.page.locator(`${board} h3`).allTextContents()).toEqual([
      'Noor Haddad 1',
      'Sarah Kim 1',
      'Tom Ito 1',
    ]);
    await drawnBy(['set', 'showDone', true]);
    expect(await bench.page.locator(`${board} section li`).count()).toBe(4);
    await drawnBy(['set', 'groupBy', ['nonsense']]);
    expect(await bench.page.locator(`${board} h3`).first().textContent()).toBe('Off track 2');
    const file = note(plan('v3.1 Billing'));
    await writeFile(file, (await readFile(file, 'utf8')).replace('- Owner: [[Tom Ito]]', '- Owner: [[Ann Lee]]'));
    await drawnBy(['set', 'groupBy', 'owner']);
    await bench.page.waitForSelector(`${board} h3:has-text("Ann Lee")`);
  });

  it('is mounted anew without a trace of the one before, and two stand side by side', async () => {
    await show(PLANS);
    await bench.page.waitForSelector(`${board} li`);
    for (let i = 0; i < 3; i++) await drawnBy(['remount']);
    expect(await bench.page.locator(board).count()).toBe(1);
    await bench.page.evaluate(
      (given) => {
        Object.assign(window, { second: window.host?.showBase('shipshape-releases', given) });
      },
      PLANS.slice(0, 1),
    );
    await bench.page.waitForFunction(() => document.querySelectorAll('.shipshape-board section').length === 3);
    // What was closed while a result waited is not drawn any more: an error would fail the test.
    await drawnBy(['update', [PLANS]], ['close']);
    expect(await bench.page.locator(board).count()).toBe(1);
  });

  it('says nothing where bases are off', async () => {
    await show(PLANS, '&nobases');
    expect(await bench.page.evaluate(() => (window as unknown as { base: unknown }).base)).toBeNull();
    expect(await bench.page.locator('.notice').count()).toBe(0);
  });

  it.each(['', '&theme=dark', '&rtl'])('has no fault that axe finds (%s)', async (query) => {
    await show([...PLANS, OTHER], query);
    await bench.page.waitForSelector(`${board} li`);
    expect(await violations(board)).toEqual([]);
  });
});
