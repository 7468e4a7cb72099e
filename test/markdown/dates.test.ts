import fc from 'fast-check';
import { addDays, type CalendarDate, dateParts, daysBetween, weekday } from '../../src/domain/calendar-date';
import { DEFAULT_BUSINESS_CALENDAR } from '../../src/domain/business-calendar';
import type { DateContext } from '../../src/markdown/dates/date-context';
import { findDates, firstDate, provenOrder } from '../../src/markdown/dates/find-dates';
import { findLeadTime } from '../../src/markdown/dates/lead-time';
import { effectiveDue } from '../../src/domain/due-date';
import { readDue } from '../../src/markdown/readers/work-item';
import { anyDate } from '../builders';

const context = (changes: Partial<DateContext> = {}): DateContext => ({
  reference: '2026-01-22' as CalendarDate,
  weakReference: false,
  yearAnchor: null,
  anchor: '2026-02-15' as CalendarDate,
  order: 'month-first',
  orderProven: false,
  calendar: DEFAULT_BUSINESS_CALENDAR,
  fiscalYearStart: 1,
  tense: 'future',
  countdownInBusinessDays: true,
  ...changes,
});

const read = (text: string, changes: Partial<DateContext> = {}): string | null => {
  const reading = firstDate(text, context(changes));
  return reading
    ? reading.from && reading.from !== reading.date
      ? `${reading.from}..${reading.date}`
      : reading.date
    : null;
};

