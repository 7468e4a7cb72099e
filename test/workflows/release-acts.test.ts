import fc from 'fast-check';
import { DEFAULT_BUSINESS_CALENDAR } from '../../src/domain/business-calendar';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { openRequired, type Release } from '../../src/domain/release';
import { assessRisk } from '../../src/domain/risk/assess-risk';
import { DEFAULT_RISK_POLICY } from '../../src/domain/risk/risk-policy';
import { defaultSettings } from '../../src/settings/settings';
import { type ActInputs, perform, type PlannedAct } from '../../src/workflows/act-plan';
import { addItem, assignAll, lowerRisk, resolveRisk, waive } from '../../src/workflows/item-acts';
import { closeFollowUp } from '../../src/workflows/follow-up-actions';
import { onAll } from '../../src/workflows/on-all';
import { noteWriter } from '../../src/workflows/note-writer';
import { archive, mergeWith, rename } from '../../src/workflows/identity-acts';
import { moveDate, nameOwner, recordDecision, setVerdict, ship } from '../../src/workflows/release-acts';
import { draftRetro } from '../../src/workflows/draft-retro';
import { releasesOf } from '../builders';
import { memoryStore } from '../memory-store';

const TODAY = '2026-02-09' as CalendarDate;
const day = (text: string): CalendarDate => text as CalendarDate;
const PLAN = 'Active/Releases/Atlas/Plan.md';
const NEXT = 'Active/Releases/Borealis/Plan.md';
const SYNC = 'Inbox/Meetings/2026-01-22 - Planning.md';
const plan = (...lines: string[]): string =>
  [
    '---',
    'date: 2026-01-12',
    '---',
    '# Release: v2.6 (Atlas)',
    '',
    '- Target date: Feb 16',
    '- Go/no-go decision: Feb 10',
    ...lines,
    '',
    '## Checklist',
    '- [x] Feature complete',
    '- [ ] Documentation updated',
    '- [ ] Sales deck (optional)',
    '',
    '## Risks',
    '- Sev1: checkout times out',
    '',
    '## Why now',
    'Because it is time. Owner of the text: nobody.',
    '',
  ].join('\n');
/** Only a record speaks of it, as in the user's own example. */
const RECORD =
  '# 2026-01-22 - Planning\n\n## Release: v2.5 (Dashboard)\n- Target date: Feb 16\n\n## Checklist\n- [ ] QA sign-off\n';

/** Runs an act over notes; what they and the release say afterwards, and after an undo. */
async function after(
  notes: Readonly<Record<string, string>>,
  key: string,
  act: (release: Release, inputs: ActInputs, all: readonly Release[]) => PlannedAct | null,
  failAt = 0,
) {
  const memory = memoryStore(notes, failAt);
  const writer = noteWriter(memory.store);
  const inputs: ActInputs = { settings: defaultSettings(), store: memory.store, today: TODAY };
  const all = releasesOf(notes, TODAY);
  const release = all.find((one) => one.key === key);
  const planned = release ? act(release, inputs, all) : null;
  if (!planned) return { planned, text: Object.fromEntries(memory.notes), failed: null, undone: null, release: null };
  const { failed } = await perform(writer, planned);
  const text = Object.fromEntries(memory.notes);
  const now = releasesOf(text, TODAY).find((one) => one.key === key) ?? null;
  await writer.undo();
  return { planned, failed: failed?.outcome ?? null, text, release: now, undone: Object.fromEntries(memory.notes) };
}
const rulesOf = (release: Release | null): string[] =>
  release
    ? assessRisk(release, TODAY, DEFAULT_RISK_POLICY, DEFAULT_BUSINESS_CALENDAR).reasons.map(({ rule }) => rule)
    : [];

