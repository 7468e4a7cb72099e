import { type App, type Editor, MarkdownView, Notice, Platform, type TFile } from 'obsidian';
import { h } from 'preact';
import type { CalendarDate } from '../domain/calendar-date';
import type { Release } from '../domain/release';
import type { NoteFacts } from '../domain/note-facts';
import type { Stakeholder } from '../index/stakeholders';
import type { Clock } from '../ports/clock';
import type { NoteStore } from '../ports/note-store';
import { WRITING_WORDING as WORDS } from '../presentation/writing-wording';
import { isExcluded } from '../index/scope';
import { managedBlocks } from '../markdown/managed-block';
import { STAKEHOLDER_BLOCK } from '../presentation/stakeholder-page';
import { settingProblem, settingSpec } from '../settings/schema';
import { listTemplates, type TemplateChoice } from '../workflows/find-template';
import { createRelease, draftRelease, formFrom, type ReleaseForm as ReleaseValues, releaseTemplates, titleOfIdentity } from '../workflows/new-release';
import { draftCapture, draftFromTemplate, draftMeeting, type NoteDraft, textToInsert } from '../workflows/new-note';
import type { CreateOutcome, NoteWriter } from '../workflows/note-writer';
import { planWorkspace, setUpWorkspace } from '../workflows/set-up-workspace';
import { addOverview, draftStakeholderPage, stakeholdersIn } from '../workflows/stakeholder-pages';
import { datesOnLine, noteDates, type PhraseOnLine, understandDate } from '../workflows/understand-date';
import type { VaultState } from '../workflows/vault-state';
import { ChooseModal } from './forms/choose-modal';
import { FormModal } from './forms/form-modal';
import { sayReading } from './forms/fields';
import { CaptureForm, MeetingForm, TitleForm } from './forms/note-forms';
import { ReleaseForm } from './forms/release-form';
import { type SetUpChoice, SetUpForm } from './forms/set-up-form';
import type { PluginSettings } from './plugin-settings';

/** What writing needs from the plugin. */
export interface WritingPorts {
  readonly app: App;
  readonly store: NoteStore;
  readonly writer: NoteWriter;
  readonly settings: PluginSettings;
  readonly clock: Clock;
  readonly state: () => VaultState;
  readonly notes: () => Iterable<NoteFacts>;
  /** The date of a note that states something; null for others. */
  readonly asOf: (path: string) => CalendarDate | null;
}

/** Everything that makes notes, each behind a form that shows first what would be written. */
export interface Writing {
  readonly newRelease: (start?: Partial<ReleaseValues>) => Promise<void>;
  readonly newReleaseFrom: (editor: Editor, file: TFile | null) => Promise<void>;
  readonly logMeeting: () => void;
  readonly capture: (kind: 'request' | 'idea') => void;
  readonly setUp: () => void;
  readonly insertTemplate: (editor: Editor) => void;
  readonly newFromTemplate: () => void;
  readonly openStakeholder: () => void;
  readonly writeIsoDate: (editor: Editor, file: TFile | null) => void;
  readonly undo: () => Promise<void>;
  /** Names of people and teams, for suggestions. */
  readonly names: () => string[];
  /** Titles of the releases ahead, the nearest first. */
  readonly releases: () => string[];
  readonly stakeholders: () => Stakeholder[];
  /** Dates that stand in a line of a note, as of the note's own date. */
  readonly datesOf: (line: string, path: string | null, text: string) => PhraseOnLine[];
  /** "Thu, Jan 29 · weekday after the note". */
  readonly sayPhrase: (phrase: PhraseOnLine) => string;
}

const EMPTY: ReleaseValues = { release: '', target: '', goNoGo: '', owner: '', stakeholders: '', tier: '' };

