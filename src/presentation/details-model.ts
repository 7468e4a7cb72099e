import type { CalendarDate } from '../domain/calendar-date';
import type { FollowUp } from '../domain/follow-up';
import type { Release } from '../domain/release';
import type { RiskAssessment } from '../domain/risk/assess-risk';
import type { LevelTransition } from '../domain/risk/level-transition';
import { fromToday, monthDay } from './date-wording';
import { explainDue } from './follow-ups-model';
import { type ForecastModel, forecastModel } from './forecast-model';
import { type ItemSection, itemSections } from './item-rows';
import { noteName, type Place, placeOf } from './place';
import { reasonRow, type ReasonRow } from './card-model';
import { WORDING } from './wording';

/** A follow-up line. */
export interface FollowUpRow {
  readonly key: string;
  readonly who: string;
  readonly what: string;
  readonly direction: string;
  readonly due: string;
  readonly overdue: boolean;
  readonly explanation: string;
  readonly done: boolean;
  readonly places: readonly Place[];
  /** The other lines of the thread. */
  readonly also: readonly PlacedRow[];
}

/** A line with a place. */
export interface PlacedRow {
  readonly key: string;
  readonly text: string;
  readonly note: string | null;
  readonly faded: boolean;
  readonly place: Place;
}

/** A note of the release, what its lines became, and the first of those that say nothing here. */
export interface NoteRow {
  readonly place: Place;
  /** Empty where it holds neither a box nor a commitment. */
  readonly read: string;
  readonly notRead: readonly Place[];
}

const MAX_UNREAD = 5;

/** All that an expanded card shows. */
export interface DetailsModel {
  readonly reasons: readonly ReasonRow[];
  readonly forecast: ForecastModel | null;
  readonly checklist: readonly ItemSection[];
  readonly followUps: readonly FollowUpRow[];
  readonly risks: readonly PlacedRow[];
  readonly history: readonly PlacedRow[];
  /** Each note with what was read of its lines. */
  readonly notes: readonly NoteRow[];
  readonly problems: readonly PlacedRow[];
}

/** The details of one release; built only while its card is open. */
export function detailsModel(
  { release, assessment }: { readonly release: Release; readonly assessment: RiskAssessment },
  today: CalendarDate,
  levels: readonly LevelTransition[] = [],
): DetailsModel {
  return {
    reasons: assessment.reasons.map((reason) => reasonRow(reason, today)),
    forecast: forecastModel(release, assessment.outlook, today),
    checklist: itemSections(release.items),
    followUps: followUpRows(assessment.followUps, today),
    risks: release.risks.map((risk, index) => ({
      key: `${risk.evidence.path}:${risk.evidence.line}:${index}`,
      text: risk.title,
      note: risk.resolved ? WORDING.resolved : risk.severity,
      faded: risk.resolved,
      place: placeOf(risk.evidence),
    })),
    history: [...levelRows(levels, release, today), ...historyRows(release)],
    notes: release.accounts.map(({ path, lines }) => ({
      place: { path, line: 1, label: noteName(path) },
      read: WORDING.linesRead(lines),
      notRead: lines.notRead.slice(0, MAX_UNREAD).map((line) => ({ path, line, label: WORDING.line(line) })),
    })),
    problems: release.diagnostics.map((diagnostic, index) => ({
      key: `${diagnostic.path}:${diagnostic.line}:${index}`,
      text: diagnostic.message,
      note: null,
      faded: false,
      place: placeOf(diagnostic),
    })),
  };
}

/** Overdue, today, soon, later, undated; settled ones last. */
function followUpRows(followUps: readonly FollowUp[], today: CalendarDate): FollowUpRow[] {
  const ordered = [...followUps].sort(
    (a, b) =>
      Number(a.state === 'done') - Number(b.state === 'done') || (a.due ?? '9999').localeCompare(b.due ?? '9999'),
  );
  return ordered.map((item, index) => ({
    key: `${item.evidence[0]?.path ?? ''}:${item.evidence[0]?.line ?? 0}:${index}`,
    who: item.who ?? WORDING.nobody,
    what: item.what,
    direction: WORDING.directions[item.direction],
    due:
      item.state === 'done'
        ? WORDING.done
        : item.due === null
          ? WORDING.noDate
          : `${monthDay(item.due, today)}, ${fromToday(item.due, today)}`,
    overdue: item.state === 'open' && item.due !== null && item.due < today,
    explanation: explainDue(item, today),
    also: item.evidence.slice(1).map((evidence) => ({
      key: `${evidence.path}:${evidence.line}`,
      text: evidence.text,
      note: null,
      faded: true,
      place: placeOf(evidence),
    })),
    done: item.state === 'done',
    places: item.evidence.map(placeOf),
  }));
}

/** Changes of the level, newest first, as this device saw them. */
function levelRows(levels: readonly LevelTransition[], release: Release, today: CalendarDate): PlacedRow[] {
  const place = { path: release.sources[0] ?? '', line: 1, label: noteName(release.sources[0] ?? '') };
  return levels
    .map(({ on, from, to, rules }, index) => ({
      key: `level-${index}`,
      text: WORDING.levelChanged(WORDING.faces[from], WORDING.faces[to]),
      note: [monthDay(on, today), rules.slice(0, 4).join(', ')].filter(Boolean).join(' · '),
      faded: false,
      place,
    }))
    .reverse();
}

function historyRows(release: Release): PlacedRow[] {
  const rows = release.slips.map((slip, index) => ({
    key: `slip-${index}`,
    text: (slip.field === 'target' ? WORDING.targetMoved : WORDING.gateMoved)(
      monthDay(slip.from.value.date),
      monthDay(slip.to.value.date),
    ),
    note: monthDay(slip.to.evidence.asOf),
    faded: false,
    place: placeOf(slip.to.evidence),
  }));
  const { decision, target, goNoGo } = release;
  const first = (field: 'target' | 'goNoGo', fact: Release['target']): Release['target'] =>
    release.slips.find((slip) => slip.field === field)?.from ?? fact;
  const stated = (
    [
      [WORDING.target, first('target', target)],
      [WORDING.goNoGo, first('goNoGo', goNoGo)],
    ] as const
  ).flatMap(([label, fact]) =>
    fact
      ? [
          {
            key: `stated-${label}`,
            text: WORDING.stated(label, monthDay(fact.value.date)),
            note: monthDay(fact.evidence.asOf),
            faded: true,
            place: placeOf(fact.evidence),
          },
        ]
      : [],
  );
  return [
    ...(decision
      ? [
          {
            key: 'decision',
            text: WORDING.decisions[decision.value],
            note: monthDay(decision.evidence.asOf),
            faded: false,
            place: placeOf(decision.evidence),
          },
        ]
      : []),
    ...rows.reverse(),
    ...stated,
  ];
}
