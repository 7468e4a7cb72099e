import type { CalendarDate } from '../domain/calendar-date';
import {
  implementedInTime,
  type Improvement,
  type ImprovementState,
  isImplemented,
  MOST_FROM_ONE_RETRO,
} from '../domain/improvement';
import { baseName } from '../domain/note-path';
import type { Release } from '../domain/release';
import { monthDay } from './date-wording';
import { IMPROVEMENT_WORDING } from './improvements-wording';
import { noteName, type Place, placeOf } from './place';

/** An improvement as shown. */
export interface ImprovementLine {
  readonly key: string;
  readonly title: string;
  readonly facts: readonly string[];
  /** What is missing, or wrong; '' when nothing is. */
  readonly problem: string;
  readonly place: Place;
  readonly improvement: Improvement;
}

/** Improvements of one state. */
export interface ImprovementGroup {
  readonly title: string;
  readonly lines: readonly ImprovementLine[];
}

/** What the panel shows of retros. */
export interface ImprovementsModel {
  readonly groups: readonly ImprovementGroup[];
  /** Sentences about single retros: more improvements than will be done. */
  readonly warnings: readonly string[];
  /** "4 of 9 implemented"; null without any. */
  readonly share: string | null;
  /** "Within two releases: 3 of 4."; null while no retro is two releases old. */
  readonly inTime: string | null;
}

const ORDER: readonly ImprovementState[] = [
  'captured',
  'accepted',
  'in-progress',
  'implemented',
  'verified',
  'dropped',
];

/** Improvements by state, those that wait for somebody first. */
export function improvementsModel(
  improvements: readonly Improvement[],
  releases: readonly Release[],
  today: CalendarDate,
): ImprovementsModel {
  const lines = improvements.map((improvement) => lineOf(improvement, today));
  const counts = new Map<string, number>();
  for (const { evidence, state } of improvements)
    if (state !== 'dropped') counts.set(evidence.path, (counts.get(evidence.path) ?? 0) + 1);
  const kept = improvements.filter(({ state }) => state !== 'dropped');
  const done = kept.filter(({ state }) => isImplemented(state)).length;
  const { inTime, all } = implementedInTime(improvements, releases, today);
  return {
    groups: ORDER.map((state) => ({
      title: IMPROVEMENT_WORDING.states[state],
      lines: lines.filter(({ improvement }) => improvement.state === state),
    })).filter((group) => group.lines.length > 0),
    warnings: [...counts]
      .filter(([, count]) => count > MOST_FROM_ONE_RETRO)
      .map(([path, count]) => IMPROVEMENT_WORDING.tooMany(noteName(path), count)),
    share: kept.length === 0 ? null : IMPROVEMENT_WORDING.share(done, kept.length),
    inTime: all === 0 ? null : IMPROVEMENT_WORDING.inTime(inTime, all),
  };
}

function lineOf(improvement: Improvement, today: CalendarDate): ImprovementLine {
  const { title, owner, due, note, state, evidence, cameBackFrom, lacksEvidence } = improvement;
  const late = due !== null && due < today && (state === 'accepted' || state === 'in-progress');
  const missing =
    state === 'captured'
      ? [
          owner === null ? IMPROVEMENT_WORDING.owner : '',
          due === null ? IMPROVEMENT_WORDING.day : '',
          note.doneWhen === null ? IMPROVEMENT_WORDING.doneMeans : '',
        ].filter(Boolean)
      : [];
  const problems = [
    cameBackFrom === null
      ? ''
      : IMPROVEMENT_WORDING.cameBack(
          baseName(cameBackFrom) === 'Retro' ? noteName(cameBackFrom) : baseName(cameBackFrom),
        ),
    lacksEvidence ? IMPROVEMENT_WORDING.lacksEvidence : '',
    late ? IMPROVEMENT_WORDING.late : '',
    missing.length > 0 ? IMPROVEMENT_WORDING.missing(missing) : '',
  ];
  return {
    key: `${evidence.path}:${evidence.line}:${title}`,
    title,
    facts: [
      owner ?? '',
      due === null ? '' : monthDay(due, today),
      note.doneWhen === null ? '' : IMPROVEMENT_WORDING.doneWhen(note.doneWhen),
      note.evidence === null ? '' : IMPROVEMENT_WORDING.shownBy(withoutBrackets(note.evidence)),
      note.reason ?? '',
      noteName(evidence.path),
    ].filter(Boolean),
    problem: problems.filter(Boolean).join(' · '),
    place: placeOf(evidence),
    improvement,
  };
}

/** Links as a page shows them: their text, or the name of their note. */
function withoutBrackets(text: string): string {
  return text.replace(/\[\[(?:([^\][|]*)\|)?([^\][|]*)\]\]/g, (_, target: string | undefined, last: string) =>
    target === undefined ? baseName(last) : last,
  );
}
