// npm run bench [-- --notes 1000,10000] [--seed 1] [--beside another/main.js]: figures as ratios, all measured in this one run.
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { civilDate, loadCore } from '../../src/headless/cli.mjs';
import { generateVault } from './generate.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = path.join(root, 'node_modules/.cache/shipshape/bench');
const words = process.argv.slice(2);
const option = (name, fallback) => (words.includes(`--${name}`) ? words[words.indexOf(`--${name}`) + 1] : fallback);
const sizes = option('notes', '1000,10000').split(',').map(Number);
const seed = Number(option('seed', '1'));
const core = await loadCore('test/bench/core.ts');
const TODAY = '2026-02-02';

const settings = core.defaultSettings();
const percentile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const collect = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

async function onDisk(count) {
  const folder = path.join(cache, `${count}-${seed}`);
  const done = path.join(folder, '.done');
  if (
    await stat(done).then(
      () => true,
      () => false,
    )
  )
    return folder;
  await rm(folder, { recursive: true, force: true });
  for (const { path: inner, text } of generateVault(count, seed)) {
    const file = path.join(folder, inner);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await writeFile(done, '');
  return folder;
}

async function filesBelow(folder) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.md')) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const info = await stat(file);
    found.push({ path: path.relative(folder, file).split(path.sep).join('/'), mtime: info.mtimeMs, size: info.size });
  }
  return found;
}

/** A watch over a folder; counts bytes read and the longest stretch without giving the event loop a turn. */
function world(folder, files, memory) {
  const table = new Map(files.map((file) => [file.path, file]));
  const texts = new Map();
  const counts = { bytes: 0, longest: 0, blocks: [] };
  let since = performance.now();
  const mark = () => {
    const now = performance.now();
    counts.blocks.push(now - since);
    counts.longest = Math.max(counts.longest, now - since);
    since = now;
  };
  const watch = core.watchVault(
    {
      source: {
        list: () => [...table.values()],
        file: (inner) => table.get(inner) ?? null,
        read: async (inner) => {
          mark();
          const text = texts.get(inner) ?? (await readFile(path.join(folder, inner), 'utf8'));
          counts.bytes += text.length;
          since = performance.now();
          return text;
        },
      },
      memory,
      device: { load: () => null, save: () => undefined },
      clock: { today: () => TODAY, dateOf: (time) => civilDate(new Date(time)), elapsed: () => performance.now() },
      scheduler: {
        after: (ms, task) => {
          const id = setTimeout(task, ms);
          return () => clearTimeout(id);
        },
        pause: () => {
          mark();
          return new Promise((resolve) =>
            setImmediate(() => {
              since = performance.now();
              resolve();
            }),
          );
        },
      },
    },
    settings,
  );
  return { watch, counts, table, texts, begin: () => (since = performance.now()), end: mark };
}

function memoryOf() {
  let saved = null;
  return {
    load: async (version) => (saved?.version === version ? structuredClone(saved.notes) : []),
    save: async (version, notes) => void (saved = { version, notes: structuredClone(notes) }),
    clear: async () => undefined,
  };
}

