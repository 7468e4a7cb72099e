import { conflictedOriginal, likelyOriginal, saysTheSame } from '../../src/domain/conflicted-copy';

describe('a conflicted copy', () => {
  it.each([
    ['Obsidian Sync', 'Plan (Conflicted copy iPhone 202601221200).md'],
    ['Obsidian Sync, a bracket in the name of the device', 'Plan (Conflicted copy Ann (work) 202601221200).md'],
    ['Syncthing', 'Plan.sync-conflict-20260122-101112-ABCDEFG.md'],
    ['Syncthing, without the device', 'Plan.sync-conflict-20260122-101112.md'],
    ['Dropbox', "Plan (Ann Lee's conflicted copy 2026-01-22).md"],
    ['Dropbox, a second one', "Plan (Ann Lee's conflicted copy 2026-01-22) 1.md"],
    ['Dropbox, case', 'Plan (Case Conflict 1).md'],
    ['Dropbox, selective sync', 'Plan (Selective Sync Conflict).md'],
    ['Dropbox in German', 'Plan (In Konflikt stehende Kopie von Ann 2026-01-22).md'],
    ['Dropbox in French', 'Plan (Copie en conflit de Ann 2026-01-22).md'],
    ['Dropbox in Spanish', 'Plan (Copia en conflicto de Ann 2026-01-22).md'],
    ['Dropbox in Japanese', 'Plan (Ann の競合コピー 2026-01-22).md'],
    ['Nextcloud and ownCloud', 'Plan (conflicted copy 2026-01-22 101112).md'],
    ['ownCloud of before', 'Plan_conflict-20260122-101112.md'],
    ['Seafile', 'Plan (SFConflict ann@example.org 2026-01-22-10-11-12).md'],
    ['pCloud', 'Plan [conflicted].md'],
    ['Resilio', 'Plan.Conflict.md'],
  ])('of %s is known by its name', (_, name) => {
    expect(conflictedOriginal(`Active/Releases/v2/${name}`)).toBe('Active/Releases/v2/Plan.md');
  });

  it.each([
    'Plan.md',
    'Conflict resolution.md',
    'Plan (v2).md',
    'Plan (conflicts of interest).md',
    'Merge conflict.md',
    'Plan 2026.md',
    'Sprint 12.md',
    'Plan (draft copy).md',
    'A.conflicts.md',
  ])('is not %s', (name) => {
    expect(conflictedOriginal(name)).toBeNull();
  });

  it('of iCloud, Google Drive or OneDrive is one only where it says the same', () => {
    expect(['Plan 2.md', 'Plan (1).md', 'Plan-DESKTOP-7A1B2C.md', 'Plan copy.md'].map(likelyOriginal)).toEqual([
      'Plan.md',
      'Plan.md',
      'Plan.md',
      'Plan.md',
    ]);
    expect(['Plan.md', 'Plan 1.md', 'Q1.md', 'Plan-b.md'].map(likelyOriginal)).toEqual([null, null, null, null]);
    const plan = '# Release: v2.5\n- Target date: 2026-02-15\n- [ ] Docs\n- [ ] QA\n';
    expect(saysTheSame(plan, plan.replace('[ ] Docs', '[x] Docs').replace('2026-02-15', '2026-02-22'))).toBe(true);
    expect(saysTheSame(plan, '# Release: v2.6\n- Target date: 2026-03-15\n- [ ] Docs\n- [ ] QA\n')).toBe(false);
    expect(saysTheSame('- Ann\n', '- Bob\n')).toBe(false);
  });
});
