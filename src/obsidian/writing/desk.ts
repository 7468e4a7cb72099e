import { type App, MarkdownView, Notice } from 'obsidian';
import { reasonOf } from '../../domain/reason-of';
import { addDays, type CalendarDate } from '../../domain/calendar-date';
import type { NoteFacts } from '../../domain/note-facts';
import { baseName } from '../../domain/note-path';
import type { ProcessEntry } from '../../domain/process';
import { isAhead, type Release } from '../../domain/release';
import type { KeptStatus } from '../../domain/status/kept-status';
import type { FacetIndex } from '../../index/facet-index';
import type { Stakeholder } from '../../index/stakeholders';
import type { Clock } from '../../ports/clock';
import type { NoteStore } from '../../ports/note-store';
import type { Scheduler } from '../../ports/scheduler';
import { WRITING_WORDING as WORDS } from '../../presentation/writing-wording';
import { titleOfIdentity } from '../../workflows/new-release';
import type { NoteDraft, NoteInputs } from '../../workflows/new-note';
import type { CreateOutcome, NoteWriter } from '../../workflows/note-writer';
import { currentRegistry } from '../../workflows/process-registry';
import { stakeholdersIn } from '../../workflows/stakeholder-pages';
import type { VaultState } from '../../workflows/vault-state';
import { closeDrawer } from '../open-in-tab';
import type { PluginSettings } from '../plugin-settings';

/** What writing needs from the plugin. */
export interface WritingPorts {
  readonly app: App;
  readonly store: NoteStore;
  readonly writer: NoteWriter;
  readonly settings: PluginSettings;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly state: () => VaultState;
  readonly notes: () => Iterable<NoteFacts>;
  /** What features keep of notes; another object after a change of settings. */
  readonly facets: () => FacetIndex;
  /** Keeps what a status update rested on. */
  readonly keepStatus: (entry: KeptStatus) => void;
  /** The date of a note that states something; null for others. */
  readonly asOf: (path: string) => CalendarDate | null;
}

/** What every form has at hand. */
export interface Desk extends WritingPorts {
  readonly inputs: () => NoteInputs;
  /** All processes with what is known of how they are kept; the same list as long as nothing in it changes. */
  readonly registry: () => readonly ProcessEntry[];
  readonly stakeholders: () => Stakeholder[];
  /** Names of people and teams, for suggestions. */
  readonly names: () => string[];
  /** Titles of the releases ahead, the nearest first; then of those that went out lately, for what follows a launch. */
  readonly releases: () => string[];
  /** True when everything was made; says what was not. */
  readonly succeeded: (outcome: CreateOutcome, wanted: number) => boolean;
  readonly open: (path: string, cursor: number | null) => Promise<void>;
  /** Makes a note and gives its path; null, with a notice, when it was not made. */
  readonly make: (label: string, draft: NoteDraft | null) => Promise<string | null>;
  readonly makeAndOpen: (label: string, draft: NoteDraft | null) => Promise<boolean>;
  /** Runs the work of a form, which stays open, with what was typed, until that has succeeded. */
  readonly attempt: (work: () => Promise<boolean>, close?: () => void) => void;
}

/** A release that went out is still met about for so many days. */
const LATELY_DAYS = 60;

function nearestFirst(releases: readonly Release[]): Release[] {
  return [...releases].sort((a, b) => (a.target?.value.date ?? '9').localeCompare(b.target?.value.date ?? '9'));
}

/** Releases that went out lately, the last one first. */
function outLately({ releases }: VaultState, today: CalendarDate): Release[] {
  const since = addDays(today, -LATELY_DAYS);
  const lastOf = ({ shipped, lastEvidence }: Release): CalendarDate => shipped?.value.date ?? lastEvidence;
  return releases
    .map(({ release }) => release)
    .filter((release) => release.phase === 'released' && lastOf(release) >= since)
    .sort((a, b) => (lastOf(a) < lastOf(b) ? 1 : -1));
}

/** Lays out what the forms share. */
export function layOutDesk(ports: WritingPorts): Desk {
  const { app, store, writer, settings, clock, state, notes } = ports;
  const stakeholders = (): Stakeholder[] => stakeholdersIn(state(), notes(), store, settings.current());
  const ahead = (): Release[] =>
    state()
      .releases.map(({ release }) => release)
      .filter(isAhead);

  let registered: { readonly facets: FacetIndex; readonly entries: ReturnType<typeof currentRegistry> } | null = null;
  const registry = (): readonly ProcessEntry[] => {
    const facets = ports.facets();
    if (registered?.facets !== facets) registered = { facets, entries: currentRegistry(facets) };
    return registered.entries(settings.current(), clock.today());
  };

  const succeeded = ({ failed, count, notes: made, existing }: CreateOutcome, wanted: number): boolean => {
    if (failed !== null) new Notice(WORDS.failed(failed, writer.failure(), made));
    else if (count < wanted) new Notice(WORDS.existing(existing));
    return failed === null && count === wanted;
  };

  const open = async (path: string, cursor: number | null): Promise<void> => {
    const file = app.vault.getFileByPath(path);
    if (!file) return;
    await app.workspace.getLeaf(false).openFile(file, { active: true });
    closeDrawer(app);
    const view = app.workspace.getActiveViewOfType(MarkdownView);
    if (cursor === null || view?.file?.path !== path) return;
    view.editor.setCursor(view.editor.offsetToPos(cursor));
    view.editor.focus();
  };

  const make = async (label: string, draft: NoteDraft | null): Promise<string | null> => {
    if (!draft) {
      new Notice(WORDS.nameUnusable);
      return null;
    }
    const outcome = await writer.create(`${label}: ${baseName(draft.path)}`, [], [draft]);
    return succeeded(outcome, 1) ? (outcome.notes[0] ?? null) : null;
  };

  return {
    ...ports,
    inputs: () => ({ settings: settings.current(), store, today: clock.today() }),
    registry,
    stakeholders,
    names: () => stakeholders().map(({ name }) => name),
    releases: () => [...nearestFirst(ahead()), ...outLately(state(), clock.today())].map(titleOfIdentity),
    succeeded,
    open,
    make,
    makeAndOpen: async (label, draft) => {
      const path = await make(label, draft);
      if (path !== null) void open(path, draft?.cursor ?? null);
      return path !== null;
    },
    attempt: (work, close) => {
      void work().then(
        (done) => {
          if (done) close?.();
        },
        (error: unknown) => new Notice(WORDS.unexpected(reasonOf(error))),
      );
    },
  };
}
