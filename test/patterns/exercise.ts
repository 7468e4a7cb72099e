import { namedAction, unnamedAction } from '../../src/markdown/proposals/actions';
import { elsewhereIn } from '../../src/markdown/proposals/languages';
import { askIn, dateIn, decisionIn, riskIn } from '../../src/markdown/proposals/others';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { facts } from '../builders';
import { readProcess } from '../../src/markdown/process/read-process';
import { readChange } from '../../src/markdown/process/read-change';
import { understandChange } from '../../src/workflows/process-changes';
import { mayMatter } from '../../src/markdown/note-kind';
import { readDependency } from '../../src/markdown/readers/dependency';
import { defaultSettings, readerOptions } from '../../src/settings/settings';

import { conflictedOriginal } from '../../src/domain/conflicted-copy';

/** Runs everything that builds a pattern at run time. */
export function exercise(ROOT: string): void {
  const notes = path.join(ROOT, 'test/fixtures/notes');
  const settings = defaultSettings();
  conflictedOriginal('Plan.md');
  for (const file of readdirSync(notes)) {
    const text = readFileSync(path.join(notes, file), 'utf8');
    mayMatter(text, settings.vocabulary);
    facts(`Inbox/${file}`, text);
  }
  facts(
    'x.md',
    '<pre>\n- [ ] x\n</pre>\n# Launch plan: Orion\n- Owner: Ann\n- Target: Mar 3\n## Process changes\n- Launch day: add a step\n',
  );
  facts(
    'raid.md',
    '# RAID\n\n### RISK-001: Vendor slips\n**Status:** Open\n**Severity:** High\n**Owner:** Ann\n\n### DEP-002: Terms\n**Status:** Open\n**Provider:** Legal\n**Required by:** 2026-03-02\n',
  );
  for (const part of ['seen', 'unseen']) {
    for (const file of readdirSync(path.join(ROOT, 'test/fixtures/processes', part))) {
      const { text } = JSON.parse(readFileSync(path.join(ROOT, 'test/fixtures/processes', part, file), 'utf8')) as {
        readonly text: string;
      };
      readProcess(text);
    }
  }
  const { steps: own } = readProcess('## Steps\n1. Ann tags the build in Jira.\n2. Bob sends the mail.\n');
  for (const words of [
    'add as step 2: Ann tests',
    'between step 1 and step 2: Ann tests',
    'step 2 goes',
    'step 2 becomes: Ann tests',
    'replace Jira with Linear',
    'add a step after the build',
    'remove step 1',
  ])
    readChange(words, own);
  const evidence = { path: 'x.md', line: 1, endLine: 1, text: '', asOf: '2026-01-22', weak: false } as never;
  understandChange(
    { title: 'x', words: 'remove step 1 from Launch day', under: [], mark: null, isProse: false, evidence },
    [
      {
        path: 'P/Launch day.md',
        name: 'Launch day',
        category: '',
        owner: null,
        verified: null,
        reviewOn: null,
        playbook: null,
        steps: own,
        runs: 0,
        adherence: [],
      },
    ],
  );
  readDependency('[[Ann]] needs 3 days notice', 'Dependencies', {
    ...readerOptions(settings, '2026-01-22' as never).dates,
    reference: '2026-01-22',
    weakReference: false,
    yearAnchor: null,
    anchor: null,
    orderProven: false,
    tense: 'future',
  } as never);
  const context = {
    dates: readerOptions(settings, '2026-01-22' as never).dates as never,
    people: new Set(['ann']),
    speaker: null,
    isLed: false,
    isItem: true,
    isDecided: false,
    isDated: () => true,
    isDayFirst: () => true,
  };
  for (const words of [
    'Ann will send it, need to fix the rest',
    'I should ask the team',
    'Ann to check it',
    'ann will look at it',
    'TODO: Ann to call',
    'we will test it; waiting for Legal to answer',
    'We need the logo from Design',
    'Legal needs the price from us',
    'We agreed to ship it',
    'Agreed: one region',
    'We might not ship it, I am worried about the date',
    'The launch moves to March 3',
    'Takes notes (Ann)',
    'Weather is fine',
    'Ilhan doit finir',
    'Das Handbuch wird überarbeitet',
    'Sie soll es nach Hause schicken',
  ]) {
    namedAction(words, context);
    unnamedAction(words, context);
    askIn(words);
    decisionIn(words);
    riskIn(words);
    dateIn(words, context);
    elsewhereIn(words, context);
  }
}
