import { BasesView, type BasesAllOptions, type Plugin, type QueryController } from 'obsidian';
import { type JSX, render } from 'preact';
import { type BoardCard, type BoardChoice, type BoardModel, boardModel } from '../../presentation/board/board-model';
import { BOARD_WORDING as WORDS } from '../../presentation/board/board-wording';
import { homeOf } from '../../workflows/release-note';
import type { VaultState } from '../../workflows/vault-state';
import { Icon } from '../panel/icon';
import { type PanelActions, panelActions } from '../panel/panel-actions';
import type { PanelHost } from '../panel/panel-view';
import { PlaceButton } from '../panel/place-button';

/** Under which the board is known to bases; it stands in their files. */
export const BOARD_VIEW_TYPE = 'shipshape-releases';
/** Results come in bursts, and one may contradict the next: only the last one is drawn. */
const QUIET_MS = 60;

const OPTIONS: BasesAllOptions[] = [
  { type: 'dropdown', key: 'groupBy', displayName: WORDS.groupBy, default: 'level', options: { ...WORDS.groups } },
  { type: 'dropdown', key: 'colourBy', displayName: WORDS.colourBy, default: 'level', options: { ...WORDS.colours } },
  { type: 'toggle', key: 'showDone', displayName: WORDS.showDone, default: false },
];

/** Registers the board; where bases are off there is none, and nothing is said. */
export function addReleaseBoard(plugin: Plugin, host: PanelHost): void {
  plugin.registerBasesView(BOARD_VIEW_TYPE, {
    name: WORDS.name,
    icon: 'ship',
    factory: (controller, containerEl) => new ReleaseBoard(controller, containerEl, host),
    options: () => OPTIONS,
  });
}

/** The notes of a base as releases, without a property written. It keeps nothing of the base's results. */
class ReleaseBoard extends BasesView {
  override type = BOARD_VIEW_TYPE;
  // Obsidian keeps its preview of the line that the mouse rests on here.
  hoverPopover = null;
  readonly #element: HTMLElement;
  readonly #host: PanelHost;
  #waits: number | null = null;
  #drawn = '';
  #actions: PanelActions | null = null;

  constructor(controller: QueryController, containerEl: HTMLElement, host: PanelHost) {
    super(controller);
    this.#element = containerEl.createDiv({ cls: 'shipshape-view shipshape-board' });
    this.#host = host;
  }

  override onload(): void {
    this.#actions = panelActions(this.app, this, this.#host);
    this.register(this.#host.subscribe(() => this.#soon()));
  }

  override onDataUpdated(): void {
    this.#soon();
  }

  override onunload(): void {
    if (this.#waits !== null) this.#element.win.clearTimeout(this.#waits);
    render(null, this.#element);
    this.#element.remove();
  }

  #soon(): void {
    const { win } = this.#element;
    if (this.#waits !== null) win.clearTimeout(this.#waits);
    this.#waits = win.setTimeout(() => {
      this.#waits = null;
      this.#draw();
    }, QUIET_MS);
  }

  #draw(): void {
    // The container may have left the page meanwhile, and a base may have no result yet.
    if (!this.#element.isConnected || !this.#actions || !(this.data as unknown)) return;
    const state = this.#host.state();
    const model = boardOf(
      this.data.data.map(({ file }) => file.path),
      state,
      choiceIn((key) => this.config.get(key)),
    );
    const key = JSON.stringify([model, state.phase]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    render(<Board model={model} state={state} actions={this.#actions} />, this.#element);
  }
}

/** What a base's file says, of any age or state. */
function choiceIn(value: (key: string) => unknown): BoardChoice {
  const oneOf = <T extends string>(key: string, known: Readonly<Record<T, string>>, first: T): T =>
    (Object.keys(known) as T[]).find((one) => one === value(key)) ?? first;
  return {
    groupBy: oneOf('groupBy', WORDS.groups, 'level'),
    colourBy: oneOf('colourBy', WORDS.colours, 'level'),
    showsDone: value('showDone') === true,
  };
}

function boardOf(paths: readonly string[], { releases, today }: VaultState, choice: BoardChoice): BoardModel {
  const plans = new Map(
    releases.flatMap((entry) => {
      const home = homeOf(entry.release);
      return home === null ? [] : [[home, entry] as const];
    }),
  );
  return boardModel(paths, (path) => plans.get(path) ?? null, today, choice);
}

function Board({
  model,
  state,
  actions,
}: {
  readonly model: BoardModel;
  readonly state: VaultState;
  readonly actions: PanelActions;
}): JSX.Element {
  return (
    <div class="shipshape-panel shipshape-page shipshape-board-page">
      {model.empty !== '' && <p class="shipshape-note">{state.phase === 'loading' ? WORDS.reading : model.empty}</p>}
      <div class="shipshape-board-columns">
        {model.columns.map(({ key, title, cards }) => (
          <section key={key} aria-label={title}>
            <h3 dir="auto">
              {title} <span class="shipshape-count">{cards.length}</span>
            </h3>
            <ul>
              {cards.map((card) => (
                <Card key={card.path} card={card} state={state} actions={actions} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {model.others !== '' && (
        <details>
          <summary class="shipshape-note">{model.others}</summary>
          <ul>
            {model.otherNotes.map(({ path, name }) => (
              <li key={path}>
                <PlaceButton place={{ path, line: 1, label: path }} actions={actions}>
                  <span dir="auto">{name}</span>
                </PlaceButton>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Card({
  card,
  state,
  actions,
}: {
  readonly card: BoardCard;
  readonly state: VaultState;
  readonly actions: PanelActions;
}): JSX.Element {
  const open = (): void => {
    const entry = state.releases.find(({ release }) => release.id === card.id);
    if (entry) actions.acts.openView(entry);
  };
  return (
    <li class={card.colour === '' ? '' : `is-${card.colour}`}>
      <button type="button" class="shipshape-place" onClick={open}>
        <span class="shipshape-board-title">
          <Icon name={card.icon} />
          <span dir="auto">{card.title}</span>
        </span>
        <span class="shipshape-note">{[card.faceWord, ...card.facts].join(' · ')}</span>
      </button>
    </li>
  );
}
