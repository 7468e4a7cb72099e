import type { CalendarDate } from '../../src/domain/calendar-date';
import { DEFAULT_BUSINESS_CALENDAR } from '../../src/domain/business-calendar';
import { followUpsOf } from '../../src/domain/follow-up';
import { DEFAULT_RISK_POLICY } from '../../src/domain/risk/risk-policy';
import { createPortfolio } from '../../src/index/portfolio';
import { createReleaseIndex } from '../../src/index/release-index';
import { stakeholdersOf } from '../../src/index/stakeholders';
import { facts, reasonOf, releasesOf } from '../builders';

const day = (text: string): CalendarDate => text as CalendarDate;

/** Each release with its target, and one ask of Legal. */
function portfolio(targets: Readonly<Record<string, string>>): (version: string) => string | number | undefined {
  const index = createReleaseIndex('Active/Releases');
  const changed = index.apply(
    Object.entries(targets).map(([version, target]) => ({
      path: `Inbox/${version}.md`,
      facts: facts(
        `Inbox/${version}.md`,
        `# 2026-03-02 Release: v${version} (Part ${version})\n- Target date: ${target}\n\n## Dependencies\n- Legal needs the terms of ${version}\n`,
      ),
    })),
  );
  const board = createPortfolio({
    today: day('2026-03-03'),
    policy: DEFAULT_RISK_POLICY,
    calendar: DEFAULT_BUSINESS_CALENDAR,
  });
  board.update(changed, index.release);
  return (version) => {
    const entry = board.assessed().find(({ release }) => release.version === version);
    return (
      entry &&
      Object.values(reasonOf(entry.assessment, 'R12')?.values ?? {}).find((value) => /^v\d/.test(String(value)))
    );
  };
}

describe('a party that two releases need at once', () => {
  it('the nearer release is named', () => {
    expect(portfolio({ '1.0': 'Mar 20', '2.0': 'Mar 25', '3.0': 'Mar 18' })('1.0')).toBe('v3.0 Part 3.0');
  });

  it('of two equally near the one whose name comes first, in whatever order they arrive', () => {
    const targets = [
      ['1.0', 'Mar 18'],
      ['2.0', 'Mar 16'],
      ['3.0', 'Mar 20'],
    ] as const;
    for (const order of [targets, [...targets].reverse()])
      expect(portfolio(Object.fromEntries(order))('1.0')).toBe('v2.0 Part 2.0');
  });

  it('one alone needs it without haste', () => {
    expect(portfolio({ '1.0': 'Mar 20', '2.0': 'Jun 20' })('1.0')).toBeUndefined();
  });
});

describe('a note that belongs to a release by its links', () => {
  const plans = (...names: readonly string[]): Readonly<Record<string, string>> =>
    Object.fromEntries(
      names.map((name, at) => [
        `Active/Releases/${name}/Plan.md`,
        `# Release: v${at + 1}.0 (${name})\n- Target date: 2026-04-0${at + 1}\n`,
      ]),
    );
  const call = (...names: readonly string[]): Readonly<Record<string, string>> => ({
    'Inbox/2026-03-02 Call.md': `# 2026-03-02 Call\n\n${names.map((name) => `See [[${name}/Plan]].`).join('\n')}\n\n## Action items\n- [ ] Ann: call\n`,
  });

  it.each([
    ['one plan', ['Kiosk'], ['Kiosk']],
    ['one plan twice', ['Kiosk', 'Kiosk'], ['Kiosk']],
    ['two plans', ['Kiosk', 'Portal'], []],
    ['no plan', [], []],
  ])('that leads to %s', (_name, links, releases) => {
    const found = releasesOf({ ...plans('Kiosk', 'Portal'), ...call(...links) });
    expect(found.filter(({ actions }) => actions.length > 0).map(({ name }) => name)).toEqual(releases);
  });
});

describe('the last contact with somebody', () => {
  const contact = (path: string, text: string): string | null | undefined => {
    const releases = releasesOf(
      {
        'Inbox/2026-03-02 Plan.md':
          '# 2026-03-02 Release: v1.0 (One)\n- Target date: Mar 20\n\n## Dependencies\n- Legal needs the terms\n',
        [path]: text,
      },
      '2026-03-09',
    );
    return stakeholdersOf({
      releases: releases.map((release) => ({
        release,
        title: release.key,
        followUps: followUpsOf(release, DEFAULT_BUSINESS_CALENDAR),
      })),
      loose: [],
      notes: [],
      pages: [],
    }).find(({ name }) => name === 'Legal')?.lastContact;
  };

  it('is the newest dated note that names them', () => {
    expect(
      contact(
        'Inbox/2026-03-05 Sync.md',
        '# 2026-03-05 Release: v1.0 (One)\n\n## Dependencies\n- Legal needs the annex of the contract\n',
      ),
    ).toBe('2026-03-05');
  });

  it('is none by the time of a file', () => {
    expect(
      contact('Active/Releases/v1.0 One/Notes.md', '## Dependencies\n- Legal needs the annex of the contract\n'),
    ).toBe('2026-03-02');
  });
});
