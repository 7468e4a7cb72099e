import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AssessedRelease } from '../../index/portfolio';
import type { StepModel } from '../../presentation/release-view/release-steps';
import type { ReleaseViewModel } from '../../presentation/release-view/release-view-model';
import { ACT_WORDING } from '../../presentation/act-wording';
import { RELEASE_VIEW_WORDING as WORDS } from '../../presentation/release-view/release-view-wording';
import { ActsButton } from '../panel/acts-button';
import { Icon } from '../panel/icon';
import type { PanelActions } from '../panel/panel-actions';
import { PlaceButton } from '../panel/place-button';

/** Name, verdict and what is known at a glance. */
export function Head({
  model,
  entry,
  actions,
}: {
  readonly model: ReleaseViewModel;
  readonly entry: AssessedRelease;
  readonly actions: PanelActions;
}): JSX.Element {
  return (
    <header class="shipshape-page-head">
      <div class="shipshape-page-line">
        <h1 class="shipshape-page-title" dir="auto">
          {model.title}
        </h1>
        <span class={`shipshape-pill shipshape-page-face is-${model.face}`}>
          <Icon name={model.icon} />
          {model.faceWord}
        </span>
        <button type="button" class="shipshape-page-act" onClick={() => actions.acts.run('status', entry, null)}>
          {ACT_WORDING.acts.status}
        </button>
        <ActsButton title={model.title} entry={entry} actions={actions} class="shipshape-page-menu" isPage />
      </div>
      <p class="shipshape-page-sentence" dir="auto">
        {model.sentence}
      </p>
      <p class="shipshape-page-facts">
        {model.facts.map(([label, value]) => (
          <span key={label}>
            <span class="shipshape-note">{label}</span> <bdi>{value}</bdi>
          </span>
        ))}
      </p>
    </header>
  );
}

/** The stations of a release, and where it stands. */
export function Steps({
  steps,
  actions,
}: {
  readonly steps: readonly StepModel[];
  readonly actions: PanelActions;
}): JSX.Element {
  return (
    <ol class="shipshape-steps">
      {steps.map((step) => {
        const words = (
          <>
            <span class="shipshape-step-name">
              {step.name}
              <span class="shipshape-hidden">{`, ${WORDS.stepState[step.state]}`}</span>
            </span>
            <span class="shipshape-note">{step.note}</span>
          </>
        );
        return (
          <li
            key={step.name}
            class={`shipshape-step is-${step.state}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            {step.place ? (
              <PlaceButton place={step.place} actions={actions}>
                {words}
              </PlaceButton>
            ) : (
              <span class="shipshape-place">{words}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

const FOLDED = 'page-folded';

/** A section that can be folded, and stays so on this device. */
export function Section({
  title,
  end = '',
  actions,
  children,
}: {
  readonly title: string;
  readonly end?: ComponentChildren;
  readonly actions: PanelActions;
  readonly children: ComponentChildren;
}): JSX.Element {
  const folded = (): readonly unknown[] => {
    const known = actions.load(FOLDED);
    return Array.isArray(known) ? known : [];
  };
  const [isFolded, setFolded] = useState(() => folded().includes(title));
  const toggle = (): void => {
    actions.save(FOLDED, isFolded ? folded().filter((name) => name !== title) : [...folded(), title]);
    setFolded(!isFolded);
  };
  return (
    <section class="shipshape-page-section">
      <div class="shipshape-page-heading">
        <h2>
          <button type="button" class="shipshape-fold" aria-expanded={!isFolded} onClick={toggle}>
            <Icon name={isFolded ? 'chevron-right' : 'chevron-down'} />
            {title}
          </button>
        </h2>
        <span class="shipshape-note">{end}</span>
      </div>
      {!isFolded && children}
    </section>
  );
}
