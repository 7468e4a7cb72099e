import { addDays, type CalendarDate } from '../../domain/calendar-date';
import { lazily } from '../../domain/lazily';
import type { CalendarEntry } from './calendar-dates';
import { CALENDAR_WORDING } from './calendar-wording';

/** No line is longer, in octets of UTF-8 (RFC 5545, 3.1). */
const LONGEST_LINE = 75;
const CONTROLS = lazily(() => /[^\P{Cc}\n]/gu);

/**
 * Dates as an iCalendar file (RFC 5545): all-day events, so that they are the same day in every zone; one stable UID a
 * date; no clock, so that two devices write the same bytes.
 */
export function calendarFile(entries: readonly CalendarEntry[], name: string = CALENDAR_WORDING.name): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Shipshape//Shipshape//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ uid, on, summary, description, stamp }: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${compact(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compact(date: CalendarDate): string {
  return date.replace(/-/g, '');
}

/** A value of type TEXT (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS(), '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n');
}

/** A line in parts of at most 75 octets, never cut inside a character; those after the first begin with a space. */
function folded(line: string): string {
  let text = '';
  let size = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (size + octets > LONGEST_LINE) {
      text += '\r\n ';
      size = 1;
    }
    text += character;
    size += octets;
  }
  return text;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
