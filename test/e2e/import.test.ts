import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { ROOT, workbenchPage } from './workbench-page';

jest.setTimeout(60_000);

const bench = workbenchPage();
const { openVault, visit, note } = bench;
const CHECKLIST = 'Active/Releases/Customer Portal/Checklist.md';
const HEADER =
  'Summary,Issue key,Issue id,Issue Type,Status,Assignee,Created,Updated,Resolved,Due date,Fix versions,Custom field (Rank)\n';
const JIRA = `${HEADER}"Load test at twice the peak",PAY-3,3,Task,Done,Ana Ruiz,05/Jan/26 9:00 AM,20/Jan/26 4:00 PM,20/Jan/26 4:00 PM,,4.0,x
"Seats, [[Secret]] %% <script>alert(1)</script>",PAY-4,4,Task,In Review,Ben Ode,06/Jan/26 9:00 AM,21/Jan/26 9:00 AM,,26/Jan/26 12:00 AM,4.0,x
Payment retries,PAY-5,5,Bug,Blocked,,06/Jan/26 9:00 AM,21/Jan/26 9:00 AM,,,4.0,x
Later,PAY-9,9,Task,To Do,,06/Jan/26 9:00 AM,21/Jan/26 9:00 AM,,,4.1,x
`;

beforeEach(async () => {
  await openVault((folder) => cp(path.join(ROOT, 'test/vaults/example'), folder, { recursive: true }));
  await visit();
  await bench.page.waitForSelector('.shipshape-today-row, .shipshape-card');
});

const dialog = () => bench.page.getByRole('dialog', { name: 'Import a file' });

/** Opens the form and gives it a file. */
async function choose(name: string, content: string | Uint8Array): Promise<void> {
  await bench.page.evaluate(() => void window.host?.run('shipshape:import-file'));
  await dialog().waitFor();
  await give(name, content);
}

