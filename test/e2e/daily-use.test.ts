import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { foreignVault } from './foreign-vault';
import { ROOT, workbenchPage } from './workbench-page';

jest.setTimeout(60_000);

const bench = workbenchPage();
const { openVault, visit, note, holds, arrives } = bench;

/** Every file of the vault with its time and size, so that nothing written goes unseen. */
async function contents(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const { mtimeMs, size } = await stat(file);
    found[path.relative(folder, file)] = `${mtimeMs} ${size}`;
  }
  return found;
}

describe('the first look at a vault of 200 notes that knows nothing of Shipshape', () => {
  beforeEach(() => openVault(foreignVault));

  it('finds releases, meetings and playbooks without opening a note, and gives a verdict after one press', async () => {
    const before = await contents(bench.vault);
    await visit();
    const survey = bench.page.locator('section.shipshape-survey');
    await survey.waitFor();
    expect(await survey.locator('li').allInnerTexts()).toEqual([
      'Projects\n3 releases: v2.6 Atlas, Checkout revamp, v5.0 Mobile',
      'Meetings\n60 meetings',
      'SOPs\n2 playbooks',
    ]);
    expect(await bench.page.evaluate(() => window.host?.app.vault.notesRead.size)).toBe(0);
    // By keyboard: the third box is cleared, then the button below is pressed.
    await survey.getByRole('checkbox').nth(2).focus();
    await bench.page.keyboard.press('Space');
    await bench.page.keyboard.press('Tab');
    await bench.page.keyboard.press('Enter');
    await bench.page.waitForSelector('.shipshape-card.is-at-risk');
    expect(await bench.page.locator('.shipshape-title').allTextContents()).toHaveLength(3);
    const bar = bench.page.locator('.shipshape-survey.is-bar');
    expect(await bar.innerText()).toContain('“Projects” and “Meetings” are read for now.');
    expect(await contents(bench.vault)).toEqual(before);
    await bar.getByRole('button', { name: 'Read these folders' }).click();
    await bar.waitFor({ state: 'detached' });
    const data = JSON.parse(await arrives(note('.obsidian/plugins/shipshape/data.json'))) as object;
    expect(data).toMatchObject({ folders: 'Active\nInbox\nResources\nProjects\nMeetings' });
    await visit();
    await bench.page.waitForSelector('.shipshape-card.is-at-risk');
    expect(await bench.page.locator('.shipshape-survey').count()).toBe(0);
  });

  it('leaves again without a trace', async () => {
    const before = await contents(bench.vault);
    await visit();
    await bench.page.getByRole('button', { name: 'Look into these folders' }).click();
    await bench.page.waitForSelector('.shipshape-card');
    await bench.page.getByRole('button', { name: 'Leave' }).click();
    await bench.page.getByText('No releases yet').waitFor();
    expect(await contents(bench.vault)).toEqual(before);
  });

  it('is there on demand, and in the settings; the settings refuse folders that are not there', async () => {
    await visit();
    await bench.page.locator('section.shipshape-survey').getByRole('button', { name: 'Not now' }).click();
    await bench.page.locator('.shipshape-survey').waitFor({ state: 'detached' });
    await bench.page.evaluate(() => window.host?.run('shipshape:look-through-vault'));
    await bench.page.locator('section.shipshape-survey').waitFor();
    await bench.page.evaluate(() => {
      const { setting } = window.host?.app ?? {};
      setting?.open();
      setting?.openTabById('shipshape');
    });
    const folders = bench.page.locator('textarea[data-key="folders"]');
    await folders.fill('Projects\nNope');
    await folders.blur();
    const problem = bench.page.locator('.setting-item-error:not(:empty)');
    await problem.waitFor({ state: 'attached' });
    expect(await problem.textContent()).toBe('There is no folder “Nope” in this vault.');
    await folders.fill('');
    await folders.blur();
    expect(await problem.textContent()).toBe('Name at least one folder, or read the whole vault.');
    const add = bench.page.locator('input[data-key="folders.add"]');
    await add.fill('Projects');
    await add.blur();
    await bench.page.getByRole('button', { name: 'Close' }).click();
    await bench.page.waitForSelector('.shipshape-card.is-at-risk');
  });
});

