import fc from 'fast-check';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { safeFileName } from '../../src/domain/safe-name';
import { defaultSettings, resolveSettings, withSetting } from '../../src/settings/settings';
import {
  createRelease,
  draftRelease,
  formFrom,
  type ReleaseDraft,
  type ReleaseForm,
  releaseTemplates,
} from '../../src/workflows/new-release';
import { noteWriter } from '../../src/workflows/note-writer';
import { facts, releasesOf } from '../builders';
import { memoryStore } from '../memory-store';

const TODAY = '2026-01-22' as CalendarDate;
const FORM: ReleaseForm = {
  release: 'v2.5 Analytics Dashboard',
  target: 'Feb 15',
  goNoGo: 'T-3',
  owner: 'Sarah Kim',
  stakeholders: 'Marketing, CS Team 2 days',
  tier: '2',
};

async function draft(
  form: Partial<ReleaseForm> = {},
  settings = defaultSettings(),
  notes: Readonly<Record<string, string>> = {},
): Promise<ReleaseDraft> {
  const { store } = memoryStore(notes);
  return draftRelease(
    { ...FORM, ...form },
    {
      settings,
      today: TODAY,
      templates: await releaseTemplates(store, settings),
      releases: releasesOf(notes),
      find: store.find,
    },
  );
}

