import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  type FollowUpGroup,
  type FollowUpGrouping,
  followUpsModel,
  type FollowUpsModel,
} from '../../presentation/follow-ups-model';
import { placeKey, withLeaving } from '../../presentation/follow-up-series';
import { FOLLOW_UP_WORDING as WORDS } from '../../presentation/follow-ups-wording';
import { dueNow, followUpsIn, type VaultState } from '../../workflows/vault-state';
import { Chip } from './chip';
import { FollowUpRow } from './follow-up-row';
import { countFound, Found } from './found';
import { Icon } from './icon';
import { NotRead } from './not-read';
import type { PanelActions } from './panel-actions';
import type { PanelTab, TabProps } from './panel-tab';
import { focusKeeper, keepOneTabStop, moveFocus } from './roving-focus';
import { choicesOf, menuOf } from './show-menu';
import { SearchField } from './search-field';
import { useChoice } from './use-choice';
import { useLeaving } from './use-leaving';
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
  const drawn = (): void => {
    if (!root.current) return;
    keeper.restore(root.current);
    keepOneTabStop(root.current);
  };
  useLayoutEffect(drawn);
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
        <Groups model={model} grouping={grouping} state={state} actions={actions} drawn={drawn} />
        {model.snoozed > 0 && (
          <button type="button" class="shipshape-link" data-nav="" onClick={() => setWithSnoozed(!withSnoozed)}>
            {withSnoozed ? WORDS.hideSnoozed : WORDS.showSnoozed(model.snoozed)}
          </button>
        )}
        {text === '' && <NotRead state={state} actions={actions} />}
      </div>
    </>
  );
}

/** The groups, with the lines that were just closed. */
function Groups({
  model,
  grouping,
  state,
  actions,
  drawn,
}: Pick<GroupProps, 'grouping' | 'state' | 'actions'> & {
  readonly model: FollowUpsModel;
  readonly drawn: () => void;
}): JSX.Element {
  const { leaving, leave, takeBack } = useLeaving(actions);
  // Rows leave by themselves, too: the keyboard must not fall out of the list.
  useLayoutEffect(drawn, [leaving]);
  return (
    <>
      {withLeaving(model.groups, leaving).map((group) => (
        <Group key={group.title} group={group} grouping={grouping} state={state} actions={actions}>
          {group.lines.map((line, index) => (
            <FollowUpRow
              key={line.key}
              line={line}
              today={state.today}
              actions={actions}
              undo={group.closed.has(placeKey(line)) ? () => takeBack(line) : null}
              closed={(label) => leave({ line, group: group.title, index }, label)}
            />
          ))}
        </Group>
      ))}
    </>
  );
}

interface GroupProps {
  readonly group: FollowUpGroup;
  readonly grouping: FollowUpGrouping;
  readonly state: VaultState;
  readonly actions: PanelActions;
  readonly children: ComponentChildren;
}

/** Lines below a title; below that of a person or team, one reminder for all of them. */
function Group({ group, grouping, state, actions, children }: GroupProps): JSX.Element {
  const id = useUniqueId();
  const entries = group.lines.map(({ followUp, release }) => ({ followUp, release }));
  const isParty = grouping === 'party' && entries.length > 1 && entries[0]?.followUp.who !== null;
  return (
    <div class="shipshape-follow-group" role="group" aria-labelledby={id}>
      <div id={id} class="shipshape-section-title">
        {group.title}
        <span class="shipshape-count">{group.count}</span>
        {isParty && (
          <Chip
            label={WORDS.remindParty(entries.length)}
            about={group.title}
            run={() => actions.followUps.remindAll(entries, state.today)}
          />
        )}
      </div>
      <ul class="shipshape-rows">{children}</ul>
    </div>
  );
}
