import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TODAY, workbenchPage } from './workbench-page';

jest.setTimeout(90_000);

const bench = workbenchPage();
const { openVault, visit, note } = bench;

const empty = (): Promise<void> => Promise.resolve();
/** A vault that somebody has used for years, for other things. */
async function foreign(folder: string): Promise<void> {
  for (let part = 0; part < 30; part++) {
    await mkdir(path.join(folder, `Notes ${part}`), { recursive: true });
    for (let i = 0; i < 100; i++) await writeFile(path.join(folder, `Notes ${part}`, `Note ${i}.md`), `# Note ${i}\n\nSome prose about [[Note ${i + 1}]].\n\n- [ ] A box of their own\n`);
  }
}

/** Runs a command from the palette by keyboard. */
async function command(name: string): Promise<void> {
  await bench.page.keyboard.press('Control+p');
  await bench.page.getByLabel('Select a command').waitFor();
  await bench.page.keyboard.type(name);
  await bench.page.keyboard.press('Enter');
}

async function exists(inner: string): Promise<boolean> {
  return stat(note(inner)).then(() => true, () => false);
}

async function appears(inner: string): Promise<string> {
  for (let i = 0; i < 100 && !(await exists(inner)); i++) await bench.page.waitForTimeout(30);
  return readFile(note(inner), 'utf8');
}

describe.each([['an empty vault', empty], ['a vault of 3,000 foreign notes', foreign]] as const)('the three quick starts in %s, by keyboard alone', (_name, fill) => {
  beforeEach(() => openVault(fill));

  it('a release: name, date, and what follows from them; the plan is open for typing', async () => {
    await visit();
    await command('New release plan');
    await bench.page.getByRole('dialog', { name: 'New release plan' }).waitFor();
    await bench.page.keyboard.type('v2.5 Analytics Dashboard');
    await bench.page.keyboard.press('Tab');
    await bench.page.keyboard.type('Feb 15');
    await bench.page.getByText('Sun, Feb 15 · year inferred · a weekend').waitFor();
    await bench.page.getByText('Wed, Feb 11 · 3 business days before').waitFor();
    await bench.page.getByText('Feature complete', { exact: true }).waitFor();
    for (let i = 0; i < 3; i++) await bench.page.keyboard.press('Tab');
    await bench.page.keyboard.type('Marketing, CS Team 2 days');
    await bench.page.getByText('Last day to tell Marketing').waitFor();
    await bench.page.keyboard.press('Enter');
    const plan = await appears('Active/Releases/v2.5 Analytics Dashboard/Plan.md');
    expect(plan).toContain('# Release: v2.5 (Analytics Dashboard)\n\n- Target date: 2026-02-15\n- Go/no-go decision: 2026-02-11\n');
    await bench.page.waitForSelector('.shipshape-card:has-text("v2.5 Analytics Dashboard")');
    expect(await exists('Active/Releases/v2.5 Analytics Dashboard/Retro.md')).toBe(true);
    // Typing goes where the plan begins.
    await bench.page.waitForFunction(() => document.activeElement?.classList.contains('host-editor'));
    await bench.page.keyboard.type('Because customers asked.');
    expect(await bench.page.locator('.host-editor').inputValue()).toContain('## Why now\nBecause customers asked.\n');
  });

  it('a meeting: from the ribbon to who needs what', async () => {
    await visit();
    await bench.page.getByRole('button', { name: 'Log meeting' }).first().focus();
    await bench.page.keyboard.press('Enter');
    await bench.page.getByRole('dialog', { name: 'Log meeting' }).waitFor();
    await bench.page.keyboard.type('Launch sync');
    await bench.page.keyboard.press('Tab');
    await bench.page.keyboard.type('Sarah Kim, Legal');
    await bench.page.keyboard.press('Enter');
    await appears(`Inbox/Meetings/${TODAY} - Launch sync.md`);
    await bench.page.waitForFunction(() => document.activeElement?.classList.contains('host-editor'));
    await bench.page.keyboard.type('went well');
    const text = await bench.page.locator('.host-editor').inputValue();
    expect(text).toContain(`# ${TODAY} - Launch sync\n\n- Attendees: [[Sarah Kim]], [[Legal]]\n\n## Notes\n- went well\n`);
    await writeFile(note(`Inbox/Meetings/${TODAY} - Launch sync.md`), text.replace('## Dependencies\n- \n', '## Dependencies\n- [[Legal]] sends the terms by Feb 3\n'));
    await bench.page.getByRole('tab', { name: 'Follow-ups' }).click();
    await bench.page.locator('.shipshape-follow-line', { hasText: 'Legal' }).waitFor();
  });

  it('a workspace: dry run, then exactly what was chosen; a second time there is nothing to do', async () => {
    await visit();
    await command('Set up workspace');
    await bench.page.getByRole('dialog', { name: 'Set up workspace' }).waitFor();
    await bench.page.getByRole('checkbox', { name: 'Active/Tools' }).focus();
    await bench.page.keyboard.press('Space');
    await bench.page.getByRole('button', { name: /^Make 28 things$/ }).focus();
    await bench.page.keyboard.press('Enter');
    await bench.page.getByText('Workspace set up: 28 folders and templates made.').waitFor();
    expect(await exists('Active/Tools')).toBe(false);
    expect((await readdir(note('Active/Processes'))).sort()).toEqual(['Development', 'Launch', 'Planning']);
    expect(await readFile(note('System/Templates/Process Doc.md'), 'utf8')).toContain('{{process}}');
    await command('Set up workspace');
    await bench.page.getByRole('button', { name: 'Make 1 thing' }).waitFor();
    expect(await bench.page.getByRole('checkbox', { name: 'Active/Releases' }).isDisabled()).toBe(true);
    await bench.page.keyboard.press('Escape');
    expect(await bench.page.locator('.modal').count()).toBe(0);
  });
});
