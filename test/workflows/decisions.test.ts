import type { CalendarDate } from '../../src/domain/calendar-date';
import type { NoteFacts } from '../../src/domain/note-facts';
import { readProcess } from '../../src/markdown/process/read-process';
import type { RememberedNote } from '../../src/ports/facts-store';
import { defaultSettings, resolveSettings } from '../../src/settings/settings';
import { settingProblem, settingSpec } from '../../src/settings/schema';
import { factsMemory } from '../../src/workflows/facts-memory';
import { understandDate } from '../../src/workflows/understand-date';
import { vaultFindings } from '../../src/workflows/vault-findings';
import { facts } from '../builders';

const day = (text: string): CalendarDate => text as CalendarDate;

describe('a request that nobody has', () => {
  it.each([
    ['after four working days', '2026-03-06', 0],
    ['after five', '2026-03-09', 0],
    ['after six', '2026-03-10', 1],
  ])('%s is listed: %#', (_name, today, count) => {
    const findings = vaultFindings(defaultSettings(), {
      today: () => day(today),
      dateOf: () => day(today),
      elapsed: () => 0,
    });
    findings.apply([
      {
        path: 'Inbox/Requests/2026-03-02 - Dashboard.md',
        facts: facts('Inbox/Requests/2026-03-02 - Dashboard.md', '---\ntype: request\n---\n# Dashboard\nPlease.\n'),
      },
    ]);
    expect(findings.snapshot().unrouted).toHaveLength(count);
  });
});

describe('a day that somebody types', () => {
  it.each([
    ['2026-03-01', ['past', 'weekend']],
    ['2026-03-02', []],
    ['2026-03-03', []],
  ])('%s, as of Mar 2: %j', (typed, concerns) => {
    expect(understandDate(typed, day('2026-03-02'), defaultSettings())?.concerns).toEqual(concerns);
  });

  it.each([
    ['2026-03-16', []],
    ['2026-03-17', ['after-target']],
  ])('%s before a target of Mar 16: %j', (typed, concerns) => {
    expect(understandDate(typed, day('2026-03-02'), defaultSettings(), day('2026-03-16'))?.concerns).toEqual(concerns);
  });
});

describe('a tier’s weight', () => {
  it.each([
    ['Tier 1: 299', true],
    ['Tier 1: 300', true],
    ['Tier 1: 301', false],
    ['Tier 1', false],
  ])('“%s” is fine: %s', (line, isFine) => {
    const spec = settingSpec('risk.tiers');
    expect(spec !== null && settingProblem(spec, line) === null).toBe(isFine);
    expect(Object.keys(resolveSettings({ 'risk.tiers': line } as never).policy.tiers).length > 0).toBe(isFine);
  });
});

describe('what waits to be remembered', () => {
  const start = (): {
    memory: ReturnType<typeof factsMemory>;
    saved: [string, string[], string[]][];
    wait: () => void;
  } => {
    const saved: [string, string[], string[]][] = [];
    let task: (() => void) | null = null;
    const memory = factsMemory(
      {
        load: () => Promise.resolve([]),
        save: (version, changed, removed) =>
          Promise.resolve(void saved.push([version, changed.map(({ path }) => path), [...removed]])),
        clear: () => Promise.resolve(),
        close: () => undefined,
      },
      {
        after: (_ms, run) => {
          task = run;
          return () => void (task = null);
        },
        pause: () => Promise.resolve(),
      },
      () => undefined,
    );
    return {
      memory,
      saved,
      wait: () => {
        const run = task;
        task = null;
        run?.();
      },
    };
  };
  const note = (path: string): RememberedNote<NoteFacts> => ({ path, mtime: 1, size: 1, facts: null });

  it('is written once, some time after the last change', () => {
    const { memory, saved, wait } = start();
    memory.changed('a.md');
    memory.saveSoon('1', note);
    memory.changed('b.md');
    memory.removed('c.md');
    memory.saveSoon('1', note);
    expect(saved).toEqual([]);
    wait();
    expect(saved).toEqual([['1', ['a.md', 'b.md'], ['c.md']]]);
    memory.saveSoon('1', note);
    wait();
    expect(saved).toHaveLength(1);
  });

  it('the last word on a note counts', () => {
    const { memory, saved, wait } = start();
    memory.changed('a.md');
    memory.removed('a.md');
    memory.removed('b.md');
    memory.changed('b.md');
    memory.saveSoon('1', note);
    wait();
    expect(saved).toEqual([['1', ['b.md'], ['a.md']]]);
  });

  it('nothing of before is written when another version begins, neither what changed nor what was removed', () => {
    const { memory, saved, wait } = start();
    memory.changed('a.md');
    memory.removed('b.md');
    memory.reset();
    memory.changed('c.md');
    memory.saveSoon('2', note);
    wait();
    expect(saved).toEqual([['2', ['c.md'], []]]);
  });

  it('nothing is written after the end', () => {
    const { memory, saved, wait } = start();
    memory.changed('a.md');
    memory.saveSoon('1', note);
    memory.stop();
    wait();
    expect(saved).toEqual([]);
  });
});

describe('lines that decide little and turn much', () => {
  it.each([
    ['n/a', 'cancelled'],
    ['dropped', 'cancelled'],
    ['in progress', 'in-progress'],
    ['done', 'done'],
    ['', 'open'],
    ['waiting', 'open'],
  ])('a status of “%s” in a table of checks is %s', (status, state) => {
    expect(
      facts(
        'Inbox/2026-03-02 Plan.md',
        `# 2026-03-02 Release: v1.0 (One)\n\n## Checklist\n| Check | Status |\n|-|-|\n| QA | ${status} |\n`,
      ).tasks.map((task) => task.state),
    ).toEqual([state]);
  });

  it.each([
    ['Legal needs the terms', 'we-owe'],
    ['Legal might need the terms', 'unclear'],
    ['Legal needs the terms?', 'unclear'],
    ['Legal to send the terms', 'they-owe'],
    ['Maybe Legal sends the terms', 'unclear'],
  ])('“%s”: %s', (line, direction) => {
    expect(
      facts(
        'Inbox/2026-03-02 Plan.md',
        `# 2026-03-02 Release: v1.0 (One)\n\n## Dependencies\n- ${line}\n`,
      ).dependencies.map((fact) => fact.direction),
    ).toEqual([direction]);
  });

  it.each([
    ['Crash on save, resolved', true],
    ['Crash on save is not resolved', false],
    ['Crash on save, to be resolved', false],
    ['Crash on save must be fixed', false],
    ['~~Crash on save~~', true],
  ])('“%s” is resolved: %s', (line, resolved) => {
    expect(
      facts('Inbox/2026-03-02 Plan.md', `# 2026-03-02 Release: v1.0 (One)\n\n## Risks\n- ${line}\n`).risks.map(
        (risk) => risk.resolved,
      ),
    ).toEqual([resolved]);
  });

  it.each([
    ['Tag the build.', 1],
    ['Support updates the macros.', 1],
    ['The build is green.', 0],
    ['Nobody likes Mondays.', 0],
  ])('“%s” is an act: %i', (sentence, count) => {
    expect(readProcess(sentence).steps).toHaveLength(count);
  });
});
