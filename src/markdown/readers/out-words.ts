import type { CalendarDate } from '../../domain/calendar-date';
import { lazily } from '../../domain/lazily';
import type { DateReading } from '../../domain/note-facts';
import { isAboutAnother, type ReleaseIdentity } from '../../domain/release-identity';
import type { DateContext } from '../dates/date-context';
import { findDates } from '../dates/find-dates';
import { plainText } from '../inline';
import { LEADING_SYMBOLS } from './symbols';

/** A value of a status that begins so may say that it is out. */
export const OUT_WORD = new RegExp(
  String.raw`^(?:released|shipped|launched|live\b|in production|done\b|completed?\b|closed\b|已发布|已上线|已完成|` +
    String.raw`リリース済|veröffentlicht|lansert|lanserad|udgivet)`,
);
/** What may stand behind it: nothing, a day, to whom. */
const BEHIND = lazily(
  () =>
    new RegExp(
      String.raw`^(?:$|[\s.!✅🎉🚀)–—-]*$|\s*[(,;:–—-]|\s+(?:on|at|since|in|as|to|for|today|yesterday|last|this|` +
        String.raw`successfully|by|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|🎉|✅)|[\p{L}]*\p{Script=Han})`,
      'iu',
    ),
);
/** Words that take it back: "live in staging", "done with QA". */
const TAKES_BACK = lazily(
  () =>
    new RegExp(
      String.raw`\b(?:beta|alpha|staging|sandbox|rc\s?\d*|internal(?:ly)?|qa|test(?:ing)?|except|pending|waiting|` +
        String.raw`awaiting|not|tbd|demo|planned|but|partial(?:ly)?|some|few)\b|\?`,
      'i',
    ),
);

/** True when what stands behind such a word leaves it as it is. */
export function saysOut(rest: string): boolean {
  return BEHIND().test(rest) && !TAKES_BACK().test(rest);
}

const SHIPPED = lazily(
  () =>
    /^(?:(?:we|it|the (?:release|launch)|v?\d[\d.]*(?:\s*\([^)]*\))?)\s+)?(?:has\s+been\s+|has\s+|have\s+|was\s+|is\s+)?(?:shipped|released|launched|went live|went out|rolled out|live since|live!?$|now live)(?![\p{L}])(.*)$/iu,
);
const OUT =
  /^(?:we(?:'|’)?\s?(?:a)?re\s+live\b|(?:the\s+)?(?:rollout|release|launch|go-live|deployment)\s+(?:is\s+|was\s+|at\s+\d{1,2}[:.]\d{2}\s+)*(?:completed?|done|successful|finished)\b(?!\s+(?:when|if|once|only|after|as soon as|unless)\b))/i;
const NAMED_SHIPPED = lazily(
  () =>
    /^\p{Lu}[\p{L}\d.]*(?:\s+[\p{Lu}\d][\p{L}\d.]*){0,3}\s+(?:has been |was |is )(?:now )?(?:shipped|released|launched|live)(?![\p{L}])(.*)$/u,
);
/** Where it is out, if not for everybody; and a question. */
const NOT_FOR_ALL = /\b(?:staging|sandbox|test (?:env|environment|server)|beta|internally)\b|\?\s*$|\bnow we test\b/i;
/** What may stand between the verb and its day. */
const OF_ITSELF = lazily(
  () =>
    new RegExp(
      String.raw`^\s*(?:(?:successfully|fully|officially|quietly)\s*)?(?:(?:to|for|in)\s+(?:all|everyone|` +
        String.raw`every customer|customers|production|prod|ga)\b\s*)?(?:[,:(–—-]\s*)?` +
        String.raw`(?:on|at|since|in|by)?\s*(?:the\s*)?$`,
      'i',
    ),
);
const SURELY_OUT =
  /^\s*(?:v?\d[\d.]*\s+)?(?:successfully|as planned|on time|at \d|for (?:all|everyone|customers)|today|yesterday|this (?:morning|afternoon|evening|week)|last (?:night|week)|to (?:production|all\b|everyone|100)|!|$)/i;
/** The words of which one stands in every sentence that says that it is out. */
export function maySayShipped(line: string): boolean {
  return /shipped|released|launched|went |roll|live|complete|done|successful|finished/i.test(line);
}

/** "Nova is live for all customers": only with the release's own name, since betas and documents ship, too. */
function namedShipped(text: string, identity: ReleaseIdentity | null): RegExpExecArray | null {
  const name = identity?.name?.toLowerCase() ?? '';
  return name !== '' && text.toLowerCase().startsWith(name) ? NAMED_SHIPPED().exec(text) : null;
}

/**
 * The sentence "Shipped Dec 18, two days late" says that it is out, with a day that is not after `latest`; null when it
 * says no such thing.
 */
export function shippedIn(
  line: string,
  dates: DateContext,
  identity: ReleaseIdentity | null,
  latest: CalendarDate = dates.reference,
): { readonly on: DateReading | null } | null {
  const text = plainText(line)
    .replace(LEADING_SYMBOLS(), '')
    .replace(/^\d{1,2}[:.]\d{2}\s+/, '');
  if (isAboutAnother(text, identity)) return null;
  if (NOT_FOR_ALL.test(text)) return null;
  if (OUT.test(text)) return { on: null };
  const match = SHIPPED().exec(text) ?? namedShipped(text, identity);
  if (!match) return null;
  const rest = (match[1] ?? '').slice(0, 60);
  const found = findDates(rest, { ...dates, tense: 'past' })[0];
  // "Launched the beta on Jan 5" says what was launched, and that is not the release.
  const on = found?.reading && OF_ITSELF().test(rest.slice(0, found.start)) ? found.reading : null;
  if (found?.reading && on === null) return null;
  return (on ? on.date <= latest : SURELY_OUT.test(match[1] ?? '')) ? { on } : null;
}
