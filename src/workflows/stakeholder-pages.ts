import { likelyOriginal } from '../domain/conflicted-copy';
import { baseName } from '../domain/note-path';
import type { NoteFacts } from '../domain/note-facts';
import { partyKey } from '../domain/party';
import { isAhead, titleOf } from '../domain/release';
import { safeFileName } from '../domain/safe-name';
import { type Stakeholder, stakeholdersOf } from '../index/stakeholders';
import { blockEdits, blockHash, blockText, managedBlocks } from '../markdown/managed-block';
import { lineEndOf } from '../markdown/text-edit';
import type { DeviceStore } from '../ports/device-store';
import type { NoteStore } from '../ports/note-store';
import type { Scheduler } from '../ports/scheduler';
import { newStakeholderPage, STAKEHOLDER_BLOCK, stakeholderContent } from '../presentation/stakeholder-page';
import type { Settings } from '../settings/settings';
import { debounce } from './debounce';
import { type EditOutcome, type NewNote, type NoteWriter, noteWriter } from './note-writer';
import { steadyDevice } from './steady-device';
import type { VaultState } from './vault-state';
import { isLikelyCopy, ownNotesIn } from './own-notes';

/** Everybody in a state of the vault, with their pages. */
export function stakeholdersIn(
  state: VaultState,
  notes: Iterable<NoteFacts>,
  store: Pick<NoteStore, 'notesIn'>,
  { workspace }: Settings,
): Stakeholder[] {
  const { relationships } = workspace.folders;
  const pages = [relationships, ...workspace.functions.map((name) => `${relationships}/${name}`)].flatMap((folder) =>
    ownNotesIn(store, folder),
  );
  const ahead = state.releases.filter(({ release }) => isAhead(release));
  return stakeholdersOf({
    releases: ahead.map(({ release, assessment }) => ({
      release,
      title: titleOf(release),
      followUps: assessment.followUps,
    })),
    loose: state.looseEnds.flatMap(({ followUps }) => followUps),
    notes,
    pages,
  });
}

/** The page for somebody who has none; null when the name makes no file name. */
export function draftStakeholderPage(party: Stakeholder, area: string, { workspace }: Settings): NewNote | null {
  const name = safeFileName(party.name);
  if (name === null) return null;
  const text = newStakeholderPage(
    party.name,
    blockText(STAKEHOLDER_BLOCK, stakeholderContent(party)),
    partyKey(name) === partyKey(party.name) ? null : party.name,
  );
  return { path: `${workspace.folders.relationships}/${area === '' ? '' : `${area}/`}${name}.md`, text };
}

/** Whether a page has our block, and the edit that adds it at the page's end, by request only. */
export function addOverview(writer: NoteWriter, page: string, party: Stakeholder): Promise<EditOutcome<'edited'>> {
  return writer.edit<'edited'>(page, baseName(page), (text) => {
    if (managedBlocks(text).some(({ name }) => name === STAKEHOLDER_BLOCK)) return { edits: [] };
    const eol = lineEndOf(text);
    const gap = text === '' || text.endsWith('\n') ? eol : `${eol}${eol}`;
    return {
      edits: [
        {
          start: text.length,
          end: text.length,
          insert: `${gap}${blockText(STAKEHOLDER_BLOCK, stakeholderContent(party), eol)}`,
        },
      ],
    };
  });
}

/** Keeps the blocks of existing pages current; `stop` ends it. */
export interface StakeholderPages {
  /** Called at every change of the state; the work waits for quiet. */
  readonly follow: () => void;
  /** A page has changed on disk, by whomever: it is looked at again. */
  readonly changed: (path: string) => void;
  readonly stop: () => void;
}

/** What keeping pages needs. */
export interface PagePorts {
  readonly store: NoteStore;
  readonly device: DeviceStore;
  readonly scheduler: Scheduler;
  readonly isBeingEdited: (path: string) => boolean;
  readonly stakeholders: () => readonly Stakeholder[] | null;
}

const QUIET_MS = 2000;
const RETRY_MS = 10_000;
const WRITTEN = 'stakeholder-pages';

/**
 * After two seconds of quiet, brings the block of each page up to date whose content has changed. Pages without a block,
 * with a block that a person edited, and the one being typed in are left alone. What was written is remembered by hash,
 * so that nothing is read when nothing has changed.
 */
export function keepStakeholderPages({
  store,
  device: storage,
  scheduler,
  isBeingEdited,
  stakeholders,
}: PagePorts): StakeholderPages {
  const device = steadyDevice(storage);
  const writer = noteWriter(store);
  const written = new Map(Object.entries(asHashes(device.load(WRITTEN))));
  const quiet = debounce(scheduler);
  let stopped = false;
  const later = (ms: number): void => quiet.soon(ms, () => void update());
  const isCopy = async (page: string): Promise<boolean> =>
    likelyOriginal(page) !== null && isLikelyCopy(store, page, (await store.read(page)) ?? '');
  const update = async (): Promise<void> => {
    let waiting = false;
    let changed = false;
    for (const party of stakeholders() ?? []) {
      if (party.page === null || stopped) continue;
      await scheduler.pause();
      if (stopped) return;
      const content = stakeholderContent(party);
      const hash = blockHash(content);
      if (written.get(party.page) === hash) continue;
      if (isBeingEdited(party.page)) {
        waiting = true;
        continue;
      }
      if (await isCopy(party.page)) continue;
      const outcome = await writer.edit(party.page, baseName(party.page), (text) =>
        blockEdits(text, STAKEHOLDER_BLOCK, content),
      );
      if (outcome === 'failed') waiting = true;
      else if (outcome === 'done' || outcome === 'unchanged') {
        written.set(party.page, hash);
        changed = true;
      }
    }
    if (changed) device.save(WRITTEN, Object.fromEntries(written));
    if (waiting && !stopped) later(RETRY_MS);
  };
  return {
    follow: () => later(QUIET_MS),
    changed: (path) => {
      if (written.delete(path)) later(QUIET_MS);
    },
    stop: () => {
      stopped = true;
      quiet.cancel();
    },
  };
}

function asHashes(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
