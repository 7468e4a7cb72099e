import { addDays, type CalendarDate, daysBetween } from '../domain/calendar-date';
import { type ForecastLook, lookAt, lookIn } from '../domain/forecast/why-moved';
import { partyKey } from '../domain/party';
import { isAhead, type Release, titleOf } from '../domain/release';
import { monthDay } from './date-wording';
import { type FollowUpEntry, followUpLine, isDue, isWaiting } from './follow-ups-model';
import { reasonRow } from './card-model';
import type { Numbers } from './insights';
import { type Assessed, faceOf } from './panel-model';
import { type DatedRow, datedRow, DATES_AHEAD_DAYS, plainRow, type TodayRow } from './today-row';
import { TODAY_WORDING } from './today-wording';
import { WORDING } from './wording';

/** What the tab shows. */
export interface TodayModel {
  /** "2 releases are off track; nothing has changed since Jan 24." */
  readonly sentence: string;
  readonly mine: readonly TodayRow[];
  readonly waiting: readonly TodayRow[];
  readonly dates: readonly TodayRow[];
  readonly changed: readonly TodayRow[];
}

/** What a person saw at their last look: enough to say what is different. Plain JSON. */
export interface Seen {
  readonly on: CalendarDate;
  readonly releases: Readonly<Record<string, SeenRelease>>;
  /** Of the insights; left out by older versions. */
  readonly numbers?: Numbers;
}

interface SeenRelease {
  readonly title: string;
  readonly face: string;
  readonly target: CalendarDate | null;
  readonly goNoGo: CalendarDate | null;
  readonly rules: readonly string[];
  /** Of its forecast, where there was one; left out by older versions. */
  readonly forecast?: ForecastLook;
}

const SOON_DAYS = 3;
const SILENT_DAYS = 7;

/** What is different from nothing: today's state, to compare with later. */
export function seenNow(releases: readonly Assessed[], today: CalendarDate, numbers: Numbers = {}): Seen {
  return {
    on: today,
    releases: Object.fromEntries(releases.map((entry) => [entry.release.id, seenOf(entry)])),
    numbers,
  };
}

function seenOf(entry: Assessed): SeenRelease {
  const { release, assessment } = entry;
  const forecast = lookAt(release, assessment.outlook.result);
  return {
    title: titleOf(release),
    face: faceOf(entry),
    target: release.target?.value.date ?? null,
    goNoGo: release.goNoGo?.value.date ?? null,
    rules: assessment.reasons.map(({ rule }) => rule),
    ...(forecast ? { forecast } : {}),
  };
}

/** The morning's page. `me` is a person's names, in any case, none when unknown; `seen` null before the first look. */
export function todayModel(
  releases: readonly Assessed[],
  followUps: readonly FollowUpEntry[],
  {
    today,
    me,
    seen,
    needs = [],
    dates = [],
  }: {
    readonly today: CalendarDate;
    readonly me: readonly string[];
    readonly seen: Seen | null;
    /** What else needs a person, and further dates. */
    readonly needs?: readonly TodayRow[];
    readonly dates?: readonly DatedRow[];
  },
): TodayModel {
  const mine = new Set(me.map(partyKey));
  const isMine = ({ followUp: { who, direction } }: FollowUpEntry): boolean =>
    (who !== null && mine.has(partyKey(who))) || direction === 'we-owe';
  const open = followUps.filter(({ followUp }) => isWaiting(followUp, today));
  const changed = seen === null ? [] : changesSince(seen, releases, today);
  const offTrack = releases.filter((entry) => faceOf(entry) === 'off-track').length;
  const risk = offTrack === 0 ? TODAY_WORDING.calm : TODAY_WORDING.needYou(offTrack);
  const since = seen === null || seen.on === today ? TODAY_WORDING.lastLook : monthDay(seen.on, today);
  const news =
    changed.length === 0 ? TODAY_WORDING.nothingChanged(since) : TODAY_WORDING.somethingChanged(changed.length, since);
  return {
    sentence: seen === null ? `${risk}.` : `${risk}; ${news}.`,
    mine: [
      ...needs,
      ...open
        .filter((entry) => isMine(entry) && isDue(entry.followUp, today))
        .sort(byDue)
        .map((entry, index) => followUpRow(entry, today, index, false)),
    ],
    waiting: open
      .filter((entry) => !isMine(entry) && isWaitedFor(entry, today))
      .sort((a, b) => silentFor(b, today) - silentFor(a, today))
      .map((entry, index) => followUpRow(entry, today, index, true)),
    dates: [...releases.flatMap((entry) => datesOf(entry, today)), ...dates].sort((a, b) =>
      a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
    ),
    changed,
  };
}

/** Due within three days, reminded, or silent for a week without a later day on which it is due. */
function isWaitedFor(entry: FollowUpEntry, today: CalendarDate): boolean {
  const { due, note } = entry.followUp;
  return (
    (due !== null && due <= addDays(today, SOON_DAYS)) ||
    (note?.nudged ?? null) !== null ||
    (silentFor(entry, today) >= SILENT_DAYS && (due === null || due <= addDays(today, SILENT_DAYS)))
  );
}

function byDue(a: FollowUpEntry, b: FollowUpEntry): number {
  return (a.followUp.due ?? '9') < (b.followUp.due ?? '9') ? -1 : 1;
}

