import { oneLine } from '../domain/inert-text';
import { type FoundProposal, type Proposal, PROPOSAL_KINDS, type ProposalKind, proposalKey } from '../domain/proposal';
import { lineInSection, type SectionWanted } from '../markdown/section-line';
import type { DeviceStore } from '../ports/device-store';
import { PROPOSAL_WORDING as WORDS } from '../presentation/proposals-model';
import type { Settings } from '../settings/settings';
import { linksTo } from './note-link';
import type { EditOutcome, NoteWriter } from './note-writer';

/** What a person makes of a proposal: as it was read, or corrected. */
export type AcceptedProposal = Pick<Proposal, 'kind' | 'who' | 'what' | 'due' | 'direction'>;

/** Where each kind is written; the heading is made where the note has no such section. */
const SECTIONS: Readonly<Record<ProposalKind, SectionWanted>> = {
  action: { kind: 'actions', heading: 'Action items' },
  ask: { kind: 'dependencies', heading: 'Dependencies' },
  decision: { kind: 'decisions', heading: 'Decisions' },
  date: { kind: 'decisions', heading: 'Decisions' },
  risk: { kind: 'risks', heading: 'Risks' },
};

/** The one plain line that makes a proposal sure. */
export function lineOfProposal({ kind, who, what, due, direction }: AcceptedProposal): string {
  const names = linksTo((who ?? '').replace(/\s(?:and|und|et|y|e)\s|[&+/]/g, ', ')).join(', ');
  const words = oneLine(what);
  const by = due === null || words.includes(due) ? '' : ` by ${due}`;
  switch (kind) {
    case 'action':
      return `- [ ] ${names === '' ? capital(words) : `${names}: ${words}`}${by}`;
    case 'ask':
      if (direction === 'we-owe') return `- ${names === '' ? 'We owe' : `${names} needs`} ${words}${by}`;
      return `- Waiting for ${names === '' ? words : `${names}: ${words}`}${by}`;
    case 'decision':
    case 'date':
    case 'risk':
      return `- ${capital(words)}`;
  }
}

/** Writes the line into the proposal's note, and nothing else. */
export async function acceptProposal(
  writer: NoteWriter,
  { path }: Pick<FoundProposal, 'path'>,
  accepted: AcceptedProposal,
  { vocabulary }: Settings,
): Promise<EditOutcome<'refused'>> {
  return writer.edit<'refused'>(path, acceptLabel(accepted), (text) =>
    lineInSection(text, SECTIONS[accepted.kind], lineOfProposal(accepted), vocabulary),
  );
}

/** What undo says that it takes back. */
export function acceptLabel({ what }: AcceptedProposal): string {
  return WORDS.acceptStep(oneLine(what));
}

/** What a person has said about proposals on this device. */
export interface ProposalMemory {
  /** True for a sentence that was accepted or ignored. */
  readonly isSettled: (key: string) => boolean;
  readonly settle: (proposal: Proposal, as: 'accepted' | 'ignored') => void;
  /** Takes an answer back: it is asked about again. */
  readonly forget: (proposal: Proposal, was: 'accepted' | 'ignored') => void;
  /** Kinds that were ignored time and again and hardly ever accepted: they wait folded. */
  readonly quiet: () => ReadonlySet<ProposalKind>;
}

const KEY = 'proposals';
/** The oldest answers are forgotten beyond so many: their notes are long past being asked about. */
const MOST_ANSWERS = 3000;
/** A kind is quiet from so many ignored ones on, while fewer than a sixth were accepted. */
const QUIET_FROM = 6;

interface Answers {
  readonly keys: readonly string[];
  readonly counts: Readonly<Record<string, { readonly accepted: number; readonly ignored: number }>>;
}

/** Reads and keeps the answers in the device's storage; what is damaged there counts as nothing. */
export function proposalMemory(device: DeviceStore): ProposalMemory {
  let answers = answersIn(device.load(KEY));
  let keys = new Set(answers.keys);
  const keep = (next: Answers): void => {
    answers = next;
    keys = new Set(next.keys);
    device.save(KEY, next);
  };
  return {
    isSettled: (key) => keys.has(key),
    settle: (proposal, as) => {
      const before = answers.counts[proposal.kind] ?? { accepted: 0, ignored: 0 };
      keep({
        keys: [...answers.keys, proposalKey(proposal)].slice(-MOST_ANSWERS),
        counts: { ...answers.counts, [proposal.kind]: { ...before, [as]: before[as] + 1 } },
      });
    },
    forget: (proposal, was) => {
      const key = proposalKey(proposal);
      if (!keys.has(key)) return;
      const before = answers.counts[proposal.kind] ?? { accepted: 0, ignored: 0 };
      keep({
        keys: answers.keys.filter((known) => known !== key),
        counts: { ...answers.counts, [proposal.kind]: { ...before, [was]: Math.max(0, before[was] - 1) } },
      });
    },
    quiet: () =>
      new Set(
        PROPOSAL_KINDS.filter((kind) => {
          const { accepted, ignored } = answers.counts[kind] ?? { accepted: 0, ignored: 0 };
          return ignored >= QUIET_FROM && accepted * 5 < ignored;
        }),
      ),
  };
}

function answersIn(stored: unknown): Answers {
  const { keys, counts } = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<
    Record<keyof Answers, unknown>
  >;
  const count = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);
  return {
    keys: Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [],
    counts: Object.fromEntries(
      PROPOSAL_KINDS.map((kind) => {
        const known = (counts as Partial<Record<string, Record<string, unknown> | null>> | undefined)?.[kind] ?? {};
        return [kind, { accepted: count(known['accepted']), ignored: count(known['ignored']) }];
      }),
    ),
  };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
