import type { CalendarDate } from '../domain/calendar-date';
import { folderOf } from '../domain/note-path';
import {
  type OutsideIssue,
  type OutsideMessage,
  type OutsideReading,
  SYSTEM_NAMES,
  type SystemId,
} from '../domain/outside-item';
import { isAhead, type Release } from '../domain/release';
import { isNamed } from '../domain/release-named';
import { safeFileName } from '../domain/safe-name';
import { blockText, isEdited, managedBlocks, replaceBlock } from '../markdown/managed-block';
import { blockOf, type OutsideContent, outsideContent } from '../markdown/outside/outside-block';
import { tableContent } from '../markdown/outside/outside-table';
import type { TextEdit } from '../markdown/text-edit';
import type { Settings } from '../settings/settings';
import { homeOf } from './release-note';

/** Why a block is not written: a person edited it, it is there several times, or the note has none where it should. */
export type ImportProblem = 'edited' | 'several';

/** Level of the heading of a block at the end of a note: a section of its own, below the title. */
const LEVEL = 2;

/** The note of a release into which work from outside goes: its checklist beside the plan, else the plan. */
export function importHome(release: Release): string | null {
  const home = homeOf(release);
  if (home === null) return null;
  const beside = release.accounts.find(({ path, kind }) => kind === 'checklist' && folderOf(path) === folderOf(home));
  return beside?.path ?? home;
}

/** Versions that issues name, with how many name each, the most named first. */
export function versionsIn(issues: readonly OutsideIssue[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { version } of issues) for (const name of version) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1));
}

/** Issues of a version; all of them for null. */
export function issuesOf(issues: readonly OutsideIssue[], version: string | null): readonly OutsideIssue[] {
  return version === null ? issues : issues.filter((issue) => issue.version.includes(version));
}

/** The one release ahead that has the name of one of the versions, to be offered; null where none or several have. */
export function offeredRelease(
  releases: readonly Release[],
  versions: readonly string[],
): { readonly release: Release; readonly version: string } | null {
  const found = releases
    .filter(isAhead)
    .flatMap((release) =>
      versions.filter((version) => isNamed(release, version)).map((version) => ({ release, version })),
    );
  const [only, ...others] = found;
  return only && others.every(({ release }) => release === only.release) ? only : null;
}

/** What a block would be on a given text. */
export interface PlannedBlock {
  readonly edits: readonly TextEdit[];
  readonly content: OutsideContent | null;
  readonly isEdited: boolean;
}

/** Puts content into a system's block of a note; appends the block where there is none. */
function blockIn(
  text: string,
  name: string,
  make: (former: string) => string,
  overwrite: boolean,
): { readonly edits: readonly TextEdit[] } | { readonly problem: ImportProblem } {
  const blocks = managedBlocks(text).filter((block) => block.name === name);
  const [block] = blocks;
  if (blocks.length > 1) return { problem: 'several' };
  if (block) {
    const content = make(block.content);
    if (!isEdited(block)) return { edits: replaceBlock(text, block, content) };
    return overwrite ? { edits: replaceBlock(text, block, content) } : { problem: 'edited' };
  }
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith(`${eol}${eol}`) ? '' : text.endsWith('\n') ? eol : `${eol}${eol}`;
  return { edits: [{ start: text.length, end: text.length, insert: `${gap}${blockText(name, make(''), eol)}` }] };
}

/** What issues come to as a block of a note. */
export function planIssues(
  text: string,
  system: SystemId,
  issues: readonly OutsideIssue[],
  undated: CalendarDate,
  overwrite = false,
): PlannedBlock | { readonly problem: ImportProblem } {
  let content: OutsideContent | null = null;
  const make = (former: string): string => {
    content = outsideContent(system, issues, { level: LEVEL, former, undated });
    return content.content;
  };
  const planned = blockIn(text, blockOf(system), make, overwrite);
  if ('problem' in planned) return planned;
  return { edits: planned.edits, content, isEdited: overwrite };
}

/** The same for what is no work: a table, or the messages of a channel. */
export function planTable(
  text: string,
  reading: OutsideReading,
  overwrite = false,
): { readonly edits: readonly TextEdit[] } | { readonly problem: ImportProblem } {
  const content = tableContent(reading, LEVEL);
  if (content === null || reading.system === null) return { edits: [] };
  return blockIn(text, blockOf(reading.system), () => content, overwrite);
}

/** The note for what is no work of a release: an inventory, a list of events, a channel. */
export function tableNote(
  { system, kind, items }: OutsideReading,
  { workspace: { folders } }: Settings,
): { readonly path: string; readonly title: string } | null {
  if (system === null) return null;
  const name = SYSTEM_NAMES[system];
  if (kind === 'dashboards')
    return { path: `${folders.analytics}/Dashboards/Inventory ${name}.md`, title: `Dashboards in ${name}` };
  if (kind === 'figures')
    return { path: `${folders.analytics}/Dashboards/Figures ${name}.md`, title: `Figures of ${name}` };
  if (kind === 'events')
    return { path: `${folders.analytics}/Data_Quality/Events ${name}.md`, title: `Events in ${name}` };
  if (kind !== 'messages') return null;
  const channels = new Set((items as readonly OutsideMessage[]).map((item) => item.channel));
  const [only = null] = channels;
  const channel = channels.size === 1 && only !== null ? safeFileName(only) : null;
  return {
    path: `${folders.meetings}/${name} ${channel ?? 'messages'}.md`,
    title: `${name}: ${channel ?? 'messages'}`,
  };
}
