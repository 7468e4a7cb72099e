import { addDays, type CalendarDate, daysBetween } from '../domain/calendar-date';
import type { Evidence } from '../domain/evidence';
import type { Improvement } from '../domain/improvement';
import { partyKey } from '../domain/party';
import { isAhead, type Release } from '../domain/release';
import { type FollowUpEntry, isDue, isWaiting } from './follow-ups-model';
import { type Place, placeOf } from './place';
import { INSIGHT_WORDING as WORDS } from './today-wording';

/** A number worth knowing, with its trend and the line that it rests on first. */
export interface Insight {
  readonly key: string;
  /** "3", "2 d". */
  readonly number: string;
  readonly text: string;
  /** "was 1 at your last look", "over 4 releases"; '' where there is none. */
  readonly trend: string;
  readonly place: Place;
}

/** Numbers of a look, to compare with at the next one. Plain JSON. */
export type Numbers = Readonly<Record<string, number>>;

/** What insights are worked out from. */
export interface InsightSource {
  readonly releases: readonly Release[];
  readonly followUps: readonly FollowUpEntry[];
  readonly improvements: readonly Improvement[];
}

interface Found extends Omit<Insight, 'number' | 'trend' | 'place'> {
  readonly value: number;
  readonly unit?: string;
  /** How many things it was counted over, where that says more than a comparison. */
  readonly over?: string;
  readonly evidence: Evidence;
}

const MOST = 5;
const WINDOW_DAYS = 30;
const LAST_RELEASES = 8;
const FEWEST_RELEASES = 3;
const FEWEST_ASKS = 3;
const OLD_IMPROVEMENT_DAYS = 30;

/** At most five, each with its source; what does not apply is left out, and nothing is praised or blamed. */
export function insightsOf(source: InsightSource, today: CalendarDate, before: Numbers | null): Insight[] {
  return foundIn(source, today)
    .slice(0, MOST)
    .map(({ key, value, unit = '', text, over, evidence }) => ({
      key,
      number: `${value}${unit}`,
      text,
      trend: over ?? trendOf(value, before?.[key]),
      place: placeOf(evidence),
    }));
}

/** The same as bare numbers, to keep. */
export function numbersOf(source: InsightSource, today: CalendarDate): Numbers {
  return Object.fromEntries(foundIn(source, today).map(({ key, value }) => [key, value]));
}

function trendOf(value: number, before: number | undefined): string {
  return before === undefined ? '' : before === value ? WORDS.same : WORDS.was(before);
}

function foundIn(source: InsightSource, today: CalendarDate): Found[] {
  return [overdue, moved, asked, late, waitingImprovements].flatMap((find) => find(source, today) ?? []);
}

function overdue({ followUps }: InsightSource, today: CalendarDate): Found | null {
  const late = followUps
    .filter(({ followUp }) => isWaiting(followUp, today) && isDue(followUp, today) && followUp.due !== today)
    .sort((a, b) => ((a.followUp.due ?? '') < (b.followUp.due ?? '') ? -1 : 1));
  const evidence = late[0]?.followUp.evidence[0];
  return evidence ? { key: 'overdue', value: late.length, text: WORDS.overdue(late.length), evidence } : null;
}

/** Targets moved in the last 30 days, beside the 30 before. */
function moved({ releases }: InsightSource, today: CalendarDate): Found | null {
  const slips = releases
    .flatMap((release) => release.slips)
    .filter(({ field, from, to }) => field === 'target' && to.value.date > from.value.date);
  const since = (days: number): typeof slips =>
    slips.filter(({ to }) => to.evidence.asOf > addDays(today, -days) && to.evidence.asOf <= today);
  const recent = since(WINDOW_DAYS);
  const earlier = since(2 * WINDOW_DAYS).length - recent.length;
  const evidence = recent[recent.length - 1]?.to.evidence;
  return evidence
    ? {
        key: 'moved',
        value: recent.length,
        text: WORDS.moved(recent.length),
        over: WORDS.monthBefore(earlier),
        evidence,
      }
    : null;
}

/** The party of which most is asked. */
function asked({ releases }: InsightSource): Found | null {
  const byParty = new Map<string, { readonly who: string; readonly of: Set<string>; readonly lines: Evidence[] }>();
  for (const release of releases.filter(isAhead))
    for (const { who, settled, evidence } of release.dependencies) {
      if (who === null || settled) continue;
      const entry = byParty.get(partyKey(who)) ?? { who, of: new Set<string>(), lines: [] };
      entry.of.add(release.id);
      entry.lines.push(evidence);
      byParty.set(partyKey(who), entry);
    }
  const [most] = [...byParty.values()].sort((a, b) => b.lines.length - a.lines.length || (a.who < b.who ? -1 : 1));
  const evidence = most?.lines[0];
  return most && evidence && most.lines.length >= FEWEST_ASKS
    ? {
        key: `asked ${partyKey(most.who)}`,
        value: most.lines.length,
        text: WORDS.asked(most.who, most.of.size),
        evidence,
      }
    : null;
}

/** How late the last releases were: the middle one. */
function late({ releases }: InsightSource): Found | null {
  const out = releases
    .flatMap(({ shipped, target, phase }) =>
      shipped && target && phase === 'released'
        ? [{ on: shipped.value.date, days: daysBetween(target.value.date, shipped.value.date), by: shipped.evidence }]
        : [],
    )
    .sort((a, b) => (a.on < b.on ? 1 : -1))
    .slice(0, LAST_RELEASES);
  const middle = [...out].sort((a, b) => a.days - b.days)[Math.floor((out.length - 1) / 2)];
  const [last] = out;
  return middle && last && out.length >= FEWEST_RELEASES
    ? {
        key: 'late',
        value: middle.days,
        unit: ' d',
        text: WORDS.late,
        over: WORDS.ofLast(out.length),
        evidence: last.by,
      }
    : null;
}

function waitingImprovements({ improvements }: InsightSource, today: CalendarDate): Found | null {
  const open = improvements
    .filter(({ state, evidence }) => {
      const isOpen = state === 'captured' || state === 'accepted' || state === 'in-progress';
      return isOpen && daysBetween(evidence.asOf, today) > OLD_IMPROVEMENT_DAYS;
    })
    .sort((a, b) => (a.evidence.asOf < b.evidence.asOf ? -1 : 1));
  const evidence = open[0]?.evidence;
  return evidence ? { key: 'improvements', value: open.length, text: WORDS.improvements(open.length), evidence } : null;
}
