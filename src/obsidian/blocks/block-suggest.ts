import type { Editor, Plugin } from 'obsidian';
import { BLOCK_GROUPS, BLOCK_KEYS, BLOCK_LEVELS, BLOCK_SHOWS } from '../../presentation/block/block-request';
import { TextSuggest } from '../text-suggest';
import type { Writing } from '../writing/writing';

/** A block has so few lines that no longer way up is looked at. */
const MOST_LINES = 20;
const FENCE = /^[\s>]*(?:`{3,}|~{3,})\s*(\S*)\s*$/;
const MARGIN = /^[\s>]+/;

/** True for a line inside a code block `shipshape`. */
function isInBlock(editor: Editor, line: number): boolean {
  for (let at = line - 1; at >= Math.max(0, line - MOST_LINES); at--) {
    const fence = FENCE.exec(editor.getLine(at));
    if (fence) return fence[1] === 'shipshape';
  }
  return false;
}

/** What stands before the cursor: the word in front of the colon, null where there is none yet, and what follows. */
function typedIn(before: string): { readonly key: string | null; readonly query: string } {
  const text = before.replace(MARGIN, '');
  const colon = text.indexOf(':');
  return colon < 0
    ? { key: null, query: text }
    : { key: text.slice(0, colon).trim().toLowerCase(), query: text.slice(colon + 1).trimStart() };
}

function textsFor(key: string | null, writing: Pick<Writing, 'names' | 'releases'>): readonly string[] {
  switch (key) {
    case null:
      return BLOCK_KEYS.map((name) => `${name}: `);
    case 'show':
      return BLOCK_SHOWS;
    case 'level':
      return BLOCK_LEVELS;
    case 'group':
      return BLOCK_GROUPS;
    case 'within':
      return ['7d', '14d', '4w'];
    case 'release':
      return writing.releases();
    case 'party':
      return writing.names();
    default:
      return [];
  }
}

/** Completes the lines of a block while they are typed: first the word, then what may stand behind it. */
export function addBlockSuggest(plugin: Plugin, writing: Pick<Writing, 'names' | 'releases'>): void {
  plugin.registerEditorSuggest(
    new TextSuggest(plugin.app, {
      find: (before, editor, line) => {
        const { query } = typedIn(before);
        return FENCE.test(before) || !isInBlock(editor, line) ? null : { query, start: before.length - query.length };
      },
      texts: (before) => textsFor(typedIn(before).key, writing),
      write: (text) => text,
    }),
  );
}
