import fc from 'fast-check';
import type { CalendarDate } from '../../src/domain/calendar-date';
import type { NoteFacts } from '../../src/domain/note-facts';
import type { FactsStore, RememberedNote } from '../../src/ports/facts-store';
import { isInScope } from '../../src/index/scope';
import { PLAYBOOK, PROCESS } from '../../src/markdown/process/process-features';
import { defaultSettings, resolveSettings, scopeOf, type Settings, withSetting } from '../../src/settings/settings';
import { type VaultWatch, watchVault } from '../../src/workflows/watch-vault';

/** A vault in memory that counts what is read, with a clock and timers that the test turns. */
function world(
  start: Readonly<Record<string, string>> = {},
  memory: Map<string, RememberedNote<NoteFacts>> = new Map(),
) {
  const files = new Map<string, { text: string; mtime: number }>();
  let settings: Settings = defaultSettings();
  let time = 1_000;
  let day = '2026-01-27' as CalendarDate;
  const timers = new Map<number, () => void>();
  let nextTimer = 0;
  const failing = new Set<string>();
  const device = new Map<string, unknown>();
  const counts = { reads: 0, saves: 0 };
  let stored: string | null = memory.size > 0 ? 'any' : null;
  const store: FactsStore<NoteFacts> = {
    load: (version) =>
      Promise.resolve(stored === null || stored === 'any' || stored === version ? [...memory.values()] : []),
    save: (version, changed, removed) => {
      stored = version;
      counts.saves++;
      for (const note of changed) memory.set(note.path, JSON.parse(JSON.stringify(note)) as RememberedNote<NoteFacts>);
      for (const path of removed) memory.delete(path);
      return Promise.resolve();
    },
    clear: () => Promise.resolve(memory.clear()),
    close: () => undefined,
  };
  const entry = (path: string) => {
    const file = files.get(path);
    return file && isInScope(path, scopeOf(settings)) ? { path, mtime: file.mtime, size: file.text.length } : null;
  };
  const watch: VaultWatch = watchVault(
    {
      source: {
        list: () => [...files.keys()].flatMap((path) => entry(path) ?? []),
        file: entry,
        read: (path) => {
          counts.reads++;
          const file = files.get(path);
          return file && !failing.has(path) ? Promise.resolve(file.text) : Promise.reject(new Error('gone'));
        },
      },
      memory: store,
      device: {
        load: (key) => device.get(key),
        save: (key, value) => void device.set(key, JSON.parse(JSON.stringify(value))),
      },
      clock: { today: () => day, dateOf: () => day, elapsed: () => (time += 0.01) },
      scheduler: {
        after: (_ms, task) => {
          const id = nextTimer++;
          timers.set(id, task);
          return () => void timers.delete(id);
        },
        pause: () => Promise.resolve(),
      },
    },
    settings,
  );
  const write = (path: string, text: string): void => void files.set(path, { text, mtime: (time += 1) });
  for (const [path, text] of Object.entries(start)) write(path, text);
  return {
    watch,
    device,
    files,
    failing,
    counts,
    timers,
    memory,
    write,
    remove: (path: string) => files.delete(path),
    setDay: (next: string) => {
      day = next as CalendarDate;
    },
    setSettings: (next: Settings) => {
      settings = next;
      return watch.setSettings(next);
    },
    /** Runs all timers and waits until nothing is left to read. */
    settle: async () => {
      for (const [id, task] of [...timers]) {
        timers.delete(id);
        task();
      }
      await watch.settled();
    },
    levels: () =>
      Object.fromEntries(watch.state().releases.map(({ release, assessment }) => [release.key, assessment.level])),
  };
}

const plan = (version: string, target = 'Mar 20', extra = ''): string =>
  `# 2026-01-20 Release: v${version}\n- Target: ${target}\n- Owner: [[Kim]]\n- [ ] Docs @ann\n${extra}`;

