import { facts, releasesOf } from '../builders';

/** The one release of notes that begin as a plan of v4.0 (Orion) does, with more lines below. */
function orion(
  lines: readonly string[],
  path = 'Orion.md',
  day = '2026-02-10',
): ReturnType<typeof releasesOf>[number] | undefined {
  return releasesOf(
    {
      [path]: ['# Release: v4.0 (Orion)', '- Target date: 2026-03-20', '- Owner: Ann Lee', '', ...lines, ''].join('\n'),
    },
    day,
  )[0];
}

describe('whose fact it is', () => {
  it.each([
    [
      'a feature in a list',
      ['## Scope', '- **Import**', '  - Owner: Bob Roy', '  - Status: Done', '  - Launch date: 2026-01-02'],
    ],
    [
      'a feature below its own heading',
      ['## Features', '### Search', '- Lead: Bob Roy', '- Status: Shipped', '- Target: 2026-01-05'],
    ],
    ['the way back', ['## Rollback', '- Owner: Ops on call']],
    ['a bold label', ['**Support**', '- Owner: Cy Poe', '- Status: complete']],
    ['an earlier release', ['## Last release', '- Release date: 2025-11-02', '- Status: Released']],
    ['Dataview fields of a part', ['## Beta programme', '- [target:: 2026-01-09] [owner:: Bob Roy]']],
    [
      'a table of a part',
      ['## Communications', '| Owner | Bob Roy |', '|-|-|', '| Launch date | 2026-01-03 |', '| Status | Done |'],
    ],
    ['sign-offs by function', ['## Sign-offs', '- Legal', '  - Decision: Go', '  - Owner: Cy Poe']],
  ])('%s keeps its facts to itself', (_name, lines) => {
    const release = orion(lines);
    expect([release?.owner?.value, release?.target?.value.date, release?.phase, release?.decision]).toEqual([
      ['Ann Lee'],
      '2026-03-20',
      'planned',
      null,
    ]);
  });

  it.each([
    ['an overview', ['## Overview', '- Status: Released']],
    ['release status', ['## Release status', '**Status:** shipped']],
    ['numbered key dates', ['## 2. Key dates', '- Target date: 2026-03-27']],
  ])('%s speaks of the release as a whole', (_name, lines) => {
    const release = orion(lines);
    expect([release?.phase, release?.target?.value.date]).not.toEqual(['planned', '2026-03-20']);
  });

  it.each([
    '## 1.2 Schedule',
    '### 3.4.1 Scope',
    '## Phase 2.1: rollout',
    '## WCAG 2.2 audit',
    '## Python 3.12 upgrade',
    '## Launch: Day-of tasks',
    '## Release – Final steps',
  ])('%s is no second release', (heading) => {
    expect(
      releasesOf({
        'Orion.md': `# Release: v4.0 (Orion)\n- Owner: Ann Lee\n${heading}\n- Go/no-go: 2026-03-16\n- Target date: 2026-03-20\n- [ ] Post\n`,
      }).map(({ key }) => key),
    ).toEqual(['v4.0']);
  });

  it.each([
    ['a history of a document', '# Policy\n\n| Version | Date | Editor |\n|-|-|-|\n| 1.3 | 2026-02-10 | Ann |\n'],
    [
      'an inventory',
      '# Handover\n\n| Document | Version | Recipient | Date |\n|-|-|-|-|\n| Guide | 2.1 | Bob | 2026-02-10 |\n',
    ],
    ['release notes', '# Release notes v0.7.0\n\n**Release date:** 2026-02-10\n\n## Fixed\n- Crash\n'],
    ['a private matter', '# Tax return\n- Deadline: 2026-03-31\n- Owner: Ann\n- [ ] Receipts\n'],
    ['an ADR', '# ADR-9: use queues\n- Status: accepted\n- Decision date: 2026-02-01\n'],
    ['a generic form', '# Product launch checklist\n- [ ] Press\n- [ ] Docs\n'],
    ['a placeholder', '# Release: [Release name]\n- Target date: 2026-03-01\n- Owner: ________\n'],
    ['a day as a name', '# Notes\n- Launch: March 8 (tentative)\n'],
  ])('%s names no release', (_name, text) => {
    expect(releasesOf({ 'Inbox/note.md': text })).toEqual([]);
  });

  it.each([
    ['# v0.4.0 Release Checklist\n- [ ] Tag\n', '0.4.0'],
    ['# Release Checklist (0.4.0)\n- [ ] Tag\n', '0.4.0'],
    ['# KubeSail 1.6 Release Schedule\n- [ ] Tag\n', '1.6'],
    ['# Delayed ship date retro - Falcon v7.0.0\n- x\n', '7.0.0'],
    ['# v1.1 RC1 go/no-go record\n- Outcome: NO-GO\n', '1.1'],
    ['# План релиза v0.7.0\n- [ ] Тесты\n', '0.7.0'],
  ])('%j is about version %s', (text, version) => {
    expect(releasesOf({ 'note.md': text }).map((release) => release.version)).toEqual([version]);
  });

  it('a date beside the name is the target where no other stands', () => {
    expect(
      releasesOf({ 'a.md': '# Sync\n- Release: v2.5 ships May 12\n- Owner: Ann Lee\n' }, '2026-02-10').map(
        ({ name, target }) => [name, target?.value.date],
      ),
    ).toEqual([[null, '2026-05-12']]);
    expect(
      releasesOf({ 'a.md': '# Release: v2.5 (Feb 15)\n- Target date: Feb 20\n' }, '2026-02-10').map(
        ({ name, target }) => [name, target?.value.date],
      ),
    ).toEqual([[null, '2026-02-20']]);
  });

  it.each([
    '- Feb 25: Release',
    '- **Wed Feb 25**: v4.0 released',
    '- Feb 25 – Week 8 – Orion 4.0 released',
    '- v4.0: Feb 25',
    '| When | What |\n|-|-|\n| Feb 11 | Beta |\n| Feb 25 | GA |',
    '| Release | Feb 25 |\n|-|-|\n| Date | |',
  ])('the timeline %j gives the target', (line) => {
    expect(
      releasesOf({ 'a.md': `# Release: v4.0 (Orion)\n- Owner: Ann\n\n## Timeline\n${line}\n` }, '2026-02-10')[0]?.target
        ?.value.date,
    ).toBe('2026-02-25');
  });
});

