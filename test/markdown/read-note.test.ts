import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { scanBlocks } from '../../src/markdown/blocks/scan-blocks';
import { readNoteInSteps } from '../../src/markdown/read-note';
import { defaultSettings, readerOptions } from '../../src/settings/settings';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { growth } from '../growth';
import { facts } from '../builders';

const sample = readFileSync(path.join(__dirname, '../fixtures/notes/sample.md'), 'utf8');

describe('the sample note', () => {
  const found = facts('Inbox/Meetings/2026-01-22 - Q1 Release Planning.md', sample, '2030-01-01');

  it('takes its date from itself, not from the file', () => {
    expect([found.asOf, found.asOfSource, found.kind]).toEqual(['2026-01-22', 'file-name', 'meeting']);
    expect(facts('x.md', sample, '2030-01-01').asOfSource).toBe('title');
  });

  it('is one release with its dates and owner, each with its line', () => {
    expect(found.releases.map(({ version, name, line }) => [version, name, line])).toEqual([
      ['2.5', 'Analytics Dashboard', 3],
    ]);
    expect(
      found.scalars.map((fact) => [
        fact.field,
        fact.field === 'owner'
          ? fact.value
          : fact.field === 'target' || fact.field === 'goNoGo'
            ? fact.value?.date
            : fact.value,
        fact.line,
      ]),
    ).toEqual([
      ['target', '2026-02-15', 4],
      ['goNoGo', '2026-02-10', 5],
      ['owner', ['Sarah Kim'], 6],
    ]);
  });

  it('has a checklist of five, two done, none owned', () => {
    const checklist = found.tasks.filter((task) => task.role === 'checklist');
    expect(checklist.map((task) => [task.title, task.state, task.owner, task.line])).toEqual([
      ['Feature complete', 'done', null, 9],
      ['QA sign-off', 'done', null, 10],
      ['Documentation updated', 'open', null, 11],
      ['Sales enablement ready', 'open', null, 12],
      ['Marketing assets approved', 'open', null, 13],
    ]);
  });

  it('reads "may need" as no month and Thursday as the one after the note', () => {
    expect(found.risks.map((risk) => [risk.severity, risk.type])).toEqual([
      [null, 'risk'],
      ['critical', 'issue'],
    ]);
    expect(found.actions.map((action) => action.due.on?.date ?? null)).toEqual([null, null, '2026-01-29']);
  });

  it('is no release inside a code fence', () => {
    const quoted = facts('x.md', `# Example\n\n\`\`\`markdown\n${sample}\`\`\`\n`);
    expect([quoted.releases, quoted.tasks, quoted.links, quoted.risks]).toEqual([[], [], [], []]);
  });

  it('says the same with CRLF and a byte order mark', () => {
    const { path: _, ...crlf } = facts('a.md', `\ufeff${sample.replace(/\n/g, '\r\n')}`);
    const { path: __, ...plain } = facts('b.md', sample);
    expect(crlf).toEqual(plain);
  });
});

describe('sentences that tell', () => {
  const told = (line: string): string[] =>
    facts('x.md', `# 2026-03-10 Release: v2.6 (Nova)\n- Target: Mar 9\n\n${line}\n`)
      .scalars.filter(({ field }) => field === 'phase' || field === 'decision')
      .map(({ field, value }) => `${field} ${String(value)}`);
  it.each([
    ['Shipped Mar 9, on time.', ['phase released']],
    ['We shipped v2.6 this morning', ['phase released']],
    ['- 10:15 released to production', ['phase released']],
    ['We are live!', ['phase released']],
    ['Nova is live for all customers', ['phase released']],
    ['Rollout completed, 100 % of tenants', ['phase released']],
    ['v2.5 went live on Mar 1.', []],
    ['Beta is live', []],
    ['Docs site was released on Mar 3', []],
    ['We ship on Mar 20', []],
    ['Released builds: see the wiki', []],
    ['- [ ] Shipped Mar 9', []],
    ['Decision: GO', ['decision go']],
    ['**Decision: NO-GO.** Too many errors', ['decision no-go']],
    ['> [!success] Decision: GO', ['decision go']],
    ['We decided not to launch. New date TBD.', ['decision no-go']],
    ['Launch postponed until further notice.', ['decision postponed']],
    ['v2.6 is on hold', ['decision postponed']],
    ['v2.4 is on hold', []],
    ['Go/no-go: Mar 12', []],
    ['## Decisions\n- Go with vendor A', []],
    ['## Decision\n- GO', ['decision go']],
  ])('%s', (line, expected) => {
    expect(told(line)).toEqual(expected);
  });

  it.each([
    ['Launch moved to Apr 24', '2026-04-24'],
    ['We move the launch to Apr 24; go/no-go on Apr 21.', '2026-04-24'],
    ['v2.6 slips from Mar 9 to Apr 24', '2026-04-24'],
    ['v2.4 slips to Apr 24', '2026-03-09'],
    ['- New target date: Apr 24 (go/no-go Apr 21)', '2026-04-24'],
  ])('%s: the target is %s', (line, target) => {
    const found = facts('x.md', `# 2026-03-10 Release: v2.6 (Nova)\n- Target: Mar 9\n\n${line}\n`)
      .scalars.filter(({ field }) => field === 'target')
      .pop();
    expect(found?.field === 'target' ? found.value?.date : null).toBe(target);
  });
});

