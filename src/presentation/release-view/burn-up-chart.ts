import type { BurnUp } from '../../domain/forecast/burn-up';
import { type BusinessCalendar, businessDaysBetween } from '../../domain/business-calendar';
import type { CalendarDate } from '../../domain/calendar-date';
import { type BurnUpChart, type ChartInputs, FRAME, round } from './chart-frame';
import { dayTicks, endLabels, gridLines, gridStep, laterLabel, limitsOf, stepLabels } from './chart-labels';
import { tableOf } from './chart-table';
import { RELEASE_VIEW_WORDING } from './release-view-wording';

const WORDS = RELEASE_VIEW_WORDING.chart;

/** Works the picture out; columns are business days, so that a target on a Sunday stands between Friday and Monday. */
export function burnUpChart(inputs: ChartInputs, width: number): BurnUpChart {
  const { burnUp, calendar, today } = inputs;
  const ahead = (date: CalendarDate | null): number | null =>
    date === null ? null : workingDays(today, date, calendar);
  const outcomes = inputs.outcomes.map((day) => (day !== null && day <= FRAME.farthest ? day : null));
  const { first, future, dayWidth } = axisOf(
    burnUp.today,
    [ahead(inputs.goNoGo), ahead(inputs.target), ...outcomes],
    width,
  );
  const xOf = (day: number): number => FRAME.left + (day - first) * dayWidth;
  const [todayX, end] = [xOf(burnUp.today), xOf(burnUp.today + future)];
  const axisY = FRAME.top + FRAME.plot;
  const [total, done] = [lastOf(burnUp.scope), lastOf(burnUp.done)];
  const step = gridStep(Math.max(1, total));
  const yOf = (count: number): number => axisY - (count / Math.max(total, step)) * (FRAME.plot - 14);
  const line = (points: BurnUp['done']): string => stairs(points, first, burnUp.today, xOf, yOf);
  const donePath = line(burnUp.done);
  const isCrowded = [ahead(inputs.gate), ahead(inputs.target)].some(
    (day) => day !== null && day >= 0 && day * dayWidth < FRAME.endRoom,
  );
  const days = { first, todayDay: burnUp.today, xOf, start: burnUp.start, calendar, today };
  return {
    width,
    height: axisY + FRAME.axis,
    axisY,
    plot: { left: FRAME.left, right: end, top: FRAME.top, todayX },
    scopePath: line(burnUp.scope),
    donePath,
    doneArea: donePath === '' ? '' : `${donePath}V${axisY}H${round(xOf(first))}Z`,
    steps: stepLabels(burnUp, first, xOf, yOf, todayX),
    grid: gridLines(Math.max(1, total), step, yOf),
    ticks: dayTicks(days, future, dayWidth),
    limits: limitsOf(inputs, ahead, (day) => xOf(burnUp.today + day), end),
    ...dotsOf(outcomes, ahead(inputs.gate), dayWidth, (day) => xOf(burnUp.today + day)),
    ends: endLabels(burnUp, yOf, todayX, isCrowded),
    later: laterLabel(outcomes, end, axisY),
    table: tableOf(inputs, outcomes),
    description: WORDS.description(done, total),
  };
}

/** Working days from one day to another, negative where it lies before. */
function workingDays(from: CalendarDate, to: CalendarDate, calendar: BusinessCalendar): number {
  return to < from ? -businessDaysBetween(to, from, calendar) : businessDaysBetween(from, to, calendar);
}

function lastOf(points: readonly { readonly total: number }[]): number {
  return points[points.length - 1]?.total ?? 0;
}

/** How many days there are to either side of today, and how wide one is; old days give way first. */
function axisOf(
  today: number,
  ahead: readonly (number | null)[],
  width: number,
): { readonly first: number; readonly future: number; readonly dayWidth: number } {
  const room = width - FRAME.left - FRAME.right;
  const known = ahead.filter((day): day is number => day !== null);
  const needed = Math.min(FRAME.farthest, Math.max(3, ...known)) + FRAME.marginDays;
  // Where there is room to the right, the axis takes it: names of dates stand there.
  const roomy = Math.min(needed + FRAME.roomyDays, Math.floor(room / FRAME.widestDay) - today);
  const future = Math.max(needed, roomy);
  const past = Math.max(1, Math.min(today, Math.floor(room / FRAME.narrowestDay) - future));
  return { first: today - past, future, dayWidth: Math.min(FRAME.widestDay, room / (past + future)) };
}

/** Where a day is narrower than a dot, dots of neighbouring days stand in one column, never across the gate. */
function dotsOf(
  outcomes: readonly (number | null)[],
  gate: number | null,
  dayWidth: number,
  xOf: (day: number) => number,
): Pick<BurnUpChart, 'dots' | 'dotSize'> {
  const perColumn = Math.max(1, Math.ceil(FRAME.smallestDot / dayWidth));
  const stacks = stacked(outcomes, gate, perColumn);
  const tallest = Math.max(1, ...stacks.map(({ height }) => height + 1));
  const size = Math.min(FRAME.largestDot, dayWidth * perColumn - 1, (FRAME.plot - 10) / tallest);
  return {
    dots: stacks.map(({ day, height, isInTime }) => ({
      x: round(xOf(day) - (dayWidth * perColumn) / 2),
      y: round(FRAME.top + FRAME.plot - (height + 0.5) * size - 2),
      isInTime,
    })),
    dotSize: round(size - 1),
  };
}

/** A line that goes across and then up at the end of each day on which something changed. */
function stairs(
  points: readonly { readonly day: number; readonly total: number }[],
  first: number,
  last: number,
  xOf: (day: number) => number,
  yOf: (count: number) => number,
): string {
  if (points.length === 0) return '';
  const before = points.filter(({ day }) => day <= first).pop()?.total ?? 0;
  const rest = points.filter(({ day }) => day > first);
  return [
    `M${round(xOf(first))} ${round(yOf(before))}`,
    ...rest.map(({ day, total }) => `H${round(xOf(day))}V${round(yOf(total))}`),
    `H${round(xOf(last))}`,
  ].join('');
}

interface Stacked {
  readonly day: number;
  readonly height: number;
  readonly isInTime: boolean;
}

/** `day` of a column is its last one; columns are counted from the gate, so that none straddles it. */
function stacked(outcomes: readonly (number | null)[], gate: number | null, perColumn: number): Stacked[] {
  const heights = new Map<number, number>();
  const from = gate ?? 0;
  return outcomes.flatMap((day) => {
    if (day === null) return [];
    const column = from + Math.ceil((day - from) / perColumn) * perColumn;
    const height = heights.get(column) ?? 0;
    heights.set(column, height + 1);
    return [{ day: column, height, isInTime: gate === null || day <= gate }];
  });
}
