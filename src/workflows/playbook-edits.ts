import type { CalendarDate } from '../domain/calendar-date';
import {
  blockHash,
  isEdited,
  type ManagedBlock,
  managedBlocks,
  plainContent,
  replaceBlock,
} from '../markdown/managed-block';
import { isConflict, mergeLines, settled } from '../markdown/merge-lines';
import type { TextEdit } from '../markdown/text-edit';
import { PLAYBOOK_BLOCKS, type PlaybookBlock, type PlaybookContent, withChange } from '../presentation/process-text';

/** A block that a person and the process changed in different ways. */
export interface BlockConflict {
  readonly block: PlaybookBlock;
  readonly mine: string;
  readonly theirs: string;
}

/** What a block says, and what it would say. */
export interface BlockChange {
  readonly block: PlaybookBlock;
  readonly before: string;
  readonly after: string;
}

/** How a person settles a conflict. */
export type ConflictChoice = 'mine' | 'theirs' | 'both';

/** What an update of a playbook comes to. */
export interface PlaybookPlan {
  readonly edits: readonly TextEdit[];
  /** Blocks that would change, or wait for a decision. */
  readonly changed: readonly BlockChange[];
  readonly conflicts: readonly BlockConflict[];
  /** A block says what it should, but its fence does not know that yet; this alone is no reason to write. */
  readonly lags: boolean;
}

/** Where a change came from, for the log. */
export interface ChangeSource {
  readonly today: CalendarDate;
  readonly link: string;
}

/** What each block was generated with on this device, the last times; missing where that is not known. */
export type PlaybookBases = readonly Readonly<Partial<Record<PlaybookBlock, string>>>[];

const NUMBER = /^\d{1,4}\. /;
/** A step that was struck out by us; a person's own struck lines are theirs. */
const STRUCK = /^- ~~\*\*.+\*\*: .*~~ \(removed \d{4}-\d{2}-\d{2}\)$/;

/**
 * The edits that bring a playbook's blocks up to its process, merged with what a person changed in them; nothing
 * outside the blocks is touched. A fence keeps the hash of what was generated, so a block that holds a person's lines is
 * known as such on every device; where its base is not known there, it is a conflict and never an overwrite. A missing
 * block stays missing. `suffix` stands behind the names of the blocks of a playbook's further processes.
 */
export function playbookEdits(
  text: string,
  wanted: PlaybookContent,
  bases: PlaybookBases,
  source: ChangeSource,
  choice: ConflictChoice | null = null,
  suffix = '',
): PlaybookPlan {
  const blocks = managedBlocks(text);
  const edits: TextEdit[] = [];
  const changed: BlockChange[] = [];
  const conflicts: BlockConflict[] = [];
  const quiet: TextEdit[] = [];
  for (const name of PLAYBOOK_BLOCKS) {
    const block = blocks.find((entry) => entry.name === `${name}${suffix}`);
    const hash = blockHash(wanted[name]);
    if (!block || block.hash === hash) continue;
    const mine = contentOf(block);
    const merged = mergeBlock(
      block,
      wanted[name],
      bases.flatMap((base) => base[name] ?? []),
      choice,
    );
    if (merged === mine && choice === null) {
      // It says so already, as after a renamed note: only the fence's hash is old, and that waits for a change.
      quiet.push(...replaceBlock(text, block, mine, hash));
      continue;
    }
    changed.push({ block: name, before: mine, after: merged ?? wanted[name] });
    if (merged === null) conflicts.push({ block: name, mine, theirs: wanted[name] });
    else
      edits.push(
        ...replaceBlock(
          text,
          block,
          name === 'steps' ? withRemoved(merged, mine, wanted[name], source.today) : merged,
          hash,
        ),
      );
  }
  const log = blocks.find((entry) => entry.name === 'changes');
  const updated = changed
    .filter(({ block, before, after }) => before !== after && !conflicts.some((conflict) => conflict.block === block))
    .map(({ block }) => block);
  if (edits.length > 0 && updated.length > 0 && log)
    edits.push(
      ...replaceBlock(text, log, withChange(log.content, source.today, `Updated: ${updated.join(', ')}`, source.link)),
    );
  return { edits: edits.length > 0 ? [...edits, ...quiet] : [], changed, conflicts, lags: quiet.length > 0 };
}

/** A block's lines without those that only say what was removed. */
function contentOf(block: ManagedBlock): string {
  return plainContent(block.content)
    .split('\n')
    .filter((line) => !/^steps/.test(block.name) || !STRUCK.test(line))
    .join('\n');
}

function mergeBlock(
  block: ManagedBlock,
  theirs: string,
  known: readonly string[],
  choice: ConflictChoice | null,
): string | null {
  const mine = contentOf(block);
  if (mine === theirs) return mine;
  const untouched = !isEdited(block) || blockHash(mine) === block.hash;
  const base = untouched
    ? mine
    : known.includes(mine)
      ? mine
      : (known.find((content) => blockHash(content) === block.hash) ?? null);
  if (base === null)
    return choice === null ? null : choice === 'mine' ? mine : choice === 'theirs' ? theirs : `${mine}\n${theirs}`;
  // A step more or less moves all numbers behind it; they say nothing about the steps.
  const generated = new Set([base, theirs].flatMap((text) => text.split('\n')).map(withoutNumber));
  const [old = [], own = [], other = []] = [base, mine, theirs].map((text) => unnumbered(text.split('\n'), generated));
  const parts = mergeLines(old, own, other);
  if (choice === null && parts.some(isConflict)) return null;
  const merged = settled(parts, choice ?? 'mine').split('\n');
  if (merged.join('\n') === own.join('\n')) return mine;
  let count = 0;
  return merged
    .map((line) => (line.startsWith(COUNTED) ? `${++count}. ${line.slice(COUNTED.length)}` : line))
    .join('\n');
}

/** Stands for the number of a step; no line of a person begins so. */
const COUNTED = '\u0000. ';

function withoutNumber(line: string): string {
  return line.replace(NUMBER, '');
}

/**
 * Lines whose number is that of a step, without it: what the process generated, and what a person counted on. "2025. That
 * year we shipped late" and "15. Dezember: code freeze" begin with a number, too, and are left as they are.
 */
function unnumbered(lines: readonly string[], generated: ReadonlySet<string>): string[] {
  let next = 1;
  return lines.map((line) => {
    const number = NUMBER.exec(line)?.[0];
    if (number === undefined) return line;
    const bare = withoutNumber(line);
    if (!generated.has(bare) && Math.abs(Number.parseInt(number, 10) - next) > 1) return line;
    next = Number.parseInt(number, 10) + 1;
    return COUNTED + bare;
  });
}

/** Steps that are gone stay for one version, struck through. */
function withRemoved(merged: string, before: string, wanted: string, today: CalendarDate): string {
  const bare = (line: string): string => line.replace(/^\d+\.\s+/, '').trim();
  const kept = new Set([...merged.split('\n'), ...wanted.split('\n')].map(bare));
  const acts = new Set(
    wanted.split('\n').map(
      (line) =>
        bare(line)
          .replace(/^\*\*.*?\*\*:\s*/, '')
          .split(' · ')[0],
    ),
  );
  const removed = before
    .split('\n')
    .map(bare)
    .filter(
      (line) =>
        /^\*\*/.test(line) && !kept.has(line) && !acts.has(line.replace(/^\*\*.*?\*\*:\s*/, '').split(' · ')[0] ?? ''),
    );
  return [merged, ...removed.map((line) => `- ~~${line.replace(/~~/g, '')}~~ (removed ${today})`)].join('\n');
}