/** Days since it was last written about: the note that states it, or the last reminder. */
function silentFor({ followUp: { note, evidence } }: FollowUpEntry, today: CalendarDate): number {
  const last = [note?.nudged ?? null, evidence[0]?.asOf ?? null].reduce<CalendarDate | null>(
    (latest, day) => (day !== null && (latest === null || day > latest) ? day : latest),
    null,
  );
  return last === null ? 0 : Math.max(0, daysBetween(last, today));
}

function followUpRow(entry: FollowUpEntry, today: CalendarDate, index: number, isWaiting: boolean): TodayRow {
  const line = followUpLine(entry, today, index);
  const silent = isWaiting ? silentFor(entry, today) : 0;
  return {
    key: line.key,
    text: line.who === line.what ? line.what : `${line.who}: ${line.what}`,
    facts: [line.due, silent > 0 ? TODAY_WORDING.silent(silent) : '', line.release ?? ''].filter(Boolean),
    silent: silent > 0 ? TODAY_WORDING.silent(silent) : '',
    isLate: line.overdue,
    place: line.place,
    line,
  };
}

/** The gate and the target of a release that is ahead, where they lie within two weeks or are past. */
function datesOf({ release }: Assessed, today: CalendarDate): DatedRow[] {
  if (!isAhead(release)) return [];
  const end = addDays(today, DATES_AHEAD_DAYS);
  const gate = release.decision === null ? release.goNoGo : null;
  return [
    { fact: gate, name: WORDING.goNoGo },
    { fact: release.target, name: WORDING.target },
  ].flatMap(({ fact, name }) => {
    if (!fact || fact.value.date > end) return [];
    const { date } = fact.value;
    return [datedRow(`${release.id}:${name}`, date, `${name}: ${titleOf(release)}`, fact.evidence, today)];
  });
}

/** What is different from the last look, one row for each release. */
function changesSince(seen: Seen, releases: readonly Assessed[], today: CalendarDate): TodayRow[] {
  const now = new Set(releases.map(({ release }) => release.id));
  const row = (key: string, text: string, facts: readonly string[], path: string): TodayRow[] =>
    facts.length === 0 ? [] : [plainRow(key, text, facts, { path, line: 1 })];
  return [
    ...releases.flatMap((entry) => {
      const { id, sources } = entry.release;
      const before = Object.hasOwn(seen.releases, id) ? seen.releases[id] : undefined;
      return row(
        id,
        titleOf(entry.release),
        before ? differences(before, entry, today) : [TODAY_WORDING.isNew],
        sources[0] ?? '',
      );
    }),
    ...Object.entries(seen.releases).flatMap(([id, { title }]) =>
      now.has(id) ? [] : row(id, title, [TODAY_WORDING.gone], ''),
    ),
  ];
}

/** What is different in one release from the last look; empty where it was not seen then. */
export function changesOf(seen: Seen | null, entry: Assessed, today: CalendarDate): string[] {
  const { id } = entry.release;
  const before = seen && Object.hasOwn(seen.releases, id) ? seen.releases[id] : undefined;
  return before ? differences(before, entry, today) : [];
}

/** What a release's forecast rested on at the last look; null where it had none. */
export function forecastSeen(seen: Seen | null, { id }: Pick<Release, 'id'>): ForecastLook | null {
  return seen && Object.hasOwn(seen.releases, id) ? lookIn(seen.releases[id]?.forecast) : null;
}

function differences(before: SeenRelease, entry: Assessed, today: CalendarDate): string[] {
  const is = seenOf(entry);
  const cleared = before.rules.filter((rule) => !is.rules.includes(rule)).length;
  const moved = (
    from: CalendarDate | null,
    to: CalendarDate | null,
    say: (from: string, to: string) => string,
  ): string[] => (from === null || to === null || from === to ? [] : [say(monthDay(from, today), monthDay(to, today))]);
  return [
    ...(before.face === is.face ? [] : [WORDING.levelChanged(faceName(before.face), faceName(is.face))]),
    ...moved(before.target, is.target, WORDING.targetMoved),
    ...moved(before.goNoGo, is.goNoGo, WORDING.gateMoved),
    ...entry.assessment.reasons
      .filter(({ rule }) => !before.rules.includes(rule))
      .map((reason) => TODAY_WORDING.added(reasonRow(reason).text)),
    ...(cleared > 0 ? [TODAY_WORDING.cleared(cleared)] : []),
  ];
}

function faceName(face: string): string {
  return (WORDING.faces as Readonly<Record<string, string>>)[face] ?? face;
}

/** Reads a remembered look of any age or state; what is damaged is none. */
export function seenIn(stored: unknown): Seen | null {
  const { on, releases, numbers } = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<
    Record<keyof Seen, unknown>
  >;
  if (typeof on !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(on) || typeof releases !== 'object' || releases === null)
    return null;
  const isSeen = (value: unknown): value is SeenRelease =>
    typeof value === 'object' && value !== null && 'title' in value && 'rules' in value && Array.isArray(value.rules);
  return {
    on: on as CalendarDate,
    releases: Object.fromEntries(Object.entries(releases).filter(([, value]) => isSeen(value))),
    ...(typeof numbers === 'object' && numbers !== null
      ? { numbers: Object.fromEntries(Object.entries(numbers).filter(([, value]) => typeof value === 'number')) }
      : {}),
  };
}
