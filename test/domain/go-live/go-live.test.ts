import fc from 'fast-check';
import type { GoLivePlan, Stamp } from '../../../src/domain/go-live/go-live-plan';
import {
  type LocalMinute,
  type Minute,
  minuteOf,
  type Schedule,
  scheduleOf,
} from '../../../src/domain/go-live/schedule';
import { addToLog, setTimes, stampStep, withoutRun } from '../../../src/markdown/go-live/go-live-edit';
import { GO_LIVE, goLivePlan, stampIn } from '../../../src/markdown/go-live/go-live-feature';
import { applyEdits } from '../../../src/markdown/text-edit';
import { goLiveModel } from '../../../src/presentation/go-live/go-live-model';
import { facts } from '../../builders';

/** A device in UTC+1 without clock changes. */
const local: LocalMinute = (day, time) => Math.floor(Date.parse(`${day}T${time}:00+01:00`) / 60_000);
const at = (time: string, day = '2026-02-15'): Minute => local(day, time);
const wall = (minute: Minute): string => new Date((minute + 60) * 60_000).toISOString().slice(11, 16);
const clock = { at: wall, zone: () => 'UTC+1' };

const NOTE = [
  '# Go-live: v3.5 Reports',
  '',
  '- Start: 2026-02-15 22:00',
  '- Window until: 00:30',
  '',
  '## Steps',
  '- [ ] Freeze main ([[Release Manager]], 20 min)',
  '- [ ] Back up the database (@ines, 30 min)',
  '- [ ] Switch the flag (15 min)',
  '- [ ] Migrate (40 min)',
  '',
  '## Rollback',
  '- Owner: [[Ops]]',
  '- Duration: 25 min',
  '- Trigger: error rate > 2 % for 10 min',
  '### Triggers',
  '- Sign-ups below 50 an hour',
  '### Steps',
  '- [ ] Restore the backup (20 min)',
  '',
].join('\n');
const planOf = (change: (text: string) => string = (text) => text): GoLivePlan => goLivePlan(change(NOTE));
const scheduled = (plan: GoLivePlan, now: Minute = at('21:00')): Schedule => {
  const schedule = scheduleOf(plan, now, local);
  if (!schedule) throw new Error('no start');
  return schedule;
};
const done = (text: string, title: string, from: string, to: string): string =>
  text
    .replace(`- [ ] ${title}`, `- [x] ${title}`)
    .replace(RegExp(`(${title}.*)`), `$1 [started:: ${from}] [completion:: ${to}]`);
const stamp = (time: string, day: string | null = '2026-02-15'): Stamp => ({ day, time, offset: 60 });
const times = ({ end, slack, lastRollback }: Schedule): unknown => [
  wall(end),
  slack,
  lastRollback === null ? null : wall(lastRollback),
];

describe('golden go-live', () => {
  const late = (text: string): string =>
    done(done(text, 'Freeze main', '22:00', '22:20'), 'Back up the database', '22:20', '23:10');
  const marked = (text: string): string => text.replace('Migrate', 'Migrate, point of no return');

  it('starts at 22:00, ends as planned at 23:45 with 45 minutes of slack, and can be rolled back until 00:05', () => {
    expect(times(scheduled(planOf()))).toEqual(['23:45', 45, '00:05']);
  });

  it('ends 20 minutes later when step 2 does, with 25 minutes of slack', () => {
    const schedule = scheduled(planOf(late), at('23:10'));
    expect(times(schedule)).toEqual(['00:05', 25, '00:05']);
    expect(schedule.behind).toBe(20);
  });

  it('can be rolled back until the point of no return, which moves with the delay', () => {
    expect(times(scheduled(planOf(marked)))).toEqual(['23:45', 45, '23:05']);
    expect(
      times(
        scheduled(
          planOf((text) => marked(late(text))),
          at('23:10'),
        ),
      ),
    ).toEqual(['00:05', 25, '23:25']);
  });

  it('is beyond return once that step has begun', () => {
    const begun = (text: string): string =>
      marked(text).replace('return (40 min)', 'return (40 min) [started:: 23:05]');
    expect(scheduled(planOf(begun), at('23:06')).isBeyondReturn).toBe(true);
    expect(scheduled(planOf(marked), at('23:06')).isBeyondReturn).toBe(false);
  });
});

