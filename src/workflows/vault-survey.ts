import { type FolderOffer, folderOffers } from '../domain/folder-offers';
import type { HeadFinding } from '../domain/note-head';
import { isExcluded, isInScope, type Scope } from '../index/scope';
import { readHead } from '../markdown/read-head';
import type { Clock } from '../ports/clock';
import type { HeadSource } from '../ports/note-heads';
import type { Scheduler } from '../ports/scheduler';
import { readerOptions, type Settings } from '../settings/settings';
import { createListeners } from './listeners';
import { slices } from './read-in-slices';

/** What the look at a whole vault has come to. */
export type SurveyState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'looking'; readonly done: number; readonly total: number }
  /** `looked` of `total` notes outside the folders that are read; fewer where a person stopped it. */
  | {
      readonly phase: 'done';
      readonly looked: number;
      readonly total: number;
      readonly offers: readonly FolderOffer[];
    }
  /** These folders are read for now; nothing is stored. */
  | { readonly phase: 'trying'; readonly folders: readonly string[] };

/** What it needs from outside. */
export interface SurveyPorts {
  readonly heads: HeadSource;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly settings: () => Settings;
  readonly scope: () => Scope;
  /** Reads these folders in addition until the plugin ends, or until it is told others. */
  readonly tryFolders: (folders: readonly string[]) => void;
  /** Reads these folders from now on. */
  readonly keepFolders: (folders: readonly string[]) => Promise<void>;
}

/** Looks through a vault by what is known of its notes, and offers the folders that seem worth reading. */
export interface VaultSurvey {
  readonly state: () => SurveyState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks once through all notes that are not read yet; one look at a time. */
  readonly look: () => Promise<void>;
  /** Looks unless it has done so since the plugin began. */
  readonly lookOnce: () => Promise<void>;
  /** Ends the look with what was found so far. */
  readonly stop: () => void;
  /** Reads the notes of these folders for now. */
  readonly lookInto: (folders: readonly string[]) => void;
  /** Goes on reading them. */
  readonly keep: () => Promise<void>;
  /** Puts the offer away, or leaves the folders that are read for now. */
  readonly close: () => void;
}

/** So many heads are looked at between two messages to the screen. */
const HEADS_A_MESSAGE = 100;

/** Has not looked yet. */
export function vaultSurvey(ports: SurveyPorts): VaultSurvey {
  const listeners = createListeners();
  let state: SurveyState = { phase: 'idle' };
  let isStopped = false;
  let hasLooked = false;
  const become = (next: SurveyState): void => {
    state = next;
    listeners.tell();
  };

  const phaseOf = (): SurveyState['phase'] => state.phase;

  const look = async (): Promise<void> => {
    if (state.phase === 'looking') return;
    isStopped = false;
    hasLooked = true;
    const scope = ports.scope();
    const paths = ports.heads.paths().filter((path) => !isExcluded(path, scope) && !isInScope(path, scope));
    const total = paths.length;
    become({ phase: 'looking', done: 0, total });
    const { looked, findings } = await lookAt(paths, ports, {
      isStopped: () => isStopped,
      report: (done) => become({ phase: 'looking', done, total }),
    });
    // It was put away meanwhile.
    if (phaseOf() !== 'looking') return;
    become({ phase: 'done', looked, total, offers: folderOffers(paths.slice(0, looked), findings) });
  };

  return {
    state: () => state,
    subscribe: listeners.subscribe,
    look,
    lookOnce: () => (hasLooked ? Promise.resolve() : look()),
    stop: () => {
      isStopped = true;
    },
    lookInto: (folders) => {
      become({ phase: 'trying', folders });
      ports.tryFolders(folders);
    },
    keep: async () => {
      if (state.phase !== 'trying') return;
      const { folders } = state;
      become({ phase: 'idle' });
      await ports.keepFolders(folders);
    },
    close: () => {
      const wasTrying = state.phase === 'trying';
      isStopped = true;
      become({ phase: 'idle' });
      if (wasTrying) ports.tryFolders([]);
    },
  };
}

/** Looks at one head after the other until the end, or until it is stopped. */
async function lookAt(
  paths: readonly string[],
  { heads, clock, scheduler, settings }: SurveyPorts,
  { isStopped, report }: { readonly isStopped: () => boolean; readonly report: (done: number) => void },
): Promise<{ readonly looked: number; readonly findings: readonly HeadFinding[] }> {
  const options = readerOptions(settings(), clock.today());
  const slice = slices(clock, scheduler);
  const findings: HeadFinding[] = [];
  let looked = 0;
  for (const path of paths) {
    if (isStopped()) break;
    const head = heads.head(path);
    const finding = head ? readHead(head, options) : null;
    if (finding) findings.push(finding);
    looked++;
    if (looked % HEADS_A_MESSAGE === 0) report(looked);
    await slice.rest();
  }
  return { looked, findings };
}