describe('decisions and their object', () => {
  it.each([
    ['go', 'go'],
    ['GO – all gates green', 'go'],
    ['Go for launch on Mar 20', 'go'],
    ['approved', 'go'],
    ['we ship it', 'go'],
    ['no-go', 'no-go'],
    ['NO GO for the release', 'no-go'],
    ['not ready', 'no-go'],
    ['go with conditions: importer fixed', 'conditional'],
    ['no go without the importer fix', 'conditional'],
    ['conditional go', 'conditional'],
    ['postpone the launch', 'postponed'],
    ['on hold', 'postponed'],
    ['☑ GO ☐ NO-GO', 'go'],
    ['GO / ~~NO-GO~~', 'go'],
    ['☐ GO ☐ NO-GO', null],
    ['go for vendor B', null],
    ['no go-live on Fridays', null],
    ['postpone the pricing page', null],
    ['hold the blog post until Feb 9', null],
    ['approved the new logo', null],
    ['delay hiring', null],
  ])('“Decision: %s” is %s', (text, expected) => {
    expect(orion([`- Decision: ${text}`])?.decision?.value ?? null).toBe(expected);
  });

  it('a status of no-go counts, in the body and among the properties', () => {
    expect(orion(['- Status: NO-GO (two gates failed)'])?.decision?.value).toBe('no-go');
    expect(releasesOf({ 'a.md': '---\nrelease: v4.0\nstatus: no-go\n---\n# Orion\n' })[0]?.decision?.value).toBe(
      'no-go',
    );
  });

  it.each([
    ['slip to Mar 27', '2026-03-27'],
    ['keep Mar 20', '2026-03-20'],
    ['we move the launch to Apr 3', '2026-04-03'],
    ['push the launch by one week', '2026-03-27'],
    ['push the release by 3 business days', '2026-03-20'],
    ['pull the launch forward by 2 days', '2026-03-18'],
    ['move the blog post to Mar 27', '2026-03-20'],
  ])('“Decision: %s” leaves the target at %s', (text, expected) => {
    const notes = {
      'Orion.md': '# Release: v4.0 (Orion)\n- Target date: 2026-03-20\n',
      '2026-02-12 Sync.md': `# 2026-02-12 Sync\n## Release: v4.0 (Orion)\n\n## Decisions\n- ${text}\n`,
    };
    expect(releasesOf(notes, '2026-02-10')[0]?.target?.value.date).toBe(expected);
  });

  it.each([
    ['- [x] GO\n- [ ] NO-GO', 'go'],
    ['- [ ] GO\n- [x] **NO-GO** – two gates failed', 'no-go'],
    ['- [ ] GO\n- [x] Conditional go\n- [ ] NO-GO', 'conditional'],
    ['- [ ] GO\n- [ ] NO-GO', null],
    ['- [x] Yes\n- [ ] No', null],
    ['Go/no-go?\n\n- [x] Yes\n- [ ] No', 'go'],
  ])('the choice %j is no work, and decides %s', (choice, expected) => {
    const release = orion(['## Outcome', choice]);
    expect([release?.items, release?.decision?.value ?? null]).toEqual([[], expected]);
  });
});

describe('owners as people write them', () => {
  it.each([
    ['[Ann Lee](Ann%20Lee.md)', ['Ann Lee']],
    ['[Ann Lee](https://x.test/a)', ['Ann Lee']],
    ['Ann Lee <ann@x.test>', ['Ann Lee']],
    ['"Ann Lee"', ['Ann Lee']],
    ['Ann Lee[^2]', ['Ann Lee']],
    ['Ann Lee #dri', ['Ann Lee']],
    ['Bob Roy -> Ann Lee', ['Ann Lee']],
    ['[[People/Ann Lee|Ann]]', ['Ann Lee']],
    ['Ann Lee ([@al](https://x.test))', ['Ann Lee']],
    ['Trust & Safety', ['Trust & Safety']],
    ['Research and Development', ['Research and Development']],
    ['Ann Lee and Bob Roy', ['Ann Lee', 'Bob Roy']],
    ['not assigned yet', undefined],
    ['nobody yet', undefined],
    ['need volunteer', undefined],
    ['who takes this?', undefined],
    ['`unknown`', undefined],
  ])('Owner: %s', (text, expected) => {
    expect(
      releasesOf({ 'a.md': `# Release: v4.0\n- Target date: 2026-03-20\n- Owner: ${text}\n` })[0]?.owner?.value,
    ).toEqual(expected);
  });

  it.each([
    ['**@ann** to write the docs', 'ann'],
    ['Add @eve to the README (@fay)', 'fay'],
    ['Send the list to @gil (@hal)', 'hal'],
    ['Review it - assigned to @Tom', 'Tom'],
    ['SK -> deck', 'SK'],
    ['Bob → fix the login', 'Bob'],
    ['Draft the mail → Ann', 'Ann'],
    ['CG to add docs', 'CG'],
    ['AI: Mei writes the guide', 'Mei'],
    ['TODO(mei): guide', 'mei'],
    ['Mai T. — confirm the rota', 'Mai T.'],
    ['Product team to check the log', 'Product team'],
    ['Check it ([[2026-03-04]])', null],
    ['Send FAQ @due(2026-03-04)', null],
    ['Agenda: review', null],
    ['Build IPA: run the script', null],
    ['Parameter Normalization: later', null],
    ['Need to fix the build', null],
    ['**Fehlerbehebung:** Bugs aus der Liste', null],
    ['Code Reviews: zwei je Woche', null],
    ['**Item:** renew the certificate', null],
    ['Someway to ask customers -- a form?', null],
    ['everyone: read the PRD', null],
  ])('the action “%s” is %s’s', (text, owner) => {
    expect(
      facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n## Action items\n- ${text}\n`).actions.map(
        (action) => action.owner,
      ),
    ).toEqual([owner]);
  });

  it('nobody is credited with what has no owner', () => {
    const [release] = releasesOf({ 'a.md': '# Release: v4.0\n- Owner: Ann Lee\n## Action items\n- Fix the login\n' });
    expect([release?.actions[0]?.owner, release?.actions[0]?.noteOwner]).toEqual([null, null]);
  });
});

describe('headings of work and of needs that people use', () => {
  it.each(['To be done', 'Medidas a serem tomadas', 'Actions to be taken', 'Owner → task → link'])('%s', (heading) => {
    expect(facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n## ${heading}\n- Send FAQ\n`).actions).toHaveLength(1);
  });

  it.each(['Dependencies on the agency', 'Dependencies from Legal'])('%s', (heading) => {
    const text = `# Release: v4.0\n- Target date: 2026-03-20\n\n## ${heading}\n- Logo by Mar 3\n`;
    expect(facts('Plan.md', text).dependencies).toHaveLength(1);
  });
});

describe('lines that settle themselves, and lines that are no matter', () => {
  it.each([
    'Send FAQ - DONE',
    'Send FAQ (done)',
    'Send FAQ – done',
    'Send FAQ ✅',
    'DONE: send FAQ',
    '[done] Send FAQ',
    'Send FAQ. Done.',
    '~~Send FAQ~~',
    'Send FAQ - completed 2026-02-09',
    'Send FAQ RESOLVED',
  ])('“%s” is done', (text) => {
    expect(
      facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n## Action items\n- ${text}\n`).actions.map(({ state, due }) => [
        state,
        due.on,
      ]),
    ).toEqual([['done', null]]);
  });

  it.each(['Get the review done', 'Not done: send FAQ', 'Close when done', 'To be completed by Ann'])(
    '“%s” is open',
    (text) => {
      expect(
        facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n## Action items\n- ${text}\n`).actions.map(
          ({ state }) => state,
        ),
      ).toEqual(['open']);
    },
  );

  it.each([
    '0 critical, 2 low',
    'No sev1 bugs open',
    'If a critical bug appears, call Ann',
    'P0 count is down to zero',
    'The critical bug is gone',
    'previously critical, now minor',
    'sev1 crash fixed yesterday',
    'Critical = stops the launch',
  ])('“%s” is no open critical issue', (text) => {
    expect(
      orion(['## Risks', `- ${text}`])?.risks.filter(({ severity, resolved }) => severity === 'critical' && !resolved),
    ).toEqual([]);
  });

  it.each([
    ['We see these:', '- Critical: the vendor is down'],
    ['**High:**', '- Critical: the vendor is down'],
    ['### Open', '- Critical: the vendor is down'],
    ['- <!-- add yours -->', '- Critical: the vendor is down'],
  ])('%j keeps the section going', (intro, line) => {
    expect(orion(['## Risks', 'Known so far', intro, line])?.risks.map(({ severity }) => severity)).toEqual([
      'critical',
    ]);
  });

  it.each([
    ['## Action items', '### Issues / PRs triaged', 'actions'],
    ['## Checklist', '### Release blockers and backports', 'tasks'],
    ['## Notes', '### Strengths', null],
  ] as const)('below %s the heading %s changes nothing by one of its words', (above, below, list) => {
    const read = facts('a.md', `# Release: v4.0\n${above}\n${below}\n- [ ] Merge the backport\n`);
    expect([read.risks.length, list === null ? 0 : read[list].length]).toEqual([0, list === null ? 0 : 1]);
  });

  it.each(['Waiting on [[Omar]] since Feb 2', '[[Omar]] has had the draft since Feb 2'])(
    '“%s” has no due date',
    (text) => {
      expect(orion(['## Dependencies', `- ${text}`])?.dependencies.map(({ due }) => due.on)).toEqual([null]);
    },
  );

  it('a text without Latin letters is text', () => {
    expect(orion(['## Risks', '- 用户数据丢失', '- Потеря данных'])?.risks).toHaveLength(2);
  });
});

