import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type GoLivePlan, isInProgress } from '../../domain/go-live/go-live-plan';
import { scheduleOf } from '../../domain/go-live/schedule';
import type { AssessedRelease } from '../../index/portfolio';
import { type GoLiveModel, goLiveModel, type StepRow } from '../../presentation/go-live/go-live-model';
import { GO_LIVE_WORDING as WORDS } from '../../presentation/go-live/go-live-wording';
import { noteName, placeOf } from '../../presentation/place';
import { isRehearsal } from '../../workflows/go-live-acts';
import { Icon } from '../panel/icon';
import type { PanelActions } from '../panel/panel-actions';
import { PlaceButton } from '../panel/place-button';
import { localMinute, nowMinute, wallClock } from '../system-clock';
import { Rollback } from './go-live-rollback';
import { useAwake } from './use-awake';

interface GoLiveProps {
  readonly entry: AssessedRelease;
  readonly plans: readonly (readonly [path: string, plan: GoLivePlan])[];
  readonly actions: PanelActions;
}

const TICK_MS = 5000;

/** The go-live of a release: planned, running on the clock, or handed over; rehearsals below it. */
export function GoLive({ entry, plans, actions }: GoLiveProps): JSX.Element {
  const [now, setNow] = useState(nowMinute);
  // Without a start, or once all is done, no time passes here.
  const isTimed = plans.some(([, plan]) => plan.start !== null && plan.steps.some(({ isDone }) => !isDone));
  useEffect(() => {
    if (!isTimed) return;
    setNow(nowMinute());
    const id = window.setInterval(() => setNow(nowMinute()), TICK_MS);
    return () => window.clearInterval(id);
  }, [isTimed]);
  const { goLive } = actions.writing.acts;
  if (plans.length === 0)
    return (
      <p class="shipshape-go-live-none">
        <span class="shipshape-note">{WORDS.none}</span>{' '}
        <button type="button" class="shipshape-page-act" onClick={() => goLive.plan(entry)}>
          {WORDS.plan}
        </button>
      </p>
    );
  return (
    <>
      {plans.map(([path, plan]) => (
        <Run key={path} path={path} plan={plan} now={now} entry={entry} actions={actions} />
      ))}
    </>
  );
}

interface RunProps extends Omit<GoLiveProps, 'plans'> {
  readonly path: string;
  readonly plan: GoLivePlan;
  readonly now: number;
}

function Run({ path, plan, now, entry, actions }: RunProps): JSX.Element {
  const { goLive } = actions.writing.acts;
  const schedule = scheduleOf(plan, now, localMinute);
  const model = schedule && goLiveModel(plan, schedule, now, wallClock);
  // Rolling back needs the screen as well.
  useAwake(model !== null && isInProgress({ ...plan, isRolledBack: false }));
  const isBegun = plan.steps.some(({ isDone, started }) => isDone || started !== null);
  return (
    <div class="shipshape-go-live">
      <div class="shipshape-go-live-head">
        {isRehearsal(path) && <span class="shipshape-tag">{WORDS.rehearsal}</span>}
        <PlaceButton place={placeOf({ path, line: 1 })} actions={actions} class="shipshape-place-link">
          {noteName(path)}
        </PlaceButton>
        {model && <span class="shipshape-note">{`${model.progress} · ${model.zone}`}</span>}
        {!isRehearsal(path) && !isBegun && (
          <button type="button" class="shipshape-page-act" onClick={() => goLive.rehearse(path)}>
            {WORDS.rehearse}
          </button>
        )}
      </div>
      {model === null ? (
        <p class="shipshape-go-live-none">
          <span class="shipshape-note">
            {WORDS.planned(
              plan.steps.length,
              plan.steps.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
            )}
          </span>{' '}
          <button type="button" class="shipshape-page-act" onClick={() => goLive.setStart(path, entry)}>
            {WORDS.set}
          </button>
        </p>
      ) : (
        <Clocked model={model} path={path} plan={plan} entry={entry} actions={actions} />
      )}
    </div>
  );
}

