import type { CalendarDate } from '../../src/domain/calendar-date';
import { bareIssue, type OutsideIssue } from '../../src/domain/outside-item';
import { blockText } from '../../src/markdown/managed-block';
import { outsideContent } from '../../src/markdown/outside/outside-block';
import { DEFAULT_BUSINESS_CALENDAR } from '../../src/domain/business-calendar';
import { assessRisk } from '../../src/domain/risk/assess-risk';
import { DEFAULT_RISK_POLICY } from '../../src/domain/risk/risk-policy';
import { tickChanges } from '../../src/domain/tick-history';
import { reasonActs } from '../../src/presentation/reason-acts';
import { wordReason } from '../../src/presentation/reason-wording';
import { resolveRisk } from '../../src/workflows/item-acts';
import { facts, reasonOf, releasesOf } from '../builders';

const issue = (id: string, title: string, more: Partial<OutsideIssue> = {}): OutsideIssue => ({
  ...bareIssue(1, title),
  id,
  ...more,
});
const block = (...issues: readonly OutsideIssue[]): string =>
  blockText('from-jira', outsideContent('jira', issues, { level: 2, undated: '2026-02-20' as CalendarDate }).content);
const PLAN = '# Release: v2.5 Ledger\nTarget: 2026-03-20\nOwner: Ana\n';
const DONE: Partial<OutsideIssue> = { statusCategory: 'done', completed: '2026-02-18' };

const assess = (of: ReturnType<typeof release>): ReturnType<typeof assessRisk> =>
  assessRisk(of, '2026-02-21' as CalendarDate, DEFAULT_RISK_POLICY, DEFAULT_BUSINESS_CALENDAR);

function release(checklist: string): ReturnType<typeof releasesOf>[number] {
  const [only, ...others] = releasesOf({
    'Active/Releases/v2.5 Ledger/Plan.md': PLAN,
    'Active/Releases/v2.5 Ledger/Checklist.md': `# Checklist: v2.5 Ledger\n${checklist}`,
  });
  if (!only || others.length > 0) throw new Error('one release');
  return only;
}