describe('records and living notes', () => {
  it.each(['Notes', 'AI', 'Open questions', 'Blocked', 'Commitments', 'Owners', 'Tasks'])(
    'a box below “%s” of a meeting is an action, and no part of the checklist',
    (section) => {
      const [release] = releasesOf({
        'Plan.md': '# Release: v4.0 (Orion)\n- [ ] Docs\n',
        '2026-02-10 Sync.md': `# 2026-02-10 Sync\n## Release: v4.0 (Orion)\n## ${section}\n- [ ] Bob to call the city by Feb 12\n`,
      });
      expect([release?.items.length, release?.actions.map(({ owner, due }) => [owner, due.on?.date])]).toEqual([
        1,
        [['Bob', '2026-02-12']],
      ]);
    },
  );

  it('a retro states what was, never a new target, gate or owner', () => {
    const [release] = releasesOf({
      'Plan.md': '# Release: v4.0 (Orion)\n- Target date: 2026-03-30\n- Owner: Ann Lee\n',
      'Retro.md': '---\ndate: 2026-04-02\n---\n# Retro: v4.0 (Orion)\n- Target date: 2026-03-16\n- Owner: Bob Roy\n',
    });
    expect([release?.target?.value.date, release?.owner?.value, release?.slips]).toEqual([
      '2026-03-30',
      ['Ann Lee'],
      [],
    ]);
  });

  it('a plan whose day is only its file’s yields to a record, whatever the days', () => {
    const notes = {
      'Plan.md': '# Release: v4.0 (Orion)\n- Target date: 2026-03-16\n',
      '2026-01-27 Sync.md': '# 2026-01-27 Sync\n## Release: v4.0 (Orion)\n- Target date: 2026-03-23\n',
    };
    for (const touched of ['2026-01-20', '2026-01-28', '2026-03-01'])
      expect(releasesOf(notes, touched)[0]?.target?.value.date).toBe('2026-03-23');
  });

  it('a folder that says version and name is one release with a meeting’s version', () => {
    expect(
      releasesOf({
        'Active/Releases/v1.5 Orion/Plan.md': '# Plan\n- Target date: 2026-03-20\n',
        'Inbox/2026-02-10 Sync.md': '## Release: v1.5\n- Owner: Ann Lee\n',
      }).map(({ key, name }) => [key, name]),
    ).toEqual([['v1.5', 'Orion']]);
  });

  it.each([
    ['Notes-2025-02-17.md', '# Sync\n', '2025-02-17'],
    ['2025 April 12.md', '# Sync\n', '2025-04-12'],
    ['a.md', '# Sync\n## 2026-02-10, 10:00–10:30\n', '2026-02-10'],
    ['a.md', '# Report\n- Generated: 2026-02-13T12:30:17+00:00\n', '2026-02-13'],
    ['a.md', '# Bericht\n\nStand: 2026-02-16\n', '2026-02-16'],
    ['a.md', '# Weekly 9-4-2021\n', null],
  ])('%s with %j is of %s', (path, text, expected) => {
    const read = facts(path, text);
    expect(read.asOfSource === 'file' ? null : read.asOf).toBe(expected);
  });
});

describe('what the lines below an item tell about it', () => {
  const meeting = (lines: readonly string[]): string => ['# 2026-02-10 Sync', '', ...lines, ''].join('\n');

  it.each([
    ['- Owner: Ann Lee', '- Due: Feb 20'],
    ['- **Assigned to:** Ann Lee', '- **Deadline:** 2026-02-20'],
    ['- Assigné à: Ann Lee', '- Échéance: 2026-02-20'],
    ['- Verantwortlich: Ann Lee', '- Frist: 20.02.2026'],
    ['- 负责人：Ann Lee', '- 截止日期：2026-02-20'],
  ])('%s and %s are the owner and day of the action above', (owner, due) => {
    const read = facts(
      '2026-02-10 Sync.md',
      meeting(['## Action items', '1. Write the FAQ', `   ${owner}`, `   ${due}`, '2. Book the room']),
    );
    expect(read.actions.map((action) => [action.title, action.owner, action.due.on?.date ?? null])).toEqual([
      ['Write the FAQ', 'Ann Lee', '2026-02-20'],
      ['Book the room', null, null],
    ]);
  });

  it('an owner on the line itself stays, and other details change nothing', () => {
    const read = facts(
      '2026-02-10 Sync.md',
      meeting([
        '## Action items',
        '- Bob Roy to write the FAQ by Feb 12',
        '  - Owner: Ann Lee',
        '  - Due: Feb 20',
        '  - Priority: high',
      ]),
    );
    expect(read.actions.map(({ owner, due }) => [owner, due.on?.date])).toEqual([['Bob Roy', '2026-02-12']]);
  });

  it('boxes below an item without one are its work; below a box they are its parts', () => {
    const read = facts(
      '2026-02-10 Sync.md',
      meeting([
        '## Next steps',
        '1. **Legal**',
        '   - [ ] Read the terms',
        '   - [ ] Sign them',
        '2. [ ] Announce',
        '   - [ ] Write the mail',
      ]),
    );
    expect(read.actions.map(({ title }) => title)).toEqual(['Read the terms', 'Sign them', 'Announce']);
  });

  it('numbered risks in bold are the risks, the lines below them details, and a state there settles them', () => {
    const release = orion([
      '## Risks',
      '**Risk #1: Traffic doubles**',
      '- Impact: medium',
      '- Claimed: 100 %',
      '- **Status:** ✅ Mitigated',
      '',
      '**2. Vendor late (P0)**',
      '- Reality: no contract',
    ]);
    expect(release?.risks.map(({ title, severity, resolved }) => [title, severity, resolved])).toEqual([
      ['Traffic doubles', null, true],
      ['Vendor late (P0)', 'critical', false],
    ]);
  });
});

