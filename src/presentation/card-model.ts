import { type CalendarDate, daysBetween } from '../domain/calendar-date';
import type { Evidence } from '../domain/evidence';
import { openRequired, type PlanDifference, type Release, retroOf, titleOf } from '../domain/release';
import type { RiskAssessment, UnknownCause } from '../domain/risk/assess-risk';
import type { RiskReason } from '../domain/risk/risk-rule';
import { type CountdownRow, countdownRows, type ProgressModel, progressOf } from './course-model';
import { initials, monthDay } from './date-wording';
import { type Assessed, type CardFace, faceOf } from './panel-model';
import { noteName, type Place, placeOf, uniquePlaces } from './place';
import { type ReasonAct, reasonActs } from './reason-acts';
import { wordReason } from './reason-wording';
import { WORDING } from './wording';

/** A reason as shown. */
export interface ReasonRow {
  readonly key: string;
  readonly rule: string;
  readonly severity: RiskReason['severity'];
  readonly text: string;
  readonly clears: string;
  readonly places: readonly Place[];
  /** What a person can do about it, the most obvious first. */
  readonly acts: readonly ReasonAct[];
  readonly reason: RiskReason;
}

/** A release in the list. */
export interface CardModel {
  readonly id: string;
  readonly title: string;
  readonly face: CardFace;
  readonly faceWord: string;
  readonly icon: string;
  readonly countdowns: readonly CountdownRow[];
  /** What stands at the end of a row: "Go/no-go" and "14 d". */
  readonly next: Pick<CountdownRow, 'label' | 'distance' | 'isLate'> | null;
  readonly progress: ProgressModel | null;
  /** The gravest reason; null without any. */
  readonly gravest: ReasonRow | null;
  readonly moreReasons: number;
  /** What a row says below the name: its gravest reason, else what stands in place of one. */
  readonly summary: string;
  readonly hint: string | null;
  /** "1 line could not be read", with the place of the first; null when all could. */
  readonly unread: { readonly text: string; readonly place: Place } | null;
  readonly owner: string;
  /** "SK"; '' without an owner. */
  readonly initials: string;
  /** Days on which the plan and another note differ, each with what would settle it. */
  readonly planChoices: readonly PlanChoice[];
  /** Of a release that is out: when, how late, what was open, and its retro. */
  readonly shipped: ShippedModel | null;
}

/** What a shipped release still says. */
export interface ShippedModel {
  /** "Shipped Feb 17, 2 days late". */
  readonly text: string;
  /** "3 required items were still open"; '' when all were done. */
  readonly open: string;
  /** Null where none is written yet. */
  readonly retro: Place | null;
  readonly place: Place | null;
}

/** "The plan says Feb 20, Steering says Mar 27", and the two days to choose from. */
export interface PlanChoice {
  readonly key: string;
  readonly text: string;
  readonly difference: PlanDifference;
  readonly other: { readonly label: string; readonly place: Place };
  readonly plan: { readonly label: string; readonly place: Place };
}

const ICONS: Readonly<Record<CardFace, string>> = {
  'off-track': 'octagon-x',
  'at-risk': 'triangle-alert',
  'on-track': 'circle-check',
  unknown: 'circle-help',
  released: 'rocket',
  cancelled: 'circle-slash',
};
const UNKNOWN_HINTS: Readonly<Record<UnknownCause, string>> = {
  'no-target': WORDING.unknownNoTarget,
  'no-items': WORDING.unknownNoItems,
  stale: WORDING.unknownStale,
};

/** What a card says about a release. */
export function cardModel(entry: Assessed, today: CalendarDate): CardModel {
  const { release, assessment } = entry;
  const face = faceOf(entry);
  const isOver = face === 'released' || face === 'cancelled';
  const countdowns = isOver ? [] : countdownRows(release, assessment, today);
  const [next] = countdowns;
  const [first] = assessment.reasons;
  const gravest = first ? reasonRow(first, today) : null;
  const hint = hintOf(assessment, today);
  const shipped = face === 'released' ? shippedOf(release, today) : null;
  const planChoices = isOver ? [] : release.planDifferences.map((difference) => planChoice(difference, today));
  return {
    id: release.id,
    title: titleOf(release),
    face,
    faceWord: WORDING.faces[face],
    icon: ICONS[face],
    countdowns,
    next: next ?? null,
    progress: progressOf(release, today),
    gravest,
    moreReasons: Math.max(0, assessment.reasons.length - 1),
    summary: shipped?.text ?? gravest?.text ?? planChoices[0]?.text ?? hint ?? WORDING.nothingAgainst,
    hint,
    unread: unreadOf(release),
    owner: release.owner?.value.join(', ') ?? '',
    initials: initials(release.owner?.value ?? []),
    planChoices,
    shipped,
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

/** What stands in place of reasons, or beside them: an override, or why nothing can be said. */
function hintOf({ override, computedLevel, unknownCause }: RiskAssessment, today: CalendarDate): string | null {
  if (override)
    return WORDING.overridden(
      WORDING.faces[override.value.level],
      monthDay(override.value.until, today),
      override.value.reason.replace(/[.!]+$/, ''),
      WORDING.faces[computedLevel],
    );
  return unknownCause ? UNKNOWN_HINTS[unknownCause] : null;
}

function shippedOf(release: Release, today: CalendarDate): ShippedModel {
  const { shipped, target, phaseEvidence } = release;
  const late = shipped && target ? daysBetween(target.value.date, shipped.value.date) : null;
  const open = openRequired(release.items);
  const retro = retroOf(release).written;
  const said = shipped?.evidence ?? phaseEvidence;
  return {
    text: WORDING.shipped(shipped ? monthDay(shipped.value.date, today) : null, late),
    open: open.length === 0 ? '' : WORDING.openAtShipping(open.length),
    retro: retro === null ? null : { path: retro, line: 1, label: noteName(retro) },
    place: said ? placeOf(said) : null,
  };
}

/** A reason with its words, places and acts. */
export function reasonRow(reason: RiskReason, today: CalendarDate | null = null): ReasonRow {
  return {
    key: `${reason.rule}-${reason.variant}`,
    rule: reason.rule,
    severity: reason.severity,
    ...wordReason(reason, today),
    places: uniquePlaces(reason.evidence),
    acts: reasonActs(reason),
    reason,
  };
}
