import { appendFile, cp, mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, TODAY, workbenchPage } from './workbench-page';

const MEETING = 'Inbox/Meetings/2026-01-22 - Q1 Release Planning.md';

jest.setTimeout(60_000);

const bench = workbenchPage();
const { openVault, visit, note, holds } = bench;
const card = (name: string): string => `.shipshape-card:has(.shipshape-title:text-is("${name}"))`;
const example = (folder: string): Promise<void> =>
  cp(path.join(ROOT, 'test/vaults/example'), folder, { recursive: true });

describe('the release-risk panel over the example vault', () => {
  beforeEach(() => openVault(example));

  it('shows releases worst first, with word, icon, countdown, progress and reasons', async () => {
    await visit();
    await bench.page.waitForSelector(card('v2.5 Analytics Dashboard'));
    expect(await bench.page.locator('.shipshape-title').allTextContents()).toEqual([
      'v4.0 Customer Portal',
      'v2.5 Analytics Dashboard',
      'Status Page',
      'v4.2 Mobile refresh',
      'v3.1 Billing',
    ]);
    const first = bench.page.locator(card('v2.5 Analytics Dashboard'));
    expect(await first.locator('.shipshape-pill').textContent()).toBe('At risk');
    expect(await first.locator('.shipshape-face-icon svg').count()).toBe(1);
    expect(await first.locator('.shipshape-countdown').allTextContents()).toEqual([
      'Go/no-go Tue Feb 10 · 14 d',
      'Ship Sun Feb 15 · 19 d',
    ]);
    expect(await first.locator('[role="progressbar"]').getAttribute('aria-valuenow')).toBe('2');
    expect(await first.locator('.shipshape-initials').getAttribute('aria-label')).toBe('Sarah Kim');
    expect(await first.locator('.shipshape-reason .shipshape-text').textContent()).toContain('help docs');
    // All but the gravest two are rows, and the compact list is a choice.
    expect(await bench.page.locator('.shipshape-card.is-row .shipshape-title').allTextContents()).toEqual([
      'Status Page',
      'v4.2 Mobile refresh',
      'v3.1 Billing',
    ]);
    await bench.page.getByRole('button', { name: 'Sort, group and density' }).click();
    await bench.page.getByRole('menuitemradio', { name: 'All at length' }).click();
    await bench.page.waitForSelector('.shipshape-card.is-row', { state: 'detached' });
  });

  it('follows a note that another program saves', async () => {
    await visit();
    await bench.page.waitForSelector(`${card('v2.5 Analytics Dashboard')}.is-at-risk`);
    const text = await readFile(note(MEETING), 'utf8');
    await writeFile(
      note(MEETING),
      text.replace('- Target date: Feb 15', '- Target date: Jan 26').replace('Feb 10', 'Jan 23'),
    );
    await bench.page.waitForSelector(`${card('v2.5 Analytics Dashboard')}.is-off-track`);
    expect(
      await bench.page
        .locator(card('v2.5 Analytics Dashboard'))
        .locator('.shipshape-countdown-distance')
        .allTextContents(),
    ).toEqual(['4 d ago', 'yesterday']);
    await bench.page.locator(`${card('v2.5 Analytics Dashboard')} .shipshape-card-header`).click();
    await bench.page.getByText('At risk → Off track').waitFor();
  });

  it('follows new, renamed, moved and deleted notes and folders', async () => {
    await visit();
    await bench.page.waitForSelector(card('v4.2 Mobile refresh'));
    await mkdir(note('Active/Releases/Kiosk'), { recursive: true });
    await writeFile(
      note('Active/Releases/Kiosk/Plan.md'),
      '# 2026-01-20 Release: v0.7 (Kiosk mode)\n- Target: Mar 3\n- Owner: [[Noor]]\n- [ ] Boot @lee\n',
    );
    await bench.page.waitForSelector(card('v0.7 Kiosk mode'));
    await rename(note('Active/Releases/Kiosk'), note('Active/Releases/Terminal'));
    await bench.page.waitForFunction(() => window.host?.app.vault.getFileByPath('Active/Releases/Terminal/Plan.md'));
    await bench.page.locator(card('v0.7 Kiosk mode')).locator('.shipshape-card-header').click();
    await bench.page.waitForSelector('.shipshape-place[title="Active/Releases/Terminal/Plan.md"]');
    await bench.page.evaluate(async () => {
      const { vault: inApp } = (window.host as NonNullable<Window['host']>).app;
      await inApp.rename(inApp.getFolderByPath('Active/Releases/Terminal') as never, 'Active/Releases/Booth');
    });
    await bench.page.waitForSelector('.shipshape-place[title="Active/Releases/Booth/Plan.md"]');
    await rm(note('Active/Releases/Booth'), { recursive: true });
    await bench.page.waitForSelector(card('v0.7 Kiosk mode'), { state: 'detached' });
  });

  describe('a plan and a newer meeting that differ', () => {
    const PLAN = 'Active/Releases/Atlas/Plan.md';
    const plan = (day: string): string =>
      `---\ndate: 2026-01-12\n---\n# Release: v2.6 (Atlas)\n\n- Target date: ${day}\n- Owner: [[Noor]]\n\n## Checklist\n- [ ] Boot @lee\n`;
    const atlas = card('v2.6 Atlas');
    const history = async (): Promise<readonly unknown[]> => {
      const folder = note('System/Shipshape');
      const [name] = await readdir(folder).catch((): string[] => []);
      return name === undefined
        ? []
        : (await readFile(path.join(folder, name), 'utf8'))
            .split('\n')
            .filter((line) => line.startsWith('{'))
            .map((line) => JSON.parse(line) as unknown);
    };
    beforeEach(async () => {
      await mkdir(note('Active/Releases/Atlas'), { recursive: true });
      await writeFile(note(PLAN), plan('Mar 16'));
      await writeFile(
        note('Inbox/Meetings/2026-01-26 Atlas sync.md'),
        '# 2026-01-26 Atlas sync\n\n## Release: v2.6 (Atlas)\n- Target date: Mar 23\n',
      );
      await visit();
      await bench.page.locator(`${atlas} .shipshape-card-header`).click();
      await bench.page.waitForSelector(`${atlas} .shipshape-plan-choice`);
    });
    const days = (): Promise<string[]> => bench.page.locator(`${atlas} .shipshape-countdown-date`).allTextContents();

    it('says both days, and writes the meeting’s into the plan: that date and nothing else', async () => {
      expect(await days()).toEqual(['Mon Mar 23']);
      expect(await bench.page.locator(`${atlas} .shipshape-plan-choice .shipshape-text`).textContent()).toBe(
        'The plan’s target is Mar 16; “2026-01-26 Atlas sync” says Mar 23.',
      );
      await bench.page.getByRole('button', { name: 'Use Mar 23' }).click();
      await bench.page.waitForSelector(`${atlas} .shipshape-plan-choice`, { state: 'detached' });
      await bench.holds(note(PLAN), plan('2026-03-23'));
    });

    it('keeps the plan’s day as of today when a person says so, without a word changed in the plan', async () => {
      await bench.page.getByRole('button', { name: 'Use Mar 16' }).click();
      await bench.page.waitForSelector(`${atlas} .shipshape-plan-choice`, { state: 'detached' });
      expect(await days()).toEqual(['Mon Mar 16']);
      expect(await readFile(note(PLAN), 'utf8')).toBe(plan('Mar 16'));
      expect(await history()).toEqual([
        { on: TODAY, note: PLAN, release: '2.6 atlas', field: 'target', value: '2026-03-16', was: null },
      ]);
    });

    it('a line that a person types counts from today; one that another program writes does not', async () => {
      await writeFile(note(PLAN), plan('Mar 27'));
      await bench.page.getByText('The plan’s target is Mar 27').waitFor();
      expect(await days()).toEqual(['Mon Mar 23']);
      expect(await history()).toEqual([]);
      await bench.page.evaluate(async (file) => {
        const { app } = window.host as NonNullable<Window['host']>;
        await app.workspace.getLeaf(false).openFile(app.vault.getFileByPath(file) as never);
      }, PLAN);
      const editor = bench.page.locator('.host-editor');
      await editor.evaluate((area: HTMLTextAreaElement) => {
        area.focus();
        area.setSelectionRange(area.value.indexOf('Mar 27'), area.value.indexOf('Mar 27') + 6);
      });
      await bench.page.keyboard.type('Mar 30');
      await bench.page.waitForSelector(`${atlas} .shipshape-plan-choice`, { state: 'detached' });
      expect(await days()).toEqual(['Mon Mar 30']);
      expect(await history()).toMatchObject([{ on: TODAY, note: PLAN, value: '2026-03-30' }]);
      await bench.page.getByText('Shipshape now keeps in').waitFor();
      // Another device, which has the same notes, says the same.
      await visit();
      await bench.page.locator(`${atlas} .shipshape-card-header`).click();
      expect(await days()).toEqual(['Mon Mar 30']);
    });
  });

  it('ticks in the note: that byte and no other; ticking back restores the file', async () => {
    await visit();
    await bench.page.locator(`${card('v2.5 Analytics Dashboard')} .shipshape-card-header`).click();
    const before = await readFile(note(MEETING));
    const box = bench.page.getByRole('checkbox', { name: 'Mark as done: Documentation updated' });
    await box.click();
    await bench.page.getByRole('checkbox', { name: 'Mark as open: Documentation updated' }).waitFor();
    await bench.page.waitForSelector(`${card('v2.5 Analytics Dashboard')} [aria-valuenow="3"]`);
    await holds(note(MEETING), before.toString('utf8').replace('- [ ] Documentation', '- [x] Documentation'));
    const after = await readFile(note(MEETING));
    expect(after.length).toBe(before.length);
    const changed = [...after.keys()].filter((at) => after[at] !== before[at]);
    expect(changed.map((at) => [String.fromCharCode(before[at] ?? 0), String.fromCharCode(after[at] ?? 0)])).toEqual([
      [' ', 'x'],
    ]);
    await bench.page.getByRole('checkbox', { name: 'Mark as open: Documentation updated' }).click();
    await bench.page.waitForSelector(`${card('v2.5 Analytics Dashboard')} [aria-valuenow="2"]`);
    await holds(note(MEETING), before.toString('utf8'));
  });

  it('follows the note when a tick is taken back by a command, and by another program after the panel has written', async () => {
    await visit();
    await bench.page.locator(`${card('v2.5 Analytics Dashboard')} .shipshape-card-header`).click();
    const before = await readFile(note(MEETING), 'utf8');
    const open = bench.page.getByRole('checkbox', { name: 'Mark as done: Documentation updated' });
    const done = bench.page.getByRole('checkbox', { name: 'Mark as open: Documentation updated' });
    await open.click();
    await bench.page.waitForSelector(`${card('v2.5 Analytics Dashboard')} [aria-valuenow="3"]`);
    await bench.page.evaluate(() => window.host?.run('shipshape:undo-last-change'));
    await bench.page.waitForSelector(`${card('v2.5 Analytics Dashboard')} [aria-valuenow="2"]`);
    await holds(note(MEETING), before);
    expect([await open.isChecked(), await done.count()]).toEqual([false, 0]);
    // The box lives: it can be ticked again.
    await open.click();
    await bench.page.waitForSelector(`${card('v2.5 Analytics Dashboard')} [aria-valuenow="3"]`);
    const ticked = before.replace('- [ ] Documentation', '- [x] Documentation');
    await holds(note(MEETING), ticked);
    // The file was replaced by the panel; what is then written in place is seen all the same.
    await writeFile(note(MEETING), before);
    await open.waitFor();
    await writeFile(note(MEETING), ticked);
    await done.waitFor();
  });

  it('finds a line that has moved, and says so when it is gone', async () => {
    await visit();
    await bench.page.locator(`${card('v2.5 Analytics Dashboard')} .shipshape-card-header`).click();
    await bench.page.getByRole('checkbox', { name: 'Mark as done: Sales enablement ready' }).waitFor();
    // The panel must not hear of the change before the click, as when a save is still on its way.
    await bench.page.evaluate(
      () =>
        window.host?.app.vault.takeFromDisk.bind(window.host.app.vault) &&
        Object.assign(window.host.app.vault, { takeFromDisk: () => undefined }),
    );
    const text = await readFile(note(MEETING), 'utf8');
    await writeFile(note(MEETING), `New first line\n\n${text}`);
    await bench.page.getByRole('checkbox', { name: 'Mark as done: Sales enablement ready' }).click();
    await bench.page.getByRole('checkbox', { name: 'Mark as open: Sales enablement ready' }).waitFor();
    await holds(note(MEETING), `New first line\n\n${text.replace('- [ ] Sales', '- [x] Sales')}`);
    // The panel reads what it wrote before the next change, or that reading would bring the change along.
    await bench.page.waitForSelector(`${card('v2.5 Analytics Dashboard')} [aria-valuenow="3"]`);
    await writeFile(note(MEETING), text.replace('- [ ] Marketing assets approved\n', ''));
    await bench.page.getByRole('checkbox', { name: 'Mark as done: Marketing assets approved' }).click();
    // The notice that ticks are kept may stand beside it.
    await bench.page
      .locator('.notice', {
        hasText: 'no longer a line of 2026-01-22 - Q1 Release Planning; nothing was changed',
      })
      .waitFor();
    expect(await readFile(note(MEETING), 'utf8')).toBe(text.replace('- [ ] Marketing assets approved\n', ''));
  });

  it('opens the exact line, in a new tab with Ctrl, and previews on hover', async () => {
    await visit();
    const reason = bench.page.locator(`${card('v2.5 Analytics Dashboard')} .shipshape-reason .shipshape-place`).first();
    await reason.hover();
    expect(await bench.page.evaluate(() => window.host?.hovered[0])).toBe(MEETING);
    await reason.click();
    await bench.page.waitForSelector('.host-editor[data-line="17"]');
    expect(
      await bench.page.evaluate(
        () => document.querySelector<HTMLTextAreaElement>('.host-editor')?.value.split('\n')[17],
      ),
    ).toContain('ETA Feb 12');
    await bench.page
      .locator(`${card('v4.0 Customer Portal')} .shipshape-countdown`)
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    await bench.page.waitForFunction(() => document.querySelectorAll('.mod-root .workspace-tab-header').length === 2);
  });

  it('is worked by keyboard alone', async () => {
    await visit();
    await bench.page.waitForSelector('.shipshape-card');
    await bench.page.locator(`${card('v2.5 Analytics Dashboard')} .shipshape-card-header`).focus();
    expect(await bench.page.locator('.shipshape-scroll [tabindex="0"]').count()).toBe(1);
    await bench.page.keyboard.press('ArrowRight');
    await bench.page.waitForSelector('.shipshape-card-header[aria-expanded="true"]');
    const box = bench.page.getByRole('checkbox', { name: 'Mark as done: Documentation updated' });
    for (let i = 0; i < 40 && !(await box.evaluate((element) => element === document.activeElement)); i++)
      await bench.page.keyboard.press('ArrowDown');
    await bench.page.keyboard.press('Space');
    await bench.page.getByRole('checkbox', { name: 'Mark as open: Documentation updated' }).waitFor();
    await bench.page.keyboard.press('ArrowLeft');
    expect(await bench.page.evaluate(() => document.activeElement?.getAttribute('data-nav'))).toBe('card');
    await bench.page.keyboard.press('ArrowLeft');
    await bench.page.waitForSelector('.shipshape-card-header[aria-expanded="true"]', { state: 'detached' });
    await bench.page.keyboard.press('End');
    await bench.page.keyboard.press('Home');
    await bench.page.keyboard.press('ArrowDown');
    await bench.page.keyboard.press('Enter');
    await bench.page.waitForSelector('.host-editor[data-line]');
  });

  it('filters by words and verdict, and sorts', async () => {
    await visit();
    await bench.page.waitForSelector('.shipshape-card');
    await bench.page.getByLabel('Filter releases by name, person, team, item, risk or date').fill('whitfield');
    await bench.page.waitForFunction(() => document.querySelectorAll('.shipshape-card').length === 1);
    await bench.page.keyboard.press('Escape');
    await bench.page.waitForFunction(() => document.querySelectorAll('.shipshape-card').length === 5);
    await bench.page.getByRole('button', { name: '1 Unknown' }).click();
    expect(await bench.page.locator('.shipshape-title').allTextContents()).toEqual(['Status Page']);
    await bench.page.getByRole('button', { name: '1 Unknown' }).click();
    await bench.page.getByRole('button', { name: 'Sort, group and density' }).click();
    await bench.page.getByRole('menuitemradio', { name: 'By name' }).click();
    const statusFirst = (): boolean => document.querySelector('.shipshape-title')?.textContent === 'Status Page';
    await bench.page.waitForFunction(statusFirst);
    await visit();
    await bench.page.waitForFunction(statusFirst);
  });

  it('works on in a pop-out window', async () => {
    await visit();
    await bench.page.waitForSelector(card('v2.5 Analytics Dashboard'));
    const [popup] = await Promise.all([
      bench.page.waitForEvent('popup'),
      bench.page.evaluate(() => void window.open('about:blank', 'pop-out', 'width=420,height=800')),
    ]);
    await bench.page.evaluate(() => {
      const view = window.host?.app.workspace.getLeavesOfType('shipshape-release-risk')[0]?.view;
      const other = window.open('', 'pop-out');
      if (!view || !other) throw new Error('no window');
      other.document.body.className = document.body.className;
      for (const sheet of document.querySelectorAll('link[rel="stylesheet"]'))
        other.document.head.append(sheet.cloneNode());
      other.document.body.append(view.containerEl);
    });
    await popup.locator(`${card('v2.5 Analytics Dashboard')} .shipshape-card-header`).click();
    await popup.keyboard.press('ArrowDown');
    expect(await popup.evaluate(() => document.activeElement?.classList.contains('shipshape-acts'))).toBe(true);
    const before = await readFile(note(MEETING), 'utf8');
    await popup.getByRole('checkbox', { name: 'Mark as done: Documentation updated' }).click();
    await holds(note(MEETING), before.replace('- [ ] Documentation', '- [x] Documentation'));
    await popup.waitForSelector(`${card('v2.5 Analytics Dashboard')} [aria-valuenow="3"]`);
  });

  it('a save reaches the screen soon after the cache tells of it', async () => {
    await visit();
    await bench.page.waitForSelector(card('v2.5 Analytics Dashboard'));
    const times = await bench.page.evaluate(async (path) => {
      const { app } = window.host as NonNullable<Window['host']>;
      const file = app.vault.getFileByPath(path);
      if (!file) return [];
      const text = await app.vault.cachedRead(file);
      const found: number[] = [];
      for (let i = 0; i < 20; i++) {
        const told = new Promise<number>((done) => {
          const ref = app.metadataCache.on('changed', () => {
            app.metadataCache.offref(ref);
            done(performance.now());
          });
        });
        const drawn = new Promise<number>((done) => {
          const observer = new MutationObserver(() => {
            if (
              !document.querySelector('.shipshape-list')?.textContent?.includes(`Mar ${i + 1},`) &&
              !document.querySelector('.shipshape-list')?.textContent?.includes(`Mar ${i + 1}`)
            )
              return;
            observer.disconnect();
            requestAnimationFrame(() => done(performance.now()));
          });
          observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        });
        await app.vault.modify(file, text.replace('Feb 15', `Mar ${i + 1}`));
        found.push((await drawn) - (await told));
      }
      return found.sort((a, b) => a - b);
    }, MEETING);
    // Our own wait for further saves (80 ms) is part of it.
    const p95 = times[18] ?? Infinity;
    if (process.env.MEASURE === '1')
      process.stderr.write(`saved note to pixels, p95: ${(p95 - 80).toFixed(0)} ms after the event and our 80 ms\n`);
    expect(p95).toBeLessThan(80 + 150);
  });

  it('shows which lines could not be read, in the card and for notes without one', async () => {
    const text = await readFile(note(MEETING), 'utf8');
    await writeFile(note(MEETING), text.replace('Schedule CS training for Feb 13', 'Schedule CS training for Feb 30'));
    await writeFile(note('Inbox/broken.md'), '---\na: [1\n---\n- [ ] box\n');
    await visit();
    await bench.page.locator(`${card('v2.5 Analytics Dashboard')} .shipshape-card-header`).click();
    await bench.page.getByText('“Feb 30” is not a day of the calendar').waitFor();
    await bench.page.getByText('are not valid YAML').waitFor();
  });

  it('two hundred rapid saves end in the right state', async () => {
    await visit();
    await bench.page.waitForSelector(card('v2.5 Analytics Dashboard'));
    const text = await readFile(note(MEETING), 'utf8');
    for (let i = 1; i <= 200; i++) await writeFile(note(MEETING), text.replace('Feb 15', `Mar ${(i % 27) + 1}`));
    await bench.page.waitForFunction(() =>
      [...document.querySelectorAll('.shipshape-countdown-date')].some((element) =>
        element.textContent?.includes('Mar 12'),
      ),
    );
    await writeFile(note(MEETING), text);
    await bench.page.waitForSelector(
      `${card('v2.5 Analytics Dashboard')} .shipshape-countdown-date:has-text("Sun Feb 15")`,
    );
  });

  it('unload leaves no listener, timer or element behind, and loading again works', async () => {
    await visit();
    await bench.page.waitForSelector('.shipshape-card');
    const traces = (): Promise<unknown> =>
      bench.page.evaluate(() => {
        const { app } = window.host as NonNullable<Window['host']>;
        return {
          vault: app.vault.count(),
          cache: app.metadataCache.count(),
          workspace: app.workspace.count(),
          commands: app.commands.size,
          views: app.workspace.viewCreators.size,
          sources: app.hoverSources.size,
          tabs: app.setting.tabs.size,
        };
      });
    await bench.page.evaluate(() => window.host?.disable());
    await bench.page.waitForSelector('.shipshape-card', { state: 'detached' });
    const empty = await traces();
    expect(await bench.page.locator('[class*="shipshape"]').count()).toBe(0);
    await bench.page.evaluate(() => {
      const counted = window as Window & { timers?: number };
      counted.timers = 0;
      const { setTimeout: original } = window;
      window.setTimeout = ((task: TimerHandler, ms?: number) => {
        counted.timers = (counted.timers ?? 0) + 1;
        return original(task, ms);
      }) as typeof window.setTimeout;
    });
    await appendFile(note(MEETING), '\n');
    await bench.page.waitForTimeout(400);
    expect(await bench.page.evaluate(() => (window as Window & { timers?: number }).timers)).toBeLessThanOrEqual(4);
    await bench.page.evaluate(() => window.host?.enable());
    await bench.page.evaluate(() => window.host?.run('shipshape:open-release-risk'));
    await bench.page.waitForSelector(card('v2.5 Analytics Dashboard'));
    await bench.page.evaluate(() => window.host?.disable());
    expect(await traces()).toEqual(empty);
  });

  it('each tab has a command that opens it, whatever was open last; arrows, Home and End walk the tabs', async () => {
    await visit();
    const chosen = (): Promise<string | null> => bench.page.locator('[role="tab"][aria-selected="true"]').textContent();
    for (const [command, title] of [
      ['open-today', 'Today'],
      ['open-processes', 'Processes'],
      ['open-follow-ups', 'Follow-ups'],
      ['open-release-risk', 'Releases'],
    ] as const) {
      await bench.page.evaluate((id) => window.host?.run(`shipshape:${id}`), command);
      await bench.page.locator(`[role="tab"][aria-selected="true"]`, { hasText: title }).waitFor();
    }
    await bench.page.locator('[role="tab"][aria-selected="true"]').focus();
    for (const [key, title] of [
      ['End', 'Processes'],
      ['ArrowRight', 'Today'],
      ['ArrowLeft', 'Processes'],
      ['Home', 'Today'],
    ] as const) {
      await bench.page.keyboard.press(key);
      expect(await chosen()).toContain(title);
      expect(await bench.page.evaluate(() => document.activeElement?.textContent)).toContain(title);
    }
  });

  it('starts warm without reading a note, after a first start', async () => {
    await visit();
    await bench.page.waitForSelector('.shipshape-card');
    // The memory is written some seconds after the last change; a busy machine takes longer.
    const inScope = await bench.page.evaluate(
      () =>
        [...(window.host?.app.vault.entries.keys() ?? [])].filter((entry) =>
          /^(?:Active|Inbox|Resources)\/.*\.md$/.test(entry),
        ).length,
    );
    const remembered = (): Promise<number> =>
      bench.page.evaluate(async () => {
        const name = (await indexedDB.databases()).find((database) =>
          database.name?.startsWith('shipshape-facts'),
        )?.name;
        if (name === undefined) return 0;
        const database = await new Promise<IDBDatabase>((done, fail) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => done(request.result);
          request.onerror = () => fail(new Error('no database'));
        });
        const count = await new Promise<number>((done) => {
          const request = database.transaction('notes').objectStore('notes').count();
          request.onsuccess = () => done(request.result);
        });
        database.close();
        return count;
      });
    for (let i = 0; i < 60 && (await remembered()) < inScope; i++) await bench.page.waitForTimeout(250);
    await visit();
    await bench.page.waitForSelector(card('v2.5 Analytics Dashboard'));
    // The page itself opens its welcome note.
    expect(await bench.page.evaluate(() => [...(window.host?.app.vault.notesRead ?? [])])).toEqual(['Welcome.md']);
  });

  it('shows declared settings, refuses bad values with a sentence, and follows good ones', async () => {
    await visit();
    await bench.page.waitForSelector(card('v2.5 Analytics Dashboard'));
    await bench.page.evaluate(() => {
      const { setting } = (window.host as NonNullable<Window['host']>).app;
      setting.open();
      setting.openTabById('shipshape');
    });
    await bench.page.locator('[data-key="weekend"]').fill('Someday');
    await bench.page.locator('[data-key="weekend"]').blur();
    expect(await bench.page.locator('.setting-item-error:not(:empty)').textContent()).toBe(
      '“Someday” is not a day of the week.',
    );
    await bench.page.locator('[data-key="weekend"]').fill('Friday, Saturday');
    await bench.page.locator('[data-key="weekend"]').blur();
    await bench.page.getByRole('button', { name: /R7: Critical item open/ }).click();
    await bench.page.locator('.setting-item-name', { hasText: 'Critical item open' }).click();
    await bench.page.getByRole('button', { name: 'Close' }).click();
    await bench.page.waitForFunction(
      () =>
        ![...document.querySelectorAll('.shipshape-reason')].some((element) =>
          element.textContent?.includes('Critical item'),
        ),
    );
    expect(JSON.parse(await readFile(note('.obsidian/plugins/shipshape/data.json'), 'utf8'))).toEqual({
      version: 1,
      weekend: 'Friday, Saturday',
      'risk.R7.enabled': false,
    });
  });

  it('settings that could not be read are told, and read again before anything is written over them', async () => {
    const data = note('.obsidian/plugins/shipshape/data.json');
    await mkdir(path.dirname(data), { recursive: true });
    await writeFile(data, '{"version":1,"weekend":"Fri');
    await visit();
    await bench.page.getByText('Shipshape’s settings could not be read').waitFor();
    await bench.page.waitForSelector(card('v2.5 Analytics Dashboard'));
    // A sync finishes what it had begun.
    await writeFile(data, '{"version":1,"weekend":"Friday, Saturday"}');
    await bench.page.evaluate(() => {
      const { setting } = (window.host as NonNullable<Window['host']>).app;
      setting.open();
      setting.openTabById('shipshape');
    });
    await bench.page.getByRole('button', { name: /R7: Critical item open/ }).click();
    await bench.page.locator('.setting-item-name', { hasText: 'Critical item open' }).click();
    await holds(data, JSON.stringify({ version: 1, weekend: 'Friday, Saturday', 'risk.R7.enabled': false }, null, 2));
  });

  it.each([
    ['light', ''],
    ['dark', '&theme=dark'],
    ['light and narrow', '&width=220'],
    ['dark and narrow', '&theme=dark&width=220'],
    ['phone', '&phone'],
    ['right to left', '&rtl'],
  ])('has no accessibility violation: %s', async (_name, query) => {
    await visit(query);
    await bench.page.waitForSelector('.shipshape-card');
    for (const header of await bench.page.locator('.shipshape-card-header').all()) await header.click();
    await bench.page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const found = await bench.page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: {
          run: (
            target: string,
          ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
        };
      };
      return (await axe.run('.mod-right-split')).violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`)
            .join(' | ')}`,
      );
    });
    expect(found).toEqual([]);
    const overflow = await bench.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.shipshape-scroll, .shipshape-card')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.className),
    );
    expect(overflow).toEqual([]);
  });

  it('text from notes never becomes markup', async () => {
    await writeFile(
      note('Inbox/evil.md'),
      '# 2026-01-20 Release: v6.6 (<img src=x onerror="window.evil=1"> Evil)\n- Target: Feb 3\n- Owner: <b onclick="window.evil=1">x</b>\n- [ ] <script>window.evil=1</script> [click](javascript:window.evil=1)\n',
    );
    await visit();
    const evil = bench.page.locator('.shipshape-card', { hasText: 'v6.6' });
    await evil.locator('.shipshape-card-header').click();
    expect(await bench.page.locator('.shipshape-panel').locator('img, script, b, a').count()).toBe(0);
    expect(await bench.page.evaluate(() => 'evil' in window)).toBe(false);
  });
});

