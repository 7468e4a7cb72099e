import { readProcess } from '../../src/markdown/process/read-process';
import { readChange } from '../../src/markdown/process/read-change';

const { steps } = readProcess('## Steps\n1. Release Manager: tag the build in Jira within 1 day.\n2. Support: update the macros in Zendesk.\n3. Notify the sales team in Slack.\n4. Publish the release notes.\n');

describe('a change of a process', () => {
  it('is read against the steps that there are', () => {
    expect(steps.map(({ action }) => action)).toEqual(['tag the build', 'update the macros', 'notify the sales team', 'publish the release notes']);
  });

  it.each([
    // A step more.
    ['Add: QA runs the smoke test', 'add', null, 'QA runs the smoke test.'],
    ['Add a step: call the customer', 'add', null, 'Call the customer.'],
    ['Add a smoke test before tagging the build', 'add', -1, 'Smoke test before tagging the build.'],
    ['New step: [[QA]] runs the smoke test after updating the macros', 'add', 1, '[[QA]] runs the smoke test after updating the macros.'],
    ['After step 2: Ann checks the macros', 'add', 1, 'Ann checks the macros.'],
    ['Before notifying sales, check the price list', 'add', 1, 'Check the price list.'],
    ['Add a step after tagging the build: sign the package', 'add', 0, 'Sign the package.'],
    ['From now on, QA runs the smoke test before step 1', 'add', -1, 'QA runs the smoke test.'],
    ['We agreed to call the customer', 'add', null, 'Call the customer.'],
    ['First, freeze the branch', 'add', -1, 'Freeze the branch.'],
    ['Finally, thank everybody.', 'add', null, 'Thank everybody.'],
    ['Skip the queue at the office', 'add', null, 'Skip the queue at the office.'],
    ['Call the customer', 'add', null, 'Call the customer.'],
    // A step less.
    ['Remove step 3', 'remove', 2, ''],
    ['Drop: notify the sales team', 'remove', 2, ''],
    ['Remove the last step', 'remove', 3, ''],
    ['We no longer notify sales', 'remove', 2, ''],
    ['Stop updating the macros', 'remove', 1, ''],
    ['No more tagging in Jira', 'remove', 0, ''],
    ["Don't publish release notes anymore", 'remove', 3, ''],
    // Another wording.
    ['Step 1: Ann tags the build in GitHub', 'replace', 0, 'Ann tags the build in GitHub.'],
    ['Change step 2 to: Support updates the macros and the help center', 'replace', 1, 'Support updates the macros and the help center.'],
    ['Step 4 becomes Marketing publishes the notes', 'replace', 3, 'Marketing publishes the notes.'],
    ['Replace notifying the sales team by an automatic post', 'replace', 2, 'An automatic post.'],
    ['tag the build → tag and sign the build', 'replace', 0, 'Tag and sign the build.'],
    ['Instead of updating macros, Support writes an article', 'replace', 1, 'Support writes an article.'],
    ['Tag the build in GitHub instead of Jira', 'replace', 0, 'Tag the build in GitHub.'],
    ['Release Manager tags the build within 2 days', 'replace', 0, 'Release Manager tags the build within 2 days.'],
    ['We will publish the release notes on Monday', 'replace', 3, 'Publish the release notes on Monday.'],
    ['[[Ann Lee]] notifies the sales team via email', 'replace', 2, '[[Ann Lee]] notifies the sales team via email.'],
    // Nothing that is there is meant.
    ['Remove step 9', 'add', null, 'Remove step 9.'],
    ['Step 9: wave', 'add', null, 'Step 9: wave.'],
  ] as const)('%s', (proposal, kind, at, words) => {
    expect(readChange(proposal, steps)).toEqual({ kind, at, words });
  });

  it('adds to a process without steps', () => {
    expect(readChange('Remove step 1', [])).toEqual({ kind: 'add', at: null, words: 'Remove step 1.' });
    expect(readChange('Ann calls Bob', [])).toEqual({ kind: 'add', at: null, words: 'Ann calls Bob.' });
  });
});
