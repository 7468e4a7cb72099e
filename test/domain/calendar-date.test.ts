import fc from 'fast-check';
import {
  addDays,
  calendarDate,
  type CalendarDate,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  parseCalendarDate,
  toDayNumber,
  weekday,
} from '../../src/domain/calendar-date';
import {
  addBusinessDays,
  businessDaysBetween,
  DEFAULT_BUSINESS_CALENDAR,
  isBusinessDay,
} from '../../src/domain/business-calendar';
import { anyDate } from '../builders';

describe('calendar dates', () => {
  it('know which days exist', () => {
    expect(calendarDate(2024, 2, 29)).toBe('2024-02-29');
    expect(calendarDate(2026, 2, 29)).toBeNull();
    expect(calendarDate(1900, 2, 29)).toBeNull();
    expect(calendarDate(2000, 2, 29)).toBe('2000-02-29');
    expect(calendarDate(2026, 4, 31)).toBeNull();
    expect(calendarDate(2026, 13, 1)).toBeNull();
    expect(parseCalendarDate('2026-2-3')).toBeNull();
    expect(daysInMonth(2028, 2)).toBe(29);
  });

  it('go to day numbers and back', () => {
    fc.assert(fc.property(anyDate, (date) => fromDayNumber(toDayNumber(date)) === date));
  });

  it('add and subtract the same days', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: -4000, max: 4000 }),
        (date, days) => daysBetween(date, addDays(date, days)) === days,
      ),
    );
  });

  it('name the weekday that the platform names', () => {
    fc.assert(fc.property(anyDate, (date) => weekday(date) === new Date(`${date}T00:00:00Z`).getUTCDay()));
  });

  it('stop at the ends of the calendar instead of leaving it', () => {
    expect(addDays('9999-12-30' as CalendarDate, 10)).toBe('9999-12-31');
    expect(addDays('0001-01-02' as CalendarDate, -10)).toBe('0001-01-01');
  });
});

describe('business days', () => {
  const calendar = { ...DEFAULT_BUSINESS_CALENDAR, holidays: ['2026-02-16' as CalendarDate] };

  it.each([
    ['2026-01-22', '2026-02-10', 13],
    ['2026-02-12', '2026-02-15', 1],
    ['2026-02-13', '2026-02-17', 1],
    ['2026-02-10', '2026-02-10', 0],
    ['2026-02-12', '2026-02-10', -2],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(businessDaysBetween(from as CalendarDate, to as CalendarDate, calendar)).toBe(days);
  });

  it('counted are business days reached', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const reached = addBusinessDays(date, count, calendar);
        return isBusinessDay(reached, calendar) && businessDaysBetween(date, reached, calendar) === count;
      }),
    );
  });
});
