import { lazily } from '../../domain/lazily';
import type { Block } from '../blocks/block';
import { plainText } from '../inline';
import { isBase } from '../process/verbs';
import type { LabelLookup } from '../vocabulary';
import type { BlockPlace } from './reading';

/** People listed in one place; more are a roster of a company, and no meeting. */
const MOST_PEOPLE = 60;
/** Those who were there stand near the top, or at the head of one of several meetings. */
const MOST_BLOCKS = 3000;
const BLOCKS_A_STEP = 32;
const LABELLED = lazily(() => /^(?:\*\*|__)?([\p{L}][^:：*_]{1,40})(?:\*\*|__)?\s?[:：](?:\*\*|__)?\s?(\S.*)$/u);
const BETWEEN = /[,;/、،，؛]|\s+(?:and|und|et|y|e|و)\s+|\s&\s/;
const NAME = lazily(() => /^[\p{L}][\p{L}\p{M}'’.-]*(?:\s[\p{L}][\p{L}\p{M}'’.-]*){0,2}$/u);
const NOBODY = new Set(
  'me i we you all everyone everybody team nobody none the and others guests regrets apologies absent present'.split(
    ' ',
  ),
);

/** Teams, trades and plain words that people list beside names; with work of their own they are read elsewhere. */
const NO_PERSON = new Set(
  'sales marketing dev devs developers support design designers product legal engineering qa ops operations finance security release docs data beta alpha free pro enterprise customers users partners will may team tbd tba'.split(
    ' ',
  ),
);
/** Who was not there has no work by that. */
const AWAY = /apolog|regret|absent|absence|excused|fehl|entschuldigt|excusé|ausente|assenti|afwezig/i;

/** Whom a note itself names as present, as written there, in lower case: full names and first names. In steps. */
export function* peopleIn(
  blocks: readonly Block[],
  places: readonly (Pick<BlockPlace, 'kind' | 'label'> | null | undefined)[],
  lookup: LabelLookup,
): Generator<void, ReadonlySet<string>> {
  const people = new Set<string>();
  for (const [index, block] of blocks.slice(0, MOST_BLOCKS).entries()) {
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    if (people.size > MOST_PEOPLE) break;
    if (block.type === 'heading' || block.type === 'table' || block.text.length > 1500) continue;
    const isListed = places[index]?.kind === 'attendance';
    for (const line of block.text.split('\n')) {
      const labelled = LABELLED().exec(line);
      if (AWAY.test(labelled?.[1] ?? '') || AWAY.test(places[index]?.label ?? '')) continue;
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
    if (!NAME().test(name) || NOBODY.has(first) || NO_PERSON.has(first) || first.length < 2) continue;
    people.add(name);
    people.add(first);
  }
}

const LEADS = lazily(
  () =>
    /^([\p{L}][\p{L}\p{M}'’.-]*(?:\s[\p{L}][\p{L}\p{M}'’.-]*){0,2}?)\s?(?:[:：]\s?\S|\sto\s(?:also\s)?(\p{Ll}+)|\s(?:will|should|must|needs? to|has to)\s)/u,
);

/** "… (ann)", "… [Ann, Bob]". */
const BEHIND = lazily(
  () =>
    /[([]([\p{L}][\p{L}\p{M}\p{N}'’._-]{1,30})[)\]]\.?\s*$|\[([\p{L}][\p{L}\p{M}\p{N}'’._-]{1,30})(?:\s?[,&+][^()[\]]{1,60})\]\.?\s*$/u,
);

/**
 * Somebody who was there and with whom a line of work begins or ends ("ann: …", "bob to …"), as written; null for
 * others.
 */
export function presentPerson(people: ReadonlySet<string>, text: string): string | null {
  if (people.size === 0) return null;
  const [, leading, verb] = LEADS().exec(text) ?? [];
  const behind = BEHIND().exec(text)?.slice(1).find(Boolean);
  // "Ann to be briefed by Bob" is not Ann's work.
  const named = [verb === undefined || isBase(verb) ? leading : undefined, behind];
  return named.find((name) => name !== undefined && people.has(name.toLowerCase())) ?? null;
}
