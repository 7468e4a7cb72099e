// npm run --silent report -- <vault> [--today YYYY-MM-DD] [--json] [--facts] [--fail-on at-risk|off-track]
//   [--findings | --status [--audience executive|team|customer|short] [--release NAME] | --ics]
// Bundles the core with esbuild (a tenth of a second), walks the folder and prints. Needs no Obsidian.
import { build } from 'esbuild';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const USAGE =
  'usage: npm run --silent report -- <vault> [--today YYYY-MM-DD] [--json] [--facts] [--fail-on at-risk|off-track]\n' +
  '  [--findings | --status [--audience executive|team|customer|short] [--release NAME] | --ics]';
const AUDIENCES = ['executive', 'team', 'customer', 'short'];
const PRINTS = ['findings', 'status', 'ics'];

/** Loads the core; also used by `npm start` and the benchmark. */
export async function loadCore(entry = 'src/headless/report-vault.ts') {
  const outfile = path.join(root, 'node_modules/.cache/shipshape', `${path.basename(entry, '.ts')}-${process.pid}.mjs`);
  await mkdir(path.dirname(outfile), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    alias: { papaparse: './node_modules/papaparse/papaparse.min.js' },
    target: 'node20',
    logLevel: 'error',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  return import(pathToFileURL(outfile).href);
}

/** All Markdown files below a folder, hidden folders left out, in a stable order. */
export async function* notesBelow(vault, folder = '') {
  const entries = await readdir(path.join(vault, folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const inner = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) yield* notesBelow(vault, inner);
    else if (entry.isFile() && /\.md$/i.test(entry.name)) yield inner;
  }
}

/** The civil date of an instant on this machine. */
export function civilDate(time) {
  return `${time.getFullYear()}-${String(time.getMonth() + 1).padStart(2, '0')}-${String(time.getDate()).padStart(2, '0')}`;
}

/** Reads all notes of a folder; one that cannot be read is named on stderr and left out. */
export async function readVault(vault) {
  const notes = [];
  for await (const inner of notesBelow(vault)) {
    const file = path.join(vault, inner);
    try {
      const [text, info] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
      notes.push({ path: inner, text, fileDate: civilDate(info.mtime) });
    } catch (error) {
      process.stderr.write(`not read: ${inner}: ${error.message}\n`);
    }
  }
  return notes;
}

/** The plugin's settings in a vault, so that panel and pipeline agree; null when there are none or they are broken. */
export async function storedSettings(vault) {
  return readFile(path.join(vault, '.obsidian/plugins/shipshape/data.json'), 'utf8')
    .then(JSON.parse)
    .catch(() => null);
}

function parseArguments(argv) {
  const request = {
    vault: null,
    today: civilDate(new Date()),
    json: false,
    facts: false,
    failOn: null,
    prints: null,
    audience: null,
    release: null,
  };
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i];
    if (word === '--help') return null;
    if (word === '--json') request.json = true;
    else if (word === '--facts') request.facts = true;
    else if (word.startsWith('--') && PRINTS.includes(word.slice(2)) && request.prints === null)
      request.prints = word.slice(2);
    else if (word === '--audience') request.audience = argv[++i] ?? '';
    else if (word === '--release') request.release = argv[++i] ?? '';
    else if (word === '--today') request.today = argv[++i] ?? '';
    else if (word === '--fail-on') request.failOn = argv[++i] ?? '';
    else if (!word.startsWith('--') && request.vault === null) request.vault = word;
    else return `unknown argument ${word}`;
  }
  if (request.vault === null) return 'no vault folder named';
  if (request.facts && !request.json) return '--facts goes with --json';
  if (request.prints !== null && request.facts) return `--facts does not go with --${request.prints}`;
  if (request.prints === 'ics' && request.json) return '--json does not go with --ics';
  if (request.prints !== 'status' && (request.audience !== null || request.release !== null))
    return '--audience and --release go with --status';
  if (request.audience !== null && !AUDIENCES.includes(request.audience))
    return `--audience wants ${AUDIENCES.join(', ')}, not ${request.audience}`;
  const [year, month, day] = request.today.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(request.today) || date.toISOString().slice(0, 10) !== request.today)
    return `--today wants a day as YYYY-MM-DD, not ${request.today}`;
  if (request.failOn !== null && !['at-risk', 'off-track'].includes(request.failOn))
    return `--fail-on wants at-risk or off-track, not ${request.failOn}`;
  return request;
}

/** What was asked for, as text. */
function printed({ report, table, findings, status, calendar }, { prints, json, audience, release }) {
  const format = json ? 'json' : 'text';
  if (prints === 'ics') return calendar();
  if (prints === 'findings') return findings(format);
  if (prints === 'status') return status(audience ?? 'executive', release ?? '', format);
  return json ? `${JSON.stringify(report, null, 1)}\n` : table;
}

async function main() {
  const request = parseArguments(process.argv.slice(2));
  if (request === null) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (typeof request === 'string') {
    process.stderr.write(`${request}\n${USAGE}\n`);
    return 2;
  }
  const isFolder = await stat(request.vault).then(
    (info) => info.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    process.stderr.write(`${request.vault} is not a folder\n${USAGE}\n`);
    return 2;
  }
  const [core, notes, settings] = await Promise.all([
    loadCore(),
    readVault(request.vault),
    storedSettings(request.vault),
  ]);
  const read = core.reportVault(notes, { today: request.today, facts: request.facts, settings });
  const { levels } = read;
  const text = printed(read, request);
  await new Promise((done) => process.stdout.write(text, done));
  const failing =
    request.failOn === 'at-risk' ? ['at-risk', 'off-track'] : request.failOn === 'off-track' ? ['off-track'] : [];
  return levels.some((level) => failing.includes(level)) ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