async function give(name: string, content: string | Uint8Array): Promise<void> {
  await dialog()
    .getByLabel('Files')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

const write = () => dialog().getByRole('button', { name: 'Write into the note' });

/** Writes, and waits for what the notice says. */
async function save(says: string): Promise<void> {
  await write().click();
  await dialog().waitFor({ state: 'detached' });
  await bench.page.locator('.notice', { hasText: says }).last().waitFor();
}

describe('importing a file', () => {
  it('shows what was understood, offers the release of the same version, and writes a block that the panel reads', async () => {
    const before = await readFile(note(CHECKLIST), 'utf8');
    await choose('jira.csv', JIRA);
    await dialog().getByRole('heading', { name: 'Jira: 4 issues' }).waitFor();
    expect(await dialog().locator('.shipshape-import-items li').allInnerTexts()).toEqual([
      expect.stringMatching(/PAY-3 Load test at twice the peak\s+Done\s+Ana Ruiz/),
      expect.stringMatching(
        /PAY-4 Seats, \[\[Secret\]\] %% <script>alert\(1\)<\/script>\s+In Review\s+Ben Ode\s+Jan 26/,
      ),
      expect.stringContaining('PAY-5 Payment retries'),
      expect.stringContaining('PAY-9 Later'),
    ]);
    await dialog().getByText('Columns: 11 used, 1 not').click();
    await dialog().getByText('Not used: Custom field (Rank)').waitFor();
    expect(await dialog().getByLabel('Release').inputValue()).toBe(
      await dialog().locator('option', { hasText: 'Customer Portal' }).getAttribute('value'),
    );
    expect(await dialog().getByLabel('Version').inputValue()).toBe('4.0');
    await dialog().getByText('3 new, 0 changed').waitFor();
    expect(await bench.violations('.shipshape-modal')).toEqual([]);
    expect(await readFile(note(CHECKLIST), 'utf8')).toBe(before);
    await save('3 rows are in Checklist now.');
    const after = await readFile(note(CHECKLIST), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length)).toMatch(
      /^\n%% shipshape:begin from-jira \w+ %%\n## From Jira\n- \[ \] Seats, \\\[\\\[Secret\\\]\\\] %\\% \\<script>alert\(1\)\\<\/script> \(PAY-4\) \[owner:: Ben Ode\] \[due:: 2026-01-26\] \[status:: In Review\]\n- \[ \] Payment retries \(PAY-5\) \[status:: Blocked\]\n- \[x\] Load test at twice the peak \(PAY-3\) \[owner:: Ana Ruiz\] \[completion:: 2026-01-20\]\nAs of 2026-01-21 \(last change there\) · 3 of 3 shown\n%% shipshape:end %%\n$/,
    );
    // The panel says so: the blocked one stops the release, the note's open box is a contradiction.
    await bench.page.evaluate(() => void window.host?.run('shipshape:open-release-risk'));
    const card = bench.page.locator('.shipshape-card', { hasText: 'Customer Portal' });
    const header = card.locator('.shipshape-card-header');
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
    await card.locator('.shipshape-outside').first().waitFor();
    await card.getByText('“Load test at twice the peak” is done in Jira and open in the note').waitFor();
    await card.locator('.shipshape-reason', { hasText: 'Payment retries' }).first().waitFor();
    expect(await card.locator('.shipshape-outside').allInnerTexts()).toEqual(
      expect.arrayContaining(['PAY-3', 'PAY-4', 'PAY-5']),
    );
    expect(await card.getByRole('checkbox', { name: /Payment retries/ }).count()).toBe(0);
    // One step back, and the note is as it was.
    await bench.page.evaluate(() => void window.host?.run('shipshape:undo-last-change'));
    await bench.holds(note(CHECKLIST), before);
  });

  it('brings a newer file without doubles, names what is gone, and never writes over a hand', async () => {
    await choose('jira.csv', JIRA);
    await save('3 rows are in Checklist now.');
    const first = await readFile(note(CHECKLIST), 'utf8');
    // The same file says nothing new.
    await choose('jira.csv', JIRA);
    await dialog().getByText('The note says all of this already.').waitFor();
    expect(await write().isDisabled()).toBe(true);
    // A newer one: one is done, one is gone.
    await give(
      'jira.csv',
      JIRA.replace(/Payment retries.*\n/, '')
        .replace('In Review', 'Done')
        .replace('9:00 AM,,26/Jan/26', '9:00 AM,21/Jan/26 9:00 AM,26/Jan/26'),
    );
    await dialog().getByText('0 new, 1 changed, 1 no longer there (named in the block)').waitFor();
    await save('2 rows are in Checklist now.');
    const second = await readFile(note(CHECKLIST), 'utf8');
    expect(second).toContain('\nNo longer there: PAY-5 Payment retries\n');
    expect(second.match(/PAY-4/g)).toHaveLength(1);
    // Somebody writes into the block.
    await writeFile(note(CHECKLIST), second.replace('- [x] Load test', '- my own words\n- [x] Load test'));
    await bench.page.waitForTimeout(200);
    await choose('jira.csv', JIRA);
    await dialog()
      .getByText(/changed by hand since it was written/)
      .waitFor();
    expect(await write().isDisabled()).toBe(true);
    await dialog().getByLabel('Write it anew').check();
    await save('3 rows are in Checklist now.');
    expect((await readFile(note(CHECKLIST), 'utf8')).split('%% shipshape:begin')).toHaveLength(2);
    expect(first.split('%% shipshape:begin')[0]).toBe(second.split('%% shipshape:begin')[0]);
  });

  it('takes no release that nothing speaks for', async () => {
    await choose('jira.csv', JIRA.replace(/4\.[01],x/g, ',x'));
    await dialog().getByText('Choose the release that this is work of.').waitFor();
    expect(await write().isDisabled()).toBe(true);
    await dialog().getByLabel('Release').selectOption({ label: 'v4.0 Customer Portal' });
    await save('4 rows are in Checklist now.');
  });

  it('opens from the menu of a file in the vault, and by a drop on the panel', async () => {
    await writeFile(note('jira.csv'), JIRA);
    await bench.page.waitForFunction(() => window.host?.app.vault.getFileByPath('jira.csv') !== null);
    const titles = await bench.page.evaluate(() => {
      const { app } = window.host as NonNullable<Window['host']>;
      const found: { title: string; run: () => void }[] = [];
      const menu = {
        addItem: (build: (item: object) => void) => {
          const entry = { title: '', run: () => undefined as void };
          const item = {
            setTitle: (title: string) => ((entry.title = title), item),
            setIcon: () => item,
            onClick: (run: () => void) => ((entry.run = run), item),
          };
          build(item);
          found.push(entry);
          return menu;
        },
      };
      app.workspace.trigger('file-menu', menu, app.vault.getFileByPath('Welcome.md'));
      app.workspace.trigger('file-menu', menu, app.vault.getFileByPath('jira.csv'));
      found[0]?.run();
      return found.map(({ title }) => title);
    });
    expect(titles).toEqual(['Import into a release…']);
    await dialog().getByRole('heading', { name: 'Jira: 4 issues' }).waitFor();
    await bench.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await bench.page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'jira.csv'));
      const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      document.querySelector('.shipshape-view')?.dispatchEvent(event);
    }, JIRA);
    await dialog().getByRole('heading', { name: 'Jira: 4 issues' }).waitFor();
  });

  it('makes notes of pages, counts what is there already, and runs nothing of them', async () => {
    const ID = '0123456789abcdef0123456789abcde';
    const zip = zipSync({
      [`Plan ${ID}0.csv`]: strToU8('Name,Status\nOne,Done\n'),
      [`Plan/One ${ID}1.md`]: strToU8(`# One\n\nStatus: Done\n\nSee [Two](Two%20${ID}2.md) <% tp.x %>\n`),
      [`Plan/Two ${ID}2.md`]: strToU8('# Two: the/second\n\nText\n'),
    });
    await choose('notion.zip', zip);
    await dialog().getByRole('heading', { name: 'Notion: 1 issue' }).waitFor();
    await dialog().getByLabel('As', { exact: true }).selectOption('pages');
    await dialog().getByLabel('Folder').fill('Inbox/From Notion');
    await dialog().getByText('Goes to Inbox/From Notion: 2 notes.').waitFor();
    await save('2 pages are notes in Inbox/From Notion now.');
    expect(await readFile(note('Inbox/From Notion/One.md'), 'utf8')).toBe(
      '# One\n\nStatus: Done\n\nSee [[Two - the-second|Two]] <\\% tp.x %\\>\n',
    );
    await writeFile(note('Inbox/From Notion/One.md'), 'mine now\n');
    const page = (title: string, body: string): string => `<page><title>${title}</title><body>${body}</body></page>`;
    await choose(
      'page.xml',
      page(
        'One',
        '<h2>Go&nbsp;live</h2><p>a <strong>b</strong></p><ac:task-list><ac:task><ac:task-status>complete</ac:task-status><ac:task-body>done</ac:task-body></ac:task></ac:task-list><ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[<script>x</script>]]></ac:plain-text-body></ac:structured-macro>',
      ),
    );
    await dialog().getByRole('heading', { name: 'Confluence: 1 page' }).waitFor();
    await dialog().getByLabel('Folder').fill('Inbox/From Confluence');
    await save('1 page is a note in Inbox/From Confluence now.');
    expect(await readFile(note('Inbox/From Confluence/One.md'), 'utf8')).toMatch(
      /^# One\n\n## Go.live\n\na \*\*b\*\*\n\n.*\\\[x\\\] done\n\n```\n<script>x<\/script>\n```\n$/,
    );
    await choose('notion.zip', zip);
    await dialog().getByLabel('As', { exact: true }).selectOption('pages');
    await dialog().getByLabel('Folder').fill('Inbox/From Notion');
    await dialog().getByText('2 notes of these names are there already and stay as they are.').waitFor();
    expect(await write().isDisabled()).toBe(true);
    expect(await readFile(note('Inbox/From Notion/One.md'), 'utf8')).toBe('mine now\n');
  });

  it('refuses what is something else, in words, and goes on with the next file', async () => {
    await choose('jira.csv', 'Issue Key,Issue summary,Hours,Work date\nP-1,A,1,2026-01-01\n');
    await dialog().getByRole('alert').getByText('This seems to be a work log of Tempo').waitFor();
    expect(await write().isDisabled()).toBe(true);
    await give('notes.txt', 'hello');
    await dialog().getByRole('alert').getByText('Nothing in it is known to Shipshape.').waitFor();
    const day = JSON.stringify([
      { type: 'message', ts: '1769000000.000100', user: 'U1', text: 'Ship it <@U1> &amp; <https://a.example|here>' },
      { type: 'message', subtype: 'channel_join', ts: '1769000001.000100', user: 'U1', text: 'joined' },
    ]);
    const zip = zipSync({
      'users.json': strToU8('[{"id":"U1","name":"ana"}]'),
      'channels.json': strToU8('[]'),
      'launch/2026-01-21.json': strToU8(day),
    });
    await give('slack.zip', zip);
    await dialog().getByRole('heading', { name: 'Slack: 2 messages' }).waitFor();
    await save('2 rows are in Slack launch now.');
    expect(await readFile(note('Inbox/Meetings/Slack launch.md'), 'utf8')).toContain(
      '- 2026-01-21 12:53 UTC \\#launch **ana:** Ship it @ana & here\n',
    );
  });
});
