import { createHash } from 'node:crypto';
import {
  type DecisionEvidence,
  evidenceIn,
  evidenceLines,
  isApprovedAfter,
  recordState,
  sealed,
  statementsOf,
} from '../../../src/domain/decision/decision-record';
import type { CalendarDate } from '../../../src/domain/calendar-date';

const hash = (text: string): Promise<string> => Promise.resolve(createHash('sha256').update(text).digest('hex'));
const PLAN = 'Active/Releases/Atlas/Plan.md';
const NOTES: Readonly<Record<string, string>> = {
  [PLAN]: '# Release: v2.6 (Atlas)\n- Target date: 2026-02-15\n- [ ] Docs @ann\n',
};
const reader =
  (notes: Readonly<Record<string, string>>) =>
  (path: string): Promise<string | null> =>
    Promise.resolve(notes[path] ?? null);

async function record(more: Partial<DecisionEvidence> = {}): Promise<string> {
  const statements = await statementsOf(PLAN, NOTES[PLAN] ?? '', [2, 3], hash);
  const evidence = {
    schema: 1 as const,
    release: 'v2.6 Atlas',
    decision: 'conditional' as const,
    isEmergency: false,
    approver: 'Helen Zhou',
    because: 'QA says “go”, with `one` condition',
    at: '2026-02-10T14:03:00+01:00',
    votes: [],
    conditions: [],
    waivers: [],
    statements,
    policy: {},
    forecast: null,
    previous: null,
    ...more,
  };
  const body = [
    '# 2026-02-10 - Go-no-go: v2.6 Atlas',
    '',
    '- Decision: conditional go',
    '',
    '## Conditions',
    '- [ ] Docs by Feb 12',
    '',
    ...evidenceLines(evidence),
    '',
  ];
  return sealed(body.join('\n'), hash);
}
const state = async (text: string, notes = NOTES): Promise<object> => recordState(text, reader(notes), hash);

test('a record contains what it rests on, and is intact', async () => {
  const text = await record();
  expect(await state(text)).toEqual({ kind: 'intact' });
  expect(evidenceIn(text)).toMatchObject({
    because: 'QA says “go”, with `one` condition',
    statements: [
      { text: '- Target date: 2026-02-15', path: PLAN, line: 2 },
      { text: '- [ ] Docs @ann', path: PLAN, line: 3 },
    ],
  });
  expect(text.match(/```/g)).toHaveLength(2);
});

test('one byte of a cited line changed: the source changed, and which line', async () => {
  const text = await record();
  const changed = { [PLAN]: (NOTES[PLAN] ?? '').replace('2026-02-15', '2026-02-16') };
  expect(await state(text, changed)).toMatchObject({
    kind: 'source-changed',
    statements: [{ path: PLAN, line: 2, text: '- Target date: 2026-02-15' }],
  });
});

test.each([
  ['another line is added above', (text: string): string => text.replace('- Target', 'Because.\n- Target')],
  ['lines swap', (text: string): string => text.replace(/(- Target.*\n)(- \[.*\n)/, '$2$1')],
])('a source in which %s says the same', async (_, change) => {
  expect(await state(await record(), { [PLAN]: change(NOTES[PLAN] ?? '') })).toEqual({ kind: 'intact' });
});

test('a source that is gone changed in all its lines', async () => {
  expect(await state(await record(), {})).toMatchObject({
    kind: 'source-changed',
    statements: [{ line: 2 }, { line: 3 }],
  });
});

test('one byte of the record changed: altered; restored: intact', async () => {
  const text = await record();
  // Every twentieth place, so that minutes, block, hash and fence are all hit.
  for (let at = 0; at < text.length; at += 20) {
    const other = text[at] === 'x' ? 'y' : 'x';
    const altered = `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
    const { kind } = (await state(altered)) as { readonly kind: string };
    const isLost = !altered.includes('```json shipshape-decision\n');
    expect([at, kind]).toEqual([at, isLost ? expect.stringMatching(/none|altered/) : 'altered']);
  }
  expect(await state(text)).toEqual({ kind: 'intact' });
});

test('its conditions may be ticked', async () => {
  const text = await record();
  expect(await state(text.replace('- [ ] Docs by Feb 12', '- [x] Docs by Feb 12 ✅ 2026-02-11'))).toEqual({
    kind: 'intact',
  });
  expect(await state(text.replace('Docs by Feb 12', 'Docs by Feb 13'))).toEqual({ kind: 'altered' });
});

test('two records chain: the second holds the hash of the first', async () => {
  const first = await record();
  const before = evidenceIn(first)?.hash ?? '';
  const second = await record({ decision: 'go', previous: { path: 'first.md', hash: before } });
  expect(evidenceIn(second)?.previous).toEqual({ path: 'first.md', hash: before });
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  expect(await state(second)).toEqual({ kind: 'intact' });
});

test('a note without a block is no record', async () => {
  expect(await state('# Decision: go\n')).toEqual({ kind: 'none' });
});

test.each<[string, string, string | null, boolean, boolean]>([
  ['before it went out', '2026-02-10', '2026-02-15', false, false],
  ['on the day', '2026-02-15', '2026-02-15', false, false],
  ['the day after', '2026-02-16', '2026-02-15', false, true],
  ['the day after, as an emergency', '2026-02-16', '2026-02-15', true, false],
  ['not out yet', '2026-02-16', null, false, false],
])('approved after the release: %s', async (_, on, out, isEmergency, expected) => {
  const evidence = evidenceIn(await record({ isEmergency }));
  expect(isApprovedAfter(on as CalendarDate, out as CalendarDate | null, evidence)).toBe(expected);
});
