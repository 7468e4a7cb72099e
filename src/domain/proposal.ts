import { addDays, type CalendarDate } from './calendar-date';
import type { NoteFacts } from './note-facts';
import { textHash } from './text-hash';
import { normalizedText } from './text-similarity';

/** What a sentence may be meant as. */
export const PROPOSAL_KINDS = ['action', 'ask', 'decision', 'date', 'risk'] as const;

/** One of them. */
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** A sentence of a note that a careful reader would take for a commitment: a guess, on which no verdict rests. */
export interface Proposal {
  /** 1-based line on which the sentence begins. */
  readonly line: number;
  /** The sentence as a reader sees it. */
  readonly text: string;
  readonly kind: ProposalKind;
  /** Who has it, or is waited for; null where the sentence names nobody. */
  readonly who: string | null;
  /** What is to be done, or was decided, without who and when. */
  readonly what: string;
  readonly due: CalendarDate | null;
  /** Of an ask. */
  readonly direction: 'we-owe' | 'they-owe' | null;
}

/** Under which a note's facts keep them. */
export const PROPOSALS_ID = 'proposals';

/** The proposals of one note. */
export function proposalsOf({ facets }: Pick<NoteFacts, 'facets'>): readonly Proposal[] {
  return (facets?.[PROPOSALS_ID] as readonly Proposal[] | undefined) ?? [];
}

/** A proposal with the note that it stands in. */
export interface FoundProposal extends Proposal {
  readonly path: string;
  /** The day of the note. */
  readonly on: CalendarDate;
}

/** The same sentence in several notes: the newest of them, and how often it stands where since when. */
export interface ProposalSeries {
  readonly newest: FoundProposal;
  readonly notes: number;
  readonly first: CalendarDate;
}

/** By what a sentence is known again, in whatever note it stands: it is asked about once. */
export function proposalKey({ text }: Pick<Proposal, 'text'>): string {
  return textHash(normalizedText(text));
}

/** A record is asked about for so many days. */
const ASKED_FOR_DAYS = 45;

/** What is asked about today: sentences of recent notes, each once, the newest first and as they stand in the note. */
export function proposalsToAsk(
  found: readonly FoundProposal[],
  today: CalendarDate,
  isSettled: (key: string) => boolean,
): ProposalSeries[] {
  const [since, until] = [addDays(today, -ASKED_FOR_DAYS), addDays(today, ASKED_FOR_DAYS)];
  const series = new Map<string, ProposalSeries>();
  for (const proposal of found) {
    // Most notes are older: their sentences need no key.
    if (proposal.on < since || proposal.on > until) continue;
    const key = proposalKey(proposal);
    if (isSettled(key)) continue;
    const known = series.get(key);
    series.set(key, {
      newest: known && known.newest.on >= proposal.on ? known.newest : proposal,
      notes: (known?.notes ?? 0) + 1,
      first: known && known.first < proposal.on ? known.first : proposal.on,
    });
  }
  return [...series.values()].sort(
    ({ newest: a }, { newest: b }) =>
      (a.on < b.on ? 1 : a.on > b.on ? -1 : 0) || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line),
  );
}
