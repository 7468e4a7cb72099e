import fc from 'fast-check';
import { type Proposal, proposalKey, proposalsOf, proposalsToAsk } from '../../src/domain/proposal';
import { ended } from '../../src/domain/in-slices';
import { scanBlocks } from '../../src/markdown/blocks/scan-blocks';
import { lineInSection } from '../../src/markdown/section-line';
import { applyEdits } from '../../src/markdown/text-edit';
import { DEFAULT_VOCABULARY } from '../../src/markdown/vocabulary';
import { facts } from '../builders';

const HEAD = '# 2026-01-22 Weekly sync\n\nAttendees: Sarah Kim, Bob Lee, Mei Tan\n\n## Notes\n';

/** What a line of a meeting's notes proposes: "action Sarah Kim: send the deck → 2026-01-30". */
function proposed(line: string): string[] {
  const { line: at, ...note } = { line: HEAD.split('\n').length, text: `${HEAD}${line}\n` };
  return proposalsOf(facts('Inbox/Meetings/2026-01-22 Weekly sync.md', note.text)).map((proposal) => {
    expect(proposal.line).toBe(at);
    return sayOf(proposal);
  });
}

function sayOf({ kind, who, what, due, direction }: Proposal): string {
  return `${kind}${direction === null ? '' : ` ${direction}`} ${who ?? '–'}: ${what}${due === null ? '' : ` → ${due}`}`;
}

