import { lazily } from '../../domain/lazily';
import { isBase } from '../process/verbs';
import {
  ADVERBS,
  any,
  FIRMLY,
  firstDeed,
  isDeed,
  isKnown,
  isSomebody,
  NAMES,
  PAST,
  type SentenceContext,
  SOFTLY,
  type Told,
  told,
} from './grammar';

const NAMED_TO = lazily(() => new RegExp(`^(?:the\\s)?(${NAMES})\\sto${ADVERBS}\\s([\\p{Ll}-]+)(.*)$`, 'u'));
const NAMED_WILL = lazily(
  () => new RegExp(`(?:^|[\\s,;:(–—-])(?:the\\s)?(${NAMES})${FIRMLY}${ADVERBS}\\s([\\p{Ll}-]+)`, 'gu'),
);
const NAMED_SHOULD = lazily(
  () => new RegExp(`(?:^|[\\s,;:(–—-])(?:the\\s)?(${NAMES})${SOFTLY}${ADVERBS}\\s([\\p{Ll}-]+)`, 'gu'),
);
/** Handles and names without capitals, of those who are known. */
const LOWER_WILL = lazily(
  () =>
    new RegExp(`(?:^|[\\s,;:(–—-])([\\p{Ll}][\\p{L}\\p{N}_-]+)(?:${FIRMLY}|\\sto)${ADVERBS}\\s([\\p{Ll}-]+)(.*)$`, 'u'),
);
/** "joetom will check", "the product owners will have …", at the beginning of an item. */
const LOW_SUBJECT = lazily(
  () =>
    new RegExp(
      `^(?:the\\s|each\\s|all\\s)?(\\p{Ll}[\\p{L}\\p{N}_-]+(?:\\s[\\p{L}\\p{N}` +
        `()&-]+){0,4}?)(${FIRMLY}|\\sto)${ADVERBS}\\s([\\p{Ll}-]+)`,
      'u',
    ),
);

/** True for words in which somebody may be meant; a single one may also be a verb or a noun of no person. */
function isSubject(subject: string): boolean {
  const [first = '', ...others] = subject.split(' ');
  if (/^(?:i|we|you|he|she|they|it|this|that|there|these|those|if|when|as|so|and|but|or|what|which|who)$/.test(first))
    return false;
  return others.length > 0 ? !isBase(first) : isSomebody(first, NOBODY_KNOWN);
}

const NOBODY_KNOWN: ReadonlySet<string> = new Set();

/** "Will investigate", "Gonna look at it", "…, will submit it this week": whoever speaks. */
const OWN_WILL = lazily(
  () =>
    new RegExp(
      String.raw`(?:^|[,;–—-]\s+(?:and\s+|but\s+)?)(?:I['’]?m\s+)?(?:(?:will|gonna|going to|planning to|` +
        String.raw`happy to|should|would like to|let['’]?s)|to)\s+(?:also\s+|then\s+|try\s+to\s+)?([a-z-]+)(.*)$`,
      'i',
    ),
);
const PRONOUN = lazily(
  () =>
    new RegExp(
      `(?:^|[\\s,;:(–—-])([IWwHhSs](?:e|he)?)(?:${FIRMLY}|\\sneeds?\\sto)${ADVERBS}\\s([\\p{Ll}-]+)(.*)$`,
      'u',
    ),
);
const NEED_TO = lazily(
  () =>
    new RegExp(
      String.raw`(?:^|[,;–—-]\s+)(?:(?:still|also|and|we|I|so|but|probably|then|next|they|` +
        String.raw`you)\s+)*(?:needs?\s+to|have\s+to|must|remember\s+to|todo:?|to-do:?)\s+([a-z-]+)(.*)$`,
      'i',
    ),
);
const FOLLOW_UP = /^(?:follow[- ]?up|circle back|check (?:in|back)|reach out|get back)\s+(?:with|on|about|to|again)\b/i;
const TAKES_ON = any(
  `takes(?:\\son|\\sover|\\scare\\sof)?, owns, is\\sputting\\stogether,
   is\\sscheduled\\sto, (?:is\\s)?happy\\sto,
   picks\\sup, is\\slooking\\sinto, volunteer(?:s|ed)(?:\\sfor)?`,
);
const TAKES = lazily(() => new RegExp(`^(?:the\\s)?(${NAMES})\\s${TAKES_ON}\\b(.*)$`, 'u'));
/** "@bob: fix login", "@bob please look". */
const CALLED = /^(@[\w.-]+)(?::|,|\s+please)\s+(\S.*)$/;
/** Cheap first looks: without one of these words the patterns below find nothing. */
const FIRM_CUE = lazily(
  () =>
    new RegExp(
      String.raw`will|['’]ll\b|going to|ha(?:s|ve) (?:to|an? action)|must|shall|agree|volunteer|offer|promise|` +
        String.raw`plan|intend|(?:asked|assigned|tasked) to`,
    ),
);
const SOFT_CUE = /needs? to|should|can\b/;
const NEED_CUE = /need|have\s+to|must|remember|to-?do/i;
const MARK_CUE = /\bAIs?\b|action|to-?do|next step|follow/i;
const MARK = lazily(
  () =>
    new RegExp(
      String.raw`(?:^|[\s(–—-])(?:(?:AIs?|ACTION(?: (?:ITEM|POINT))?S?|Action(?: (?:item|point))?s?|TODOs?|` +
        String.raw`To-?do|Next steps?|Follow-?ups?)\s?(?::|–|—|→)|(?:action items?|next steps?|todos?):|` +
        String.raw`\[(?:ACTION|Action|AI|TODO)\]:?|(?:Action point|Action item)\b)\s*(.{6,})$`,
    ),
);
/** What may stand before "we will": nothing that makes it a part of another thought. */
const FIRST =
  /^(?:(?:so|and|then|also|next|instead|for now)\b,?\s?){0,2}(?:[A-Z]{2,4}:\s)?$|[,;–—-]\s?(?:(?:so|and|but)\s)?$/i;
