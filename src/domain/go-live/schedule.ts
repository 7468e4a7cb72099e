import type { GoLivePlan, GoLiveStep, Stamp } from './go-live-plan';

/** An instant in minutes since 1970 in UTC: clock changes of the night do not touch it. */
export type Minute = number;

/** The instant of a civil day and time in the device's own zone. */
export type LocalMinute = (day: string, time: string) => Minute;

/** A step with its times. */
export interface ScheduledStep {
  readonly step: GoLiveStep;
  readonly plannedStart: Minute;
  readonly plannedEnd: Minute;
  /** What was, or what is to be expected as of now. */
  readonly start: Minute;
  readonly end: Minute;
  readonly state: 'done' | 'running' | 'next' | 'waiting';
}

/** A go-live on the clock. */
export interface Schedule {
  readonly steps: readonly ScheduledStep[];
  readonly plannedEnd: Minute;
  /** When it ends as things stand. */
  readonly end: Minute;
  readonly until: Minute | null;
  /** Minutes between the expected end and the end of the window, below 0 beyond it; null without a window. */
  readonly slack: number | null;
  /** How many minutes the expected end is behind the planned one. */
  readonly behind: number;
  /**
   * The last moment to begin to roll back: its duration before the window's end, or the start of the point of no return
   * where that is earlier; null without either.
   */
  readonly lastRollback: Minute | null;
  /** The point of no return has begun: rolling back is no plan any more. */
  readonly isBeyondReturn: boolean;
}

const DAY: Minute = 24 * 60;

/** The instant of a stamp; a bare time is the first one from `after` on, and none without `after`. */
export function minuteOf(stamp: Stamp, local: LocalMinute, after: Minute | null = null): Minute | null {
  const { day, time, offset } = stamp;
  if (day !== null) return offset === null ? local(day, time) : utc(day, time) - offset;
  if (after === null) return null;
  // The day of `after` in the device's zone is within a day of its day in UTC.
  const base = Math.floor(after / DAY);
  for (let at = base - 1; at <= base + 2; at++) {
    const found = local(civil(at), time);
    if (found >= after) return found;
  }
  return null;
}

function utc(day: string, time: string): Minute {
  return Math.floor(Date.parse(`${day}T${time}:00Z`) / 60_000);
}

function civil(days: number): string {
  return new Date(days * DAY * 60_000).toISOString().slice(0, 10);
}

/** Puts a plan on the clock as of now; null until its start is set. */
export function scheduleOf(plan: GoLivePlan, now: Minute, local: LocalMinute): Schedule | null {
  const begin = plan.start === null ? null : minuteOf(plan.start, local);
  if (begin === null) return null;
  const steps = timed(plan.steps, begin, now, local);
  const last = steps[steps.length - 1];
  const plannedEnd = steps.reduce((end, step) => Math.max(end, step.plannedEnd), begin);
  const end = last?.end ?? begin;
  const until = plan.until === null ? null : minuteOf(plan.until, local, begin);
  const returns = steps.find(({ step }) => step.isPointOfNoReturn) ?? null;
  const isBeyondReturn = returns !== null && (returns.state === 'done' || returns.state === 'running');
  const byWindow = until === null || plan.rollback.minutes === null ? null : until - plan.rollback.minutes;
  const moments = [byWindow, returns === null ? null : returns.start].filter((at): at is Minute => at !== null);
  return {
    steps,
    plannedEnd,
    end,
    until,
    slack: until === null ? null : until - end,
    behind: Math.max(0, end - plannedEnd),
    lastRollback: moments.length === 0 ? null : Math.min(...moments),
    isBeyondReturn,
  };
}

function timed(all: readonly GoLiveStep[], begin: Minute, now: Minute, local: LocalMinute): ScheduledStep[] {
  const steps: ScheduledStep[] = [];
  let [plannedBefore, before, isNextFound] = [begin, -Infinity, false];
  for (const [index, step] of all.entries()) {
    const plannedStart = step.offset === null ? plannedBefore : begin + step.offset;
    const plannedEnd = plannedStart + (step.minutes ?? untilNext(all[index + 1], plannedStart, begin));
    const length = plannedEnd - plannedStart;
    const [started, completed] = [step.started, step.completed].map((at) => (at ? minuteOf(at, local, begin) : null));
    const state = step.isDone ? 'done' : started !== null ? 'running' : isNextFound ? 'waiting' : 'next';
    isNextFound ||= state === 'next' || state === 'running';
    const ready = Math.max(plannedStart, before, state === 'next' ? now : -Infinity);
    // A step that was ticked without stamps took place as planned, as far as anybody knows.
    const start = started ?? Math.min(ready, completed ?? Infinity);
    const least = state === 'running' ? now : -Infinity;
    const end = completed ?? Math.max(start + length, least);
    steps.push({ step, plannedStart, plannedEnd, start, end, state });
    [plannedBefore, before] = [plannedEnd, Math.max(before, end)];
  }
  return steps;
}

/** Without a duration a step lasts until the next one that has a time. */
function untilNext(next: GoLiveStep | undefined, start: Minute, begin: Minute): number {
  return next?.offset === null || next === undefined ? 0 : Math.max(0, begin + next.offset - start);
}
