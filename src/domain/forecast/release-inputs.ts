import { type BusinessCalendar, businessDaysBetween, addBusinessDays } from '../business-calendar';
import { addDays, type CalendarDate, earlier, later } from '../calendar-date';
import { effectiveDue } from '../due-date';
import { tiesTo } from '../follow-up';
import { type ChecklistItem, type Dependency, isCounted, openRequired, type Release, wentOut } from '../release';
import { MOST_OPEN } from './finish-curve';
import type { FinishedRelease, ForecastInputs, OpenWork } from './forecast';

/** Completions in the last so many business days before the gate are deadline work. */
const LATE_DAYS = 5;

function gateOf({ goNoGo, target }: Release): CalendarDate | null {
  return goNoGo?.value.date ?? target?.value.date ?? null;
}

/** What the forecast of a release that is still ahead depends on. */
export function forecastInputs(
  release: Release,
  at: {
    readonly today: CalendarDate;
    readonly calendar: BusinessCalendar;
    readonly gate: CalendarDate | null;
    readonly finished: readonly FinishedRelease[];
  },
): ForecastInputs {
  const required = release.items.filter(isCounted);
  const open = openRequired(required);
  // Beyond a year nothing is worked out, so nothing need be tied.
  const asks = open.length > MOST_OPEN ? [] : release.dependencies.filter(({ settled }) => !settled);
  return {
    ...at,
    target: release.target?.value.date ?? null,
    open: open.map((item) => openWork(item, release, asks, at)),
    total: required.length,
    days: completionsByDay(release, at.today, at.calendar),
  };
}

function openWork(
  item: ChecklistItem,
  release: Release,
  asks: readonly Dependency[],
  { today, calendar }: { readonly today: CalendarDate; readonly calendar: BusinessCalendar },
): OpenWork {
  const due = effectiveDue(item.due, release, calendar)?.date ?? null;
  const tied = asks.filter((dependency) => tiesTo(item, dependency));
  const arrivals = [
    item.due.kind === 'eta' ? (item.due.on?.date ?? null) : null,
    ...tied.map(({ due: own }) => (own.kind === 'eta' ? (own.on?.date ?? null) : null)),
    // Whoever needs notice gets it today at the earliest.
    ...tied.map(({ due: { lead } }) =>
      lead === null
        ? null
        : lead.unit === 'business'
          ? addBusinessDays(today, lead.amount, calendar)
          : addDays(today, lead.amount),
    ),
  ];
  const last = arrivals.reduce<CalendarDate | null>(later, null);
  return {
    title: item.title,
    due: item.due.kind === 'eta' ? null : due,
    notBefore: last !== null && last > today ? last : null,
  };
}

/**
 * Completions of each business day, from the first day of the release to `until`; those of days off count to the day
 * before.
 */
function completionsByDay(release: Release, until: CalendarDate, calendar: BusinessCalendar): number[] {
  const days = release.items
    .filter(isCounted)
    .flatMap(({ completion }) => (completion && completion.on <= until ? [completion.on] : []));
  const first = days.reduce<CalendarDate | null>(earlier, release.startedWeak ? null : release.started);
  if (first === null || first > until) return [];
  const counts = Array.from({ length: businessDaysBetween(first, until, calendar) + 1 }, () => 0);
  for (const day of days) {
    const at = businessDaysBetween(first, day, calendar);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** What a release that went out says about others; null for one that did not. */
export function finishedRelease(release: Release, calendar: BusinessCalendar): FinishedRelease | null {
  const out = wentOut(release);
  if (out === null) return null;
  const gate = gateOf(release);
  const required = release.items.filter(isCounted);
  const done = required.flatMap((item) => (item.completion ? [{ item, on: item.completion.on }] : []));
  const slips = done.flatMap(({ item, on }) => {
    const due = (item.due.kind === 'eta' ? null : effectiveDue(item.due, release, calendar)?.date) ?? gate;
    return due ? [businessDaysBetween(due, on, calendar)] : [];
  });
  const isLate = (on: CalendarDate): boolean => gate !== null && businessDaysBetween(on, gate, calendar) < LATE_DAYS;
  const doneOn = done.reduce<CalendarDate | null>((last, { on }) => later(last, on), null) ?? out;
  return {
    id: release.id,
    wentOut: out,
    doneOn,
    slips,
    days: completionsByDay(release, doneOn > out ? doneOn : out, calendar),
    ticks: { all: done.length, late: done.filter(({ on }) => isLate(on)).length },
    madeGate: gate !== null && madeIt(required, gate, out),
  };
}

/** All of it was done by the gate; where no day is known, the day on which it went out decides. */
function madeIt(required: readonly ChecklistItem[], gate: CalendarDate, wentOut: CalendarDate): boolean {
  const days = required.flatMap(({ completion }) => (completion ? [completion.on] : []));
  if (openRequired(required).length > 0) return false;
  return days.length > 0 ? days.every((day) => day <= gate) : wentOut <= gate;
}
