import type { CalendarDate } from '../../src/domain/calendar-date';
import type { NoteFacts } from '../../src/domain/note-facts';
import type { DeviceStore } from '../../src/ports/device-store';
import type { FactsStore, RememberedNote } from '../../src/ports/facts-store';
import type { Scheduler } from '../../src/ports/scheduler';
import { defaultSettings } from '../../src/settings/settings';
import { keepPlaybooks } from '../../src/workflows/playbook-keeper';
import { noteWriter } from '../../src/workflows/note-writer';
import { watchVault } from '../../src/workflows/watch-vault';
import { facts } from '../builders';
import { memoryStore } from '../memory-store';

const TODAY = '2026-01-27' as CalendarDate;

/** Time that passes only when it is told to, in milliseconds; timers run in order. */
function virtualTime() {
  let now = 0;
  let next = 0;
  const waiting = new Map<number, { readonly at: number; readonly task: () => void }>();
  const scheduler: Scheduler = {
    after: (ms, task) => {
      const id = next++;
      waiting.set(id, { at: now + ms, task });
      return () => void waiting.delete(id);
    },
    pause: () => Promise.resolve(),
  };
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 60; i++) await Promise.resolve();
  };
  return {
    scheduler,
    clock: { today: () => TODAY, dateOf: () => TODAY, elapsed: () => now },
    pass: async (ms: number) => {
      const end = now + ms;
      for (;;) {
        const [first] = [...waiting].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!first) break;
        waiting.delete(first[0]);
        now = Math.max(now, first[1].at);
        first[1].task();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}

const EMPTY: FactsStore<NoteFacts> = {
  load: () => Promise.resolve([]),
  save: () => Promise.resolve(),
  clear: () => Promise.resolve(),
  close: () => undefined,
};
const plan = (version: string): string =>
  `# 2026-01-20 Release: v${version}\n- Target: Mar 20\n- Owner: [[Kim]]\n- [ ] Docs @ann\n`;

function watched({
  notes,
  memory = EMPTY,
  device = { load: () => null, save: () => undefined },
}: {
  readonly notes: Readonly<Record<string, string>>;
  readonly memory?: FactsStore<NoteFacts>;
  readonly device?: DeviceStore;
}) {
  const time = virtualTime();
  const files = new Map(Object.entries(notes));
  const reads: string[] = [];
  const file = (path: string) => {
    const text = files.get(path);
    return text === undefined ? null : { path, mtime: 1, size: text.length };
  };
  const watch = watchVault(
    {
      source: {
        list: () => [...files.keys()].flatMap((path) => file(path) ?? []),
        file,
        read: (path) => {
          reads.push(path);
          return Promise.resolve(files.get(path) ?? '');
        },
      },
      memory,
      device,
      clock: time.clock,
      scheduler: time.scheduler,
    },
    defaultSettings(),
  );
  return { watch, time, files, reads };
}

const keys = (watch: ReturnType<typeof watchVault>): string[] =>
  watch.state().releases.map(({ release }) => release.key);

describe('a cache that is no use', () => {
  const good = facts('Inbox/a.md', plan('1.0'));
  const entry = (damaged: unknown): RememberedNote<NoteFacts> => ({
    path: 'Inbox/a.md',
    mtime: 1,
    size: plan('1.0').length,
    facts: damaged as NoteFacts,
  });

  it.each([
    ['has lost its lists', { path: 'Inbox/a.md', tasks: [] }],
    ['is no object', 'facts'],
    ['is a list', []],
    ['has a hole in a list', { ...good, tasks: [null] }],
    ['has an item without its due date', { ...good, tasks: good.tasks.map((task) => ({ ...task, due: null })) }],
    [
      'has a date of another kind',
      {
        ...good,
        tasks: good.tasks.map((task) => ({ ...task, due: { on: 5, lead: null, before: null, kind: 'due' } })),
      },
    ],
    [
      'has a title of another kind',
      {
        ...good,
        actions: [{ line: 1, endLine: 1, text: '', title: 7, parties: [], due: {}, state: 'open', release: 0 }],
      },
    ],
    [
      'has a scalar without a value',
      { ...good, scalars: [{ line: 1, endLine: 1, text: 'x', field: 'target', release: 0, value: { date: 12 } }] },
    ],
    ['has a release without its place', { ...good, releases: [{}] }],
  ])('because an entry %s costs a cold start and nothing else', async (_, damaged) => {
    const { watch, reads } = watched({
      notes: { 'Inbox/a.md': plan('1.0'), 'Inbox/b.md': plan('2.0') },
      memory: { ...EMPTY, load: () => Promise.resolve([entry(damaged)]) },
    });
    await watch.reconcile();
    expect([watch.state().phase, keys(watch).sort(), reads.includes('Inbox/b.md')]).toEqual([
      'ready',
      ['v1.0', 'v2.0'],
      true,
    ]);
    await watch.reconcile();
    expect(watch.state().phase).toBe('ready');
    watch.stop();
  });

  it('because it fails is done without, and the reason is kept', async () => {
    const { watch } = watched({
      notes: { 'Inbox/a.md': plan('1.0') },
      memory: {
        ...EMPTY,
        load: () => Promise.reject(new Error('a later version is there')),
        save: () => Promise.reject(new Error('the disk is full')),
      },
    });
    await watch.reconcile();
    expect([watch.state().phase, keys(watch)]).toEqual(['ready', ['v1.0']]);
    expect(watch.state().troubles.join()).toContain('a later version is there');
    watch.stop();
  });

  it('because it never answers is waited for a while only', async () => {
    const { watch, time } = watched({
      notes: { 'Inbox/a.md': plan('1.0') },
      memory: { ...EMPTY, load: () => new Promise(() => undefined) },
    });
    const done = watch.reconcile();
    await time.pass(2000);
    expect(watch.state().phase).toBe('loading');
    await time.pass(2000);
    await done;
    expect([watch.state().phase, keys(watch)]).toEqual(['ready', ['v1.0']]);
    expect(watch.state().troubles.join()).toContain('did not answer');
    watch.stop();
  });

  it('is closed with the plugin', () => {
    let closed = 0;
    const { watch } = watched({ notes: {}, memory: { ...EMPTY, close: () => closed++ } });
    watch.stop();
    expect(closed).toBe(1);
  });
});

describe('a device without room', () => {
  const full: DeviceStore = {
    load: () => null,
    save: () => {
      throw new Error('QuotaExceededError');
    },
  };

  it('costs what it would have kept, and nothing else', async () => {
    const { watch } = watched({ notes: { 'Inbox/a.md': plan('1.0') }, device: full });
    await watch.reconcile();
    expect([watch.state().phase, keys(watch)]).toEqual(['ready', ['v1.0']]);
    expect(watch.state().troubles.join()).toContain('QuotaExceededError');
    watch.stop();
  });

  it('loses no offer of a playbook', async () => {
    const process = '# Launch\n\n## Steps\n1. Ann tags the build.\n';
    const playbook =
      '---\nprocess: "[[Launch]]"\n---\n%% shipshape:begin steps abc %%\n1. **Bob**: tag\n%% shipshape:end %%\n';
    const { store } = memoryStore({
      'Active/Processes/Launch/Launch.md': process,
      'Resources/Playbooks/Launch.md': playbook,
    });
    const time = virtualTime();
    const keeper = keepPlaybooks({
      store,
      writer: noteWriter(store),
      device: full,
      scheduler: time.scheduler,
      clock: time.clock,
      settings: defaultSettings,
      isBeingEdited: () => false,
      wasTypedHere: () => false,
      label: 'Update',
    });
    await keeper.lookAtAll();
    expect(keeper.pending()).toHaveLength(1);
    keeper.stop();
  });
});

describe('steady saves', () => {
  it('are shown after a second at the latest, and few of their texts wait in memory', async () => {
    const { watch, time, files, reads } = watched({ notes: {} });
    await watch.reconcile();
    const shown: number[] = [];
    watch.subscribe(() => shown.push(watch.state().releases.length));
    for (let save = 0; save < 200; save++) {
      const path = `Inbox/n${save}.md`;
      files.set(path, plan(`${save + 1}.0`));
      watch.changed(path, files.get(path));
      await time.pass(25);
    }
    // Five seconds: a state each second, though a save never was 80 ms away.
    expect(shown.length).toBeGreaterThanOrEqual(4);
    expect(Math.min(...shown)).toBeLessThan(50);
    await time.pass(200);
    await watch.settled();
    expect(watch.state().releases).toHaveLength(200);
    expect(reads).toEqual([]);
    for (let save = 0; save < 200; save++) watch.changed(`Inbox/n${save}.md`, files.get(`Inbox/n${save}.md`));
    await time.pass(200);
    await watch.settled();
    expect(reads.length).toBeGreaterThan(100);
    watch.stop();
  });
});

describe('a conflicted copy in the vault', () => {
  it('is neither read nor counted, and is shown once', async () => {
    const late = plan('1.0').replace('Mar 20', 'Jan 20');
    const { watch, reads, files } = watched({
      notes: {
        'Inbox/Plan.md': plan('1.0'),
        'Inbox/Plan.sync-conflict-20260122-101112-ABCDEFG.md': late,
        'Inbox/Plan 2.md': late,
      },
    });
    await watch.reconcile();
    expect(
      watch.state().releases.map(({ release, assessment }) => [release.key, assessment.level, release.sources]),
    ).toEqual([['v1.0', 'on-track', ['Inbox/Plan.md']]]);
    expect(reads).not.toContain('Inbox/Plan.sync-conflict-20260122-101112-ABCDEFG.md');
    expect(
      watch
        .state()
        .unread.map(({ path, message }) => [path, message.split('.')[0]])
        .sort(),
    ).toEqual(
      ['Inbox/Plan 2.md', 'Inbox/Plan.sync-conflict-20260122-101112-ABCDEFG.md'].map((path) => [
        path,
        'A conflicted copy lies beside “Plan”',
      ]),
    );
    // Once its original is gone it is a note of its own.
    files.delete('Inbox/Plan.md');
    watch.removed('Inbox/Plan.md');
    await watch.settled();
    expect(watch.state().releases.map(({ release }) => release.sources)).toEqual([['Inbox/Plan 2.md']]);
    watch.stop();
  });

  it('of a playbook or a process is neither written nor followed', async () => {
    const process = '# Launch\n\n## Steps\n1. Ann tags the build.\n';
    const playbook = '# Launch\n---\n%% shipshape:begin steps abc %%\n1. **Bob**: tag\n%% shipshape:end %%\n';
    const notes = {
      'Active/Processes/Launch/Launch.md': process,
      'Active/Processes/Launch/Launch (Conflicted copy iPhone 202601221200).md': process,
      'Resources/Playbooks/Launch.md': `---\nprocess: "[[Launch]]"\n---\n${playbook}`,
      'Resources/Playbooks/Launch (Conflicted copy iPhone 202601221200).md': `---\nprocess: "[[Launch]]"\n---\n${playbook}`,
      'Resources/Playbooks/Launch 2.md': `---\nprocess: "[[Launch]]"\n---\n${playbook}`,
    };
    const { store, notes: now } = memoryStore(notes);
    const time = virtualTime();
    const keeper = keepPlaybooks({
      store,
      writer: noteWriter(store),
      device: { load: () => null, save: () => undefined },
      scheduler: time.scheduler,
      clock: time.clock,
      settings: defaultSettings,
      isBeingEdited: () => false,
      wasTypedHere: () => true,
      label: 'Update',
    });
    for (const path of Object.keys(notes)) keeper.saved(path);
    await time.pass(5000);
    for (const [path, text] of Object.entries(notes))
      if (/ 2\.md$|onflicted/.test(path)) expect([path, now.get(path)]).toEqual([path, text]);
    expect(keeper.pending().filter(({ playbook: path, process: own }) => /onflicted| 2\.md/.test(path + own))).toEqual(
      [],
    );
    keeper.stop();
  });
});