describe('headings, columns and names of other teams', () => {
  it.each([
    'Neste steg (prioritert)',
    'Nästa steg',
    'Actionpoints inför nästa gång',
    'Næste skridt',
    'Oppfølging',
    'Aufgabenverteilung',
    'Acties & Verantwoordelijkheden',
    '✅ Actions à suivre',
    '4. Azioni da Intraprendere (Action Items)',
    'Kolejne kroki',
    'Дальнейшие шаги',
    '次の一手',
    '下一步计划',
    '후속 조치',
  ])('the items below “%s” are actions', (heading) => {
    expect(facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n\n## ${heading}\n- Ring the vendor\n`).actions).toHaveLength(
      1,
    );
  });

  it.each(['Risikologg', 'Riskanalys', '⚠️ 风险评估', 'Ryzyka', 'Riesgos identificados', 'Risk log'])(
    'the items below “%s” are risks',
    (heading) => {
      expect(orion([`## ${heading}`, '- Vendor late'])?.risks).toHaveLength(1);
    },
  );

  it.each(['Voting member attendance', 'Other Attendees', 'Deltakere', 'Närvarande', 'Presenti', '**Participants**'])(
    'the boxes below “%s” are people',
    (heading) => {
      expect(
        facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n\n## ${heading}\n- [x] Ann Lee, Acme\n- [ ] Bob Roy\n`).actions,
      ).toEqual([]);
    },
  );

  it('tasks under a heading of blockers are no blockers, and the state of a tracker is no list of issues', () => {
    expect(
      orion([
        '## Launch blockers',
        '| Task | Effort |',
        '|-|-|',
        '| Add the key | 10 min |',
        '## Issues status',
        '- 20 issues in progress',
      ])?.risks,
    ).toEqual([]);
  });

  it('the day on which a row was noted is neither its matter nor its due day', () => {
    const read = facts(
      'Actions.md',
      '# Action items\n| MeetingTime | Items | Owner | Status |\n|-|-|-|-|\n| 20260106 | Ask the vendor | Ann Lee | 20260113:open 20260120:close |\n',
    );
    expect(read.actions.map(({ title, owner, due, state }) => [title, owner, due.on, state])).toEqual([
      ['Ask the vendor', 'Ann Lee', null, 'done'],
    ]);
  });

  it.each([
    ['**Action (Bruce Xu):** Send the report', 'Bruce Xu'],
    ['**Action (Ann / Bob):** Send the report', 'Ann'],
    ['**Action (all):** Read it', null],
    ['Send the invoice (F Renault & C Zwikel)', 'F Renault'],
    ['Tell the users (Peter) Done', 'Peter'],
    ['Collect opinions (Josef)).', 'Josef'],
    ['Deltakarliste: send it', null],
  ])('“%s” is %s’s', (text, owner) => {
    expect(
      facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n\n## Actions\n- ${text}\n`).actions.map((action) => action.owner),
    ).toEqual([owner]);
  });

  it('an initial keeps its dot', () => {
    const read = facts(
      '2026-02-10 Sync.md',
      '# 2026-02-10 Sync\n\n## Actions\n| Action | Owner |\n|-|-|\n| Draft it | Alessandro C. |\n| Send it | Ann Lee. |\n',
    );
    expect(read.actions.map(({ owner }) => owner)).toEqual(['Alessandro C.', 'Ann Lee']);
  });

  it.each([
    '# Final Executive Summary\n- Launch date: 2026-03-20\n- Decision: go\n- [ ] Docs\n',
    '# Pre-Release Checklist\n- Target release date: 2026-03-20\n- Owner: Ann Lee\n- [ ] Docs\n',
    '# Release Status Report\n- Target date: 2026-03-20\n- Owner: Ann Lee\n- [ ] Docs\n',
  ])('%j is a document, and no release’s name', (text) => {
    expect(releasesOf({ 'note.md': text })).toEqual([]);
  });
});

describe('what a page says of its release in the customs of other teams', () => {
  it.each([
    [
      '# Kit for instructors\n\n## Release identity\n- Product version: `0.2.0`\n- Release date: 2026-03-20\n',
      null,
      '0.2.0',
    ],
    ['# 運用記録\n\n## リリース情報\n- **バージョン**: v2.3.5\n- **リリース予定日**: 2026-03-20\n', null, '2.3.5'],
    ['# Launch Marketing — Aimily\n\n**Launch target**: 2026-03-20\n**Owner**: Ann Lee\n', 'Aimily', null],
    [
      '# Release v0.1.2\n- Release date: 2026-03-20\n\n## Team\n| Role | Assignee |\n|-|-|\n| **Owner** | Pavish |\n',
      null,
      '0.1.2',
    ],
  ])('%j', (text, name, version) => {
    expect(
      releasesOf({ 'page.md': text }).map((release) => [release.name, release.version, release.target?.value.date]),
    ).toEqual([[name, version, '2026-03-20']]);
  });

  it('a table of roles below Team names the owner', () => {
    expect(
      releasesOf({
        'page.md':
          '# Release v0.1.2\n- Release date: 2026-03-20\n\n## Team\n| Role | Assignee |\n|-|-|\n| **Owner** | Pavish |\n| Designer | Cy Poe |\n',
      })[0]?.owner?.value,
    ).toEqual(['Pavish']);
  });

  it.each([
    '# Final Release Verdict — Launch Certification\n**Datum:** 2026-03-07\n## Verdict: GO\n- [ ] Docs\n',
    '# Current release gate: go / no-go decision\n- Decision: GO\n- [ ] Docs\n',
  ])('%j names none', (text) => {
    expect(releasesOf({ 'page.md': text })).toEqual([]);
  });

  it('a title’s day is the note’s, not the release’s', () => {
    const [release] = releasesOf({
      '2026-03-02 release plan.md':
        '# 2026-03-02 Plan for 0.1.2\n\nMain focus of the release is to fix bugs.\n\n## 0.1.2\n- Owner: Ann Lee\n- [ ] Docs\n',
    });
    expect(release?.target ?? null).toBeNull();
  });

  it.each([
    [
      'El acta de la reunión: el equipo de la aplicación para los usuarios y las tareas que una persona con el rol de líder de la semana',
      '2026-02-12',
    ],
    [
      'The minutes of the meeting: the team and the users, with the tasks that we will do for this week and the lead is on it, to be sure',
      '2026-12-02',
    ],
  ])('an open order of day and month is the custom of the note’s language', (text, day) => {
    const read = facts(
      '2026-02-06 Acta.md',
      `# 2026-02-06 Acta\n\n${text}\n\n## Acciones\n- Escribir el guion antes del 12/02/2026\n`,
    );
    expect(read.actions.map(({ due }) => due.on?.date)).toEqual([day]);
  });

  it('Korean days are read', () => {
    expect(facts('상태.md', '# 상태\n\n**작성일**: 2026년 1월 15일\n').asOf).toBe('2026-01-15');
  });

  it('a line in bold among boxes tells about them', () => {
    expect(
      facts(
        '2026-02-06 Sync.md',
        '# 2026-02-06 Sync\n\n## Next actions\n- [ ] Send the mails\n- **Success metric:** six answers\n- [ ] Post it\n',
      ).actions.map(({ title }) => title),
    ).toEqual(['Send the mails', 'Post it']);
  });
});

describe('a note without a day of its own', () => {
  it.each(['today', 'tomorrow', 'yesterday', 'EOD', 'the day after tomorrow'])(
    'gives “%s” no day, whatever zone the file’s time is read in',
    (word) => {
      for (const day of ['2026-02-10', '2026-02-11'])
        expect(
          facts('Inbox/Sync.md', `# Sync\n## Action items\n- Ann to send the deck by ${word}\n`, day).actions.map(
            ({ owner, due }) => [owner, due.on],
          ),
        ).toEqual([['Ann', null]]);
    },
  );

  it('counts from its day where it has one', () => {
    expect(
      facts('2026-02-10 Sync.md', '# Sync\n## Action items\n- Ann to send the deck by tomorrow\n').actions[0]?.due.on
        ?.date,
    ).toBe('2026-02-11');
  });
});

describe('a running log', () => {
  const log = [
    '# Team sync',
    '',
    '## 2026-02-10',
    '### Action items',
    '- Ann to send the deck by Friday',
    '',
    '## 2026-02-17',
    '### Action items',
    '- Bob to book the room by Friday',
    '- Cy to call by tomorrow',
    '',
  ].join('\n');

  it('counts each section from its own day', () => {
    expect(facts('Inbox/Team sync.md', log).actions.map(({ owner, due }) => [owner, due.on?.date])).toEqual([
      ['Ann', '2026-02-13'],
      ['Bob', '2026-02-20'],
      ['Cy', '2026-02-18'],
    ]);
  });

  it('is none where one day stands above all, or headings only mention days', () => {
    const one = '# 2026-02-10 Sync\n\n## Launch on 2026-03-20\n## Action items\n- Ann to send the deck by Friday\n';
    expect(facts('Inbox/Sync.md', one).actions.map(({ due }) => due.on?.date)).toEqual(['2026-02-13']);
  });
});

