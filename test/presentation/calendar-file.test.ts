import fc from 'fast-check';
import ICAL from 'ical.js';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { ended } from '../../src/domain/in-slices';
import { createAssessments } from '../../src/index/assessments';
import type { AssessedRelease } from '../../src/index/portfolio';
import { createReleaseIndex } from '../../src/index/release-index';
import { type CalendarEntry, calendarEntries } from '../../src/presentation/calendar/calendar-dates';
import { calendarFile } from '../../src/presentation/calendar/calendar-file';
import { defaultSettings } from '../../src/settings/settings';
import { facts } from '../builders';

const PATH = 'Active/Releases/v2.6 Atlas/Plan.md';
const plan = (...lines: string[]): string =>
  ['---\ndate: 2026-01-12\n---', '# Release: v2.6 (Atlas)', ...lines, '\n## Checklist\n- [ ] QA @tom\n'].join('\n');

function assessed(text: string, today = '2026-01-22'): AssessedRelease[] {
  const index = createReleaseIndex('Active/Releases');
  const changed = index.apply([{ path: PATH, facts: facts(PATH, text, today) }]);
  const assessments = createAssessments(defaultSettings(), today as CalendarDate);
  ended(assessments.update(changed, index.release, []));
  return [...assessments.assessed()];
}

interface Event {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly on: string;
  readonly until: string;
  readonly isDay: boolean;
}

function eventsOf(text: string): Event[] {
  ICAL.design.strict = true;
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      on: event.startDate.toString(),
      until: event.endDate.toString(),
      isDay: event.startDate.isDate,
    };
  });
}

describe('the calendar file', () => {
  const TEXT = plan(
    '- Target date: 2026-02-24\n- Go/no-go decision: 2026-02-19',
    '\n## Dependencies\n- Marketing: needs 5 business days notice',
  );

  it('has gate, target and the last day to tell somebody, as whole days', () => {
    const events = eventsOf(calendarFile(calendarEntries(assessed(TEXT), [])));
    expect(events.map(({ on, until, isDay, summary }) => [on, until, isDay, summary])).toEqual([
      ['2026-02-17', '2026-02-18', true, 'Last day to tell Marketing: v2.6 Atlas'],
      ['2026-02-19', '2026-02-20', true, 'Go/no-go: v2.6 Atlas'],
      ['2026-02-24', '2026-02-25', true, 'Target: v2.6 Atlas'],
    ]);
  });

  it('keeps the name of a date that moves, and changes nothing with the day on which it is written', () => {
    const before = calendarEntries(assessed(TEXT), []);
    const later = calendarEntries(assessed(TEXT, '2026-02-02'), []);
    expect(calendarFile(later)).toBe(calendarFile(before));
    const moved = calendarEntries(assessed(TEXT.replace('2026-02-24', '2026-03-03')), []);
    const uid = (entries: readonly CalendarEntry[], name: string): string | undefined =>
      entries.find(({ summary }) => summary.startsWith(name))?.uid;
    expect(uid(moved, 'Target')).toBe(uid(before, 'Target'));
    expect(new Set(before.map((entry) => entry.uid)).size).toBe(before.length);
  });

  it('what is decided has no gate, what is out has nothing, and an empty one is a calendar, too', () => {
    const names = (text: string): string[] => calendarEntries(assessed(text), []).map(({ summary }) => summary);
    expect(names(`${TEXT}\n## Decisions\n- Decision: go\n`)).not.toContain('Go/no-go: v2.6 Atlas');
    expect(names(TEXT.replace('- Target', '- Status: released (2026-01-20)\n- Target'))).toEqual([]);
    expect(eventsOf(calendarFile([]))).toEqual([]);
  });

  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'])(
    'opens on the same days in %s',
    (zone) => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        expect(eventsOf(calendarFile(calendarEntries(assessed(TEXT), []))).map(({ on }) => on)).toEqual([
          '2026-02-17',
          '2026-02-19',
          '2026-02-24',
        ]);
      } finally {
        process.env.TZ = before;
      }
    },
  );

  it('whatever stands in a note: no line is longer than 75 octets, and it reads back as it was', () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((number) => `2026-02-${String(number).padStart(2, '0')}` as CalendarDate);
    const words = fc.string({ unit: 'grapheme', maxLength: 200 });
    const at = fc.constant({ path: PATH, line: 1 });
    const entry = fc.record({ uid: fc.uuid(), on: day, summary: words, description: words, stamp: day, at });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
        const text = calendarFile(entries);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
        const clean = (value: string): string => value.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '');
        expect(eventsOf(text).map(({ summary, description, on }) => [summary, description, on])).toEqual(
          entries.map(({ summary, description, on }) => [clean(summary), clean(description), on]),
        );
      }),
    );
  });
});
