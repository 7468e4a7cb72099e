import { BLOCK_WORDING as WORDS } from './block-wording';

/** What a block may show. */
export const BLOCK_SHOWS = [
  'releases',
  'follow-ups',
  'timeline',
  'portfolio',
  'processes',
  'findings',
  'dates',
  'status',
] as const;
/** One of them. */
export type BlockShow = (typeof BLOCK_SHOWS)[number];
/** The lines that a block may have. */
export const BLOCK_KEYS = ['show', 'release', 'party', 'level', 'within', 'group', 'limit'] as const;
/** Verdicts by which releases are chosen. */
export const BLOCK_LEVELS = ['off-track', 'at-risk', 'on-track', 'unknown', 'released'] as const;
/** How the time line is parted. */
export const BLOCK_GROUPS = ['none', 'owner', 'month', 'team', 'tier'] as const;

/** What a block asks for; '' and null where it does not say. */
export interface BlockRequest {
  readonly show: BlockShow;
  readonly release: string;
  readonly party: string;
  readonly level: (typeof BLOCK_LEVELS)[number] | null;
  /** Days ahead. */
  readonly within: number | null;
  readonly group: (typeof BLOCK_GROUPS)[number];
  readonly limit: number;
}

/** A request, or a sentence that says what to write instead. */
export type ReadBlock = { readonly request: BlockRequest } | { readonly problem: string };

const DEFAULT_LIMIT = 50;
const MOST = 200;

/** Understands the lines of a block: keys in lower case with their first value. */
export function blockRequest(lines: readonly (readonly [key: string, value: string])[]): ReadBlock {
  const unknown = lines.find(([key]) => !(BLOCK_KEYS as readonly string[]).includes(key));
  if (unknown) return { problem: WORDS.unknownKey(unknown[0], BLOCK_KEYS) };
  const given = new Map(lines);
  const text = (key: (typeof BLOCK_KEYS)[number]): string => given.get(key)?.trim() ?? '';
  const oneOf = <T extends string>(
    key: 'show' | 'level' | 'group',
    known: readonly T[],
    missing: T | null,
  ): T | null => {
    const value = text(key).toLowerCase().replace(/\s+/g, '-');
    const found = value === '' ? missing : known.find((one) => one === value);
    if (found === undefined) throw new Problem(WORDS.unknownValue(key, text(key), known));
    return found;
  };
  try {
    const request: BlockRequest = {
      show: oneOf('show', BLOCK_SHOWS, 'releases') ?? 'releases',
      release: text('release').replace(/^\[\[|\]\]$/g, ''),
      party: text('party').replace(/^@|^\[\[|\]\]$/g, ''),
      level: oneOf('level', BLOCK_LEVELS, null),
      within: daysIn(text('within')),
      group: oneOf('group', BLOCK_GROUPS, 'none') ?? 'none',
      limit: limitIn(text('limit')),
    };
    return request.show === 'status' && request.release === '' ? { problem: WORDS.needsRelease } : { request };
  } catch (error) {
    if (error instanceof Problem) return { problem: error.message };
    throw error;
  }
}

/** A line of a block that says nothing that can be done. */
class Problem extends Error {}

function daysIn(text: string): number | null {
  if (text === '') return null;
  const [, count = '', unit = ''] = /^(\d{1,3})\s*(d|w|days?|weeks?)?$/i.exec(text) ?? [];
  if (count === '') throw new Problem(WORDS.badWithin(text));
  return Number(count) * (/^w/i.test(unit) ? 7 : 1);
}

function limitIn(text: string): number {
  if (text === '') return DEFAULT_LIMIT;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MOST) throw new Problem(WORDS.badLimit(text));
  return limit;
}
