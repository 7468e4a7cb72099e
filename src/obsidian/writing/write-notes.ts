import { type Editor, Notice } from 'obsidian';
import { h } from 'preact';
import { WRITING_WORDING as WORDS } from '../../presentation/writing-wording';
import { listTemplates, type TemplateChoice } from '../../workflows/find-template';
import { draftCapture, draftFromTemplate, draftMeeting, textToInsert } from '../../workflows/new-note';
import { understandDate } from '../../workflows/understand-date';
import { ChooseModal } from '../forms/choose-modal';
import { FormModal } from '../forms/form-modal';
import { CaptureForm, MeetingForm, TitleForm } from '../forms/note-forms';
import type { Desk } from './desk';
import { newRelease } from './write-release';

/** Asks what a meeting is about, then opens its log for typing. */
export function logMeeting(desk: Desk): void {
  const { settings, today } = desk.inputs();
  new FormModal(desk.app, WORDS.meeting.title, (close) =>
    h(MeetingForm, {
      app: desk.app,
      names: desk.names,
      releases: desk.releases(),
      release: '',
      today,
      understand: (text) => understandDate(text, today, settings),
      create: (meeting) =>
        desk.attempt(
          async () => desk.makeAndOpen(WORDS.meeting.title, await draftMeeting(meeting, desk.inputs())),
          close,
        ),
      close,
    }),
  ).open();
}

/** Catches a request or an idea without leaving the note at hand. */
export function capture(desk: Desk, kind: 'request' | 'idea'): void {
  new FormModal(desk.app, WORDS.capture[kind], (close) =>
    h(CaptureForm, {
      app: desk.app,
      kind,
      names: desk.names,
      releases: desk.releases(),
      me: desk.settings.current().me,
      create: (values) =>
        desk.attempt(async () => {
          const path = await desk.make(WORDS.capture[kind], await draftCapture(values, desk.inputs()));
          if (path !== null) new Notice(WORDS.capture.saved(path));
          return path !== null;
        }, close),
      close,
    }),
  ).open();
}

function chooseTemplate(desk: Desk, chosen: (choice: TemplateChoice) => void): void {
  const options = listTemplates(desk.store, desk.settings.current()).map((choice) => ({
    value: choice,
    text: choice.name,
    note: choice.path === null ? WORDS.templateOurs : WORDS.templateOwn,
  }));
  new ChooseModal(desk.app, WORDS.templatePlaceholder, options, chosen).open();
}

/** Puts a template at the cursor. */
export function insertTemplate(desk: Desk, editor: Editor): void {
  const start = editor.posToOffset(editor.getCursor('from'));
  const atStart =
    start === 0 &&
    !editor
      .getValue()
      .slice(editor.posToOffset(editor.getCursor('to')))
      .startsWith('---');
  chooseTemplate(desk, (choice) =>
    desk.attempt(async () => {
      const rendered = await textToInsert(choice, desk.inputs(), atStart);
      if (!rendered) {
        new Notice(WORDS.templateGone);
        return false;
      }
      editor.replaceSelection(rendered.text);
      editor.setCursor(editor.offsetToPos(start + (rendered.cursor ?? rendered.text.length)));
      editor.focus();
      return true;
    }),
  );
}

/** Makes a note of a template, in the folder where its kind belongs. */
export function newFromTemplate(desk: Desk): void {
  chooseTemplate(desk, (choice) => {
    if (/^release plan$/i.test(choice.name)) {
      void newRelease(desk);
      return;
    }
    new FormModal(desk.app, WORDS.titleFor(choice.name), (close) =>
      h(TitleForm, {
        create: (title) =>
          desk.attempt(
            async () => desk.makeAndOpen(choice.name, await draftFromTemplate(choice, title, desk.inputs())),
            close,
          ),
        close,
      }),
    ).open();
  });
}