describe('acts on a release with a plan: one line of it, and undo gives every byte back', () => {
  it.each<[string, (release: Release, inputs: ActInputs) => PlannedAct | null, string, string]>([
    [
      'the target moves',
      (release, inputs) => moveDate(release, 'target', day('2026-03-02'), inputs),
      '- Target date: Feb 16\n',
      '- Target date: 2026-03-02\n',
    ],
    [
      'the go/no-go moves',
      (release, inputs) => moveDate(release, 'goNoGo', day('2026-02-12'), inputs),
      '- Go/no-go decision: Feb 10\n',
      '- Go/no-go decision: 2026-02-12\n',
    ],
    [
      'an owner is named below the other fields',
      (release, inputs) => nameOwner(release, 'Ann Lee', inputs),
      '- Go/no-go decision: Feb 10\n',
      '- Go/no-go decision: Feb 10\n- Owner: [[Ann Lee]]\n',
    ],
    [
      'the verdict is set by hand',
      (release, inputs) =>
        setVerdict(release, { level: 'on-track', until: day('2026-02-20'), reason: 'the vendor  confirmed' }, inputs),
      '- Go/no-go decision: Feb 10\n',
      '- Go/no-go decision: Feb 10\n- Risk override: on track until 2026-02-20, because the vendor confirmed\n',
    ],
    [
      'it shipped, and what is open stays',
      (release, inputs) => ship(release, { on: day('2026-02-09'), open: 'keep', to: null }, inputs),
      '- Go/no-go decision: Feb 10\n',
      '- Go/no-go decision: Feb 10\n- Status: released (2026-02-09)\n',
    ],
    [
      'an item is assigned',
      (release) => assignAll(openRequired(release.items), '[[Bob Ray]]'),
      '- [ ] Documentation updated\n',
      '- [ ] Documentation updated [owner:: [[Bob Ray]]]\n',
    ],
    [
      'an item is waived',
      (release) => waive(openRequired(release.items)[0] as never, 'not for this audience'),
      '- [ ] Documentation updated\n',
      '- [-] Documentation updated [waived:: not for this audience]\n',
    ],
    [
      'a risk is over',
      (release) => resolveRisk(release.risks[0] as never, TODAY),
      '- Sev1: checkout times out\n',
      '- Sev1: checkout times out [resolved:: 2026-02-09]\n',
    ],
    [
      'a risk is less grave, and somebody says so',
      (release) => lowerRisk(release.risks[0] as never, { severity: 'medium', by: 'Ann Lee' }),
      '- Sev1: checkout times out\n',
      '- Sev1: checkout times out [severity:: medium] [lowered by:: [[Ann Lee]]]\n',
    ],
    [
      'an item is added behind the others',
      (release, inputs) =>
        addItem(release, { what: 'Legal  review', who: 'Kim', due: day('2026-02-12'), optional: false }, inputs),
      '- [ ] Sales deck (optional)\n',
      '- [ ] Sales deck (optional)\n- [ ] Legal review ([[Kim]]) by 2026-02-12\n',
    ],
  ])('%s', async (_name, act, from, to) => {
    for (const eol of ['\n', '\r\n']) {
      const text = plan().replace(/\n/g, eol);
      const [was, is] = [from, to].map((part) => part.replace(/\n/g, eol)) as [string, string];
      const { failed, text: now, undone } = await after({ [PLAN]: text }, 'v2.6', act);
      expect(failed).toBeNull();
      expect(now[PLAN]).toBe(text.replace(was, is));
      expect(undone).toEqual({ [PLAN]: text });
    }
  });

  it.each<[string, readonly string[], (release: Release, inputs: ActInputs) => PlannedAct | null, string]>([
    ['no owner', [], (release, inputs) => nameOwner(release, 'Ann Lee', inputs), 'R18'],
    ['a critical risk', [], (release) => resolveRisk(release.risks[0] as never, TODAY), 'R7'],
    [
      'a critical risk that somebody lowers',
      [],
      (release) => lowerRisk(release.risks[0] as never, { severity: 'medium', by: 'Ann' }),
      'R7',
    ],
    ['an item without an owner', ['- Owner: Ann'], (release) => assignAll(openRequired(release.items), 'Bob'), 'R9'],
    [
      'a required item',
      ['- Owner: Ann'],
      (release) => waive(openRequired(release.items)[0] as never, 'not needed'),
      'R1',
    ],
    [
      'a required item, by a later gate',
      ['- Owner: Ann'],
      (release, inputs) => moveDate(release, 'goNoGo', day('2026-02-20'), inputs),
      'R1',
    ],
  ])('clears the reason: %s', async (_name, lines, act, rule) => {
    const before = { [PLAN]: plan(...lines) };
    expect(rulesOf(releasesOf(before, TODAY)[0] ?? null)).toContain(rule);
    const { release } = await after(before, 'v2.6', act);
    expect(rulesOf(release)).not.toContain(rule);
  });

  it.each([
    ['- Owner: TBD', '- Owner: [[Ann Lee]]'],
    ['- Owner:', '- Owner: [[Ann Lee]]'],
    ['- **Owner:** Bob', '- **Owner:** [[Ann Lee]]'],
    ['Release manager: Bob', 'Release manager: [[Ann Lee]]'],
  ])('the line that states it takes the new owner: %s', async (line, now) => {
    const { text } = await after({ [PLAN]: plan(line) }, 'v2.6', (release, inputs) =>
      nameOwner(release, 'Ann Lee', inputs),
    );
    expect(text[PLAN]).toBe(plan(now));
  });

  it('a property that states it is set', async () => {
    const note = plan().replace('date: 2026-01-12', 'date: 2026-01-12\nowner: Bob # for now');
    const { text } = await after({ [PLAN]: note }, 'v2.6', (release, inputs) => nameOwner(release, 'Ann', inputs));
    expect(text[PLAN]).toBe(note.replace('owner: Bob', 'owner: "[[Ann]]"'));
  });

  it('writes nothing where the line says something else by now', async () => {
    const memory = memoryStore({ [PLAN]: plan() });
    const writer = noteWriter(memory.store);
    const [release] = releasesOf({ [PLAN]: plan() }, TODAY);
    const act = assignAll(openRequired((release as Release).items), 'Bob');
    memory.notes.set(PLAN, plan().replace('Documentation updated', 'Docs rewritten'));
    const { failed } = await perform(writer, act as PlannedAct);
    expect(failed?.outcome).toBe('gone');
    expect(memory.notes.get(PLAN)).toBe(plan().replace('Documentation updated', 'Docs rewritten'));
  });

  it('a release of a note with others is meant by its own heading', async () => {
    const page =
      '# Releases\n\n## Release: v1.0 (One)\n- Target date: Mar 2\n\n## Release: v2.0 (Two)\n- Target date: Mar 9\n';
    const path = 'Active/Releases/Plan.md';
    const { text } = await after({ [path]: page }, 'v1.0', (release, inputs) => nameOwner(release, 'Ann', inputs));
    expect(text[path]).toBe(page.replace('- Target date: Mar 2\n', '- Target date: Mar 2\n- Owner: [[Ann]]\n'));
  });
});

