import fc from 'fast-check';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { DEFAULT_BUSINESS_CALENDAR } from '../../src/domain/business-calendar';
import { applyEdits } from '../../src/markdown/text-edit';
import { fieldEdit } from '../../src/markdown/field-edit';
import { type FollowUpEntry, followUpsModel } from '../../src/presentation/follow-ups-model';
import { nudgeDraft } from '../../src/presentation/nudge-draft';
import { closeFollowUp, nudgeAll, settleDirection, snoozeFollowUp } from '../../src/workflows/follow-up-actions';
import { noteWriter } from '../../src/workflows/note-writer';
import { looseEndOf } from '../../src/workflows/vault-state';
import { facts } from '../builders';
import { memoryStore } from '../memory-store';

const TODAY = '2026-01-27' as CalendarDate;
const NOTE =
  '# 2026-01-26 - Sync\n\n## Dependencies\n- [[Legal]] reviews the terms by Jan 26 ^terms\n- Something about [[Sales]] pricing\n\n## Action items\n- [ ] Ann to send the deck by Jan 27\n- [ ] Book the room by Jan 30\n- Call the vendor\n';

function entriesOf(text: string): FollowUpEntry[] {
  return (looseEndOf(facts('Inbox/a.md', text), false, DEFAULT_BUSINESS_CALENDAR)?.followUps ?? []).map((followUp) => ({
    followUp,
    release: null,
  }));
}

function lines(
  text: string,
  grouping: 'time' | 'party' | 'direction' = 'time',
  withSnoozed = false,
): (readonly [string, readonly string[]])[] {
  return followUpsModel(entriesOf(text), TODAY, grouping, { text: '', withSnoozed }).groups.map(
    ({ title, lines: found }) => [title, found.map(({ who, what }) => `${who}: ${what}`)] as const,
  );
}

async function after(
  act: (writer: ReturnType<typeof noteWriter>, entry: FollowUpEntry['followUp']) => Promise<unknown>,
  which: number,
  text = NOTE,
): Promise<string> {
  const { store, notes } = memoryStore({ 'Inbox/a.md': text });
  const entry = entriesOf(text)[which]?.followUp;
  if (!entry) throw new Error('no such follow-up');
  expect(await act(noteWriter(store), entry)).toBe('done');
  return notes.get('Inbox/a.md') ?? '';
}

describe('follow-ups', () => {
  it('come in groups: overdue, today, soon, later, undated', () => {
    expect(lines(NOTE)).toEqual([
      ['Overdue', ['Legal: reviews the terms']],
      ['Today', ['Ann: send the deck by Jan 27']],
      ['Next three days', ['Unassigned: Book the room by Jan 30']],
      ['No date', ['Sales: Something about Sales pricing', 'Unassigned: Call the vendor']],
    ]);
    expect(lines(NOTE, 'direction').map(([title]) => title)).toEqual(['They owe us', 'We owe', 'Unclear']);
    expect(lines(NOTE, 'party').map(([title]) => title)).toEqual(['Ann', 'Legal', 'Sales', 'Unassigned']);
  });

  it('are closed by ticking their line and nothing else; a line without a box is marked as completed', async () => {
    expect(await after((writer, entry) => closeFollowUp(writer, entry, TODAY), 2)).toBe(
      NOTE.replace('- [ ] Ann', '- [x] Ann'),
    );
    const closed = await after((writer, entry) => closeFollowUp(writer, entry, TODAY), 0);
    expect(closed).toBe(NOTE.replace('by Jan 26 ^terms', 'by Jan 26 [completion:: 2026-01-27] ^terms'));
    expect(lines(closed)[0]?.[0]).toBe('Today');
    const called = await after((writer, entry) => closeFollowUp(writer, entry, TODAY), 4);
    expect(lines(called).flatMap(([, found]) => found)).not.toContain('Unassigned: Call the vendor');
  });

  it('remember on their line when they were chased, and until when they rest', async () => {
    const nudged = await after(
      async (writer, entry) => (await nudgeAll(writer, [entry], TODAY, 'Reminder')).failed?.outcome ?? 'done',
      0,
    );
    expect(nudged).toContain('by Jan 26 [nudged:: 2026-01-27] ^terms');
    expect(entriesOf(nudged)[0]?.followUp.note?.nudged).toBe(TODAY);
    const resting = await after(
      (writer, entry) => snoozeFollowUp(writer, entry, '2026-02-02' as CalendarDate),
      0,
      nudged,
    );
    expect(lines(resting)[0]?.[0]).toBe('Today');
    expect(lines(resting, 'time', true)[0]?.[1]).toEqual(['Legal: reviews the terms']);
    expect(await after((writer, entry) => snoozeFollowUp(writer, entry, null), 0, resting)).toBe(nudged);
  });

  it('that are unclear are settled by one field, which the reader then follows', async () => {
    const settled = await after((writer, entry) => settleDirection(writer, entry, 'they-owe'), 1);
    expect(settled).toBe(NOTE.replace('[[Sales]] pricing', '[[Sales]] pricing [direction:: they owe]'));
    expect(lines(settled, 'direction').map(([title]) => title)).toEqual(['They owe us', 'We owe']);
  });

  it('have a polite draft that says what and when', () => {
    const [legal] = entriesOf(NOTE);
    expect(legal && nudgeDraft([{ ...legal, release: 'v2.5' }], TODAY)).toBe(
      'Hi Legal, “reviews the terms (v2.5)” was due Jan 26. When can we count on it, and can we help? Thank you!',
    );
  });
});

