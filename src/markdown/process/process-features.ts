import { type CalendarDate, parseCalendarDate } from '../../domain/calendar-date';
import { baseName, isInside } from '../../domain/note-path';
import type { FeatureReader } from '../feature';
import { itemsOf } from '../item-lines';
import { type ProcessNote, processesOf, readProcessNoteInSteps } from './process-note';

/**
 * Longer notes are read up to here, so that cutting one into sentences stays one short step: some 250 steps of a
 * process, and 1,500 boxes of a run.
 */
const [MOST_OF_PROCESS, MOST_OF_OTHERS] = [20_000, 100_000];

function beginning(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, text.lastIndexOf('\n', most) + 1);
}

/** The folder of runs, inside that of playbooks. */
export function runsIn(playbooks: string): string {
  return `${playbooks}/Runs`;
}

/** What a process note tells, without the sentences that only its form shows. */
export type ProcessFacet = Pick<ProcessNote, 'owner' | 'verified' | 'reviewDays'> &
  Pick<ProcessNote['description'], 'steps'>;

/** Process notes. */
export const PROCESS: FeatureReader<ProcessFacet> = {
  id: 'process',
  version: 1,
  mayConcern: (path, { processes }) => isInside(path, processes),
  *read(_path, text) {
    const { description, owner, verified, reviewDays } = yield* readProcessNoteInSteps(
      beginning(text, MOST_OF_PROCESS),
    );
    return { owner, verified, reviewDays, steps: description.steps };
  },
};

/** The process notes that a playbook names, as link targets. */
export interface PlaybookFacet {
  readonly processes: readonly string[];
}

/** Playbooks; runs of them are none. */
export const PLAYBOOK: FeatureReader<PlaybookFacet> = {
  id: 'playbook',
  version: 1,
  mayConcern: (path, { playbooks }) => isInside(path, playbooks) && !isInside(path, runsIn(playbooks)),
  *read(_path, text) {
    yield;
    const processes = processesOf(beginning(text, MOST_OF_OTHERS));
    return processes.length > 0 ? { processes } : null;
  },
};

/** One run of a process: when it began, and the boxes of its steps. */
export interface RunFacet {
  readonly process: string | null;
  readonly started: CalendarDate | null;
  readonly isDone: boolean;
  readonly items: readonly { readonly text: string; readonly mark: string }[];
}

/** Runs of processes. */
export const RUN: FeatureReader<RunFacet> = {
  id: 'run',
  version: 1,
  mayConcern: (path, { playbooks }) => isInside(path, runsIn(playbooks)),
  *read(path, text) {
    yield;
    const source = beginning(text, MOST_OF_OTHERS);
    return {
      process: processesOf(source)[0] ?? null,
      started: parseCalendarDate(/\d{4}-\d{2}-\d{2}/.exec(baseName(path))?.[0] ?? ''),
      isDone: /^status:\s*["']?(?:done|finished|closed)/im.test(source.slice(0, 2000)),
      items: itemsOf(source).flatMap((item) => (item.mark === null ? [] : [{ text: item.text, mark: item.mark }])),
    };
  },
};
