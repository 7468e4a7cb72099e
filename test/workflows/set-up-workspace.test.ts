import { layoutFolders } from '../../src/domain/workspace-layout';
import { sizedTemplate, TEMPLATES } from '../../src/presentation/templates/templates';
import { defaultSettings, resolveSettings, scopeOf, withSetting } from '../../src/settings/settings';
import { isInScope } from '../../src/index/scope';
import { draftCapture, draftFromTemplate, draftMeeting, textToInsert } from '../../src/workflows/new-note';
import { listTemplates } from '../../src/workflows/find-template';
import { noteWriter } from '../../src/workflows/note-writer';
import { planWorkspace, setUpWorkspace } from '../../src/workflows/set-up-workspace';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { facts } from '../builders';
import { memoryStore } from '../memory-store';

const TODAY = '2026-01-27' as CalendarDate;

describe('setting up a workspace', () => {
  const { workspace } = defaultSettings();

  it('makes exactly the promised folders', () => {
    expect(layoutFolders(workspace)).toEqual([
      'Active/Releases',
      'Active/Processes/Planning',
      'Active/Processes/Development',
      'Active/Processes/Launch',
      'Active/Analytics/Dashboards',
      'Active/Analytics/Reports',
      'Active/Analytics/Data_Quality',
      'Active/Tools',
      'Active/Relationships/Product',
      'Active/Relationships/Engineering',
      'Active/Relationships/GTM',
      'Inbox/Meetings',
      'Inbox/Requests',
      'Inbox/Ideas',
      'Resources/Templates',
      'Resources/Playbooks',
      'Resources/Learnings',
      'System/Templates',
    ]);
  });

  it("three times is as good as once, and nothing of the person's is moved or written over", async () => {
    const { store, notes, writes } = memoryStore({
      'active/releases/Old/Plan.md': 'mine',
      'System/Templates/Process Doc.md': 'my own',
    });
    const writer = noteWriter(store);
    const counts: number[] = [];
    for (let i = 0; i < 3; i++) {
      await setUpWorkspace(planWorkspace(workspace, store).rows, 2, writer, 'Set up');
      counts.push(writes());
    }
    expect(new Set(counts).size).toBe(1);
    expect([notes.get('active/releases/Old/Plan.md'), notes.get('System/Templates/Process Doc.md')]).toEqual([
      'mine',
      'my own',
    ]);
    expect(planWorkspace(workspace, store).rows.every(({ exists }) => exists)).toBe(true);
  });

  it('only what was chosen is made', async () => {
    const { store, notes, folders } = memoryStore();
    await setUpWorkspace(
      planWorkspace(workspace, store).rows.filter(({ path }) => path === 'Inbox/Meetings'),
      2,
      noteWriter(store),
      'Set up',
    );
    expect([[...notes], [...folders].sort()]).toEqual([[], ['Inbox', 'Inbox/Meetings']]);
  });

  it('offers folders that are there under another path, unless there are several', () => {
    const { store } = memoryStore({ 'Work/meetings/a.md': '', 'A/Playbooks/a.md': '', 'B/Playbooks/a.md': '' });
    expect(planWorkspace(workspace, store).adoptions).toEqual([
      { part: 'meetings', planned: 'Inbox/Meetings', existing: 'Work/meetings', isLikely: false },
    ]);
    expect(
      planWorkspace(workspace, memoryStore({ 'Meetings/a.md': '', 'inbox/requests/a.md': '' }).store).adoptions,
    ).toEqual([
      { part: 'meetings', planned: 'Inbox/Meetings', existing: 'Meetings', isLikely: true },
      { part: 'requests', planned: 'Inbox/Requests', existing: 'inbox/requests', isLikely: true },
    ]);
    const excluded = memoryStore({ 'Archive/Tools/a.md': '', 'Templates/a.md': '' }).store;
    expect(
      planWorkspace(workspace, excluded, (folder) => folder.startsWith('Archive')).adoptions.map(({ part }) => part),
    ).toEqual(['templates']);
  });

  it('an adopted folder is read from then on, wherever it lies', () => {
    const adopted = resolveSettings(
      withSetting(withSetting({}, 'workspace.meetings', 'Calls'), 'workspace.relationships', 'People'),
    );
    expect([
      isInScope('Calls/a.md', scopeOf(adopted)),
      isInScope('People/GTM/Ann.md', scopeOf(adopted)),
      isInScope('Other/a.md', scopeOf(adopted)),
    ]).toEqual([true, true, false]);
    expect(withSetting({}, 'workspace.meetings', '')).toEqual({});
  });

  it('lies in a root folder where one is named, and is read there', () => {
    const rooted = resolveSettings(withSetting({}, 'workspace.root', 'Work/Ops'));
    expect(rooted.workspace.folders.releases).toBe('Work/Ops/Active/Releases');
    expect(isInScope('Work/Ops/Inbox/Meetings/a.md', scopeOf(rooted))).toBe(true);
    expect(isInScope('Work/Ops/System/Templates/Release Plan.md', scopeOf(rooted))).toBe(false);
    const own = resolveSettings(withSetting(withSetting({}, 'workspace.root', 'Work'), 'workspace.meetings', 'Calls'));
    expect(own.workspace.folders.meetings).toBe('Calls');
  });
});