describe('what prose of a record proposes', () => {
  it.each<[string, string]>([
    ['- Sarah to send the deck by Friday', 'action Sarah Kim: send the deck → 2026-01-23'],
    ['- @bob: fix login before the demo', 'action @bob: fix login before the demo'],
    ['Bob will follow up with the hosting team.', 'action Bob Lee: follow up with the hosting team'],
    ['- mei will update the runbook', 'action Mei Tan: update the runbook'],
    ['**Sarah:** I will ask the agency for a quote.', 'action Sarah Kim: ask the agency for a quote'],
    ['- [Mei] Going to look at the flaky test', 'action Mei Tan: Going to look at the flaky test'],
    ['- Bob - update the status page', 'action Bob Lee: update the status page'],
    ['- Need to refresh the screenshots', 'action –: refresh the screenshots'],
    ['- Design team is going to prepare two variants', 'action Design team: prepare two variants'],
    ['The contract will be signed next week.', 'action –: The contract will be signed → 2026-01-30'],
    ['Das Handbuch wird von Mei überarbeitet', ''],
    ['- Das Handbuch wird bis Freitag überarbeitet', 'action –: Das Handbuch wird bis Freitag überarbeitet'],
    ['- Ilhan doit finir la traduction', 'action Ilhan: Ilhan doit finir la traduction'],
    ['- Marketing still blocked on screenshots', 'ask they-owe –: screenshots'],
    ['Waiting for Legal to confirm the wording.', 'ask they-owe Legal: Legal to confirm the wording'],
    ['- We need the final logo from Design', 'ask they-owe Design: the final logo'],
    ['- Sales needs the price list from us', 'ask we-owe Sales: the price list from us'],
    ['We agreed to drop the beta banner.', 'decision –: We agreed to drop the beta banner'],
    ['- Decision: one region first', 'decision –: one region first'],
    ['We will go with vendor B.', 'decision –: We will go with vendor B'],
    ['- Se acordó usar una sola región', 'decision –: Se acordó usar una sola región'],
    ['The launch slips to March 3.', 'date –: The launch slips to March 3 → 2026-03-03'],
    ['- 3 March: public launch', 'date –: 3 March: public launch → 2026-03-03'],
    [
      'I am worried that the load test will not be finished.',
      'risk –: I am worried that the load test will not be finished',
    ],
    ['The import may slip again.', 'risk –: The import may slip again'],
  ])('%s', (line, expected) => {
    expect(proposed(line)).toEqual(expected === '' ? [] : [expected]);
  });

  it.each([
    'Should Sarah send the deck?',
    'If the test fails, Bob will roll back.',
    'Bob was going to send the deck.',
    'Options to consider: two.',
    'Introduction to the new pricing',
    'The software will be used by everyone.',
    'It has not been decided yet whether we ship.',
    'There is no risk of delay.',
    'Everything went fine.',
    'Done: Sarah will send the deck',
    'Check your local time here',
    'rather than waiting for the end',
    '- Everybody: welcome!',
    '* Pending Items',
    '* Who is working on it: @ann, @bob',
    '- REVIEW NEW APPLICATIONS',
    '- The real problem depends on the library, and nobody sees it.',
    '- past TODO: set up the board',
  ])('nothing: %s', (line) => {
    expect(proposed(line)).toEqual([]);
  });

  it('parts a sentence that names two, joins one that is wrapped, and says on which line each begins', () => {
    const text = `${HEAD}Bob will book the room, Mei will write\nthe agenda by Feb 3. Fine.\nSarah will\nsend it out.\n`;
    expect(
      proposalsOf(facts('Inbox/Meetings/2026-01-22 x.md', text)).map((found) => `${found.line} ${sayOf(found)}`),
    ).toEqual([
      '6 action Bob Lee: book the room',
      '6 action Mei Tan: write the agenda → 2026-02-03',
      '8 action Sarah Kim: Sarah will send it out',
    ]);
  });

  it('a note of nothing but prose is read, in the folder of meetings or by its name; others are not', () => {
    const text = 'We talked.\n\nSarah will send the deck.\n';
    expect(proposalsOf(facts('Inbox/Meetings/Talk.md', text))).toHaveLength(1);
    expect(proposalsOf(facts('Notes/Customer call.md', text))).toHaveLength(1);
    expect(proposalsOf(facts('Notes/Thought.md', text))).toEqual([]);
    expect(proposalsOf(facts('Active/Processes/Launch/Call.md', text))).toEqual([]);
  });

  it('what stands below “Next:” of a person’s update is that person’s work; what is over, or below other labels, is none', () => {
    const update = [
      '# 2026-01-22 Weekly sync',
      '',
      'Attendees: Sarah Kim, Bob Lee',
      '',
      '## Updates',
      '- @marten',
      '  - Done:',
      '    - Fixed the loss pattern in the transport',
      '  - Next:',
      '    - more work on the simulator',
      '    - Finish the draft of the spec.',
      '    - Merged the review of last week',
      '    - n/a',
      '',
      '@vasco',
      '- Blocked: nothing',
      '- Next:',
      '  - interop tests for pubsub',
      '',
      'Sarah Kim:',
      '- Plans',
      '  - two weeks off in March, and the roadmap',
      '- Notes',
      '  - the new office is green',
      '',
    ].join('\n');
    expect(proposalsOf(facts('Inbox/Meetings/2026-01-22 Weekly sync.md', update)).map(sayOf)).toEqual([
      'action @marten: more work on the simulator',
      'action @marten: Finish the draft of the spec',
      'action @vasco: interop tests for pubsub',
      'action Sarah Kim: two weeks off in March, and the roadmap',
    ]);
  });

  it('“TASK:” in a record is work, as “TODO:” is, and so is what stands below “Outstanding to-do’s:”', () => {
    const note = facts(
      'Inbox/Meetings/2026-01-22 Weekly sync.md',
      `${HEAD}- **TASK:** Bob: finish the inviter\n\nOutstanding to-do's:\n\n- Mei: landing page makeover\n`,
    );
    expect(note.actions.map(({ title, owner }) => [title, owner])).toEqual([
      ['TASK: Bob: finish the inviter', 'Bob'],
      ['Mei: landing page makeover', 'Mei'],
    ]);
  });

  it('what is sure is not asked about, nor what a line says that was accepted', () => {
    const path = 'Inbox/Meetings/2026-01-22 x.md';
    expect(proposalsOf(facts(path, `${HEAD}\n## Action items\n- Sarah to send the deck\n`))).toEqual([]);
    const said = `${HEAD}Sarah will send the deck.\nWe agreed to drop it.\n`;
    expect(proposalsOf(facts(path, said))).toHaveLength(2);
    expect(
      proposalsOf(
        facts(
          path,
          `${said}\n## Action items\n- [ ] [[Sarah]]: send the deck\n\n## Decisions\n- We agreed to drop it\n`,
        ),
      ),
    ).toEqual([]);
  });

  it('reads cells of tables; what stands below a heading of decisions is one already', () => {
    const text = `${HEAD}| Topic | Notes |\n|-|-|\n| Site | Bob will move it<br>Mei to check links |\n\n## Decisions\n- The free plan stays as it is\n`;
    expect(
      proposalsOf(facts('Inbox/Meetings/2026-01-22 x.md', text)).map((found) => `${found.line} ${sayOf(found)}`),
    ).toEqual(['8 action Bob Lee: Bob will move it', '8 action Mei Tan: check links']);
  });
});

