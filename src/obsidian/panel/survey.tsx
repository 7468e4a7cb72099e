import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { toggled } from '../../domain/toggled';
import { folderList, offerRows, SURVEY_WORDING } from '../../presentation/survey-model';
import type { SurveyState, VaultSurvey } from '../../workflows/vault-survey';
import { useFollowed } from './follow';
import { useUniqueId } from './unique-id';

type Done = Extract<SurveyState, { readonly phase: 'done' }>;

interface SurveyProps {
  readonly survey: VaultSurvey;
  /** Looks by itself, once: nothing is found in the folders that are read. */
  readonly isAutomatic: boolean;
}

/** What the look through the vault has come to, and what a person may do with it; nothing while nobody looked. */
export function Survey({ survey, isAutomatic }: SurveyProps): JSX.Element | null {
  const state = useFollowed(survey.state, survey.subscribe);
  useEffect(() => {
    if (isAutomatic) void survey.lookOnce();
  }, [isAutomatic, survey]);
  switch (state.phase) {
    case 'idle':
      return null;
    case 'looking':
      return (
        <div class="shipshape-survey" role="status">
          <p>{SURVEY_WORDING.looking(state.done, state.total)}</p>
          <div class="shipshape-progress">
            <progress max={state.total} value={state.done} aria-label={SURVEY_WORDING.command} />
            <button type="button" onClick={survey.stop}>
              {SURVEY_WORDING.stop}
            </button>
          </div>
        </div>
      );
    case 'done':
      return state.offers.length > 0 ? (
        <Offers state={state} survey={survey} />
      ) : (
        <Nothing state={state} survey={survey} />
      );
    case 'trying':
      return (
        <div class="shipshape-survey is-bar" role="status">
          <span>{SURVEY_WORDING.trying(folderList(state.folders))}</span>
          <span class="shipshape-survey-buttons">
            <button type="button" class="mod-cta" onClick={() => void survey.keep()}>
              {SURVEY_WORDING.keep(state.folders.length)}
            </button>
            <button type="button" onClick={survey.close}>
              {SURVEY_WORDING.leave}
            </button>
          </span>
        </div>
      );
  }
}

/** The folders in which something was found, each with a box. */
function Offers({ state, survey }: { readonly state: Done; readonly survey: VaultSurvey }): JSX.Element {
  const [refused, setRefused] = useState<ReadonlySet<string>>(() => unlikely(state));
  const id = useUniqueId();
  const chosen = state.offers.map(({ folder }) => folder).filter((folder) => !refused.has(folder));
  const flip = (folder: string): void => setRefused((last) => toggled(last, folder));
  return (
    <section class="shipshape-survey" aria-labelledby={id}>
      <div id={id} class="shipshape-survey-title">
        {SURVEY_WORDING.foundTitle}
      </div>
      <ul class="shipshape-survey-folders">
        {offerRows(state.offers).map(({ folder, name, evidence }) => (
          <li key={folder}>
            <label class="shipshape-box">
              <input type="checkbox" checked={!refused.has(folder)} onChange={() => flip(folder)} />
              <span class="shipshape-survey-folder">
                <span dir="auto">{name}</span>
                <span class="shipshape-note" dir="auto">
                  {evidence}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p class="shipshape-hint">{SURVEY_WORDING.found(state.looked, state.total)}</p>
      <div class="shipshape-survey-buttons">
        <button type="button" class="mod-cta" disabled={chosen.length === 0} onClick={() => survey.lookInto(chosen)}>
          {SURVEY_WORDING.lookInto(chosen.length)}
        </button>
        <button type="button" onClick={survey.close}>
          {SURVEY_WORDING.close}
        </button>
      </div>
    </section>
  );
}

/** The whole vault is a large step: it is only proposed where nothing else is. */
function unlikely({ offers }: Done): ReadonlySet<string> {
  return new Set(offers.length > 1 && offers.some(({ folder }) => folder === '') ? [''] : []);
}

function Nothing({ state, survey }: { readonly state: Done; readonly survey: VaultSurvey }): JSX.Element {
  return (
    <p class="shipshape-survey shipshape-hint" role="status">
      {SURVEY_WORDING.nothing(state.looked)}{' '}
      <button type="button" class="shipshape-link" onClick={() => void survey.look()}>
        {SURVEY_WORDING.again}
      </button>
    </p>
  );
}