describe('what another system says of a release', () => {
  it('is part of its checklist, with where it comes from and as of when', () => {
    const { items } = release(
      `## Engineering\n- [ ] Load tested\n\n${block(issue('PAY-1', 'Export', DONE), issue('PAY-2', 'Import [[x]] by Feb 1', { status: 'In review', statusCategory: 'doing', due: '2026-03-01', assignee: 'Ben' }))}`,
    );
    expect(items).toMatchObject([
      { title: 'Load tested', tickable: true },
      {
        title: 'Import [[x]] by Feb 1',
        state: 'in-progress',
        owner: 'Ben',
        due: { on: { date: '2026-03-01' } },
        tickable: false,
        outside: { system: 'jira', key: 'PAY-2', status: 'In review', asOf: '2026-02-18' },
      },
      { title: 'Export', state: 'done', completion: { on: '2026-02-18', source: 'stated' }, outside: { key: 'PAY-1' } },
    ]);
  });

  it('meets the same item of a note, in the same note too', () => {
    const { items, disagreements } = release(
      `- [x] Export keeps filters\n- [ ] Rate limits\n\n${block(issue('PAY-1', 'Export keeps filters', DONE), issue('PAY-2', 'Rate limits', { updated: '2026-02-18' }))}`,
    );
    expect(items.map(({ title, state }) => [title, state])).toEqual([
      ['Export keeps filters', 'done'],
      ['Rate limits', 'open'],
    ]);
    expect(disagreements).toEqual([]);
  });

  it.each([
    'Dark mode ([[Bob]]) by 2026-03-03',
    'Dark mode [[Bob]] by Mar 3',
    'Dark mode @Bob',
    'Bob: Dark mode by Mar 3',
    'PAY-1: what Bob asked for',
    'Night theme (PAY-1)',
    '[PAY-1](https://x.example/browse/PAY-1) Night theme',
  ])('is met by a line that says it otherwise: %s', (line) => {
    const { items } = release(`- [ ] ${line}\n\n${block(issue('PAY-1', 'Dark mode', { updated: '2026-02-18' }))}`);
    expect(items).toMatchObject([{ title: 'Dark mode' }]);
  });

  it('is not met by a line that names two, or another', () => {
    const { items } = release(
      `- [ ] PAY-1 and PAY-2\n- [ ] PAY-11\n\n${block(issue('PAY-1', 'Dark mode'), issue('PAY-2', 'Light mode'))}`,
    );
    expect(items).toHaveLength(4);
  });

  it('that is not what the note says, is a contradiction until a person settles it', () => {
    const text = (mark: string, jira: Partial<OutsideIssue>): string =>
      `- [${mark}] Export keeps filters\n- [ ] Other\n\n${block(issue('PAY-1', 'Export keeps filters', { updated: '2026-02-18', ...jira }))}`;
    expect(release(text('x', DONE)).disagreements).toEqual([]);
    expect(release(text(' ', {})).disagreements).toEqual([]);
    const ahead = release(text(' ', DONE));
    expect(ahead.disagreements).toMatchObject([{ about: 'item', values: ['done', 'open'] }]);
    expect(reasonOf(assess(ahead), 'R8')).not.toBeNull();
    const behind = release(text('x', { status: 'In review', statusCategory: 'doing' }));
    expect(behind.disagreements).toMatchObject([{ about: 'item' }]);
  });

  it('that is blocked there, or stops a release by its priority, is an issue of the release', () => {
    const rule = (more: Partial<OutsideIssue>): unknown =>
      reasonOf(assess(release(block(issue('PAY-1', 'Export', more)))), 'R7');
    expect(rule({ status: 'Blocked', statusCategory: 'doing' })).not.toBeNull();
    expect(rule({ status: 'Blockiert', statusCategory: 'doing' })).not.toBeNull();
    expect(rule({ priority: 'Blocker' })).not.toBeNull();
    expect(rule({ priority: 'High', status: 'In review', statusCategory: 'doing' })).toBeNull();
    expect(rule({ ...DONE, status: 'Blocked', priority: 'Blocker' })).toBeNull();
    expect(rule({ status: 'Unblocked', statusCategory: 'doing' })).toBeNull();
  });

  it('never says anything else of a release, whatever the words of its titles', () => {
    const words = [
      'Target: 2026-12-24',
      'Go/no-go decision: no-go',
      'Shipped v2.5 on Feb 1',
      '## Release: v9.9',
      'Owner: Mallory',
      'Status: off track',
    ];
    const loud = release(`- [ ] A\n\n${block(...words.map((title, at) => issue(`PAY-${at}`, title)))}`);
    const plain = release('- [ ] A\n');
    for (const field of [
      'target',
      'goNoGo',
      'decision',
      'shipped',
      'phase',
      'owner',
      'override',
      'dependencies',
      'actions',
      'risks',
      'slips',
    ] as const)
      expect(loud[field]).toEqual(plain[field]);
  });

  it('meets only the same item: equal keys of two systems are two', () => {
    const other = blockText(
      'from-productboard',
      outsideContent('productboard', [issue('1', 'Dark mode', DONE)], {
        level: 2,
        undated: '2026-02-20' as CalendarDate,
      }).content,
    );
    const { items, disagreements } = release(`${block(issue('1', 'Rate limits'))}\n${other}`);
    expect(items.map(({ title, state }) => [title, state])).toEqual([
      ['Rate limits', 'open'],
      ['Dark mode', 'done'],
    ]);
    expect(disagreements).toEqual([]);
  });

  it('leaves what a person decided: waived stays waived, optional stays optional', () => {
    const { items } = release(
      `- [-] Dark mode [waived:: not needed]\n- [ ] Help page (optional)\n\n${block(issue('PAY-1', 'Dark mode', { updated: '2026-02-18' }), issue('PAY-2', 'Help page', { updated: '2026-02-18' }))}`,
    );
    expect(items.map(({ title, state, required }) => [title, state, required])).toEqual([
      ['Dark mode', 'cancelled', true],
      ['Help page', 'open', false],
    ]);
  });

  it('of an older day in another note is its own past, and two systems are named both', () => {
    const notes = (first: string, second: string): ReturnType<typeof releasesOf>[number] | undefined =>
      releasesOf({
        'Active/Releases/v2.5/Plan.md': `# Release: v2.5\nTarget: 2026-03-20\n\n${first}`,
        'Active/Releases/v2.5/Checklist.md': `# Checklist v2.5\n\n${second}`,
      })[0];
    const again = notes(
      block(issue('PAY-1', 'Export', { statusCategory: 'done', completed: '2026-02-10' })),
      block(issue('PAY-1', 'Export', { updated: '2026-02-18' })),
    );
    expect(again?.items).toMatchObject([{ state: 'open' }]);
    expect(again?.disagreements).toEqual([]);
    const linear = blockText(
      'from-linear',
      outsideContent('linear', [issue('ENG-1', 'Export', DONE)], { level: 2, undated: '2026-02-20' as CalendarDate })
        .content,
    );
    const apart = notes(block(issue('PAY-1', 'Export', { updated: '2026-02-18' })), linear);
    const reason = apart && reasonOf(assess(apart), 'R8');
    expect(reason && wordReason(reason).text).toBe('“Export” is open in Jira and done in Linear');
  });

  it('offers no act that would write on its line', () => {
    const of = release(
      `${block(issue('PAY-1', 'Crash on save', { status: 'Blocked', statusCategory: 'doing' }))}\n- [ ] Crash on save\n`,
    );
    const reason = reasonOf(assess(of), 'R7');
    expect(reason && reasonActs(reason).map(({ id }) => id)).toEqual([]);
    expect(reason && wordReason(reason).clears).toBe('Clears when Jira says otherwise, and it is imported again.');
    const risk = of.risks[0];
    const act = risk && resolveRisk(risk, '2026-02-21' as CalendarDate);
    const [change] = act?.changes ?? [];
    expect(change?.kind === 'edit' && change.plan('- [ ] Crash on save\n')).toEqual({ problem: 'gone' });
  });

  it('is no tick of this device', () => {
    const note = (mark: Partial<OutsideIssue>): ReturnType<typeof facts> =>
      facts(
        'Active/Releases/v2.5/Checklist.md',
        `# Checklist v2.5\n- [ ] Export\n\n${block(issue('PAY-1', 'Export', { updated: '2026-02-18', ...mark }))}`,
      );
    expect(tickChanges(note({}), note(DONE), '2026-02-20' as CalendarDate)).toEqual([]);
  });
});
