import type { CalendarDate } from '../domain/calendar-date';
import { type ChecklistCount, countStates, shareDone } from '../domain/checklist';
import type { Evidence } from '../domain/evidence';
import type { PlanDifference, Release } from '../domain/release';
import type { RiskAssessment, UnknownCause } from '../domain/risk/assess-risk';
import type { RiskLevel, RiskReason } from '../domain/risk/risk-rule';
import { fromToday, monthDay, weekdayName } from './date-wording';
import { wordReason } from './reason-wording';
import { compareByGate, compareByName, compareByRisk } from './release-order';
import { titleOf } from './report';
import { WORDING } from './wording';

/** A place that can be opened. */
export interface Place {
  readonly path: string;
  readonly line: number;
  /** "Q1 Release Planning, line 22". */
  readonly label: string;
}

/** A reason as shown. */
export interface ReasonRow {
  readonly key: string;
  readonly rule: string;
  readonly severity: RiskReason['severity'];
  readonly text: string;
  readonly clears: string;
  readonly places: readonly Place[];
}

/** A date line of a card: "Go/no-go in 19 days", with the date itself behind it. */
export interface CountdownRow {
  readonly label: string;
  readonly distance: string;
  /** "Tue, "; left out where the panel is narrow. */
  readonly weekday: string;
  readonly date: string;
  /** How the text was understood, for the tooltip. */
  readonly explanation: string;
  readonly place: Place;
}

/** How a card is marked; shipped and cancelled releases have a face of their own. */
export type CardFace = RiskLevel | 'released' | 'cancelled';

/** A release in the list. */
export interface CardModel {
  readonly id: string;
  readonly title: string;
  readonly face: CardFace;
  readonly faceWord: string;
  readonly icon: string;
  readonly countdowns: readonly CountdownRow[];
  readonly progress: {
    readonly done: number;
    readonly total: number;
    readonly percent: number;
    readonly label: string;
  } | null;
  readonly topReasons: readonly ReasonRow[];
  readonly moreReasons: number;
  readonly hint: string | null;
  /** "1 line could not be read", with the place of the first; null when all could. */
  readonly unread: { readonly text: string; readonly place: Place } | null;
  readonly owner: string;
  /** Days on which the plan and another note differ, each with what would settle it. */
  readonly planChoices: readonly PlanChoice[];
}

/** "The plan says Feb 20, Steering says Mar 27", and the two days to choose from. */
export interface PlanChoice {
  readonly key: string;
  readonly text: string;
  readonly difference: PlanDifference;
  readonly other: { readonly label: string; readonly place: Place };
  readonly plan: { readonly label: string; readonly place: Place };
}

/** How the list is sorted. */
export type PanelSort = 'risk' | 'gate' | 'name';

/** What the person chose to see. */
export interface PanelFilter {
  readonly text: string;
  readonly faces: readonly CardFace[];
  readonly sort: PanelSort;
}

interface Assessed {
  readonly release: Release;
  readonly assessment: RiskAssessment;
}

const TOP_REASONS = 2;
const ORDERS = { risk: compareByRisk, gate: compareByGate, name: compareByName } as const;
const ICONS: Readonly<Record<CardFace, string>> = {
  'off-track': 'octagon-x',
  'at-risk': 'triangle-alert',
  'on-track': 'circle-check',
  unknown: 'circle-help',
  released: 'rocket',
  cancelled: 'circle-slash',
};

/** The face of an assessed release. */
export function faceOf({ release, assessment }: Assessed): CardFace {
  return release.phase === 'released' || release.phase === 'cancelled' ? release.phase : assessment.level;
}

/** How many releases there are of each face. */
export function countFaces(entries: readonly Assessed[]): Readonly<Record<CardFace, number>> {
  const counts: Record<CardFace, number> = {
    'off-track': 0,
    'at-risk': 0,
    'on-track': 0,
    unknown: 0,
    released: 0,
    cancelled: 0,
  };
  for (const entry of entries) counts[faceOf(entry)]++;
  return counts;
}

/** The releases to show, in order. All words of the filter must occur in a release's name, owner or parties. */
export function selectReleases<T extends Assessed>(entries: readonly T[], filter: PanelFilter): T[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = entries.filter(
    (entry) =>
      (filter.faces.length === 0 || filter.faces.includes(faceOf(entry))) &&
      words.every((word) => searchText(entry.release).includes(word)),
  );
  return shown.sort(ORDERS[filter.sort]);
}

const searchTexts = new WeakMap<Release, string>();

function searchText(release: Release): string {
  const known = searchTexts.get(release);
  if (known !== undefined) return known;
  const text = [
    titleOf(release),
    release.tier?.value ?? '',
    ...(release.owner?.value ?? []),
    ...release.dependencies.map((dependency) => dependency.who ?? ''),
  ]
    .join(' ')
    .toLowerCase();
  searchTexts.set(release, text);
  return text;
}

