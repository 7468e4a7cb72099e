import { lazily } from '../../domain/lazily';
import type { Decision } from '../../domain/release';
import type { TargetShift } from '../../domain/note-facts';
import type { DateContext } from '../dates/date-context';
import { findDates } from '../dates/find-dates';
import { countOf } from '../dates/relative-dates';
import { plainText, withoutStruck } from '../inline';

const LEADING_MARKS = lazily(() => /^(?:[\s:\p{So}-]|\uFE0F)+/u);
const TICKED = /(?:\[[xX]\]|[☑☒✅✔🗹])\uFE0F?\s*(?:\*\*)?\s*(conditional go|go with conditions|no[\s-]?go|go)\b/iu;
const UNTICKED = /\[ \]|[☐⬜▢]/u;
/** The decision's object where one is named: the release as a whole, and nothing else. */
const RELEASE =
  "(?:(?:the|this|our|full|public|general|production|today(?:'s)?|all)\\s+)*(?:releases?|launch|go-?live|ga|production|prod|deploy(?:ment|ing)?|rollout|roll-?out|ship(?:ping|ment)?|date|target|it|all|everyone|v?\\d[\\d.]*\\S*)";
const END = '(?:\\s*$|\\s*[.,;:!?–—(]|\\s+-)';
const LEAD =
  '^(?:(?:the )?(?:team|group|board|committee|we) )?(?:(?:decided|agreed|voted)(?: on| for| that it is)?\\s+)?(?:unanimous(?:ly)?\\s+)?(?:(?:a|an|the|final)\\s+)*';
const NO_GO = new RegExp(
  `${LEAD}(?:no[\\s-]?go|nogo|not (?:a )?go)(?:${END}|\\s+(?:for|on|to|with)\\s+${RELEASE}|\\s+(?:because|since|as|due|today|now|yet|this)\\b)|${LEAD}(?:not ready|not to (?:ship|launch|release|go(?:\\s|-)?live)|do not (?:ship|launch|release)|don't (?:ship|launch|release))(?:${END}|\\s+(?:for|to)\\s+${RELEASE}|\\s+(?:ship|launch|release|yet|today|now|this)\\b|\\s+${RELEASE})|^rejected${END}`,
);
const CONDITIONS = new RegExp(
  `${LEAD}(?:conditional(?:ly)?(?: go| approv\\w+)?\\b|go,? (?:but|if|provided|subject|once|when)\\b|(?:go|approved) with (?:conditions?|caveats?|reservations?)|approved (?:if|provided|subject)|yes,? (?:but|if)|no[\\s-]?go (?:without|until|unless|before)\\b)`,
);
const POSTPONED = new RegExp(
  `^(?:(?:the )?(?:release|launch|go-live|rollout) (?:is|was|has been|will be)?\\s*)(?:postponed|delayed|deferred|on hold)\\b|${LEAD}(?:to )?(?:postpone|delay|defer|hold)\\s+${RELEASE}(?:${END}|\\s+(?:until|to|by|for|because)\\b)|^(?:postponed?|delayed|deferred|on hold|hold)(?:${END}|\\s+(?:until|to|by|for|because|indefinitely)\\b(?!\\s+(?:the|all|any)\\b))|^moved to tbd`,
);
const GO = new RegExp(
  `${LEAD}go(?:${END}|\\s+(?:ahead|as planned|live)\\b|\\s+(?:for|with|to|on)\\s+${RELEASE}|\\s+as\\b)|^approved(?:${END}|\\s+(?:for|to)\\s+${RELEASE})|^ship it\\b|^(?:we (?:decided to |agreed to |will )?)(?:go|ship|launch|release)(?:${END}|\\s+(?:ahead|it|on|as|live|with)\\b|\\s+${RELEASE})`,
);
/** "No go-live on Fridays" is a rule for days, not a no-go. */
const ABOUT_GO_LIVE = /^(?:a )?no go-?lives?\b/;

