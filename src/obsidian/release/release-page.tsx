import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BusinessCalendar } from '../../domain/business-calendar';
import { isInProgress } from '../../domain/go-live/go-live-plan';
import { goLivesOf } from '../../workflows/go-live-acts';
import { GO_LIVE_WORDING } from '../../presentation/go-live/go-live-wording';
import { seenIn } from '../../presentation/today-model';
import { FORECAST_WORDING } from '../../presentation/forecast-wording';
import { type ReleaseViewModel, releaseViewModel } from '../../presentation/release-view/release-view-model';
import { RELEASE_VIEW_WORDING as WORDS } from '../../presentation/release-view/release-view-wording';
import type { VaultState } from '../../workflows/vault-state';
import { Icon } from '../panel/icon';
import type { PanelActions } from '../panel/panel-actions';
import { Decision } from './decision';
import { ForecastChart } from './forecast-chart';
import { GoLive } from './go-live';
import { useMoved } from './use-moved';
import { Head, Section, Steps } from './page-parts';
import { Needs, Raid, Readiness, Sources, Stakeholders, History } from './page-sections';
import { useChanges } from '../panel/use-changes';

/** Where the page gets what it shows. */
export interface PageSource {
  readonly state: () => VaultState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly calendar: () => BusinessCalendar;
}

interface PageProps {
  readonly source: PageSource;
  readonly actions: PanelActions;
  /** Id of the release; null where none was chosen. */
  readonly id: string | null;
}

/** One release at full width: what needs somebody first, then when it will be done, then all that is known. */
export function ReleasePage({ source, actions, id }: PageProps): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  useChanges(source);
  const { releases, today, phase, histories, goLives } = source.state();
  const entry = releases.find(({ release }) => release.id === id);
  const plans = entry ? goLivesOf(entry.release, goLives) : [];
  // While it runs nothing else comes first.
  const isOn = plans.some(([, plan]) => isInProgress(plan));
  const seen = seenIn(actions.load('seen'));
  const moved = useMoved(entry, seen);
  useFocusOfRun(root, isOn);
  if (!entry) return <p class="shipshape-page-empty">{phase === 'loading' ? WORDS.loading : WORDS.gone}</p>;
  const model = releaseViewModel(
    entry,
    { today, calendar: source.calendar() },
    histories[entry.release.id]?.transitions,
    seen,
  );
  const goLive = (
    <Section title={GO_LIVE_WORDING.title} actions={actions}>
      <GoLive entry={entry} plans={plans} actions={actions} />
    </Section>
  );
  return (
    <div class={`shipshape-panel shipshape-page is-${model.face}`} ref={root}>
      <Head model={model} entry={entry} actions={actions} />
      <Steps steps={model.steps} actions={actions} />
      {isOn && goLive}
      <Section title={WORDS.sections.needs} end={model.needsCount} actions={actions}>
        <Needs rows={model.needs} entry={entry} actions={actions} />
      </Section>
      {model.changed.length > 0 && <Changed model={model} actions={actions} />}
      {model.forecast && <Forecast model={model} moved={moved} actions={actions} />}
      <Lists model={model} actions={actions} />
      <Section title={WORDS.sections.decision} actions={actions}>
        <Decision decision={model.decision} entry={entry} actions={actions} />
      </Section>
      {!isOn && goLive}
      <Section title={WORDS.sections.sources} actions={actions}>
        <Sources notes={model.notes} actions={actions} />
      </Section>
    </div>
  );
}

/** What is known beside the forecast: readiness, dates, stakeholders, risks. */
function Lists({ model, actions }: { readonly model: ReleaseViewModel; readonly actions: PanelActions }): JSX.Element {
  return (
    <>
      {model.readiness.length > 0 && (
        <Section title={WORDS.sections.readiness} end={model.readinessCount} actions={actions}>
          <Readiness rows={model.readiness} actions={actions} />
        </Section>
      )}
      {model.dates.length > 0 && (
        <Section title={WORDS.sections.dates} actions={actions}>
          <History rows={model.dates} actions={actions} />
        </Section>
      )}
      {model.stakeholders.length > 0 && (
        <Section title={WORDS.sections.stakeholders} end={model.stakeholdersCount} actions={actions}>
          <Stakeholders rows={model.stakeholders} actions={actions} />
        </Section>
      )}
      {model.raid.length > 0 && (
        <Section title={WORDS.sections.raid} actions={actions}>
          <Raid rows={model.raid} actions={actions} />
        </Section>
      )}
    </>
  );
}

/** A run moves to the top when it begins: the keyboard, which was on the button that began it, goes with it. */
function useFocusOfRun(root: RefObject<HTMLElement | null>, isOn: boolean): void {
  const was = useRef(isOn);
  useLayoutEffect(() => {
    const page = root.current;
    if (isOn && !was.current && page && page.ownerDocument.activeElement === page.ownerDocument.body)
      page.querySelector<HTMLElement>('.shipshape-go-live-acts .mod-cta')?.focus();
    was.current = isOn;
  }, [isOn]);
}

/** What is different from the last look at all releases, which the first tab of the panel keeps. */
function Changed({
  model,
  actions,
}: {
  readonly model: ReleaseViewModel;
  readonly actions: PanelActions;
}): JSX.Element {
  return (
    <Section title={WORDS.changed} end={model.changedSince} actions={actions}>
      <ul class="shipshape-page-changes">
        {model.changed.map((text) => (
          <li key={text} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Forecast({
  model,
  moved,
  actions,
}: {
  readonly model: ReleaseViewModel;
  /** Why it is another than at the last look. */
  readonly moved: string | null;
  readonly actions: PanelActions;
}): JSX.Element {
  const [isTable, setTable] = useState(false);
  const { forecast, chart } = model;
  const hasChart = chart !== null;
  return (
    <Section
      title={FORECAST_WORDING.title}
      actions={actions}
      end={
        hasChart && (
          <button type="button" class="shipshape-link" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {isTable ? WORDS.chart.showPicture : WORDS.chart.showTable}
          </button>
        )
      }
    >
      {forecast && (
        <p class="shipshape-page-forecast">
          <strong>{forecast.sentence}</strong>
          {forecast.sample !== '' && ` (${forecast.sample})`}
          {forecast.recipe.length > 0 && ` ${forecast.more[0] ?? ''}`}
        </p>
      )}
      {forecast && forecast.recipe.length > 0 && (
        <ul class="shipshape-recipe">
          {forecast.recipe.map((row) => (
            <li key={row.label}>
              <Icon name={row.isMet ? 'circle-check' : 'circle-dashed'} />
              <span>{row.label}</span>
              <bdi>{row.value}</bdi>
            </li>
          ))}
        </ul>
      )}
      {chart && <ForecastChart inputs={chart} isTable={isTable} actions={actions} />}
      {forecast && (
        <p class="shipshape-page-facts">
          {moved !== null && <span class="shipshape-note">{moved}</span>}
          {forecast.more.slice(forecast.recipe.length > 0 ? 1 : 0).map((text) => (
            <span key={text} class="shipshape-note">
              {text}
            </span>
          ))}
        </p>
      )}
    </Section>
  );
}
