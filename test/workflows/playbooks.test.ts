import fc from 'fast-check';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { managedBlocks } from '../../src/markdown/managed-block';
import { readProcess } from '../../src/markdown/process/read-process';
import { readProcessNote } from '../../src/markdown/process/process-note';
import { applyEdits } from '../../src/markdown/text-edit';
import { newProcessNote, playbookContent, type PlaybookContent } from '../../src/presentation/process-text';
import { resolveSettings, withSetting } from '../../src/settings/settings';
import { documentProcess } from '../../src/workflows/document-process';
import { noteWriter } from '../../src/workflows/note-writer';
import { playbookEdits } from '../../src/workflows/playbook-edits';
import { keepPlaybooks } from '../../src/workflows/playbook-keeper';
import { memoryStore } from '../memory-store';

const TODAY = '2026-01-27' as CalendarDate;
const SOURCE = { today: TODAY, link: '[[Launch]]' };
const PROSE =
  'When QA signs off, [[Release Manager]] tags the build in Jira within 1 day. Then Support updates the macros in Zendesk. If a blocker is open, stop and tell [[Sarah Kim]]. We started this last year.';
const PROCESS = 'Active/Processes/Launch/Launch.md';
const PLAYBOOK = 'Resources/Playbooks/Launch.md';

function made(settings = resolveSettings({})): {
  readonly notes: Readonly<Record<string, string>>;
  readonly content: PlaybookContent;
} {
  const drafted = documentProcess(
    { name: 'Launch', category: 'Launch', owner: 'Ann', description: readProcess(PROSE) },
    { settings, today: TODAY, find: () => null },
  );
  if (!drafted) throw new Error('no draft');
  return { notes: Object.fromEntries(drafted.notes.map(({ path, text }) => [path, text])), content: drafted.content };
}

describe('documenting a process', () => {
  it('makes a process note that is read back as it was understood, and its playbook', () => {
    const { notes } = made();
    expect(Object.keys(notes)).toEqual([PROCESS, PLAYBOOK]);
    const { description, owner, verified } = readProcessNote(notes[PROCESS] ?? '');
    expect([owner, verified, description.trigger?.text]).toEqual(['Ann', TODAY, 'QA signs off']);
    expect(description.steps.map(({ actor, action, tool, timing }) => [actor, action, tool, timing])).toEqual([
      ['Release Manager', 'tag the build', 'Jira', 'within 1 day'],
      ['Support', 'update the macros', 'Zendesk', null],
    ]);
    expect(description.branches.map(({ condition, action }) => [condition, action])).toEqual([
      ['a blocker is open', 'stop and tell Sarah Kim'],
    ]);
    expect(notes[PLAYBOOK]).toContain(
      '1. **[[Release Manager]]**: tag the build · in Jira · within 1 day\n2. **Support**: update the macros · in Zendesk\n',
    );
    expect(notes[PLAYBOOK]).toContain('- Measured by: Not stated\n');
  });
});

describe('a process that says what is not to be', () => {
  it.each([
    ['Deploy happens Thursday morning before 11 (never on Fridays!).', /never on Fridays/],
    ['QA deploys the build in Jenkins, never on Fridays.', /never on Fridays/],
    ['Ann posts the notes in #releases, not in Slack.', /not in Slack/],
    ['Support updates the macros, but not before the launch.', /not before the launch/],
  ])('keeps its sense in the playbook: %s', (sentence, kept) => {
    const { steps } = playbookContent(readProcess(sentence), { owner: 'Ann', verified: TODAY, reviewDays: 90 });
    expect(steps).toMatch(kept);
    expect(steps).not.toMatch(/· (?:on Fridays|in Slack|before the launch)/);
  });

  it('in a chat, the second half of a line is a sentence of its own, used or listed as unused', () => {
    const { steps, sentences, unused } = readProcess(
      '[10:02] ann: CS posts on the status page, within an hour after deploy. then we do a postmortem within 5 days\n[10:03] bob: yes\n',
    );
    expect(sentences.map(({ text }) => text).slice(0, 2)).toEqual([
      'CS posts on the status page, within an hour after deploy.',
      'then we do a postmortem within 5 days',
    ]);
    expect(unused.includes(1)).toBe(!steps.some(({ source }) => source === 1));
  });
});