describe('hostile notes', () => {
  const pieces = fc.constantFrom(
    '- [ ] ',
    '- [x] ',
    '[[',
    ']]',
    '`',
    '```\n',
    '~~~\n',
    '%%',
    '<!--',
    '-->',
    '> ',
    '---\n',
    '# ',
    '## Release: v1.2 (X)\n',
    '- Target date: ',
    'Feb 30',
    '2/3',
    '|',
    '|---|\n',
    '\n',
    '\t',
    '    ',
    '**',
    '~~',
    '(owner',
    '(a::[[',
    '<div>',
    '</div>\n',
    '\u0000',
    '\ud800',
    '\r',
    '1. ',
    '    - [ ] ',
    '> [!info] ',
    'Decision: ',
    '\ufeff',
    'aliases: [',
    '{{',
    'risk ',
    '## Risks\n',
    '## Actions\n',
    '## Dependencies\n',
    '[[X]] needs 3 days notice',
    ' ^id',
    '📅 2026-02-30',
  );
  const note = fc
    .array(fc.oneof({ weight: 5, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ maxLength: 12 }) }), {
      maxLength: 80,
    })
    .map((parts) => parts.join(''));

  it('never throw, and every line lies inside the text', () => {
    fc.assert(
      fc.property(note, (text) => {
        const lines = text.split('\n').length;
        const found = facts('x.md', text);
        const spans = [
          ...found.tasks,
          ...found.risks,
          ...found.actions,
          ...found.dependencies,
          ...found.scalars,
          ...found.releases,
        ];
        for (const { line, endLine } of spans) expect(line >= 1 && endLine >= line && endLine <= lines).toBe(true);
        for (const { line } of found.diagnostics) expect(line >= 1 && line <= lines).toBe(true);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['brackets', (n: number) => '['.repeat(n)],
    ['wikilinks', (n: number) => '[[a]] '.repeat(n / 6)],
    ['emphasis', (n: number) => '*_'.repeat(n / 2)],
    ['backticks', (n: number) => '` `` '.repeat(n / 5)],
    ['quotes', (n: number) => '>'.repeat(n)],
    ['nested lists', (n: number) => '- '.repeat(n / 2)],
    ['blanks', (n: number) => `- [ ] (owner${' '.repeat(n)}x`],
    ['label blanks', (n: number) => `**ab**${' '.repeat(n)}x`],
    ['parentheses', (n: number) => `| Target | ${'(was'.repeat(n / 4)} |\n|---|---|\n`],
    ['fields', (n: number) => `- [ ] ${'(a::[['.repeat(n / 6)}`],
    ['dates', (n: number) => `- [ ] by ${'1/2/3 '.repeat(n / 6)}`],
    ['html comments', (n: number) => '<!-- '.repeat(n / 5)],
    ['percents', (n: number) => '%%%'.repeat(n / 3)],
    ['yaml braces', (n: number) => `---\na: ${'{'.repeat(n)}\n---\n`],
    ['yaml keys', (n: number) => `---\n${'? '.repeat(n / 2)}\n---\n`],
    ['headings', (n: number) => '# Release: Alpha v1.2\n'.repeat(n / 22)],
    [
      'different releases',
      (n: number) => Array.from({ length: n / 24 }, (_, i) => `# Release: Alpha n${i}\n`).join(''),
    ],
    ['table pipes', (n: number) => `|a|\n|-|\n${'|'.repeat(n)}`],
  ])('%s take no more than linear time', (_name, make) => {
    // Linear is 1; what is square on one line only is cut at its length.
    expect(growth((size) => void facts('x.md', make(size)), 15_000)).toBeLessThan(1.6);
  });

  it('a very large note is read in short steps', () => {
    const text = `# Release: v1\n## Checklist\n${'- [ ] one of very many things to do by Feb 3\n'.repeat(20_000)}`;
    const steps = readNoteInSteps('x.md', text, readerOptions(defaultSettings(), '2026-01-22' as CalendarDate));
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count++;
    expect(count).toBeGreaterThan(1000);
    expect(step.value.tasks).toHaveLength(20_000);
  });

  it('blocks lie where the text has them', () => {
    fc.assert(
      fc.property(note, (text) => {
        const steps = scanBlocks(text);
        let step = steps.next();
        while (!step.done) step = steps.next();
        const lines = text.split('\n').length;
        return step.value.blocks.every(
          (block) => block.line >= 0 && block.endLine >= block.line && block.endLine < lines,
        );
      }),
      { numRuns: 1500 },
    );
  });
});
