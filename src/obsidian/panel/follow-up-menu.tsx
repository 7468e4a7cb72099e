import type { JSX } from 'preact';
import type { CalendarDate } from '../../domain/calendar-date';
import type { FollowUpLine } from '../../presentation/follow-ups-model';
import { FOLLOW_UP_WORDING } from '../../presentation/follow-ups-wording';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';

/** The button that shows what else can be done with a follow-up. */
export function FollowUpMenu({
  line,
  today,
  actions,
}: {
  readonly line: FollowUpLine;
  readonly today: CalendarDate;
  readonly actions: PanelActions;
}): JSX.Element {
  return (
    <button
      type="button"
      class="clickable-icon"
      data-nav=""
      aria-haspopup="menu"
      aria-label={FOLLOW_UP_WORDING.more(line.what)}
      onClick={(event) => actions.followUps.menu(line, today, event)}
    >
      <Icon name="ellipsis" />
    </button>
  );
}
