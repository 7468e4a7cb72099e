import { lazily } from '../../domain/lazily';
import type { DependencyFact, Direction, Due } from '../../domain/note-facts';
import type { DateContext } from '../dates/date-context';
import { findDates } from '../dates/find-dates';
import { findLeadTime } from '../dates/lead-time';
import { monthNumber } from '../dates/month-names';
import { partyLinks, plainText } from '../inline';
import { itemMetadata } from '../item-metadata';
import { followUpNote } from './follow-up-note';
import { handles, partiesOf } from './parties';
import { readDue } from './work-item';

const BARE_NAME = lazily(
  () => /^((?:\p{Lu}[\p{L}\p{N}&/'’.-]*)(?:\s+(?:\p{Lu}[\p{L}\p{N}]*|team))?)(?:\s*\(|\s+by\b|\s*$)/u,
);

/** "Blocked by the data team". */
const TEAM_SOURCE = lazily(
  () =>
    /^(?:blocked (?:by|on)|waiting (?:for|on)|depends on|dependent on)\s+(?:the\s+|our\s+)?((?:[\p{L}&-]{2,20}\s+){0,2}(?:team|department|squad|group|vendor|board|council))\b/iu,
);
const NO_PARTY = /^(?:blocked|waiting|pending|needed|required|approved|confirmed)$/i;

/** A dependency line read: who, what, which way, by when. */
export type ReadDependency = Pick<DependencyFact, 'who' | 'what' | 'direction' | 'due' | 'settled' | 'title' | 'note'>;

const WE_OWE =
  /^(?:also\s+|still\s+|would\s+like\s+|will\s+)?(?:needs?|wants?|asks?(?:\s+(?:us\s+)?for)?|asked(?:\s+for)?|requires?|requests?|requested|expects?|awaits?|(?:is\s+|are\s+)?(?:waiting|blocked)\s+(?:for|on)|braucht|benötigt|möchte)\b\s*/i;
const THEY_OWE = lazily(
  () =>
    /^(?:still\s+)?(?:will|to|must|should|shall|owes?(?:\s+us)?|provides?|delivers?|sends?|finishes|prepares?|reviews?|confirms?|completes?|signs?\s+off|approves?|ships?|publishes|updates?|working\s+on|(?:is|are)\s+\p{L}+ing|(?!(?:some|any|no|every)thing\b)\p{L}+ing\b|eta\b|liefert|capacity)/iu,
);
const SUBJECT = lazily(
  () =>
    /^((?:[Tt]he\s+)?[\p{Lu}][\p{L}\p{N}&/'’.-]*(?:\s+(?:[\p{Lu}][\p{L}\p{N}&/'’.-]*|team|of|and|&))*)\s+(?=(?:also|still|will|to|must|should|needs?|wants?|asks?|asked|requires?|requests?|expects?|awaits?|owes?|provides?|delivers?|sends?|finish(?:es)?|prepares?|reviews?|confirms?|signs?|approves?|is|are|has|have|\p{Ll}+ing|ETA|eta|freeze|capacity|on-call|review|approval|sign-?off|waiting|blocked|braucht)(?![\p{L}]))/u,
);
const LOWER_SUBJECT = lazily(
  () =>
    /^([\p{L}][\p{L}\p{N}&/'’.-]*(?:\s+[\p{L}\p{N}&/'’.-]+){0,2})\s+(?=(?:needs?|wants?|requires?|requests?|expects?|owes?|will|must|delivers?|provides?)\b)/u,
);
const PRONOUN = /^(?:we|i|they|it|you|our|this|that|need|needs|still|nobody|someone|everyone|there|all)$/i;
const LEADING_SOURCE = /^(?:blocked by|waiting (?:on|for)|depends on|need(?:s|ed)? from)\s+/i;
const NAMED_SOURCE = lazily(
  () =>
    /\b(?:[Ff]rom|[Ww]aiting (?:on|for)|[Bb]locked by|[Dd]epends on)\s+((?:the\s+)?\p{Lu}[\p{L}\p{N}&/'’.-]*(?:\s+(?:\p{Lu}[\p{L}\p{N}&/'’.-]*|team))*)/u,
);
const PREFIX = lazily(() => /^([\p{L}@][\p{L}\p{N}&/'’. -]{0,40}?)\s*(?::|\s[–—-]\s)\s*(?=\S)/u);
const FROM = /\b(?:from|by|on|with|von)\s+$/i;
const HEDGED = /\?\s*$|\b(?:might|could|maybe|perhaps|possibly|vielleicht)\b/i;
const SETTLED =
  /(?:✅|✔|☑)|(?:^|[\s(—–-])(?:done|confirmed|received|delivered|completed?|resolved|closed|approved|signed off|arrived|given|notified|informed|booked)\)?[.!]?$/iu;
const WAITING_LABEL = /\b(?:blocked|waiting|depends?)\b/i;
const ASKING_LABEL = /\b(?:needs|asks|who needs)\b/i;

/** Reads a line of a dependency section; `label` is the section's heading, which can decide the direction. */
export function readDependency(source: string, label: string, dates: DateContext): ReadDependency {
  const metadata = itemMetadata(source);
  const struck = /^\s*~~.*~~\s*$/s.test(metadata.text);
  const text = plainText(metadata.text.replace(/~~/g, ''));
  const party = findParty(metadata.text, text, metadata.owner);
  const rest = party.rest;
  const note = followUpNote(metadata.fields);
  const direction = note?.direction ?? directionOf(text, rest, party, label);
  const { due } = readDue(rest.length > 0 ? rest : text, dates, metadata.due);
  return {
    title: text,
    who: party.who,
    what: subjectMatter(rest, dates),
    direction,
    due: adjustKind(due, rest),
    settled: struck || metadata.doneOn !== null || SETTLED.test(text),
    ...(note ? { note } : {}),
  };
}

/** "ETA" decides the kind wherever it stands. */
function adjustKind(due: Due, text: string): Due {
  return /\beta\b/i.test(text) && due.on ? { ...due, kind: 'eta' } : due;
}

interface Party {
  readonly who: string | null;
  /** The line after the party's name. */
  readonly rest: string;
  /** The party is the object: "waiting for terms from Legal". */
  readonly isSource: boolean;
}

function findParty(raw: string, text: string, owner: string | null): Party {
  const link = partyLinks(raw)[0];
  if (link) return linked(raw, link, text);
  const handle = handles(raw)[0];
  if (handle) {
    const at = text.indexOf(`@${handle}`);
    const leads = at <= 0 || text.slice(0, at).replace(/\W/g, '') === '';
    return {
      who: handle,
      rest: leads ? afterName(text.slice(at + handle.length + 1)) : text,
      isSource: FROM.test(text.slice(0, Math.max(at, 0))),
    };
  }
  const prefix = PREFIX().exec(text);
  const source = NAMED_SOURCE().exec(text);
  const named = source && monthNumber((source[1] ?? '').split(' ')[0] ?? '') === null ? source : null;
  if (prefix && (prefix[1] ?? '').split(/\s+/).length <= 4) {
    const head = (prefix[1] ?? '').trim();
    const rest = text.slice(prefix[0].length);
    if (LEADING_SOURCE.test(head)) return { who: head.replace(LEADING_SOURCE, ''), rest, isSource: true };
    return named && text.indexOf(named[0]) >= prefix[0].length
      ? { who: named[1] ?? null, rest: text, isSource: true }
      : { who: head, rest, isSource: false };
  }
  const subject = SUBJECT().exec(text);
  if (subject && !PRONOUN.test((subject[1] ?? '').split(/\s+/)[0] ?? ''))
    return { who: (subject[1] ?? '').trim(), rest: text.slice(subject[0].length), isSource: false };
  if (named) return { who: named[1] ?? null, rest: text, isSource: true };
  const lower = LOWER_SUBJECT().exec(text);
  if (lower && !PRONOUN.test((lower[1] ?? '').split(/\s+/)[0] ?? ''))
    return { who: (lower[1] ?? '').trim(), rest: text.slice(lower[0].length), isSource: false };
  const team = TEAM_SOURCE().exec(text)?.[1];
  if (team !== undefined) return { who: team, rest: text, isSource: true };
  const bare = BARE_NAME().exec(text)?.[1] ?? null;
  if (bare !== null && !owner && !NO_PARTY.test(bare))
    return { who: bare, rest: text.slice(bare.length), isSource: false };
  return { who: owner ? (partiesOf(owner)[0] ?? null) : null, rest: text, isSource: false };
}

function linked(
  raw: string,
  link: { readonly target: string; readonly start: number; readonly end: number },
  text: string,
): Party {
  const before = plainText(raw.slice(0, link.start)).trim();
  if (before === '' || before.length <= 2)
    return { who: link.target, rest: afterName(plainText(raw.slice(link.end))), isSource: false };
  return {
    who: link.target,
    rest: text,
    isSource: FROM.test(`${before} `) || /\b(?:waiting (?:on|for)|blocked by|depends on|need)\b/i.test(before),
  };
}

function afterName(text: string): string {
  return text.replace(/^[\s,:–—-]+/, '').replace(/^team\s+/i, '');
}

function directionOf(text: string, rest: string, party: Party, label: string): Direction {
  if (party.who === null || HEDGED.test(text)) return 'unclear';
  if (party.isSource) return 'they-owe';
  if (WE_OWE.test(rest)) return 'we-owe';
  if (THEY_OWE().test(rest)) return 'they-owe';
  if (/\beta\b/i.test(rest)) return 'they-owe';
  if (/\b(?:needed|required|notice)\b/i.test(rest) || ASKING_LABEL.test(label)) return 'we-owe';
  return WAITING_LABEL.test(label) || /\bready by\b|\bby\b.*\d/i.test(rest) ? 'they-owe' : 'unclear';
}

/** What is asked or promised: the line without verb, dates, notice and connecting words. */
function subjectMatter(rest: string, dates: DateContext): string {
  let text = rest;
  const lead = findLeadTime(text);
  if (lead) text = `${text.slice(0, lead.start)} ${text.slice(lead.end)}`;
  for (const match of findDates(text, dates).reverse())
    if (match.reading) text = `${text.slice(0, match.start)} ${text.slice(match.end)}`;
  text = text
    .replace(WE_OWE, '')
    .replace(/^(?:still\s+)?(?:will\s+|is\s+|are\s+|to\s+|owes?\s+(?:us\s+)?)(?:be\s+)?/i, '')
    .replace(/^(?:updating|preparing|delivering|finishing|writing|reviewing|working on)\s+/i, '');
  text = text
    .replace(/\b(?:by|due|until|before|on|eta|no later than)\s*[:,]?\s*(?=$|[),;.])/gi, ' ')
    .replace(/\bbefore (?:the )?(?:launch|release|go-?live|target|ga)\b/gi, ' ');
  return text
    .replace(/\(\s*\)/g, ' ')
    .replace(/^[\s,;:–—-]*(?:(?:for|of|the|a|an)\s+)+/i, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–—-]+|[\s,;:–—(-]+$/g, '');
}
