import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isApprovedAfter, type RecordState, type Statement } from '../../domain/decision/decision-record';
import type { AssessedRelease } from '../../index/portfolio';
import { placeOf } from '../../presentation/place';
import type { ReleaseViewModel } from '../../presentation/release-view/release-view-model';
import { ROLL_CALL_WORDING as WORDS } from '../../presentation/roll-call-wording';
import type { LookedAtRecord } from '../writing/roll-call';
import { Icon } from '../panel/icon';
import type { PanelActions } from '../panel/panel-actions';
import { PlaceButton } from '../panel/place-button';

interface DecisionProps {
  readonly decision: ReleaseViewModel['decision'];
  readonly entry: AssessedRelease;
  readonly actions: PanelActions;
}

/** The decision in force, whether its note and sources are as they were, and the way to the next one. */
export function Decision({ decision: { text, place, isOpen }, entry, actions }: DecisionProps): JSX.Element {
  return (
    <div class="shipshape-page-decision">
      {place ? (
        <PlaceButton place={place} actions={actions}>
          <strong>{text}</strong>
        </PlaceButton>
      ) : (
        <strong>{text}</strong>
      )}
      {place && <Badge path={place.path} entry={entry} actions={actions} />}
      {isOpen && (
        <button type="button" class="shipshape-page-act" onClick={() => actions.acts.run('roll-call', entry, null)}>
          {WORDS.open}
        </button>
      )}
    </div>
  );
}

/** Looked at again whenever something of the release changes. */
function Badge({
  path,
  entry,
  actions,
}: Pick<DecisionProps, 'entry' | 'actions'> & { readonly path: string }): JSX.Element | null {
  const [looked, setLooked] = useState<LookedAtRecord | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void actions.recordState(path).then((found) => {
      if (isCurrent) setLooked(found);
    });
    return () => void (isCurrent = false);
  }, [path, entry]);
  if (!looked) return null;
  const { decision, shipped } = entry.release;
  const isAfter = decision && isApprovedAfter(decision.evidence.asOf, shipped?.value.date ?? null, looked.evidence);
  return (
    <>
      {isAfter && <Say icon="shield-alert" name="late" text={WORDS.badge.after} />}
      <RecordBadge state={looked.state} actions={actions} />
    </>
  );
}

function RecordBadge({
  state,
  actions,
}: Pick<DecisionProps, 'actions'> & { readonly state: RecordState }): JSX.Element | null {
  switch (state.kind) {
    case 'none':
      return null;
    case 'intact':
      return <Say icon="shield-check" name="intact" text={WORDS.badge.intact} />;
    case 'altered':
      return <Say icon="shield-alert" name="altered" text={WORDS.badge.altered} />;
    case 'source-changed':
      return (
        <>
          <Say icon="shield-alert" name="changed" text={WORDS.badge.changed(state.statements.length)} />
          <Changed statements={state.statements} actions={actions} />
        </>
      );
  }
}

function Say({
  icon,
  name,
  text,
}: {
  readonly icon: string;
  readonly name: string;
  readonly text: string;
}): JSX.Element {
  return (
    <span class={`shipshape-badge is-${name}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}

const MOST_SHOWN = 8;

function Changed({
  statements,
  actions,
}: {
  readonly statements: readonly Statement[];
  readonly actions: PanelActions;
}): JSX.Element {
  return (
    <ul class="shipshape-changed">
      {statements.slice(0, MOST_SHOWN).map((statement) => (
        <li key={`${statement.path}:${statement.line}`}>
          <PlaceButton place={placeOf(statement)} actions={actions}>
            <span dir="auto">{statement.text}</span>
            <span class="shipshape-note">{` ${placeOf(statement).label}`}</span>
          </PlaceButton>
        </li>
      ))}
    </ul>
  );
}
