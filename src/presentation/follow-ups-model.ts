import { daysBetween, type CalendarDate } from '../domain/calendar-date';
import type { FollowUp } from '../domain/follow-up';
import { partyKey } from '../domain/party';
import { dueShort, fromToday, monthDay } from './date-wording';
import { type Place, placeOf } from './place';
import { FOLLOW_UP_WORDING } from './follow-ups-wording';
import { WORDING } from './wording';

/** A follow-up with the release that it belongs to; null for one of no release. */
export interface FollowUpEntry {
  readonly followUp: FollowUp;
  readonly release: string | null;
  /** The same words and person in older notes of a series, newest first; left out where there are none. */
  readonly repeats?: readonly FollowUp[];
}

/** How follow-ups are put together. */
export type FollowUpGrouping = 'time' | 'party' | 'direction';

/** A line of the view, with what the buttons need. */
export interface FollowUpLine {
  readonly key: string;
  readonly who: string;
  readonly what: string;
  readonly release: string | null;
  readonly direction: string;
  /** The same as a sentence. */
  readonly sentence: FollowUpSentence;
  readonly unclear: boolean;
  readonly due: string;
  /** The same where there is little room: "4 d late", "tomorrow", "Feb 3"; '' without a date. */
  readonly when: string;
  readonly overdue: boolean;
  readonly explanation: string;
  readonly nudged: string | null;
  readonly snoozed: string | null;
  /** "9 notes, first Nov 4"; null where it stands in one note. */
  readonly repeated: string | null;
  readonly place: Place;
  /** False for a table row: nothing can be written on it. */
  readonly writable: boolean;
  readonly followUp: FollowUp;
  readonly repeats: readonly FollowUp[];
}

/** "We owe Legal" and "cookie text": who stands in it, in front of what. */
export interface FollowUpSentence {
  readonly lead: string;
  readonly rest: string;
}

/** Lines under one heading; `count` is how many there are, of which the first are drawn. */
export interface FollowUpGroup {
  readonly title: string;
  readonly count: number;
  readonly lines: readonly FollowUpLine[];
}

/** What the view shows. */
export interface FollowUpsModel {
  readonly groups: readonly FollowUpGroup[];
  readonly open: number;
  readonly snoozed: number;
}

const SOON_DAYS = 3;
type Bucket = keyof typeof FOLLOW_UP_WORDING.buckets;
const BUCKETS: readonly Bucket[] = ['overdue', 'today', 'soon', 'later', 'undated'];
const DIRECTIONS = ['they-owe', 'we-owe', 'unclear'] as const;

/** Open follow-ups in groups; those that rest until a later day are left out, unless they are asked for. */
export function followUpsModel(
  entries: readonly FollowUpEntry[],
  today: CalendarDate,
  grouping: FollowUpGrouping,
  filter: { readonly text: string; readonly withSnoozed: boolean; readonly limit?: number },
): FollowUpsModel {
  const open = entries.filter(({ followUp }) => followUp.state === 'open');
  const resting = open.filter(({ followUp }) => isSnoozed(followUp, today));
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = (filter.withSnoozed ? open : open.filter(({ followUp }) => !isSnoozed(followUp, today))).filter(
    ({ followUp, release }) => {
      if (words.length === 0) return true;
      const text = `${followUp.who ?? ''} ${followUp.what} ${followUp.title} ${release ?? ''}`.toLowerCase();
      return words.every((word) => text.includes(word));
    },
  );
  const sorted = shown.sort((a, b) => byDue(a.followUp, b.followUp));
  let left = filter.limit ?? Infinity;
  const groups = groupsOf(sorted, today, grouping).map(({ title, entries: own }) => {
    // Thousands may wait; lines are made for those that are drawn.
    const lines = own.slice(0, Math.max(0, left)).map((entry, index) => followUpLine(entry, today, index));
    left -= own.length;
    return { title, count: own.length, lines };
  });
  return {
    groups: groups.filter(({ lines }) => lines.length > 0),
    open: open.length - resting.length,
    snoozed: resting.length,
  };
}

interface Grouped {
  readonly title: string;
  readonly entries: readonly FollowUpEntry[];
}

function groupsOf(entries: readonly FollowUpEntry[], today: CalendarDate, grouping: FollowUpGrouping): Grouped[] {
  if (grouping === 'time')
    return named(
      BUCKETS,
      (bucket) => FOLLOW_UP_WORDING.buckets[bucket],
      entries,
      ({ followUp }) => bucketOf(followUp, today),
    );
  if (grouping === 'direction')
    return named(
      DIRECTIONS,
      (direction) => FOLLOW_UP_WORDING.directionGroups[direction],
      entries,
      ({ followUp }) => followUp.direction,
    );
  const keyOf = ({ followUp }: FollowUpEntry): string => (followUp.who === null ? '' : partyKey(followUp.who));
  const names = new Map(entries.map((entry) => [keyOf(entry), entry.followUp.who ?? FOLLOW_UP_WORDING.nobody]));
  const keys = [...names.keys()].sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b));
  return named(keys, (key) => names.get(key) ?? '', entries, keyOf);
}

