import { addBusinessDays } from '../../domain/business-calendar';
import type { CalendarDate } from '../../domain/calendar-date';
import { weekdayAndDay } from '../date-wording';
import type { BurnUpChart, ChartInputs } from './chart-frame';
import { RELEASE_VIEW_WORDING } from './release-view-wording';

const WORDS = RELEASE_VIEW_WORDING.chart;

/** What happened, and what may happen, by day. */
export function tableOf(inputs: ChartInputs, outcomes: readonly (number | null)[]): BurnUpChart['table'] {
  const { burnUp, calendar, today } = inputs;
  const dateOf = (day: number): CalendarDate => addBusinessDays(burnUp.start, day, calendar);
  const past = [
    ...burnUp.scope.map(({ day, total }) => ({ day, text: WORDS.inScope(total) })),
    ...burnUp.done.map(({ day, total }) => ({ day, text: WORDS.done(total) })),
  ].sort((a, b) => a.day - b.day);
  const counts = new Map<number, number>();
  for (const day of outcomes) if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  let sum = 0;
  const future = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([day, count]): [string, string] => [
      weekdayAndDay(addBusinessDays(today, day, calendar), today),
      WORDS.outcomes((sum += count), outcomes.length),
    ]);
  const later = outcomes.filter((day) => day === null).length;
  const rest: [string, string][] = later > 0 ? [[WORDS.afterwards, WORDS.later(later)]] : [];
  return [
    ...past.map(({ day, text }): [string, string] => [weekdayAndDay(dateOf(day), today), text]),
    ...future,
    ...rest,
  ];
}
