import { counted } from '../counted';
import { businessDays } from '../date-wording';

/** What the portfolio says beside the words of the panel. */
export const PORTFOLIO_WORDING = {
  title: 'Portfolio',
  command: 'Open portfolio',
  loading: 'Reading your notes…',
  empty: 'No releases yet. A plan with a target date is enough.',
  asOf: (releases: number, day: string): string => `${counted(releases, 'release')} · as of ${day}`,
  headline: (offTrack: number, atRisk: number): string => {
    const parts = [
      ...(offTrack > 0 ? [`${offTrack} ${offTrack === 1 ? 'release is' : 'releases are'} off track`] : []),
      ...(atRisk > 0 ? [offTrack > 0 ? `${atRisk} at risk` : `${counted(atRisk, 'release')} at risk`] : []),
    ];
    return parts.length === 0 ? 'No release is off track or at risk' : parts.join(', ');
  },
  collides: (party: string, count: number, within: number, month: string): string =>
    `${party} is needed ${TIMES[count] ?? `${count} times`} within ${businessDays(Math.max(1, within))} in ${month}.`,
  threadShort: (party: string, count: number): string => `${party} ×${count}`,
  thread: (party: string, count: number, within: number): string =>
    `${party} ${TIMES[count] ?? `${count} times`} within ${businessDays(Math.max(1, within))}`,
  inFreeze: (title: string): string => `${title} targets a day inside a freeze.`,
  zooms: { week: 'Week', month: 'Month', quarter: 'Quarter' },
  zoom: 'Zoom',
  group: 'Group',
  weekends: 'Weekends',
  showTable: 'Show as table',
  showPicture: 'Show as time line',
  copyCsv: 'Copy as CSV',
  csvCopied: 'The table is on the clipboard as CSV.',
  timeLine: 'Time line',
  release: 'Release, by target',
  chance: 'By the go/no-go',
  today: (day: string): string => `Today ${day}`,
  freeze: 'Freeze',
  holiday: 'Holiday',
  /** "Target Sun Feb 15". */
  marks: {
    'go-no-go': (day: string): string => `Go/no-go ${day}`,
    target: (day: string): string => `Target ${day}`,
    earlier: (day: string): string => `Earlier target ${day}`,
    'earlier-gate': (day: string): string => `Earlier go/no-go ${day}`,
    shipped: (day: string): string => `Shipped ${day}`,
  },
  legend: {
    'go-no-go': 'go/no-go',
    target: 'target',
    earlier: 'earlier date',
    shipped: 'shipped',
    bracket: 'half to 85 %',
  },
  outOf: (twentieths: number): string => `${twentieths} of 20`,
  shippedOn: (day: string): string => `shipped ${day}`,
  allDone: 'all done',
  noForecast: 'no forecast yet',
  undated: 'no target date',
  range: (half: string, most: string): string => `Half by ${half}, 85 % by ${most}`,
  openLine: (mark: string): string => `${mark}: open its line`,
  heat: 'Reasons by kind',
  heatHead: 'Release',
  heatSum: 'Sum',
  heatNote: 'Points of the rules. ✕ and a frame: enough for off track by itself. A press opens the release.',
  heatCount: (shown: number, all: number): string => `${shown} with reasons of ${all}`,
  kinds: {
    work: 'Open work',
    decision: 'Decision',
    forecast: 'Forecast',
    people: 'People',
    dates: 'Dates',
    risks: 'Risks',
  },
  collisions: 'Collisions',
  collisionsHead: 'Asks by party and week of',
  collisionsNote: 'A frame: several releases need the party within five working days.',
  collisionsCount: (count: number, weeks: number): string =>
    count === 0 ? `none in the next ${weeks} weeks` : `${count} in the next ${weeks} weeks`,
  asksOnly: (count: number): string => (count === 1 ? ' ask' : ' asks'),
  metrics: {
    released: (days: number): string => `Released in ${days} days`,
    onDate: 'On the first date',
    slip: 'Median slip',
    hotfixes: 'Hotfixes',
    of: (count: number, all: number): string => `${count} of ${all}`,
    days: (days: number): string => `${days > 0 ? '+' : days < 0 ? '−' : ''}${businessDays(Math.abs(days))}`,
    none: '–',
    before: (value: string): string => `${value} in the time before`,
  },
  csv: [
    'release',
    'verdict',
    'owner',
    'tier',
    'first evidence',
    'go/no-go',
    'target',
    'earlier targets',
    'half by',
    '85 % by',
    'shipped',
    'chance',
  ],
} as const;

const TIMES: Readonly<Record<number, string>> = { 2: 'twice', 3: 'three times', 4: 'four times' };
