import { lazily } from '../../domain/lazily';
import { actWords, placeOfTool, type ProcessStep } from '../../domain/process';
import { jaccard, sharedCount } from '../../domain/text-similarity';
import { wordsAlone } from '../any-word';
import { plainText } from '../inline';
import { readProcess } from './read-process';

/** What shall happen to the steps of a process. */
export interface StepChange {
  readonly kind: 'add' | 'replace' | 'remove';
  /** Index of the step that it replaces or removes, or behind which it comes; −1 for the beginning, null for the end. */
  readonly at: number | null;
  /** The new step, one a line; '' for a removal, and where a person must say what is meant. */
  readonly words: string;
  /** Only these words of its line are others; everything else of it stays as it is written. */
  readonly exchange?: { readonly from: string; readonly to: string };
}

/** A person must say what is meant. */
export const UNCLEAR: StepChange = { kind: 'add', at: null, words: '' };

/** All patterns meet texts whose blanks are single ones: see {@link bare}. */
const LEAD_IN =
  /^(?:(?:that\s+)?(?:from now on|going forward|in (?:the )?future|next time|starting (?:now|today|next \w+)|as of (?:now|today)|proposal|proposed|decision|decided|agreed|change|changed|new|update|updated)\s*[,:–—-]\s*|(?:we|the team|team)\s+(?:(?:should|will|shall|must|now|need to|want to|agreed to|agreed on|decided to|agreed that|decided that|agreed|decided)\s*[:,]?\s+)+|from now on\s+)/i;
const STEP = '(?:#|step #?|no\\.? ?)(\\d{1,3})';
const SEVERAL = /\bsteps\s+\d|\bstep\s+\d+\s*(?:[,&–—-]|and|or|to)\s*(?:step\s+)?\d/i;
const MOVES = /^(?:move|swap|merge|combine|split|reorder|switch)\b/i;
const CONDITION = /^(?:if|when|unless|whenever|in case)\b/i;
const ADD_AS = new RegExp(
  `^(?:(?:add|insert|make)\\b[^:]{0,20}?\\bas\\s+(?:a\\s+)?(?:new\\s+)?|(?:add\\s+)?(?:a\\s+)?new\\s+)${STEP}\\s*[:–—-]\\s*(.+)$`,
  'i',
);
/** "Add a deadline to step 3: …": about a step, and no step. */
const ABOUT_STEP = /\b(?:to|in|of|on|that|for)\s+step\s+#?\d+\s*:/i;
const BETWEEN = new RegExp(
  `^(?:add|insert)?\\s*(?:a\\s+)?(?:new\\s+)?(?:step\\s+)?between\\s+${STEP}\\s+and\\s+(?:step\\s+)?\\d+\\s*[:,–—-]\\s*(.+)$`,
  'i',
);
const ADD =
  /^(?:please )?(?:add|insert|introduce|include)(?: (?:a|an|the))?(?: (?:new|extra|additional|another))?(?: step)?(?: (?:that|where|in which|to))? ?[:–—-]? (\S.*)$/i;
const NEW_STEP = /^(?:a\s+)?new step\s*[:–—-]\s*(.+)$/i;
const AT_ONE =
  /^(?:(?:add|insert|introduce) (?:(?:an? )?(?:new )?step )?|(?:a )?new step )?(after|before) (?:the )?(step \d+|[^:,]{3,80}?) ?(?:[:,]| [–—-]) ?(\S.*)$/i;
const REMOVE =
  /^(?:please\s+)?(remove|drop|delete|cut|skip|omit|retire|scrap|get rid of|do away with)(?:\s+(?:the|this))?\s*[:–—-]?\s+(.+)$/i;
const NO_LONGER =
  /^(?:we\s+)?(?:no longer\s+(?:need to\s+|have to\s+|need\s+)?|stop\s+(?=\S+ing\b)|no more\s+(?!than\b))(.+?)(?:\s+any ?more)?$/i;
