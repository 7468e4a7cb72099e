import { readProcess } from '../../src/markdown/process/read-process';
import { readChange } from '../../src/markdown/process/read-change';

const { steps } = readProcess(
  '## Steps\n1. Release Manager: tag the build in Jira within 1 day.\n2. Support: update the macros in Zendesk.\n3. If it fails, call Ann.\n4. Notify the sales team in Slack.\n5. Publish the release notes.\n',
);

describe('a change of a process', () => {
  it('is read against the steps that there are', () => {
    expect(steps.map(({ action, number }) => [number, action])).toEqual([
      [1, 'tag the build'],
      [2, 'update the macros'],
      [4, 'notify the sales team'],
      [5, 'publish the release notes'],
    ]);
  });

  it.each([
    // A step more.
    ['Add: QA runs the smoke test', 'add', null, 'QA runs the smoke test.'],
    ['Add a step: call the customer', 'add', null, 'Call the customer.'],
    ['Add a smoke test before tagging the build', 'add', -1, 'Smoke test before tagging the build.'],
    [
      'New step: [[QA]] runs the smoke test after updating the macros',
      'add',
      1,
      '[[QA]] runs the smoke test after updating the macros.',
    ],
    ['After step 2: Ann checks the macros', 'add', 1, 'Ann checks the macros.'],
    ['Add after step 2: Legal signs', 'add', 1, 'Legal signs.'],
    ['Add a new step after step 2: Legal signs', 'add', 1, 'Legal signs.'],
    ['Insert before step 2: Legal signs', 'add', 0, 'Legal signs.'],
    ['Add a new step 4: Legal signs', 'add', 1, 'Legal signs.'],
    ['Before step 1 - call Ann', 'add', -1, 'Call Ann.'],
    ['Before notifying sales, check the price list', 'add', 1, 'Check the price list.'],
    ['Add a step after tagging the build: sign the package', 'add', 0, 'Sign the package.'],
    ['Add as step 2: sign the package', 'add', 0, 'Sign the package.'],
    ['New step 4: sign the package', 'add', 1, 'Sign the package.'],
    ['Add between step 1 and 2: sign the package', 'add', 0, 'Sign the package.'],
    ['From now on, QA runs the smoke test before step 1', 'add', -1, 'QA runs the smoke test.'],
    ['We agreed to call the customer', 'add', null, 'Call the customer.'],
    ['First, freeze the branch', 'add', -1, 'Freeze the branch.'],
    ['Finally, thank everybody.', 'add', null, 'Thank everybody.'],
    ['Skip the queue at the office', 'add', null, 'Skip the queue at the office.'],
    ['Call the customer', 'add', null, 'Call the customer.'],
    [
      'Drop a message to the sales team in Slack before publishing the notes',
      'add',
      2,
      'Drop a message to the sales team in Slack before publishing the notes.',
    ],
    ['Delete the old tag before tagging the build', 'add', -1, 'Delete the old tag before tagging the build.'],
    ['Call Ann before step 20', 'add', null, 'Call Ann before step 20.'],
    ['When a blocker is open, tell Ann', 'add', null, 'When a blocker is open, tell Ann.'],
    // A step less.
    ['Remove step 4', 'remove', 2, ''],
    ['Step 4: remove', 'remove', 2, ''],
    ['Drop: notify the sales team', 'remove', 2, ''],
    ['Remove the last step (nobody reads it)', 'remove', 3, ''],
    ['We no longer notify sales', 'remove', 2, ''],
    ['Stop updating the macros', 'remove', 1, ''],
    ['No more tagging in Jira', 'remove', 0, ''],
    ["Don't publish release notes anymore", 'remove', 3, ''],
    ["Support doesn't update the macros any more", 'remove', 1, ''],
    // Another wording; who, where and when stay unless it says otherwise.
    ['Step 1: Ann tags the build in GitHub', 'replace', 0, 'Ann tags the build in GitHub within 1 day.'],
    [
      'Change step 2 to: Support updates the macros and the help center',
      'replace',
      1,
      'Support updates the macros and the help center in Zendesk.',
    ],
    ['Step 5 becomes Marketing publishes the notes', 'replace', 3, 'Marketing publishes the notes.'],
    [
      'tag the build → tag and sign the build',
      'replace',
      0,
      'Release Manager: tag and sign the build in Jira within 1 day.',
    ],
    ['Instead of updating macros, Support writes an article', 'replace', 1, 'Support writes an article in Zendesk.'],
    ['Tag the build in GitHub instead of Jira', 'replace', 0, 'Release Manager: tag the build in GitHub within 1 day.'],
    [
      'Release Manager tags the build within 2 days',
      'replace',
      0,
      'Release Manager tags the build within 2 days in Jira.',
    ],
    ['We will publish the release notes on Monday', 'replace', 3, 'Publish the release notes on Monday.'],
    ['[[Ann Lee]] notifies the sales team via email', 'replace', 2, '[[Ann Lee]] notifies the sales team via email.'],
    [
      'Change "within 1 day" to "within 4 hours"',
      'replace',
      0,
      'Release Manager: tag the build in Jira within 4 hours.',
    ],
    ['Replace Slack with Teams', 'replace', 2, 'Notify the sales team via Teams.'],
    // A person must say what is meant.
    ['Add a note in step 2: ask Ann first', 'add', null, ''],
    ['Add a deadline to step 4: within 2 days', 'add', null, ''],
    ['Replace Rel with Bob', 'add', null, ''],
    ['Remove step 9', 'add', null, ''],
    ['Step 9: wave', 'add', null, ''],
    ['Remove step 3', 'add', null, ''],
    ['Remove step 4, 5', 'add', null, ''],
    ['Drop step 4 and step 5', 'add', null, ''],
    ['Remove steps 4 and 5', 'add', null, ''],
    ['Move step 5 before step 2', 'add', null, ''],
    ['Do not tag the build on Friday', 'add', null, ''],
    ['Step 4 with Ann', 'add', null, ''],
    ['Step 2: by Thursday', 'add', null, ''],
    ['Replace Trello with Linear', 'add', null, ''],
  ] as const)('%s', (proposal, kind, at, words) => {
    expect(readChange(proposal, steps)).toEqual({
      kind,
      at,
      words,
      ...(readChange(proposal, steps).exchange ? { exchange: expect.anything() as unknown } : {}),
    });
  });

  it('counts the steps where their lines have no numbers', () => {
    const listed = readProcess('## Steps\n- Tag the build.\n- Tell Support.\n').steps;
    expect(readChange('Remove step 2', listed)).toEqual({ kind: 'remove', at: 1, words: '' });
  });

  it('adds to a process without steps', () => {
    expect(readChange('Remove step 1', [])).toEqual({ kind: 'add', at: null, words: '' });
    expect(readChange('Ann calls Bob', [])).toEqual({ kind: 'add', at: null, words: 'Ann calls Bob.' });
  });
});
