const hello = (who: string): string => (who === '' ? 'Hello,' : `Hi ${who},`);

/** Every word of the follow-ups view. */
export const FOLLOW_UP_WORDING = {
  tab: 'Follow-ups',
  openTab: 'Open follow-ups',
  views: 'Views',
  buckets: { overdue: 'Overdue', today: 'Today', soon: 'Next three days', later: 'Later', undated: 'No date' },
  directionGroups: { 'they-owe': 'They owe us', 'we-owe': 'We owe', unclear: 'Unclear' },
  groupings: { time: 'By date', party: 'By person or team', direction: 'By direction' },
  groupLabel: 'Change grouping',
  filterLabel: 'Filter follow-ups by person, words or release',
  filterPlaceholder: 'Filter follow-ups…',
  empty: 'Nothing to follow up. Open action items and dependencies of your notes appear here.',
  noMatch: 'No follow-ups match.',
  showSnoozed: (count: number): string => `Show ${count} snoozed`,
  hideSnoozed: 'Hide snoozed',
  done: (what: string): string => `Done: ${what}`,
  nudgeAction: 'Copy a reminder',
  wakeAction: 'End the snooze',
  snoozes: {
    tomorrow: 'Snooze until tomorrow',
    days3: 'Snooze for three working days',
    week: 'Snooze for a week',
    monday: 'Snooze until Monday',
  },
  copyAction: 'Copy a reminder without a mark',
  inTable: 'Stands in a table: change it in its note',
  nobody: 'Unassigned',
  leads: {
    'we-owe': (who: string): string => `We owe ${who}`,
    'they-owe': (who: string): string => who,
    unclear: (who: string): string => who,
  },
  assign: 'Assign…',
  assignTitle: (what: string): string => `Who does it: ${what}`,
  assignStep: (what: string): string => `Owner of ${what}`,
  closed: 'Done',
  repeated: (notes: number, first: string): string => `${notes} notes, first ${first}`,
  undo: 'Undo',
  undoOther: 'Something else was changed since: undo it first.',
  more: (what: string): string => `More for: ${what}`,
  settle: 'Who owes whom?',
  link: 'Link to a release…',
  linkStep: (what: string): string => `Release of ${what}`,
  noReleases: 'No release is ahead.',
  snoozeUntil: 'Snooze until…',
  snoozeTitle: (what: string): string => `Snooze: ${what}`,
  weOwe: 'Say that we owe it',
  theyOwe: 'Say that they owe it',
  openNote: 'Open the note',
  nudged: (when: string): string => `reminded ${when}`,
  snoozedUntil: (day: string): string => `snoozed until ${day}`,
  nudgeLine: (what: string, release: string | null, when: string | null, late: boolean): string => {
    const due = when === null ? '' : late ? `, was due ${when}` : `, for ${when}`;
    return `- ${what}${release === null ? '' : ` (${release})`}${due}`;
  },
  nudgeSeveral: (who: string, lines: readonly string[]): string =>
    [
      `${hello(who)} a few things on our list with you:`,
      ...lines,
      'Could you tell us for each where it stands, and whether you need anything from us? Thank you!',
    ].join('\n'),
  remindParty: (count: number): string => `Copy one reminder for all ${count}`,
  remindStep: 'Reminder sent',
  copiedOnly: 'The reminder is on the clipboard; what stands in a table does not say so.',
  copied: 'The reminder is on the clipboard; the line in the note says that you sent one.',
  copyFailed: (reason: string): string => `The clipboard could not be written (${reason}); nothing was changed.`,
  nudge: {
    'they-owe': (who: string, what: string, when: string | null, late: boolean): string =>
      `${hello(who)} ${late ? `“${what}” was due ${when ?? ''}.` : `a quick check on “${what}”${when === null ? '' : `, due ${when}`}.`} ${late ? 'When can we count on it, and can we help?' : 'Is it on track, and is there anything you need from us?'} Thank you!`,
    'we-owe': (who: string, what: string, when: string | null): string =>
      `${hello(who)} we have “${what}” for you on our list${when === null ? '' : `, for ${when}`}. Is that still what you need${when === null ? ', and by when' : ''}? Thank you!`,
    unclear: (who: string, what: string, when: string | null): string =>
      `${hello(who)} “${what}” is on our list${when === null ? '' : ` for ${when}`}, and we are not sure who has it. Could you tell us? Thank you!`,
  },
} as const;
