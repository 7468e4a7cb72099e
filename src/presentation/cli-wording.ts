/** The words of the app's command line. */
export const CLI_WORDING = {
  about: 'Shipshape: which releases are at risk, why, and who is waited for',
  risk: 'Releases with their verdicts, worst first',
  findings: 'Every reason, with what clears it and its line',
  followUps: 'Who needs what by when',
  status: 'Status updates of all releases, or of one',
  format: 'text (default) or json',
  party: 'A person or team',
  release: 'A release by name or version',
  audience: 'For whom; executives by default',
  unknownAudience: (given: string, known: readonly string[]): string =>
    `audience wants ${known.join(', ')}, not “${given}”.`,
} as const;
