import { textHash } from '../domain/text-hash';
import { BLOCK_BEGIN, BLOCK_END, type ManagedBlock } from './blocks/managed-fence';
import { scanWhole } from './blocks/scan-whole';
import type { TextEdit } from './text-edit';

export type { ManagedBlock } from './blocks/managed-fence';

/** Why a block is not written: a person edited it, or there is none. */
export type BlockProblem = 'edited' | 'missing';

/** All managed blocks of a note, in order; one inside code, raw HTML or a comment, or without its end, is none. */
export function managedBlocks(text: string): readonly ManagedBlock[] {
  return text.includes(BLOCK_BEGIN) ? scanWhole(text).managed : [];
}

/** A short fingerprint of a block's content; line ends do not count. */
export function blockHash(content: string): string {
  return textHash(plainContent(content));
}

/** A block's content with plain line ends, and none behind its last line. */
export function plainContent(content: string): string {
  const plain = content.replace(/\r\n/g, '\n');
  let end = plain.length;
  while (plain.charCodeAt(end - 1) === 10) end--;
  return plain.slice(0, end);
}

/** True when a person has changed a block since it was written. */
export function isEdited(block: ManagedBlock): boolean {
  return blockHash(block.content) !== block.hash;
}

/**
 * The block as it stands in a note, with its fences; `hash` is that of the content unless another one is to be
 * remembered.
 */
export function blockText(name: string, content: string, eol = '\n', hash: string | null = null): string {
  const lines = plainContent(content).split('\n').map(withoutFences);
  return [`${BLOCK_BEGIN}${name} ${hash ?? blockHash(lines.join('\n'))} %%`, ...lines, BLOCK_END, ''].join(eol);
}

/** The edits that bring a block up to date: within its fences only; none when it says so already. */
export function blockEdits(
  text: string,
  name: string,
  content: string,
): { readonly edits: readonly TextEdit[] } | { readonly problem: BlockProblem } {
  const block = managedBlocks(text).find((entry) => entry.name === name);
  if (!block) return { problem: 'missing' };
  return isEdited(block) ? { problem: 'edited' } : { edits: replaceBlock(text, block, content) };
}

/** The edits that give a block other content, whoever wrote the old one; none when it says so already. */
export function replaceBlock(
  text: string,
  block: ManagedBlock,
  content: string,
  hash: string | null = null,
): readonly TextEdit[] {
  const { name } = block;
  const eol = text.slice(block.start, block.contentStart).endsWith('\r\n') ? '\r\n' : '\n';
  const whole = blockText(name, content, eol, hash);
  const endsLine = text.charCodeAt(block.end - 1) === 10;
  const wanted = endsLine ? whole : whole.slice(0, -eol.length);
  return wanted === text.slice(block.start, block.end) ? [] : [{ start: block.start, end: block.end, insert: wanted }];
}

/** Content from notes never ends its own block. */
function withoutFences(line: string): string {
  return line.includes('%% shipshape:') ? line.split('%% shipshape:').join('%%  shipshape:') : line;
}
