import { lazily } from '../../domain/lazily';
import type { Proposal, ProposalKind } from '../../domain/proposal';
import type { DateContext } from '../dates/date-context';
import { isBase } from '../process/verbs';
import { words } from '../vocabulary';

/** What is known around a sentence. */
export interface SentenceAround {
  readonly dates: DateContext;
  /** People whom the note names, in lower case. */
  readonly people: ReadonlySet<string>;
  /** Who speaks, or under whose name the line stands; null where nobody is named. */
  readonly speaker: string | null;
  /** The name stands right before it. */
  readonly isLed: boolean;
  /** It is an item of a list. */
  readonly isItem: boolean;
  /** It stands below a heading of decisions, and so is one already. */
  readonly isDecided: boolean;
}

/** The same, with what is found out about it. */
export interface SentenceContext extends SentenceAround {
  /** A day stands in it. */
  readonly isDated: () => boolean;
  /** It begins with one. */
  readonly isDayFirst: () => boolean;
}

/** A sentence taken apart. */
export type Told = Pick<Proposal, 'kind' | 'who' | 'what' | 'direction'>;

/** The source of a pattern for any of these, apart by commas; each may itself be a pattern. */
export function any(list: string): string {
  return `(?:${words(list).join('|')})`;
}

/** One person or team as a text names it. */
export const NAME =
  '(?:@[\\p{L}\\p{N}_.-]+|' +
  "\\p{Lu}[\\p{L}\\p{M}\\p{N}'’.-]*(?:\\s\\p{Lu}[\\p{L}\\p{M}'’.-]*){0,2}(?:\\s(?:team|group|folks))?)";
/** One to four of them. */
export const NAMES = `${NAME}(?:\\s?(?:,|&|\\+|/|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b|\\be\\b)\\s?${NAME}){0,3}`;
/** What stands between somebody and what they are to do, in words that leave no doubt. */
export const FIRMLY = any(
  `\\swill, ['’]ll, \\s(?:is|are)\\sgoing\\sto, \\s(?:has|have)\\sto, \\smust, \\sshall,
   \\s(?:(?:has|have)\\s)?(?:agreed|agrees|volunteered|volunteers|offered|offers|promised|promises)\\sto,
   \\s(?:plans|planned|intends)\\sto, \\shas\\san?\\saction\\s(?:item\\s)?to,
   \\s(?:is|was|has\\sbeen)\\s(?:asked|assigned|tasked)\\sto`,
);
/** The same in words that may only say what would be good. */
export const SOFTLY = any('\\sneeds?\\sto, \\sshould, \\scan');
/** What may stand before the verb. */
export const ADVERBS = `(?:\\s${any(
  'also, then, please, still, now, just, first, soon, try\\sto, continue\\sto, help\\sto, help, both, all, each',
)})*`;

