// npm start [-- <vault>] [--today YYYY-MM-DD] [--fresh]: builds the plugin, opens a vault in the workbench, prints its risk table.
import { cp, mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { civilDate, loadCore, readVault, storedSettings } from '../../src/headless/cli.mjs';
import { buildWorkbench } from './build.mjs';
import { startWorkbench } from './server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLE_DAY = '2026-01-27';
const words = process.argv.slice(2);
const at = words.indexOf('--today');
const named = words.find((word, index) => !word.startsWith('--') && words[index - 1] !== '--today');
const today = at >= 0 ? words[at + 1] : named ? civilDate(new Date()) : EXAMPLE_DAY;

let vault = named ? path.resolve(named) : null;
if (
  vault &&
  !(await stat(vault).then(
    (info) => info.isDirectory(),
    () => false,
  ))
) {
  process.stderr.write(`${vault} is not a folder.\nusage: npm start [-- <vault>] [--today YYYY-MM-DD] [--fresh]\n`);
  process.exit(2);
}
if (!vault) {
  // A copy, so that playing with the example never shows up as a change of the project; kept until --fresh.
  vault = path.join(root, 'node_modules/.cache/shipshape/example-vault');
  if (words.includes('--fresh')) await rm(vault, { recursive: true, force: true });
  const exists = await stat(vault).then(
    () => true,
    () => false,
  );
  if (!exists) {
    await mkdir(vault, { recursive: true });
    await cp(path.join(root, 'test/vaults/example'), vault, { recursive: true });
  }
}

const [core, notes] = await Promise.all([loadCore(), readVault(vault)]);
process.stdout.write(
  `\n${core.reportVault(notes, { today, facts: false, settings: await storedSettings(vault) }).table}\n`,
);
const workbench = await startWorkbench(vault, { port: Number(process.env.PORT ?? 0), pages: await buildWorkbench() });
process.stdout.write(
  `Vault:      ${vault}\nWorkbench:  ${workbench.url}?today=${today}\n            add &theme=dark, &width=220, &phone or &rtl to look at it differently; stop with Ctrl+C\n${named ? '' : '            the example is a copy that keeps your changes; npm start -- --fresh makes a new one\n'}`,
);
process.on('SIGINT', () => void workbench.close().then(() => process.exit(0)));
process.on('SIGTERM', () => void workbench.close().then(() => process.exit(0)));
