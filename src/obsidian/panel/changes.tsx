import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ProcessEntry } from '../../domain/process';
import type { ProposedChange } from '../../domain/process-change';
import { type ChangeLine, changeLine } from '../../presentation/changes-model';
import { PROCESS_WORDING as WORDS } from '../../presentation/process-wording';
import { isCarriedOut, understandChange } from '../../workflows/process-changes';
import { Chip } from './chip';
import { Facts } from './facts';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';
import { useUniqueId } from './unique-id';

/** What meetings and retros ask to change in processes; nothing is written before a person has looked at it. */
export function Changes({
  changes,
  processes,
  actions,
}: {
  readonly changes: readonly ProposedChange[];
  readonly processes: readonly ProcessEntry[];
  readonly actions: PanelActions;
}): JSX.Element | null {
  const id = useUniqueId();
  const lines = useMemo(
    () =>
      changes.map((proposal) => {
        const understood = understandChange(proposal, processes);
        return changeLine({ ...understood, isCarriedOut: isCarriedOut(understood) });
      }),
    [changes, processes],
  );
  if (lines.length === 0) return null;
  return (
    <div class="shipshape-loose" role="group" aria-labelledby={id}>
      <div id={id} class="shipshape-section-title">
        {WORDS.changesTitle}
        <span class="shipshape-count">{lines.length}</span>
      </div>
      <ul class="shipshape-rows">
        {lines.map((line) => (
          <Line key={line.key} line={line} actions={actions} />
        ))}
      </ul>
    </div>
  );
}

function Line({ line, actions }: { readonly line: ChangeLine; readonly actions: PanelActions }): JSX.Element {
  const { changes } = actions.writing;
  return (
    <li class="shipshape-pending">
      <PlaceButton place={line.place} actions={actions}>
        <span class="shipshape-text">{line.title}</span>
        <Facts facts={line.facts} />
      </PlaceButton>
      <span class="shipshape-settle">
        {line.isCarriedOut ? (
          <Chip label={WORDS.settle} about={line.title} run={() => changes.settle(line.proposal)} />
        ) : (
          <Chip label={WORDS.review} about={line.title} run={() => changes.review(line.proposal)} />
        )}
        <Chip label={WORDS.dismiss} about={line.title} run={() => changes.dismiss(line.proposal)} />
      </span>
    </li>
  );
}
