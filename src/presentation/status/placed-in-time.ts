import { addDays, type CalendarDate } from '../../domain/calendar-date';
import { monthDay } from '../date-wording';
import { sentence, type StatusBlock, type StatusSentence } from './status-sentence';
import { STATUS_WORDING as WORDS } from './status-wording';
import { relativeIn } from './traces';

/** From this age on a statement says as of when it is. */
const FRESH_DAYS = 14;
/** So many old sentences of one day share one sentence that says so. */
const SHARED = 2;

/** The day of the newest line that a sentence rests on. */
function newestOf({ sources }: StatusSentence): CalendarDate | null {
  return sources.reduce<CalendarDate | null>((last, { asOf }) => (last === null || asOf > last ? asOf : last), null);
}

/** The sentence with a day beside quoted words such as "next week", which mean another day by now. */
export function withNoted(one: StatusSentence, today: CalendarDate): StatusSentence {
  const newest = newestOf(one);
  if (newest === null || relativeIn(one.text) === null) return one;
  const on = monthDay(newest, today);
  return { ...one, text: `${one.text.replace(/\.$/, '')}${WORDS.noted(on)}.`, computed: [...one.computed, on] };
}

/**
 * The blocks with "as of" where all that a sentence rests on is older than two weeks: said once for the day that most
 * of them share, at the end of the first paragraph, and in the sentence itself for any other day.
 */
export function placedInTime(blocks: readonly StatusBlock[], today: CalendarDate): StatusBlock[] {
  const oldest = addDays(today, -FRESH_DAYS);
  const oldDay = (one: StatusSentence): CalendarDate | null => {
    const newest = newestOf(one);
    return newest !== null && newest < oldest && !SAYS_AS_OF.test(one.text) ? newest : null;
  };
  const days = new Map<CalendarDate, StatusSentence[]>();
  for (const one of blocks.flatMap(({ items }) => items.flat())) {
    const old = oldDay(one);
    if (old !== null) days.set(old, [...(days.get(old) ?? []), one]);
  }
  const [shared = null] = [...days]
    .sort(([, a], [, b]) => b.length - a.length)
    .filter(([, own]) => own.length >= SHARED);
  const dated = (one: StatusSentence): StatusSentence => {
    const old = oldDay(one);
    if (old === null || old === shared?.[0]) return one;
    const on = monthDay(old, today);
    return { ...one, text: `${one.text.replace(/\.$/, '')}, ${WORDS.asOf(on)}.`, computed: [...one.computed, on] };
  };
  const placed = blocks.map((block) => ({ ...block, items: block.items.map((item) => item.map(dated)) }));
  const [first, ...rest] = placed;
  if (shared === null || first === undefined) return placed;
  const on = monthDay(shared[0], today);
  const basis = sentence(
    WORDS.basis(on),
    shared[1].flatMap(({ sources }) => sources),
    [on],
  );
  return [{ ...first, items: [...first.items, [basis]] }, ...rest];
}

const SAYS_AS_OF = /\bas of (?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} \d/;
