import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { BusinessCalendar } from '../../domain/business-calendar';
import type { BlockRequest } from '../../presentation/block/block-request';
import { chosenReleases } from '../../presentation/block/block-rows';
import { BLOCK_WORDING as WORDS } from '../../presentation/block/block-wording';
import { weekdayAndDay } from '../../presentation/date-wording';
import { portfolioModel } from '../../presentation/portfolio/portfolio-model';
import { timeLine } from '../../presentation/portfolio/time-line';
import type { VaultState } from '../../workflows/vault-state';
import type { PanelActions } from '../panel/panel-actions';
import { CollisionTable } from '../portfolio/portfolio-tables';
import { TimeLineGrid } from '../portfolio/time-line';

/** Releases in time; with what collides where the whole portfolio is asked for. */
export function InTimeBlock({
  request,
  state: { releases, today },
  calendar,
  actions,
}: {
  readonly request: BlockRequest;
  readonly state: VaultState;
  readonly calendar: BusinessCalendar;
  readonly actions: PanelActions;
}): JSX.Element {
  const chosen = useMemo(
    () => chosenReleases(releases, request, today),
    [releases, request.release, request.level, request.party, request.within, today],
  );
  const model = useMemo(() => portfolioModel(chosen, { today, calendar }), [chosen, today, calendar]);
  const shown = useMemo(() => chosen.slice(0, request.limit), [chosen, request.limit]);
  const line = useMemo(
    () =>
      timeLine(
        shown,
        model.collisions,
        { today, calendar },
        { zoom: 'quarter', grouping: request.group, hasWeekends: true },
      ),
    [shown, model, today, calendar, request.group],
  );
  if (chosen.length === 0) return <p class="shipshape-note">{WORDS.none[request.show]}</p>;
  const entries = new Map(chosen.map((entry) => [entry.release.id, entry]));
  return (
    <div class="shipshape-portfolio">
      {request.show === 'portfolio' && (
        <p dir="auto">
          <strong>{model.headline}.</strong> {model.sentences.join(' ')}
        </p>
      )}
      <TimeLineGrid model={line} entries={entries} today={weekdayAndDay(today)} actions={actions} />
      {chosen.length > shown.length && <p class="shipshape-note">{WORDS.more(chosen.length - shown.length)}</p>}
      {request.show === 'portfolio' && model.parties.length > 0 && (
        <CollisionTable model={model} entries={entries} actions={actions} />
      )}
    </div>
  );
}
