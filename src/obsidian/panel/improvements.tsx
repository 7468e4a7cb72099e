import { Menu } from 'obsidian';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { isImplemented } from '../../domain/improvement';
import { type ImprovementLine, improvementsModel } from '../../presentation/improvements-model';
import { IMPROVEMENT_WORDING as WORDS } from '../../presentation/improvements-wording';
import type { VaultState } from '../../workflows/vault-state';
import { Icon } from './icon';
import { Facts } from './facts';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';
import { entriesOf, showMenu } from './show-menu';
import { useUniqueId } from './unique-id';

/** What retros asked for, and how far it is. */
export function Improvements({
  state,
  actions,
}: {
  readonly state: VaultState;
  readonly actions: PanelActions;
}): JSX.Element | null {
  const id = useUniqueId();
  const model = useMemo(
    () =>
      improvementsModel(
        state.improvements,
        state.releases.map(({ release }) => release),
        state.today,
      ),
    [state],
  );
  if (model.groups.length === 0) return null;
  return (
    <div class="shipshape-loose" role="group" aria-labelledby={id}>
      <div id={id} class="shipshape-section-title">
        {WORDS.title}
        <span class="shipshape-count">{model.share}</span>
      </div>
      {model.inTime === null ? null : <p class="shipshape-hint">{model.inTime}</p>}
      {model.warnings.map((warning) => (
        <p key={warning} class="shipshape-hint">
          {warning}
        </p>
      ))}
      {model.groups.map((group) => (
        <div key={group.title}>
          <div class="shipshape-subsection">
            {group.title}
            <span class="shipshape-count">{group.lines.length}</span>
          </div>
          <ul class="shipshape-rows">
            {group.lines.map((line) => (
              <Line key={line.key} line={line} actions={actions} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Line({ line, actions }: { readonly line: ImprovementLine; readonly actions: PanelActions }): JSX.Element {
  const { improvement } = line;
  const { writing } = actions;
  const open = (event: MouseEvent): void => {
    const menu = new Menu();
    const add = entriesOf(menu);
    const { state } = improvement;
    if (state === 'captured') add(WORDS.accept, 'circle-check', () => writing.improvements.accept(improvement));
    if (state === 'captured' || state === 'accepted')
      add(WORDS.start, 'circle-play', () => writing.improvements.start(improvement));
    if (state !== 'implemented' && state !== 'verified' && state !== 'dropped')
      add(WORDS.implement, 'check-check', () => writing.improvements.implement(improvement));
    if (state === 'implemented') add(WORDS.verify, 'badge-check', () => writing.improvements.verify(improvement));
    if (isImplemented(state)) add(WORDS.learn, 'lightbulb', () => writing.improvements.learn(improvement));
    if (state !== 'dropped' && state !== 'verified')
      add(WORDS.drop, 'circle-x', () => writing.improvements.drop(improvement));
    add(WORDS.open, 'file-text', () => actions.open(line.place, event));
    showMenu(menu, event);
  };
  return (
    <li class="shipshape-follow-line">
      <div class="shipshape-follow-body">
        <PlaceButton place={line.place} actions={actions}>
          <span class="shipshape-text">{line.title}</span>
          <Facts facts={line.facts} />
          {line.problem !== '' && <span class="shipshape-note is-overdue">{line.problem}</span>}
        </PlaceButton>
      </div>
      <button
        type="button"
        class="clickable-icon"
        data-nav=""
        aria-haspopup="menu"
        aria-label={WORDS.more(line.title)}
        onClick={open}
      >
        <Icon name="ellipsis" />
      </button>
    </li>
  );
}
