import { seenIn, seenNow, todayModel } from '../../src/presentation/today-model';
import { DEFAULT_BUSINESS_CALENDAR } from '../../src/domain/business-calendar';
import { assessRisk } from '../../src/domain/risk/assess-risk';
import { DEFAULT_RISK_POLICY } from '../../src/domain/risk/risk-policy';
import { releasesOf } from '../builders';

const TODAY = '2026-02-03' as never;
const note = (target: string, more = ''): Record<string, string> => ({
  'Active/Releases/Atlas/Plan.md': `# Release: v2.6 (Atlas)\n- Target date: ${target}\n- Owner: [[Ann Lee]]\n\n## Checklist\n- [ ] QA @bob by Feb 2\n${more}`,
});
const assessed = (notes: Record<string, string>) =>
  releasesOf(notes).map((release) => ({
    release,
    assessment: assessRisk(release, TODAY, DEFAULT_RISK_POLICY, DEFAULT_BUSINESS_CALENDAR),
  }));
const entries = (list: ReturnType<typeof assessed>) =>
  list.flatMap(({ assessment }) => assessment.followUps.map((followUp) => ({ followUp, release: 'v2.6 Atlas' })));
const model = (
  notes: Record<string, string>,
  me: string[] = [],
  seen: Parameters<typeof todayModel>[2]['seen'] = null,
) => {
  const list = assessed(notes);
  return todayModel(list, entries(list), { today: TODAY, me, seen });
};
const said = (rows: readonly { readonly text: string; readonly facts: readonly string[] }[]): string[] =>
  rows.map(({ text, facts }) => `${text} | ${facts.join(' | ')}`);

describe('today', () => {
  it.each([
    ['the day before', '2026-02-16', ['Target: v2.6 Atlas | Feb 16 | in 13 days']],
    ['the last day of two weeks', '2026-02-17', ['Target: v2.6 Atlas | Feb 17 | in 14 days']],
    ['the day after', '2026-02-18', []],
    ['past', '2026-02-02', ['Target: v2.6 Atlas | Feb 2 | yesterday']],
  ])('dates of the next two weeks: %s', (_name, target, expected) => {
    expect(said(model(note(target)).dates)).toEqual(expected);
  });

  const ASKS =
    '\n## Dependencies\n- [[Legal]] needs the terms by Feb 3\n- Waiting for [[Design]]: logo by Feb 6\n- Waiting for [[Data]]: export by Feb 7\n';

  it('parts what we owe and is due from whom we wait for: due within three days, or silent for a week', () => {
    const today = model(note('2026-03-20', ASKS));
    expect(today.mine.map(({ text }) => text)).toEqual(['Legal: terms']);
    expect(today.waiting.map(({ text }) => text.split(':')[0])).toEqual(['Design']);
  });

  it('what is mine is mine, whoever is waited for', () => {
    expect(
      model(note('2026-03-20', '\n## Dependencies\n- Waiting for [[Design]]: logo by Feb 3\n'), ['design']).mine.map(
        ({ text }) => text.split(':')[0],
      ),
    ).toEqual(['Design']);
  });

  it('says what is different from the last look, once for each release', () => {
    const before = seenNow(assessed(note('2026-03-20')), '2026-02-01' as never);
    expect(model(note('2026-03-20'), [], before)).toMatchObject({
      changed: [],
      sentence: 'No release is off track; nothing has changed since Feb 1.',
    });
    const after = model(note('2026-02-02'), [], before);
    expect(after.sentence).toBe('1 release is off track; 1 has changed since Feb 1.');
    expect(after.changed).toHaveLength(1);
    expect(after.changed[0]?.facts).toEqual(expect.arrayContaining(['Target moved from Mar 20 to Feb 2']));
    expect(after.changed[0]?.facts.some((fact) => fact.endsWith('→ Off track'))).toBe(true);
    expect(said(model({}, [], before).changed)).toEqual(['v2.6 Atlas | no longer there']);
    expect(said(model(note('2026-03-20'), [], { on: TODAY, releases: {} }).changed)).toEqual(['v2.6 Atlas | new here']);
  });

  it('a remembered look survives storage, a damaged one is none', () => {
    const seen = seenNow(assessed(note('2026-03-20')), TODAY);
    expect(seenIn(JSON.parse(JSON.stringify(seen)))).toEqual(seen);
    for (const damaged of [null, 3, 'x', {}, { on: 'x', releases: {} }, { on: '2026-02-03', releases: null }])
      expect(seenIn(damaged)).toBeNull();
    expect(seenIn({ on: '2026-02-03', releases: { a: 3, b: { title: 'x', rules: 'y' } } })).toEqual({
      on: '2026-02-03',
      releases: {},
    });
  });
});
