import { CALENDAR_FILE, keepCalendar } from '../../src/workflows/calendar-keeper';
import { memoryStore } from '../memory-store';

function keeper(notes: Readonly<Record<string, string>>, folder: string, failAt = 0) {
  const memory = memoryStore(notes, failAt);
  let task: (() => void) | null = null;
  const now = { text: 'A\r\n' as string | null, folder };
  const problems: unknown[] = [];
  const kept = keepCalendar({
    store: memory.store,
    scheduler: {
      after: (_ms, run) => {
        task = run;
        return () => {
          task = null;
        };
      },
      pause: () => Promise.resolve(),
    },
    clock: { elapsed: () => 0 },
    folder: () => now.folder,
    text: () => now.text,
    failed: (error) => problems.push(error),
  });
  const settle = async (): Promise<void> => {
    kept.follow();
    task?.();
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  return { ...memory, now, settle, problems, kept, waits: () => task !== null };
}

describe('the calendar file is kept current', () => {
  it('where a person wants it, and written only when it is another', async () => {
    const { notes, now, settle, store } = keeper({ 'Dates/x.md': '' }, 'Dates');
    let writes = 0;
    const { process } = store;
    Object.assign(store, { process: (...given: Parameters<typeof process>) => (writes++, process(...given)) });
    await settle();
    expect(notes.get(`Dates/${CALENDAR_FILE}`)).toBe('A\r\n');
    await settle();
    now.text = 'B\r\n';
    await settle();
    await settle();
    expect(notes.get(`Dates/${CALENDAR_FILE}`)).toBe('B\r\n');
    expect(writes).toBe(1);
  });

  it.each([
    ['no folder is chosen', '', 'A'],
    ['the folder is not there', 'Calendar', 'A'],
    ['nothing is known yet', 'Dates', null],
  ])('nothing is written where %s', async (_, folder, text) => {
    const { notes, now, settle } = keeper({ 'Dates/x.md': '' }, folder);
    now.text = text;
    await settle();
    expect([...notes.keys()]).toEqual(['Dates/x.md']);
  });

  it('what another device wrote is left alone when it says the same', async () => {
    const { settle, problems, notes } = keeper({ [`Dates/${CALENDAR_FILE}`]: 'A\r\n' }, 'Dates', 1);
    await settle();
    expect(problems).toEqual([]);
    expect(notes.get(`Dates/${CALENDAR_FILE}`)).toBe('A\r\n');
  });

  it('a write that failed is said, and tried again with the next change', async () => {
    const { settle, problems, notes } = keeper({ 'Dates/x.md': '' }, 'Dates', 1);
    await settle();
    expect(problems).toHaveLength(1);
    await settle();
    expect(notes.get(`Dates/${CALENDAR_FILE}`)).toBe('A\r\n');
  });

  it('ends with the plugin', () => {
    const { kept, waits } = keeper({ 'Dates/x.md': '' }, 'Dates');
    kept.follow();
    kept.stop();
    expect(waits()).toBe(false);
  });
});
