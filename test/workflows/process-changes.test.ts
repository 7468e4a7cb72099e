import type { CalendarDate } from '../../src/domain/calendar-date';
import { proposedChangesOf, recentChanges, type ProposedChange } from '../../src/domain/process-change';
import type { ProcessEntry } from '../../src/domain/process';
import { resolveSettings } from '../../src/settings/settings';
import { noteWriter } from '../../src/workflows/note-writer';
import { applyChange, isCarriedOut, settleProposal, understandChange } from '../../src/workflows/process-changes';
import { processRegistry } from '../../src/workflows/process-registry';
import { facetsOf, facts } from '../builders';
import { memoryStore } from '../memory-store';

const TODAY = '2026-01-27' as CalendarDate;
const LAUNCH = 'Active/Processes/Launch/Launch day.md';
const ROLLBACK = 'Active/Processes/Launch/Rollback.md';
const MEETING = 'Active/Meetings/2026-01-26 - Sync.md';
const NOTES = {
  [LAUNCH]:
    '---\ntype: process\n---\n# Launch day\n\n## Steps\n1. Release Manager: tag the build in Jira.\n2. Support: update the macros.\n',
  [ROLLBACK]: '# Rollback\n\n## Steps\n1. Call Ann.\n',
  'Active/Processes/Launch/Kickoff.md': '# Kickoff\n\n## Steps\n1. Call Ann.\n',
  'Active/Processes/Planning/Kickoff.md': '# Kickoff\n\n## Steps\n1. Call Bob.\n',
  'Resources/Playbooks/How we launch.md': '---\nprocess: "[[Launch day]]"\n---\n# How we launch\n',
};

async function vault(
  meeting: string,
): Promise<
  ReturnType<typeof memoryStore> & { readonly processes: readonly ProcessEntry[]; readonly proposals: ProposedChange[] }
> {
  const memory = memoryStore({ ...NOTES, [MEETING]: meeting });
  return {
    ...memory,
    processes: processRegistry(facetsOf(memory.notes), resolveSettings({}), TODAY),
    proposals: proposedChangesOf(facts(MEETING, meeting)),
  };
}

