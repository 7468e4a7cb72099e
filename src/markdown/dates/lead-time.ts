import { lazily } from '../../domain/lazily';
import type { LeadTime } from '../../domain/note-facts';
import { countOf } from './relative-dates';

const COUNT = '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)';
const UNIT = '((?:business|working|work|calendar)[\\s-]+days?|days?|weeks?|months?|hours?|h|d|w)';
const NOTICE = lazily(
  () =>
    new RegExp(
      `(?:^|[^\\p{L}\\p{N}])${COUNT}[\\s-]*${UNIT}(?:['’]s?)?\\s*(?:of\\s+)?(?:advance\\s+|lead\\s+)?(notice|lead\\s*time|heads[\\s-]?up|warning|ahead|in\\s+advance|prior|before|vorlauf)(?:\\s+(?:to\\s+|of\\s+)?(?:the\\s+)?(?:launch|release|go-?live|target|ga)(?![\\p{L}]))?`,
      'iu',
    ),
);

const NOTICE_FIRST = lazily(
  () =>
    new RegExp(
      `\\b(notice|lead[\\s-]?time)(?:\\s+period)?\\s*(?:of|is|:|=)?\\s+${COUNT}[\\s-]*${UNIT}(?![\\p{L}])`,
      'iu',
    ),
);

const NEEDS_TIME = lazily(
  () => new RegExp(`\\b(needs?|requires?)\\s+${COUNT}[\\s-]*${UNIT}\\s+(?=(?:to|for)\\s)`, 'iu'),
);

/** Every form has one of these words. */
const MAY_LEAD = /notice|lead|heads|warning|ahead|advance|prior|before|vorlauf|need|require/i;

/**
 * A notice or lead time, or null, with where it stands. `calendar` when weeks or "before" are meant, else business
 * days.
 */
export function findLeadTime(
  text: string,
): { readonly lead: LeadTime; readonly start: number; readonly end: number; readonly isNotice: boolean } | null {
  if (!MAY_LEAD.test(text)) return null;
  const first = NOTICE_FIRST().exec(text) ?? (NOTICE().test(text) ? null : NEEDS_TIME().exec(text));
  const match = first ?? NOTICE().exec(text);
  if (!match) return null;
  const [, one = '', two = '', three = ''] = match;
  const [amount, unitText, word] = first ? [two, three, one.toLowerCase()] : [one, two, three.toLowerCase()];
  const unit = unitText.toLowerCase();
  const count = countOf(amount);
  const isNotice = !/^(?:before|prior)/.test(word);
  const days =
    unit.startsWith('w') && !unit.startsWith('wo')
      ? count * 7
      : unit.startsWith('m')
        ? count * 30
        : unit.startsWith('h')
          ? Math.ceil(count / 24)
          : count;
  const calendar =
    unit.startsWith('calendar') ||
    (unit.startsWith('w') && !unit.startsWith('wo')) ||
    unit.startsWith('m') ||
    unit.startsWith('h');
  return {
    lead: { amount: days, unit: calendar ? 'calendar' : 'business' },
    start: match.index,
    end: match.index + match[0].length,
    isNotice,
  };
}

const COUNTDOWN = lazily(
  () => /(?:^|[\s([,;:])T\s?[-–−]\s?(\d{1,3})(?:\s*(business\s+days?|days?|weeks?|d|w))?(?![\p{L}\d])/u,
);

/**
 * "T-10" where the target stands in another note: the time before it, and where the phrase stands; null without one.
 */
export function findCountdown(
  text: string,
  inBusinessDays: boolean,
): { readonly lead: LeadTime; readonly start: number; readonly end: number } | null {
  const match = /T\s?[-–−]/.test(text) ? COUNTDOWN().exec(text) : null;
  if (!match) return null;
  const unit = (match[2] ?? '').toLowerCase();
  const start = match.index + match[0].search(/T/);
  const lead: LeadTime = unit.startsWith('w')
    ? { amount: Number(match[1]) * 7, unit: 'calendar' }
    : { amount: Number(match[1]), unit: inBusinessDays || unit.startsWith('b') ? 'business' : 'calendar' };
  return { lead, start, end: match.index + match[0].length };
}