const NOT_ANY_MORE =
  /^(?:.{0,40}?\s)?(?:don['’]t|do not|doesn['’]t|does not|won['’]t|will not|no longer|stops)\s+(.+?)(?:\s+any ?more)?$/i;
const STEP_GOES = new RegExp(
  `^${STEP}\\s*[:–—-]?\\s*(?:is\\s+|can be\\s+|should be\\s+|to be\\s+)?(?:removed?|dropp?(?:ed)?|deleted?|skipp?(?:ed)?|goes|gone|obsolete|not needed(?: any ?more)?)[.!]?$`,
  'i',
);
const STEP_BECOMES = new RegExp(
  `^(?:change |replace |update |reword )?${STEP} ?(?:(?:is now|becomes|now reads|now says|changes to|should be|should read|should say|to|with|by)\\b ?:?|:|–|—|→|->|=>) ?(\\S.*)$`,
  'i',
);
const BECOMES = [
  /^(?:change|replace|reword|rename|turn) (.{2,}?\S) (?:to|with|by|into) (\S.+)$/i,
  /^(.{2,}?\S) ?(?:→|->|=>) ?(\S.+)$/,
  /^(.{2,}?\S) becomes (\S.{2,})$/i,
  /^instead of\s+(.{3,}?)\s*,\s*(.{3,})$/i,
] as const;
const INSTEAD = /^(.{3,}?)\s+instead of\s+(?:(?:in|with|via|on|by)\s+)?(.{2,})$/i;
const BESIDE = /\b(after|before) (?:the |we )?(.{3,})$/i;
/** The place that a new step names is its last words. */
const PLACE_LENGTH = 96;
const FIRST = /^(?:first(?: of all)?|at the (?:start|beginning)|to begin with) ?,? (\S.*)$/i;
const LAST = /^(?:finally|at the end|last) ?,? (\S.*)$/i;

/** So much of what is said about a step must be in it, and more of it where the step shall go. */
const MEANS = 0.6;
const MEANS_TO_GO = 0.7;
/** So alike, a new wording replaces its step. */
const SAME_ACT = 0.5;

const WORD = lazily(() => /[\p{L}\p{N}]+/gu);
const STOP = new Set([
  'the',
  'a',
  'an',
  'to',
  'of',
  'in',
  'on',
  'at',
  'by',
  'for',
  'and',
  'or',
  'we',
  'is',
  'be',
  'it',
  'its',
  'our',
  'with',
  'via',
  'step',
  'within',
  'before',
  'after',
  'then',
  'from',
]);

/** True for words that say that something is added, changed or removed. */
export function saysChange(text: string): boolean {
  return /^(?:please\s+)?(?:add|insert|remove|drop|delete|skip|omit|change|replace|update|reword|rename|move|swap|merge|split|new step|step\s+\d|stop\s+\w+ing|no longer|we no longer|no more|instead of|from now on|going forward|retire|scrap|automate|make)\b/i.test(
    text.trim(),
  );
}

/**
 * What a proposal in a person's words would do to a process. A step is meant by the number that a reader sees, or by its
 * words; a proposal that fits no step adds one; what could mean several things is left to the person. English.
 */
export function readChange(proposal: string, steps: readonly ProcessStep[]): StepChange {
  const said = bare(proposal);
  if (said === '' || (SEVERAL.test(said) && !BETWEEN.test(said)) || MOVES.test(said)) return UNCLEAR;
  return (
    placed(said, steps) ??
    gone(said, steps) ??
    reworded(said, steps) ??
    added(NEW_STEP.exec(said)?.[1] ?? ADD.exec(said)?.[1] ?? said, steps)
  );
}

/** Leads that only say that something changes are no part of the step. */
function bare(proposal: string): string {
  let text = proposal
    .replace(/\s+/g, ' ')
    .replace(/^(?:[-*+]|\d+[.)])\s+/, '')
    .trim();
  for (let shorter = text.replace(LEAD_IN, ''); shorter !== text; shorter = text.replace(LEAD_IN, '')) text = shorter;
  return text;
}

/** "Before step 2: …", "Add as step 4: …": a step more at a place. */
function placed(said: string, steps: readonly ProcessStep[]): StepChange | null {
  const beside = AT_ONE.exec(said);
  const near = beside ? stepMeant(beside[2] ?? '', steps, MEANS) : null;
  if (beside && near !== null)
    return { kind: 'add', at: /after/i.test(beside[1] ?? '') ? near : near - 1, words: sentence(beside[3] ?? '') };
  const between = BETWEEN.exec(said);
  const as = between ?? ADD_AS.exec(said);
  if (as) {
    const at = stepNumbered(Number(as[1]), steps);
    return at === null
      ? { ...UNCLEAR, words: sentence(as[2] ?? '') }
      : { kind: 'add', at: between ? at : at - 1, words: sentence(as[2] ?? '') };
  }
  return ABOUT_STEP.test(said) ? UNCLEAR : null;
}

/** A step less. */
function gone(said: string, steps: readonly ProcessStep[]): StepChange | null {
  const numbered = STEP_GOES.exec(said);
  if (numbered) {
    const at = stepNumbered(Number(numbered[1]), steps);
    return at === null ? UNCLEAR : { kind: 'remove', at, words: '' };
  }
  const [, verb = '', what] = REMOVE.exec(said) ?? [];
  // "Delete the old tag before tagging", "drop a message to sales": steps of their own.
  const about =
    what !== undefined &&
    !(/^(?:drop|cut|delete|skip)$/i.test(verb) && (/\b(?:before|after)\b/i.test(what) || /^(?:a|an)\s/i.test(what)))
      ? what
      : NO_LONGER.exec(said)?.[1];
  if (about === undefined) {
    const ended = NOT_ANY_MORE.exec(said)?.[1];
    if (ended === undefined || CONDITION.test(said)) return null;
    // "Do not deploy on Fridays" restricts; only "not … any more" ends something.
    const ends = /\b(?:any ?more|no longer|stops)\b/i.test(said) && !ended.includes(',');
    const at = ends ? stepMeant(ended, steps, MEANS_TO_GO) : null;
    return at === null ? UNCLEAR : { kind: 'remove', at, words: '' };
  }
  const at = stepMeant(about.replace(/\s*\([^)]*\)\s*$/, ''), steps, MEANS_TO_GO);
  if (at !== null) return { kind: 'remove', at, words: '' };
  // "Skip the queue" may as well be a step of its own; "remove step 9" is none.
  return /\bstep\s+\d/i.test(about) ? UNCLEAR : added(said, steps);
}

