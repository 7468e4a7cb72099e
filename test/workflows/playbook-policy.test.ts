import fc from 'fast-check';
import type { PlaybookBlock } from '../../src/presentation/process-text';
import { decidePlaybook, type PlaybookSituation } from '../../src/workflows/playbook-policy';

const plan = (changed: readonly PlaybookBlock[], { conflicts = 0, isNew = false } = {}): PlaybookSituation['plan'] => ({
  changed: changed.map((block) => ({ block })),
  conflicts: Array.from({ length: conflicts }, () => null),
  isNew,
});
/** A process that a person just typed in, whose playbook would get other steps. */
const TYPED: PlaybookSituation = {
  plan: plan(['steps']),
  allowance: 'all',
  mode: 'auto',
  isBeingEdited: false,
  isLeft: false,
  isAmbiguous: false,
};

describe('what becomes of a playbook (ADR 10)', () => {
  it.each([
    ['typed here', {}, 'write'],
    ['nothing would change', { plan: plan([]) }, 'nothing'],
    ['nothing would change, though lines differ', { plan: plan([], { conflicts: 1 }) }, 'nothing'],
    ['updating is off', { mode: 'off' }, 'nothing'],
    ['updating is off, and both sides changed', { mode: 'off', plan: plan(['steps'], { conflicts: 1 }) }, 'nothing'],
    ['updates are to be shown first', { mode: 'offer' }, 'offer'],
    ['it came by a sync', { allowance: null }, 'offer'],
    ['both sides changed', { plan: plan(['steps'], { conflicts: 1 }) }, 'conflict'],
    [
      'both sides changed, and it came by a sync',
      { plan: plan(['steps'], { conflicts: 2 }), allowance: null },
      'conflict',
    ],
    [
      'both sides changed, and updates are to be shown first',
      { plan: plan(['steps'], { conflicts: 1 }), mode: 'offer' },
      'conflict',
    ],
    ['somebody types in the playbook', { isBeingEdited: true }, 'offer'],
    ['the name could mean another process', { isAmbiguous: true }, 'offer'],
    ['it has no lines of the process yet', { plan: plan(['steps', 'facts'], { isNew: true }) }, 'new'],
    [
      'it has none yet, and somebody types in it',
      { plan: plan(['steps'], { isNew: true }), isBeingEdited: true },
      'new',
    ],
    ['it has none yet, and a person left it so', { plan: plan(['steps'], { isNew: true }), isLeft: true }, 'nothing'],
    ['it has lines, and a person once left another one so', { isLeft: true }, 'write'],
    ['a learning lets its citations be written', { allowance: ['learnings'], plan: plan(['learnings']) }, 'write'],
    ['a learning does not let steps be written', { allowance: ['learnings'], plan: plan(['steps']) }, 'offer'],
    [
      'a review lets facts be written, not steps with them',
      { allowance: ['facts'], plan: plan(['facts', 'steps']) },
      'offer',
    ],
    [
      'two reasons let both be written',
      { allowance: ['facts', 'learnings'], plan: plan(['facts', 'learnings']) },
      'write',
    ],
    ['a person did nothing that it is about', { allowance: [] }, 'offer'],
  ] as const)('%s', (_name, differs, decision) => {
    expect(decidePlaybook({ ...TYPED, ...differs } as PlaybookSituation)).toBe(decision);
  });

  it('writes only what a person did here lets be written, in a playbook that nobody types in, without a conflict', () => {
    const block = fc.constantFrom<PlaybookBlock>('steps', 'facts', 'learnings');
    const situation = fc.record({
      plan: fc.record({
        changed: fc.array(fc.record({ block }), { maxLength: 3 }),
        conflicts: fc.array(fc.constant(null), { maxLength: 2 }),
        isNew: fc.boolean(),
      }),
      allowance: fc.oneof(fc.constant('all' as const), fc.constant(null), fc.array(block, { maxLength: 3 })),
      mode: fc.constantFrom('auto' as const, 'offer' as const, 'off' as const),
      isBeingEdited: fc.boolean(),
      isLeft: fc.boolean(),
      isAmbiguous: fc.boolean(),
    });
    fc.assert(
      fc.property(situation, (at) => {
        if (decidePlaybook(at) !== 'write') return;
        expect([at.mode, at.isBeingEdited, at.isAmbiguous, at.plan.isNew, at.plan.conflicts.length]).toEqual([
          'auto',
          false,
          false,
          false,
          0,
        ]);
        expect(
          at.allowance === 'all' || at.plan.changed.every((change) => (at.allowance ?? []).includes(change.block)),
        ).toBe(true);
      }),
    );
  });
});
