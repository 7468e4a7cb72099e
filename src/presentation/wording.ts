import type { LineAccount } from '../domain/line-account';
/** Every word of the panel, its commands and notices; sentence case. */
export const WORDING = {
  panelTitle: 'Release risk',
  openPanel: 'Open release risk',
  releasesTab: 'Releases',
  faces: {
    'off-track': 'Off track',
    'at-risk': 'At risk',
    'on-track': 'On track',
    unknown: 'Unknown',
    released: 'Released',
    cancelled: 'Cancelled',
  },
  goNoGo: 'Go/no-go',
  target: 'Target',
  ship: 'Ship',
  written: 'Written',
  yearInferred: 'year inferred from the note',
  ambiguous: 'day and month could be the other way round',
  progress: (done: number, total: number): string => `${done} of ${total} done`,
  place: (note: string, line: number): string => `${note}, line ${line}`,
  line: (line: number): string => `line ${line}`,
  /** What became of a note's lines: "5 checklist · 3 actions · 1 not read". */
  linesRead: ({ checklist, dependencies, actions, risks, looseEnds, proposals, notRead }: LineAccount): string =>
    (
      [
        [checklist, 'checklist'],
        [dependencies, dependencies === 1 ? 'need' : 'needs'],
        [actions, actions === 1 ? 'action' : 'actions'],
        [risks, risks === 1 ? 'risk' : 'risks'],
        [looseEnds, looseEnds === 1 ? 'loose end' : 'loose ends'],
        [proposals, proposals === 1 ? 'proposal' : 'proposals'],
        [notRead.length, 'not read'],
      ] as const
    )
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${count} ${word}`)
      .join(' · '),
  notRead: (lines: number, notes: number): string =>
    `${lines === 1 ? '1 line' : `${lines} lines`} not read, in ${notes === 1 ? '1 note' : `${notes} notes`}`,
  notReadHint: 'Lines with a box that are in no list: answers of a choice, people present, lines of a template',
  more: (count: number): string => (count === 1 ? '1 more reason' : `${count} more reasons`),
  shipped: (day: string | null, late: number | null): string => {
    const when = day === null ? 'Shipped' : `Shipped ${day}`;
    if (late === null || day === null) return when;
    if (late === 0) return `${when}, on the day`;
    return `${when}, ${Math.abs(late) === 1 ? '1 day' : `${Math.abs(late)} days`} ${late > 0 ? 'late' : 'early'}`;
  },
  openAtShipping: (count: number): string =>
    count === 1 ? '1 required item was still open' : `${count} required items were still open`,
  nothingAgainst: 'Nothing speaks against it',
  progressInTime: (done: string, percent: number): string => `${done}, ${percent} % of the time has gone`,
  passed: 'passed',
  groupings: { none: 'Not grouped', owner: 'By owner', month: 'By month', team: 'By team', tier: 'By tier' },
  groupless: { owner: 'No owner', month: 'No target date', team: 'Nothing needed of a team', tier: 'No tier' },
  unknownLink: (name: string, known: readonly string[]): string =>
    `Shipshape knows no link “${name}”; it knows ${known.join(', ')}.`,
  noSuchRelease: (name: string): string => `No release is called “${name}”.`,
  tierNamed: (tier: string): string => `Tier ${tier}`,
  densities: { compact: 'Compact', roomy: 'All at length' },
  actsOf: (title: string): string => `More for ${title}`,
  unknownNoTarget: 'No target date yet. Add “Target date: …” to the plan.',
  unknownNoItems: 'Nothing to measure yet. Add a checklist to the plan.',
  unknownStale: 'No note has mentioned it for a while. Log a meeting or update the plan.',
  filterPlaceholder: 'Filter releases…',
  filterLabel: 'Filter releases by name, person, team, item, risk or date',
  viewLabel: 'Sort, group and density',
  facesLabel: 'Filter by verdict',
  sorts: { risk: 'Worst first', gate: 'Nearest date first', name: 'By name' },
  showOnly: (word: string): string => `Filter by ${word.toLowerCase()}`,
  sections: {
    why: 'Why',
    checklist: 'Checklist',
    followUps: 'Who needs what',
    risks: 'Risks and issues',
    history: 'History',
    notes: 'Notes',
    problems: 'Lines that could not be read',
  },
  noSection: 'Checklist',
  owner: 'Owner',
  nothingFiltered: 'No releases match.',
  clearFilter: 'Clear filter',
  loading: 'Reading notes…',
  loadingCount: (done: number, total: number): string => `Reading notes: ${done} of ${total}`,
  failedTitle: 'The notes could not be read',
  retry: 'Try again',
  emptyTitle: 'No releases yet',
  emptyText:
    'Shipshape reads the notes that you write anyway and says which releases are at risk, and why. Start with one of these, or save a note that names a release.',
  emptyExampleTitle: 'What such a note looks like',
  starts: {
    process: 'Describe how it works; it becomes a process note and a playbook that follows it.',
    release: 'Plan, checklist and retro, with the days that follow from the target date.',
    meeting: 'A dated log; who needs what appears here when you save it.',
    setUp: 'Folders and templates, as many of them as you like.',
  },
  emptyExample:
    '## Release: v2.5 (Analytics Dashboard)\n- Target date: Feb 15\n- Go/no-go decision: Feb 10\n- Owner: [[Sarah Kim]]\n\n## Checklist\n- [ ] QA sign-off',
  emptyFolders: (folders: readonly string[]): string =>
    folders.includes('') ? 'The whole vault is read.' : `Folders read: ${folders.join(', ')}.`,
  emptySettings: 'Choose folders',
  looseEnds: 'Loose ends',
  looseEndsHint: 'Open actions that belong to no release',
  tick: {
    done: (title: string): string => `Mark as open: ${title}`,
    open: (title: string): string => `Mark as done: ${title}`,
    outside: (title: string, source: string): string => `Open in ${source}: ${title}`,
  },
  lineGone: (title: string, note: string): string => `“${title}” is no longer a line of ${note}; nothing was changed.`,
  propertiesRefused: (note: string): string =>
    `The properties of ${note} are written in a way in which one cannot be set without touching others; nothing was changed.`,
  cacheTrouble: 'The cache of this device could not be used, so all notes were read',
  planFields: { target: 'target', goNoGo: 'go/no-go' },
  planDiffers: (field: string, own: string, note: string, other: string) =>
    `The plan’s ${field} is ${own}; “${note}” says ${other}.`,
  datesDiffer: 'dates differ',
  useDay: (day: string) => `Use ${day}`,
  usedInPlan: 'Change the plan’s date',
  historyOff: 'Turn on “Keep a history” in the settings, so that the plan’s date can count from today.',
  historyBegun: (note: string) =>
    `Shipshape now keeps in “${note}” on which day you change dates and owners of plans. The folder and a switch are in the settings.`,
  historyFailed: (reason: string) => `The day of this change could not be kept: ${reason}`,
  deviceTrouble: 'The storage of this device could not be used, so some things last for this session only',
  damaged: 'some of it was damaged',
  lineAmbiguous: (title: string, note: string): string =>
    `“${title}” now stands in more than one place of ${note}, and it is not sure which one is meant; nothing was changed.`,
  lineChanged: (title: string, note: string): string =>
    `“${title}” was changed in ${note} meanwhile; nothing was written.`,
  noteMissing: (note: string): string => `${note} no longer exists; nothing was changed.`,
  settingsUnread: (reason: string): string =>
    `Shipshape’s settings could not be read (${reason}); it goes on with what is usual.`,
  noteFailed: (note: string, reason: string): string =>
    `${note} could not be written (${reason}); nothing was changed.`,
  fileGone: (note: string): string => `${note} no longer exists.`,
  nobody: 'Nobody named',
  directions: { 'we-owe': 'We owe', 'they-owe': 'Owes us', unclear: 'Unclear' },
  overridden: (set: string, until: string, reason: string, computed: string): string =>
    `Set to “${set}” by hand until ${until}: ${reason}. The rules say “${computed}”.`,
  overdue: 'overdue',
  noDate: 'no date',
  before: (event: string): string => `the last working day before ${event}`,
  noticeBefore: (days: number, business: boolean, event: string): string =>
    `${days} ${business ? 'working ' : ''}${days === 1 ? 'day' : 'days'} before ${event}`,
  unreadLines: (count: number): string =>
    count === 1 ? '1 line could not be read' : `${count} lines could not be read`,
  done: 'done',
  optional: 'optional',
  disagreement: 'notes disagree',
  resolved: 'resolved',
  levelChanged: (from: string, to: string): string => `${from} → ${to}`,
  targetMoved: (from: string, to: string): string => `Target moved from ${from} to ${to}`,
  gateMoved: (from: string, to: string): string => `Go/no-go moved from ${from} to ${to}`,
  decisions: {
    go: 'Decision: go',
    conditional: 'Decision: conditional go',
    'no-go': 'Decision: no-go',
    postponed: 'Postponed',
  },
  stated: (what: string, date: string): string => `${what} set to ${date}`,
  expand: 'Show details',
  collapse: 'Hide details',
} as const;
