import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { FOLLOW_UP_WORDING } from '../../presentation/follow-ups-wording';
import { WRITING_WORDING } from '../../presentation/writing-wording';
import type { VaultState } from '../../workflows/vault-state';
import { useFollowed } from './follow';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';
import { Failed, Loading } from './panel-states';
import type { PanelTab, TabProps, WantedTab } from './panel-tab';
import { placeAlong } from './roving-focus';
import { TABS } from './tabs';
import { useUniqueId } from './unique-id';

/** What the panel watches. */
export interface PanelSource {
  readonly state: () => VaultState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly retry: () => void;
  readonly folders: () => readonly string[];
}

interface PanelProps {
  readonly source: PanelSource;
  readonly actions: PanelActions;
  readonly wanted: WantedTab | null;
}

const tabOf = (id: unknown): PanelTab => TABS.find((known) => known.id === id) ?? TABS[0];

/** The panel: a strip of tabs, the chosen one below it, and a way to write new notes. */
export function Panel({ source, actions, wanted }: PanelProps): JSX.Element {
  const state = useFollowed(source.state, source.subscribe);
  const pending = useFollowed(actions.keeper.pending, actions.keeper.subscribe);
  const [tab, setTab] = useState<PanelTab>(() => tabOf(wanted?.id ?? actions.load('tab')));
  const id = useUniqueId();
  const show = (next: PanelTab): void => {
    setTab(next);
    actions.save('tab', next.id);
  };
  useEffect(() => {
    if (wanted) show(tabOf(wanted.id));
  }, [wanted]);
  if (state.phase === 'failed') return <Failed reason={state.failure} retry={source.retry} />;
  if (state.phase === 'loading' && state.releases.length === 0)
    return <Loading done={state.notesDone} total={state.notesTotal} />;
  const props: TabProps = { state, pending, folders: source.folders(), wanted, actions };
  return (
    <div class="shipshape-panel">
      <div class="shipshape-tabs-row">
        <TabStrip id={id} chosen={tab} choose={show} count={(of) => of.count(props)} />
        <button
          type="button"
          class="clickable-icon"
          aria-haspopup="menu"
          aria-label={WRITING_WORDING.newMenu}
          onClick={(event) => actions.newMenu(event)}
        >
          <Icon name="plus" />
        </button>
      </div>
      <div class="shipshape-tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab.id}`}>
        <tab.View key={tab.id} {...props} />
      </div>
    </div>
  );
}

interface StripProps {
  readonly id: string;
  readonly chosen: PanelTab;
  readonly choose: (tab: PanelTab) => void;
  readonly count: (tab: PanelTab) => number;
}

/** The tabs themselves; arrows, Home and End go from one to the other. */
function TabStrip({ id, chosen, choose, count }: StripProps): JSX.Element {
  const strip = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    const to = placeAlong(event, TABS.indexOf(chosen), TABS.length);
    if (to === null) return;
    event.preventDefault();
    const at = (to + TABS.length) % TABS.length;
    choose(TABS[at] ?? TABS[0]);
    strip.current?.querySelectorAll<HTMLElement>('[role="tab"]')[at]?.focus();
  };
  return (
    <div class="shipshape-tabs" role="tablist" aria-label={FOLLOW_UP_WORDING.views} ref={strip} onKeyDown={move}>
      {TABS.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${id}-${tab.id}`}
          class="shipshape-tab"
          aria-selected={chosen === tab}
          aria-controls={`${id}-panel`}
          title={tab.title}
          tabIndex={chosen === tab ? 0 : -1}
          onClick={() => choose(tab)}
        >
          <Icon name={tab.icon} />
          <span class="shipshape-tab-label">{tab.title}</span>
          {count(tab) > 0 && <span class="shipshape-count">{count(tab)}</span>}
        </button>
      ))}
    </div>
  );
}
