import { addBusinessDays, type BusinessCalendar, lastBusinessDayUntil } from './business-calendar';
import { addDays, type CalendarDate } from './calendar-date';
import type { Due, LeadTime } from './note-facts';
import type { Release } from './release';

/** A due date in force, and whether it was derived rather than written. */
export interface EffectiveDue {
  readonly date: CalendarDate;
  readonly inferred: boolean;
  /** The day that it was counted back from; null when the date was written. */
  readonly event: CalendarDate | null;
  /** The notice that was counted, in words of the source: days and their kind. */
  readonly lead: LeadTime | null;
}

/** The latest day that leaves the lead time before `event`. */
export function latestBefore(event: CalendarDate, lead: LeadTime, calendar: BusinessCalendar): CalendarDate {
  return lead.unit === 'calendar' ? addDays(event, -lead.amount) : addBusinessDays(event, -lead.amount, calendar);
}

/**
 * Turns what a line says into a day: a stated date; a notice counted back from its own event, else from the target;
 * "before launch" as the last business day before it; "schedule X for D" as the last business day before D.
 */
export function effectiveDue(
  due: Due,
  release: Pick<Release, 'target' | 'goNoGo'>,
  calendar: BusinessCalendar,
): EffectiveDue | null {
  const target = release.target?.value.date ?? null;
  if (due.lead) {
    const event = due.on?.date ?? target;
    return event ? { date: latestBefore(event, due.lead, calendar), inferred: true, event, lead: due.lead } : null;
  }
  if (due.on) return { date: due.on.date, inferred: false, event: null, lead: null };
  if (due.before === null) return null;
  const event =
    due.before === 'target'
      ? target
      : due.before === 'go-no-go'
        ? (release.goNoGo?.value.date ?? target)
        : due.before.date;
  if (!event) return null;
  return {
    date:
      due.before === 'target'
        ? lastBusinessDayUntil(addDays(event, -1), calendar)
        : addBusinessDays(event, -1, calendar),
    inferred: true,
    event,
    lead: null,
  };
}
