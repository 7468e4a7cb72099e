import { cp, utimes } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, workbenchPage } from './workbench-page';

jest.setTimeout(90_000);

const bench = workbenchPage();
const { openVault, visit } = bench;
const TITLE = '.shipshape-title:text-is("v2.5 Analytics Dashboard")';
const FIVE = ['v4.0 Customer Portal', 'v2.5 Analytics Dashboard', 'Status Page', 'v4.2 Mobile refresh', 'v3.1 Billing'];

/** The panel's releases, once all are there. */
async function titles(): Promise<string[]> {
  await bench.page.waitForSelector(TITLE);
  await bench.page.waitForFunction(
    (count) => document.querySelectorAll('.shipshape-title').length === count,
    FIVE.length,
  );
  return bench.page.locator('.shipshape-title').allTextContents();
}

/** Notes that this device remembers; waits until there are some. */
async function remembered(): Promise<number> {
  for (let i = 0; i < 80; i++) {
    const count = await bench.page.evaluate(async () => {
      const name = (await indexedDB.databases()).find((database) => database.name?.startsWith('shipshape-facts'))?.name;
      if (name === undefined) return 0;
      const database = await new Promise<IDBDatabase | null>((done) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
        request.onerror = () => done(null);
      });
      if (!database?.objectStoreNames.contains('notes')) return 0;
      const found = await new Promise<number>((done) => {
        const request = database.transaction('notes').objectStore('notes').count();
        request.onsuccess = () => done(request.result);
        request.onerror = () => done(0);
      });
      database.close();
      return found;
    });
    if (count > 0) return count;
    await bench.page.waitForTimeout(250);
  }
  return 0;
}

describe('what this device remembers, in the browser', () => {
  beforeEach(() => openVault((folder) => cp(path.join(ROOT, 'test/vaults/example'), folder, { recursive: true })));

  it('costs a cold start only where its entries are damaged', async () => {
    await visit();
    expect(await titles()).toEqual(FIVE);
    expect(await remembered()).toBeGreaterThan(0);
    await bench.page.evaluate(async () => {
      const name =
        (await indexedDB.databases()).find((database) => database.name?.startsWith('shipshape-facts'))?.name ?? '';
      const database = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
      });
      const store = database.transaction('notes', 'readwrite').objectStore('notes');
      await new Promise<void>((done) => {
        const all = store.getAll();
        all.onsuccess = () => {
          // Cut short, of another shape, and no text at all.
          for (const [index, entry] of (all.result as { facts: unknown }[]).entries())
            store.put({ ...entry, facts: [String(entry.facts).slice(0, 20), '{"tasks":[]}', 7][index % 3] });
          store.transaction.oncomplete = () => done();
        };
      });
      database.close();
    });
    await visit();
    expect(await titles()).toEqual(FIVE);
  });

  it('is left alone where a later version of the plugin made it', async () => {
    await visit();
    await titles();
    expect(await remembered()).toBeGreaterThan(0);
    const version = await bench.page.evaluate(async () => {
      const name =
        (await indexedDB.databases()).find((database) => database.name?.startsWith('shipshape-facts'))?.name ?? '';
      // The open page yields: its connection is closed for whoever needs a newer database.
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const request = indexedDB.open(name, 99);
        request.onupgradeneeded = () => request.result.createObjectStore('of-later');
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(new Error('not upgraded'));
      });
      database.close();
      return (await indexedDB.databases()).find((each) => each.name === name)?.version;
    });
    expect(version).toBe(99);
    await visit();
    expect(await titles()).toEqual(FIVE);
    expect(
      await bench.page.evaluate(
        async () =>
          (await indexedDB.databases()).find((database) => database.name?.startsWith('shipshape-facts'))?.version,
      ),
    ).toBe(99);
  });

  it.each([
    [
      'never answers',
      () => {
        Object.defineProperty(IDBFactory.prototype, 'open', {
          value: () => Object.assign(new EventTarget(), { readyState: 'pending' }),
        });
      },
    ],
    [
      'is forbidden',
      () => {
        Object.defineProperty(IDBFactory.prototype, 'open', {
          value: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      },
    ],
    [
      'is full',
      () => {
        Object.defineProperty(IDBObjectStore.prototype, 'put', {
          value: () => {
            throw new DOMException('full', 'QuotaExceededError');
          },
        });
      },
    ],
  ])('the panel is right where the database %s', async (_what, break_) => {
    await bench.page.addInitScript(break_);
    await visit();
    expect(await titles()).toEqual(FIVE);
    await bench.page.waitForTimeout(3500);
    expect(await titles()).toEqual(FIVE);
  });

  it('holds where the clock was set back between two starts', async () => {
    await visit();
    await titles();
    expect(await remembered()).toBeGreaterThan(0);
    // Its file was saved while the clock ran a year ahead.
    const ahead = new Date('2027-01-27T09:00:00Z');
    await utimes(bench.note('Inbox/Meetings/2026-01-22 - Q1 Release Planning.md'), ahead, ahead);
    await visit();
    expect(await titles()).toEqual(FIVE);
  });
});
