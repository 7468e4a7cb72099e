import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CalendarDate } from '../../domain/calendar-date';
import type { FollowUpLine } from '../../presentation/follow-ups-model';
import { FOLLOW_UP_WORDING as WORDS } from '../../presentation/follow-ups-wording';
import { WORDING } from '../../presentation/wording';
import { Chip } from './chip';
import { FollowUpMenu } from './follow-up-menu';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';

interface RowProps {
  readonly line: FollowUpLine;
  readonly today: CalendarDate;
  readonly actions: PanelActions;
  /** Takes the closing of this line back; null while it is open. */
  readonly undo: (() => void) | null;
  /** A fact that only this list knows; '' for none. */
  readonly extra?: string;
  /** Hears by which step it was closed. */
  readonly closed: (label: string) => void;
}

/** One follow-up as a sentence: who, what, and at the end by when. */
export function FollowUpRow({ line, today, actions, undo, extra = '', closed }: RowProps): JSX.Element {
  const [closing, setClosing] = useState(false);
  const close = async (): Promise<void> => {
    setClosing(true);
    const label = await actions.followUps.close(line, today);
    setClosing(false);
    if (label !== null) closed(label);
  };
  const isDone = undo !== null || closing;
  return (
    <li class={`shipshape-follow-line${isDone ? ' is-done' : ''}`}>
      <input
        type="checkbox"
        class="task-list-item-checkbox"
        data-nav=""
        checked={isDone}
        disabled={!line.writable}
        title={line.writable ? undefined : WORDS.inTable}
        aria-label={WORDS.done(`${line.who}, ${line.what}`)}
        onClick={(event) => {
          event.preventDefault();
          if (undo) undo();
          else if (!closing) void close();
        }}
      />
      <div class="shipshape-follow-body">
        <PlaceButton place={line.place} actions={actions}>
          <Words line={line} extra={extra} />
        </PlaceButton>
        {undo === null && (line.unclear || line.followUp.who === null) && <Unsettled line={line} actions={actions} />}
      </div>
      {undo === null ? (
        <FollowUpMenu line={line} today={today} actions={actions} />
      ) : (
        <Chip label={WORDS.undo} about={line.what} run={undo} />
      )}
    </li>
  );
}

function Words({ line, extra }: { readonly line: FollowUpLine; readonly extra: string }): JSX.Element {
  const { lead, rest } = line.sentence;
  const facts = [extra, line.release, line.repeated, line.explanation, line.nudged, line.snoozed].filter(Boolean);
  return (
    <>
      <span class="shipshape-follow-sentence">
        <span class="shipshape-text" dir="auto">
          <span class="shipshape-who">{lead}:</span> {rest}
        </span>
        <bdi class={`shipshape-row-end${line.overdue ? ' is-late' : ''}`} title={line.due}>
          {line.when}
        </bdi>
      </span>
      {facts.length > 0 && (
        <span class="shipshape-facts">
          {facts.map((fact) => (
            <bdi key={fact} class="shipshape-note">
              {fact}
            </bdi>
          ))}
        </span>
      )}
    </>
  );
}

/** What the note does not say: who does it, or who owes whom. */
function Unsettled({ line, actions }: Pick<RowProps, 'line' | 'actions'>): JSX.Element | null {
  const { settle, assign } = actions.followUps;
  if (!line.writable) return null;
  if (line.followUp.who === null)
    return (
      <span class="shipshape-settle">
        <Chip label={WORDS.assign} about={line.what} run={() => assign(line)} />
      </span>
    );
  return (
    <span class="shipshape-settle">
      <Chip label={WORDING.directions['we-owe']} about={line.what} run={() => void settle(line, 'we-owe')} />
      <Chip label={WORDING.directions['they-owe']} about={line.what} run={() => void settle(line, 'they-owe')} />
    </span>
  );
}