function named<Key extends string>(
  keys: readonly Key[],
  title: (key: Key) => string,
  entries: readonly FollowUpEntry[],
  keyOf: (entry: FollowUpEntry) => string,
): Grouped[] {
  const byKey = new Map<string, FollowUpEntry[]>();
  for (const entry of entries) {
    const list = byKey.get(keyOf(entry));
    if (list) list.push(entry);
    else byKey.set(keyOf(entry), [entry]);
  }
  return keys.flatMap((key) => (byKey.has(key) ? [{ title: title(key), entries: byKey.get(key) ?? [] }] : []));
}

function bucketOf({ due }: FollowUp, today: CalendarDate): Bucket {
  if (due === null) return 'undated';
  const days = daysBetween(today, due);
  return days < 0 ? 'overdue' : days === 0 ? 'today' : days <= SOON_DAYS ? 'soon' : 'later';
}

/** True while a follow-up rests: until the day that was noted on its line. */
export function isSnoozed({ note }: FollowUp, today: CalendarDate): boolean {
  return note !== null && note.snoozed !== null && note.snoozed > today;
}

/** True for what is open and does not rest. */
export function isWaiting(followUp: FollowUp, today: CalendarDate): boolean {
  return followUp.state === 'open' && !isSnoozed(followUp, today);
}

/** The earliest first; what has no day comes last. */
export function byDue(a: Pick<FollowUp, 'due'>, b: Pick<FollowUp, 'due'>): number {
  const [first, second] = [a.due ?? '9999', b.due ?? '9999'];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** True for what is due today, or was. */
export function isDue({ due }: FollowUp, today: CalendarDate): boolean {
  return due !== null && due <= today;
}

/** One follow-up as the lists show it. */
export function followUpLine(
  { followUp, release, repeats = [] }: FollowUpEntry,
  today: CalendarDate,
  index: number,
): FollowUpLine {
  const [first] = followUp.evidence;
  return {
    key: `${first?.path ?? ''}:${first?.line ?? 0}:${index}`,
    who: followUp.who ?? FOLLOW_UP_WORDING.nobody,
    what: withoutName(followUp.what, followUp.who),
    release,
    direction: WORDING.directions[followUp.direction],
    sentence: sentenceOf(followUp),
    unclear: followUp.direction === 'unclear' && followUp.mark !== '|',
    due: followUp.due === null ? WORDING.noDate : `${monthDay(followUp.due, today)}, ${fromToday(followUp.due, today)}`,
    when: followUp.due === null ? '' : dueShort(followUp.due, today),
    overdue: followUp.due !== null && followUp.due < today,
    explanation: explainDue(followUp, today),
    nudged: followUp.note?.nudged ? FOLLOW_UP_WORDING.nudged(fromToday(followUp.note.nudged, today)) : null,
    snoozed:
      isSnoozed(followUp, today) && followUp.note?.snoozed
        ? FOLLOW_UP_WORDING.snoozedUntil(monthDay(followUp.note.snoozed, today))
        : null,
    place: placeOf(first ?? { path: '', line: 1 }),
    repeated: repeats.length === 0 ? null : repeatedIn(repeats, today),
    writable: followUp.mark !== '|',
    followUp,
    repeats,
  };
}

function repeatedIn(repeats: readonly FollowUp[], today: CalendarDate): string {
  const first = repeats[repeats.length - 1]?.evidence[0]?.asOf ?? null;
  return FOLLOW_UP_WORDING.repeated(repeats.length + 1, first === null ? '' : monthDay(first, today));
}

/** A follow-up as a person would say it: "We owe Legal: cookie text", "Hosting: load-test hardware". */
export function sentenceOf({ who, what, direction }: Pick<FollowUp, 'who' | 'what' | 'direction'>): FollowUpSentence {
  const rest = withoutName(what, who);
  if (who === null) return { lead: FOLLOW_UP_WORDING.nobody, rest };
  return { lead: FOLLOW_UP_WORDING.leads[direction](who), rest };
}

/** The name stands above already: "Helen Zhou books the room" is "books the room" there. */
export function withoutName(what: string, who: string | null): string {
  const bare =
    who !== null && what.toLowerCase().startsWith(who.toLowerCase())
      ? what.slice(who.length).replace(/^\s*[:,–—-]?\s+(?:to\s+)?/, '')
      : what;
  return bare.trim() === '' ? what : bare;
}

/** "3 business days before Feb 15", "the last working day before Feb 13"; empty for a written date. */
export function explainDue({ basis }: FollowUp, today: CalendarDate): string {
  if (!basis?.event) return '';
  const event = monthDay(basis.event, today);
  return basis.lead
    ? WORDING.noticeBefore(basis.lead.amount, basis.lead.unit === 'business', event)
    : WORDING.before(event);
}
