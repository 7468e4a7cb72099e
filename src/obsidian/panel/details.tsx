import type { ComponentChildren, JSX } from 'preact';
import type { DetailsModel, FollowUpRow, NoteRow, PlacedRow } from '../../presentation/details-model';
import type { AssessedRelease } from '../../index/portfolio';
import { FORECAST_WORDING } from '../../presentation/forecast-wording';
import { WORDING } from '../../presentation/wording';
import { ForecastText } from './forecast-text';
import type { PanelActions } from './panel-actions';
import { Checklist } from './checklist';
import { PlaceButton } from './place-button';
import { Reasons } from './reasons';
import { useUniqueId } from './unique-id';

interface DetailsProps {
  readonly model: DetailsModel;
  readonly entry: AssessedRelease;
  readonly actions: PanelActions;
}

/** Everything about one release, section by section; empty sections are left out. */
export function Details({ model, entry, actions }: DetailsProps): JSX.Element {
  return (
    <div class="shipshape-details">
      {model.reasons.length > 0 && (
        <Section title={WORDING.sections.why}>
          <Reasons reasons={model.reasons} entry={entry} actions={actions} />
        </Section>
      )}
      {model.forecast && (
        <Section title={FORECAST_WORDING.title}>
          <ForecastText model={model.forecast} />
        </Section>
      )}
      {model.checklist.length > 0 && (
        <Section title={WORDING.sections.checklist}>
          {model.checklist.map((section) => (
            <Checklist key={section.title} section={section} actions={actions} single={model.checklist.length === 1} />
          ))}
        </Section>
      )}
      {model.followUps.length > 0 && (
        <Section title={WORDING.sections.followUps}>
          <ul class="shipshape-rows">
            {model.followUps.map((row) => (
              <FollowUpLine key={row.key} row={row} actions={actions} />
            ))}
          </ul>
        </Section>
      )}
      <Rows title={WORDING.sections.risks} rows={model.risks} actions={actions} />
      <Rows title={WORDING.sections.history} rows={model.history} actions={actions} />
      <Rows title={WORDING.sections.problems} rows={model.problems} actions={actions} />
      <Section title={WORDING.sections.notes}>
        <ul class="shipshape-rows">
          {model.notes.map((row) => (
            <NoteLine key={row.place.path} row={row} actions={actions} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** A note with what its lines became; the lines that say nothing here can be opened. */
function NoteLine({ row, actions }: { readonly row: NoteRow; readonly actions: PanelActions }): JSX.Element {
  return (
    <li>
      <PlaceButton place={row.place} actions={actions} title={row.place.path}>
        {row.place.label}
      </PlaceButton>
      {row.read !== '' && <span class="shipshape-note">{row.read}</span>}
      {row.notRead.map((place) => (
        <PlaceButton key={place.line} place={place} actions={actions} class="shipshape-note">
          {place.label}
        </PlaceButton>
      ))}
    </li>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  const id = useUniqueId();
  return (
    <div class="shipshape-section" role="group" aria-labelledby={id}>
      <div id={id} class="shipshape-section-title">
        {title}
      </div>
      {children}
    </div>
  );
}

function FollowUpLine({ row, actions }: { readonly row: FollowUpRow; readonly actions: PanelActions }): JSX.Element {
  const [first] = row.places;
  const content = (
    <>
      <span class="shipshape-follow-head">
        <span class="shipshape-who">{row.who}</span>
        <span class="shipshape-direction">{row.direction}</span>
      </span>
      <span class="shipshape-text">{row.what}</span>
      <span class={`shipshape-note${row.overdue ? ' is-overdue' : ''}`}>
        {row.overdue ? `${row.due} (${WORDING.overdue})` : row.due}
      </span>
      {row.explanation !== '' && !row.done && <span class="shipshape-note">{row.explanation}</span>}
    </>
  );
  return (
    <li class={`shipshape-follow${row.done ? ' is-done' : ''}`}>
      {first ? (
        <PlaceButton place={first} actions={actions}>
          {content}
        </PlaceButton>
      ) : (
        content
      )}
      {row.also.map((line) => (
        <PlaceButton key={line.key} place={line.place} actions={actions} class="shipshape-place-link shipshape-also">
          {line.text}
        </PlaceButton>
      ))}
    </li>
  );
}

function Rows({
  title,
  rows,
  actions,
}: {
  readonly title: string;
  readonly rows: readonly PlacedRow[];
  readonly actions: PanelActions;
}): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <ul class="shipshape-rows">
        {rows.map((row) => (
          <li key={row.key} class={row.faded ? 'is-faded' : ''}>
            <PlaceButton place={row.place} actions={actions}>
              <span class="shipshape-text">{row.text}</span>
              {row.note !== null && <span class="shipshape-note">{row.note}</span>}
            </PlaceButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
