import { parse } from 'yaml';
import { ended } from '../../src/domain/in-slices';
import type { OutsideReading } from '../../src/domain/outside-item';
import type { RawFile } from '../../src/integrations/files/unzip';
import { readOutsideFiles } from '../../src/integrations/read-files';

/** Files of text by their path. */
export const textFiles = (files: Readonly<Record<string, string>>): RawFile[] =>
  Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));

const yaml = (text: string): unknown => {
  try {
    return parse(text, { logLevel: 'silent' });
  } catch {
    return undefined;
  }
};

/** Reads files as the preview does. */
export const readFiles = (files: readonly RawFile[]): OutsideReading => ended(readOutsideFiles(files, { yaml }));

/** Reads one file of text. */
export const readText = (path: string, text: string): OutsideReading => readFiles(textFiles({ [path]: text }));

/** Rows of cells as separated values, quoted where they have to be. */
export const separated = (rows: readonly (readonly string[])[], delimiter = ',', newline = '\n'): string =>
  rows
    .map((cells) =>
      cells.map((cell) => (/["\r\n,;\t|]|^\s|\s$/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join(delimiter),
    )
    .join(newline);
