import type { BusinessCalendar } from './business-calendar';
import type { CalendarDate } from './calendar-date';
import { isOpen } from './checklist';
import { effectiveDue, type EffectiveDue } from './due-date';
import type { Evidence } from './evidence';
import type { Direction, FollowUpNote } from './note-facts';
import { partyKey } from './party';
import type { ActionItem, Dependency, RaidEntry, Release } from './release';
import { relatedAmong, relatedWords, subjectWords } from './text-similarity';

/** Who needs what by when: the lines of one thread, tied by party and subject. */
export interface FollowUp {
  readonly who: string | null;
  readonly what: string;
  readonly direction: Direction;
  readonly due: CalendarDate | null;
  readonly inferred: boolean;
  /** How the date was worked out; null when it was written. */
  readonly basis: Pick<EffectiveDue, 'event' | 'lead'> | null;
  readonly state: 'open' | 'done';
  /** The words of the line that leads the thread, and the character in its box (null without one): to find it again. */
  readonly title: string;
  readonly mark: string | null;
  readonly note: FollowUpNote | null;
  /** First the line that leads the thread. */
  readonly evidence: readonly Evidence[];
}

/** What follow-ups are made of. */
export type FollowUpSource = Pick<Release, 'dependencies' | 'actions' | 'risks' | 'owner' | 'target' | 'goNoGo'>;

/** Beyond this many pairs in one release nothing is tied: it would take seconds, and nobody could read it. */
const MAX_PAIRS = 100_000;
/** Ticking such an action means that the other party has delivered. */
const OBTAINS = /^(?:get|receive|obtain|collect|fetch|pick up)\b/i;
const CHASES = /^(?:follow(?:ing)? up|chase|check (?:in )?(?:with|on)|ping|nudge|remind|ask|get .+ from|wait)\b/i;
const FUNCTIONS =
  /\b(engineering|product|marketing|sales|support|legal|docs|documentation|qa|design|security|finance|procurement|operations|data|infra|infrastructure|platform|sre|devops|it|hr|compliance)\b/i;

/** All follow-ups of a release: dependencies, the actions tied to them, then the actions that stand alone. */
export function followUpsOf(release: FollowUpSource, calendar: BusinessCalendar): FollowUp[] {
  const threads: FollowUp[] = [];
  const free = new Set(release.actions);
  const comparable = release.dependencies.length * release.actions.length <= MAX_PAIRS;
  for (const dependency of release.dependencies) {
    const tied = comparable ? [...free].filter((action) => tiesTo(action, dependency)) : [];
    for (const action of tied) free.delete(action);
    threads.push(dependencyThread(dependency, tied, release, calendar));
  }
  for (const action of free) threads.push(actionThread(action, release, calendar));
  return threads;
}

/** A line that may be about a dependency: an action, or an item of the checklist. */
type Tied = Pick<ActionItem, 'title'> & Partial<Pick<ActionItem, 'parties'>>;

/**
 * Shared party plus word overlap: the party's name stands in the action, or its subject does along with another word.
 */
export function tiesTo(action: Tied, dependency: Dependency): boolean {
  if (dependency.who === null) return false;
  const words = subjectWords(action, () => action.title);
  if (!namesParty(action, words, partyKey(dependency.who))) return false;
  return (
    relatedAmong(
      subjectWords(dependency, () => `${dependency.what} ${dependency.title}`),
      words,
    ).length > 0
  );
}

function namesParty(action: Tied, words: readonly string[], party: string): boolean {
  return (
    party.split(' ').every((part) => words.some((word) => word === part || relatedWords(word, part))) ||
    (action.parties ?? []).some((name) => partyKey(name) === party)
  );
}

function dependencyThread(
  dependency: Dependency,
  actions: readonly ActionItem[],
  release: FollowUpSource,
  calendar: BusinessCalendar,
): FollowUp {
  const open = actions.filter((action) => isOpen(action.state));
  const dues = [
    dependency.settled ? null : effectiveDue(dependency.due, release, calendar),
    ...open.map((action) => effectiveDue(action.due, release, calendar)),
  ].filter((due): due is EffectiveDue => due !== null);
  const due = dues.reduce<EffectiveDue | null>(
    (first, next) => (first === null || next.date < first.date ? next : first),
    null,
  );
  const isDone =
    dependency.settled ||
    (actions.length > 0 &&
      open.length === 0 &&
      (dependency.direction === 'we-owe' || actions.some((action) => OBTAINS.test(action.title))));
  return {
    who: dependency.who,
    what: dependency.what || dependency.title,
    direction: dependency.direction,
    due: due?.date ?? null,
    inferred: due?.inferred ?? false,
    basis: due?.inferred ? { event: due.event, lead: due.lead } : null,
    state: isDone ? 'done' : 'open',
    title: dependency.title,
    mark: dependency.mark,
    note: dependency.note ?? null,
    evidence: [dependency.evidence, ...actions.map((action) => action.evidence)],
  };
}

function actionThread(action: ActionItem, release: FollowUpSource, calendar: BusinessCalendar): FollowUp {
  const chases = CHASES.test(action.title);
  const issue = chases ? tiedRisk(action, release.risks) : null;
  const named =
    action.owner ?? (chases ? (action.parties[0] ?? partyIn(issue?.title ?? '') ?? partyIn(action.title)) : null);
  const due = effectiveDue(action.due, release, calendar);
  const who = named ?? action.noteOwner;
  const direction: Direction =
    action.note?.direction ??
    (/\?\s*$|\b(?:might|could|maybe|perhaps)\b/i.test(action.title)
      ? 'unclear'
      : named !== null
        ? 'they-owe'
        : 'we-owe');
  return {
    who,
    what: action.title,
    direction,
    due: due?.date ?? null,
    inferred: due?.inferred ?? false,
    basis: due?.inferred ? { event: due.event, lead: due.lead } : null,
    state: isOpen(action.state) ? 'open' : 'done',
    title: action.title,
    mark: action.mark,
    note: action.note ?? null,
    evidence: [action.evidence, ...(issue ? [issue.evidence] : [])],
  };
}

function tiedRisk(action: ActionItem, risks: readonly RaidEntry[]): RaidEntry | null {
  const words = subjectWords(action, () => action.title);
  return (
    risks.find(
      (risk) =>
        relatedAmong(
          words,
          subjectWords(risk, () => risk.title),
        ).length >= 2,
    ) ?? null
  );
}

function partyIn(text: string): string | null {
  const found = FUNCTIONS.exec(text)?.[1];
  return found ? found.charAt(0).toUpperCase() + found.slice(1) : null;
}
