import fc from 'fast-check';
import { DEFAULT_BUSINESS_CALENDAR } from '../../src/domain/business-calendar';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { DEFAULT_RISK_POLICY } from '../../src/domain/risk/risk-policy';
import { createPortfolio, type Portfolio } from '../../src/index/portfolio';
import { createReleaseIndex, type ReleaseIndex } from '../../src/index/release-index';
import { isExcluded, isInScope } from '../../src/index/scope';
import { facts, releasesOf } from '../builders';
import { growth } from '../growth';

const R = 'Active/Releases';

function named(notes: Readonly<Record<string, string>>): string[] {
  return releasesOf(notes)
    .map(({ version, name, sources }) => `${version ?? ''}/${name ?? ''}: ${sources.join(' ')}`)
    .sort();
}

describe('which notes make one release', () => {
  it('the same version and name, however written', () => {
    expect(
      named({ 'a.md': '# Release: v2.5 (Analytics Dashboard)\n', 'b.md': '# Release 2.5 – analytics_dashboard\n' }),
    ).toEqual(['2.5/Analytics Dashboard: a.md b.md']);
  });

  it('a version alone joins the only release that has it, and stays apart from two', () => {
    expect(named({ 'a.md': '# Release: v2.5 (Alpha)\n', 'b.md': '# Release: v2.5\n- [ ] x\n' })).toEqual([
      '2.5/Alpha: a.md b.md',
    ]);
    expect(
      named({ 'a.md': '# Release: v2.5 (Alpha)\n', 'b.md': '# Release: v2.5\n', 'c.md': '# Release: v2.5 (Beta)\n' }),
    ).toHaveLength(3);
  });

  it('v2.5 is not v2.5.1, and similar names are not merged', () => {
    expect(named({ 'a.md': '# Release: v2.5\n', 'b.md': '# Release: v2.5.1\n' })).toHaveLength(2);
    expect(named({ 'a.md': '# Release: v1 (Portal)\n', 'b.md': '# Release: v1 (Portals)\n' })).toHaveLength(2);
  });

  it('the folder under the releases folder, flat or nested, whatever its notes say', () => {
    expect(
      named({
        [`${R}/Kiosk/Plan.md`]: '# Release: v0.7 (Kiosk mode)\n',
        [`${R}/Kiosk/Checklist.md`]: '- [ ] Boot\n',
        [`${R}/Kiosk/calls/2026-03-01.md`]: '## Blockers\n- power supply is missing\n',
      }),
    ).toEqual([`0.7/Kiosk mode: ${R}/Kiosk/Checklist.md ${R}/Kiosk/Plan.md ${R}/Kiosk/calls/2026-03-01.md`]);
    expect(named({ [`${R}/Q3_Mobile/Checklist.md`]: '- [ ] Boot\n' })).toEqual([
      `/Q3 Mobile: ${R}/Q3_Mobile/Checklist.md`,
    ]);
  });

  it('folders of a year or quarter only sort releases', () => {
    expect(
      named({
        [`${R}/2026/Kiosk/Plan.md`]: '# Release: v0.7 (Kiosk mode)\n',
        [`${R}/2026/Portal/Plan.md`]: '- [ ] Boot\n',
        [`${R}/2026-Q3/Atlas/Plan.md`]: '- [ ] Boot\n',
        [`${R}/Q4/Plan.md`]: '- [ ] Boot\n',
      }),
    ).toEqual([
      `/Atlas: ${R}/2026-Q3/Atlas/Plan.md`,
      `/Portal: ${R}/2026/Portal/Plan.md`,
      `/Q4: ${R}/Q4/Plan.md`,
      `0.7/Kiosk mode: ${R}/2026/Kiosk/Plan.md`,
    ]);
  });

  it("a link to a release's Plan", () => {
    expect(
      named({
        [`${R}/Kiosk/Plan.md`]: '# Release: v0.7 (Kiosk)\n',
        'Inbox/call.md': 'See [[Releases/Kiosk/Plan]]\n\n## Actions\n- [ ] Call back\n',
      }),
    ).toEqual([`0.7/Kiosk: ${R}/Kiosk/Plan.md Inbox/call.md`]);
  });

  it('items match over notes by text without dates and people, and the newest evidence wins', () => {
    const [release] = releasesOf({
      'a.md': '# 2026-02-01 Release: v1\n- [ ] Legal review of terms by Feb 27 @ann\n',
      'b.md': '# 2026-02-20 Release: v1\n- [x] Legal review of terms\n',
    });
    expect(release?.items.map(({ title, state, owner, disagreement }) => [title, state, owner, disagreement])).toEqual([
      ['Legal review of terms', 'done', 'ann', false],
    ]);
  });

  it('an open box dated after a tick, or on its day, is open and a disagreement', () => {
    const [release] = releasesOf({
      'a.md': '# 2026-02-20 Release: v1\n- [x] Docs\n',
      'b.md': '# 2026-02-20 Release: v1\n- [ ] Docs\n',
    });
    expect(release?.items.map(({ state, disagreement }) => [state, disagreement])).toEqual([['open', true]]);
    expect(release?.disagreements).toHaveLength(1);
  });

  it('two equal lines of one note stay two items', () => {
    expect(releasesOf({ 'a.md': '# Release: v1\n## Web\n- [ ] Docs\n## App\n- [ ] Docs\n' })[0]?.items).toHaveLength(2);
  });

  it('a moved date is a slip with both places; an undated note yields to one that dates itself', () => {
    const [release] = releasesOf({
      [`${R}/X/Plan.md`]: '# Release: v1 (X)\n- Target: 2026-03-01\n',
      'a.md': '# 2026-02-01 Release: v1 (X)\n- Target: Mar 10\n',
      'b.md': '# 2026-02-08 Release: v1 (X)\n- Target: Mar 24\n',
    });
    expect(release?.target?.value.date).toBe('2026-03-24');
    expect(release?.slips.map(({ from, to }) => [from.value.date, to.value.date, to.evidence.path])).toEqual([
      ['2026-03-10', '2026-03-24', 'b.md'],
    ]);
    expect(release?.disagreements.map(({ about }) => about)).toEqual(['target']);
  });

  it('aliases make one party', () => {
    const [release] = releasesOf({
      'Teams/CS Team.md': '---\naliases: [Customer Success]\n---\n',
      'a.md':
        '# 2026-02-01 Release: v1\n## Dependencies\n- [[Customer Success]] wants training\n- [[CS Team]] needs a deck\n',
    });
    expect(release?.dependencies.map(({ who }) => who)).toEqual(['CS Team', 'CS Team']);
  });
});