describe('updating a playbook', () => {
  const text = made().notes[PLAYBOOK] ?? '';
  const { content } = made();
  const changed = (prose: string): PlaybookContent =>
    playbookContent(readProcess(prose), { owner: 'Ann', verified: TODAY, reviewDays: 90 });
  const next = changed(PROSE.replace('within 1 day', 'within 2 days'));

  it('counts the steps again, and leaves a person’s own lines that begin with a number', () => {
    const own = text.replace(
      /2\. \*\*Support\*\*[^\n]*\n/,
      (step) => `${step}2025. That year we shipped late.\n15. Dezember: Codefreeze (Anna)\n`,
    );
    const more = changed(PROSE.replace('Then Support', 'Then QA tests the build. Then Support'));
    const updated = applyEdits(own, playbookEdits(own, more, [content], SOURCE).edits);
    expect(updated).toContain('2025. That year we shipped late.\n15. Dezember: Codefreeze (Anna)\n');
    expect(updated).toMatch(/\n1\. [^\n]*\n2\. [^\n]*\n3\. \*\*Support\*\*[^\n]*\n2025\. That/);
  });

  it('carries a change into its block, logs it, and is done with that: updating twice is once', () => {
    const { edits, changed: blocks } = playbookEdits(text, next, [content], SOURCE);
    const updated = applyEdits(text, edits);
    expect(blocks).toEqual([{ block: 'steps', before: content.steps, after: next.steps }]);
    expect(updated).toContain('in Jira · within 2 days\n');
    expect(updated).toContain('| Date | Change | Source |\n|-|-|-|\n| 2026-01-27 | Updated: steps | [[Launch]] |\n');
    expect(playbookEdits(updated, next, [next], SOURCE)).toEqual({
      edits: [],
      changed: [],
      conflicts: [],
      lags: false,
    });
  });

  it('keeps what a person wrote in a block, on this device and on one that never saw it', () => {
    const mine = text
      .replace('2. **Support**: update', '2. **Support**: carefully update')
      .replace('## Branches', '## Branches');
    const { edits, conflicts } = playbookEdits(mine, next, [content], SOURCE);
    expect(conflicts).toEqual([]);
    const merged = applyEdits(mine, edits);
    expect(merged).toContain('within 2 days\n2. **Support**: carefully update');
    const later = changed(PROSE.replace('within 1 day', 'within 3 days'));
    // This device knows what was generated; another one does not, and asks.
    expect(applyEdits(merged, playbookEdits(merged, later, [next], SOURCE).edits)).toContain(
      'within 3 days\n2. **Support**: carefully update',
    );
    expect(playbookEdits(merged, later, [], SOURCE).conflicts.map(({ block }) => block)).toEqual(['steps']);
  });

  it('asks where both changed the same line, and each answer keeps what it says', () => {
    const mine = text.replace('within 1 day', 'by Monday');
    const plan = playbookEdits(mine, next, [content], SOURCE);
    expect(plan.edits).toEqual([]);
    expect(plan.conflicts[0]?.mine).toContain('by Monday');
    const settle = (choice: 'mine' | 'theirs' | 'both'): string =>
      applyEdits(mine, playbookEdits(mine, next, [content], SOURCE, choice).edits);
    expect([settle('mine').includes('by Monday'), settle('mine').includes('within 2 days')]).toEqual([true, false]);
    // Nothing was updated, and the log does not say so.
    expect(settle('mine')).not.toContain('Updated: steps');
    expect([settle('theirs').includes('by Monday'), settle('theirs').includes('within 2 days')]).toEqual([false, true]);
    expect([settle('both').includes('by Monday'), settle('both').includes('within 2 days')]).toEqual([true, true]);
  });

  it('leaves a block alone that says what it should, as after a renamed note, until there is more to write', () => {
    const renamed = (prose: string): PlaybookContent => changed(prose.replace(/Release Manager/g, 'Release Lead'));
    const mine = text.replace('[[Release Manager]]', '[[Release Lead]]');
    for (const bases of [[content], []])
      expect(playbookEdits(mine, renamed(PROSE), bases, SOURCE)).toEqual({
        edits: [],
        changed: [],
        conflicts: [],
        lags: true,
      });
    const more = renamed(`${PROSE} We measure the share of quiet launches.`);
    const after = applyEdits(mine, playbookEdits(mine, more, [content], SOURCE).edits);
    expect(after).toContain('- Measured by: share of quiet launches\n');
    expect(playbookEdits(after, more, [], SOURCE)).toEqual({ edits: [], changed: [], conflicts: [], lags: false });
  });

  it('knows a step by its words and not by its number: one more in front, and a hand edit behind it, both stand', () => {
    const steps = (lines: readonly string[]): PlaybookContent =>
      changed(lines.map((line, index) => `${index + 1}. ${line}`).join('\n'));
    const [three, four] = [
      ['Ann: call Bob', 'Bob: write the report', 'Cy: publish the notes'],
      ['Ann: open the room', 'Ann: call Bob', 'Bob: write the report', 'Cy: publish the notes'],
    ];
    const base = steps(three ?? []);
    const made = documentProcess(
      {
        name: 'X',
        category: '',
        owner: 'Ann',
        description: readProcess((three ?? []).map((line, index) => `${index + 1}. ${line}`).join('\n')),
      },
      { settings: resolveSettings({}), today: TODAY, find: () => null },
    );
    const mine = (made?.notes[1]?.text ?? '').replace('write the report', 'write the report (ask Ann first)');
    const plan = playbookEdits(mine, steps(four ?? []), [made?.content ?? base], SOURCE);
    expect(plan.conflicts).toEqual([]);
    expect(applyEdits(mine, plan.edits)).toContain(
      '1. **Ann**: open the room\n2. **Ann**: call Bob\n3. **Bob**: write the report (ask Ann first)\n4. **Cy**: publish the notes\n',
    );
    // Two steps swapped are no new wordings of each other: nothing is lost, whatever is chosen.
    const swapped = steps(['Bob: write the report', 'Ann: call Bob', 'Cy: publish the notes']);
    for (const choice of ['mine', 'theirs', 'both'] as const) {
      const after = applyEdits(mine, playbookEdits(mine, swapped, [made?.content ?? base], SOURCE, choice).edits);
      for (const words of ['call Bob', 'write the report', 'publish the notes']) expect(after).toContain(words);
    }
  });

  it('lets no text of a note open a comment, a tag or a formula', () => {
    const odd = playbookContent(
      readProcess('## Steps\n1. Run `a <!-- b` and `<details>` for $$x$$ %% now.\n'),
      { owner: '<b>Ann', verified: null, reviewDays: 90 },
      [{ link: '[[L]]', gist: 'Use <!-- x carefully.' }],
    );
    for (const block of Object.values(odd)) expect(block).not.toMatch(/(?:^|[^\\])(?:<[!a-z]|\$\$)|%%/i);
    // Twice is once.
    expect(
      readProcess(newProcessNote('X', readProcess('## Steps\n1. Run `a <!-- b`.\n'), '', TODAY)).steps[0]?.action,
    ).toBe('run a <!-- b');
  });

  it('a step that is gone stays for one version, struck through', () => {
    const shorter = changed('When QA signs off, [[Release Manager]] tags the build in Jira within 1 day.');
    const once = applyEdits(text, playbookEdits(text, shorter, [content], SOURCE).edits);
    expect(once).toContain('- ~~**Support**: update the macros · in Zendesk~~ (removed 2026-01-27)\n');
    expect(playbookEdits(once, shorter, [shorter], SOURCE).edits).toEqual([]);
    const twice = applyEdits(
      once,
      playbookEdits(
        once,
        changed('When QA signs off, [[Release Manager]] tags the release in Jira within 1 day.'),
        [shorter],
        SOURCE,
      ).edits,
    );
    expect(twice).not.toContain('update the macros');
  });

  it('keeps every word of a person in the change log, and their own struck lines', () => {
    const mine = text
      .replace('| 2026-01-27 | First version', 'Talked to Legal.\n| 2026-01-27 | First version')
      .replace('macros · in Zendesk\n', 'macros · in Zendesk\n- ~~Old way: call Bob~~ (removed 2025-12-01)\n');
    const { edits } = playbookEdits(mine, next, [content], SOURCE);
    const after = applyEdits(mine, edits);
    for (const words of ['Talked to Legal.', '- ~~Old way: call Bob~~ (removed 2025-12-01)', 'within 2 days'])
      expect(after).toContain(words);
    const bare = text.replace('| Date | Change | Source |\n|-|-|-|\n', '');
    expect(applyEdits(bare, playbookEdits(bare, next, [content], SOURCE).edits)).toMatch(
      /\| Updated: steps \| \[\[Launch\]\] \|\n\n\| 2026-01-27 \| First version/,
    );
  });

  it('a block that a person removed stays removed; a playbook without blocks is not touched', () => {
    const [steps] = managedBlocks(text).filter(({ name }) => name === 'steps');
    const without = text.slice(0, steps?.start) + text.slice(steps?.end);
    expect(playbookEdits(without, next, [content], SOURCE).edits).toEqual([]);
    expect(playbookEdits('# My own playbook\n', next, [content], SOURCE)).toEqual({
      edits: [],
      changed: [],
      conflicts: [],
      lags: false,
    });
  });

  it('changes no byte outside its blocks, whatever is edited and merged, and can be taken back exactly', async () => {
    const word = fc.constantFrom(
      'deploy the build',
      'check the logs',
      'tell Support',
      'publish the notes',
      'review the plan',
    );
    const prose = fc
      .array(word, { minLength: 1, maxLength: 5 })
      .map((acts) => acts.map((act, index) => `${index + 1}. ${act}`).join('\n'));
    const edit = fc.record({
      at: fc.nat(),
      insert: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 6 }).map((inserted) => inserted.replace(/%/g, '')),
        fc.constantFrom('\n- mine\n', ' (mine)', '\r\n'),
      ),
      cut: fc.nat(4),
    });
    let updates = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(prose, fc.option(edit)), { minLength: 4, maxLength: 10 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\ufeff'),
        async (rounds, eol, bom) => {
          let now = bom + text.replace(/\n/g, eol);
          let base: PlaybookContent = content;
          for (const [process, own] of rounds) {
            if (own) {
              // A person's edit anywhere but in a fence.
              const at = own.at % now.length;
              const candidate = now.slice(0, at) + own.insert + now.slice(Math.min(now.length, at + own.cut));
              if (
                managedBlocks(candidate)
                  .map(({ name, hash }) => name + hash)
                  .join() ===
                managedBlocks(now)
                  .map(({ name, hash }) => name + hash)
                  .join()
              )
                now = candidate;
            }
            const wanted = playbookContent(readProcess(process), { owner: null, verified: null, reviewDays: 90 });
            const plan = playbookEdits(now, wanted, [base], SOURCE, 'mine');
            const outside = (whole: string): string[] => {
              let at = 0;
              return [
                ...managedBlocks(whole).map(({ start, end }) => [whole.slice(at, start), (at = end)][0] as string),
                whole.slice(at),
              ];
            };
            const { store, notes } = memoryStore({ 'p.md': now });
            const writer = noteWriter(store);
            await writer.edit('p.md', 'Update', () => ({ edits: plan.edits }));
            const after = notes.get('p.md') ?? '';
            expect(outside(after)).toEqual(outside(now));
            expect(playbookEdits(after, wanted, [wanted], SOURCE).edits).toEqual([]);
            if (plan.edits.length > 0) {
              expect(await writer.undo()).toBe('done');
              expect(notes.get('p.md')).toBe(now);
            }
            now = after;
            base = wanted;
            updates++;
          }
        },
      ),
      { numRuns: 1600 },
    );
    expect(updates).toBeGreaterThan(10_000);
  }, 120_000);
});

