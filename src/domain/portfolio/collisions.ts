import { type BusinessCalendar, businessDaysBetween } from '../business-calendar';
import { addDays, type CalendarDate, weekday } from '../calendar-date';
import type { FollowUp } from '../follow-up';
import { partyKey } from '../party';
import { isAhead, type Release } from '../release';
import type { RiskAssessment } from '../risk/assess-risk';

/** Something that a release needs of a party by a day. */
export interface DatedAsk {
  readonly party: string;
  readonly release: string;
  readonly due: CalendarDate;
  readonly followUp: FollowUp;
}

/** One party that several releases need within a few working days. */
export interface Collision {
  readonly party: string;
  /** By day; at least two of different releases. */
  readonly asks: readonly DatedAsk[];
  /** Working days from the first to the last. */
  readonly within: number;
}

/** Asks of a party by week. */
export interface PartyWeeks {
  readonly party: string;
  /** One list a week, in the order of the weeks. */
  readonly weeks: readonly (readonly DatedAsk[])[];
}

interface Assessed {
  readonly release: Release;
  readonly assessment: Pick<RiskAssessment, 'followUps'>;
}

/** So many working days apart, two asks meet the same people in the same work. */
export const CLOSE_DAYS = 5;

/** All open asks with a day of releases that are ahead, the next one first; what we owe a party is no load on it. */
export function datedAsks(entries: readonly Assessed[]): DatedAsk[] {
  return entries
    .filter(({ release }) => isAhead(release))
    .flatMap(({ release, assessment }) =>
      assessment.followUps.flatMap((followUp): DatedAsk[] => {
        const { who, due, state, direction } = followUp;
        return who === null || due === null || state !== 'open' || direction === 'we-owe'
          ? []
          : [{ party: who, release: release.id, due, followUp }];
      }),
    )
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.party < b.party ? -1 : 1));
}

/** Where one party is asked by several releases within {@link CLOSE_DAYS} working days, from today on. */
export function collisionsIn(asks: readonly DatedAsk[], today: CalendarDate, calendar: BusinessCalendar): Collision[] {
  return [...byParty(asks.filter(({ due }) => due >= today)).values()]
    .flatMap((list) => clusters(list, calendar))
    .filter((list) => new Set(list.map(({ release }) => release)).size > 1)
    .map((list) => {
      const [first, last] = [list[0], list[list.length - 1]];
      return {
        party: first?.party ?? '',
        asks: list,
        within: first && last ? businessDaysBetween(first.due, last.due, calendar) : 0,
      };
    })
    .sort((a, b) => ((a.asks[0]?.due ?? '') < (b.asks[0]?.due ?? '') ? -1 : 1));
}

function byParty(asks: readonly DatedAsk[]): Map<string, DatedAsk[]> {
  const parties = new Map<string, DatedAsk[]>();
  for (const ask of asks) {
    const key = partyKey(ask.party);
    const list = parties.get(key);
    if (list) list.push(ask);
    else parties.set(key, [ask]);
  }
  return parties;
}

/** Asks that meet: any two of different releases within {@link CLOSE_DAYS} working days are in one run. */
function clusters(asks: readonly DatedAsk[], calendar: BusinessCalendar): DatedAsk[][] {
  const runOf = asks.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (runOf[top] !== top) top = runOf[top] ?? top;
    return top;
  };
  asks.forEach((ask, at) => {
    for (let next = at + 1; next < asks.length; next++) {
      const other = asks[next];
      if (!other || businessDaysBetween(ask.due, other.due, calendar) > CLOSE_DAYS) break;
      if (other.release !== ask.release) runOf[root(next)] = root(at);
    }
  });
  const runs = new Map<number, DatedAsk[]>();
  asks.forEach((ask, at) => runs.set(root(at), [...(runs.get(root(at)) ?? []), ask]));
  return [...runs.values()];
}

/** The Monday of a day's week. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, -((weekday(date) + 6) % 7));
}

/** Asks by party and week, from this week on: the parties that are asked most come first. */
export function partyWeeks(asks: readonly DatedAsk[], today: CalendarDate, count: number): PartyWeeks[] {
  const start = mondayOf(today);
  const weeks = Array.from({ length: count }, (_, at) => addDays(start, 7 * at));
  const end = addDays(start, 7 * count);
  const shown = asks.filter(({ due }) => due >= start && due < end);
  return [...byParty(shown).values()]
    .map((list) => ({
      party: list[0]?.party ?? '',
      weeks: weeks.map((week) => list.filter(({ due }) => mondayOf(due) === week)),
      total: list.length,
    }))
    .sort((a, b) => b.total - a.total || (a.party < b.party ? -1 : 1))
    .map(({ party, weeks: lists }) => ({ party, weeks: lists }));
}
