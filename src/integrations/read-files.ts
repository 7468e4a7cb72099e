import { type OutsideReading, readingOf } from '../domain/outside-item';
import { type FileTools, OutsideFile } from './files/outside-files';
import { seemsOf } from './files/other-tools';
import { type RawFile, unpack } from './files/unzip';
import { SERVICES } from './services';

/**
 * Reads files, folders and archives of any of the systems by what is in them, never by their names alone. Writes
 * nothing; yields between records, so that a caller can go on, show progress, or stop.
 */
export function* readOutsideFiles(raw: readonly RawFile[], tools: FileTools): Generator<void, OutsideReading> {
  const unpacked = unpack(raw);
  const files = unpacked.files.map((file) => new OutsideFile(file));
  let near: OutsideReading | null = null;
  for (const { read } of SERVICES) {
    const reading = yield* read(files, tools);
    if (reading && reading.system !== null)
      return { ...reading, problems: [...unpacked.problems, ...reading.problems] };
    near ??= reading;
  }
  for (const file of files) near ??= yield* seemsOf(file);
  const reading = near ?? readingOf(null, null, 'issues', []);
  return { ...reading, problems: [...unpacked.problems, ...reading.problems] };
}
