import type { CalendarDate } from './calendar-date';
import type { Evidence } from './evidence';
import type { ImprovementNote } from './improvement-note';
import { type ActionFact, evidenceIn, type NoteFacts } from './note-facts';
import type { Release } from './release';
import { contentWords, jaccard } from './text-similarity';

/** Where an improvement stands; without evidence nothing is implemented. */
export type ImprovementState = 'captured' | 'accepted' | 'in-progress' | 'implemented' | 'verified' | 'dropped';

/** An improvement that a retro asked for. */
export interface Improvement {
  readonly title: string;
  readonly mark: string | null;
  readonly state: ImprovementState;
  /** Ticked, but nothing shows that it was done. */
  readonly lacksEvidence: boolean;
  readonly owner: string | null;
  readonly due: CalendarDate | null;
  readonly note: ImprovementNote;
  readonly evidence: Evidence;
  /** The earlier retro that asked for the same, when that counted as done: it came back. */
  readonly cameBackFrom: string | null;
}

/** More from one retro are rarely done. */
export const MOST_FROM_ONE_RETRO = 3;

/** The sections of a retro's form. */
export const RETRO_SECTIONS: readonly string[] = [
  'What went well',
  'What went wrong',
  'What surprised us',
  'Improvements',
  'Process changes',
  'Numbers',
];

/** What the form of a retro says below its heading, until somebody writes there. */
export const IMPROVEMENTS_HINT = 'At most three, each with an owner, a day, and how we will see that it is done.';

const NOTHING: ImprovementNote = { doneWhen: null, evidence: null, doneOn: null, verified: null, reason: null };
const SAME = 0.6;

/** The improvements of one retro; empty for other notes. */
export function improvementsOf(facts: NoteFacts): Improvement[] {
  if (facts.kind !== 'retro') return [];
  return facts.actions.map((action) => {
    const note = action.improvement ?? NOTHING;
    const state = stateOf(action, note);
    return {
      title: action.title,
      mark: action.mark,
      state,
      lacksEvidence: action.state === 'done' && state === 'in-progress',
      owner: action.owner,
      due: action.due.on?.date ?? null,
      note,
      evidence: evidenceIn(facts, action),
      cameBackFrom: null,
    };
  });
}

function stateOf(
  { state, owner, due }: ActionFact,
  { doneWhen, evidence, verified }: ImprovementNote,
): ImprovementState {
  if (state === 'cancelled') return 'dropped';
  if (state === 'done' && evidence !== null) return verified === null ? 'implemented' : 'verified';
  if (state === 'done' || state === 'in-progress') return 'in-progress';
  return owner !== null && due.on !== null && doneWhen !== null ? 'accepted' : 'captured';
}

/** All improvements, oldest first; one that repeats an earlier one that counted as done has come back. */
export function withReturns(improvements: readonly Improvement[]): Improvement[] {
  const ordered = [...improvements].sort((a, b) =>
    a.evidence.asOf < b.evidence.asOf ? -1 : a.evidence.asOf > b.evidence.asOf ? 1 : a.evidence.line - b.evidence.line,
  );
  const done: { readonly words: ReadonlySet<string>; readonly path: string; readonly asOf: CalendarDate }[] = [];
  return ordered.map((improvement) => {
    const words = new Set(contentWords(improvement.title));
    const before = done.find(
      (entry) =>
        entry.path !== improvement.evidence.path &&
        entry.asOf < improvement.evidence.asOf &&
        jaccard(entry.words, words) >= SAME,
    );
    if (isImplemented(improvement.state))
      done.push({ words, path: improvement.evidence.path, asOf: improvement.evidence.asOf });
    return before ? { ...improvement, cameBackFrom: before.path } : improvement;
  });
}

/** How many of the improvements whose time is over were implemented within it. */
export interface InTime {
  readonly inTime: number;
  readonly all: number;
}

/** The releases after a retro within which its improvements should be done. */
export const RELEASES_TO_IMPLEMENT = 2;

/**
 * Improvements whose two releases have gone out, and those of them that were done by the day of the second.
 * What was dropped is not counted; what carries no day on which it was done is not known to be in time.
 */
export function implementedInTime(
  improvements: readonly Improvement[],
  releases: readonly Release[],
  today: CalendarDate,
): InTime {
  const shipped = releases
    .flatMap((release) => shippedOn(release) ?? [])
    .filter((day) => day <= today)
    .sort();
  let [inTime, all] = [0, 0];
  for (const { state, note, evidence } of improvements) {
    const last = shipped.filter((day) => day > evidence.asOf)[RELEASES_TO_IMPLEMENT - 1];
    if (state === 'dropped' || last === undefined) continue;
    all++;
    if (isImplemented(state) && note.doneOn !== null && note.doneOn <= last) inTime++;
  }
  return { inTime, all };
}

function shippedOn({ phase, phaseEvidence, target }: Release): CalendarDate | null {
  return phase === 'released' ? (target?.value.date ?? phaseEvidence?.asOf ?? null) : null;
}

/** True once it is done, and something shows it. */
export function isImplemented(state: ImprovementState): boolean {
  return state === 'implemented' || state === 'verified';
}

/** True while somebody still has to do something for it. */
export function isUnfinished({ state }: Improvement): boolean {
  return state === 'captured' || state === 'accepted' || state === 'in-progress';
}
