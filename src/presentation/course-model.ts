import { type CalendarDate, daysBetween } from '../domain/calendar-date';
import { countStates } from '../domain/checklist';
import { isAhead, type Release } from '../domain/release';
import type { RiskAssessment } from '../domain/risk/assess-risk';
import { daysShort, fromToday, monthDay, weekdayName } from './date-wording';
import { type Place, placeOf } from './place';
import { WORDING } from './wording';

/** One date of a card's line: "Go/no-go Feb 10 · 14 d", with how it was understood behind it. */
export interface CountdownRow {
  readonly label: string;
  /** "14 d", "4 d ago". */
  readonly distance: string;
  /** "Tue "; shown only where the panel is wide. */
  readonly weekday: string;
  readonly date: string;
  readonly isLate: boolean;
  /** The same in whole words, and how the text was understood, for the tooltip. */
  readonly explanation: string;
  readonly place: Place;
}

/** How much is done, and how much of the time has gone: both in percent, the second null where it is not known. */
export interface ProgressModel {
  readonly done: number;
  readonly total: number;
  readonly percent: number;
  readonly timeGone: number | null;
  /** Where on the way to the target the go/no-go stands. */
  readonly gateAt: number | null;
  /** "2 of 5 done". */
  readonly label: string;
  /** With the time: "2 of 5 done, 70 % of the time has gone". */
  readonly explanation: string;
}

/** The gate while it is ahead of the decision, and the target. */
export function countdownRows(release: Release, { gate }: RiskAssessment, today: CalendarDate): CountdownRow[] {
  const rows: CountdownRow[] = [];
  for (const [label, fact] of [
    [WORDING.goNoGo, release.goNoGo],
    [WORDING.ship, release.target],
  ] as const) {
    if (!fact) continue;
    const { value, evidence } = fact;
    const range = value.from && value.from !== value.date ? `${monthDay(value.from, today)} – ` : '';
    const day = `${range}${monthDay(value.date, today)}${value.time ? `, ${value.time}` : ''}`;
    // A gate that was passed with a decision is behind us, not late.
    const isBehind = label === WORDING.goNoGo && gate !== value.date && value.date < today;
    rows.push({
      label,
      distance: isBehind ? WORDING.passed : daysShort(value.date, today),
      weekday: range === '' ? `${weekdayName(value.date)} ` : '',
      date: day,
      isLate: value.date < today && !isBehind,
      explanation: [
        `${label} ${weekdayName(value.date)}, ${day}, ${fromToday(value.date, today)}`,
        explain(value.phrase, value.assumption, value.ambiguous),
      ].join('\n'),
      place: placeOf(evidence),
    });
  }
  // What is behind us does not stand at the end of a row.
  return rows.length === 2 && rows[0]?.distance === WORDING.passed ? rows.slice(1) : rows;
}

/** "Written “Feb 15”; year inferred from the note." */
export function explain(phrase: string, assumption: string | null, ambiguous: boolean): string {
  const assumed = assumption === null ? '' : assumption === 'year' ? WORDING.yearInferred : assumption;
  return [`${WORDING.written} “${phrase}”`, assumed, ambiguous ? WORDING.ambiguous : ''].filter(Boolean).join('; ');
}

/** Of the required items, and of all where none is required; cancelled ones count nowhere. */
export function progressOf(release: Release, today: CalendarDate): ProgressModel | null {
  const { items, started, startedWeak, target, goNoGo } = release;
  const required = items.filter((item) => item.required);
  const count = countStates((required.length > 0 ? required : items).map((item) => item.state));
  const total = count.done + count.open;
  if (total === 0) return null;
  const end = target?.value.date ?? goNoGo?.value.date ?? null;
  // Where only a file's time says when it began, nobody knows how much of the time has gone.
  const whole = end === null || startedWeak ? 0 : daysBetween(started, end);
  const share = (day: CalendarDate): number =>
    Math.round(Math.min(1, Math.max(0, daysBetween(started, day) / whole)) * 100);
  const timeGone = whole > 0 && isAhead(release) ? share(today) : null;
  const label = WORDING.progress(count.done, total);
  return {
    done: count.done,
    total,
    percent: Math.round((count.done / total) * 100),
    timeGone,
    gateAt: whole > 0 && isAhead(release) && target && goNoGo ? share(goNoGo.value.date) : null,
    label,
    explanation: timeGone === null ? label : WORDING.progressInTime(label, timeGone),
  };
}
