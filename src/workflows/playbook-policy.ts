import type { PlaybookBlock } from '../presentation/process-text';
import type { Settings } from '../settings/settings';

/**
 * What may be written without asking, after something that a person did here: all blocks, or some; null for nothing.
 */
export type Allowance = 'all' | readonly PlaybookBlock[];

/** All that decides what becomes of a playbook whose process may have changed (ADR 10). */
export interface PlaybookSituation {
  readonly plan: {
    readonly changed: readonly { readonly block: PlaybookBlock }[];
    readonly conflicts: readonly unknown[];
    readonly isNew: boolean;
  };
  readonly allowance: Allowance | null;
  readonly mode: Settings['playbookUpdates'];
  /** A person types in the playbook, or has the cursor in it. */
  readonly isBeingEdited: boolean;
  /** A person said that it shall not get lines of this process. */
  readonly isLeft: boolean;
  /** The name by which it names the process could mean another one as well. */
  readonly isAmbiguous: boolean;
}

/** What is done: nothing, written at once, shown first, or a person has to choose, or to say that it shall begin. */
export type PlaybookDecision = 'nothing' | 'write' | 'offer' | 'conflict' | 'new';

/** The policy of ADR 10, and nothing else. */
export function decidePlaybook({
  plan: { changed, conflicts, isNew },
  allowance,
  mode,
  isBeingEdited,
  isLeft,
  isAmbiguous,
}: PlaybookSituation): PlaybookDecision {
  if (mode === 'off' || changed.length === 0) return 'nothing';
  if (isNew) return isLeft ? 'nothing' : 'new';
  if (conflicts.length > 0) return 'conflict';
  if (mode !== 'auto' || isBeingEdited || isAmbiguous || allowance === null) return 'offer';
  return allowance === 'all' || changed.every(({ block }) => allowance.includes(block)) ? 'write' : 'offer';
}
