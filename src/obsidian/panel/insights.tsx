import type { JSX } from 'preact';
import type { Insight } from '../../presentation/insights';
import { TODAY_WORDING as WORDS } from '../../presentation/today-wording';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';
import { useUniqueId } from './unique-id';

/** Numbers worth knowing; each opens the line that it rests on first. */
export function Insights({
  insights,
  actions,
}: {
  readonly insights: readonly Insight[];
  readonly actions: PanelActions;
}): JSX.Element | null {
  const id = useUniqueId();
  if (insights.length === 0) return null;
  return (
    <section class="shipshape-today-list" aria-labelledby={id}>
      <div id={id} class="shipshape-section-title">
        {WORDS.insights}
      </div>
      <ul class="shipshape-rows">
        {insights.map(({ key, number, text, trend, place }) => (
          <li key={key} class="shipshape-insight">
            <PlaceButton place={place} actions={actions}>
              <bdi class="shipshape-number">{number}</bdi>
              <span class="shipshape-text" dir="auto">
                {text}
              </span>
              {trend !== '' && <span class="shipshape-note">{trend}</span>}
            </PlaceButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
