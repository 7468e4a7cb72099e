import type { CalendarDate } from '../../domain/calendar-date';
import type { FollowUp } from '../../domain/follow-up';
import type { Release } from '../../domain/release';
import { monthDay, weekdayAndDay } from '../date-wording';
import { type Place, placeOf } from '../place';
import { WORDING } from '../wording';
import { RELEASE_VIEW_WORDING as WORDS } from './release-view-wording';

/** What one party needs and owes. */
export interface StakeholderRow {
  readonly who: string;
  readonly needs: readonly PlacedText[];
  readonly owes: readonly PlacedText[];
  readonly by: string;
  readonly state: string;
  readonly isLate: boolean;
}

/** Words with the line that they come from. */
export interface PlacedText {
  readonly text: string;
  readonly place: Place;
}

/** A line of the RAID log. */
export interface RaidRow {
  readonly type: string;
  readonly text: string;
  readonly severity: string;
  readonly since: string;
  readonly owner: string;
  readonly isOver: boolean;
  readonly place: Place;
}

/** One row a party: what it needs and owes, the next day, and whether all of it is settled. */
export function stakeholderRows(followUps: readonly FollowUp[], today: CalendarDate): StakeholderRow[] {
  const byParty = new Map<string, FollowUp[]>();
  for (const followUp of followUps)
    if (followUp.who !== null) byParty.set(followUp.who, [...(byParty.get(followUp.who) ?? []), followUp]);
  const words = (list: readonly FollowUp[]): PlacedText[] =>
    list.flatMap(({ what, evidence: [first] }) => (first ? [{ text: what, place: placeOf(first) }] : []));
  return [...byParty].map(([who, list]) => {
    const open = list.filter(({ state }) => state === 'open');
    const due = open.flatMap((one) => (one.due === null ? [] : [one.due])).sort()[0];
    const isLate = due !== undefined && due < today;
    return {
      who,
      needs: words(list.filter(({ direction }) => direction !== 'they-owe')),
      owes: words(list.filter(({ direction }) => direction === 'they-owe')),
      by: due === undefined ? '' : weekdayAndDay(due, today),
      state: open.length === 0 ? WORDS.settled : isLate ? WORDS.late : WORDS.unsettled,
      isLate,
    };
  });
}

/** Risks, issues and dependencies as written; what is over comes last. */
export function raidRows(release: Release, today: CalendarDate): RaidRow[] {
  const since = (asOf: CalendarDate): string => monthDay(asOf, today);
  return [
    ...release.risks.map((risk) => ({
      type: WORDS.raidTypes[risk.type],
      text: risk.title,
      severity: risk.resolved ? WORDING.resolved : (risk.severity ?? ''),
      since: since(risk.evidence.asOf),
      owner: risk.owner ?? '',
      isOver: risk.resolved,
      place: placeOf(risk.evidence),
    })),
    ...release.dependencies.map((dependency) => ({
      type: WORDS.raidTypes.dependency,
      text: dependency.title,
      severity: dependency.settled ? WORDS.settled : '',
      since: since(dependency.evidence.asOf),
      owner: dependency.who ?? '',
      isOver: dependency.settled,
      place: placeOf(dependency.evidence),
    })),
  ].sort((a, b) => Number(a.isOver) - Number(b.isOver));
}
