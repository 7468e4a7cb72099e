import type { JSX } from 'preact';
import type { AssessedRelease } from '../../index/portfolio';
import { WORDING } from '../../presentation/wording';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';

/** Opens the menu of all that can be done with a release; in a list the arrow keys reach it, elsewhere the tab key. */
export function ActsButton({
  title,
  entry,
  actions,
  class: name,
  nav,
  isPage = false,
}: {
  readonly title: string;
  readonly entry: AssessedRelease;
  readonly actions: PanelActions;
  readonly class: string;
  readonly nav?: { readonly isReached: boolean };
  /** It stands on the release's own page. */
  readonly isPage?: boolean;
}): JSX.Element {
  return (
    <button
      type="button"
      class={`clickable-icon ${name}`}
      data-nav={nav?.isReached ? '' : undefined}
      tabIndex={nav ? -1 : undefined}
      aria-haspopup="menu"
      aria-label={WORDING.actsOf(title)}
      onClick={(event) => actions.acts.menu(entry, event, isPage)}
    >
      <Icon name="ellipsis" />
    </button>
  );
}
