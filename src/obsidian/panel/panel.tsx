import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isSnoozed } from '../../presentation/follow-ups-model';
import { FOLLOW_UP_WORDING } from '../../presentation/follow-ups-wording';
import { PROCESS_WORDING } from '../../presentation/process-wording';
import { WRITING_WORDING } from '../../presentation/writing-wording';
import { followUpsIn, type VaultState } from '../../workflows/vault-state';
import { FollowUps } from './follow-ups';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';
import { Failed, Loading } from './panel-states';
import { Processes } from './processes';
import { Releases } from './releases';
import { useUniqueId } from './unique-id';

/** What the panel watches. */
export interface PanelSource {
  readonly state: () => VaultState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly retry: () => void;
  readonly folders: () => readonly string[];
}

type Tab = 'releases' | 'follow-ups' | 'processes';
const TABS: readonly Tab[] = ['releases', 'follow-ups', 'processes'];
const TITLES: Readonly<Record<Tab, string>> = {
  releases: FOLLOW_UP_WORDING.releasesTab,
  'follow-ups': FOLLOW_UP_WORDING.tab,
  processes: PROCESS_WORDING.tab,
};

/** Shown instead of the words where the sidebar is too narrow for them. */
const ICONS: Readonly<Record<Tab, string>> = { releases: 'ship', 'follow-ups': 'bell', processes: 'list-checks' };

/** The panel: releases and follow-ups, and a way to write new notes. */
export function Panel({
  source,
  actions,
}: {
  readonly source: PanelSource;
  readonly actions: PanelActions;
}): JSX.Element {
  const [state, setState] = useState(source.state());
  const [tab, setTab] = useState<Tab>(() => TABS.find((known) => known === actions.load('tab')) ?? 'releases');
  const [pending, setPending] = useState(actions.keeper.pending());
  useEffect(() => {
    const follow = (): void => setPending(actions.keeper.pending());
    follow();
    return actions.keeper.subscribe(follow);
  }, [actions]);
  const tabs = useRef<HTMLDivElement>(null);
  const id = useUniqueId();
  useEffect(() => {
    const follow = (): void => setState(source.state());
    // Something may have been published between the first drawing and now.
    follow();
    return source.subscribe(follow);
  }, [source]);
  const waiting = useMemo(
    () =>
      followUpsIn(state).filter(
        ({ followUp }) =>
          followUp.state === 'open' &&
          followUp.due !== null &&
          followUp.due <= state.today &&
          !isSnoozed(followUp, state.today),
      ).length,
    [state],
  );

  const counts: Readonly<Record<Tab, number>> = {
    releases: 0,
    'follow-ups': waiting,
    processes: pending.length + state.changes.length,
  };

  if (state.phase === 'failed') return <Failed reason={state.failure} retry={source.retry} />;
  if (state.phase === 'loading' && state.releases.length === 0)
    return <Loading done={state.notesDone} total={state.notesTotal} />;
  const show = (next: Tab): void => {
    setTab(next);
    actions.save('tab', next);
  };
  const move = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const step =
      (event.key === 'ArrowRight') ===
      (event.currentTarget instanceof HTMLElement && event.currentTarget.doc.body.classList.contains('mod-rtl'))
        ? -1
        : 1;
    const at = (TABS.indexOf(tab) + step + TABS.length) % TABS.length;
    show(TABS[at] ?? 'releases');
    tabs.current?.querySelectorAll<HTMLElement>('[role="tab"]')[at]?.focus();
  };
  return (
    <div class="shipshape-panel">
      <div class="shipshape-tabs-row">
        <div class="shipshape-tabs" role="tablist" aria-label={FOLLOW_UP_WORDING.views} ref={tabs} onKeyDown={move}>
          {TABS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}-${name}`}
              class="shipshape-tab"
              aria-selected={tab === name}
              aria-controls={`${id}-panel`}
              title={TITLES[name]}
              tabIndex={tab === name ? 0 : -1}
              onClick={() => show(name)}
            >
              <Icon name={ICONS[name]} />
              <span class="shipshape-tab-label">{TITLES[name]}</span>
              {counts[name] > 0 && <span class="shipshape-count">{counts[name]}</span>}
            </button>
          ))}
        </div>
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
      <div class="shipshape-tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`}>
        {tab === 'releases' ? (
          <Releases state={state} folders={source.folders()} actions={actions} />
        ) : tab === 'follow-ups' ? (
          <FollowUps state={state} actions={actions} />
        ) : (
          <Processes state={state} pending={pending} actions={actions} />
        )}
      </div>
    </div>
  );
}