describe('dates, read as of Thursday 2026-01-22 with the target on 2026-02-15', () => {
  it.each([
    ['Feb 15', '2026-02-15'],
    ['15 Feb', '2026-02-15'],
    ['February 15th', '2026-02-15'],
    ['the 15th of February', '2026-02-15'],
    ['Feb. 15, 2027', '2027-02-15'],
    ['15-Feb-2027', '2027-02-15'],
    ['Thursday', '2026-01-29'],
    ['this Thursday', '2026-01-22'],
    ['next Thursday', '2026-01-29'],
    ['Friday', '2026-01-23'],
    ['Mon', '2026-01-26'],
    ['by Fri, Feb 20', '2026-02-20'],
    ['next Tuesday (Feb 17)', '2026-02-17'],
    ['Tuesday, April 7th', '2026-04-07'],
    ['Monday 22nd April 2024', '2024-04-22'],
    ['ETA Feb 12', '2026-02-12'],
    ['end of Q1', '2026-03-31'],
    ['EOQ', '2026-03-31'],
    ['EOM', '2026-01-30'],
    ['EOW', '2026-01-23'],
    ['end of the week', '2026-01-23'],
    ['end of next week', '2026-01-30'],
    ['Feb 10–13', '2026-02-10..2026-02-13'],
    ['Feb 27 - Mar 2', '2026-02-27..2026-03-02'],
    ['10–13 Feb', '2026-02-10..2026-02-13'],
    ['w/c Feb 9', '2026-02-09..2026-02-13'],
    ['in 2 weeks', '2026-02-05'],
    ['in two weeks', '2026-02-05'],
    ['in 5 business days', '2026-01-29'],
    ['3 days from now', '2026-01-25'],
    ['tomorrow', '2026-01-23'],
    ['the day after tomorrow', '2026-01-24'],
    ['in a month', '2026-02-22'],
    ['T-5', '2026-02-09'],
    ['T-1 week', '2026-02-08'],
    ['T-72 hours', '2026-02-12'],
    ['T+2', '2026-02-17'],
    ['early Feb', '2026-02-01..2026-02-10'],
    ['mid Feb', '2026-02-11..2026-02-20'],
    ['late Feb', '2026-02-21..2026-02-28'],
    ['end of March', '2026-03-31'],
    ['mid-March', '2026-03-11..2026-03-20'],
    ['next week', '2026-01-26..2026-01-30'],
    ['February 2027', '2027-02-01..2027-02-28'],
    ['2/15', '2026-02-15'],
    ['31/03', '2026-03-31'],
    ['27/02/2026', '2026-02-27'],
    ['24.03.', '2026-03-24'],
    ['2.3.2026', '2026-03-02'],
    ['26. März', '2026-03-26'],
    ['10-03-2026', '2026-10-03'],
    ['2026-02-15', '2026-02-15'],
    ['2026/02/15', '2026-02-15'],
    ['2026‑02‑15', '2026-02-15'],
    ['by the 12th.', '2026-02-12'],
    ['6 de marzo', '2026-03-06'],
  ])('%s is %s', (phrase, expected) => {
    expect(read(phrase)).toBe(expected);
  });

  it.each([
    ['last Friday of March', '2026-03-27'],
    ['the second Tuesday of March', '2026-03-10'],
    ['1st Monday in April 2027', '2027-04-05'],
    ['third Thursday of next month', '2026-02-19'],
    ['last Fri of Feb', '2026-02-27'],
    ['last day of March', '2026-03-31'],
    ['last business day of February', '2026-02-27'],
    ['first working day of March', '2026-03-02'],
    ['EOD Feb 12', '2026-02-12'],
    ['end of day Feb 12', '2026-02-12'],
    ['end of the day on Feb 12', '2026-02-12'],
    ['EOD Friday', '2026-01-23'],
    ['Feb 12 EOD', '2026-02-12'],
    ['EOD', '2026-01-22'],
    ['end of Feb 12th', '2026-02-12'],
    ['end of March 3rd', '2026-03-03'],
    ['end of Feb 2027', '2027-02-28'],
    ['end of 12 Feb', '2026-02-12'],
    ['Mon 16 – Fri 20 March', '2026-03-16..2026-03-20'],
    ['Mon Mar 16 to Fri Mar 20', '2026-03-16..2026-03-20'],
    ['2026-03-16 to 2026-03-20', '2026-03-16..2026-03-20'],
    ['2026-03-16 – 2026-03-20', '2026-03-16..2026-03-20'],
    ['March 16, 2026 - March 20, 2026', '2026-03-16..2026-03-20'],
    ['03/16 - 03/20', '2026-03-16..2026-03-20'],
    ['between Mar 16 and Mar 20', '2026-03-16..2026-03-20'],
    ['2026-03-16 09:00 to 2026-03-20 17:00', '2026-03-16..2026-03-20'],
    ['2026-03-20T17:00:00.000Z', '2026-03-20'],
    ['2026-03-20T17:00:00-08:00', '2026-03-20'],
    ['2026-03-20T17:00-08:00', '2026-03-20'],
    ['2026-03-20T17:00:00.000', '2026-03-20'],
    ['2026-03-20 17:00:00.123456+0100', '2026-03-20'],
    ['2027 April 12', '2027-04-12'],
    ['2025 - Dec 16th', '2025-12-16'],
    ['2026, March 20', '2026-03-20'],
    ['20260320', '2026-03-20'],
    ['2026年3月20日', '2026-03-20'],
  ])('%s, in several words or as a tool writes it, is %s', (phrase, expected) => {
    expect(read(phrase)).toBe(expected);
  });

  it.each([
    'Monday of launch week',
    'Tuesday before launch',
    'the Friday before Easter',
    'Thursday 12 weeks after kickoff',
    'third Friday of every month',
    'first week of March',
    'not so close to the Friday meeting',
    'Friday of March',
    '2022.2.0',
    'bump from 2022.2.0 to 2022.3.0',
    '20269999',
    'number 12345678',
  ])('%s names no day that can be read', (phrase) => {
    expect([read(phrase), findDates(phrase, context()).filter(({ problem }) => problem !== null)]).toEqual([null, []]);
  });

  it.each([
    'may need more time',
    'v2.5',
    '24/7',
    '1/2 done',
    '3.14',
    '3/4 of the tests',
    'TBD',
    'ASAP',
    'version 2.10.',
    'PR #12/13',
    'a 50/50 chance',
    'march on',
    'it may 5 times',
    'sun and wed',
    'ratio 2/3%',
    '192.168.1.1',
  ])('%s is no date', (phrase) => {
    expect(read(phrase)).toBeNull();
  });

  it('keeps a time beside the date', () => {
    expect(firstDate('Feb 10 @ 10am', context())).toMatchObject({ date: '2026-02-10', time: '10am' });
    expect(firstDate('Feb 10 at 14:30', context())).toMatchObject({ date: '2026-02-10', time: '14:30' });
  });

  it('reports a day that does not exist', () => {
    expect(findDates('Feb 30', context())).toEqual([
      expect.objectContaining({ reading: null, problem: '“Feb 30” is not a day of the calendar' }),
    ]);
    expect(findDates('2026-13-01', context())[0]?.problem).toMatch(/not a day/);
  });

  it('reads 2/3 as the note proves, else as set, and says that it is ambiguous', () => {
    expect(firstDate('2/3', context())).toMatchObject({ date: '2026-02-03', ambiguous: true });
    expect(firstDate('2/3', context({ order: 'day-first' }))).toMatchObject({ date: '2026-03-02', ambiguous: true });
    expect(firstDate('2/3', context({ order: 'day-first', orderProven: true }))).toMatchObject({
      date: '2026-03-02',
      ambiguous: false,
    });
    expect(provenOrder('ship 27/02, gate 2/3')).toBe('day-first');
    expect(provenOrder('ship 2/27, gate 2/3')).toBe('month-first');
    expect(provenOrder('we answer 24/7 and did 1/2')).toBeNull();
  });

  it('says what it assumed', () => {
    expect(firstDate('Feb 15', context())?.assumption).toBe('year');
    expect(firstDate('Friday, Feb 15 2026', context())?.assumption).toBe('the weekday does not fit the date');
  });

  it('reads a fiscal quarter', () => {
    expect(read('end of Q1', { fiscalYearStart: 4 })).toBe('2026-06-30');
    expect(read('EOQ', { fiscalYearStart: 2 })).toBe('2026-01-30');
  });

  it('looks back in the past tense', () => {
    expect(read('Dec 18', { tense: 'past' })).toBe('2025-12-18');
    expect(read('Thursday', { tense: 'past' })).toBe('2026-01-15');
  });

  it('reads an undated note near the year that it states', () => {
    expect(
      read('Mar 6', {
        reference: '2030-11-22' as CalendarDate,
        weakReference: true,
        yearAnchor: '2026-04-02' as CalendarDate,
      }),
    ).toBe('2026-03-06');
  });

  it.each([
    ['needs 3 days notice', { amount: 3, unit: 'business' }],
    ["needs 3 days' notice", { amount: 3, unit: 'business' }],
    ["1 week's notice", { amount: 7, unit: 'calendar' }],
    ['a demo 1 week before launch', { amount: 7, unit: 'calendar' }],
    ['48h notice', { amount: 2, unit: 'calendar' }],
    ['notice of 3 days', { amount: 3, unit: 'business' }],
    ['lead time: 5 days', { amount: 5, unit: 'business' }],
    ['10 business days ahead', { amount: 10, unit: 'business' }],
  ])('%s is a lead time', (text, lead) => {
    expect(findLeadTime(text)?.lead).toEqual(lead);
  });

  it.each([
    ['needs 3 days notice for blog post', '2026-02-11', true],
    ['needs 3 calendar days notice', '2026-02-12', true],
    ['wants training before launch', '2026-02-13', true],
    ['Schedule CS training for Feb 13', '2026-02-12', true],
    ['deck before the go/no-go', '2026-02-09', true],
    ['by Feb 6', '2026-02-06', false],
  ])('%s is due %s', (text, date, inferred) => {
    const fact = (value: string) => ({
      value: {
        date: value as CalendarDate,
        from: null,
        phrase: '',
        assumption: null,
        fuzzy: false,
        ambiguous: false,
        time: null,
      },
      evidence: { path: '', line: 1, endLine: 1, text: '', asOf: '2026-01-22' as CalendarDate, weak: false },
    });
    expect(
      effectiveDue(
        readDue(text, context()).due,
        { target: fact('2026-02-15'), goNoGo: fact('2026-02-10') },
        DEFAULT_BUSINESS_CALENDAR,
      ),
    ).toMatchObject({ date, inferred });
  });
});