describe('the panel over other vaults', () => {
  it('explains itself over an empty vault, and its first note makes the first card', async () => {
    await openVault(() => Promise.resolve());
    await visit();
    await bench.page.waitForSelector('.shipshape-empty');
    expect(await bench.page.locator('.shipshape-empty-folders').textContent()).toContain('Active, Inbox, Resources');
    for (const start of ['New release plan', 'Log meeting', 'Set up workspace'])
      expect(await bench.page.locator('.shipshape-start', { hasText: start }).count()).toBe(1);
    await mkdir(note('Active'), { recursive: true });
    await writeFile(
      note('Active/First release.md'),
      (await bench.page.locator('.shipshape-example').textContent()) ?? '',
    );
    await bench.page.waitForSelector(card('v2.5 Analytics Dashboard'));
  });

  it('paints five hundred releases quickly and filters within a frame or two', async () => {
    await openVault(async (folder) => {
      await mkdir(path.join(folder, 'Inbox'), { recursive: true });
      for (let i = 0; i < 500; i++) {
        const file = path.join(folder, `Inbox/${i}.md`);
        await writeFile(
          file,
          `# 2026-01-20 Release: v${i}.1 (Product ${i})\n- Target: Mar ${(i % 28) + 1}\n- Owner: [[Owner ${i % 9}]]\n## Risks\n- Critical bug ${i}\n## Checklist\n- [ ] Docs ${i}\n- [x] Build ${i}\n`,
        );
        await utimes(file, new Date('2026-01-20'), new Date('2026-01-20'));
      }
    });
    await visit();
    await bench.page.waitForSelector('.shipshape-chip:has-text("500")');
    expect(await bench.page.locator('.shipshape-card').count()).toBeLessThan(60);
    const painted = await bench.page.evaluate(async () => {
      const leaf = window.host?.app.workspace.getLeavesOfType('shipshape-release-risk')[0];
      const start = performance.now();
      await leaf?.setViewState({ type: 'shipshape-release-risk' });
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - start;
    });
    if (process.env.MEASURE === '1') process.stderr.write(`first paint of 500 releases: ${painted.toFixed(0)} ms\n`);
    expect(painted).toBeLessThan(400);
    await bench.page.locator('.shipshape-scroll').evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await bench.page.waitForFunction(() => document.querySelectorAll('.shipshape-card').length > 40);
    const filtered = await bench.page.evaluate(async () => {
      const input = document.querySelector<HTMLInputElement>('.shipshape-search-row input');
      if (!input) return Infinity;
      const start = performance.now();
      input.value = 'Product 499';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - start;
    });
    expect(await bench.page.locator('.shipshape-title').allTextContents()).toEqual(['v499.1 Product 499']);
    if (process.env.MEASURE === '1') process.stderr.write(`filtering 500 releases: ${filtered.toFixed(0)} ms\n`);
    expect(filtered).toBeLessThan(250);
  });
});
