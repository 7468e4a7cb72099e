import {
  type App,
  type Editor,
  type EditorPosition,
  EditorSuggest,
  type EditorSuggestContext,
  type EditorSuggestTriggerInfo,
  type Plugin,
} from 'obsidian';
import { BLOCK_GROUPS, BLOCK_KEYS, BLOCK_LEVELS, BLOCK_SHOWS } from '../../presentation/block/block-request';
import type { Writing } from '../writing/writing';

/** A block has so few lines that no longer way up is looked at. */
const MOST_LINES = 20;
const FENCE = /^[\s>]*(?:`{3,}|~{3,})\s*(\S*)\s*$/;
const MARGIN = /^[\s>]+/;
const LONGEST_QUERY = 60;

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

/** Completes the lines of a block while they are typed: first the word, then what may stand behind it. */
class BlockSuggest extends EditorSuggest<string> {
  readonly #writing: Pick<Writing, 'names' | 'releases'>;

  constructor(app: App, writing: Pick<Writing, 'names' | 'releases'>) {
    super(app);
    this.#writing = writing;
  }

  override onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const before = editor.getLine(cursor.line).slice(0, cursor.ch);
    const { query } = typedIn(before);
    if (query.length > LONGEST_QUERY || FENCE.test(before) || !isInBlock(editor, cursor.line)) return null;
    return { start: { line: cursor.line, ch: cursor.ch - query.length }, end: cursor, query };
  }

  override getSuggestions({ query, start, editor }: EditorSuggestContext): string[] {
    const { key } = typedIn(editor.getLine(start.line).slice(0, start.ch));
    const wanted = query.trim().toLowerCase();
    const known = this.#known(key);
    // What is complete needs no suggestion, which would only catch the Enter key.
    if (known.some((text) => text.toLowerCase() === wanted)) return [];
    return known.filter((text) => text.toLowerCase().includes(wanted));
  }

  #known(key: string | null): readonly string[] {
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
        return this.#writing.releases();
      case 'party':
        return this.#writing.names();
      default:
        return [];
    }
  }

  override renderSuggestion(text: string, element: HTMLElement): void {
    element.setText(text);
  }

  override selectSuggestion(text: string): void {
    const { context } = this;
    if (!context) return;
    context.editor.replaceRange(text, context.start, context.end);
    context.editor.setCursor({ line: context.start.line, ch: context.start.ch + text.length });
    this.close();
  }
}

/** Registers the completion. */
export function addBlockSuggest(plugin: Plugin, writing: Pick<Writing, 'names' | 'releases'>): void {
  plugin.registerEditorSuggest(new BlockSuggest(plugin.app, writing));
}
