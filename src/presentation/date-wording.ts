import { type CalendarDate, dateParts, daysBetween, weekday } from '../domain/calendar-date';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** "Feb 15"; with the year when `reference` lies in another one. */
export function monthDay(date: CalendarDate, reference?: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  const short = `${MONTHS[month - 1] ?? ''} ${day}`;
  return reference && !reference.startsWith(String(year)) ? `${short}, ${year}` : short;
}

/** "Sun". */
export function weekdayName(date: CalendarDate): string {
  return WEEKDAYS[weekday(date)] ?? '';
}

/** "Tue Feb 10"; with the year when `reference` lies in another one. */
export function weekdayAndDay(date: CalendarDate, reference?: CalendarDate): string {
  return `${weekdayName(date)} ${monthDay(date, reference)}`;
}

/** "Thu Jan 22, 2026". */
export function longDay(date: CalendarDate): string {
  return `${weekdayAndDay(date)}, ${dateParts(date).year}`;
}

/** "February 2026". */
export function monthName(date: CalendarDate): string {
  const { year, month } = dateParts(date);
  return `${LONG_MONTHS[month - 1] ?? ''} ${year}`;
}

/** "today", "tomorrow", "14 d", "4 d ago": {@link fromToday} where there is little room. */
export function daysShort(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date);
  return Math.abs(days) < 2 ? fromToday(date, today) : days > 0 ? `${days} d` : `${-days} d ago`;
}

/** "4 d late", "today", "tomorrow", "Feb 3". */
export function dueShort(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date);
  return days < 0 ? `${-days} d late` : days < 2 ? fromToday(date, today) : monthDay(date, today);
}

/** "SK", "SK +1": the letters of the first of some names. */
export function initials(names: readonly string[]): string {
  const [first, ...more] = names;
  if (first === undefined) return '';
  const parts = first.split(/[\s._-]+/).filter(Boolean);
  const letters = [parts[0], parts.length > 1 ? parts[parts.length - 1] : '']
    .map((part) => [...(part ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
  return more.length > 0 ? `${letters} +${more.length}` : letters;
}

/** "1 business day", "3 business days". */
export function businessDays(count: number): string {
  return count === 1 ? '1 working day' : `${count} working days`;
}

/** "today", "tomorrow", "in 5 days", "3 days ago", counted in calendar days. */
export function fromToday(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
