import { type CalendarDate, parseCalendarDate } from '../domain/calendar-date';
import { tierKey } from '../domain/risk/tier';

/** A value that was understood, or a sentence that says what is wrong with it. */
export type Parsed<T> = { readonly value: T } | { readonly problem: string };

/** Words apart by commas or line breaks. */
export function parseWords(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

/** A whole number within bounds. */
export function parseWhole(value: unknown, min: number, max: number): Parsed<number> {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < min || number > max)
    return { problem: `Enter a whole number from ${min} to ${max}.` };
  return { value: number };
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** "Saturday, Sunday" as weekday numbers; at least one day must stay a working day. */
export function parseWeekend(text: string): Parsed<readonly number[]> {
  const days: number[] = [];
  for (const word of parseWords(text)) {
    const day = WEEKDAYS.findIndex((name) => name === word.toLowerCase() || name.slice(0, 3) === word.toLowerCase());
    if (day < 0) return { problem: `“${word}” is not a day of the week.` };
    if (!days.includes(day)) days.push(day);
  }
  return days.length >= WEEKDAYS.length ? { problem: 'At least one day must be a working day.' } : { value: days };
}

/** One day or one span (`2026-12-21..2027-01-03`) a line, with an optional name after it. */
export function parseDays(text: string): Parsed<readonly CalendarDate[]> {
  const days: CalendarDate[] = [];
  for (const line of text
    .split(/\n/)
    .map((entry) => entry.trim())
    .filter(Boolean)) {
    const match = /^(\d{4}-\d{2}-\d{2})(?:\s*\.\.\s*(\d{4}-\d{2}-\d{2}))?(?:\s|$|[,:])/.exec(`${line} `);
    const from = match ? parseCalendarDate(match[1] ?? '') : null;
    const to = match?.[2] ? parseCalendarDate(match[2]) : from;
    if (!from || !to) return { problem: `“${line}” does not start with a date such as 2026-12-25.` };
    if (to < from) return { problem: `“${line}” ends before it starts.` };
    const span = spanOfDays(from, to);
    if (!span) return { problem: `“${line}” is longer than a year.` };
    days.push(...span);
  }
  return { value: [...new Set(days)].sort() };
}

function spanOfDays(from: CalendarDate, to: CalendarDate): CalendarDate[] | null {
  const days: CalendarDate[] = [];
  const end = Date.parse(to);
  for (let time = Date.parse(from); time <= end; time += 86_400_000) {
    if (days.length >= 366) return null;
    days.push(new Date(time).toISOString().slice(0, 10) as CalendarDate);
  }
  return days;
}

/** "Tier 1: 125" a line: the percentage by which a tier's weights count. */
export function parseTiers(text: string): Parsed<Readonly<Record<string, number>>> {
  const tiers: Record<string, number> = {};
  for (const line of text
    .split(/\n/)
    .map((entry) => entry.trim())
    .filter(Boolean)) {
    const match = /^(.{1,40}?)\s*:\s*(\d{1,3})\s*%?$/.exec(line);
    const percent = Number(match?.[2]);
    if (!match || percent > 300)
      return { problem: `Write “${line}” as a tier and a percentage up to 300, for example “Tier 1: 125”.` };
    tiers[tierKey(match[1] ?? '')] = percent / 100;
  }
  return { value: tiers };
}

/** A folder without blanks and slashes at its ends. */
export function trimFolder(text: string): string {
  return text.trim().replace(/^\/+|\/+$/g, '');
}

/** A vault folder: no slash at the ends, no "..", no hidden part. */
export function parseFolder(text: string): Parsed<string> {
  const folder = trimFolder(text);
  const parts = folder === '' ? [] : folder.split('/');
  if (parts.some((part) => part === '' || part === '..' || part.startsWith('.')))
    return { problem: 'Name a folder inside the vault, without “..” and hidden folders.' };
  return /[\\:*?"<>|]/.test(folder)
    ? { problem: 'A folder name cannot contain \\ : * ? " < > or |.' }
    : { value: folder };
}

/** Characters for a box, one each, apart by spaces or commas. */
export function parseMarks(text: string): Parsed<readonly string[]> {
  const marks = text.split(/[\s,]+/).filter(Boolean);
  const long = marks.find((mark) => [...mark].length !== 1);
  return long === undefined ? { value: marks } : { problem: `“${long}” is more than one character; a box holds one.` };
}
