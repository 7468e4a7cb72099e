import type { CalendarDate } from '../../src/domain/calendar-date';
import { applyEdits } from '../../src/markdown/text-edit';
import { defaultSettings, readerOptions } from '../../src/settings/settings';
import { planDateEdit } from '../../src/workflows/plan-date';

const options = readerOptions(defaultSettings(), '2026-01-22' as CalendarDate);
const edited = (text: string, is = '2026-03-16', use = '2026-03-23'): string => {
  const planned = planDateEdit(
    'Active/Releases/Atlas/Plan.md',
    text,
    'target',
    is as CalendarDate,
    use as CalendarDate,
    options,
  );
  return 'edits' in planned ? applyEdits(text, planned.edits) : planned.problem;
};
const HEAD = '# Release: v2.6 (Atlas)\n';

describe('the day of a plan’s line', () => {
  it.each([
    ['a label', `${HEAD}- Target date: Mar 16\n`, `${HEAD}- Target date: 2026-03-23\n`],
    [
      'bold, with words behind it',
      `${HEAD}- **Target:** Mon, March 16th, 2026 (if QA holds)\n`,
      `${HEAD}- **Target:** 2026-03-23 (if QA holds)\n`,
    ],
    [
      'a property',
      `---\ntarget: 2026-03-16\nowner: "[[Ann]]"\n---\n${HEAD}`,
      `---\ntarget: 2026-03-23\nowner: "[[Ann]]"\n---\n${HEAD}`,
    ],
    [
      'lines that end as on Windows',
      `${HEAD}- Target date: Mar 16\r\n- Owner: Ann\r\n`,
      `${HEAD}- Target date: 2026-03-23\r\n- Owner: Ann\r\n`,
    ],
    [
      'another line with the same words',
      `${HEAD}- Target date: Mar 16\n- [ ] Docs by Mar 16\n`,
      `${HEAD}- Target date: 2026-03-23\n- [ ] Docs by Mar 16\n`,
    ],
    [
      'a cell',
      `${HEAD}| Target date | Mar 16 |\n|-|-|\n| Owner | Ann |\n`,
      `${HEAD}| Target date | 2026-03-23 |\n|-|-|\n| Owner | Ann |\n`,
    ],
  ])('is written in %s, and nothing beside it', (_name, before, after) => {
    expect(edited(before)).toBe(after);
  });

  it.each([
    ['the line is gone', HEAD, 'gone'],
    ['it says something else by now', `${HEAD}- Target date: Mar 17\n`, 'changed'],
    ['two lines say it', `${HEAD}- Target date: Mar 16\n\n## Overview\n- Target: Mar 16\n`, 'ambiguous'],
    ['the words stand twice in the line', `${HEAD}- Target date: Mar 16 (was Mar 16)\n`, 'ambiguous'],
    ['the note is very long', `${HEAD}- Target date: Mar 16\n${'x'.repeat(1_000_001)}`, 'changed'],
  ])('is left alone when %s', (_name, text, problem) => {
    expect(edited(text)).toBe(problem);
  });
});