describe('the note', () => {
  it('is read with steps, owners, durations, rollback and triggers', () => {
    const { steps, rollback, title } = planOf();
    expect(title).toBe('Go-live: v3.5 Reports');
    expect(steps.map(({ title: words, owner, minutes, line }) => [words, owner, minutes, line])).toEqual([
      ['Freeze main', 'Release Manager', 20, 7],
      ['Back up the database', 'ines', 30, 8],
      ['Switch the flag', null, 15, 9],
      ['Migrate', null, 40, 10],
    ]);
    expect(rollback).toMatchObject({ owner: 'Ops', minutes: 25 });
    expect(rollback.triggers.map(({ text }) => text)).toEqual([
      'error rate > 2 % for 10 min',
      'Sign-ups below 50 an hour',
    ]);
    expect(rollback.steps.map(({ title: words }) => words)).toEqual(['Restore the backup']);
  });

  it.each([
    ['T-1h Freeze', -60, 'Freeze'],
    ['T−1h30m Freeze', -90, 'Freeze'],
    ['T+15 min: Smoke test', 15, 'Smoke test'],
    ['**T-2d** Tell everybody', -2880, 'Tell everybody'],
    ['T-0 Go', 0, 'Go'],
    ['T0 Go', 0, 'Go'],
    ['Test the flag', null, 'Test the flag'],
    ['T+1h Switch (15 min, point of no return)', 60, 'Switch'],
    ['T+1h Switch (point of no return)', 60, 'Switch'],
    ['T+1h Switch (on staging)', 60, 'Switch (on staging)'],
    ['T-shirt order', null, 'T-shirt order'],
  ])('%s', (words, offset, title) => {
    const [step] = goLivePlan(`- [ ] ${words}\n`).steps;
    expect([step?.offset, step?.title]).toEqual([offset, title]);
  });

  it.each([
    ['2026-02-15 22:00', stamp('22:00')],
    ['2026-02-15T22:00+01:00', stamp('22:00')],
    ['9:05', { day: null, time: '09:05', offset: null }],
    ['2026-02-15 25:00', null],
    ['2026-02-31 2x', null],
    ['soon', null],
  ])('a time: %s', (text, expected) => {
    expect(stampIn(text)).toEqual(expected && { ...expected, offset: /\+/.test(text) ? 60 : null });
  });

  it('states nothing of the release: its steps are no checklist', () => {
    const read = facts('Active/Releases/v3.5 Reports/Go-live.md', NOTE);
    expect([read.releases, read.tasks, read.scalars]).toEqual([[], [], []]);
    expect(read.facets?.[GO_LIVE.id]).toMatchObject({ title: 'Go-live: v3.5 Reports' });
  });

  it('is a plain note without times, and code and properties are no steps', () => {
    const plain = facts('Go-live.md', '# Go-live\n- [ ] One\n- [ ] Two\n');
    expect(plain.facets?.[GO_LIVE.id]).toBeUndefined();
    expect(
      goLivePlan('---\na: 1\n---\n```\n- [ ] T-1h Code\n```\n- [ ] T-0 Real\n').steps.map(({ title }) => title),
    ).toEqual(['Real']);
  });
});

