import type { ComponentChildren, JSX } from 'preact';
import type { Place } from '../../presentation/place';
import type { PanelActions } from './panel-actions';

interface PlaceButtonProps {
  readonly place: Place;
  readonly actions: PanelActions;
  readonly class?: string;
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** Text that opens its line: click, Ctrl/Cmd-click for a new tab, middle click likewise; hovering previews the note. */
export function PlaceButton({ place, actions, class: extra = '', title, children }: PlaceButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={`shipshape-place ${extra}`}
      data-nav=""
      title={title ?? place.label}
      onClick={(event) => actions.open(place, event)}
      onAuxClick={(event) => {
        if (event.button === 1) actions.open(place, event);
      }}
      onMouseOver={(event) => actions.preview(place, event, event.currentTarget)}
    >
      {children}
    </button>
  );
}
