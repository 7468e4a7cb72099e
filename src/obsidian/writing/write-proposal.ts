import { Notice } from 'obsidian';
import { h } from 'preact';
import type { FoundProposal } from '../../domain/proposal';
import { noteName } from '../../presentation/place';
import { PROPOSAL_WORDING as WORDS } from '../../presentation/proposals-model';
import { createListeners } from '../../workflows/listeners';
import {
  acceptLabel,
  type AcceptedProposal,
  acceptProposal,
  lineOfProposal,
  type ProposalMemory,
  proposalMemory,
} from '../../workflows/proposal-actions';
import { steadyDevice } from '../../workflows/steady-device';
import { understandDate } from '../../workflows/understand-date';
import { deviceStore } from '../device-store';
import { FormModal } from '../forms/form-modal';
import { ProposalForm } from '../forms/proposal-form';
import { told } from '../told';
import type { Desk } from './desk';

/** What a person can say about a sentence that was found. */
export interface ProposalWriting {
  /** Writes it as it was read. */
  readonly accept: (proposal: FoundProposal) => void;
  /** Shows how it was read, to be put right before it is written. */
  readonly correct: (proposal: FoundProposal) => void;
  /** Never asks about this sentence again; the function takes that back. */
  readonly ignore: (proposal: FoundProposal) => () => void;
  readonly memory: Pick<ProposalMemory, 'isSettled' | 'quiet'>;
  /** Hears of every answer; the function returned ends that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Another object after every answer. */
  readonly answers: () => object;
}

/** Answers are kept on this device, lines are written by the one writer. */
export function proposalWriting(desk: Desk): ProposalWriting {
  const { app, writer, settings, clock } = desk;
  const memory = proposalMemory(steadyDevice(deviceStore(app)));
  const listeners = createListeners();
  let answers = {};
  const answered = (): void => {
    answers = {};
    listeners.tell();
  };
  // What is taken back is asked about again.
  const written = new Map<string, FoundProposal>();
  writer.onUndone((label) => {
    const proposal = written.get(label);
    if (!proposal) return;
    written.delete(label);
    memory.forget(proposal, 'accepted');
    answered();
  });
  const write = async (proposal: FoundProposal, accepted: AcceptedProposal): Promise<boolean> => {
    const outcome = await acceptProposal(writer, proposal, accepted, settings.current());
    if (outcome === 'refused') {
      new Notice(WORDS.refused(noteName(proposal.path)));
      return false;
    }
    if (!told(outcome, accepted.what, proposal.path, writer)) return false;
    memory.settle(proposal, 'accepted');
    written.set(acceptLabel(accepted), proposal);
    answered();
    return true;
  };
  return {
    accept: (proposal) => desk.attempt(() => write(proposal, proposal)),
    correct: (proposal) => {
      const today = clock.today();
      new FormModal(app, WORDS.form.title, (close) =>
        h(ProposalForm, {
          app,
          names: desk.names,
          today,
          proposal,
          line: lineOfProposal,
          understand: (text) => understandDate(text, today, settings.current()),
          save: (accepted) => desk.attempt(() => write(proposal, accepted), close),
          close,
        }),
      ).open();
    },
    ignore: (proposal) => {
      memory.settle(proposal, 'ignored');
      answered();
      return () => {
        memory.forget(proposal, 'ignored');
        answered();
      };
    },
    memory,
    subscribe: listeners.subscribe,
    answers: () => answers,
  };
}
