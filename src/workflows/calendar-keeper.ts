import type { Clock } from '../ports/clock';
import type { NoteStore } from '../ports/note-store';
import type { Scheduler } from '../ports/scheduler';
import { debounce } from './debounce';

/** What the calendar file is kept with. */
export interface CalendarPorts {
  readonly store: Pick<NoteStore, 'read' | 'process' | 'create' | 'folders'>;
  readonly scheduler: Scheduler;
  readonly clock: Pick<Clock, 'elapsed'>;
  /** The folder that a person chose; '' for none. */
  readonly folder: () => string;
  /** The file's text; null while it is not known. */
  readonly text: () => string | null;
  readonly failed: (error: unknown) => void;
}

/** Name of the file in its folder. */
export const CALENDAR_FILE = 'Shipshape.ics';

const QUIET_MS = 2000;
const LONGEST_MS = 20_000;

/**
 * Keeps a calendar file: written only when something in it is another, and only into a folder that is there. Two
 * devices that see the same notes write the same bytes, so a file that is synced is not written again.
 */
export function keepCalendar(ports: CalendarPorts): { readonly follow: () => void; readonly stop: () => void } {
  const { store, scheduler, clock, folder, text, failed } = ports;
  const wait = debounce(scheduler, { ms: LONGEST_MS, clock });
  /** What was written or found last, with its place: nothing is read again for the same. */
  let last: string | null = null;

  const write = async (): Promise<void> => {
    const home = folder();
    const wanted = text();
    if (home === '' || wanted === null || !store.folders().includes(home)) return;
    const path = `${home}/${CALENDAR_FILE}`;
    const key = `${path}\n${wanted}`;
    if (key === last) return;
    const found = await store.read(path);
    if (found === null) await store.create(path, wanted);
    else if (found !== wanted) await store.process(path, () => wanted);
    last = key;
  };

  return {
    follow: () => {
      if (folder() !== '') wait.soon(QUIET_MS, () => void write().catch(failed));
    },
    stop: wait.cancel,
  };
}
