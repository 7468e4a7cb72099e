import type { CalendarDate } from '../../src/domain/calendar-date';
import type { Stamp } from '../../src/domain/go-live/go-live-plan';
import type { Release } from '../../src/domain/release';
import { goLivePlan } from '../../src/markdown/go-live/go-live-feature';
import { applyEdits } from '../../src/markdown/text-edit';
import { defaultSettings } from '../../src/settings/settings';
import type { PlannedAct } from '../../src/workflows/act-plan';
import { beginStep, goLiveNote, goLivesOf, isRehearsal, rehearsalOf, rollBack } from '../../src/workflows/go-live-acts';
import { releaseNote, releasesOf } from '../builders';

const FOLDER = 'Active/Releases/v2.5 Dashboard';
const release = (path = `${FOLDER}/Plan.md`): Release => {
  const [found] = releasesOf({ [path]: releaseNote([]) });
  if (!found) throw new Error('no release');
  return found;
};
const inputs = { settings: defaultSettings(), store: { find: () => null }, today: '2026-03-20' as CalendarDate };
const at: Stamp = { day: '2026-03-20', time: '22:04', offset: 60 };
const written = (text: string, act: PlannedAct | null): string => {
  const [change] = act?.changes ?? [];
  if (change?.kind !== 'edit') throw new Error('no edit');
  const planned = change.plan(text);
  if ('problem' in planned) throw new Error(planned.problem);
  return applyEdits(text, planned.edits);
};

describe('go-live notes of a release', () => {
  const plan = goLivePlan('# Go-live\n- [ ] T-0 One\n- [ ] T+5m Two\n');
  const named = goLivePlan('# Go-live: v2.5 Dashboard\n- [ ] T-0 One\n- [ ] T+5m Two\n');

  it.each([
    ['beside its plan, whatever its title', `${FOLDER}/Go-live.md`, plan, true],
    ['anywhere by its name', 'Inbox/Cutover.md', named, true],
    ['not elsewhere without its name', 'Inbox/Cutover.md', plan, false],
    ['not beside another plan', 'Active/Releases/v2.6 Other/Go-live.md', plan, false],
  ])('%s', (_what, path, one, isOwn) => {
    expect(goLivesOf(release(), new Map([[path, one]])).map(([found]) => found)).toEqual(isOwn ? [path] : []);
  });

  it('in a folder that many releases share only by its name', () => {
    const shared = release('Active/Releases/v2.5.md');
    expect(goLivesOf(shared, new Map([['Active/Releases/Go-live.md', plan]]))).toEqual([]);
    expect(goLivesOf(shared, new Map([['Active/Releases/Go-live.md', named]]))).toHaveLength(1);
  });

  it('the real one comes before its rehearsals', () => {
    const rehearsal = rehearsalOf(`${FOLDER}/Go-live.md`, '# Go-live\n- [x] T-0 One [started:: 22:00]\n', inputs);
    const [made] = rehearsal?.changes ?? [];
    if (made?.kind !== 'create') throw new Error('no note');
    expect(made.note.text).toBe('# Go-live\n- [ ] T-0 One\n');
    expect(isRehearsal(made.note.path)).toBe(true);
    const all = new Map([
      [made.note.path, plan],
      [`${FOLDER}/Go-live.md`, plan],
    ]);
    expect(goLivesOf(release(), all).map(([path]) => path)).toEqual([`${FOLDER}/Go-live.md`, made.note.path]);
  });
});

describe('acts of a go-live', () => {
  it('the template is read as what it is: six steps with times, a way back, a trigger', () => {
    const note = goLiveNote(release(), inputs);
    expect(note?.path).toBe(`${FOLDER}/Go-live.md`);
    const plan = goLivePlan(note?.text ?? '');
    expect(plan.steps.map(({ offset }) => offset)).toEqual([-60, -30, 0, 15, 30, 60]);
    expect(plan.steps.filter(({ isPointOfNoReturn }) => isPointOfNoReturn)).toHaveLength(1);
    expect(plan.rollback).toMatchObject({ owner: null, minutes: 20 });
    expect(plan.rollback.triggers).toHaveLength(1);
    expect(plan.rollback.steps).toHaveLength(3);
  });

  it('a step that begins early is stamped and logged in one edit', () => {
    const text = '# Go-live\n- [ ] T-0 One\n- [ ] T+5m Two\n';
    const step = goLivePlan(text).steps[1];
    if (!step) throw new Error('no step');
    expect(written(text, beginStep('a.md', step, at, true))).toBe(
      '# Go-live\n- [ ] T-0 One\n- [ ] T+5m Two [started:: 2026-03-20 22:04 +01:00]\n\n## Log\n\n- 2026-03-20 22:04 +01:00 Started “Two” before the steps above it were done\n',
    );
    expect(written(text, beginStep('a.md', step, at, false))).not.toContain('Log');
  });

  it('what is typed at a rollback stays one line of text', () => {
    const text = written('# Go-live\n', rollBack('a.md', release(), 'Ops', 'errors\n# > 2 % <%tp%>', at));
    expect(text).toMatch(/\n- 2026-03-20 22:04 \+01:00 Rolled back by Ops: errors # > 2 %[^\n]*\n$/);
    expect(text).not.toContain('<%');
    expect(goLivePlan(text).isRolledBack).toBe(true);
  });
});