function Clocked({
  model,
  path,
  plan,
  entry,
  actions,
}: Omit<RunProps, 'now'> & { readonly model: GoLiveModel }): JSX.Element {
  const { run } = actions.writing.acts;
  return (
    <>
      {model.current && !plan.isRolledBack && (
        <>
          <p class={`shipshape-go-live-says${model.isLate ? ' is-behind' : ''}`} role="status">
            {model.isLate && <Icon name="triangle-alert" />}
            {model.sentence}
          </p>
          <Current row={model.current} label={model.currentLabel} path={path} actions={actions} />
          {model.next.length > 0 && (
            <ol class="shipshape-go-live-next" aria-label={WORDS.next}>
              {model.next.map((row) => (
                <li key={row.scheduled.step.line} class={row.isLate ? 'is-behind' : ''}>
                  <span class="shipshape-go-live-time">{row.at}</span>
                  <span dir="auto">{row.scheduled.step.title}</span>
                  <span class="shipshape-note">{row.owner}</span>
                  <BeginButton row={row} path={path} actions={actions} />
                </li>
              ))}
            </ol>
          )}
        </>
      )}
      {model.handOver.length > 0 && (
        <div class="shipshape-go-live-over">
          <h3>{plan.isRolledBack ? WORDS.rolledBack : WORDS.handOver}</h3>
          <ul>
            {model.handOver.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
          <button
            type="button"
            class="shipshape-page-act"
            onClick={() => actions.writing.acts.goLive.handOver(path, entry, plan, model.handOver)}
          >
            {WORDS.writeHandOver}
          </button>{' '}
          <button type="button" class="shipshape-page-act" onClick={() => run('retro', entry, null)}>
            {WORDS.retro}
          </button>
        </div>
      )}
      <Rollback path={path} plan={plan} entry={entry} actions={actions} isOpen={model.current !== null} />
    </>
  );
}

/** A step may begin before those above it are done; the log says so. */
function BeginButton({
  row: {
    scheduled: { step, state },
  },
  path,
  actions,
}: {
  readonly row: StepRow;
  readonly path: string;
  readonly actions: PanelActions;
}): JSX.Element | null {
  if (step.started !== null) return null;
  const label = state === 'next' ? WORDS.begin : WORDS.beginAnyway;
  return (
    <button
      type="button"
      class="shipshape-page-act"
      aria-label={`${label}: ${step.title}`}
      onClick={() => actions.writing.acts.goLive.begin(path, step, state !== 'next')}
    >
      {label}
    </button>
  );
}

function Current({
  row: { scheduled, at, note, owner, isLate },
  label,
  path,
  actions,
}: {
  readonly row: StepRow;
  readonly label: string;
  readonly path: string;
  readonly actions: PanelActions;
}): JSX.Element {
  const { goLive } = actions.writing.acts;
  const { step, state } = scheduled;
  const isNext = state === 'next';
  return (
    <div class={`shipshape-go-live-step is-${state}${isLate ? ' is-behind' : ''}`}>
      <div class="shipshape-note">
        {label}
        {step.isPointOfNoReturn && <span class="shipshape-tag">{WORDS.noReturn}</span>}
      </div>
      <div class="shipshape-go-live-title">
        <span class="shipshape-go-live-time">{at}</span>
        <PlaceButton place={placeOf({ path, line: step.line })} actions={actions}>
          <span dir="auto">{step.title}</span>
        </PlaceButton>
      </div>
      <div class="shipshape-note" dir="auto">
        {[owner, note].filter(Boolean).join(' · ')}
      </div>
      <div class="shipshape-go-live-acts">
        <MainButton
          label={isNext ? WORDS.begin : WORDS.done}
          run={() => (isNext ? goLive.begin(path, step, false) : goLive.finish(path, step))}
        />
        {isNext && (
          <button type="button" onClick={() => goLive.finish(path, step)}>
            {WORDS.done}
          </button>
        )}
      </div>
    </div>
  );
}

/**
 * What comes next with a step: one button all through the run, so that the keyboard stays on it from step to step;
 * a double click or a key that is held down presses it once.
 */
function MainButton({ label, run }: { readonly label: string; readonly run: () => void }): JSX.Element {
  return (
    <button
      type="button"
      class="mod-cta"
      onKeyDown={(event) => {
        if (event.repeat) event.preventDefault();
      }}
      onClick={(event) => {
        if (event.detail < 2) run();
      }}
    >
      {label}
    </button>
  );
}
