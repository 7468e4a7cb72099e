import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { DEFAULT_BUSINESS_CALENDAR } from '../../src/domain/business-calendar';
import { mayMatter } from '../../src/markdown/note-kind';
import { readNote } from '../../src/markdown/read-note';
import { DEFAULT_VOCABULARY } from '../../src/markdown/vocabulary';
import { buildReport } from '../../src/presentation/report';
import { isWorthKeeping } from '../../src/index/release-index';
import { defaultSettings, readerOptions } from '../../src/settings/settings';
import fileDates from '../fixtures/file-dates.json';

const folder = path.join(__dirname, '../fixtures');
const names = readdirSync(path.join(folder, 'notes'));
const recording = process.env.RECORD === '1';

function read(name: string): ReturnType<typeof readNote> {
  const text = readFileSync(path.join(folder, 'notes', name), 'utf8');
  return readNote(
    name,
    text,
    readerOptions(defaultSettings(), (fileDates as Record<string, string>)[name] as CalendarDate),
  );
}

describe('notes in many wordings', () => {
  it('there are at least forty of them', () => {
    expect(names.length).toBeGreaterThanOrEqual(40);
    expect(Object.keys(fileDates).sort()).toEqual([...names].sort());
  });

  it.each(names)('%s states what its recording says', (name) => {
    const {
      today: _,
      releases: __,
      ...found
    } = buildReport('2026-01-01' as CalendarDate, [], DEFAULT_BUSINESS_CALENDAR, [
      {
        facts: read(name),
        textOf: (line) => (readFileSync(path.join(folder, 'notes', name), 'utf8').split('\n')[line - 1] ?? '').trim(),
      },
    ]);
    const file = path.join(folder, 'expected', name.replace(/\.md$/, '.json'));
    const actual = `${JSON.stringify(found.notes?.[0], null, 1)}\n`;
    if (recording) writeFileSync(file, actual);
    expect(existsSync(file)).toBe(true);
    expect(actual).toBe(readFileSync(file, 'utf8'));
    // A recording is read before it is trusted: recording never passes.
    expect(recording).toBe(false);
  });

  it.each(names)('%s is never left out by the cheap first look', (name) => {
    const text = readFileSync(path.join(folder, 'notes', name), 'utf8');
    if (isWorthKeeping(read(name))) expect(mayMatter(text, DEFAULT_VOCABULARY)).toBe(true);
  });
});
