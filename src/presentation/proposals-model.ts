import type { CalendarDate } from '../domain/calendar-date';
import type { ProposalKind, ProposalSeries } from '../domain/proposal';
import { monthDay } from './date-wording';
import { noteName, type Place, placeOf } from './place';

/** The words of what was found in notes. */
export const PROPOSAL_WORDING = {
  title: 'Found in notes',
  hint: 'Sentences that sound like a commitment. Nothing counts before you accept it.',
  kinds: { action: 'Action', ask: 'Waiting', decision: 'Decision', date: 'Date', risk: 'Risk' },
  weOwe: 'We owe',
  accept: 'Accept',
  correct: 'Correct…',
  ignore: 'Ignore',
  acceptStep: (what: string): string => `Accept “${what}”`,
  ignored: 'Ignored.',
  undo: 'Undo',
  refused: (note: string): string => `The line would not be read in ${note}; nothing was written.`,
  series: (notes: number, first: string): string => `${notes} notes, first ${first}`,
  show: (count: number): string => `Show ${count} more`,
  quiet: (count: number): string =>
    count === 1 ? '1 more of a kind that you ignore' : `${count} more of kinds that you ignore`,
  form: {
    title: 'What was meant',
    kind: 'Kind',
    who: 'Who',
    what: 'What',
    due: 'By when',
    direction: 'Direction',
    directions: { 'they-owe': 'They owe us', 'we-owe': 'We owe them' },
    writes: 'Writes this line',
  },
} as const;

/** One sentence that is asked about, in words. */
export interface ProposalRow {
  readonly key: string;
  readonly series: ProposalSeries;
  readonly kind: ProposalKind;
  /** "Action", "Waiting"; of an ask to us: "We owe". */
  readonly label: string;
  readonly sentence: string;
  /** Who and when, and in how many notes. */
  readonly facts: readonly string[];
  readonly place: Place;
}

/** The rows of what is asked about; sentences of kinds that are mostly ignored wait apart. */
export function proposalRows(
  series: readonly ProposalSeries[],
  today: CalendarDate,
  quiet: ReadonlySet<ProposalKind>,
): { readonly rows: readonly ProposalRow[]; readonly quiet: readonly ProposalRow[] } {
  const rows = series.map((one): ProposalRow => {
    const { newest, notes, first } = one;
    return {
      key: `${newest.path}:${newest.line}:${newest.text}`,
      series: one,
      kind: newest.kind,
      label: newest.direction === 'we-owe' ? PROPOSAL_WORDING.weOwe : PROPOSAL_WORDING.kinds[newest.kind],
      sentence: newest.text,
      facts: [
        newest.who ?? '',
        newest.due === null ? '' : monthDay(newest.due, today),
        notes > 1 ? PROPOSAL_WORDING.series(notes, monthDay(first, today)) : noteName(newest.path),
      ].filter(Boolean),
      place: placeOf(newest),
    };
  });
  return { rows: rows.filter(({ kind }) => !quiet.has(kind)), quiet: rows.filter(({ kind }) => quiet.has(kind)) };
}
