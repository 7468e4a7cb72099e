import { baseName, meansNote } from '../domain/note-path';
import { blockHash, blockText, managedBlocks, replaceBlock } from '../markdown/managed-block';
import { processesOf } from '../markdown/process/process-note';
import { PLAYBOOK_BLOCKS, type PlaybookContent, playbookSections, withChange } from '../presentation/process-text';
import type { ChangeSource, PlaybookPlan } from './playbook-edits';

/** Where a playbook keeps what it says about one process. */
export interface PlaybookPlace {
  /** Behind the names of its blocks: '' for those of the first process, `-rollback` for another one. */
  readonly suffix: string;
  /** False while the playbook has no block for this process. */
  readonly isThere: boolean;
}

/** Null when a playbook does not name the process. */
export function placeIn(playbook: string, process: string): PlaybookPlace | null {
  const targets = processesOf(playbook);
  const index = targets.findIndex((target) => meansNote(target, process));
  if (index < 0) return null;
  const names = new Set(managedBlocks(playbook).map(({ name }) => name));
  const has = (suffix: string): boolean => PLAYBOOK_BLOCKS.some((name) => names.has(`${name}${suffix}`));
  const own = `-${slugOf(baseName(process))}`;
  if (has(own)) return { suffix: own, isThere: true };
  if (index === 0) return { suffix: '', isThere: has('') };
  return { suffix: own, isThere: false };
}

/** A name as part of a block's name; of a name without Latin letters, its hash. */
function slugOf(name: string): string {
  const slug = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return slug === '' ? blockHash(name) : slug;
}

/** The edits that give a playbook blocks for a process at its end; what stands there already stays as it is. */
export function additionOf(text: string, process: string, wanted: PlaybookContent, { suffix }: PlaybookPlace, { today, link }: ChangeSource): PlaybookPlan {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const name = baseName(process);
  const log = managedBlocks(text).find((block) => block.name === 'changes');
  const change = `Added: ${name}`;
  const blocks = Object.fromEntries(PLAYBOOK_BLOCKS.map((key) => [key, blockText(`${key}${suffix}`, wanted[key])])) as PlaybookContent;
  const sections = `${playbookSections(name, blocks)}${log ? '' : `\n## Changes\n${blockText('changes', withChange('', today, change, link))}`}`;
  const gap = text === '' || text.endsWith('\n') ? '\n' : '\n\n';
  return {
    edits: [{ start: text.length, end: text.length, insert: `${gap}${sections}`.replace(/\n/g, eol) }, ...(log ? replaceBlock(text, log, withChange(log.content, today, change, link)) : [])],
    changed: PLAYBOOK_BLOCKS.map((block) => ({ block, before: '', after: wanted[block] })),
    conflicts: [],
    lags: false,
  };
}
