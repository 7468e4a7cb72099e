import { calendarDate } from '../../domain/calendar-date';
import { lazily } from '../../domain/lazily';
import type { OutsideTime } from '../../domain/outside-item';
import { MONTH_NAMES } from './month-names';

const word = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();

const MONTHS = lazily(
  (): ReadonlyMap<string, number> =>
    new Map(
      MONTH_NAMES.flatMap((names, index) => names.split(/\s+/).map((name): [string, number] => [name, index + 1])),
    ),
);

const monthNamed = (name: string): number => MONTHS().get(word(name)) ?? 0;

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?(Z|UTC|[+-]\d{2}:?\d{2}))?)?$/;
const TIME = /(?:^|[\s,T])(\d{1,2})[:.h](\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?\s?([ap]\.?\s?m\.?)?$/i;
const NUMBERS = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/;
const CJK = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?$/;
const RFC = /^(?:[A-Z][a-z]{2}, )?(\d{1,2} [A-Z][a-z]{2} \d{4}) (\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})$/;
/** What a script writes of its own dates: `Tue Feb 01 2022 09:00:13 GMT+0000 (GMT)`. */
const SCRIPT = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT([+-]\d{2})(\d{2})/;
const DAY_FIRST = lazily(
  () => /^(?:\p{L}+\.?,? )?(\d{1,2})(?:\.|st|nd|rd|th)?[\s/-]*(?:de )?(\p{L}[\p{L}.]*)[\s/,-]*(?:de )?(\d{4}|\d{2})$/u,
);
const MONTH_FIRST = lazily(
  () => /^(?:\p{L}+\.?,? )?(\p{L}[\p{L}.]*)[\s/-]+(\d{1,2})(?:st|nd|rd|th)?[\s,/-]+(\d{4}|\d{2})$/u,
);

const HALVES: readonly (readonly [RegExp, string])[] = [
  [/ ?(?:午前|上午|오전|SA|ÖÖ|ДП|π\.?μ\.?|fm|ap\.|dop\.)$/, ' AM'],
  [/ ?(?:午後|下午|오후|CH|ÖS|ПП|μ\.?μ\.?|em|ip\.|odp\.)$/, ' PM'],
];
const HAN_MONTH = /(十[一二]?|[一二三四五六七八九])月/;
const HAN = '一二三四五六七八九十';

/** Halves of the day and months of other scripts in the form that the patterns know. */
function westernized(source: string): string {
  let text = source;
  for (const [half, written] of HALVES) text = text.replace(half, written);
  return text
    .replace(HAN_MONTH, (_, month: string) =>
      month.length === 2 ? String(10 + HAN.indexOf(month.charAt(1)) + 1) + '月' : String(HAN.indexOf(month) + 1) + '月',
    )
    .replace(
      /^(\d{1,2})([/.-])(\d{1,2})[月월]\2(\d{2,4})/,
      (_, day: string, _2, month: string, year: string) => `${year.length === 2 ? `20${year}` : year}-${month}-${day}`,
    );
}

/** Which number of `3/4/26` is the day; null where nothing says it. */
export type DayOrder = 'day-first' | 'month-first' | null;

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** Adds to `found` each order of day and month that a value proves. */
export function proveDayOrder(value: string, found: Set<Exclude<DayOrder, null>>): void {
  const [first = '', second = ''] = value.trim().split(/[./]/, 2);
  if (!/^\d{1,2}$/.test(first) || !/^\d{1,2}$/.test(second)) return;
  if (Number(first) > 12) found.add('day-first');
  else if (Number(second) > 12) found.add('month-first');
}

/** What all dates of a column say about the order of day and month: nothing where they contradict each other. */
export function dayOrderOf(values: readonly string[]): DayOrder {
  const found = new Set<Exclude<DayOrder, null>>();
  for (const value of values) proveDayOrder(value, found);
  return onlyOrder(found);
}

/** The order that is proven, if it is one. */
export function onlyOrder(found: ReadonlySet<Exclude<DayOrder, null>>): DayOrder {
  const [only = null] = found;
  return found.size > 1 ? null : only;
}

function dayOf(text: string, order: DayOrder): string | null {
  const cjk = CJK.exec(text);
  if (cjk) return calendarDate(Number(cjk[1]), Number(cjk[2]), Number(cjk[3]));
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [, a = '', b = '', c = ''] = numbers;
    if (a.length === 4) return calendarDate(Number(a), Number(b), Number(c));
    if (c.length !== 2 && c.length !== 4) return null;
    // `26-01-05` may begin with the year.
    if (c.length === 2 && Number(a) > 12 && text.includes('-')) return null;
    const isDayFirst = order === 'day-first' || (order === null && (text.includes('.') || a === b || Number(a) > 12));
    if (isDayFirst) return calendarDate(fullYear(c), Number(b), Number(a));
    return order === 'month-first' || Number(b) > 12 ? calendarDate(fullYear(c), Number(a), Number(b)) : null;
  }
  const dayFirst = DAY_FIRST().exec(text);
  if (dayFirst) return calendarDate(fullYear(dayFirst[3] ?? ''), monthNamed(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST().exec(text);
  if (!monthFirst) return null;
  return calendarDate(fullYear(monthFirst[3] ?? ''), monthNamed(monthFirst[1] ?? ''), Number(monthFirst[2]));
}

/** Hours of a clock of twelve. */
function hourOf(hour: number, half: string | undefined): number {
  if (!half) return hour;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

/**
 * Reads a time as vendors write it: ISO (kept as it is where it has a zone), `15/Jan/26 3:04 PM` with months of any
 * known language, `January 5, 2026`, mail headers, and numbers where the order of day and month is sure. The clock is
 * never shifted. Null for anything else.
 */
export function readTime(source: string, order: DayOrder = null): OutsideTime | null {
  const text = westernized(source.replace(/[\u00a0\u202f]/g, ' ').trim());
  const iso = ISO.exec(text);
  if (iso) {
    const day = calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    if (day === null || iso[4] === undefined) return day;
    return iso[6] === undefined ? `${day}T${iso[4].padStart(2, '0')}:${iso[5] ?? ''}` : text;
  }
  const script = SCRIPT.exec(text);
  if (script) {
    const day = dayOf(`${script[2] ?? ''} ${script[1] ?? ''} ${script[3] ?? ''}`, null);
    return day === null ? null : `${day}T${script[4] ?? ''}${script[5] ?? ''}:${script[6] ?? ''}`;
  }
  const mail = RFC.exec(text);
  if (mail) {
    const day = dayOf(mail[1] ?? '', null);
    return day === null ? null : `${day}T${mail[2] ?? ''}${mail[3] ?? ''}:${mail[4] ?? ''}`;
  }
  const time = TIME.exec(text);
  const day = dayOf((time ? text.slice(0, time.index) : text).trim().replace(/,$/, ''), order);
  if (day === null || !time) return day;
  const hour = hourOf(Number(time[1]), time[3]);
  return hour > 23 || Number(time[2]) > 59 ? day : `${day}T${String(hour).padStart(2, '0')}:${time[2] ?? ''}`;
}

/** The day of a time as its source wrote it. */
export function dayOnly(time: OutsideTime | null): OutsideTime | null {
  return time === null ? null : time.slice(0, 10);
}

/** Milliseconds or seconds since 1970 as an ISO time in UTC to the second; null for what is neither. */
export function fromEpoch(value: unknown): OutsideTime | null {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : NaN;
  if (!Number.isFinite(number) || number <= 0) return null;
  const ms = number < 1e11 ? number * 1000 : number;
  return ms > 8.64e15 ? null : `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
