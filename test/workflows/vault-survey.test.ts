import type { CalendarDate } from '../../src/domain/calendar-date';
import { type FolderOffer, folderOffers } from '../../src/domain/folder-offers';
import type { HeadFinding, NoteHead } from '../../src/domain/note-head';
import { readHead } from '../../src/markdown/read-head';
import { offerRows } from '../../src/presentation/survey-model';
import { readingFolders, withFolders } from '../../src/settings/read-folders';
import { defaultSettings, readerOptions, scopeOf } from '../../src/settings/settings';
import { vaultSurvey } from '../../src/workflows/vault-survey';

const TODAY = '2026-01-27' as CalendarDate;
const OPTIONS = readerOptions(defaultSettings(), TODAY);

function head(path: string, headings: readonly string[] = [], more: Partial<NoteHead> = {}): NoteHead {
  return {
    path,
    headings: headings.map((text) => ({ level: text.startsWith('#') ? 2 : 1, text: text.replace(/^#\s*/, '') })),
    properties: {},
    boxes: 0,
    ...more,
  };
}

describe('what a note seems to be by its head', () => {
  it.each<[string, NoteHead, string | null]>([
    ['a release heading', head('P/a.md', ['# Release: v2.5 (Analytics)']), 'release: v2.5 Analytics'],
    ['a launch plan', head('P/Atlas launch plan.md', ['Atlas (v2.6) launch plan']), 'release: v2.6 Atlas'],
    ['a product with a version', head('P/m.md', ['Mobile 5.0 release plan']), 'release: v5.0 Mobile'],
    [
      'a name with a target property',
      head('P/x.md', ['Kiosk 2.1'], { properties: { target: '2026-03-01' } }),
      'release: v2.1 Kiosk',
    ],
    ['a version with boxes', head('P/x.md', ['v3.4'], { boxes: 4 }), 'release: v3.4'],
    ['a version alone says nothing', head('P/x.md', ['v3.4']), null],
    ['sections of a plan', head('P/x.md', ['Kiosk 2.1', '# Checklist', '# Risks']), 'release: v2.1 Kiosk'],
    ['a go/no-go paper', head('P/GO_NO_GO.md', ['The public alpha gate']), 'release: GO_NO_GO'],
    ['release notes are out', head('P/notes.md', ['Release notes v2.5']), null],
    ['a release policy', head('P/p.md', ['Release schedule policy']), null],
    ['attendees', head('M/x.md', ['Sync', '# Attendees']), 'meeting: x'],
    ['a dated note with actions', head('D/2026-01-05.md', ['Monday', '# Action items']), 'meeting: 2026-01-05'],
    ['a diary', head('D/2026-01-05.md', ['Monday', '# Weather']), null],
    ['a typed note', head('N/x.md', ['x'], { properties: { type: 'meeting' } }), 'meeting: x'],
    ['a retro', head('N/Retro Atlas.md', ['Looking back']), 'retro: Retro Atlas'],
    ['an SOP', head('SOPs/Hotfix.md', ['How to ship a hotfix']), 'playbook: Hotfix'],
    ['a checklist', head('N/Checklist travel.md', ['Packing'], { boxes: 3 }), 'checklist: Checklist travel'],
    ['a template', head('N/Release plan template.md', ['Release: {{name}}']), null],
    ['prose', head('N/Thought.md', ['On clouds', '# Cumulus']), null],
    ['nothing at all', head('N/Empty.md'), null],
    [
      'properties of any kind',
      head('N/x.md', ['x'], { properties: { a: null, b: { c: 1 }, d: [1, 'x'], '"': 'y' } }),
      null,
    ],
  ])('%s', (_name, note, expected) => {
    const found = readHead(note, OPTIONS);
    expect(found && `${found.kind}: ${found.title}`).toBe(expected);
  });
});

describe('which folders are offered', () => {
  const release = (path: string): HeadFinding => ({ path, kind: 'release', title: path });
  const offered = (notes: readonly string[], found: readonly string[]): string[] =>
    folderOffers(notes, found.map(release)).map(({ folder }) => folder);
  const many = (folder: string, count: number): string[] =>
    Array.from({ length: count }, (_, at) => `${folder}/${at}.md`);

  it('the folder that holds them all, however deep', () => {
    expect(
      offered(['Work/Plans/A/a.md', 'Work/Plans/B/b.md', 'Home/c.md'], ['Work/Plans/A/a.md', 'Work/Plans/B/b.md']),
    ).toEqual(['Work/Plans']);
  });
  it('its own notes keep a folder whole', () => {
    expect(offered(['Work/a.md', 'Work/Plans/b.md'], ['Work/a.md', 'Work/Plans/b.md'])).toEqual(['Work']);
  });
  it('a folder that is mostly something else is offered by its parts', () => {
    const notes = [...many('Work/Junk', 41), 'Work/A/a.md', 'Work/B/b.md'];
    expect(offered(notes, ['Work/A/a.md', 'Work/B/b.md'])).toEqual(['Work/A', 'Work/B']);
    expect(offered(notes.slice(1), ['Work/A/a.md', 'Work/B/b.md'])).toEqual(['Work']);
  });
  it('what lies at the top is the whole vault', () => {
    expect(offered(['a.md', 'Work/b.md'], ['a.md', 'Work/b.md'])).toEqual(['', 'Work']);
  });
  it('nothing found, nothing offered', () => {
    expect(offered(['a.md'], [])).toEqual([]);
  });
  it('says it in words: names of releases, counts of the rest, each title once', () => {
    const found = {
      release: ['v1', 'v2', 'v3', 'v4'],
      meeting: ['m'],
      playbook: [],
      checklist: ['c', 'd'],
      retro: [],
    };
    const offer: FolderOffer = { folder: 'Work', notes: 9, found };
    expect(offerRows([offer, { ...offer, folder: '' }]).map(({ name, evidence }) => `${name}: ${evidence}`)).toEqual([
      'Work: 4 releases: v1, v2, v3 … · 1 meeting · 2 checklists',
      'The whole vault: 4 releases: v1, v2, v3 … · 1 meeting · 2 checklists (found at its top)',
    ]);
  });
});

describe('the look', () => {
  function looking(count: number) {
    const paths = [
      ...Array.from({ length: count }, (_, at) => `Projects/${at}.md`),
      'Active/Read already.md',
      'Archive/Old.md',
      'x.png',
    ];
    const asked: string[] = [];
    const tried: (readonly string[])[] = [];
    const kept: (readonly string[])[] = [];
    let now = 0;
    let pauses = 0;
    const phases: string[] = [];
    const survey = vaultSurvey({
      heads: {
        paths: () => paths,
        head: (path) => {
          asked.push(path);
          now += 1;
          return path === 'Projects/1.md' ? null : head(path, [`Release: v${asked.length}.0`]);
        },
      },
      clock: { today: () => TODAY, elapsed: () => now, dateOf: () => TODAY },
      scheduler: {
        after: () => () => undefined,
        pause: async () => void pauses++,
      },
      settings: defaultSettings,
      scope: () => scopeOf(defaultSettings()),
      tryFolders: (folders) => void tried.push(folders),
      keepFolders: async (folders) => void kept.push(folders),
    });
    survey.subscribe(() => phases.push(survey.state().phase));
    return { survey, asked, tried, kept, phases, pauses: () => pauses };
  }

  it('asks for each note outside once, in slices, and offers; once is once', async () => {
    const { survey, asked, phases, pauses } = looking(250);
    await survey.lookOnce();
    expect(asked).toHaveLength(250);
    expect(pauses()).toBeGreaterThan(40);
    expect(phases).toEqual(['looking', 'looking', 'looking', 'done']);
    expect(survey.state()).toMatchObject({
      phase: 'done',
      looked: 250,
      total: 250,
      offers: [{ folder: 'Projects', notes: 250 }],
    });
    await survey.lookOnce();
    expect(asked).toHaveLength(250);
    await survey.look();
    expect(asked).toHaveLength(500);
  });

  it('stops with what it has; put away, it stays away; a second look at the same time is none', async () => {
    const { survey, asked } = looking(250);
    const done = survey.look();
    await survey.look();
    survey.stop();
    await done;
    expect(survey.state()).toMatchObject({ phase: 'done', total: 250 });
    expect(asked.length).toBeLessThan(250);
    const again = survey.look();
    survey.close();
    await again;
    expect(survey.state()).toEqual({ phase: 'idle' });
  });

  it('tries, leaves, keeps', async () => {
    const { survey, tried, kept } = looking(5);
    await survey.keep();
    expect(kept).toEqual([]);
    await survey.look();
    survey.lookInto(['Projects']);
    expect(survey.state()).toEqual({ phase: 'trying', folders: ['Projects'] });
    survey.close();
    expect(tried).toEqual([['Projects'], []]);
    survey.lookInto(['Projects']);
    await survey.keep();
    expect(kept).toEqual([['Projects']]);
    expect(survey.state()).toEqual({ phase: 'idle' });
  });
});

describe('folders that are read in addition', () => {
  it('join the others, without those inside another; the top is the whole vault', () => {
    const settings = defaultSettings();
    expect(withFolders(settings, []).folders).toBe(settings.folders);
    expect(withFolders(settings, ['Projects', 'Projects/A']).folders).toEqual([...settings.folders, 'Projects']);
    expect(withFolders(settings, ['Projects', '']).folders).toEqual(['']);
    expect(withFolders({ ...settings, folders: [''] }, ['Projects']).folders).toEqual(['']);
  });
  it('are stored behind those that are stored', () => {
    const value = (): string => 'Active\nInbox/';
    expect(readingFolders(value, ['Work'])).toEqual({ folders: 'Active\nInbox\nWork' });
    expect(readingFolders(value, ['Work', ''])).toEqual({ wholeVault: true });
    expect(readingFolders(() => undefined, ['Work'])).toEqual({ folders: 'Work' });
  });
});
