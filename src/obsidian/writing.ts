import { type App, type Editor, MarkdownView, Notice, Platform, type TFile } from 'obsidian';
import { h } from 'preact';
import type { CalendarDate } from '../domain/calendar-date';
import type { Release } from '../domain/release';
import type { NoteFacts } from '../domain/note-facts';
import type { Stakeholder } from '../index/stakeholders';
import type { Clock } from '../ports/clock';
import type { NoteStore } from '../ports/note-store';
import { WRITING_WORDING as WORDS } from '../presentation/writing-wording';
import { settingProblem, settingSpec } from '../settings/schema';
import { listTemplates, type TemplateChoice } from '../workflows/find-template';
import { createRelease, draftRelease, formFrom, type ReleaseForm as ReleaseValues, releaseTemplates, titleOfIdentity } from '../workflows/new-release';
import { draftCapture, draftFromTemplate, draftMeeting, type NoteDraft, textToInsert } from '../workflows/new-note';
import type { CreateOutcome, NoteWriter } from '../workflows/note-writer';
import { planWorkspace, setUpWorkspace } from '../workflows/set-up-workspace';
import { draftStakeholderPage, stakeholdersIn } from '../workflows/stakeholder-pages';
import { datesOnLine, type PhraseOnLine, understandDate } from '../workflows/understand-date';
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
  readonly datesOf: (line: string, path: string | null) => PhraseOnLine[];
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
  const succeeded = ({ failed, made, existing }: CreateOutcome, fileCount: number): boolean => {
    if (failed !== null) new Notice(WORDS.failed(failed, made));
    else if (existing.length > 0 && made.length < fileCount) new Notice(WORDS.existing(existing));
    return failed === null && existing.length === 0;
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

  const make = async (label: string, draft: NoteDraft | null): Promise<void> => {
    if (!draft) {
      new Notice(WORDS.nameUnusable);
      return;
    }
    if (succeeded(await writer.create(label, [], [draft]), 1)) await open(draft.path, draft.cursor);
  };

  const datesOf = (line: string, path: string | null): PhraseOnLine[] => datesOnLine(line, (path === null ? null : asOf(path)) ?? clock.today(), settings.current());

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
        create: (draft) => {
          close();
          void createRelease(draft, writer, WORDS.release.title).then(async (outcome) => {
            if (!succeeded(outcome, draft.notes.length + 1)) return;
            new Notice(WORDS.release.made(draft.folder.split('/').pop() ?? ''));
            await open(draft.planPath, draft.cursor);
          });
        },
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

  const runSetUp = async (choice: SetUpChoice, rows: Parameters<typeof setUpWorkspace>[0], progress: Parameters<typeof setUpWorkspace>[4]): Promise<void> => {
    await settings.setMany({ companySize: choice.size, 'workspace.root': choice.root.trim(), ...Object.fromEntries(choice.adopt.map(({ part, existing }) => [part === 'releases' ? 'releasesFolder' : `workspace.${part}`, existing])) });
    const outcome = await setUpWorkspace(rows, settings.current().companySize, writer, WORDS.setUp.title, progress);
    if (outcome.failed !== null) new Notice(WORDS.failed(outcome.failed, outcome.made));
    else new Notice(outcome.stopped ? WORDS.setUp.stopped(outcome.made.length) : WORDS.setUp.done(outcome.made.length));
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
          create: (meeting) => {
            close();
            void draftMeeting(meeting, inputs()).then((draft) => make(WORDS.meeting.title, draft));
          },
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
          create: (values) => {
            close();
            void draftCapture(values, inputs()).then(async (draft) => {
              if (!draft) return;
              if (succeeded(await writer.create(WORDS.capture[kind], [], [draft]), 1)) new Notice(WORDS.capture.saved(draft.path));
            });
          },
          close,
        }),
      ).open();
    },
    setUp: () => {
      new FormModal(app, WORDS.setUp.title, (close) =>
        h(SetUpForm, {
          start: { size: String(settings.value('companySize')), root: String(settings.value('workspace.root')) },
          plan: (choice) => planWorkspace(settings.preview({ 'workspace.root': choice.root.trim(), ...Object.fromEntries(choice.adopt.map(({ part, existing }) => [part === 'releases' ? 'releasesFolder' : `workspace.${part}`, existing])) }).workspace, store),
          rootProblem: (root) => {
            const spec = settingSpec('workspace.root');
            return (spec && settingProblem(spec, root)) ?? '';
          },
          run: (choice, rows, progress) => runSetUp(choice, rows, progress).finally(close),
          close,
        }),
      ).open();
    },
    insertTemplate: (editor) => {
      chooseTemplate((choice) => void textToInsert(choice, inputs()).then((rendered) => {
        if (!rendered) {
          new Notice(WORDS.templateGone);
          return;
        }
        const start = editor.posToOffset(editor.getCursor('from'));
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
              create: (title) => {
                close();
                void draftFromTemplate(choice, title, inputs()).then((draft) => make(choice.name, draft));
              },
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
        if (party.page !== null) {
          void open(party.page, null);
          return;
        }
        // A page is offered where it would go; nothing is made before a folder is chosen.
        const areas = settings.current().workspace.functions.map((area) => ({ value: area, text: area, note: '' }));
        new ChooseModal(app, WORDS.stakeholderArea(party.name), areas, (area) => {
          const draft = draftStakeholderPage(party, area, settings.current());
          void make(WORDS.commands.openStakeholder, draft ? { ...draft, cursor: null } : null);
        }).open();
      }).open();
    },
    writeIsoDate: (editor, file) => {
      const { line, ch } = editor.getCursor();
      const all = datesOf(editor.getLine(line), file?.path ?? null);
      const found = all.find(({ start, end }) => start <= ch && ch <= end) ?? all[0];
      if (!found) {
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
