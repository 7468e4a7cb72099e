import { type Editor, Notice, type TFile } from 'obsidian';
import { h } from 'preact';
import { WRITING_WORDING } from '../../presentation/writing-wording';
import {
  createRelease,
  draftRelease,
  formFrom,
  type ReleaseDraft,
  type ReleaseForm as ReleaseValues,
  releaseTemplates,
} from '../../workflows/new-release';
import { FormModal } from '../forms/form-modal';
import { ReleaseForm } from '../forms/release-form';
import type { Desk } from './desk';

const WORDS = WRITING_WORDING.release;
const EMPTY: ReleaseValues = { release: '', target: '', goNoGo: '', owner: '', stakeholders: '', tier: '' };
const USUAL_GATE = 'T-3';

/** Shows the form of a new release, filled in with what is known; nothing is made before its button is pressed. */
export async function newRelease(desk: Desk, start: Partial<ReleaseValues> = {}): Promise<void> {
  const { app, store, state } = desk;
  const { settings, today } = desk.inputs();
  const templates = await releaseTemplates(store, settings);
  const first: ReleaseValues = {
    ...EMPTY,
    owner: settings.me,
    ...start,
    goNoGo: start.goNoGo || (settings.companySize > 1 ? USUAL_GATE : ''),
  };
  const draft = (form: ReleaseValues): ReleaseDraft => {
    // A go/no-go that only counts from the target says nothing while there is none.
    const gate = form.target.trim() === '' && /^T-\d+$/.test(form.goNoGo.trim()) ? '' : form.goNoGo;
    return draftRelease(
      { ...form, goNoGo: gate },
      {
        settings,
        today,
        templates,
        releases: state().releases.map(({ release }) => release),
        find: store.find,
        improvements: state().improvements,
      },
    );
  };
  new FormModal(app, WORDS.title, (close) =>
    h(ReleaseForm, {
      app,
      start: first,
      names: desk.names,
      today,
      draft,
      create: (drafted) => desk.attempt(() => make(desk, drafted), close),
      openExisting: ({ existing }) => {
        close();
        const sources = existing?.sources ?? [];
        void desk.open(sources.find((path) => /(?:^|\/)plan\.md$/i.test(path)) ?? sources[0] ?? '', null);
      },
      close,
    }),
  ).open();
}

async function make(desk: Desk, draft: ReleaseDraft): Promise<boolean> {
  const outcome = await createRelease(draft, desk.writer, `${WORDS.title}: ${draft.folder.split('/').pop() ?? ''}`);
  if (desk.succeeded(outcome, draft.notes.length + 1)) {
    new Notice(WORDS.made(draft.folder.split('/').pop() ?? ''));
    void desk.open(outcome.notes[0] ?? '', draft.cursor);
  }
  // Half a release may be there now: making it again would only find it.
  return outcome.made.length > 0;
}

/** The same form, filled in with what a note or its selection says. */
export async function newReleaseFrom(desk: Desk, editor: Editor, file: TFile | null): Promise<void> {
  const selected = editor.getSelection();
  const { settings, today } = desk.inputs();
  await newRelease(
    desk,
    formFrom(selected.trim() === '' ? editor.getValue() : selected, file?.path ?? '', settings, today),
  );
}
