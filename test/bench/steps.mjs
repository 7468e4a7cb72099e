// npm run bench:steps: the longest step of reading, and the time of one edit, by size and kind of note, in CPU
// milliseconds of this process (the smallest of three runs, so that other programs count little).
import { build } from 'esbuild';
import path from 'node:path';
import { PerformanceObserver } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outfile = path.join(root, 'node_modules/.cache/shipshape/steps-core.cjs');
await build({
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  outfile,
  logLevel: 'error',
  stdin: {
    contents:
      "export { readNoteInSteps } from './src/markdown/read-note'; export { tickEdit } from './src/markdown/tick-edit'; export { fieldEdit } from './src/markdown/field-edit'; export { defaultSettings, readerOptions } from './src/settings/settings'; export { mayMatterInSteps } from './src/markdown/note-kind';",
    resolveDir: root,
    loader: 'ts',
  },
});
const { readNoteInSteps, tickEdit, fieldEdit, defaultSettings, readerOptions, mayMatterInSteps } = createRequire(
  import.meta.url,
)(outfile);
const settings = defaultSettings();
const options = readerOptions(settings, '2026-01-27');
const head = '# 2026-01-20 Release: v1.0\n- Target: Mar 20\n\n## Checklist\n';
const times = (count, line) =>
  Array.from({ length: count }, (_, index) => (typeof line === 'string' ? line : line(index))).join('\n');

const notes = {
  'items, 5,000': head + times(5000, (i) => `- [ ] Item ${i} with **bold** and \`code\` @ann by Feb ${(i % 27) + 1}`),
  'items, 200,000 (11 MB)': head + times(200_000, (i) => `- [ ] Item number ${i} with **bold** text here and code`),
  'bullets of actions, 50,000': `${head}\n## Action items\n${times(50_000, (i) => `- Ann to send deck ${i} to Bob by Friday`)}`,
  'prose, 10 MB':
    head +
    times(
      20_000,
      'A line of plain prose that speaks of nothing in particular, and goes on for quite a while, as people write. '.repeat(
        5,
      ),
    ),
  'one line of 10 MB': head + 'word %% '.repeat(1_250_000),
  'fences without end, 20,000': head + times(20_000, '```js\n- [ ] x'),
  'begin lines without end, 300,000': head + times(300_000, '%% shipshape:begin steps abc %%'),
  'unequal backticks, 1 MB': `${head}%% ${times(1400, (i) => '`'.repeat(i + 1)).replace(/\n/g, 'x')}`,
  'backticks and comments, 1 MB': head + '`a` %% b %% '.repeat(90_000),
  'properties of 60 KB': `---\ntags:\n${times(5000, (i) => `  - tag${i}`)}\n---\n${head}`,
  'properties, flow, 60 KB': `---\ntags: [${times(5000, (i) => `tag${i}`).replace(/\n/g, ', ')}]\n---\n${head}`,
  'properties, nested lists, 8 KB': `---\na:\n${'- - - '.repeat(1300)}x\n---\n${head}`,
  'properties never closed, 10 MB': `---\n${times(500_000, 'key: value and more')}`,
  'nested quotes, 10,000': head + times(10_000, (i) => `${'> '.repeat(i % 60)}- [ ] q`),
  'unclosed comments, 100,000': head + times(100_000, '<!-- x'),
  'table of 20,000 rows': `${head}| Task | Owner | Due | Status |\n|-|-|-|-|\n${times(20_000, (i) => `| Task ${i} | Ann | Feb ${(i % 27) + 1} | done |`)}`,
  'headings, 50,000': times(50_000, (i) => `## Heading ${i} of v1.${i % 9}`),
  'links, 100,000': head + times(100_000, (i) => `See [[Note ${i}]] and [[Other ${i}|that]].`),
  'fields of a line, 1,000 links': `${head}- (attendees:: ${times(1000, (i) => `[[P${i}]]`).replace(/\n/g, ', ')}\n`,
  'dots of actions, 50,000': `${head}\n## Action items\n\n${times(50_000, (i) => `• Ann to send deck ${i} to Bob by Friday`)}`,
  'weekdays of an undated note, 20,000': `# Plan\n\nOn 2026-01-20.\n\n## Action items\n${times(20_000, (i) => `- Send it by Mon, Feb ${(i % 27) + 1}`)}`,
  'labels and people, 20,000': `${head}\n## Attendees\n${times(20_000, (i) => `- Role ${i}: Ann Lee, Bob Roy`)}\n\n## Action items\n- ann: call`,
  'commitments in prose, 2,900': `# 2026-01-20 Sync\n${times(2900, (i) => `\nMaybe ${i}. Ann will send it to Bob by Friday. Legal may ask.`)}`,
  'long paragraphs of commitments, 200': `# 2026-01-20 Sync\n${times(200, (i) => `\n${`Maybe ${i}. It will do for the team. `.repeat(65)}`)}`,
  'releases, 5,000': times(5000, (i) => `## Release: v${i}.0\n- Target date: 2026-03-20\n- Owner: Ann\n- [ ] QA`),
};
/**
 * Milliseconds that a piece of work kept this thread: no more than the clock says, and no more than the process used.
 */
