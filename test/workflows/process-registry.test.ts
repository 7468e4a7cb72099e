import fc from 'fast-check';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { propertyEdit } from '../../src/markdown/property-edit';
import { readProcess } from '../../src/markdown/process/read-process';
import { readProcessNote } from '../../src/markdown/process/process-note';
import { applyEdits } from '../../src/markdown/text-edit';
import { coverageLines, registryLine } from '../../src/presentation/registry-model';
import { defaultSettings } from '../../src/settings/settings';
import { documentProcess } from '../../src/workflows/document-process';
import { noteWriter } from '../../src/workflows/note-writer';
import {
  draftRun,
  markVerified,
  processCoverage,
  processRegistry,
  SKIPPED_TOO_OFTEN,
} from '../../src/workflows/process-registry';
import { facetsOf, facts, releasesOf } from '../builders';
import { memoryStore } from '../memory-store';

const settings = defaultSettings();
const set = (text: string): string => {
  const edit = propertyEdit(text, 'verified', '2026-02-01');
  return 'edits' in edit ? applyEdits(text, edit.edits) : edit.problem;
};
const day = (text: string): CalendarDate => text as CalendarDate;
const drafted = documentProcess(
  {
    name: 'Launch',
    category: 'Launch',
    owner: 'Ann',
    description: readProcess('1. Release Manager tags the build in Jira\n2. Support updates the macros\n3. Tell @ann'),
  },
  { settings, today: day('2026-01-05'), find: () => null },
);
const notes = Object.fromEntries((drafted?.notes ?? []).map(({ path, text }) => [path, text]));

describe('the registry of processes', () => {
  it('knows owner, category, playbook, and what is due', async () => {
    const { notes: all } = memoryStore({ ...notes, 'Active/Processes/Planning/Old.md': '# Old\n1. Do things\n' });
    const [launch, old] = processRegistry(facetsOf(all), settings, day('2026-05-01'));
    expect([launch?.category, launch?.owner, launch?.playbook, launch?.reviewOn]).toEqual([
      'Launch',
      'Ann',
      'Resources/Playbooks/Launch.md',
      '2026-04-05',
    ]);
    expect(launch && registryLine(launch, day('2026-05-01'), SKIPPED_TOO_OFTEN)).toEqual({
      facts: ['Launch', 'Ann', 'verified Jan 5'],
      problems: ['review due since Apr 5'],
    });
    expect(old && registryLine(old, day('2026-05-01'), SKIPPED_TOO_OFTEN).problems).toEqual([
      'no owner',
      'no playbook',
      'never verified',
    ]);
  });

  it('counts what runs did and skipped; a step skipped twice is named', async () => {
    const memory = memoryStore(notes);
    const run = async (date: string, marks: string): Promise<void> => {
      const [launch] = processRegistry(facetsOf(memory.notes), settings, day(date));
      const made = launch && draftRun(launch, '', { settings, today: day(date), store: memory.store });
      let at = 0;
      memory.notes.set(
        made?.path ?? '',
        (made?.text ?? '').replace(/\[ \]/g, () => `[${marks[at++] ?? ' '}]`),
      );
    };
    await run('2026-01-05', 'x-x');
    await run('2026-01-06', 'x x');
    await run('2026-01-26', '   ');
    const [launch] = processRegistry(facetsOf(memory.notes), settings, day('2026-01-27'));
    // The open box of the second run counts as skipped after two weeks; the third run is still going.
    expect(launch?.adherence.map(({ action, done, skipped }) => [action, done, skipped])).toEqual([
      ['tag the build', 2, 0],
      ['update the macros', 0, 2],
      ['tell @ann', 2, 0],
    ]);
    expect(launch && registryLine(launch, day('2026-01-27'), SKIPPED_TOO_OFTEN)).toEqual({
      facts: ['Launch', 'Ann', 'verified Jan 5', '3 runs, 67% of the steps done'],
      problems: ['skipped 2 times: update the macros'],
    });
  });

  it('a run for a release is part of its checklist', async () => {
    const { store, notes: all } = memoryStore(notes);
    const [launch] = processRegistry(facetsOf(all), settings, day('2026-01-27'));
    const made = launch && draftRun(launch, 'v1.0 (One)', { settings, today: day('2026-01-27'), store });
    const [release] = releasesOf({
      'Inbox/a.md': '# 2026-01-20 Release: v1.0 (One)\n',
      [made?.path ?? '']: made?.text ?? '',
    });
    expect(release?.items.map(({ title }) => title)).toEqual([
      'Release Manager: tag the build in Jira',
      'Support: update the macros',
      'Tell @ann',
    ]);
    expect(facts(made?.path ?? '', made?.text ?? '').diagnostics).toEqual([]);
  });

  it('says what is not covered: releases without a run, processes without an owner, categories without a process', async () => {
    const { store, notes: all } = memoryStore({
      ...notes,
      'Active/Processes/Planning/Old.md': '# Old\n1. Do things\n',
    });
    const entries = processRegistry(facetsOf(all), settings, day('2026-01-27'));
    const made = entries[0] && draftRun(entries[0], 'v1.0 (One)', { settings, today: day('2026-01-27'), store });
    const releases = releasesOf({
      'Inbox/a.md': '# 2026-01-20 Release: v1.0 (One)\n',
      'Inbox/b.md': '# 2026-01-20 Release: v2.0 (Two)\n',
      'Inbox/c.md': '# 2026-01-20 Release: v3.0 (Three)\n- Status: released\n',
      [made?.path ?? '']: made?.text ?? '',
    });
    const coverage = processCoverage(entries, releases, settings);
    expect(coverage).toEqual({
      withoutRun: ['v2.0 Two'],
      ahead: 2,
      withoutOwner: 1,
      processes: 2,
      emptyCategories: ['Development'],
    });
    expect(coverageLines(coverage)).toEqual([
      '1 of 2 releases ahead have no playbook run: v2.0 Two',
      '1 of 2 processes have no owner',
      'No process yet: Development',
    ]);
    expect(coverageLines({ withoutRun: [], ahead: 0, withoutOwner: 0, processes: 0, emptyCategories: [] })).toEqual([]);
  });

  it('marks a process as verified in its properties, and nowhere else', async () => {
    const { store, notes: now } = memoryStore(notes);
    const path = 'Active/Processes/Launch/Launch.md';
    expect(await markVerified(noteWriter(store), path, day('2026-02-01'))).toBe('done');
    expect(now.get(path)).toBe(notes[path]?.replace('verified: 2026-01-05', 'verified: 2026-02-01'));
  });
});