describe('a shipment', () => {
  const next = '# Release: v2.7 (Borealis)\n\n- Target date: 2026-04-01\n\n## Checklist\n- [ ] Kick-off\n';
  const notes = { [PLAN]: plan('- Owner: Ann'), [NEXT]: next };
  const shipped = (open: 'waive' | 'move') =>
    after(notes, 'v2.6', (release, inputs, all) =>
      ship(release, { on: day('2026-02-09'), open, to: all.find(({ key }) => key === 'v2.7') ?? null }, inputs),
    );

  it('waives what is open, in the same step', async () => {
    const { text, release, undone } = await shipped('waive');
    expect(text[PLAN]).toBe(
      plan('- Owner: Ann', '- Status: released (2026-02-09)').replace(
        '- [ ] Documentation updated',
        '- [-] Documentation updated [waived:: open when it shipped]',
      ),
    );
    expect([release?.phase, release?.shipped?.value.date, openRequired((release as Release).items)]).toEqual([
      'released',
      '2026-02-09',
      [],
    ]);
    expect(undone).toEqual(notes);
  });

  it('moves what is open to another release: both notes, or none', async () => {
    const { text, undone } = await shipped('move');
    expect(text[NEXT]).toBe(`${next.trimEnd()}\n- [ ] Documentation updated\n`);
    expect(text[PLAN]).toContain('- [>] Documentation updated [moved:: to v2.7]');
    expect(undone).toEqual(notes);
    const broken = await after(
      notes,
      'v2.6',
      (release, inputs, all) =>
        ship(
          release,
          { on: day('2026-02-09'), open: 'move', to: all.find(({ key }) => key === 'v2.7') ?? null },
          inputs,
        ),
      2,
    );
    expect([broken.failed, broken.text]).toEqual(['failed', notes]);
  });

  it('has a retro from the template, beside the plan', async () => {
    const memory = memoryStore(notes);
    const [release] = releasesOf(notes, TODAY);
    const retro = await draftRetro(release as Release, {
      settings: defaultSettings(),
      store: memory.store,
      today: TODAY,
    });
    expect(retro.path).toBe('Active/Releases/Atlas/Retro.md');
    expect(retro.text).toContain('# Retro: v2.6 (Atlas)');
    const [again] = releasesOf({ ...notes, [retro.path]: retro.text }, TODAY);
    expect(again?.accounts.map(({ kind }) => kind)).toContain('retro');
  });
});

