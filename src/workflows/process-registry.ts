import { addDays, type CalendarDate, parseCalendarDate } from '../domain/calendar-date';
import { baseName, meansNote } from '../domain/note-path';
import type { ProcessEntry, ProcessStep, StepAdherence } from '../domain/process';
import { isAhead, type Release } from '../domain/release';
import { safeFileName } from '../domain/safe-name';
import { contentWords, jaccard } from '../domain/text-similarity';
import { isInside } from '../index/scope';
import { itemsOf } from '../markdown/item-lines';
import { processesOf, readProcessNote } from '../markdown/process/process-note';
import { propertyEdit, type PropertyProblem } from '../markdown/property-edit';
import type { NoteStore } from '../ports/note-store';
import { runNote, runStep } from '../presentation/process-text';
import { titleOf } from '../presentation/report';
import type { Settings } from '../settings/settings';
import { freePath } from './free-path';
import { linkTo } from './note-link';
import type { EditOutcome, NewNote, NoteWriter } from './note-writer';
import { ownNotesIn } from './own-notes';

/** Skipped so often, a step is named. */
export const SKIPPED_TOO_OFTEN = 2;
const SAME_STEP = 0.6;
/** After so many days an open box of a run counts as skipped. */
const RUN_DAYS = 14;

function runsFolder({ workspace }: Settings): string {
  return `${workspace.folders.playbooks}/Runs`;
}

/** The notes in the folder of processes, and in those of its categories. */
export function processNotes(store: Pick<NoteStore, 'notesIn'>, { workspace: { folders, processCategories } }: Settings): { readonly path: string; readonly category: string }[] {
  return ['', ...processCategories].flatMap((category) => ownNotesIn(store, category === '' ? folders.processes : `${folders.processes}/${category}`).map((path) => ({ path, category })));
}

/** All processes in the categories' folders, by name. */
export async function processRegistry(store: Pick<NoteStore, 'notesIn' | 'read'>, settings: Settings, today: CalendarDate): Promise<ProcessEntry[]> {
  const { folders } = settings.workspace;
  const playbooks: (readonly [string, string])[] = [];
  for (const path of ownNotesIn(store, folders.playbooks)) for (const target of processesOf((await store.read(path)) ?? '')) playbooks.push([target, path]);
  const runs: Run[] = [];
  for (const path of ownNotesIn(store, runsFolder(settings))) runs.push(readRun((await store.read(path)) ?? '', path));
  const entries: ProcessEntry[] = [];
  for (const { path, category } of processNotes(store, settings)) {
    const { description, owner, verified, reviewDays } = readProcessNote((await store.read(path)) ?? '');
    const own = runs.filter(({ process }) => process !== null && meansNote(process, path));
    entries.push({ path, name: baseName(path), category, owner, verified, reviewOn: verified === null ? null : addDays(verified, reviewDays), playbook: playbooks.find(([target]) => meansNote(target, path))?.[1] ?? null, steps: description.steps, runs: own.length, adherence: adherenceOf(description.steps, own, today) });
  }
  return entries.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

interface Run {
  readonly process: string | null;
  readonly started: CalendarDate | null;
  readonly isDone: boolean;
  readonly items: readonly { readonly text: string; readonly mark: string }[];
}

function readRun(text: string, path: string): Run {
  return { process: processesOf(text)[0] ?? null, started: parseCalendarDate(/\d{4}-\d{2}-\d{2}/.exec(baseName(path))?.[0] ?? ''), isDone: /^status:\s*["']?(?:done|finished|closed)/im.test(text.slice(0, 2000)), items: itemsOf(text).flatMap((item) => (item.mark === null ? [] : [{ text: item.text, mark: item.mark }])) };
}

/** A tick is done, a dash skipped; an open box counts as skipped once its run is over. */
function adherenceOf(steps: readonly ProcessStep[], runs: readonly Run[], today: CalendarDate): StepAdherence[] {
  const matched = runs.map((run) => ({ ...run, byStep: itemsOfSteps(steps, run) }));
  return steps.map((step, index) => {
    let [done, skipped] = [0, 0];
    for (const { byStep, isDone, started } of matched) {
      const item = byStep[index];
      if (!item) continue;
      const isOver = isDone || (started !== null && addDays(started, RUN_DAYS) < today);
      if (/x/i.test(item.mark)) done++;
      else if (item.mark === '-' || isOver) skipped++;
    }
    return { action: step.action, done, skipped };
  });
}

/** The line of each step in a run: by its words exactly, else the most similar line that no other step has. */
function itemsOfSteps(steps: readonly ProcessStep[], { items }: Run): (Run['items'][number] | null)[] {
  const free = new Set(items);
  const found = steps.map((step) => {
    const exact = [...free].find(({ text }) => text.trim().toLowerCase() === runStep(step).toLowerCase()) ?? null;
    if (exact) free.delete(exact);
    return exact;
  });
  return found.map((exact, index) => {
    if (exact) return exact;
    const words = new Set(contentWords(steps[index]?.action ?? ''));
    const [best] = [...free].map((item) => [jaccard(words, new Set(contentWords(item.text.replace(/^[^:]{2,30}:\s+/, '')))), item] as const).filter(([likeness]) => likeness >= SAME_STEP).sort((a, b) => b[0] - a[0]);
    if (best) free.delete(best[1]);
    return best?.[1] ?? null;
  });
}

/** What processes do not cover yet. */
export interface ProcessCoverage {
  /** Titles of the releases ahead for which no playbook was run, and how many are ahead. */
  readonly withoutRun: readonly string[];
  readonly ahead: number;
  readonly withoutOwner: number;
  readonly processes: number;
  /** Categories without a process. */
  readonly emptyCategories: readonly string[];
}

/** Releases without a run, processes without an owner, categories without a process. */
export function processCoverage(entries: readonly ProcessEntry[], releases: readonly Release[], settings: Settings): ProcessCoverage {
  const ahead = releases.filter(isAhead);
  const runs = runsFolder(settings);
  return {
    // A run that names its release is one of the release's notes.
    withoutRun: ahead.filter(({ sources }) => !sources.some((path) => isInside(path, runs))).map(titleOf),
    ahead: ahead.length,
    withoutOwner: entries.filter(({ owner }) => owner === null).length,
    processes: entries.length,
    emptyCategories: settings.workspace.processCategories.filter((category) => !entries.some((entry) => entry.category === category)),
  };
}

/** A checklist of one run of a process, for a release or none; null for a process without steps. */
export function draftRun(entry: Pick<ProcessEntry, 'path' | 'name' | 'steps'>, release: string, { settings, today, store }: { readonly settings: Settings; readonly today: CalendarDate; readonly store: Pick<NoteStore, 'find'> }): NewNote | null {
  if (entry.steps.length === 0) return null;
  const name = safeFileName(entry.name) ?? 'Run';
  return { path: freePath(runsFolder(settings), `${today} - ${name}`, store), text: runNote(entry.name, linkTo(entry.path, entry.name), release, today, entry.steps) };
}

/** Says on the process note that it was looked at today and still holds. */
export function markVerified(writer: NoteWriter, path: string, today: CalendarDate): Promise<EditOutcome<PropertyProblem>> {
  return writer.edit<PropertyProblem>(path, baseName(path), (text) => propertyEdit(text, 'verified', today));
}
