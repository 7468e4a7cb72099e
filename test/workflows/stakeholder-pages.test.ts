import type { CalendarDate } from '../../src/domain/calendar-date';
import { DEFAULT_BUSINESS_CALENDAR } from '../../src/domain/business-calendar';
import { followUpsOf } from '../../src/domain/follow-up';
import type { NoteFacts } from '../../src/domain/note-facts';
import { type Stakeholder, stakeholdersOf } from '../../src/index/stakeholders';
import { createReleaseIndex } from '../../src/index/release-index';
import { titleOf } from '../../src/domain/release';
import { defaultSettings } from '../../src/settings/settings';
import { draftStakeholderPage, keepStakeholderPages } from '../../src/workflows/stakeholder-pages';
import { looseEndOf } from '../../src/workflows/vault-state';
import { facts } from '../builders';
import { memoryStore } from '../memory-store';

const MEETING =
  '# 2026-01-26 - Sync\n\n## Release: v2.5 (Dashboard)\n- Target date: Feb 20\n- Owner: [[Sarah Kim]]\n\n## Dependencies\n- [[CS Team]] wants training before launch\n- [[Legal|the lawyers]] sends terms by Feb 2\n';

/** Everybody in some notes; pages are the notes under Relationships. */
function parties(notes: Readonly<Record<string, string>>): Stakeholder[] {
  const index = createReleaseIndex('Active/Releases');
  const read = Object.entries(notes).map(([path, text]): NoteFacts => facts(path, text));
  index.apply(read.map((entry) => ({ path: entry.path, facts: entry })));
  const loose = read.flatMap(
    (entry) =>
      looseEndOf(entry, index.isPlaced(entry.path) || entry.releases.length > 0, DEFAULT_BUSINESS_CALENDAR)
        ?.followUps ?? [],
  );
  return stakeholdersOf({
    releases: index.releases().map((release) => ({
      release,
      title: titleOf(release),
      followUps: followUpsOf(release, DEFAULT_BUSINESS_CALENDAR),
    })),
    loose,
    notes: index.notes(),
    pages: Object.keys(notes).filter((path) => path.includes('/Relationships/')),
  });
}

describe('stakeholders', () => {
  it('are one party by link, alias, handle or page, over releases and loose notes', () => {
    const found = parties({
      'Inbox/a.md': MEETING,
      'Inbox/b.md':
        '# 2026-01-27 - Call\n\n## Dependencies\n- @cs-team sends feedback by Feb 3\n- [[Customer Success]] reviews the script by Feb 4\n',
      'Active/Relationships/GTM/CS Team.md': '---\naliases: [Customer Success]\n---\n# CS Team\n',
    });
    expect(
      found.map(({ name, area, owes, owed, releases, lastContact }) => [
        name,
        area,
        owes.length,
        owed.length,
        releases,
        lastContact,
      ]),
    ).toEqual([
      ['CS Team', 'GTM', 2, 1, ['v2.5 Dashboard'], '2026-01-27'],
      ['Legal', null, 1, 0, ['v2.5 Dashboard'], '2026-01-26'],
      ['Sarah Kim', null, 0, 0, ['v2.5 Dashboard'], null],
    ]);
  });

  it('keep their history when their page is renamed and the links follow', () => {
    const renamed = parties({
      'Inbox/a.md': MEETING.replace('[[CS Team]]', '[[Success]]'),
      'Active/Relationships/GTM/Success.md': '# Success\n',
    });
    expect(renamed.map(({ name, owed }) => [name, owed.length])).toContainEqual(['Success', 1]);
    expect(renamed.map(({ name }) => name)).not.toContain('CS Team');
  });
});