describe('setting a property', () => {
  it.each([
    ['---\nverified: 2026-01-01 # by Ann\n---\nx', '---\nverified: 2026-02-01 # by Ann\n---\nx'],
    ['---\nverified:\n  - 2026-01-01\n  - y\ntags: a\n---\nx', '---\nverified: 2026-02-01\ntags: a\n---\nx'],
    ['---\nverified:\n---\nx', '---\nverified: 2026-02-01\n---\nx'],
  ])('keeps comments and takes the whole value: %j', (before, after) => {
    expect(set(before)).toBe(after);
  });

  it('touches its line only, for any note, and is read back', () => {
    const line = fc.constantFrom('title: x', 'verified: 2020-01-01', 'tags: [a, b]', 'owner:', '# comment');
    const body = fc.oneof(
      fc.constantFrom('text', '---', 'verified: not this one', ''),
      fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r\n]/g, ' ')),
    );
    fc.assert(
      fc.property(
        fc.option(fc.uniqueArray(line, { maxLength: 4 })),
        fc.array(body, { maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\ufeff'),
        (properties, lines, eol, bom) => {
          const head = properties ? ['---', ...properties, '---', ''].join(eol) : '';
          const rest = lines.join(eol);
          fc.pre(properties !== null || !rest.startsWith('---'));
          const text = bom + head + rest;
          const after = set(text);
          expect(after.startsWith(bom)).toBe(true);
          expect(after.endsWith(rest)).toBe(true);
          expect(readProcessNote(after).verified).toBe('2026-02-01');
          expect(set(after)).toBe(after);
        },
      ),
      { numRuns: 500 },
    );
  });
});
