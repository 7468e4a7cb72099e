import { Notice } from 'obsidian';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { proposalsToAsk } from '../../domain/proposal';
import { remembering } from '../../domain/remembering';
import { PROPOSAL_WORDING as WORDS, type ProposalRow, proposalRows } from '../../presentation/proposals-model';
import type { VaultState } from '../../workflows/vault-state';
import { Chip } from './chip';
import { Facts } from './facts';
import { useFollowed } from './follow';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';
import { useUniqueId } from './unique-id';

/** So many rows are shown at first; the list is a strip above the follow-ups. */
const FIRST_ROWS = 3;

const NOTICE_MS = 6000;

interface FoundProps {
  readonly state: Pick<VaultState, 'proposals' | 'today'>;
  readonly actions: PanelActions;
}

/** Worked out once for each state, day and answer: the tab's count and its strip ask for the same. */
const asked = remembering(
  (proposals: VaultState['proposals'], today: VaultState['today'], memory: Memory, _answers: object) =>
    proposalRows(proposalsToAsk(proposals, today, memory.isSettled), today, memory.quiet()),
);

type Memory = PanelActions['writing']['proposals']['memory'];

/** How many sentences wait for an answer. */
export function countFound({ state, actions }: FoundProps): number {
  const { memory, answers } = actions.writing.proposals;
  return asked(state.proposals, state.today, memory, answers()).rows.length;
}

/** Sentences of recent notes that sound like commitments: accepted, put right, or ignored. */
export function Found({ state, actions }: FoundProps): JSX.Element | null {
  const { proposals } = actions.writing;
  const answers = useFollowed(proposals.answers, proposals.subscribe);
  const [isOpen, setOpen] = useState(() => actions.load('found') !== 'closed');
  const [withAll, setWithAll] = useState(false);
  const [withQuiet, setWithQuiet] = useState(false);
  const id = useUniqueId();
  const { rows, quiet } = asked(state.proposals, state.today, proposals.memory, answers);
  if (rows.length + quiet.length === 0) return null;
  const toggle = (): void => {
    actions.save('found', isOpen ? 'closed' : 'open');
    setOpen(!isOpen);
  };
  return (
    <section class="shipshape-found" aria-labelledby={id}>
      <button
        type="button"
        class="shipshape-found-title"
        data-nav=""
        aria-expanded={isOpen}
        title={WORDS.hint}
        onClick={toggle}
      >
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
        <span id={id}>{WORDS.title}</span>
        <span class="shipshape-count">{rows.length}</span>
      </button>
      {isOpen && (
        <ul class="shipshape-rows">
          {[...(withAll ? rows : rows.slice(0, FIRST_ROWS)), ...(withQuiet ? quiet : [])].map((row) => (
            <Row key={row.key} row={row} actions={actions} />
          ))}
          {rows.length > FIRST_ROWS && !withAll && (
            <More label={WORDS.show(rows.length - FIRST_ROWS)} run={() => setWithAll(true)} />
          )}
          {quiet.length > 0 && !withQuiet && <More label={WORDS.quiet(quiet.length)} run={() => setWithQuiet(true)} />}
        </ul>
      )}
    </section>
  );
}

function More({ label, run }: { readonly label: string; readonly run: () => void }): JSX.Element {
  return (
    <li>
      <button type="button" class="shipshape-link" data-nav="" onClick={run}>
        {label}
      </button>
    </li>
  );
}

function Row({ row, actions }: { readonly row: ProposalRow; readonly actions: PanelActions }): JSX.Element {
  const { accept, correct, ignore } = actions.writing.proposals;
  const { newest } = row.series;
  return (
    <li class="shipshape-proposal">
      <PlaceButton place={row.place} actions={actions}>
        <span class="shipshape-text" dir="auto">
          {row.sentence}
        </span>
        <Facts facts={row.facts}>
          <span class="shipshape-kind">{row.label}</span>
        </Facts>
      </PlaceButton>
      <span class="shipshape-settle">
        <Chip label={WORDS.accept} about={row.sentence} run={() => accept(newest)} />
        <Chip label={WORDS.correct} about={row.sentence} run={() => correct(newest)} />
        <Chip label={WORDS.ignore} about={row.sentence} run={() => undoable(ignore(newest))} />
      </span>
    </li>
  );
}

/** A notice with a way back, for some seconds. */
function undoable(takeBack: () => void): void {
  const words = createFragment();
  words.append(`${WORDS.ignored} `);
  const button = words.createEl('button', { text: WORDS.undo });
  const notice = new Notice(words, NOTICE_MS);
  button.addEventListener('click', () => {
    takeBack();
    notice.hide();
  });
}
