import type { CalendarDate } from '../../src/domain/calendar-date';
import type { HistoryEntry } from '../../src/domain/history-entry';
import { keptForecast } from '../../src/domain/forecast/kept-forecast';
import { ended } from '../../src/domain/in-slices';
import { createAssessments } from '../../src/index/assessments';
import { createReleaseIndex } from '../../src/index/release-index';
import { facetOf } from '../../src/markdown/feature';
import { HISTORY } from '../../src/markdown/history-feature';
import { defaultSettings } from '../../src/settings/settings';
import { keepHistory } from '../../src/workflows/keep-history';
import { facts } from '../builders';
import { memoryStore } from '../memory-store';

const PLAN = 'Active/Releases/v2.6 Atlas/Plan.md';
const NOTE = 'System/Shipshape/History Desktop k7f3 2026.md';
const kept = (text: string): readonly HistoryEntry[] | null => facetOf(facts(NOTE, text), HISTORY);
const MEETING = {
  path: 'Inbox/Meetings/2026-01-28 sync.md',
  text: '# 2026-01-28 Release sync\n\n## Release: v2.6 (Atlas)\n- Target date: 2026-03-23\n',
};
const plan = (target: string, more = ''): string =>
  `---\ndate: 2026-01-20\n---\n# Release: v2.6 (Atlas)\n\n- Target date: ${target}\n${more}`;

/** A vault whose saves are seen one by one, as the watch sees them. */
function vault(
  notes: Readonly<Record<string, string>> = {},
  {
    failAt = 0,
    byHand = true,
    name = 'Desktop k7f3',
    keep = true,
  }: { failAt?: number; byHand?: boolean; name?: string; keep?: boolean } = {},
) {
  const { store, notes: written } = memoryStore(notes, failAt);
  const index = createReleaseIndex('Active/Releases');
  const device = new Map<string, unknown>();
  const told: string[] = [];
  const failed: string[] = [];
  let today = '2026-02-01';
  let hand = byHand;
  const keeper = keepHistory({
    store,
    device: { load: (key) => device.get(key), save: (key, value) => void device.set(key, value) },
    clock: { today: () => today as CalendarDate, dateOf: () => today as CalendarDate, elapsed: () => 0 },
    settings: () => ({ ...defaultSettings(), keepHistory: keep }),
    drawName: () => name,
    isByHand: () => hand,
    hasHistory: (path) => index.hasHistory(path),
    facts: (path) => index.facts(path),
    tell: (path) => told.push(path),
    failed: (reason) => failed.push(reason),
  });
  const take = (path: string, text: string | null, fileDate = today): void =>
    void index.apply([{ path, facts: text === null ? null : facts(path, text, fileDate) }]);
  return {
    store: { notes: written },
    told,
    failed,
    keeper,
    index,
    device,
    onDay: (day: string): void => void (today = day),
    bySync: (): void => void (hand = false),
    /** A note is saved with this text; what is kept of it is read as well. */
    save: async (path: string, saved: string): Promise<void> => {
      const before = index.facts(path);
      const after = facts(path, saved, today);
      if (before) keeper.reread(before, after);
      index.apply([{ path, facts: after }]);
      await keeper.settled();
      for (const [note, text] of written) if (note.startsWith('System/Shipshape/')) take(note, text);
    },
    take,
    target: (): string | undefined => index.releases().find(({ version }) => version === '2.6')?.target?.value.date,
  };
}

