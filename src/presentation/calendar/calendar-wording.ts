/** The words of the calendar file. */
export const CALENDAR_WORDING = {
  name: 'Releases',
  failed: (reason: string): string => `The calendar file could not be written: ${reason}.`,
  dates: 'Dates',
  goNoGo: (title: string): string => `Go/no-go: ${title}`,
  target: (title: string): string => `Target: ${title}`,
  notice: (who: string, title: string): string => `Last day to tell ${who}: ${title}`,
  review: (process: string): string => `Review: ${process}`,
} as const;
