import { addDays, type CalendarDate } from '../domain/calendar-date';
import { partyKey } from '../domain/party';
import type { ProcessEntry } from '../domain/process';
import { isAhead, titleOf } from '../domain/release';
import { isDecided } from '../domain/risk/gate';
import { fromToday, monthDay } from './date-wording';
import type { Assessed } from './panel-model';
import { noteName } from './place';
import { type DatedRow, datedRow, DATES_AHEAD_DAYS, plainRow, type TodayRow } from './today-row';
import { TODAY_WORDING as WORDS } from './today-wording';

/** A playbook that waits for a person. */
export interface WaitingPlaybook {
  readonly playbook: string;
  readonly process: string;
}

/** What else needs a person than follow-ups. */
export interface NeedsSource {
  readonly releases: readonly Assessed[];
  readonly processes: readonly ProcessEntry[];
  readonly playbooks: readonly WaitingPlaybook[];
}

const DECIDE_AHEAD_DAYS = 2;

/**
 * Decisions due or missed, playbooks that wait, processes to be looked at again: of `me`, or of everybody where that is
 * not known.
 */
export function needsOf(
  { releases, processes, playbooks }: NeedsSource,
  me: readonly string[],
  today: CalendarDate,
): TodayRow[] {
  const mine = new Set(me.map(partyKey));
  const isMine = (names: readonly string[]): boolean =>
    mine.size === 0 || names.some((name) => mine.has(partyKey(name)));
  const decisions = releases.flatMap(({ release }) => {
    const { goNoGo, owner } = release;
    if (!goNoGo || !isAhead(release) || isDecided(release) || !isMine(owner?.value ?? [])) return [];
    const { date } = goNoGo.value;
    if (date > addDays(today, DECIDE_AHEAD_DAYS)) return [];
    const facts = [fromToday(date, today)];
    return [plainRow(`decide ${release.id}`, WORDS.decide(titleOf(release)), facts, goNoGo.evidence, date < today)];
  });
  const waiting = playbooks.map(({ playbook, process }) =>
    plainRow(`playbook ${playbook} ${process}`, WORDS.playbookWaits(noteName(playbook)), [noteName(process)], {
      path: playbook,
      line: 1,
    }),
  );
  const reviews = processes.flatMap(({ path, name, owner, reviewOn }) =>
    reviewOn !== null && reviewOn <= today && isMine(owner === null ? [] : [owner])
      ? [plainRow(`review ${path}`, WORDS.review(name), [WORDS.dueOn(monthDay(reviewOn, today))], { path, line: 1 })]
      : [],
  );
  return [...decisions, ...waiting, ...reviews];
}

/** The next days by which somebody must be told, and on which a process is looked at again. */
export function furtherDates(
  { releases, processes }: Pick<NeedsSource, 'releases' | 'processes'>,
  today: CalendarDate,
): DatedRow[] {
  const end = addDays(today, DATES_AHEAD_DAYS);
  const isNext = (on: CalendarDate | null): on is CalendarDate => on !== null && on >= today && on <= end;
  const notices = releases.flatMap(({ release, assessment }) =>
    isAhead(release)
      ? assessment.followUps.flatMap(({ who, due, basis, state, evidence: [first] }) =>
          state === 'open' && basis?.lead && who !== null && first && isNext(due)
            ? [datedRow(`notice ${first.path}:${first.line}`, due, WORDS.notice(who, titleOf(release)), first, today)]
            : [],
        )
      : [],
  );
  const reviews = processes.flatMap(({ path, name, reviewOn }) =>
    isNext(reviewOn) && reviewOn > today
      ? [datedRow(`review ${path}`, reviewOn, WORDS.review(name), { path, line: 1 }, today)]
      : [],
  );
  return [...notices, ...reviews];
}