describe('the plan is the authority on its own release', () => {
  it('a line of the plan that a person changes after a meeting moved the date counts from that day', async () => {
    const here = vault();
    here.take(PLAN, plan('2026-03-16'));
    here.take(MEETING.path, MEETING.text);
    expect(here.target()).toBe('2026-03-23');
    await here.save(PLAN, plan('2026-03-30'));
    expect(here.target()).toBe('2026-03-30');
    expect(here.told).toEqual([NOTE]);
    expect(here.store.notes.get(NOTE)).toMatch(
      /^# History\n\n[^]+\n```jsonl\n\{"on":"2026-02-01","note":"Active\/Releases\/v2\.6 Atlas\/Plan\.md","release":"2\.6 atlas","field":"target","value":"2026-03-30","was":"2026-03-16"\}\n```\n$/,
    );
    // A meeting of a later day is newer again.
    here.take(
      'Inbox/Meetings/2026-02-04 sync.md',
      '# 2026-02-04 Release sync\n\n## Release: v2.6 (Atlas)\n- Target date: 2026-04-06\n',
    );
    expect(here.target()).toBe('2026-04-06');
  });

  it.each([
    ['a tick', (): readonly [string, string] => [PLAN, plan('2026-03-16', '- [x] QA\n')]],
    [
      'another line that is saved',
      (): readonly [string, string] => [PLAN, plan('2026-03-16', '- [ ] QA\n- [ ] Docs\n')],
    ],
    ['a touch', (): readonly [string, string] => [PLAN, plan('2026-03-16', '- [ ] QA\n')]],
    [
      'a clone',
      (): readonly [string, string] => ['Active/Releases/v2.6 Atlas copy/Plan.md', plan('2026-03-16', '- [ ] QA\n')],
    ],
  ])('%s makes no line newer than the meeting', async (_name, saved) => {
    const here = vault();
    here.take(PLAN, plan('2026-03-16', '- [ ] QA\n'));
    here.take(MEETING.path, MEETING.text);
    here.onDay('2026-02-05');
    await here.save(...saved());
    expect(here.target()).toBe('2026-03-23');
    expect((kept(here.store.notes.get(NOTE) ?? '') ?? []).filter(({ kind }) => kind === 'line')).toEqual([]);
  });

  it('what arrives by a sync or a pull makes no line newer', async () => {
    const here = vault({}, { byHand: false });
    here.take(PLAN, plan('2026-03-16'));
    here.take(MEETING.path, MEETING.text);
    await here.save(PLAN, plan('2026-03-30'));
    expect(here.target()).toBe('2026-03-23');
    expect([...here.store.notes.keys()]).toEqual([]);
  });

  it('what another device kept counts here, also when it comes before the plan or after it', async () => {
    const there = vault();
    there.take(PLAN, plan('2026-03-16'));
    there.take(MEETING.path, MEETING.text);
    await there.save(PLAN, plan('2026-03-30'));
    const arrives = [
      [PLAN, plan('2026-03-30')],
      [NOTE, there.store.notes.get(NOTE) ?? ''],
      [MEETING.path, MEETING.text],
    ] as const;
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [2, 0, 1],
    ]) {
      const here = vault({}, { name: 'Phone ab2c' });
      for (const at of order) here.take(...(arrives[at] as readonly [string, string]));
      expect(here.target()).toBe('2026-03-30');
      here.take(NOTE, null);
      expect(here.target()).toBe('2026-03-23');
    }
  });

  it('a plan that is moved keeps its days', async () => {
    const here = vault();
    here.take(PLAN, plan('2026-03-16'));
    here.take(MEETING.path, MEETING.text);
    await here.save(PLAN, plan('2026-03-30'));
    const moved = 'Active/Releases/2026/v2.6 Atlas/Plan.md';
    here.keeper.renamed(PLAN, moved);
    await here.keeper.settled();
    here.take(PLAN, null);
    here.take(moved, plan('2026-03-30'));
    here.take(NOTE, here.store.notes.get(NOTE) ?? null);
    expect(here.target()).toBe('2026-03-30');
    here.keeper.renamed('Inbox/other.md', 'Inbox/else.md');
    await here.keeper.settled();
    expect(here.store.notes.get(NOTE)).not.toContain('else.md');
  });

  it('while somebody types, one line is kept a day', async () => {
    const here = vault();
    here.take(PLAN, plan('2026-03-16'));
    for (const day of ['2026-03-01', '2026-03-03', '2026-03-30']) await here.save(PLAN, plan(day));
    const lines = (): string[] => (here.store.notes.get(NOTE) ?? '').split('\n').filter((line) => line.startsWith('{'));
    expect(lines().map((line) => JSON.parse(line) as HistoryEntry)).toMatchObject([
      { value: '2026-03-30', was: '2026-03-16' },
    ]);
    here.onDay('2026-02-02');
    await here.save(PLAN, plan('2026-04-02'));
    expect(lines()).toHaveLength(2);
  });

  it('words that a person wrote into the history note stay, also when its block was taken out', async () => {
    const mine = '# History\nMine.\n';
    const here = vault({ [NOTE]: mine });
    here.take(PLAN, plan('2026-03-16'));
    await here.save(PLAN, plan('2026-03-30'));
    const text = here.store.notes.get(NOTE) ?? '';
    expect(text.startsWith(mine)).toBe(true);
    expect(kept(text)).toHaveLength(1);
    here.store.notes.set(NOTE, `${text}\nBelow, mine, too.\n`);
    here.onDay('2026-02-03');
    await here.save(PLAN, plan('2026-04-02'));
    expect(here.store.notes.get(NOTE)).toContain('\nBelow, mine, too.\n');
    expect(kept(here.store.notes.get(NOTE) ?? '')).toHaveLength(2);
  });

  it('a new year begins a new note, and says so', async () => {
    const here = vault();
    here.take(PLAN, plan('2026-03-16'));
    await here.save(PLAN, plan('2026-03-30'));
    here.onDay('2027-01-04');
    await here.save(PLAN, plan('2026-04-02'));
    expect([...here.store.notes.keys()]).toEqual([NOTE, NOTE.replace('2026', '2027')]);
  });

  it('nothing is kept when it is turned off', async () => {
    const here = vault({}, { keep: false });
    here.take(PLAN, plan('2026-03-16'));
    await here.save(PLAN, plan('2026-03-30'));
    expect([...here.store.notes.keys()]).toEqual([]);
  });

  it('a store that fails is told of, and the next change is kept', async () => {
    const here = vault({}, { failAt: 1 });
    here.take(PLAN, plan('2026-03-16'));
    await here.save(PLAN, plan('2026-03-30'));
    expect(here.failed).toHaveLength(1);
    await here.save(PLAN, plan('2026-04-02'));
    expect(kept(here.store.notes.get(NOTE) ?? '')).toHaveLength(1);
  });
});

