import type { CalendarDate } from '../../src/domain/calendar-date';
import type { NoteFacts } from '../../src/domain/note-facts';
import type { RememberedNote } from '../../src/ports/facts-store';
import { defaultSettings, resolveSettings } from '../../src/settings/settings';
import { watchVault } from '../../src/workflows/watch-vault';

/** A vault whose reads end when the test says so. */
function slowWorld(notes: Readonly<Record<string, string>>) {
  const files = new Map(Object.entries(notes).map(([path, text]) => [path, { text, mtime: 1 }]));
  const waiting: {
    readonly path: string;
    readonly end: (text?: string) => void;
    readonly fail: (reason: string) => void;
  }[] = [];
  let broken: string | null = null;
  const saved: RememberedNote<NoteFacts>[] = [];
  const timers = new Set<() => void>();
  let day = '2026-01-27' as CalendarDate;
  let time = 0;
  const reread: string[] = [];
  const watch = watchVault(
    {
      source: {
        list: () => {
          if (broken !== null) throw new Error(broken);
          return [...files].map(([path, { mtime, text }]) => ({ path, mtime, size: text.length }));
        },
        file: (path) => {
          const file = files.get(path);
          return file ? { path, mtime: file.mtime, size: file.text.length } : null;
        },
        read: (path) =>
          new Promise((resolve, reject) =>
            waiting.push({
              path,
              end: (text) =>
                text === undefined && !files.has(path)
                  ? reject(new Error('gone'))
                  : resolve(text ?? files.get(path)?.text ?? ''),
              fail: (reason) => reject(new Error(reason)),
            }),
          ),
      },
      memory: {
        load: () => Promise.resolve([]),
        save: (_version, changed) => Promise.resolve(void saved.push(...changed)),
        clear: () => Promise.resolve(),
        close: () => undefined,
      },
      device: { load: () => null, save: () => undefined },
      clock: { today: () => day, dateOf: () => day, elapsed: () => (time += 0.01) },
      scheduler: {
        after: (_ms, task) => {
          timers.add(task);
          return () => void timers.delete(task);
        },
        pause: () => Promise.resolve(),
      },
      reread: (before, after) => void reread.push(`${before.path}: ${before.scalars.length} → ${after.scalars.length}`),
    },
    defaultSettings(),
  );
  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 2000; turn++) await Promise.resolve();
  };
  return {
    watch,
    saved,
    reread,
    files,
    setDay: (next: string): void => void (day = next as CalendarDate),
    save: (path: string, text: string): void =>
      void files.set(path, { text, mtime: (files.get(path)?.mtime ?? 1) + 1 }),
    /** Ends the oldest read of a note with the text that it began with, or with another one. */
    end: async (path: string, text?: string): Promise<void> => {
      const at = waiting.findIndex((read) => read.path === path);
      if (at < 0) throw new Error(`nobody reads ${path}`);
      waiting.splice(at, 1)[0]?.end(text);
      await turns();
    },
    fail: async (path: string, reason: string): Promise<void> => {
      waiting
        .splice(
          waiting.findIndex((read) => read.path === path),
          1,
        )[0]
        ?.fail(reason);
      await turns();
    },
    breakList: (reason: string | null): void => void (broken = reason),
    reads: (): string[] => waiting.map(({ path }) => path),
    timers: async (): Promise<void> => {
      for (const task of [...timers]) {
        timers.delete(task);
        task();
      }
      await turns();
    },
    turns,
    targets: (): (string | undefined)[] => watch.state().releases.map(({ release }) => release.target?.value.date),
  };
}
const NOTE = 'Inbox/2026-01-20 Plan.md';
const plan = (target: string): string => `# 2026-01-20 Release: v1.0 (One)\n- Target date: ${target}\n`;