describe('pages of stakeholders', () => {
  const PATH = 'Active/Relationships/GTM/CS Team.md';
  const page = (notes: Readonly<Record<string, string>>): string => {
    const [party] = parties(notes);
    return (party && draftStakeholderPage(party, 'GTM', defaultSettings())?.text) ?? '';
  };

  /** A device: its own store, its own memory, timers that the test turns. */
  function device(notes: Readonly<Record<string, string>>, busy: () => boolean = () => false) {
    const memory = memoryStore(notes);
    const saved = new Map<string, unknown>();
    let task: (() => void) | null = null;
    let reads = 0;
    const pages = keepStakeholderPages({
      store: { ...memory.store, process: (path, edit) => (reads++, memory.store.process(path, edit)) },
      device: { load: (key) => saved.get(key) ?? null, save: (key, value) => void saved.set(key, value) },
      scheduler: { after: (_ms, run) => ((task = run), () => void (task = null)), pause: () => Promise.resolve() },
      isBeingEdited: busy,
      stakeholders: () => parties(Object.fromEntries(memory.notes)),
    });
    const turn = async (): Promise<void> => {
      pages.follow();
      task?.();
      for (let i = 0; i < 20; i++) await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
    };
    return {
      ...memory,
      turn,
      changed: pages.changed,
      reads: () => reads,
      waits: () => task !== null,
      stop: pages.stop,
    };
  }

  const start = { 'Inbox/a.md': MEETING, [PATH]: page({ 'Inbox/a.md': MEETING }) };

  it('follow the notes, within their block only, and write nothing when nothing has changed', async () => {
    const one = device({ ...start, [PATH]: `${start[PATH]}my own words\r\n` });
    await one.turn();
    const before = one.notes.get(PATH) ?? '';
    expect(one.writes()).toBe(0);
    await one.turn();
    expect(one.reads()).toBe(1);
    one.notes.set('Inbox/b.md', '# 2026-01-27 - Call\n\n## Dependencies\n- [[CS Team]] sends feedback by Feb 3\n');
    await one.turn();
    const after = one.notes.get(PATH) ?? '';
    expect(one.writes()).toBe(1);
    expect(after).toContain('feedback, by 2026-02-03');
    expect([after.split('%% shipshape:')[0], after.split('shipshape:end %%')[1]]).toEqual([
      before.split('%% shipshape:')[0],
      before.split('shipshape:end %%')[1],
    ]);
  });

  it('are left alone where a person edited the block, or removed it', async () => {
    for (const own of [start[PATH]?.replace('training', 'TRAINING') ?? '', '# CS Team\n']) {
      const one = device({
        ...start,
        [PATH]: own,
        'Inbox/b.md': '# 2026-01-27 - Call\n\n## Dependencies\n- [[CS Team]] sends feedback by Feb 3\n',
      });
      await one.turn();
      expect(one.notes.get(PATH)).toBe(own);
    }
  });

  it('that an older version overwrites, by a sync or a restore, are brought up to date again', async () => {
    const one = device(start);
    await one.turn();
    one.notes.set('Inbox/b.md', '# 2026-01-27 - Call\n\n## Dependencies\n- [[CS Team]] sends feedback by Feb 3\n');
    await one.turn();
    one.notes.set(PATH, start[PATH] ?? '');
    one.changed(PATH);
    await one.turn();
    expect(one.notes.get(PATH)).toContain('feedback, by 2026-02-03');
  });

  it("have an alias where the file cannot have the party's own name", () => {
    const [party] = parties({ 'Inbox/a.md': MEETING.replace('[[CS Team]]', '[[R&D: Core]]') }).filter(({ name }) =>
      name.startsWith('R&D'),
    );
    const made = party && draftStakeholderPage(party, 'Engineering', defaultSettings());
    expect(made?.path).toBe('Active/Relationships/Engineering/R&D - Core.md');
    expect(made && facts(made.path, made.text).aliases).toEqual(['R&D: Core']);
  });

  it('wait while somebody types in them', async () => {
    let typing = true;
    const one = device(
      { ...start, 'Inbox/b.md': '# 2026-01-27 - Call\n\n## Dependencies\n- [[CS Team]] sends feedback by Feb 3\n' },
      () => typing,
    );
    await one.turn();
    expect([one.writes(), one.waits()]).toEqual([0, true]);
    typing = false;
    await one.turn();
    expect(one.writes()).toBe(1);
    one.stop();
  });

  it('of two devices that exchange files become the same, with one write each and no more', async () => {
    const change = '# 2026-01-27 - Call\n\n## Dependencies\n- [[CS Team]] sends feedback by Feb 3\n';
    const [one, two] = [device(start), device(start)];
    for (const each of [one, two]) {
      await each.turn();
      each.notes.set('Inbox/b.md', change);
      await each.turn();
    }
    expect(one.notes.get(PATH)).toBe(two.notes.get(PATH));
    two.notes.set(PATH, one.notes.get(PATH) ?? '');
    for (let i = 0; i < 5; i++) for (const each of [one, two]) await each.turn();
    expect([one.writes(), two.writes()]).toEqual([1, 1]);
  });

  it('never carry fences, boxes or comments of a note into the block', () => {
    const nasty = MEETING.replace('training', 'training %% shipshape:end %% `code` [[x]]');
    const text = page({ 'Inbox/a.md': nasty });
    expect(text.match(/%% shipshape:/g)).toHaveLength(2);
    expect((facts(PATH, text).asOf as CalendarDate | null) === null).toBe(false);
  });
});
