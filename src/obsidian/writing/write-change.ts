import { Notice } from 'obsidian';
import { h } from 'preact';
import type { ProcessEntry } from '../../domain/process';
import type { ProposedChange } from '../../domain/process-change';
import { noteName } from '../../presentation/place';
import { PROCESS_WORDING as WORDS } from '../../presentation/process-wording';
import { WORDING } from '../../presentation/wording';
import type { PlaybookKeeper } from '../../workflows/playbook-keeper';
import {
  applyChange,
  changeFor,
  settleProposal,
  type UnderstoodChange,
  understandChange,
} from '../../workflows/process-changes';
import { type AcceptedChange, ChangeForm } from '../forms/change-form';
import { FormModal } from '../forms/form-modal';
import { ReasonForm } from '../forms/improvement-forms';
import { told } from '../told';
import type { Desk } from './desk';

/** What a person can do with a change that a note proposes. */
export interface ChangeWriting {
  /** Shows what it comes to; changes the process when that is accepted. */
  readonly review: (proposal: ProposedChange) => void;
  /** Says on its line that the process has it. */
  readonly settle: (proposal: ProposedChange) => void;
  readonly dismiss: (proposal: ProposedChange) => void;
}

/** Forms and edits for proposed changes of processes. */
export function changeWriting(desk: Desk, keeper: Pick<PlaybookKeeper, 'writtenHere'>): ChangeWriting {
  const { app, writer, clock } = desk;
  const say = async (proposal: ProposedChange, how: Parameters<typeof settleProposal>[2]): Promise<boolean> =>
    told(await settleProposal(writer, proposal, how), proposal.title, proposal.evidence.path, writer);
  return {
    review: (proposal) =>
      desk.attempt(() => {
        const processes = desk.registry();
        if (processes.length === 0) new Notice(WORDS.noProcesses);
        else open(desk, keeper, understandChange(proposal, processes), processes);
        return Promise.resolve(true);
      }),
    settle: (proposal) => desk.attempt(() => say(proposal, { applied: clock.today() })),
    dismiss: (proposal) =>
      new FormModal(app, WORDS.dismissTitle, (close) =>
        h(ReasonForm, {
          label: WORDS.reason,
          hint: '',
          about: proposal.title,
          save: (reason) => desk.attempt(() => say(proposal, { dropped: reason }), close),
          close,
        }),
      ).open(),
  };
}

function open(
  desk: Desk,
  keeper: Pick<PlaybookKeeper, 'writtenHere'>,
  { proposal, process, words, change }: UnderstoodChange,
  processes: readonly ProcessEntry[],
): void {
  new FormModal(desk.app, WORDS.reviewTitle, (close) =>
    h(ChangeForm, {
      about: proposal.title,
      processes,
      start: { process, change },
      changeFor: (chosen) => changeFor(words, chosen),
      read: desk.store.read,
      save: (accepted) => desk.attempt(() => write(desk, keeper, proposal, accepted), close),
      close,
    }),
  ).open();
}

/** The process first; its proposal is marked once that is written. */
async function write(
  desk: Desk,
  keeper: Pick<PlaybookKeeper, 'writtenHere'>,
  proposal: ProposedChange,
  { process, change }: AcceptedChange,
): Promise<boolean> {
  const outcome = await applyChange(desk.writer, process.path, change, process.steps);
  if (outcome === 'missing' || outcome === 'failed')
    new Notice(
      outcome === 'missing'
        ? WORDING.noteMissing(process.name)
        : WORDING.noteFailed(process.name, desk.writer.failure()),
    );
  else if (outcome !== 'done' && outcome !== 'unchanged') new Notice(WORDS.changeProblems[outcome]);
  else {
    keeper.writtenHere(process.path);
    const marked = await settleProposal(desk.writer, proposal, { applied: desk.clock.today() });
    new Notice(
      marked === 'done' || marked === 'unchanged'
        ? WORDS.changed(process.name)
        : WORDS.changedNotMarked(process.name, noteName(proposal.evidence.path)),
    );
    return true;
  }
  return false;
}