describe('dates over the calendar', () => {
  const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const name = (date: CalendarDate): string => `${MONTHS[dateParts(date).month - 1] ?? ''} ${dateParts(date).day}`;

  it('a day written out with its year is that day', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyDate,
        (date, reference) =>
          read(`${name(date)}, ${dateParts(date).year}`, { reference }) === date && read(date, { reference }) === date,
      ),
    );
  });

  it('a yearless day is the first one from a fortnight before the note on', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -14, max: 350 }), (reference, ahead) => {
        const date = addDays(reference, ahead);
        fc.pre(!date.endsWith('02-29'));
        return read(name(date), { reference }) === date;
      }),
    );
  });

  it('29 February waits for a leap year', () => {
    fc.assert(fc.property(anyDate, (reference) => /-02-29$/.test(read('Feb 29', { reference }) ?? '')));
  });

  it('a bare weekday lies one to seven days ahead, on that weekday', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 6 }), (reference, day) => {
        const date = read(DAYS[day] ?? '', { reference }) as CalendarDate;
        return weekday(date) === day && daysBetween(reference, date) >= 1 && daysBetween(reference, date) <= 7;
      }),
    );
  });

  it('no text makes it throw, and every match lies inside the text and is a real day', () => {
    const pieces = fc.constantFrom(
      'Feb ',
      '30',
      '2/3',
      'T-',
      '5',
      'w/c ',
      'end of ',
      'next ',
      'Thursday',
      '2026-',
      '02-',
      '1/',
      '–',
      ' to ',
      'in 999 weeks',
      '9999-12-30',
      'week of ',
      ', ',
      'Q1 ',
      'may ',
      'May 5',
      '24/7 ',
      '10am',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 14 }),
        anyDate,
        (parts, reference) => {
          const text = parts.join('');
          return findDates(text, context({ reference })).every(
            ({ start, end, reading }) =>
              start >= 0 &&
              end > start &&
              end <= text.length &&
              (reading === null || /^\d{4}-\d{2}-\d{2}$/.test(reading.date)),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});
