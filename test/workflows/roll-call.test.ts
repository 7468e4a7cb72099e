import { createHash } from 'node:crypto';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { evidenceIn, recordState } from '../../src/domain/decision/decision-record';
import type { RollCall } from '../../src/domain/decision/roll-call';
import { ended } from '../../src/domain/in-slices';
import { createAssessments } from '../../src/index/assessments';
import type { AssessedRelease } from '../../src/index/portfolio';
import { createReleaseIndex } from '../../src/index/release-index';
import { rollCallModel } from '../../src/presentation/roll-call-model';
import { defaultSettings } from '../../src/settings/settings';
import { perform } from '../../src/workflows/act-plan';
import { noteWriter } from '../../src/workflows/note-writer';
import { gatherEvidence, rollCallAct, sealAct } from '../../src/workflows/roll-call-act';
import { facts } from '../builders';
import { memoryStore } from '../memory-store';

const TODAY = '2026-02-10' as CalendarDate;
const hash = (text: string): Promise<string> => Promise.resolve(createHash('sha256').update(text).digest('hex'));
const PLAN = 'Active/Releases/v2.6 Atlas/Plan.md';
const RECORD = 'Active/Releases/v2.6 Atlas/2026-02-10 - Go-no-go v2.6 (Atlas).md';
const TEXT = [
  '---',
  'date: 2026-01-12',
  '---',
  '# Release: v2.6 (Atlas)',
  '',
  '- Target date: 2026-02-15',
  '- Go/no-go decision: 2026-02-10',
  '- Owner: [[Sarah Kim]]',
  '',
  '## QA',
  '- [x] Smoke test @tom',
  '- [ ] Load test @tom',
  '',
  '## Dependencies',
  '- [[Marketing]] needs 3 days notice for blog post',
  '',
].join('\n');

function assessed(notes: ReadonlyMap<string, string>): AssessedRelease {
  const index = createReleaseIndex('Active/Releases');
  const ids = index.apply([...notes].map(([path, text]) => ({ path, facts: facts(path, text, TODAY) })));
  const assessments = createAssessments(defaultSettings(), TODAY);
  ended(assessments.update(ids, index.release, []));
  const [found] = assessments.assessed();
  if (!found) throw new Error('no release');
  return found;
}

const call = (more: Partial<RollCall> = {}): RollCall => ({
  rows: [
    { function: 'QA', vote: 'go-if', name: '[[Tom]]', evidence: '1 open item' },
    { function: 'Marketing', vote: 'no-go', name: 'Lena', evidence: 'launch moved to Mar 30' },
  ],
  conditions: [{ text: 'Load test', owner: 'Tom', due: '2026-02-12' as CalendarDate, otherwise: 'Helen Zhou' }],
  waivers: [{ item: 'Load test @tom', reason: 'Runs `tonight`', owner: 'Tom', expires: '2026-02-13' as CalendarDate }],
  approver: 'Helen Zhou',
  because: 'One test is left',
  isEmergency: false,
  ...more,
});

async function decide(notes: Map<string, string>, decision: 'conditional' | 'go', given: RollCall): Promise<boolean> {
  const entry = assessed(notes);
  const { store } = memoryStore(Object.fromEntries(notes));
  const gathered = await gatherEvidence(entry.release, rollCallModel(entry, TODAY).cited, store, hash);
  const inputs = { settings: defaultSettings(), store, today: TODAY, at: '2026-02-10T14:03:00+01:00' };
  const act = rollCallAct(entry, decision, given, gathered, inputs);
  if (!act) return false;
  const made = memoryStore(Object.fromEntries(notes));
  const { failed } = await perform(
    noteWriter(made.store, () => undefined),
    await sealAct(act, hash),
  );
  for (const [path, text] of made.notes) notes.set(path, text);
  return failed === null;
}

