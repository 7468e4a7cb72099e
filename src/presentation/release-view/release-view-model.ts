import type { BusinessCalendar } from '../../domain/business-calendar';
import type { CalendarDate } from '../../domain/calendar-date';
import { type BurnUp, burnUp, outcomes } from '../../domain/forecast/burn-up';
import { type ChecklistItem, isAhead, type Release, titleAlone, titleOf } from '../../domain/release';
import type { RiskAssessment } from '../../domain/risk/assess-risk';
import type { LevelTransition } from '../../domain/risk/level-transition';
import { cardModel, type ReasonRow, reasonRow } from '../card-model';
import { monthDay, weekdayAndDay } from '../date-wording';
import { detailsModel, type NoteRow, type PlacedRow } from '../details-model';
import type { ItemSection } from '../item-rows';
import { changesOf, type Seen } from '../today-model';
import { type ForecastModel, forecastModel } from '../forecast-model';
import type { Assessed, CardFace } from '../panel-model';
import { type Place, placeOf } from '../place';
import { WORDING } from '../wording';
import type { ChartInputs } from './chart-frame';
import { type RaidRow, raidRows, type StakeholderRow, stakeholderRows } from './party-rows';
import { type StepModel, stepsOf } from './release-steps';
import { RELEASE_VIEW_WORDING as WORDS } from './release-view-wording';

/** A section of the checklist, with what is open in one line. */
export interface ReadinessRow {
  readonly section: ItemSection;
  /** "5 of 7". */
  readonly count: string;
  /** One entry an item, done ones first; empty where there are too many to draw. */
  readonly boxes: readonly boolean[];
  readonly percent: number;
  readonly open: string;
}

/** All that the view of one release shows. */
export interface ReleaseViewModel {
  readonly title: string;
  readonly face: CardFace;
  readonly faceWord: string;
  readonly icon: string;
  readonly sentence: string;
  /** "Owner Sarah Kim", "Tier 2". */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly steps: readonly StepModel[];
  readonly needs: readonly ReasonRow[];
  readonly needsCount: string;
  readonly forecast: ForecastModel | null;
  /** What is different from the last look, and when that was; '' for today. */
  readonly changed: readonly string[];
  readonly changedSince: string;
  /** What the picture is drawn from; null without any required item. */
  readonly chart: ChartInputs | null;
  readonly readiness: readonly ReadinessRow[];
  readonly readinessCount: string;
  readonly dates: readonly PlacedRow[];
  readonly stakeholders: readonly StakeholderRow[];
  readonly stakeholdersCount: string;
  readonly raid: readonly RaidRow[];
  readonly decision: { readonly text: string; readonly place: Place | null; readonly isOpen: boolean };
  readonly notes: readonly NoteRow[];
}

const MOST_NEEDS = 5;
const MOST_BOXES = 12;
const MOST_NAMED = 4;

/** The view of one release as of today. */
export function releaseViewModel(
  entry: Assessed,
  at: { readonly today: CalendarDate; readonly calendar: BusinessCalendar },
  levels: readonly LevelTransition[] = [],
  seen: Seen | null = null,
): ReleaseViewModel {
  const { release, assessment } = entry;
  const { today } = at;
  const card = cardModel(entry, today);
  const details = detailsModel(entry, today, levels);
  const { reasons } = assessment;
  const stakeholders = stakeholderRows(assessment.followUps, today);
  const settled = assessment.followUps.filter(({ state }) => state === 'done').length;
  return {
    title: card.title,
    face: card.face,
    faceWord: card.faceWord,
    icon: card.icon,
    sentence: card.summary,
    facts: factsOf(release, card.owner, today),
    steps: stepsOf(release, at),
    needs: reasons.slice(0, MOST_NEEDS).map((reason) => reasonRow(reason, today)),
    needsCount: reasons.length > MOST_NEEDS ? WORDS.allReasons(MOST_NEEDS, reasons.length) : '',
    forecast: forecastModel(release, assessment.outlook, today),
    changed: changesOf(seen, entry, today),
    changedSince: seen === null || seen.on === today ? '' : monthDay(seen.on, today),
    chart: isAhead(release) ? chartOf(entry, at) : null,
    readiness: readinessRows(details.checklist, release),
    readinessCount: card.progress?.label ?? '',
    dates: details.history,
    stakeholders,
    stakeholdersCount: assessment.followUps.length > 0 ? WORDS.confirmed(settled, assessment.followUps.length) : '',
    raid: raidRows(release, today),
    decision: decisionOf(release, today),
    notes: details.notes,
  };
}

