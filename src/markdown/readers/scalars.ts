import { lazily } from '../../domain/lazily';
import { isAboutAnother, isPlaceholder, type ReleaseIdentity } from '../../domain/release-identity';
import type { DateReading, RiskOverride, ScalarFact } from '../../domain/note-facts';
import type { DateContext } from '../dates/date-context';
import { findDates } from '../dates/find-dates';
import { plainText, withoutStruck } from '../inline';
import { decisionIn, shiftInDecision, targetInDecision } from './decision';
import type { FieldLine } from './field-line';
import { isOnlyDate } from './release-heading';
import { partiesOf } from './parties';
import { diagnose, type Reading, spanOf } from './reading';
import type { Span } from '../../domain/evidence';
import type { Decision } from '../../domain/release';

const LEADING_SYMBOLS = lazily(() => /^(?:[\s\p{So}]|\uFE0F)+/u);
const BARE_NO_GO = lazily(() => /^(?:[\s\p{So}]|\uFE0F)*no-go\b/iu);
const FORMER = /\([^()]{0,80}\b(?:was|were|previously|formerly|originally|old|instead of|statt)\b[^()]{0,80}\)/gi;
const MOVED = /→|->|=>|\bmoved\b|\bmoves\b|\bnow\b|\bslips?\b|\bslipped\b|\bpostponed to\b|\bnew\b/i;
const HABIT = /\b(?:always|every|each|usually|typically|normally|weekly|monthly|quarterly)\b/i;
const UNKNOWN_DATE =
  /^\W*(?:tbd|tba|tbc|asap|to be (?:decided|defined|confirmed|announced)|unknown|none|n\/a|open|\?+|offen)\b/i;

/**
 * The date that a value means: what is struck or in "(was …)" is passed over, the last one counts where it says
 * "moved".
 */
export function dateOfValue(
  value: string,
  dates: DateContext,
): { readonly reading: DateReading | null; readonly problem: string | null } {
  const text = plainText(withoutStruck(value)).replace(FORMER, ' ');
  // "Always a Tuesday" is a habit, not a date.
  if (HABIT.test(text)) return { reading: null, problem: null };
  const matches = findDates(text, dates);
  const readings = matches.flatMap((match) => (match.reading ? [match.reading] : []));
  const reading = (MOVED.test(text) ? readings[readings.length - 1] : readings[0]) ?? null;
  return { reading, problem: reading ? null : (matches.find((match) => match.problem)?.problem ?? null) };
}

const OVERRIDE_HELP =
  'A risk override needs a level, an end date and a reason, such as “Risk override: on track until Feb 10, because the vendor confirmed”.';

/** "on track until Feb 10, because the vendor confirmed": all three parts, or null. */
export function overrideIn(text: string, dates: DateContext): RiskOverride | null {
  const level = /^\W*(?:on[\s-]track|green)\b/i.test(text)
    ? 'on-track'
    : /^\W*(?:at[\s-]risk|amber|yellow)\b/i.test(text)
      ? 'at-risk'
      : /^\W*(?:off[\s-]track|red)\b/i.test(text)
        ? 'off-track'
        : null;
  const [date] = findDates(text, dates).filter((match) => match.reading);
  const reason = (date ? text.slice(date.end) : '')
    .replace(/^[\s,;:.–—()-]+(?:because|since|as|reason:?)?\s*/i, '')
    .replace(/\)$/, '')
    .trim();
  return level && date?.reading && reason !== '' ? { level, until: date.reading.date, reason } : null;
}

/** Phase words; null for anything that still lies ahead and was never out. */
export function phaseIn(value: string): 'planned' | 'released' | 'cancelled' | null {
  const text = plainText(value).replace(LEADING_SYMBOLS(), '').toLowerCase();
  if (
    /^(?:released|shipped|launched|live\b|in production|done\b|complete|closed|已发布|已上线|已完成|リリース済|veröffentlicht|lansert|lanserad|udgivet)/.test(
      text,
    )
  )
    return 'released';
  // What was rolled back is out no more: it is ahead again.
  if (/^(?:rolled[\s-]?back|reverted)\b/.test(text)) return 'planned';
  return /^(?:cancel|killed|abandoned|dropped|scrapped)/.test(text) ? 'cancelled' : null;
}

