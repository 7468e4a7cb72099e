// npm run screenshots: the pictures of README and guide, taken from the built plugin over the example vault.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWorkbench } from '../workbench/build.mjs';
import { startWorkbench } from '../workbench/server.mjs';
import { launchBrowser } from './browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const images = path.join(root, 'docs/images');
const TODAY = '2026-01-27';
const SAMPLE = 'Inbox/Meetings/2026-01-22 - Q1 Release Planning.md';

const SHOTS = [
  { name: 'panel-light', query: '', clip: null, expand: false },
  { name: 'panel-dark', query: '&theme=dark', clip: null, expand: false },
  { name: 'details-light', query: '', clip: 340, expand: true },
  { name: 'details-dark', query: '&theme=dark', clip: 340, expand: true },
  { name: 'narrow-light', query: '&width=220', clip: 220, expand: false },
  { name: 'narrow-dark', query: '&width=220&theme=dark', clip: 220, expand: true },
  { name: 'phone-dark', query: '&phone&theme=dark', clip: 400, expand: true },
  { name: 'rtl-light', query: '&rtl', clip: null, expand: true },
];

const PROCESS = 'Active/Processes/Launch/Launch day.md';
const PLAYBOOK = 'Resources/Playbooks/Launch day.md';

/** Forms and views: a command, what is typed or changed on disk, and the part of the page that is shown. */
const FORMS = [
  {
    name: 'new-release',
    command: 'new-release-plan',
    type: ['v2.6 Atlas', 'Mar 16', 'T-3', 'Sarah Kim', 'Marketing, CS Team 2 days'],
    part: '.modal',
  },
  { name: 'log-meeting', command: 'log-meeting', type: ['Launch sync', 'Sarah Kim, Legal'], part: '.modal' },
  {
    name: 'capture-request',
    command: 'capture-request',
    type: ['Dashboard for the sales team', 'By region, with last year beside it', 'Helen Zhou'],
    part: '.modal',
  },
  { name: 'set-up', command: 'set-up-workspace', type: [], part: '.modal' },
  {
    name: 'document-process',
    command: 'document-process',
    type: ['Launch day'],
    fill: [
      'How it works, in your words',
      'When QA signs off, [[Release Manager]] tags the build in Jira within 1 day. Then Support updates the macros in Zendesk. If a blocker is open, stop and tell [[Sarah Kim]]. We started this last year.',
    ],
    part: '.modal',
  },
  { name: 'processes', tab: 'Processes', type: [], part: '.mod-right-split' },
  { name: 'follow-ups', tab: 'Follow-ups', type: [], part: '.mod-right-split' },
  { name: 'change-process', tab: 'Processes', click: 'Review: ', waitFor: 'ins', type: [], part: '.modal' },
  { name: 'registry', block: 'shipshape-processes', type: [], part: '.shipshape-registry' },
  {
    name: 'playbook-conflict',
    tab: 'Processes',
    change: [
      [PLAYBOOK, 'within 1 hour', 'before noon'],
      [PROCESS, 'within 1 hour', 'within 30 minutes'],
    ],
    waitFor: '.shipshape-conflict',
    type: [],
    part: '.mod-right-split',
  },
  {
    name: 'playbook-offered',
    tab: 'Processes',
    change: [[PROCESS, 'for two hours', 'for one hour']],
    waitFor: '.shipshape-difference',
    type: [],
    part: '.mod-right-split',
  },
];

