import { cp } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, workbenchPage } from './workbench-page';
jest.setTimeout(120_000);
const bench = workbenchPage();
const HEADER = 'Summary,Issue key,Issue id,Issue Type,Status,Assignee,Created,Updated,Resolved,Due date,Fix versions,Custom field (Rank),Votes,Watchers\n';
const JIRA = `${HEADER}"Load test at twice the peak",PAY-3,3,Task,Done,Ana Ruiz,05/Jan/26 9:00 AM,20/Jan/26 4:00 PM,20/Jan/26 4:00 PM,,4.0,x
"Seats are counted per workspace, not per user, as finance asked in December",PAY-4,4,Task,In Review,Ben Ode,06/Jan/26 9:00 AM,21/Jan/26 9:00 AM,,26/Jan/26 12:00 AM,4.0,x
Payment retries,PAY-5,5,Bug,Blocked,,06/Jan/26 9:00 AM,21/Jan/26 9:00 AM,,05/06/26,4.0,x
Later,PAY-9,9,Task,Frob,,06/Jan/26 9:00 AM,21/Jan/26 9:00 AM,,,4.1,x
`;
for (const theme of ['light','dark'])
it(theme, async () => {
  await bench.openVault((folder) => cp(path.join(ROOT, 'test/vaults/example'), folder, { recursive: true }));
  await bench.visit(theme==='dark'?'&dark':'');
  await bench.page.waitForSelector('.shipshape-today-row, .shipshape-card');
  if (theme==='dark') await bench.page.evaluate(() => { document.body.classList.remove('theme-light'); document.body.classList.add('theme-dark'); });
  await bench.page.evaluate(() => void window.host?.run('shipshape:import-file'));
  await bench.page.waitForTimeout(200);
  await bench.page.screenshot({ path: `/tmp/im0-${theme}.png` });
  await bench.page.getByRole('dialog').getByLabel('Files').setInputFiles({ name: 'jira.csv', mimeType: 'text/csv', buffer: Buffer.from(JIRA) });
  await bench.page.getByRole('heading', { name: 'Jira: 4 issues' }).waitFor();
  await bench.page.waitForTimeout(300);
  await bench.page.screenshot({ path: `/tmp/im1-${theme}.png` });
  await bench.page.getByRole('button', { name: 'Write into the note' }).click();
  await bench.page.waitForTimeout(700);
  await bench.page.evaluate(() => void window.host?.run('shipshape:open-release-risk'));
  await bench.page.locator('.shipshape-outside').first().scrollIntoViewIfNeeded();
  await bench.page.screenshot({ path: `/tmp/im2-${theme}.png` });
});
