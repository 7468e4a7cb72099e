import { lazily } from '../../domain/lazily';
import type { Proposal } from '../../domain/proposal';
import type { DateMatch } from '../dates/date-context';
import { findDates } from '../dates/find-dates';
import { namedAction, unnamedAction } from './actions';
import type { SentenceAround, SentenceContext } from './grammar';
import { elsewhereIn } from './languages';
import { askIn, dateIn, decisionIn, riskIn } from './others';

const SHORTEST = 8;
const LONGEST = 400;
/** Questions, labels, conditions, and what is over. */
const NO_COMMITMENT =
  /(?:\?\s*["”']?|:)\s*$|^(?:[✅✔☑]|(?:completed?|done|finished|fixed|shipped|merged|closed|if|when|unless|once)\b)/i;
const CONDITION = lazily(
  () =>
    new RegExp(
      String.raw`^(?:whether|should (?:we|they|it)|in case|assuming|wenn|falls|si|quand|cuando|quando|` +
        String.raw`se(?!\s(?:acord|acuerd|decid|aprueb|aprob|adopt|opt|autor|defin)))\b`,
      'i',
    ),
);
/** Words for whoever reads the note. */
const TO_READERS = lazily(
  () =>
    new RegExp(
      String.raw`^(?:who(?:['’]s| is)\b|link to\b|past\b|would be\b|it would\b|check (?:out\b|your)|sign up\b|` +
        String.raw`click|see\b|welcome|read more|register\b|join us)`,
      'i',
    ),
);
/** "REVIEW NEW APPLICATIONS" is a heading. */
const CAPITALS = /^[A-Z\d\s&/.-]+$/;
const FIRST_LETTERS = lazily(() => /(?:^|\s)\p{Ll}/gu);
/** "8.9.12" is a version here, not a day. */
const DOTTED = /^\d{1,4}\.\d{1,2}\.\d{1,4}$/;

/** What one sentence of a record proposes; null for most. Pure. */
export function proposalIn(sentence: string, around: SentenceAround): Omit<Proposal, 'line'> | null {
  const text = sentence
    .replace(/\s+/g, ' ')
    .replace(/^\[\s?\]\s/, '')
    .replace(/^\[([^\]]{2,30})\]\s(?=(?:will|to|is|has)\s)/, '$1 ')
    .trim();
  if (text.length < SHORTEST || text.length > LONGEST) return null;
  if (NO_COMMITMENT.test(text) || CONDITION().test(text) || TO_READERS().test(text) || CAPITALS.test(text)) return null;
  const days = daysOf(text, around);
  const context: SentenceContext = {
    ...around,
    isDated: () => days().length > 0,
    isDayFirst: () => days()[0]?.start === 0,
  };
  const decision = decisionIn(text);
  if (decision !== null && around.isDecided) return null;
  const told =
    decision ??
    namedAction(text, context) ??
    dateIn(text, context) ??
    askIn(text) ??
    riskIn(text) ??
    unnamedAction(text, context) ??
    elsewhereIn(text, context);
  if (told === null) return null;
  const due = days().find(({ reading }) => reading?.fuzzy === false) ?? days()[0];
  const isWork = told.kind === 'action' || told.kind === 'ask';
  const bare = isWork ? withoutDay(told.what, due) : told.what;
  const what = told.kind === 'action' ? whole(bare, text) : bare;
  return { ...told, who: fullName(told.who, around.people), what, text, due: due?.reading?.date ?? null };
}

/** "Bryan has to double check": two words are too few without the rest. */
function whole(what: string, text: string): string {
  return /^\S+(?:\s+(?:it|them|this|that|so|on|up|out|check))*$/i.test(what) ? text.replace(/[.;]+$/, '') : what;
}

/** "… by the", "… (", in front of a day. */
const BEFORE_DAY =
  /[\s,(–—-]{0,3}\b(?:by|on|until|before|due|till|for|bis|avant le|pour)\s(?:the\s)?$|[\s,(–—-]{1,3}$/i;

/** What is to be done, without by when: that is said for itself. */
function withoutDay(what: string, due: DateMatch | undefined): string {
  const phrase = due?.reading?.phrase ?? '';
  const at = phrase === '' ? -1 : what.indexOf(phrase);
  if (at < 0) return what;
  const before = what.slice(0, at).replace(BEFORE_DAY, '');
  const bare = `${before}${what.slice(at + phrase.length).replace(/^\)/, '')}`.trim();
  return bare === '' ? what : bare;
}

/** "Sarah" where only one of those present is called so: "Sarah Kim". */
function fullName(who: string | null, people: ReadonlySet<string>): string | null {
  if (who === null || who.includes(' ') || who.startsWith('@')) return who;
  const [full, ...others] = [...people].filter((name) => name.startsWith(`${who.toLowerCase()} `));
  return full === undefined || others.length > 0
    ? who
    : full.replace(FIRST_LETTERS(), (letter) => letter.toUpperCase());
}

/** The days of a sentence, looked for when somebody asks. */
function daysOf(text: string, { dates }: SentenceAround): () => readonly DateMatch[] {
  let known: readonly DateMatch[] | null = null;
  return () => (known ??= findDates(text, dates).filter(({ reading }) => reading && !DOTTED.test(reading.phrase)));
}
