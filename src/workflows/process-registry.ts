import { addDays, type CalendarDate } from '../domain/calendar-date';
import { baseName, isInside, meansNote, folderOf } from '../domain/note-path';
import type { ProcessEntry, ProcessStep, StepAdherence } from '../domain/process';
import { isAhead, type Release, titleOf } from '../domain/release';
import { safeFileName } from '../domain/safe-name';
import { contentWords, jaccard } from '../domain/text-similarity';
import { derived, type FacetIndex } from '../index/facet-index';
import { PLAYBOOK, PROCESS, RUN, type RunFacet, runsIn } from '../markdown/process/process-features';
import { propertyEdit, type PropertyProblem } from '../markdown/property-edit';
import type { NoteStore } from '../ports/note-store';
import { runNote, runStep } from '../presentation/process-text';
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
  return runsIn(workspace.folders.playbooks);
}

/** The notes in the folder of processes, and in those of its categories. */
export function processNotes(
  store: Pick<NoteStore, 'notesIn'>,
  { workspace: { folders, processCategories } }: Settings,
): { readonly path: string; readonly category: string }[] {
  return ['', ...processCategories].flatMap((category) =>
    ownNotesIn(store, category === '' ? folders.processes : `${folders.processes}/${category}`).map((path) => ({
      path,
      category,
    })),
  );
}

/** The category of a process note by its folder; null for a note that lies deeper or elsewhere. */
function categoryOf(path: string, { workspace: { folders, processCategories } }: Settings): string | null {
  const folder = folderOf(path);
  return (
    ['', ...processCategories].find(
      (category) => folder === (category === '' ? folders.processes : `${folders.processes}/${category}`),
    ) ?? null
  );
}

/** All processes in the categories' folders, by name. Nothing is read: what their notes tell is known. */
export function processRegistry(facets: FacetIndex, settings: Settings, today: CalendarDate): readonly ProcessEntry[] {
  const { folders } = settings.workspace;
  const directly =
    (folder: string) =>
    ([path]: readonly [string, unknown]): boolean =>
      path.startsWith(`${folder}/`) && !path.includes('/', folder.length + 1);
  const inOrder = <Facet>(all: ReadonlyMap<string, Facet>): (readonly [string, Facet])[] =>
    [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  const playbooks = inOrder(facets.all(PLAYBOOK))
    .filter(directly(folders.playbooks))
    .flatMap(([path, { processes }]) => processes.map((target) => [target, path] as const));
  const runs = inOrder(facets.all(RUN))
    .filter(directly(runsFolder(settings)))
    .map(([, run]) => run);
  const entries = inOrder(facets.all(PROCESS)).flatMap(
    ([path, { owner, verified, reviewDays, steps }]): ProcessEntry[] => {
      const category = categoryOf(path, settings);
      if (category === null) return [];
      const own = runs.filter(({ process }) => process !== null && meansNote(process, path));
      return [
        {
          path,
          name: baseName(path),
          category,
          owner,
          verified,
          reviewOn: verified === null ? null : addDays(verified, reviewDays),
          playbook: playbooks.find(([target]) => meansNote(target, path))?.[1] ?? null,
          steps,
          runs: own.length,
          adherence: adherenceOf(steps, own, today),
        },
      ];
    },
  );
  return entries.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The registry of one vault, worked out again only when something that it shows has changed. */
export function currentRegistry(
  facets: FacetIndex,
): (settings: Settings, today: CalendarDate) => readonly ProcessEntry[] {
  return derived(facets, [PROCESS, PLAYBOOK, RUN], processRegistry);
}

/** A tick is done, a dash skipped; an open box counts as skipped once its run is over. */
function adherenceOf(steps: readonly ProcessStep[], runs: readonly RunFacet[], today: CalendarDate): StepAdherence[] {
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
function itemsOfSteps(steps: readonly ProcessStep[], { items }: RunFacet): (RunFacet['items'][number] | null)[] {
  const free = new Set(items);
  const found = steps.map((step) => {
    const exact = [...free].find(({ text }) => text.trim().toLowerCase() === runStep(step).toLowerCase()) ?? null;
    if (exact) free.delete(exact);
    return exact;
  });
  return found.map((exact, index) => {
    if (exact) return exact;
    const words = new Set(contentWords(steps[index]?.action ?? ''));
    const [best] = [...free]
      .map((item) => [jaccard(words, new Set(contentWords(item.text.replace(/^[^:]{2,30}:\s+/, '')))), item] as const)
      .filter(([likeness]) => likeness >= SAME_STEP)
      .sort((a, b) => b[0] - a[0]);
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
export function processCoverage(
  entries: readonly ProcessEntry[],
  releases: readonly Release[],
  settings: Settings,
): ProcessCoverage {
  const ahead = releases.filter(isAhead);
  const runs = runsFolder(settings);
  return {
    // A run that names its release is one of the release's notes.
    withoutRun: ahead.filter(({ sources }) => !sources.some((path) => isInside(path, runs))).map(titleOf),
    ahead: ahead.length,
    withoutOwner: entries.filter(({ owner }) => owner === null).length,
    processes: entries.length,
    emptyCategories: settings.workspace.processCategories.filter(
      (category) => !entries.some((entry) => entry.category === category),
    ),
  };
}

/** A checklist of one run of a process, for a release or none; null for a process without steps. */
export function draftRun(
  entry: Pick<ProcessEntry, 'path' | 'name' | 'steps'>,
  release: string,
  {
    settings,
    today,
    store,
  }: { readonly settings: Settings; readonly today: CalendarDate; readonly store: Pick<NoteStore, 'find'> },
): NewNote | null {
  if (entry.steps.length === 0) return null;
  const name = safeFileName(entry.name) ?? 'Run';
  return {
    path: freePath(runsFolder(settings), `${today} - ${name}`, store),
    text: runNote(entry.name, linkTo(entry.path, entry.name), release, today, entry.steps),
  };
}

/** Says on the process note that it was looked at today and still holds. */
export function markVerified(
  writer: NoteWriter,
  path: string,
  today: CalendarDate,
): Promise<EditOutcome<PropertyProblem>> {
  return writer.edit<PropertyProblem>(path, baseName(path), (text) => propertyEdit(text, 'verified', today));
}