describe('a decision of a roll call', () => {
  test('opens with functions, what is open, and what an auditor would look at', () => {
    const model = rollCallModel(assessed(new Map([[PLAN, TEXT]])), TODAY);
    expect(model.rows).toEqual([
      { function: 'QA', vote: 'not-reached', name: '', evidence: '1 open item' },
      { function: 'Marketing', vote: 'not-reached', name: '', evidence: '1 open ask, latest Feb 11' },
    ]);
    expect(model.open).toEqual(['Load test @tom']);
    expect(model.known).toEqual([
      '1 required item is open',
      'Not enough history for a forecast.',
      'Marketing needs 3 working days of notice: confirm by Feb 11',
    ]);
    expect(model.cited.map(({ line }) => line).sort((a, b) => a - b)).toEqual([6, 7, 8, 11, 12, 15]);
  });

  test('is written as minutes with its evidence, says the decision and nothing else, and is intact', async () => {
    const notes = new Map([[PLAN, TEXT]]);
    expect(await decide(notes, 'conditional', call())).toBe(true);
    const record = notes.get(RECORD) ?? '';
    expect(record.slice(0, record.indexOf('## Evidence'))).toBe(
      [
        '# 2026-02-10 - Go-no-go: v2.6 (Atlas)',
        '',
        '## Release: v2.6 (Atlas)',
        '- Decision: go with conditions',
        '- Decided by: [[Helen Zhou]]',
        '- Because: One test is left',
        '',
        '## Action items',
        '- [ ] Load test [[Tom]] (due 2026-02-12); if not met, Helen Zhou decides',
        '',
        '## Roll call',
        '```text',
        'QA: go if … (Tom); 1 open item',
        'Marketing: no-go (Lena); launch moved to Mar 30',
        '```',
        '',
        '## Waived',
        '```text',
        "Load test @tom: Runs 'tonight' (Tom, until 2026-02-13)",
        '```',
        '',
        '',
      ].join('\n'),
    );
    const { release } = assessed(notes);
    expect([release.decision?.value, release.target?.value.date, release.phase]).toEqual([
      'conditional',
      '2026-02-15',
      'decided',
    ]);
    expect(evidenceIn(record)).toMatchObject({
      release: 'v2.6 Atlas',
      decision: 'conditional',
      at: '2026-02-10T14:03:00+01:00',
      approver: 'Helen Zhou',
      statements: expect.arrayContaining([
        expect.objectContaining({ path: PLAN, line: 12, text: '- [ ] Load test @tom' }),
      ]) as unknown,
    });
    const read = (path: string): Promise<string | null> => Promise.resolve(notes.get(path) ?? null);
    expect(await recordState(record, read, hash)).toEqual({ kind: 'intact' });
    notes.set(PLAN, TEXT.replace('- [ ] Load test', '- [x] Load test'));
    expect(await recordState(record, read, hash)).toMatchObject({ kind: 'source-changed', statements: [{ line: 12 }] });
  });

  test('an emergency asks for its review in two working days', async () => {
    const notes = new Map([[PLAN, TEXT]]);
    await decide(notes, 'go', call({ isEmergency: true, conditions: [] }));
    expect(notes.get(RECORD)).toContain('- [ ] Review of the emergency release by 2026-02-12\n');
  });

  test('hostile words stay words', async () => {
    const notes = new Map([[PLAN, TEXT]]);
    const evil = '```\n# Release: v9.9 (Ghost)\n- Target date: 2027-01-01\n<img src=x onerror=alert(1)>';
    const rows = [{ function: 'QA', vote: 'go' as const, name: evil, evidence: evil }];
    const given = call({ rows, because: evil, waivers: [], conditions: [] });
    const isWritten = await decide(notes, 'go', given);
    const index = createReleaseIndex('Active/Releases');
    index.apply([...notes].map(([path, text]) => ({ path, facts: facts(path, text, TODAY) })));
    expect(index.releases().map(({ key, target }) => [key, target?.value.date])).toEqual([['v2.6', '2026-02-15']]);
    expect(isWritten).toBe(true);
  });
});
