// npm run calibrate -- [FOLDER …]: holds the forecast against daily counts of real projects (date,total,done,target,source).
// Exit 1 below a floor, 2 where there is nothing to hold it against.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCore } from '../../src/headless/cli.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const core = await loadCore('test/calibration/core.ts');

const OPEN = [3, 8, 20];
const HELD = { least: 0.8, most: 0.95 };
const SMOKE_HELD = 0.75;
const MOST_BRIER = 0.15;
/** From this many releases on the model must be calibrated; below, the figure is only a smoke test. */
const ENOUGH_RELEASES = 20;

const percent = (share) => `${(share * 100).toFixed(1)} %`;
const score = (value) => value.toFixed(3);
const failures = [];
const floor = (isMet, words) => {
  if (!isMet) failures.push(words);
};

async function seriesIn(folder) {
  const found = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    process.stderr.write(`There is no folder “${folder}”.\n`);
    process.exit(2);
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isFile() || !entry.name.endsWith('.csv')) continue;
    const text = await readFile(path.join(folder, entry.name), 'utf8');
    const series = core.parseSeries(entry.name.replace(/\.csv$/, ''), text);
    if (series) found.push(series);
  }
  return found;
}

function printQueue(all) {
  const queues = all.filter(({ rows }) => rows.every(({ target }) => target === null));
  console.log('Model A (queue), series without a target, a forecast every fifth business day');
  for (const series of queues)
    for (const open of OPEN) {
      const result = core.backtestQueue(series, open);
      if (!result) continue;
      const { forecasts, p85Held, meanBandHeld, brier, baseRateBrier } = result;
      console.log(
        `  ${series.name}, ${open} open: ${forecasts} forecasts; P85 held ${percent(p85Held)}; ` +
          `mean ± 10 % holds ${percent(meanBandHeld)}; Brier ${score(brier)} (base rate ${score(baseRateBrier)})`,
      );
      if (/^jira/.test(series.name))
        floor(
          p85Held >= HELD.least && p85Held <= HELD.most,
          `${series.name}, ${open} open: P85 held ${percent(p85Held)}, not ${percent(HELD.least)} to ${percent(HELD.most)}`,
        );
    }
}

function printSlips(all) {
  console.log(`Model B (slips), by release; event: ${percent(core.EVENT_SHARE)} of the items done by the target`);
  const pooled = [];
  let base = 0;
  for (const name of ['k8s', 'openstack']) {
    const family = all.filter((series) => core.familyOf(series.name) === name);
    const results = core.backtestSlips(family);
    for (const { name: release, slip, forecasts } of results) {
      const said = forecasts.map(
        ({ before, open, chance, p85 }) =>
          `−${before} d (${open} open) P ${chance.toFixed(2)}, P85 ${p85 === null ? 'beyond a year' : `${p85 >= 0 ? '+' : ''}${p85}`}`,
      );
      console.log(
        `  ${release}: ${slip <= 0 ? 'in time' : 'late'} (${slip >= 0 ? '+' : ''}${slip}); ${said.join('; ')}`,
      );
    }
    const count = results.flatMap(({ forecasts }) => forecasts).length;
    if (count > 0) base += core.baseRateOf(family, results) * count;
    pooled.push(...results);
  }
  const forecasts = pooled.flatMap((result) => result.forecasts);
  if (forecasts.length === 0) return;
  // Forecasts of one release share their outcome, so each release counts once.
  const mean = (of) => pooled.reduce((sum, result) => sum + of(result), 0) / pooled.length;
  const share = (list, is) => list.filter(is).length / list.length;
  const held = mean((result) => share(result.forecasts, (one) => one.held));
  const brier = core.brierScore(forecasts);
  base /= forecasts.length;
  console.log(
    `  together: ${pooled.length} releases, ${forecasts.length} forecasts; P85 held ${percent(held)}; ` +
      `Brier ${score(brier)} (base rate ${score(base)})`,
  );
  floor(held >= SMOKE_HELD, `model B: P85 held ${percent(held)}, not ${percent(SMOKE_HELD)}`);
  if (pooled.length < ENOUGH_RELEASES) {
    console.log(`  fewer than ${ENOUGH_RELEASES} releases: a smoke test, no calibration`);
    return;
  }
  floor(
    held >= HELD.least && held <= HELD.most,
    `model B: P85 held ${percent(held)}, not ${percent(HELD.least)} to ${percent(HELD.most)}`,
  );
  floor(brier <= MOST_BRIER, `model B: Brier ${score(brier)} above ${score(MOST_BRIER)}`);
  floor(brier <= base, `model B: Brier ${score(brier)} above the base rate's ${score(base)}`);
}

const folders = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const all = (
  await Promise.all((folders.length > 0 ? folders : [path.join(root, '../shared/series')]).map(seriesIn))
).flat();
if (all.length === 0) {
  process.stderr.write('No series of daily counts there (date,total,done,target,source).\n');
  process.exit(2);
}
printQueue(all);
printSlips(all);
for (const words of failures) console.log(`below its floor: ${words}`);
process.exit(failures.length > 0 ? 1 : 0);