describe('templates', () => {
  it.each(
    TEMPLATES.flatMap(({ name, text }) =>
      ([1, 2, 3, 4] as const).map((size) => [name, size, sizedTemplate(text, size)] as const),
    ),
  )('%s for size %i is read without a finding and states nothing', (name, _size, text) => {
    const read = facts(`Inbox/Meetings/${name}.md`, text.replace(/\{\{[a-z_]+\??\}\}/g, ''));
    expect(read.diagnostics).toEqual([]);
    expect([read.risks, read.actions, read.dependencies, read.scalars]).toEqual([[], [], [], []]);
    expect(text).not.toMatch(/%% size/);
  });

  it('of the person win over ours, from either folder, and are listed once', async () => {
    const { store } = memoryStore({
      'System/Templates/Mine.md': 'm',
      'Resources/Templates/process doc.md': 'Own {{process}} {{title}}\n',
    });
    const inputs = { settings: defaultSettings(), store, today: TODAY };
    const names = listTemplates(store, inputs.settings).map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['Mine', 'process doc']);
    expect(names.filter((name) => name.toLowerCase() === 'process doc')).toHaveLength(1);
    expect(
      await textToInsert({ name: 'process doc', path: 'Resources/Templates/process doc.md' }, inputs, false),
    ).toEqual({ text: 'Own  {{title}}\n', cursor: null });
  });

  it('bring their properties only to the start of a note', async () => {
    const inputs = {
      settings: defaultSettings(),
      store: memoryStore({ 'System/Templates/T.md': '---\r\ntype: x\r\n---\r\n# {{process}}\r\n{{cursor}}end\r\n' })
        .store,
      today: TODAY,
    };
    const choice = { name: 'T', path: 'System/Templates/T.md' };
    expect(await textToInsert(choice, inputs, true)).toEqual({ text: '---\ntype: x\n---\n# \nend\n', cursor: 19 });
    expect(await textToInsert(choice, inputs, false)).toEqual({ text: '# \nend\n', cursor: 3 });
  });

  it('become notes in their folders', async () => {
    const { store } = memoryStore({ 'Active/Tools/Figma.md': '' });
    const inputs = { settings: defaultSettings(), store, today: TODAY };
    const made = await draftFromTemplate({ name: 'Tool Evaluation', path: null }, 'Figma', inputs);
    expect(made?.path).toBe('Active/Tools/Figma (2).md');
    expect(made?.text).toContain('# Figma\n');
    expect((await draftFromTemplate({ name: 'Process Doc', path: null }, 'Launch day', inputs))?.path).toBe(
      'Active/Processes/Planning/Launch day.md',
    );
  });
});

describe('a meeting log', () => {
  it("has the sample's shape: dated, attended, tied to its release, with typing where the notes begin", async () => {
    const { store } = memoryStore();
    const made = await draftMeeting(
      {
        title: 'Q1: planning?',
        attendees: 'Sarah Kim, [[CS Team]]',
        release: 'v2.5 (Analytics Dashboard)',
        date: TODAY,
      },
      { settings: defaultSettings(), store, today: TODAY },
    );
    expect(made?.path).toBe('Inbox/Meetings/2026-01-27 - Q1 - planning.md');
    expect(made?.text.slice(0, made.cursor ?? 0).endsWith('## Notes\n- ')).toBe(true);
    const read = facts(made?.path ?? '', made?.text ?? '');
    expect([read.asOf, read.kind, read.releases.map(({ version, name }) => [version, name]), read.diagnostics]).toEqual(
      ['2026-01-27', 'meeting', [['2.5', 'Analytics Dashboard']], []],
    );
    expect([read.actions, read.dependencies, read.risks]).toEqual([[], [], []]);
  });

  it("without release or attendees leaves no empty lines for them, and never takes an old note's place", async () => {
    const { store } = memoryStore({ 'Inbox/Meetings/2026-01-27 - Sync.md': 'old' });
    const made = await draftMeeting(
      { title: 'Sync', attendees: '', release: '', date: TODAY },
      { settings: defaultSettings(), store, today: TODAY },
    );
    expect(made?.path).toBe('Inbox/Meetings/2026-01-27 - Sync (2).md');
    expect(made?.text).not.toMatch(/Attendees|Release|\n\n\n/);
    expect(
      await draftMeeting(
        { title: '???', attendees: '', release: '', date: TODAY },
        { settings: defaultSettings(), store, today: TODAY },
      ),
    ).toBeNull();
  });
});

describe('a captured request', () => {
  it('keeps who asked, who has it, and every line of its details', async () => {
    const { store } = memoryStore();
    const made = await draftCapture(
      {
        kind: 'request',
        title: 'Dashboard for "Sales"',
        details: 'one\n- [ ] two {{cursor}}',
        from: 'Ann',
        owner: 'Sarah Kim',
        release: 'v2.5',
      },
      { settings: defaultSettings(), store, today: TODAY },
    );
    expect(made?.path).toBe('Inbox/Requests/2026-01-27 - Dashboard for Sales.md');
    expect(made?.text).toContain('one\n- [ ] two {\\{cursor}}\n');
    expect(facts(made?.path ?? '', made?.text ?? '').owner).toBe('Sarah Kim');
  });
});
