import type { FolderOffer } from '../domain/folder-offers';
import { HEAD_KINDS, type HeadKind } from '../domain/note-head';

/** So many names of releases stand behind their count. */
const MOST_NAMES = 3;

const KINDS: Readonly<Record<HeadKind, readonly [one: string, many: string]>> = {
  release: ['release', 'releases'],
  meeting: ['meeting', 'meetings'],
  playbook: ['playbook', 'playbooks'],
  checklist: ['checklist', 'checklists'],
  retro: ['retro', 'retros'],
};

const counted = (count: number, [one, many]: readonly [string, string]): string =>
  `${count} ${count === 1 ? one : many}`;

const NOTES = ['note', 'notes'] as const;

/** The words of the look through a vault. */
export const SURVEY_WORDING = {
  command: 'Look through the vault',
  commandHint: 'Looks at names, headings and properties for releases and meetings; no note is opened or changed.',
  looking: (done: number, total: number): string => `Looking through ${done} of ${counted(total, NOTES)}…`,
  stop: 'Stop',
  foundTitle: 'Found in this vault',
  found: (looked: number, total: number): string =>
    `Looked at names, headings and properties of ${looked < total ? `${looked} of ` : ''}${counted(total, NOTES)}; ` +
    'none was opened or changed.',
  nothing: (looked: number): string =>
    looked === 0
      ? 'There are no notes outside the folders that are read.'
      : `${counted(looked, NOTES)} outside these folders looked through: ` +
        'none seems to be about a release or a meeting.',
  again: 'Look again',
  top: 'The whole vault',
  topHint: 'found at its top',
  lookInto: (count: number): string => (count === 1 ? 'Look into this folder' : 'Look into these folders'),
  close: 'Not now',
  trying: (folders: string): string => `${folders} ${folders.includes(' and ') ? 'are' : 'is'} read for now.`,
  keep: (count: number): string => (count === 1 ? 'Read this folder' : 'Read these folders'),
  leave: 'Leave',
} as const;

/** One folder that is offered, in words. */
export interface OfferRow {
  readonly folder: string;
  readonly name: string;
  /** "3 releases: Atlas v2.6, Mobile v5.0, Checkout revamp · 12 meetings". */
  readonly evidence: string;
}

/** What a person reads of each folder. */
export function offerRows(offers: readonly FolderOffer[]): OfferRow[] {
  return offers.map(({ folder, found }) => ({
    folder,
    name: folder === '' ? SURVEY_WORDING.top : folder,
    evidence:
      HEAD_KINDS.filter((kind) => found[kind].length > 0)
        .map((kind) => {
          const names = found[kind];
          const shown = kind === 'release' ? `: ${names.slice(0, MOST_NAMES).join(', ')}` : '';
          const more = shown !== '' && names.length > MOST_NAMES ? ' …' : '';
          return `${counted(names.length, KINDS[kind])}${shown}${more}`;
        })
        .join(' · ') + (folder === '' ? ` (${SURVEY_WORDING.topHint})` : ''),
  }));
}

/** "Projects and Meetings", "Projects, SOPs and Meetings". */
export function folderList(folders: readonly string[]): string {
  const names = folders.map((folder) => (folder === '' ? SURVEY_WORDING.top : `“${folder}”`));
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}` : (names[0] ?? '');
}
