import { addBusinessDays, type BusinessCalendar } from '../../domain/business-calendar';
import type { CalendarDate } from '../../domain/calendar-date';
import type { BurnUp } from '../../domain/forecast/burn-up';
import { monthDay, weekdayAndDay } from '../date-wording';
import { noteName, placeOf } from '../place';
import { type BurnUpChart, type ChartInputs, type ChartLabel, type ChartLimit, FRAME, round } from './chart-frame';
import { RELEASE_VIEW_WORDING } from './release-view-wording';

const WORDS = RELEASE_VIEW_WORDING.chart;

/** 1, 2 or 5 times a power of ten, so that there are at most four lines. */
export function gridStep(most: number): number {
  for (let power = 1; ; power *= 10) for (const step of [1, 2, 5]) if (most / (step * power) <= 4) return step * power;
}

export function gridLines(most: number, step: number, yOf: (count: number) => number): ChartLabel[] {
  const lines: ChartLabel[] = [];
  for (let count = 0; count <= most; count += step)
    lines.push({ x: FRAME.left - 6, y: round(yOf(count)), text: String(count), anchor: 'end' });
  return lines;
}

interface Days {
  readonly first: number;
  readonly todayDay: number;
  readonly xOf: (day: number) => number;
  readonly start: CalendarDate;
  readonly calendar: BusinessCalendar;
  readonly today: CalendarDate;
}

const LABEL_ROOM = 64;

/** Dates below the axis, as many as there is room for, always some working days apart. */
export function dayTicks(
  { first, todayDay, xOf, start, calendar, today }: Days,
  future: number,
  dayWidth: number,
): ChartLabel[] {
  const every = Math.max(5, Math.ceil(LABEL_ROOM / dayWidth / 5) * 5);
  const ticks: ChartLabel[] = [];
  for (let day = todayDay - Math.floor((todayDay - first) / every) * every; day <= todayDay + future; day += every)
    if (xOf(day) + LABEL_ROOM / 2 <= xOf(todayDay + future) + FRAME.right)
      ticks.push({
        x: round(xOf(day)),
        y: FRAME.top + FRAME.plot + 15,
        text: monthDay(addBusinessDays(start, day, calendar), today),
        anchor: day === first ? 'start' : 'middle',
      });
  return ticks;
}

/** Steps of the scope, named where there is room; all can be pointed at. */
export function stepLabels(
  { scope, today }: BurnUp,
  first: number,
  xOf: (day: number) => number,
  yOf: (count: number) => number,
  todayX: number,
): BurnUpChart['steps'] {
  let free = -Infinity;
  return scope.map(({ day, added, total, evidence }, at) => {
    const place = placeOf(evidence);
    const isStart = at === 0;
    const text = isStart ? WORDS.atStart(total) : WORDS.added(added, noteName(evidence.path));
    const x = Math.max(xOf(day), xOf(first));
    const isLeft = !isStart && x > todayX / 2;
    const [from, to] = isLeft
      ? [x - 6 - text.length * FRAME.letter, x - 6]
      : [x + 4, x + 4 + text.length * FRAME.letter];
    const isFree = day <= today && from > free && to < todayX + 40 && from > 0;
    if (isFree) free = to;
    return {
      x: round(isLeft ? x - 6 : x + 4),
      y: round(yOf(total) - 6),
      dotX: round(x),
      dotY: round(yOf(total)),
      text: isFree ? text : '',
      anchor: isLeft ? ('end' as const) : ('start' as const),
      place,
      title: text,
    };
  });
}

const APART = 14;

/** What the lines have come to: right of today, or above the lines where dates stand near. */
export function endLabels(
  burnUp: BurnUp,
  yOf: (count: number) => number,
  todayX: number,
  isCrowded: boolean,
): BurnUpChart['ends'] {
  const last = (list: readonly { readonly total: number }[]): number => list[list.length - 1]?.total ?? 0;
  const [scope, done] = [last(burnUp.scope), last(burnUp.done)];
  const shift = isCrowded ? -6 : 4;
  const scopeY = yOf(scope) + shift;
  const doneY = isCrowded ? yOf(done) + APART : Math.max(yOf(done) + shift, scopeY + APART);
  const place = isCrowded
    ? ({ x: round(todayX - 5), anchor: 'end' } as const)
    : ({ x: round(todayX + 5), anchor: 'start' } as const);
  return [
    { kind: 'scope', y: round(scopeY), text: WORDS.inScope(scope), ...place },
    { kind: 'done', y: round(Math.min(doneY, FRAME.top + FRAME.plot - 4)), text: WORDS.done(done), ...place },
  ];
}

export function laterLabel(outcomes: readonly (number | null)[], end: number, axisY: number): ChartLabel | null {
  const later = outcomes.filter((day) => day === null).length;
  return later === 0 ? null : { x: round(end), y: axisY - 8, text: WORDS.later(later), anchor: 'end' };
}

/** Each name has a row of its own, so that none covers another. */
const ROWS = { today: 12, goNoGo: 26, target: 40 } as const;

/** Today, go/no-go and target; a line stands at the end of its day, so that a dot of that day is in time. */
export function limitsOf(
  { today, goNoGo, target }: ChartInputs,
  ahead: (date: CalendarDate | null) => number | null,
  xOf: (day: number) => number,
  end: number,
): ChartLimit[] {
  const named = (kind: ChartLimit['kind'], date: CalendarDate | null, text: string, row: number): ChartLimit[] => {
    const day = ahead(date);
    if (date === null || day === null || day < 0 || xOf(day) > end) return [];
    const x = round(xOf(day));
    const isLeft = x + text.length * FRAME.letter > end;
    return [{ x, kind, label: { x: x + (isLeft ? -4 : 4), y: row, text, anchor: isLeft ? 'end' : 'start' } }];
  };
  return [
    ...named('today', today, WORDS.today, ROWS.today),
    ...named('go-no-go', goNoGo, goNoGo ? WORDS.goNoGo(weekdayAndDay(goNoGo, today)) : '', ROWS.goNoGo),
    ...named('target', target, target ? WORDS.target(weekdayAndDay(target, today)) : '', ROWS.target),
  ];
}
