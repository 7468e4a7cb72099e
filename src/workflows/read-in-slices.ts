import type { CalendarDate } from '../domain/calendar-date';
import { emptyFacts, type NoteFacts } from '../domain/note-facts';
import { concernsFeature } from '../markdown/features';
import { isRequestPath, mayMatterInSteps } from '../markdown/note-kind';
import { readNoteInSteps } from '../markdown/read-note';
import type { Clock } from '../ports/clock';
import type { NoteFile } from '../ports/note-source';
import type { Scheduler } from '../ports/scheduler';
import { readerOptions, type Settings } from '../settings/settings';
import { compactFacts } from './compact-facts';

/** Longest stretch of work between two pauses, in milliseconds: well below a frame. */
const SLICE_MS = 4;

/** Measures work and pauses when a slice is used up. */
export interface Slices {
  /** Starts a new slice after a wait for something else. */
  readonly begin: () => void;
  /** True when it is time to pause. */
  readonly used: () => boolean;
  /** When the slice is used up: lets the screen have a turn, then starts a new one. */
  readonly rest: () => Promise<void>;
}

/** Slices measured by the given clock. */
export function slices(clock: Clock, scheduler: Scheduler): Slices {
  let started = clock.elapsed();
  const begin = (): void => {
    started = clock.elapsed();
  };
  const used = (): boolean => clock.elapsed() - started > SLICE_MS;
  return {
    begin,
    used,
    rest: async () => {
      if (!used()) return;
      await scheduler.pause();
      begin();
    },
  };
}

/**
 * The civil date of a file's last change; a clock that once ran ahead must not make a note's undated lines the newest
 * for ever.
 */
export function fileDateOf({ mtime }: Pick<NoteFile, 'mtime'>, clock: Clock): CalendarDate {
  const [changed, today] = [clock.dateOf(mtime), clock.today()];
  return changed > today ? today : changed;
}

/** Reads a note's facts, pausing inside a large one. */
export async function readInSlices(
  file: NoteFile,
  text: string,
  settings: Settings,
  clock: Clock,
  slice: Slices,
): Promise<NoteFacts> {
  const fileDate = fileDateOf(file, clock);
  const { folders } = settings.workspace;
  const matters =
    isRequestPath(file.path, folders) ||
    concernsFeature(file.path, folders) ||
    (await inSlices(mayMatterInSteps(text, settings.vocabulary), slice));
  if (!matters) return emptyFacts(file.path, fileDate);
  const facts = await inSlices(readNoteInSteps(file.path, text, readerOptions(settings, fileDate)), slice);
  return inSlices(compactFacts(facts), slice);
}

/** Runs steps to their end, pausing whenever a slice is used up. */
export async function inSlices<Result>(steps: Generator<void, Result>, slice: Slices): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (slice.used()) await slice.rest();
  }
}
