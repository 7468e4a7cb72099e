import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type FollowUpGroup, type FollowUpLine, followUpsModel } from '../../presentation/follow-ups-model';
import { FOLLOW_UP_WORDING as WORDS } from '../../presentation/follow-ups-wording';
import { WORDING } from '../../presentation/wording';
import { dueNow, followUpsIn, type VaultState } from '../../workflows/vault-state';
import { FollowUpMenu } from './follow-up-menu';
import { countFound, Found } from './found';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';
import type { PanelTab, TabProps } from './panel-tab';
import { PlaceButton } from './place-button';
import { focusKeeper, keepOneTabStop, moveFocus } from './roving-focus';
import { choicesOf, menuOf } from './show-menu';
import { SearchField } from './search-field';
import { useChoice } from './use-choice';
import { useUniqueId } from './unique-id';

const FIRST_LINES = 100;

/** The tab of what waits for somebody. */
export const FOLLOW_UPS_TAB: PanelTab = {
  id: 'follow-ups',
  title: WORDS.tab,
  icon: 'bell',
  command: WORDS.openTab,
  count: (props) => dueNow(props.state) + countFound(props),
  View: FollowUps,
};

/** Who needs what by when, over all releases and notes. */
function FollowUps({ state, actions }: TabProps): JSX.Element {
  const [text, setText] = useState('');
  const [grouping, setGrouping] = useChoice(actions, 'grouping', WORDS.groupings, 'time');
  const [withSnoozed, setWithSnoozed] = useState(false);
  const [limit, setLimit] = useState(FIRST_LINES);
  const root = useRef<HTMLDivElement>(null);
  const keeper = useMemo(focusKeeper, []);
  const entries = useMemo(() => followUpsIn(state), [state]);
  const model = useMemo(
    () => followUpsModel(entries, state.today, grouping, { text, withSnoozed, limit }),
    [entries, state.today, grouping, text, withSnoozed, limit],
  );
  useLayoutEffect(() => {
    if (!root.current) return;
    keeper.restore(root.current);
    keepOneTabStop(root.current);
  });
  const choose = (event: MouseEvent): void =>
    menuOf(event, choicesOf({ names: WORDS.groupings, chosen: grouping, choose: setGrouping }));
  return (
    <>
      <div class="shipshape-header">
        <SearchField label={WORDS.filterLabel} placeholder={WORDS.filterPlaceholder} text={text} setText={setText}>
          <button type="button" class="clickable-icon" aria-label={WORDS.groupLabel} onClick={choose}>
            <Icon name="layers" />
          </button>
        </SearchField>
      </div>
      <div
        class="shipshape-scroll"
        ref={root}
        onKeyDown={(event) => moveFocus(event.currentTarget, event)}
        onFocusIn={(event) => {
          keepOneTabStop(event.currentTarget);
          keeper.note(event.currentTarget);
        }}
        onScroll={(event) => {
          if (event.currentTarget.scrollTop + event.currentTarget.clientHeight > event.currentTarget.scrollHeight - 600)
            setLimit(limit + FIRST_LINES);
        }}
      >
        <Found state={state} actions={actions} />
        {model.groups.length === 0 && (
          <div class="shipshape-hint">{model.open === 0 ? WORDS.empty : WORDS.noMatch}</div>
        )}
        {model.groups.map((group) => (
          <Group key={group.title} group={group} today={state.today} actions={actions} />
        ))}
        {model.snoozed > 0 && (
          <button type="button" class="shipshape-link" data-nav="" onClick={() => setWithSnoozed(!withSnoozed)}>
            {withSnoozed ? WORDS.hideSnoozed : WORDS.showSnoozed(model.snoozed)}
          </button>
        )}
      </div>
    </>
  );
}

function Group({
  group,
  today,
  actions,
}: {
  readonly group: FollowUpGroup;
  readonly today: VaultState['today'];
  readonly actions: PanelActions;
}): JSX.Element {
  const id = useUniqueId();
  return (
    <div class="shipshape-follow-group" role="group" aria-labelledby={id}>
      <div id={id} class="shipshape-section-title">
        {group.title}
        <span class="shipshape-count">{group.count}</span>
      </div>
      <ul class="shipshape-rows">
        {group.lines.map((line) => (
          <Line key={line.key} line={line} today={today} actions={actions} />
        ))}
      </ul>
    </div>
  );
}

function Line({
  line,
  today,
  actions,
}: {
  readonly line: FollowUpLine;
  readonly today: VaultState['today'];
  readonly actions: PanelActions;
}): JSX.Element {
  const [closing, setClosing] = useState(false);
  const close = async (): Promise<void> => {
    setClosing(true);
    if (!(await actions.followUps.close(line, today))) setClosing(false);
  };
  return (
    <li class={`shipshape-follow-line${closing ? ' is-done' : ''}`}>
      <input
        type="checkbox"
        class="task-list-item-checkbox"
        data-nav=""
        checked={closing}
        disabled={!line.writable}
        title={line.writable ? undefined : WORDS.inTable}
        aria-label={WORDS.done(`${line.who}, ${line.what}`)}
        onClick={(event) => {
          event.preventDefault();
          if (!closing) void close();
        }}
      />
      <div class="shipshape-follow-body">
        <PlaceButton place={line.place} actions={actions}>
          <span class="shipshape-follow-head">
            <span class="shipshape-who">{line.who}</span>
            <span class="shipshape-direction">{line.direction}</span>
          </span>
          <span class="shipshape-text">{line.what}</span>
          <span class="shipshape-facts">
            <bdi class={`shipshape-note${line.overdue ? ' is-overdue' : ''}`}>{line.due}</bdi>
            {[line.explanation, line.nudged, line.snoozed].map(
              (fact) =>
                fact && (
                  <bdi key={fact} class="shipshape-note">
                    {fact}
                  </bdi>
                ),
            )}
          </span>
          {line.release !== null && <span class="shipshape-note shipshape-release">{line.release}</span>}
        </PlaceButton>
        {line.unclear && (
          <span class="shipshape-settle">
            <button
              type="button"
              class="shipshape-chip"
              data-nav=""
              onClick={() => void actions.followUps.settle(line, 'we-owe')}
            >
              {WORDING.directions['we-owe']}
            </button>
            <button
              type="button"
              class="shipshape-chip"
              data-nav=""
              onClick={() => void actions.followUps.settle(line, 'they-owe')}
            >
              {WORDING.directions['they-owe']}
            </button>
          </span>
        )}
      </div>
      <FollowUpMenu line={line} today={today} actions={actions} />
    </li>
  );
}
