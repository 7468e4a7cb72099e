import { lazily } from '../../domain/lazily';
import type { Block } from '../blocks/block';
import { plainText } from '../inline';
import type { LabelLookup } from '../vocabulary';
import type { BlockPlace } from './reading';

/** People listed in one place; more are a roster of a company, and no meeting. */
const MOST_PEOPLE = 60;
/** Those who were there stand near the top, or at the head of one of several meetings. */
const MOST_BLOCKS = 3000;
const LABELLED = lazily(() => /^(?:\*\*|__)?([\p{L}][^:：*_]{1,40})(?:\*\*|__)?\s?[:：](?:\*\*|__)?\s?(\S.*)$/u);
const BETWEEN = /[,;/、،，؛]|\s+(?:and|und|et|y|e|و)\s+|\s&\s/;
const NAME = lazily(() => /^[\p{L}][\p{L}\p{M}'’.-]*(?:\s[\p{L}][\p{L}\p{M}'’.-]*){0,2}$/u);
const NOBODY = new Set(
  'me i we you all everyone everybody team nobody none the and others guests regrets apologies absent present'.split(
    ' ',
  ),
);

/** Letters that mean a trade or a sign more often than a person. */
const NO_INITIALS = new Set('ai qa ui ux it hr pr pm po ci cd api ml db os id ok no ia ap'.split(' '));

/** Whom a note itself names as present, as written there, in lower case: full names, first names and initials. */
export function peopleIn(
  blocks: readonly Block[],
  places: readonly (BlockPlace | undefined)[],
  lookup: LabelLookup,
): ReadonlySet<string> {
  const people = new Set<string>();
  for (const [index, block] of blocks.slice(0, MOST_BLOCKS).entries()) {
    if (people.size > MOST_PEOPLE) break;
    if (block.type === 'heading' || block.type === 'table' || block.text.length > 1500) continue;
    const isListed = places[index]?.kind === 'attendance';
    for (const line of block.text.split('\n')) {
      const labelled = LABELLED().exec(line);
      const value =
        labelled && lookup.section(labelled[1] ?? '') === 'attendance' ? labelled[2] : isListed ? line : undefined;
      if (value !== undefined) addNames(people, value);
    }
  }
  return people;
}

function addNames(people: Set<string>, value: string): void {
  for (const part of plainText(value)
    .replace(/\([^()]*\)/g, ' ')
    .split(BETWEEN)) {
    const name = part
      .replace(/\s[–—-]\s.*$/, '')
      .replace(/^\W*@/, '')
      .trim()
      .toLowerCase();
    const [first = ''] = name.split(' ');
    if (!NAME().test(name) || NOBODY.has(first) || first.length < 2) continue;
    people.add(name);
    people.add(first);
    const initials = name
      .split(' ')
      .map((word) => word.charAt(0))
      .join('');
    if (initials.length > 1 && !NO_INITIALS.has(initials)) people.add(initials);
  }
}

const LEADS = lazily(
  () =>
    /^([\p{L}][\p{L}\p{M}'’.-]*(?:\s[\p{L}][\p{L}\p{M}'’.-]*){0,2}?)\s?(?:[:：]\s?\S|\sto\s\p{Ll}|\s(?:will|should|must|needs? to|has to)\s)/u,
);

/** "… (ann)", "… [Ann, Bob]". */
const BEHIND = lazily(() => /[([]([\p{L}][\p{L}\p{M}\p{N}'’._-]{1,30})(?:\s?[,&+][^()[\]]{1,60})?[)\]]\.?\s*$/u);

/** Somebody who was there and with whom a line of work begins or ends ("ann: …", "bob to …"), as written; null for others. */
export function presentPerson(people: ReadonlySet<string>, text: string): string | null {
  if (people.size === 0) return null;
  const named = [LEADS().exec(text)?.[1], BEHIND().exec(text)?.[1]];
  return named.find((name) => name !== undefined && people.has(name.toLowerCase())) ?? null;
}
