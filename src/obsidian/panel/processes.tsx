import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { baseName } from '../../domain/note-path';
import { PROCESS_WORDING as WORDS } from '../../presentation/process-wording';
import type { ConflictChoice } from '../../workflows/playbook-edits';
import type { PendingUpdate } from '../../workflows/pending-updates';
import { Changes } from './changes';
import { Icon } from './icon';
import { Improvements } from './improvements';
import type { PanelActions } from './panel-actions';
import type { PanelTab, TabProps } from './panel-tab';
import { PlaceButton } from './place-button';
import { Registry } from './registry';
import { focusKeeper, keepOneTabStop, moveFocus } from './roving-focus';
import { TextDifference, TextSide } from './text-difference';
import { useUniqueId } from './unique-id';

const CHOICES: readonly ConflictChoice[] = ['mine', 'theirs', 'both'];

/** The tab of processes and their playbooks. */
export const PROCESSES_TAB: PanelTab = {
  id: 'processes',
  title: WORDS.tab,
  icon: 'list-checks',
  command: WORDS.openTab,
  count: ({ state, pending }) => pending.length + state.changes.length,
  View: Processes,
};

/** Playbooks that wait for a person (offered updates, conflicts, failed writes), and what retros asked for. */
function Processes({ state, pending, actions }: TabProps): JSX.Element {
  const entries = actions.writing.registry();
  const id = useUniqueId();
  const root = useRef<HTMLDivElement>(null);
  const keeper = useMemo(focusKeeper, []);
  useLayoutEffect(() => {
    if (!root.current) return;
    // A line that was settled leaves the list; the focus stays where it was.
    keeper.restore(root.current);
    keepOneTabStop(root.current);
  });
  return (
    <div
      class="shipshape-scroll"
      ref={root}
      onKeyDown={(event) => moveFocus(event.currentTarget, event)}
      onFocusIn={(event) => {
        keepOneTabStop(event.currentTarget);
        keeper.note(event.currentTarget);
      }}
    >
      <button type="button" class="shipshape-start" data-nav="" onClick={() => actions.writing.documentProcess()}>
        <Icon name="list-checks" />
        <span class="shipshape-start-words">
          <span class="shipshape-start-title">{WORDS.command}</span>
          <span class="shipshape-note">{WORDS.sourceHint}</span>
        </span>
      </button>
      {pending.length === 0 && state.changes.length === 0 && <p class="shipshape-hint">{WORDS.empty}</p>}
      {pending.length > 0 && (
        <div class="shipshape-loose" role="group" aria-labelledby={id}>
          <div id={id} class="shipshape-section-title">
            {WORDS.updates}
            <span class="shipshape-count">{pending.length}</span>
          </div>
          <ul class="shipshape-rows">
            {pending.map((update) => (
              <Pending key={`${update.process}\n${update.playbook}`} update={update} actions={actions} />
            ))}
          </ul>
        </div>
      )}
      <Changes changes={state.changes} processes={entries} actions={actions} />
      <Registry entries={entries} today={state.today} actions={actions} />
      <Improvements state={state} actions={actions} />
    </div>
  );
}

function Pending({ update, actions }: { readonly update: PendingUpdate; readonly actions: PanelActions }): JSX.Element {
  const [working, setWorking] = useState(false);
  const { playbook, process, reason, changed, conflicts, failure } = update;
  const apply = (choice: ConflictChoice | null): void => {
    setWorking(true);
    void actions.keeper.apply(update, choice).finally(() => setWorking(false));
  };
  return (
    <li class="shipshape-pending">
      <PlaceButton place={{ path: playbook, line: 1, label: playbook }} actions={actions}>
        <span class="shipshape-who">{baseName(playbook)}</span>
        <span class="shipshape-facts">
          <span class={`shipshape-note${reason === 'offered' || reason === 'new' ? '' : ' is-overdue'}`}>
            {failure ? WORDS.because(WORDS.reasons[reason], failure) : WORDS.reasons[reason]}
          </span>
        </span>
      </PlaceButton>
      <PlaceButton place={{ path: process, line: 1, label: process }} actions={actions} class="shipshape-place-link">
        {WORDS.fromProcess(baseName(process))}
      </PlaceButton>
      {reason !== 'conflict' &&
        changed.map(({ block, before, after }) => (
          <TextDifference key={block} title={WORDS.blocks[block]} before={before} after={after} />
        ))}
      {conflicts.map(({ block, mine, theirs }) => (
        <div key={block} class="shipshape-conflict">
          <TextSide title={WORDS.mineTitle} before={mine} after={theirs} side="removed" />
          <TextSide title={WORDS.theirsTitle} before={mine} after={theirs} side="added" />
        </div>
      ))}
      <span class="shipshape-settle">
        {reason === 'new' && (
          <button
            type="button"
            data-nav=""
            class="shipshape-chip"
            disabled={working}
            onClick={() => actions.keeper.leave(update)}
          >
            {WORDS.leave}
          </button>
        )}
        {reason === 'conflict' ? (
          CHOICES.map((choice) => (
            <button
              key={choice}
              type="button"
              data-nav=""
              class="shipshape-chip"
              disabled={working}
              aria-label={`${WORDS[choice]}: ${baseName(playbook)}`}
              onClick={() => apply(choice)}
            >
              {WORDS[choice]}
            </button>
          ))
        ) : (
          <button type="button" data-nav="" class="shipshape-chip" disabled={working} onClick={() => apply(null)}>
            {reason === 'failed' ? WORDS.tryAgain : reason === 'new' ? WORDS.add : WORDS.apply}
          </button>
        )}
      </span>
    </li>
  );
}
