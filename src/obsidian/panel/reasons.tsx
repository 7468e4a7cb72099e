import type { JSX } from 'preact';
import type { AssessedRelease } from '../../index/portfolio';
import type { CardModel, ReasonRow } from '../../presentation/card-model';
import { WORDING } from '../../presentation/wording';
import { Chip } from './chip';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';

/** The picture of a reason, by how grave it is. */
export const SEVERITY_ICONS: Readonly<Record<ReasonRow['severity'], string>> = {
  red: 'octagon-x',
  amber: 'triangle-alert',
  note: 'info',
};

interface ReasonsProps {
  readonly entry: AssessedRelease;
  readonly actions: PanelActions;
}

/**
 * Of a closed card: the gravest reason in one line, below it what can be done about it, and how many more there are.
 */
export function GravestReason({
  model: { gravest: row, moreReasons, planChoices },
  entry,
  actions,
}: ReasonsProps & { readonly model: CardModel }): JSX.Element | null {
  if (!row) return null;
  const [place] = row.places;
  const words = (
    <span class="shipshape-text" dir="auto" title={`${row.text}\n${row.clears}`}>
      {row.text}
    </span>
  );
  return (
    <div class={`shipshape-gravest shipshape-reason is-${row.severity}`}>
      {place ? (
        <PlaceButton place={place} actions={actions} title={`${row.text}\n${row.clears}\n${place.label}`}>
          {words}
        </PlaceButton>
      ) : (
        words
      )}
      <span class="shipshape-act-row">
        {row.acts.map(({ id, label }) => (
          <Chip key={id} label={label} about={row.text} run={() => actions.acts.run(id, entry, row.reason)} />
        ))}
        {(moreReasons > 0 || planChoices.length > 0) && (
          <span
            class="shipshape-note shipshape-row-end"
            title={moreReasons > 0 ? WORDING.more(moreReasons) : undefined}
          >
            {[planChoices.length > 0 ? WORDING.datesDiffer : '', moreReasons > 0 ? `+${moreReasons}` : '']
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
      </span>
    </div>
  );
}

/** Of an open card: reasons with what clears them and what can be done; each opens the line it comes from. */
export function Reasons({
  reasons,
  entry,
  actions,
}: ReasonsProps & { readonly reasons: readonly ReasonRow[] }): JSX.Element {
  return (
    <ul class="shipshape-reasons">
      {reasons.map((row) => (
        <li key={row.key} class={`shipshape-reason is-${row.severity}`}>
          <Icon name={SEVERITY_ICONS[row.severity]} />
          <ReasonText row={row} entry={entry} actions={actions} />
        </li>
      ))}
    </ul>
  );
}

function ReasonText({ row, entry, actions }: ReasonsProps & { readonly row: ReasonRow }): JSX.Element {
  const [first] = row.places;
  const words = (
    <>
      <span class="shipshape-text">{row.text}</span>
      <span class="shipshape-clears">{row.clears}</span>
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
      <span class="shipshape-more-places">
        {row.places.map((place) => (
          <PlaceButton key={`${place.path}:${place.line}`} place={place} actions={actions} class="shipshape-place-link">
            {place.label}
          </PlaceButton>
        ))}
      </span>
      {row.acts.length > 0 && (
        <span class="shipshape-act-row">
          {row.acts.map(({ id, label }) => (
            <Chip key={id} label={label} about={row.text} run={() => actions.acts.run(id, entry, row.reason)} />
          ))}
        </span>
      )}
    </div>
  );
}
