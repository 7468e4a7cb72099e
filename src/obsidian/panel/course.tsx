import { Fragment, type JSX } from 'preact';
import type { CardModel } from '../../presentation/card-model';
import type { CountdownRow, ProgressModel } from '../../presentation/course-model';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';
import { useUniqueId } from './unique-id';

/**
 * Where a release stands on its way: its dates in one line, and below it what is done beside the time that has gone.
 */
export function Course({
  model,
  actions,
}: {
  readonly model: CardModel;
  readonly actions: PanelActions;
}): JSX.Element | null {
  const { countdowns, progress, initials, owner } = model;
  if (countdowns.length === 0 && progress === null && initials === '') return null;
  return (
    <div class="shipshape-course">
      {countdowns.length > 0 && (
        <div class="shipshape-countdowns">
          {countdowns.map((row, index) => (
            <Fragment key={row.label}>
              {index > 0 && <span class="shipshape-arrow" aria-hidden="true" />}
              <Countdown row={row} actions={actions} />
            </Fragment>
          ))}
        </div>
      )}
      {(progress || initials !== '') && (
        <div class="shipshape-progress">
          {progress && <Progress progress={progress} />}
          {initials !== '' && (
            <span class="shipshape-initials" title={owner} aria-label={owner} role="img">
              {initials}
            </span>
          )}
        </div>
      )}
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
      <span class="shipshape-countdown-label">{row.label} </span>
      <bdi class="shipshape-countdown-date">
        <span class="shipshape-weekday">{row.weekday}</span>
        {row.date}
      </bdi>
      <span aria-hidden="true"> · </span>
      <bdi class={`shipshape-countdown-distance${row.isLate ? ' is-late' : ''}`}>{row.distance}</bdi>
    </PlaceButton>
  );
}

function Progress({ progress }: { readonly progress: ProgressModel }): JSX.Element {
  const id = useUniqueId();
  const { timeGone, gateAt } = progress;
  return (
    <>
      <div
        class="shipshape-progress-bar"
        title={progress.explanation}
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={progress.total}
        aria-valuenow={progress.done}
        aria-valuetext={progress.explanation}
        aria-labelledby={id}
      >
        <div class="shipshape-progress-done" style={{ '--shipshape-done': `${progress.percent}%` }} />
        {gateAt !== null && <div class="shipshape-progress-gate" style={{ '--shipshape-at': `${gateAt}%` }} />}
        {timeGone !== null && <div class="shipshape-progress-today" style={{ '--shipshape-at': `${timeGone}%` }} />}
      </div>
      <span id={id} class="shipshape-progress-label">
        {progress.label}
      </span>
    </>
  );
}
