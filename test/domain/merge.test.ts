import { releasesOf } from '../builders';

const R = 'Active/Releases/Nova';
const plan = (lines: readonly string[]): Record<string, string> => ({
  [`${R}/Plan.md`]: [
    '# Release: v2.0 (Nova)',
    '- Target date: 2026-03-24',
    '- Go/no-go: 2026-03-20',
    '- Owner: [[Ann]]',
    ...lines,
    '',
  ].join('\n'),
});
const sync = (day: string, lines: readonly string[]): Record<string, string> => ({
  [`${R}/${day} Sync.md`]: [`# ${day} Sync`, ...lines, ''].join('\n'),
});

describe('an undated plan and dated meetings', () => {
  it("a dated tick stays done, whatever the plan's file says", () => {
    const [release] = releasesOf(
      { ...plan(['- [ ] Help pages']), ...sync('2026-03-11', ['## Checklist', '- [x] Help pages']) },
      '2026-03-19',
    );
    expect(release?.items.map(({ state, disagreement }) => [state, disagreement])).toEqual([['done', false]]);
  });

  it("a dated fix resolves the plan's risk, in the same or in other words", () => {
    const risk = ['## Risks', '- Critical bug in importer'];
    for (const lines of [
      ['## Risks', '- Critical bug in importer — fixed'],
      ['## Risks', '- Importer: critical bug is resolved'],
      ['## Action items', '- [x] Fix critical bug in importer'],
    ]) {
      const [release] = releasesOf({ ...plan(risk), ...sync('2026-03-11', lines) }, '2026-03-19');
      expect(release?.risks.filter(({ resolved }) => !resolved)).toEqual([]);
    }
    const [still] = releasesOf(
      { ...plan(risk), ...sync('2026-03-11', ['## Action items', '- [x] Fix typo in footer']) },
      '2026-03-19',
    );
    expect(still?.risks.map(({ resolved }) => resolved)).toEqual([false]);
  });

  it("a dated line settles, or moves, the plan's dependency", () => {
    const owes = ['## Dependencies', '- [[Docs]] finishing help pages, ETA Mar 16'];
    const [settled] = releasesOf(
      { ...plan(owes), ...sync('2026-03-11', ['## Dependencies', '- [x] [[Docs]] finishing help pages']) },
      '2026-03-19',
    );
    expect(settled?.dependencies.map((dependency) => dependency.settled)).toEqual([true]);
    const [moved] = releasesOf(
      { ...plan(owes), ...sync('2026-03-11', ['## Dependencies', '- [[Docs]] finishing help pages, ETA Mar 23']) },
      '2026-03-19',
    );
    expect(moved?.dependencies.map((dependency) => dependency.due.on?.date)).toEqual(['2026-03-23']);
    const [approved] = releasesOf(
      {
        ...plan(['## Dependencies', '- [[Legal]] approves the new terms, ETA Mar 16']),
        ...sync('2026-03-11', ['## Dependencies', '- [[Legal]]: terms approved']),
      },
      '2026-03-19',
    );
    expect(approved?.dependencies.map((dependency) => dependency.settled)).toEqual([true]);
  });

  it("a meeting in the release's folder is about that release, whatever its title", () => {
    const found = releasesOf(
      {
        ...plan([]),
        ...sync('2026-03-11', [
          '- New target date: Apr 24',
          '- New go/no-go: Apr 21',
          '',
          '## Next steps',
          '- Tell sales',
        ]),
      },
      '2026-03-19',
    );
    expect(found.map(({ key, name, target, goNoGo }) => [key, name, target?.value.date, goNoGo?.value.date])).toEqual([
      ['v2.0', 'Nova', '2026-04-24', '2026-04-21'],
    ]);
  });

  it('a tick that is newer than a dated open box counts', () => {
    const [release] = releasesOf(
      { ...plan(['- [x] Help pages']), ...sync('2026-03-11', ['- [ ] Help pages']) },
      '2026-03-19',
    );
    expect(release?.items.map(({ state }) => state)).toEqual(['done']);
  });
});