describe('what is asked about', () => {
  const found = (path: string, on: string, text: string) => ({
    line: 1,
    text,
    kind: 'action' as const,
    who: null,
    what: text,
    due: null,
    direction: null,
    path,
    on: on as never,
  });

  it('each sentence once, the newest first, up to 45 days back', () => {
    const notes = [
      found('a.md', '2026-01-05', 'CS needs a demo'),
      found('b.md', '2026-01-12', 'CS needs a demo.'),
      found('c.md', '2026-01-12', 'Bob will call'),
      found('d.md', '2025-12-13', 'On the day before'),
      found('e.md', '2025-12-14', 'On the first day'),
      found('f.md', '2026-01-20', 'Answered'),
    ];
    const asked = proposalsToAsk(notes, '2026-01-28' as never, (key) => key === proposalKey({ text: 'answered!' }));
    expect(asked.map(({ newest, notes: count, first }) => `${newest.path} ${count} ${first}`)).toEqual([
      'b.md 2 2026-01-05',
      'c.md 1 2026-01-12',
      'e.md 1 2025-12-14',
    ]);
  });
});

describe('a line in a section', () => {
  const WANTED = { kind: 'actions', heading: 'Action items' } as const;
  const put = (text: string, line = '- [ ] Call Bob'): string => {
    const planned = lineInSection(text, WANTED, line, DEFAULT_VOCABULARY);
    return 'problem' in planned ? planned.problem : applyEdits(text, planned.edits);
  };

  it.each([
    ['no section', '# A\n\ntext\n', '# A\n\ntext\n\n## Action items\n- [ ] Call Bob\n'],
    ['an empty note', '', '## Action items\n- [ ] Call Bob\n'],
    ['no last line end', '# A\ntext', '# A\ntext\n\n## Action items\n- [ ] Call Bob\n'],
    ['as deep as the others', '# A\n### B\nx\n', '# A\n### B\nx\n\n### Action items\n- [ ] Call Bob\n'],
    [
      'behind the last item',
      '## Action items\n- [ ] x\n  - y\n\ntext\n## B\n',
      '## Action items\n- [ ] x\n  - y\n- [ ] Call Bob\n\ntext\n## B\n',
    ],
    ['below an empty section', '## Next steps\n\n## B\n', '## Next steps\n- [ ] Call Bob\n\n## B\n'],
    ['with their line ends', '## Actions\r\n- x\r\n', '## Actions\r\n- x\r\n- [ ] Call Bob\r\n'],
    ['not in an open fence', '# A\n```\ncode\n', 'refused'],
    ['not in an open comment', '# A\n%%\nhidden\n', 'refused'],
  ])('%s', (_name, text, expected) => {
    expect(put(text)).toBe(expected);
  });

  it('adds this item and changes nothing else, or nothing at all', () => {
    const piece = fc.constantFrom(
      '# A',
      '## Action items',
      '## Risks',
      '- x',
      '- [ ] y',
      '  - z',
      'text',
      '',
      '```',
      '%%',
      '> - q',
      '| a | b |\n|-|-|\n| 1 | 2 |',
      '1. n',
      '***',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), (pieces, end) => {
        const text = pieces.join('\n').replace(/\n/g, end);
        const planned = lineInSection(text, WANTED, '- [ ] Call Bob', DEFAULT_VOCABULARY);
        if ('problem' in planned) return;
        const [edit] = planned.edits;
        expect(planned.edits).toHaveLength(1);
        expect(edit?.end).toBe(edit?.start);
        expect(edit?.insert.replace(/\s+|#+|Action items/g, '')).toBe('-[]CallBob');
        const shapes = (one: string): string[] =>
          ended(scanBlocks(one)).blocks.map((block) => `${block.type} ${'text' in block ? block.text : ''}`);
        const [before, now] = [shapes(text), shapes(applyEdits(text, planned.edits))];
        const added = now.filter(
          (shape) =>
            shape === 'item Call Bob' ||
            (before.length + 2 === now.length &&
              shape === 'heading Action items' &&
              now.indexOf(shape) === now.length - 2),
        );
        expect(now.filter((shape) => !added.includes(shape))).toEqual(before.filter((shape) => !added.includes(shape)));
        expect(now.filter((shape) => shape === 'item Call Bob')).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});
