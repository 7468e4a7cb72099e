import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, TODAY, workbenchPage } from './workbench-page';

jest.setTimeout(90_000);

const bench = workbenchPage();
const { openVault, visit, note } = bench;

const empty = (): Promise<void> => Promise.resolve();
/** A vault that somebody has used for years, for other things. */
async function foreign(folder: string): Promise<void> {
  for (let part = 0; part < 30; part++) {
    await mkdir(path.join(folder, `Notes ${part}`), { recursive: true });
    for (let i = 0; i < 100; i++)
      await writeFile(
        path.join(folder, `Notes ${part}`, `Note ${i}.md`),
        `# Note ${i}\n\nSome prose about [[Note ${i + 1}]].\n\n- [ ] A box of their own\n`,
      );
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
  return stat(note(inner)).then(
    () => true,
    () => false,
  );
}

async function appears(inner: string): Promise<string> {
  for (let i = 0; i < 100 && !(await exists(inner)); i++) await bench.page.waitForTimeout(30);
  return readFile(note(inner), 'utf8');
}

describe.each([
  ['an empty vault', empty],
  ['a vault of 3,000 foreign notes', foreign],
] as const)('the three quick starts in %s, by keyboard alone', (_name, fill) => {
  beforeEach(() => openVault(fill));

  it('a release: name, date, and what follows from them; the plan is open for typing', async () => {
    await visit();
    await command('New release plan');
    await bench.page.getByRole('dialog', { name: 'New release plan' }).waitFor();
    await bench.page.keyboard.type('v2.5 Analytics Dashboard');
    await bench.page.keyboard.press('Tab');
    await bench.page.keyboard.type('Feb 15');
    await bench.page.getByText('Sun, Feb 15 · year inferred · a weekend').waitFor();
    await bench.page.getByText('Wed, Feb 11 · 3 working days before').waitFor();
    await bench.page.getByText('Feature complete', { exact: true }).waitFor();
    for (let i = 0; i < 3; i++) await bench.page.keyboard.press('Tab');
    await bench.page.keyboard.type('Marketing, CS Team 2 days');
    await bench.page.getByText('Last day to tell Marketing').waitFor();
    await bench.page.keyboard.press('Enter');
    const plan = await appears('Active/Releases/v2.5 Analytics Dashboard/Plan.md');
    expect(plan).toContain(
      '# Release: v2.5 (Analytics Dashboard)\n\n- Target date: 2026-02-15\n- Go/no-go decision: 2026-02-11\n',
    );
    await bench.page.waitForSelector('.shipshape-card:has-text("v2.5 Analytics Dashboard")');
    await appears('Active/Releases/v2.5 Analytics Dashboard/Retro.md');
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
    expect(text).toContain(
      `# ${TODAY} - Launch sync\n\n- Attendees: [[Sarah Kim]], [[Legal]]\n\n## Notes\n- went well\n`,
    );
    await writeFile(
      note(`Inbox/Meetings/${TODAY} - Launch sync.md`),
      text.replace('## Dependencies\n- \n', '## Dependencies\n- [[Legal]] sends the terms by Feb 3\n'),
    );
    await bench.page.getByRole('tab', { name: 'Follow-ups' }).click();
    await bench.page.locator('.shipshape-follow-line', { hasText: 'Legal' }).waitFor();
  });

  it('a workspace: dry run, then exactly what was chosen; a second time there is nothing to do', async () => {
    await visit();
    await command('Set up workspace');
    await bench.page.getByRole('dialog', { name: 'Set up workspace' }).waitFor();
    await bench.page.getByRole('checkbox', { name: 'Active/Tools' }).focus();
    await bench.page.keyboard.press('Space');
    await bench.page.getByRole('button', { name: /^Create 29 items$/ }).focus();
    await bench.page.keyboard.press('Enter');
    await bench.page.getByText('Workspace set up: 29 folders and templates made.').waitFor();
    expect(await exists('Active/Tools')).toBe(false);
    expect((await readdir(note('Active/Processes'))).sort()).toEqual(['Development', 'Launch', 'Planning']);
    expect(await readFile(note('System/Templates/Process Doc.md'), 'utf8')).toContain('{{process}}');
    await command('Set up workspace');
    await bench.page.getByRole('button', { name: 'Create 1 item' }).waitFor();
    expect(await bench.page.getByRole('checkbox', { name: 'Active/Releases' }).isDisabled()).toBe(true);
    await bench.page.keyboard.press('Escape');
    expect(await bench.page.locator('.modal').count()).toBe(0);
  });
});

describe('when the disk fails half-way', () => {
  it('what was made is named and stays whole, and the plan is not opened', async () => {
    await openVault(empty);
    await visit();
    await bench.page.evaluate(() => {
      const vault = window.host?.app.vault as unknown as { create: (path: string, text: string) => Promise<unknown> };
      const create = vault.create.bind(vault);
      vault.create = (path, text) =>
        path.endsWith('Checklist.md') ? Promise.reject(new Error('ENOSPC')) : create(path, text);
    });
    await command('New release plan');
    await bench.page.keyboard.type('v3 Orbit');
    await bench.page.keyboard.press('Enter');
    await bench.page
      .getByText('Active/Releases/v3 Orbit/Checklist.md could not be written (ENOSPC). Made so far, and kept: Plan.')
      .waitFor();
    expect(await readdir(note('Active/Releases/v3 Orbit'))).toEqual(['Plan.md']);
    expect(await readFile(note('Active/Releases/v3 Orbit/Plan.md'), 'utf8')).toMatch(/## Action items\n- \[ \] \n$/);
  });
});

describe('a set-up over a slow disk', () => {
  it('shows how far it is, and stops when it is told to', async () => {
    await openVault(empty);
    await visit();
    await bench.page.evaluate(() => {
      const vault = window.host?.app.vault as unknown as { createFolder: (path: string) => Promise<unknown> };
      const make = vault.createFolder.bind(vault);
      vault.createFolder = async (path) => {
        await new Promise((resolve) => setTimeout(resolve, 150));
        return make(path);
      };
    });
    await command('Set up workspace');
    await bench.page.getByRole('button', { name: 'Create 30 items' }).click();
    await bench.page.getByText(/^(?:[2-9]|1\d) of 30$/).waitFor();
    await bench.page.getByRole('button', { name: 'Stop' }).click();
    await bench.page.getByText(/^Stopped\. \d+ things were made and stay\.$/).waitFor();
    expect(await exists('System/Templates')).toBe(false);
    expect(await exists('Active/Releases')).toBe(true);
  });
});

describe('the inbox', () => {
  it('keeps a request with its home, and lists those that have none after a working week', async () => {
    await openVault(async (folder) => {
      await mkdir(path.join(folder, 'Inbox/Requests'), { recursive: true });
      const request = (name: string, more: string): Promise<void> =>
        writeFile(path.join(folder, 'Inbox/Requests', `${name}.md`), `---\ntype: request\n${more}---\n# ${name}\n`);
      await request('2026-01-15 - Old and forgotten', '');
      await request('2026-01-15 - Old and closed', 'status: closed\n');
      await request('2026-01-15 - Old but owned', 'owner: "[[Ann]]"\n');
      await request('2026-01-26 - New', '');
      await writeFile(path.join(folder, 'Inbox/a.md'), '# 2026-01-26 Release: v1 (One)\n- Target: Mar 3\n');
    });
    await visit();
    await bench.page.getByText('Requests without a home').waitFor();
    expect(
      await bench.page
        .locator('.shipshape-loose', { hasText: 'Requests without a home' })
        .locator('.shipshape-text')
        .allTextContents(),
    ).toEqual(['Old and forgotten']);
    await command('Capture request');
    await bench.page.keyboard.type('Dashboard for sales');
    await bench.page.keyboard.press('Tab');
    await bench.page.keyboard.type('With last year');
    await bench.page.getByLabel('About release').selectOption('v1 (One)');
    await bench.page.getByRole('button', { name: 'Save' }).click();
    expect(await appears(`Inbox/Requests/${TODAY} - Dashboard for sales.md`)).toBe(
      `---\ntype: request\nstatus: open\nrelease: "v1 (One)"\n---\n# ${TODAY} - Dashboard for sales\n\nWith last year\n`,
    );
  });
});

describe('forms', () => {
  it.each([
    ['light', ''],
    ['dark', '&theme=dark'],
    ['phone', '&phone'],
    ['right to left', '&rtl'],
  ])('have no accessibility violation: %s', async (_name, query) => {
    await openVault((folder) => cp(path.join(ROOT, 'test/vaults/example'), folder, { recursive: true }));
    await visit(query);
    await bench.page.waitForSelector('.shipshape-card');
    for (const id of ['new-release-plan', 'log-meeting', 'capture-request', 'set-up-workspace', 'document-process']) {
      await bench.page.evaluate((name) => void window.host?.run(`shipshape:${name}`), id);
      await bench.page.locator('.shipshape-modal').waitFor();
      if (id === 'document-process')
        await bench.page
          .getByLabel('How it works, in your words')
          .fill('When QA signs off, Ann tags the build. If it fails, stop. It is new.');
      expect(await bench.violations('.shipshape-modal')).toEqual([]);
      await bench.page.keyboard.press('Escape');
      await bench.page.locator('.shipshape-modal').waitFor({ state: 'detached' });
    }
    await bench.page.getByRole('tab', { name: 'Follow-ups' }).click();
    await bench.page.waitForTimeout(150);
    expect(await bench.violations('.shipshape-view')).toEqual([]);
    await bench.page.getByRole('tab', { name: 'Processes' }).click();
    // One playbook in conflict, as when somebody else's change arrives.
    const replaceIn = async (inner: string, find: string, insert: string): Promise<void> =>
      writeFile(note(inner), (await readFile(note(inner), 'utf8')).replace(find, insert));
    await replaceIn('Resources/Playbooks/Launch day.md', 'within 1 hour', 'before noon');
    await replaceIn('Active/Processes/Launch/Launch day.md', 'within 1 hour', 'within 2 hours');
    await bench.page.locator('.shipshape-conflict').waitFor();
    expect(await bench.violations('.shipshape-view')).toEqual([]);
    await bench.page.getByRole('button', { name: /^Review: Launch day/ }).click();
    await bench.page.locator('.shipshape-modal ins').waitFor();
    expect(await bench.violations('.shipshape-modal')).toEqual([]);
  });
});

describe('follow-ups', () => {
  const SYNC = 'Inbox/Meetings/2026-01-26 - Sync.md';
  const TEXT =
    '# 2026-01-26 - Sync\r\n\r\n## Dependencies\r\n- [[Legal]] sends the terms by Jan 23 ^terms\r\n- A word about [[Sales]] pricing\r\n\r\n## Action items\r\n- [ ] Ann to send the deck by Jan 27\r\n- [ ] Book the room by Feb 20\r\n';
  const line = (words: string): ReturnType<typeof bench.page.locator> =>
    bench.page.locator('.shipshape-follow-line', { hasText: words });
  const menu = async (words: string, item: string): Promise<void> => {
    await line(words)
      .getByRole('button', { name: /^More for/ })
      .click();
    await bench.page.getByRole('menuitem', { name: item }).click();
  };

  beforeEach(async () => {
    await openVault(async (folder) => {
      await mkdir(path.join(folder, 'Inbox/Meetings'), { recursive: true });
      await writeFile(path.join(folder, SYNC), TEXT);
    });
    await visit();
    await bench.page.getByRole('tab', { name: 'Follow-ups' }).click();
    await line('terms').waitFor();
  });

  it('are grouped by date, person or direction, and filtered', async () => {
    expect(await bench.page.locator('.shipshape-follow-group .shipshape-section-title').allTextContents()).toEqual([
      'Overdue1',
      'Today1',
      'Later1',
      'No date1',
    ]);
    expect((await bench.page.getByRole('tab', { name: 'Follow-ups' }).textContent())?.trim().replace(/\s+/g, ' ')).toBe(
      'Follow-ups2',
    );
    await bench.page.getByRole('button', { name: 'Change grouping' }).click();
    await bench.page.getByRole('menuitemradio', { name: 'By person or team' }).click();
    expect(await bench.page.locator('.shipshape-follow-group .shipshape-section-title').allTextContents()).toEqual([
      'Ann1',
      'Legal1',
      'Sales1',
      'Unassigned1',
    ]);
    await bench.page.getByPlaceholder('Filter follow-ups…').fill('room');
    await line('terms').waitFor({ state: 'detached' });
    expect(await bench.page.locator('.shipshape-follow-line').count()).toBe(1);
  });

  it('are done with one click, which ticks their line and nothing else; the last change can be taken back', async () => {
    await bench.page.getByRole('checkbox', { name: 'Done: Ann, send the deck by Jan 27' }).click();
    await bench.holds(note(SYNC), TEXT.replace('- [ ] Ann', '- [x] Ann'));
    await line('deck').getByRole('button', { name: /^Undo/ }).waitFor();
    await line('deck').waitFor({ state: 'detached' });
    await command('Undo last change');
    await bench.holds(note(SYNC), TEXT);
    await line('deck').waitFor();
    // For some seconds the row itself takes it back.
    await bench.page.getByRole('checkbox', { name: 'Done: Ann, send the deck by Jan 27' }).click();
    await bench.holds(note(SYNC), TEXT.replace('- [ ] Ann', '- [x] Ann'));
    await line('deck').getByRole('button', { name: /^Undo/ }).click();
    await bench.holds(note(SYNC), TEXT);
    await line('deck')
      .getByRole('button', { name: /^More for/ })
      .waitFor();
  });

  it('are chased with a draft on the clipboard and a date on their line', async () => {
    await menu('terms', 'Copy a reminder');
    await bench.holds(note(SYNC), TEXT.replace('Jan 23 ^terms', `Jan 23 [nudged:: ${TODAY}] ^terms`));
    expect(await bench.page.evaluate(() => navigator.clipboard.readText())).toBe(
      'Hi Legal, “sends the terms” was due Jan 23. When can we count on it, and can we help? Thank you!',
    );
    await line('reminded today').waitFor();
  });

  it('keep the keyboard where it was, and open their menu at its button', async () => {
    await bench.page.getByRole('checkbox', { name: 'Done: Legal, sends the terms' }).focus();
    await bench.page.keyboard.press('Space');
    await line('terms').waitFor({ state: 'detached' });
    await bench.page.waitForFunction(() => document.activeElement?.matches('.shipshape-follow-line input'));
    const button = line('room').getByRole('button', { name: /^More for/ });
    await button.focus();
    await bench.page.keyboard.press('Enter');
    const [menuBox, buttonBox] = [await bench.page.locator('.menu').boundingBox(), await button.boundingBox()];
    expect(Math.abs((menuBox?.y ?? 0) - ((buttonBox?.y ?? 0) + (buttonBox?.height ?? 0)))).toBeLessThan(4);
  });

  it('rest until a day, and come back when asked for', async () => {
    await menu('terms', 'Snooze until Monday');
    await bench.holds(note(SYNC), TEXT.replace('Jan 23 ^terms', 'Jan 23 [snoozed:: 2026-02-02] ^terms'));
    await line('terms').waitFor({ state: 'detached' });
    await bench.page.getByRole('button', { name: 'Show 1 snoozed' }).click();
    await line('snoozed until Feb 2').waitFor();
    await menu('terms', 'End the snooze');
    await bench.holds(note(SYNC), TEXT);
  });

  it('that are unclear say so, and one click settles them', async () => {
    await line('word about')
      .getByRole('button', { name: /^Owes us/ })
      .click();
    await bench.holds(note(SYNC), TEXT.replace('[[Sales]] pricing', '[[Sales]] pricing [direction:: they owe]'));
    await line('word about')
      .getByRole('button', { name: /^Owes us/ })
      .waitFor({ state: 'detached' });
  });
});

describe('stakeholders', () => {
  beforeEach(() =>
    openVault(async (folder) => {
      await mkdir(path.join(folder, 'Inbox/Meetings'), { recursive: true });
      await writeFile(
        path.join(folder, 'Inbox/Meetings/2026-01-26 - Sync.md'),
        '# 2026-01-26 - Sync\n\n## Release: v2.5 (Dashboard)\n- Target date: Feb 20\n\n## Dependencies\n- [[CS Team]] wants training before launch\n',
      );
    }),
  );

  it('have a page that is offered, keeps itself current outside of what a person wrote, and goes on under a new name', async () => {
    await visit();
    await bench.page.waitForSelector('.shipshape-card');
    await command('Open stakeholder');
    await bench.page.keyboard.type('CS');
    await bench.page.keyboard.press('Enter');
    await bench.page.getByPlaceholder('Where does the page of CS Team go?').waitFor();
    expect(await exists('Active/Relationships/GTM/CS Team.md')).toBe(false);
    await bench.page.keyboard.type('GTM');
    await bench.page.keyboard.press('Enter');
    const page = await appears('Active/Relationships/GTM/CS Team.md');
    expect(page).toContain(
      '**We owe them**\n- training, by 2026-02-19 · v2.5 Dashboard · [[Inbox/Meetings/2026-01-26 - Sync|2026-01-26 - Sync]]\n',
    );
    expect(page).toContain('- **Last contact:** 2026-01-26\n');
    // A word of a person's, then a change elsewhere: the block follows, the word stays.
    await writeFile(note('Active/Relationships/GTM/CS Team.md'), page.replace('- Role: \n', '- Role: onboarding\n'));
    await writeFile(
      note('Inbox/Meetings/2026-01-27 - Call.md'),
      '# 2026-01-27 - Call\n\n## Dependencies\n- [[CS Team]] sends the feedback by Feb 2\n',
    );
    await bench.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (
      let i = 0;
      i < 200 && !(await readFile(note('Active/Relationships/GTM/CS Team.md'), 'utf8')).includes('feedback');
      i++
    )
      await bench.page.waitForTimeout(50);
    const updated = await readFile(note('Active/Relationships/GTM/CS Team.md'), 'utf8');
    expect(updated).toContain('**They owe us**\n- sends the feedback, by 2026-02-02');
    expect(updated).toContain('- Role: onboarding\n');
    expect(updated.split('%% shipshape:')[0]).toBe(
      page.split('%% shipshape:')[0]?.replace('- Role: \n', '- Role: onboarding\n'),
    );
  });
});

describe('the editor', () => {
  beforeEach(() =>
    openVault(async (folder) => {
      await mkdir(path.join(folder, 'Inbox'), { recursive: true });
      await writeFile(
        path.join(folder, 'Inbox/a.md'),
        '# 2026-01-26 Release: v2.5 (Dashboard)\n- Target date: Feb 20\n- Owner: [[Sarah Kim]]\n- Follow up on Thursday\n',
      );
    }),
  );

  async function openNote(): Promise<void> {
    await visit();
    await bench.page.waitForSelector('.shipshape-card');
    await bench.page.evaluate(() =>
      window.host?.app.workspace.getLeaf(false).openFile(window.host.app.vault.getFileByPath('Inbox/a.md') as never),
    );
    await bench.page.locator('.host-editor').focus();
    await bench.page.keyboard.press('Control+End');
  }

  it('suggests people after @ and releases after release:', async () => {
    await openNote();
    await bench.page.keyboard.type('Ask @sar');
    await bench.page.locator('.suggestion-item', { hasText: 'Sarah Kim' }).waitFor();
    await bench.page.keyboard.press('Enter');
    await bench.page.keyboard.type('\nrelease: v2');
    await bench.page.locator('.suggestion-item', { hasText: 'v2.5 (Dashboard)' }).waitFor();
    await bench.page.keyboard.press('Enter');
    expect(await bench.page.locator('.host-editor').inputValue()).toMatch(
      /Ask \[\[Sarah Kim\]\]\nrelease: v2\.5 \(Dashboard\)$/,
    );
    await bench.page.keyboard.type('\nmail@sar');
    await bench.page.waitForTimeout(100);
    expect(await bench.page.locator('.suggestion-item').count()).toBe(0);
  });

  it('completes the lines of a block', async () => {
    await openNote();
    const pick = async (typed: string, shown: string): Promise<void> => {
      await bench.page.keyboard.type(typed);
      await bench.page.locator('.suggestion-item', { hasText: shown }).first().waitFor();
      await bench.page.keyboard.press('Enter');
    };
    await bench.page.keyboard.type('\n```shipshape\n');
    await pick('sh', 'show:');
    await pick('fol', 'follow-ups');
    await bench.page.keyboard.type('\n');
    await pick('rel', 'release:');
    await pick('dash', 'v2.5 (Dashboard)');
    await bench.page.keyboard.type('\n');
    await pick('par', 'party:');
    await pick('sar', 'Sarah Kim');
    expect(await bench.page.locator('.host-editor').inputValue()).toMatch(
      /```shipshape\nshow: follow-ups\nrelease: v2\.5 \(Dashboard\)\nparty: Sarah Kim$/,
    );
    await bench.page.keyboard.type('\n```\nsh');
    await bench.page.waitForTimeout(100);
    expect(await bench.page.locator('.suggestion-item').count()).toBe(0);
  });

  it("writes an understood date as ISO, as of the note's own date", async () => {
    await openNote();
    await bench.page
      .locator('.host-editor')
      .evaluate((area: HTMLTextAreaElement) =>
        area.setSelectionRange(area.value.indexOf('Thursday'), area.value.indexOf('Thursday')),
      );
    await command('Write date as ISO');
    expect(await bench.page.locator('.host-editor').inputValue()).toContain('- Follow up on 2026-01-29\n');
  });

  it('says on hover how a date is understood', async () => {
    await openNote();
    await bench.page.evaluate(() => window.host?.showInCodeMirror('Inbox/a.md'));
    const place = await bench.page.evaluate(() => {
      const line = [...document.querySelectorAll('.cm-line')].find((entry) => entry.textContent?.includes('Thursday'));
      const range = document.createRange();
      const text = line?.firstChild;
      if (!text) return null;
      range.setStart(text, text.textContent?.indexOf('Thursday') ?? 0);
      range.setEnd(text, (text.textContent?.indexOf('Thursday') ?? 0) + 4);
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    });
    await bench.page.mouse.move(place?.x ?? 0, place?.y ?? 0);
    await bench.page.mouse.move((place?.x ?? 0) + 1, place?.y ?? 0);
    await bench.page.getByText('Thu, Jan 29 · weekday after the note').waitFor();
  });

  it('takes a template at the cursor', async () => {
    await openNote();
    await command('Insert template');
    await bench.page.getByPlaceholder('Choose a template').waitFor();
    await bench.page.keyboard.type('Process');
    await bench.page.keyboard.press('Enter');
    await bench.page.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>('.host-editor')?.value.includes('## Trigger'),
    );
  });

  it('a note becomes a release plan: the form is filled in with what it says', async () => {
    await openNote();
    await command('New release plan from this note');
    await bench.page.getByRole('dialog', { name: 'New release plan' }).waitFor();
    expect(await bench.page.getByLabel('Name and version').inputValue()).toBe('v2.5 Dashboard');
    await bench.page.getByText('This release exists already.').waitFor();
    await bench.page.getByLabel('Name and version').fill('v2.6 Dashboard');
    expect(await bench.page.getByRole('textbox', { name: 'Owner' }).inputValue()).toBe('Sarah Kim');
    await bench.page.getByText('Makes Plan, Checklist and Retro in Active/Releases/v2.6 Dashboard.').waitFor();
  });

  it('a link from outside fills the form in and makes nothing', async () => {
    await openNote();
    await bench.page.evaluate(() =>
      window.host?.app.protocolHandlers.get('shipshape-new-release')?.({
        action: 'shipshape-new-release',
        release: '../../evil v9.1',
        target: 'Mar 3',
      }),
    );
    await bench.page.getByText('Makes Plan, Checklist and Retro in Active/Releases/v9.1 evil.').waitFor();
    await bench.page.keyboard.press('Escape');
    expect(await exists('Active/Releases')).toBe(false);
  });
});

describe('processes and playbooks', () => {
  const PROCESS = 'Active/Processes/Launch/Launch day.md';
  const PLAYBOOK = 'Resources/Playbooks/Launch day.md';
  const PROSE =
    'When QA signs off, [[Release Manager]] tags the build in Jira within 1 day. If a blocker is open, stop and tell [[Sarah Kim]]. We started this last year.';

  async function describeIt(): Promise<void> {
    await openVault((folder) =>
      mkdir(path.join(folder, 'Inbox'), { recursive: true }).then(() =>
        writeFile(path.join(folder, 'Inbox/a.md'), '# 2026-01-26 Release: v1 (One)\n- Target: Mar 3\n'),
      ),
    );
    await visit();
    await command('Document a process');
    await bench.page.keyboard.type('Launch day');
    await bench.page.getByLabel('Category').selectOption('Launch');
    await bench.page.getByLabel('How it works, in your words').fill(PROSE);
  }

  async function accept(): Promise<string> {
    await bench.page.getByRole('button', { name: 'Create process and playbook' }).click();
    const playbook = await appears(PLAYBOOK);
    // The new process note opens last.
    await bench.page.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>('.host-editor')?.value.includes('## Trigger'),
    );
    return playbook;
  }

  /** Opens a note and types at a place in it, as a person does; the host saves two seconds later. */
  async function type(inner: string, find: string, insert: string): Promise<void> {
    await bench.page.evaluate(
      (target) =>
        window.host?.app.workspace.getLeaf(false).openFile(window.host.app.vault.getFileByPath(target) as never),
      inner,
    );
    await bench.page.waitForFunction(
      (words) => document.querySelector<HTMLTextAreaElement>('.host-editor')?.value.includes(words),
      find,
    );
    await bench.page
      .locator('.host-editor')
      .evaluate(
        (area: HTMLTextAreaElement, words: string) =>
          area.setSelectionRange(area.value.indexOf(words), area.value.indexOf(words) + words.length),
        find,
      );
    await bench.page.locator('.host-editor').focus();
    await bench.page.keyboard.type(insert);
    expect(await bench.page.locator('.host-editor').inputValue()).toContain(insert);
  }

  async function holdsText(inner: string, words: string): Promise<string> {
    for (let i = 0; i < 250 && !(await readFile(note(inner), 'utf8')).includes(words); i++)
      await bench.page.waitForTimeout(40);
    const text = await readFile(note(inner), 'utf8');
    expect(text).toContain(words);
    return text;
  }

  it('are made from prose: each step points at its sentence, what is not used is listed, all can be edited', async () => {
    await describeIt();
    await bench.page.locator('.shipshape-sentence.is-unused', { hasText: 'We started this last year.' }).waitFor();
    await bench.page.getByRole('group', { name: 'Step 1' }).getByLabel('Who').focus();
    expect(await bench.page.locator('.shipshape-sentence.is-shown').textContent()).toContain('When QA signs off');
    await bench.page.getByRole('group', { name: 'Step 1' }).getByLabel('By when').fill('within 2 days');
    const playbook = await accept();
    expect(playbook).toContain('1. **[[Release Manager]]**: tag the build · in Jira · within 2 days\n');
    expect(await readFile(note(PROCESS), 'utf8')).toContain(
      '1. [[Release Manager]]: tag the build in Jira within 2 days.\n',
    );
    expect(await readFile(note(PROCESS), 'utf8')).toContain('- If a blocker is open, stop and tell [[Sarah Kim]].\n');
  });

  it('leave everything as it was when the form is closed', async () => {
    await describeIt();
    await bench.page.keyboard.press('Escape');
    await bench.page.locator('.modal').waitFor({ state: 'detached' });
    expect([await exists('Active'), await exists('Resources')]).toEqual([false, false]);
  });

  it('a saved process note updates its playbook, and nothing outside the blocks; one command takes it back', async () => {
    await describeIt();
    const before = await accept();
    await type(PROCESS, 'within 1 day', 'within 3 days');
    const after = await holdsText(PLAYBOOK, 'within 3 days');
    expect(after).toContain(`| ${TODAY} | Updated: steps | [[Active/Processes/Launch/Launch day]] |`);
    expect(after.split('## Good to know')[1]?.split('%%')[0]).toBe(before.split('## Good to know')[1]?.split('%%')[0]);
    await command('Undo last change');
    await bench.holds(note(PLAYBOOK), before);
  });

  it('a hand edit of the same line is a conflict: both texts are shown, and kept when told so', async () => {
    await describeIt();
    await accept();
    await type(PLAYBOOK, 'within 1 day', 'by Monday');
    await holdsText(PLAYBOOK, 'by Monday');
    await type(PROCESS, 'within 1 day', 'within 3 days');
    await bench.page.getByRole('tab', { name: 'Processes 1' }).click();
    await bench.page.locator('.shipshape-conflict', { hasText: 'by Monday' }).waitFor();
    expect(await bench.page.locator('.shipshape-conflict').textContent()).toContain('within 3 days');
    await bench.page.getByRole('button', { name: /^Keep both/ }).click();
    const text = await holdsText(PLAYBOOK, 'within 3 days');
    expect(text).toContain('by Monday');
    await bench.page.locator('.shipshape-pending').waitFor({ state: 'detached' });
  });

  it('what a sync delivers into an open note, once or twice, is offered and never written from here', async () => {
    await describeIt();
    const before = await accept();
    await bench.page
      .locator('.host-file', { hasText: /^Launch day$/ })
      .first()
      .click();
    await bench.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await bench.page.waitForTimeout(1500);
    const process = await readFile(note(PROCESS), 'utf8');
    await writeFile(note(PROCESS), process.replace('within 1 day', 'within 3 days'));
    await bench.page.waitForTimeout(700);
    await writeFile(note(PROCESS), process.replace('within 1 day', 'within 4 days'));
    await bench.page.getByRole('tab', { name: 'Processes 1' }).waitFor();
    await bench.page.waitForTimeout(3000);
    expect(await readFile(note(PLAYBOOK), 'utf8')).toBe(before);
  });

  it('an update that is only offered shows its text line by line', async () => {
    await describeIt();
    const before = await accept();
    // What a sync brings was not typed here.
    await writeFile(note(PROCESS), (await readFile(note(PROCESS), 'utf8')).replace('within 1 day', 'within 3 days'));
    await bench.page.getByRole('tab', { name: 'Processes 1' }).click();
    const update = bench.page.locator('.shipshape-pending', { hasText: 'can be updated' });
    expect(await update.locator('del').textContent()).toBe(
      'removed: 1. Release Manager: tag the build · in Jira · within 1 day',
    );
    expect(await update.locator('ins').textContent()).toBe(
      'added: 1. Release Manager: tag the build · in Jira · within 3 days',
    );
    expect(await readFile(note(PLAYBOOK), 'utf8')).toBe(before);
    await update.getByRole('button', { name: 'Update', exact: true }).click();
    await holdsText(PLAYBOOK, 'within 3 days');
  });

  it('follow a change that a meeting asks for, once a person has looked at what it comes to', async () => {
    const MEETING = 'Inbox/Meetings/2026-01-26 - Sync.md';
    await describeIt();
    await accept();
    const before = await readFile(note(PROCESS), 'utf8');
    await mkdir(path.dirname(note(MEETING)), { recursive: true });
    await writeFile(
      note(MEETING),
      '# 2026-01-26 - Sync\n\n## Process change\n- [[Launch day]]: add a step: QA runs the smoke test within 2 hours\n- Never mind\n',
    );
    await bench.page.getByRole('tab', { name: 'Processes 2' }).click();
    const line = bench.page.locator('.shipshape-pending', { hasText: 'QA runs the smoke test' });
    await line.getByText('adds a step to Launch day').waitFor();
    await line.getByRole('button', { name: /^Review/ }).click();
    const form = bench.page.getByRole('dialog');
    await form.locator('ins', { hasText: 'smoke test' }).waitFor();
    await form.getByLabel('Where').selectOption({ label: 'At the beginning' });
    await form.getByRole('button', { name: 'Change the process' }).click();
    await bench.page.getByText('Changed Launch day.').waitFor();
    expect(await readFile(note(PROCESS), 'utf8')).toBe(
      before.replace('1. [[Release Manager]]', '1. QA runs the smoke test within 2 hours.\n2. [[Release Manager]]'),
    );
    await bench.holds(
      note(MEETING),
      (await readFile(note(MEETING), 'utf8')).replace(/hours(?! \[)/, 'hours [applied:: 2026-01-27]'),
    );
    await holdsText(PLAYBOOK, '1. **QA**: run the smoke test · within 2 hours\n2. **[[Release Manager]]**');
    await line.waitFor({ state: 'detached' });
    await bench.page
      .locator('.shipshape-pending', { hasText: 'Never mind' })
      .getByRole('button', { name: /^Dismiss/ })
      .click();
    await form.getByLabel('Reason').fill('it was a joke');
    await bench.page.keyboard.press('Enter');
    await holdsText(MEETING, '- Never mind [dropped:: it was a joke]');
    await bench.page.getByText('Proposed changes').waitFor({ state: 'detached' });
    // The focus does not fall out of the panel with its line.
    await bench.page.waitForFunction(
      () => document.activeElement?.closest('.shipshape-scroll') !== null && document.activeElement !== document.body,
    );
  });
});

describe('improvements of retros', () => {
  it('are captured on save, accepted with owner, day and done-means, and followed to proof', async () => {
    const RETRO = 'Active/Releases/Kiosk/Retro.md';
    const text = '# 2026-01-20 Retro: v0.7 (Kiosk)\n\n## Improvements\n- [ ] Rehearse the rollback\n';
    await openVault(async (folder) => {
      await mkdir(path.join(folder, 'Active/Releases/Kiosk'), { recursive: true });
      await writeFile(path.join(folder, 'Inbox.md'), '');
    });
    await visit();
    await writeFile(note(RETRO), text);
    await bench.page.getByRole('tab', { name: 'Processes' }).click();
    const line = bench.page.locator('.shipshape-follow-line', { hasText: 'Rehearse the rollback' });
    await line.getByText('needs an owner, a due date, how we will see that it is done').waitFor();
    const choose = async (item: string): Promise<void> => {
      await line.getByRole('button', { name: /^More for/ }).click();
      await bench.page.getByRole('menuitem', { name: item }).click();
    };
    await choose('Accept');
    await bench.page.getByRole('dialog').getByLabel('Owner').fill('Ann Lee');
    await bench.page.getByRole('dialog').getByLabel('Due').fill('Feb 10');
    await bench.page.getByRole('dialog').getByLabel('Done when').fill('the runbook says so');
    await bench.page.keyboard.press('Enter');
    await bench.holds(
      note(RETRO),
      text.replace('rollback', 'rollback [owner:: [[Ann Lee]]] [due:: 2026-02-10] [done when:: the runbook says so]'),
    );
    await bench.page.getByText('Accepted').first().waitFor();
    await choose('Implemented');
    await bench.page.getByRole('dialog').getByLabel('Evidence').fill('[[Rollback]]');
    await bench.page.keyboard.press('Enter');
    await bench.page.getByText('Implemented, to be verified').waitFor();
    await choose('It held in a later release');
    await bench.page.getByText('1 of 1 implemented').waitFor();
    expect(await readFile(note(RETRO), 'utf8')).toContain('- [x] Rehearse the rollback [owner:: [[Ann Lee]]]');
    await choose('Keep as a learning');
    await bench.holds(
      note('Resources/Learnings/Rehearse the rollback.md'),
      '---\ntype: learning\n---\n# Rehearse the rollback\n\n- From: [[Active/Releases/Kiosk/Retro|Retro]]\n- Shown by: [[Rollback]]\n- Since: 2026-01-27\n\n## What we learned\n\n\n## Where it applies\n\n',
    );
  });
});

describe('the registry of processes', () => {
  it('runs a process for a release, and marks it as verified', async () => {
    await openVault((folder) => cp(path.join(ROOT, 'test/vaults/example'), folder, { recursive: true }));
    await visit();
    await bench.page.getByRole('tab', { name: 'Processes' }).click();
    const line = bench.page.locator('.shipshape-follow-line', { hasText: 'Launch day' });
    await line.getByText('review due since Jan 18').waitFor();
    const choose = async (item: string): Promise<void> => {
      await line.getByRole('button', { name: /^More for/ }).click();
      await bench.page.getByRole('menuitem', { name: item }).click();
    };
    await bench.page.evaluate(() => {
      (window as unknown as { end: () => void }).end =
        window.host?.showCodeBlock('shipshape-processes', 'launch') ?? (() => undefined);
    });
    await bench.page.locator('.shipshape-registry tr', { hasText: 'verified Oct 20' }).waitFor();
    await choose('Mark as verified today');
    await bench.page.locator('.shipshape-registry tr', { hasText: 'verified Jan 27' }).waitFor();
    await bench.page.evaluate(() => (window as unknown as { end: () => void }).end());
    expect(await bench.page.locator('.shipshape-registry').count()).toBe(0);
    await line.getByText('verified Jan 27').waitFor();
    expect(await readFile(note('Active/Processes/Launch/Launch day.md'), 'utf8')).toContain(
      '\nverified: 2026-01-27\nreview: 90\n---\n# Launch day\n',
    );
    await choose('Run it: make a checklist');
    await bench.page.getByPlaceholder('For which release?').waitFor();
    await bench.page.keyboard.type('v2.5');
    await bench.page.keyboard.press('Enter');
    expect(await appears(`Resources/Playbooks/Runs/${TODAY} - Launch day.md`)).toContain(
      'release: "v2.5 (Analytics Dashboard)"',
    );
  });
});
