import { ended } from '../../src/domain/in-slices';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { effectiveDue } from '../../src/domain/due-date';
import { createAssessments } from '../../src/index/assessments';
import type { AssessedRelease } from '../../src/index/portfolio';
import { createReleaseIndex } from '../../src/index/release-index';
import { PACKS } from '../../src/presentation/templates/packs';
import { sizedTemplate } from '../../src/presentation/templates/templates';
import { defaultSettings } from '../../src/settings/settings';
import { facts } from '../builders';

const PATH = 'Active/Releases/v2.6 Atlas/Plan.md';
const TODAY = '2026-01-12' as CalendarDate;

function read(pack: string): AssessedRelease {
  const text = [
    '---\ndate: 2026-01-12\n---',
    '# Release: v2.6 (Atlas)',
    '- Target date: 2026-03-20\n- Owner: Sarah Kim\n',
    '## Checklist\n- [ ] QA sign-off @tom\n',
    pack,
  ].join('\n');
  const index = createReleaseIndex('Active/Releases');
  const changed = index.apply([{ path: PATH, facts: facts(PATH, text, TODAY) }]);
  const assessments = createAssessments(defaultSettings(), TODAY);
  ended(assessments.update(changed, index.release, []));
  const [found] = assessments.assessed();
  if (!found) throw new Error('no release');
  return found;
}

const SIZED = PACKS.flatMap((pack) => ([1, 2, 3, 4] as const).map((size) => [pack.name, size, pack.text] as const));

it.each(SIZED)('the pack %s for size %d is items with days, and says nothing else', (name, size, text) => {
  const pack = sizedTemplate(text, size);
  const boxes = pack.match(/^- \[ \] /gm) ?? [];
  const { release } = read(pack);
  const bare = read('').release;
  const items = release.items.filter(({ section }) => section === name);
  expect(items).toHaveLength(boxes.length);
  expect(items.every(({ required, state }) => required && state === 'open')).toBe(true);
  const calendar = defaultSettings().calendar;
  expect(items.map(({ due }) => effectiveDue(due, release, calendar)?.date ?? null)).not.toContain(null);
  for (const field of ['risks', 'dependencies', 'target', 'goNoGo', 'decision', 'phase', 'owner', 'parties'] as const)
    expect([field, (release as unknown as Record<string, unknown>)[field]]).toEqual([
      field,
      (bare as unknown as Record<string, unknown>)[field],
    ]);
});

it('a larger company has all that a smaller one has', () => {
  for (const { text } of PACKS)
    for (const size of [1, 2, 3] as const) {
      const more = new Set(sizedTemplate(text, (size + 1) as 2).split('\n'));
      expect(
        sizedTemplate(text, size)
          .split('\n')
          .filter((line) => !more.has(line)),
      ).toEqual([]);
    }
});
