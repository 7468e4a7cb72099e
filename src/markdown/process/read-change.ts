import { lazily } from '../../domain/lazily';
import type { ProcessStep } from '../../domain/process';
import { plainText } from '../inline';
import { readProcess } from './read-process';

/** What shall happen to the steps of a process. */
export interface StepChange {
  readonly kind: 'add' | 'replace' | 'remove';
  /** Index of the step that it replaces or removes, or behind which it comes; −1 for the beginning, null for the end, or where none was found. */
  readonly at: number | null;
  /** The new step, one a line, in the words of the person; '' for a removal. */
  readonly words: string;
}

const LEAD_IN = /^(?:(?:from now on|going forward|in (?:the )?future|next time|starting (?:now|today|next \w+)|as of (?:now|today)|proposal|proposed|decision|decided|agreed|change|changed|new|update|updated)\s*[,:–—-]\s*|(?:we|the team)\s+(?:(?:should|will|shall|must|now|need to|want to|agreed to|decided to|agreed that|decided that|agreed|decided)\s+)+)/i;
const ADD = /^(?:please\s+)?(?:add|insert|introduce|include)(?:\s+(?:a|an|the))?(?:\s+(?:new|extra|additional|another))?(?:\s+step)?(?:\s+(?:that|where|in which|to))?\s*[:–—-]?\s+(.+)$/i;
const NEW_STEP = /^(?:a\s+)?new step\s*[:–—-]\s*(.+)$/i;
const AT_ONE = /^(?:(?:add|insert|introduce)(?:\s+(?:a|an))?(?:\s+new)?\s+step\s+|new step\s+)?(after|before)\s+(?:the\s+)?(step\s+\d+|[^:,]{3,80}?)\s*[:,]\s*(.+)$/i;
const REMOVE = /^(?:please\s+)?(?:remove|drop|delete|cut|skip|omit|retire|scrap|get rid of|do away with)(?:\s+(?:the|this))?\s*[:–—-]?\s+(.+)$/i;
const NO_LONGER = /^(?:(?:we\s+)?(?:no longer|don['’]t|do not|won['’]t|will not)\s+(?:need to\s+|have to\s+)?|(?:we\s+)?stop\s+(?=\S+ing\b)|no more\s+)(.+?)(?:\s+any ?more)?$/i;
const STEP_BECOMES = /^(?:change\s+|replace\s+|update\s+|reword\s+)?step\s+(\d+)\s*(?:(?:is now|becomes|now reads|now says|changes to|should be|should read|should say|to|with|by)\b\s*:?|:|–|—|→|->|=>)\s*(.+)$/i;
const BECOMES = [
  /^(?:change|replace|reword|rename|turn)\s+(.{3,}?)\s+(?:to|with|by|into)\s+(.{3,})$/i,
  /^(.{3,}?)\s*(?:→|->|=>)\s*(.{3,})$/,
  /^(.{3,}?)\s+becomes\s+(.{3,})$/i,
  /^instead of\s+(.{3,}?)\s*,\s*(.{3,})$/i,
] as const;
const INSTEAD = /^(.{3,}?)\s+instead of\s+(.{2,})$/i;
const BESIDE = /\b(after|before)\s+(?:the\s+|we\s+)?(step\s+\d+|.{3,80})$/i;
const FIRST = /^(?:first(?: of all)?|at the (?:start|beginning)|to begin with)\s*,?\s+(.+)$/i;
const LAST = /^(?:finally|at the end|last)\s*,?\s+(.+)$/i;

/** So much of what is said about a step must be in it. */
const MEANS = 0.6;
/** So alike, a new wording replaces its step. */
const SAME_ACT = 0.5;

const WORD = lazily(() => /[\p{L}\p{N}]+/gu);
const STOP = new Set(['the', 'a', 'an', 'to', 'of', 'in', 'on', 'at', 'by', 'for', 'and', 'or', 'we', 'is', 'be', 'it', 'its', 'our', 'with', 'via', 'step', 'within', 'before', 'after', 'then', 'from']);

/**
 * What a proposal in a person's words would do to a process. A step is meant by its number or by its words; a proposal
 * that fits no step adds one. English.
 */