/** Words that begin a sentence with a capital and are nobody. */
const NOBODY = new Set(
  words(
    `need, needs, want, wants, plan, plans, going, have, has, ready, able, trying, way, ways, time, option,
     options, access, request, ability, effort, attempt, goal, goals, idea, ideas, hope, aim, reason, right,
     opportunity, order, due, work, next, how, what, where, when, whether, who, why, something, anything,
     nothing, easy, hard, likely, good, best, better, nice, important, necessary, possible, first, last, step,
     steps, task, tasks, thing, things, question, questions, try, continue, start, begin, agreed, decided, happy,
     free, sure, the, this, that, these, those, it, there, here, they, we, you, he, she, i, if, and, but, or, so,
     also, then, now, today, tomorrow, after, before, maybe, perhaps, proposal, decision, action, actions, issue,
     issues, pr, prs, link, links, meeting, call, release, version, update, updates, note, notes, users, user,
     people, some, many, most, any, each, every, other, others, someone, nobody, everything, our, my, your,
     their, its, in, on, at, for, from, with, as, by, to, of, is, are, was, were, be, will, would, could, should,
     can, may, might, must, do, does, did, let, lets, please, thanks, yes, no, ok, okay, feature, features, code,
     data, test, tests, api, app, server, client, clients, customer, customers, project, projects, support,
     results, changes, discussion, feedback, documentation, docs, funding, tickets, ticket, vote, votes, risk,
     risks, blocker, blockers, concern, concerns, todo, deadline, summary, topic, topics, status, background,
     info, outcome, result, conclusion, consensus, agreement, motion, resolution, context, fyi, fcp, benefits,
     date, der, die, das, ein, eine, el, la, los, las, le, les, o, a, os, as, um, uma, un, una, der, dem, wir,
     ich, sie, es, about, remember, meetings, pending, enterprise, items, done, completed, resolved, closed, wip,
     blocked, seems, seem, looks, there's, it's, that's, welcome, all, both, one, two, nobody, context, software,
     system, tools, commands, companies, students, developers, contributors, members, teams`,
  ),
);
/** Given names that are verbs, too. */
const VERBS_AND_NAMES = new Set(
  words('mark, bill, grant, chase, frank, pat, rob, will, sue, jack, carol, dean, skip, sage, drew, design, support'),
);
/** Endings of nouns and forms of verbs, and contractions: no name of a person or team. */
const NO_NAME_ENDING = /(?:ing|tions?|sion|ments?|ity|ness|ance|ence|able|ful|ous|ed|n['’]t)$/i;
/** Verbs behind "will" that say how something is, and not what somebody does. */
const STATES = new Set(
  words(
    `have, see, like, want, become, remain, stay, happen, need, exist, mean, seem, cost, contain, depend, appear,
     include, occur, vary, apply, know, think, feel, believe, probably, likely, never, not, always, often,
     usually, only, allow, enable, require, cause, receive, expire, change, stop, fail, wait, come, go, look
     like, make sense, do, miss`,
  ),
);
/** Verbs of what people take upon themselves, beside those of processes. */
const FURTHER = new Set(
  words(
    `develop, facilitate, re-run, sync, work, figure, try, think, iterate, explore, flesh, reconsider, chat,
     host, aim, consider, experiment, continue, begin, finalise, finalize, contribute, collaborate, volunteer,
     summarize, summarise, put, do, come, go, socialize, circle, relay, dig, poke, loop, look, setup, drive,
     shepherd, champion, tackle, spec, expand, reorganize, strip, hack`,
  ),
);
/** What is told of the past is no commitment. */
export const PAST = /\b(?:was|were|had|did|used to|has been|have been|yesterday|last (?:week|month|year))\b/i;

const GERUND = /^(?!going|having|being|needing|using|doing|coming|thing)[a-z]{3,}ing$/;
const ONE_WORD = lazily(() => /^\p{Ll}{3,}$/u);

/** True for a verb that says what somebody does; a verb of no list counts where it is sure that somebody is meant. */
export function isDeed(verb: string, rest: string, isSure = false): boolean {
  // "Erin will be writing up …"
  if (verb === 'be') return GERUND.test(/^\s(?:\w+ly\s)?([a-z]+)/.exec(rest)?.[1] ?? '');
  const isVerb = isBase(verb) || FURTHER.has(verb) || (isSure && ONE_WORD().test(verb) && !/(?:ing|ed|ly)$/.test(verb));
  return isVerb && !STATES.has(verb) && !/^\s*(?:not|never|no longer)\b/i.test(rest);
}

/** True for a person or team; the first word of a sentence has a capital, whatever it is. */
export function isSomebody(name: string, people: ReadonlySet<string>): boolean {
  if (name.startsWith('@') || people.has(name.toLowerCase())) return true;
  const [first = ''] = name.toLowerCase().split(/[\s,&+/]/);
  if (people.has(first)) return true;
  const isVerb =
    isBase(first) && !VERBS_AND_NAMES.has(first) && !/\s(?:team|group|folks|lead|board|manager)$/i.test(name);
  return !isVerb && !NOBODY.has(first) && !NO_NAME_ENDING.test(first) && !/^\d|\d$/.test(first);
}

/** The first of all matches of a pattern that names somebody and a deed; whoever stands before it may be nobody. */
export function firstDeed(
  pattern: RegExp,
  text: string,
  accepts: (who: string, verb: string, rest: string) => boolean,
): Told | null {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [, who = '', verb = ''] = match;
    const rest = text.slice(match.index + match[0].length);
    if (accepts(who, verb, rest)) return told('action', who, `${verb}${rest}`);
    pattern.lastIndex = match.index + 1;
  }
  return null;
}

/** True for somebody whom the note itself names as a person. */
export function isKnown(name: string, people: ReadonlySet<string>): boolean {
  return name.startsWith('@') || people.has(name.toLowerCase()) || people.has(name.toLowerCase().split(' ')[0] ?? '');
}

/** What is told, without the signs around it. */
export function told(kind: ProposalKind, who: string | null, what: string, direction: Told['direction'] = null): Told {
  const bare = what.replace(/^[\s,;:–—-]+|[\s.;,]+$/g, '');
  return { kind, who, what: bare.includes('(') ? bare : bare.replace(/\)+$/, ''), direction };
}
