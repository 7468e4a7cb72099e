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

/** The device's time with its offset: `2026-02-10T14:03:00+01:00`. */
export function deviceTime(): string {
  const now = new Date();
  const offset = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + offset * MINUTE_MS).toISOString().slice(0, 19);
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}

const MINUTE_MS = 60_000;

/** SHA-256 of a text, as 64 hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
