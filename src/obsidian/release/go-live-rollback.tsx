import type { JSX } from 'preact';
import type { GoLivePlan } from '../../domain/go-live/go-live-plan';
import type { AssessedRelease } from '../../index/portfolio';
import { GO_LIVE_WORDING as WORDS } from '../../presentation/go-live/go-live-wording';
import type { PanelActions } from '../panel/panel-actions';

interface RollbackProps {
  readonly path: string;
  readonly plan: GoLivePlan;
  readonly entry: AssessedRelease;
  readonly actions: PanelActions;
  /** Steps are still to come. */
  readonly isOpen: boolean;
}

/** What to look at, and the one button that goes back; then the steps that do. */
export function Rollback({
  path,
  plan: { rollback, isRolledBack },
  entry,
  actions,
  isOpen,
}: RollbackProps): JSX.Element | null {
  const { goLive } = actions.writing.acts;
  if (!isOpen && !isRolledBack) return null;
  if (!isRolledBack)
    return (
      <div class="shipshape-go-live-back">
        <h3>{WORDS.triggers}</h3>
        {rollback.triggers.length === 0 ? (
          <p class="shipshape-note">{WORDS.noTriggers}</p>
        ) : (
          <ul>
            {rollback.triggers.map(({ text, line }) => (
              <li key={line} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        )}
        <button type="button" class="mod-warning" onClick={() => goLive.rollBack(path, entry)}>
          {WORDS.rollBack}
        </button>
      </div>
    );
  return (
    <div class="shipshape-go-live-back is-on">
      <h3>{WORDS.rollbackSteps}</h3>
      <ul>
        {rollback.steps.map((step) => (
          <li key={step.line} class={step.isDone ? 'is-done' : ''}>
            <span dir="auto">{step.title}</span>
            {!step.isDone && (
              <button
                type="button"
                class="shipshape-page-act"
                aria-label={`${WORDS.done}: ${step.title}`}
                onClick={() => goLive.finish(path, step)}
              >
                {WORDS.done}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
