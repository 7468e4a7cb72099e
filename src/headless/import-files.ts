import { parse } from 'yaml';
import type { OutsideReading } from '../domain/outside-item';
import { ended } from '../domain/in-slices';
import type { RawFile } from '../integrations/files/unzip';
import { readOutsideFiles } from '../integrations/read-files';

/** What `npm run import` prints: the shape is a contract, additions are allowed, renames are not. */
export interface ImportOutput extends Omit<OutsideReading, 'bodies'> {
  readonly schema: 1;
}

/** The value of a YAML text; undefined where it is none, and for one that is made to fill the memory. */
function yaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100, logLevel: 'silent' }) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads files of another system as the plugin's preview does. Writes nothing. */
export function importFiles(files: readonly RawFile[]): ImportOutput {
  const read = ended(readOutsideFiles(files, { yaml }));
  const { system, format, seems, kind, rows, items, usedColumns, ignoredColumns, problems } = read;
  return { schema: 1, system, format, seems, kind, rows, items, usedColumns, ignoredColumns, problems };
}

/** The same in words for a terminal: what it is, how much of it, the first items, what is odd. */
export function importText({ system, format, seems, rows, items, ignoredColumns, problems }: ImportOutput): string {
  const what =
    system === null
      ? `Nothing that Shipshape reads${seems === null ? '.' : `: this seems to be ${seems}.`}`
      : `${system} (${format ?? ''}): ${rows} rows`;
  const first = items.slice(0, 5).map((item) => {
    const title = 'title' in item ? item.title : 'name' in item ? item.name : 'text' in item ? item.text : '';
    const id = 'id' in item && typeof item.id === 'string' ? `${item.id}  ` : '';
    return `  ${id}${String(title).slice(0, 100)}`;
  });
  const more = items.length > 5 ? [`  … ${items.length - 5} more`] : [];
  const ignored = ignoredColumns.length > 0 ? [`Ignored columns: ${ignoredColumns.join(', ')}`] : [];
  const odd = problems.map(({ row, text }) => (row === null ? text : `Row ${row}: ${text}`));
  return [
    what,
    ...(system !== null && seems !== null ? [`This seems to be ${seems}.`] : []),
    ...first,
    ...more,
    ...ignored,
    ...odd,
  ].join('\n');
}
