/** The words of the first tab. */
export const TODAY_WORDING = {
  tab: 'Today',
  decide: (title: string): string => `Decide go/no-go: ${title}`,
  playbookWaits: (playbook: string): string => `Playbook waits for you: ${playbook}`,
  review: (process: string): string => `Look at it again: ${process}`,
  dueOn: (day: string): string => `due ${day}`,
  notice: (who: string, title: string): string => `Tell ${who}: ${title}`,
  insights: 'Worth knowing',
  offTrackShort: (count: number): string => `${count} off track`,
  dueShort: (count: number): string => `${count} due`,
  statusBar: (text: string): string => `Shipshape: ${text}. Open today`,
  goTo: 'Go to release…',
  goToPrompt: 'Release',
  nextFollowUp: 'Next follow-up',
  nothingDue: 'Nothing is due.',
  copyStatus: 'Copy the status of all releases',
  openTab: 'Open today',
  needsMe: 'Needs me',
  needsUs: 'Needs us',
  waitingOn: 'Waiting on',
  dates: 'Next dates',
  changed: 'Since your last look',
  seen: 'Mark as seen',
  more: (count: number): string => `${count} more`,
  none: {
    mine: 'Nothing is due.',
    waiting: 'Nobody is waited for.',
    dates: 'No date in the next 14 days.',
  },
  setMe: 'Everybody’s is shown.',
  setMeLink: 'Say who you are',
  silent: (days: number): string => (days === 1 ? 'silent for 1 day' : `silent for ${days} days`),
  isNew: 'new here',
  gone: 'no longer there',
  added: (reason: string): string => `new: ${reason}`,
  cleared: (count: number): string => (count === 1 ? '1 reason cleared' : `${count} reasons cleared`),
  needYou: (count: number): string => (count === 1 ? '1 release is off track' : `${count} releases are off track`),
  calm: 'No release is off track',
  nothingChanged: (since: string): string => `nothing has changed since ${since}`,
  somethingChanged: (count: number, since: string): string =>
    `${count === 1 ? '1 has' : `${count} have`} changed since ${since}`,
  lastLook: 'your last look',
} as const;

/** The words of numbers worth knowing. */
export const INSIGHT_WORDING = {
  overdue: (count: number): string => (count === 1 ? 'follow-up is overdue' : 'follow-ups are overdue'),
  moved: (count: number): string => `${count === 1 ? 'target' : 'targets'} moved later in the last 30 days`,
  asked: (who: string, releases: number): string =>
    `open asks of ${who}, in ${releases === 1 ? '1 release' : `${releases} releases`}`,
  late: 'later than planned, the middle of the last releases',
  improvements: (count: number): string =>
    `${count === 1 ? 'improvement has' : 'improvements have'} waited for more than 30 days`,
  was: (before: number): string => `was ${before} at your last look`,
  same: 'as at your last look',
  monthBefore: (count: number): string => `${count} in the 30 days before`,
  ofLast: (count: number): string => `over ${count} releases`,
} as const;
