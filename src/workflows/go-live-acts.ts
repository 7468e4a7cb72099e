import type { GoLivePlan, GoLiveStep, Stamp } from '../domain/go-live/go-live-plan';
import { baseName, folderOf } from '../domain/note-path';
import { type Release, titleOf } from '../domain/release';
import { safeFileName } from '../domain/safe-name';
import {
  addToLog,
  addToSection,
  type GoLiveEdit,
  setTimes,
  stampStep,
  stampText,
  withoutRun,
} from '../markdown/go-live/go-live-edit';
import { GO_LIVE_WORDING as WORDS } from '../presentation/go-live/go-live-wording';
import { GO_LIVE_TEMPLATE } from '../presentation/templates/go-live';
import { act, type ActChange, type ActInputs, create, plainLine, type PlannedAct } from './act-plan';
import { freePath } from './free-path';
import type { NewNote } from './note-writer';
import { folderOfRelease } from './release-note';

/** A go-live note of a release, from the template. */
export function goLiveNote(release: Release, { settings, store }: ActInputs): NewNote | null {
  const title = titleOf(release);
  const folder = folderOfRelease(release, settings);
  const name = folder === settings.workspace.folders.meetings ? safeFileName(`${WORDS.note} ${title}`) : WORDS.note;
  return name === null
    ? null
    : { path: freePath(folder, name, store), text: GO_LIVE_TEMPLATE.replace('{{release}}', () => title) };
}

function editOf(path: string, shows: string, plan: (text: string) => GoLiveEdit): ActChange {
  return { kind: 'edit', path, shows, plan };
}

/** Sets T and the window's end; both stay in the note. */
export function setStart(path: string, release: Release, start: Stamp, until: Stamp | null): PlannedAct | null {
  return act(
    WORDS.stepsOf.set(release.key),
    editOf(path, `- Start: ${stampText(start)}`, (text) => setTimes(text, start, until)),
  );
}

/** A step begins; where others above it are open, the log says so. */
export function beginStep(path: string, step: GoLiveStep, at: Stamp, isEarly: boolean): PlannedAct | null {
  const stamped = editOf(path, step.raw, (text) => stampStep(text, step, 'started', at));
  const line = WORDS.log.anyway(stampText(at), plainLine(step.title));
  const logged = editOf(path, line, (text) => addToLog(text, line));
  return act(WORDS.stepsOf.start(step.title), stamped, ...(isEarly ? [logged] : []));
}

/** A step is done. */
export function finishStep(path: string, step: GoLiveStep, at: Stamp): PlannedAct | null {
  return act(
    WORDS.stepsOf.done(step.title),
    editOf(path, step.raw, (text) => stampStep(text, step, 'completion', at)),
  );
}

/** Says in the log who rolled back, and why. */
export function rollBack(path: string, release: Release, who: string, why: string, at: Stamp): PlannedAct | null {
  const line = WORDS.log.rolledBack(stampText(at), plainLine(who), plainLine(why));
  return act(
    WORDS.stepsOf.rollBack(release.key),
    editOf(path, line, (text) => addToLog(text, line)),
  );
}

/** Keeps in the note what the run came to, as it is handed over. */
export function handOver(path: string, release: Release, lines: readonly string[]): PlannedAct | null {
  const said = lines.map(plainLine);
  return act(
    WORDS.stepsOf.handOver(release.key),
    editOf(path, said.map((line) => `- ${line}`).join('\n'), (text) => addToSection(text, 'Hand-over', said)),
  );
}

/** The same steps in a note of its own, without what was run: a rehearsal is kept. */
export function rehearsalOf(path: string, text: string, { store, today }: ActInputs): PlannedAct | null {
  const name = `${WORDS.note} ${WORDS.rehearsal.toLowerCase()} ${today}`;
  const note = { path: freePath(folderOf(path), name, store), text: withoutRun(text) };
  return act(WORDS.stepsOf.rehearse(today), create(note));
}

/** True for the note of a rehearsal. */
export function isRehearsal(path: string): boolean {
  return path.includes(`${WORDS.note} ${WORDS.rehearsal.toLowerCase()} `);
}

/** The go-live notes of a release by path, the real one before rehearsals: beside its plan, or by its name. */
export function goLivesOf(
  release: Release,
  all: ReadonlyMap<string, GoLivePlan>,
): readonly (readonly [path: string, plan: GoLivePlan])[] {
  const own = [release.version ?? '', release.name ?? ''].filter(Boolean).map((name) => name.toLowerCase());
  const folders = new Set(
    release.accounts
      .filter(({ kind }) => kind === 'release' || kind === 'checklist')
      .map(({ path }) => folderOf(path))
      // A folder that many releases share says of none of them whose go-live lies in it.
      .filter((folder) => own.some((name) => baseName(folder).toLowerCase().includes(name))),
  );
  const title = titleOf(release).toLowerCase();
  const order = ([path]: readonly [string, GoLivePlan]): string => `${isRehearsal(path) ? 1 : 0}${path}`;
  return [...all]
    .filter(([path, plan]) => plan.title?.toLowerCase().includes(title) === true || folders.has(folderOf(path)))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
