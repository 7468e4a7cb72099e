import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { assess } from '../../builders';

const sample = readFileSync(path.join(__dirname, '../../fixtures/notes/sample.md'), 'utf8');

describe('the golden timeline: the sample note, unchanged', () => {
  it.each([
    ['2026-01-22', 'at-risk', 55, ['R5', 'R7', 'R8', 'R13', 'R15']],
    ['2026-01-27', 'at-risk', 63, ['R5', 'R7', 'R8', 'R9', 'R13', 'R15']],
  ])('%s is %s with %i', (today, level, score, rules) => {
    const found = assess(sample, today);
    expect([found.level, found.score]).toEqual([level, score]);
    expect(found.reasons.map((reason) => reason.rule).sort()).toEqual([...rules].sort());
  });

  it('Feb 3 is off track by its sum alone', () => {
    const found = assess(sample, '2026-02-03');
    expect(found.level).toBe('off-track');
    expect(found.reasons.every((reason) => reason.severity !== 'red')).toBe(true);
    expect(found.reasons.find((reason) => reason.rule === 'R7')?.weight).toBe(25);
    for (const rule of ['R1', 'R10', 'R17']) expect(found.reasons.map((reason) => reason.rule)).toContain(rule);
  });

  it.each([
    ['2026-02-06', ['R1']],
    ['2026-02-09', ['R1', 'R7']],
    ['2026-02-12', ['R1', 'R2', 'R6', 'R7']],
    ['2026-02-16', ['R1', 'R2', 'R3', 'R6', 'R7']],
  ])('%s has these red: %j', (today, rules) => {
    const red = assess(sample, today)
      .reasons.filter((reason) => reason.severity === 'red')
      .map((reason) => reason.rule);
    for (const rule of rules) expect(red).toContain(rule);
  });

  it('gives the four follow-ups of six lines', () => {
    const threads = assess(sample, '2026-01-22').followUps.map(({ who, direction, due, inferred, evidence }) => ({
      who,
      direction,
      due,
      inferred,
      lines: evidence.map(({ line }) => line),
    }));
    expect(threads).toEqual([
      { who: 'Marketing', direction: 'we-owe', due: '2026-02-11', inferred: true, lines: [16, 25] },
      { who: 'CS Team', direction: 'we-owe', due: '2026-02-12', inferred: true, lines: [17, 26] },
      { who: 'Support', direction: 'they-owe', due: '2026-02-12', inferred: false, lines: [18] },
      { who: 'Engineering', direction: 'they-owe', due: '2026-01-29', inferred: false, lines: [27, 22] },
    ]);
  });
});

describe('the laws of risk', () => {
  const LEVELS = ['on-track', 'at-risk', 'off-track'];
  const grade = (level: string): number => (level === 'unknown' ? 0 : LEVELS.indexOf(level));
  const lines = fc
    .array(
      fc.constantFrom(
        '- [ ] Docs @ann',
        '- [x] Build',
        '- [ ] QA sign-off',
        '- [x] Tests pass',
        '- [ ] Legal review (optional)',
        '- [-] Video',
        '- [/] Translations @lee',
        '- [ ] Notes [[Kim]]',
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((picked) => picked.map((line, index) => `${line} ${'abcdefgh'[index] ?? ''}${index}`));
  const day = fc.integer({ min: 2, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
  const note = (items: readonly string[], risks: readonly string[]): string =>
    [
      '# 2026-03-02 Release: v2.5 (Dashboard)',
      '- Target: Mar 24',
      '- Go/no-go: Mar 19',
      '- Owner: [[Kim]]',
      '## Checklist',
      ...items,
      '## Risks',
      ...risks,
      '',
    ].join('\n');

  it('an added blocker never improves the level', () => {
    fc.assert(
      fc.property(
        lines,
        day,
        (items, today) =>
          grade(assess(note(items, ['- Blocker: certificate expired']), today).level) >=
          grade(assess(note(items, []), today).level),
      ),
      { numRuns: 300 },
    );
  });

  it('ticking an item never worsens it, save by the contradiction that the tick creates', () => {
    fc.assert(
      fc.property(lines, day, fc.nat(), fc.boolean(), (items, today, pick, blocked) => {
        const risks = blocked ? ['- Critical bug in export'] : [];
        const open = items.flatMap((line, index) => (/\[[ /]\]/.test(line) ? [index] : []));
        const chosen = open[pick % Math.max(1, open.length)];
        if (chosen === undefined) return true;
        const before = assess(note(items, risks), today);
        const after = assess(
          note(
            items.map((line, index) => (index === chosen ? line.replace(/\[[ /]\]/, '[x]') : line)),
            risks,
          ),
          today,
        );
        const contradicted =
          after.reasons.some((reason) => reason.rule === 'R8') &&
          !before.reasons.some((reason) => reason.rule === 'R8');
        return contradicted || grade(after.level) <= grade(before.level) || before.level === 'unknown';
      }),
      { numRuns: 300 },
    );
  });

  it('equal inputs give equal assessments', () => {
    fc.assert(
      fc.property(lines, day, (items, today) => {
        expect(assess(note(items, ['- Docs at capacity']), today)).toEqual(
          assess(note(items, ['- Docs at capacity']), today),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('a shipped release has no risk, and nothing to measure is unknown', () => {
    expect(
      assess('# 2026-03-02 Release: v1\n- Target: Feb 3\n- Status: released\n- [ ] Left over\n', '2026-04-01'),
    ).toMatchObject({ level: 'on-track', score: 0, reasons: [] });
    expect(assess('# 2026-03-02 Release: v1\n- Owner: [[Kim]]\n- [x] A\n', '2026-03-02')).toMatchObject({
      level: 'unknown',
      unknownCause: 'no-target',
    });
    expect(assess('# 2026-03-02 Release: v1\n- Owner: [[Kim]]\n- Target: Jun 30\n', '2026-03-02')).toMatchObject({
      level: 'unknown',
      unknownCause: 'no-items',
    });
    expect(
      assess('# 2026-03-02 Release: v1\n- Owner: [[Kim]]\n- Target: Jun 30\n- [x] A\n', '2026-03-20'),
    ).toMatchObject({ level: 'unknown', unknownCause: 'stale' });
  });
});