await mkdir(images, { recursive: true });
const vault = await mkdtemp(path.join(os.tmpdir(), 'shipshape-shots-'));
await cp(path.join(root, 'test/vaults/example'), vault, { recursive: true });
const workbench = await startWorkbench(vault, { pages: await buildWorkbench() });
const browser = await launchBrowser();
for (const { name, query, clip, expand } of SHOTS) {
  const page = await browser.newPage({ viewport: { width: 1180, height: 860 } });
  await page.goto(`${workbench.url}?today=${TODAY}${query}`);
  await page.waitForSelector('.shipshape-card');
  await page.evaluate(
    (path) => window.host.app.workspace.getLeaf(false).openFile(window.host.app.vault.getFileByPath(path)),
    SAMPLE,
  );
  if (expand) await page.locator('.shipshape-card:has-text("Analytics Dashboard") .shipshape-card-header').click();
  if (expand)
    await page.locator('.shipshape-card:has-text("Analytics Dashboard")').evaluate((card) => card.scrollIntoView());
  await page.mouse.move(5, 5);
  await page.waitForTimeout(250);
  await page.screenshot({
    path: path.join(images, `${name}.png`),
    ...(clip ? { clip: { x: 1180 - clip, y: 0, width: clip, height: 860 } } : {}),
  });
  await page.close();
}
for (const { name, command, tab, block, click, change = [], waitFor, type, fill, part } of FORMS)
  for (const theme of ['light', 'dark']) {
    const page = await browser.newPage({ viewport: { width: 1180, height: 860 } });
    await page.goto(`${workbench.url}?today=${TODAY}${theme === 'dark' ? '&theme=dark' : ''}`);
    await page.waitForSelector('.shipshape-card');
    if (command) await page.evaluate((id) => void window.host.run(`shipshape:${id}`), command);
    if (tab) await page.getByRole('tab', { name: tab }).click();
    if (block) await page.evaluate((language) => void window.host.showCodeBlock(language, ''), block);
    // As when the page has looked at every playbook, and somebody else's change arrives.
    if (change.length > 0) await page.waitForTimeout(600);
    const before = new Map();
    for (const [inner, find, insert] of change) {
      const file = path.join(vault, inner);
      before.set(file, await readFile(file, 'utf8'));
      await writeFile(file, before.get(file).replace(find, insert));
    }
    if (click) await page.getByRole('button', { name: click }).first().click();
    if (waitFor) await page.waitForSelector(waitFor);
    for (const [index, text] of type.entries()) {
      if (index > 0) await page.keyboard.press('Tab');
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    }
    if (fill) await page.getByLabel(fill[0]).fill(fill[1]);
    await page.waitForTimeout(250);
    await page.locator(part).screenshot({ path: path.join(images, `${name}-${theme}.png`) });
    await page.close();
    for (const [file, text] of before) await writeFile(file, text);
  }
/** A release with a past of its own kind, so that there is something to forecast from. */
const tick = (title, day) => `- [x] ${title} ✅ 2026-01-${String(day).padStart(2, '0')}`;
const RELEASES = {
  'v3.5 Reports': [
    'date: 2026-01-02',
    '# Release: v3.5 (Reports)',
    '- Target date: 2026-02-15',
    '- Go/no-go decision: 2026-02-10',
    '- Owner: [[Sarah Kim]]',
    '- Tier: 2',
    '## Product',
    tick('Feature complete', 5),
    tick('Copy approved', 7),
    '## Engineering',
    tick('API frozen', 8),
    tick('Migration rehearsed', 12),
    tick('Feature flag on staging', 13),
    '- [ ] Fix chart export [[Ravi Patel]]',
    '- [ ] Load test at 10,000 rows [[Ines Roy]]',
    '## QA',
    tick('Smoke test', 15),
    tick('Regression on Chrome', 16),
    '## Docs',
    tick('Outline', 20),
    '- [ ] Release notes [[Ana Ruiz]]',
    '## Dependencies',
    '- [[Marketing]] needs 3 days notice for blog post',
    '- [[Support]] updating help docs, ETA Feb 9',
    '## Risks',
    '- Docs team at capacity, may need to deprioritize other work',
  ],
};
const PAST = { 'v2.2': [-4, -3, -1, 0, 0, 2], 'v2.3': [-3, -2, -1, 0, 1, 3], 'v2.4': [-2, -1, 0, 0, 1, 1] };
for (const [version, days] of Object.entries(PAST))
  RELEASES[`${version} Past`] = [
    'date: 2025-09-01',
    `# Release: ${version} (Past)`,
    '- Target date: 2025-10-15',
    '- Tier: 2',
    '- Status: shipped 2025-10-20',
    '## Checklist',
    ...days.map((slip, at) => `- [x] Step ${'abcdef'[at]} ✅ 2025-10-${15 + slip}`),
  ];
