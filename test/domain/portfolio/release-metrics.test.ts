import { DEFAULT_BUSINESS_CALENDAR as CALENDAR } from '../../../src/domain/business-calendar';
import type { CalendarDate } from '../../../src/domain/calendar-date';
import { releaseMetrics } from '../../../src/domain/portfolio/release-metrics';
import { createReleaseIndex } from '../../../src/index/release-index';
import { createAssessments } from '../../../src/index/assessments';
import { ended } from '../../../src/domain/in-slices';
import type { Release } from '../../../src/domain/release';
import { defaultSettings } from '../../../src/settings/settings';
import { facts } from '../../builders';

const TODAY = '2026-03-31' as CalendarDate;

function releases(notes: Readonly<Record<string, string>>): Release[] {
  const index = createReleaseIndex('Active/Releases');
  const changed = index.apply(Object.entries(notes).map(([path, text]) => ({ path, facts: facts(path, text, TODAY) })));
  const assessments = createAssessments(defaultSettings(), TODAY);
  ended(assessments.update(changed, index.release, []));
  return assessments.assessed().map(({ release }) => release);
}

const plan = (name: string, target: string, shipped: string): [string, string] => [
  `Active/Releases/${name}/Plan.md`,
  `---\ndate: 2025-12-01\n---\n# Release: ${name}\n\n- Target date: ${target}\n- Status: released (${shipped})\n\n## Checklist\n- [x] A\n`,
];

it('counts what went out, on the first date, how late in the middle, and what only mends', () => {
  const all = releases(
    Object.fromEntries([
      plan('v1.0 Atlas', '2026-02-02', '2026-02-02'),
      plan('v1.0.1 Atlas hotfix', '2026-02-09', '2026-02-10'),
      plan('v2.0 Borealis', '2026-03-02', '2026-03-09'),
      plan('2026.1.15 Calendar', '2026-01-14', '2026-01-15'),
      plan('v0.9 Old', '2025-12-08', '2025-12-12'),
      [
        'Active/Releases/v3.0 Cygnus/Plan.md',
        '---\ndate: 2026-03-01\n---\n# Release: v3.0 (Cygnus)\n\n- Target date: 2026-04-20\n\n## Checklist\n- [ ] A\n',
      ],
    ]),
  );
  expect(releaseMetrics(all, TODAY, 90, CALENDAR)).toEqual({
    released: 4,
    onFirstDate: 1,
    withTarget: 4,
    medianSlip: 1,
    hotfixes: 1,
  });
  expect(releaseMetrics(all, '2025-12-31' as CalendarDate, 90, CALENDAR)).toMatchObject({ released: 1, medianSlip: 4 });
  expect(releaseMetrics([], TODAY, 90, CALENDAR)).toMatchObject({ released: 0, medianSlip: null });
});
