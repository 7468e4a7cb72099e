import { calendarDate, type CalendarDate } from '../domain/calendar-date';
import type { Clock } from '../ports/clock';

/** The device's clock and time zone. */
export const systemClock: Clock = {
  today: () => civil(Date.now()),
  dateOf: (time) => civil(time),
  elapsed: () => performance.now(),
};

const EPOCH = '1970-01-01' as CalendarDate;

function civil(time: number): CalendarDate {
  const date = new Date(Number.isFinite(time) ? time : 0);
  return calendarDate(date.getFullYear(), date.getMonth() + 1, date.getDate()) ?? EPOCH;
}

/** How the device's locale writes 2 March: true when the month comes first. */
export function localeWritesMonthFirst(): boolean {
  const parts = new Intl.DateTimeFormat(undefined, { month: 'numeric', day: 'numeric' }).formatToParts(
    new Date(2026, 1, 3),
  );
  return parts.findIndex((part) => part.type === 'month') < parts.findIndex((part) => part.type === 'day');
}
