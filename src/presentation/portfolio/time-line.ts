import { wentOut } from '../../domain/release';
import type { BusinessCalendar } from '../../domain/business-calendar';
import { addDays, type CalendarDate } from '../../domain/calendar-date';
import { lazily } from '../../domain/lazily';
import type { Collision } from '../../domain/portfolio/collisions';
import { monthDay } from '../date-wording';
import { type Assessed, groupReleases, type PanelGrouping } from '../panel-model';
import { PORTFOLIO_WORDING as WORDS } from './portfolio-wording';
import { rowOf, type TimeRow, UNDATED_DAYS } from './time-rows';
import { onTimeLine } from './time-table';
import { type AxisBand, spansOf, type TimeScale, timeScale, type Zoom } from './time-scale';

/** A release's place in the list; what its row shows is worked out when it is drawn. */
export interface TimeSlot {
  readonly kind: 'release';
  readonly key: string;
  readonly id: string;
  readonly row: () => TimeRow;
}

/** The title of a group of rows. */
export interface TimeGroup {
  readonly kind: 'group';
  readonly key: string;
  readonly title: string;
  readonly count: number;
}

/** A party that two or more rows need at nearly the same time. */
export interface TimeThread {
  readonly key: string;
  readonly x: number;
  /** Numbers of the first and last row. */
  readonly from: number;
  readonly to: number;
  /** "Marketing ×2". */
  readonly text: string;
  /** "Marketing twice within 5 working days". */
  readonly title: string;
  readonly collision: Collision;
}

/** The time line, worked out for a zoom. */
export interface TimeLine {
  readonly scale: TimeScale;
  readonly rows: readonly (TimeSlot | TimeGroup)[];
  readonly todayX: number;
  readonly bands: readonly (AxisBand & { readonly kind: 'freeze' | 'holiday' })[];
  readonly threads: readonly TimeThread[];
}

/** What a person chose to see. */
export interface TimeLineChoice {
  readonly zoom: Zoom;
  readonly grouping: PanelGrouping;
  readonly hasWeekends: boolean;
}

/** Nothing older than so many days is on the axis, and nothing further ahead. */
const PAST_DAYS = 365;
const FUTURE_DAYS = 540;
const MARGIN_DAYS = 21;
const MOST_THREADS = 12;

/** Rows, axis, bands and threads. */
export function timeLine(
  entries: readonly Assessed[],
  collisions: readonly Collision[],
  at: { readonly today: CalendarDate; readonly calendar: BusinessCalendar },
  { zoom, grouping, hasWeekends }: TimeLineChoice,
): TimeLine {
  const { today, calendar } = at;
  const shown = onTimeLine(entries, today);
  const scale = timeScale(...rangeOf(shown, today), { zoom, hasWeekends, calendar });
  const rows = groupReleases(shown, grouping).flatMap(({ title, entries: list }): (TimeSlot | TimeGroup)[] => [
    ...(title === '' ? [] : [{ kind: 'group' as const, key: `group ${title}`, title, count: list.length }]),
    ...list.map((entry) => ({
      kind: 'release' as const,
      key: `${title} ${entry.release.id}`,
      id: entry.release.id,
      row: lazily(() => rowOf(entry, scale, today)),
    })),
  ]);
  const bandsOf = (days: readonly CalendarDate[], kind: 'freeze' | 'holiday'): TimeLine['bands'][number][] =>
    spansOf(days.filter((day) => day >= scale.start && day < scale.end)).map(({ from, to }) => ({
      kind,
      x: scale.x(from),
      width: scale.x(addDays(to, 1)) - scale.x(from),
      text: `${WORDS[kind]} ${monthDay(from)}${from === to ? '' : `–${monthDay(to)}`}`,
    }));
  return {
    scale,
    rows,
    todayX: scale.middle(today),
    bands: [...bandsOf(calendar.freezes, 'freeze'), ...bandsOf(calendar.holidays, 'holiday')],
    threads: threadsOf(collisions, rows, scale),
  };
}

function rangeOf(entries: readonly Assessed[], today: CalendarDate): [CalendarDate, CalendarDate] {
  const days = entries.flatMap(({ release, assessment }) =>
    [
      release.target?.value.date,
      release.goNoGo?.value.date,
      wentOut(release),
      assessment.outlook.result?.forecast?.p85,
      ...release.slips.map(({ from }) => from.value.date),
    ].filter((day): day is CalendarDate => typeof day === 'string'),
  );
  const [earliest, latest] = [addDays(today, -PAST_DAYS), addDays(today, FUTURE_DAYS)];
  const inRange = days.filter((day) => day >= earliest && day <= latest).sort();
  const first = inRange[0] !== undefined && inRange[0] < today ? inRange[0] : today;
  const last = inRange[inRange.length - 1];
  return [
    addDays(first, -MARGIN_DAYS),
    addDays(last !== undefined && last > today ? last : addDays(today, UNDATED_DAYS), MARGIN_DAYS),
  ];
}

function threadsOf(
  collisions: readonly Collision[],
  rows: readonly (TimeSlot | TimeGroup)[],
  scale: TimeScale,
): TimeThread[] {
  const numbers = new Map<string, number>();
  rows.forEach((row, at) => {
    if (row.kind === 'release' && !numbers.has(row.id)) numbers.set(row.id, at);
  });
  return collisions.slice(0, MOST_THREADS).flatMap((collision): TimeThread[] => {
    const at = collision.asks.flatMap(({ release }) => numbers.get(release) ?? []);
    const last = collision.asks[collision.asks.length - 1];
    const releases = new Set(collision.asks.map(({ release }) => release)).size;
    return at.length < 2 || !last
      ? []
      : [
          {
            key: `${collision.party} ${last.due}`,
            x: scale.middle(last.due),
            from: Math.min(...at),
            to: Math.max(...at),
            text: WORDS.threadShort(collision.party, releases),
            title: WORDS.thread(collision.party, releases, collision.within),
            collision,
          },
        ];
  });
}
