/** A section of a checklist that is put in when it is wanted; T-7 counts working days before the target. */
export interface ChecklistPack {
  readonly name: string;
  /** What it is for, in a few words. */
  readonly about: string;
  readonly text: string;
}

const LAUNCH = `## Launch
- [ ] Go-live steps and way back written down, with a name each (T-5)
- [ ] Announcement, help pages and in-app texts approved (T-3)
- [ ] Sales and success know whom it is for, what it costs and what it does not do (T-3) %% size 2+ %%
- [ ] Known issues and answers ready for support (T-2)
- [ ] On-call and escalation named for launch day and the night after (T-2)
- [ ] Customers with a notice period told (T-10) %% size 2+ %%
- [ ] Partners and regions told (T-5) %% size 3+ %%
- [ ] Dashboard of the first day open: adoption, errors, tickets (T-1)
- [ ] Announced (T-0)
- [ ] First-day review held: keep, mend or roll back (T+1)
`;

const SEVEN_DAYS = `## Readiness, 7 days before
- [ ] Scope is closed: what is not in has a release of its own (T-7)
- [ ] Open defects sorted: blocking, known, later (T-7)
- [ ] Go/no-go invited, with who decides and who may stop it (T-7)
- [ ] Every open item has an owner and a day before the go/no-go (T-7)
- [ ] Way back rehearsed, and how long it takes (T-7)
- [ ] Migration timed on a copy of real data (T-7) %% size 2+ %%
- [ ] Security, privacy and legal have said yes or what they wait for (T-7) %% size 2+ %%
- [ ] Freeze calendars of all regions checked (T-7) %% size 4+ %%
`;

const THREE_DAYS = `## Readiness, 3 days before
- [ ] No blocking defect open (T-3)
- [ ] Release candidate is the build that was tested (T-3)
- [ ] Support, sales and success were briefed, and asked what is missing (T-3)
- [ ] Alerts tested by raising one (T-3)
- [ ] Go-live timed with names, its window and its last moment to roll back (T-3)
- [ ] Status page and messages for trouble drafted (T-3) %% size 2+ %%
- [ ] Change record approved (T-3) %% size 3+ %%
`;

/** Sections that no checklist has from the start; a command puts them where the cursor is. */
export const PACKS: readonly ChecklistPack[] = [
  { name: 'Launch', about: 'Announcing it, and the first day after', text: LAUNCH },
  { name: 'Readiness, 7 days before', about: 'Is the go/no-go worth holding?', text: SEVEN_DAYS },
  { name: 'Readiness, 3 days before', about: 'Is it the build, and does everybody know?', text: THREE_DAYS },
];