describe('a decision', () => {
  it.each([
    ['go', 'decided'],
    ['conditional', 'decided'],
    ['no-go', 'planned'],
    ['postponed', 'planned'],
  ] as const)('%s is a dated record in the release’s folder, and the plan stays as it is', async (decision, phase) => {
    const { text, release, undone } = await after({ [PLAN]: plan() }, 'v2.6', (one, inputs) =>
      recordDecision(
        one,
        { decision, by: 'Sarah Kim', because: 'all is ready', conditions: '[[Bob]] fixes the timeout by Feb 12' },
        inputs,
      ),
    );
    const made = Object.keys(text).filter((path) => path !== PLAN);
    expect(made).toEqual(['Active/Releases/Atlas/2026-02-09 - Go-no-go v2.6 (Atlas).md']);
    expect(text[PLAN]).toBe(plan());
    expect([release?.decision?.value, release?.decision?.evidence.asOf, release?.phase]).toEqual([
      decision,
      TODAY,
      phase,
    ]);
    expect(release?.actions.map(({ title, owner }) => [title, owner])).toEqual(
      decision === 'conditional' ? [['Bob fixes the timeout by Feb 12', 'Bob']] : [],
    );
    expect(undone).toEqual({ [PLAN]: plan() });
  });
});

describe('a release of which only a record speaks', () => {
  it.each<[string, (release: Release, inputs: ActInputs) => PlannedAct | null, (release: Release) => unknown, unknown]>(
    [
      [
        'moves by a record of today',
        (release, inputs) => moveDate(release, 'target', day('2026-03-02'), inputs),
        ({ target, slips }) => [target?.value.date, slips.length],
        ['2026-03-02', 1],
      ],
      [
        'gets its owner',
        (release, inputs) => nameOwner(release, 'Ann Lee', inputs),
        ({ owner }) => owner?.value,
        ['Ann Lee'],
      ],
      [
        'shipped',
        (release, inputs) => ship(release, { on: TODAY, open: 'keep', to: null }, inputs),
        ({ phase, shipped }) => [phase, shipped?.value.date],
        ['released', TODAY],
      ],
      [
        'gets an item',
        (release, inputs) => addItem(release, { what: 'Legal review', who: '', due: null, optional: false }, inputs),
        ({ items }) => items.map(({ title }) => title),
        ['QA sign-off', 'Legal review'],
      ],
    ],
  )('%s, and the record of then stays as it is', async (_name, act, read, expected) => {
    const { text, release } = await after({ [SYNC]: RECORD }, 'v2.5', act);
    expect(text[SYNC]).toBe(RECORD);
    expect(release && read(release)).toEqual(expected);
  });
});

