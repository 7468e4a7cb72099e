import type { JSX } from 'preact';
import { detailsModel } from '../../presentation/details-model';
import type { CardModel, PlanChoice, ShippedModel } from '../../presentation/card-model';
import { ACT_WORDING } from '../../presentation/act-wording';
import { RELEASE_VIEW_WORDING } from '../../presentation/release-view/release-view-wording';
import { WORDING } from '../../presentation/wording';
import type { AssessedRelease } from '../../index/portfolio';
import type { CalendarDate } from '../../domain/calendar-date';
import type { LevelTransition } from '../../domain/risk/level-transition';
import { ActsButton } from './acts-button';
import { Chip } from './chip';
import { Details } from './details';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';
import { Course } from './course';
import { GravestReason } from './reasons';

interface CardProps {
  readonly entry: AssessedRelease;
  readonly model: CardModel;
  readonly today: CalendarDate;
  /** A row of two lines, with all the rest behind it. */
  readonly isCompact: boolean;
  readonly expanded: boolean;
  readonly levels: readonly LevelTransition[];
  readonly position: number;
  readonly total: number;
  readonly toggle: (id: string) => void;
  readonly actions: PanelActions;
}

/**
 * One release: verdict first, then dates with the way that is done, and the gravest reasons; all the rest when
 * opened.
 */
export function Card(props: CardProps): JSX.Element {
  const { entry, model, today, isCompact, expanded, levels, position, total, toggle, actions } = props;
  const isRow = isCompact && !expanded;
  return (
    <div
      class={`shipshape-card is-${model.face}${expanded ? ' is-expanded' : ''}${isRow ? ' is-row' : ''}`}
      role="listitem"
      aria-posinset={position}
      aria-setsize={total}
      data-release={model.id}
    >
      <div class="shipshape-card-head">
        <button
          type="button"
          class="shipshape-card-header"
          data-nav="card"
          aria-expanded={expanded}
          onClick={() => toggle(model.id)}
          onContextMenu={(event) => actions.acts.menu(entry, event)}
        >
          <Icon name={model.icon} class="shipshape-face-icon" />
          {isRow ? <RowText model={model} /> : <HeadText model={model} />}
        </button>
        <ActsButton
          title={model.title}
          entry={entry}
          actions={actions}
          class="shipshape-acts"
          nav={{ isReached: expanded }}
        />
      </div>
      {!isRow && <Course model={model} actions={actions} />}
      {!isRow && model.shipped && <Shipped shipped={model.shipped} entry={entry} actions={actions} />}
      {!isRow && model.hint !== null && <div class="shipshape-hint">{model.hint}</div>}
      {expanded && model.owner !== '' && (
        <div class="shipshape-owner-line">
          <span class="shipshape-note">{WORDING.owner}</span> {model.owner}
        </div>
      )}
      {expanded && model.planChoices.map((choice) => <PlanDates key={choice.key} choice={choice} actions={actions} />)}
      {!isRow && !expanded && <GravestReason model={model} entry={entry} actions={actions} />}
      {!isRow && !expanded && model.unread && (
        <PlaceButton place={model.unread.place} actions={actions} class="shipshape-place-link shipshape-unread">
          {model.unread.text}
        </PlaceButton>
      )}
      {expanded && <Details model={detailsModel(entry, today, levels)} entry={entry} actions={actions} />}
      {expanded && <CardEnd view={() => actions.acts.openView(entry)} close={() => toggle(model.id)} />}
    </div>
  );
}

function CardEnd({ view, close }: { readonly view: () => void; readonly close: () => void }): JSX.Element {
  return (
    <>
      <MoreButton icon="layout-dashboard" label={RELEASE_VIEW_WORDING.openView} does={view} />
      <MoreButton icon="chevron-up" label={WORDING.collapse} does={close} />
    </>
  );
}

function MoreButton({
  icon,
  label,
  does,
}: {
  readonly icon: string;
  readonly label: string;
  readonly does: () => void;
}): JSX.Element {
  return (
    <button type="button" class="shipshape-more" data-nav="" tabIndex={-1} onClick={does}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

/** Name and verdict. */
function HeadText({ model }: { readonly model: CardModel }): JSX.Element {
  return (
    <>
      <span class="shipshape-title" dir="auto">
        {model.title}
      </span>{' '}
      <span class="shipshape-pill">{model.faceWord}</span>
    </>
  );
}

/** Two lines: name and next date, gravest reason and what is done. */
function RowText({ model }: { readonly model: CardModel }): JSX.Element {
  return (
    <span class="shipshape-row-text">
      <span class="shipshape-row-line">
        <span class="shipshape-title" dir="auto">
          {model.title}
        </span>
        <span class="shipshape-hidden">{` ${model.faceWord} `}</span>
        {model.next && (
          <span class={`shipshape-row-end${model.next.isLate ? ' is-late' : ''}`} dir="auto">
            <span class="shipshape-row-label">{model.next.label} </span>
            {model.next.distance}
          </span>
        )}
      </span>
      <span class="shipshape-row-line is-quiet">
        <span class="shipshape-row-why" dir="auto">
          {model.summary}
        </span>
        {model.progress && <bdi class="shipshape-row-end">{`${model.progress.done}/${model.progress.total}`}</bdi>}
      </span>
    </span>
  );
}

/** When it went out, what was open, and the retro, or a way to write it. */
function Shipped({
  shipped,
  entry,
  actions,
}: {
  readonly shipped: ShippedModel;
  readonly entry: AssessedRelease;
  readonly actions: PanelActions;
}): JSX.Element {
  return (
    <div class="shipshape-shipped">
      <div class="shipshape-note">{[shipped.text, shipped.open].filter(Boolean).join(' · ')}</div>
      {shipped.retro ? (
        <PlaceButton place={shipped.retro} actions={actions} class="shipshape-place-link">
          {shipped.retro.label}
        </PlaceButton>
      ) : (
        <Chip
          label={ACT_WORDING.acts.retro}
          about={entry.release.key}
          run={() => actions.acts.run('retro', entry, null)}
        />
      )}
    </div>
  );
}

function PlanDates({
  choice: { text, plan, other, difference },
  actions,
}: {
  readonly choice: PlanChoice;
  readonly actions: PanelActions;
}): JSX.Element {
  return (
    <div class="shipshape-plan-choice shipshape-reason is-note" role="group" aria-label={text}>
      <Icon name="info" />
      <div class="shipshape-reason-body">
        <span class="shipshape-text">{text}</span>
        <div class="shipshape-plan-buttons">
          <button
            type="button"
            data-nav=""
            class="shipshape-chip"
            tabIndex={-1}
            title={other.place.label}
            onClick={() => void actions.useOtherDate(difference)}
          >
            {other.label}
          </button>
          <button
            type="button"
            data-nav=""
            class="shipshape-chip"
            tabIndex={-1}
            title={plan.place.label}
            onClick={() => actions.usePlanDate(difference)}
          >
            {plan.label}
          </button>
        </div>
      </div>
    </div>
  );
}