/** "The draft will be shared", "still needs to be refined". */
const PASSIVE = lazily(
  () =>
    new RegExp(
      String.raw`\b(?:will|needs\s+to|has\s+to)\s+be\s+(?:\w+ly\s+)?(?!used\b|based\b|required\b|needed\b|` +
        String.raw`called\b|done\s+by\b|considered\b|able\b|allowed\b|held\b|expected\b|supposed\b|determined\b|` +
        String.raw`decided\b)\w+(?:ed|en|wn|ent|ilt|ade|one)\b`,
      'i',
    ),
);
/** Behind a verb at the beginning they show that it is one: "Send the draft", "Ping people". */
const OBJECT = lazily(
  () =>
    new RegExp(
      String.raw`^(?:the|a|an|all|any|our|their|his|her|its|this|that|these|those|some|more|older|new|each|` +
        String.raw`every|people|everyone|up|out|with|to|if|whether|how|@\S+|\[\[.+)$`,
      'i',
    ),
);
const BY_DATE = /\b(?:by|before|until|due|no later than|bis|avant|antes de|até)\b/i;
/** "… (Ann)", "… – @ann", "… [Ann, Bob]". */
const NAMED_BEHIND = lazily(
  () =>
    new RegExp(
      `(?:\\s[–—-]\\s|:\\s|\\s?(?:=>|->|→|>>)\\s?(?:TODO\\s)?|\\s?[([])(${NAMES})[)\\]]?` +
        `(?:\\s?[–—-]\\s?[\\d./-]+)?[.;]?$`,
      'u',
    ),
);

/** Somebody is named who is to do something. */
export function namedAction(text: string, context: SentenceContext): Told | null {
  const { people, speaker, isItem, isDated } = context;
  const marked = MARK_CUE.test(text) ? MARK().exec(text)?.[1] : undefined;
  if (marked !== undefined) return behindMark(marked, context);
  const called = CALLED.exec(text);
  if (called) return told('action', called[1] ?? null, called[2] ?? text);
  const to = text.includes(' to ') ? NAMED_TO().exec(text) : null;
  if (to) {
    const [, who = '', verb = '', rest = ''] = to;
    if (isSomebody(who, people) && isDeed(verb, rest, isKnown(who, people)))
      return told('action', who, `${verb}${rest}`);
  }
  const mayBeFirm = FIRM_CUE().test(text);
  const will =
    mayBeFirm &&
    firstDeed(NAMED_WILL(), text, (who, verb, rest) => isSomebody(who, people) && isDeed(verb, rest, true));
  if (will) return will;
  const lower = people.size > 0 && (mayBeFirm || text.includes(' to ')) ? LOWER_WILL().exec(text) : null;
  if (lower && people.has(lower[1] ?? '') && isDeed(lower[2] ?? '', lower[3] ?? '', true))
    return told('action', lower[1] ?? null, `${lower[2] ?? ''}${lower[3] ?? ''}`);
  const should =
    SOFT_CUE.test(text) &&
    firstDeed(
      NAMED_SHOULD(),
      text,
      (who, verb, rest) => (isKnown(who, people) || (isDated() && isSomebody(who, people))) && isDeed(verb, rest),
    );
  if (should) return should;
  const low = isItem ? LOW_SUBJECT().exec(text) : null;
  if (low && isSubject(low[1] ?? '') && isDeed(low[3] ?? '', text.slice(low[0].length), low[2] !== ' to'))
    return told(
      'action',
      (low[1] ?? '').includes(' ') ? null : (low[1] ?? null),
      `${low[3] ?? ''}${text.slice(low[0].length)}`,
    );
  const takes = isItem ? TAKES().exec(text) : null;
  if (takes && isSomebody(takes[1] ?? '', people)) return told('action', takes[1] ?? null, takes[2] ?? text);
  const own = mayBeFirm || SOFT_CUE.test(text) ? PRONOUN().exec(text) : null;
  if (own && !/^we$/i.test(own[1] ?? '') && isDeed(own[2] ?? '', own[3] ?? ''))
    return told('action', speaker, `${own[2] ?? ''}${own[3] ?? ''}`);
  return null;
}