async function measure(count) {
  const folder = await onDisk(count);
  const files = await filesBelow(folder);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  for (const { path: inner } of files) await readFile(path.join(folder, inner), 'utf8'); // warm the disk's cache
  const floors = [];
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    for (const { path: inner } of files) await readFile(path.join(folder, inner), 'utf8');
    floors.push(performance.now() - start);
  }
  const floor = percentile(floors, 0.5);
  const memory = memoryOf();
  const before = collect();
  const cold = world(folder, files, memory);
  cold.begin();
  const coldStart = performance.now();
  await cold.watch.reconcile();
  cold.end();
  const coldTime = performance.now() - coldStart;
  const heap = collect() - before;
  const releases = cold.watch.state().releases;
  await new Promise((resolve) => setTimeout(resolve, 3400)); // the memory is written three seconds after the last change

  const warm = world(folder, files, memory);
  const warmStart = performance.now();
  await warm.watch.reconcile();
  const warmTime = performance.now() - warmStart;

  const saves = [];
  const plans = files.filter((file) => file.path.endsWith('Plan.md')).slice(0, 200);
  for (const [index, plan] of plans.entries()) {
    const text = await readFile(path.join(folder, plan.path), 'utf8');
    const changed = index % 2 === 0 ? text.replace('- [ ]', '- [x]') : `${text}\n- [ ] One more thing ${index}\n`;
    warm.table.set(plan.path, { ...plan, mtime: plan.mtime + 1, size: changed.length });
    const start = performance.now();
    warm.watch.changed(plan.path, changed);
    await warm.watch.settled();
    const entry = warm.watch.state().releases.find(({ release }) => release.sources.includes(plan.path));
    if (entry) core.cardModel(entry, TODAY);
    saves.push(performance.now() - start);
  }
  warm.watch.stop();
  cold.watch.stop();
  return {
    count,
    bytes,
    floor,
    coldTime,
    warmTime,
    warmBytes: warm.counts.bytes,
    heap,
    releases: releases.length,
    longest: cold.counts.longest,
    usual: percentile(cold.counts.blocks, 0.999),
    median: percentile(saves, 0.5),
    p95: percentile(saves, 0.95),
  };
}

const rows = [];
for (const count of sizes) rows.push(await measure(count));
const print = (text) => process.stdout.write(`${text}\n`);
print('figure                                         goal        measured');
for (const row of rows) {
  print(
    `-- ${row.count} notes, ${(row.bytes / 1e6).toFixed(0)} MB, ${row.releases} releases; reading the files alone takes ${seconds(row.floor)}`,
  );
  print(
    `cold index / reading the files                 <= 3        ${(row.coldTime / row.floor).toFixed(2)}   (${seconds(row.coldTime)})`,
  );
  print(
    `warm start / reading the files                             ${(row.warmTime / row.floor).toFixed(2)}   (${seconds(row.warmTime)}, ${row.warmBytes} note bytes read; goal 0)`,
  );
  print(`one saved note, median                         <= 1.5 ms   ${row.median.toFixed(2)} ms`);
  print(`one saved note, p95                            <= 8 ms     ${row.p95.toFixed(2)} ms`);
  print(
    `longest block while indexing                   <= 16 ms    ${row.longest.toFixed(1)} ms (99.9 % of all: ${row.usual.toFixed(1)} ms; a collector's pause counts, too)`,
  );
  print(`kept heap                                      <= 20 MB    ${(row.heap / 1e6).toFixed(1)} MB (goal at 10k)`);
}
const [first, last] = [rows[0], rows[rows.length - 1]];
if (rows.length > 1)
  print(
    `growth a note, ${last.count} against ${first.count}             <= 1.15     ${(last.coldTime / last.count / (first.coldTime / first.count)).toFixed(2)}`,
  );

/** Compiles and runs a plugin's bundle as the app does, each time as new source text; milliseconds. */
function loadTimes(bundle) {
  const times = [];
  for (let i = 0; i < 15; i++) {
    const start = performance.now();
    new vm.Script(`(function(module,exports,require){${bundle}\n/* ${i} */})`).runInThisContext()(
      { exports: {} },
      {},
      () => new Proxy({}, { get: () => class {} }),
    );
    times.push(performance.now() - start);
  }
  return { first: times[0], median: percentile(times, 0.5) };
}

const bundle = await readFile(path.join(root, 'main.js')).catch(() => null);
const beside = option('beside', null);
if (bundle) {
  const own = loadTimes(bundle.toString('utf8'));
  print(
    `main.js                                        <= 480 KB   ${(bundle.length / 1000).toFixed(0)} KB minified, ${(gzipSync(bundle).length / 1000).toFixed(0)} KB gzipped`,
  );
  print(
    `compiling and running it                                   ${own.median.toFixed(1)} ms; the first time ${own.first.toFixed(1)} ms`,
  );
  if (beside) {
    const other = loadTimes(await readFile(beside, 'utf8'));
    print(
      `... / ${beside}   <= 0.5      ${(own.median / other.median).toFixed(2)}; the first time ${(own.first / other.first).toFixed(2)}`,
    );
  }
}
