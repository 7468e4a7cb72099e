import fc from 'fast-check';
import { changeEdits, stepKey } from '../../src/markdown/process/change-edits';
import type { StepChange } from '../../src/markdown/process/read-change';
import { readProcess } from '../../src/markdown/process/read-process';
import { applyEdits } from '../../src/markdown/text-edit';

const shownIn = (text: string): string[] => readProcess(text).steps.map(stepKey);
const changed = (text: string, change: StepChange, shown = shownIn(text)): string => {
  const result = changeEdits(text, change, shown);
  return 'problem' in result ? result.problem : applyEdits(text, result.edits);
};
const add = (at: number | null, words = 'Call Ann.'): StepChange => ({ kind: 'add', at, words });
const replace = (at: number, words = 'Call Ann.'): StepChange => ({ kind: 'replace', at, words });
const exchange = (from: string, to: string): StepChange => ({
  kind: 'replace',
  at: 0,
  words: 'x',
  exchange: { from, to },
});
const remove = (at: number): StepChange => ({ kind: 'remove', at, words: '' });

describe('changing one step of a process note', () => {
  const LIST =
    '# Launch\n\n## Steps\n1. Tag the build.\n2. Tell Support.\n3. Publish the notes.\n\n## Exceptions\n- If it fails, stop.\n';

  it.each([
    ['adds at the end', LIST, add(null), LIST.replace('notes.\n', 'notes.\n4. Call Ann.\n')],
    [
      'adds in between, and counts on',
      LIST,
      add(0),
      LIST.replace('2. Tell Support.\n3. Publish', '2. Call Ann.\n3. Tell Support.\n4. Publish'),
    ],
    [
      'adds at the beginning',
      LIST,
      add(-1),
      LIST.replace(
        '1. Tag the build.\n2. Tell Support.\n3. Publish',
        '1. Call Ann.\n2. Tag the build.\n3. Tell Support.\n4. Publish',
      ),
    ],
    [
      'adds several',
      LIST,
      add(1, '- Call Ann.\n2) Call Bob.\n'),
      LIST.replace('3. Publish', '3. Call Ann.\n4. Call Bob.\n5. Publish'),
    ],
    ['rewords', LIST, replace(1), LIST.replace('Tell Support.', 'Call Ann.')],
    [
      'rewords into two',
      LIST,
      replace(0, 'Tag the build.\nSign the build.'),
      LIST.replace('build.\n2. Tell Support.\n3. Pub', 'build.\n2. Sign the build.\n3. Tell Support.\n4. Pub'),
    ],
    ['removes, and counts on', LIST, remove(1), LIST.replace('2. Tell Support.\n3. Publish', '2. Publish')],
    ['removes the last', LIST, remove(2), LIST.replace('3. Publish the notes.\n', '')],
    [
      'keeps bullets',
      '## Steps\n* Tag the build\n* Tell Support\n',
      add(0),
      '## Steps\n* Tag the build\n* Call Ann.\n* Tell Support\n',
    ],
    [
      'keeps boxes, open',
      '## Steps\n- [x] Tag the build\n- [ ] Tell Support\n',
      add(0),
      '## Steps\n- [x] Tag the build\n- [ ] Call Ann.\n- [ ] Tell Support\n',
    ],
    [
      'keeps a list that does not count',
      '## Steps\n1. Tag the build\n1. Tell Support\n',
      add(1),
      '## Steps\n1. Tag the build\n1. Tell Support\n2. Call Ann.\n',
    ],
    [
      'keeps what hangs below',
      '## Steps\n1. Tag the build\n   > careful\n   - in main\n2. Tell Support\n',
      add(0),
      '## Steps\n1. Tag the build\n   > careful\n   - in main\n2. Call Ann.\n3. Tell Support\n',
    ],
    [
      'keeps a block id',
      '## Steps\n1. Tag the build ^tag\n2. Tell Support\n',
      replace(0),
      '## Steps\n1. Call Ann. ^tag\n2. Tell Support\n',
    ],
    [
      'fills what a template leaves',
      '# P\n\n## Steps\n1. \n\n## Exceptions\n- \n',
      add(null),
      '# P\n\n## Steps\n1. Call Ann.\n\n## Exceptions\n- \n',
    ],
    [
      'fills an empty section',
      '# P\n\n## Steps\n\n## Metric\n',
      add(null),
      '# P\n\n## Steps\n1. Call Ann.\n\n## Metric\n',
    ],
    ['makes the section', '# P', add(null), '# P\n\n## Steps\n1. Call Ann.\n'],
    [
      'takes no comment or tag along',
      LIST,
      add(null, 'Call %% Ann <!-- x <iframe src="y"> `<b>`'),
      LIST.replace('notes.\n', 'notes.\n4. Call Ann \\<!-- x \\<iframe src="y"> `<b>`\n'),
    ],
    [
      'links nobody inside of an address or a tag',
      '## Steps\n1. [[Jira]] admin: tag the build\n',
      add(null, 'Ann opens https://acme.example/Jira/board #Jira in Jira'),
      '## Steps\n1. [[Jira]] admin: tag the build\n2. Ann opens https://acme.example/Jira/board #Jira in [[Jira]]\n',
    ],
    [
      'exchanges words and leaves the rest as it is written',
      '## Steps\n1. After the freeze, Sarah tags the build in [Jira](https://j.example/x) within 1 day (see **here**). 🔁 every week 🆔 ab\n',
      exchange('within 1 day', 'within 2 hours'),
      '## Steps\n1. After the freeze, Sarah tags the build in [Jira](https://j.example/x) within 2 hours (see **here**). 🔁 every week 🆔 ab\n',
    ],
    [
      'exchanges nothing that stands there twice',
      '## Steps\n1. Ann: call Bob and Ann\n',
      exchange('Ann', 'Cy'),
      'unclear',
    ],
    [
      'writes no line into a quote',
      '# P\n\n> [!note]\n> ## Steps\n',
      add(null),
      '# P\n\n> [!note]\n> ## Steps\n\n## Steps\n1. Call Ann.\n',
    ],
    ['leaves running text to people', '# P\nFirst, tag the build. Then tell Support.\n', replace(0), 'not-a-line'],
    [
      'leaves a line of two steps to people',
      '## Steps\n1. Tag the build. Then tell Support.\n2. Call Bob.\n',
      remove(0),
      'not-a-line',
    ],
    [
      'leaves a step with details to people, when it shall go',
      '## Steps\n1. Tag the build\n   - in main\n2. Tell Support\n',
      remove(0),
      'not-a-line',
    ],
    [
      'keeps fields, tags and signs',
      '## Steps\n- Tag the build [owner:: [[Ann]]] #ops 📅 2026-02-01 ^a\n',
      replace(0),
      '## Steps\n- Call [[Ann]]. [owner:: [[Ann]]] #ops 📅 2026-02-01 ^a\n',
    ],
    [
      'leaves a line with a comment to people',
      '## Steps\n1. Tag the build %% ask Bob\n%%\n2. Tell Support\n',
      replace(0),
      'not-a-line',
    ],
    [
      'leaves a line that goes on to people',
      '## Steps\n1. Tag the build\nsee https://x.y/z\n2. Tell Support\n',
      replace(0),
      'not-a-line',
    ],
    [
      'leaves a line with a table below it to people',
      '## Steps\n- Verify the fix\n| Env | URL |\n|-|-|\n| prod | x.y |\n\n- Tell Support\n',
      remove(0),
      'not-a-line',
    ],
    [
      'counts on behind a picture',
      '## Steps\n1. Tag the build\n\n![[board.png]]\n\n2. Tell Support\n3. Publish the notes\n',
      add(0),
      '## Steps\n1. Tag the build\n2. Call Ann.\n\n![[board.png]]\n\n3. Tell Support\n4. Publish the notes\n',
    ],
    [
      'does not make a number longer than what hangs below allows',
      `## Steps\n${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `${n}. Tag build ${n}\n`).join('')}9. Verify the fix\n   - in main\n`,
      add(0),
      `## Steps\n1. Tag build 1\n2. Call Ann.\n${[2, 3, 4, 5, 6, 7, 8].map((n) => `${n}. Tag build ${n}\n`).join('')}9. Verify the fix\n   - in main\n`,
    ],
    [
      'keeps leading zeros',
      '## Steps\n01. Tag the build\n02. Tell Support\n',
      add(0),
      '## Steps\n01. Tag the build\n02. Call Ann.\n03. Tell Support\n',
    ],
    [
      'adds at the end of the steps, not of another list',
      '## Steps\n1. Tag the build\n\n## Tips\n- Check the logs\n',
      add(null),
      '## Steps\n1. Tag the build\n2. Call Ann.\n\n## Tips\n- Check the logs\n',
    ],
    [
      'finds the section below a title that sounds like one',
      '# Process\n\nOwner: Ann\n\n## Steps\n\n- [ ] \n',
      add(null),
      '# Process\n\nOwner: Ann\n\n## Steps\n\n1. Call Ann.\n',
    ],
    [
      'keeps people linked',
      '## Steps\n1. [[CS Team]]: post the news\n',
      replace(0, 'CS Team posts the news in Teams.'),
      '## Steps\n1. [[CS Team]] posts the news in Teams.\n',
    ],
    ['writes nothing without words', LIST, add(null, ' \n- '), 'unclear'],
    ['writes nothing that swallows what follows', LIST, add(0, '```'), 'unclear'],
  ])('%s', (_, text, change, expected) => {
    expect(changed(text, change)).toBe(expected);
    // The same with other line ends and a byte order mark.
    const windows = `\ufeff${text.replace(/\n/g, '\r\n')}`;
    expect(changed(windows, change)).toBe(
      /^[a-z-]+$/.test(expected)
        ? expected
        : text === '# P'
          ? '\ufeff# P\n\n## Steps\n1. Call Ann.\n'
          : `\ufeff${expected.replace(/\n/g, '\r\n')}`,
    );
  });

  it('writes nothing when the steps are not those that were shown', () => {
    expect(changed(LIST, remove(1), shownIn(LIST).slice(1))).toBe('moved');
    // Somebody else has said who, where or when meanwhile.
    expect(changed(LIST.replace('Tag the build.', 'Ann: tag the build in GitHub.'), replace(0), shownIn(LIST))).toBe(
      'moved',
    );
  });

  it('changes the one step and nothing else, whatever the note', () => {
    const step = fc.constantFrom(
      'Tag the build',
      'Tell Support',
      'Publish the notes in Notion',
      '[[Ann]]: review the plan within 2 days',
      'QA checks the logs',
    );
    const marker = fc.constantFrom('1.', '1)', '-', '*', '- [ ]');
    const around = fc.constantFrom('', 'Some words.\n', '> a quote\n', '```\n1. code\n```\n', '| a |\n|-|\n| b |\n');
    const note = fc.record({
      before: around,
      steps: fc.array(fc.tuple(step, fc.constantFrom('', '\n   - detail', '\n   more words', ' ^id')), {
        minLength: 1,
        maxLength: 6,
      }),
      marker,
      after: around,
      eol: fc.constantFrom('\n', '\r\n'),
      bom: fc.constantFrom('', '\ufeff'),
    });
    let written = 0;
    fc.assert(
      fc.property(
        note,
        fc.constantFrom('add', 'replace', 'remove'),
        fc.integer({ min: -1, max: 5 }),
        fc.constantFrom('Call Ann.', 'Call Ann.\nCall Bob.', '# Odd', '- [ ] Call Ann'),
        (made, kind, where, words) => {
          const list = made.steps
            .map(([text, more], index) => `${made.marker.replace('1', String(index + 1))} ${text}${more}`)
            .join('\n');
          const text =
            made.bom + `# P\n\n${made.before}\n## Steps\n${list}\n\n## Notes\n${made.after}`.replace(/\n/g, made.eol);
          const shown = shownIn(text);
          const at = Math.min(where, shown.length - 1);
          const change: StepChange = {
            kind: kind as StepChange['kind'],
            at: kind === 'add' ? at : Math.max(0, at),
            words: kind === 'remove' ? '' : words,
          };
          const result = changeEdits(text, change, shown);
          if ('problem' in result) return;
          written++;
          const after = applyEdits(text, result.edits);
          const outside = (whole: string): string[] => [
            whole.slice(0, whole.indexOf('## Steps')),
            whole.slice(whole.indexOf('## Notes')),
          ];
          expect(outside(after)).toEqual(outside(text));
          // Every other line of the list is there still, but for its number.
          const bare = (whole: string): string[] => whole.split(/\r?\n/).map((line) => line.replace(/^\d+/, '#'));
          const [was, is] = [bare(text), bare(after)];
          const lost = was.filter((line) => {
            const found = is.indexOf(line);
            if (found >= 0) is.splice(found, 1);
            return found < 0;
          });
          expect(lost.length).toBeLessThanOrEqual(kind === 'add' ? 0 : 2);
          expect(after.includes('\r\n')).toBe(made.eol === '\r\n');
          expect(/[^\r]\n/.test(after)).toBe(made.eol === '\n');
        },
      ),
      { numRuns: 3000 },
    );
    expect(written).toBeGreaterThan(1000);
  });
});