describe('the index, note by note', () => {
  const body = fc.constantFrom(
    '# v1.0 Alpha\n\nTarget: 3 Feb 2026\n',
    '# Release: v1.0\n- [ ] one\n',
    '# Release: v1.0 (Beta)\n- Target: Mar 3\n- [x] two\n',
    '# Release: Beta\n\n# Release: Gamma\n- [x] third\n',
    '# Release: Gamma\n- [ ] third\n',
    '- [ ] orphan\n',
    '[[Beta/Plan]]\n- [ ] linked\n',
    '[[v1.0/Plan]]\n\n## Actions\n- [ ] linked too\n',
    '# 2026-02-03 Release: v2.0 (Delta)\n- Target: Mar 3\n## Dependencies\n- [[Marketing]] needs a post\n',
    '# 2026-02-04 Release: v3.0 (Eta)\n- Target: Mar 5\n## Dependencies\n- [[Marketing]] needs a banner\n',
    'plain\n',
    '',
  );
  const path = fc.constantFrom(
    `${R}/A/Plan.md`,
    `${R}/A/Checklist.md`,
    `${R}/Beta/Plan.md`,
    `${R}/Beta/x.md`,
    `${R}/v1.0/n.md`,
    `${R}/1.0/Plan.md`,
    'Inbox/m.md',
    'Inbox/n.md',
    'Inbox/o.md',
  );
  const edits = fc.array(fc.tuple(path, fc.option(body, { nil: null })), { maxLength: 14 });

  const state = (index: ReleaseIndex, portfolio: Portfolio): unknown => ({
    releases: [...index.releases()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    assessed: portfolio
      .assessed()
      .map(({ release, assessment }) => ({ id: release.id, assessment }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
  const fresh = (): { index: ReleaseIndex; portfolio: Portfolio } => ({
    index: createReleaseIndex(R),
    portfolio: createPortfolio({
      today: '2026-02-10' as CalendarDate,
      policy: DEFAULT_RISK_POLICY,
      calendar: DEFAULT_BUSINESS_CALENDAR,
    }),
  });

  it('equals a rebuild from scratch after any sequence of edits, in any order', () => {
    fc.assert(
      fc.property(edits, fc.boolean(), (sequence, backwards) => {
        const grown = fresh();
        const now = new Map<string, string>();
        for (const [at, text] of sequence) {
          grown.portfolio.update(
            grown.index.apply([{ path: at, facts: text === null ? null : facts(at, text) }]),
            grown.index.release,
          );
          if (text === null) now.delete(at);
          else now.set(at, text);
        }
        const rebuilt = fresh();
        const all = [...now]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([at, text]) => ({ path: at, facts: facts(at, text) }));
        rebuilt.portfolio.update(rebuilt.index.apply(backwards ? all.reverse() : all), rebuilt.index.release);
        expect(state(grown.index, grown.portfolio)).toEqual(state(rebuilt.index, rebuilt.portfolio));
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['notes of one version in one folder', (i: number) => [`${R}/1.0/${i}.md`, '# Release: v1.0\n- [ ] x\n']],
    ['orphans of one folder', (i: number) => [`${R}/A/${i}.md`, '- [ ] x\n']],
    ['links to one plan', (i: number) => [`Inbox/${i}.md`, '[[A/Plan]]\n- [ ] x\n']],
    ['releases of one version', (i: number) => [`Inbox/${i}.md`, `# Release: v1.0 (N${i})\n`]],
  ] as const)('thousands of %s are grouped in linear time', (_name, make) => {
    const changes = Array.from({ length: 3000 }, (_, i) => {
      const [at, text] = make(i) as [string, string];
      return { path: at, facts: facts(at, text) };
    });
    expect(growth((size) => void createReleaseIndex(R).apply(changes.slice(0, size)), 750)).toBeLessThan(1.6);
  });
});

describe('scope', () => {
  const scope = { folders: ['Active', 'Inbox'], excluded: ['Archive', 'System/Templates'] };
  it.each([
    ['Inbox/a.md', true],
    ['Inbox/Archive/a.md', false],
    ['Inboxes/a.md', false],
    ['Other/a.md', false],
    ['Inbox/a.canvas', false],
    ['System/Templates/Plan.md', false],
    ['Active/Releases/X/Plan.MD', true],
  ])('%s is read: %s', (at, expected) => {
    expect(isInScope(at, scope)).toBe(expected);
  });
  it('the whole vault leaves out the same folders', () => {
    expect(isExcluded('Archive/x.md', scope)).toBe(true);
    expect(isInScope('Any/x.md', { ...scope, folders: [''] })).toBe(true);
  });
});
