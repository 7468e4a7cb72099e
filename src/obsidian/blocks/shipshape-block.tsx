import { type App, MarkdownRenderChild, type MarkdownPostProcessorContext, Menu, Notice, type Plugin } from 'obsidian';
import { type JSX, render } from 'preact';
import type { BlockRequest } from '../../presentation/block/block-request';
import { type BlockRow, blockRows, chosenReleases, rowsAsText } from '../../presentation/block/block-rows';
import { BLOCK_WORDING as WORDS } from '../../presentation/block/block-wording';
import { noteName } from '../../presentation/place';
import { renderStatus } from '../../presentation/status/render-status';
import { statusUpdate } from '../../presentation/status/status-update';
import { WORDING } from '../../presentation/wording';
import { type BlockSection, readBlock, replaceBlock } from '../../workflows/code-block';
import { followUpsIn, type VaultState } from '../../workflows/vault-state';
import { Icon } from '../panel/icon';
import { type PanelActions, panelActions } from '../panel/panel-actions';
import type { PanelHost } from '../panel/panel-view';
import { PlaceButton } from '../panel/place-button';
import { entriesOf, showMenu } from '../panel/show-menu';
import { InTimeBlock } from './in-time-block';
import { useChanges } from '../panel/use-changes';

/** A code block `shipshape` in any note: live, and current with what the notes say. */
export function addShipshapeBlock(plugin: Plugin, host: PanelHost): void {
  plugin.registerMarkdownCodeBlockProcessor('shipshape', (source, element, context) => {
    context.addChild(new ShipshapeBlock(plugin.app, element, host, source, context));
  });
}

class ShipshapeBlock extends MarkdownRenderChild {
  // Obsidian keeps its preview of the line that the mouse rests on here.
  hoverPopover = null;
  readonly #app: App;
  readonly #host: PanelHost;
  readonly #source: string;
  readonly #context: MarkdownPostProcessorContext;

  constructor(app: App, element: HTMLElement, host: PanelHost, source: string, context: MarkdownPostProcessorContext) {
    super(element);
    this.#app = app;
    this.#host = host;
    this.#source = source;
    this.#context = context;
  }

