import type { CalendarDate } from '../../domain/calendar-date';
import { outOfTwenty } from '../../domain/forecast/score';
import { cardModel } from '../card-model';
import { monthName } from '../date-wording';
import { type Assessed, type CardFace, faceOf } from '../panel-model';
import { noteName } from '../place';
import { compareByRisk } from '../release-order';
import { WORDING } from '../wording';
import { BOARD_WORDING as WORDS } from './board-wording';

/** How the board is set. */
export interface BoardChoice {
  readonly groupBy: keyof typeof WORDS.groups;
  readonly colourBy: keyof typeof WORDS.colours;
  readonly showsDone: boolean;
}

/** A release on the board. */
export interface BoardCard {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly face: CardFace;
  readonly icon: string;
  /** "Off track"; said in words, whatever the colour. */
  readonly faceWord: string;
  /** What the colour goes by: a face, or '' for none. */
  readonly colour: string;
  /** "Go/no-go 14 d", "9 of 13 done", "2 open asks", "14 of 20". */
  readonly facts: readonly string[];
}

/** Cards below one title. */
export interface BoardColumn {
  readonly key: string;
  readonly title: string;
  readonly cards: readonly BoardCard[];
}

/** What the board shows; plain data, so that two can be compared. */
export interface BoardModel {
  readonly columns: readonly BoardColumn[];
  /** "3 notes are no release", and the first of them by name and path. */
  readonly others: string;
  /** Why there is no column; '' where there is one. */
  readonly empty: string;
  readonly otherNotes: readonly { readonly path: string; readonly name: string }[];
}

const MOST_OTHERS = 20;
const LAST = '\uFFFF';
/** Verdicts from the gravest. */
const FACES: readonly CardFace[] = ['off-track', 'at-risk', 'unknown', 'on-track', 'released', 'cancelled'];

/**
 * The board over the notes of a base.
 *
 * @param paths notes in the base's order
 * @param planOf the release whose plan a note is; null for other notes
 */
export function boardModel(
  paths: readonly string[],
  planOf: (path: string) => Assessed | null,
  today: CalendarDate,
  { groupBy, colourBy, showsDone }: BoardChoice,
): BoardModel {
  const columns = new Map<string, { readonly title: string; readonly entries: { path: string; entry: Assessed }[] }>();
  const others: string[] = [];
  let done = 0;
  for (const path of paths) {
    const entry = planOf(path);
    if (!entry) {
      others.push(path);
      continue;
    }
    if (!showsDone && (entry.release.phase === 'released' || entry.release.phase === 'cancelled')) {
      done++;
      continue;
    }
    const { key, title } = columnOf(entry, groupBy);
    const column = columns.get(key) ?? { title, entries: [] };
    column.entries.push({ path, entry });
    columns.set(key, column);
  }
  return {
    columns: [...columns]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { title, entries }]) => ({
        key,
        title,
        cards: entries
          .sort((a, b) => compareByRisk(a.entry, b.entry))
          .map(({ path, entry }) => cardOf(path, entry, today, colourBy)),
      })),
    empty: columns.size > 0 ? '' : done > 0 ? WORDS.onlyDone(done) : WORDS.empty,
    others: others.length === 0 ? '' : WORDS.noRelease(others.length),
    otherNotes: others.slice(0, MOST_OTHERS).map((path) => ({ path, name: noteName(path) })),
  };
}

function columnOf(entry: Assessed, by: BoardChoice['groupBy']): { readonly key: string; readonly title: string } {
  const { release } = entry;
  if (by === 'level') {
    const face = faceOf(entry);
    return { key: String(FACES.indexOf(face)), title: WORDING.faces[face] };
  }
  if (by === 'month') {
    const date = release.target?.value.date;
    return date ? { key: date.slice(0, 7), title: monthName(date) } : { key: LAST, title: WORDS.noDate };
  }
  const owners = release.owner?.value.join(', ') ?? '';
  return owners === '' ? { key: LAST, title: WORDS.noOwner } : { key: owners.toLowerCase(), title: owners };
}

const GOOD = 17;
const FAIR = 10;

function cardOf(path: string, entry: Assessed, today: CalendarDate, colourBy: BoardChoice['colourBy']): BoardCard {
  const { release, assessment } = entry;
  const card = cardModel(entry, today);
  const chance = assessment.outlook.result?.forecast?.gate ?? null;
  const asks = assessment.followUps.filter(({ state, direction }) => state === 'open' && direction !== 'we-owe').length;
  const twentieths = chance === null ? null : outOfTwenty(chance);
  const ofChance =
    twentieths === null ? '' : twentieths >= GOOD ? 'on-track' : twentieths >= FAIR ? 'at-risk' : 'off-track';
  return {
    id: release.id,
    path,
    title: card.title,
    face: card.face,
    icon: card.icon,
    faceWord: card.faceWord,
    colour: colourBy === 'level' ? card.face : colourBy === 'chance' ? ofChance : '',
    facts: [
      card.next ? `${card.next.label} ${card.next.distance}` : '',
      card.progress?.label ?? '',
      asks > 0 ? WORDS.asks(asks) : '',
      twentieths === null ? '' : WORDS.chance(twentieths),
    ].filter(Boolean),
  };
}
