import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { workbenchPage } from './workbench-page';

jest.setTimeout(60_000);

const bench = workbenchPage();
const { openVault, visit, note, arrives } = bench;
const FOLDER = 'Active/Releases/v3.5 Reports';
const HOSTILE = '`<img src=x onerror=alert(1)> </style><script>alert(2)</script>` & "quotes"';
const done = (title: string, day: number): string => `- [x] ${title} ✅ 2026-01-${String(day).padStart(2, '0')}`;
const PLAN = [
  '---\ndate: 2025-12-22\n---',
  '# Release: v3.5 (Reports)\n',
  '- Target date: 2026-02-15\n- Go/no-go decision: 2026-02-10\n- Owner: [[Sarah Kim]]\n',
  '## QA',
  ...Array.from({ length: 6 }, (_, at) => done(`Check ${at + 1}`, 7 + 2 * at)),
  `- [ ] ${HOSTILE}`,
  '- [ ] Load test @ines\n',
  '## Risks\n- One critical bug still open\n',
].join('\n');

beforeEach(() =>
  openVault(async (folder) => {
    await mkdir(path.join(folder, FOLDER), { recursive: true });
    await writeFile(path.join(folder, FOLDER, 'Plan.md'), PLAN);
  }),
);

async function openView(): Promise<void> {
  await bench.page.waitForSelector('.shipshape-card, .shipshape-today-row');
  await bench.page.evaluate(() => void window.host?.run('shipshape:open-release-view'));
  await bench.page.keyboard.type('v3.5');
  await bench.page.keyboard.press('Enter');
  await bench.page.waitForSelector('.shipshape-page');
}

async function choose(entry: string): Promise<void> {
  await bench.page.locator('.shipshape-page-menu').focus();
  await bench.page.keyboard.press('Enter');
  await bench.page.locator('.menu-item', { hasText: entry }).click();
}

describe('a release is handed on to people without the app', () => {
  it('as one file in which all is said, nothing runs and nothing is fetched', async () => {
    await visit();
    await openView();
    await choose('Save as one file');
    const file = note(`${FOLDER}/2026-01-27 - Release page v3.5 Reports.html`);
    const html = await arrives(file);
    const reader = await bench.page.context().newPage();
    const asked: string[] = [];
    const said: string[] = [];
    reader.on('request', ({ url }) => asked.push(url.toString()));
    reader.on('dialog', (dialog) => {
      said.push(dialog.message());
      void dialog.dismiss();
    });
    await reader.goto(`file://${file}`);
    expect(await reader.locator('h1').textContent()).toBe('v3.5 Reports');
    expect(await reader.locator('h2').allTextContents()).toEqual([
      expect.stringMatching(/What needs you now/),
      'Forecast ',
      expect.stringMatching(/Readiness/),
      'History ',
      'RAID log ',
      'Decision ',
      'Sources ',
    ]);
    expect(await reader.locator('table').first().textContent()).toContain(HOSTILE.replaceAll('`', ''));
    expect(await reader.locator('script, img, link, iframe, button, a').count()).toBe(0);
    expect(await reader.locator('svg .shipshape-chart-dot').count()).toBeGreaterThan(0);
    expect(said).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(1);
    // In print and on paper it is as wide as the page.
    await reader.emulateMedia({ media: 'print' });
    await reader.setViewportSize({ width: 720, height: 900 });
    const overflow = await reader.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await reader.close();
    expect(html).not.toMatch(/<(?:script|img|link|button|a)\b/);
    // A second one stands beside it; undo takes it back.
    await choose('Save as one file');
    await arrives(note(`${FOLDER}/2026-01-27 - Release page v3.5 Reports (2).html`));
  });

  it('as a picture that stands alone', async () => {
    await visit();
    await openView();
    await choose('Save the picture');
    const svg = await arrives(note(`${FOLDER}/2026-01-27 - Forecast v3.5 Reports.svg`));
    const shapes = await bench.page.evaluate((text) => {
      const picture = new DOMParser().parseFromString(text, 'image/svg+xml');
      const faults = picture.querySelector('parsererror')?.textContent ?? null;
      return {
        faults,
        dots: picture.querySelectorAll('.shipshape-chart-dot').length,
        pressed: picture.querySelectorAll('[role=button], [tabindex]').length,
        named: picture.querySelector('title')?.textContent,
      };
    }, svg);
    expect(shapes).toEqual({
      faults: null,
      dots: await bench.page.locator('.shipshape-chart-dot').count(),
      pressed: 0,
      named: 'Required items so far, and when they may be done',
    });
  });

  it('on paper', async () => {
    await visit();
    await openView();
    await bench.page.evaluate(() => {
      new MutationObserver(() => {
        const frame = document.querySelector<HTMLIFrameElement>('.shipshape-print');
        const page = frame?.contentWindow;
        if (page && frame.srcdoc)
          page.print = () => {
            document.body.dataset.printed = page.document.querySelector('h1')?.textContent ?? '';
            page.dispatchEvent(new Event('afterprint'));
          };
      }).observe(document.body, { childList: true, attributes: true, subtree: true });
      document.addEventListener(
        'load',
        ({ target }) => {
          if (!(target instanceof HTMLIFrameElement) || !target.contentWindow) return;
          const { contentWindow: page } = target;
          page.print = () => {
            document.body.dataset.printed = page.document.querySelector('h1')?.textContent ?? '';
            page.dispatchEvent(new Event('afterprint'));
          };
        },
        true,
      );
    });
    await choose('Print');
    await bench.page.waitForSelector('body[data-printed="v3.5 Reports"]');
    expect(await bench.page.locator('.shipshape-print').count()).toBe(0);
  });
});

it('the page of a release says what is different from the last look', async () => {
  await visit();
  await bench.page.evaluate(() => void window.host?.run('shipshape:open-today'));
  await bench.page.waitForSelector('.shipshape-today-sentence');
  await openView();
  expect(await bench.page.getByRole('button', { name: 'Since your last look' }).count()).toBe(0);
  await writeFile(
    note(`${FOLDER}/Plan.md`),
    PLAN.replace('Target date: 2026-02-15', 'Target date: 2026-02-22').replace(
      'decision: 2026-02-10',
      'decision: 2026-02-05',
    ),
  );
  await bench.page.waitForSelector('.shipshape-page-changes li');
  expect(await bench.page.locator('.shipshape-page-changes li').first().textContent()).toBe(
    'Target moved from Feb 15 to Feb 22',
  );
  expect(await bench.page.locator('.shipshape-chart + .shipshape-page-facts').textContent()).toMatch(
    /It was about 14 in 20 on Jan 27: 2 dates moved \(−\d+\)\./,
  );
});
