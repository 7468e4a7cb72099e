import { isAhead, titleOf } from '../../domain/release';
import type { CalendarDate } from '../../domain/calendar-date';
import type { Evidence } from '../../domain/evidence';
import { textHash } from '../../domain/text-hash';
import { partyKey } from '../../domain/party';
import type { ProcessEntry } from '../../domain/process';
import type { Assessed } from '../panel-model';
import { placeOf } from '../place';
import { CALENDAR_WORDING as WORDS } from './calendar-wording';

/** A date that a calendar shows. */
export interface CalendarEntry {
  /** Stays the same when the date moves, so that a calendar moves it, too. */
  readonly uid: string;
  readonly on: CalendarDate;
  readonly summary: string;
  readonly description: string;
  /** The day of the note that states it: the same on every device. */
  readonly stamp: CalendarDate;
  /** The line that states it. */
  readonly at: Pick<Evidence, 'path' | 'line'>;
}

/** Go/no-go, target, and the last days to tell somebody, of releases that are ahead; reviews of processes. */
export function calendarEntries(releases: readonly Assessed[], processes: readonly ProcessEntry[]): CalendarEntry[] {
  const all = [
    ...releases.filter(({ release }) => isAhead(release)).flatMap(ofRelease),
    ...processes.flatMap(({ path, name, reviewOn, verified }) =>
      reviewOn === null || verified === null
        ? []
        : [entry(`review ${path}`, reviewOn, WORDS.review(name), { path, line: 1 }, verified)],
    ),
  ];
  // Two that say the same are numbered in the order of their days.
  const taken = new Map<string, number>();
  return all
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0))
    .map((one) => {
      const count = (taken.get(one.uid) ?? 0) + 1;
      taken.set(one.uid, count);
      return count === 1 ? one : { ...one, uid: `${count}-${one.uid}` };
    });
}

function ofRelease({ release, assessment }: Assessed): CalendarEntry[] {
  const title = titleOf(release);
  const fact = (kind: string, on: CalendarDate, summary: string, evidence: Evidence): CalendarEntry =>
    entry(`${kind} ${release.id}`, on, summary, evidence, evidence.asOf);
  const notices = assessment.followUps.flatMap(({ who, what, due, basis, state, evidence: [first] }) =>
    state === 'open' && basis?.lead && who !== null && due !== null && first
      ? [fact(`notice ${partyKey(who)} ${what}`, due, WORDS.notice(who, title), first)]
      : [],
  );
  const { goNoGo, target, decision } = release;
  return [
    ...(goNoGo && decision === null ? [fact('gate', goNoGo.value.date, WORDS.goNoGo(title), goNoGo.evidence)] : []),
    ...(target ? [fact('target', target.value.date, WORDS.target(title), target.evidence)] : []),
    ...notices,
  ];
}

function entry(
  key: string,
  on: CalendarDate,
  summary: string,
  at: Pick<Evidence, 'path' | 'line'>,
  stamp: CalendarDate,
): CalendarEntry {
  // Two fingerprints of 32 bits: of hundreds of dates no two are likely to share both.
  const uid = `${textHash(key)}-${textHash(`${key}\n`)}@shipshape`;
  return { uid, on, summary, description: placeOf(at).label, stamp, at: { path: at.path, line: at.line } };
}
