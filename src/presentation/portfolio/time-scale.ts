import type { BusinessCalendar } from '../../domain/business-calendar';
import {
  addDays,
  calendarDate,
  type CalendarDate,
  dateParts,
  daysBetween,
  toDayNumber,
} from '../../domain/calendar-date';
import { mondayOf } from '../../domain/portfolio/collisions';
import { monthName } from '../date-wording';

/** How wide a day is. */
export type Zoom = 'week' | 'month' | 'quarter';

/** Pixels a day. */
export const DAY_WIDTH: Readonly<Record<Zoom, number>> = { week: 28, month: 13, quarter: 6 };

/** Something at a place of the axis, in pixels from its start. */
export interface AxisMark {
  readonly x: number;
  readonly text: string;
}

/** A span of the axis. */
export interface AxisBand {
  readonly x: number;
  readonly width: number;
  readonly text: string;
}

/** Days as columns; weekends may be left out. */
export interface TimeScale {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly width: number;
  readonly dayWidth: number;
  /** Where a day begins, in pixels; days outside are at the ends. */
  readonly x: (date: CalendarDate) => number;
  /** The middle of a day. */
  readonly middle: (date: CalendarDate) => number;
  readonly months: readonly AxisMark[];
  readonly weeks: readonly AxisMark[];
  readonly weekends: readonly AxisBand[];
}

/** The axis begins on this day of the week. */
const MONDAY = 1;
/** Every second week where weeks are narrow. */
const NARROW_WEEK = 60;
/** Pixels that the name of a month takes. */
const MONTH_ROOM = 110;

/** The axis from the Monday before `from` to the Sunday after `to`. */
export function timeScale(
  from: CalendarDate,
  to: CalendarDate,
  options: { readonly zoom: Zoom; readonly hasWeekends: boolean; readonly calendar: BusinessCalendar },
): TimeScale {
  const start = mondayOf(from);
  const end = addDays(mondayOf(to), 7);
  const count = daysBetween(start, end);
  const dayWidth = DAY_WIDTH[options.zoom];
  const { weekend } = options.calendar;
  const isOff = (at: number): boolean => weekend.includes((MONDAY + at) % 7);
  const columns = [0];
  for (let at = 0; at < count; at++) columns.push((columns[at] ?? 0) + (isOff(at) && !options.hasWeekends ? 0 : 1));
  const first = toDayNumber(start);
  const place = (date: CalendarDate): number => Math.max(0, Math.min(count, toDayNumber(date) - first));
  const x = (date: CalendarDate): number => (columns[place(date)] ?? 0) * dayWidth;
  const mondays = Array.from({ length: count / 7 }, (_, at) => addDays(start, 7 * at));
  const step = x(addDays(start, 7)) < NARROW_WEEK ? 2 : 1;
  return {
    start,
    end,
    width: (columns[count] ?? 0) * dayWidth,
    dayWidth,
    x,
    middle: (date) => x(date) + (isOff(place(date)) && !options.hasWeekends ? 0 : dayWidth / 2),
    months: withRoom(monthsIn(start, end).map((day) => ({ x: x(day), text: monthName(day) }))),
    weeks: mondays.filter((_, at) => at % step === 0).map((day) => ({ x: x(day), text: String(dateParts(day).day) })),
    weekends: options.hasWeekends ? weekendsIn(count, isOff, dayWidth) : [],
  };
}

/** The name of a month that is cut short gives way to the next one. */
function withRoom(months: readonly AxisMark[]): AxisMark[] {
  return months.map((month, at) => ({
    ...month,
    text: (months[at + 1]?.x ?? Infinity) - month.x < MONTH_ROOM ? '' : month.text,
  }));
}

/** The first days of months, the first one cut at the start. */
function monthsIn(start: CalendarDate, end: CalendarDate): CalendarDate[] {
  const firsts = [start];
  for (let { year, month } = dateParts(start); ;) {
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    const next = calendarDate(year, month, 1);
    if (next === null || next >= end) return firsts;
    firsts.push(next);
  }
}

/** Days off that follow each other as one band. */
function weekendsIn(count: number, isOff: (at: number) => boolean, dayWidth: number): AxisBand[] {
  const bands: { x: number; width: number; text: string }[] = [];
  for (let at = 0; at < count; at++) {
    if (!isOff(at)) continue;
    const last = bands[bands.length - 1];
    if (last && last.x + last.width === at * dayWidth) last.width += dayWidth;
    else bands.push({ x: at * dayWidth, width: dayWidth, text: '' });
  }
  return bands;
}

/** Single days of a list, next to each other as spans. */
export function spansOf(
  days: readonly CalendarDate[],
): readonly { readonly from: CalendarDate; readonly to: CalendarDate }[] {
  const spans: { from: CalendarDate; to: CalendarDate }[] = [];
  for (const day of [...days].sort()) {
    const last = spans[spans.length - 1];
    if (last && addDays(last.to, 1) >= day) last.to = day;
    else spans.push({ from: day, to: day });
  }
  return spans;
}
