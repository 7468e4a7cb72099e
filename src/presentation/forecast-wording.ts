import { counted } from './counted';
import { businessDays } from './date-wording';

/** What the forecast says to people. */
export const FORECAST_WORDING = {
  title: 'Forecast',
  /** "About 14 in 20 from here make the go/no-go Tue Feb 10". */
  makes: (chance: string, gate: 'goNoGo' | 'target', day: string): string =>
    `${chance} from here make the ${gate === 'goNoGo' ? 'go/no-go' : 'target'} ${day}`,
  undated: (day: string): string => `Half from here are done by ${day}`,
  beyond: 'At this pace it takes longer than a year',
  ofReleases: (releases: number, items: number): string =>
    `${counted(releases, 'past release')}, ${counted(items, 'item')}`,
  ofDays: (items: number, days: number): string => `${counted(items, 'item')} in ${businessDays(days)}`,
  without: (item: string, chance: string): string => `Without “${item}”: ${chance}.`,
  range: (half: string, most: string | null, percent: number): string =>
    most === null ? `Half by ${half}, ${percent} % beyond a year.` : `Half by ${half}, ${percent} % by ${most}.`,
  record: (held: number, of: number): string => `Your 85 % days held ${held} of ${of} times.`,
  widened: 'They held too rarely, so the day for 95 % is shown.',
  baseRate: (made: number, of: number): string =>
    of === 1
      ? `The last release ${made === 1 ? 'made' : 'missed'} its date.`
      : `${made} of the last ${of} releases made their date.`,
  /** "It was about 14 in 20 on Jan 20: 2 items came or went (−4), 3 were ticked (+2)." */
  moved: (chance: string, day: string, causes: string): string => `It was ${chance} on ${day}: ${causes}.`,
  causes: {
    scope: (count: number): string => `${counted(count, 'item')} came or went`,
    ticks: (count: number): string => `${counted(count, 'tick')}`,
    dates: (count: number): string => `${counted(count, 'date')} moved`,
    calendar: (count: number): string => `${businessDays(count)} passed`,
    together: (): string => 'all of it together',
  },
  inTwenty: (cause: string, by: number): string => `${cause} (${by > 0 ? '+' : '−'}${Math.abs(by)})`,
  none: {
    'no-items': 'No forecast: no required item is known yet.',
    'all-done': 'All required items are done.',
    'too-many': 'No forecast: with more than 300 open items it is beyond a year.',
    'deadline-work': 'No forecast: work of this kind is done in the last days, so the pace until then says nothing.',
    'little-history': 'Not enough history for a forecast.',
  },
  comesWith: (ticks: number, days: number, day: string | null): string => {
    const more = [
      ...(ticks > 0 ? [counted(ticks, 'more tick')] : []),
      ...(days > 0 ? [`${days} more working ${days === 1 ? 'day' : 'days'}`] : []),
    ].join(' and ');
    return `It comes with ${more}${day === null ? '' : `, about ${day}`}.`;
  },
  recipe: {
    completions: (need: number): string => `Ticks of this release or its tier (${need} needed)`,
    days: (need: number): string => `Working days observed (${need} needed)`,
    releases: (need: number): string => `Finished releases of the tier (${need} needed for the other model)`,
    items: 'Required items known',
    soFar: (have: number): string => `${have} so far`,
  },
} as const;