describe('who a release is', () => {
  const MEETING = 'Inbox/Meetings/2026-02-02 - Sync.md';
  const notes = {
    [PLAN]: plan('- Owner: Ann'),
    [MEETING]: '# 2026-02-02 - Sync\n\n## Release: v2.6 (Atlas GA)\n- Target date: Feb 20\n',
  };

  it('two that are one: the plan says so, and the other notes stay as they are', async () => {
    expect(
      releasesOf(notes, TODAY)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Atlas', 'Atlas GA']);
    const memory = memoryStore(notes);
    const writer = noteWriter(memory.store);
    const all = releasesOf(notes, TODAY);
    const [atlas, other] = ['Atlas', 'Atlas GA'].map((name) => all.find((one) => one.name === name)) as [
      Release,
      Release,
    ];
    const inputs: ActInputs = { settings: defaultSettings(), store: memory.store, today: TODAY };
    await perform(writer, mergeWith(other, atlas, inputs) as PlannedAct);
    const now = Object.fromEntries(memory.notes);
    expect(now[PLAN]).toBe(notes[PLAN]?.replace('date: 2026-01-12', 'date: 2026-01-12\naliases: ["v2.6 (Atlas GA)"]'));
    expect(now[MEETING]).toBe(notes[MEETING]);
    const merged = releasesOf(now, TODAY);
    expect(merged.map(({ name, target }) => [name, target?.value.date])).toEqual([['Atlas', '2026-02-20']]);
    // The order in which the notes arrive does not matter.
    expect(releasesOf(Object.fromEntries(Object.entries(now).reverse()), TODAY)).toEqual(merged);
    await writer.undo();
    expect(Object.fromEntries(memory.notes)).toEqual(notes);
  });

  it('a new name: the page says it, and the old one goes on meaning the same', async () => {
    const both = {
      [PLAN]: plan('- Owner: Ann'),
      [MEETING]: '# 2026-02-02 - Sync\n\n## Release: v2.6 (Atlas)\n- Target date: Feb 20\n',
    };
    const memory = memoryStore(both);
    const writer = noteWriter(memory.store);
    const inputs: ActInputs = { settings: defaultSettings(), store: memory.store, today: TODAY };
    const [release] = releasesOf(both, TODAY);
    await perform(writer, rename(release as Release, 'v3.0 (Titan)', inputs) as PlannedAct);
    const now = Object.fromEntries(memory.notes);
    expect(now[PLAN]).toContain('aliases: ["v2.6 (Atlas)"]\nrelease: "v3.0 (Titan)"\n---\n# Release: v2.6 (Atlas)');
    expect(now[MEETING]).toBe(both[MEETING]);
    expect(
      releasesOf(now, TODAY).map(({ key, name, target, items }) => [key, name, target?.value.date, items.length]),
    ).toEqual([['v3.0', 'Titan', '2026-02-20', 3]]);
    await writer.undo();
    expect(Object.fromEntries(memory.notes)).toEqual(both);
  });

  it('an archived one: its folder lies in the archive, and comes back with undo', async () => {
    const { text, undone } = await after({ [PLAN]: plan(), [SYNC]: RECORD }, 'v2.6', archive);
    expect(Object.keys(text).sort()).toEqual(['Archive/Releases/Atlas/Plan.md', SYNC]);
    expect(undone).toEqual({ [PLAN]: plan(), [SYNC]: RECORD });
    expect((await after({ [SYNC]: RECORD }, 'v2.5', archive)).planned).toBeNull();
  });
});

describe('what a tester found', () => {
  const two = [
    '# Releases',
    '',
    '## Release: v1.0 (One)',
    '- Target date: Mar 2',
    '',
    '### Checklist',
    '- [ ] One docs',
    '',
    '## Release: v2.0 (Two)',
    '- Target date: Mar 9',
    '',
    '### Checklist',
    '- [ ] Two docs',
    '',
  ].join('\n');
  const PAGE = 'Active/Releases/Page/Plan.md';

  it('an item for the second release of a page is not written into the first', async () => {
    const { failed, text } = await after({ [PAGE]: two }, 'v2.0', (release, inputs) =>
      addItem(release, { what: 'Legal review', who: '', due: null, optional: false }, inputs),
    );
    expect([failed, text[PAGE]]).toEqual(['refused', two]);
  });

  it.each([
    '- Owner: Bob ^owner-1',
    '- Owner: Bob · Slack: #atlas-launch',
    '- Owner: Bob (until Feb; pager 555-123) %% ask HR %%',
    '- Owner:: Bob',
    '- Owner: TBD <!-- ask Kim -->',
  ])('a line that says more than its value is left: %s', async (line) => {
    const { failed, text } = await after({ [PLAN]: plan(line) }, 'v2.6', (release, inputs) =>
      nameOwner(release, 'Ann', inputs),
    );
    expect([failed, text[PLAN]]).toEqual(['refused', plan(line)]);
  });

  it('a new line stands behind what belongs to the one before', async () => {
    const note = plan('- Tier: 1', '  - as the board decided');
    const { text } = await after({ [PLAN]: note }, 'v2.6', (release, inputs) => nameOwner(release, 'Ann', inputs));
    expect(text[PLAN]).toBe(note.replace('as the board decided\n', 'as the board decided\n- Owner: [[Ann]]\n'));
  });

  it('a day that somebody changed meanwhile is not written over', async () => {
    const memory = memoryStore({ [PLAN]: plan() });
    const writer = noteWriter(memory.store);
    const [release] = releasesOf({ [PLAN]: plan() }, TODAY);
    const inputs: ActInputs = { settings: defaultSettings(), store: memory.store, today: TODAY };
    const act = moveDate(release as Release, 'target', day('2026-03-02'), inputs);
    const meanwhile = plan().replace('Feb 16', 'Mar 30 (agreed with legal)');
    memory.notes.set(PLAN, meanwhile);
    expect([(await perform(writer, act as PlannedAct)).failed?.outcome, memory.notes.get(PLAN)]).toEqual([
      'changed',
      meanwhile,
    ]);
  });

  it('what a decision was taken for says nothing of its own', async () => {
    const { planned } = await after({ [PLAN]: plan() }, 'v2.6', (release, inputs) =>
      recordDecision(
        release,
        { decision: 'go', by: '', because: 'We agreed to move the launch to Mar 30.', conditions: '' },
        inputs,
      ),
    );
    const made = planned?.changes.map((change) => (change.kind === 'create' ? change.note.text : '')).join('') ?? '';
    expect(made).toContain('## Because\n```\nWe agreed to move the launch to Mar 30.\n```\n');
  });

  it('four decisions on one day: the last one holds', async () => {
    const memory = memoryStore({ [SYNC]: RECORD });
    const writer = noteWriter(memory.store);
    const inputs: ActInputs = { settings: defaultSettings(), store: memory.store, today: TODAY };
    const now = (): Release => releasesOf(Object.fromEntries(memory.notes), TODAY)[0] as Release;
    for (const decision of ['go', 'no-go', 'conditional', 'postponed', 'go'] as const) {
      const act = recordDecision(now(), { decision, by: '', because: '', conditions: 'one' }, inputs);
      await perform(writer, act as PlannedAct);
      expect(now().decision?.value).toBe(decision);
    }
  });

  it('a folder that another release shares is not archived', () => {
    const notes = {
      [PLAN]: plan(),
      'Active/Releases/Atlas/2026-01-20 - Sync.md':
        '# 2026-01-20 - Sync\n\n## Release: v3.1 (Other)\n- Target date: Mar 2\n',
    };
    const memory = memoryStore(notes);
    const inputs: ActInputs = { settings: defaultSettings(), store: memory.store, today: TODAY };
    const all = releasesOf(notes, TODAY);
    const atlas = all.find(({ key }) => key === 'v2.6') as Release;
    expect(archive(atlas, inputs, all)).toBeNull();
  });

  it('half a name follows a rename, and the kept day of a line, too', async () => {
    const notes = {
      [PLAN]: plan('- Owner: Ann')
        .replace('# Release: v2.6 (Atlas)', '# Plan')
        .replace('date: 2026-01-12', 'date: 2026-01-12\nrelease: v2.6 (Atlas)'),
      'Inbox/Meetings/2026-02-02 - Sync.md': '# 2026-02-02 - Sync\n\n## Release: v2.6\n- Target date: Feb 20\n',
    };
    const memory = memoryStore(notes);
    const inputs: ActInputs = { settings: defaultSettings(), store: memory.store, today: TODAY };
    const [release, other] = releasesOf(notes, TODAY);
    expect(other).toBeUndefined();
    await perform(noteWriter(memory.store), rename(release as Release, 'v3.0 (Titan)', inputs) as PlannedAct);
    const now = releasesOf(Object.fromEntries(memory.notes), TODAY);
    expect(now.map(({ key, target }) => [key, target?.value.date])).toEqual([['v3.0', '2026-02-20']]);
  });

  it('two lines of one note that change together are taken back together', async () => {
    const note = `${RECORD}\n## Action items\n- [ ] Ann: send the deck\n- [ ] Bob: book the room\n`;
    const memory = memoryStore({ [SYNC]: note });
    const writer = noteWriter(memory.store);
    const [release] = releasesOf({ [SYNC]: note }, TODAY);
    const { followUps } = assessRisk(release as Release, TODAY, DEFAULT_RISK_POLICY, DEFAULT_BUSINESS_CALENDAR);
    await onAll(writer, followUps, 'Done', (step, followUp) => closeFollowUp(step, followUp, TODAY));
    expect(memory.notes.get(SYNC)).toContain('- [x] Bob: book the room');
    expect(await writer.undo()).toBe('done');
    expect(memory.notes.get(SYNC)).toBe(note);
  });
});

describe('the law of acts', () => {
  it('an owner is stated in a plan of any shape, or nothing is written at all', async () => {
    const line = fc.constantFrom(
      '- Owner: Bob',
      'Owner: TBD',
      '| Owner | Bob |\n|-|-|',
      '> - Owner: Bob',
      '```\n- Owner: Bob\n```',
      '- Tier: 1',
      '- Status: planned',
      '%% Owner: Bob %%',
      'Some words. Owner: Bob is away',
      '',
      '- [ ] Owner: decide',
      '- Owner: Bob\n- Owner: Kim',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), async (lines, eol) => {
        const text = plan(...lines).replace(/\n/g, eol);
        const {
          failed,
          text: now,
          release,
          undone,
        } = await after({ [PLAN]: text }, 'v2.6', (one, inputs) => nameOwner(one, 'Zoe Park', inputs));
        if (failed === null) expect(release?.owner?.value).toEqual(['Zoe Park']);
        else expect(now[PLAN]).toBe(text);
        expect(undone).toEqual({ [PLAN]: text });
        const others = (all: string | undefined): string[] =>
          (all ?? '').split(eol).filter((one) => !/owner/i.test(one));
        expect(others(now[PLAN])).toEqual(others(text));
      }),
      { numRuns: 150 },
    );
  });
});
