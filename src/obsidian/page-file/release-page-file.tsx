import type { ComponentChildren, JSX } from 'preact';
import { burnUpChart } from '../../presentation/release-view/burn-up-chart';
import type { ReleaseViewModel } from '../../presentation/release-view/release-view-model';
import { RELEASE_VIEW_WORDING as WORDS } from '../../presentation/release-view/release-view-wording';
import { FORECAST_WORDING } from '../../presentation/forecast-wording';
import { TextTable } from '../panel/text-table';
import { ChartPicture } from '../release/chart-picture';

/** Width of the picture in a file, in pixels: a page of paper shows it as it is. */
export const PICTURE_WIDTH = 680;

/** All that the view of a release says, as a page that can be handed on; every list stands open. */
export function ReleasePageFile({
  model,
  asOf,
}: {
  readonly model: ReleaseViewModel;
  /** "Thu Jan 22, 2026". */
  readonly asOf: string;
}): JSX.Element {
  return (
    <main>
      <header>
        <h1 dir="auto">{model.title}</h1>
        <span class={`pill is-${model.face}`}>{model.faceWord}</span>
        <p class="lead" dir="auto">
          {model.sentence}
        </p>
        <p class="note">{model.facts.map(([label, value]) => `${label} ${value}`).join(' · ')}</p>
      </header>
      <ol class="steps">
        {model.steps.map(({ name, note, state }) => (
          <li key={name} class={`is-${state}`}>
            {name} <small>{[WORDS.stepState[state], note].filter(Boolean).join(', ')}</small>
          </li>
        ))}
      </ol>
      <Needs model={model} />
      <Forecast model={model} />
      <Lists model={model} />
      <footer>{WORDS.file.madeOn(asOf)}</footer>
    </main>
  );
}

interface WithModel {
  readonly model: ReleaseViewModel;
}

/** What stands against it, each with what clears it and its lines. */
function Needs({ model }: WithModel): JSX.Element {
  return (
    <Part title={WORDS.sections.needs} note={model.needsCount}>
      {model.needs.length === 0 && <p class="note">{WORDS.nothingNeeds}</p>}
      <ul>
        {model.needs.map((row) => (
          <li key={row.key}>
            <span class={`pill is-${row.severity}`} aria-hidden="true">
              ●
            </span>{' '}
            <bdi>{row.text}</bdi>
            <br />
            <small>{[row.clears, row.places.map(({ label }) => label).join(', ')].filter(Boolean).join(' ')}</small>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** The forecast in words, and as a picture. */
function Forecast({ model: { forecast, chart } }: WithModel): JSX.Element | null {
  if (!forecast) return null;
  return (
    <Part title={FORECAST_WORDING.title}>
      <p>
        <strong>{forecast.sentence}</strong>
        {forecast.sample !== '' && ` (${forecast.sample})`}
      </p>
      {chart && (
        <div class="shipshape-chart scroll">
          <ChartPicture chart={burnUpChart(chart, PICTURE_WIDTH)} open={null} />
        </div>
      )}
      {forecast.more.map((text) => (
        <p key={text} class="note">
          {text}
        </p>
      ))}
    </Part>
  );
}

/** What stands below the forecast. */
function Lists({ model }: WithModel): JSX.Element {
  const { sections, stakeholderHead, raidHead } = WORDS;
  return (
    <>
      {model.readiness.length > 0 && (
        <Part title={sections.readiness} note={model.readinessCount}>
          <Table
            head={[WORDS.file.section, WORDS.file.done, '']}
            rows={model.readiness.map(({ section, count, open }) => [section.title, count, open])}
          />
        </Part>
      )}
      {model.dates.length > 0 && (
        <Part title={sections.dates}>
          <Table head={[]} rows={model.dates.map(({ note, text, place }) => [note ?? '', text, place.label])} />
        </Part>
      )}
      {model.stakeholders.length > 0 && (
        <Part title={sections.stakeholders} note={model.stakeholdersCount}>
          <Table
            head={Object.values(stakeholderHead)}
            rows={model.stakeholders.map(({ who, needs, owes, by, state }) => [
              who,
              needs.map(({ text }) => text).join('; '),
              owes.map(({ text }) => text).join('; '),
              by,
              state,
            ])}
          />
        </Part>
      )}
      {model.raid.length > 0 && (
        <Part title={sections.raid}>
          <Table
            head={Object.values(raidHead)}
            rows={model.raid.map(({ type, text, severity, since, owner }) => [type, text, severity, since, owner])}
          />
        </Part>
      )}
      <Part title={sections.decision}>
        <p>{model.decision.text}</p>
      </Part>
      <Part title={sections.sources}>
        <p class="note">{model.notes.map(({ place }) => place.label).join(' · ')}</p>
      </Part>
    </>
  );
}

function Part({
  title,
  note = '',
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section>
      <h2>
        {title} {note !== '' && <small>{note}</small>}
      </h2>
      {children}
    </section>
  );
}

function Table(table: {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}): JSX.Element {
  return (
    <div class="scroll">
      <TextTable {...table} />
    </div>
  );
}