describe('a register whose entries are headings', () => {
  const raid = [
    '# RAID log',
    '',
    '## Risks',
    '',
    '### R-001: Payment provider slips',
    '**Status**: Open  ',
    '**Severity**: Critical  ',
    '**Owner**: [[Ann Lee]]',
    '',
    '**Mitigation:**',
    '- Ask a second provider',
    '- Keep the old checkout',
    '',
    '**If it slips:**',
    '- Launch without it',
    '',
    '### R-002: Rate limits',
    '- **Status:** Closed',
    '- **Level:** Low',
    '',
    '## Assumptions',
    '### A-001: Browsers are new',
    '**Status**: Valid',
    '',
    '## Issues',
    '### I-001: Login fails',
    '**Status**: Open',
    '**Severity**: High',
    '',
    '## Dependencies',
    '### D-001: Licence text',
    '**Status**: Open',
    '**Provider (External):** Legal',
    '**Required by:** 2026-03-02',
    '',
  ].join('\n');

  it('gives each its words, grade, owner, day and state, and takes what is done about it for nothing else', () => {
    const read = facts('RAID.md', raid);
    expect(
      read.risks.map(({ title, type, severity, owner, resolved }) => [title, type, severity, owner, resolved]),
    ).toEqual([
      ['Payment provider slips', 'risk', 'critical', 'Ann Lee', false],
      ['Rate limits', 'risk', 'low', null, true],
      ['Login fails', 'issue', 'high', null, false],
    ]);
    expect(read.dependencies.map(({ who, what, due, settled }) => [who, what, due.on?.date, settled])).toEqual([
      ['Legal', 'Licence text', '2026-03-02', false],
    ]);
    expect([read.actions, read.tasks, read.releases]).toEqual([[], [], []]);
  });

  it.each([
    [
      'without numbers, below a section of risks',
      '## Launch risks\n### Vendor slips\n**Probability:** High\n### Team away\n**Impact:** Low\n',
      ['Vendor slips', 'Team away'],
    ],
    ['with numbers, below any section', '## Registers\n### RISK-4: Vendor slips\n**Level:** High\n', ['Vendor slips']],
    [
      'a letter and a number of something else',
      '## Requirements\n### R-1: The page loads in a second\nBecause people wait.\n### D-3: Use a queue\nStatus quo is slow.\n',
      [],
    ],
    [
      'a heading below risks that says what is done',
      '## Risks\n- Vendor slips\n### Contingency plans\n- Ask another vendor\n### Mitigation\n- Call weekly\n',
      ['Vendor slips'],
    ],
    [
      'an entry to be filled in',
      '## Risks\n### Risk-001: [Name]\n**Status:** Open\n### Issue-001: None\n**Status:** n/a\n',
      [],
    ],
  ])('%s', (_name, text, titles) => {
    expect(facts('Log.md', `# Log\n\n${text}`).risks.map(({ title }) => title)).toEqual(titles);
  });

  it.each(['Known security risks', 'Technical risks', 'Launch Risks', 'Riesgos que se aceptan', 'Risks to the launch'])(
    '“%s” is a section of risks',
    (heading) => {
      expect(facts('Log.md', `# Log\n\n## ${heading}\n- Vendor slips\n`).risks.map(({ title }) => title)).toEqual([
        'Vendor slips',
      ]);
    },
  );

  it.each(['What are the risks', 'Closed risks of 2024 and what we learned', 'How we rate risks'])(
    '“%s” is none',
    (heading) => {
      expect(
        facts('Log.md', `# Log\n\n## ${heading}\n- Vendor slips\n`).risks.filter(({ resolved }) => !resolved),
      ).toEqual([]);
    },
  );

  it('bullets right below numbered risks tell about them', () => {
    const text =
      '# Log\n\n## Risks\n1. Vendor slips\n- Patch: none yet\n- Verify:\n1. Call them\n2. Ask for a day\n\n2. Team away\n- Ask Bob\n';
    expect(facts('Log.md', text).risks.map(({ title }) => title)).toEqual(['Vendor slips', 'Team away']);
  });

  it('what a rubric would ask for is no action', () => {
    expect(
      facts('Rubric.md', '# Severity rubric\n\n### Blocker\n**Required action:**\n- Fix before launch\n').actions,
    ).toEqual([]);
  });
});

describe('marks that say who', () => {
  const log = (line: string, more = ''): ReturnType<typeof facts> =>
    facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n\n## Attendees\n- Ann\n\n## Talk\n${line}\n${more}`);

  it.each([
    '- LC action – close the old tickets',
    'action TB: mail the vendor',
    '- ACTION all: give feedback',
    '- action TB to mail the vendor',
    '- Action: Ann to mail the vendor',
  ])('“%s” is an action of the log', (line) => {
    expect(log(line).actions).toHaveLength(1);
  });

  it.each([
    '- Legal action is possible',
    '- In action since May: the new page',
    '- The class action suit',
    '- Take action before March',
  ])('“%s” is none', (line) => {
    expect(log(line).actions).toEqual([]);
  });

  it('also where properties give the note another type', () => {
    expect(
      facts(
        '2026-02-10-minutes.md',
        '---\ntype: Resource\n---\n# Board meeting\n\n1. Review:\n   1. Action: Ann to mail the vendor\n',
      ).actions,
    ).toHaveLength(1);
  });

  it('people under “Attended by” have no work', () => {
    expect(
      facts('2026-02-10 Record.md', '# 2026-02-10 Meeting\n\n# Attended by\n* [x] Ann Lee\n* [ ] ~~Bob Roy~~\n')
        .actions,
    ).toEqual([]);
  });

  it('steps towards a release are none of their own where the release is named', () => {
    const rows = (last: string): string =>
      `# Schedule\n\n| Version | Target date |\n|-|-|\n| 1.0.0-beta.1 | 2026-03-02 |\n| 1.0.0-rc | 2026-03-20 |\n${last}`;
    expect(facts('S.md', rows('| 1.0.0 | 2026-03-30 |\n')).releases.map(({ version }) => version)).toEqual(['1.0.0']);
    expect(facts('S.md', rows('')).releases.map(({ version }) => version)).toEqual(['1.0.0-beta.1', '1.0.0-rc']);
  });
});

describe('a heading of several kinds', () => {
  it.each(['Risks & dependencies', 'Dependencies and risks', 'Risks, issues & dependencies'])(
    '“%s”: each line says which it is',
    (heading) => {
      const release = orion([
        `## ${heading}`,
        '- Legal needs 2 days notice before launch',
        '- Waiting for terms from [[Support]]',
        '- The vendor may slip',
        '- If Legal needs more time, we lose a week',
        '- Blocked by the data team (Feb 20)',
      ]);
      expect(release?.dependencies.map(({ who }) => who)).toEqual(['Legal', 'Support', 'data team']);
      expect(release?.risks.map(({ title }) => title)).toEqual([
        'The vendor may slip',
        'If Legal needs more time, we lose a week',
      ]);
    },
  );

  it('a list of risks alone keeps its needs', () => {
    expect(orion(['## Risks', '- Legal needs more time than we have'])?.risks).toHaveLength(1);
  });
});