/** "AI: Mei writes the guide", "TODO: Bob to fix it". */
function behindMark(text: string, { people, speaker }: SentenceContext): Told {
  const [, who = '', verb = '', rest = ''] = NAMED_TO().exec(text) ?? [];
  if (who !== '' && isSomebody(who, people)) return told('action', who, `${verb}${rest}`);
  const will = firstDeed(NAMED_WILL(), text, (name) => isSomebody(name, people));
  if (will) return will;
  const behind = NAMED_BEHIND().exec(text);
  if (behind && isKnown(behind[1] ?? '', people)) return told('action', behind[1] ?? null, text.slice(0, behind.index));
  return told('action', speaker, text);
}

/** Nobody is named, but something is to be done. */
export function unnamedAction(text: string, { speaker, isLed, isItem, isDated, people }: SentenceContext): Told | null {
  const need = NEED_CUE.test(text) ? NEED_TO().exec(text) : null;
  if (need && isDeed((need[1] ?? '').toLowerCase(), need[2] ?? '', isItem))
    return told('action', speaker, `${need[1] ?? ''}${need[2] ?? ''}`);
  if (isItem && FOLLOW_UP.test(text)) return told('action', speaker, text);
  const own = FIRM_CUE().test(text) || SOFT_CUE.test(text) ? PRONOUN().exec(text) : null;
  if (own && FIRST.test(text.slice(0, own.index)) && isDeed(own[2] ?? '', own[3] ?? '') && (isItem || isDated()))
    return told('action', speaker, `${own[2] ?? ''}${own[3] ?? ''}`);
  const will = OWN_WILL().exec(text);
  if (will && isDeed((will[1] ?? '').toLowerCase(), will[2] ?? '') && (isItem || isDated()))
    return told('action', speaker, text);
  if (!isItem) return PASSIVE().test(text) && !PAST.test(text) ? told('action', speaker, text) : null;
  const behind = NAMED_BEHIND().exec(text);
  if (behind && isKnown(behind[1] ?? '', people) && (isDated() || isWork(text.slice(0, behind.index), behind[0])))
    return told('action', behind[1] ?? null, text.slice(0, behind.index));
  if (!isLed && PASSIVE().test(text) && !PAST.test(text)) return told('action', speaker, text);
  const [first = '', second = ''] = text.split(' ');
  if (!isDeed(first.toLowerCase(), '')) return null;
  // "Brian - Update the RFC": whoever is named before it has it.
  if (isLed) return told('action', speaker, text);
  return (BY_DATE.test(text) && isDated()) || OBJECT().test(second) ? told('action', speaker, text) : null;
}

const ROMANCE_INFINITIVE = lazily(() => /^\p{Lu}\p{Ll}+(?:ar|er|ir)$/u);
const LOWER_WORD = lazily(() => /(?:^|\s)\p{Ll}{3,}/u);
const GERMAN_INFINITIVE = lazily(() => /\p{Ll}(?:en|ern|eln)\s*$/u);

/** True for words that say what to do, by a verb or the ending of an infinitive, or that an arrow hands to somebody. */
function isWork(text: string, sign: string): boolean {
  const [first = ''] = text.split(' ');
  // "Oscar Santamaría (@oscar)" and "Responsable: @oscar" say who somebody is.
  if (!LOWER_WORD().test(text) || (sign.startsWith(':') && !text.trim().includes(' '))) return false;
  return (
    /[>→@:]/.test(sign) ||
    isDeed(first.toLowerCase(), '') ||
    ROMANCE_INFINITIVE().test(first) ||
    GERMAN_INFINITIVE().test(text)
  );
}

/** The name at the end of an item, where one stands. */
export function nameBehind(text: string): string | null {
  return NAMED_BEHIND().exec(text)?.[1] ?? null;
}
