import fc from 'fast-check';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { emptyFacts, type NoteFacts } from '../../src/domain/note-facts';
import { createFacetIndex, derived } from '../../src/index/facet-index';
import type { FeatureReader } from '../../src/markdown/feature';
import { FEATURES, facetsIn } from '../../src/markdown/features';
import { PLAYBOOK, PROCESS } from '../../src/markdown/process/process-features';
import { defaultSettings, readerOptions } from '../../src/settings/settings';
import { currentRegistry } from '../../src/workflows/process-registry';
import { facetsOf, facts } from '../builders';

const DAY = '2026-01-27' as CalendarDate;
const { folders } = readerOptions(defaultSettings(), DAY);

/** A feature of nobody's: how many words a note under Poems/ has. */
const WORDS: FeatureReader<{ readonly words: number }> = {
  id: 'words',
  version: 3,
  mayConcern: (path) => path.startsWith('Poems/'),
  *read(_path, text) {
    yield;
    const words = text.split(/\s+/).filter(Boolean).length;
    return words > 0 ? { words } : null;
  },
};
const read = (path: string, text: string): NoteFacts => {
  const steps = facetsIn(path, text, folders, [...FEATURES, WORDS]);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { ...emptyFacts(path, DAY), ...(step.value ? { facets: step.value } : {}) };
};

describe('what features keep of notes', () => {
  it('a feature is one entry of a list: its facet is kept, compared and found without a word about it elsewhere', () => {
    const index = createFacetIndex();
    index.apply([
      { path: 'Poems/a.md', facts: read('Poems/a.md', 'one two') },
      { path: 'Prose/b.md', facts: read('Prose/b.md', 'one two') },
    ]);
    expect([...index.all(WORDS)]).toEqual([['Poems/a.md', { words: 2 }]]);
    expect(index.facts('Prose/b.md')).toBeNull();
    const first = index.revision(WORDS);
    index.apply([{ path: 'Poems/a.md', facts: read('Poems/a.md', 'two  one') }]);
    expect(index.revision(WORDS)).toBe(first);
    index.apply([{ path: 'Poems/a.md', facts: read('Poems/a.md', 'one two three') }]);
    expect(index.revision(WORDS)).toBe(first + 1);
    index.apply([{ path: 'Poems/a.md', facts: read('Poems/a.md', '') }]);
    expect([...index.all(WORDS)]).toEqual([]);
    expect(index.revision(WORDS)).toBe(first + 2);
  });

  it('depends only on the notes, in whatever order and how often they come', () => {
    const text = fc.constantFrom('', 'one', 'one two', '---\nprocess: "[[Launch]]"\n---\n', '1. Ann tags the build\n');
    const path = fc.constantFrom(
      'Poems/a.md',
      'Poems/b.md',
      'Active/Processes/Launch.md',
      'Resources/Playbooks/P.md',
      'Resources/Playbooks/Runs/2026-01-05 - P.md',
    );
    fc.assert(
      fc.property(fc.array(fc.record({ path, text: fc.option(text, { nil: null }) }), { maxLength: 20 }), (saves) => {
        const [index, fresh] = [createFacetIndex(), createFacetIndex()];
        for (const { path: at, text: said } of saves)
          index.apply([{ path: at, facts: said === null ? null : read(at, said) }]);
        const last = new Map(saves.map(({ path: at, text: said }) => [at, said]));
        fresh.apply([...last].map(([at, said]) => ({ path: at, facts: said === null ? null : read(at, said) })));
        for (const feature of [...FEATURES, WORDS])
          expect(new Map([...index.all(feature)].sort())).toEqual(new Map([...fresh.all(feature)].sort()));
      }),
    );
  });

  it('derives once, and again only when something of it changed', () => {
    const index = facetsOf({ 'Active/Processes/Launch/Launch.md': '# Launch\n1. Ann tags the build\n' });
    let runs = 0;
    const count = derived(index, [PROCESS, PLAYBOOK], (facets, factor: number) => {
      runs++;
      return facets.all(PROCESS).size * factor;
    });
    expect([count(1), count(1), count(2), count(2), runs]).toEqual([1, 1, 2, 2, 2]);
    index.apply([{ path: 'Inbox/x.md', facts: facts('Inbox/x.md', '- [ ] other work\n') }]);
    expect([count(2), runs]).toEqual([2, 2]);
    index.apply([{ path: 'Active/Processes/Two.md', facts: facts('Active/Processes/Two.md', '1. Bob calls\n') }]);
    expect([count(2), runs]).toEqual([4, 3]);
  });

  it('the registry of five hundred processes reads nothing and is the same list until one of them changes', () => {
    const notes = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [
        `Active/Processes/Launch/P${at}.md`,
        `---\nowner: Ann\nverified: 2026-01-05\n---\n# P${at}\n1. Ann tags the build\n`,
      ]),
    );
    const index = facetsOf(notes);
    const registry = currentRegistry(index);
    const settings = defaultSettings();
    const before = registry(settings, DAY);
    expect(before).toHaveLength(500);
    index.apply([{ path: 'Inbox/x.md', facts: facts('Inbox/x.md', '- [ ] other work\n') }]);
    expect(registry(settings, DAY)).toBe(before);
    index.apply([{ path: 'Active/Processes/Launch/P7.md', facts: facts('Active/Processes/Launch/P7.md', '# P7\n') }]);
    expect(registry(settings, DAY).find(({ name }) => name === 'P7')).toMatchObject({ owner: null, verified: null });
  });

  it('is read in short steps, however long a process is', () => {
    const steps = facetsIn(
      'Active/Processes/P.md',
      Array.from({ length: 4000 }, (_, at) => `${at + 1}. Ann tags the build ${at} in Jira within 1 day`).join('\n'),
      folders,
    );
    let count = 0;
    while (!steps.next().done) count++;
    expect(count).toBeGreaterThan(250);
  });
});
