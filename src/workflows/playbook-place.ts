import { lazily } from '../domain/lazily';
import { baseName, meansNote } from '../domain/note-path';
import { blockHash, blockText, managedBlocks, replaceBlock } from '../markdown/managed-block';
import { processesOf } from '../markdown/process/process-note';
import { applyEdits, lineEndOf } from '../markdown/text-edit';
import { PLAYBOOK_BLOCKS, type PlaybookContent, playbookSections, withChange } from '../presentation/process-text';
import type { ChangeSource, PlaybookPlan } from './playbook-edits';

const MARKS = lazily(() => /\p{M}+/gu);
const OTHER_LETTERS = lazily(() => /(?![a-z0-9])[\p{L}\p{N}]/u);

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
  const names = managedBlocks(playbook).map(({ name }) => name);
  const has = (suffix: string): boolean => PLAYBOOK_BLOCKS.some((name) => names.includes(`${name}${suffix}`));
  const own = suffixOf(targets[index] ?? '', targets);
  if (index === 0 && (has('') || !has(own))) return { suffix: '', isThere: has('') };
  if (has(own)) return { suffix: own, isThere: true };
  // A renamed process finds the blocks again that no other one claims.
  const claimed = new Set(targets.map((target) => suffixOf(target, targets)));
  const homeless = targets.slice(1).filter((target) => !has(suffixOf(target, targets)));
  const orphans = [
    ...new Set(names.flatMap((name) => /^(?:facts|steps|exceptions|learnings)(-.+)$/.exec(name)?.[1] ?? [])),
  ].filter((suffix) => !claimed.has(suffix));
  return homeless.length === 1 && orphans.length === 1
    ? { suffix: orphans[0] ?? own, isThere: true }
    : { suffix: own, isThere: false };
}

/** What stands behind the names of a process's blocks: its name, told apart from others that would read the same. */
function suffixOf(target: string, targets: readonly string[]): string {
  const slug = slugOf(target);
  const isClear = slug.isWhole && targets.every((other) => other === target || slugOf(other).text !== slug.text);
  return `-${slug.text}${isClear ? '' : `${slug.text === '' ? '' : '-'}${blockHash(target)}`}`;
}

/** A name as part of a block's name; not whole where letters had to go. */
function slugOf(target: string): { readonly text: string; readonly isWhole: boolean } {
  const plain = baseName(target).normalize('NFKD').replace(MARKS(), '').toLowerCase();
  return { text: plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, ''), isWhole: !OTHER_LETTERS().test(plain) };
}

/**
 * The edits that give a playbook blocks for a process at its end; what stands there already stays as it is. None
 * where they would not be read, as behind an open code fence.
 */
export function additionOf(
  text: string,
  process: string,
  wanted: PlaybookContent,
  { suffix }: PlaybookPlace,
  { today, link }: ChangeSource,
): PlaybookPlan {
  const eol = lineEndOf(text);
  const name = baseName(process);
  const log = managedBlocks(text).find((block) => block.name === 'changes');
  const change = `Added: ${name}`;
  const blocks = Object.fromEntries(
    PLAYBOOK_BLOCKS.map((key) => [key, blockText(`${key}${suffix}`, wanted[key])]),
  ) as PlaybookContent;
  const sections = `${playbookSections(name, blocks)}${log ? '' : `\n## Changes\n${blockText('changes', withChange('', today, change, link))}`}`;
  const gap = text === '' || text.endsWith('\n') ? '\n' : '\n\n';
  const edits = [
    { start: text.length, end: text.length, insert: `${gap}${sections}`.replace(/\n/g, eol) },
    ...(log ? replaceBlock(text, log, withChange(log.content, today, change, link)) : []),
  ];
  const isRead = placeIn(applyEdits(text, edits), process)?.isThere === true;
  return {
    edits: isRead ? edits : [],
    changed: !isRead ? [] : PLAYBOOK_BLOCKS.map((block) => ({ block, before: '', after: wanted[block] })),
    conflicts: [],
    lags: false,
  };
}
