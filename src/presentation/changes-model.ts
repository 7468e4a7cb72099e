import type { ProcessEntry } from '../domain/process';
import type { ProposedChange } from '../domain/process-change';
import { noteName, type Place, placeOf } from './place';
import { PROCESS_WORDING as WORDS } from './process-wording';

/** A proposed change of a process as shown. */
export interface ChangeLine {
  readonly key: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly place: Place;
  readonly isCarriedOut: boolean;
  readonly proposal: ProposedChange;
}

/** A proposal with what it would do. */
interface Understood {
  readonly proposal: ProposedChange;
  readonly process: Pick<ProcessEntry, 'name' | 'steps'> | null;
  readonly change: { readonly kind: 'add' | 'replace' | 'remove'; readonly at: number | null; readonly words: string };
  readonly isCarriedOut: boolean;
}

/** A proposal in words. */
export function changeLine({ proposal, process, change: { kind, at, words }, isCarriedOut }: Understood): ChangeLine {
  const { title, evidence } = proposal;
  const does =
    process === null
      ? WORDS.noProcessNamed
      : isCarriedOut
        ? WORDS.carriedOut(process.name)
        : kind === 'remove' || words !== ''
          ? whatItDoes(process, kind, at)
          : WORDS.changeUnclear(process.name);
  return {
    key: `${evidence.path}\n${evidence.line}`,
    title,
    facts: [does, WORDS.asked(noteName(evidence.path))],
    place: placeOf(evidence),
    isCarriedOut,
    proposal,
  };
}

function whatItDoes(
  { name, steps }: Pick<ProcessEntry, 'name' | 'steps'>,
  kind: 'add' | 'replace' | 'remove',
  at: number | null,
): string {
  const step = steps[at ?? -1];
  return kind === 'add' || !step
    ? WORDS.changeFor.add(name)
    : WORDS.changeFor[kind](name, WORDS.stepNamed(step.number ?? (at ?? 0) + 1, step.action));
}
