// npm start [-- <vault> [--today YYYY-MM-DD]]: builds the plugin, opens a vault in the workbench, prints its risk table.
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { civilDate, loadCore, readVault } from '../../src/headless/cli.mjs';
import { buildWorkbench } from './build.mjs';
import { startWorkbench } from './server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLE_DAY = '2026-01-27';
const words = process.argv.slice(2);
const at = words.indexOf('--today');
const named = words.find((word, index) => !word.startsWith('--') && words[index - 1] !== '--today');
const today = at >= 0 ? words[at + 1] : named ? civilDate(new Date()) : EXAMPLE_DAY;

let vault = named ? path.resolve(named) : null;
if (!vault) {
  // A copy, so that playing with the example never shows up as a change of the project.
  vault = path.join(root, 'node_modules/.cache/shipshape/example-vault');
  await rm(vault, { recursive: true, force: true });
  await mkdir(vault, { recursive: true });
  await cp(path.join(root, 'test/vaults/example'), vault, { recursive: true });
}

const [core, notes] = await Promise.all([loadCore(), readVault(vault)]);
process.stdout.write(`\n${core.reportVault(notes, { today, facts: false }).table}\n`);
const workbench = await startWorkbench(vault, { port: Number(process.env.PORT ?? 0), pages: await buildWorkbench() });
process.stdout.write(`Vault:      ${vault}\nWorkbench:  ${workbench.url}?today=${today}\n            add &theme=dark, &width=220, &phone or &rtl to look at it differently; stop with Ctrl+C\n`);
process.on('SIGINT', () => void workbench.close().then(() => process.exit(0)));
process.on('SIGTERM', () => void workbench.close().then(() => process.exit(0)));