/** Adds what one field line says about the release with index `release`. */
export function addScalar(
  reading: Reading,
  field: FieldLine,
  place: { readonly line: number; readonly text: string; readonly release: number },
): void {
  const at = spanOf(place.line, place.line, place.text);
  const { release } = place;
  const push = (fact: ScalarFact): void => void reading.scalars.push(fact);
  if (isPlaceholder(field.value) && !UNKNOWN_DATE.test(field.value)) return;
  const value = plainText(withoutStruck(field.value));
  switch (field.field) {
    case 'target':
    case 'goNoGo': {
      const decision = field.field === 'goNoGo' ? decisionIn(field.value) : null;
      if (decision) push({ ...at, field: 'decision', value: decision, release });
      const { reading: date, problem } = dateOfValue(field.value, reading.dates);
      if (problem) diagnose(reading, place.line, problem);
      if (!date && field.field === 'target' && /\b(?:postponed|on hold)\b/i.test(value))
        push({ ...at, field: 'decision', value: 'postponed', release });
      if (date || (UNKNOWN_DATE.test(field.value) && !decision))
        push({ ...at, field: field.field, value: date, release });
      break;
    }
    case 'decision': {
      if (!addDecided(reading, field.value, at, release) && isOnlyDate(value, reading.dates))
        push({ ...at, field: 'goNoGo', value: dateOfValue(field.value, reading.dates).reading, release });
      break;
    }
    case 'owner': {
      const parties = partiesOf(field.value);
      if (parties.length > 0) push({ ...at, field: 'owner', value: parties, release });
      break;
    }
    case 'tier': {
      if (value !== '' && value.length <= 40) push({ ...at, field: 'tier', value, release });
      break;
    }
    case 'phase': {
      const phase = phaseIn(field.value);
      if (phase) {
        push({ ...at, field: 'phase', value: phase, release });
        const day = phase === 'released' ? dateOfValue(field.value, { ...reading.dates, tense: 'past' }).reading : null;
        if (day) push({ ...at, field: 'shipped', value: day, release });
      } else {
        const decision = decisionIn(field.value);
        if (decision === 'postponed' || decision === 'no-go')
          push({ ...at, field: 'decision', value: decision, release });
      }
      break;
    }
    case 'override': {
      const override = overrideIn(value, reading.dates);
      if (override) push({ ...at, field: 'override', value: override, release });
      else diagnose(reading, place.line, OVERRIDE_HELP);
      break;
    }
    default:
      break;
  }
}

/**
 * Adds what a decision says about the release: its outcome, or a target that it sets, keeps or moves. False where it
 * says neither.
 */
export function addDecided(reading: Reading, value: string, at: Span, release: number): boolean {
  const moved = targetInDecision(value, reading.dates);
  const date = moved === null ? null : dateOfValue(moved, reading.dates).reading;
  if (date) reading.scalars.push({ ...at, field: 'target', value: date, release });
  const shift = date ? null : shiftInDecision(value);
  if (shift) reading.scalars.push({ ...at, field: 'shift', value: shift, release });
  const decision = date || shift ? null : decisionIn(value);
  if (decision) reading.scalars.push({ ...at, field: 'decision', value: decision, release });
  return date !== null || shift !== null || decision !== null;
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
const SURELY_OUT =
  /^\s*(?:v?\d[\d.]*\s+)?(?:successfully|as planned|on time|at \d|for (?:all|everyone|customers)|today|yesterday|this (?:morning|afternoon|evening|week)|last (?:night|week)|to (?:production|all\b|everyone|100)|!|$)/i;
const POSTPONED =
  /^(?:the\s+)?(?:release|launch|go-live|rollout|v\d[\d.]*)\s+(?:is\s+|was\s+|has\s+been\s+)?(?:postponed|on hold|delayed until further notice)\b/i;

/** A cheap first look: does prose hold a word with which it could say that something shipped, or what was decided? */
export function mayTell(text: string): boolean {
  return /shipped|released|launched|went |roll|live|go\b|complete|done|successful|voted|postponed|hold|delayed|decided|agreed|approved|reject|ready/i.test(
    text,
  );
}

/** The words of which one stands in every sentence that says that it is out. */
export function maySayShipped(line: string): boolean {
  return /shipped|released|launched|went |roll|live|complete|done|successful|finished/i.test(line);
}

/** Likewise for a decision told outside of a section for them. */
export function mayTellDecision(line: string): boolean {
  return /postponed|hold|delayed|voted|decided|agreed|no-go/i.test(line);
}

/** "Nova is live for all customers": only with the release's own name, since betas and documents ship, too. */
function namedShipped(text: string, identity: ReleaseIdentity | null): RegExpExecArray | null {
  const name = identity?.name?.toLowerCase() ?? '';
  return name !== '' && text.toLowerCase().startsWith(name) ? NAMED_SHIPPED().exec(text) : null;
}

/**
 * The sentence "Shipped Dec 18, two days late" says that it is out, with a day that is not ahead; null when it says
 * no such thing.
 */
export function shippedIn(
  line: string,
  dates: DateContext,
  identity: ReleaseIdentity | null,
): { readonly on: DateReading | null } | null {
  const text = plainText(line)
    .replace(LEADING_SYMBOLS(), '')
    .replace(/^\d{1,2}[:.]\d{2}\s+/, '');
  if (isAboutAnother(text, identity)) return null;
  if (OUT.test(text)) return { on: null };
  const match = SHIPPED().exec(text) ?? namedShipped(text, identity);
  if (!match) return null;
  const on = findDates((match[1] ?? '').slice(0, 60), { ...dates, tense: 'past' })[0]?.reading ?? null;
  return (on ? on.date <= dates.reference : SURELY_OUT.test(match[1] ?? '')) ? { on } : null;
}

/**
 * A decision told in a sentence of its own: "We decided no-go.", "❌ No-go", "Launch postponed until further notice."
 */
export function decisionTold(
  line: string,
  isDecisionSection: boolean,
  identity: ReleaseIdentity | null,
): Decision | null {
  const text = plainText(line);
  if (isAboutAnother(text, identity)) return null;
  if (POSTPONED.test(text)) return 'postponed';
  if (/^(?:the )?(?:team|group|board|committee|we)\s+voted\s+(?:for\s+)?(?:a\s+)?no[\s-]?go\b/i.test(text))
    return 'no-go';
  if (
    isDecisionSection ||
    /^we (?:decided|agreed)(?: on)?\s+(?:(?:a\s+)?(?:no[\s-]?)?go\b|not to\b)/i.test(text) ||
    BARE_NO_GO().test(text)
  )
    return decisionIn(text);
  return null;
}