describe('who has the work, as further teams write it', () => {
  const owners = (lines: string): (string | null)[] =>
    facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n\n## Action items\n${lines}\n`).actions.map(({ owner }) => owner);

  it.each([
    ['**The Architect:**\n- [ ] Order the prototype\n- [ ] Write the plan', ['The Architect', 'The Architect']],
    ['### The Craftsman\n- Order the prototype', ['The Craftsman']],
    ['### Corto Plazo\n- Order the prototype', [null]],
    ['**Backend team**\n- Order the prototype\n- Bob to call the vendor', ['Backend team', 'Bob']],
    ['**Legal:**\n- Read the terms', ['Legal']],
    ['**Short Term:**\n- Read the terms', [null]],
    ['### Quick Wins\n- Read the terms', [null]],
    ['**High Priority**\n- Read the terms', [null]],
    ['**Week 3**\n- Read the terms', [null]],
    ['- Backend team will write the setters', ['Backend team']],
    ['- QA group: run the suite', ['QA group']],
    ['- Finish the unit tests – Ani to complete six', ['Ani']],
    ['- Refine the animations — Nasser will lead this', ['Nasser']],
    ['- TimT to clean the queue', ['TimT']],
    ['- Move the page – it will load faster', [null]],
  ])('%s', (lines, expected) => {
    expect(owners(lines)).toEqual(expected);
  });

  it.each(['AI-related tasks need more time', 'AI-assisted drafts are fine', 'TODO-list app: the new menu'])(
    '“%s” is no marked work',
    (line) => {
      expect(facts('2026-02-10 Retro notes.md', `# 2026-02-10 Sync\n\n## Talk\n- ${line}\n`).actions).toEqual([]);
    },
  );

  it('topics below “Actions” that mark their work have no other', () => {
    const text =
      '# 2026-02-10 Meeting\n\n## Actions\n\n### Feedback\n\n- [The mandate](https://example.org/a)\n\nACTION: Ann to close the comments\n\n### Roles\n\n| Role | Member |\n|-|-|\n| Chair | Bob |\n';
    expect(facts('2026-02-10 Meeting.md', text).actions.map(({ owner }) => owner)).toEqual(['Ann']);
  });

  it.each([
    [
      '“**Risk #1:** …” with its details below',
      '## Blockers & risks\n\n**Blocker #1:** The API is unclear\n- **Owner:** The General\n- **Mitigation:** Use mock data\n\n**Risk #2:** The robots may come late\n- **Probability:** Medium\n',
      ['The API is unclear', 'The robots may come late'],
    ],
    ['risk factors', '## Risk factors\n- Data migration is complex\n', ['Data migration is complex']],
    ['in Hungarian', '## Kockázatok\n- Az API késik\n', ['Az API késik']],
    ['in Turkish', '## Riskler\n- API gecikiyor\n', ['API gecikiyor']],
  ])('risks: %s', (_name, lines, titles) => {
    expect(facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n\n${lines}`).risks.map(({ title }) => title)).toEqual(
      titles,
    );
  });

  it.each(['Participantes presentes', 'Membros presentes:', 'Résztvevők'])('“%s” lists people', (heading) => {
    expect(
      facts('2026-02-10 Ata.md', `# Ata de reunião\n\n## ${heading}\n- [x] Ann Lee\n- [x] Bob Roy\n`).actions,
    ).toEqual([]);
  });

  it.each([
    ['## v1.0 (Planned on June 30)', '2026-06-30'],
    ['## 2.1 – planned for 2026-04-02', '2026-04-02'],
    ['## v3.0 (target: Mar 20, 2026)', '2026-03-20'],
  ])('“%s” is a release and its day', (heading, target) => {
    expect(
      releasesOf({ 'Roadmap.md': `# Roadmap\n\n${heading}\n\nMore tests.\n` }, '2026-02-10').map(
        (release) => release.target?.value.date,
      ),
    ).toEqual([target]);
  });
});

describe('whom a note names as present', () => {
  const owners = (text: string): (string | null)[] =>
    facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n\n${text}\n`).actions.map(({ owner }) => owner);

  it.each([
    [
      'in lower case, behind a label',
      'attendees: ann, bob (cto), me\n\n## Action items\n- ann: write the terms\n- bob to call the vendor\n- me: book the room\n- the vendor: sends terms',
      ['ann', 'bob', null, null],
    ],
    [
      'in a list with what they do',
      '## who was there\n- ann l (lead)\n- cy r - design\n\naction: ann to write the terms\naction: cy to draw it\naction: scope the rest',
      ['ann', 'cy', null],
    ],
    [
      'in letters without capitals',
      'Participants: محمد، سارا\n\nAction items:\n- محمد: بررسی داده\n- سارا: طراحی صفحه\n- طراحی: صفحه',
      ['محمد', 'سارا', null],
    ],
    ['nobody who was not', '## Action items\n- ann: write the terms', [null]],
  ])('%s', (_name, text, expected) => {
    expect(owners(text)).toEqual(expected);
  });
});

describe('what stands below a heading that is something else', () => {
  const actions = (path: string, text: string): string[] => facts(path, text).actions.map(({ title }) => title);

  it.each([
    [
      'improvements that were identified',
      '# Retro v1.0\n\n## Key process improvements identified\n- **Benefit**: a view from outside\n',
    ],
    ['an analysis', '# Retro v1.0\n\n## Action items\n\n### Complexity analysis\n- Features are larger than before\n'],
    [
      'meetings to come',
      '# 2026-02-10 Sync\n\n# Action items by owner\n\n## Upcoming meetings\n| Date | Meeting |\n|-|-|\n| Feb 12 | Design review |\n',
    ],
    [
      'a topic drawn in plain text',
      '# 2026-02-10 Sync\n\n=== ACTION ITEMS ===\n\n=== PRIORITIES ===\n\n1. dark mode\n2. mobile app\n',
    ],
    [
      'the history of a risk',
      '# 2026-02-10 Sync\n\n## Risks\n\n### RISK 1: Gateway\n- **Status**: Open\n- **Current actions**:\n  - Talks go on\n',
    ],
  ])('%s holds no work', (_name, text) => {
    expect(actions('2026-02-10 Retro v1.0.md', text)).toEqual([]);
  });

  it('a heading drawn in plain text is one', () => {
    expect(actions('2026-02-10 Sync.md', '# 2026-02-10 Sync\n\n=== ACTION ITEMS ===\n\n- write the terms\n')).toEqual([
      'write the terms',
    ]);
  });

  it('a decision in a log of risks is no risk', () => {
    const text =
      '# 2026-02-10 Sync\n\n## Risk and decision log\n\n### RISK 1: The gateway is weak\n- **Status**: Open\n\n### DECISION 1: What comes first\n- **Status**: Open\n- **Description**: some of it\n';
    expect(facts('2026-02-10 Sync.md', text).risks.map(({ title }) => title)).toEqual(['The gateway is weak']);
  });
});

describe('lists by their columns and headings', () => {
  it('a box, an item, somebody and a day make a table of work', () => {
    const text =
      '# 2026-02-10 Sync\n\n## Tracker\n\n| Done? | Item | Responsible | Due date |\n|-|-|-|-|\n| [ ] | Draw the page | Ann Lee | 2026-02-15 |\n| [x] | Set up | Bob Roy | 2026-02-12 |\n';
    expect(facts('2026-02-10 Sync.md', text).actions.map(({ title, owner, state }) => [title, owner, state])).toEqual([
      ['Draw the page', 'Ann Lee', 'open'],
      ['Set up', 'Bob Roy', 'done'],
    ]);
  });

  it.each(['Risk & issue log', 'Adoption risks & mitigations', 'Risk register', 'Delivery risks with mitigation'])(
    '“%s” lists risks',
    (heading) => {
      expect(orion([`## ${heading}`, '- The vendor may slip'])?.risks.map(({ title }) => title)).toEqual([
        'The vendor may slip',
      ]);
    },
  );

  it.each([
    ['Production blockers with owner and target date', 'issue'],
    ['Issue log', 'issue'],
  ])('“%s” lists what blocks', (heading, type) => {
    expect(orion([`## ${heading}`, '1. No contract test against staging'])?.risks.map((risk) => risk.type)).toEqual([
      type,
    ]);
  });

  it.each(['Prochaines étapes recommandées', '다음 회의 전까지 할 일', 'Action list'])('“%s” lists work', (heading) => {
    expect(facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n\n## ${heading}\n- Draw the page\n`).actions).toHaveLength(
      1,
    );
  });

  it('“## Blocker 1: …” is one by itself', () => {
    expect(
      facts(
        '2026-02-10 Signal.md',
        '# 2026-02-10 Signal\n\n## Blocker 1: The field is too short\n\nSee the other note.\n',
      ).risks.map(({ title }) => title),
    ).toEqual(['The field is too short']);
  });
});