function factsOf(release: Release, owner: string, today: CalendarDate): [string, string][] {
  return [
    [WORDS.owner, owner],
    [WORDS.tier, release.tier?.value.replace(/^tier\s+/i, '') ?? ''],
    [WORDS.lastEvidence, weekdayAndDay(release.lastEvidence, today)],
  ].filter((fact): fact is [string, string] => fact[1] !== '');
}

function chartOf(
  { release, assessment }: { readonly release: Release; readonly assessment: RiskAssessment },
  { today, calendar }: { readonly today: CalendarDate; readonly calendar: BusinessCalendar },
): ChartInputs | null {
  const past: BurnUp | null = burnUp(release, today, calendar);
  const forecast = assessment.outlook.result?.forecast;
  return (
    past && {
      burnUp: past,
      calendar,
      today,
      goNoGo: release.goNoGo?.value.date ?? null,
      target: release.target?.value.date ?? null,
      outcomes: forecast ? outcomes(forecast.curve) : [],
      gate: assessment.gate,
    }
  );
}

function readinessRows(sections: readonly ItemSection[], { items }: Release): ReadinessRow[] {
  const byKey = new Map(items.map((item) => [`${item.evidence.path}:${item.evidence.line}`, item]));
  return sections.map((section) => readinessRow(section, byKey));
}

function readinessRow(section: ItemSection, items: ReadonlyMap<string, ChecklistItem>): ReadinessRow {
  const open = section.rows.filter(({ done, cancelled }) => !done && !cancelled);
  const named = open.slice(0, MOST_NAMED).map((row) => {
    const item = items.get(row.key);
    const words = item ? titleAlone(item) : row.title;
    const isSaid = (part: string): boolean => words.toLowerCase().includes(part.toLowerCase());
    const who = [
      item?.owner && !isSaid(item.owner) ? item.owner : '',
      item?.due.on && !isSaid(item.due.on.phrase) ? monthDay(item.due.on.date) : '',
    ]
      .filter(Boolean)
      .join(', ');
    return who === '' ? words : `${words} (${who})`;
  });
  const more = open.length - named.length;
  return {
    section,
    count: WORDS.itemsDone(section.done, section.total),
    boxes: section.total <= MOST_BOXES ? Array.from({ length: section.total }, (_, index) => index < section.done) : [],
    percent: section.total === 0 ? 0 : Math.round((section.done / section.total) * 100),
    open:
      open.length === 0
        ? WORDS.allDone
        : WORDS.openItems(`${named.join(', ')}${more > 0 ? ` ${WORDS.andMore(more)}` : ''}`),
  };
}

function decisionOf({ decision, phase }: Release, today: CalendarDate): ReleaseViewModel['decision'] {
  return decision
    ? {
        text: `${WORDING.decisions[decision.value]}, ${weekdayAndDay(decision.evidence.asOf, today)}`,
        place: placeOf(decision.evidence),
        isOpen: phase === 'planned',
      }
    : { text: WORDS.notDecided, place: null, isOpen: phase === 'planned' };
}

/** Name of the view's tab. */
export function viewTitle(release: Pick<Release, 'key' | 'name' | 'version'> | null): string {
  return release ? titleOf(release) : WORDS.title;
}