describe('what is forecast', () => {
  const ticks = (count: number): string =>
    Array.from({ length: count }, (_, at) => `- [x] Done ${'abcdefgh'[at]} ✅ 2026-01-${21 + at}\n`).join('');
  const assessed = (text: string, today: string) => {
    const index = createReleaseIndex('Active/Releases');
    const ids = index.apply([{ path: PLAN, facts: facts(PLAN, text, today) }]);
    const assessments = createAssessments(defaultSettings(), today as CalendarDate);
    ended(assessments.update(ids, index.release, []));
    return assessments.assessed();
  };
  const forecastsIn = (text: string | undefined): readonly HistoryEntry[] =>
    (kept(text ?? '') ?? []).filter(({ kind }) => kind === 'forecast');
  const open = `${ticks(7)}- [ ] QA @ann\n- [ ] Docs @bo\n`;

  it('begins no history', async () => {
    const here = vault();
    here.keeper.forecasts(assessed(plan('2026-03-16', open), '2026-02-05'), []);
    await here.keeper.settled();
    expect([...here.store.notes.keys()]).toEqual([]);
  });

  it('is kept once there is one, once for the same words, and the last of a day', async () => {
    const here = vault();
    here.take(PLAN, plan('2026-03-16'));
    await here.save(PLAN, plan('2026-03-30'));
    const releases = assessed(plan('2026-03-30', open), '2026-02-05');
    here.keeper.forecasts(releases, []);
    here.keeper.forecasts(releases, []);
    await here.keeper.settled();
    expect(forecastsIn(here.store.notes.get(NOTE))).toMatchObject([
      { kind: 'forecast', on: '2026-02-05', gate: '2026-03-30', model: 'queue' },
    ]);
    here.keeper.forecasts(assessed(plan('2026-02-09', open), '2026-02-05'), []);
    await here.keeper.settled();
    expect(forecastsIn(here.store.notes.get(NOTE))).toMatchObject([{ on: '2026-02-05', gate: '2026-02-09' }]);
  });

  it('is not kept again by a device that sees what another one kept', async () => {
    const here = vault();
    here.take(PLAN, plan('2026-03-16'));
    await here.save(PLAN, plan('2026-03-30'));
    const releases = assessed(plan('2026-03-30', open), '2026-02-05');
    const [first] = releases;
    const now = first ? keptForecast(first.release.id, first.assessment.outlook.result) : null;
    here.keeper.forecasts(releases, now ? [now] : []);
    await here.keeper.settled();
    expect([now?.gate, forecastsIn(here.store.notes.get(NOTE))]).toEqual(['2026-03-30', []]);
  });
});

describe('a history note', () => {
  it('is never read as a release, an action or a loose end', () => {
    const text = '# Release: v9.9 (Ghost)\n- Target date: 2026-03-01\n- [ ] Ship it @ann\n';
    expect(facts(NOTE, text)).toMatchObject({ kind: 'history', releases: [], tasks: [] });
  });

  it('is read in short steps, however long it is', () => {
    const line = '{"on":"2026-02-01","note":"a.md","release":"","field":"target","value":"2026-03-30","was":null}';
    expect(kept(Array.from({ length: 5000 }, () => line).join('\n'))).toHaveLength(5000);
  });
});