/** Another wording of a step. */
function reworded(said: string, steps: readonly ProcessStep[]): StepChange | null {
  const numbered = STEP_BECOMES.exec(said);
  if (numbered) {
    const at = stepNumbered(Number(numbered[1]), steps);
    return at === null ? UNCLEAR : replacing(at, numbered[2] ?? '', steps);
  }
  for (const pattern of BECOMES) {
    const [, old = '', now = ''] = pattern.exec(said) ?? [];
    if (old !== '') return exchanged(old, now, steps);
  }
  const instead = INSTEAD.exec(said);
  if (instead) {
    const [, now = '', old = ''] = instead;
    const at = closest(now, steps, MEANS) ?? stepMeant(old, steps, MEANS);
    return at !== null && isStep(now) ? replacing(at, now, steps) : exchanged(old, now, steps);
  }
  if (CONDITION.test(said) || ADD.test(said) || NEW_STEP.test(said)) return null;
  const same = sameAct(withoutPlace(said, steps), steps);
  return same === null ? null : replacing(same, said, steps);
}

/** "Replace A with B": a step by another one, or a part of a step's words by others. */
function exchanged(old: string, now: string, steps: readonly ProcessStep[]): StepChange {
  const [before, after] = [unquoted(old), unquoted(now)];
  const at = stepMeant(before, steps, MEANS);
  if (at !== null && isStep(after)) return replacing(at, after, steps);
  const whole = wordsAlone(before, 'iu');
  const holders = steps.flatMap((step, index) => (before !== '' && whole.test(told(step)) ? [index] : []));
  const [holder] = holders;
  const step = steps[holder ?? -1];
  if (holders.length !== 1 || holder === undefined || !step) return UNCLEAR;
  return {
    kind: 'replace',
    at: holder,
    words: sentence(told(step).replace(whole, (_, lead: string) => `${lead}${after}`)),
    exchange: { from: before, to: after },
  };
}

