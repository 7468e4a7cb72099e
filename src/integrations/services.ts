import type { OutsideReading, SystemId } from '../domain/outside-item';
import { readAmplitudeFile } from './amplitude/file';
import { readConfluenceFiles } from './confluence/file';
import type { FileTools, OutsideFile } from './files/outside-files';
import { readJiraFile } from './jira/file';
import { readLinearFile } from './linear/file';
import { readLookerFile } from './looker/file';
import { readMixpanelFile } from './mixpanel/file';
import { readNotionFiles } from './notion/file';
import { readProductboardFile } from './productboard/file';
import { readSlackFiles } from './slack/file';
import { readTableauFile } from './tableau/file';

/** Reads all files of an import as one system's; null where they are none of it. */
export type FilesReader = (files: readonly OutsideFile[], tools: FileTools) => Generator<void, OutsideReading | null>;

/** A system that a release also lives in: from this table come its files' readers and words. */
export interface Service {
  readonly id: SystemId;
  readonly read: FilesReader;
  /** What its export is called in the system, for people who look for it. */
  readonly exports: string;
}

const MOST_NAMES = 5;

/** Files that are something else are named, never passed over in silence. */
function leftOut(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  const rest = more > 0 ? ` and ${more} more` : '';
  return `Left out, since it is something else: ${names.slice(0, MOST_NAMES).join(', ')}${rest}.`;
}

/** A reader of single files for several: each by itself, their items after one another. */
function each(read: (file: OutsideFile, tools: FileTools) => Generator<void, OutsideReading | null>): FilesReader {
  return function* (files, tools) {
    const found: { readonly file: OutsideFile; readonly reading: OutsideReading }[] = [];
    for (const file of files) {
      const reading = yield* read(file, tools);
      if (reading) found.push({ file, reading });
      yield;
    }
    const first = found.find(({ reading }) => reading.system !== null) ?? found[0];
    if (!first) return null;
    const taken = new Set(
      found.filter(({ reading }) => reading.system === first.reading.system).map(({ file }) => file),
    );
    const left = files.filter((file) => !taken.has(file)).map(({ name }) => name);
    const others = left.length === 0 ? [] : [{ row: null, text: leftOut(left) }];
    if (found.length === 1) return { ...first.reading, problems: [...first.reading.problems, ...others] };
    const readings = found.map(({ reading }) => reading).filter(({ system }) => system === first.reading.system);
    return {
      ...first.reading,
      rows: readings.reduce((sum, { rows }) => sum + rows, 0),
      items: readings.flatMap(({ items }) => items),
      usedColumns: [...new Set(readings.flatMap(({ usedColumns }) => usedColumns))],
      ignoredColumns: [...new Set(readings.flatMap(({ ignoredColumns }) => ignoredColumns))],
      problems: [
        ...found.flatMap(({ file, reading }) =>
          reading.problems.map((problem) => ({ ...problem, text: `${file.name}: ${problem.text}` })),
        ),
        ...others,
      ],
    };
  };
}

/** All systems, in the order in which their files are told apart: the surest marks first. */
export const SERVICES: readonly Service[] = [
  { id: 'slack', read: readSlackFiles, exports: 'workspace export (a zip with a folder a channel)' },
  { id: 'notion', read: readNotionFiles, exports: 'export as “Markdown & CSV”' },
  { id: 'confluence', read: readConfluenceFiles, exports: 'space export as XML or HTML' },
  { id: 'tableau', read: each(readTableauFile), exports: 'workbook (.twb, .twbx) or data of a view' },
  { id: 'linear', read: each(readLinearFile), exports: 'export of issues as CSV' },
  { id: 'jira', read: each(readJiraFile), exports: 'export of a search as CSV or XML' },
  { id: 'productboard', read: each(readProductboardFile), exports: 'export of a board as CSV' },
  { id: 'mixpanel', read: each(readMixpanelFile), exports: 'export of events, or of the Lexicon' },
  { id: 'amplitude', read: each(readAmplitudeFile), exports: 'export of events, or of the plan' },
  { id: 'looker', read: each(readLookerFile), exports: 'LookML dashboards, or System Activity as CSV' },
];
