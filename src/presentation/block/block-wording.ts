import { counted } from '../counted';

/** The words of the code block `shipshape`. */
export const BLOCK_WORDING = {
  unknownKey: (key: string, known: readonly string[]): string =>
    `Shipshape knows no “${key}” here; it knows ${known.join(', ')}.`,
  unknownValue: (key: string, value: string, known: readonly string[]): string =>
    `${key} wants ${known.join(', ')}, not “${value}”.`,
  badWithin: (value: string): string =>
    `within wants a number of days such as 14d, or of weeks such as 2w, not “${value}”.`,
  badLimit: (value: string): string => `limit wants a number from 1 to 200, not “${value}”.`,
  broken: 'This block cannot be read: write one “key: value” a line, such as “show: releases”.',
  noRelease: (name: string): string => `No release is called “${name}”.`,
  needsRelease: 'show: status wants a release, such as “release: v2.5”.',
  reading: 'Reading your notes…',
  none: {
    releases: 'No release.',
    'follow-ups': 'Nothing waits.',
    findings: 'Nothing speaks against any release.',
    dates: 'No date.',
    processes: 'No process.',
    status: 'No release.',
    timeline: 'No release.',
    portfolio: 'No release.',
  },
  more: (count: number): string => `and ${counted(count, 'more row')}`,
  menu: 'More for this block',
  freeze: 'Replace by its text',
  frozen: 'Block as text',
  changed: 'The block has changed meanwhile; nothing was written.',
  nested: 'Inside a callout or a list a block cannot become text; nothing was written.',
  asOf: (day: string): string => `As of ${day}`,
} as const;