/** What a card says about a release. */
export function cardModel(entry: Assessed, today: CalendarDate): CardModel {
  const { release, assessment } = entry;
  const face = faceOf(entry);
  const count = countStates(release.items.map((item) => item.state));
  const countdowns = face === 'released' || face === 'cancelled' ? [] : countdownRows(release, today);
  const reasons = assessment.reasons.slice(0, TOP_REASONS).map(reasonRow);
  const title = titleOf(release);
  const hint = hintOf(assessment, face, today);
  return {
    id: release.id,
    title,
    face,
    faceWord: WORDING.faces[face],
    icon: ICONS[face],
    countdowns,
    progress: progressOf(count),
    topReasons: reasons,
    moreReasons: Math.max(0, assessment.reasons.length - TOP_REASONS),
    hint,
    unread: unreadOf(release),
    owner: release.owner?.value.join(', ') ?? '',
    planChoices:
      face === 'released' || face === 'cancelled'
        ? []
        : release.planDifferences.map((difference) => planChoice(difference, today)),
  };
}

function planChoice(difference: PlanDifference, today: CalendarDate): PlanChoice {
  const { field, plan, other } = difference;
  const [own, theirs] = [monthDay(plan.value.date, today), monthDay(other.value.date, today)];
  const to = (label: string, evidence: Evidence): PlanChoice['plan'] => ({
    label: WORDING.useDay(label),
    place: placeOf(evidence),
  });
  return {
    key: field,
    text: WORDING.planDiffers(WORDING.planFields[field], own, noteName(other.evidence.path), theirs),
    difference,
    other: to(theirs, other.evidence),
    plan: to(own, plan.evidence),
  };
}

function unreadOf({ diagnostics }: Release): CardModel['unread'] {
  const [first] = diagnostics;
  return first ? { text: WORDING.unreadLines(diagnostics.length), place: placeOf(first) } : null;
}

/** What stands in place of reasons, or beside them: an override, why nothing can be said, what comes after the launch. */
function hintOf(
  { override, computedLevel, unknownCause }: RiskAssessment,
  face: CardFace,
  today: CalendarDate,
): string | null {
  if (override)
    return WORDING.overridden(
      WORDING.faces[override.value.level],
      monthDay(override.value.until, today),
      override.value.reason.replace(/[.!]+$/, ''),
      WORDING.faces[computedLevel],
    );
  if (unknownCause) return UNKNOWN_HINTS[unknownCause];
  return face === 'released' ? WORDING.releasedHint : null;
}

const UNKNOWN_HINTS: Readonly<Record<UnknownCause, string>> = {
  'no-target': WORDING.unknownNoTarget,
  'no-items': WORDING.unknownNoItems,
  stale: WORDING.unknownStale,
};

function countdownRows(release: Release, today: CalendarDate): CountdownRow[] {
  const rows: CountdownRow[] = [];
  for (const [label, fact] of [
    [WORDING.goNoGo, release.goNoGo],
    [WORDING.target, release.target],
  ] as const) {
    if (!fact) continue;
    const { value, evidence } = fact;
    const range = value.from && value.from !== value.date ? `${monthDay(value.from, today)} – ` : '';
    rows.push({
      label,
      distance: fromToday(value.date, today),
      weekday: range === '' ? `${weekdayName(value.date)}, ` : '',
      date: `${range}${monthDay(value.date, today)}${value.time ? `, ${value.time}` : ''}`,
      explanation: explain(value.phrase, value.assumption, value.ambiguous),
      place: placeOf(evidence),
    });
  }
  return rows;
}

/** "Written “Feb 15”; year inferred from the note." */
export function explain(phrase: string, assumption: string | null, ambiguous: boolean): string {
  const assumed = assumption === null ? '' : assumption === 'year' ? WORDING.yearInferred : assumption;
  return `${WORDING.written} “${phrase}”${assumed === '' ? '' : `; ${assumed}`}${ambiguous ? `; ${WORDING.ambiguous}` : ''}`;
}

function progressLabel(count: ChecklistCount): string {
  return count.done + count.open === 0 ? '' : WORDING.progress(count.done, count.done + count.open);
}

function progressOf(count: ChecklistCount): CardModel['progress'] {
  const share = shareDone(count);
  return share === null
    ? null
    : {
        done: count.done,
        total: count.done + count.open,
        percent: Math.round(share * 100),
        label: progressLabel(count),
      };
}

/** A reason with its words and places. */
export function reasonRow(reason: RiskReason): ReasonRow {
  return {
    key: `${reason.rule}-${reason.variant}`,
    rule: reason.rule,
    severity: reason.severity,
    ...wordReason(reason),
    places: uniquePlaces(reason.evidence),
  };
}

function uniquePlaces(evidence: readonly Evidence[]): Place[] {
  const seen = new Set<string>();
  const places = evidence.map(placeOf).filter((place) => {
    const key = `${place.path}:${place.line}`;
    return seen.has(key) ? false : seen.add(key);
  });
  // A note is named once; its further lines go by their number.
  return places.map((place, index) =>
    index > 0 && places[index - 1]?.path === place.path ? { ...place, label: WORDING.line(place.line) } : place,
  );
}

/** A place with its label. */
export function placeOf({ path, line }: Pick<Evidence, 'path' | 'line'>): Place {
  return { path, line, label: WORDING.place(noteName(path), line) };
}

/** A note's name without folder and ending; Plan, Checklist and Retro keep their folder, which names the release. */
export function noteName(path: string): string {
  const parts = path.replace(/\.md$/i, '').split('/');
  const name = parts.pop() ?? path;
  return /^(?:plan|checklist|retro)$/i.test(name) && parts.length > 0 ? `${parts.pop() ?? ''}/${name}` : name;
}