  override onload(): void {
    const actions = panelActions(this.#app, this, this.#host);
    this.containerEl.addClass('shipshape-view', 'shipshape-block');
    render(
      <Block source={this.#source} host={this.#host} actions={actions} freeze={(text) => void this.#freeze(text)} />,
      this.containerEl,
    );
  }

  override onunload(): void {
    render(null, this.containerEl);
  }

  /** Puts the text in place of the block, if that is still as it was drawn. */
  async #freeze(text: string): Promise<void> {
    const section: BlockSection | null = this.#context.getSectionInfo(this.containerEl);
    const path = this.#context.sourcePath;
    const { writer } = this.#host;
    const outcome =
      section === null ? 'changed' : await writer.edit(path, WORDS.frozen, (now) => replaceBlock(now, section, text));
    if (outcome === 'changed') new Notice(WORDS.changed);
    else if (outcome === 'nested') new Notice(WORDS.nested);
    else if (outcome === 'failed') new Notice(WORDING.noteFailed(noteName(path), writer.failure()));
    else if (outcome === 'missing') new Notice(WORDING.noteMissing(noteName(path)));
  }
}

interface BlockProps {
  readonly source: string;
  readonly host: PanelHost;
  readonly actions: PanelActions;
  readonly freeze: (text: string) => void;
}

function Block({ source, host, actions, freeze }: BlockProps): JSX.Element {
  useChanges(host);
  const read = readBlock(source);
  if ('problem' in read) return <p class="shipshape-panel shipshape-block-problem">{read.problem}</p>;
  const state = host.state();
  if (state.phase === 'loading' && state.releases.length === 0)
    return <p class="shipshape-panel shipshape-note">{WORDS.reading}</p>;
  const { request } = read;
  const isList = request.show !== 'timeline' && request.show !== 'portfolio' && request.show !== 'status';
  return (
    <div class="shipshape-panel shipshape-page shipshape-block-body">
      {isList ? (
        <List request={request} state={state} actions={actions} freeze={freeze} />
      ) : request.show === 'status' ? (
        <Status request={request} state={state} freeze={freeze} />
      ) : (
        <InTimeBlock request={request} state={state} calendar={host.calendar()} actions={actions} />
      )}
    </div>
  );
}

type Shown = Pick<BlockProps, 'freeze'> & { readonly request: BlockRequest; readonly state: VaultState };

/** Rows, each of which opens its line or its release. */
function List({ request, state, actions, freeze }: Shown & { readonly actions: PanelActions }): JSX.Element {
  const { today } = state;
  const all = blockRows(request, {
    releases: state.releases,
    followUps: followUpsIn(state),
    processes: request.show === 'processes' || request.show === 'dates' ? actions.writing.registry() : [],
    today,
  });
  if (
    request.release !== '' &&
    all.length === 0 &&
    chosenReleases(state.releases, { ...request, party: '', within: null, level: null }, today).length === 0
  )
    return <p class="shipshape-note">{WORDS.noRelease(request.release)}</p>;
  if (all.length === 0) return <p class="shipshape-note">{WORDS.none[request.show]}</p>;
  const rows = all.slice(0, request.limit);
  const pathOf = (id: string): string | null =>
    state.releases.find(({ release }) => release.id === id)?.release.sources[0] ?? null;
  return (
    <>
      <ul class="shipshape-block-rows">
        {rows.map((row) => (
          <Row key={row.key} row={row} state={state} actions={actions} />
        ))}
      </ul>
      <p class="shipshape-block-foot">
        <span class="shipshape-note">{all.length > rows.length ? WORDS.more(all.length - rows.length) : ''}</span>
        <BlockMenu text={() => rowsAsText(rows, today, pathOf)} freeze={freeze} />
      </p>
    </>
  );
}

function Row({
  row,
  state,
  actions,
}: {
  readonly row: BlockRow;
  readonly state: VaultState;
  readonly actions: PanelActions;
}): JSX.Element {
  const words = (
    <>
      <Icon name={row.icon} />
      <span class="shipshape-block-words">
        <span dir="auto">{row.text}</span>
        <span class="shipshape-note" dir="auto">
          {row.facts.join(' · ')}
        </span>
      </span>
    </>
  );
  const open = (): void => {
    const entry = state.releases.find(({ release }) => release.id === row.release);
    if (entry) actions.acts.openView(entry);
  };
  return (
    <li class={row.face === '' ? '' : `is-${row.face}`}>
      {row.place ? (
        <PlaceButton place={row.place} actions={actions}>
          {words}
        </PlaceButton>
      ) : (
        <button type="button" class="shipshape-place" onClick={open}>
          {words}
        </button>
      )}
    </li>
  );
}

/** The status update of one release for executives. */
function Status({ request, state: { releases, today, statuses }, freeze }: Shown): JSX.Element {
  const [entry] = chosenReleases(releases, { ...request, level: null, party: '', within: null }, today);
  if (!entry) return <p class="shipshape-note">{WORDS.noRelease(request.release)}</p>;
  const reader =
    request.party === ''
      ? ({ audience: 'executive', party: '' } as const)
      : ({ audience: 'stakeholder', party: request.party } as const);
  const update = statusUpdate({ ...entry, today }, reader, statuses);
  return (
    <>
      {update.blocks.map(({ heading, isList, items }, at) => (
        <div key={at} dir="auto">
          {heading !== '' && <strong>{heading}</strong>}
          {items.map((item, index) => (
            <p key={index} class={isList ? 'shipshape-block-item' : ''}>
              {item.map(({ text }) => text).join(' ')}
            </p>
          ))}
        </div>
      ))}
      <p class="shipshape-block-foot">
        <span />
        <BlockMenu text={() => renderStatus(update, 'markdown')} freeze={freeze} />
      </p>
    </>
  );
}

function BlockMenu({
  text,
  freeze,
}: {
  readonly text: () => string;
  readonly freeze: (text: string) => void;
}): JSX.Element {
  const open = (event: MouseEvent): void => {
    const menu = new Menu();
    entriesOf(menu)(WORDS.freeze, 'snowflake', () => freeze(text()));
    showMenu(menu, event);
  };
  return (
    <button type="button" class="clickable-icon" aria-haspopup="menu" aria-label={WORDS.menu} onClick={open}>
      <Icon name="ellipsis" />
    </button>
  );
}
