import { calendarDate, type CalendarDate } from '../domain/calendar-date';
import type { Stamp } from '../domain/go-live/go-live-plan';
import type { Clock } from '../ports/clock';
import type { WallClock } from '../presentation/go-live/go-live-model';

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
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}

const MINUTE_MS = 60_000;

function two(value: number): string {
  return String(Math.floor(Math.abs(value))).padStart(2, '0');
}

/** SHA-256 of a text, as 64 hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Now in whole minutes since 1970. */
export function nowMinute(): number {
  return Math.floor(Date.now() / MINUTE_MS);
}

function timeOf(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Now as a note writes it: civil day, time of day, and how far this device is from UTC. */
export function nowStamp(): Stamp {
  const now = new Date();
  return {
    day: civil(now.getTime()),
    time: timeOf(now),
    offset: -now.getTimezoneOffset(),
  };
}

/** The instant of a civil day and time in this device's zone. */
export function localMinute(day: string, time: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Math.floor(new Date(year, month - 1, date, hours, minutes).getTime() / MINUTE_MS);
}

/** How this device's clock shows an instant. */
export const wallClock: WallClock = {
  at: (minute) => timeOf(new Date(minute * MINUTE_MS)),
  zone: (minute) => {
    const offset = -new Date(minute * MINUTE_MS).getTimezoneOffset() / 60;
    return `UTC${offset < 0 ? '−' : '+'}${Math.abs(offset)}`;
  },
};
