import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { csvOf } from '../../presentation/csv';
import { weekdayAndDay } from '../../presentation/date-wording';
import { type PortfolioModel, portfolioModel } from '../../presentation/portfolio/portfolio-model';
import { PORTFOLIO_WORDING as WORDS } from '../../presentation/portfolio/portfolio-wording';
import { timeLine } from '../../presentation/portfolio/time-line';
import { timeTable } from '../../presentation/portfolio/time-table';
import { WORDING } from '../../presentation/wording';
import type { VaultState } from '../../workflows/vault-state';
import { Icon } from '../panel/icon';
import type { PanelActions } from '../panel/panel-actions';
import { choicesOf, menuOf } from '../panel/show-menu';
import { TextTable } from '../panel/text-table';
import { useChoice } from '../panel/use-choice';
import { Section } from '../release/page-parts';
import type { PageSource } from '../release/release-page';
import { copyText } from '../writing/copy-text';
import { CollisionTable, HeatTable, Metrics } from './portfolio-tables';
import { TimeLineGrid } from './time-line';
import { useChanges } from '../panel/use-changes';

const YES_NO: Readonly<Record<'yes' | 'no', string>> = { yes: '', no: '' };

/** All releases in time, what speaks against them, and whom they need at once. */
export function PortfolioPage({
  source,
  actions,
}: {
  readonly source: PageSource;
  readonly actions: PanelActions;
}): JSX.Element {
  const isLater = useLater();
  useChanges(source);
  const state = source.state();
  const { releases, today, phase } = state;
  const calendar = source.calendar();
  const model = useMemo(() => portfolioModel(releases, { today, calendar }), [releases, today, calendar]);
  const entries = useMemo(() => new Map(releases.map((entry) => [entry.release.id, entry])), [releases]);
  if (releases.length === 0)
    return <p class="shipshape-page-empty">{phase === 'loading' ? WORDS.loading : WORDS.empty}</p>;
  const tables = { model, entries, actions };
  const { parties, heat, metrics } = isLater ? model : NOTHING;
  return (
    <div class="shipshape-panel shipshape-page shipshape-portfolio">
      <header class="shipshape-page-head">
        <p class="shipshape-note" dir="auto">
          {model.count}
        </p>
        <h1 class="shipshape-page-title" dir="auto">
          {model.headline}
        </h1>
        {model.sentences.length > 0 && (
          <p class="shipshape-page-sentence" dir="auto">
            {model.sentences.join(' ')}
          </p>
        )}
      </header>
      <InTime state={state} source={source} model={model} entries={entries} actions={actions} />
      {parties.length > 0 && (
        <Section title={WORDS.collisions} end={model.collisionsCount} actions={actions}>
          <CollisionTable {...tables} />
        </Section>
      )}
      {heat.length > 0 && (
        <Section title={WORDS.heat} end={model.heatCount} actions={actions}>
          <HeatTable {...tables} />
        </Section>
      )}
      {metrics.length > 0 && <Metrics model={model} />}
    </div>
  );
}

/** Until the time line has been painted, nothing stands below it. */
const NOTHING: Pick<PortfolioModel, 'parties' | 'heat' | 'metrics'> = { parties: [], heat: [], metrics: [] };

/** False at first, true after what was drawn has been seen. */
function useLater(): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLater(true));
    return () => window.clearTimeout(timer);
  }, []);
  return isLater;
}

interface InTimeProps {
  readonly state: VaultState;
  readonly source: PageSource;
  readonly model: PortfolioModel;
  readonly entries: ReadonlyMap<string, VaultState['releases'][number]>;
  readonly actions: PanelActions;
}

/** The time line with what can be chosen about it, or the same as a table. */
function InTime({ state: { releases, today }, source, model, entries, actions }: InTimeProps): JSX.Element {
  const [zoom, setZoom] = useChoice(actions, 'time-zoom', WORDS.zooms, 'quarter');
  const [grouping, setGrouping] = useChoice(actions, 'time-grouping', WORDING.groupings, 'none');
  const [weekends, setWeekends] = useChoice<'yes' | 'no'>(actions, 'time-weekends', YES_NO, 'yes');
  const [isTable, setTable] = useState(false);
  const calendar = source.calendar();
  const line = useMemo(
    () =>
      timeLine(releases, model.collisions, { today, calendar }, { zoom, grouping, hasWeekends: weekends === 'yes' }),
    [releases, model, today, calendar, zoom, grouping, weekends],
  );
  const group = (event: MouseEvent): void =>
    menuOf(event, choicesOf({ names: WORDING.groupings, chosen: grouping, choose: setGrouping }));
  const copy = (): void => void copyText(csvOf([WORDS.csv, ...timeTable(releases, today)]), WORDS.csvCopied);
  return (
    <section class="shipshape-in-time" aria-label={WORDS.timeLine}>
      <div class="shipshape-time-tools">
        <span class="shipshape-zooms" role="group" aria-label={WORDS.zoom}>
          {(Object.keys(WORDS.zooms) as (typeof zoom)[]).map((name) => (
            <button
              key={name}
              type="button"
              class="shipshape-chip"
              aria-pressed={zoom === name}
              onClick={() => setZoom(name)}
            >
              {WORDS.zooms[name]}
            </button>
          ))}
        </span>
        <button type="button" class="shipshape-chip" aria-haspopup="menu" onClick={group}>
          <Icon name="list-tree" />
          {WORDING.groupings[grouping]}
        </button>
        <button
          type="button"
          class="shipshape-chip"
          aria-pressed={weekends === 'yes'}
          onClick={() => setWeekends(weekends === 'yes' ? 'no' : 'yes')}
        >
          {WORDS.weekends}
        </button>
        <button type="button" class="shipshape-link" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {isTable ? WORDS.showPicture : WORDS.showTable}
        </button>
        <button type="button" class="shipshape-link" onClick={copy}>
          {WORDS.copyCsv}
        </button>
      </div>
      {isTable ? (
        <InTable rows={timeTable(releases, today)} />
      ) : (
        <>
          <TimeLineGrid model={line} entries={entries} today={weekdayAndDay(today)} actions={actions} />
          <Legend />
        </>
      )}
    </section>
  );
}

function InTable({ rows }: { readonly rows: readonly (readonly string[])[] }): JSX.Element {
  return (
    <div class="shipshape-wide" tabIndex={0}>
      <TextTable class="shipshape-grid-table" head={WORDS.csv} rows={rows} />
    </div>
  );
}

/** What the marks mean; a reader of the screen hears it at each of them. */
function Legend(): JSX.Element {
  const { bracket, ...marks } = WORDS.legend;
  return (
    <p class="shipshape-note shipshape-time-legend" aria-hidden="true">
      {Object.entries(marks).map(([kind, name]) => (
        <span key={kind}>
          <span class={`shipshape-time-mark is-${kind}`} />
          {name}
        </span>
      ))}
      <span>
        <span class="shipshape-time-bracket" />
        {bracket}
      </span>
    </p>
  );
}