describe('what a title names', () => {
  it.each([
    ['# Aurora Release Plan (2024.06)', { version: '2024.06', name: 'Aurora' }],
    ['# Aurora Release Progress Tracker', { version: null, name: 'Aurora' }],
    ['# v2 Cutover Plan', { version: '2', name: null }],
    ['# Cliente 360™ — Plan de lanzamiento v1', { version: null, name: 'Cliente 360' }],
    ['# Release Plan', null],
    ['# Cutover Plan', null],
  ])('%s', (title, identity) => {
    const [release] = facts(
      'update.md',
      `${title}\n\n## Risks\n- The vendor may slip\n\n## Checklist\n- [ ] Terms\n`,
    ).releases;
    expect(release ? { version: release.version, name: release.name } : null).toEqual(identity);
  });

  it('the number of a section is no release, whatever the section is about', () => {
    expect(
      facts(
        'report.md',
        '# Platform report\n\n## 1. Summary\n\n### 1.1 Launch overview\n\n- Launch date: 2026-03-20\n- [ ] One thing\n',
      ).releases.filter(({ version }) => version === '1.1'),
    ).toEqual([]);
  });

  it('“# GO” decides a note about go or no-go', () => {
    expect(
      releasesOf({ 'Gate.md': '# GO / NO GO — Kiosk v1.0\n\n# GO\n\n## Why\n- all well\n' }, '2026-02-10')[0]?.decision
        ?.value,
    ).toBe('go');
    expect(facts('Gate.md', '# Rules of Go\n\n# GO\n').scalars).toEqual([]);
  });

  it('a platform’s version beside its launch date is the release’s, suffix and all', () => {
    const [release] = releasesOf(
      {
        'Check.md':
          '# Production readiness checklist - Harbour\n\n**Platform version**: 2.1.0-demo\n**Target launch date**: March 20, 2026\n\n- [ ] Terms\n',
      },
      '2026-02-10',
    );
    expect([release?.version, release?.target?.value.date]).toEqual(['2.1.0-demo', '2026-03-20']);
  });
});

describe('the year of a day whose weekday is named', () => {
  const due = (text: string, fileDate: string): (string | undefined)[] =>
    facts('sync notes.md', text, fileDate).actions.map((action) => action.due.on?.date);

  it('in a note whose only year is another’s, several days that all fit another year', () => {
    const text =
      '# sync\n\n## Action items\n- Terms by fri oct 11\n- Deck by Tue, Oct 15\n- Page by Wednesday 16 October\n\nPrinted on January 10, 2026\n';
    expect(due(text, '2024-10-07')).toEqual(['2024-10-11', '2024-10-15', '2024-10-16']);
  });

  it.each([
    [
      'one slip beside a year that is stated',
      'Release date: 2026-03-10\n\n## Action items\n- Copy by Tue, Mar 4\n',
      ['2026-03-04'],
    ],
    [
      'a slip among days that fit',
      '## Action items\n- A by Mon, Feb 16\n- B by Wed, Feb 18\n- C by Thu, Feb 20\n',
      ['2026-02-16', '2026-02-18', '2026-02-20'],
    ],
    [
      'spans',
      '## Action items\n- A on Tue Feb 10-11\n- B on Thu 12 Feb to 13 Feb\n- C on Mon, Feb 16–17\n',
      ['2026-02-11', '2026-02-13', '2026-02-17'],
    ],
  ])('%s: the year stays', (_name, text, expected) => {
    expect(due(`# Launch sync\n\n${text}`, '2026-02-10')).toEqual(expected);
  });

  it('a note with a day of its own keeps its year, and says that the weekday does not fit', () => {
    const [action] = facts(
      '2025-10-07 Sync.md',
      '# 2025-10-07 Sync\n\n## Action items\n- Terms by Fri, Oct 11\n',
    ).actions;
    expect([action?.due.on?.date, action?.due.on?.assumption]).toEqual([
      '2025-10-11',
      'the weekday does not fit the date',
    ]);
  });
});

describe('lists of work and risks, as further teams head them', () => {
  const actions = (text: string, path = '2026-02-10 Sync.md'): string[] =>
    facts(path, text).actions.map(({ title }) => title);

  it('a note called “Next steps” is work in all its sections, by person or topic, but those that say otherwise', () => {
    const text =
      '# Next steps\n\n## Ann\n- One\n\n## Website\n- Two\n\n## Out of scope\n- Three\n\n## Revision history\n- Four\n';
    expect(actions(text, 'next.md')).toEqual(['One', 'Two']);
  });

  it('a note called “Action items” with boxes is a list of work whatever its sections are called', () => {
    expect(actions('# Kiosk action items\n\n## Maps\n- [ ] One\n\n## Routes\n- [ ] Two\n', 'items.md')).toEqual([
      'One',
      'Two',
    ]);
  });

  it.each(['To be completed', 'Not yet completed', 'Completed'])('open boxes below “%s” are work', (heading) => {
    expect(actions(`# 2026-02-10 Sync\n\n## ${heading}\n- [ ] Ann: sign by Feb 12\n`)).toHaveLength(1);
  });

  it.each([
    [
      'a task, an author and a day',
      '| Tarefa | Data limite (tarefa) | Autor(es) |\n|-|-|-|\n| Ata | 2026-02-12 | Ana |',
    ],
    [
      'what is done about risks, by whom',
      '## Risk register\n\n### Follow-on\n\n| Action | Owner | Epic |\n|-|-|-|\n| Ata | Ana | #11 |',
    ],
  ])('a table of %s is work', (_name, table) => {
    const found = facts('2026-02-10 Plan.md', `# 2026-02-10 Sync\n\n${table}\n`);
    expect([found.actions.map(({ title, owner }) => [title, owner]), found.risks]).toEqual([[['Ata', 'Ana']], []]);
  });

  it('rows that count risks by level are none', () => {
    expect(
      facts(
        'Risks.md',
        '# Risk summary\n\n## Risks\n\n| Score range | Count |\n|-|-|\n| High (6–9) | 4 |\n| Low (1–2) | 2 |\n',
      ).risks,
    ).toEqual([]);
  });

  it.each([
    [
      '## Bloqueurs restants avant Go-Live',
      '| # | Bloqueur | Responsable | Action |\n|-|-|-|-|\n| 1 | The key is open | Ann | Revoke it |',
    ],
    ['## 风险列表', '| 风险 ID | 描述 | 影响 |\n|-|-|-|\n| R-1 | The key is open | 中 |'],
    ['## Riesgos (RAG) + dueño/fecha', '- The key is open'],
    ['## Kockázatok / Figyelendő', '- The key is open'],
  ])('%s', (heading, list) => {
    expect(orion([heading, '', list])?.risks.map(({ title }) => title)).toEqual(['The key is open']);
  });

  it.each([
    ['**[Action for Jan]** Provide the list', 'Jan'],
    ['[Action for the Backend team] Provide the list', 'Backend team'],
  ])('“%s” is marked, with who has it', (line, owner) => {
    expect(
      facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n\n## Topic\n- ${line}\n`).actions.map((action) => action.owner),
    ).toEqual([owner]);
  });

  it.each([
    ['Follow up with marketing (finchy)', 'finchy'],
    ['Look for ports used in parallel. [Johan, Ann]', 'Johan'],
    ['Frank needs to read the stories', 'Frank'],
    ['Johan : send the details', 'Johan'],
    ['Write the notes (optional)', null],
  ])('“%s” is of somebody who was there', (line, owner) => {
    const text = `# 2026-02-10 Sync\n\nAttendees: finchy, Johan, Frank Potter\n\n## Action items\n- ${line}\n`;
    expect(facts('2026-02-10 Sync.md', text).actions.map((action) => action.owner)).toEqual([owner]);
  });

  it('minutes in Portuguese write the day first, however few words they have', () => {
    const text =
      '# Ata 05\n\n## Identificação\n\n| Início | Término |\n|-|-|\n| 21:00 | 23:36 |\n\n**Presentes**:\n- Ana\n\n## Pauta\n- Entregas\n\n## Compromissos\n\n| Tarefa | Responsável | Prazo |\n|-|-|-|\n| Ajustes | Ana | 04/09/2025 |\n';
    expect(facts('ata05.md', text, '2025-09-05').actions.map((action) => action.due.on?.date)).toEqual(['2025-09-04']);
  });

  it('numbers of stories name no release', () => {
    expect(
      facts(
        'Kick-off.md',
        '# Kick-off 风险与决策记录（Stories 1.11–1.21）\n\n- Target date: 2026-03-20\n- Owner: Ann Lee\n',
      ).releases.filter(({ version }) => version === '1.11'),
    ).toEqual([]);
  });
});