describe('the keeper of playbooks', () => {
  function device(
    notes: Readonly<Record<string, string>>,
    {
      typed = (): boolean => true,
      busy = (): boolean => false,
      mode = 'auto',
      failAt = 0,
    }: { typed?: (path: string) => boolean; busy?: (path: string) => boolean; mode?: string; failAt?: number } = {},
  ) {
    let settings = resolveSettings(withSetting({}, 'playbookUpdates', mode));
    const memory = memoryStore(notes, failAt);
    const saved = new Map<string, unknown>();
    const tasks = new Set<() => void>();
    const keeper = keepPlaybooks({
      store: memory.store,
      writer: noteWriter(memory.store),
      device: { load: (key) => saved.get(key) ?? null, save: (key, value) => void saved.set(key, value) },
      scheduler: {
        after: (_ms, run) => (tasks.add(run), () => void tasks.delete(run)),
        pause: () => Promise.resolve(),
      },
      clock: { today: () => TODAY },
      settings: () => settings,
      isBeingEdited: busy,
      wasTypedHere: typed,
      label: 'Update playbook',
    });
    /** Lets all that waits for quiet run, and what comes of it. */
    const settled = async (): Promise<void> => {
      for (let round = 0; round < 3; round++) {
        for (const task of [...tasks]) {
          tasks.delete(task);
          task();
        }
        for (let i = 0; i < 8; i++) await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const save = async (path: string, text: string | null = null): Promise<void> => {
      if (text !== null) memory.notes.set(path, text);
      keeper.saved(path);
      await settled();
    };
    const turn = (to: string): void => {
      settings = resolveSettings(withSetting({}, 'playbookUpdates', to));
    };
    return { ...memory, keeper, save, settled, turn, playbook: () => memory.notes.get(PLAYBOOK) ?? '' };
  }

  const { notes } = made();
  const edited = (notes[PROCESS] ?? '').replace('within 1 day', 'within 2 days');
  const isProcess = (path: string): boolean => path === PROCESS;

  it('follows a process note that a person saves here, and writes nothing when nothing changes', async () => {
    const one = device(notes, { typed: isProcess });
    await one.save(PROCESS);
    expect(one.writes()).toBe(0);
    await one.save(PROCESS, edited);
    expect(one.playbook()).toContain('within 2 days');
    await one.save(PROCESS);
    await one.save(PLAYBOOK);
    expect([one.writes(), one.keeper.pending()]).toEqual([1, []]);
  });

  it('offers what came by sync, in dry-run mode, or while the playbook is typed in; does nothing when it is off', async () => {
    for (const options of [
      { typed: () => false },
      { typed: isProcess, mode: 'offer' },
      { typed: isProcess, busy: (path: string) => path === PLAYBOOK },
    ]) {
      const one = device(notes, options);
      await one.save(PROCESS, edited);
      expect([one.writes(), one.keeper.pending().map(({ reason }) => reason)]).toEqual([0, ['offered']]);
      const [update] = one.keeper.pending();
      if (update) await one.keeper.apply(update, null);
      expect([one.playbook().includes('within 2 days'), one.keeper.pending()]).toEqual([true, []]);
    }
    const turned = device(notes, { typed: () => false });
    await turned.save(PROCESS, edited);
    turned.turn('off');
    turned.keeper.settingsChanged();
    expect(turned.keeper.pending()).toEqual([]);
    turned.turn('auto');
    turned.keeper.settingsChanged();
    await turned.settled();
    expect(turned.keeper.pending().map(({ reason }) => reason)).toEqual(['offered']);
    const off = device(notes, { typed: isProcess, mode: 'off' });
    await off.save(PROCESS, edited);
    expect([off.writes(), off.keeper.pending()]).toEqual([0, []]);
  });

  it('shows a conflict with both texts, and settles it as it is told', async () => {
    const one = device(
      { ...notes, [PLAYBOOK]: (notes[PLAYBOOK] ?? '').replace('within 1 day', 'by Monday') },
      { typed: isProcess },
    );
    await one.save(PROCESS, edited);
    const [update] = one.keeper.pending();
    expect([one.writes(), update?.reason]).toEqual([0, 'conflict']);
    expect([
      update?.conflicts[0]?.mine.includes('by Monday'),
      update?.conflicts[0]?.theirs.includes('within 2 days'),
    ]).toEqual([true, true]);
    if (update) await one.keeper.apply(update, 'both');
    expect([
      one.playbook().includes('by Monday'),
      one.playbook().includes('within 2 days'),
      one.keeper.pending(),
    ]).toEqual([true, true, []]);
  });

  it('shows a conflict again when a line has come up since, instead of settling what was not shown', async () => {
    const one = device(
      { ...notes, [PLAYBOOK]: (notes[PLAYBOOK] ?? '').replace('within 1 day', 'by Monday') },
      { typed: isProcess },
    );
    await one.save(PROCESS, edited);
    const [update] = one.keeper.pending();
    one.notes.set(PLAYBOOK, one.playbook().replace('by Monday', 'by Monday, my new words'));
    if (update) await one.keeper.apply(update, 'theirs');
    expect([
      one.writes(),
      one.playbook().includes('my new words'),
      one.keeper.pending()[0]?.conflicts[0]?.mine.includes('my new words'),
    ]).toEqual([0, true, true]);
  });

  it('cites the learnings that link to the process or to the playbook, and follows them', async () => {
    const LEARNING = 'Resources/Learnings/Tag early.md';
    const learning = (where: string, what: string): string =>
      `---\ntype: learning\n---\n# Tag early\n\n- From: [[Retro]]\n\n## What we learned\n${what}\n\n## Where it applies\n${where}\n`;
    const one = device({ ...notes, [LEARNING]: learning('', '') }, { typed: (path) => path === LEARNING });
    await one.save(LEARNING);
    expect(one.writes()).toBe(0);
    await one.save(LEARNING, learning('[[launch]]', 'Tags made after lunch are missed. Nobody knows why.'));
    await one.settled();
    expect(one.playbook()).toContain('## Learnings\n%% shipshape:begin learnings');
    expect(one.playbook()).toContain('\n- [[Tag early]]: Tags made after lunch are missed.\n');
    expect(one.playbook()).toContain('| Updated: learnings | [[Active/Processes/Launch/Launch]] |');
    await one.save(LEARNING, learning('nowhere', 'Tags made after lunch are missed.'));
    await one.settled();
    expect([one.playbook().includes('[[Tag early'), one.playbook().includes('None yet')]).toEqual([false, true]);
    await one.save(LEARNING, learning('[[Resources/Playbooks/Launch|the playbook]]', ''));
    await one.settled();
    expect(one.playbook()).toContain('\n- [[Tag early]]\n');
    // What a form makes counts as typed here; what sync brings is offered.
    const made = device({ ...notes, [LEARNING]: learning('[[Launch]]', 'Tag early.') }, { typed: () => false });
    await made.save(LEARNING);
    await made.settled();
    expect([
      made.writes(),
      made.keeper.pending().map(({ reason, changed }) => [reason, changed.map(({ block }) => block)]),
    ]).toEqual([0, [['offered', ['learnings']]]]);
    made.keeper.writtenHere(LEARNING);
    await made.settled();
    expect([made.playbook().includes('Tag early'), made.keeper.pending()]).toEqual([true, []]);
  });

  it('keeps citations that this device does not have yet, until their note is deleted', async () => {
    const LEARNING = 'Resources/Learnings/Tag early.md';
    const one = device(
      {
        ...notes,
        [LEARNING]:
          '---\nprocess: "[[Launch]]"\n---\n# Tag early\n\n## What we learned\n> [!tip] So\n> Tag before noon. Really.\n',
      },
      { typed: () => true },
    );
    await one.save(LEARNING);
    expect(one.playbook()).toContain('\n- [[Tag early]]: Tag before noon.\n');
    const cited = one.playbook();
    const other = device({ ...notes, [PLAYBOOK]: cited }, { typed: isProcess });
    await other.save(PROCESS, edited);
    expect([
      other.playbook().includes('- [[Tag early]]: Tag before noon.'),
      other.playbook().includes('within 2 days'),
    ]).toEqual([true, true]);
    one.notes.delete(LEARNING);
    one.keeper.deleted(LEARNING);
    await one.settled();
    const [update] = one.keeper.pending();
    if (update) await one.keeper.apply(update, null);
    expect(one.playbook()).not.toContain('Tag early');
  });

  it('no longer cites what was deleted while nobody watched', async () => {
    const LEARNING = 'Resources/Learnings/Tag early.md';
    const one = device({ ...notes, [LEARNING]: '# Tag early\n\n[[Launch]]\n' }, { typed: () => true });
    await one.save(LEARNING);
    await one.keeper.lookAtAll();
    expect([one.playbook().includes('[[Tag early]]'), one.keeper.pending()]).toEqual([true, []]);
    one.notes.delete(LEARNING);
    await one.keeper.lookAtAll();
    expect(one.keeper.pending().map(({ reason, changed }) => [reason, changed.map(({ block }) => block)])).toEqual([
      ['offered', ['learnings']],
    ]);
  });

  it('merges again after an update was taken back', async () => {
    const memory = device(
      { ...notes, [PLAYBOOK]: (notes[PLAYBOOK] ?? '').replace('update the macros', 'carefully update the macros') },
      { typed: isProcess },
    );
    memory.keeper.made(PLAYBOOK, made().content);
    const before = memory.playbook();
    await memory.save(PROCESS, edited);
    memory.notes.set(PLAYBOOK, before);
    await memory.save(PROCESS);
    expect([
      memory.keeper.pending(),
      memory.playbook().includes('carefully update the macros'),
      memory.playbook().includes('within 2 days'),
    ]).toEqual([[], true, true]);
  });

  it('never lets an older look write after a newer one', async () => {
    const one = device(notes, { typed: isProcess });
    const { read } = one.store;
    let slow: (() => void) | null = null;
    let isFirst = true;
    (one.store as { read: typeof read }).read = async (path) => {
      const text = await read(path);
      if (path === PLAYBOOK && isFirst) {
        isFirst = false;
        await new Promise<void>((resolve) => (slow = resolve));
      }
      return text;
    };
    await one.save(PROCESS, edited);
    await one.save(PROCESS, edited.replace('within 2 days', 'within 3 days'));
    (slow as (() => void) | null)?.();
    await one.settled();
    expect(one.playbook()).toContain('within 3 days');
  });

  it('looks again when something could not be read at the start', async () => {
    const one = device({ ...notes, [PROCESS]: edited });
    const { read } = one.store;
    (one.store as { read: typeof read }).read = (path) =>
      path === PROCESS ? Promise.reject(new Error('busy')) : read(path);
    await one.keeper.lookAtAll();
    expect(one.keeper.pending()).toEqual([]);
    (one.store as { read: typeof read }).read = read;
    await one.keeper.lookAtAll();
    expect(one.keeper.pending()).toHaveLength(1);
  });

  it('tells processes of like names apart, and finds the blocks of a renamed one again', async () => {
    const [A, B, C] = [
      'Active/Processes/Launch/发布 2.md',
      'Active/Processes/Launch/回滚 2.md',
      'Active/Processes/Planning/Undo.md',
    ];
    const text = '---\nprocess: ["[[Launch]]", "[[发布 2]]", "[[回滚 2]]"]\n---\n# Ours\n';
    const one = device(
      {
        [PROCESS]: notes[PROCESS] ?? '',
        [A]: '## Steps\n1. Ann: call Bob.\n',
        [B]: '## Steps\n1. Carl: page Dora.\n',
        [PLAYBOOK]: text,
      },
      { typed: () => true },
    );
    await one.save(PLAYBOOK);
    for (const update of one.keeper.pending()) await one.keeper.apply(update, null);
    expect(one.keeper.pending()).toEqual([]);
    await one.save(A, '## Steps\n1. Ann: call Bob twice.\n');
    await one.save(B, '## Steps\n1. Carl: page Dora twice.\n');
    for (const words of ['tag the build', 'call Bob twice', 'page Dora twice']) expect(one.playbook()).toContain(words);
    expect(managedBlocks(one.playbook()).filter(({ name }) => name.startsWith('steps'))).toHaveLength(3);
    // Renamed: its blocks are those that nobody claims any more.
    one.notes.set(C, one.notes.get(B)?.replace('twice', 'thrice') ?? '');
    one.notes.delete(B);
    one.notes.set(PLAYBOOK, one.playbook().replace('"[[回滚 2]]"', '"[[Undo]]"'));
    await one.save(C);
    expect(managedBlocks(one.playbook()).filter(({ name }) => name.startsWith('steps'))).toHaveLength(3);
    expect(one.playbook()).toContain('page Dora thrice');
  });

  it('adds no blocks where they would not be read', async () => {
    const open = '---\nprocess: "[[Launch]]"\n---\n# Ours\n\n```\ncode';
    const one = device({ [PROCESS]: notes[PROCESS] ?? '', [PLAYBOOK]: open }, { typed: isProcess });
    await one.save(PLAYBOOK);
    expect([one.writes(), one.keeper.pending()]).toEqual([0, []]);
  });

  it('lets a learning, or a review, write its own block and nothing that only sync has brought', async () => {
    const LEARNING = 'Resources/Learnings/Tag early.md';
    const one = device(
      { ...notes, [PROCESS]: edited, [LEARNING]: '# Tag early\n\n[[Launch]]\n' },
      { typed: (path) => path === LEARNING },
    );
    await one.save(PROCESS);
    expect(one.keeper.pending().map(({ reason }) => reason)).toEqual(['offered']);
    await one.save(LEARNING);
    expect([
      one.writes(),
      one.keeper.pending().map(({ reason, changed }) => [reason, changed.map(({ block }) => block)]),
    ]).toEqual([0, [['offered', ['steps', 'learnings']]]]);
    one.keeper.writtenHere(PROCESS, ['facts']);
    await one.settled();
    expect(one.writes()).toBe(0);
    const [update] = one.keeper.pending();
    // Pressed for what was shown; the process has changed since, and is shown again.
    one.notes.set(PROCESS, edited.replace('within 2 days', 'within 9 days'));
    if (update) await one.keeper.apply(update, null);
    expect([one.writes(), one.keeper.pending()[0]?.changed[0]?.after.includes('within 9 days')]).toEqual([0, true]);
    const [again] = one.keeper.pending();
    if (again) await one.keeper.apply(again, null);
    expect([one.playbook().includes('within 9 days'), one.keeper.pending()]).toEqual([true, []]);
  });

  it('forgets what waited for a playbook that is gone, and learnings that were moved away', async () => {
    const one = device(notes, { typed: () => false });
    await one.save(PROCESS, edited);
    one.notes.delete(PLAYBOOK);
    one.keeper.deleted(PLAYBOOK);
    expect(one.keeper.pending()).toEqual([]);
    const failing = device(notes, { typed: () => false });
    await failing.save(PROCESS, edited);
    const [update] = failing.keeper.pending();
    (failing.store as { read: unknown }).read = () => Promise.reject(new Error('busy'));
    if (update) await failing.keeper.apply(update, null);
    expect(failing.keeper.pending().map(({ reason, failure }) => [reason, failure])).toEqual([['failed', 'busy']]);
  });

  it('makes no conflict of a block that only a renamed note has changed', async () => {
    const renamed = (text: string): string => text.replace(/Release Manager/g, 'Release Lead');
    const other = device(
      { [PROCESS]: renamed(notes[PROCESS] ?? ''), [PLAYBOOK]: renamed(notes[PLAYBOOK] ?? '') },
      { typed: isProcess },
    );
    await other.save(PROCESS);
    expect([other.writes(), other.keeper.pending()]).toEqual([0, []]);
    await other.save(PROCESS, renamed(edited));
    expect([
      other.keeper.pending(),
      other.playbook().includes('**[[Release Lead]]**: tag the build · in Jira · within 2 days'),
    ]).toEqual([[], true]);
  });

  it('a note that cannot be read is tried once more, then shown, and can be tried again', async () => {
    const one = device(notes, { typed: isProcess });
    const { read } = one.store;
    let failures = 1;
    (one.store as { read: typeof read }).read = (path) =>
      failures-- > 0 ? Promise.reject(new Error('busy')) : read(path);
    await one.save(PROCESS, edited);
    await one.settled();
    expect([one.playbook().includes('within 2 days'), one.keeper.pending()]).toEqual([true, []]);
    failures = 2;
    await one.save(PROCESS, edited.replace('within 2 days', 'within 4 days'));
    await one.settled();
    expect([
      one.playbook().includes('within 4 days'),
      one.keeper.pending().map(({ reason, playbook }) => [reason, playbook]),
    ]).toEqual([false, [['failed', PROCESS]]]);
    const [update] = one.keeper.pending();
    if (update) await one.keeper.apply(update, null);
    await one.settled();
    expect([one.playbook().includes('within 4 days'), one.keeper.pending()]).toEqual([true, []]);
  });

  it('offers after a start what changed while nobody watched', async () => {
    const one = device({ ...notes, [PROCESS]: edited });
    await one.keeper.lookAtAll();
    expect([one.writes(), one.keeper.pending().map(({ reason, playbook }) => [reason, playbook])]).toEqual([
      0,
      [['offered', PLAYBOOK]],
    ]);
    const current = device(notes);
    await current.keeper.lookAtAll();
    expect(current.keeper.pending()).toEqual([]);
    // A second time nothing has changed, and nothing is read.
    (current.store as { read: unknown }).read = () => Promise.reject(new Error('read again'));
    await current.keeper.lookAtAll();
    expect(current.keeper.pending()).toEqual([]);
  });

  it('keeps several processes in one playbook, each in blocks of its own, once a person has them added', async () => {
    const ROLLBACK = 'Active/Processes/Launch/Rollback – zurück.md';
    const two = (notes[PLAYBOOK] ?? '').replace(/^process: .*$/m, 'process: ["[[Launch]]", "[[Rollback – zurück]]"]');
    const one = device(
      { ...notes, [PLAYBOOK]: two, [ROLLBACK]: '# Rollback\n\n## Steps\n1. Ann: call Bob.\n' },
      { typed: (path) => path === PROCESS || path === ROLLBACK },
    );
    await one.save(PROCESS, edited);
    expect([one.playbook().includes('within 2 days'), one.keeper.pending()]).toEqual([true, []]);
    await one.save(ROLLBACK);
    const before = one.playbook();
    expect(one.keeper.pending().map(({ reason, changed }) => [reason, changed.length])).toEqual([['new', 4]]);
    const [update] = one.keeper.pending();
    if (update) await one.keeper.apply(update, null);
    expect(one.playbook().startsWith(before.slice(0, before.indexOf('%% shipshape:begin changes')))).toBe(true);
    expect(one.playbook()).toContain('\n\n## Rollback – zurück\n\n%% shipshape:begin facts-rollback-zuruck ');
    expect(one.playbook()).toContain(
      `| ${TODAY} | Added: Rollback – zurück | [[Active/Processes/Launch/Rollback – zurück]] |`,
    );
    await one.save(ROLLBACK, '# Rollback\n\n## Steps\n1. Ann: call Bob within 5 minutes.\n');
    await one.save(PROCESS, edited.replace('within 2 days', 'within 4 days'));
    expect(one.playbook()).toContain('1. **[[Release Manager]]**: tag the build · in Jira · within 4 days\n');
    expect(one.playbook()).toContain('1. **Ann**: call Bob · within 5 minutes\n');
    expect(one.keeper.pending()).toEqual([]);
    // Its blocks stay its own when it is the only one that is named.
    one.notes.set(PLAYBOOK, one.playbook().replace('"[[Launch]]", ', ''));
    await one.save(ROLLBACK, '# Rollback\n\n## Steps\n1. Ann: call Bob within 6 minutes.\n');
    expect([one.playbook().includes('within 6 minutes'), one.playbook().includes('within 4 days')]).toEqual([
      true,
      true,
    ]);
  });

  it('proposes blocks for a playbook that has none, once, and leaves it so when told', async () => {
    const OWN = '---\r\nprocess: "[[Launch]]"\r\n---\r\n# Ours\r\n\r\nOur words.';
    const one = device({ [PROCESS]: notes[PROCESS] ?? '', [PLAYBOOK]: OWN }, { typed: isProcess });
    await one.save(PROCESS, edited);
    expect([one.writes(), one.keeper.pending().map(({ reason }) => reason)]).toEqual([0, ['new']]);
    const [update] = one.keeper.pending();
    if (update) one.keeper.leave(update);
    await one.save(PROCESS, edited);
    await one.save(PLAYBOOK);
    expect([one.writes(), one.keeper.pending()]).toEqual([0, []]);
    const two = device({ [PROCESS]: notes[PROCESS] ?? '', [PLAYBOOK]: OWN });
    await two.save(PLAYBOOK);
    const [proposed] = two.keeper.pending();
    if (proposed) await two.keeper.apply(proposed, null);
    expect(two.playbook().startsWith(`${OWN}\r\n\r\n## Launch\r\n`)).toBe(true);
    expect(/[^\r]\n/.test(two.playbook())).toBe(false);
    await two.save(PLAYBOOK);
    expect([two.writes(), two.keeper.pending()]).toEqual([1, []]);
  });

  it('forgets an update that no longer applies', async () => {
    const one = device(notes, { typed: () => false });
    await one.save(PROCESS, edited);
    const [update] = one.keeper.pending();
    one.notes.set(PLAYBOOK, (notes[PLAYBOOK] ?? '').replace(/^process: .*\n/m, ''));
    if (update) await one.keeper.apply(update, null);
    expect(one.writes()).toBe(0);
    await one.save(PLAYBOOK);
    await one.save(PROCESS);
    expect(one.keeper.pending()).toEqual([]);
    const named = device(
      {
        ...notes,
        [PLAYBOOK]: (notes[PLAYBOOK] ?? '').replace(/^process: .*$/m, 'process: "[[Launch]]"'),
        'Active/Processes/Planning/Launch.md': '# Launch\n1. Other\n',
      },
      { typed: isProcess },
    );
    await named.save(PROCESS, edited);
    expect([named.writes(), named.keeper.pending().map(({ reason }) => reason)]).toEqual([0, ['offered']]);
  });

  it('ends in the middle of an update with the old text or the new one, wherever that is', async () => {
    const whole = device(notes, { typed: isProcess });
    await whole.save(PROCESS, edited);
    const outcomes = new Set<string>();
    for (let calls = 0; calls < 40; calls++) {
      const one = device(notes, { typed: isProcess });
      let left = calls;
      // The plugin is unloaded, or the machine stops, at a call of the store: before it, or with its write done and nothing after it.
      for (const name of ['read', 'process'] as const) {
        const act = one.store[name] as (...given: unknown[]) => Promise<unknown>;
        Object.assign(one.store, {
          [name]: (...given: unknown[]) => {
            if (left-- > 0) return act(...given);
            one.keeper.stop();
            return calls % 2 === 0
              ? Promise.reject(new Error('unloaded'))
              : act(...given).then(() => new Promise(() => undefined));
          },
        });
      }
      await one.save(PROCESS, edited);
      outcomes.add(one.playbook());
      expect([notes[PLAYBOOK], whole.playbook()]).toContain(one.playbook());
      expect(one.notes.get(PROCESS)).toBe(edited);
    }
    expect(outcomes.size).toBe(2);
  });

  it('tries a failed write once more; unloading in between leaves the old text or the new one', async () => {
    const once = device(notes, { typed: isProcess, failAt: 1 });
    await once.save(PROCESS, edited);
    expect([once.playbook().includes('within 2 days'), once.keeper.pending()]).toEqual([true, []]);
    const dead = device(notes, { typed: isProcess });
    Object.assign(dead.store, { process: () => Promise.reject(new Error('disk full')) });
    await dead.save(PROCESS, edited);
    expect([dead.playbook(), dead.keeper.pending().map(({ reason, failure }) => [reason, failure])]).toEqual([
      notes[PLAYBOOK],
      [['failed', 'disk full']],
    ]);
    const gone = device(notes, { typed: isProcess });
    gone.notes.set(PROCESS, edited);
    gone.keeper.saved(PROCESS);
    gone.keeper.stop();
    await gone.save('elsewhere.md');
    expect(gone.playbook()).toBe(notes[PLAYBOOK]);
  });

  it('of two vaults that exchange files writes once, and both end the same', async () => {
    const here = device(notes, { typed: isProcess });
    const there = device(notes, { typed: () => false });
    await here.save(PROCESS, edited);
    await there.save(PROCESS, edited);
    expect(there.keeper.pending()).toHaveLength(1);
    for (let i = 0; i < 4; i++) {
      await there.save(PLAYBOOK, here.playbook());
      await here.save(PLAYBOOK, there.playbook());
      await there.save(PROCESS);
      await here.save(PROCESS);
    }
    expect([here.writes(), there.writes(), there.keeper.pending()]).toEqual([1, 0, []]);
    expect(there.playbook()).toBe(here.playbook());
  });
});

describe('a process note', () => {
  it('keeps every step that was accepted, whatever its words', () => {
    const step = (action: string, actor: string | null = null, tool: string | null = null) => ({
      action,
      actor,
      tool,
      timing: null,
      output: null,
      source: -1,
    });
    const steps = [
      step('Legal sign-off'),
      step('sweep the floor'),
      step('wibble the frobnicator', 'Ann'),
      step('never deploy on Friday'),
      step('tag the build', 'release manager'),
      step('tag the build', 'Bob', 'Our Weird Tool'),
    ];
    const read = readProcessNote(newProcessNote('X', { ...readProcess(''), steps }, '', TODAY)).description.steps;
    expect(read.map(({ actor, action, tool }) => [actor, action.toLowerCase(), tool])).toEqual(
      steps.map(({ actor, action, tool }) => [actor, action.toLowerCase(), tool?.replace(/^Our /, '') ?? null]),
    );
  });

  it('reads as it was written, for all described kinds', () => {
    for (const text of [
      PROSE,
      '1. Check the logs\n2. Restart the service by noon\n3. Tell @ann in #ops',
      'Every Monday I pull the numbers from Looker. Otherwise, ask Finance.',
    ]) {
      const before = readProcess(text);
      const after = readProcessNote(newProcessNote('X', before, '', TODAY)).description;
      expect(after.steps.map(({ actor, action, tool, timing }) => [actor, action, tool, timing])).toEqual(
        before.steps.map(({ actor, action, tool, timing }) => [actor, action, tool, timing]),
      );
      expect(after.trigger?.text).toBe(before.trigger?.text);
      expect(after.branches.map(({ condition, action }) => [condition, action])).toEqual(
        before.branches.map(({ condition, action }) => [condition, action]),
      );
    }
  });
});
