import type { CalendarDate } from '../domain/calendar-date';
import type { NoteFacts } from '../domain/note-facts';
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
import { applyEdits, type TextEdit } from '../markdown/text-edit';
import type { Settings } from '../settings/settings';
import { homeOf } from './release-note';

/**
 * Why a block is not written: a person edited it, it is there several times, or the note ends inside a comment or a
 * code block, in which a block would be dead.
 */
export type ImportProblem = 'edited' | 'several' | 'unsafe';

/** Level of the heading of a block at the end of a note: a section of its own, below the title. */
const LEVEL = 2;

/** The note of a release into which work from outside goes: its checklist beside the plan, else the plan. */
export function importHome(release: Release): string | null {
  const home = homeOf(release);
  if (home === null) return null;
  const beside = release.accounts.find(({ path, kind }) => kind === 'checklist' && folderOf(path) === folderOf(home));
  return beside?.path ?? home;
}

/** True for a note that speaks of several releases: a block at its end would belong to the last of them. */
export function isShared(path: string, notes: Iterable<NoteFacts>): boolean {
  for (const facts of notes)
    if (facts.path === path) return new Set(facts.releases.map(({ version, name }) => version ?? name)).size > 1;
  return false;
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

type PlannedEdits = { readonly edits: readonly TextEdit[] } | { readonly problem: ImportProblem };

/** What a block would be on a given text. */
export interface PlannedBlock {
  readonly edits: readonly TextEdit[];
  readonly content: OutsideContent | null;
}

/** Puts content into a system's block of a note; appends the block where there is none. */
function blockIn(text: string, name: string, make: (former: string) => string, overwrite: boolean): PlannedEdits {
  const blocks = managedBlocks(text).filter((block) => block.name === name);
  const [block] = blocks;
  // A beginning without an end is a block, too, to a person: another one beside it would be its double.
  const begun = text.split(`%% shipshape:begin ${name} `).length - 1;
  if (blocks.length > 1 || begun > blocks.length) return { problem: 'several' };
  if (block && isEdited(block) && !overwrite) return { problem: 'edited' };
  const edits = block ? replaceBlock(text, block, make(block.content)) : [appended(text, name, make(''))];
  const after = managedBlocks(applyEdits(text, edits)).filter((one) => one.name === name);
  return after.length === 1 ? { edits } : { problem: 'unsafe' };
}

function appended(text: string, name: string, content: string): TextEdit {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith(`${eol}${eol}`) ? '' : text.endsWith('\n') ? eol : `${eol}${eol}`;
  return { start: text.length, end: text.length, insert: `${gap}${blockText(name, content, eol)}` };
}

/** What issues come to as a block of a note. */
export function planIssues(
  text: string,
  system: SystemId,
  issues: readonly OutsideIssue[],
  options: { readonly today: CalendarDate; readonly known: readonly OutsideIssue[]; readonly overwrite: boolean },
): PlannedBlock | { readonly problem: ImportProblem } {
  let content: OutsideContent | null = null;
  const make = (former: string): string => {
    content = outsideContent(system, issues, { level: LEVEL, former, undated: options.today, known: options.known });
    return content.content;
  };
  const planned = blockIn(text, blockOf(system), make, options.overwrite);
  if ('problem' in planned) return planned;
  return { edits: planned.edits, content };
}

/** The same for what is no work: a table, or the messages of a channel. */
export function planTable(text: string, reading: OutsideReading, overwrite = false): PlannedEdits {
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
