import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RawFile } from '../../src/integrations/files/unzip';
import { SERVICES } from '../../src/integrations/services';
import { readFiles } from './files';

// Exports of other organisations, where they lie beside the project; they may not be shipped with it.
const FOLDER = path.join(__dirname, '../../../shared/exports');
const COMPARED = [
  ...['row', 'id', 'title', 'status', 'statusCategory', 'assignee', 'due', 'version', 'labels', 'priority', 'created'],
  ...['completed', 'resolution', 'ts', 'user', 'text', 'name', 'kind', 'explore', 'fields', 'measure', 'value'],
] as const;
/** Text that the note beside an export cut for its reader. */
const CUT = 200;

type Fields = Readonly<Record<string, unknown>>;

async function filesBelow(folder: string, inner = ''): Promise<RawFile[]> {
  const entries = await readdir(path.join(folder, inner), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const below = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(folder, below);
      return [{ path: below, bytes: new Uint8Array(await readFile(path.join(folder, below))) }];
    }),
  );
  return found.flat();
}

const means = (wanted: unknown, got: unknown): boolean =>
  typeof wanted === 'string' && wanted.length >= CUT && typeof got === 'string'
    ? got.startsWith(wanted)
    : JSON.stringify(wanted) === JSON.stringify(got);

/** How a record is found again: its number, else its name. */
function isSame(wanted: Fields, got: Fields): boolean {
  if (typeof wanted['database'] === 'string')
    return wanted['row'] === got['row'] && wanted['database'] === got['database'];
  for (const key of ['page', 'ts', 'row', 'id', 'title'])
    if (wanted[key] !== undefined && wanted[key] !== null) return wanted[key] === got[key];
  return false;
}

const sets = SERVICES.flatMap(({ id }) => {
  const folder = path.join(FOLDER, id);
  return existsSync(folder) ? [id] : [];
});

(sets.length > 0 ? describe : describe.skip)('exports of other organisations', () => {
  it.each(sets)('%s gives what a careful reader gets', async (system) => {
    const differences: string[] = [];
    for (const slug of await readdir(path.join(FOLDER, system))) {
      const expected = JSON.parse(await readFile(path.join(FOLDER, system, slug, 'expected.json'), 'utf8')) as {
        readonly rows: number;
        readonly items: readonly Fields[];
      };
      const read = readFiles(await filesBelow(path.join(FOLDER, system, slug, 'files')));
      const isNearMiss = slug.startsWith('near-miss');
      if (read.system !== (isNearMiss ? null : system)) differences.push(`${slug}: taken for ${String(read.system)}`);
      if (isNearMiss && read.seems === null) differences.push(`${slug}: nobody says what it is`);
      if (read.rows !== expected.rows) differences.push(`${slug}: ${read.rows} rows, not ${expected.rows}`);
      // What is refused has no items.
      if (isNearMiss && read.items.length === 0) continue;
      for (const wanted of expected.items) {
        const got = (read.items as readonly unknown[] as readonly Fields[]).filter((item) => isSame(wanted, item));
        const missed = got.map((item) =>
          COMPARED.filter((field) => field in wanted && !means(wanted[field], item[field])),
        );
        const best = missed.sort((a, b) => a.length - b.length)[0];
        if (best === undefined || best.length > 0)
          differences.push(`${slug} ${JSON.stringify(wanted).slice(0, 80)}: ${best?.join(', ') ?? 'missing'}`);
      }
    }
    expect(differences).toEqual([]);
  });
});
