import type { JSX } from 'preact';
import type { RollCallRow, Vote } from '../../domain/decision/roll-call';
import { ROLL_CALL_WORDING as WORDS } from '../../presentation/roll-call-wording';
import { useUniqueId } from '../panel/unique-id';
import { NameInput } from './name-input';
import type { FormTools } from './roll-call-lists';

const VOTES: readonly Vote[] = ['go', 'go-if', 'no-go', 'not-reached'];

/** One row a function: what it says, who says it, and what the notes hold about it. */
export function VoteTable({
  rows,
  set,
  tools,
}: {
  readonly rows: readonly RollCallRow[];
  readonly set: (rows: readonly RollCallRow[]) => void;
  readonly tools: FormTools;
}): JSX.Element {
  const change = (name: string, part: Partial<RollCallRow>): void =>
    set(rows.map((row) => (row.function === name ? { ...row, ...part } : row)));
  return (
    <ul class="shipshape-votes">
      {rows.map((row) => (
        <li key={row.function}>
          <span class="shipshape-vote-function">
            {row.function}
            {row.evidence !== '' && <span class="shipshape-note">{row.evidence}</span>}
          </span>
          <Votes row={row} set={(vote) => change(row.function, { vote })} />
          <NameInput
            label={WORDS.nameOf(row.function)}
            placeholder={WORDS.name}
            value={row.name}
            set={(name) => change(row.function, { name })}
            tools={tools}
          />
        </li>
      ))}
    </ul>
  );
}

function Votes({ row, set }: { readonly row: RollCallRow; readonly set: (vote: Vote) => void }): JSX.Element {
  const name = useUniqueId();
  return (
    <span class="shipshape-vote" role="radiogroup" aria-label={WORDS.voteOf(row.function)}>
      {VOTES.map((vote) => (
        <label key={vote} class={`is-${vote}${row.vote === vote ? ' is-chosen' : ''}`}>
          <input type="radio" name={name} checked={row.vote === vote} onChange={() => set(vote)} />
          {WORDS.votes[vote]}
        </label>
      ))}
    </span>
  );
}
