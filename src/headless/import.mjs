// npm run --silent import -- <file, folder or zip>… [--json]
// Prints what the plugin's preview of an import shows, and writes nothing. Needs no Obsidian.
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { loadCore } from './cli.mjs';

const USAGE = 'usage: npm run --silent import -- FILE|FOLDER|ZIP [--json]';

async function* filesBelow(folder, inner = '') {
  const entries = await readdir(path.join(folder, inner), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const below = inner === '' ? entry.name : `${inner}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, below);
    else if (entry.isFile()) yield below;
  }
}

async function load(from) {
  if (!(await stat(from)).isDirectory()) return [{ path: path.basename(from), bytes: await readFile(from) }];
  const files = [];
  for await (const inner of filesBelow(from))
    files.push({ path: inner, bytes: await readFile(path.join(from, inner)) });
  return files;
}

async function main(args) {
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.find((arg) => arg.startsWith('--') && !['--json', '--help'].includes(arg));
  if (args.includes('--help')) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (wanted.length === 0 || unknown !== undefined) {
    process.stderr.write(`${unknown === undefined ? 'no file named' : `unknown option ${unknown}`}\n${USAGE}\n`);
    return 2;
  }
  try {
    const files = (await Promise.all(wanted.map(load))).flat();
    const { importFiles, importText } = await loadCore('src/headless/import-files.ts');
    const read = importFiles(files);
    const text = args.includes('--json') ? JSON.stringify(read, null, 1) : importText(read);
    await new Promise((done) => process.stdout.write(`${text}\n`, done));
    return 0;
  } catch (error) {
    process.stderr.write(`${error.code === 'ENOENT' ? `there is no ${error.path}` : error.message}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
