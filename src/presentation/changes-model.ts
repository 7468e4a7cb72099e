import type { ProposedChange } from '../domain/process-change';
import { noteName, type Place, placeOf } from './panel-model';
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
  readonly process: { readonly name: string } | null;
  readonly change: { readonly kind: 'add' | 'replace' | 'remove'; readonly at: number | null };
  readonly isCarriedOut: boolean;
}

/** A proposal in words. */
export function changeLine({ proposal, process, change: { kind, at }, isCarriedOut }: Understood): ChangeLine {
  const { title, evidence } = proposal;
  const does = process === null ? WORDS.noProcessNamed : isCarriedOut ? WORDS.carriedOut(process.name) : kind === 'add' ? WORDS.changeFor.add(process.name) : WORDS.changeFor[kind](process.name, (at ?? 0) + 1);
  return { key: `${evidence.path}\n${evidence.line}`, title, facts: [does, WORDS.asked(noteName(evidence.path))], place: placeOf(evidence), isCarriedOut, proposal };
}
