import type { JSX } from 'preact';
import { noteName, type ReasonRow } from '../../presentation/panel-model';
import { WORDING } from '../../presentation/wording';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';

const SEVERITY_ICONS: Readonly<Record<ReasonRow['severity'], string>> = {
  red: 'octagon-x',
  amber: 'triangle-alert',
  note: 'info',
};

/** Reasons with what clears them; each opens the line it comes from, and further lines stand behind it. */
export function Reasons({
  reasons,
  actions,
}: {
  readonly reasons: readonly ReasonRow[];
  readonly actions: PanelActions;
}): JSX.Element {
  return (
    <ul class="shipshape-reasons">
      {reasons.map((reason) => (
        <li key={reason.key} class={`shipshape-reason is-${reason.severity}`}>
          <Icon name={SEVERITY_ICONS[reason.severity]} />
          <ReasonText reason={reason} actions={actions} />
        </li>
      ))}
    </ul>
  );
}

function ReasonText({ reason, actions }: { readonly reason: ReasonRow; readonly actions: PanelActions }): JSX.Element {
  const [first, ...more] = reason.places;
  const words = (
    <>
      <span class="shipshape-text">{reason.text}</span>
      <span class="shipshape-clears">{reason.clears}</span>
      {first && (
        <span class="shipshape-where">
          <span>{noteName(first.path)}</span>
          <span>{WORDING.line(first.line)}</span>
        </span>
      )}
    </>
  );
  return (
    <div class="shipshape-reason-body">
      {first ? (
        <PlaceButton place={first} actions={actions} title={first.label}>
          {words}
        </PlaceButton>
      ) : (
        words
      )}
      {more.length > 0 && (
        <span class="shipshape-more-places">
          {more.slice(0, 4).map((place) => (
            <PlaceButton
              key={`${place.path}:${place.line}`}
              place={place}
              actions={actions}
              class="shipshape-place-link"
            >
              {place.label}
            </PlaceButton>
          ))}
          {more.length > 4 && <span class="shipshape-note">{`+${more.length - 4}`}</span>}
        </span>
      )}
    </div>
  );
}
