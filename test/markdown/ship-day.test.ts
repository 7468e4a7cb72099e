import { facts } from '../builders';

/** The ship day that a plan of January 1 states, read when it was saved on January 20. */
const shipDay = (line: string, path = 'Active/Releases/v2.2 Past/Plan.md'): string | null => {
  const note = facts(path, `---\ndate: 2026-01-01\n---\n# Release: v2.2 (Past)\n\n${line}\n`, '2026-01-20');
  const found = note.scalars.find(({ field }) => field === 'shipped');
  return found?.field === 'shipped' ? found.value.date : null;
};

describe('a plan lives on: it may say that it shipped on a day after its own', () => {
  test.each([
    ['- Shipped: 2026-01-16', '2026-01-16'],
    ['- Released: 2026-01-16', '2026-01-16'],
    ['- Status: shipped 2026-01-16', '2026-01-16'],
    ['Shipped on 2026-01-16, one day late.', '2026-01-16'],
    ['- Shipped: 2026-01-20', '2026-01-20'],
    ['- Shipped: 2026-01-21', null],
    ['- Ship date: 2026-01-16', null],
  ])('%s', (line, day) => {
    expect(shipDay(line)).toBe(day);
  });

  test('a record of a day knows nothing of later ones', () => {
    const text = '# 2026-01-01 Sync\n\n## Release: v2.2 (Past)\n\nShipped on 2026-01-16, one day late.\n';
    const note = facts('Inbox/Meetings/2026-01-01 sync.md', text, '2026-01-20');
    expect(note.scalars.some(({ field }) => field === 'shipped')).toBe(false);
  });
});
