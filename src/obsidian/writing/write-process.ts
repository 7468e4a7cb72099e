import { type Editor, Notice, type TFile } from 'obsidian';
import { h } from 'preact';
import type { ProcessEntry } from '../../domain/process';
import { readProcess } from '../../markdown/process/read-process';
import { PROCESS_WORDING as WORDS } from '../../presentation/process-wording';
import { documentProcess, type ProcessDraft } from '../../workflows/document-process';
import { draftRun } from '../../workflows/process-registry';
import type { PlaybookKeeper } from '../../workflows/playbook-keeper';
import { type AcceptedProcess, ProcessForm } from '../forms/process-form';
import { ChooseModal } from '../forms/choose-modal';
import { FormModal } from '../forms/form-modal';
import type { Desk } from './desk';

/** Shows what a description comes to; makes the process note and its playbook when that is accepted. */
export function documentAProcess(
  desk: Desk,
  keeper: PlaybookKeeper,
  start: { readonly name: string; readonly source: string } = { name: '', source: '' },
): void {
  const { settings } = desk.inputs();
  const draft = (form: AcceptedProcess): ProcessDraft | null =>
    documentProcess(form, { settings, today: desk.clock.today(), find: desk.store.find });
  const modal = new FormModal(desk.app, WORDS.title, (close) =>
    h(ProcessForm, {
      app: desk.app,
      start,
      categories: settings.workspace.processCategories.length > 0 ? settings.workspace.processCategories : [''],
      me: settings.me,
      names: desk.names,
      read: readProcess,
      taken: (form) => (form.name.trim() === '' ? [] : (draft(form)?.taken ?? [form.name])),
      create: (form) => desk.attempt(() => make(desk, keeper, form.name, draft(form)), close),
      close,
    }),
  );
  modal.modalEl.addClass('shipshape-wide');
  modal.open();
}

async function make(desk: Desk, keeper: PlaybookKeeper, name: string, draft: ProcessDraft | null): Promise<boolean> {
  if (!draft) return false;
  // The keeper knows the playbook before it is there: its first save is no change.
  keeper.made(draft.playbook, draft.content);
  const outcome = await desk.writer.create(`${WORDS.title}: ${name}`, draft.folders, draft.notes);
  if (desk.succeeded(outcome, draft.notes.length)) {
    new Notice(WORDS.made(name));
    void desk.open(outcome.notes[0] ?? '', null);
  }
  return outcome.made.length > 0;
}

/** The same, from a note or its selection; the source stays as it is. */
export function documentFrom(desk: Desk, keeper: PlaybookKeeper, editor: Editor, file: TFile | null): void {
  const selected = editor.getSelection();
  documentAProcess(desk, keeper, {
    name: selected.trim() === '' ? (file?.basename ?? '') : '',
    source: (selected.trim() === '' ? editor.getValue() : selected).replace(/^---\n[^]*?\n---\n/, ''),
  });
}

/** Makes the checklist of one run, for a release ahead or none, and opens it. */
export function runProcess(desk: Desk, entry: ProcessEntry): void {
  const make = (release: string): void => {
    const draft = draftRun(entry, release, desk.inputs());
    if (draft) desk.attempt(() => desk.makeAndOpen(WORDS.run, { ...draft, cursor: null }));
    else new Notice(WORDS.runFailed);
  };
  const options = [
    { value: '', text: WORDS.runNone, note: '' },
    ...desk.releases().map((title) => ({ value: title, text: title, note: '' })),
  ];
  if (options.length === 1) make('');
  else new ChooseModal(desk.app, WORDS.runTitle, options, make).open();
}