function unquoted(text: string): string {
  return plainText(text)
    .replace(/^["“'‘]|["”'’.]+$/g, '')
    .trim();
}

/** The new wording; who, where and when stay where it does not say otherwise. */
function replacing(at: number, now: string, steps: readonly ProcessStep[]): StepChange {
  const old = steps[at];
  const words = now.trim().replace(/[.\s]+$/, '');
  if (!old || !isStep(words)) return UNCLEAR;
  const [act] = stepsIn(words);
  const who = act?.actor || !old.actor ? '' : `${old.actor}: `;
  const tool = act?.tool || !old.tool ? '' : ` ${placeOfTool(old.tool)}`;
  const when = act?.timing || !old.timing ? '' : ` ${old.timing}`;
  return {
    kind: 'replace',
    at,
    words: sentence(`${who}${who === '' ? words : words.charAt(0).toLowerCase() + words.slice(1)}${tool}${when}`),
  };
}

/** A step as one would say it. */
function told(step: ProcessStep): string {
  return `${step.actor === null ? '' : `${step.actor}: `}${actWords(step)}`;
}

/** What a sentence tells somebody to do. */
function stepsIn(words: string): readonly ProcessStep[] {
  return readProcess(`${words.trim().replace(/[.\s]+$/, '')}.`).steps;
}

/** True for words that tell somebody to do something, and not only who, where or when. */
function isStep(words: string): boolean {
  return stepsIn(words).length > 0;
}

/** A new step stands beside the one that it names, at the beginning, or at the end. */
function added(said: string, steps: readonly ProcessStep[]): StepChange {
  const first = FIRST.exec(said);
  if (first) return { kind: 'add', at: -1, words: sentence(first[1] ?? '') };
  const last = LAST.exec(said);
  if (last) return { kind: 'add', at: null, words: sentence(last[1] ?? '') };
  const beside = placeIn(said);
  const at = beside ? stepMeant(beside.words, steps, MEANS) : null;
  if (!beside || at === null) return { kind: 'add', at: null, words: sentence(said) };
  const rest = said.slice(0, beside.start).trim();
  // "after step 3 QA signs": no more than the place may go.
  const words = /^step\s+\d+$/i.test(beside.words) && rest.includes(' ') ? rest : said;
  return { kind: 'add', at: beside.isAfter ? at : at - 1, words: sentence(words) };
}

/** "… after the tag", at the end of what was said. */
function placeIn(said: string): { readonly isAfter: boolean; readonly words: string; readonly start: number } | null {
  const whole = said.replace(/[.!]+$/, '');
  const tail = whole.slice(-PLACE_LENGTH);
  const [match, which = '', words = ''] = BESIDE.exec(tail) ?? [];
  return match === undefined ? null : { isAfter: /after/i.test(which), words, start: whole.length - match.length };
}

function withoutPlace(said: string, steps: readonly ProcessStep[]): string {
  const place = placeIn(said);
  return place && stepMeant(place.words, steps, MEANS) !== null ? said.slice(0, place.start) : said;
}

function sentence(text: string): string {
  const plain = text.trim().replace(/^(?:that|to)\s+/i, '');
  return plain === '' ? '' : `${plain.charAt(0).toUpperCase()}${plain.slice(1).replace(/[.\s]+$/, '')}.`;
}

/** The step whose line has a number, as a reader sees it; by its place where the lines have none. */
function stepNumbered(number: number, steps: readonly ProcessStep[]): number | null {
  const hasNumbers = steps.some((step) => typeof step.number === 'number');
  if (!hasNumbers) return number >= 1 && number <= steps.length ? number - 1 : null;
  const found = steps.flatMap((step, index) => (step.number === number ? [index] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** "step 3", "the third step", or words that are most of a step's. */
function stepMeant(about: string, steps: readonly ProcessStep[], least: number): number | null {
  const number = /^(?:the\s+)?(?:step\s+#?|#)(\d+)\b(.*)$/i.exec(about.trim());
  if (number) return stepNumbered(Number(number[1]), steps);
  if (/^(?:the\s+)?last step$/i.test(about.trim())) return steps.length > 0 ? steps.length - 1 : null;
  if (/^(?:the\s+)?first step$/i.test(about.trim())) return steps.length > 0 ? 0 : null;
  return closest(about, steps, least);
}

/** The step that has the largest part of some words, if that is large enough, and no other has as much. */
function closest(about: string, steps: readonly ProcessStep[], least: number): number | null {
  const wanted = stems(about);
  if (wanted.size === 0) return null;
  const parts = steps.map((step) => sharedCount(wanted, stemsOf(step)) / wanted.size);
  const best = Math.max(0, ...parts);
  return best >= least && parts.filter((part) => part === best).length === 1 ? parts.indexOf(best) : null;
}

/** The step of the same act, whoever does it, wherever and whenever. */
function sameAct(said: string, steps: readonly ProcessStep[]): number | null {
  const wanted = stems(stepsIn(said)[0]?.action ?? said);
  const all = stems(said);
  const likeness = steps.map(({ action }) => {
    const own = stems(action);
    // All that the step does is said again, with more around it.
    return own.size > 1 && sharedCount(own, all) === own.size ? 1 : jaccard(wanted, own);
  });
  const best = Math.max(0, ...likeness);
  return best >= SAME_ACT && likeness.filter((entry) => entry === best).length === 1 ? likeness.indexOf(best) : null;
}

function stemsOf({ actor, action, tool, timing, output }: ProcessStep): Set<string> {
  return stems([actor, action, tool, timing, output].filter(Boolean).join(' '));
}

/** Beginnings of the words that carry meaning: "notifying", "notifies" and "notify" are one. */
function stems(text: string): Set<string> {
  const found = plainText(text).toLowerCase().match(WORD()) ?? [];
  return new Set(found.filter((word) => word.length > 1 && !STOP.has(word)).map(stem));
}

function stem(word: string): string {
  return (word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word.replace(/s$/, ''))
    .replace(/[eiy]$/, '')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .slice(0, 6);
}