/** A search of Jira as people save it. */
const JIRA_EXPORT = [
  'Summary,Issue key,Issue id,Issue Type,Status,Assignee,Created,Updated,Resolved,Due date,Fix versions,Votes,Watchers',
  'Export keeps filters,REP-12,12,Task,Done,Ana Ruiz,05/Jan/26 9:00 AM,23/Jan/26 4:00 PM,23/Jan/26 4:00 PM,,3.5,0,2',
  'Rate limits documented,REP-15,15,Task,In Review,Support,06/Jan/26 9:00 AM,26/Jan/26 9:00 AM,,30/Jan/26,3.5,0,1',
  'Totals differ by a cent,REP-18,18,Bug,Blocked,Ben Ode,19/Jan/26 9:00 AM,26/Jan/26 9:00 AM,,,3.5,3,4',
  'Scheduled reports,REP-21,21,Story,To Do,,20/Jan/26 9:00 AM,20/Jan/26 9:00 AM,,05/06/26,3.6,1,1',
];
const GO_LIVE = [
  '# Go-live: v3.5 Reports',
  '',
  '- Start: 2026-01-27 11:30',
  '- Window until: 14:00',
  '',
  '## Steps',
  '- [x] T-30m Freeze changes ([[Sarah Kim]], 10 min) [started:: 2026-01-27 11:00] [completion:: 2026-01-27 11:10]',
  '- [x] T-20m Back up the database ([[Ines Roy]], 20 min) [started:: 2026-01-27 11:10] [completion:: 2026-01-27 11:52]',
  '- [ ] T-0 Migrate the accounts ([[Ravi Patel]], 15 min) [started:: 2026-01-27 11:52]',
  '- [ ] T+15m Switch it on ([[Ravi Patel]], 15 min, point of no return)',
  '- [ ] T+30m Smoke test (20 min)',
  '## Rollback',
  '- Owner: [[Ravi Patel]]',
  '- Duration: 25 min',
  '- Trigger: Error rate > 2 % for 10 min',
  '- Trigger: Sign-ups below 50 an hour',
  '- [ ] Restore the backup',
];
for (const [name, [date, ...lines]] of Object.entries(RELEASES)) {
  await mkdir(path.join(vault, 'Active/Releases', name), { recursive: true });
  await writeFile(path.join(vault, 'Active/Releases', name, 'Plan.md'), `---\n${date}\n---\n${lines.join('\n')}\n`);
}
for (const [name, query, width] of [
  ['release-light', '', 1440],
  ['release-dark', '&theme=dark', 1440],
  ['release-phone', '&phone', 400],
]) {
  const page = await browser.newPage({ viewport: { width, height: 1500 } });
  await page.goto(`${workbench.url}?today=${TODAY}${query}`);
  await page.waitForSelector('.shipshape-card:has-text("Reports")', { state: 'attached' });
  await page.evaluate(() => void window.host.run('shipshape:open-release-view'));
  await page.keyboard.type('Reports');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.shipshape-page');
  await page.waitForTimeout(400);
  await page.locator('.shipshape-page').screenshot({ path: path.join(images, `${name}.png`) });
  await page.getByRole('button', { name: 'Status update…' }).click();
  await page.waitForSelector('.shipshape-update');
  await page.locator('.modal').screenshot({ path: path.join(images, `${name.replace('release', 'status')}.png`) });
  await page.keyboard.press('Escape');
  const note = path.join(vault, 'Active/Releases/v3.5 Reports/Go-live.md');
  await writeFile(note, `${GO_LIVE.join('\n')}\n`);
  await page.waitForSelector('.shipshape-go-live-step');
  const part = page.locator('.shipshape-page-section', { has: page.locator('.shipshape-go-live') });
  await part.screenshot({ path: path.join(images, `${name.replace('release', 'go-live')}.png`) });
  await rm(note);
  await page.close();
}
for (const [name, query, width] of [
  ['portfolio-light', '', 1440],
  ['portfolio-dark', '&theme=dark', 1440],
  ['portfolio-phone', '&phone', 400],
]) {
  const page = await browser.newPage({ viewport: { width, height: 1200 } });
  await page.goto(`${workbench.url}?today=${TODAY}${query}`);
  await page.waitForSelector('.shipshape-card:has-text("Reports")', { state: 'attached' });
  await page.evaluate(() => void window.host.run('shipshape:open-portfolio'));
  await page.waitForSelector('.shipshape-time-row');
  await page.waitForTimeout(300);
  await page.locator('.shipshape-portfolio').screenshot({ path: path.join(images, `${name}.png`) });
  await page.close();
}
for (const [name, query, width] of [
  ['import-light', '', 1100],
  ['import-dark', '&theme=dark', 1100],
  ['import-phone', '&phone', 400],
]) {
  const page = await browser.newPage({ viewport: { width, height: 1000 } });
  await page.goto(`${workbench.url}?today=${TODAY}${query}`);
  await page.waitForSelector('.shipshape-card:has-text("Reports")', { state: 'attached' });
  await page.evaluate(() => void window.host.run('shipshape:import-file'));
  await page.locator('.shipshape-file').setInputFiles({
    name: 'jira.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(JIRA_EXPORT.join('\n')),
  });
  await page.waitForSelector('.shipshape-import-target');
  await page.locator('.modal').screenshot({ path: path.join(images, `${name}.png`) });
  await page.close();
}
await browser.close();
await workbench.close();
await rm(vault, { recursive: true, force: true });