/**
 * The outcome that a text records about the release, or null: GO, NO-GO, conditional go, postponed. "Go/no-go" by itself is
 * none, and neither is a decision with another object ("Go for vendor B", "postpone the pricing page").
 */
export function decisionIn(value: string): Decision | null {
  const ticked = TICKED.exec(value)?.[1]?.toLowerCase();
  if (ticked !== undefined) return ticked === 'go' ? 'go' : ticked.startsWith('no') ? 'no-go' : 'conditional';
  const chosen = withoutStruck(value).replace(/\s*\/\s*$|^\s*\/\s*/g, '');
  if (UNTICKED.test(chosen)) return null;
  const text = plainText(chosen).replace(/[‐‑–]/g, '-').replace(/[’]/g, "'").replace(LEADING_MARKS(), '').toLowerCase();
  if (/^go\s*\/|^go\s*(?:or|vs)\b/.test(text) || text === '' || ABOUT_GO_LIVE.test(text)) return null;
  if (CONDITIONS.test(text)) return 'conditional';
  if (NO_GO.test(text)) return 'no-go';
  if (POSTPONED.test(text)) return 'postponed';
  return GO.test(text) ? 'go' : null;
}

const RELEASE_OR_NOTHING = `(?:\\s+${RELEASE}(?:\\s+date)?)?`;
const MOVES_TARGET = new RegExp(
  `^(?:(?:the )?(?:release|launch|go-live) )?(?:we )?(?:will |decided to |agreed to )?(?:slips?|slipped|moves?|moved|push(?:ed)?|shift(?:ed)?|postpone[d]?|delay(?:ed)?|keep|stay with|stick (?:to|with)|confirm(?:ed)?|hold)${RELEASE_OR_NOTHING}(?:\\s+(?:to|until|at|on|for))?\\s*$`,
  'i',
);

/**
 * The text from its date on where a decision states the target: "slip to Mar 23", "keep Mar 16"; null for anything
 * else.
 */
export function targetInDecision(value: string, dates: DateContext): string | null {
  const text = plainText(withoutStruck(value)).replace(LEADING_MARKS(), '');
  const first = findDates(text, dates).find(({ reading }) => reading && /\d/.test(reading.phrase));
  return first &&
    MOVES_TARGET.test(text.slice(0, first.start)) &&
    /^[\s.!,;(]*(?:$|[.,;(]|because\b|since\b|as\b)/i.test(text.slice(first.end))
    ? text.slice(first.start, first.end)
    : null;
}

const SHIFT = new RegExp(
  `^(?:we )?(?:will |decided to |agreed to )?(?:push(?:ed)?|slip(?:s|ped)?|mov(?:e|ed)|delay(?:ed)?|postpone[d]?|shift(?:ed)?|pull(?:ed)?)(?:\\s+(?:the|our)\\s+(?:release|launch|go-live|target(?: date)?|date))(?:\\s+(?:back|out|forward|in))?\\s+by\\s+(\\d{1,2}|an?|one|two|three|four|five|six)\\s+((?:business |working )?days?|weeks?)\\b[\\s.!]*$`,
  'i',
);

/**
 * How far a decision moves the target from where it stood: "push the launch by one week". Null for anything else, and for
 * business days: which those are is not known where the target is, and a wrong day is worse than none.
 */
export function shiftInDecision(value: string): TargetShift | null {
  const text = plainText(withoutStruck(value)).replace(LEADING_MARKS(), '');
  const match = text.length > 160 ? null : SHIFT.exec(text);
  if (!match) return null;
  const [, count = '', unit = ''] = match;
  if (/^(?:business|working)/i.test(unit)) return null;
  const days = countOf(count) * (/^week/i.test(unit) ? 7 : 1);
  const sign = /\b(?:forward|in|pull(?:ed)?)\b/i.test(text.slice(0, match[0].toLowerCase().lastIndexOf(' by ')))
    ? -1
    : 1;
  return { days: sign * days };
}
