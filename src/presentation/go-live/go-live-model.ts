import type { GoLivePlan } from '../../domain/go-live/go-live-plan';
import type { Minute, Schedule, ScheduledStep } from '../../domain/go-live/schedule';
import { GO_LIVE_WORDING as WORDS } from './go-live-wording';

/** How the device writes an instant, and in which zone: "22:40", "UTC+1". */
export interface WallClock {
  readonly at: (minute: Minute) => string;
  readonly zone: (minute: Minute) => string;
}

/** A step as the view shows it. */
export interface StepRow {
  readonly scheduled: ScheduledStep;
  /** When it began, or is expected to: "22:40". */
  readonly at: string;
  /** "until 23:00, planned 22:20". */
  readonly note: string;
  readonly owner: string;
  readonly isLate: boolean;
}

/** A go-live that has a start. */
export interface GoLiveModel {
  readonly progress: string;
  /** "12 min behind; the window ends 04:00; last moment to roll back 02:40". */
  readonly sentence: string;
  readonly isLate: boolean;
  readonly zone: string;
  /** The step that runs, or comes next; null when all is done. */
  readonly current: StepRow | null;
  readonly currentLabel: string;
  /** Further steps that are open, in order: one that was passed over comes first. */
  readonly next: readonly StepRow[];
  readonly rows: readonly StepRow[];
  /** What the hand-over says; empty while steps are open. */
  readonly handOver: readonly string[];
}

const MOST_NEXT = 2;
/** A deviation of a step that is worth a line, in minutes. */
const TELLING = 5;

/** A go-live on the clock, in words. */
export function goLiveModel(plan: GoLivePlan, schedule: Schedule, now: Minute, clock: WallClock): GoLiveModel {
  const rows = schedule.steps.map((scheduled) => rowOf(scheduled, now, clock));
  const stateAt = (wanted: string): number => rows.findIndex(({ scheduled: { state } }) => state === wanted);
  const at = stateAt('running') >= 0 ? stateAt('running') : stateAt('next');
  const open = rows.filter(({ scheduled: { state } }, index) => state !== 'done' && index !== at);
  const done = schedule.steps.filter(({ state }) => state === 'done').length;
  const isOver = at < 0;
  return {
    progress: WORDS.progress(done, rows.length),
    sentence: sentenceOf(schedule, now, clock),
    isLate: schedule.behind > 0 || (schedule.slack !== null && schedule.slack < 0),
    zone: clock.zone(now),
    current: rows[at] ?? null,
    currentLabel: isOver ? '' : WORDS.step(at + 1, rows.length),
    next: open.slice(0, MOST_NEXT),
    rows,
    handOver: isOver || plan.isRolledBack ? handOverOf(schedule, rows, clock) : [],
  };
}

function rowOf(scheduled: ScheduledStep, now: Minute, { at }: WallClock): StepRow {
  const { step, state, start, end, plannedStart, plannedEnd } = scheduled;
  const notes = [
    end > start || state === 'done' ? WORDS.by(at(end)) : '',
    start !== plannedStart ? WORDS.planAt(at(plannedStart)) : '',
  ];
  return {
    scheduled,
    at: at(start),
    note: notes.filter(Boolean).join(', '),
    owner: step.owner ?? WORDS.noOwner,
    isLate: state !== 'done' && (end > plannedEnd || (state === 'next' && now > plannedStart)),
  };
}

function sentenceOf(schedule: Schedule, now: Minute, { at }: WallClock): string {
  const { behind, end, until, slack, lastRollback, isBeyondReturn } = schedule;
  return [
    behind > 0 ? WORDS.behind(behind) : WORDS.onTime,
    WORDS.ends(at(end)),
    until === null ? '' : WORDS.window(at(until)),
    slack === null ? '' : slack < 0 ? WORDS.over(-slack) : WORDS.slack(slack),
    isBeyondReturn
      ? WORDS.beyondReturn
      : lastRollback === null
        ? ''
        : now > lastRollback
          ? WORDS.rollbackPassed(at(lastRollback))
          : WORDS.lastRollback(at(lastRollback)),
  ]
    .filter(Boolean)
    .join('; ');
}

function handOverOf(schedule: Schedule, rows: readonly StepRow[], { at }: WallClock): string[] {
  const open = rows.filter(({ scheduled: { state } }) => state !== 'done').length;
  const deviations = schedule.steps.flatMap(({ step, state, start, end, plannedStart, plannedEnd }) => {
    const longer = end - start - (plannedEnd - plannedStart);
    return state === 'done' && step.started !== null && longer >= TELLING ? [WORDS.deviation(step.title, longer)] : [];
  });
  return [
    ...(open === 0 ? [WORDS.finished(at(schedule.plannedEnd), at(schedule.end), schedule.behind)] : []),
    ...deviations,
    open === 0 ? WORDS.nothingOpen : WORDS.stillOpen(open),
  ];
}
