import { lazily } from '../../domain/lazily';

/** A sentence of a block, on one line. */
export interface Sentence {
  readonly text: string;
  /** How many lines of the block lie before it. */
  readonly offset: number;
}

/** Some words of a line; the sentence ends behind them, or goes on. */
interface Part {
  readonly text: string;
  readonly ends: boolean;
}

/** A line that begins something of its own: a bullet, a number, who speaks. */
const NEW_LINE = lazily(() => /^\s*(?:[-*•–—>]\s|\d+[.)]\s|\[?\p{L}[\p{L}.'’ -]{1,30}\]?:\s)/u);
const CONDITION = /^\W*(?:if|when|unless|once|should|in case|wenn|falls|si|quand|cuando|quando)\b/i;
const NEXT_CLAUSE = lazily(
  () =>
    new RegExp(
      String.raw`[,;]\s+(?:and\s+|then\s+)?(?=(?:@[\w.-]+|` +
        String.raw`\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+)?)\s+(?:will|to|should|must)\s)`,
      'u',
    ),
);
/** Longer blocks are no prose of a meeting. */
const LONGEST_BLOCK = 2500;
/** Dots of these end no sentence. */
const ABBREVIATED =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|approx|dr|mr|mrs|ms|st|no|nr|z\.b|d\.h|bzw|ca|inkl|p\.ex|ej|sra?|v|[A-Z])\.$/i;

/** The sentences of a block's text; lines that are wrapped within a sentence are joined. */
export function sentencesOf(text: string): Sentence[] {
  if (text.length > LONGEST_BLOCK) return [];
  const found: Sentence[] = [];
  let sentence = '';
  let start = 0;
  const close = (): void => {
    if (sentence.trim() !== '') found.push({ text: sentence.trim(), offset: start });
    sentence = '';
  };
  for (const [offset, line] of text.split('\n').entries()) {
    const isNew = sentence !== '' && (/[.!?:;]["”')\]]?\s*$/.test(sentence) || NEW_LINE().test(line));
    if (isNew) close();
    for (const part of partsOf(line).flatMap(clausesOf)) {
      if (sentence === '') start = offset;
      sentence = sentence === '' ? part.text : `${sentence} ${part.text.trim()}`;
      if (part.ends) close();
    }
  }
  close();
  return found;
}

/** "Ann will draft it, Bob will review it" are two. */
function clausesOf(part: Part): Part[] {
  // "If the test fails, Bob will …" is one.
  if (CONDITION.test(part.text)) return [part];
  const clauses = part.text.split(NEXT_CLAUSE());
  return clauses.map((text, index) => ({ text, ends: index < clauses.length - 1 || part.ends }));
}

/** A line, cut behind each end of a sentence. */
function partsOf(line: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { index, 0: end } of line.matchAll(/[.!?][”"')\]]?(?=\s+["“'([@]?[A-ZÀ-ÞА-Я\d]|\s*$)/g)) {
    const stop = index + end.length;
    if (ABBREVIATED.test(line.slice(from, index + 1))) continue;
    parts.push({ text: line.slice(from, stop), ends: true });
    from = stop;
  }
  if (line.slice(from).trim() !== '') parts.push({ text: line.slice(from), ends: false });
  return parts;
}