describe('a new release plan', () => {
  it('understands its dates, warns of the weekend, and counts its days back from the target', async () => {
    const { problems, target, goNoGo, folder, schedule } = await draft();
    expect(problems).toEqual([]);
    expect(folder).toBe('Active/Releases/v2.5 Analytics Dashboard');
    expect([target?.date, target?.concerns, goNoGo?.date]).toEqual(['2026-02-15', ['weekend'], '2026-02-11']);
    expect(schedule.map(({ date, what, who, isPast }) => [date, who ?? what, isPast])).toContainEqual([
      '2026-02-09',
      'Marketing',
      false,
    ]);
    expect(schedule.map(({ date, what, isPast }) => [date, what, isPast])).toContainEqual([
      '2026-01-19',
      'Scope agreed',
      true,
    ]);
  });

  it('makes three notes that the reader understands as one release, with nothing that it cannot read', async () => {
    const { notes } = await draft();
    expect(notes.map(({ path }) => path.split('/').pop())).toEqual(['Plan.md', 'Checklist.md', 'Retro.md']);
    const [release, ...others] = releasesOf(Object.fromEntries(notes.map(({ path, text }) => [path, text])));
    expect(others).toEqual([]);
    expect([
      release?.version,
      release?.name,
      release?.target?.value.date,
      release?.goNoGo?.value.date,
      release?.owner?.value,
      release?.tier?.value,
    ]).toEqual(['2.5', 'Analytics Dashboard', '2026-02-15', '2026-02-11', ['Sarah Kim'], '2']);
    expect(release?.dependencies.map(({ who, direction, due }) => [who, direction, due.lead?.amount])).toEqual([
      ['Marketing', 'we-owe', 5],
      ['CS Team', 'we-owe', 2],
    ]);
    expect(release?.diagnostics).toEqual([]);
    expect([release?.risks, release?.actions, release?.disagreements]).toEqual([[], [], []]);
    for (const { path, text } of notes) expect(facts(path, text).links.length).toBeGreaterThan(0);
  });

  it('is as light as the company: eight items for a small one', async () => {
    const small = await draft({ tier: '' }, resolveSettings(withSetting({}, 'companySize', '1-100')));
    const items = (text: string | undefined): number => (text?.match(/^- \[ \] \S/gm) ?? []).length;
    expect(items(small.notes[1]?.text)).toBe(8);
    const large = await draft({ tier: '1' }, resolveSettings(withSetting({}, 'companySize', '10k+')));
    const light = await draft({ tier: '3' }, resolveSettings(withSetting({}, 'companySize', '10k+')));
    expect(items(large.notes[1]?.text)).toBeGreaterThan(items(light.notes[1]?.text));
    expect(large.notes.some(({ text }) => /%% (?:size|tier)|\{\{/.test(text))).toBe(false);
  });

  it.each([
    [{ release: '' }, 'no-name'],
    [{ release: '...' }, 'name-unclear'],
    [{ target: 'soonish' }, 'target-unclear'],
    [{ target: 'Feb 30' }, 'target-unclear'],
    [{ goNoGo: 'when ready' }, 'gate-unclear'],
  ] as const)('%j asks instead of guessing: %s', async (form, problem) => {
    expect((await draft(form)).problems).toContain(problem);
  });

  it('is never made over a release that exists, nor into a folder that is taken', async () => {
    const existing = await draft({}, defaultSettings(), {
      'Inbox/a.md': '# Release: v2.5 (Old name)\n- Target: Mar 1\n',
    });
    expect([existing.problems, existing.existing?.key]).toEqual([['exists'], 'v2.5']);
    expect(
      (await draft({}, defaultSettings(), { 'Active/Releases/V2.5 analytics dashboard/notes.md': 'x' })).problems,
    ).toEqual(['folder-taken']);
  });

  it('is the same release by its name too, where one of the two has no version', async () => {
    const old = { 'Inbox/a.md': '# Release: v2.5 (Analytics Dashboard)\n- Target: Mar 1\n' };
    for (const release of ['Analytics Dashboard', 'v2.5.0', 'v2.5 Other name'])
      expect((await draft({ release }, defaultSettings(), old)).problems).toEqual(['exists']);
    expect((await draft({ release: 'v2.6 Analytics Dashboard' }, defaultSettings(), old)).problems).toEqual([]);
  });

  it('asks when a notice is not understood, and says what a template has no place for', async () => {
    for (const stakeholders of ['Marketing -3 days', 'Legal 400 days', 'CS some days'])
      expect((await draft({ stakeholders })).problems).toEqual(['asks-unclear']);
    const { notes, homeless } = await draft({ stakeholders: 'Sales two weeks' }, defaultSettings(), {
      'System/Templates/Release Plan.md': '# Release: {{release}}\n- Owner: [[{{owner}}]]\n- Target: {{target}}\n',
    });
    expect(homeless).toEqual(['goNoGo', 'stakeholders', 'tier']);
    expect(notes[0]?.text).toContain('- Owner: [[Sarah Kim]]\n');
  });

  it("uses the person's own template, and leaves other plugins' syntax alone", async () => {
    const own = '# Release: {{release}}\n- Target: {{target}}\n<% tp.file.title %> {{title}} {{date:YYYY}}\n';
    const { notes } = await draft({}, defaultSettings(), { 'Resources/Templates/release plan.md': own });
    expect(notes[0]?.text).toBe(
      '# Release: v2.5 (Analytics Dashboard)\n- Target: 2026-02-15\n<% tp.file.title %> {{title}} {{date:YYYY}}\n',
    );
  });

  it('is filled in from what a note says', () => {
    const note =
      '# 2026-01-22 - Planning\n\n## Release: v3.1 (Billing)\n- Target date: Mar 3\n- Owner: [[Ann Lee]]\n\n## Dependencies\n- [[Legal]] needs 10 days notice\n';
    expect(formFrom(note, 'Inbox/a.md', defaultSettings(), TODAY)).toEqual({
      release: 'v3.1 Billing',
      target: '2026-03-03',
      goNoGo: '',
      owner: 'Ann Lee',
      stakeholders: 'Legal 10 days',
      tier: '',
    });
    expect(formFrom('Kiosk mode', 'Inbox/a.md', defaultSettings(), TODAY).release).toBe('Kiosk mode');
  });

  it('gives every value back when its notes are read, for any names and dates', async () => {
    const settings = defaultSettings();
    const templates = await releaseTemplates(memoryStore().store, settings);
    const word = fc.stringMatching(/^[A-Z][a-zé'&]{1,9}$/);
    const name = fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        'A/B: test?',
        'Größe 😀',
        'CON',
        'a'.repeat(300),
        '[[x]]',
        '{{target}}',
        '%% tier 1 %%',
        '# h',
        '- [ ] x',
        '`code`',
        '"quoted"',
        '...dots...',
      ),
    );
    fc.assert(
      fc.property(
        name,
        fc.option(
          fc.tuple(fc.nat(20), fc.nat(30)).map(([a, b]) => `v${a}.${b}`),
          { nil: '' },
        ),
        fc.integer({ min: 1, max: 400 }),
        word,
        fc.constantFrom('', '1', '2', '3'),
        (title, version, days, owner, tier) => {
          const target = new Date(Date.UTC(2026, 0, 22 + days)).toISOString().slice(0, 10);
          const made = draftRelease(
            { release: `${version} ${title}`, target, goNoGo: '', owner, stakeholders: `${owner} Team`, tier },
            { settings, today: TODAY, templates, releases: [], find: () => null },
          );
          if (made.problems.length > 0) return; // asks, and writes nothing
          const [release, ...others] = releasesOf(Object.fromEntries(made.notes.map(({ path, text }) => [path, text])));
          expect(others).toEqual([]);
          expect(release?.target?.value.date).toBe(target);
          expect(release?.owner?.value).toEqual([owner]);
          expect(release?.tier?.value ?? '').toBe(tier);
          expect(release?.dependencies.map(({ who }) => who)).toEqual([`${owner} Team`]);
          expect(release?.diagnostics).toEqual([]);
          if (version !== '') expect(release?.version).toBe(version.slice(1));
          expect(safeFileName(made.folder.split('/').pop() ?? '')).toBe(made.folder.split('/').pop());
        },
      ),
      { numRuns: 400 },
    );
  });

  it('has its go/no-go in the year of its target, and says when it comes after it', async () => {
    const gates = async (
      target: string,
      goNoGo: string,
    ): Promise<readonly [string | undefined, readonly string[] | undefined]> => {
      const { goNoGo: gate } = await draft({ target, goNoGo });
      return [gate?.date, gate?.concerns];
    };
    expect(await gates('Feb 15 2027', 'Feb 10')).toEqual(['2027-02-10', []]);
    expect(await gates('Jan 8 2027', 'Dec 18')).toEqual(['2026-12-18', []]);
    expect(await gates('Feb 16', '2026-03-02')).toEqual(['2026-03-02', ['after-target']]);
    expect(await gates('Feb 16', 'Feb 20')).toEqual(['2026-02-20', ['after-target']]);
    expect((await gates('Feb 17', 'before launch'))[0]).toBe('2026-02-16');
    expect((await gates('Mar 16', '2 weeks'))[0]).toBe('2026-03-02');
    expect((await gates('Mar 16', '3 days'))[0]).toBe('2026-03-11');
  });

  it('does not take names that put it where nothing is read', async () => {
    for (const release of ['Archive', 'Templates'])
      expect((await draft({ release })).problems).toEqual(['name-unclear']);
  });

  it('takes dates and stakeholders from the first of several releases only', () => {
    const two =
      '# 2026-01-22 - Planning\n\n## Release: v1.0 (Alpha)\n- Owner: [[Ann]]\n\n## Release: v2.0 (Beta)\n- Target date: Mar 3\n\n### Dependencies\n- [[Legal]] needs 3 days notice\n';
    expect(formFrom(two, 'Inbox/a.md', defaultSettings(), TODAY)).toEqual({
      release: 'v1.0 Alpha',
      target: '',
      goNoGo: '',
      owner: 'Ann',
      stakeholders: '',
      tier: '',
    });
  });

  it('is made with its folder, and can be taken back', async () => {
    const { store, notes, folders } = memoryStore();
    const writer = noteWriter(store);
    const made = await createRelease(await draft(), writer, 'New release');
    expect([made.failed, notes.size]).toEqual([null, 3]);
    expect(await writer.undo()).toBe('done');
    expect([notes.size, folders.has('Active/Releases/v2.5 Analytics Dashboard')]).toEqual([0, false]);
  });
});
