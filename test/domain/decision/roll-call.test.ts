import type { CalendarDate } from '../../../src/domain/calendar-date';
import { functionsOf, openOf } from '../../../src/domain/decision/functions';
import { objectionsTo, type RollCall, type RollCallRow } from '../../../src/domain/decision/roll-call';
import type { Decision, Release } from '../../../src/domain/release';
import { assess, releaseNote, releasesOf } from '../../builders';

const release = (...lines: string[]): Release => {
  const [found] = releasesOf({ 'Inbox/note.md': releaseNote(lines) });
  if (!found) throw new Error('no release');
  return found;
};
const row = (name: string, vote: RollCallRow['vote'] = 'go'): RollCallRow => ({
  function: name,
  vote,
  name: 'Ann',
  evidence: '',
});
const call = (more: Partial<RollCall> = {}): RollCall => ({
  rows: [row('Product'), row('QA')],
  conditions: [],
  waivers: [],
  approver: 'Helen Zhou',
  because: '',
  isEmergency: false,
  ...more,
});
const DONE = release('- [x] QA sign-off @tom', '- [x] Docs @ann');
const OPEN = release('- [x] QA sign-off @tom', '- [ ] Docs @ann');
const WAIVER = { item: 'Docs @ann', reason: 'Follows next week', owner: 'Ann', expires: '2026-03-27' as CalendarDate };
const CONDITION = { text: 'Docs', owner: 'Ann', due: '2026-03-19' as CalendarDate, otherwise: 'Helen' };

describe('what speaks against a decision', () => {
  test.each<[string, Decision, RollCall, Release, object[]]>([
    ['all go, nothing open', 'go', call(), DONE, []],
    [
      'one not reached',
      'go',
      call({ rows: [row('Product'), row('QA', 'not-reached')] }),
      DONE,
      [{ kind: 'not-reached', functions: ['QA'] }],
    ],
    ['go if is not a go', 'go', call({ rows: [row('QA', 'go-if')] }), DONE, [{ kind: 'go-if', functions: ['QA'] }]],
    ['a no-go of one', 'go', call({ rows: [row('QA', 'no-go')] }), DONE, [{ kind: 'no-go', functions: ['QA'] }]],
    ['an open required item', 'go', call(), OPEN, [{ kind: 'open-items', items: ['Docs @ann'] }]],
    ['waived', 'go', call({ waivers: [WAIVER] }), OPEN, []],
    [
      'a waiver without its end',
      'go',
      call({ waivers: [{ ...WAIVER, expires: null }] }),
      OPEN,
      [{ kind: 'waiver', item: 'Docs @ann', missing: ['expires'] }],
    ],
    [
      'a waiver without anything',
      'go',
      call({ waivers: [{ item: 'Docs @ann', reason: ' ', owner: '', expires: null }] }),
      OPEN,
      [{ kind: 'waiver', item: 'Docs @ann', missing: ['reason', 'owner', 'expires'] }],
    ],
    ['conditional with a condition', 'conditional', call({ conditions: [CONDITION] }), OPEN, []],
    ['conditional without one', 'conditional', call(), OPEN, [{ kind: 'no-condition' }]],
    [
      'conditional, one answer is go if',
      'conditional',
      call({ rows: [row('QA', 'go-if')], conditions: [CONDITION] }),
      OPEN,
      [],
    ],
    [
      'a condition without owner, day and who decides',
      'conditional',
      call({ conditions: [{ text: 'Docs', owner: '', due: null, otherwise: '' }] }),
      OPEN,
      [{ kind: 'condition', text: 'Docs', missing: ['owner', 'due', 'otherwise'] }],
    ],
    [
      'conditional over a no-go',
      'conditional',
      call({ rows: [row('QA', 'no-go')], conditions: [CONDITION] }),
      DONE,
      [{ kind: 'no-go', functions: ['QA'] }],
    ],
    ['nobody approves', 'go', call({ approver: ' ' }), DONE, [{ kind: 'no-approver' }]],
    ['two approve', 'go', call({ approver: 'Ann, Helen' }), DONE, [{ kind: 'several-approvers' }]],
    ['a no-go needs an approver', 'no-go', call({ approver: '' }), OPEN, [{ kind: 'no-approver' }]],
    ['a no-go needs nothing else', 'no-go', call({ rows: [row('QA', 'not-reached')] }), OPEN, []],
    ['a postponement likewise', 'postponed', call({ rows: [row('QA', 'not-reached')] }), OPEN, []],
  ])('%s', (_, decision, given, of, expected) => {
    expect(objectionsTo(decision, given, of)).toEqual(expected);
  });

  test.each([
    ['tier 1, alone', 'Tier: 1', 'Sarah Kim', ['sole-contributor']],
    ['tier 2, alone, as a link', 'Tier: 2', '[[Sarah Kim]]', ['sole-contributor']],
    ['tier 3, alone', 'Tier: 3', 'Sarah Kim', []],
    ['without a tier', 'Priority: 1', 'Sarah Kim', []],
    ['tier 1, somebody else', 'Tier: 1', 'Helen Zhou', []],
  ])('nobody approves work that only they did: %s', (_, tier, approver, kinds) => {
    const alone = release(`- ${tier}`, '## Checklist', '- [x] QA sign-off [[Sarah Kim]]');
    expect(objectionsTo('go', call({ approver }), alone).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('tier 1, with a second contributor', () => {
    const two = release('- Tier: 1', '## Checklist', '- [x] QA sign-off [[Tom]]');
    expect(objectionsTo('go', call({ approver: 'Sarah Kim' }), two)).toEqual([]);
  });
});

describe('who is asked', () => {
  const note = releaseNote([
    '## Engineering',
    '- [x] API frozen',
    '- [ ] Load test',
    '## Quantity checks',
    '- [ ] Count',
    '## Dependencies',
    '- [[Marketing]] needs 3 days notice for blog post',
    '- [[Security]] sends the report, ETA Mar 12',
  ]);
  const [found] = releasesOf({ 'Inbox/note.md': note });
  const parts = found ? functionsOf(found, assess(note, '2026-03-02').followUps) : [];

  test('functions that parties and checklist show, in the order of the roll call', () => {
    expect(parts.map((part) => [part.name, openOf(part)])).toEqual([
      ['Engineering', { items: 1, asks: 0, latest: null }],
      ['Marketing', { items: 0, asks: 1, latest: '2026-03-17' }],
      ['Security', { items: 0, asks: 1, latest: '2026-03-12' }],
    ]);
  });
});
