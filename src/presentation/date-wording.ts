import { type CalendarDate, dateParts, daysBetween, weekday } from '../domain/calendar-date';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
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

/** "1 business day", "3 business days". */
export function businessDays(count: number): string {
  return count === 1 ? '1 business day' : `${count} business days`;
}

/** "today", "tomorrow", "in 5 days", "3 days ago", counted in calendar days. */
export function fromToday(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
