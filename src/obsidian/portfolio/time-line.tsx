import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AssessedRelease } from '../../index/portfolio';
import { PORTFOLIO_WORDING as WORDS } from '../../presentation/portfolio/portfolio-wording';
import type { TimeLine } from '../../presentation/portfolio/time-line';
import type { PanelActions } from '../panel/panel-actions';
import { GroupRow, Row, Thread } from './time-row';
import { TimeAxis, TimeGround } from './time-axis';

/** Height of a row, in pixels; the style sheet has the same. */
export const ROW_HEIGHT = 30;
/** Rows drawn above and below those in sight. */
const SPARE_ROWS = 4;
/** Never more rows than this are in the document. */
const MOST_ROWS = 56;
const FIRST_HEIGHT = 900;
/** Where today stands at first: a third of the way. */
const TODAY_SHARE = 0.3;

interface TimeLineProps {
  readonly model: TimeLine;
  readonly entries: ReadonlyMap<string, AssessedRelease>;
  readonly today: string;
  readonly actions: PanelActions;
}

/** Which rows are in sight. */
interface Sight {
  readonly top: number;
  readonly height: number;
}

/** Where the keyboard is: the row, and in it the name (0) or a date. */
interface Spot {
  readonly row: number;
  readonly mark: number;
}

/** Releases in time, of which only those in sight are drawn. Arrow keys go from row to row and along its dates. */
export function TimeLineGrid({ model, entries, today, actions }: TimeLineProps): JSX.Element {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState<Sight>({ top: 0, height: FIRST_HEIGHT });
  useSight(scroller, setSight);
  useTodayInSight(scroller, model);
  const { rows, scale } = model;
  const first = Math.max(0, Math.floor(sight.top / ROW_HEIGHT) - SPARE_ROWS);
  const count = Math.min(MOST_ROWS, Math.ceil(sight.height / ROW_HEIGHT) + 2 * SPARE_ROWS);
  const { here, move, focused } = useSpot(scroller, model, { first, count }, setSight);
  return (
    <div class="shipshape-time" ref={scroller} onScroll={(event) => setSight(sightOf(event.currentTarget))}>
      <div
        class="shipshape-time-sheet"
        style={{ '--shipshape-axis': `${scale.width}px`, '--shipshape-rows': `${rows.length}` }}
      >
        <TimeAxis model={model} today={today} />
        <TimeGround model={model} />
        <div role="grid" aria-label={WORDS.timeLine} aria-rowcount={rows.length} onKeyDown={move} onFocusIn={focused}>
          {rows
            .slice(first, first + count)
            .map((row, at) =>
              row.kind === 'group' ? (
                <GroupRow key={row.key} group={row} number={first + at} />
              ) : (
                <Row
                  key={row.key}
                  row={row.row()}
                  number={first + at}
                  spot={here.row === first + at ? here.mark : null}
                  entry={entries.get(row.id)}
                  actions={actions}
                />
              ),
            )}
        </div>
        {model.threads.map((thread) => (
          <Thread key={thread.key} thread={thread} actions={actions} />
        ))}
      </div>
    </div>
  );
}

/** Where the keyboard is, and what moves it. */
function useSpot(
  scroller: RefObject<HTMLElement | null>,
  model: TimeLine,
  { first, count }: { readonly first: number; readonly count: number },
  look: (sight: Sight) => void,
): {
  readonly here: Spot;
  readonly move: (event: KeyboardEvent) => void;
  readonly focused: (event: FocusEvent) => void;
} {
  const [spot, setSpot] = useState<Spot>({ row: 0, mark: 0 });
  const wantsFocus = useRef(false);
  const here = standing(spot, model, first, count);
  // Keys may come faster than it is drawn.
  const latest = useRef(here);
  latest.current = here;
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[data-spot="true"]')?.focus();
  });
  return {
    here,
    focused: ({ target }) => setSpot(spotOf(target, latest.current)),
    move: (event) => {
      const box = scroller.current;
      const next = spotAfter(event.key, latest.current, model, isRightToLeft(box));
      if (box === null || next === null || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      latest.current = next;
      wantsFocus.current = true;
      setSpot(next);
      keepInSight(box, next.row, box.clientHeight);
      // Its row has to be drawn with it.
      look(sightOf(box));
    },
  };
}

function keepInSight(box: HTMLElement, row: number, height: number): void {
  const [top, bottom] = [row * ROW_HEIGHT, (row + 2) * ROW_HEIGHT];
  if (top < box.scrollTop) box.scrollTop = top;
  else if (bottom > box.scrollTop + height) box.scrollTop = bottom - height;
}

function sightOf({ scrollTop, clientHeight }: HTMLElement): Sight {
  return { top: scrollTop, height: clientHeight };
}

function useSight(box: { readonly current: HTMLElement | null }, set: (sight: Sight) => void): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => set(sightOf(element));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
}

/** Today is in sight at first, and again when the axis changes. */
function useTodayInSight(box: { readonly current: HTMLElement | null }, { todayX, scale }: TimeLine): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const left = Math.max(0, todayX - element.clientWidth * TODAY_SHARE);
    // From right to left the place of a scroller counts below zero.
    element.scrollLeft = isRightToLeft(element) ? -left : left;
  }, [scale.dayWidth, scale.start, scale.weekends.length]);
}

function isRightToLeft(element: HTMLElement | null): boolean {
  return element !== null && getComputedStyle(element).direction === 'rtl';
}

/** Where the keyboard is among what is drawn: rows come and go, and dates with them. */
function standing({ row, mark }: Spot, { rows }: TimeLine, first: number, count: number): Spot {
  const isDrawn = row >= first && row < first + count;
  const at =
    isDrawn && rows[row]?.kind === 'release' ? row : rows.findIndex(({ kind }, i) => i >= first && kind === 'release');
  const slot = rows[at];
  return slot?.kind === 'release'
    ? { row: at, mark: at === row ? Math.min(mark, slot.row().marks.length) : 0 }
    : { row, mark };
}

/** The spot of what got the focus, by a press or by the tab key. */
function spotOf(target: EventTarget | null, before: Spot): Spot {
  const stop = target instanceof Element ? target.closest('[data-spot]') : null;
  const row = stop?.closest('[aria-rowindex]');
  if (!stop || !row) return before;
  const spot = {
    row: Number(row.getAttribute('aria-rowindex')) - 1,
    mark: Array.from(row.querySelectorAll('[data-spot]')).indexOf(stop),
  };
  return spot.row === before.row && spot.mark === before.mark ? before : spot;
}

/** Where a key leads; null for other keys. */
function spotAfter(key: string, { row, mark }: Spot, { rows }: TimeLine, isMirrored: boolean): Spot | null {
  const here = rows[row];
  const marks = here?.kind === 'release' ? here.row().marks.length : 0;
  const [back, on] = isMirrored ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  const step = (by: 1 | -1): Spot | null => {
    for (let at = row + by; at >= 0 && at < rows.length; at += by)
      if (rows[at]?.kind === 'release') return { row: at, mark: 0 };
    return null;
  };
  if (key === 'ArrowDown') return step(1);
  if (key === 'ArrowUp') return step(-1);
  if (key === on) return mark < marks ? { row, mark: mark + 1 } : null;
  if (key === back) return mark > 0 ? { row, mark: mark - 1 } : null;
  if (key === 'Home') return { row: rows[0]?.kind === 'release' ? 0 : 1, mark: 0 };
  return key === 'End' ? { row: rows.length - 1, mark: 0 } : null;
}
