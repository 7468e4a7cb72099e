import type { BusinessCalendar } from '../../domain/business-calendar';
import { addDays, type CalendarDate, daysBetween } from '../../domain/calendar-date';
import {
  type Collision,
  collisionsIn,
  type DatedAsk,
  datedAsks,
  partyWeeks,
  mondayOf,
} from '../../domain/portfolio/collisions';
import { releaseMetrics } from '../../domain/portfolio/release-metrics';
import { isAhead, titleOf } from '../../domain/release';
import type { RuleId } from '../../domain/risk/risk-policy';
import type { RiskReason } from '../../domain/risk/risk-rule';
import { cardModel } from '../card-model';
import { monthDay, monthName, weekdayAndDay } from '../date-wording';
import { type Assessed, countFaces } from '../panel-model';
import { compareByRisk } from '../release-order';
import { onTimeLine } from './time-table';
import { PORTFOLIO_WORDING as WORDS } from './portfolio-wording';

/** What a reason is about. */
export type ReasonKind = keyof typeof WORDS.kinds;

/** One release by kind of reason. */
export interface HeatRow {
  readonly id: string;
  readonly title: string;
  readonly face: string;
  readonly icon: string;
  readonly faceWord: string;
  /** In the order of the kinds. */
  readonly cells: readonly HeatCell[];
  readonly sum: number;
}

/** Points of one kind; red where one of them is enough for off track. */
export interface HeatCell {
  readonly points: number;
  readonly isRed: boolean;
}

/** One party by week. */
export interface PartyRow {
  readonly party: string;
  readonly cells: readonly PartyCell[];
}

/** What is asked of a party in a week; `releases` are named where they collide. */
export interface PartyCell {
  readonly asks: readonly DatedAsk[];
  readonly collides: boolean;
  readonly releases: string;
}

/** A figure with what it was before. */
export interface MetricModel {
  readonly label: string;
  readonly value: string;
  readonly before: string;
}

/** All that the portfolio says beside the time line. */
export interface PortfolioModel {
  readonly count: string;
  readonly headline: string;
  /** What collides and what lies in a freeze, the next first. */
  readonly sentences: readonly string[];
  readonly collisions: readonly Collision[];
  readonly heat: readonly HeatRow[];
  readonly heatCount: string;
  readonly weeks: readonly string[];
  readonly parties: readonly PartyRow[];
  readonly collisionsCount: string;
  readonly metrics: readonly MetricModel[];
}

const KIND_OF: Readonly<Record<RuleId, ReasonKind>> = {
  R1: 'work',
  R2: 'decision',
  R3: 'dates',
  R4: 'forecast',
  R5: 'dates',
  R6: 'people',
  R7: 'risks',
  R8: 'risks',
  R9: 'people',
  R10: 'work',
  R11: 'dates',
  R12: 'people',
  R13: 'people',
  R14: 'work',
  R15: 'dates',
  R16: 'decision',
  R17: 'people',
  R18: 'people',
};
/** The kinds in the order of their columns. */
export const REASON_KINDS = Object.keys(WORDS.kinds) as ReasonKind[];
const WEEKS = 8;
/** So many rows of a table are shown: the gravest releases, the parties that are asked most. */
const MOST_ROWS = 25;
const MOST_SENTENCES = 3;
const METRIC_DAYS = 90;

