import type { TextEdit } from './text-edit';

/** A stretch of a note that Shipshape keeps current; everything outside belongs to the person. */
export interface ManagedBlock {
  readonly name: string;
  /** Hash of the content as it was last written. */
  readonly hash: string;
  /** Offsets of the first fence's start and the last fence's end, and of the lines between. */
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly content: string;
}

/** Why a block is not written: a person edited it, or there is none. */
export type BlockProblem = 'edited' | 'missing';

const BEGIN = /^%% shipshape:begin ([a-z][a-z0-9-]*) ([0-9a-z]+) %%[ \t]*$/;
const CODE_FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** The line that ends a block. */
export const BLOCK_END = '%% shipshape:end %%';
/** How the line that begins a block starts. */
export const BLOCK_BEGIN = '%% shipshape:begin ';

/** All managed blocks of a note, in order; one inside code, or without its end, is none. */
export function managedBlocks(text: string): ManagedBlock[] {
  const found: ManagedBlock[] = [];
  let open: { readonly name: string; readonly hash: string; readonly start: number; readonly contentStart: number } | null = null;
  let fence = '';
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const line = text.slice(start, end).replace(/\r$/, '').replace(/^\ufeff/, '');
    const following = next < 0 ? text.length : next + 1;
    const code = CODE_FENCE.exec(line)?.[1] ?? '';
    if (!open && fence !== '') {
      if (code.startsWith(fence) && line.trim() === code) fence = '';
    } else if (!open && code !== '') fence = code;
    else {
      const begin = BEGIN.exec(line);
      // A second beginning before any end: the first one has lost its end.
      if (begin) open = { name: begin[1] ?? '', hash: begin[2] ?? '', start, contentStart: following };
      else if (open && line.trim() === BLOCK_END) {
        found.push({ ...open, end: following, contentEnd: start, content: text.slice(open.contentStart, start) });
        open = null;
      }
    }
    start = following;
  }
  return found;
}

/** A short fingerprint of a block's content; line ends do not count. */
export function blockHash(content: string): string {
  const plain = content.replace(/\r\n/g, '\n').replace(/\n+$/, '');
  let hash = 0x811c9dc5;
  for (let at = 0; at < plain.length; at++) hash = Math.imul(hash ^ plain.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** True when a person has changed a block since it was written. */
export function isEdited(block: ManagedBlock): boolean {
  return blockHash(block.content) !== block.hash;
}

/** The block as it stands in a note, with its fences; `hash` is that of the content unless another one is to be remembered. */
export function blockText(name: string, content: string, eol = '\n', hash: string | null = null): string {
  const lines = content.replace(/\r\n/g, '\n').replace(/\n+$/, '').split('\n').map(withoutFences);
  return [`${BLOCK_BEGIN}${name} ${hash ?? blockHash(lines.join('\n'))} %%`, ...lines, BLOCK_END, ''].join(eol);
}

/** The edits that bring a block up to date: within its fences only; none when it says so already. */
export function blockEdits(text: string, name: string, content: string): { readonly edits: readonly TextEdit[] } | { readonly problem: BlockProblem } {
  const block = managedBlocks(text).find((entry) => entry.name === name);
  if (!block) return { problem: 'missing' };
  return isEdited(block) ? { problem: 'edited' } : { edits: replaceBlock(text, block, content) };
}

/** The edits that give a block other content, whoever wrote the old one; none when it says so already. */
export function replaceBlock(text: string, block: ManagedBlock, content: string, hash: string | null = null): readonly TextEdit[] {
  const { name } = block;
  const eol = text.slice(block.start, block.contentStart).endsWith('\r\n') ? '\r\n' : '\n';
  const whole = blockText(name, content, eol, hash);
  const endsLine = /\n$/.test(text.slice(block.start, block.end));
  const wanted = endsLine ? whole : whole.slice(0, -eol.length);
  return wanted === text.slice(block.start, block.end) ? [] : [{ start: block.start, end: block.end, insert: wanted }];
}

/** Content from notes never ends its own block. */
function withoutFences(line: string): string {
  return line.includes('%% shipshape:') ? line.split('%% shipshape:').join('%%  shipshape:') : line;
}
