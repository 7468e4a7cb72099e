import { ended } from '../../src/domain/in-slices';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { createAssessments } from '../../src/index/assessments';
import type { AssessedRelease } from '../../src/index/portfolio';
import { createReleaseIndex } from '../../src/index/release-index';
import { defaultSettings } from '../../src/settings/settings';
import { perform } from '../../src/workflows/act-plan';
import { noteWriter } from '../../src/workflows/note-writer';
import { propertiesAct } from '../../src/workflows/release-properties';
import { facts } from '../builders';
import { memoryStore } from '../memory-store';

const TODAY = '2026-01-27' as CalendarDate;
const PATH = 'Active/Releases/v2.6 Atlas/Plan.md';
const BODY =
  '# Release: v2.6 (Atlas)\n\n- Target date: 2026-02-24\n- Go/no-go decision: 2026-02-19\n\n## Checklist\n- [x] A @tom\n- [ ] B @ann\n\n## Dependencies\n- Legal sends the terms by Feb 3\n';

function assessed(notes: Readonly<Record<string, string>>): AssessedRelease[] {
  const index = createReleaseIndex('Active/Releases');
  const changed = index.apply(Object.entries(notes).map(([path, text]) => ({ path, facts: facts(path, text, TODAY) })));
  const assessments = createAssessments(defaultSettings(), TODAY);
  ended(assessments.update(changed, index.release, []));
  return [...assessments.assessed()];
}

async function written(notes: Readonly<Record<string, string>>) {
  const memory = memoryStore(notes);
  const writer = noteWriter(memory.store);
  const act = propertiesAct(assessed(notes), TODAY, 'Properties');
  const outcome = act && (await perform(writer, act));
  return { ...memory, writer, outcome };
}

/** What a note states, wherever its lines stand. */
function statedIn(text: string): string {
  const { lines: _, ...rest } = facts(PATH, text, TODAY);
  return JSON.stringify(rest, (key, value: unknown) => (key === 'line' || key === 'endLine' ? undefined : value));
}

it.each([
  ['with properties', `---\r\ndate: 2026-01-12\r\n---\r\n${BODY.replace(/\n/g, '\r\n')}`],
  ['without any', BODY],
])('are written %s, say nothing that is read, and go with one undo', async (_, text) => {
  const { notes, writer, outcome } = await written({ [PATH]: text });
  expect(outcome?.failed).toBeNull();
  const after = notes.get(PATH) ?? '';
  for (const line of [
    'level: on-track',
    'target: 2026-02-24',
    'go-no-go: 2026-02-19',
    'done: 50',
    'asks: 1',
    'as-of: 2026-01-27',
  ])
    expect(after).toMatch(new RegExp(`^shipshape-(?:${line})\\r?$`, 'm'));
  expect(after.endsWith(text.replace(/^---\r\n[\s\S]*?---\r\n/, ''))).toBe(true);
  expect(statedIn(after)).toBe(statedIn(text));
  // Written again they are the same.
  const again = await written({ [PATH]: after });
  expect(again.notes.get(PATH)).toBe(after);
  expect(await writer.undo()).toBe('done');
  expect(notes.get(PATH)).toBe(text);
});

it('a plan whose properties are broken is refused, and then no plan is written', async () => {
  const other = 'Active/Releases/v3 Borealis/Plan.md';
  const start = {
    [PATH]: `---\ndate: 2026-01-12\n---\n${BODY}`,
    [other]: `---\ntitle: "broken\n---\n${BODY.replace('v2.6 (Atlas)', 'v3 (Borealis)')}`,
  };
  const { notes, outcome } = await written(start);
  expect(outcome?.failed?.outcome).toBe('refused');
  expect(Object.fromEntries(notes)).toEqual(start);
});

it('where nothing is ahead, there is nothing to write', () => {
  expect(
    propertiesAct(
      assessed({ [PATH]: BODY.replace('- Target', '- Status: released (2026-01-20)\n- Target') }),
      TODAY,
      'x',
    ),
  ).toBeNull();
});