describe('watching a vault', () => {
  it('reads what is in scope, says when it is ready, and remembers', async () => {
    const vault = world({
      'Inbox/a.md': plan('1.0'),
      'Private/b.md': plan('2.0'),
      'Inbox/plain.md': 'Nothing here.\n',
    });
    expect(vault.watch.state().phase).toBe('loading');
    await vault.watch.reconcile();
    expect(vault.watch.state()).toMatchObject({ phase: 'ready' });
    expect(vault.levels()).toEqual({ 'v1.0': 'on-track' });
    await vault.settle();
    expect([...vault.memory.keys()].sort()).toEqual(['Inbox/a.md', 'Inbox/plain.md']);
  });

  it('remembers what a note asks to change in processes, though it states nothing else', async () => {
    const memory = new Map<string, RememberedNote<NoteFacts>>();
    const text = '# 2026-01-20 - Sync\n\n## Process changes\n- Add a smoke test before the tag\n';
    const first = world({ 'Inbox/a.md': text }, memory);
    await first.watch.reconcile();
    await first.settle();
    const second = world({}, memory);
    for (const [path, file] of first.files) second.files.set(path, { ...file });
    await second.watch.reconcile();
    expect([second.counts.reads, second.watch.state().changes.map(({ title }) => title)]).toEqual([
      0,
      first.watch.state().changes.map(({ title }) => title),
    ]);
    expect(first.watch.state().changes).toHaveLength(1);
  });

  it('starts warm without reading a byte, and reads only what changed meanwhile', async () => {
    const memory = new Map<string, RememberedNote<NoteFacts>>();
    const first = world({ 'Inbox/a.md': plan('1.0'), 'Inbox/b.md': plan('2.0') }, memory);
    await first.watch.reconcile();
    await first.settle();
    const second = world({}, memory);
    for (const [path, file] of first.files) second.files.set(path, { ...file });
    await second.watch.reconcile();
    expect(second.counts.reads).toBe(0);
    expect(second.levels()).toEqual(first.levels());
    const third = world({}, memory);
    for (const [path, file] of first.files) third.files.set(path, { ...file });
    third.files.set('Inbox/b.md', { text: plan('2.0', 'Jan 20'), mtime: 5 }); // mtime went backwards
    await third.watch.reconcile();
    expect([third.counts.reads, third.levels()['v2.0']]).toEqual([1, 'off-track']);
  });

  it('remembers what features keep of notes, and has it after a warm start without reading a byte', async () => {
    const notes = {
      'Active/Processes/Launch/Launch.md': '---\nowner: Ann\n---\n# Launch\n1. Ann tags the build\n',
      'Resources/Playbooks/P.md': '---\nprocess: "[[Launch]]"\n---\n# P\n',
    };
    const cold = world(notes);
    await cold.watch.reconcile();
    await cold.settle();
    const facets = (of: typeof cold): unknown[] => [
      [...of.watch.facets().all(PROCESS)],
      [...of.watch.facets().all(PLAYBOOK)],
    ];
    expect(facets(cold)).toMatchObject([
      [['Active/Processes/Launch/Launch.md', { owner: 'Ann' }]],
      [['Resources/Playbooks/P.md', { processes: ['Launch'] }]],
    ]);
    const warm = world({}, cold.memory);
    for (const [path, file] of cold.files) warm.files.set(path, { ...file });
    await warm.watch.reconcile();
    expect([facets(warm), warm.counts.reads]).toEqual([facets(cold), 0]);
    warm.remove('Active/Processes/Launch/Launch.md');
    warm.watch.removed('Active/Processes/Launch/Launch.md');
    await warm.settle();
    expect(facets(warm)[0]).toEqual([]);
  });

  it('reads nothing either when it is asked to compare twice while it remembers', async () => {
    const memory = new Map<string, RememberedNote<NoteFacts>>();
    const first = world({ 'Inbox/a.md': plan('1.0') }, memory);
    await first.watch.reconcile();
    await first.settle();
    const second = world({}, memory);
    for (const [path, file] of first.files) second.files.set(path, { ...file });
    await Promise.all([second.watch.reconcile(), second.watch.reconcile()]);
    expect(second.counts.reads).toBe(0);
  });

  it('survives a memory full of nonsense', async () => {
    const memory = new Map<string, RememberedNote<NoteFacts>>([
      ['Inbox/a.md', { path: 'Inbox/a.md', mtime: 1, size: 1, facts: null }],
    ]);
    const vault = world({ 'Inbox/a.md': plan('1.0') }, memory);
    await vault.watch.reconcile();
    expect(vault.levels()).toEqual({ 'v1.0': 'on-track' });
  });

  it('follows saves, deletions, renames and folders', async () => {
    const vault = world({ 'Inbox/a.md': plan('1.0') });
    await vault.watch.reconcile();
    vault.write('Inbox/a.md', plan('1.0', 'Jan 20'));
    vault.watch.changed('Inbox/a.md', plan('1.0', 'Jan 20'));
    await vault.settle();
    expect(vault.levels()).toEqual({ 'v1.0': 'off-track' });
    const { text } = vault.files.get('Inbox/a.md') ?? { text: '' };
    vault.remove('Inbox/a.md');
    vault.write('Inbox/Deep/er/b.md', text);
    vault.watch.renamed('Inbox/a.md', 'Inbox/Deep/er/b.md');
    await vault.settle();
    expect(vault.watch.state().releases[0]?.release.sources).toEqual(['Inbox/Deep/er/b.md']);
    vault.remove('Inbox/Deep/er/b.md');
    vault.write('Inbox/Else/er/b.md', text);
    vault.watch.renamed('Inbox/Deep', 'Inbox/Else');
    await vault.settle();
    expect(vault.watch.state().releases[0]?.release.sources).toEqual(['Inbox/Else/er/b.md']);
    vault.remove('Inbox/Else/er/b.md');
    vault.watch.removed('Inbox/Else');
    await vault.settle();
    expect(vault.levels()).toEqual({});
  });

  it('an emptied note empties its facts', async () => {
    const vault = world({ 'Inbox/a.md': plan('1.0') });
    await vault.watch.reconcile();
    vault.write('Inbox/a.md', '');
    vault.watch.changed('Inbox/a.md', '');
    await vault.settle();
    expect(vault.levels()).toEqual({});
  });

  it('keeps the last facts of a note that cannot be read, and says so', async () => {
    const vault = world({ 'Inbox/a.md': plan('1.0') });
    await vault.watch.reconcile();
    vault.write('Inbox/a.md', plan('1.0', 'Jan 20'));
    vault.failing.add('Inbox/a.md');
    vault.watch.changed('Inbox/a.md');
    await vault.settle();
    expect(vault.levels()).toEqual({ 'v1.0': 'on-track' });
    expect(vault.watch.state().unread.map(({ path }) => path)).toEqual(['Inbox/a.md']);
  });

  it('a bad line is told and the rest is read', async () => {
    const vault = world({ 'Inbox/a.md': plan('1.0', 'Feb 30', '- Go/no-go: Feb 10\n') });
    await vault.watch.reconcile();
    const { release } = vault.watch.state().releases[0] ?? {};
    expect(release?.goNoGo?.value.date).toBe('2026-02-10');
    expect(release?.diagnostics.map(({ line, message }) => [line, message])).toEqual([
      [2, '“Feb 30” is not a day of the calendar'],
    ]);
  });

  it('two hundred rapid saves end in the last text', async () => {
    const vault = world({ 'Inbox/a.md': plan('1.0') });
    await vault.watch.reconcile();
    for (let i = 0; i < 200; i++) {
      const text = plan('1.0', i % 2 === 0 ? 'Jan 20' : `Mar ${(i % 20) + 1}`);
      vault.write('Inbox/a.md', text);
      vault.watch.changed('Inbox/a.md', text);
      if (i % 7 === 0) void vault.settle();
    }
    await vault.settle();
    await vault.settle();
    expect(vault.watch.state().releases[0]?.release.target?.value.date).toBe('2026-03-20');
  });

  it('a new day assesses again', async () => {
    const vault = world({ 'Inbox/a.md': plan('1.0', 'Feb 3') });
    await vault.watch.reconcile();
    const before = vault.levels();
    vault.setDay('2026-02-04');
    vault.watch.checkDay();
    expect([before, vault.levels()]).toEqual([{ 'v1.0': 'at-risk' }, { 'v1.0': 'off-track' }]);
  });

  it('logs every change of a level with its day and rules, once', async () => {
    const vault = world({ 'Inbox/a.md': plan('1.0', 'Feb 3') });
    vault.device.set('levels', { '1.0 x': 'nonsense', broken: { level: 'blue', transitions: [] } });
    await vault.watch.reconcile();
    const id = vault.watch.state().releases[0]?.release.id ?? '';
    expect(vault.watch.state().histories[id]).toEqual({ level: 'at-risk', transitions: [] });
    vault.setDay('2026-02-04');
    vault.watch.checkDay();
    await vault.watch.reconcile();
    expect(
      vault.watch
        .state()
        .histories[id]?.transitions.map(({ on, from, to, rules }) => [on, from, to, rules.includes('R3')]),
    ).toEqual([['2026-02-04', 'at-risk', 'off-track', true]]);
    expect(vault.device.get('levels')).toEqual(vault.watch.state().histories);
  });

  it('settings of another scope read another vault', async () => {
    const vault = world({ 'Inbox/a.md': plan('1.0'), 'Private/b.md': plan('2.0') });
    await vault.watch.reconcile();
    await vault.setSettings(resolveSettings(withSetting({}, 'wholeVault', true)));
    expect(Object.keys(vault.levels()).sort()).toEqual(['v1.0', 'v2.0']);
  });

  it('any sequence of events ends where a fresh start ends', async () => {
    const path = fc.constantFrom(
      'Inbox/a.md',
      'Inbox/b.md',
      'Active/Releases/X/Plan.md',
      'Active/Releases/X/Checklist.md',
      'Elsewhere/c.md',
    );
    const text = fc.constantFrom(
      plan('1.0'),
      plan('2.0', 'Jan 20'),
      '- [ ] box\n',
      'plain\n',
      '',
      '# Release: X\n- Target: Mar 3\n',
    );
    const step = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), path, text }),
      fc.record({ kind: fc.constant('remove' as const), path, text }),
      fc.record({ kind: fc.constant('settle' as const), path, text }),
      fc.record({ kind: fc.constant('reconcile' as const), path, text }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const vault = world();
        await vault.watch.reconcile();
        for (const { kind, path: at, text: next } of steps) {
          if (kind === 'write') {
            vault.write(at, next);
            vault.watch.changed(at, next);
          } else if (kind === 'remove') {
            vault.remove(at);
            vault.watch.removed(at);
          } else if (kind === 'settle') await vault.settle();
          else await vault.watch.reconcile();
        }
        await vault.settle();
        const other = world();
        for (const [at, file] of vault.files) other.files.set(at, { ...file });
        await other.watch.reconcile();
        const sorted = (watch: VaultWatch): unknown =>
          [...watch.state().releases]
            .map(({ release, assessment }) => ({ release, assessment }))
            .sort((a, b) => (a.release.id < b.release.id ? -1 : 1));
        expect(sorted(vault.watch)).toEqual(sorted(other.watch));
        expect(vault.watch.state().looseEnds).toEqual(other.watch.state().looseEnds);
      }),
      { numRuns: 150 },
    );
  });

  it('stopping leaves no timer and no listener, and later events do nothing', async () => {
    const vault = world({ 'Inbox/a.md': plan('1.0') });
    let told = 0;
    vault.watch.subscribe(() => told++);
    await vault.watch.reconcile();
    vault.watch.changed('Inbox/a.md', plan('1.0', 'Jan 20'));
    vault.watch.stop();
    expect(vault.timers.size).toBe(0);
    const before = told;
    vault.watch.changed('Inbox/a.md', plan('1.0', 'Jan 21'));
    await vault.settle();
    expect(told).toBe(before);
  });
});
