import type { JSX } from 'preact';
import { detailsModel } from '../../presentation/details-model';
import type { CardModel, CountdownRow, PlanChoice } from '../../presentation/panel-model';
import { WORDING } from '../../presentation/wording';
import type { AssessedRelease } from '../../index/portfolio';
import type { CalendarDate } from '../../domain/calendar-date';
import type { LevelTransition } from '../../domain/risk/level-transition';
import { Details } from './details';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';
import { Reasons } from './reasons';
import { useUniqueId } from './unique-id';

interface CardProps {
  readonly entry: AssessedRelease;
  readonly model: CardModel;
  readonly today: CalendarDate;
  readonly expanded: boolean;
  readonly levels: readonly LevelTransition[];
  readonly position: number;
  readonly total: number;
  readonly toggle: (id: string) => void;
  readonly actions: PanelActions;
}

/** One release: verdict first, then dates, progress, and the gravest reasons; all the rest when opened. */
export function Card({
  entry,
  model,
  today,
  expanded,
  levels,
  position,
  total,
  toggle,
  actions,
}: CardProps): JSX.Element {
  return (
    <div
      class={`shipshape-card is-${model.face}${expanded ? ' is-expanded' : ''}`}
      role="listitem"
      aria-posinset={position}
      aria-setsize={total}
      data-release={model.id}
    >
      <button
        type="button"
        class="shipshape-card-header"
        data-nav="card"
        aria-expanded={expanded}
        onClick={() => toggle(model.id)}
        onContextMenu={(event) =>
          actions.showNotes(
            entry.release.sources.map((path) => ({ path, line: 1, label: path })),
            event,
          )
        }
      >
        <Icon name={model.icon} class="shipshape-face-icon" />
        <span class="shipshape-title">{model.title}</span> <span class="shipshape-pill">{model.faceWord}</span>
      </button>
      {(model.countdowns.length > 0 || model.owner !== '') && (
        <div class="shipshape-countdowns">
          {model.countdowns.map((row) => (
            <Countdown key={row.label} row={row} actions={actions} />
          ))}
          {model.owner !== '' && (
            <div class="shipshape-countdown">
              <span class="shipshape-countdown-label">{WORDING.owner}</span>
              <span class="shipshape-owner" title={model.owner}>
                {model.owner}
              </span>
            </div>
          )}
        </div>
      )}
      {model.progress && <Progress progress={model.progress} />}
      {model.hint !== null && <div class="shipshape-hint">{model.hint}</div>}
      {model.unread && !expanded && (
        <PlaceButton place={model.unread.place} actions={actions} class="shipshape-place-link shipshape-unread">
          {model.unread.text}
        </PlaceButton>
      )}
      {model.planChoices.map((choice) => (
        <PlanDates key={choice.key} choice={choice} actions={actions} />
      ))}
      {!expanded && model.topReasons.length > 0 && <Reasons reasons={model.topReasons} actions={actions} />}
      {expanded && <Details model={detailsModel(entry, today, levels)} actions={actions} />}
      <button type="button" class="shipshape-more" data-nav="" tabIndex={-1} onClick={() => toggle(model.id)}>
        <Icon name={expanded ? 'chevron-up' : 'chevron-down'} />
        {expanded ? WORDING.collapse : model.moreReasons > 0 ? WORDING.more(model.moreReasons) : WORDING.expand}
      </button>
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

function Countdown({ row, actions }: { readonly row: CountdownRow; readonly actions: PanelActions }): JSX.Element {
  return (
    <PlaceButton
      place={row.place}
      actions={actions}
      class="shipshape-countdown"
      title={`${row.explanation}\n${row.place.label}`}
    >
      <span class="shipshape-countdown-label">{row.label}</span>
      <span class="shipshape-countdown-distance">{row.distance}</span>
      <span class="shipshape-countdown-date">
        <span class="shipshape-weekday">{row.weekday}</span>
        {row.date}
      </span>
    </PlaceButton>
  );
}

function Progress({ progress }: { readonly progress: NonNullable<CardModel['progress']> }): JSX.Element {
  const id = useUniqueId();
  return (
    <div class="shipshape-progress">
      <div
        class="shipshape-progress-bar"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={progress.total}
        aria-valuenow={progress.done}
        aria-valuetext={progress.label}
        aria-labelledby={id}
      >
        <div class="shipshape-progress-done" style={{ '--shipshape-done': `${progress.percent}%` }} />
      </div>
      <span id={id} class="shipshape-progress-label">
        {progress.label}
      </span>
    </div>
  );
}