describe('writing a field on a line', () => {
  it('stands before a block id, also one on a line of its own', () => {
    for (const [text, expected] of [
      ['- Docs ^a', '- Docs [nudged:: x] ^a'],
      ['- Docs\n^a', '- Docs [nudged:: x]\n^a'],
      ['- Docs\n  ^a\n', '- Docs [nudged:: x]\n  ^a\n'],
      ['- Docs\n  more 📅 2026-01-30 ^a', '- Docs\n  more [nudged:: x] 📅 2026-01-30 ^a'],
    ] as const) {
      const result = fieldEdit(text, {
        kind: 'bullet',
        title: text.includes('more') ? 'Docs more' : 'Docs',
        key: 'nudged',
        value: 'x',
      });
      expect('edits' in result && applyEdits(text, result.edits)).toBe(expected);
    }
  });

  it('touches that line only, and twice is once, for any note around it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '- [ ] Other',
        'text',
        '```\n- [ ] Docs\n```',
        '> - [ ] Docs too',
        '',
        '# Docs',
        '| a |\n|-|\n| Docs |',
      ),
      fc.string({ maxLength: 12 }).filter((text) => !/docs|%%|<!--|```|~~~/i.test(text)),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.array(piece, { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\ufeff'),
        (before, behind, eol, bom) => {
          const text = bom + [...before, '', '- [ ] Docs by Friday', ...behind].join(eol);
          const intent = { kind: 'box' as const, title: 'Docs by Friday', key: 'nudged', value: '2026-01-27' };
          const result = fieldEdit(text, intent);
          if ('problem' in result) return; // hidden by what stands before it
          const once = applyEdits(text, result.edits);
          expect(once.replace(' [nudged:: 2026-01-27]', '')).toBe(text);
          const again = fieldEdit(once, intent);
          expect('edits' in again && applyEdits(once, again.edits)).toBe(once);
          const removed = fieldEdit(once, { ...intent, value: null });
          expect('edits' in removed && applyEdits(once, removed.edits)).toBe(text);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['- [ ] Send deck 🔼 📅 2026-02-01', '- [ ] Send deck [nudged:: 2026-01-27] 🔼 📅 2026-02-01'],
    [
      '- [ ] Send deck 🔁 every week 📅 2026-02-01 ^id',
      '- [ ] Send deck [nudged:: 2026-01-27] 🔁 every week 📅 2026-02-01 ^id',
    ],
    ['- Send deck [nudged:: 2026-01-02] by Friday', '- Send deck [nudged:: 2026-01-27] by Friday'],
  ])('leaves the signs of the Tasks plugin at the end: %s', (line, expected) => {
    const title = line.includes('Friday') ? 'Send deck by Friday' : 'Send deck';
    const result = fieldEdit(`${line}\n`, {
      kind: line.includes('[ ]') ? 'box' : 'bullet',
      title,
      key: 'nudged',
      value: '2026-01-27',
    });
    expect('edits' in result && applyEdits(`${line}\n`, result.edits)).toBe(`${expected}\n`);
  });

  it('writes behind the last line of an item, and nothing where the field would be none: behind an open comment', () => {
    const long = '- Send `deck\n  now`\n';
    const result = fieldEdit(long, { kind: 'bullet', title: 'Send deck now', key: 'nudged', value: 'x' });
    expect('edits' in result && applyEdits(long, result.edits)).toBe('- Send `deck\n  now` [nudged:: x]\n');
    expect(
      fieldEdit('- Send deck %% note\n', { kind: 'bullet', title: 'Send deck', key: 'nudged', value: 'x' }),
    ).toEqual({ problem: 'gone' });
  });

  it('leaves code alone', () => {
    const line = '- [ ] Document the `[evidence:: link]` syntax\n';
    const result = fieldEdit(line, { kind: 'box', title: 'Document the syntax', key: 'evidence', value: 'PR 12' });
    expect('edits' in result ? applyEdits(line, result.edits) : line).toContain('`[evidence:: link]`');
  });

  it('refuses what is no list line', () => {
    expect(
      fieldEdit('Docs by Friday\n', { kind: 'bullet', title: 'Docs by Friday', key: 'nudged', value: 'x' }),
    ).toEqual({ problem: 'gone' });
  });
});
