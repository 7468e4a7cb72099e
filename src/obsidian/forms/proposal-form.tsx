import type { App } from 'obsidian';
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { CalendarDate } from '../../domain/calendar-date';
import { type FoundProposal, type ProposalKind } from '../../domain/proposal';
import { PROPOSAL_WORDING } from '../../presentation/proposals-model';
import { WRITING_WORDING } from '../../presentation/writing-wording';
import type { AcceptedProposal } from '../../workflows/proposal-actions';
import type { UnderstoodDate } from '../../workflows/understand-date';
import { Buttons, Choice, sayDate, TextField } from './fields';

const WORDS = PROPOSAL_WORDING.form;
interface ProposalFormProps {
  readonly app: App;
  readonly names: () => readonly string[];
  readonly today: CalendarDate;
  readonly proposal: FoundProposal;
  /** The line that would be written. */
  readonly line: (accepted: AcceptedProposal) => string;
  readonly understand: (text: string) => UnderstoodDate | null;
  readonly save: (accepted: AcceptedProposal) => void;
  readonly close: () => void;
}

/** How a sentence was read, each part to be put right; the line that will be written stands below. */
export function ProposalForm({
  app,
  names,
  today,
  proposal,
  line,
  understand,
  save,
  close,
}: ProposalFormProps): JSX.Element {
  const [kind, setKind] = useState<ProposalKind>(proposal.kind);
  const [who, setWho] = useState(proposal.who ?? '');
  const [what, setWhat] = useState(proposal.what);
  const [day, setDay] = useState<string>(proposal.due ?? '');
  const [direction, setDirection] = useState(proposal.direction ?? 'they-owe');
  const due = useMemo(() => understand(day), [day]);
  const isUnclear = day.trim() !== '' && !due;
  const accepted: AcceptedProposal = {
    kind,
    who: who.replace(/[,;\s]+$/, '') || null,
    what,
    due: due?.date ?? null,
    direction: kind === 'ask' ? direction : null,
  };
  const isWork = kind === 'action' || kind === 'ask';
  const isReady = what.trim() !== '' && !isUnclear;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (isReady) save(accepted);
  };
  return (
    <form class="shipshape-form" onSubmit={submit}>
      <p class="shipshape-hint" dir="auto">
        “{proposal.text}”
      </p>
      <OneOf label={WORDS.kind} value={kind} set={setKind} names={PROPOSAL_WORDING.kinds} />
      {kind === 'ask' && (
        <OneOf label={WORDS.direction} value={direction} set={setDirection} names={WORDS.directions} />
      )}
      {isWork && <TextField label={WORDS.who} value={who} set={setWho} names={{ app, all: names }} />}
      <TextField label={WORDS.what} value={what} set={setWhat} />
      {isWork && (
        <TextField
          label={WORDS.due}
          value={day}
          set={setDay}
          problem={isUnclear ? WRITING_WORDING.meeting.unclear : ''}
          understood={sayDate(due, today)}
        />
      )}
      <div class="shipshape-writes">
        <span class="shipshape-note">{WORDS.writes}</span>
        <code dir="auto">{line(accepted)}</code>
      </div>
      <Buttons submit={PROPOSAL_WORDING.accept} disabled={!isReady} close={close} />
    </form>
  );
}

/** One of a few, each with its name. */
function OneOf<Choices extends string>({
  label,
  value,
  set,
  names,
}: {
  readonly label: string;
  readonly value: Choices;
  readonly set: (value: Choices) => void;
  readonly names: Readonly<Record<Choices, string>>;
}): JSX.Element {
  const keys = Object.keys(names) as Choices[];
  return (
    <Choice
      label={label}
      value={value}
      set={(next) => set(keys.find((key) => key === next) ?? value)}
      options={keys.map((key) => [key, names[key]] as const)}
    />
  );
}