describe('clock', () => {
  it('a bare time of day is the next one after the start, over midnight', () => {
    expect(minuteOf({ day: null, time: '00:30', offset: null }, local, at('22:00'))).toBe(at('00:30', '2026-02-16'));
    expect(minuteOf({ day: null, time: '22:30', offset: null }, local, at('22:00'))).toBe(at('22:30'));
    expect(minuteOf({ day: null, time: '22:30', offset: null }, local)).toBeNull();
  });

  it('counts elapsed minutes over a change of clocks: 01:30 with +01:00 and 03:30 with +02:00 are an hour apart', () => {
    const before: Stamp = { day: '2026-03-29', time: '01:30', offset: 60 };
    const after: Stamp = { day: '2026-03-29', time: '03:30', offset: 120 };
    expect((minuteOf(after, local) ?? 0) - (minuteOf(before, local) ?? 0)).toBe(60);
  });

  it('has no schedule before the start is set', () => {
    expect(
      scheduleOf(
        planOf((text) => text.replace(/- Start.*\n/, '')),
        at('21:00'),
        local,
      ),
    ).toBeNull();
  });

  it('a step that runs over is late by now, and the next one waits for it', () => {
    const text = NOTE.replace('20 min)', '20 min) [started:: 22:00]');
    const schedule = scheduled(goLivePlan(text), at('22:32'));
    expect(schedule.steps.map(({ state }) => state)).toEqual(['running', 'waiting', 'waiting', 'waiting']);
    expect(schedule.behind).toBe(12);
    expect(goLiveModel(goLivePlan(text), schedule, at('22:32'), clock).sentence).toBe(
      '12 min behind; ends 23:57; the window ends 00:30; 33 min of slack; last moment to roll back 00:05',
    );
  });

  it('says what is left when all is done, and what took longer', () => {
    let text = NOTE;
    const run: readonly (readonly [string, string, string])[] = [
      ['Freeze main', '22:00', '22:20'],
      ['Back up the database', '22:20', '23:10'],
      ['Switch the flag', '23:10', '23:25'],
      ['Migrate', '23:25', '00:05'],
    ];
    for (const [title, from, to] of run) text = done(text, title, from, to);
    const plan = goLivePlan(text);
    expect(
      goLiveModel(plan, scheduled(plan, at('00:10', '2026-02-16')), at('00:10', '2026-02-16'), clock).handOver,
    ).toEqual([
      'Planned until 23:45, done at 00:05: 20 min late.',
      'Back up the database: 20 min longer than planned',
      'Nothing is open.',
    ]);
  });

  it('laws: times never run backwards, and no delay makes the end earlier', () => {
    const step = fc.record({ minutes: fc.integer({ min: 0, max: 90 }), late: fc.integer({ min: 0, max: 60 }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat({ max: 8 }), (steps, count) => {
        let now = at('22:00');
        const lines = steps.map(({ minutes, late }, index) => {
          if (index >= count) return `- [ ] Step ${index} (${minutes} min)`;
          const from = now;
          now += minutes + late;
          return `- [x] Step ${index} (${minutes} min) [started:: ${wall(from)}] [completion:: ${wall(now)}]`;
        });
        fc.pre(now - at('22:00') < 20 * 60);
        const schedule = scheduled(goLivePlan(['- Start: 2026-02-15 22:00', ...lines, ''].join('\n')), now);
        const ends = schedule.steps.map(({ end }) => end);
        expect([...ends].sort((a, b) => a - b)).toEqual(ends);
        expect(schedule.end).toBeGreaterThanOrEqual(schedule.plannedEnd);
        const delay = steps.slice(0, count).reduce((sum, { late }) => sum + late, 0);
        expect(schedule.behind).toBe(delay);
      }),
    );
  });
});

describe('writing', () => {
  const edited = (text: string, result: ReturnType<typeof setTimes>): string => {
    if ('problem' in result) throw new Error(result.problem);
    return applyEdits(text, result.edits);
  };
  const [first] = planOf().steps;
  if (!first) throw new Error('no step');

  it('puts stamps on the line of the step, ticks it, and touches nothing else', () => {
    const started = edited(NOTE, stampStep(NOTE, first, 'started', stamp('22:01')));
    expect(started).toBe(NOTE.replace('20 min)', '20 min) [started:: 2026-02-15 22:01 +01:00]'));
    const [again] = goLivePlan(started).steps;
    if (!again) throw new Error('no step');
    const ended = edited(started, stampStep(started, again, 'completion', stamp('22:21')));
    expect(ended).toContain(
      '- [x] Freeze main ([[Release Manager]], 20 min) [started:: 2026-02-15 22:01 +01:00] [completion:: 2026-02-15 22:21 +01:00]\n',
    );
    expect(goLivePlan(ended).steps[0]).toMatchObject({ isDone: true, completed: stamp('22:21') });
    expect(withoutRun(ended)).toBe(NOTE.replace(/- Start.*\n- Window.*\n/, ''));
  });

  it('finds a line that moved, and refuses one that was changed, or that stands there twice', () => {
    const moved = `intro\n${NOTE}`;
    expect(edited(moved, stampStep(moved, first, 'started', stamp('22:01')))).toContain('20 min) [started::');
    expect(stampStep(NOTE.replace('Freeze main', 'Freeze it'), first, 'started', stamp('22:01'))).toEqual({
      problem: 'gone',
    });
    const twice = `x\n${first.raw}\n${first.raw}\n`;
    expect(stampStep(twice, first, 'started', stamp('22:01'))).toEqual({ problem: 'ambiguous' });
  });

  it('keeps Windows line ends and a block id', () => {
    const text = '# A\r\n- [ ] T-0 Go ^go\r\n- [ ] T+5m Look\r\n';
    const [step] = goLivePlan(text).steps;
    if (!step) throw new Error('no step');
    expect(edited(text, stampStep(text, step, 'completion', stamp('22:00')))).toBe(
      '# A\r\n- [x] T-0 Go [completion:: 2026-02-15 22:00 +01:00] ^go\r\n- [ ] T+5m Look\r\n',
    );
    expect(edited(text, setTimes(text, stamp('22:00'), null))).toBe(
      '# A\r\n\r\n- Start: 2026-02-15 22:00 +01:00\r\n- [ ] T-0 Go ^go\r\n- [ ] T+5m Look\r\n',
    );
  });

  it('logs at the end of the log, which it begins, and reads a rollback from it', () => {
    const once = edited(NOTE, addToLog(NOTE, '23:01 Rolled back by Ops: errors'));
    expect(once).toBe(`${NOTE}\n## Log\n\n- 23:01 Rolled back by Ops: errors\n`);
    expect(goLivePlan(once).isRolledBack).toBe(true);
    const more = `${once}\n## After\n\ntext\n`;
    expect(edited(more, addToLog(more, 'second'))).toBe(more.replace('errors\n', 'errors\n- second\n'));
  });
});