describe('facts right below a title, and marks of what holds', () => {
  it('a second line of the title keeps what calls itself the release’s', () => {
    const lines = '**Release Version:** `v2.5.0`\n**Target Date:** 2026-03-20\n**Release Manager:** Ann Lee\n';
    const [release] = releasesOf(
      { 'Check.md': `# Harbour Payments — Release Checklist\n\n## Task 4 & Task 5\n\n${lines}\n- [ ] One\n` },
      '2026-02-10',
    );
    expect([release?.version, release?.target?.value.date, release?.owner?.value]).toEqual([
      '2.5.0',
      '2026-03-20',
      ['Ann Lee'],
    ]);
  });

  it('a part right below the title keeps its facts to itself', () => {
    const [release] = releasesOf(
      { 'Plan.md': '# Release: v4.0 (Orion)\n\n## Search\n\nOwner: Bob Roy\n\n## Dates\n\nTarget date: 2026-03-20\n' },
      '2026-02-10',
    );
    expect(release?.owner?.value ?? []).toEqual([]);
  });

  it('a version beside its release date is a release, whatever the page is called', () => {
    const text = '# Local release kit\n\n## Release identity\n- Product version: `0.2.0`\n- Release date: 2026-03-20\n';
    expect(
      releasesOf({ 'RELEASE.md': text }, '2026-02-10').map((release) => [release.version, release.target?.value.date]),
    ).toEqual([['0.2.0', '2026-03-20']]);
  });

  it.each([
    ['Publish the page (GA)', 'Attendees: Gary Adams, Priya Thakur'],
    ['Pick a vendor (TBD)', 'Attendees: Tom Banks Davis'],
    ['Design to be reviewed by Ann', 'Attendees: Design, Support'],
    ['Release to production on Friday', 'Attendees: Release team'],
    ['Sales to marketing handoff needs a checklist', 'Attendees: Sales, Marketing'],
    ['carol to be briefed', 'Attendees: ann\n\n**Apologies:** carol'],
    ['Give access to the new starters (Bob, Carla)', 'Attendees: Bob, Carla'],
    ['Will need to confirm the budget', 'Attendees: Will Chen'],
  ])('“%s” is nobody’s', (line, present) => {
    const text = `# 2026-02-10 Sync\n\n${present}\n\n## Action items\n- ${line}\n`;
    expect(facts('2026-02-10 Sync.md', text).actions.map(({ owner }) => owner)).toEqual([null]);
  });

  it('what has a tick of its own among risks is one that was', () => {
    expect(
      orion(['## Risks', '- ✅ Gateway: mitigated', '- The vendor may slip'])?.risks.map(({ title, resolved }) => [
        title,
        resolved,
      ]),
    ).toEqual([
      ['✅ Gateway: mitigated', true],
      ['The vendor may slip', false],
    ]);
  });
});

describe('lists that other programs write', () => {
  it('lines with a dot are items where the section says what they are', () => {
    const text =
      '# 2026-02-10 Sync\n\n## Action items\n\n• Ann to call the vendor\n• Write the terms by Feb 12\n\n## Risks\n\n• The vendor may slip\n';
    const { actions, risks } = facts('2026-02-10 Sync.md', text);
    expect(actions.map(({ owner, due }) => [owner, due.on?.date])).toEqual([
      ['Ann', undefined],
      [null, '2026-02-12'],
    ]);
    expect(risks.map(({ title }) => title)).toEqual(['The vendor may slip']);
  });

  it('running text with a dot in it is none, and a drawn heading alone is enough to read a note', () => {
    expect(
      facts('2026-02-10 Sync.md', '# 2026-02-10 Sync\n\n## Action items\n\nWe talked · and talked.\n').actions,
    ).toEqual([]);
    expect(facts('sync.md', 'sync\n\n=== ACTION ITEMS ===\n\n- write the terms\n').actions).toHaveLength(1);
  });
});

describe('what looks like it and is not', () => {
  it.each(['==Everything below is due before launch==', '***Please update by Friday***', '--- page break ---'])(
    '“%s” is no heading',
    (line) => {
      const text = `# Launch sync\n\n## Action items\n\n- Ann to draft it\n\n${line}\n\n- Bob to run it\n`;
      expect(facts('sync.md', text).actions).toHaveLength(2);
    },
  );

  it.each([
    '## Criteria\n\n### GO\n- All fixed\n\n### NO-GO\n- A Sev1\n',
    '## Go?\n- [ ] All fixed\n',
    '## Votes\n\n### Go\n- Ann\n',
  ])('criteria and votes are no decision: %s', (lines) => {
    expect(
      facts('Gate.md', `# Aurora v2.4 – Go/No-Go\n\n${lines}`).scalars.filter(({ field }) => field === 'decision'),
    ).toEqual([]);
  });

  it.each([
    '## Completed this week\n\n| Task | Owner | Due |\n|-|-|-|\n| Move | Ann | Feb 6 |',
    '## Shipped\n\n| Deliverable | Team | Date |\n|-|-|-|\n| Billing | Payments | Jan 12 |',
    '## Agenda\n\n| Activity | Lead | Date |\n|-|-|-|\n| Lunch | Bob | Feb 12 |',
  ])('no table of work: %s', (table) => {
    expect(facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n\n${table}\n`).actions).toEqual([]);
  });

  it.each(['## Risks / closed', '## Risk / reward', '## Follow-ups / FYI'])('“%s” says no thing twice', (heading) => {
    const { risks, actions } = facts('2026-02-10 Sync.md', `# 2026-02-10 Sync\n\n${heading}\n- The office is closed\n`);
    expect([risks, actions]).toEqual([[], []]);
  });

  it.each([
    '# Q2 Cutover Plan',
    '# Office Cutover Plan',
    '# Reunión — Plan de lanzamiento',
    '# Borrador - Plan de lanzamiento v2',
  ])('“%s” names no release', (title) => {
    expect(facts('plan.md', `${title}\n\n- [ ] One\n`).releases).toEqual([]);
  });

  it('a day in a title is no version', () => {
    expect(
      facts('plan.md', '# Payments Release Plan (10.02)\n\n- [ ] One\n').releases.map(({ version }) => version),
    ).not.toContain('10.02');
  });

  it.each(['## Previous release', '## Beta', '## iOS'])(
    '“%s” right below the title keeps its facts to itself',
    (heading) => {
      const text = `# Aurora — Release Checklist\n\n${heading}\n**Release version:** 2.3\n**Release date:** 2026-01-20\n**Owner:** Bob\n\n## This release\n- [ ] QA\n`;
      expect(releasesOf({ 'A.md': text }, '2026-02-10').flatMap(({ owner }) => owner?.value ?? [])).toEqual([]);
    },
  );
});
