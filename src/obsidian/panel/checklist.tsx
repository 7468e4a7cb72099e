import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ItemRow, ItemSection } from '../../presentation/item-rows';
import { WORDING } from '../../presentation/wording';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';
import { useUniqueId } from './unique-id';

/** The items of one section, each with its box; its title is left out where it is the only one. */
export function Checklist({
  section,
  actions,
  single,
}: {
  readonly section: ItemSection;
  readonly actions: PanelActions;
  readonly single: boolean;
}): JSX.Element {
  return (
    <>
      {!single && (
        <div class="shipshape-subsection">
          {section.title}
          <span class="shipshape-count">{`${section.done}/${section.total}`}</span>
        </div>
      )}
      <ul class="shipshape-rows">
        {section.rows.map((row) => (
          <ChecklistLine key={row.key} row={row} actions={actions} />
        ))}
      </ul>
    </>
  );
}

/** Marks that a tick replaced, so that ticking back restores them. */
const replacedMarks = new Map<string, string>();

function lineClass({ depth, cancelled }: ItemRow, done: boolean, pending: boolean): string {
  return [
    `shipshape-item is-depth-${depth}`,
    done ? 'is-done' : '',
    cancelled ? 'is-cancelled' : '',
    pending ? 'is-pending' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The box of what another system says: it is ticked there, and pressing it opens it there. */
function OutsideBox({
  row,
  outside: { label, url, source },
}: {
  readonly row: ItemRow;
  readonly outside: NonNullable<ItemRow['outside']>;
}): JSX.Element {
  const isDone = row.done || row.cancelled;
  const sign = <Icon name={isDone ? 'circle-check' : 'circle'} />;
  if (url === null)
    return (
      <span class="shipshape-outside" title={source}>
        {sign}
        {label}
      </span>
    );
  return (
    <a
      class="shipshape-outside"
      href={url}
      target="_blank"
      rel="noopener"
      data-nav=""
      aria-label={WORDING.tick.outside(row.title, source)}
    >
      {sign}
      {label}
    </a>
  );
}

function ChecklistLine({ row, actions }: { readonly row: ItemRow; readonly actions: PanelActions }): JSX.Element {
  const [wanted, setWanted] = useState<{ readonly done: boolean; readonly from: string } | null>(null);
  const id = useUniqueId();
  // Once the note says otherwise, what was wanted is over: the mark may come back, as by an undo.
  useEffect(() => setWanted(null), [row.mark]);
  const pending = wanted !== null && wanted.from === row.mark;
  const done = pending ? wanted.done : row.done;
  const toggle = async (): Promise<void> => {
    const memory = `${row.place.path}\n${row.title}`;
    const newMark = row.done ? (replacedMarks.get(memory) ?? ' ') : 'x';
    setWanted({ done: !row.done, from: row.mark });
    const written = await actions.tick(row, newMark);
    if (!written) setWanted(null);
    else if (row.done) replacedMarks.delete(memory);
    else replacedMarks.set(memory, row.mark);
  };
  return (
    <li class={lineClass(row, done, pending)}>
      {row.tickable ? (
        <input
          type="checkbox"
          class="task-list-item-checkbox"
          data-nav=""
          data-task={row.mark === ' ' ? '' : row.mark}
          checked={done}
          disabled={row.cancelled}
          aria-labelledby={id}
          onClick={(event) => {
            event.preventDefault();
            if (!pending) void toggle();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !pending) void toggle();
          }}
        />
      ) : row.outside ? (
        <OutsideBox row={row} outside={row.outside} />
      ) : (
        <span class="shipshape-dot" aria-hidden="true" />
      )}
      {row.tickable && (
        <span id={id} class="shipshape-hidden">
          {done ? WORDING.tick.done(row.title) : WORDING.tick.open(row.title)}
        </span>
      )}
      <PlaceButton place={row.place} actions={actions} class="shipshape-item-text">
        <span class="shipshape-text">{row.title}</span>
        {row.notes.map((note) => (
          <span key={note} class="shipshape-note">
            {note}
          </span>
        ))}
      </PlaceButton>
    </li>
  );
}