export function readChange(proposal: string, steps: readonly ProcessStep[]): StepChange {
  const said = bare(proposal);
  const beside = AT_ONE.exec(said);
  if (beside) {
    const at = stepMeant(beside[2] ?? '', steps);
    if (at !== null) return { kind: 'add', at: /after/i.test(beside[1] ?? '') ? at : at - 1, words: sentence(beside[3] ?? '') };
  }
  const numbered = STEP_BECOMES.exec(said);
  if (numbered) {
    const at = Number(numbered[1]) - 1;
    if (at >= 0 && at < steps.length) return { kind: 'replace', at, words: sentence(numbered[2] ?? '') };
  }
  const gone = REMOVE.exec(said)?.[1] ?? NO_LONGER.exec(said)?.[1];
  if (gone !== undefined) {
    const at = stepMeant(gone, steps);
    // "Skip the queue" may as well be a step of its own.
    return at === null ? added(said, steps) : { kind: 'remove', at, words: '' };
  }
  for (const pattern of BECOMES) {
    const [, old = '', now = ''] = pattern.exec(said) ?? [];
    const at = old === '' ? null : stepMeant(old, steps);
    if (at !== null) return { kind: 'replace', at, words: sentence(now) };
  }
  const instead = INSTEAD.exec(said);
  if (instead) {
    const [, now = '', old = ''] = instead;
    const at = stepMeant(old, steps) ?? closest(now, steps, MEANS);
    if (at !== null) return { kind: 'replace', at, words: sentence(now) };
  }
  const fresh = NEW_STEP.exec(said)?.[1] ?? ADD.exec(said)?.[1];
  if (fresh !== undefined) return added(fresh, steps);
  const same = sameAct(said.replace(BESIDE, (tail, _, other: string) => (stepMeant(other.replace(/[.!]+$/, ''), steps) === null ? tail : '')), steps);
  return same === null ? added(said, steps) : { kind: 'replace', at: same, words: sentence(said) };
}

/** Leads that only say that something changes are no part of the step. */
function bare(proposal: string): string {
  let text = proposal.replace(/\s+/g, ' ').replace(/^(?:[-*+]|\d+[.)])\s+/, '').trim();
  for (let shorter = text.replace(LEAD_IN, ''); shorter !== text; shorter = text.replace(LEAD_IN, '')) text = shorter;
  return text;
}

/** A new step stands beside the one that it names, at the beginning, or at the end. */
function added(said: string, steps: readonly ProcessStep[]): StepChange {
  const first = FIRST.exec(said);
  if (first) return { kind: 'add', at: -1, words: sentence(first[1] ?? '') };
  const last = LAST.exec(said);
  if (last) return { kind: 'add', at: null, words: sentence(last[1] ?? '') };
  const beside = BESIDE.exec(said.replace(/[.!]+$/, ''));
  const at = beside ? stepMeant(beside[2] ?? '', steps) : null;
  const words = beside && /^step\s/i.test(beside[2] ?? '') ? said.slice(0, beside.index) : said;
  return { kind: 'add', at: at === null ? null : /after/i.test(beside?.[1] ?? '') ? at : at - 1, words: sentence(words) };
}

function sentence(text: string): string {
  const plain = text.trim().replace(/^(?:that|to)\s+/i, '');
  return plain === '' ? '' : `${plain.charAt(0).toUpperCase()}${plain.slice(1).replace(/[.\s]+$/, '')}.`;
}

/** "step 3", "the third step", or words that are most of a step's. */
function stepMeant(about: string, steps: readonly ProcessStep[]): number | null {
  const number = /^(?:the\s+)?step\s+(\d+)\b/i.exec(about.trim());
  if (number) return Number(number[1]) >= 1 && Number(number[1]) <= steps.length ? Number(number[1]) - 1 : null;
  if (/^(?:the\s+)?last step$/i.test(about.trim())) return steps.length > 0 ? steps.length - 1 : null;
  if (/^(?:the\s+)?first step$/i.test(about.trim())) return steps.length > 0 ? 0 : null;
  return closest(about, steps, MEANS);
}

/** The step that has the largest part of some words, if that is large enough, and no other has as much. */
function closest(about: string, steps: readonly ProcessStep[], least: number): number | null {
  const wanted = stems(about);
  if (wanted.size === 0) return null;
  const parts = steps.map((step) => shared(wanted, stemsOf(step)) / wanted.size);
  const best = Math.max(...parts);
  return best >= least && parts.filter((part) => part === best).length === 1 ? parts.indexOf(best) : null;
}

/** The step of the same act, whoever does it, wherever and whenever. */
function sameAct(said: string, steps: readonly ProcessStep[]): number | null {
  const wanted = stems(readProcess(plainText(said)).steps[0]?.action ?? said);
  const all = stems(said);
  const likeness = steps.map(({ action }) => {
    const own = stems(action);
    const both = shared(wanted, own);
    // All that the step does is said again, with more around it.
    if (own.size > 1 && shared(own, all) === own.size) return 1;
    return both / (wanted.size + own.size - both || 1);
  });
  const best = Math.max(0, ...likeness);
  return best >= SAME_ACT ? likeness.indexOf(best) : null;
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
  return (word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word.replace(/s$/, '')).replace(/[eiy]$/, '').replace(/([b-df-hj-np-tv-z])\1$/, '$1').slice(0, 6);
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}