/** Forms and what follows from them. */
export function createWriting({ app, store, writer, settings, clock, state, notes, asOf }: WritingPorts): Writing {
  const inputs = (): { settings: ReturnType<PluginSettings['current']>; store: NoteStore; today: ReturnType<Clock['today']> } => ({ settings: settings.current(), store, today: clock.today() });
  const stakeholders = (): Stakeholder[] => stakeholdersIn(state(), notes(), store, settings.current());
  const names = (): string[] => stakeholders().map(({ name }) => name);
  const ahead = (): Release[] => state().releases.map(({ release }) => release).filter(({ phase }) => phase === 'planned' || phase === 'decided');
  const releases = (): string[] => ahead().sort((a, b) => (a.target?.value.date ?? '9').localeCompare(b.target?.value.date ?? '9')).map(titleOfIdentity);

  /** True when everything was made; says what was not. */
  const succeeded = ({ failed, count, notes, existing }: CreateOutcome, wanted: number): boolean => {
    if (failed !== null) new Notice(WORDS.failed(failed, notes));
    else if (count < wanted) new Notice(WORDS.existing(existing));
    return failed === null && count === wanted;
  };

  const open = async (path: string, cursor: number | null): Promise<void> => {
    const file = app.vault.getFileByPath(path);
    if (!file) return;
    await app.workspace.getLeaf(false).openFile(file, { active: true });
    if (Platform.isMobile) app.workspace.rightSplit.collapse();
    const view = app.workspace.getActiveViewOfType(MarkdownView);
    if (cursor === null || view?.file?.path !== path) return;
    view.editor.setCursor(view.editor.offsetToPos(cursor));
    view.editor.focus();
  };

  /** Makes a note; true when it was made. */
  const make = async (label: string, draft: NoteDraft | null): Promise<string | null> => {
    if (!draft) {
      new Notice(WORDS.nameUnusable);
      return null;
    }
    const outcome = await writer.create(label, [], [draft]);
    return succeeded(outcome, 1) ? (outcome.notes[0] ?? null) : null;
  };

  /** A form stays open, with what was typed, until its work has succeeded. */
  const attempt = (work: () => Promise<boolean>, close: () => void): void => {
    void work().then(
      (done) => {
        if (done) close();
      },
      () => new Notice(WORDS.unexpected),
    );
  };

  const makeAndOpen = async (label: string, draft: NoteDraft | null): Promise<boolean> => {
    const path = await make(label, draft);
    if (path !== null) void open(path, draft?.cursor ?? null);
    return path !== null;
  };

  const datesOf = (line: string, path: string | null, text: string): PhraseOnLine[] => datesOnLine(line, noteDates(path ?? '', text, settings.current(), (path === null ? null : asOf(path)) ?? clock.today()), settings.current());

  const newRelease = async (start: Partial<ReleaseValues> = {}): Promise<void> => {
    const { settings: current, today } = inputs();
    const templates = await releaseTemplates(store, current);
    const first: ReleaseValues = { ...EMPTY, owner: current.me, goNoGo: current.companySize > 1 ? 'T-3' : '', ...start };
    new FormModal(app, WORDS.release.title, (close) =>
      h(ReleaseForm, {
        app,
        start: first,
        names,
        today,
        // A go/no-go that only counts from the target says nothing while there is none.
        draft: (form) => draftRelease(form.target.trim() === '' && /^T-\d+$/.test(form.goNoGo.trim()) ? { ...form, goNoGo: '' } : form, { settings: current, today, templates, releases: state().releases.map(({ release }) => release), find: store.find }),
        create: (draft) =>
          attempt(async () => {
            const outcome = await createRelease(draft, writer, WORDS.release.title);
            if (succeeded(outcome, draft.notes.length + 1)) {
              new Notice(WORDS.release.made(draft.folder.split('/').pop() ?? ''));
              void open(outcome.notes[0] ?? '', draft.cursor);
            }
            // Half a release is there now: making it again would only find it.
            return outcome.made.length > 0;
          }, close),
        openExisting: (draft) => {
          close();
          const sources = draft.existing?.sources ?? [];
          void open(sources.find((path) => /(?:^|\/)plan\.md$/i.test(path)) ?? sources[0] ?? '', null);
        },
        close,
      }),
    ).open();
  };

  const chooseTemplate = (chosen: (choice: TemplateChoice) => void): void => {
    const options = listTemplates(store, settings.current()).map((choice) => ({ value: choice, text: choice.name, note: choice.path === null ? WORDS.templateOurs : WORDS.templateOwn }));
    new ChooseModal(app, WORDS.templatePlaceholder, options, chosen).open();
  };

  /** Opens a page; where it has no overview yet, adding one is offered. */
  const openPage = async (page: string, party: Stakeholder): Promise<void> => {
    if (managedBlocks((await store.read(page)) ?? '').some(({ name }) => name === STAKEHOLDER_BLOCK)) {
      await open(page, null);
      return;
    }
    const ways = [{ value: false, text: WORDS.openOnly, note: '' }, { value: true, text: WORDS.addOverview, note: '' }];
    new ChooseModal(app, party.name, ways, (adds) => void (adds ? addOverview(writer, page, party) : Promise.resolve()).then(() => open(page, null))).open();
  };

  const runSetUp = async (choice: SetUpChoice, rows: Parameters<typeof setUpWorkspace>[0], progress: Parameters<typeof setUpWorkspace>[4]): Promise<void> => {
    await settings.setMany({ companySize: choice.size, 'workspace.root': choice.root.trim(), ...Object.fromEntries(choice.adopt.map(({ part, existing }) => [part === 'releases' ? 'releasesFolder' : `workspace.${part}`, existing])) });
    const outcome = await setUpWorkspace(rows, settings.current().companySize, writer, WORDS.setUp.title, progress);
    if (outcome.failed !== null) new Notice(WORDS.failed(outcome.failed, outcome.made));
    else new Notice(outcome.stopped ? WORDS.setUp.stopped(outcome.count) : WORDS.setUp.done(outcome.count));
  };

  return {
    newRelease,
    newReleaseFrom: async (editor, file) => {
      const selected = editor.getSelection();
      const text = selected.trim() === '' ? editor.getValue() : selected;
      const { settings: current, today } = inputs();
      const found = formFrom(text, file?.path ?? '', current, today);
      await newRelease({ ...found, goNoGo: found.goNoGo === '' && current.companySize > 1 ? 'T-3' : found.goNoGo });
    },
    logMeeting: () => {
      const { settings: current, today } = inputs();
      const titles = releases();
      new FormModal(app, WORDS.meeting.title, (close) =>
        h(MeetingForm, {
          app,
          names,
          releases: titles,
          release: '',
          today,
          understand: (text) => understandDate(text, today, current),
          create: (meeting) => attempt(async () => makeAndOpen(WORDS.meeting.title, await draftMeeting(meeting, inputs())), close),
          close,
        }),
      ).open();
    },
    capture: (kind) => {
      new FormModal(app, WORDS.capture[kind], (close) =>
        h(CaptureForm, {
          app,
          kind,
          names,
          releases: releases(),
          me: settings.current().me,
          create: (values) =>
            attempt(async () => {
              const path = await make(WORDS.capture[kind], await draftCapture(values, inputs()));
              if (path !== null) new Notice(WORDS.capture.saved(path));
              return path !== null;
            }, close),
          close,
        }),
      ).open();
    },
    setUp: () => {
      new FormModal(app, WORDS.setUp.title, (close) =>
        h(SetUpForm, {
          start: { size: String(settings.value('companySize')), root: String(settings.value('workspace.root')) },
          plan: (choice) => planWorkspace(settings.preview({ 'workspace.root': choice.root.trim(), ...Object.fromEntries(choice.adopt.map(({ part, existing }) => [part === 'releases' ? 'releasesFolder' : `workspace.${part}`, existing])) }).workspace, store, (folder) => isExcluded(`${folder}/x.md`, { excluded: settings.current().excludedFolders })),
          rootProblem: (root) => {
            const spec = settingSpec('workspace.root');
            return (spec && settingProblem(spec, root)) ?? '';
          },
          run: (choice, rows, progress) => void runSetUp(choice, rows, progress).catch(() => new Notice(WORDS.unexpected)).finally(close),
          close,
        }),
      ).open();
    },
    insertTemplate: (editor) => {
      const start = editor.posToOffset(editor.getCursor('from'));
      const atStart = start === 0 && !editor.getValue().slice(editor.posToOffset(editor.getCursor('to'))).startsWith('---');
      chooseTemplate((choice) => void textToInsert(choice, inputs(), atStart).then((rendered) => {
        if (!rendered) {
          new Notice(WORDS.templateGone);
          return;
        }
        editor.replaceSelection(rendered.text);
        editor.setCursor(editor.offsetToPos(start + (rendered.cursor ?? rendered.text.length)));
        editor.focus();
      }));
    },
    newFromTemplate: () => {
      chooseTemplate((choice) => {
        if (/^release plan$/i.test(choice.name)) void newRelease();
        else {
          new FormModal(app, WORDS.titleFor(choice.name), (close) =>
            h(TitleForm, {
              create: (title) => attempt(async () => makeAndOpen(choice.name, await draftFromTemplate(choice, title, inputs())), close),
              close,
            }),
          ).open();
        }
      });
    },
    openStakeholder: () => {
      const all = stakeholders();
      const options = all.map((party) => ({ value: party, text: party.name, note: [party.page === null ? WORDS.stakeholderPage.none : '', WORDS.stakeholderPage.has(party.owes.length, party.owed.length)].filter(Boolean).join(' · ') }));
      new ChooseModal(app, WORDS.stakeholderPlaceholder, options, (party) => {
        const { page } = party;
        if (page !== null) {
          void openPage(page, party);
          return;
        }
        // A page is offered where it would go; nothing is made before a folder is chosen.
        const areas = settings.current().workspace.functions.map((area) => ({ value: area, text: area, note: '' }));
        new ChooseModal(app, WORDS.stakeholderArea(party.name), areas, (area) => {
          const draft = draftStakeholderPage(party, area, settings.current());
          void makeAndOpen(WORDS.commands.openStakeholder, draft ? { ...draft, cursor: null } : null);
        }).open();
      }).open();
    },
    writeIsoDate: (editor, file) => {
      const { line, ch } = editor.getCursor();
      const found = datesOf(editor.getLine(line), file?.path ?? null, editor.getValue()).find(({ start, end }) => start <= ch && ch <= end);
      if (!found?.isExact) {
        new Notice(WORDS.isoNone);
        return;
      }
      editor.replaceRange(found.date, { line, ch: found.start }, { line, ch: found.end });
    },
    undo: async () => {
      const what = writer.undoable() ?? '';
      const outcome = await writer.undo();
      new Notice(outcome === 'done' ? WORDS.undone(what) : outcome === 'changed' ? WORDS.undoChanged(what) : outcome === 'nothing' ? WORDS.undoNothing : WORDS.undoFailed);
    },
    names,
    releases,
    stakeholders,
    datesOf,
    sayPhrase: ({ date, assumption }) => sayReading({ date, from: null, assumption, concerns: [] }, clock.today()),
  };
}
