import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { monthDay } from '../../presentation/date-wording';
import { noteName } from '../../presentation/place';
import { WORDING } from '../../presentation/wording';
import type { VaultState } from '../../workflows/vault-state';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';

const MOST_NOTES = 30;
const MOST_LINES = 12;

/** How many lines with a box are in no list; one press shows them, note by note. */
export function NotRead({
  state: { skipped, today },
  actions,
}: {
  readonly state: Pick<VaultState, 'skipped' | 'today'>;
  readonly actions: PanelActions;
}): JSX.Element | null {
  const [isOpen, setOpen] = useState(false);
  if (skipped.length === 0) return null;
  const count = skipped.reduce((sum, { lines }) => sum + lines.length, 0);
  return (
    <div class="shipshape-loose">
      <button
        type="button"
        class="shipshape-found-title"
        data-nav=""
        aria-expanded={isOpen}
        title={WORDING.notReadHint}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
        <span>{WORDING.notRead(count, skipped.length)}</span>
      </button>
      {isOpen &&
        skipped.slice(0, MOST_NOTES).map(({ path, on, lines }) => (
          <div key={path} class="shipshape-loose-note">
            <span class="shipshape-subsection" title={path}>
              {noteName(path)}
              <span class="shipshape-count">{monthDay(on, today)}</span>
            </span>
            <span class="shipshape-more-places">
              {lines.slice(0, MOST_LINES).map((line) => (
                <PlaceButton
                  key={line}
                  place={{ path, line, label: WORDING.place(noteName(path), line) }}
                  actions={actions}
                  class="shipshape-place-link"
                >
                  {WORDING.line(line)}
                </PlaceButton>
              ))}
              {lines.length > MOST_LINES && <span class="shipshape-note">{`+${lines.length - MOST_LINES}`}</span>}
            </span>
          </div>
        ))}
    </div>
  );
}