/** The portfolio as of today. */
export function portfolioModel(
  entries: readonly Assessed[],
  { today, calendar }: { readonly today: CalendarDate; readonly calendar: BusinessCalendar },
): PortfolioModel {
  const faces = countFaces(entries);
  const asks = datedAsks(entries);
  const collisions = collisionsIn(asks, today, calendar);
  const keys = new Map(entries.map(({ release }) => [release.id, release.key]));
  const ahead = entries.filter(({ release }) => isAhead(release));
  const heat = ahead.filter(({ assessment }) => assessment.reasons.length > 0).sort(compareByRisk);
  const start = mondayOf(today);
  const near = collisions.filter(({ asks: [first] }) => first && daysBetween(start, first.due) < 7 * WEEKS);
  return {
    count: WORDS.asOf(onTimeLine(entries, today).length, weekdayAndDay(today)),
    headline: WORDS.headline(faces['off-track'], faces['at-risk']),
    sentences: [...collisions.map(sentenceOf), ...inFreeze(ahead, calendar)].slice(0, MOST_SENTENCES),
    collisions,
    heat: heat.slice(0, MOST_ROWS).map((entry) => heatRow(entry, today)),
    heatCount: WORDS.heatCount(heat.length, ahead.length),
    weeks: Array.from({ length: WEEKS }, (_, at) => monthDay(addDays(start, 7 * at))),
    parties: partyWeeks(asks, today, WEEKS)
      .slice(0, MOST_ROWS)
      .map(({ party, weeks }) => ({
        party,
        cells: weeks.map((list) => cellOf(list, near, keys)),
      })),
    collisionsCount: WORDS.collisionsCount(near.length, WEEKS),
    metrics: metricsOf(entries, today, calendar),
  };
}

function sentenceOf({ party, asks, within }: Collision): string {
  const [first] = asks;
  const releases = new Set(asks.map(({ release }) => release)).size;
  const month = first ? (monthName(first.due).split(' ')[0] ?? '') : '';
  return WORDS.collides(party, releases, within, month);
}

function inFreeze(ahead: readonly Assessed[], { freezes }: BusinessCalendar): string[] {
  return ahead
    .filter(({ release: { target } }) => target && freezes.includes(target.value.date))
    .map(({ release }) => WORDS.inFreeze(titleOf(release)));
}

function heatRow(entry: Assessed, today: CalendarDate): HeatRow {
  const { id, title, face, icon, faceWord } = cardModel(entry, today);
  const { reasons, score } = entry.assessment;
  const cells = REASON_KINDS.map((kind) => heatCell(reasons.filter(({ rule }) => KIND_OF[rule] === kind)));
  return { id, title, face, icon, faceWord, cells, sum: score };
}

function heatCell(reasons: readonly RiskReason[]): HeatCell {
  return {
    points: reasons.reduce((sum, { weight }) => sum + weight, 0),
    isRed: reasons.some(({ severity }) => severity === 'red'),
  };
}

function cellOf(
  asks: readonly DatedAsk[],
  collisions: readonly Collision[],
  keys: ReadonlyMap<string, string>,
): PartyCell {
  const collides = collisions.some((collision) => collision.asks.some((ask) => asks.includes(ask)));
  const names = [...new Set(asks.map(({ release }) => keys.get(release) ?? ''))].filter(Boolean);
  return { asks, collides, releases: collides ? names.join(', ') : '' };
}

function metricsOf(entries: readonly Assessed[], today: CalendarDate, calendar: BusinessCalendar): MetricModel[] {
  const releases = entries.map(({ release }) => release);
  const now = releaseMetrics(releases, today, METRIC_DAYS, calendar);
  const was = releaseMetrics(releases, addDays(today, -METRIC_DAYS), METRIC_DAYS, calendar);
  if (now.released + was.released === 0) return [];
  const words = WORDS.metrics;
  const share = ({ onFirstDate, withTarget }: typeof now): string =>
    withTarget === 0 ? words.none : words.of(onFirstDate, withTarget);
  const slip = ({ medianSlip }: typeof now): string => (medianSlip === null ? words.none : words.days(medianSlip));
  const row = (label: string, say: (of: typeof now) => string): MetricModel => ({
    label,
    value: say(now),
    before: was.released === 0 ? '' : words.before(say(was)),
  });
  return [
    row(words.released(METRIC_DAYS), ({ released }) => String(released)),
    row(words.onDate, share),
    row(words.slip, slip),
    row(words.hotfixes, ({ hotfixes, released }) => (released === 0 ? words.none : words.of(hotfixes, released))),
  ];
}
