import { lazily } from '../../domain/lazily';
import { isAboutAnother, isPlaceholder, type ReleaseIdentity } from '../../domain/release-identity';
import type { DateReading, RiskOverride, ScalarFact } from '../../domain/note-facts';
import type { DateContext } from '../dates/date-context';
import { findDates } from '../dates/find-dates';
import { plainText, withoutStruck } from '../inline';
import { decisionIn, shiftInDecision, targetInDecision } from './decision';
import type { FieldLine } from './field-line';
import { OUT_WORD, saysOut } from './out-words';
import { isOnlyDate } from './release-heading';
import { partiesOf } from './parties';
import { diagnose, type Reading, spanOf } from './reading';
import { LEADING_SYMBOLS } from './symbols';
import type { Span } from '../../domain/evidence';
import type { Decision } from '../../domain/release';

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
  const out = OUT_WORD.exec(text);
  if (out && saysOut(text.slice(out[0].length))) return 'released';
  // What was rolled back is out no more: it is ahead again.
  if (/^(?:rolled[\s-]?back|reverted)\b/.test(text)) return 'planned';
  return /^(?:cancel(?:l?ed|lation)?|(?:killed|abandoned|dropped|scrapped)(?=\W*$|\W+(?:on|in|due|because|by|for)\b))/.test(
    text,
  )
    ? 'cancelled'
    : null;
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
      const phase = isAboutAnother(value, reading.releases[release] ?? null) ? null : phaseIn(field.value);
      if (phase) {
        push({ ...at, field: 'phase', value: phase, release });
        const day = phase === 'released' ? dateOfValue(field.value, datesOfShipping(reading)).reading : null;
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

/** In a record a day without a year lies before the record's own; in a plan that lives on, behind it. */
function datesOfShipping({ isRecord, dates }: Reading): DateContext {
  return isRecord ? { ...dates, tense: 'past' } : dates;
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

const POSTPONED =
  /^(?:the\s+)?(?:release|launch|go-live|rollout|v\d[\d.]*)\s+(?:is\s+|was\s+|has\s+been\s+)?(?:postponed|on hold|delayed until further notice)\b/i;

/** A cheap first look: does prose hold a word with which it could say that something shipped, or what was decided? */
export function mayTell(text: string): boolean {
  return /shipped|released|launched|went |roll|live|go\b|complete|done|successful|voted|postponed|hold|delayed|decided|agreed|approved|reject|ready/i.test(
    text,
  );
}

/** Likewise for a decision told outside of a section for them. */
export function mayTellDecision(line: string): boolean {
  return /postponed|hold|delayed|voted|decided|agreed|no-go/i.test(line);
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
