import { type Editor, Notice } from 'obsidian';
import { h } from 'preact';
import { WRITING_WORDING as WORDS } from '../../presentation/writing-wording';
import { PACKS } from '../../presentation/templates/packs';
import { sizedTemplate } from '../../presentation/templates/templates';
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

/** Puts a section of a checklist at the cursor, with an empty line around it. */
export function insertPack(desk: Desk, editor: Editor): void {
  const options = PACKS.map((pack) => ({ value: pack, text: pack.name, note: pack.about }));
  new ChooseModal(desk.app, WORDS.packPlaceholder, options, ({ text }) => {
    const sized = sizedTemplate(text, desk.settings.current().companySize);
    const at = editor.getCursor('to');
    const before = editor.getLine(at.line).slice(0, at.ch);
    const above = at.line === 0 ? '' : editor.getLine(at.line - 1);
    const gap = before.trim() !== '' ? '\n\n' : above.trim() !== '' ? '\n' : '';
    const rest = editor.getLine(at.line).slice(at.ch);
    editor.replaceRange(`${gap}${sized}${rest.trim() === '' ? '' : '\n'}`, at);
    editor.focus();
  }).open();
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