const timed = (work) => {
  const [wall, used] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(used);
  return [Math.min(performance.now() - wall, (user + system) / 1000), result];
};
/** The garbage collector's work, which no step can put off: when it began, and how long it took. */
const collected = [];
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) collected.push([startTime, duration]);
}).observe({ entryTypes: ['gc'] });
const least = (run) => Math.min(...[run(), run(), run()]);
const longest = async (text) => {
  const long = [];
  collected.length = 0;
  const steps = readNoteInSteps('Inbox/x.md', text, options);
  for (let done = false; !done;) {
    const at = performance.now();
    const [ms, step] = timed(() => steps.next());
    if (ms > 2) long.push([at, ms]);
    done = step.done;
  }
  await new Promise((resolve) => setTimeout(resolve, 30));
  const own = long.map(
    ([at, ms]) =>
      ms -
      collected.filter(([start]) => start >= at && start < at + ms).reduce((sum, [, duration]) => sum + duration, 0),
  );
  return [Math.max(0, ...own), Math.max(0, ...long.map(([, ms]) => ms))];
};
// The compiler's share is paid first.
for (let i = 0; i < 5; i++) await longest(notes['items, 5,000']);
const only = process.argv[2];
let worst = 0;
process.stdout.write('longest step of reading (ms of CPU; aim 16)\n');
for (const [name, text] of Object.entries(notes)) {
  if (only && !name.includes(only)) continue;
  const runs = [await longest(text), await longest(text), await longest(text)];
  const [found, whole] = [0, 1].map((which) => Math.min(...runs.map((run) => run[which])));
  const look = least(() => {
    let most = 0;
    for (const steps = mayMatterInSteps(text, settings.vocabulary); ;) {
      const [ms, { done }] = timed(() => steps.next());
      most = Math.max(most, ms);
      if (done) return most;
    }
  });
  worst = Math.max(worst, found, look);
  process.stdout.write(
    `  ${name.padEnd(36)} ${(text.length / 1e6).toFixed(2).padStart(6)} MB  ${found.toFixed(1).padStart(6)}  with the collector ${whole.toFixed(1).padStart(5)}  first look ${look.toFixed(1)}\n`,
  );
}
process.stdout.write('one edit (ms of CPU; aim 16 up to 1 MB, 100 at 10 MB)\n');
for (const [count, size] of [
  [500, 'small'],
  [5000, 'medium'],
  [17_000, '1 MB'],
  [190_000, '10 MB'],
]) {
  const text = head + times(count, (i) => `- [ ] Item number ${i} with **bold** text here and code`);
  const at = Math.floor(count * 0.9);
  const title = `Item number ${at} with bold text here and code`;
  const tick = least(() => {
    const [ms, result] = timed(() => tickEdit(text, { title, mark: ' ', newMark: 'x' }));
    if ('problem' in result) throw new Error(result.problem);
    return ms;
  });
  const field = least(() => {
    const [ms, result] = timed(() => fieldEdit(text, { title, kind: 'box', key: 'nudged', value: '2026-01-27' }));
    if ('problem' in result) throw new Error(result.problem);
    return ms;
  });
  process.stdout.write(
    `  ${size.padEnd(8)} ${(text.length / 1e6).toFixed(2).padStart(6)} MB  tick ${tick.toFixed(1).padStart(6)}  field ${field.toFixed(1).padStart(6)}\n`,
  );
}
process.stdout.write(`longest of all steps: ${worst.toFixed(1)} ms\n`);
