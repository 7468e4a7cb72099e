import type { JSX } from 'preact';
import type { AssessedRelease } from '../../index/portfolio';
import { type PartyCell, type PortfolioModel, REASON_KINDS } from '../../presentation/portfolio/portfolio-model';
import { PORTFOLIO_WORDING as WORDS } from '../../presentation/portfolio/portfolio-wording';
import { Icon } from '../panel/icon';
import type { PanelActions } from '../panel/panel-actions';
import { asksMenu } from './asks-menu';

interface TableProps {
  readonly model: PortfolioModel;
  readonly entries: ReadonlyMap<string, AssessedRelease>;
  readonly actions: PanelActions;
}

/** Points from which a cell has its full colour. */
const FULL_POINTS = 40;

/** Releases by kind of reason; each cell says its points, and red is said by a sign and a frame, too. */
export function HeatTable({ model, entries, actions }: TableProps): JSX.Element {
  return (
    <div class="shipshape-wide">
      <table class="shipshape-grid-table shipshape-heat">
        <thead>
          <tr>
            <th scope="col">{WORDS.heatHead}</th>
            {REASON_KINDS.map((kind) => (
              <th key={kind} scope="col">
                {WORDS.kinds[kind]}
              </th>
            ))}
            <th scope="col">{WORDS.heatSum}</th>
          </tr>
        </thead>
        <tbody>
          {model.heat.map((row) => (
            <tr key={row.id}>
              <th scope="row" class={`is-${row.face}`}>
                <button
                  type="button"
                  class="shipshape-place"
                  onClick={() => {
                    const entry = entries.get(row.id);
                    if (entry) actions.acts.openView(entry);
                  }}
                >
                  <Icon name={row.icon} />
                  <span dir="auto">{row.title}</span>
                  <span class="shipshape-hidden">{`, ${row.faceWord}`}</span>
                </button>
              </th>
              {row.cells.map(({ points, isRed }, at) => (
                <td
                  key={REASON_KINDS[at]}
                  class={`${points > 0 ? 'is-hot' : ''}${isRed ? ' is-red' : ''}`}
                  style={{ '--shipshape-heat': `${Math.min(1, points / FULL_POINTS)}` }}
                >
                  {points === 0 ? '·' : `${isRed ? '✕ ' : ''}${points}`}
                </td>
              ))}
              <td class="shipshape-heat-sum">{row.sum}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="shipshape-note">{WORDS.heatNote}</p>
    </div>
  );
}

/** Parties by week; where several releases need one, they are named. */
export function CollisionTable({ model, actions }: TableProps): JSX.Element {
  return (
    <div class="shipshape-wide">
      <table class="shipshape-grid-table shipshape-heat">
        <thead>
          <tr>
            <th scope="col">{WORDS.collisionsHead}</th>
            {model.weeks.map((week) => (
              <th key={week} scope="col">
                {week}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.parties.map(({ party, cells }) => (
            <tr key={party}>
              <th scope="row" dir="auto">
                {party}
              </th>
              {cells.map((cell, at) => (
                <td
                  key={model.weeks[at]}
                  class={`${cell.asks.length > 0 ? 'is-asked' : ''}${cell.collides ? ' is-colliding' : ''}`}
                  style={{ '--shipshape-heat': `${Math.min(1, cell.asks.length / 4)}` }}
                >
                  <Asks cell={cell} about={`${party}, ${model.weeks[at] ?? ''}`} actions={actions} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="shipshape-note">{WORDS.collisionsNote}</p>
    </div>
  );
}

function Asks({
  cell,
  about,
  actions,
}: {
  readonly cell: PartyCell;
  readonly about: string;
  readonly actions: PanelActions;
}): JSX.Element {
  if (cell.asks.length === 0) return <>·</>;
  return (
    <button
      type="button"
      class="shipshape-place"
      aria-haspopup="menu"
      onClick={(event) => asksMenu(cell.asks, actions, event)}
    >
      <span class="shipshape-hidden">{`${about}: `}</span>
      <strong>{cell.asks.length}</strong>
      <span class="shipshape-hidden">{WORDS.asksOnly(cell.asks.length)}</span>
      {cell.releases !== '' && <span class="shipshape-note">{cell.releases}</span>}
    </button>
  );
}

/** How releases went out lately. */
export function Metrics({ model }: Pick<TableProps, 'model'>): JSX.Element {
  return (
    <dl class="shipshape-metrics">
      {model.metrics.map(({ label, value, before }) => (
        <div key={label}>
          <dt class="shipshape-note">{label}</dt>
          <dd>
            <strong>{value}</strong>
            <span class="shipshape-note">{before}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
