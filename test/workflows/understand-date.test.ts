import type { CalendarDate } from '../../src/domain/calendar-date';
import { defaultSettings } from '../../src/settings/settings';
import { datesOnLine, noteDates, understandDate } from '../../src/workflows/understand-date';

const TODAY = '2026-01-22' as CalendarDate;
const settings = defaultSettings();

describe('a typed date', () => {
  it.each([
    ['Feb 15', '2026-02-15', ['weekend']],
    ['in 3 weeks', '2026-02-12', []],
    ['end of March', '2026-03-31', []],
    ['yesterday', '2026-01-21', ['past']],
    ['2026-02-16', '2026-02-16', []],
  ] as const)('%s is %s', (text, date, concerns) => {
    expect(understandDate(text, TODAY, settings)).toMatchObject({ date, concerns });
  });

  it.each(['', 'soonish', 'Feb 30', 'v2.5', '24/7'])('%j is none', (text) => {
    expect(understandDate(text, TODAY, settings)).toBeNull();
  });

  it('on a holiday or in a freeze says so', () => {
    const calendar = {
      ...settings.calendar,
      holidays: ['2026-02-16' as CalendarDate],
      freezes: ['2026-02-17' as CalendarDate],
    };
    expect(
      ['Feb 16', 'Feb 17'].map((text) => understandDate(text, TODAY, { ...settings, calendar })?.concerns),
    ).toEqual([['holiday'], ['freeze']]);
  });
});

describe('dates on a line', () => {
  const iso = (line: string, text = `# 2026-01-22 - Note\n\n${line}\n`): string =>
    datesOnLine(line, noteDates('Inbox/a.md', text, settings, TODAY), settings)
      .filter(({ isExact }) => isExact)
      .reverse()
      .reduce((whole, { start, end, date }) => `${whole.slice(0, start)}${date}${whole.slice(end)}`, line);

  it.each([
    ['- Follow up on Thursday', '- Follow up on 2026-01-29'],
    ['- Review Feb 12 at 10am', '- Review 2026-02-12 at 10am'],
    ['- [x] QA shipped Jan 5', '- [x] QA shipped 2026-01-05'],
    // What one date cannot say stays as it is.
    ['- On PTO Feb 10–13', '- On PTO Feb 10–13'],
    ['- Freeze w/c Feb 9', '- Freeze w/c Feb 9'],
    ['- mid March', '- mid March'],
    ['- Target 2/3', '- Target 2/3'],
    ['- Target date: 2026-02-15', '- Target date: 2026-02-15'],
    ['- [[Notes Feb 12]] and `Feb 12`', '- [[Notes Feb 12]] and `Feb 12`'],
  ])('%s becomes %s', (line, expected) => {
    expect(iso(line)).toBe(expected);
  });

  it('are read as the other dates of the note prove', () => {
    expect(iso('- Target date: 2/3', '# 2026-01-22 - Note\n- Target date: 2/3\n- Freeze 27/02\n')).toBe(
      '- Target date: 2026-03-02',
    );
  });
});
