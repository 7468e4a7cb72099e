import fc from 'fast-check';
import type { CalendarDate } from '../../src/domain/calendar-date';
import { bareIssue, type OutsideIssue } from '../../src/domain/outside-item';
import { blockText, managedBlocks } from '../../src/markdown/managed-block';
import { outsideContent, readOutsideBlock } from '../../src/markdown/outside/outside-block';
import { lineOf, readLine, writeLine } from '../../src/markdown/outside/outside-line';

const TODAY = '2026-02-20' as CalendarDate;
const issue = (id: string | null, title: string, more: Partial<OutsideIssue> = {}): OutsideIssue => ({
  ...bareIssue(1, title),
  id,
  ...more,
});
const made = (issues: readonly OutsideIssue[], former = '', undated = TODAY): ReturnType<typeof outsideContent> =>
  outsideContent('jira', issues, { level: 3, former, undated });

const PAY_12 = issue('PAY-12', 'Export keeps filters', {
  url: 'https://example.atlassian.net/browse/PAY-12',
  statusCategory: 'done',
  assignee: 'Ana Ruiz',
  due: '2026-02-06',
  completed: '2026-02-03T10:00',
});
const PAY_15 = issue('PAY-15', 'Rate limits documented', {
  url: 'https://example.atlassian.net/browse/PAY-15',
  status: 'In review',
  statusCategory: 'doing',
  assignee: 'Support',
});

describe('the block of another system', () => {
  it('is as the contract has it', () => {
    const old = Array.from({ length: 12 }, (_, at) =>
      issue(`PAY-${at}`, `Old ${at}`, { statusCategory: 'done', completed: '2026-01-05' }),
    );
    expect(made([PAY_15, ...old, PAY_12]).content).toBe(
      [
        '### From Jira',
        '- [ ] Rate limits documented ([PAY-15](https://example.atlassian.net/browse/PAY-15)) [owner:: Support] [status:: In review]',
        '- [x] Export keeps filters ([PAY-12](https://example.atlassian.net/browse/PAY-12)) [owner:: Ana Ruiz] [due:: 2026-02-06] [completion:: 2026-02-03]',
        'As of 2026-02-03 (last change there) · 2 of 14 shown, 12 done before',
      ].join('\n'),
    );
  });

  it('says the same on every day, in every order, and names what is gone', () => {
    const first = made([PAY_12, PAY_15]);
    expect(made([PAY_15, PAY_12], first.content, '2026-03-01' as CalendarDate).content).toBe(first.content);
    const next = made([PAY_12], first.content);
    expect(next).toMatchObject({ added: 0, changed: 0, gone: ['PAY-15 Rate limits documented'] });
    expect(next.content).toContain('\nNo longer there: PAY-15 Rate limits documented');
    // Named as long as it is gone, and not a moment longer.
    expect(made([PAY_12], next.content).content).toBe(next.content);
    expect(made([PAY_12, PAY_15], next.content).content).toBe(first.content);
  });

  it('keeps its day where nothing is dated, until something changes', () => {
    const first = made([issue('A-1', 'One')]);
    expect(first.content).toContain('As of 2026-02-20');
    expect(made([issue('A-1', 'One')], first.content, '2026-03-01' as CalendarDate).content).toBe(first.content);
    expect(made([issue('A-1', 'Two')], first.content, '2026-03-01' as CalendarDate).content).toContain(
      'As of 2026-03-01',
    );
  });

  it('holds each key once, and at most five hundred lines', () => {
    const many = Array.from({ length: 900 }, (_, at) => issue(`A-${at}`, `Item ${at}`));
    const { content, shown, total } = made([...many, ...many]);
    expect([shown, total]).toEqual([500, 900]);
    expect(content).toContain('500 of 900 shown, 400 more');
    expect(content.indexOf('A-9)')).toBeLessThan(content.indexOf('A-10)'));
  });
});

describe('a line', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          '[[',
          ']]',
          '[',
          ']',
          '%%',
          '::',
          '`',
          '```',
          '<script>',
          '|',
          '#tag',
          '*',
          '_',
          '~~',
          '==',
          '\n',
          '- [x] ',
          '%% shipshape:end %%',
          '(A-1)',
          '\u202e',
          '📅 2026-01-01',
          '[owner:: Eve]',
          'due:: 2020-01-01',
          '{{x}}',
          '<% x %>',
          '$$',
          'x',
          ' ',
        ),
        { maxLength: 20 },
      )
      .map((all) => all.join('')),
  );
  it('comes back as it was written, whatever is in it, and never says more', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, assignee, status) => {
        const line = lineOf(
          issue('PAY-7', title, {
            assignee,
            status,
            statusCategory: 'doing',
            due: '2026-02-06',
            url: 'https://a.example/b',
          }),
        );
        const written = writeLine(line);
        expect(written).not.toMatch(/\n|\[\[|%%/);
        const read = readLine(written);
        expect(read).toMatchObject({ key: 'PAY-7', url: 'https://a.example/b', due: '2026-02-06', completion: null });
        // Written once more, it is the same: a block that nothing changed stays as it is.
        expect(read && writeLine({ ...read, category: 'doing' })).toBe(written);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no address but one that is plain and safe', () => {
    for (const url of [
      'http://a.example',
      'javascript:alert(1)',
      'https://a.example/)x',
      'https://a.example/ b',
      'https://a[b]',
      'obsidian://x',
    ])
      expect(lineOf(issue('A-1', 'x', { url })).url).toBeNull();
  });

  it('says a priority only where it stops a release', () => {
    const priority = (name: string): string | null => lineOf(issue('A-1', 'x', { priority: name })).priority;
    expect(['Blocker', 'P0', 'sev1', 'High', 'Highest', 'Urgent', 'Medium'].map(priority)).toEqual([
      'Blocker',
      'P0',
      'sev1',
      null,
      null,
      null,
      null,
    ]);
  });

  it('of a block is found on its line of the note', () => {
    const content = made([PAY_12, PAY_15]).content;
    const text = `# Checklist\n\n${blockText('from-jira', content)}`;
    const [block] = managedBlocks(text);
    const read = block && readOutsideBlock(block, 3);
    expect(read?.lines.map(({ line, text: words }) => text.split('\n')[line - 1] === words)).toEqual([true, true]);
  });
});
