import { type CalendarDate, earlier } from './calendar-date';
import type { Sighting } from './merge-items';
import type { TaskFact } from './note-facts';
import type { Completion } from './release';

/** A checklist line, with the day on which its tick was seen. */
export interface PlacedTask {
  readonly fact: TaskFact;
  readonly tickedOn: CalendarDate | null;
}

/** When an item that is done was done; `sightings` newest first. */
export function completionOf(sightings: readonly Sighting<PlacedTask>[]): Completion | null {
  const first = (days: readonly (CalendarDate | null)[]): CalendarDate | null =>
    days.reduce<CalendarDate | null>(earlier, null);
  const done = sightings.filter(({ state }) => state === 'done');
  const stated = first(done.map(({ value }) => value.fact.doneOn));
  if (stated !== null) return { on: stated, source: 'stated' };
  const observed = first(done.map(({ value }) => value.tickedOn));
  if (observed !== null) return { on: observed, source: 'observed' };
  // Only notes with a day of their own tell an order; the first one that shows it done for good is meant.
  const dated = sightings.filter(({ evidence }) => !evidence.weak);
  const open = dated.find(({ state }) => state !== 'done');
  const since = open ? dated.slice(0, dated.indexOf(open)) : [];
  const shown = since[since.length - 1]?.evidence.asOf;
  return open && shown !== undefined && shown > open.evidence.asOf ? { on: shown, source: 'between-notes' } : null;
}
