import { lazily } from '../../domain/lazily';
import type { Block, ItemBlock } from '../blocks/block';
import { plainText } from '../inline';
import type { Decision } from '../../domain/release';

/** What one box of a choice stands for; `other` is an answer that decides nothing by itself. */
type Answer = Decision | 'yes' | 'no' | 'other';

const SIGNS = lazily(() => /^(?:[\s\p{So}\p{Sk}]|\uFE0F|\u200D)+|(?:[\s\p{So}\p{Sk}]|\uFE0F|\u200D)+$/gu);
const ANSWERS: readonly (readonly [Answer, RegExp])[] = [
  [
    'conditional',
    /^(?:conditional(?:ly)?(?: go| approved)?|go with conditions?|approved with conditions?|go \(conditional\))$/,
  ],
  ['no-go', /^(?:no[\s-]?go|nogo|rejected|not approved|do not (?:ship|release|launch))$/],
  ['go', /^(?:go|go ahead|approved|approve)$/],
  ['postponed', /^(?:hold|on hold|postponed?|delay(?:ed)?|defer(?:red)?)$/],
  ['yes', /^(?:yes|y|ja|oui|sí|si|sim)$/],
  ['no', /^(?:no|n|nein|non|não)$/],
  [
    'other',
    /^(?:n\/?a|not applicable|unknown|undecided|pass(?:ed)?|fail(?:ed)?|partial(?:ly)?|major|minor|patch|hotfix|(?:soft|hard|full|phased|staged|big bang|dark|beta|limited|private|public|internal|external|silent) (?:launch|release|rollout|beta|preview)|ga|beta|alpha|low|medium|high|critical|red|amber|yellow|green|on track|at risk|off track|small|large|tier [0-4]|p[0-4])$/,
  ],
];

const LONGEST_ANSWER = 30;
const BLOCKS_A_STEP = 50;

/** The answer that a box's words are, with a reason behind it or not; null for work. */
function answerOf(text: string): Answer | null {
  const bare = plainText(text).replace(SIGNS(), '').toLowerCase().replace(/[‐‑]/g, '-');
  const end = bare.search(/[:;,–—(]|\s-\s/);
  const short = end < 0 ? bare : bare.slice(0, end).trim();
  if (short.length > LONGEST_ANSWER) return null;
  return ANSWERS.find(([, pattern]) => pattern.test(bare) || pattern.test(short))?.[0] ?? null;
}

/**
 * A choice of one answer among several, written as boxes: its lines are no work, and the ticked one may be a
 * decision.
 */
export interface Choice {
  /**
   * The line that is ticked and what it decides; null where none, several, or only "yes" is ticked without saying to
   * what.
   */
  readonly chosen: { readonly index: number; readonly outcome: Decision } | null;
}

/**
 * All choices of a note: two or more boxes side by side that are answers and nothing else, with GO or NO-GO, yes or
 * no, or such.
 */
export function* choicesOf(
  blocks: readonly Block[],
  asks: (index: number) => string,
): Generator<void, ReadonlyMap<number, Choice>> {
  const found = new Map<number, Choice>();
  let group: { readonly index: number; readonly answer: Answer; readonly block: ItemBlock }[] = [];
  const close = (): void => {
    if (
      group.length > 1 &&
      new Set(group.map(({ answer, block }) => `${answer} ${block.text}`)).size === group.length
    ) {
      const ticked = group.filter(({ block }) => block.mark === 'x' || block.mark === 'X');
      const [only] = ticked.length === 1 ? ticked : [];
      const outcome = only ? outcomeOf(only.answer, asks(only.index)) : null;
      const choice: Choice = { chosen: only && outcome ? { index: only.index, outcome } : null };
      for (const { index } of group) found.set(index, choice);
    }
    group = [];
  };
  for (const [index, block] of blocks.entries()) {
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    const answer =
      block.type === 'item' && block.mark !== null && block.text.length < 300 ? answerOf(block.text) : null;
    if (block.type !== 'item' || answer === null || (group[0] && group[0].block.depth !== block.depth)) close();
    if (block.type === 'item' && answer !== null) group.push({ index, answer, block });
  }
  close();
  return found;
}

/** "Yes" decides only where the question is the go/no-go. */
function outcomeOf(answer: Answer, question: string): Decision | null {
  if (answer === 'yes' || answer === 'no')
    return /\bgo\s*\/?\s*no-?\s?go\b|\b(?:release|launch|ship|go live)\s*\?/i.test(question)
      ? answer === 'yes'
        ? 'go'
        : 'no-go'
      : null;
  return answer === 'other' ? null : answer;
}