describe('a note that is saved while it is read', () => {
  it('the text of before is never the last word', async () => {
    const world = slowWorld({ [NOTE]: plan('Mar 1') });
    void world.watch.reconcile();
    await world.turns();
    world.save(NOTE, plan('Mar 9'));
    world.watch.changed(NOTE);
    await world.end(NOTE, plan('Mar 1'));
    expect(world.targets()).toEqual([]);
    await world.end(NOTE);
    expect(world.targets()).toEqual(['2026-03-09']);
  });

  it('is remembered with the time that its text had, so that the next start reads it when that was an older one', async () => {
    const world = slowWorld({ [NOTE]: plan('Mar 1') });
    void world.watch.reconcile();
    await world.turns();
    await world.end(NOTE);
    await world.timers();
    expect(world.saved.map(({ mtime }) => mtime)).toEqual([1]);
    world.save(NOTE, plan('Mar 9'));
    world.watch.changed(NOTE);
    await world.timers();
    world.save(NOTE, plan('Mar 12'));
    world.watch.changed(NOTE);
    await world.end(NOTE, plan('Mar 9'));
    await world.end(NOTE);
    await world.timers();
    expect([world.saved[world.saved.length - 1]?.mtime, world.targets()]).toEqual([3, ['2026-03-12']]);
  });

  it('is told as a change of what it stated before', async () => {
    const world = slowWorld({ [NOTE]: plan('Mar 1') });
    void world.watch.reconcile();
    await world.turns();
    await world.end(NOTE);
    expect(world.reread).toEqual([]);
    world.save(NOTE, `${plan('Mar 9')}- Owner: Ann\n`);
    world.watch.changed(NOTE, `${plan('Mar 9')}- Owner: Ann\n`);
    await world.timers();
    expect(world.reread).toEqual([`${NOTE}: 1 → 2`]);
  });

  it('is gone when it was deleted meanwhile', async () => {
    const world = slowWorld({ [NOTE]: plan('Mar 1') });
    void world.watch.reconcile();
    await world.turns();
    world.files.delete(NOTE);
    world.watch.removed(NOTE);
    await world.end(NOTE, plan('Mar 1'));
    await world.timers();
    expect([world.targets(), world.reads()]).toEqual([[], []]);
  });
});

describe('settings that change while notes are read', () => {
  it('what was read under the old ones has no effect', async () => {
    const world = slowWorld({ [NOTE]: plan('2/3') });
    void world.watch.reconcile();
    await world.turns();
    void world.watch.setSettings(resolveSettings({ dateOrder: 'day-first' }));
    await world.turns();
    await world.end(NOTE);
    // The work of before has ended; the note is read under the new settings.
    expect(world.targets()).toEqual([]);
    await world.end(NOTE);
    expect(world.targets()).toEqual(['2026-03-02']);
    expect(world.watch.state().phase).toBe('ready');
  });

  it('nothing is published after the end', async () => {
    const world = slowWorld({ [NOTE]: plan('Mar 1') });
    let told = 0;
    world.watch.subscribe(() => told++);
    void world.watch.reconcile();
    await world.turns();
    const before = told;
    world.watch.stop();
    await world.end(NOTE);
    await world.timers();
    expect([told, world.targets(), world.saved]).toEqual([before, [], []]);
  });
});

describe('a new day', () => {
  it('assesses again when the day is another one, and only then', async () => {
    const world = slowWorld({ [NOTE]: plan('Jan 28') });
    void world.watch.reconcile();
    await world.turns();
    await world.end(NOTE);
    let told = 0;
    world.watch.subscribe(() => told++);
    world.watch.checkDay();
    expect(told).toBe(0);
    world.setDay('2026-01-29');
    world.watch.checkDay();
    await world.turns();
    expect([told, world.watch.state().today]).toEqual([1, '2026-01-29']);
  });
});

describe('what could not be read', () => {
  it('is told with its reason, and read again at the next save', async () => {
    const world = slowWorld({ [NOTE]: plan('Mar 1') });
    void world.watch.reconcile();
    await world.turns();
    await world.fail(NOTE, 'EIO: i/o error.');
    expect(world.watch.state().unread.map(({ message }) => message)).toEqual([
      'This note could not be read (EIO: i/o error); what was known of it is kept.',
    ]);
    world.watch.changed(NOTE, plan('Mar 9'));
    await world.timers();
    expect([world.targets(), world.watch.state().unread]).toEqual([['2026-03-09'], []]);
  });

  it('a failure of the whole has its reason, and none once it was tried again', async () => {
    const world = slowWorld({ [NOTE]: plan('Mar 1') });
    world.breakList('The vault is locked');
    await world.watch.reconcile();
    expect([world.watch.state().phase, world.watch.state().failure]).toEqual(['failed', 'The vault is locked']);
    world.breakList(null);
    void world.watch.reconcile();
    await world.turns();
    await world.end(NOTE);
    expect([world.watch.state().phase, world.watch.state().failure]).toEqual(['ready', null]);
  });
});
