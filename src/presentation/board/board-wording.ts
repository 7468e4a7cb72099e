import { counted } from '../counted';

/** The words of the board over a base. */
export const BOARD_WORDING = {
  name: 'Release board',
  groupBy: 'Group by',
  groups: { level: 'Verdict', owner: 'Owner', month: 'Month of the target' },
  colourBy: 'Colour by',
  colours: { level: 'Verdict', chance: 'Forecast', none: 'Nothing' },
  showDone: 'Show released ones',
  empty: 'No note of this base is the plan of a release.',
  onlyDone: (count: number): string =>
    `${counted(count, 'release')} of this base ${count === 1 ? 'is' : 'are'} over; “Show released ones” shows them.`,
  reading: 'Reading your notes…',
  noRelease: (count: number): string =>
    count === 1 ? '1 note is no release' : `${counted(count, 'note')} are no release`,
  asks: (count: number): string => `${counted(count, 'open ask')}`,
  chance: (twentieths: number): string => `${twentieths} of 20 in time`,
  noOwner: 'No owner',
  noDate: 'No target date',
  more: (count: number): string => `and ${count} more`,
} as const;
