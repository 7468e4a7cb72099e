import { Menu } from 'obsidian';
import type { JSX } from 'preact';
import type { AssessedRelease } from '../../index/portfolio';
import { ACT_WORDING } from '../../presentation/act-wording';
import { PORTFOLIO_WORDING as WORDS } from '../../presentation/portfolio/portfolio-wording';
import type { TimeGroup, TimeThread } from '../../presentation/portfolio/time-line';
import type { TimeMark, TimeRow } from '../../presentation/portfolio/time-rows';
import { Icon } from '../panel/icon';
import type { PanelActions } from '../panel/panel-actions';
import { entriesOf, showMenu } from '../panel/show-menu';
import { asksMenu } from './asks-menu';

interface RowProps {
  readonly row: TimeRow;
  readonly number: number;
  /** Where the keyboard is in it; null in other rows. */
  readonly spot: number | null;
  readonly entry: AssessedRelease | undefined;
  readonly actions: PanelActions;
}

/** The title of a group. */
export function GroupRow({ group, number }: { readonly group: TimeGroup; readonly number: number }): JSX.Element {
  return (
    <div
      class="shipshape-time-row shipshape-time-group"
      role="row"
      aria-rowindex={number + 1}
      style={{ '--shipshape-row': `${number}` }}
    >
      <div role="rowheader" class="shipshape-time-name" dir="auto">
        {group.title}
        <span class="shipshape-count">{group.count}</span>
      </div>
    </div>
  );
}

/** A release: its name, its way, and how likely it is in time. */
export function Row({ row, number, spot, entry, actions }: RowProps): JSX.Element {
  return (
    <div
      class={`shipshape-time-row is-${row.face}`}
      role="row"
      aria-rowindex={number + 1}
      style={{ '--shipshape-row': `${number}` }}
    >
      <div role="rowheader" class="shipshape-time-name">
        <button
          type="button"
          class="shipshape-place"
          data-spot={spot === 0}
          tabIndex={spot === 0 ? 0 : -1}
          title={`${row.title}: ${row.faceWord}`}
          onClick={() => entry && actions.acts.openView(entry)}
        >
          <Icon name={row.icon} />
          <span class="shipshape-text" dir="auto">
            {row.title}
          </span>
          <span class="shipshape-hidden">{`, ${row.faceWord}`}</span>
        </button>
      </div>
      <Track row={row} spot={spot} entry={entry} actions={actions} />
      <div role="gridcell" class={`shipshape-time-end${row.isWeak ? ' is-weak' : ''}`}>
        <bdi>{row.end}</bdi>
      </div>
    </div>
  );
}

/** The way of a release from its first note to its target, with its dates. */
function Track({ row, spot, entry, actions }: Omit<RowProps, 'number'>): JSX.Element {
  return (
    <div role="gridcell" class="shipshape-time-track">
      <span
        class={`shipshape-time-bar${row.bar.isOpen ? ' is-open' : ''}`}
        style={{ insetInlineStart: `${row.bar.x}px`, width: `${row.bar.width}px` }}
      />
      {row.bracket && (
        <span
          class="shipshape-time-bracket"
          title={row.bracket.label}
          style={{ insetInlineStart: `${row.bracket.x}px`, width: `${row.bracket.width}px` }}
        />
      )}
      {row.marks.map((mark, at) => (
        <Mark
          key={`${mark.kind} ${mark.date}`}
          mark={mark}
          title={row.title}
          isSpot={spot === at + 1}
          entry={entry}
          actions={actions}
        />
      ))}
    </div>
  );
}

/** A date: an earlier one opens its line; one that holds offers to be moved, too. */
function Mark({
  mark,
  title,
  isSpot,
  entry,
  actions,
}: {
  readonly mark: TimeMark;
  readonly title: string;
  readonly isSpot: boolean;
  readonly entry: AssessedRelease | undefined;
  readonly actions: PanelActions;
}): JSX.Element {
  const { kind, x, label, place, isLive } = mark;
  const press = (event: MouseEvent): void => {
    if (!isLive || !entry) {
      actions.open(place, event);
      return;
    }
    const act = kind === 'target' ? 'move-target' : 'move-gate';
    const menu = new Menu();
    const add = entriesOf(menu);
    add(WORDS.openLine(label), 'file-text', (click) => actions.open(place, click));
    add(ACT_WORDING.acts[act], 'calendar-clock', () => actions.acts.run(act, entry, null));
    showMenu(menu, event);
  };
  return (
    <button
      type="button"
      class={`shipshape-time-mark is-${kind}`}
      data-spot={isSpot}
      tabIndex={isSpot ? 0 : -1}
      style={{ insetInlineStart: `${x}px` }}
      title={`${label}\n${place.label}`}
      aria-label={`${title}: ${label}`}
      aria-haspopup={isLive ? 'menu' : undefined}
      onClick={press}
      onMouseOver={(event) => actions.preview(place, event, event.currentTarget)}
    />
  );
}

/** What several rows need of one party at nearly the same time; a press lists the asks. */
export function Thread({
  thread,
  actions,
}: {
  readonly thread: TimeThread;
  readonly actions: PanelActions;
}): JSX.Element {
  const { x, from, to, text, title, collision } = thread;
  return (
    <div
      class="shipshape-time-thread"
      role="presentation"
      style={{ '--shipshape-x': `${x}px`, '--shipshape-row': `${from}`, '--shipshape-span': `${to - from}` }}
    >
      <button
        type="button"
        class="shipshape-place"
        aria-haspopup="menu"
        title={title}
        onClick={(event) => asksMenu(collision.asks, actions, event)}
      >
        {text}
      </button>
    </div>
  );
}