describe('a proposed change of a process', () => {
  it.each([
    ['- [[Launch day]]: remove step 2', 'Launch day', 'remove', 1],
    ['- **Launch day**: Ann updates the macros', 'Launch day', 'replace', 1],
    ['- [[Active/Processes/Launch/Launch day|the launch]] – call the customer', 'Launch day', 'add', null],
    ['- [[How we launch]]: call the customer', 'Launch day', 'add', null],
    ['- In [[Rollback]]: Bob calls Ann', 'Rollback', 'replace', 0],
    ['- [[Release Manager]]: tag the build in GitHub', null, 'add', null],
    ['- Call the customer at the end of [[rollback]]', 'Rollback', 'add', null],
    ['### Rollback\n- Page Bob', 'Rollback', 'add', null],
    ['- [[Launch day#Steps]]: remove step 2', 'Launch day', 'remove', 1],
    ['- [[Launch day]] remove step 2', 'Launch day', 'remove', 1],
    ['- Launch day process: remove step 2', 'Launch day', 'remove', 1],
    ['- Remove step 2 from Launch day', 'Launch day', 'remove', 1],
    ['- In Launch day, remove step 2', 'Launch day', 'remove', 1],
    ['- [[Kickoff]]: remove step 1', null, 'add', null],
    ['**Rollback**\n- Page Bob', 'Rollback', 'add', null],
    ['[[Launch day]]\n\nWe will update the macros on Monday. Ann asked for it.', 'Launch day', 'replace', 1],
  ] as const)('%j means a process and a step', async (section, process, kind, at) => {
    const { processes, proposals } = await vault(`# Sync\n\n## Process change\n${section}\n`);
    const [proposal] = proposals;
    if (!proposal) throw new Error('no proposal');
    const understood = understandChange(proposal, processes);
    expect([understood.process?.name ?? null, understood.change.kind, understood.change.at]).toEqual([
      process,
      kind,
      at,
    ]);
  });

  it('is written into its process, marked on its line, and proposed no more', async () => {
    for (const [line, marked] of [
      ['- [[Launch day]]: add: call the customer', ' [applied:: 2026-01-27]'],
      ['- [ ] [[Launch day]]: add: call the customer ^c', null],
      ['[[Launch day]]: add: call the customer', ' [applied:: 2026-01-27]'],
    ] as const) {
      const text = `# Sync\n\n## Process change\n${line}\n\n## Next\n- x\n`;
      const { store, notes, processes, proposals } = await vault(text);
      const [proposal] = proposals;
      if (!proposal) throw new Error('no proposal');
      const understood = understandChange(proposal, processes);
      const shown = understood.process?.steps ?? [];
      expect(isCarriedOut(understood)).toBe(false);
      const writer = noteWriter(store);
      expect(await applyChange(writer, LAUNCH, understood.change, shown)).toBe('done');
      expect(notes.get(LAUNCH)).toBe(`${NOTES[LAUNCH] ?? ''}3. Call the customer.\n`);
      expect(await applyChange(writer, LAUNCH, understood.change, shown)).toBe('moved');
      const again = understandChange(proposal, processRegistry(facetsOf(notes), resolveSettings({}), TODAY));
      expect(isCarriedOut(again)).toBe(true);
      expect(await settleProposal(writer, proposal, { applied: TODAY })).toBe('done');
      const after = notes.get(MEETING) ?? '';
      expect(after).toBe(
        marked === null
          ? text.replace('- [ ]', '- [x]').replace('customer ^c', 'customer [applied:: 2026-01-27] ^c')
          : text.replace('customer\n', `customer${marked}\n`),
      );
      expect(proposedChangesOf(facts(MEETING, after))).toEqual([]);
      // Both steps can be taken back.
      expect([await writer.undo(), await writer.undo(), notes.get(LAUNCH), notes.get(MEETING)]).toEqual([
        'done',
        'done',
        NOTES[LAUNCH],
        text,
      ]);
    }
  });

  it('is found again where it stands now, and not on an equal line elsewhere', async () => {
    const text = '# Sync\n\n## Process change\n### Launch day\n- Add QA sign-off\n### Rollback\n- Add QA sign-off\n';
    const { store, notes, proposals } = await vault(text);
    notes.set(
      MEETING,
      text
        .replace('# Sync\n', '# Sync\n\nThree\nmore\nlines\n')
        .replace('## Process change', '## Action items\n- Add QA sign-off\n\n## Process change'),
    );
    const rollback = proposals[1];
    if (rollback) expect(await settleProposal(noteWriter(store), rollback, { applied: TODAY })).toBe('done');
    expect(
      notes
        .get(MEETING)
        ?.endsWith('### Launch day\n- Add QA sign-off\n### Rollback\n- Add QA sign-off [applied:: 2026-01-27]\n'),
    ).toBe(true);
    if (rollback) expect(await settleProposal(noteWriter(store), rollback, { applied: TODAY })).toBe('unchanged');
  });

  it('is turned down with a reason', async () => {
    const { store, notes, proposals } = await vault('# Sync\n\n## Process change\n- [ ] Remove step 2\n- Call Bob\n');
    const writer = noteWriter(store);
    for (const proposal of proposals)
      expect(await settleProposal(writer, proposal, { dropped: 'too `early`,  see [x] %%' })).toBe('done');
    expect(notes.get(MEETING)).toBe(
      '# Sync\n\n## Process change\n- [-] Remove step 2 [dropped:: too early , see x]\n- Call Bob [dropped:: too early , see x]\n',
    );
    expect(proposedChangesOf(facts(MEETING, notes.get(MEETING) ?? ''))).toEqual([]);
  });

  it('is forgotten after 90 days, and not asked for by process notes', () => {
    const text = '# Sync\n\n## Process change\n- Call Bob\n';
    const [recent, old] = ['2026-01-20', '2025-09-01'].map((day) =>
      proposedChangesOf(facts(`Active/Meetings/${day} - Sync.md`, text)),
    );
    expect(recentChanges([...(old ?? []), ...(recent ?? [])], TODAY).map(({ evidence }) => evidence.asOf)).toEqual([
      '2026-01-20',
    ]);
    expect(
      proposedChangesOf(facts('Active/Processes/Launch/2026-01-20 Odd.md', `---\ntype: process\n---\n${text}`)),
    ).toEqual([]);
  });
});