describe('what was found in a meeting’s notes', () => {
  const MEETING = 'Inbox/Meetings/2026-01-26 Portal sync.md';
  const TEXT = [
    '# 2026-01-26 Portal sync',
    '',
    '- Attendees: Sarah Kim, Bob Lee',
    '',
    '## Notes',
    'Sarah will send the deck to Legal by Friday. We agreed to drop the beta banner.',
    'Marketing is still blocked on screenshots.',
    '',
  ].join('\n');
  const found = '.shipshape-found';
  const rows = (): Promise<string[]> => bench.page.locator(`${found} .shipshape-text`).allTextContents();
  const say = (answer: string, sentence: string) => bench.page.getByRole('button', { name: `${answer}: ${sentence}` });

  beforeEach(async () => {
    await openVault((folder) => cp(path.join(ROOT, 'test/vaults/example'), folder, { recursive: true }));
    await writeFile(note(MEETING), TEXT);
    await visit();
    await bench.page.waitForSelector('.shipshape-card');
    await bench.page.evaluate(() => window.host?.run('shipshape:open-follow-ups'));
    await bench.page.waitForSelector(found);
  });

  it('is asked about; accepting writes one line, which is followed up; undo takes it back', async () => {
    expect(await rows()).toEqual([
      'Sarah will send the deck to Legal by Friday.',
      'We agreed to drop the beta banner.',
      'Marketing is still blocked on screenshots.',
    ]);
    await say('Accept', 'Sarah will send the deck to Legal by Friday.').press('Enter');
    const accepted = `${TEXT}\n## Action items\n- [ ] [[Sarah Kim]]: send the deck to Legal by 2026-01-30\n`;
    await holds(note(MEETING), accepted);
    await bench.page.getByText('send the deck to Legal', { exact: false }).last().waitFor();
    expect(await rows()).toHaveLength(2);
    await bench.page.evaluate(() => window.host?.run('shipshape:undo-last-change'));
    await holds(note(MEETING), TEXT);
  });

  it('can be put right before it is written', async () => {
    await say('Correct…', 'Marketing is still blocked on screenshots.').click();
    await bench.page.getByLabel('Who').fill('Design');
    await bench.page.getByLabel('By when').fill('Feb 4');
    expect(await bench.page.locator('.shipshape-writes code').textContent()).toBe(
      '- Waiting for [[Design]]: screenshots by 2026-02-04',
    );
    await bench.page.locator('.modal').getByRole('button', { name: 'Accept' }).click();
    await holds(note(MEETING), `${TEXT}\n## Dependencies\n- Waiting for [[Design]]: screenshots by 2026-02-04\n`);
  });

  it('what is ignored is never asked about again, unless that is undone', async () => {
    const sentence = 'We agreed to drop the beta banner.';
    await say('Ignore', sentence).click();
    await bench.page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
    await say('Ignore', sentence).click();
    await say('Ignore', sentence).waitFor({ state: 'detached' });
    await writeFile(note('Inbox/Meetings/2026-01-27 Again.md'), TEXT.replace('26', '27'));
    await bench.page.waitForTimeout(600);
    await visit();
    await bench.page.waitForSelector('.shipshape-card');
    await bench.page.evaluate(() => window.host?.run('shipshape:open-follow-ups'));
    await bench.page.waitForSelector(found);
    expect(await rows()).not.toContain(sentence);
    expect(await bench.page.locator(found).innerText()).toContain('2 notes, first Jan 26');
  });
});

describe('a morning with Today', () => {
  const PLAN = 'Inbox/Meetings/2026-01-22 - Q1 Release Planning.md';

  beforeEach(() => openVault((folder) => cp(path.join(ROOT, 'test/vaults/example'), folder, { recursive: true })));

  it('says what needs us and what is next; later, what has changed since, until that is marked as seen', async () => {
    await visit('&closed');
    await bench.page.evaluate(() => window.host?.run('shipshape:open-today'));
    const today = bench.page.locator('.shipshape-today');
    await today.getByText('1 release is off track; nothing has changed since your last look.').waitFor();
    expect(await today.locator('.shipshape-section-title').allTextContents()).toEqual([
      'Needs us2',
      expect.stringMatching(/^Waiting on\d$/),
      'Next dates3',
      'Worth knowing',
    ]);
    const text = await readFile(note(PLAN), 'utf8');
    await writeFile(
      note(PLAN),
      text.replace('- Target date: Feb 15', '- Target date: Jan 26').replace('Feb 10', 'Jan 23'),
    );
    await today.getByText('At risk → Off track').waitFor();
    await today.getByRole('button', { name: 'Mark as seen' }).press('Enter');
    await today.getByText('At risk → Off track').waitFor({ state: 'detached' });
    await visit('&closed');
    await bench.page.evaluate(() => window.host?.run('shipshape:open-today'));
    await today.getByText('nothing has changed since your last look').waitFor();
  });
});
