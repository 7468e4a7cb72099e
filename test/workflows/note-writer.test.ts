import { noteWriter } from '../../src/workflows/note-writer';
import { tickItem } from '../../src/workflows/tick-item';
import { memoryStore } from '../memory-store';

describe('ticking an item', () => {
  const intent = { title: 'Docs', mark: ' ', newMark: 'x' };
  const tick = async (text: string, failAt = 0): Promise<readonly [string, string | undefined]> => {
    const { store, notes } = memoryStore({ 'a.md': text }, failAt);
    return [await tickItem(noteWriter(store), 'a.md', intent), notes.get('a.md')];
  };

  it('writes one character, or nothing with the reason', async () => {
    expect(await tick('- [ ] Docs\n')).toEqual(['done', '- [x] Docs\n']);
    expect(await tick('- [x] Docs\n')).toEqual(['changed', '- [x] Docs\n']);
    expect(await tick('other\n')).toEqual(['gone', 'other\n']);
    expect(await tick('- [ ] Docs\n', 1)).toEqual(['failed', '- [ ] Docs\n']);
    expect(await tickItem(noteWriter(memoryStore().store), 'a.md', intent)).toBe('missing');
  });

  it('keeps why a write failed, for whoever tells it', async () => {
    const { store } = memoryStore({ 'a.md': '- [ ] Docs\n' });
    const writer = noteWriter({
      ...store,
      process: () => Promise.reject(new Error('ENOSPC')),
      create: () => Promise.reject(new Error('EPERM')),
    });
    await tickItem(writer, 'a.md', intent);
    expect(writer.failure()).toBe('ENOSPC');
    await writer.create('Make', [], [{ path: 'b.md', text: '' }]);
    expect(writer.failure()).toBe('EPERM');
  });
});

describe('taking back', () => {
  it('restores the exact text of an edit, unless somebody has edited since', async () => {
    const { store, notes } = memoryStore({ 'a.md': 'one\r\n' });
    const writer = noteWriter(store);
    const add = (): Promise<unknown> =>
      writer.edit('a.md', 'Add', () => ({ edits: [{ start: 3, end: 3, insert: '!' }] }));
    await add();
    expect(writer.undoable()).toBe('Add');
    expect(await writer.undo()).toBe('done');
    expect(notes.get('a.md')).toBe('one\r\n');
    expect(await writer.undo()).toBe('nothing');
    await add();
    notes.set('a.md', 'mine');
    expect(await writer.undo()).toBe('changed');
    expect(notes.get('a.md')).toBe('mine');
  });

  it('removes what was made, but neither edited notes nor folders that hold more', async () => {
    const { store, notes, folders } = memoryStore({ 'F/mine.md': '' });
    const writer = noteWriter(store);
    await writer.create('Make', ['F', 'F/G'], [{ path: 'F/G/a.md', text: 'A' }]);
    expect(await writer.undo()).toBe('done');
    expect([...notes.keys(), ...folders]).toEqual(['F/mine.md', 'F']);
    await writer.create('Make', ['Deep/er/est'], []);
    expect(await writer.undo()).toBe('done');
    expect([...folders]).toEqual(['F']);
    await writer.create(
      'Make',
      [],
      [
        { path: 'F/a.md', text: 'A' },
        { path: 'F/b.md', text: 'B' },
      ],
    );
    notes.set('F/b.md', 'B and more');
    expect(await writer.undo()).toBe('changed');
    expect(notes.get('F/a.md')).toBe('A');
  });
});

describe('making notes', () => {
  const wanted = [
    { path: 'R/Plan.md', text: 'p' },
    { path: 'R/Checklist.md', text: 'c' },
    { path: 'R/Retro.md', text: 'r' },
  ];

  it('never writes over a note, whatever its case', async () => {
    const { store, notes } = memoryStore({ 'r/PLAN.md': 'mine' });
    const outcome = await noteWriter(store).create('Make', ['R'], wanted);
    expect(outcome).toMatchObject({ existing: ['R', 'R/Plan.md'], failed: null, stopped: false });
    expect(notes.get('r/PLAN.md')).toBe('mine');
  });

  it.each([1, 2, 3, 4])(
    'a store that fails at write %i leaves whole notes only, and says what was made',
    async (failAt) => {
      const { store, notes } = memoryStore({}, failAt);
      const outcome = await noteWriter(store).create('Make', ['R'], wanted);
      expect(outcome.failed).toBe(['R', ...wanted.map(({ path }) => path)][failAt - 1]);
      expect(outcome.made).toHaveLength(failAt - 1);
      for (const [path, text] of notes) expect(wanted).toContainEqual({ path, text });
    },
  );

  it('stops when it is told to, and reports how far it came', async () => {
    const { store } = memoryStore();
    const seen: string[] = [];
    const outcome = await noteWriter(store).create('Make', ['R'], wanted, {
      report: (done, total) => void seen.push(`${done}/${total}`),
      isStopped: () => seen.length === 2,
    });
    expect(seen).toEqual(['1/4', '2/4']);
    expect(outcome).toMatchObject({ made: ['R', 'R/Plan.md'], stopped: true });
  });
});
