import fc from 'fast-check';
import type { NoteFacts } from '../../src/domain/note-facts';
import { facts } from '../builders';

/** Lines of every kind of fact, and more of none. */
const LINES = [
  '# Notes on parsing',
  '# KubeSail 1.6',
  '# v2.0.0 release checklist',
  '# Release: v4.0 (Orion)',
  '## Next steps',
  '## Risks',
  '## Open points',
  '## Background',
  '## 3.1 Scope',
  '## v2.1',
  '## Go/no-go',
  '## Action items',
  '=== ACTION ITEMS ===',
  '# GO / NO GO — Kiosk v1.0',
  '# GO',
  '## Blocker 1: The key is open',
  '• a line with a dot\n• another one',
  '| Task | Owner | Due |\n|-|-|-|\n| Terms | Ann | 2026-02-12 |',
  'Attendees: ann, bob',
  '- ann: call the vendor',
  '## Blockers',
  '## Process changes',
  '## Attendees',
  '## Decision',
  '### RISK-004: Vendor slips',
  '### D-2 – Licence text',
  '## Known security risks',
  '## Attended by',
  '**Mitigation:**',
  '**Status:** Open\n**Severity:** High',
  'LC action – close the old tickets',
  'ACTION all: give feedback',
  '- Ann to send the deck by Feb 12',
  '- plain bullet',
  '  - nested bullet',
  '- Blocker: the certificate expired',
  '- AI: Bob to call',
  'AI: Bob to call',
  '1. first step',
  '- Owner: Ann Lee',
  '- Launch date: 2026-03-20',
  '- Release manager: Ann Lee',
  '- Decision: go',
  '- Version: 1.2.0',
  '- Status: shipped',
  'Target date: 2026-03-20',
  'Feb 18 – v2.9.0 released',
  'Mar 20: GA',
  'We move the launch to Apr 24.',
  'We shipped on Feb 2.',
  'The team decided no-go.',
  'Legal needs two days of notice from us.',
  '**Risks:**',
  'Next steps:',
  '> [!todo] Action items',
  'Prose about nothing in particular.',
  'See [[Other note]] for more.',
  '',
  '| Risk | Impact |\n|-|-|\n| Vendor late | high |',
  '| Version | Date |\n|-|-|\n| 1.2 | 2026-03-20 |',
  '| Action | Owner |\n|-|-|\n| Call | Ann |',
  '| Parameter | Type |\n|-|-|\n| size | number |',
  '| Date | Milestone |\n|-|-|\n| 2026-03-20 | Release |',
];
const PATHS = ['Inbox/Parsing.md', 'Inbox/2026-02-10 Sync.md', 'Inbox/Ideas/Retro.md'];

/**
 * What a note states, without the lines that its properties move down, and without what belongs to no release and no
 * link.
 */
function stated(read: NoteFacts, isLinked: boolean): unknown {
  return {
    releases: read.releases.map(({ version, name }) => [version, name]),
    scalars: read.scalars
      .filter(({ release }) => release >= 0 || isLinked)
      .map(({ field, value, release }) => [field, value, release]),
    lists: [read.tasks, read.risks, read.actions, read.dependencies, read.changes].map((list) =>
      list.map(({ title }) => title),
    ),
    place: [read.kind, read.title, read.asOf, read.asOfSource, read.headings, read.links],
  };
}

describe('the first look', () => {
  it('spares nothing that reading in full would state', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PATHS),
        fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 12 }),
        (path, lines) => {
          const text = `${lines.join('\n')}\n`;
          // A note with an alias is always read in full.
          const full = facts(path, `---\naliases: [Zed]\n---\n${text}`);
          expect(stated(facts(path, text), text.includes('[['))).toEqual(stated(full, text.includes('[[')));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
