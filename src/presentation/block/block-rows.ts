import { addDays, type CalendarDate } from '../../domain/calendar-date';
import { asWords } from '../../domain/inert-text';
import { isSameParty } from '../../domain/party';
import type { ProcessEntry } from '../../domain/process';
import { titleOf } from '../../domain/release';
import { isNamed } from '../../domain/release-named';
import { calendarEntries } from '../calendar/calendar-dates';
import { cardModel, reasonRow } from '../card-model';
import { fromToday, monthDay, weekdayAndDay } from '../date-wording';
import { type FollowUpEntry, followUpLine, isWaiting } from '../follow-ups-model';
import { type Assessed, faceOf } from '../panel-model';
import { type Place, placeOf } from '../place';
import { compareByRisk } from '../release-order';
import type { BlockRequest } from './block-request';
import { BLOCK_WORDING as WORDS } from './block-wording';

/** One row of a block. */
export interface BlockRow {
  readonly key: string;
  readonly icon: string;
  /** Colours the icon; the words say the same. */
  readonly face: string;
  readonly text: string;
  readonly facts: readonly string[];
  /** The line that says so; a release's row opens its view instead. */
  readonly place: Place | null;
  readonly release: string | null;
}

/** Everything that a block may ask about. */
export interface BlockSource {
  readonly releases: readonly Assessed[];
  readonly followUps: readonly FollowUpEntry[];
  readonly processes: readonly ProcessEntry[];
  readonly today: CalendarDate;
}

/** Releases that a request is about. */
export function chosenReleases<T extends Assessed>(
  releases: readonly T[],
  request: BlockRequest,
  today: CalendarDate,
): T[] {
  const { release: name, level, party, within } = request;
  const end = within === null ? null : addDays(today, within);
  return [...releases].sort(compareByRisk).filter((entry) => {
    const { release, assessment } = entry;
    return (
      (name === '' || isNamed(release, name)) &&
      (level === null ? release.phase !== 'cancelled' : faceOf(entry) === level) &&
      (party === '' ||
        assessment.followUps.some(({ who, state }) => state === 'open' && who !== null && isSameParty(who, party))) &&
      (end === null || (assessment.gate !== null && assessment.gate >= today && assessment.gate <= end))
    );
  });
}

/** The rows of a request that is a list. */
export function blockRows(request: BlockRequest, source: BlockSource): BlockRow[] {
  const { today } = source;
  const releases = chosenReleases(source.releases, { ...request, party: '', within: null }, today);
  switch (request.show) {
    case 'follow-ups':
      return followUpRows(request, source, new Set(releases.map(({ release }) => titleOf(release))));
    case 'findings':
      return releases.flatMap((entry) => findingRows(entry, today));
    case 'dates':
      return dateRows(request, releases, source);
    case 'processes':
      return source.processes.map(({ path, name, owner, reviewOn }) => ({
        key: path,
        icon: 'list-checks',
        face: '',
        text: name,
        facts: [owner ?? '', reviewOn === null ? '' : monthDay(reviewOn, today)].filter(Boolean),
        place: { path, line: 1, label: path },
        release: null,
      }));
    default:
      return chosenReleases(source.releases, request, today).map((entry) => releaseRow(entry, today));
  }
}

function releaseRow(entry: Assessed, today: CalendarDate): BlockRow {
  const card = cardModel(entry, today);
  return {
    key: card.id,
    icon: card.icon,
    face: card.face,
    text: card.title,
    facts: [card.faceWord, card.next ? `${card.next.label} ${card.next.distance}` : '', card.summary].filter(Boolean),
    place: null,
    release: card.id,
  };
}

function followUpRows(
  request: BlockRequest,
  { followUps, today }: BlockSource,
  titles: ReadonlySet<string>,
): BlockRow[] {
  const end = request.within === null ? null : addDays(today, request.within);
  return followUps
    .filter(
      ({ followUp: { who, due }, release }) =>
        (request.party === '' || (who !== null && isSameParty(who, request.party))) &&
        (request.release === '' && request.level === null ? true : release !== null && titles.has(release)) &&
        (end === null || (due !== null && due <= end)),
    )
    .filter(({ followUp }) => isWaiting(followUp, today))
    .sort((a, b) => ((a.followUp.due ?? '9') < (b.followUp.due ?? '9') ? -1 : 1))
    .map((entry, index) => {
      const line = followUpLine(entry, today, index);
      return {
        key: line.key,
        icon: line.overdue ? 'circle-alert' : 'circle',
        face: line.overdue ? 'off-track' : '',
        text: line.who === line.what ? line.what : `${line.who}: ${line.what}`,
        facts: [line.due, line.release ?? ''].filter(Boolean),
        place: line.place,
        release: null,
      };
    });
}

function findingRows(entry: Assessed, today: CalendarDate): BlockRow[] {
  const title = titleOf(entry.release);
  return entry.assessment.reasons.map((reason) => {
    const { key, severity, text, clears, places } = reasonRow(reason, today);
    return {
      key: `${entry.release.id} ${key}`,
      icon: severity === 'red' ? 'circle-x' : severity === 'amber' ? 'triangle-alert' : 'info',
      face: severity === 'red' ? 'off-track' : severity === 'amber' ? 'at-risk' : '',
      text,
      facts: [title, clears],
      place: places[0] ?? null,
      release: null,
    };
  });
}

function dateRows(request: BlockRequest, releases: readonly Assessed[], { processes, today }: BlockSource): BlockRow[] {
  const end = request.within === null ? null : addDays(today, request.within);
  const isAll = request.release === '' && request.level === null;
  return calendarEntries(releases, isAll ? processes : [])
    .filter(({ on }) => on >= today && (end === null || on <= end))
    .map(({ uid, on, summary, at }) => ({
      key: uid,
      icon: 'calendar',
      face: '',
      text: summary,
      facts: [weekdayAndDay(on, today), fromToday(on, today)],
      place: placeOf(at),
      release: null,
    }));
}

/** Rows as Markdown that stands without the plugin; words of notes become text, places links. */
export function rowsAsText(
  rows: readonly BlockRow[],
  today: CalendarDate,
  pathOf: (release: string) => string | null,
): string {
  const lines = rows.map(({ text, facts, place, release }) => {
    const path = place?.path ?? (release === null ? null : pathOf(release));
    const words = [`**${asWords(text)}**`, ...facts.map(asWords)].join(' · ');
    // A path with a sign that means something in a link would lead elsewhere.
    return path === null || /[#^|[\]]/.test(path) ? `- ${words}` : `- ${words} ([[${path.replace(/\.md$/, '')}]])`;
  });
  return [...lines, '', `*${WORDS.asOf(weekdayAndDay(today))}*`].join('\n');
}
