import { addDays, type CalendarDate } from '../../domain/calendar-date';
import type { Fact } from '../../domain/evidence';
import type { DateReading } from '../../domain/note-facts';
import { outOfTwenty } from '../../domain/forecast/score';
import { type Release, wentOut } from '../../domain/release';
import { cardModel } from '../card-model';
import { monthDay, weekdayAndDay } from '../date-wording';
import type { Assessed, CardFace } from '../panel-model';
import { type Place, placeOf } from '../place';
import { PORTFOLIO_WORDING as WORDS } from './portfolio-wording';
import type { TimeScale } from './time-scale';

/** A date of a release on the axis. */
export interface TimeMark {
  readonly kind: keyof typeof WORDS.marks;
  readonly x: number;
  readonly date: CalendarDate;
  /** "Target Sun Feb 15". */
  readonly label: string;
  readonly place: Place;
  /** True for the dates that hold: they can be moved. */
  readonly isLive: boolean;
}

/** One release in time; all places in pixels from the start of the axis. */
export interface TimeRow {
  readonly id: string;
  readonly title: string;
  readonly face: CardFace;
  readonly faceWord: string;
  readonly icon: string;
  /** From the first evidence to the target; `isOpen` where there is no target. */
  readonly bar: { readonly x: number; readonly width: number; readonly isOpen: boolean; readonly isCut: boolean };
  /** From the day of half the outcomes to that of 85 %. */
  readonly bracket: { readonly x: number; readonly width: number; readonly label: string } | null;
  readonly marks: readonly TimeMark[];
  /** "14 of 20", "shipped Jan 14". */
  readonly end: string;
  /** Fewer outcomes in time than 85 %. */
  readonly isWeak: boolean;
}

/** An open bar of an undated release reaches so far ahead. */
export const UNDATED_DAYS = 60;
const STRONG = 0.85;

/** A release on the axis. */
export function rowOf({ release, assessment }: Assessed, scale: TimeScale, today: CalendarDate): TimeRow {
  const card = cardModel({ release, assessment }, today);
  const { forecast, none } = assessment.outlook.result ?? {};
  const out = wentOut(release);
  const target = release.target?.value.date ?? null;
  const until = out ?? target;
  const start = scale.x(release.started);
  const end = until === null ? scale.x(addDays(today, UNDATED_DAYS)) : scale.middle(until);
  const { p50, p85 } = forecast ?? {};
  const chance = forecast?.gate ?? null;
  return {
    id: release.id,
    title: card.title,
    face: card.face,
    faceWord: card.faceWord,
    icon: card.icon,
    bar: {
      x: Math.min(start, end),
      width: Math.max(scale.dayWidth, end - start),
      isOpen: until === null,
      isCut: release.started < scale.start,
    },
    bracket:
      p50 && p85 && p50 < scale.end
        ? {
            x: scale.middle(p50),
            width: Math.max(scale.dayWidth, scale.middle(p85) - scale.middle(p50)),
            label: WORDS.range(weekdayAndDay(p50, today), weekdayAndDay(p85, today)),
          }
        : null,
    marks: marksOf(release, scale, today),
    end:
      out !== null
        ? WORDS.shippedOn(monthDay(out, today))
        : chance !== null
          ? WORDS.outOf(outOfTwenty(chance))
          : none?.cause === 'all-done'
            ? WORDS.allDone
            : target === null
              ? WORDS.undated
              : WORDS.noForecast,
    isWeak: out === null && chance !== null && chance < STRONG,
  };
}

/** Dates of a release in the order of time; each earlier one once. */
function marksOf(release: Release, scale: TimeScale, today: CalendarDate): TimeMark[] {
  const mark = (
    kind: TimeMark['kind'],
    { value: { date }, evidence }: Fact<DateReading>,
    isLive: boolean,
  ): TimeMark => ({
    kind,
    x: scale.middle(date),
    date,
    label: WORDS.marks[kind](weekdayAndDay(date, today)),
    place: placeOf(evidence),
    isLive,
  });
  const isOut = wentOut(release) !== null;
  const ghosts = release.slips.map(({ field, from }) =>
    mark(field === 'target' ? 'earlier' : 'earlier-gate', from, false),
  );
  const live = [
    ...(release.goNoGo ? [mark('go-no-go', release.goNoGo, !isOut)] : []),
    ...(release.target ? [mark('target', release.target, !isOut)] : []),
    ...(release.shipped && isOut ? [mark('shipped', release.shipped, false)] : []),
  ];
  const isTaken = (ghost: TimeMark): boolean => live.some(({ x }) => x === ghost.x);
  const once = new Map(ghosts.filter((ghost) => !isTaken(ghost)).map((ghost) => [ghost.x, ghost]));
  return [...once.values(), ...live]
    .filter(({ date }) => date >= scale.start && date < scale.end)
    .sort((a, b) => a.x - b.x);
}
