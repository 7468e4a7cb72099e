import type { BusinessCalendar } from '../domain/business-calendar';
import { titleOf } from '../domain/release';
import { isNamed } from '../domain/release-named';
import { followUpData, waitsFor } from '../presentation/answers';
import { releaseRow } from '../presentation/report';
import { compareByRisk } from '../presentation/release-order';
import { followUpsIn, type VaultState } from '../workflows/vault-state';

/** Which follow-ups are wanted; a field that is left out is not asked about. */
export interface FollowUpFilter {
  readonly party?: string;
  readonly release?: string;
}

/**
 * What other plugins and scripts may read, as `app.plugins.plugins.shipshape.api`: plain frozen data, the same as in
 * the headless report. Nothing can be written through it. A change of its shape raises `version`.
 */
export interface ReadApi {
  readonly version: 1;
  /** True once every note in scope has been read. */
  readonly isReady: () => boolean;
  /** Worst first; each as in the report ("Report for a pipeline" in the README), with its `id`. */
  readonly releases: () => readonly object[];
  /** One release by its id, name or version ("v2.5"); null where there is none. */
  readonly release: (key: string) => object | null;
  /** What is open, with who, what, direction, due, release and evidence. */
  readonly followUps: (filter?: FollowUpFilter) => readonly object[];
  /** Hears of every change until the function that it gives is called. */
  readonly onChange: (listener: () => void) => () => void;
}

/** The interface over what the watch knows. */
export function readApi(source: {
  readonly state: () => VaultState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly calendar: () => BusinessCalendar;
}): ReadApi {
  const { state, subscribe, calendar } = source;
  const rowOf = (entry: VaultState['releases'][number]): object =>
    frozen(plain({ id: entry.release.id, ...releaseRow(entry, calendar()) }));
  return Object.freeze<ReadApi>({
    version: 1,
    isReady: () => state().phase === 'ready',
    releases: () => Object.freeze([...state().releases].sort(compareByRisk).map(rowOf)),
    release: (key) => {
      const found = state().releases.find(({ release }) => isNamed(release, String(key)));
      return found ? rowOf(found) : null;
    },
    followUps: (filter) => {
      const { party, release } = filter ?? {};
      const { today, releases } = state();
      const titles = new Set(
        releases.filter((entry) => isNamed(entry.release, String(release))).map((entry) => titleOf(entry.release)),
      );
      return Object.freeze(
        followUpsIn(state())
          .filter((entry) => waitsFor(entry, today, party === undefined ? null : String(party)))
          .filter((entry) => release === undefined || (entry.release !== null && titles.has(entry.release)))
          .map((entry) => frozen(plain(followUpData(entry)))),
      );
    },
    onChange: (listener) =>
      subscribe(() => {
        try {
          listener();
        } catch (error) {
          // Said in the console as the listener's own error; ours go on.
          window.setTimeout(() => {
            throw error;
          });
        }
      }),
  });
}

/** A copy as data: what is frozen is never ours. */
function plain(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}

/** The same, with nothing in it that can be changed. */
function frozen<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) frozen(inner as object);
  return Object.freeze(value);
}
